"""The table of concepts of one family: written when an index is compiled, read when it is asked.

One line a concept and a tab between the columns: its name; its attributes with the years in which it has
them (a ``?`` before the attributes: inferred); the years in which it is deprecated. The first line names the
years that are covered; a run of years reaches over those that aren't.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from attrs import field, frozen

from xbrlgen.taxonomy.errors import DamagedIndexError
from xbrlgen.taxonomy.files.kinds import read_kind
from xbrlgen.taxonomy.files.records import Standing
from xbrlgen.taxonomy.files.years import holds, write_years

_HEADER = "# covered: "


def concepts_path(folder: Path, family: str) -> Path:
    """Where the concepts of a family stand."""
    return folder / f"concepts-{family}.tsv"


@frozen
class ConceptTable:
    """All concepts of a family in all years, each line parsed when it is asked for."""

    covered: tuple[int, ...]
    lines: Mapping[str, str] = field(repr=False)

    def standing(self, name: str, year: int) -> Standing | None:
        """A concept in a covered year, or None where it doesn't exist."""
        line = self.lines.get(name)
        return None if line is None else _standing(line, year)

    def years(self, name: str) -> tuple[int, ...]:
        """The covered years in which a concept exists."""
        line = self.lines.get(name, "")
        return tuple(year for year in self.covered if line and _standing(line, year) is not None)

    def names(self, year: int) -> Iterator[str]:
        """The names of all concepts of a covered year."""
        return (name for name, line in self.lines.items() if _standing(line, year) is not None)


@lru_cache(maxsize=65536)
def _standing(line: str, year: int) -> Standing | None:
    variants, _, deprecated = line.partition("\t")
    for variant in variants.split(";"):
        kind, _, years = variant.partition("@")
        if holds(years, year):
            return Standing(read_kind(kind.removeprefix("?")), holds(deprecated, year), kind.startswith("?"))
    return None


def write_table(concepts: Mapping[str, Mapping[int, Standing]], covered: Sequence[int]) -> str:
    """The concepts as the text of a table."""
    lines = [f"{name}\t{_write_line(concepts[name], covered)}\n" for name in sorted(concepts)]
    return _HEADER + " ".join(map(str, covered)) + "\n" + "".join(lines)


def _write_line(standings: Mapping[int, Standing], covered: Sequence[int]) -> str:
    by_kind: dict[str, list[int]] = {}
    for year, standing in sorted(standings.items()):
        by_kind.setdefault("?" * standing.inferred + str(standing.kind), []).append(year)
    variants = ";".join(f"{kind}@{write_years(years, covered)}" for kind, years in by_kind.items())
    deprecated = write_years((year for year, one in standings.items() if one.deprecated), covered)
    return f"{variants}\t{deprecated}" if deprecated else variants


@lru_cache(maxsize=16)
def read_table(path: Path) -> ConceptTable:
    """The table in a file."""
    try:
        header, _, body = path.read_text(encoding="utf-8").partition("\n")
        covered = tuple(int(year) for year in header.removeprefix(_HEADER).split())
        lines = dict(line.split("\t", 1) for line in body.splitlines())
    except (OSError, ValueError) as damage:
        msg = f"{path}: can't be read as a table of concepts ({damage}); compile the index anew"
        raise DamagedIndexError(msg) from damage
    return ConceptTable(covered, lines)


def all_standings(table: ConceptTable) -> dict[str, dict[int, Standing]]:
    """Every concept in every year, for compiling anew."""
    found: dict[str, dict[int, Standing]] = {}
    for name, line in table.lines.items():
        standings = ((year, _standing(line, year)) for year in table.covered)
        found[name] = {year: standing for year, standing in standings if standing is not None}
    return found


__all__ = [
    "ConceptTable",
    "all_standings",
    "concepts_path",
    "read_table",
    "write_table",
]
