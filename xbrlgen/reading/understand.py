"""From blocks to statements: every table of figures with its kind, columns, rows and entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from xbrlgen.calendars import DocumentCalendar
from xbrlgen.inferring import infer_calendar
from xbrlgen.periods import TimeWords, find_times
from xbrlgen.places import Source
from xbrlgen.reading import words
from xbrlgen.reading.columns import Heading, caption_time, finish, headings_of
from xbrlgen.reading.company import company_of
from xbrlgen.reading.document import Block, Grid, Paragraph
from xbrlgen.reading.entries import entries_of, share_scale
from xbrlgen.reading.joining import tables_of
from xbrlgen.reading.kinds import Classified, classify
from xbrlgen.reading.rows import Labelled, as_row, labelled_rows
from xbrlgen.reading.scales import Wording, kind_of_row, read_wording
from xbrlgen.reading.statement import FACE_KINDS, ColumnKind, Statement, StatementKind
from xbrlgen.reading.tables import Table

_EUROPEAN: Final = re.compile(r"\d\.\d{3},\d{1,2}(?!\d)")
_AMERICAN: Final = re.compile(r"\d,\d{3}(?:\.\d|(?![\d,]))")


@frozen
class Understood:
    """The statements of a document, its calendar, and whose it is."""

    statements: tuple[Statement, ...]
    calendar: DocumentCalendar
    company: str = ""

    @property
    def period_end(self) -> date | None:
        """The end of the newest period reported."""
        return self.calendar.period_end


@frozen
class _Draft:
    """A table on its way to a statement."""

    table: Table
    headings: tuple[Heading, ...]
    rows: tuple[Labelled, ...]
    found: Classified
    wording: Wording
    around: TimeWords


def understand(sources: Sequence[Source], blocks: Sequence[Block]) -> Understood:
    """The statements that a document's tables are; each figure of a table becomes an entry."""
    tables = tables_of(sources, blocks, european=is_european(blocks))
    drafts = _with_scales([_draft(table) for table in tables])
    calendar = infer_calendar(_heading_times(drafts), _sentence_times(blocks))
    statements = tuple(_statement(index, draft, calendar) for index, draft in enumerate(drafts))
    return Understood(
        statements,
        calendar,
        company_of([draft.table.captions for draft in drafts if draft.found.kind in FACE_KINDS], blocks),
    )


def is_european(blocks: Sequence[Block]) -> bool:
    """Whether a document prints 1.234,56 and never 1,234.56."""
    texts = [cell.text for block in blocks if isinstance(block, Grid) for row in block.rows for cell in row]
    european = sum(bool(_EUROPEAN.search(text)) for text in texts)
    return european > 0 and european > sum(bool(_AMERICAN.search(text)) for text in texts)


def _draft(table: Table) -> _Draft:
    headings = _as_percents(table, headings_of(table))
    rows = labelled_rows(table.lines, len(table.keys))
    found = classify(table.captions, headings, rows)
    captions = (*table.captions, table.corner, *(heading.text for heading in headings[:1]))
    return _Draft(table, headings, rows, found, read_wording(captions), caption_time(table))


def _as_percents(table: Table, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings of a table that says over itself that all it holds are percentages."""
    if not words.PERCENT_TITLE.search(table.caption):
        return headings
    values = {ColumnKind.VALUE, ColumnKind.UNKNOWN}
    return tuple(evolve(each, kind=ColumnKind.PERCENT) if each.kind in values else each for each in headings)


def _with_scales(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Drafts without a unit line take the scale that the document's face statements share."""
    face = [
        draft.wording
        for draft in drafts
        if draft.found.kind in FACE_KINDS and draft.wording.money is not None
    ]
    told = face or [draft.wording for draft in drafts if draft.wording.money is not None]
    usual = Counter(wording.money for wording in told).most_common(1)
    if not usual:
        return [_in_whole_units(draft) for draft in drafts]
    return [
        draft
        if draft.wording.money is not None
        else evolve(draft, wording=evolve(draft.wording, money=_fitting(draft, usual[0][0])))
        for draft in drafts
    ]


def _in_whole_units(draft: _Draft) -> _Draft:
    """A draft of a document without any unit line is in whole units where its figures are that long."""
    if _longest(draft) < 10_000_000:
        return draft
    return evolve(draft, wording=evolve(draft.wording, money=0))


def _longest(draft: _Draft) -> Decimal:
    figures = (figure for row in draft.rows for _, figure in row.figures)
    return max((abs(figure.number) for figure in figures if figure.number), default=Decimal(0))


def _fitting(draft: _Draft, usual: int | None) -> int | None:
    """The document's scale, unless the figures are so long that they must be whole amounts."""
    return 0 if usual and _longest(draft) >= 10 ** (11 - usual) * 10 else usual


def _heading_times(drafts: Sequence[_Draft]) -> list[TimeWords]:
    face = [draft for draft in drafts if draft.found.kind in FACE_KINDS]
    chosen = face or [draft for draft in drafts if draft.found.kind is not StatementKind.GUIDANCE]
    return [_time_of(draft, heading) for draft in chosen for heading in draft.headings]


def _time_of(draft: _Draft, heading: Heading) -> TimeWords:
    time = draft.around.over(heading.time)
    return evolve(time, length=None, quarter=None) if draft.found.kind is StatementKind.BALANCE else time


def _sentence_times(blocks: Iterable[Block]) -> list[TimeWords]:
    return [span.words for block in blocks if isinstance(block, Paragraph) for span in find_times(block.text)]


def _statement(index: int, draft: _Draft, calendar: DocumentCalendar) -> Statement:
    kind = draft.found.kind
    columns = finish(draft.headings, draft.around, kind, calendar, None)
    kinds = [kind_of_row(row, kind) if row.figures else None for row in draft.rows]
    rows = tuple(
        evolve(as_row(at, row), kind=of) for at, (row, of) in enumerate(zip(draft.rows, kinds, strict=True))
    )
    shares = share_scale(rows, draft.rows, draft.table.keys, draft.wording)
    return Statement(
        index,
        kind,
        draft.found.title,
        columns,
        rows,
        entries_of(draft.rows, kinds, draft.table.keys, draft.wording, shares),
        draft.table.places,
        draft.table.grids,
        draft.wording.currency or "USD",
        draft.found.basis,
        draft.wording.text,
    )
