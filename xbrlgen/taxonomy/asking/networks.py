"""The sums of one family in one year, and the way to its statement trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from attrs import field, frozen

from xbrlgen.taxonomy.asking.trees import RoleTree, grow_trees
from xbrlgen.taxonomy.errors import UnknownRoleError, nearest_words
from xbrlgen.taxonomy.files.arcs import ArcFile, calculations_path, presentations_path, read_arcs, read_groups
from xbrlgen.taxonomy.files.roles import MERGED
from xbrlgen.taxonomy.files.years import holds


@frozen
class Contribution:
    """One arc of a sum. ``roles`` are the paths of the roles it stands in.

    In a year of which only the merged arcs are known they are those of the nearest year that has the arc;
    empty where no year tells them.
    """

    parent: str
    child: str
    weight: int
    roles: tuple[str, ...] = ()


@frozen
class Networks:
    """Asks the arc files of one family for one year."""

    family: str
    year: int
    folder: Path = field(repr=False)

    def children(self, parent: str, role: str | None = None) -> tuple[Contribution, ...]:
        """The contributors of a sum."""
        return tuple(arc for arc in children_in(self, parent) if _in_role(arc, role))

    def parents(self, child: str, role: str | None = None) -> tuple[Contribution, ...]:
        """The sums a concept contributes to."""
        lines = lines_above(calculations_path(self.folder, self.family)).get(child, ())
        arcs = _arcs(self.calculations, self.year, lines)
        return tuple(arc for arc in arcs if _in_role(arc, role))

    def trees(self) -> tuple[RoleTree, ...]:
        """The statements, in the order of their numbers."""
        return trees_in(self)

    def tree(self, role: str) -> RoleTree:
        """One statement."""
        for tree in trees_in(self):
            if role in {tree.uri, tree.uri.rpartition("/")[2], tree.uri.partition("/role/")[2]}:
                return tree
        known = (tree.uri.rpartition("/")[2] for tree in trees_in(self))
        msg = f"{self.family} {self.year} has no statement role {role!r}{nearest_words(known)}"
        raise UnknownRoleError(msg)

    @property
    def named(self) -> frozenset[str]:
        """The concepts that sums of the very year name; none where its sums aren't known."""
        return named_in(self)

    @property
    def on_statements(self) -> frozenset[str]:
        """The concepts that stand in the sums of a statement."""
        return on_statements_in(self)

    @property
    def calculations(self) -> ArcFile:
        """The calculation arcs of all years."""
        return read_arcs(calculations_path(self.folder, self.family))

    @property
    def presentations(self) -> ArcFile:
        """The presentation arcs of all years."""
        return read_arcs(presentations_path(self.folder, self.family))


def _in_role(arc: Contribution, role: str | None) -> bool:
    return role is None or any(
        role in {path, path.rpartition("/")[2]} or role.endswith(f"/{path}") for path in arc.roles
    )


def _neighbours(covered: tuple[int, ...], year: int) -> tuple[int, ...]:
    if year in covered:
        return (year,)
    return (*[one for one in covered if one < year][-1:], *[one for one in covered if one > year][:1])


@lru_cache(maxsize=16384)
def children_in(networks: Networks, parent: str) -> tuple[Contribution, ...]:
    """The contributors of a sum, read once."""
    arcs = networks.calculations
    return tuple(_arcs(arcs, networks.year, ((parent, *line) for line in arcs.lines(parent))))


def _arcs(arcs: ArcFile, year: int, lines: Iterable[tuple[str, str, str]]) -> Iterator[Contribution]:
    """The arcs of lines that the year has; a name in a line has the weight in front."""
    for parent, name, written in lines:
        marks = _marks(arcs.covered, written, year)
        if marks is not None:
            paths = sorted([arcs.roles[mark].path for mark in marks])
            yield Contribution(parent, name[1:], 1 if name[0] == "+" else -1, tuple(paths))


@lru_cache(maxsize=16384)
def _marks(covered: tuple[int, ...], written: str, year: int) -> frozenset[str] | None:
    """The roles of an arc in the nearest year that tells them, found once for all written alike.

    None where the year doesn't have it.
    """
    groups = read_groups(written)
    if not all(any(holds(years, near) for years, _ in groups) for near in _neighbours(covered, year)):
        return None
    for near in _nearest_first(covered, year):
        marks = frozenset(mark for years, marks in groups if holds(years, near) for mark in marks) - {MERGED}
        if marks:
            return marks
    return frozenset()


@lru_cache(maxsize=64)
def _nearest_first(covered: tuple[int, ...], year: int) -> tuple[int, ...]:
    return tuple(sorted(covered, key=lambda one: (abs(one - year), one)))


@lru_cache(maxsize=16)
def lines_above(path: Path) -> dict[str, list[tuple[str, str, str]]]:
    """For every contributor its lines in the sums of all years: the sum, its name there, the groups."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    arcs = read_arcs(path)
    for parent in arcs.blocks:
        for name, groups in arcs.lines(parent):
            found.setdefault(name[1:], []).append((parent, name, groups))
    return found


@lru_cache(maxsize=16)
def named_in(networks: Networks) -> frozenset[str]:
    """The concepts that sums of the very year name, gathered once."""
    arcs = networks.calculations
    if networks.year not in arcs.covered:
        return frozenset()
    sums = [arc for parent in arcs.blocks for arc in children_in(networks, parent)]
    return frozenset({arc.parent for arc in sums} | {arc.child for arc in sums})


@lru_cache(maxsize=16)
def on_statements_in(networks: Networks) -> frozenset[str]:
    """The concepts that stand in the sums of a statement, gathered once."""
    sums = (arc for parent in networks.calculations.blocks for arc in children_in(networks, parent))
    shown = [arc for arc in sums if any(role.startswith("statement/") for role in arc.roles)]
    return frozenset({arc.parent for arc in shown} | {arc.child for arc in shown})


@lru_cache(maxsize=32)
def trees_in(networks: Networks) -> tuple[RoleTree, ...]:
    """The statements of a year, grown once."""
    return grow_trees(networks.presentations, networks.family, networks.year, networks.folder)
