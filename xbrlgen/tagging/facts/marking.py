"""Figures with their meanings become facts; the same fact printed again is told from a contradiction."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from attrs import field, frozen

from xbrlgen.filing import Choice, Placement
from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Concept, Entity, Fact, Member, Period, QName, Unit
from xbrlgen.places import Place


@lru_cache(maxsize=256)
def unit_of(words: str) -> Unit:
    """The unit that words write, made once."""
    return Unit.of(words)


@frozen(cache_hash=True)
class Aspects:
    """All that says what a value is of. Marks are gathered by it many times: its hash is made once."""

    concept: QName
    period: Period
    unit: Unit
    members: tuple[Member, ...]


@frozen
class Mark:
    """A printed figure with all aspects of the fact it is to be; a higher ``rank`` wins a contradiction."""

    place: Place
    print: str
    label: str
    concept: Concept
    period: Period
    unit: Unit
    value: Decimal
    decimals: int
    members: tuple[Member, ...] = ()
    rank: int = 0
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    runners_up: tuple[tuple[QName, float], ...] = ()
    aspects: Aspects = field(init=False, eq=False, repr=False)

    @aspects.default
    def _of_what(self) -> Aspects:
        return Aspects(self.concept.name, self.period, self.unit, tuple(sorted(self.members)))

    @property
    def half(self) -> Decimal:
        """Half a unit of its last printed digit."""
        return half_of(self.decimals)


@lru_cache(maxsize=128)
def half_of(decimals: int) -> Decimal:
    """Half a unit of the last digit of a number known to so many decimals."""
    return Decimal(5).scaleb(-decimals - 1)


@frozen
class Marked:
    """Facts with where they are printed, and the marks that contradict a better one."""

    facts: tuple[Fact, ...] = ()
    placements: tuple[Placement, ...] = ()
    choices: tuple[Choice, ...] = ()
    repeats: frozenset[Place] = frozenset()
    contradicting: tuple[tuple[Mark, Mark], ...] = ()


def agree(one: Mark, other: Mark) -> bool:
    """Whether the less accurate of two prints can be a rounding of the other."""
    rougher = max(one.half, other.half) if one.decimals != other.decimals else 0
    return abs(one.value - other.value) <= rougher


def best_of(group: Iterable[Mark]) -> Mark:
    """The mark that wins a contradiction: of highest rank, then surest, then most accurate, then first."""
    return min(group, key=lambda mark: (-mark.rank, -mark.confidence, -mark.decimals, mark.place))


def _said_of(mark: Mark) -> str:
    """What a fact is of, in words: the same for all marks of the same aspects."""
    members = (f"{member.axis}={member.member}" for member in sorted(mark.members))
    return "|".join([str(mark.concept.name), str(mark.period), _words_of(mark.unit), *members])


@lru_cache(maxsize=256)
def _words_of(unit: Unit) -> str:
    """A unit in words, made once: those of marks come from `unit_of`, with one prefix for one namespace."""
    return str(unit)


def _fact_id(said_of: str, mark: Mark) -> str:
    """A name for a fact made from what it says, so that it stays the same wherever it is printed."""
    return text_id(said_of, f"{mark.value.normalize():f}", str(mark.decimals))


def marked(marks: Iterable[Mark], entity: Entity) -> Marked:
    """The facts of all marks, in the order of print."""
    groups: dict[Aspects, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.aspects].append(mark)
    kept: list[tuple[Mark, str]] = []
    contradicting: list[tuple[Mark, Mark]] = []
    for group in groups.values():
        best = best_of(group)
        agreeing = [best]
        for mark in group:
            if mark is best:
                continue
            if all(agree(mark, one) for one in agreeing):
                agreeing.append(mark)
            else:
                contradicting.append((mark, next(one for one in agreeing if not agree(mark, one))))
        said_of = _said_of(best)
        kept += [(mark, said_of) for mark in agreeing]
    kept.sort(key=lambda pair: pair[0].place)
    return _gathered(kept, tuple(contradicting), entity)


def _gathered(
    kept: Sequence[tuple[Mark, str]], contradicting: tuple[tuple[Mark, Mark], ...], entity: Entity
) -> Marked:
    """The facts of marks, each with what it is of in words."""
    facts: dict[str, Fact] = {}
    choices: dict[str, Choice] = {}
    seen: set[str] = set()
    repeats: set[Place] = set()
    placements: list[Placement] = []
    for mark, said_of in kept:
        name = _fact_id(said_of, mark)
        if name not in facts:
            facts[name] = _fact(name, mark, entity)
            choices[name] = Choice(name, mark.label, mark.confidence, mark.reasons, mark.runners_up)
        placements.append(Placement(name, mark.place, mark.print))
        if said_of in seen:
            repeats.add(mark.place)
        seen.add(said_of)
    return Marked(
        tuple(facts.values()), tuple(placements), tuple(choices.values()), frozenset(repeats), contradicting
    )


def _fact(name: str, mark: Mark, entity: Entity) -> Fact:
    return Fact(
        name, mark.concept, entity, mark.period, mark.value, mark.unit, tuple(mark.members), mark.decimals
    )


def contradiction(mark: Mark, best: Mark) -> Finding:
    """That a figure was left untagged because a better one says something else about the same thing."""
    return Finding(
        "tagging.contradiction",
        Severity.WARNING,
        f"'{mark.label}' {mark.print} would say {mark.concept.name} is {mark.value:,f} for {mark.period}, "
        f"where '{best.label}' {best.print} says {best.value:,f}; only the latter is tagged",
        (mark.place, best.place),
        (str(mark.concept.name),),
        "give the row a concept of its own in the profile, or correct the release",
    )


def text_id(*said: str) -> str:
    """A name for a fact of words."""
    return "f-" + hashlib.blake2b("|".join(said).encode(), digest_size=6).hexdigest()
