"""The label table made compact: which words filers print for which concept, and how often."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from xbrlgen.tagging.known.words import key, loose

STATEMENTS: Mapping[str, str] = {"BS": "BS", "IS": "IS", "CI": "IS", "CF": "CF", "EQ": "EQ"}
# Filers up to the year before it are counted apart, as the head of the table says.
_RECENT = 2013
_HEAD = """\
# What filers print for their concepts: a statement with words in alphabetical order; below it the labels of
# these words, each with its concepts, and for each how many filers before 2013 and since.
# Counted from public filings of 2009 to 2026, compiled by xbrlgen.tagging.known.compiling.
"""


@frozen(order=True)
class Seen:
    """That filers print a label for a concept in a statement: how many before 2013, and since."""

    concept: str
    statement: str
    label: str
    old: int
    recent: int


def read_source(path: Path) -> Iterator[tuple[str, ...]]:
    """The rows of a label table as downloaded: concept, statement, label, role, filers, years."""
    with gzip.open(path, "rt", encoding="utf-8") as table:
        next(table)
        for line in table:
            yield tuple(line.rstrip("\n").split("\t"))


def counted(source: Iterable[tuple[str, ...]], statements: Mapping[str, str] = STATEMENTS) -> list[Seen]:
    """The rows by normalised label; roles and letter case of one label count once, by the highest."""
    per_text: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for concept, statement, label, _role, filers, _first, last, *_ in source:
        if statement in statements and last:
            counts = per_text[concept, statements[statement], label.casefold()]
            era = int(last) >= _RECENT
            counts[era] = max(counts[era], int(filers))
    totals: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for (concept, statement, label), (old, recent) in per_text.items():
        total = totals[concept, statement, key(label)]
        total[0] += old
        total[1] += recent
    return sorted(Seen(*name, *counts) for name, counts in totals.items() if name[2])


def kept(seen: Iterable[Seen], *, floor: int = 2, longest: int = 90) -> list[Seen]:
    """What is worth keeping: seen at least ``floor`` times, or in recent years, and not overlong."""
    return [
        row for row in seen if len(row.label) <= longest and (row.old + row.recent >= floor or row.recent)
    ]


def written(seen: Iterable[Seen]) -> str:
    """The compact table as text."""
    groups: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(seen):
        counts = f"{row.concept} {row.old} {row.recent}"
        groups[row.statement, loose(row.label)][row.label].append(counts)
    blocks = (f"{head[0]}\t{head[1]}\n{_group(groups[head])}" for head in sorted(groups))
    return _HEAD + "".join(blocks)


def _group(labels: Mapping[str, Iterable[str]]) -> str:
    return "".join(f"\t{label}\t{','.join(labels[label])}\n" for label in sorted(labels))


def compile_labels(source: Path, target: Path) -> int:
    """Write the compact table from a label table; the number of rows kept."""
    rows = kept(counted(read_source(source)))
    target.write_text(written(rows), encoding="utf-8")
    return len(rows)
