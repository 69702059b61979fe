"""Reads the tables of concepts, calculations and presentations that an index is first compiled from."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

from xbrlgen.model import Balance, PeriodType
from xbrlgen.taxonomy.errors import DamagedPackageError
from xbrlgen.taxonomy.files.kinds import Kind
from xbrlgen.taxonomy.files.records import Family, RoleKey, Showing, Standing, Weighing

# The first year of us-gaap in which filers had to report.
OLDEST = 2009
_CONCEPTS, _CALCULATIONS, _PRESENTATIONS = "concepts.tsv.gz", "calculations.tsv.gz", "presentations.tsv.gz"
_HOME = "us-gaap"
# The years whose main schema the tables had; the attributes of the others are carried over from these.
_SCHEMA_YEARS = {_HOME: frozenset({2008, 2009, 2011, 2022, 2023, 2024})}


def read_tables(folder: Path) -> tuple[Family, ...]:
    """The families that the tables in a folder tell of."""
    concepts = _concepts(folder)
    weighings = tuple(_weighings(folder)) if (folder / _CALCULATIONS).exists() else ()
    showings = tuple(_showings(folder)) if (folder / _PRESENTATIONS).exists() else ()
    return tuple(
        Family(name, known, *((weighings, showings) if name == _HOME else ()))
        for name, known in sorted(concepts.items())
    )


def holds_tables(folder: Path) -> bool:
    """Whether a folder holds such tables."""
    return (folder / _CONCEPTS).exists()


def _rows(path: Path) -> Iterator[dict[str, str]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    except (OSError, EOFError, UnicodeDecodeError) as damage:
        msg = f"{path}: can't be read as a table ({damage})"
        raise DamagedPackageError(msg) from damage


def _concepts(folder: Path) -> dict[str, dict[str, dict[int, Standing]]]:
    found: dict[str, dict[str, dict[int, Standing]]] = {}
    for row in _rows(folder / _CONCEPTS):
        standings = _standings(row)
        if standings:
            found.setdefault(row["prefix"], {})[row["name"]] = standings
    return found


def _standings(row: dict[str, str]) -> dict[int, Standing]:
    base = Kind(
        type=row["type"],
        period=PeriodType(row["period"]),
        balance=Balance(row["balance"]) if row["balance"] else None,
        abstract=row["abstract"] == "1",
        group=row["substitution_group"],
    )
    years, deprecated = _years(row["years"]), _years(row["deprecated_years"])
    declared = _declared(row, base, years)
    return {
        year: _standing(
            year, declared, is_deprecated=year in deprecated, is_guess=row["origin"] == "inferred"
        )
        for year in sorted(years)
        if year >= OLDEST
    }


def _declared(row: dict[str, str], base: Kind, years: set[int]) -> dict[int, Kind]:
    """The attributes of the years whose declaration is known; at least one."""
    schemas = _SCHEMA_YEARS.get(row["prefix"], frozenset(years))
    known = dict.fromkeys(years & schemas, base) | dict(_other_kinds(row["other_attributes"], base))
    source = row["attr_source"]
    return known or {int(source) if source.isdigit() else max(years): base}


def _standing(year: int, declared: Mapping[int, Kind], *, is_deprecated: bool, is_guess: bool) -> Standing:
    """A year takes the nearest declaration; where those before and after it differ, that is inferred."""
    before = max((one for one in declared if one <= year), default=None)
    after = min((one for one in declared if one >= year), default=None)
    nearest = min((one for one in (before, after) if one is not None), key=lambda one: abs(one - year))
    differ = before is not None and after is not None and declared[before] != declared[after]
    return Standing(declared[nearest], is_deprecated, is_guess or differ)


def _other_kinds(text: str, base: Kind) -> Iterator[tuple[int, Kind]]:
    for entry in filter(None, text.split(";")):
        year, _, attributes = entry.partition("=")
        kind, balance, period = attributes.split("|")
        yield (
            int(year),
            Kind(
                kind,
                PeriodType(period),
                Balance(balance) if balance else None,
                abstract=base.abstract,
                group=base.group,
            ),
        )


def _years(text: str) -> set[int]:
    return {int(year) for year in text.split(",") if year}


def _role(row: dict[str, str]) -> RoleKey:
    number = row["role_definition"].partition(" ")[0]
    return RoleKey(row["role"].partition("/role/")[2], number if number.isdigit() else "")


def _local(name: str) -> str:
    return name.removeprefix(f"{_HOME}:")


def _weighings(folder: Path) -> Iterator[Weighing]:
    for row in _rows(folder / _CALCULATIONS):
        year = int(row["year"])
        if year >= OLDEST:
            order = float(row["order"] or 0)
            parent, child = _local(row["parent"]), _local(row["child"])
            yield Weighing(year, _role(row), parent, child, int(row["weight"]), order)


def _showings(folder: Path) -> Iterator[Showing]:
    for row in _rows(folder / _PRESENTATIONS):
        yield Showing(
            int(row["year"]),
            _role(row),
            _local(row["parent"]),
            _local(row["child"]),
            float(row["order"] or 0),
            row["preferred_label"].rpartition("/")[2],
        )
