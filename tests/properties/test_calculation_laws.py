"""Laws of the native engine: what must hold for every network and every set of facts."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.validating.accuracy import Interval, at_decimals, has_excess_digits, interval
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Arc, Network, Status
from xbrlgen.validating.sums.calculation import check

MODES = st.sampled_from(Mode)
AMOUNTS = st.decimals(-(10**9), 10**9, places=3)
ACCURACIES = st.none() | st.integers(-9, 3)
ENDS = st.integers(-50, 50).map(Decimal)


def reported(concept: str, value: Decimal, decimals: int | None, context: int = 0) -> Reported:
    return Reported(0, concept, context, 0, value, decimals)


@st.composite
def facts_and_network(draw: st.DrawFn) -> tuple[list[Reported], Network]:
    items = draw(st.lists(st.tuples(AMOUNTS, ACCURACIES, st.sampled_from([1, -1])), min_size=1, max_size=5))
    arcs = tuple(Arc(f"i{number}", Decimal(weight)) for number, (_, _, weight) in enumerate(items))
    total, accuracy = draw(st.tuples(AMOUNTS, ACCURACIES))
    facts = [reported(f"i{number}", value, decimals) for number, (value, decimals, _) in enumerate(items)]
    return [*facts, reported("t", total, accuracy)], Network("r", "t", arcs)


def statuses(facts: list[Reported], network: Network, mode: Mode) -> list[tuple[Status, object]]:
    return [(one.status, one.reason) for one in check(facts, [network], mode)]


@given(facts_and_network(), MODES, st.randoms(use_true_random=False))
def test_the_order_of_facts_and_arcs_changes_nothing(held, mode, random) -> None:  # type: ignore[no-untyped-def] # drawn
    facts, network = held
    mixed, arcs = random.sample(facts, len(facts)), random.sample(network.arcs, len(network.arcs))
    before = statuses(facts, network, mode)
    assert statuses(mixed, evolve(network, arcs=tuple(arcs)), mode) == before


@given(facts_and_network(), MODES, st.integers(-6, 6))
def test_thousands_for_units_change_nothing(held, mode, power) -> None:  # type: ignore[no-untyped-def] # drawn
    facts, network = held
    moved = [
        evolve(
            fact,
            value=fact.value.scaleb(power),
            decimals=None if fact.decimals is None else fact.decimals - power,
        )
        for fact in facts
    ]
    assert statuses(moved, network, mode) == statuses(facts, network, mode)


@given(facts_and_network(), MODES)
def test_turning_every_sign_changes_nothing(held, mode) -> None:  # type: ignore[no-untyped-def] # drawn
    facts, network = held
    turned = [evolve(fact, value=-fact.value) for fact in facts]
    assert statuses(turned, network, mode) == statuses(facts, network, mode)


@given(st.lists(st.tuples(AMOUNTS, st.integers(-6, 3)), min_size=1, max_size=6), st.integers(-6, 3))
def test_honest_rounding_is_never_called_inconsistent(items, accuracy) -> None:  # type: ignore[no-untyped-def] # drawn
    network = Network("r", "t", tuple(Arc(f"i{number}", Decimal(1)) for number in range(len(items))))
    facts = [
        reported(f"i{number}", at_decimals(true, decimals), decimals)
        for number, (true, decimals) in enumerate(items)
    ]
    total = at_decimals(sum((true for true, _ in items), Decimal(0)), accuracy)
    (outcome,) = check([*facts, reported("t", total, accuracy)], [network], Mode.C11R)
    assert outcome.status is Status.CONSISTENT


@given(facts_and_network())
def test_what_the_strict_mode_accepts_of_exact_numbers_every_mode_accepts(held) -> None:  # type: ignore[no-untyped-def] # drawn
    facts, network = held
    exact = [evolve(fact, decimals=None) for fact in facts]
    verdicts = {mode: statuses(exact, network, mode) for mode in Mode}
    assert len(set(map(str, verdicts.values()))) == 1


@given(AMOUNTS, st.integers(-6, 3), st.booleans())
def test_a_number_lies_in_its_own_interval(value: Decimal, decimals: int, truncate: bool) -> None:
    point = Interval(value, value)
    assert interval(reported("t", value, decimals), truncate=truncate).meets(point)


@given(ENDS, ENDS, ENDS, ENDS, st.tuples(*[st.booleans()] * 4))
def test_intervals_meet_either_way_round(a, b, c, d, opens) -> None:  # type: ignore[no-untyped-def] # drawn
    one = Interval(min(a, b), max(a, b), opens[0], opens[1])
    other = Interval(min(c, d), max(c, d), opens[2], opens[3])
    assert one.meets(other) == other.meets(one)
    inside = [Decimal(2 * half) / 4 for half in range(-101, 102)]
    common = [point for point in inside if _holds(one, point) and _holds(other, point)]
    assert one.meets(other) == bool(common)


def _holds(held: Interval, point: Decimal) -> bool:
    above = point > held.low or (point == held.low and not held.low_open)
    below = point < held.high or (point == held.high and not held.high_open)
    return above and below


@given(AMOUNTS, st.integers(-6, 3))
def test_a_number_has_excess_digits_unless_it_is_its_own_rounding(value: Decimal, decimals: int) -> None:
    assert has_excess_digits(reported("t", value, decimals)) == (at_decimals(value, decimals) != value)
