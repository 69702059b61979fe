"""The sums and statement trees of one family in one year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from attrs import field, frozen

from xbrlgen.taxonomy.arcs import ArcFile, calculations_path, presentations_path, read_arcs
from xbrlgen.taxonomy.errors import UnknownRoleError, nearest_words
from xbrlgen.taxonomy.records import RoleKey
from xbrlgen.taxonomy.roles import MERGED, definition_of
from xbrlgen.taxonomy.years import holds

_LAST_AT_XBRL_US = 2009


@frozen
class Contribution:
    """One arc of a sum. ``roles`` are the paths of the roles it stands in, empty where these aren't known."""

    parent: str
    child: str
    weight: int
    roles: tuple[str, ...] = ()


@frozen
class TreeNode:
    """One line of a statement tree with its children; ``label`` is the role of its preferred label."""

    name: str
    label: str = ""
    children: tuple[TreeNode, ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, TreeNode]]:
        """The node and all below it with their depths, top to bottom."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)


@frozen
class RoleTree:
    """A statement: its role and presentation tree. ``year`` is the edition the tree was taken from."""

    uri: str
    definition: str
    year: int
    roots: tuple[TreeNode, ...] = field(repr=False)

    def walk(self) -> Iterator[tuple[int, TreeNode]]:
        """All nodes with their depths, top to bottom."""
        for root in self.roots:
            yield from root.walk()

    @property
    def names(self) -> tuple[str, ...]:
        """The concepts it shows, top to bottom, each once."""
        return tuple(dict.fromkeys(node.name for _, node in self.walk()))


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
        arcs = (arc for parent in parents_in(self).get(child, ()) for arc in children_in(self, parent))
        return tuple(arc for arc in arcs if arc.child == child and _in_role(arc, role))

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
    witnesses = _neighbours(arcs.covered, networks.year)
    found = []
    for line, groups in arcs.lines(parent):
        if all(any(holds(years, year) for years, _ in groups) for year in witnesses):
            roles = {
                mark for years, marks in groups for mark in marks if any(holds(years, y) for y in witnesses)
            }
            paths = tuple(sorted(arcs.roles[mark].path for mark in roles - {MERGED}))
            found.append(Contribution(parent, line[1:], 1 if line[0] == "+" else -1, paths))
    return tuple(found)


@lru_cache(maxsize=64)
def parents_in(networks: Networks) -> dict[str, tuple[str, ...]]:
    """Every contributor with the sums it may stand in, read once."""
    found: dict[str, list[str]] = {}
    for parent, block in networks.calculations.blocks.items():
        for line in block.split("\0"):
            found.setdefault(line.partition("\t")[0][1:], []).append(parent)
    return {child: tuple(dict.fromkeys(parents)) for child, parents in found.items()}


@lru_cache(maxsize=32)
def trees_in(networks: Networks) -> tuple[RoleTree, ...]:
    """The statements of a year, grown once."""
    arcs = networks.presentations
    year = min(arcs.covered, key=lambda covered: (abs(covered - networks.year), covered), default=None)
    found = _arcs_by_role(arcs, year) if year is not None else {}
    host = "http://xbrl.us" if networks.year <= _LAST_AT_XBRL_US else "http://fasb.org"
    return tuple(
        RoleTree(
            uri=f"{host}/{networks.family}/role/{role.path}",
            definition=definition_of(role),
            year=year or 0,
            roots=_grow(found[role]),
        )
        for role in sorted(found, key=lambda role: (role.number, role.path))
    )


def _arcs_by_role(arcs: ArcFile, year: int) -> dict[RoleKey, dict[str, list[tuple[float, str, str]]]]:
    found: dict[RoleKey, dict[str, list[tuple[float, str, str]]]] = {}
    for parent in arcs.blocks:
        for line, groups in arcs.lines(parent):
            child, _, rest = line.partition("#")
            order, _, label = rest.partition("/")
            for mark in (mark for years, marks in groups if holds(years, year) for mark in marks):
                children = found.setdefault(arcs.roles[mark], {}).setdefault(parent, [])
                children.append((float(order), child, label))
    return found


def _grow(children: dict[str, list[tuple[float, str, str]]]) -> tuple[TreeNode, ...]:
    below = {child for listed in children.values() for _, child, _ in listed}

    def node(name: str, label: str, above: frozenset[str]) -> TreeNode:
        listed = () if name in above else sorted(children.get(name, ()))
        return TreeNode(name, label, tuple(node(child, role, above | {name}) for _, child, role in listed))

    return tuple(node(parent, "", frozenset()) for parent in sorted(children) if parent not in below)


__all__ = ["Contribution", "Networks", "RoleKey", "RoleTree", "TreeNode", "definition_of"]
