"""What each row of a release means: concept, members, confidence and reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from xbrlgen.model import Concept, Member, QName
from xbrlgen.reading.statement import FACE_KINDS, Statement
from xbrlgen.tagging.concepts.assignment import Chosen, assigned
from xbrlgen.tagging.concepts.candidates import Candidate, candidates
from xbrlgen.tagging.concepts.surroundings import Surroundings, surveyed
from xbrlgen.tagging.concepts.trust import trusted
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.knowledge import Knowledge
from xbrlgen.tagging.known.labels import LabelTable
from xbrlgen.tagging.rows.lines import Line, lines_of
from xbrlgen.tagging.rows.subtotals import named_totals
from xbrlgen.tagging.rows.sums import RowName, Sums


@frozen
class Meaning:
    """What a row stands for; ``concept`` None is an open question, or one of the filer's own to be made.

    ``named`` is the name it shall have, ``declared`` how an earlier filing of the company declares it.
    """

    concept: Concept | None
    confidence: float
    reasons: tuple[str, ...] = ()
    runners_up: tuple[tuple[QName, float], ...] = ()
    members: tuple[Member, ...] = ()
    also: tuple[Concept, ...] = ()
    source: str = "rules"
    named: str = ""
    declared: Concept | None = None


# Confidence that no count of filers tells: in what its words define, be it a standard concept or a measure
# that no standard has, and in an own concept where no standard one was sure.
DEFINED = 0.95
NONE_SURE = 0.6


def own_meaning(
    reason: str, runners_up: tuple[tuple[QName, float], ...] = (), confidence: float = NONE_SURE
) -> Meaning:
    """The meaning of a row that gets a concept of the filer's own, with why no standard one."""
    return Meaning(None, confidence, (reason,), runners_up, source="own")


@frozen
class Sheet:
    """All that choosing looks at: lines, their sums, the rest of the release, the taxonomy, the labels."""

    statements: tuple[Statement, ...]
    lines: tuple[Line, ...]
    sums: Sums
    around: Surroundings
    knowledge: Knowledge
    labels: LabelTable

    @classmethod
    def of(
        cls, statements: Iterable[Statement], sums: Sums, knowledge: Knowledge, labels: LabelTable
    ) -> Sheet:
        """The sheet of a release's statements."""
        kept = tuple(statements)
        lines = named_totals([line for statement in kept for line in lines_of(statement)], sums)
        return cls(kept, lines, sums, surveyed(lines, sums), knowledge, labels)

    def lines_in(self, statement: int) -> tuple[Line, ...]:
        """The lines of one statement."""
        return tuple(line for line in self.lines if line.statement == statement)

    def options(self, line: Line, form: str) -> tuple[Candidate, ...]:
        """The concepts a line may stand for, read as a line of the given face statement."""
        return candidates(line, form, self.knowledge, self.labels, self.around.of(line))

    def trusted(self, belief: float, concept: Concept, line: Line, form: str) -> float:
        """The confidence in a concept: the belief where a sum bears the line out, else what filers do."""
        if line.name in self.sums.terms or line.name in self.sums.totals:
            return belief
        return trusted(belief, concept.name.local, line, form, labels=self.labels, knowledge=self.knowledge)


def face_choices(sheet: Sheet) -> dict[RowName, Chosen]:
    """The concepts of all lines of face statements, statement by statement."""
    chosen: dict[RowName, Chosen] = {}
    for statement in sheet.statements:
        if statement.kind in FACE_KINDS:
            lines = sheet.lines_in(statement.index)
            options = _parted({line.name: sheet.options(line, line.form) for line in lines}, lines, sheet)
            chosen |= assigned(lines, options, sheet.sums, sheet.knowledge)
    return chosen


def _parted(
    options: dict[RowName, tuple[Candidate, ...]], lines: Iterable[Line], sheet: Sheet
) -> dict[RowName, tuple[Candidate, ...]]:
    """The options without all of revenue for a line that only adds to it and does not name it."""
    found = dict(options)
    for line in lines:
        totals = [options[total] for total, _ in sheet.sums.totals.get(line.name, ()) if total in options]
        if any(listed and _is_revenue(listed[0]) for listed in totals) and not _NAMED.search(line.bare):
            by_kind = _SOLD if _KIND.search(line.bare) else frozenset[str]()
            found[line.name] = tuple(
                one for one in options[line.name] if not _is_revenue(one) or one.concept.name.local in by_kind
            )
    return found


def _is_revenue(one: Candidate) -> bool:
    return either(one.concept.name.local, "Revenues")


_NAMED = re.compile(r"\b(revenue|sale)\b")
# What "Product" and "Service" under a heading of revenue were until 2017: by their names parts of it.
_KIND = re.compile(r"^(product|good|merchandise|equipment|service)( product| service)*( net)?$")
_SOLD = frozenset({"SalesRevenueGoodsNet", "SalesRevenueServicesNet"})
