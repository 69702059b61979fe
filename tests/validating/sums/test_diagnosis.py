"""What a failing sum is put down to: each slip by name, and no slip where nothing fits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from xbrlgen.validating.facts import Aspects, Instance, Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Arc, Network, Outcome, Status
from xbrlgen.validating.sums.calculation import check
from xbrlgen.validating.sums.diagnosis import Diagnosis, Neighbours, Slip, diagnose

PLACES = (Aspects(("s", "e"), "", "2013"), Aspects(("s", "e"), "", "2012"))

SUM = Network(
    "r", "t", (Arc("i0", Decimal(1)), Arc("i1", Decimal(1)), Arc("i2", Decimal(-1)), Arc("i3", Decimal(1)))
)
BESIDE = (
    Reported(0, "t", 0, 0, Decimal(1400), 0, context="c0", unit="USD"),
    Reported(1, "i0", 0, 0, Decimal(1000), 0, context="c0", unit="USD"),
    Reported(2, "i1", 1, 0, Decimal(400), 0, context="c1", unit="USD"),
    Reported(3, "i2", 0, 1, Decimal(-400), 0, context="c0", unit="EUR"),
    Reported(4, "i3", 1, 1, Decimal(400), 0, context="c1", unit="EUR"),
)


def sum_of(
    total: str, *items: str, weights: str = "", others: dict[str, str] | None = None
) -> list[Diagnosis]:
    """The diagnosis of one sum; ``others`` are facts of the same context, ``name@1`` of another one."""
    signs = weights or "+" * len(items)
    arcs = tuple(Arc(f"i{number}", Decimal(f"{sign}1")) for number, sign in enumerate(signs))
    given = {"t": total, **{f"i{number}": item for number, item in enumerate(items)}, **(others or {})}
    facts = tuple(
        Reported(index, name.partition("@")[0], int("@" in name), 0, Decimal(value), 0, context=name)
        for index, (name, value) in enumerate(given.items())
    )
    here = [fact for fact in facts if fact.aspects == 0]
    (outcome,) = (one for one in check(here, [Network("r", "t", arcs)], Mode.C11R) if one.total)
    return list(diagnose(outcome, Neighbours.of(Instance(("x",), facts, PLACES), ())))


@pytest.mark.parametrize(
    ("total", "items", "slip", "concept", "words"),
    [
        ("1300", ("1000", "700", "-400"), None, "", ""),
        ("600", ("1000", "400"), Slip.SIGN, "i1", "-400 instead of 400"),
        ("-1400", ("1000", "400"), Slip.SIGN, "t", "1,400 as the total"),
        ("1400", ("1000", "400000"), Slip.SCALE, "i1", "400 for 400,000"),
        ("5170", ("1000", "4710"), Slip.TRANSPOSED, "i1", "4,170 for 4,710"),
        ("5710", ("1000", "4710", "800"), Slip.DOUBLED, "i2", "without its 800"),
        ("5712", ("1000", "4710"), Slip.ROUNDING, "t", "within one unit"),
        ("5910", ("1000", "4710"), Slip.DIGIT, "i0", "1,200 for 1,000"),
    ],
)
def test_a_slip_that_explains_the_difference_is_named(
    total: str, items: tuple[str, ...], slip: Slip | None, concept: str, words: str
) -> None:
    found = sum_of(total, *items)
    if slip is None:
        assert found == []
        return
    fitting = [one for one in found if one.slip is slip and one.concept == concept]
    assert fitting, found
    assert words in fitting[0].evidence


def test_a_wrong_weight_is_named_beside_the_wrong_sign() -> None:
    found = sum_of("600", "1000", "400")
    assert [one.slip for one in found[:2]] == [Slip.SIGN, Slip.WEIGHT]
    assert "weight -1" in found[1].evidence


def test_a_contributor_that_the_network_lacks_is_named() -> None:
    found = sum_of("5977", "1000", "4710", others={"forgotten": "267"})
    assert (Slip.MISSING, "forgotten") in [(one.slip, one.concept) for one in found]


def test_a_value_of_another_period_is_named() -> None:
    found = sum_of("5853", "1000", "4710", others={"i1@1": "4853"})
    assert (Slip.PERIOD, "i1") in [(one.slip, one.concept) for one in found]


def test_a_contributor_in_another_context_is_named() -> None:
    (outcome,) = (one for one in check(BESIDE[:2], [SUM], Mode.C11R) if one.total)
    found = diagnose(outcome, Neighbours.of(Instance(("x",), BESIDE, PLACES), ()))
    assert [(one.slip, one.concept, one.facts) for one in found] == [
        (Slip.CONTEXT, "i1", (2,)),
        (Slip.UNIT, "i2", (3,)),
    ]
    assert found[0].evidence == "the sum holds with its 400, reported in c1"
    assert found[1].evidence == "the sum holds with its -400, reported in EUR"


def test_a_fact_that_another_sum_bears_out_comes_last() -> None:
    one, other = (
        Reported(index, name, 0, 0, Decimal(value), 0)
        for index, name, value in ((0, "a", "4710"), (1, "t", "4170"))
    )
    (outcome,) = (
        found for found in check((one, other), [Network("r", "t", (Arc("a", Decimal(1)),))], Mode.C11R)
    )
    proved = Outcome(Mode.C11R, Network("r", "u", ()), ((), 0, 0), Status.CONSISTENT, total=(one,))
    neighbours = Neighbours.of(Instance(("x",), (one, other), PLACES), (outcome, proved))
    assert [found.concept for found in diagnose(outcome, neighbours)][:1] == ["t"]
    alone = diagnose(outcome, evolve(neighbours, borne_out=frozenset()))
    assert [found.concept for found in alone][:1] == ["a"]
