"""The file form of arcs: a block a parent, a line a child, and with it where and when.

``Parent`` stands alone in its line; its children follow, each after a tab: what it is called with its mark in
front, a tab, then ``years:roles`` groups with a space between. Calculation children carry ``+`` or ``-`` as
their mark; presentation children carry their order behind a ``#`` and, behind a ``/``, their preferred label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from attrs import field, frozen

from xbrlgen.taxonomy.errors import DamagedIndexError
from xbrlgen.taxonomy.files.records import RoleKey
from xbrlgen.taxonomy.files.roles import read_role, write_roles
from xbrlgen.taxonomy.files.years import write_years

_HEADER = "# covered: "


@lru_cache(maxsize=64)  # asked of every concept, and the hash of a path is costly until it was taken
def calculations_path(folder: Path, family: str) -> Path:
    """Where the calculation arcs of a family stand."""
    return folder / f"calculations-{family}.tsv"


@lru_cache(maxsize=64)
def presentations_path(folder: Path, family: str) -> Path:
    """Where the presentation arcs of a family stand."""
    return folder / f"presentations-{family}.tsv"


@frozen
class ArcFile:
    """The arcs of a family in all years: the lines of each parent's block, parsed when asked for."""

    covered: tuple[int, ...]
    roles: Mapping[str, RoleKey] = field(repr=False)
    blocks: Mapping[str, str] = field(repr=False)

    def lines(self, parent: str) -> Iterator[tuple[str, str]]:
        """The children of a parent, each with what `read_groups` reads."""
        for line in filter(None, self.blocks.get(parent, "").split("\0")):
            child, _, groups = line.partition("\t")
            yield child, groups


@lru_cache(maxsize=65536)
def read_groups(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The groups of years and roles behind a child.

    >>> read_groups("2011-2013:1")
    (('2011-2013', frozenset({'1'})),)
    """
    pairs = (group.partition(":") for group in text.split(" "))
    return tuple((years, frozenset(roles.split(","))) for years, _, roles in pairs)


def write_groups(found: Iterable[tuple[int, str]], covered: Sequence[int]) -> str:
    """Pairs of year and role, written short: roles with the same years share a group."""
    by_role: dict[str, list[int]] = {}
    for year, role in found:
        by_role.setdefault(role, []).append(year)
    by_years: dict[str, list[str]] = {}
    for role, years in by_role.items():
        by_years.setdefault(write_years(years, covered), []).append(role)
    groups = (f"{years}:{','.join(sorted(roles, key=_as_number))}" for years, roles in by_years.items())
    return " ".join(sorted(groups))


def _as_number(mark: str) -> tuple[int, str]:
    return (int(mark), "") if mark.isdigit() else (-1, mark)


def write_arcs(
    covered: Sequence[int], marks: Mapping[RoleKey, str], blocks: Mapping[str, Sequence[tuple[str, str]]]
) -> str:
    """The text of a file of arcs."""
    head = _HEADER + " ".join(map(str, covered)) + "\n" + write_roles(marks)
    bodies = (
        f"{parent}\n" + "".join(f"\t{child}\t{groups}\n" for child, groups in blocks[parent])
        for parent in sorted(blocks)
    )
    return head + "".join(bodies)


@lru_cache(maxsize=16)
def read_arcs(path: Path) -> ArcFile:
    """The arcs in a file; none where there is no file."""
    if not path.exists():
        return ArcFile((), {}, {})
    try:
        return _parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as damage:
        msg = f"{path}: can't be read as a file of arcs ({damage}); compile the index anew"
        raise DamagedIndexError(msg) from damage


def _parse(text: str) -> ArcFile:
    header, *lines = text.rstrip("\n").replace("\n\t", "\0").split("\n")
    covered = tuple(int(year) for year in header.removeprefix(_HEADER).split())
    roles = dict(map(read_role, takewhile(_tells_role, lines)))
    blocks = (block.partition("\0") for block in lines[len(roles) :])
    return ArcFile(covered, roles, {parent: children for parent, _, children in blocks if parent})


def _tells_role(line: str) -> bool:
    return line.startswith("@ ")
