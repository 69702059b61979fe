"""The presentation trees of the statements of one year.

Where the index has no trees of a year, those of the nearest year are taken, without the concepts that the
year asked for doesn't have or deprecates; what stood below such a concept moves up to where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

from xbrlgen.taxonomy.files.arcs import ArcFile, read_groups
from xbrlgen.taxonomy.files.concepts import concepts_path, read_table
from xbrlgen.taxonomy.files.records import RoleKey
from xbrlgen.taxonomy.files.roles import definition_of
from xbrlgen.taxonomy.files.years import holds

# The last year of us-gaap that XBRL US published; the FASB has since.
_LAST_AT_XBRL_US = 2009
_Children = Mapping[str, list[tuple[float, str, str]]]


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


def grow_trees(arcs: ArcFile, family: str, year: int, folder: Path) -> tuple[RoleTree, ...]:
    """The trees of a year, in the order of their numbers."""
    if not arcs.covered:
        return ()
    nearest = min(arcs.covered, key=lambda covered: (abs(covered - year), covered))
    host = "http://xbrl.us" if year <= _LAST_AT_XBRL_US else "http://fasb.org"
    exists = _all_exist if nearest == year else _existence(family, year, folder)
    found = _arcs_by_role(arcs, nearest)
    return tuple(
        RoleTree(
            f"{host}/{family}/role/{role.path}", definition_of(role), nearest, _grow(found[role], exists)
        )
        for role in sorted(found, key=lambda role: (role.number, role.path))
    )


def _all_exist(_: str) -> bool:
    return True


def _existence(family: str, year: int, folder: Path) -> Callable[[str], bool]:
    """Whether a year has a concept for use; what no index tells of is taken to exist."""

    def exists(name: str) -> bool:
        prefix, _, local = name.rpartition(":")
        path = concepts_path(folder, prefix or family)
        if not path.exists():
            return True
        table = read_table(path)
        near = min(table.covered, key=lambda covered: (abs(covered - year), covered), default=None)
        standing = None if near is None else table.standing(local, near)
        return standing is not None and not standing.deprecated

    return exists


def _arcs_by_role(arcs: ArcFile, year: int) -> dict[RoleKey, dict[str, list[tuple[float, str, str]]]]:
    found: dict[RoleKey, dict[str, list[tuple[float, str, str]]]] = {}
    for parent in arcs.blocks:
        for line, groups in arcs.lines(parent):
            child, _, rest = line.partition("#")
            order, _, label = rest.partition("/")
            for mark in (
                mark for years, marks in read_groups(groups) if holds(years, year) for mark in marks
            ):
                children = found.setdefault(arcs.roles[mark], {}).setdefault(parent, [])
                children.append((float(order), child, label))
    return found


def _grow(children: _Children, exists: Callable[[str], bool]) -> tuple[TreeNode, ...]:
    below = {child for listed in children.values() for _, child, _ in listed}

    def nodes(name: str, label: str, above: frozenset[str]) -> tuple[TreeNode, ...]:
        listed = () if name in above else sorted(children.get(name, ()))
        inner = tuple(node for _, child, role in listed for node in nodes(child, role, above | {name}))
        return (TreeNode(name, label, inner),) if exists(name) else inner

    return tuple(
        node for root in sorted(children) if root not in below for node in nodes(root, "", frozenset())
    )
