"""Footnotes of a release: the paragraphs that the note marks of its rows and figures lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from xbrlgen.filing import Filing, Placement
from xbrlgen.model import Footnote, Link
from xbrlgen.reading.document import Document, Grid, Paragraph
from xbrlgen.reading.statement import Statement
from xbrlgen.writing.names import clean

# A paragraph that explains a mark begins with it, as in "(1) ...", "1. ...", "* ...", "a) ...".
_OPENING = re.compile(r"\(?\s*(\d{1,2}|[a-z]|[ivx]{1,4}|\*{1,4}|[†‡§#])\s*[).:]?(?:\s+|(?=\())(?=\S)")
_PLAIN = re.compile(r"\d{1,2}\s+(?!\()")
# How far behind a table its notes are looked for, in paragraphs.
_FURTHEST = 15


def with_notes(filing: Filing) -> Filing:
    """The filing with the footnotes that its note marks lead to, unless it has footnotes already."""
    if filing.proved is None or filing.report.footnotes:
        return filing
    document = filing.proved.document
    facts = _facts_by_place(filing)
    links: dict[tuple[str, str], Link] = {}
    notes: dict[str, Paragraph] = {}
    for statement in document.statements:
        explained = _notes_after(document, statement)
        for mark, start, source in _marked_figures(statement):
            paragraph = explained.get(mark)
            for fact in facts.get((source, start), ()) if paragraph else ():
                identity = f"note-{paragraph.place.source}-{paragraph.place.start}" if paragraph else ""
                notes[identity] = paragraph or notes[identity]
                links[fact, identity] = Link(fact, identity)
    return _noted(filing, notes, links.values()) if links else filing


def _noted(filing: Filing, notes: Mapping[str, Paragraph], links: Iterable[Link]) -> Filing:
    footnotes = tuple(Footnote.of_text(identity, clean(note.text)) for identity, note in notes.items())
    places = tuple(Placement(identity, note.place, note.text) for identity, note in notes.items())
    report = evolve(filing.report, footnotes=footnotes, links=tuple(links))
    return evolve(filing, report=report, placements=(*filing.placements, *places))


def _facts_by_place(filing: Filing) -> Mapping[tuple[int, int], list[str]]:
    facts: dict[tuple[int, int], list[str]] = {}
    for placement in filing.placements:
        facts.setdefault((placement.place.source, placement.place.start), []).append(placement.fact)
    return facts


def _marked_figures(statement: Statement) -> Iterator[tuple[str, int, int]]:
    """Each note mark with the place of a figure that it is for: its own, or that of its row."""
    rows = {row.index: row.notes for row in statement.rows}
    for entry in statement.entries:
        place = entry.figure.place
        for mark in (*rows.get(entry.row, ()), *entry.figure.notes):
            yield mark.strip("() ").lower(), place.start, place.source


def _notes_after(document: Document, statement: Statement) -> Mapping[str, Paragraph]:
    """The paragraphs behind a statement's table that explain a mark, up to the next table."""
    last = max(
        (
            number
            for number, block in enumerate(document.blocks)
            if isinstance(block, Grid) and block.index in statement.grids
        ),
        default=-1,
    )
    found: dict[str, Paragraph] = {}
    if last < 0:
        return found
    for block in document.blocks[last + 1 : last + 1 + _FURTHEST]:
        if isinstance(block, Grid):
            break
        opening = _OPENING.match(block.text)
        if opening and not _PLAIN.match(block.text):
            found.setdefault(opening.group(1), block)
    return found
