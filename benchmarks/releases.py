"""What comes of whole releases: what became of their numbers, and what Arelle says of the filings."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from tests.shared import SHARED
from xbrlgen import build, validate
from xbrlgen.filing import Filing
from xbrlgen.findings import Severity

Row = tuple[str, str, str, str]
_ENDINGS = {".html", ".txt", ".md"}
_NO_RELEASES = {"README.md", "TRAPS.md"}
_OUTCOMES = {
    "facts, or facts printed again": ("tagged", "repeats"),
    "refused": ("refused",),
    "without a concept": ("unmapped",),
}


def rows() -> list[Row]:
    """Each release there is, built, written and judged."""
    releases = sorted(SHARED.glob("releases/*.*")) + sorted(SHARED.glob("seed/*.md"))
    paths = [path for path in releases if path.suffix in _ENDINGS and path.name not in _NO_RELEASES]
    if not paths:
        return [("releases: what came of them", "not measured", "", "the releases are not present")]
    filings = [build(path) for path in paths]
    return [*_numbers(filings), _judged(filings)]


def _numbers(filings: list[Filing]) -> list[Row]:
    counts = Counter(verdict.outcome.value for filing in filings for verdict in filing.verdicts)
    total = sum(counts.values()) - counts["not a fact"]
    note = f"{total} numbers that may be facts, in {len(filings)} releases"
    return [
        (f"releases: numbers {words}", f"{sum(counts[name] for name in names) / total:.1%}", "", note)
        for words, names in _OUTCOMES.items()
    ]


def _judged(filings: list[Filing]) -> Row:
    clean = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, filing in enumerate(filings):
            filing.write(Path(folder) / str(number))
            judged = validate(Path(folder) / str(number), modes=("c10d", "c11r"))
            arelle = [each for each in judged.findings if each.severity >= Severity.INCONSISTENCY]
            clean += not arelle
    return (
        "releases: filings without an error or an inconsistency",
        f"{clean} of {len(filings)}",
        "",
        "c10d, c11r",
    )
