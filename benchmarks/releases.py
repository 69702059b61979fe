"""What comes of whole releases: what became of their numbers, and whether anybody has a word against them."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from tests.writing.accepting import Accepted, accepted, releases, told_counts
from xbrlgen import build
from xbrlgen.filing import Filing

Row = tuple[str, str, str, str]
_OUTCOMES = {
    "facts, or facts printed again": ("tagged", "repeats"),
    "refused": ("refused",),
    "without a concept": ("unmapped",),
}
_KINDS = {
    "clean": ("without any message of Arelle or of ours", ""),
    "told": ("where Arelle says only what a finding of ours says of the release", ""),
    "more": ("with anything else: a message, a fact read otherwise, a lost word", "0"),
}


def rows() -> list[Row]:
    """Each release there is, built, written and judged."""
    paths = releases()
    if not paths:
        return [("releases: what came of them", "not measured", "", "the releases are not present")]
    return [*_numbers([build(path) for path in paths]), *_judged([_accepted(path) for path in paths])]


def _numbers(filings: list[Filing]) -> list[Row]:
    counts = Counter(verdict.outcome.value for filing in filings for verdict in filing.verdicts)
    total = sum(counts.values()) - counts["not a fact"]
    note = f"{total} numbers that may be facts, in {len(filings)} releases"
    return [
        (f"releases: numbers {words}", f"{sum(counts[name] for name in names) / total:.1%}", "", note)
        for words, names in _OUTCOMES.items()
    ]


def _accepted(path: Path) -> Accepted:
    with tempfile.TemporaryDirectory() as folder:
        return accepted(path, Path(folder))


def _judged(results: list[Accepted]) -> list[Row]:
    counts = told_counts(results)
    note = "c10d and c11r, page and report package; " + ", ".join(
        one.name for one in results if one.untold or one.different
    )
    return [
        (
            f"releases: filings {words}",
            f"{counts[kind]} of {len(results)}",
            target,
            note,
        )
        for kind, (words, target) in _KINDS.items()
    ]
