"""Laws of proving: what is consistent is never called inconsistent, and damage never explained wrongly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import tries
from tests.properties.strategies_consistent import releases
from tests.properties.strategies_damaged import (
    KINDS,
    Damaged,
    Release,
    cut_releases,
    damaged_releases,
    exchanged_releases,
    shortened_releases,
)
from tests.proving.building import NINE, NINE_BEFORE, Q3, Q3_BEFORE, document, statement
from xbrlgen.findings import Severity
from xbrlgen.proving import prove
from xbrlgen.proving.identity import IdentityKind, Outcome, Proved, Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import StatementKind

# The same examples every time: a release is large to shrink. The benchmark draws others.
SLOW = settings(
    max_examples=tries(12), derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@SLOW
@given(releases().map(Release))
def test_consistent_release_is_never_called_inconsistent(sound: Release) -> None:
    result = prove(sound.document)
    assert not [one for one in result.identities if one.outcome is Outcome.FAILS]
    assert not result.repairs
    assert not result.refusals
    assert [finding for finding in result.findings if finding.severity > Severity.INFO] == []


@SLOW
@given(releases((1_000, 10_000, 100_000)).map(Release))
def test_most_figures_of_a_consistent_release_are_proved(sound: Release) -> None:
    assert prove(sound.document).share() >= Decimal("0.85")


@pytest.mark.parametrize("kind", sorted(KINDS))
@SLOW
@given(data=st.data())
def test_damage_is_never_explained_wrongly(kind: str, data: st.DataObject) -> None:
    damaged = data.draw(damaged_releases(kind))
    result = prove(damaged.document)
    for repair in result.repairs:
        assert repair.ref == damaged.ref
        assert repair.taken == damaged.original


@SLOW
@given(exchanged_releases())
def test_exchanged_figures_are_put_back_or_refused_but_never_otherwise(damaged: Damaged) -> None:
    before = {ref: value for ref, value in values_of(damaged.sound).items() if ref.statement >= 0}
    for repair in prove(damaged.document).repairs:
        assert repair.taken == before[repair.ref]


@SLOW
@given(shortened_releases())
def test_missing_row_makes_no_other_figure_wrong(damaged: Damaged) -> None:
    assert prove(damaged.document).repairs == ()


@SLOW
@given(cut_releases().map(Release))
def test_column_without_last_digits_is_refused_and_holds_within_its_intervals(cut: Release) -> None:
    result = prove(cut.document)
    assert not [one for one in result.identities if one.outcome is Outcome.FAILS]
    assert not result.repairs
    assert {refusal.kind for refusal in result.refusals} <= {"lost-digit"}


def values_of(document: Document) -> dict[Ref, Decimal | None]:
    """The printed values of the tables."""
    return {Ref(s.index, e.row, e.column): e.value for s in document.statements for e in s.entries}


@SLOW
@given(damaged_releases())
def test_damage_beyond_the_rounding_of_a_sum_is_found(damaged: Damaged) -> None:
    sound = prove(damaged.sound)
    if damaged.before == damaged.after or not breaks_a_sum(sound, damaged):
        return
    result = prove(damaged.document)
    assert result.repair(damaged.ref) or result.refusal(damaged.ref), (damaged.before, damaged.after)


def breaks_a_sum(sound: Proved, damaged: Damaged) -> bool:
    """Whether the damage moves a figure further than the sums of the sound release allow."""
    moved = abs(damaged.now - damaged.original)
    sums = [one for one in sound.identities_of(damaged.ref) if one.kind is IdentityKind.SUM]
    return any(one.slack is not None and one.difference is not None and moved > 2 * one.slack for one in sums)


@SLOW
@given(damaged_releases())
def test_without_repair_nothing_is_taken(damaged: Damaged) -> None:
    result = prove(damaged.document, repair=False)
    assert not result.repairs
    assert result.value(damaged.ref) in {None, damaged.now}


@SLOW
@given(damaged_releases())
def test_printed_figures_and_their_order_are_left_alone(damaged: Damaged) -> None:
    result = prove(damaged.document)
    assert result.document.figures == damaged.document.figures


@SLOW
@given(damaged_releases())
def test_proving_is_deterministic(damaged: Damaged) -> None:
    assert prove(damaged.document) == prove(damaged.document)


@SLOW
@given(damaged_releases(), st.integers(0, 50))
def test_limit_always_ends_the_search(damaged: Damaged, limit: int) -> None:
    result = prove(damaged.document, limit=limit)
    assert all(repair.taken == damaged.original for repair in result.repairs)


@SLOW
@given(damaged_releases())
def test_refused_figures_are_not_proved_and_have_no_value(damaged: Damaged) -> None:
    result = prove(damaged.document)
    for refusal in result.refusals:
        assert refusal.ref not in result.proved
        assert result.value(refusal.ref) is None
        assert refusal.kind
        assert refusal.reason


LABELS = st.sampled_from(
    ("Revenue", "Other", "Total assets", "Total", "Net income", "Net cash used in investing activities", "")
)
PRINTS = st.sampled_from(
    ("-", "3", "(12)", "45", "1,204", "(7,310)", "88,001", "103,33", "3 400", "17.000", "Ψ 3,130")
)


@SLOW
@given(
    st.lists(st.tuples(LABELS, PRINTS, PRINTS, PRINTS), min_size=1, max_size=14),
    st.sampled_from(StatementKind),
)
def test_unrelated_numbers_are_never_repaired_wrongly_and_never_break_it(
    rows: list[tuple[str, ...]], kind: StatementKind
) -> None:
    whole = document(statement(kind, (Q3, NINE, NINE_BEFORE), rows))
    result = prove(whole)
    assert result.document.figures == whole.figures
    assert all(result.value(refusal.ref) is None for refusal in result.refusals)


def test_long_table_of_unrelated_numbers_ends_with_a_finding() -> None:
    numbers = [(7919 * n * n + 104_729 * n) % 99_991 + 1 for n in range(600)]
    rows = [(f"Total {n}", *(f"{numbers[4 * n + c]:,}" for c in range(4))) for n in range(150)]
    result = prove(document(statement(StatementKind.OTHER, (Q3, NINE, NINE_BEFORE, Q3_BEFORE), rows)))
    assert any(finding.code == "proving.limit" for finding in result.findings)
    assert not result.repairs


@given(st.integers(-3, 10))
def test_an_unknown_name_has_no_figure(number: int) -> None:
    result = prove(Document(()))
    assert result.value(Ref(number, 0)) is None
    assert result.identities_of(Ref(number, 0)) == ()
