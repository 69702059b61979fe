"""Numbers inside the labels of balance sheets: par values, counts of shares, allowances."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xbrlgen import Document, read
from xbrlgen.reading.document import Outcome
from xbrlgen.reading.sentences.label_words import said_of_stock
from xbrlgen.reading.statement import Mention

NEW, OLD = date(2013, 9, 30), date(2012, 12, 31)
UNIT = "(In thousands, except share and per share data)"
Told = dict[tuple[str, date | None], str]


def _page(label: str, amounts: str = "24|20", unit: str = UNIT) -> str:
    rows = (
        "|September 30, 2013|December 31, 2012",
        "Current assets:||",
        "Cash and cash equivalents|9,100|8,200",
        "Inventories|1,900|1,800",
        "Total assets|11,000|10,000",
        "Accounts payable|3,000|2,000",
        f"{label}|{amounts}",
        "Retained earnings|7,976|7,980",
        "Total liabilities and stockholders’ equity|11,000|10,000",
    )
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    return f"<html><body><p>Consolidated Balance Sheets</p><p>{unit}</p><table>{cells}</table></body></html>"


def _mentions(document: Document) -> list[Mention]:
    return [mention for mention in document.mentions if mention.in_label]


def _told(document: Document) -> Told:
    return {
        (mention.subject, mention.period.end if mention.period else None): f"{mention.value:f} {mention.unit}"
        for mention in _mentions(document)
        if not mention.doubt
    }


def test_counts_are_for_the_columns_in_order() -> None:
    label = (
        "Common stock, $0.001 par value; 90,000,000 shares authorized; 24,023,456 and 19,700,123 shares"
        " issued and outstanding at September 30, 2013 and December 31, 2012, respectively"
    )
    assert _told(read(_page(label))) == {
        ("common stock, par or stated value per share", NEW): "0.001 USD/shares",
        ("common stock, par or stated value per share", OLD): "0.001 USD/shares",
        ("common stock, shares authorized", NEW): "90000000 shares",
        ("common stock, shares authorized", OLD): "90000000 shares",
        ("common stock, shares issued", NEW): "24023456 shares",
        ("common stock, shares issued", OLD): "19700123 shares",
        ("common stock, shares outstanding", NEW): "24023456 shares",
        ("common stock, shares outstanding", OLD): "19700123 shares",
    }


def test_dates_that_are_named_win_over_the_order_of_the_columns() -> None:
    label = "Common stock, 700 and 900 shares issued at December 31, 2012 and September 30, 2013"
    assert _told(read(_page(label))) == {
        ("common stock, shares issued", OLD): "700 shares",
        ("common stock, shares issued", NEW): "900 shares",
    }


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("Common stock, 24,023 shares issued", "one count for dates whose amounts differ"),
        (
            "Common stock, 900, 800 and 700 shares issued",
            "another number of amounts than the statement has dates",
        ),
        ("Common stock, authorized 900, 800 issued, 700 outstanding", "is not clear"),
        ("Common stock, 900 and 800 shares issued at June 30, 2011 and 2010", "another number of amounts"),
    ],
)
def test_what_is_not_sure_is_doubted_with_the_reason(label: str, reason: str) -> None:
    mentions = _mentions(read(_page(label)))
    assert mentions
    assert all(reason in mention.doubt for mention in mentions)


def test_one_count_stands_for_all_dates_where_the_amounts_are_one() -> None:
    told = _told(read(_page("Common stock, 24,023 shares issued", "24|24")))
    assert told == {("common stock, shares issued", day): "24023 shares" for day in (NEW, OLD)}


def test_counts_in_thousands_are_told_by_the_unit_line_and_doubted_without_one() -> None:
    label = "Common stock, 24,023 and 19,700 shares issued"
    inside = _page(label, unit="(In millions; shares in thousands)")
    assert set(_told(read(inside)).values()) == {"24023000 shares", "19700000 shares"}
    (doubt,) = {mention.doubt for mention in _mentions(read(_page(label, unit="(In thousands)")))}
    assert "in which unit" in doubt


def test_allowances_have_the_scale_of_their_row_and_the_section_of_it() -> None:
    label = "Accounts receivable, net of allowances of $123 and $110, respectively"
    named = "allowance for doubtful accounts receivable"
    assert _told(read(_page(label, "900|800"))) == {(named, NEW): "123000 USD", (named, OLD): "110000 USD"}
    current = _page("Common stock", "24|20").replace("Inventories", label)
    assert set(_told(read(current))) == {(f"{named}, current", NEW), (f"{named}, current", OLD)}


def test_loans_have_another_allowance() -> None:
    assert not _mentions(read(_page("Loans receivable, net of allowance of $123 and $110", "900|800")))


def test_each_number_has_its_place_and_one_verdict() -> None:
    document = read(_page("Common stock, $.01 par value; 24,023 and 19,700 shares issued and outstanding"))
    text = document.sources[0].text
    for mention in _mentions(document):
        assert text[mention.figure.place.start : mention.figure.place.end] == mention.figure.print
    starts = [verdict.place.start for verdict in document.verdicts]
    assert len(starts) == len(set(starts))
    assert {
        verdict.outcome for verdict in document.verdicts if verdict.print in {"$.01", "24,023", "19,700"}
    } == {Outcome.READ}


def test_what_a_label_says_is_no_amount_of_the_row() -> None:
    document = read(_page("Common stock, 24,023 and 19,700 shares issued"))
    (statement,) = document.statements
    (row,) = [row for row in statement.rows if row.label.startswith("Common stock")]
    assert [entry.value for entry in statement.entries if entry.row == row.index] == [24_000, 20_000]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("authorized 100 shares, issued 45 and 44 shares", "authorized 100; issued 45 44"),
        ("100 shares authorized and 45 issued and outstanding", "authorized 100; issued 45; outstanding 45"),
        ("no par value, 200 shares authorized, 24 and 19 shares issued, and 23 and 18 shares outstanding",
         "authorized 200; issued 24 19; outstanding 23 18"),
        ("issued – 24 in 2013 and 19 in 2012", "issued 24 19"),
        ("8.5% Series A, liquidation preference $25 a share; 400 shares authorized", "authorized 400"),
        ("authorized 9 million shares; issued 5 million shares", "authorized 9 million; issued 5 million"),
    ],
)  # fmt: skip
def test_forms_of_the_lines_on_stock(label: str, said: str) -> None:
    found = (
        " ".join((each.what, *(number.text for number in each.numbers))) for each in said_of_stock(label)
    )
    assert "; ".join(found) == said


def test_cents_of_par_value_are_read() -> None:
    (said,) = said_of_stock("par value $.05 per share")
    assert Decimal(said.numbers[0].text.strip("$")) == Decimal("0.05")
