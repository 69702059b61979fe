"""Writes the index: from tables of many years, or from an official package for one more year.

What the index in the target folder already tells of other years and families stays; what the source tells is
put in the place of what was there for the same family and year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from attrs import evolve, frozen

from xbrlgen.taxonomy.asking.memory import forget
from xbrlgen.taxonomy.editions import data_folder, merge_editions
from xbrlgen.taxonomy.errors import DamagedPackageError
from xbrlgen.taxonomy.files.arcs import calculations_path, presentations_path, write_arcs, write_groups
from xbrlgen.taxonomy.files.concepts import concepts_path, write_table
from xbrlgen.taxonomy.files.records import Family, Showing, Standing, Weighing
from xbrlgen.taxonomy.files.roles import MERGED, number_roles
from xbrlgen.taxonomy.files.successors import successors_path, write_successions
from xbrlgen.taxonomy.files.types import merge_types
from xbrlgen.taxonomy.making.compiled import read_family
from xbrlgen.taxonomy.making.packages import Told, read_package
from xbrlgen.taxonomy.making.tables import holds_tables, read_tables

Blocks = dict[str, list[tuple[str, str]]]
ArcT = TypeVar("ArcT", bound=Weighing | Showing)


@frozen
class Compiled:
    """What was written: the files, and by family the years that the source told of."""

    files: tuple[Path, ...]
    years: tuple[tuple[str, tuple[int, ...]], ...]


def compile_index(source: Path, target: Path, *, is_official: bool = True) -> Compiled:
    """Add what a source tells to the index in a folder.

    ``source`` is an official taxonomy package (a zip) or a folder with tables of concepts, calculations and
    presentations. Say ``is_official=False`` of a package whose attributes were pieced together: they are then
    marked inferred where the index did not have the same ones already.
    """
    told = _read(source)
    files = {**_edition_files(told, target), **merge_types(told.types, target)}
    for family in told.families:
        files |= _family_files(
            _merge(read_family(target, family.name), family, is_official=is_official), target
        )
    target.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        _write(path, text)
    forget()
    return Compiled(tuple(sorted(files)), tuple((family.name, family.years) for family in told.families))


def _read(source: Path) -> Told:
    if source.is_dir() and holds_tables(source):
        return Told(read_tables(source))
    if source.is_file():
        return read_package(source)
    msg = f"{source}: neither a taxonomy package (zip) nor a folder with concepts.tsv.gz"
    raise DamagedPackageError(msg)


def _write(path: Path, text: str) -> None:
    """A file is written whole or not at all."""
    draft = path.with_name(f"{path.name}.part")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(path)


def _edition_files(told: Told, target: Path) -> dict[Path, str]:
    path = target / "editions.tsv"
    known = path if path.exists() else data_folder() / path.name
    return {path: merge_editions(known.read_text(encoding="utf-8"), told.editions)}


def _merge(known: Family, told: Family, *, is_official: bool) -> Family:
    added = told if is_official else _marked(known, told)
    years = frozenset(told.years)
    return Family(
        told.name,
        {
            name: _merge_standings(known.concepts.get(name, {}), added.concepts.get(name, {}), years)
            for name in sorted({*known.concepts, *told.concepts})
        },
        _merge_arcs(known.weighings, told.weighings),
        _merge_arcs(known.showings, told.showings),
        known.successions | told.successions,
    )


def _merge_standings(
    known: Mapping[int, Standing], told: Mapping[int, Standing], years: frozenset[int]
) -> dict[int, Standing]:
    return {**{year: standing for year, standing in known.items() if year not in years}, **told}


def _marked(known: Family, told: Family) -> Family:
    """The family with its attributes marked inferred where the index did not have the same ones for sure."""
    marked = {
        name: {
            year: evolve(standing, inferred=_is_guess(known.concepts.get(name, {}).get(year), standing))
            for year, standing in standings.items()
        }
        for name, standings in told.concepts.items()
    }
    return evolve(told, concepts=marked)


def _is_guess(known: Standing | None, told: Standing) -> bool:
    return known is None or known.inferred or known.kind != told.kind


def _merge_arcs(known: Sequence[ArcT], told: Sequence[ArcT]) -> tuple[ArcT, ...]:
    years = {arc.year for arc in told}
    return (*told, *(arc for arc in known if arc.year not in years))


def _family_files(family: Family, folder: Path) -> dict[Path, str]:
    """The text of each file of the index that tells of a family."""
    files = {concepts_path(folder, family.name): write_table(family.concepts, family.years)}
    if family.weighings:
        files[calculations_path(folder, family.name)] = _calculations(family.weighings)
    if family.showings:
        files[presentations_path(folder, family.name)] = _presentations(family.showings)
    if family.successions:
        files[successors_path(folder, family.name)] = write_successions(family.successions)
    return files


def _covered(arcs: Iterable[Weighing | Showing]) -> tuple[int, ...]:
    return tuple(sorted({arc.year for arc in arcs}))


def _calculations(arcs: Sequence[Weighing]) -> str:
    return _arcs_text(arcs, lambda arc: f"{'+' if arc.weight > 0 else '-'}{arc.child}")


def _presentations(arcs: Sequence[Showing]) -> str:
    return _arcs_text(arcs, lambda arc: f"{arc.child}#{arc.order:g}" + (f"/{arc.label}" if arc.label else ""))


def _arcs_text(arcs: Sequence[ArcT], written: Callable[[ArcT], str]) -> str:
    """Children stand in the order of the newest year, in the role with the lowest number."""
    marks = number_roles(arc.role for arc in arcs)
    found: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for arc in sorted(
        arcs, key=lambda arc: (-arc.year, arc.role.number, arc.order, arc.child, arc.role.path)
    ):
        mark = marks[arc.role] if arc.role.path else MERGED
        found[arc.parent][written(arc)].append((arc.year, mark))
    return write_arcs(_covered(arcs), marks, _blocks(found, _covered(arcs)))


def _blocks(found: Mapping[str, Mapping[str, list[tuple[int, str]]]], covered: Sequence[int]) -> Blocks:
    return {
        parent: [(child, write_groups(pairs, covered)) for child, pairs in children.items()]
        for parent, children in found.items()
    }
