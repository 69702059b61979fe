"""Sums across the columns of a statement: segments, adjustments, and the parts of a year.

What a column is says which columns may add up to it; the rows say whether they do. The work is the number
of columns squared times the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from xbrlgen.model import Period
from xbrlgen.proving.claims import Claim, judge
from xbrlgen.proving.figures.ledger import Ledger, is_forecast
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref, Term
from xbrlgen.reading.statement import Basis, Column, ColumnKind, Kind, Statement

Parts = tuple[tuple[Column, int], ...]

ADDED_KINDS = frozenset({Kind.MONEY, Kind.PURE})
_WHOLE = frozenset({"", "total", "consolidated", "consolidated total", "total consolidated", "totals"})


def across_of(ledger: Ledger) -> Iterator[Claim]:
    """A claim for each row that adds up across columns the way most of its statement does."""
    for statement in ledger.document.statements:
        if not is_forecast(statement):
            yield from _of_statement(ledger, statement)


def _of_statement(ledger: Ledger, statement: Statement) -> Iterator[Claim]:
    values = [c for c in statement.columns if c.kind in {ColumnKind.VALUE, ColumnKind.CHANGE}]
    for total in values:
        for parts, words in _ways(total, values):
            claims = claims_across(statement, total, parts, words)
            if _is_meant(ledger, claims):
                yield from claims
                break


def _ways(total: Column, columns: Sequence[Column]) -> Iterator[tuple[Parts, str]]:
    """The columns that may add up to one, by what their headings say."""
    others = [column for column in columns if column.index != total.index]
    if total.kind is ColumnKind.CHANGE:
        values = [column for column in others if column.kind is ColumnKind.VALUE]
        for new in values:
            for old in values:
                if new.index != old.index:
                    yield ((new, 1), (old, -1)), "the change between two columns"
        return
    yield from _by_segment(total, others)
    yield from by_basis(total, others)
    yield from _by_period(total, others)


def _by_segment(total: Column, others: Sequence[Column]) -> Iterator[tuple[Parts, str]]:
    if total.segment.strip().lower() not in _WHOLE:
        return
    parts = [c for c in others if c.period == total.period and c.segment.strip().lower() not in _WHOLE]
    parts = [c for c in parts if c.basis is total.basis]
    if len(parts) > 1:
        yield tuple((c, 1) for c in parts), "the segments or components add up to the total"


def by_basis(total: Column, others: Sequence[Column]) -> Iterator[tuple[Parts, str]]:
    """The columns as reported and of adjustments that may make an adjusted one."""
    if total.basis is not Basis.ADJUSTED:
        return
    same = [c for c in others if c.period == total.period]
    reported = [c for c in same if c.basis is Basis.REPORTED and c.segment == total.segment]
    undated = [c for c in others if c.period is None]
    adjustments = [c for c in (*same, *undated) if c.basis is Basis.ADJUSTMENT]
    if len(reported) == 1 and adjustments:
        words = "as reported and the adjustments make the adjusted amount"
        yield ((reported[0], 1), *((c, 1) for c in adjustments)), words
        yield ((reported[0], 1), *((c, -1) for c in adjustments)), words


def _by_period(total: Column, others: Sequence[Column]) -> Iterator[tuple[Parts, str]]:
    """Columns whose times follow one another and fill the time of the total."""
    same = [c for c in others if (c.basis, c.segment) == (total.basis, total.segment) and c.period]
    chain = _chain(total, same)
    if len(chain) > 1:
        yield tuple((c, 1) for c in chain), "the parts of the period add up to it"


def _chain(total: Column, columns: Sequence[Column]) -> list[Column]:
    whole = total.period
    if whole is None or whole.start is None or whole.end is None:
        return []
    chain: list[Column] = []
    at = whole.start
    while at <= whole.end:
        following = [c for c in columns if c.period != whole and _starts(c.period, at) and c not in chain]
        fitting = [c for c in following if c.period and c.period.end and c.period.end <= whole.end]
        if not fitting:
            return []
        part = min(fitting, key=lambda c: (c.period.end if c.period else None, c.index))
        chain.append(part)
        if part.period is None or part.period.end is None:
            return []
        at = part.period.end + timedelta(days=1)
    return chain


def _starts(period: Period | None, day: object) -> bool:
    return period is not None and period.start == day


def claims_across(statement: Statement, total: Column, parts: Parts, words: str) -> list[Claim]:
    """A claim for each row in which the columns may add up."""
    family = f"across {statement.index}:{total.index}"
    claims = []
    for row in statement.rows:
        ref = Ref(statement.index, row.index, total.index)
        entry = statement.entry(row.index, total.index)
        terms = tuple(
            Term(Ref(statement.index, row.index, column.index), weight)
            for column, weight in parts
            if statement.entry(row.index, column.index) is not None
        )
        if entry is not None and entry.kind in ADDED_KINDS and len(terms) > 1:
            claims.append(Claim(IdentityKind.ACROSS, ref, terms, family, words, firm=False))
    return claims


def _is_meant(ledger: Ledger, claims: Sequence[Claim]) -> bool:
    """Whether most rows add up, and at least two of them with something else than nil."""
    outcomes = [judge(ledger, claim) for claim in claims]
    held = [i for i in outcomes if i.outcome is Outcome.HOLDS and i.computed]
    return len(held) >= 2 and 10 * len(held) >= 6 * sum(bool(i.computed) for i in outcomes)
