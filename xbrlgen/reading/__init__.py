"""From a release, however written, to statements and sentences whose every figure has its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from xbrlgen.collecting import without_collecting
from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Source
from xbrlgen.reading.document import Block, Document, Grid
from xbrlgen.reading.errors import ReadError
from xbrlgen.reading.figures.own_currency import mentions_in
from xbrlgen.reading.filer.cover import cover_page, read_cover
from xbrlgen.reading.given.runs import runs
from xbrlgen.reading.sentences.clock import Clock
from xbrlgen.reading.sentences.in_labels import label_mentions
from xbrlgen.reading.sentences.prose import read_mentions
from xbrlgen.reading.sources import read_pictures, read_sources
from xbrlgen.reading.statement import Statement
from xbrlgen.reading.understand import understand
from xbrlgen.reading.verdicts import judge
from xbrlgen.reading.words.unit_words import DOLLARS_SAID

__all__ = ["Document", "ReadError", "read"]


@without_collecting()
def read(given: Path | str | bytes) -> Document:
    """Read a release: a path, its bytes or its text, in any of the formats people have it in."""
    sources, blocks, findings = read_sources(given)
    text_runs = tuple(runs(sources, blocks))
    form = cover_page(text_runs)
    page = text_runs[form.start : form.stop]
    form_grids = {run.grid for run in page if run.is_cell}
    understood = understand(sources, [block for block in blocks if _index(block) not in form_grids])
    tables = {grid for statement in understood.statements for grid in statement.grids}
    prose = [run for at, run in enumerate(text_runs) if run.grid not in tables and at not in form]
    clock = Clock.of(understood.calendar, understood.statements)
    spoken = read_mentions(sources, prose, clock, understood.company)
    mentions = (
        *mentions_in(understood.currency, spoken),
        *label_mentions(sources, text_runs, understood.statements),
    )
    cover = read_cover(sources, page, text_runs)
    return Document(
        sources=sources,
        blocks=blocks,
        statements=understood.statements,
        mentions=mentions,
        cover=cover,
        verdicts=judge(sources, text_runs, understood.statements, mentions, cover, form),
        findings=(*findings, *_doubts_of_the_whole(sources, understood.statements)),
        period_end=understood.calendar.period_end,
        company=understood.company,
        header=sources[0].header if sources else (),
        pictures=read_pictures(given, sources),
    )


def _index(block: Block) -> int:
    return block.index if isinstance(block, Grid) else -1


def _doubts_of_the_whole(sources: Sequence[Source], statements: Sequence[Statement]) -> Iterator[Finding]:
    if not statements:
        yield Finding(
            "reading.no-statements",
            Severity.WARNING,
            "no financial statement was found in the document",
            remedy="check that this is an earnings release and not a notice or a bot-check page",
        )
    elif any(each.currency == "USD" for each in statements) and not _speaks_of_dollars(sources):
        yield Finding(
            "reading.currency-assumed",
            Severity.WARNING,
            "nothing in the document says that its amounts are dollars; US dollars are assumed",
            remedy="if it is another, print its name or sign in the unit line of the statements",
        )


def _speaks_of_dollars(sources: Sequence[Source]) -> bool:
    return any(DOLLARS_SAID.search(source.text) for source in sources)
