"""Tables on their way to statements: their headings, rows, kind and units put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figure_marks import CURRENCY_MARKS
from xbrlgen.figures import Figure
from xbrlgen.reading.heads.caption_times import caption_time
from xbrlgen.reading.heads.column_heads import headings_of
from xbrlgen.reading.heads.percent_columns import columns_of_amounts
from xbrlgen.reading.rows.grouping import GROUPED
from xbrlgen.reading.rows.labelled import labelled_rows
from xbrlgen.reading.statement import FACE_KINDS, Basis, ColumnKind, StatementKind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.kinds import Classified, classify, title_kind
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.tables.scales import Wording, read_wording, scale_phrase
from xbrlgen.reading.tables.table import Table
from xbrlgen.reading.words import row_words, title_words
from xbrlgen.time_words import TimeWords


@frozen
class Draft:
    """A table on its way to a statement."""

    table: Table
    headings: tuple[Heading, ...]
    rows: tuple[Labelled, ...]
    found: Classified
    wording: Wording
    around: TimeWords


def drafts_of(table: Table) -> Iterator[Draft]:
    """The table as a statement; more than one where notes to the statement go on in the same table."""
    whole = _draft(table)
    at = _note_begins(whole)
    if at is None:
        yield whole
        return
    yield evolve(whole, rows=whole.rows[:at])
    starts = [at, *_balances_begin(whole, at + 1), len(whole.rows)]
    for start, end in pairwise(starts):
        yield evolve(whole, rows=_note_rows(whole, start, end), found=_note(whole, start, end))


def _note_rows(whole: Draft, start: int, end: int) -> tuple[Labelled, ...]:
    """Some rows of a table; all those below the heading of lines of a balance sheet stand under it."""
    head, *rows = whole.rows[start:end]
    if not title_words.BALANCE_DATA.match(head.label):
        return head, *rows
    return head, *(evolve(row, section=row.section or (head.label,)) for row in rows)


def _balances_begin(draft: Draft, first: int) -> Iterator[int]:
    """The rows from one on at which lines of a balance sheet begin."""
    for index, row in enumerate(draft.rows[first:], first):
        if not row.figures and title_words.BALANCE_DATA.match(row.label):
            yield index


def _note(whole: Draft, start: int, end: int) -> Classified:
    """What some rows of a table are: a note, or lines of a balance sheet."""
    title = whole.rows[start].label
    if title_words.BALANCE_DATA.match(title):
        found = classify((title,), whole.headings, whole.rows[start:end])
        whole_sheet = found.kind is StatementKind.BALANCE and end - start > _SHORT
        return found if whole_sheet else evolve(found, kind=StatementKind.METRICS)
    kind = title_kind(title) or StatementKind.OTHER
    return Classified(kind, title, Basis.ADJUSTED if kind is StatementKind.RECONCILIATION else Basis.REPORTED)


# A balance sheet has more rows than what is quoted of one below an income.
_SHORT: Final = 14


# Tables that break down lines of the statements.
NOTE_KINDS: Final = frozenset(
    {
        StatementKind.STOCK_COMPENSATION,
        StatementKind.AMORTIZATION,
        StatementKind.SEGMENTS,
        StatementKind.RECONCILIATION,
    }
)


def _note_begins(draft: Draft) -> int | None:
    """The row of an income statement, below its net income, at which a breakdown of its lines begins."""
    if draft.found.kind is not StatementKind.INCOME:
        return None
    closed = False
    for index, row in enumerate(draft.rows):
        closed = closed or bool(row.figures and row_words.NET_INCOME.search(row.label))
        begins = title_kind(row.label) in NOTE_KINDS or title_words.BALANCE_DATA.match(row.label)
        if closed and not row.figures and begins:
            return index
    return None


def _draft(table: Table) -> Draft:
    headings = _with_rates(table, _as_percents(table, headings_of(table)))
    rows = _below_corner(labelled_rows(table.lines, len(table.keys)), table.corner)
    found = classify(table.captions, headings, rows)
    if found.kind is StatementKind.OTHER and table.above:
        title, found = found.title, classify((*table.above, *table.captions), headings, rows)
        found = evolve(found, title=title or found.title)
    captions = (*table.captions, table.corner, *(heading.text for heading in headings[:1]))
    return Draft(table, headings, rows, found, read_wording(captions), caption_time(table))


def _below_corner(rows: tuple[Labelled, ...], corner: str) -> tuple[Labelled, ...]:
    """The rows; where the head of the labels names basic or diluted amounts a share, below it."""
    if not (row_words.PER_SHARE.search(corner) and row_words.ONE_DILUTION.search(corner)):
        return rows
    return tuple(evolve(row, section=(corner, *row.section)) for row in rows)


def _as_percents(table: Table, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings of a table that says over itself that all it holds are percentages; of points of them."""
    if not title_words.PERCENT_TITLE.search(table.caption):
        return _as_points(table, headings)
    values = {ColumnKind.VALUE, ColumnKind.UNKNOWN}
    amounts = columns_of_amounts(line.figures for line in table.lines)
    return tuple(
        evolve(each, kind=ColumnKind.PERCENT) if each.kind in values and each.key not in amounts else each
        for each in headings
    )


def _with_rates(table: Table, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings; beside rates and whole amounts under years, undated columns of decimals are rates too.

    "2023 | 2022 | Percent change: Total | Operations | Currency"
    """
    dated = {each.key for each in headings if each.kind is ColumnKind.VALUE and each.time.year}
    if not dated or not any(each.kind in _RATES for each in headings):
        return headings
    figures = [(key, each) for line in table.lines for key, each in line.figures if each.number]
    if any(each.places for key, each in figures if key in dated):
        return headings
    rates = {key for key, each in figures if each.places} - {key for key, each in figures if _is_whole(each)}
    return tuple(
        evolve(each, kind=ColumnKind.PERCENT)
        if each.kind is ColumnKind.VALUE and each.key in rates and each.key not in dated
        else each
        for each in headings
    )


def _is_whole(figure: Figure) -> bool:
    return _is_amount(figure) or not figure.places


_RATES: Final = frozenset({ColumnKind.PERCENT, ColumnKind.PERCENT_CHANGE})


def _as_points(table: Table, headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The headings; what explains a growth rate at the left, no amount beside it, is percentage points.

    "Reported % change | Foreign exchange | Acquisitions | Organic % change"
    """
    if headings[0].kind not in _RATES or scale_phrase(f"{table.caption} {table.corner}"):
        return headings
    if any(_is_amount(figure) for line in table.lines for _, figure in line.figures):
        return headings
    times = {TimeWords(), *(each.time for each in headings if each.kind in _RATES)}
    return tuple(
        evolve(each, kind=ColumnKind.PERCENT)
        if each.kind is ColumnKind.VALUE and each.texts and each.time in times
        else each
        for each in headings
    )


def _is_amount(figure: Figure) -> bool:
    return figure.mark in CURRENCY_MARKS or GROUPED.search(figure.print) is not None


def without_summaries(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; what only rows made a statement is a summary where a titled one is there that is longer.

    It is none where it has the very rows of the titled one: the same statement of other periods.
    """
    longest: dict[StatementKind, Draft] = {}
    for draft in drafts:
        found = draft.found
        if found.by_title and found.kind in FACE_KINDS:
            longest[found.kind] = max(longest.get(found.kind, draft), draft, key=lambda each: len(each.rows))
    return [
        evolve(draft, found=evolve(draft.found, kind=StatementKind.METRICS))
        if not draft.found.by_title and _is_shorter(draft, longest.get(draft.found.kind))
        else draft
        for draft in drafts
    ]


def _is_shorter(draft: Draft, whole: Draft | None) -> bool:
    """Whether a table has fewer rows than a statement, and not nearly all of its labels."""
    if whole is None or len(draft.rows) > len(whole.rows):
        return False
    labels, own = ({row.label for row in each.rows if row.label} for each in (whole, draft))
    return len(labels & own) < _NEARLY_ALL * len(labels)


# The part of the rows of a statement that another must have to be the same one.
_NEARLY_ALL: Final = 0.8
