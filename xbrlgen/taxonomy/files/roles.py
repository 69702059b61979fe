"""The link roles of a family, numbered short in the files of the index.

The text of a role's definition is made here from facts: its number, its group and the words of its path.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xbrlgen.taxonomy.files.records import RoleKey
from xbrlgen.taxonomy.words import label_of

MERGED = "?"
"""Stands for the unknown role of arcs that are only known merged."""

_GROUPS = {"statement": "Statement", "disclosure": "Disclosure", "document": "Document"}


def number_roles(roles: Iterable[RoleKey]) -> dict[RoleKey, str]:
    """A short mark for each role, in the order of their numbers."""
    known = sorted({role for role in roles if role.path}, key=lambda role: (role.number, role.path))
    return {role: str(place) for place, role in enumerate(known, 1)}


def write_roles(marks: Mapping[RoleKey, str]) -> str:
    """The lines that tell the marks: ``@ mark, number, path``."""
    return "".join(f"@ {mark}\t{role.number}\t{role.path}\n" for role, mark in marks.items())


def read_role(line: str) -> tuple[str, RoleKey]:
    """The mark and the role that such a line tells."""
    mark, number, path = line.removeprefix("@ ").split("\t")
    return mark, RoleKey(path, number)


def definition_of(role: RoleKey) -> str:
    """A definition made from the number and path of a role.

    >>> definition_of(RoleKey("statement/StatementOfIncome", "124000"))
    '124000 - Statement - Statement of Income'
    """
    group, _, rest = role.path.partition("/")
    title = " ".join(label_of(part) for part in rest.split("/"))
    return " - ".join(part for part in (role.number, _GROUPS.get(group, group.title()), title) if part)
