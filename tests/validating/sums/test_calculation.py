"""The summation rules of XBRL 2.1 (5.2.5.2) and Calculations 1.1, case by case."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xbrlgen.validating.facts import Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Arc, Network, Outcome, Reason, Status
from xbrlgen.validating.sums.calculation import check

ALL = tuple(Mode)
C10, C10D, C11R, C11T = ALL


def fact(  # noqa: PLR0917 - short in the tests below
    concept: str,
    value: str | None,
    decimals: int | None = 0,
    context: int = 0,
    unit: int = 0,
    scope: tuple[int, ...] = (),
    known: bool = True,
) -> Reported:
    return Reported(
        0,
        concept,
        context,
        unit,
        None if value is None else Decimal(value),
        decimals,
        is_nil=value is None,
        scope=scope,
        has_accuracy=known,
    )


def network(*arcs: tuple[str, str], total: str = "t", version: str = "1.0") -> Network:
    return Network("role", total, tuple(Arc(item, Decimal(weight)) for item, weight in arcs), version)


TWO = network(("a", "1"), ("b", "1"))


def verdicts(facts: list[Reported], mode: Mode, net: Network = TWO) -> list[Status | Reason]:
    return [outcome.reason or outcome.status for outcome in check(facts, [net], mode)]


def only(facts: list[Reported], mode: Mode, net: Network = TWO) -> Outcome:
    (outcome,) = check(facts, [net], mode)
    return outcome


@pytest.mark.parametrize("mode", ALL)
def test_a_total_that_is_the_sum_is_consistent(mode: Mode) -> None:
    facts = [fact("t", "30", None), fact("a", "10", None), fact("b", "20", None)]
    assert verdicts(facts, mode) == [Status.CONSISTENT]


@pytest.mark.parametrize("mode", ALL)
def test_a_total_that_is_not_the_sum_is_inconsistent_by_its_difference(mode: Mode) -> None:
    outcome = only([fact("t", "31", None), fact("a", "10", None), fact("b", "20", None)], mode)
    assert outcome.status is Status.INCONSISTENT
    assert outcome.difference == Decimal(1)


@pytest.mark.parametrize("mode", ALL)
def test_weights_count(mode: Mode) -> None:
    net = network(("a", "1"), ("b", "-1"))
    assert verdicts([fact("t", "-10"), fact("a", "10"), fact("b", "20")], mode, net) == [Status.CONSISTENT]


@pytest.mark.parametrize("mode", ALL)
def test_a_missing_contributor_counts_as_nothing_and_is_named(mode: Mode) -> None:
    outcome = only([fact("t", "10"), fact("a", "10")], mode)
    assert outcome.status is Status.CONSISTENT
    assert [arc.item for arc in outcome.missing] == ["b"]


@pytest.mark.parametrize("mode", ALL)
def test_a_nil_contributor_counts_as_nothing(mode: Mode) -> None:
    assert verdicts([fact("t", "10"), fact("a", "10"), fact("b", None)], mode) == [Status.CONSISTENT]


@pytest.mark.parametrize("mode", ALL)
def test_a_nil_total_binds_nothing(mode: Mode) -> None:
    assert verdicts([fact("t", None), fact("a", "10")], mode) == [Reason.NIL_TOTAL]


@pytest.mark.parametrize("mode", ALL)
def test_contributors_that_are_all_nil_bind_nothing(mode: Mode) -> None:
    assert verdicts([fact("t", "5"), fact("a", None), fact("b", None)], mode) == [Reason.NIL_ITEMS]


@pytest.mark.parametrize("mode", ALL)
def test_a_total_without_contributors_is_told(mode: Mode) -> None:
    assert verdicts([fact("t", "5")], mode) == [Reason.NO_ITEM]


@pytest.mark.parametrize("mode", ALL)
def test_a_total_in_another_context_is_told_and_never_called_consistent(mode: Mode) -> None:
    facts = [fact("t", "5"), fact("a", "7", context=1)]
    assert verdicts(facts, mode) == [Reason.OTHER_CONTEXT, Reason.NO_TOTAL]


@pytest.mark.parametrize("mode", ALL)
def test_units_do_not_mix(mode: Mode) -> None:
    facts = [fact("t", "5"), fact("a", "5"), fact("b", "9", unit=1)]
    assert verdicts(facts, mode) == [Status.CONSISTENT, Reason.NO_TOTAL]


def test_in_c10_numbers_are_rounded_to_their_decimals_before_they_are_added() -> None:
    facts = [fact("t", "1200", -2), fact("a", "640", -1), fact("b", "559", -2)]
    assert only(facts, C10).computed is not None
    assert verdicts(facts, C10) == [Status.CONSISTENT]


def test_in_c10_the_sum_is_rounded_half_to_even_at_the_decimals_of_the_total() -> None:
    assert verdicts([fact("t", "2"), fact("a", "2.5", 1)], C10) == [Status.CONSISTENT]
    assert verdicts([fact("t", "3"), fact("a", "2.5", 1)], C10) == [Status.INCONSISTENT]


def test_in_c10_precision_zero_is_always_inconsistent() -> None:
    assert verdicts([fact("t", "5", None, known=False), fact("a", "5")], C10) == [Status.INCONSISTENT]


def test_in_c10_a_total_or_a_contributor_reported_twice_does_not_bind() -> None:
    assert verdicts([fact("t", "5"), fact("t", "5"), fact("a", "5")], C10) == [Reason.DUPLICATE_TOTAL]
    assert verdicts([fact("t", "5"), fact("a", "5"), fact("a", "5")], C10) == [Reason.DUPLICATE_ITEM]


def test_c10d_takes_the_most_accurate_of_consistent_copies() -> None:
    facts = [fact("t", "12.4", 1), fact("a", "12", 0), fact("a", "12.4", 1)]
    assert verdicts(facts, C10D) == [Status.CONSISTENT]
    assert only(facts, C10D).parts[0].facts[0].value == Decimal("12.4")


def test_c10d_does_not_bind_copies_that_contradict_each_other() -> None:
    facts = [fact("t", "12", 0), fact("a", "12", 0), fact("a", "13", 0)]
    assert verdicts(facts, C10D) == [Reason.CONFLICT]


def test_c10_ignores_calculations_of_version_1_1() -> None:
    net = network(("a", "1"), version="1.1")
    facts = [fact("t", "5"), fact("a", "7")]
    assert verdicts(facts, C10, net) == []
    assert verdicts(facts, C11R, net) == [Status.INCONSISTENT]


def test_in_c10_items_in_a_tuple_bind_to_a_total_outside_it_but_not_the_other_way() -> None:
    facts = [fact("t", "30"), fact("a", "10", scope=(1,)), fact("a", "20", scope=(2,))]
    assert [one.status for one in check(facts, [TWO], C10) if one.total] == [Status.CONSISTENT]
    facts = [fact("t", "30", scope=(1,)), fact("a", "30")]
    assert verdicts(facts, C10) == [Reason.OTHER_CONTEXT, Reason.NO_TOTAL]


def test_c11_leaves_tuples_out() -> None:
    assert verdicts([fact("t", "30"), fact("a", "10", scope=(1,))], C11R) == [Reason.NO_ITEM]


def test_c11r_allows_what_rounding_allows() -> None:
    facts = [fact("t", "3"), fact("a", "1"), fact("b", "1")]
    assert verdicts(facts, C11R) == [Status.CONSISTENT]
    assert verdicts(facts, C10) == [Status.INCONSISTENT]


def test_c11r_counts_both_ends_of_an_interval() -> None:
    assert verdicts([fact("t", "2.5", None), fact("a", "2", 0)], C11R) == [Status.CONSISTENT]
    assert verdicts([fact("t", "2.51", None), fact("a", "2", 0)], C11R) == [Status.INCONSISTENT]


def test_c11t_takes_numbers_as_cut_off_at_their_decimals() -> None:
    assert verdicts([fact("t", "2.99", None), fact("a", "2", 0)], C11T) == [Status.CONSISTENT]
    assert verdicts([fact("t", "3", None), fact("a", "2", 0)], C11T) == [Status.INCONSISTENT]
    assert verdicts([fact("t", "1.9", None), fact("a", "2", 0)], C11T) == [Status.INCONSISTENT]


def test_c11t_cuts_negative_numbers_towards_zero_and_leaves_zero_open_to_both_sides() -> None:
    assert verdicts([fact("t", "-2.9", None), fact("a", "-2", 0)], C11T) == [Status.CONSISTENT]
    assert verdicts([fact("t", "0.9", None), fact("a", "0", 0)], C11T) == [Status.CONSISTENT]
    assert verdicts([fact("t", "1", None), fact("a", "0", 0)], C11T) == [Status.INCONSISTENT]


def test_c11t_turns_open_ends_round_with_a_negative_weight() -> None:
    minus = network(("a", "-1"))
    assert verdicts([fact("t", "-2", None), fact("a", "2", 0)], C11T, minus) == [Status.CONSISTENT]
    assert verdicts([fact("t", "-3", None), fact("a", "2", 0)], C11T, minus) == [Status.INCONSISTENT]


def test_c11_takes_the_common_interval_of_copies_of_different_accuracy() -> None:
    facts = [fact("t", "12.4", 1), fact("a", "12", 0), fact("a", "12.4", 1)]
    assert verdicts(facts, C11R) == [Status.CONSISTENT]
    far = [fact("t", "11.6", 1), fact("a", "12", 0), fact("a", "12.4", 1)]
    assert verdicts(far, C11R) == [Status.INCONSISTENT]


def test_c11_does_not_check_with_copies_that_contradict_each_other() -> None:
    facts = [fact("t", "12"), fact("a", "12"), fact("a", "13")]
    assert verdicts(facts, C11R) == [Reason.CONFLICT]
    nil = [fact("t", "12"), fact("a", "12"), fact("a", None)]
    assert verdicts(nil, C11R) == [Reason.CONFLICT]


def test_c11_does_not_check_with_digits_beyond_the_decimals() -> None:
    assert verdicts([fact("t", "12.5", 0), fact("a", "12")], C11R) == [Reason.EXCESS_DIGITS]
    assert verdicts([fact("t", "1250", -2), fact("a", "12")], C11R) == [Reason.EXCESS_DIGITS]


def test_sums_of_far_apart_magnitudes_are_exact() -> None:
    facts = [fact("t", "1" + "0" * 60 + "1", None), fact("a", "1" + "0" * 61, None), fact("b", "1", None)]
    assert verdicts(facts, C10) == [Status.CONSISTENT]
    assert verdicts(facts, C11R) == [Status.CONSISTENT]
