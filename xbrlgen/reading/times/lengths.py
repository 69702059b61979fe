"""How long the periods of a statement are whose headings do not say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from xbrlgen.calendars import DocumentCalendar, quarter_of
from xbrlgen.reading.statement import StatementKind
from xbrlgen.reading.statements.drafts import Draft
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.times.flows import flow_keys
from xbrlgen.reading.words import row_words
from xbrlgen.time_words import Length, TimeWords


def default_lengths(
    drafts: Sequence[Draft], calendar: DocumentCalendar, said: Sequence[TimeWords] = ()
) -> list[Length | None]:
    """For each draft the length for headings that give a day only; ``said`` is what sentences say of time.

    A cash flow statement has that of the income statement whose net income it begins with, else it runs
    from the beginning of the fiscal year; in a first quarter nothing else is possible; and where sentences
    know of one length alone that ends when the newest period does, it is meant.
    """
    quarter = quarter_of(calendar.period_end, calendar)
    of_income = Length(3) if quarter == 1 else _only_length(drafts, calendar, said)
    to_date = Length(3 * quarter) if quarter else None
    known = _lengths_by_income(drafts)
    return [
        _of_same_income(draft, known) or to_date
        if draft.found.kind is StatementKind.CASH_FLOW
        else of_income
        if draft.found.kind is StatementKind.INCOME or flow_keys(draft)
        else None
        for draft in drafts
    ]


def _only_length(
    drafts: Sequence[Draft], calendar: DocumentCalendar, said: Sequence[TimeWords]
) -> Length | None:
    """The only length of time that the document speaks of, where it ends with the newest period."""
    headed = [draft.around.over(heading.time) for draft in drafts for heading in draft.headings]
    lengths = {words.length for words in (*said, *headed) if words.length}
    dated = {words.length for words in said if words.length and words.end == calendar.period_end}
    newest = {None, calendar.period_end.year} if calendar.period_end else {None}
    is_split = any(
        words.quarter and (words.fiscal_year or words.year) in newest for words in (*said, *headed)
    )
    return next(iter(dated)) if len(dated) == len(lengths) == 1 and not is_split else None


def _lengths_by_income(drafts: Sequence[Draft]) -> dict[Decimal, tuple[int, Length]]:
    """Over how long each net income of the income statements was earned, and which of them it is."""
    known: dict[Decimal, tuple[int, Length]] = {}
    for draft in drafts:
        if draft.found.kind is StatementKind.INCOME:
            for heading, number in _net_incomes(draft):
                length = draft.around.over(heading.time).length
                if length is not None:
                    known.setdefault(number, (len(known), length))
    return known


def _of_same_income(draft: Draft, known: Mapping[Decimal, tuple[int, Length]]) -> Length | None:
    """The length of the first net income of the income statements that a draft begins with."""
    begun_with = [known[number] for _, number in _net_incomes(draft) if number in known]
    return min(begun_with, key=lambda each: each[0])[1] if begun_with else None


def _net_incomes(draft: Draft) -> Iterator[tuple[Heading, Decimal]]:
    """The amounts of the first row of net income, each under its heading."""
    first = next((row for row in draft.rows if row.figures and row_words.NET_INCOME.search(row.label)), None)
    by_key = dict(first.figures) if first else {}
    for heading in draft.headings:
        figure = by_key.get(heading.key)
        if figure is not None and figure.number:
            yield heading, figure.number
