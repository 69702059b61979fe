"""The item types that taxonomies declare themselves: what each restricts, and to which values.

One line a type, with a tab between: the family, the year, the name, its base and its facets as
``pattern=[0-9]{3}``. Facets are known only of the years a package was compiled of; in other years a type is
taken to have the base of the nearest year and no facets, lest a value is refused by rules of another year.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from xbrlgen.taxonomy.errors import DamagedIndexError
from xbrlgen.taxonomy.files.records import OwnType, TypeRule

# Types of before the registry, and of units of account: numbers, not text.
_BASES = {
    **dict.fromkeys(
        (f"{word}ItemType" for word in ("perUnit", "perShare", "boe", "area", "energy", "mass", "volume")),
        "decimalItemType",
    ),
    "percentItemType": "pureItemType",
}
_FALLBACK_BASE = "stringItemType"


def _types_path(folder: Path) -> Path:
    """Where the types stand."""
    return folder / "types.tsv"


def merge_types(told: Iterable[OwnType], folder: Path) -> dict[Path, str]:
    """The file of types with further ones, if there are any."""
    new = tuple(told)
    if not new:
        return {}
    known = read_types_file(_types_path(folder))
    replaced = {(one.prefix, one.year) for one in new}
    kept = (one for one in known if (one.prefix, one.year) not in replaced)
    return {_types_path(folder): "".join(f"{_write(one)}\n" for one in sorted({*kept, *new}))}


def _write(one: OwnType) -> str:
    facets = (f"{facet}={value}" for facet, value in one.rule.facets)
    return "\t".join([one.prefix, str(one.year), one.rule.name, one.rule.base, *facets])


@lru_cache(maxsize=4)
def read_types_file(path: Path) -> tuple[OwnType, ...]:
    """The types in a file; none where there is no file."""
    if not path.exists():
        return ()
    try:
        return tuple(_read(line) for line in path.read_text(encoding="utf-8").splitlines())
    except (OSError, ValueError) as damage:
        msg = f"{path}: can't be read as a table of types ({damage}); compile the index anew"
        raise DamagedIndexError(msg) from damage


def _read(line: str) -> OwnType:
    prefix, year, name, base, *facets = line.split("\t")
    pairs = (facet.partition("=") for facet in facets)
    return OwnType(
        prefix, int(year), TypeRule(name, base, tuple((facet, value) for facet, _, value in pairs))
    )


def type_rule(folder: Path, prefix: str, year: int, name: str) -> TypeRule:
    """The rule of a type in a year: its own, or the base of the nearest year without facets."""
    known = [
        one for one in read_types_file(_types_path(folder)) if one.prefix == prefix and one.rule.name == name
    ]
    nearest = min(known, key=lambda one: (abs(one.year - year), one.year), default=None)
    if nearest is None:
        return TypeRule(name, _BASES.get(name, _FALLBACK_BASE))
    return nearest.rule if nearest.year == year else TypeRule(name, nearest.rule.base)
