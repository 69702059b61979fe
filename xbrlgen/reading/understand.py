"""From blocks to statements: every table of figures with its kind, columns, rows and entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from attrs import evolve, frozen

from xbrlgen.calendars import DocumentCalendar
from xbrlgen.inferring import infer_calendar
from xbrlgen.periods import find_times
from xbrlgen.places import Source
from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.figures.cents_around import may_be_per_share
from xbrlgen.reading.figures.entries import Units, entries_of
from xbrlgen.reading.figures.excepted import (
    excepted_rows,
    numbers_behind_dashes,
    rows_apiece,
    rows_in_decimals,
    unmarked_rows,
)
from xbrlgen.reading.figures.guesses import guessed_rows
from xbrlgen.reading.figures.outsized import with_outsized_doubted
from xbrlgen.reading.figures.own_currency import own_currency, with_own_currency
from xbrlgen.reading.figures.quantities import is_physical, kinds_of_rows
from xbrlgen.reading.figures.share_scales import share_scale
from xbrlgen.reading.figures.shared_scales import with_scales
from xbrlgen.reading.filer.company import company_of
from xbrlgen.reading.heads.caption_times import names_lengths
from xbrlgen.reading.rows.labelled import as_row, bases_apart
from xbrlgen.reading.sentences.amounts import split_sentences
from xbrlgen.reading.sentences.prose_words import FORECAST
from xbrlgen.reading.statement import (
    EXPECTED,
    FACE_KINDS,
    Column,
    ColumnKind,
    Kind,
    Row,
    Statement,
    StatementKind,
)
from xbrlgen.reading.statements.drafts import Draft, drafts_of, without_summaries
from xbrlgen.reading.statements.european import is_european
from xbrlgen.reading.statements.parts import with_parts_doubted, with_parts_named
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.joining import tables_of
from xbrlgen.reading.times.columns import finish
from xbrlgen.reading.times.equity import with_row_periods, without_column_periods
from xbrlgen.reading.times.flows import flow_keys, with_unmeasured_doubted
from xbrlgen.reading.times.inceptions import with_inceptions
from xbrlgen.reading.times.lengths import default_lengths
from xbrlgen.reading.times.lone_years import with_lone_years_doubted
from xbrlgen.reading.times.row_times import (
    is_single,
    with_own_times_doubted,
    with_told_periods,
    without_needless_doubt,
)
from xbrlgen.reading.times.year_to_date import with_year_by_size
from xbrlgen.reading.words import row_words
from xbrlgen.time_words import Length, TimeWords

_OPENS: Final = re.compile(
    r"(?:balance\W+|at\s+)?(?:the\s+)?beginning\s+(?:of\s+|balance)|balance\W+beginning", re.IGNORECASE
)

_CLOSES: Final = re.compile(
    r"^(?:balance\W+|at\s+)?(?:the\s+)?end(?:ing)?\s+(?:of|balance)\b|^balance\W+end"
    r"|\bend\s+of\s+(?:the\s+)?(?:period|quarter|year|month)\W*$",
    re.IGNORECASE,
)
_ROLLS: Final = "the row is of a time between two dates, and the heading names only the second"


@frozen
class Understood:
    """The statements of a document, its calendar, whose it is, and the currency that it names for all."""

    statements: tuple[Statement, ...]
    calendar: DocumentCalendar
    company: str = ""
    currency: str = ""

    @property
    def period_end(self) -> date | None:
        """The end of the newest period reported."""
        return self.calendar.period_end


def understand(sources: Sequence[Source], blocks: Sequence[Block]) -> Understood:
    """The statements that a document's tables are; each figure of a table becomes an entry."""
    tables = tables_of(sources, blocks, european=is_european(blocks))
    found = without_summaries([draft for table in tables for draft in drafts_of(table)])
    found = with_inceptions(found, blocks)
    scaled = with_scales(found, blocks)
    currency = own_currency(scaled, blocks)
    drafts = with_own_currency(scaled, currency)
    said = _sentence_times(blocks)
    face, others = _heading_times(drafts)
    latest = None if any(word.end for word in face) else _last_told(blocks)
    calendar = with_year_by_size(infer_calendar(face, said, others=others, latest=latest), drafts)
    lengths = default_lengths(drafts, calendar, said)
    statements = tuple(
        _statement(index, draft, calendar, length)
        for index, (draft, length) in enumerate(zip(drafts, lengths, strict=True))
    )
    captions = [draft.table.captions for draft in drafts]
    company = company_of([draft.table.captions for draft in drafts if draft.found.kind in FACE_KINDS], blocks)
    plain = with_lone_years_doubted(with_outsized_doubted(statements))
    named = with_parts_named(plain, captions, [draft.table.corner for draft in drafts])
    return Understood(
        with_parts_doubted(named, captions, company),
        calendar,
        company,
        currency,
    )


def _heading_times(drafts: Sequence[Draft]) -> tuple[list[TimeWords], list[TimeWords]]:
    """What the headings of face statements say of time, and those of other tables of what has been."""
    said = [draft for draft in drafts if draft.found.kind is not StatementKind.GUIDANCE]
    face = [draft for draft in said if draft.found.kind in FACE_KINDS]
    others = [draft for draft in said if draft.found.kind not in FACE_KINDS]
    return (_times_over(face), _times_over(others)) if face else (_times_over(said), [])


# Columns whose dates say what is compared with, not what is reported.
_COMPARING: Final = frozenset({ColumnKind.PERCENT_CHANGE, ColumnKind.CHANGE})


def _times_over(drafts: Iterable[Draft]) -> list[TimeWords]:
    return [
        _time_of(draft, heading)
        for draft in drafts
        for heading in draft.headings
        if heading.basis not in EXPECTED and heading.kind not in _COMPARING
    ]


def _time_of(draft: Draft, heading: Heading) -> TimeWords:
    time = draft.around.over(heading.time)
    return evolve(time, length=None, quarter=None) if draft.found.kind is StatementKind.BALANCE else time


def _sentence_times(blocks: Iterable[Block]) -> list[TimeWords]:
    return [words for text in _timely(blocks) for words in _times_in(text)]


def _timely(blocks: Iterable[Block]) -> Iterator[str]:
    texts = (block.text for block in blocks if isinstance(block, Paragraph))
    return (text for text in texts if _TIMELY.search(text.lower()))


def _times_in(text: str) -> Iterator[TimeWords]:
    for span in find_times(text):
        if not _HABIT.fullmatch(text, span.start, span.end):
            yield span.words


def _last_told(blocks: Iterable[Block]) -> date | None:
    """The last day that sentences on what has been name, where some name a day of what is expected."""
    past, expected = set[date](), set[date]()
    for text in _timely(blocks):
        for start, end in split_sentences(text):
            sentence = text[start:end]
            days = {
                words.end for words in _times_in(sentence) if words.end and (words.length or words.quarter)
            }
            (expected if FORECAST.search(sentence) else past).update(days)
    return max(past, default=None) if expected else None


# How often something is done says nothing of the time reported: "a quarterly dividend".
_HABIT: Final = re.compile(r"(?:quarter|month|year|week)ly|annual(?:ly)?", re.IGNORECASE)


# Only sentences with these words bear witness to a calendar.
_TIMELY: Final = re.compile(r"quarter|weeks?\b|months?\b|end(?:ed|ing)\b|fiscal|scal\b|ﬁscal|as of")


def _with_rolls_doubted(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows; those that run from one date to another are doubted, for the heading names only one.

    What there is at the end is of the date that it names.
    """
    rolls = False
    for row in rows:
        closes = rolls and _CLOSES.search(row.label) is not None
        rolls = (rolls and not closes) or _OPENS.match(row.label) is not None
        yield evolve(row, doubt=_ROLLS) if rolls and not row.doubt else row


def _with_beginnings_doubted(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows; balances before a stretch of time that say not of what are doubted under it."""
    for row in rows:
        begins = not row.is_heading and row_words.AT_ITS_BEGINNING.search(row.label)
        unnamed = begins and row_words.UNNAMED_BEGINNING.fullmatch(row.label)
        yield evolve(row, doubt=_BEFORE) if unnamed and not row.doubt else row


_BEFORE: Final = "what there was before the time that the heading names"


def _rates(headings: Iterable[Heading]) -> frozenset[int]:
    """The columns of percentages, which tell nothing of what the values beside them are."""
    rates = {ColumnKind.PERCENT, ColumnKind.PERCENT_CHANGE}
    return frozenset(each.key for each in headings if each.kind in rates)


# Statements whose rows have no time of their own, or one that follows from their balances.
_STANDING: Final = frozenset({StatementKind.BALANCE, StatementKind.EQUITY, StatementKind.GUIDANCE})


def _statement(index: int, draft: Draft, calendar: DocumentCalendar, length: Length | None) -> Statement:
    kind, title = draft.found.kind, draft.found.title
    timed = names_lengths(draft.table)
    is_all = timed and kind is not StatementKind.BALANCE
    flows = frozenset(heading.key for heading in draft.headings) if is_all else flow_keys(draft)
    columns = finish(draft.headings, draft.around, kind, calendar, None if timed else length, flows=flows)
    columns = with_unmeasured_doubted(columns, draft)
    kinds = kinds_of_rows(
        draft.rows, kind, title, _rates(draft.headings), draft.table.corner, draft.table.captions
    )
    read = tuple(as_row(at, row, of) for at, (row, of) in enumerate(zip(draft.rows, kinds, strict=True)))
    plain, basis = bases_apart(read, draft.found.basis)
    rows, columns = _with_times_of_rows(plain, columns, kind, calendar)
    return Statement(
        index,
        kind,
        title,
        columns,
        rows,
        entries_of(draft.rows, kinds, draft.headings, _units(draft, rows, kinds)),
        draft.table.places,
        draft.table.grids,
        draft.wording.currency or "USD",
        basis,
        draft.wording.text,
        draft.wording.shares,
    )


def _with_times_of_rows(
    rows: tuple[Row, ...], columns: tuple[Column, ...], kind: StatementKind, calendar: DocumentCalendar
) -> tuple[tuple[Row, ...], tuple[Column, ...]]:
    """The rows and columns, where rows have a time of their own with it, or with the doubt that they may."""
    rows = _with_edges_doubted(rows, columns, kind)
    if kind is StatementKind.EQUITY:
        return with_row_periods(rows), without_column_periods(columns)
    if kind not in _STANDING and is_single(columns):
        rows = with_told_periods(rows, calendar)
        columns = without_needless_doubt(columns, rows)
    return with_own_times_doubted(rows, columns), columns


def _with_edges_doubted(
    rows: tuple[Row, ...], columns: Iterable[Column], kind: StatementKind
) -> tuple[Row, ...]:
    """The rows of a table that is no face statement; those of another day than the heading's are doubted."""
    if kind in FACE_KINDS:
        return rows
    at_days = any(column.period and column.period.is_instant for column in columns)
    return tuple(_with_rolls_doubted(rows) if at_days else _with_beginnings_doubted(rows))


def _units(draft: Draft, rows: tuple[Row, ...], kinds: Sequence[Kind | None]) -> Units:
    """What is to be known of the units of a statement's figures: what was said, and what its rows show."""
    kind, said = draft.found.kind, f"{draft.table.caption} {draft.table.corner}"
    shares = share_scale(rows, draft.rows, draft.table.keys, draft.wording)
    excepted = excepted_rows(draft.rows, kind, said)
    return evolve(
        Units.of(draft.table, draft.rows, draft.wording, shares),
        physical=frozenset(
            at for at, row in enumerate(draft.rows) if is_physical(row, kind, draft.found.title)
        ),
        excepted=excepted,
        apiece=rows_apiece(draft.rows, said),
        finer=rows_in_decimals(draft.rows, kinds, _rates(draft.headings), said),
        like_shares=may_be_per_share(draft.rows, kinds, _rates(draft.headings)),
        behind_dashes=numbers_behind_dashes(draft.rows, draft.headings),
        guessed=guessed_rows(draft.rows, kinds, kind, said) | unmarked_rows(draft.rows, excepted),
    )
