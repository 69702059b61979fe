"""The facts of the face statements, to know them again where they are printed elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import field, frozen

from xbrlgen.model import Concept, Period
from xbrlgen.reading.statement import Kind
from xbrlgen.tagging.concepts.candidates import are_of_two
from xbrlgen.tagging.concepts.meanings import Meaning, Sheet
from xbrlgen.tagging.filer.days import end_of
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.words import loose
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName

# Labels say the same with more than one word in three in common.
ALIKE = 0.34
# Half of the words, where other periods of the row can't be compared.
_NEARER = 0.5
# So many equal amounts are the same line whatever its words are; two may be chance.
_MANY = 3

Spot = tuple[Kind, Period, Decimal]


@frozen
class Faces:
    """The facts of the face statements by period and size, to know them again elsewhere."""

    meanings: Mapping[RowName, Meaning]
    spots: Mapping[Spot, tuple[Line, ...]] = field(repr=False)

    @classmethod
    def of(cls, sheet: Sheet, meanings: Mapping[RowName, Meaning]) -> Faces:
        """The spots of all face lines that have a concept."""
        spots: dict[Spot, list[Line]] = defaultdict(list)
        for line in sheet.lines:
            if line.name in meanings and _is_told(meanings[line.name]):
                for spot in _spots(line):
                    spots[spot].append(line)
        return cls(meanings, {spot: tuple(lines) for spot, lines in spots.items()})

    def used(self, concept: Concept) -> Concept:
        """The concept, or the one that serves as well and that the face statements use."""
        mine = (meaning.concept for meaning in self.meanings.values() if meaning.source == "face")
        taken = dict.fromkeys(one for one in mine if one and either(one.name.local, concept.name.local))
        return concept if concept in taken else next(iter(taken), concept)

    def known(self, line: Line) -> Line | None:
        """The face line that this line repeats: equal figures under like words, and no others."""
        sharing = {other.name: other for spot in _spots(line) for other in self.spots.get(spot, ())}
        hits = {
            name: other
            for name, other in sharing.items()
            if (likeness(line, other) == 1 or not _differ(line, other)) and not are_of_two(line, other)
        }
        equal = {name: _equal(line, other) for name, other in hits.items()}
        scored = ((likeness(line, other), len(equal[name]), name) for name, other in hits.items())
        for alike, count, name in sorted(scored, key=lambda hit: (-hit[0], -hit[1], hit[2])):
            enough = _NEARER if _is_alone(line, hits[name]) else ALIKE
            are_two = count >= 2 and (alike > 0 or all(map(_is_long, equal[name])))
            if alike >= enough or are_two or count >= _MANY:
                return hits[name]
        return None


def _spots(line: Line) -> Iterator[Spot]:
    for period, value in line.values:
        if value and period:
            yield line.unit, period, abs(value)
            if not period.is_instant and period.end:
                yield line.unit, end_of(period.end), abs(value)


def _is_long(value: Decimal) -> bool:
    """Whether a figure has digits enough not to be equal to another by chance."""
    return len(value.normalize().as_tuple().digits) >= 4


def _differ(line: Line, other: Line) -> bool:
    """Whether no amounts of one period, which several columns may be of, are equal but for signs.

    Where a row of moments meets one of times, these are compared at their ends.
    """
    mine, theirs = _amounts(line), _amounts(other)
    if not mine.keys() & theirs.keys():
        mine, theirs = _at_ends(mine), _at_ends(theirs)
    return any(mine[period].isdisjoint(theirs[period]) for period in mine.keys() & theirs.keys())


def _equal(line: Line, other: Line) -> Sequence[Decimal]:
    """The amounts two rows have in common; one of a time and its end, or printed twice, is one."""
    mine, theirs = _at_ends(_amounts(line)), _at_ends(_amounts(other))
    return [value for end in mine.keys() & theirs.keys() for value in mine[end] & theirs[end] if value]


def _is_alone(line: Line, other: Line) -> bool:
    """Whether two rows have but one of several periods in common: nothing tells of the others."""
    mine, theirs = _at_ends(_amounts(line)), _at_ends(_amounts(other))
    return len(mine) > 1 and len(mine.keys() & theirs.keys()) == 1


def _at_ends(amounts: Mapping[Period, set[Decimal]]) -> Mapping[Period, set[Decimal]]:
    found: dict[Period, set[Decimal]] = defaultdict(set)
    for period, values in amounts.items():
        found[_end(period)] |= values
    return found


def _end(period: Period) -> Period:
    return period if period.is_instant or period.end is None else end_of(period.end)


def _amounts(line: Line) -> Mapping[Period, set[Decimal]]:
    found: dict[Period, set[Decimal]] = defaultdict(set)
    for period, value in line.values:
        if period:
            found[period].add(abs(value))
    return found


def likeness(one: Line, other: Line) -> float:
    """The share of words that two labels have in common; that something is a total makes none alike."""
    mine, theirs = (set(loose(line.words).split()) - {"total"} for line in (one, other))
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _is_told(meaning: Meaning) -> bool:
    return meaning.concept is not None or meaning.source == "question"
