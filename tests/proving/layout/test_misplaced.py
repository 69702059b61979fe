"""Cells, labels and headings that are not where they belong."""

from __future__ import annotations

from attrs import evolve

from tests.proving.building import (
    NINE,
    NINE_BEFORE,
    NOW,
    Q3,
    Q3_BEFORE,
    YEAR_END,
    Printed,
    document,
    statement,
)
from tests.proving.samples import COMPENSATION, income, sound
from xbrlgen.findings import Severity
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.statement import StatementKind

LIABILITIES: tuple[Printed, ...] = (
    ("Current liabilities:",),
    ("Accounts payable", "957,214", "204,876"),
    ("Accrued expenses", "3,108,462", "3,961,345"),
    ("Deferred revenues", "1,875,390", "2,087,129"),
    ("Convertible notes payable", "", "21,648,703"),
    ("Total current liabilities", "27,589,769", "6,253,350"),
)

FLOW: tuple[Printed, ...] = (
    ("Cash flows from operating activities:",),
    ("Net income", "7,081", "8,220"),
    ("Depreciation and amortization", "30,158", "31,210"),
    ("Net cash provided by operating activities", "37,239", "39,430"),
    ("Cash flows from investing activities:",),
    ("Purchase of property and equipment", "(17,132)", "(11,440)"),
    ("Acquisition of a business, net of cash acquired", "(40,256)", "(1,007)"),
    ("Net cash used in operating activities", "(57,388)", "(12,447)"),
    ("Cash flows from financing activities:",),
    ("Borrowings", "97,312", "10,250"),
    ("Repurchase of stock", "(78,869)", "(7,766)"),
    ("Net cash provided by financing activities", "18,443", "2,484"),
    ("end:",),
    ("Net change in cash", "(1,706)", "29,467"),
)


def test_figure_that_slid_into_the_other_column_is_put_back() -> None:
    result = prove(document(statement(StatementKind.BALANCE, (NOW, YEAR_END), LIABILITIES, scale=0)))
    moved = result.document.statements[0].entry(4, 0)
    assert moved is not None
    assert moved.figure.print == "21,648,703"
    assert result.share() == 1
    (finding,) = (one for one in result.findings if one.code == "proving.moved")
    assert "September 30, 2013" in finding.message


def test_figure_that_slid_is_refused_without_repair() -> None:
    whole = document(statement(StatementKind.BALANCE, (NOW, YEAR_END), LIABILITIES, scale=0))
    result = prove(whole, repair=False)
    refusal = result.refusal(Ref(0, 4, 1))
    assert refusal is not None
    assert refusal.kind == "slid-cell"


def test_total_of_the_investing_section_called_operating_is_read_as_investing() -> None:
    result = prove(document(statement(StatementKind.CASH_FLOW, (NINE, NINE_BEFORE), FLOW)))
    assert result.document.statements[0].rows[7].label == "Net cash used in investing activities"
    assert result.document.statements[0].rows[3].label == "Net cash provided by operating activities"
    assert sum(one.code == "proving.label" for one in result.findings) == 1


def test_right_labels_are_left_alone() -> None:
    right = (*FLOW[:7], ("Net cash used in investing activities", *FLOW[7][1:]), *FLOW[8:])
    result = prove(document(statement(StatementKind.CASH_FLOW, (NINE, NINE_BEFORE), right)))
    assert [one.code for one in result.findings if one.severity > Severity.INFO] == []


def test_heading_that_nothing_contradicts_is_left_alone() -> None:
    whole = sound()
    headings = [statement.columns for statement in prove(whole).document.statements]
    assert headings == [statement.columns for statement in whole.statements]


def test_heading_is_not_moved_to_a_period_the_table_has_already() -> None:
    swapped = (Q3_BEFORE, NINE_BEFORE)
    rows = tuple((row[0], row[2], row[1]) for row in COMPENSATION)
    whole = sound()
    wrong = evolve(statement(StatementKind.STOCK_COMPENSATION, swapped, rows), index=3)
    statements = [wrong if one.index == 3 else one for one in whole.statements]
    result = prove(evolve(whole, statements=tuple(statements)))
    assert result.document.statements[3].columns == wrong.columns


def test_income_statement_alone_has_no_alarm() -> None:
    result = prove(document(income()))
    assert result.share() == 1
    assert result.document.statements[0].columns[0].period == Q3


ADJUSTED: tuple[Printed, ...] = (
    ("Adjusted EBITDA", "5,310", "7,544"),
    ("Stock-based compensation", "(2,115)", "(1,908)"),
    ("EBITDA", "5,310", "7,544"),
    ("Changes in operating assets and liabilities", "(1,204)", "(2,377)"),
    ("Net cash provided by operating activities", "4,106", "5,167"),
)


def test_adjusted_measure_without_the_word_is_read_with_it() -> None:
    result = prove(document(statement(StatementKind.RECONCILIATION, (Q3, Q3_BEFORE), ADJUSTED)))
    assert [row.label for row in result.document.statements[0].rows][2] == "Adjusted EBITDA"
    (finding,) = (one for one in result.findings if one.code == "proving.label")
    assert "“EBITDA”" in finding.message


def test_measure_with_figures_of_its_own_keeps_its_name() -> None:
    other = (*ADJUSTED[:2], ("EBITDA", "5,310", "7,545"), *ADJUSTED[3:])
    result = prove(document(statement(StatementKind.RECONCILIATION, (Q3, Q3_BEFORE), other)))
    assert result.document.statements[0].rows[2].label == "EBITDA"


def test_measure_that_is_summed_up_keeps_its_name() -> None:
    rows = (("Adjusted EBITDA", "5,310", "7,544"), ("Reconciled:",), ("Net income", "2,195", "4,636"),
            ("Interest expense", "1,043", "987"), ("Depreciation", "2,072", "1,921"),
            ("EBITDA", "5,310", "7,544"))  # fmt: skip
    result = prove(document(statement(StatementKind.RECONCILIATION, (Q3, Q3_BEFORE), rows)))
    assert {one.total.row for one in result.sums(0)} == {4}
    assert result.document.statements[0].rows[5].label == "EBITDA"
