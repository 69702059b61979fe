"""What sentences say again: the marks of the tables, found by time, unit, size and words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve, field, frozen

from xbrlgen.model import Concept, Period, PeriodType, Unit
from xbrlgen.reading.statement import EXPECTED, Mention
from xbrlgen.tagging.elsewhere.others import is_non_gaap
from xbrlgen.tagging.facts.marking import Aspects, Mark, half_of, unit_of
from xbrlgen.tagging.filer.days import end_of
from xbrlgen.tagging.known.words import key, loose
from xbrlgen.tagging.rows.lines import Line

# Words in common between a sentence's subject and a row: with a quarter less, sentences repeat rows of other
# things, and with a quarter more, not the rows that they are about.
_ALIKE = 0.3


@frozen
class Tables:
    """The marks of the tables, to find again what a sentence repeats."""

    marks: Sequence[Mark]
    own: Mapping[tuple[str, str, PeriodType], Concept] = field(repr=False)
    said: Mapping[Aspects, Sequence[Mark]] = field(repr=False)
    times: Mapping[tuple[Period, Unit], Sequence[Mark]] = field(repr=False)
    concepts: Mapping[str, Concept] = field(repr=False)
    whole: Mapping[str, Concept] = field(repr=False)
    """The concepts by name: of all marks, and of those for the whole company."""

    @classmethod
    def of(cls, marks: Sequence[Mark], space: str) -> Tables:
        """The marks, with the filer's own concepts by their words."""
        mine = [mark for mark in marks if mark.concept.name.namespace == space and not mark.members]
        named = {
            (loose(key(m.label)), m.concept.type, m.concept.period_type): m.concept for m in reversed(mine)
        }
        said: dict[Aspects, list[Mark]] = defaultdict(list)
        times: dict[tuple[Period, Unit], list[Mark]] = defaultdict(list)
        for mark in marks:
            said[mark.aspects].append(mark)
            times[mark.period, mark.unit].append(mark)
        concepts = {mark.concept.name.local: mark.concept for mark in marks}
        whole = {mark.concept.name.local: mark.concept for mark in marks if not mark.members}
        return cls(marks, named, dict(said), dict(times), concepts, whole)


def repeated(mention: Mention, value: Decimal, line: Line, tables: Tables) -> Mark | None:
    """The table's mark of the same period whose value rounds to the sentence's, under like words."""
    if mention.basis in EXPECTED:
        return None
    half = half_of(mention.decimals)
    unit = unit_of(mention.unit)
    near = [mark for when in times_of(mention) for mark in tables.times.get((when, unit), ())]
    fitting = [mark for mark in near if _away(mark, value) <= half + mark.half and mark.value]
    # Of two that are alike, that comes first which is the same amount rounded: $1.36, not $1.37 beside it.
    scored = [
        (_likeness(line, mark), -len(mark.members), _away(mark, value) <= max(half, mark.half), mark)
        for mark in fitting
    ]
    best = max(scored, key=lambda found: (*found[:3], found[3].rank), default=None)
    return best[3] if best and best[0] >= _ALIKE else None


def _away(mark: Mark, value: Decimal) -> Decimal:
    """How far a mark's amount is from another, whatever their signs."""
    return abs(abs(mark.value) - abs(value))


def times_of(mention: Mention) -> Iterator[Period]:
    """The period a sentence speaks of, and the moment it ends at."""
    if mention.period:
        yield mention.period
    if mention.period and mention.period.end and not mention.period.is_instant:
        yield end_of(mention.period.end)


def _likeness(line: Line, mark: Mark) -> float:
    mine = set(loose(line.words).split()) - {"per", "total"}
    theirs = set(loose(key(mark.label)).split()) - {"per", "total"}
    members = {word for one in mark.members for word in key(_spaced(one.member.local)).split()} - {"member"}
    labels = set(loose(key(_spaced(mark.concept.name.local))).split()) - {"per", "total"}
    wanted = mine - members
    if "interest" in labels | theirs and not _OWNERS & (labels | theirs) and mine <= _RESULT:
        return 0.0
    if mark.concept.name.local.startswith("EarningsPerShare") and not is_non_gaap(line.bare) and not members:
        return 0.5 if not mine & {"diluted", "basic"} else _share(wanted, labels) + 0.2
    return (
        max(_share(wanted, theirs - members), _share(wanted, labels))
        if members <= mine or not members
        else 0.0
    )


# "Net income" is the result, and no net interest income; interests of owners are no interest.
_RESULT = frozenset({"net", "income", "loss", "earning", "profit"})
_OWNERS = frozenset({"noncontrolling", "minority", "controlling", "attributable"})


def _share(mine: set[str], theirs: set[str]) -> float:
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _spaced(name: str) -> str:
    return _JOINTS.sub(" ", name)


_JOINTS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def again(mention: Mention, value: Decimal, mark: Mark) -> Mark:
    """The mark of a sentence that says a table's fact again, with the fact's sign."""
    sign = -1 if mark.value < 0 else 1
    return evolve(
        mark,
        place=mention.figure.place,
        print=mention.figure.print,
        label=mention.subject,
        value=abs(value) * sign,
        decimals=mention.decimals,
        rank=0,
        reasons=(f"the figure of '{mark.label}' said in a sentence",),
    )
