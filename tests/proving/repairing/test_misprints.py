"""Misprints that what stands around them shows: repaired where arithmetic bears them out, else refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

import xbrlgen
from xbrlgen.proving import prove
from xbrlgen.proving.figures.ledger import ledger_of
from xbrlgen.proving.identity import Proved, Ref
from xbrlgen.reading.document import Document

HEAD = """Wetherby Instruments, Inc.

Condensed Consolidated Statements of Income
(In millions, except per share amounts, unaudited)

                                        Three Months Ended        Nine Months Ended
                                           September 30,            September 30,
                                          2019       2018          2019       2018
"""

Rows = list[tuple[str, ...]]

MARKS: Rows = [
    ("Net sales", "$9,412", "$8,977", "$27,803", "$26,514"),
    ("Cost of sales", "5,236", "5,118", "15,790", "15,266"),
    ("Gross profit", "$4,176", "$3,859", "$12,013", "$11,248"),
]

POINTS: Rows = [
    ("Net earnings", "$8,264", "$6,748", "$15,917", "$13,836"),
    ("Average shares outstanding, diluted", "3,105.4", "3,142.8", "3,110.2", "3,148.9"),
    ("Net earnings per share, diluted", "$2.66", "$2.15", "$5.12", "$4.39"),
]

TAXES: Rows = [
    ("Revenue", "$61,842", "$50,719", "$118,530", "$109,476"),
    ("Cost of revenue", "59,979", "48,973", "114,918", "106,025"),
    ("Operating income", "1,863", "1,746", "3,612", "3,451"),
    ("Interest expense", "(36)", "(41)", "(72)", "(83)"),
    ("Interest income and other, net", "58", "45", "99", "73"),
    ("Income before income taxes", "1,885", "1,750", "3,639", "3,441"),
]


def page(rows: Rows) -> Document:
    """The table read from a page of text."""
    lines = (f"{label:<40}" + "".join(f"{cell:>12}" for cell in cells) for label, *cells in rows)
    return xbrlgen.read("\n".join([HEAD, *lines, ""]).encode())


def with_print(rows: Rows, was: str, now: str) -> Rows:
    """The rows with one figure printed otherwise."""
    return [tuple(now if cell == was else cell for cell in row) for row in rows]


def at(proved: Proved, printed: str) -> Ref:
    """The name of the figure of that print."""
    (found,) = (
        Ref(statement.index, entry.row, entry.column)
        for statement in proved.document.statements
        for entry in statement.entries
        if entry.figure.print.replace(" ", "") == printed
    )
    return found


@pytest.mark.parametrize("rows", [MARKS, POINTS, TAXES])
def test_sound_table_has_no_misprints(rows: Rows) -> None:
    proved = prove(page(rows))
    assert not proved.repairs
    assert not proved.refusals


def test_mark_read_as_a_digit_is_put_right_by_the_sum_of_its_section() -> None:
    proved = prove(page(with_print(MARKS, "$3,859", "33,859")))
    ref = at(proved, "33,859")
    repair = proved.repair(ref)
    assert repair is not None
    assert repair.taken == 3_859_000_000


def test_mark_read_as_a_digit_that_no_sum_reaches_is_refused_with_its_reading() -> None:
    rows = [("Orders received", "$8,264", "36,748", "$15,917", "$13,836"),
            ("Order backlog", "$1,220", "$1,187", "$1,220", "$1,187"), *MARKS]  # fmt: skip
    proved = prove(page(rows))
    refusal = proved.refusal(at(proved, "36,748"))
    assert refusal is not None
    assert refusal.kind == "currency-mark-misread"
    assert "6,748" in refusal.reason.replace("36,748", "")


def test_lost_point_is_put_right_where_the_amounts_a_share_of_all_other_columns_hold() -> None:
    proved = prove(page(with_print(POINTS, "3,105.4", "31054")))
    repair = proved.repair(at(proved, "31054"))
    assert repair is not None
    assert repair.taken.scaleb(-6) == Decimal("3105.4")
    assert repair.decimals == -5
    assert "3,105.4" in repair.words


def test_lost_point_is_refused_without_repair() -> None:
    proved = prove(page(with_print(POINTS, "3,105.4", "31054")), repair=False)
    assert proved.refusal(at(proved, "31054"))


def test_lost_digit_before_a_damaged_total_is_refused_with_the_digit_that_would_close() -> None:
    damaged = with_print(with_print(TAXES, "(36)", "(6)"), "1,885", "7885")
    proved = prove(page(with_print([row[:3] for row in damaged], "1,750", "1/750")))
    refusal = proved.refusal(at(proved, "(6)"))
    assert refusal is not None
    assert "-36" in refusal.reason
    assert proved.refusal(at(proved, "(41)")) is None


def test_letter_that_multiplies_in_a_table_of_known_unit_is_refused() -> None:
    proved = prove(page([*MARKS, ("Deferred charges, current", "71", "2B", "64", "73")]))
    refusal = proved.refusal(at(proved, "2B"))
    assert refusal is not None
    assert refusal.kind == "letter-among-digits"


_EQUITY = """
                            Statements of Financial Position
                                 (In thousands)

                                                June 30,      June 30,
                                                    2019          2018
Cash                                            $  9,137      $ 15,119
Receivables                                       17,539        13,127
Total assets                                    $ 26,676      $ 28,246
Paid-in capital                                    8,216         8,205
Retained earnings                                 12,933        12,118
Total stockholders' equity                        21,149        20,323
Noncontrolling interests                               7             7
Total equity                                       27156        20,330
"""


def test_a_print_that_reading_doubts_shows_damage() -> None:
    """Of two figures that may be wrong, the one without its comma is, as nothing else is printed so."""
    ledger = ledger_of(xbrlgen.read(_EQUITY))
    assert [one.figure.print for one in ledger.amounts.values() if one.is_flawed] == ["27156"]


@pytest.mark.parametrize("printed", ["5O,719", "$5O,719"])
def test_a_lettered_number_is_taken_where_a_sum_that_holds_beside_it_comes_out(printed: str) -> None:
    proved = prove(page(with_print(TAXES, "$50,719", printed)))
    repair = proved.repair(at(proved, printed))
    assert repair is not None
    assert repair.taken == 50_719_000_000
    assert "letters standing for digits or a mark" in repair.words


def test_a_lettered_number_that_no_sum_bears_out_is_not_taken() -> None:
    rows = [("Order backlog", "$1,220", "$1,l87", "$1,220", "$1,187"), *TAXES]
    proved = prove(page(rows))
    assert proved.repair(at(proved, "$1,l87")) is None


def test_a_lettered_number_that_its_sum_denies_is_not_taken_as_it_looks() -> None:
    proved = prove(page(with_print(TAXES, "$50,719", "$5B,719")))
    assert proved.value(at(proved, "$5B,719")) != 58_719_000_000


def test_a_mark_seen_as_a_letter_is_no_doubt_where_the_sum_comes_out() -> None:
    proved = prove(page(with_print(TAXES, "$50,719", "S 50,719")))
    repair = proved.repair(at(proved, "S50,719"))
    assert repair is not None
    assert repair.taken == 50_719_000_000
