"""Columns headed with the wrong period, found because their figures are those of another period elsewhere."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from xbrlgen.model import Period
from xbrlgen.proving.comparisons.ties import pairs_of
from xbrlgen.proving.figures.intervals import Interval
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.series import Key, Series
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import FACE_KINDS, Column, Statement
from xbrlgen.reading.times.columns import SAME_PERIOD

SURE: Final = 14.0
"""Evidence from which figures are taken to be those of another period: chance has no part in it."""

ALIKE: Final = 3.0
"""What labels alike add to the evidence."""


@frozen
class Vote:
    """A figure that says its column is for another period: where it is printed again, for that period."""

    ref: Ref
    witness: Ref
    period: Period
    evidence: float


@frozen
class Heading:
    """A column whose heading names the wrong period, with the figures that show it, or in words what does."""

    statement: int
    column: Column
    period: Period
    votes: tuple[Vote, ...]
    is_certain: bool
    words: str = ""


@frozen
class _Poll:
    """What rows say about the headings of others: votes for other periods, columns confirmed and defended."""

    votes: dict[tuple[int, int], list[Vote]] = field(factory=lambda: defaultdict(list))
    kept: set[tuple[int, int]] = field(factory=set)
    defended: set[tuple[int, int]] = field(factory=set)


def wrong_headings(ledger: Ledger, series: Sequence[Series]) -> Iterator[Heading]:
    """The columns of wrong period; certain where nothing speaks for the heading."""
    poll = _Poll()
    for one, other in pairs_of(ledger, series):
        if one.statement is not other.statement:
            _ask(ledger, one, other, poll)
            _ask(ledger, other, one, poll)
    for (statement, column), cast in sorted(poll.votes.items()):
        if (statement, column) not in poll.kept | poll.defended:
            yield from _heading(ledger, statement, column, cast, poll.kept)


def _ask(ledger: Ledger, one: Series, other: Series, poll: _Poll) -> None:
    """Collect what one row says about the headings of another: which it confirms and which it denies."""
    agreed = {key for key in one.refs if key in other.refs and _same(ledger, one.refs[key], other.refs[key])}
    poll.kept.update((one.statement.index, one.refs[key].column) for key in agreed)
    for key, ref in one.refs.items() if agreed else ():
        if key in agreed:
            continue
        there = _open_times(one, other, key)
        found = [time for time in there if _same(ledger, ref, other.refs[time])]
        if len(found) == 1:
            known = sum(_evidence(ledger, one.refs[time]) for time in agreed)
            alike = ALIKE if one.likeness(other) >= 0.5 else 0.0
            evidence = known + _evidence(ledger, ref) + alike
            vote = Vote(ref, other.refs[found[0]], found[0][0], evidence)
            poll.votes[(one.statement.index, ref.column)].append(vote)
        elif there and key not in other.refs:
            poll.defended.add((one.statement.index, ref.column))


def _open_times(one: Series, other: Series, key: Key) -> list[Key]:
    """The columns of the other row that may be this one: where it lacks the time, those this row lacks."""
    times = [there for there in other.refs if _is_other_time(key, there)]
    return times if key in other.refs else [there for there in times if there not in one.refs]


def _is_other_time(key: Key, other: Key) -> bool:
    """Whether two columns differ in nothing but when: both moments, or both times."""
    return key[1:] == other[1:] and key[0].is_instant == other[0].is_instant and not is_near(key[0], other[0])


NEAR: Final = 10
"""Days by which a month's end and the last day of a fiscal period may differ."""


def is_near(one: Period | None, other: Period | None) -> bool:
    """Whether two periods are one, but for days by which fiscal calendars and months differ."""
    if one is None or other is None or one.end is None or other.end is None:
        return one == other
    if (one.start is None) != (other.start is None):
        return False
    starts = 0 if one.start is None or other.start is None else abs((one.start - other.start).days)
    return starts <= NEAR and abs((one.end - other.end).days) <= NEAR


def _same(ledger: Ledger, one: Ref, other: Ref) -> bool:
    """Whether two figures of at least three digits are equal."""
    first, second = ledger.interval(one), ledger.interval(other)
    if first is None or second is None or not is_telling(first):
        return False
    return first.is_like(second)


def _evidence(ledger: Ledger, ref: Ref) -> float:
    """How unlikely an equal figure is by chance, as a natural logarithm."""
    interval = ledger.interval(ref)
    if interval is None or not interval.middle:
        return 0.0
    return max(0.0, math.log(float(abs(interval.middle) / (2 * interval.half or 1))) - 1)


def is_telling(interval: Interval) -> bool:
    """Whether an amount has the three digits it takes to recognise it."""
    return abs(interval.low + interval.high) >= 200 * (interval.high - interval.low)


def _heading(
    ledger: Ledger, statement: int, column: int, votes: Sequence[Vote], kept: set[tuple[int, int]]
) -> Iterator[Heading]:
    periods = {vote.period for vote in votes}
    found = ledger.column(votes[0].ref)
    if found is None or len(periods) != 1 or sum(vote.evidence for vote in votes) < SURE:
        return
    period = periods.pop()
    if period.is_instant and len({vote.ref.row for vote in votes}) < 2:  # a balance may stay the same
        return
    taken = any(c.period == period and c.index != column for c in ledger.statements[statement].columns)
    witnessed = any((vote.witness.statement, vote.witness.column) in kept for vote in votes)
    yield Heading(statement, found, period, tuple(votes), witnessed and not taken)


def corrected(
    document: Document, headings: Sequence[Heading], words: Mapping[tuple[int, int], str]
) -> Document:
    """The document with the periods of these columns put right, and in words why."""
    right = {(heading.statement, heading.column.index): heading.period for heading in headings}
    statements = tuple(_corrected(statement, right, words) for statement in document.statements)
    return evolve(document, statements=statements)


def _corrected(
    statement: Statement, right: Mapping[tuple[int, int], Period], words: Mapping[tuple[int, int], str]
) -> Statement:
    if not any(key[0] == statement.index for key in right):
        return statement
    columns = tuple(
        evolve(
            column,
            period=right[(statement.index, column.index)],
            segment="" if statement.kind in FACE_KINDS else column.segment,
            derived=(*column.derived, words[(statement.index, column.index)]),
            doubt="",
        )
        if (statement.index, column.index) in right
        else column
        for column in statement.columns
    )
    return evolve(statement, columns=tuple(_alone(column, columns) for column in columns))


def _alone(column: Column, columns: Sequence[Column]) -> Column:
    """The column without the doubt that another names its period, where none does any more."""
    others = {other.period for other in columns if other.index != column.index}
    is_free = column.doubt == SAME_PERIOD and column.period not in others
    return evolve(column, doubt="") if is_free else column
