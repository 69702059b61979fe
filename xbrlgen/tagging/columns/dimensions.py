"""Members of dimensions: forecast ranges, expense lines, segments, what was reported before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from xbrlgen.model import Concept, Member, QName
from xbrlgen.reading.statement import EXPECTED, Basis, Column, Statement, StatementKind
from xbrlgen.tagging.columns.headings import PREVIOUS, is_whole, told_part
from xbrlgen.tagging.filer.extending import Namespace, element_name
from xbrlgen.tagging.known.tables import lines, pairs
from xbrlgen.tagging.known.words import key
from xbrlgen.taxonomy.asking.index import Taxonomy

# The year from which axes that every company may have stand in the taxonomy srt rather than in us-gaap.
_FIRST_SRT = 2018
# How long the names of countries are in the SEC's taxonomy: "US".
_CODE = 2
_RANGE = "RangeAxis"
NO_RANGES = "the year's taxonomy has no axis for the ends of a range"
_ENDS = {Basis.LOW: "MinimumMember", Basis.HIGH: "MaximumMember"}


@lru_cache(maxsize=1)
def _places() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), member) for pattern, member in pairs("rules-members.tsv"))


def expense_line(words: str) -> str:
    """The name of the standard member for an expense line; empty where words name none."""
    return next((member for pattern, member in _places() if pattern.search(words)), "")


def _axis_of(title: str, name: str) -> str:
    """By what a column of a table divides the company, as the title says or its name; else by segments."""
    by_place = _BY_PLACE.search(title) or (place(name) is not None and not _BY_SEGMENT.search(title))
    return "StatementGeographicalAxis" if by_place else "StatementBusinessSegmentsAxis"


@lru_cache(maxsize=1)
def _world() -> tuple[tuple[re.Pattern[str], str], ...]:
    named = (*pairs("rules-places.tsv"), *((pattern, "") for pattern in lines("rules-countries.tsv")))
    return tuple((re.compile(pattern), member) for pattern, member in named)


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    return dict(pairs("rules-country-members.tsv"))


@lru_cache(maxsize=4096)
def place(words: str) -> str | None:
    """The standard member for a part of the world, empty where it has none; None for what is no place.

    >>> place("asia pacific"), place("united kingdom"), place("rest world"), place("flow control")
    ('AsiaPacificMember', 'GB', '', None)
    """
    country = _countries().get(words)
    return country or next((member for pattern, member in _world() if pattern.search(words)), None)


_BY_SEGMENT = re.compile(r"\b(segment|division)")
_BY_PLACE = re.compile(r"^(?!.*\b(segment|division|product)).*\b(geograph|region|countr|territor)")


@lru_cache(maxsize=65536)
def _find(taxonomy: Taxonomy, name: str) -> Concept | None:
    families = [taxonomy.sibling("country") if len(name) == _CODE else taxonomy]
    if taxonomy.year >= _FIRST_SRT:
        families.append(taxonomy.sibling("srt"))
    usable = (family.possible(name) for family in families if not family.is_deprecated(name))
    return next((concept for concept in usable if concept), None)


@lru_cache(maxsize=64)
def _domains(taxonomy: Taxonomy) -> Mapping[QName, QName]:
    found = ((_find(taxonomy, axis), _find(taxonomy, domain)) for axis, domain in pairs("rules-axes.tsv"))
    return {axis.name: domain.name for axis, domain in found if axis and domain}


@frozen
class Dimensions:
    """The axes and members of a year's taxonomies, and the filer's own members."""

    taxonomy: Taxonomy
    own: Namespace

    def find(self, name: str) -> Concept | None:
        """An axis, domain or member by its local name, wherever the year has it."""
        return _find(self.taxonomy, name)

    def domains(self) -> dict[QName, QName]:
        """The domain of each axis that the year has."""
        return dict(_domains(self.taxonomy))

    def member(self, axis: str, member: Concept | None) -> tuple[Member, ...]:
        """A member on a standard axis; nothing where the year lacks either."""
        found = self.find(axis)
        if found is None or member is None or found.name not in _domains(self.taxonomy):
            return ()
        return (Member(found.name, member.name),)

    def forecast(self, basis: Basis) -> tuple[Member, ...]:
        """The members of a figure that is expected, and of the end of the range that it is."""
        if basis not in EXPECTED:
            return ()
        scenario = self.member("StatementScenarioAxis", self.find("ScenarioForecastMember"))
        end = _ENDS.get(basis)
        return scenario + (self.member(_RANGE, self.find(end)) if end else ())

    def tells(self, basis: Basis) -> bool:
        """Whether the year can tell figures of this basis from others: ends of ranges need their axis."""
        return basis not in _ENDS or any(member.axis.local == _RANGE for member in self.forecast(basis))

    def expense_line(self, words: str) -> Concept | None:
        """The standard member for the expense line that words name."""
        name = expense_line(words)
        return self.find(name) if name else None

    def own_member(self, label: str) -> Concept:
        """A member of the filer's own in the words of a label."""
        name = element_name(label)
        is_standard = self.find(f"{name}Member") is not None  # such names are not to be used (6.7.16)
        return self.own.member(f"{name}Segment" if is_standard else name, label)

    def column(self, column: Column, statement: Statement) -> tuple[Member, ...]:
        """The members that all figures of a column of a statement have, one an axis."""
        segment = self.segment(column.segment, statement.kind, statement.title)
        members = self.forecast(column.basis) + segment + self.previous(column)
        return tuple({member.axis: member for member in reversed(members)}.values())

    def segment(self, name: str, kind: StatementKind, title: str = "") -> tuple[Member, ...]:
        """The member for a segment or a component of equity; nothing for the whole company.

        Any part gets one: without, its figures would be those of the whole. Where the year lacks the axis
        of a part that has a name everywhere, it stands among the segments.
        """
        if is_whole(name):
            return ()
        if kind is StatementKind.EQUITY:
            return self.member("StatementEquityComponentsAxis", self._component(name))
        axis, known = self.told(name, title)
        member = (self.find(known) if known else None) or self.own_member(name)
        usual = "StatementBusinessSegmentsAxis"
        return self.member(axis, member) or self.member(usual, member)

    def told(self, name: str, title: str) -> tuple[str, str]:
        """The axis for a part of the company and the standard member, if there is one, for its name."""
        axis, known = told_part(name)
        if axis:
            return axis, known
        axis = _axis_of(key(title), key(name))
        return axis, (place(key(name)) or "") if axis == "StatementGeographicalAxis" else ""

    def _component(self, name: str) -> Concept:
        words = key(name)
        rules = ((re.compile(pattern), member) for pattern, member in pairs("rules-equity.tsv"))
        found = (self.find(member) for pattern, member in rules if pattern.search(words))
        return next((one for one in found if one), None) or self.own_member(name)

    def previous(self, column: Column) -> tuple[Member, ...]:
        """The member of figures as they were before they were restated."""
        if not PREVIOUS.search(column.heading):
            return ()
        axis = "RestatementAxis" if self.find("RestatementAxis") else "StatementScenarioAxis"
        return self.member(axis, self.find("ScenarioPreviouslyReportedMember"))
