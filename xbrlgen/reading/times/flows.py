"""Columns headed by a day alone that hold what came to pass in a time which ends on it: sales, costs."""

from __future__ import annotations

from typing import Final

from attrs import evolve

from xbrlgen.reading.statement import Column, ColumnKind, StatementKind
from xbrlgen.reading.statements.drafts import Draft
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.words.patterns import any_case

# What is measured over a time, and what at a moment; words of both are of the moment ("deferred revenue").
_FLOW: Final = any_case(
    r"\b(?:sales|revenues?|income|earnings|profits?|loss|losses|ebitdax?|ebit|expenses?|costs|depreciation"
    r"|amortization|expenditures|cash flows?|orders|bookings|shipments|provision|charge-offs|dividends"
    r"|spending)\b"
)
_STOCK: Final = any_case(
    r"\b(?:assets?|liabilit|equity|debt|receivables?|payables?|inventor|backlog|deposits|loans|cash and"
    r"|balances?|outstanding|headcount|employees|stores|accumulated|deferred|unearned|retained|prepaid|accrued"
    r"|allowance|reserves?|investments|securities|borrowings|shares|book value|capital employed"
    r"|working capital|capitalization|held|owned|net worth|notes|acreage|as of|balance sheets?"
    r"|financial (?:condition|position)|number of|at (?:period|quarter|year)[- ]end)"
)
# Tables of these kinds are of any time, as their headings say.
_OPEN: Final = frozenset(
    {StatementKind.SEGMENTS, StatementKind.OTHER, StatementKind.METRICS, StatementKind.RECONCILIATION}
)


def flow_keys(draft: Draft) -> frozenset[int]:
    """The columns headed by a day alone whose heading, title or rows are all of what comes to pass."""
    if draft.found.kind not in _OPEN:
        return frozenset()
    days = [heading for heading in draft.headings if _names_a_day(draft, heading)]
    own = {heading.key for heading in days if _is_flow(heading.text)}
    if not any(_STOCK.search(heading.text) for heading in days) and _is_of_flows(draft):
        own |= {heading.key for heading in days}
    return frozenset(own)


def with_unmeasured_doubted(columns: tuple[Column, ...], draft: Draft) -> tuple[Column, ...]:
    """The columns; those of parts of the company, headed by a day alone, are doubted where nothing is named.

    Their amounts may be of that day or of a time that ends on it.
    """
    texts = [draft.found.title, draft.table.corner, *(row.path for row in draft.rows)]
    texts += [heading.text for heading in draft.headings]
    if draft.found.kind is not StatementKind.SEGMENTS or any(map(_names_a_measure, texts)):
        return columns
    return tuple(
        evolve(column, doubt=column.doubt or _UNMEASURED) if _names_a_day(draft, heading) else column
        for column, heading in zip(columns, draft.headings, strict=True)
    )


_UNMEASURED: Final = (
    "the heading names a day, and nothing says whether the amounts are of a time that ends on it"
)


def _names_a_measure(text: str) -> bool:
    return bool(_FLOW.search(text) or _STOCK.search(text))


def _names_a_day(draft: Draft, heading: Heading) -> bool:
    time = draft.around.over(heading.time)
    return (
        heading.kind is ColumnKind.VALUE
        and time.day is not None
        and not (time.length or time.quarter or time.start or time.is_instant or time.is_to_date)
    )


def _is_of_flows(draft: Draft) -> bool:
    """Whether the title names a flow, or each row with figures does."""
    title = f"{draft.found.title} {draft.table.corner}"
    if _FLOW.search(title) or _STOCK.search(title):
        return _is_flow(title)
    labels = [row.path for row in draft.rows if row.figures]
    return bool(labels) and all(map(_is_flow, labels))


def _is_flow(text: str) -> bool:
    return _FLOW.search(text) is not None and _STOCK.search(text) is None
