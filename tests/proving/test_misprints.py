"""Misprints that what stands around them shows: repaired where arithmetic bears them out, else refused."""

from __future__ import annotations

from decimal import Decimal

import pytest

import xbrlgen
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Proved, Ref
from xbrlgen.proving.ledger import ledger_of
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
    ("Net earnings", "$7,358", "$6,912", "$14,426", "$14,041"),
    ("Average shares outstanding, diluted", "2,625.7", "2,667.9", "2,630.7", "2,669.2"),
    ("Net earnings per share, diluted", "$2.80", "$2.59", "$5.48", "$5.26"),
]

TAXES: Rows = [
    ("Revenue", "$54,437", "$50,363", "$108,210", "$99,870"),
    ("Cost of revenue", "52,686", "48,670", "104,711", "96,502"),
    ("Operating income", "1,751", "1,693", "3,499", "3,368"),
    ("Interest expense", "(34)", "(39)", "(70)", "(81)"),
    ("Interest income and other, net", "53", "42", "96", "71"),
    ("Income before income taxes", "1,770", "1,696", "3,525", "3,358"),
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
    rows = [("Orders received", "$7,358", "36,912", "$14,426", "$14,041"),
            ("Order backlog", "$1,220", "$1,187", "$1,220", "$1,187"), *MARKS]  # fmt: skip
    proved = prove(page(rows))
    refusal = proved.refusal(at(proved, "36,912"))
    assert refusal is not None
    assert refusal.kind == "currency-mark-misread"
    assert "6,912" in refusal.reason.replace("36,912", "")


def test_lost_point_is_put_right_where_the_amounts_a_share_of_all_other_columns_hold() -> None:
    proved = prove(page(with_print(POINTS, "2,625.7", "26257")))
    repair = proved.repair(at(proved, "26257"))
    assert repair is not None
    assert repair.taken.scaleb(-6) == Decimal("2625.7")
    assert repair.decimals == -5
    assert "2,625.7" in repair.words


def test_lost_point_is_refused_without_repair() -> None:
    proved = prove(page(with_print(POINTS, "2,625.7", "26257")), repair=False)
    assert proved.refusal(at(proved, "26257"))


def test_lost_digit_before_a_damaged_total_is_refused_with_the_digit_that_would_close() -> None:
    damaged = with_print(with_print(TAXES, "(34)", "(4)"), "1,770", "7770")
    proved = prove(page(with_print([row[:3] for row in damaged], "1,696", "1/696")))
    refusal = proved.refusal(at(proved, "(4)"))
    assert refusal is not None
    assert "-34" in refusal.reason
    assert proved.refusal(at(proved, "(39)")) is None


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
Paid-in capital                                    7,059         7,057
Retained earnings                                 14,412        13,585
Total stockholders' equity                        21,471        20,642
Noncontrolling interests                               5             5
Total equity                                       27476        20,647
"""


def test_a_print_that_reading_doubts_shows_damage() -> None:
    """Of two figures that may be wrong, the one without its comma is, as nothing else is printed so."""
    ledger = ledger_of(xbrlgen.read(_EQUITY))
    assert [one.figure.print for one in ledger.amounts.values() if one.is_flawed] == ["27476"]


@pytest.mark.parametrize("printed", ["5O,363", "$5O,363"])
def test_a_lettered_number_is_taken_where_a_sum_that_holds_beside_it_comes_out(printed: str) -> None:
    proved = prove(page(with_print(TAXES, "$50,363", printed)))
    repair = proved.repair(at(proved, printed))
    assert repair is not None
    assert repair.taken == 50_363_000_000
    assert "letters standing for digits" in repair.words


def test_a_lettered_number_that_no_sum_bears_out_is_not_taken() -> None:
    rows = [("Order backlog", "$1,220", "$1,l87", "$1,220", "$1,187"), *TAXES]
    proved = prove(page(rows))
    assert proved.repair(at(proved, "$1,l87")) is None


def test_a_lettered_number_that_its_sum_denies_is_not_taken_as_it_looks() -> None:
    proved = prove(page(with_print(TAXES, "$50,363", "$5B,363")))
    assert proved.value(at(proved, "$5B,363")) != 58_363_000_000
