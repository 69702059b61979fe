"""From a release, however written, to statements and sentences whose every figure has its place."""

from __future__ import annotations

from pathlib import Path

from xbrlgen.findings import Finding, Severity
from xbrlgen.reading.clock import Clock
from xbrlgen.reading.cover import read_cover
from xbrlgen.reading.document import Document
from xbrlgen.reading.errors import ReadError
from xbrlgen.reading.prose import read_mentions
from xbrlgen.reading.runs import runs
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.understand import understand
from xbrlgen.reading.verdicts import judge

__all__ = ["Document", "ReadError", "read"]


def read(given: Path | str | bytes) -> Document:
    """Read a release: a path, its bytes or its text, in any of the formats people have it in."""
    sources, blocks, findings = read_sources(given)
    understood = understand(sources, blocks)
    text_runs = tuple(runs(sources, blocks))
    tables = {grid for statement in understood.statements for grid in statement.grids}
    prose = [run for run in text_runs if run.grid not in tables]
    clock = Clock.of(understood.calendar, understood.statements)
    mentions = read_mentions(sources, prose, clock)
    cover = read_cover(sources, text_runs)
    return Document(
        sources=sources,
        blocks=blocks,
        statements=understood.statements,
        mentions=mentions,
        cover=cover,
        verdicts=judge(sources, text_runs, understood.statements, mentions, cover),
        findings=(*findings, *_no_statements(understood.statements)),
        period_end=understood.calendar.period_end,
        company=understood.company,
    )


def _no_statements(statements: tuple[object, ...]) -> tuple[Finding, ...]:
    if statements:
        return ()
    return (
        Finding(
            "reading.no-statements",
            Severity.WARNING,
            "no financial statement was found in the document",
            remedy="check that this is an earnings release and not a notice or a bot-check page",
        ),
    )
