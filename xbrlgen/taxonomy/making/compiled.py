"""Reads a compiled index back as what is known of each family, so that more can be added to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from xbrlgen.taxonomy.files.arcs import ArcFile, calculations_path, presentations_path, read_arcs, read_groups
from xbrlgen.taxonomy.files.concepts import all_standings, concepts_path, read_table
from xbrlgen.taxonomy.files.records import Family, RoleKey, Showing, Weighing
from xbrlgen.taxonomy.files.roles import MERGED
from xbrlgen.taxonomy.files.successors import read_successions, successors_path
from xbrlgen.taxonomy.files.years import years_of


def read_family(folder: Path, name: str) -> Family:
    """What the index in a folder tells of a family; an empty one where it tells nothing."""
    path = concepts_path(folder, name)
    successions = read_successions(successors_path(folder, name))
    return Family(
        name,
        all_standings(read_table(path)) if path.exists() else {},
        tuple(_weighings(read_arcs(calculations_path(folder, name)))),
        tuple(_showings(read_arcs(presentations_path(folder, name)))),
        frozenset(one for listed in successions.values() for one in listed),
    )


def _weighings(arcs: ArcFile) -> Iterator[Weighing]:
    for parent, place, line, year, role in _lines(arcs):
        yield Weighing(year, role, parent, line[1:], 1 if line[0] == "+" else -1, float(place))


def _showings(arcs: ArcFile) -> Iterator[Showing]:
    for parent, _, line, year, role in _lines(arcs):
        child, _, rest = line.partition("#")
        order, _, label = rest.partition("/")
        yield Showing(year, role, parent, child, float(order), label)


def _lines(arcs: ArcFile) -> Iterator[tuple[str, int, str, int, RoleKey]]:
    roles = {**arcs.roles, MERGED: RoleKey("")}
    for parent in arcs.blocks:
        for place, (line, groups) in enumerate(arcs.lines(parent)):
            for years, marks in read_groups(groups):
                for year in years_of(years, arcs.covered):
                    for mark in sorted(marks):
                        yield parent, place, line, year, roles[mark]
