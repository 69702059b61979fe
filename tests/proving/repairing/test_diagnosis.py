"""Damage by hand: what is said of it, and when it is repaired."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from tests.proving.building import NINE, NOW, Q3, Q3_BEFORE, YEAR_END, Printed, document, statement
from tests.proving.samples import BALANCE, FOUR, INCOME, RECONCILIATION
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Proved, Ref
from xbrlgen.reading.document import Outcome, Verdict
from xbrlgen.reading.statement import StatementKind


def with_cell(rows: tuple[Printed, ...], label: str, column: int, text: str) -> tuple[Printed, ...]:
    """The rows with one figure printed otherwise, in the first row of that label."""
    index = next(number for number, row in enumerate(rows) if row[0] == label)
    cells = list(rows[index])
    cells[column + 1] = text
    return (*rows[:index], tuple(cells), *rows[index + 1 :])


def proved_income(rows: tuple[Printed, ...]) -> Proved:
    return prove(
        document(
            statement(StatementKind.INCOME, FOUR, rows),
            statement(StatementKind.RECONCILIATION, FOUR, RECONCILIATION, index=1),
        )
    )


def test_total_with_a_changed_digit_is_repaired_by_its_parts_and_its_use() -> None:
    result = proved_income(with_cell(INCOME, "Total cost and expenses", 0, "46,193"))
    (repair,) = result.repairs
    assert (repair.ref, repair.taken, repair.printed) == (Ref(0, 7, 0), Decimal(46_493_000), "46,193")
    assert len(repair.proof) >= 2
    assert "Total cost and expenses" in repair.words
    assert "line 8" in repair.words


def test_part_with_a_changed_digit_is_refused_with_the_others_that_may_be_wrong() -> None:
    result = proved_income(with_cell(INCOME, "Sales and marketing", 1, "14,713"))
    assert not result.repairs
    refused = {refusal.ref for refusal in result.refusals}
    assert Ref(0, 3, 1) in refused
    assert all(ref.column == 1 for ref in refused)
    (finding,) = (one for one in result.findings if one.code == "proving.inconsistent")
    assert "12,713" in finding.message


def test_wrong_sign_is_repaired() -> None:
    result = proved_income(with_cell(INCOME, "(Benefit from) provision for income taxes", 1, "(1,030)"))
    assert [(repair.ref, repair.taken) for repair in result.repairs] == [(Ref(0, 12, 1), Decimal(1_030_000))]


def test_figures_that_differ_in_the_last_digit_are_no_damage() -> None:
    rows = with_cell(INCOME, "Total cost and expenses", 0, "46,494")
    assert not proved_income(rows).repairs
    assert not proved_income(rows).refusals


def test_exchanged_columns_of_a_row_are_put_back() -> None:
    rows = with_cell(BALANCE, "Property and equipment, net", 0, "17,494")
    rows = with_cell(rows, "Property and equipment, net", 1, "18,183")
    result = prove(document(statement(StatementKind.BALANCE, (NOW, YEAR_END), rows)))
    taken = {repair.ref.column: repair.taken for repair in result.repairs}
    assert taken in ({0: Decimal(18_183_000), 1: Decimal(17_494_000)}, {})
    if not taken:
        assert {refusal.ref for refusal in result.refusals} >= {Ref(0, 7, 0), Ref(0, 7, 1)}


def test_section_that_lacks_a_row_is_told_and_nothing_refused() -> None:
    rows = tuple(row for row in BALANCE if row[0] != "Accounts receivable, net")
    result = prove(document(statement(StatementKind.BALANCE, (NOW, YEAR_END), rows)))
    assert not result.refusals
    (finding,) = (one for one in result.findings if one.code == "proving.missing-row")
    assert "32,726 and 23,836" in finding.message


def test_total_misread_in_every_column_is_found() -> None:
    rows: tuple[Printed, ...] = (
        ("Net sales", "57,618", "52,247"),
        ("Membership fees", "1,124", "1,068"),
        ("Total revenue", "38,742", "33,315"),
        ("Merchandise costs", "51,604", "46,672"),
        ("Selling, general and administrative", "5,213", "4,981"),
        ("Operating income", "1,925", "1,662"),
    )
    result = prove(document(statement(StatementKind.INCOME, (Q3, Q3_BEFORE), rows, scale=6)))
    taken = [(repair.ref.column, repair.taken.scaleb(-6)) for repair in result.repairs]
    assert taken == [(0, Decimal(58_742)), (1, Decimal(53_315))]


def test_verdict_of_a_refused_figure_says_so() -> None:
    rows = with_cell(INCOME, "Sales and marketing", 1, "14,713")
    whole = document(statement(StatementKind.INCOME, FOUR, rows))
    entries = whole.statements[0].entries
    read = tuple(Verdict(one.figure.place, one.figure.print, Outcome.READ) for one in entries)
    result = prove(evolve(whole, verdicts=read))
    refused = [verdict for verdict in result.verdicts if verdict.outcome is Outcome.REFUSED]
    assert len(refused) == len(result.refusals)
    assert all(verdict.reason for verdict in refused)


EXCHANGED: tuple[Printed, ...] = (
    ("Gross profit", "57,375", "63,903", "53,110", "57,214"),
    ("Operating expenses:",),
    ("Sales and marketing", "24,460", "23,006", "20,745", "23,150"),
    ("Restructuring", "11,718", "11,699", "7,136", "9,546"),
    ("Total operating expenses", "36,178", "34,705", "27,881", "32,696"),
    ("end:",),
    ("Income from operations", "29,198", "21,197", "25,229", "24,518"),
    ("Other income (expense), net", "-", "(109)", "53", "-"),
    ("Income before income taxes", "21,197", "29,089", "25,282", "24,518"),
)


def test_exchange_that_mends_two_columns_goes_before_two_changed_digits() -> None:
    """By the rounding of a dash, 21,198 and 29,197 would do as well, one digit from what is printed."""
    result = prove(document(statement(StatementKind.INCOME, FOUR, EXCHANGED)))
    taken = {repair.ref.column: repair.taken for repair in result.repairs}
    assert taken == {0: Decimal(21_197_000), 1: Decimal(29_198_000)}
    told = [one.message for one in result.findings if one.code == "proving.repaired"]
    assert len(told) == len(set(told)) == 2


def test_repair_is_known_as_exactly_as_its_table_is_printed() -> None:
    result = proved_income(with_cell(INCOME, "Total cost and expenses", 0, "46.493"))
    (repair,) = result.repairs
    assert (repair.taken, repair.decimals) == (Decimal(46_493_000), -3)


_SPENT = (
    ("Operating expenses:",),
    ("Research", "6,788", "5,477", "37,658"),
    ("Administration", "2,124", "1,724", "11,512"),
    ("Amortization", "437", "32", "2,011"),
    ("Total operating expenses", "9,349", "7,525", "48,181"),
    ("Interest", "228", "189", "1,175"),
)


def test_the_sum_of_a_whole_section_is_known_by_one_column_that_comes_out() -> None:
    """Of the others, each fails by another amount, as where several figures were misread."""
    result = prove(document(statement(StatementKind.INCOME, (Q3, Q3_BEFORE, NINE), _SPENT)))
    settled = {refusal.ref for refusal in result.refusals} | {repair.ref for repair in result.repairs}
    assert {Ref(0, 3, 1), Ref(0, 1, 2)} <= settled
    assert not any(ref.column == 0 for ref in settled)


def test_nil_in_a_column_shows_no_sum_of_the_others() -> None:
    """A row that is none of the parts is nil there, and the sum comes out without it."""
    rows = (
        ("Operating expenses:",),
        ("Research", "6,788", "5,477", "3,658"),
        ("Administration", "2,124", "1,724", "1,512"),
        ("Of which stock", "-", "312", "411"),
        ("Total operating expenses", "8,912", "7,201", "5,170"),
    )
    assert not prove(document(statement(StatementKind.INCOME, (Q3, Q3_BEFORE, NINE), rows))).refusals


def test_the_sum_of_a_section_is_known_by_its_heading_where_no_column_comes_out() -> None:
    """One column falls short and the other exceeds: no row is missing, figures are misread."""
    rows = (
        ("Current assets:",),
        ("Cash", "12,266", "13,721"),
        ("Receivables", "11,539", "13,127"),
        ("Inventories", "16,644", "20,033"),
        ("Prepaid expenses", "14,626", "13,512"),
        ("Total current assets", "61,075", "50,393"),
    )
    result = prove(document(statement(StatementKind.BALANCE, (NOW, YEAR_END), rows)))
    assert {Ref(0, 2, 0), Ref(0, 5, 1)} <= {refusal.ref for refusal in result.refusals}
