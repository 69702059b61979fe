"""The same fact reported several times: complete, consistent or conflicting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from attrs import frozen

from xbrlgen.validating.accuracy import Interval, at_decimals, interval, is_finer
from xbrlgen.validating.facts import Reported


class Kind(Enum):
    """How several reports of one fact agree."""

    SINGLE = "single"
    COMPLETE = "complete"
    CONSISTENT = "consistent"
    CONFLICTING = "conflicting"


@frozen
class Group:
    """Facts that agree in all aspects, how they agree, and the interval they have in common."""

    facts: tuple[Reported, ...]
    kind: Kind
    common: Interval | None = None


def classify(facts: Sequence[Reported], *, truncate: bool = False) -> Group:
    """How facts of one concept, context and unit agree with each other."""
    held = tuple(facts)
    nils = sum(fact.is_nil for fact in held)
    if nils == len(held):
        return Group(held, Kind.COMPLETE if nils > 1 else Kind.SINGLE)
    if nils or any(fact.value is None for fact in held):
        return Group(held, Kind.CONFLICTING)
    common = _common(held, truncate=truncate)
    if common is None:
        return Group(held, Kind.CONFLICTING)
    values = {(fact.value, fact.decimals) for fact in held}
    kind = Kind.SINGLE if len(held) == 1 else Kind.COMPLETE if len(values) == 1 else Kind.CONSISTENT
    return Group(held, kind, common)


def _common(facts: Sequence[Reported], *, truncate: bool) -> Interval | None:
    seen: dict[int | None, object] = {}
    common: Interval | None = None
    for fact in facts:
        if seen.setdefault(fact.decimals, fact.value) != fact.value:
            return None
        mine = interval(fact, truncate=truncate)
        common = mine if common is None else common.meet(mine)
    return None if common is None or common.is_empty else common


def deduplicate(facts: Sequence[Reported]) -> tuple[list[Reported], bool]:
    """The most accurate of consistent duplicates within each tuple, and whether some conflict.

    Two are consistent when they are equal rounded to the lesser accuracy of both.
    """
    kept: dict[tuple[int, ...], Reported] = {}
    conflict = False
    for fact in facts:
        held = kept.setdefault(fact.scope, fact)
        if held is fact:
            continue
        if not _agree(held, fact):
            conflict = True
        elif is_finer(fact, held):
            kept[fact.scope] = fact
    return list(kept.values()), conflict


def _agree(one: Reported, other: Reported) -> bool:
    if one.value is None or other.value is None or not (one.has_accuracy and other.has_accuracy):
        return False
    known = [fact.decimals for fact in (one, other) if fact.decimals is not None]
    if not known:
        return one.value == other.value
    return at_decimals(one.value, min(known)) == at_decimals(other.value, min(known))


def groups(facts: Iterable[Reported]) -> list[Group]:
    """Numeric facts that were reported more than once, classified."""
    held: dict[tuple[str, tuple[int, ...], int, int], list[Reported]] = {}
    for fact in facts:
        if fact.is_numeric:
            held.setdefault((fact.concept, fact.scope, fact.aspects, fact.measure), []).append(fact)
    return [classify(same) for same in held.values() if len(same) > 1]
