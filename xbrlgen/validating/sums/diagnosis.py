"""Why a sum fails: the one slip that would explain the difference exactly, with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum

from attrs import frozen

from xbrlgen.validating.accuracy import most_accurate
from xbrlgen.validating.facts import Instance, Reported
from xbrlgen.validating.outcomes import Outcome, Part, Status
from xbrlgen.validating.telling.describing import number


class Slip(Enum):
    """What may have gone wrong."""

    SIGN = "sign flip"
    WEIGHT = "wrong weight"
    SCALE = "scale slip"
    TRANSPOSED = "transposed digits"
    MISSING = "missing contributor"
    DOUBLED = "doubled contributor"
    PERIOD = "wrong period"
    CONTEXT = "other context"
    UNIT = "other unit"
    ROUNDING = "rounding"
    DIGIT = "one digit"


BESIDE = frozenset({Slip.CONTEXT, Slip.UNIT})
"""Slips of contributors that are there, but not where their sum looks for them."""


@frozen
class Diagnosis:
    """One slip that explains a difference: the concept it concerns and the evidence in words.

    ``facts`` are those that would have to change.
    """

    slip: Slip
    concept: str
    evidence: str
    facts: tuple[int, ...] = ()


@frozen
class Neighbours:
    """What else the report says: its numbers by concept, and the facts that other sums bear out."""

    by_concept: Mapping[str, Sequence[Reported]]
    borne_out: frozenset[int] = frozenset()

    @classmethod
    def of(cls, instance: Instance, outcomes: Iterable[Outcome]) -> Neighbours:
        """The neighbours of all sums of a report."""
        held: dict[str, list[Reported]] = {}
        for fact in instance.facts:
            if fact.is_numeric and fact.value is not None:
                held.setdefault(fact.concept, []).append(fact)
        right = (one for one in outcomes if one.status is Status.CONSISTENT)
        return cls(held, frozenset(fact.index for one in right for fact in _facts(one)))


def _facts(outcome: Outcome) -> Iterator[Reported]:
    yield from outcome.total
    for part in outcome.parts:
        yield from part.facts


_SCALES = (3, -3, 6, -6, 2, -2, 1, -1)
# Explanations of a difference; the likeliest is first.
_MOST = 3


def diagnose(outcome: Outcome, neighbours: Neighbours) -> tuple[Diagnosis, ...]:
    """The slips that would explain the difference of an inconsistent sum, the likeliest first.

    Slips of facts that other sums bear out come last.

    >>> from xbrlgen.validating.outcomes import Network
    >>> from xbrlgen.validating.modes import Mode
    >>> diagnose(Outcome(Mode.C11R, Network("", "", ()), ((), 0, 0), Status.CONSISTENT), Neighbours({}))
    ()
    """
    if outcome.status is not Status.INCONSISTENT or outcome.difference is None:
        return ()
    seekers: tuple[Callable[[Outcome, Neighbours], Iterator[Diagnosis]], ...] = (
        _elsewhere, _rounding, _sign, _scale, _transposed, _period, _missing, _doubled, _digit,
    )  # fmt: skip
    found = [one for seek in seekers for one in seek(outcome, neighbours)]
    found.sort(
        key=lambda one: one.slip not in BESIDE and not neighbours.borne_out.isdisjoint(one.facts),
    )
    return tuple(found[:_MOST])


def _value(part: Part) -> Decimal:
    return next((fact.value for fact in part.facts if fact.value is not None), Decimal(0))


def _slack(outcome: Outcome) -> Decimal:
    """How far apart both sides may be by rounding."""
    sides = [side for side in (outcome.reported, outcome.computed) if side is not None]
    return sum(((side.high - side.low) / 2 for side in sides), Decimal(0))


def _explains(outcome: Outcome, change: Decimal) -> bool:
    """Whether the sum would hold if the computed side grew by so much."""
    return (
        change != 0 and outcome.difference is not None and abs(outcome.difference - change) <= _slack(outcome)
    )


def _rounding(outcome: Outcome, _: Neighbours) -> Iterator[Diagnosis]:
    facts = [*outcome.total[:1], *(part.facts[0] for part in outcome.parts)]
    coarsest = [Decimal((0, (1,), -fact.decimals)) for fact in facts if fact.decimals is not None]
    allowed = sum(coarsest, Decimal(0))
    if outcome.difference is not None and 0 < abs(outcome.difference) <= allowed:
        words = f"the difference is within one unit of the last digit of each of the {len(facts)} facts"
        yield Diagnosis(Slip.ROUNDING, outcome.network.total, words)


def _sign(outcome: Outcome, _: Neighbours) -> Iterator[Diagnosis]:
    for part in outcome.parts:
        counted = part.arc.weight * _value(part)
        if _explains(outcome, -2 * counted):
            words = f"the sum holds with {number(-_value(part))} instead of {number(_value(part))}"
            yield Diagnosis(Slip.SIGN, part.arc.item, words, _indices(part.facts))
            yield Diagnosis(Slip.WEIGHT, part.arc.item, f"the sum holds with weight {-part.arc.weight}")
    total = most_accurate(outcome.total).value or Decimal(0)
    if total and _explains(outcome, 2 * total):
        words = f"the sum holds with {number(-total)} as the total"
        yield Diagnosis(Slip.SIGN, outcome.network.total, words, _indices(outcome.total))


def _replacements(outcome: Outcome) -> Iterator[tuple[str, Reported, Decimal]]:
    """Each fact with what a growth of it by one does to the computed side less the reported one."""
    for part in outcome.parts:
        yield part.arc.item, part.facts[0], part.arc.weight
    yield outcome.network.total, most_accurate(outcome.total), Decimal(-1)


def _scale(outcome: Outcome, _: Neighbours) -> Iterator[Diagnosis]:
    for concept, fact, effect in _replacements(outcome):
        value = fact.value or Decimal(0)
        for power in _SCALES:
            if _explains(outcome, effect * (value.scaleb(power) - value)):
                words = f"the sum holds with {number(value.scaleb(power))} for {number(value)}"
                yield Diagnosis(Slip.SCALE, concept, words, (fact.index,))


def _transposed(outcome: Outcome, _: Neighbours) -> Iterator[Diagnosis]:
    for concept, fact, effect in _replacements(outcome):
        value = fact.value or Decimal(0)
        for other in swaps(value):
            if _explains(outcome, effect * (other - value)):
                words = f"the sum holds with {number(other)} for {number(value)}"
                yield Diagnosis(Slip.TRANSPOSED, concept, words, (fact.index,))


def swaps(value: Decimal) -> Iterator[Decimal]:
    """The numbers that differ by two neighbouring digits in each other's place.

    >>> list(swaps(Decimal(123)))
    [Decimal('213'), Decimal('132')]
    """
    sign, digits, exponent = value.as_tuple()
    for place in range(len(digits) - 1):
        if digits[place] != digits[place + 1] and isinstance(exponent, int):
            turned = (*digits[:place], digits[place + 1], digits[place], *digits[place + 2 :])
            yield Decimal((sign, turned, exponent))


def _period(outcome: Outcome, neighbours: Neighbours) -> Iterator[Diagnosis]:
    for concept, fact, effect in _replacements(outcome):
        value = fact.value or Decimal(0)
        for other in neighbours.by_concept.get(concept, ()):
            elsewhere = other.aspects != fact.aspects and other.measure == fact.measure
            if elsewhere and _explains(outcome, effect * ((other.value or Decimal(0)) - value)):
                words = f"the sum holds with {number(other.value)}, reported in context {other.context}"
                yield Diagnosis(Slip.PERIOD, concept, words, (fact.index,))
                break


def _elsewhere(outcome: Outcome, neighbours: Neighbours) -> Iterator[Diagnosis]:
    """A contributor that stands beside its sum: in another context, or in another unit there."""
    scope, aspects, measure = outcome.key
    for arc in outcome.missing:
        for fact in neighbours.by_concept.get(arc.item, ()):
            in_place = (fact.aspects == aspects, fact.measure == measure)
            beside = fact.scope == scope and any(in_place) and not all(in_place)
            if beside and _explains(outcome, arc.weight * (fact.value or Decimal(0))):
                slip, where = (Slip.UNIT, fact.unit) if in_place[0] else (Slip.CONTEXT, fact.context)
                words = f"the sum holds with its {number(fact.value)}, reported in {where}"
                yield Diagnosis(slip, arc.item, words, (fact.index,))
                break


def _missing(outcome: Outcome, neighbours: Neighbours) -> Iterator[Diagnosis]:
    counted = {part.arc.item for part in outcome.parts} | {outcome.network.total}
    for concept, facts in neighbours.by_concept.items():
        if concept in counted:
            continue
        for fact in facts:
            if (fact.scope, fact.aspects, fact.measure) == outcome.key and _either(outcome, fact.value):
                yield Diagnosis(
                    Slip.MISSING, concept, f"it is {number(fact.value)} in the same context: the difference"
                )


def _either(outcome: Outcome, value: Decimal | None) -> bool:
    return (
        value is not None
        and abs(value) > _slack(outcome)
        and (_explains(outcome, value) or _explains(outcome, -value))
    )


def _doubled(outcome: Outcome, _: Neighbours) -> Iterator[Diagnosis]:
    for part in outcome.parts:
        counted = part.arc.weight * _value(part)
        if abs(counted) > _slack(outcome) and _explains(outcome, -counted):
            yield Diagnosis(Slip.DOUBLED, part.arc.item, f"the sum holds without its {number(_value(part))}")


def _digit(outcome: Outcome, _: Neighbours) -> Iterator[Diagnosis]:
    """One digit misread; any small difference can be that, so only where no contributor is missing or nil."""
    whole = {part.arc for part in outcome.parts} == {*outcome.network.arcs}
    for concept, fact, effect in _replacements(outcome) if whole else ():
        value = fact.value or Decimal(0)
        for other in misprints(value):
            if _explains(outcome, effect * (other - value)):
                words = f"the sum holds with {number(other)} for {number(value)}"
                yield Diagnosis(Slip.DIGIT, concept, words, (fact.index,))
                break


def misprints(value: Decimal) -> Iterator[Decimal]:
    """The numbers of as many digits that differ in one of them.

    >>> [int(other) for other in misprints(Decimal(9))][:3]
    [0, 1, 2]
    """
    sign, digits, exponent = value.as_tuple()
    for place, digit in enumerate(digits):
        for other in range(10):
            if other != digit and isinstance(exponent, int):
                yield Decimal((sign, (*digits[:place], other, *digits[place + 1 :]), exponent))


def _indices(facts: Iterable[Reported]) -> tuple[int, ...]:
    return tuple(fact.index for fact in facts)
