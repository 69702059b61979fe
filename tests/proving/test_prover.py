"""What proving makes of a whole release, sound and damaged."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from tests.proving.building import NINE
from tests.proving.samples import damaged, sound
from xbrlgen.findings import Severity
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Outcome, Proved, Ref


@pytest.fixture(scope="module")
def proved() -> Proved:
    return prove(damaged())


def row_of(result: Proved, statement: int, label: str) -> list[int]:
    rows = result.document.statements[statement].rows
    return [row.index for row in rows if row.label.startswith(label) and not row.is_heading]


def test_sound_release_is_proved_whole() -> None:
    result = prove(sound())
    assert result.share() == 1
    assert all(identity.outcome is Outcome.HOLDS for identity in result.identities)
    assert not result.repairs
    assert not result.refusals
    assert [f.code for f in result.findings if f.severity > Severity.INFO] == []


def test_cost_of_revenue_under_stock_compensation_is_another_amount() -> None:
    result = prove(sound())
    by_line = Ref(3, row_of(result, 3, "Cost of revenue")[0], 0)
    assert [one.total.statement for one in result.identities_of(by_line)] == [3]


def test_amortization_by_line_is_tied_to_the_row_of_its_own_amount() -> None:
    result = prove(sound())
    line = Ref(4, row_of(result, 4, "General")[0], 0)
    total = Ref(4, row_of(result, 4, "Total")[0], 0)
    operating = Ref(0, row_of(result, 0, "Amortization")[0], 0)
    reconciled = Ref(1, row_of(result, 1, "Amortization")[0], 0)
    tied = {
        frozenset((one.total, *(t.ref for t in one.terms)))
        for one in result.identities
        if len(one.terms) == 1
    }
    assert frozenset((line, operating)) in tied
    assert frozenset((total, reconciled)) in tied
    assert frozenset((operating, reconciled)) not in tied


def test_wrong_heading_is_read_as_the_period_of_its_totals(proved: Proved) -> None:
    for statement in proved.document.statements[3:]:
        assert statement.columns[1].period == NINE
        assert statement.columns[1].derived
    assert sum(finding.code == "proving.heading" for finding in proved.findings) == 2


def test_ghost_of_a_row_is_refused(proved: Proved) -> None:
    (row,) = row_of(proved, 1, "(less)")
    reasons = [proved.refusal(Ref(1, row, column)) for column in range(4)]
    assert [reason and reason.kind for reason in reasons] == ["ghost"] * 4


def test_numbers_made_up_are_refused_and_the_right_one_beside_them_kept(proved: Proved) -> None:
    (row,) = row_of(proved, 1, "Provision for doubtful")
    reasons = [proved.refusal(Ref(1, row, column)) for column in range(3)]
    assert [reason and reason.kind for reason in reasons] == ["does-not-belong"] * 3
    assert proved.value(Ref(1, row, 3)) == 20_000
    assert Ref(1, row, 3) in proved.proved


def test_glued_numbers_are_taken_from_the_income_statement(proved: Proved) -> None:
    row = row_of(proved, 1, "Other income")[0]
    taken = [proved.repair(Ref(1, row, column)) for column in range(4)]
    assert [repair and repair.taken for repair in taken] == [None, Decimal(41_000), None, Decimal(155_000)]


def test_column_without_last_digits_is_refused_with_that_reason(proved: Proved) -> None:
    refused = Counter(refusal.kind for refusal in proved.refusals if refusal.ref.statement == 2)
    assert refused == {"lost-digit": 15}
    (finding,) = (finding for finding in proved.findings if finding.code == "proving.lost-digit")
    assert "December 31, 2012" in finding.message
    assert "hold" in finding.message


def test_sound_column_beside_the_damaged_one_is_proved(proved: Proved) -> None:
    now = {Ref(2, entry.row, 0) for entry in proved.document.statements[2].entries}
    assert now <= proved.proved


def test_without_repair_the_same_figures_are_refused() -> None:
    result = prove(damaged(), repair=False)
    assert not result.repairs
    row = row_of(result, 1, "Other income")[0]
    assert result.refusal(Ref(1, row, 1))
    assert result.refusal(Ref(1, row, 3))
    assert result.document.statements[3].columns[1].period != NINE
    assert result.refusal(Ref(3, 4, 1))


def test_limit_ends_the_search_with_a_finding() -> None:
    result = prove(damaged(), limit=3)
    assert any(finding.code == "proving.limit" for finding in result.findings)
    assert not result.repairs


def test_labels_are_recognised_as_repeating_the_same_fact(proved: Proved) -> None:
    adjusted, ebitda = row_of(proved, 1, "Adjusted EBITDA")
    for column in range(4):
        kinds = {
            one.kind.name
            for one in proved.identities_of(Ref(1, ebitda, column))
            if Ref(1, adjusted, column) in {one.total, *(t.ref for t in one.terms)}
        }
        assert kinds == {"REPETITION"}
