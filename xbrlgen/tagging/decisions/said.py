"""What the user's profile says of members, and which of its lines are of no use to a release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Concept, Member
from xbrlgen.reading.statement import Column, Statement
from xbrlgen.tagging.columns.dimensions import Dimensions
from xbrlgen.tagging.concepts.meanings import Meaning
from xbrlgen.tagging.decisions.profile import Profile, unknown_concept
from xbrlgen.tagging.desk import Desk
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.sums import RowName

_OWN = "own:"
# Rows that are members of what another row is: the last member is the row's own.
_PARTS = frozenset({"part", "breakdown"})


def said_members(profile: Profile, dimensions: Dimensions) -> dict[str, Concept]:
    """The members that the profile gives to labels, by the words of these."""
    found = ((key(label), _member(label, name, dimensions)) for label, name in profile.members.items())
    return {words: member for words, member in found if member is not None}


def _member(label: str, name: str, dimensions: Dimensions) -> Concept | None:
    if name.startswith(_OWN):
        return dimensions.own.member(name.removeprefix(_OWN), label)
    return dimensions.find(name.rpartition(":")[2])


def with_said_members(meanings: Mapping[RowName, Meaning], desk: Desk) -> dict[RowName, Meaning]:
    """The meanings with the profile's members for the rows that are parts of others."""
    found = dict(meanings)
    for line in desk.sheet.lines:
        meaning, said = found[line.name], desk.said.get(line.words)
        if said is not None and meaning.members and meaning.source in _PARTS:
            *others, own = meaning.members
            found[line.name] = evolve(meaning, members=(*others, Member(own.axis, said.name)))
    return found


def column_members(column: Column, statement: Statement, desk: Desk) -> tuple[Member, ...]:
    """The members of a column, with the profile's for the part of the company that it is for."""
    members = desk.dimensions.column(column, statement)
    said = desk.said.get(key(column.segment)) if column.segment else None
    if said is None:
        return members
    parts = desk.dimensions.segment(column.segment, statement.kind, statement.title)
    return tuple(Member(each.axis, said.name) if each in parts else each for each in members)


def of_no_use(profile: Profile, desk: Desk) -> Iterator[Finding]:
    """What the profile says that can't be followed, or that nothing here is called."""
    for label, name in profile.members.items():
        if _member(label, name, desk.dimensions) is None:
            yield unknown_concept(label, name, ())
    rows = {line.words for line in desk.sheet.lines}
    columns = {key(column.segment) for one in desk.sheet.statements for column in one.columns}
    idle = [label for label in profile.concepts if key(label.rpartition(">")[2]) not in rows]
    idle += [label for label in profile.members if key(label) not in rows | columns]
    if idle:
        named = ", ".join(f"'{label}'" for label in idle)
        yield Finding(
            "tagging.profile-unused",
            Severity.INFO,
            f"{len(idle)} of the profile's lines decide nothing here, as nothing is called so: {named}",
            about=tuple(idle),
            remedy="correct the labels, or keep the lines for other releases",
        )
