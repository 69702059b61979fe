"""Writes the index: from tables of many years, or from an official package for one more year.

What the index in the target folder already tells of other years and families stays; the years and families
that the source tells of are replaced.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from xbrlgen.taxonomy.arcs import calculations_path, presentations_path, write_arcs, write_groups
from xbrlgen.taxonomy.concepts import concepts_path, write_table
from xbrlgen.taxonomy.records import Family, Showing, Weighing
from xbrlgen.taxonomy.roles import MERGED, number_roles

Blocks = dict[str, list[tuple[str, str]]]


def family_files(family: Family, folder: Path) -> dict[Path, str]:
    """The text of each file of the index that tells of a family."""
    files = {concepts_path(folder, family.name): write_table(family.concepts, family.years)}
    if family.weighings:
        files[calculations_path(folder, family.name)] = _calculations(family.weighings)
    if family.showings:
        files[presentations_path(folder, family.name)] = _presentations(family.showings)
    return files


def _covered(arcs: Iterable[Weighing | Showing]) -> tuple[int, ...]:
    return tuple(sorted({arc.year for arc in arcs}))


def _calculations(arcs: Sequence[Weighing]) -> str:
    marks = number_roles(arc.role for arc in arcs)
    found: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for arc in sorted(arcs, key=lambda arc: (-arc.year, arc.role.number or "9", arc.order, arc.child)):
        child = f"{'+' if arc.weight > 0 else '-'}{arc.child}"
        found[arc.parent][child].append((arc.year, marks.get(arc.role, MERGED)))
    return write_arcs(_covered(arcs), marks, _blocks(found, _covered(arcs)))


def _presentations(arcs: Sequence[Showing]) -> str:
    marks = number_roles(arc.role for arc in arcs)
    found: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for arc in sorted(arcs, key=lambda arc: (-arc.year, arc.role.number, arc.order, arc.child)):
        child = f"{arc.child}#{arc.order:g}" + (f"/{arc.label}" if arc.label else "")
        found[arc.parent][child].append((arc.year, marks[arc.role]))
    return write_arcs(_covered(arcs), marks, _blocks(found, _covered(arcs)))


def _blocks(found: Mapping[str, Mapping[str, list[tuple[int, str]]]], covered: Sequence[int]) -> Blocks:
    return {
        parent: [(child, write_groups(pairs, covered)) for child, pairs in children.items()]
        for parent, children in found.items()
    }
