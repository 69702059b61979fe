"""The data tables that tagging rests on: label words, rules, places of rows."""

from __future__ import annotations

from collections.abc import Iterator

from xbrlgen.taxonomy.editions import data_folder


def lines(name: str) -> Iterator[str]:
    """The lines of a table, without comments and blank ones."""
    with (data_folder() / name).open(encoding="utf-8") as table:
        for line in table:
            text = line.rstrip("\n")
            if text and not text.startswith("#"):
                yield text


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The fields of each line of a table."""
    return (tuple(line.split("\t")) for line in lines(name))


def pairs(name: str) -> Iterator[tuple[str, str]]:
    """The lines of a table of two columns."""
    return ((row[0], row[1]) for row in rows(name))
