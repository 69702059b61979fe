"""One concept for one row of a statement: the best joint choice under the constraints."""

from __future__ import annotations

import math
import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from xbrlgen.model import Balance, Concept
from xbrlgen.reading.statement import Kind
from xbrlgen.tagging.concepts.candidates import Candidate
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.knowledge import Knowledge
from xbrlgen.tagging.known.polarity import is_two_sided
from xbrlgen.tagging.known.words import OPENING
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName, Sums

Seat = tuple[str, str]
_NOTHING = math.log(0.015)
# What a bid adds so that an auction ends: beliefs closer than this are taken for equal.
_STEP = 0.003
# What is chosen tells what sums are of, and that what is chosen: two rounds and four come to the same on
# all releases.
_ROUNDS = 3
_CLASS = re.compile(r"\bclass[a-z]\b")
# How much more a concept is believed that officially adds up to what the row was found to add up to, and
# how much less one that doesn't. With either a quarter more or less, revenues and gains of some releases
# get another concept.
_KIN = 1.6
_STRANGER = 0.6
# A debit that is added to a credit: nearly nothing, yet not nothing, where no other candidate is left.
_WRONG_SIDE = 0.05
# A part that officially contains its total: "Net sales" as all revenues, "Total revenues" as sales.
_INVERTED = 0.06
# How much of the belief in such a concept none of the others gets.
_LOST = 0.7
# A total that is itself hardly believed in says nothing of its parts.
_HEARD = 0.3


@frozen
class Chosen:
    """The concept chosen for a line, with the confidence in it and what else was possible."""

    candidate: Candidate
    confidence: float
    others: tuple[Candidate, ...]


def seats(line: Line, listed: Sequence[Candidate]) -> list[Seat]:
    """What two rows of one statement must not both take: the concept, at start or end, for a class."""
    where = _seat_of(line)
    return [(one.concept.name.local, where) for one in listed]


def _seat_of(line: Line) -> str:
    if line.form == "EQ" and line.instant:
        return f"at {line.row}"
    return _seat_by(line.bare)


@lru_cache(maxsize=4096)
def _seat_by(words: str) -> str:
    """The seat that words tell, found once: each round of choosing asks for it."""
    classes = " ".join(_CLASS.findall(words))
    return f"start {classes}" if any(word in words for word in OPENING) else classes


def assigned(
    lines: Sequence[Line], options: Mapping[RowName, tuple[Candidate, ...]], sums: Sums, knowledge: Knowledge
) -> dict[RowName, Chosen]:
    """The best concept for each line of one statement; lines that repeat another take the same."""
    leaders = _leaders(lines)
    signs = {line.name: _sign(line) for line in lines}
    heads = [line for line in lines if leaders[line.name] == line.name]
    places = {line.name: seats(line, options.get(line.name, ())) for line in heads}
    now = dict(options)
    taken: dict[RowName, Candidate] = {}
    for _ in range(_ROUNDS):
        before, taken = taken, _matched(places, now)
        if before == taken:
            break
        known = {name: taken[leader] for name, leader in leaders.items() if leader in taken}
        now = {
            name: _kindred(name, listed, known, sums, knowledge, signs) for name, listed in options.items()
        }
    chosen = _confident(heads, now, taken)
    return {line.name: chosen[leaders[line.name]] for line in lines if leaders[line.name] in chosen}


def _sign(line: Line) -> int:
    """Which sign most of a line's figures are printed with."""
    return -1 if 2 * sum(value < 0 for _, value in line.values) > len(line.values) else 1


def _leaders(lines: Sequence[Line]) -> dict[RowName, RowName]:
    """For each line the first that says the same of the same values: "Revenue" and below "Total revenue"."""
    first: dict[tuple[object, ...], RowName] = {}
    return {
        line.name: first.setdefault(
            (
                line.words.removeprefix("total "),
                line.unit,
                line.values,
                "" if line.unit is Kind.MONEY else line.above,
            ),
            line.name,
        )
        for line in lines
    }


def _matched(
    places: Mapping[RowName, Sequence[Seat]], options: Mapping[RowName, tuple[Candidate, ...]]
) -> dict[RowName, Candidate]:
    """An auction: each row bids for its best concept by how much it beats its second, to the end.

    Each bid raises a price by a step at least, and no price passes what a concept is worth to anyone, so
    it takes at most candidates times worth over step bids.
    """
    worth = {row: _worths(options.get(row, ())) for row in places}
    prices: dict[Seat, float] = defaultdict(float)
    owner: dict[Seat, RowName] = {}
    held: dict[RowName, Candidate] = {}
    waiting = deque(places)
    while waiting:
        row = waiting.popleft()
        gains = [value - prices[place] for value, place in zip(worth[row], places[row], strict=True)]
        most = max(gains, default=_NOTHING)
        if most <= _NOTHING:
            continue
        best = gains.index(most)
        second = max([_NOTHING, *gains[:best], *gains[best + 1 :]])
        place = places[row][best]
        prices[place] += most - second + _STEP
        if place in owner:
            waiting.append(owner[place])
            del held[owner[place]]
        owner[place], held[row] = row, options[row][best]
    return held


def _worths(listed: Sequence[Candidate]) -> list[float]:
    """What each concept is worth to a row."""
    return [math.log(max(one.share, 1e-9)) for one in listed]


def _kindred(
    name: RowName,
    listed: tuple[Candidate, ...],
    taken: Mapping[RowName, Candidate],
    sums: Sums,
    knowledge: Knowledge,
    signs: Mapping[RowName, int],
) -> tuple[Candidate, ...]:
    """Belief moved to concepts that officially add up to what the row's total was found to be."""
    mine = signs.get(name, 1)
    totals = [
        (taken[row].concept, weight * mine * signs.get(row, 1))
        for row, weight in sums.totals.get(name, ())
        if row in taken and taken[row].share >= _HEARD
    ]
    return _moved(listed, _Kin.of(totals, knowledge), knowledge) if totals and listed else listed


def _moved(listed: tuple[Candidate, ...], kin: _Kin, knowledge: Knowledge) -> tuple[Candidate, ...]:
    """Belief moved to the nearer kin.

    Most of the belief in what stands on the other side of the books, or is all revenue and only a part of
    the total, is lost: the words speak against the sum.
    """
    factors = [_kinship(one.concept, kin, knowledge) for one in listed]
    weighed = [one.share * factor for one, factor in zip(listed, factors, strict=True)]
    kept = sum(
        one.share * (1 - _LOST * _is_refuted(one, factor))
        for one, factor in zip(listed, factors, strict=True)
    )
    scale = kept / sum(weighed)
    return tuple(
        Candidate(one.concept, share * scale, one.reasons) for one, share in zip(listed, weighed, strict=True)
    )


def _is_refuted(one: Candidate, factor: float) -> bool:
    return factor == _WRONG_SIDE or (factor == _INVERTED and either(one.concept.name.local, "Revenues"))


class _Kin(NamedTuple):
    """The totals of a row by name, what is above them, and by which side of the books they take what."""

    names: frozenset[str]
    above: frozenset[str]
    sides: frozenset[tuple[Balance, int]]

    @classmethod
    def of(cls, totals: Sequence[tuple[Concept, int]], knowledge: Knowledge) -> _Kin:
        names = frozenset(total.name.local for total, _ in totals)
        sides = {(of.balance, weight) for of, weight in totals if of.balance and not is_two_sided(of)}
        return cls(names, frozenset().union(*map(knowledge.ancestors, names)), frozenset(sides))


def _kinship(one: Concept, kin: _Kin, knowledge: Knowledge) -> float:
    name = one.name.local
    if name in kin.names:
        return 0.2
    if name in kin.above:
        return _INVERTED
    if one.balance and not is_two_sided(one) and _wrong_side(one.balance, kin):
        return _WRONG_SIDE
    return _STRANGER if knowledge.ancestors(name).isdisjoint(kin.names) else _KIN


def _wrong_side(balance: Balance, kin: _Kin) -> bool:
    """Whether an expense would add to income or income to an expense, both printed the plain way."""
    return any(weight != (1 if balance is side else -1) for side, weight in kin.sides)


def _confident(
    lines: Sequence[Line],
    options: Mapping[RowName, tuple[Candidate, ...]],
    taken: Mapping[RowName, Candidate],
) -> dict[RowName, Chosen]:
    placed = [line for line in lines if line.name in taken]
    owner = {place: line.name for line in placed for place in seats(line, [taken[line.name]])}
    return {line.name: _chosen(line, options[line.name], taken, owner) for line in placed}


def _chosen(
    line: Line,
    listed: tuple[Candidate, ...],
    taken: Mapping[RowName, Candidate],
    owner: Mapping[Seat, RowName],
) -> Chosen:
    """Belief in what other rows took is mostly put aside; that in concepts that serve as well counts."""
    name = taken[line.name].concept.name.local
    mine = next(one for one in listed if one.concept.name.local == name)
    others = tuple(one for one in listed if one is not mine)
    places = zip(others, seats(line, others), strict=True)
    elsewhere = [one for one, place in places if owner.get(place, line.name) != line.name]
    lost = sum(one.share for one in elsewhere if not either(one.concept.name.local, name))
    equal = sum(one.share for one in others if either(one.concept.name.local, name))
    confidence = (mine.share + equal) / max(1 - 0.75 * lost, mine.share + equal)
    return Chosen(mine, min(confidence, 0.999), others)
