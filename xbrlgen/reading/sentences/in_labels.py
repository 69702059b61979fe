"""Numbers inside the labels of a balance sheet: par values, counts of shares, allowances, as mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figures import Figure, parse_figure
from xbrlgen.model import Period
from xbrlgen.periods import TimeSpan
from xbrlgen.places import Place, Source
from xbrlgen.reading.given.runs import Run
from xbrlgen.reading.sentences.label_words import (
    ALLOWANCE,
    AMORTIZATION,
    COUNTS,
    DEPRECIATION,
    PAR,
    TREASURY,
    Number,
    Said,
    said_net_of,
    said_of_stock,
    said_of_treasury,
)
from xbrlgen.reading.statement import Basis, ColumnKind, Kind, Mention, Row, Statement, StatementKind

_STOCKS: Final = (
    ("treasury stock", re.compile(r"\btreasury\b", re.IGNORECASE)),
    ("preferred stock", re.compile(r"\bprefer(?:red|ence)\b.{0,40}\b(?:stock|shares?)\b", re.IGNORECASE)),
    (
        "common stock",
        re.compile(r"\b(?:common|ordinary)\b.{0,20}\b(?:stock|shares?)\b|\bclass [a-d]\b", re.IGNORECASE),
    ),
)
_SUBJECTS: Final = {
    PAR: "{}, par or stated value per share",
    "authorized": "{}, shares authorized",
    "issued": "{}, shares issued",
    "outstanding": "{}, shares outstanding",
    TREASURY: "{}, shares",
}
# What an amount is net of, by what the amount is.
_RECEIVABLES: Final = (
    r"^(?!.*\b(?:loans?|notes?|financ|leas|unbilled|contract|inventor|long[- ]term|non-?current))"
    r".*\breceivables?\b"
)
_PROPERTY: Final = r"\b(?:property|properties|equipment|plant|premises|fixed assets)\b"
_NETS: Final = {
    ALLOWANCE: ("accounts receivable", re.compile(_RECEIVABLES, re.IGNORECASE)),
    DEPRECIATION: ("property", re.compile(_PROPERTY, re.IGNORECASE)),
    AMORTIZATION: ("intangible assets", re.compile(r"\bintangible", re.IGNORECASE)),
}
_SCALES: Final = (0, 3, 6)
# How often the larger of two counts of shares may hold the smaller: by splits and buybacks within a year.
# Scales are a thousand apart, so that a larger number could still not be mistaken.
_NEAR: Final = 3
_UNMATCHED: Final = "the label gives another number of amounts than the statement has dates"
_UNSCALED: Final = "nothing says in which unit the shares in the label are"
_CHANGED: Final = "the label gives one count for dates whose amounts differ"


@frozen
class _Sheet:
    """A balance sheet: the days of its columns, and the power of ten of its counts, or why none is sure."""

    statement: Statement
    days: Mapping[int, Period]
    scale: int = 0
    doubt: str = ""


def label_mentions(
    sources: Sequence[Source], runs: Iterable[Run], statements: Sequence[Statement]
) -> tuple[Mention, ...]:
    """What the labels of the balance sheets say in numbers, for the days of their columns."""
    usual = tuple(_usual_counts(statements))
    sheets = [
        _Sheet(each, days, *_share_scale(each, usual)) for each in statements if (days := _days_of(each))
    ]
    if not sheets:
        return ()
    cells = {(run.anchor.source, run.anchor.start): run for run in runs if run.is_cell}
    return tuple(
        mention
        for sheet in sheets
        for row in sheet.statement.rows
        for mention in _of_row(sources, cells, sheet, row)
    )


def _days_of(statement: Statement) -> dict[int, Period]:
    """The day of each column of a balance sheet; nothing where a column is of anything else."""
    values = [column for column in statement.columns if column.kind is ColumnKind.VALUE]
    days = {column.index: column.period for column in values if column.period and column.period.is_instant}
    plain = all(each.basis is Basis.REPORTED and not (each.segment or each.doubt) for each in values)
    told_apart = len(days) == len(values) == len(set(days.values()))
    return days if statement.kind is StatementKind.BALANCE and plain and told_apart else {}


def _usual_counts(statements: Sequence[Statement]) -> Iterator[Decimal]:
    """The average counts of shares that income statements print."""
    for statement in statements:
        if statement.kind is StatementKind.INCOME:
            for entry in statement.entries:
                if entry.kind is Kind.SHARES and entry.value and not entry.doubt:
                    yield entry.value


def _of_row(
    sources: Sequence[Source], cells: Mapping[tuple[int, int], Run], sheet: _Sheet, row: Row
) -> Iterator[Mention]:
    parts = [cells[place.source, place.start] for place in row.places if (place.source, place.start) in cells]
    if len(parts) != len(row.places) or not any(map(str.isdigit, row.label)):
        return
    label = _Label.of(parts)
    found = [*_of_stock(label, sheet, row), *_net_of(label, sheet, row)]
    for mention in found:
        yield evolve(mention, figure=evolve(mention.figure, place=label.place(sources, mention.figure.place)))


@frozen
class _Label:
    """The cells of a label as one text."""

    text: str
    parts: tuple[tuple[int, Run], ...]

    @classmethod
    def of(cls, runs: Sequence[Run]) -> _Label:
        """The runs joined by blanks."""
        starts = [0]
        for run in runs:
            starts.append(starts[-1] + len(run.text) + 1)
        return cls(" ".join(run.text for run in runs), tuple(zip(starts, runs, strict=False)))

    def place(self, sources: Sequence[Source], within: Place) -> Place:
        """The place in the source of what stands so in the label."""
        start, run = [part for part in self.parts if part[0] <= within.start][-1]
        return run.place(sources[run.anchor.source], within.start - start, within.end - start)


def _of_stock(label: _Label, sheet: _Sheet, row: Row) -> Iterator[Mention]:
    stock = _stock_of(label.text, row)
    for said in _claims(stock, label.text):
        subject = _SUBJECTS[said.what].format(stock)
        if said.what == PAR:
            yield from _mentions(said, sheet, row, _Meant(subject, Kind.PER_SHARE))
        else:
            single = _CHANGED if said.what != "authorized" and _differs(sheet.statement, row) else ""
            meant = _Meant(subject, Kind.SHARES, sheet.scale, sheet.doubt, single)
            yield from _mentions(said, sheet, row, meant)


def _stock_of(label: str, row: Row) -> str:
    """The kind of stock a row is about, by its label or the nearest section that names one."""
    return next((name for text in (label, *reversed(row.section)) if (name := _stock_in(text))), "")


def _claims(stock: str, label: str) -> Iterable[Said]:
    if not stock:
        return ()
    return said_of_treasury(label) if stock.startswith("treasury") else said_of_stock(label)


def _stock_in(text: str) -> str:
    """The kind of stock a text is about; none where it is about two."""
    names = [name for name, pattern in _STOCKS if pattern.search(text)]
    return names[0] if len(names) == 1 or names[:1] == ["treasury stock"] else ""


def _differs(statement: Statement, row: Row) -> bool:
    """Whether the amounts of a row are not the same in all columns."""
    return len({entry.value for entry in statement.entries if entry.row == row.index}) > 1


def _net_of(label: _Label, sheet: _Sheet, row: Row) -> Iterator[Mention]:
    entries = [
        entry for entry in sheet.statement.entries if entry.row == row.index and not entry.figure.is_dash
    ]
    scales = {entry.scale for entry in entries if entry.kind is Kind.MONEY and not entry.doubt}
    if len(scales) != 1:
        return
    for said in said_net_of(label.text):
        thing, pattern = _NETS[said.what]
        if pattern.search(label.text):
            subject = _net_subject(said.what, thing, row)
            yield from _mentions(said, sheet, row, _Meant(subject, Kind.MONEY, min(scales), single=_CHANGED))


def _net_subject(what: str, thing: str, row: Row) -> str:
    if what != ALLOWANCE:
        return f"{what}, {thing}"
    current = any(re.match(r"current assets", text, re.IGNORECASE) for text in row.section)
    return f"{what} for doubtful {thing}, current" if current else f"{what} for doubtful {thing}"


@frozen
class _Meant:
    """What numbers of a label are: subject, kind, scale; ``single`` is why one can't stand for all dates."""

    subject: str
    kind: Kind
    scale: int = 0
    doubt: str = ""
    single: str = ""


def _mentions(said: Said, sheet: _Sheet, row: Row, meant: _Meant) -> Iterator[Mention]:
    days, doubt = _days_said(said, sheet, meant)
    currency = sheet.statement.currency
    units = {Kind.MONEY: currency, Kind.PER_SHARE: f"{currency}/shares", Kind.SHARES: "shares"}
    for number, day in days:
        figure = _figure(number)
        if figure is not None:
            yield Mention(
                figure,
                meant.subject,
                meant.kind,
                units[meant.kind],
                figure.scale or meant.scale,
                period=day,
                sentence=row.label,
                section=row.section[-1] if row.section else "",
                doubt=said.unclear or doubt or ("" if figure.scale else meant.doubt),
                in_label=True,
            )


def _figure(number: Number) -> Figure | None:
    """The figure, with its place in the label."""
    return parse_figure(number.text, Place(0, number.start, number.end, 0, 0))


def _days_said(said: Said, sheet: _Sheet, meant: _Meant) -> tuple[list[tuple[Number, Period | None]], str]:
    """Each number with the day it is for, and why that is not sure."""
    columns = list(sheet.days.values())
    unknown: list[tuple[Number, Period | None]] = [(number, None) for number in said.numbers]
    if said.unclear:
        return unknown, said.unclear
    if said.times and len(said.times) == len(said.numbers):
        named = [_day(time, columns) for time in said.times]
        sure = None not in named and len(set(named)) == len(named)
        return list(zip(said.numbers, named, strict=True)), "" if sure else _UNMATCHED
    if said.times and len(said.numbers) > 1:
        return unknown, _UNMATCHED
    if len(said.numbers) == len(columns):
        return list(zip(said.numbers, columns, strict=True)), ""
    if len(said.numbers) > 1:
        return unknown, _UNMATCHED
    return [(said.numbers[0], day) for day in columns], meant.single if len(columns) > 1 else ""


def _day(time: TimeSpan, columns: Sequence[Period]) -> Period | None:
    """The column that is meant by a date, however short it is written."""
    words = time.words
    fitting = [
        each
        for each in columns
        if each.end
        and words.year in {None, each.end.year}
        and words.month in {None, each.end.month}
        and words.day in {None, each.end.day}
    ]
    return fitting[0] if len(fitting) == 1 else None


def _share_scale(statement: Statement, usual: Sequence[Decimal]) -> tuple[int, str]:
    """The power of ten of counts in labels, by the unit line or by the average counts that are printed."""
    told = statement.shares_scale if statement.shares_scale is not None else _if_whole(statement)
    claims = [said for row in statement.rows for said in _claims(_stock_of(row.label, row), row.label)]
    held = [number for said in claims if said.what in COUNTS[1:] for number in said.numbers]
    by_size = {scale for number in held for scale in _fitting(number, usual)}
    scales = by_size | ({told} if told is not None else set())
    return (scales.pop(), "") if len(scales) == 1 else (0, _UNSCALED)


def _if_whole(statement: Statement) -> int | None:
    """Zero where all money is printed in whole units, so that nothing else can be in others."""
    scales = {entry.scale for entry in statement.entries if entry.kind is Kind.MONEY and not entry.doubt}
    return 0 if scales == {0} else None


def _fitting(number: Number, usual: Sequence[Decimal]) -> Iterator[int]:
    """The scales in which a count is near an average count."""
    figure = _figure(number)
    if figure is None or not figure.number or figure.scale:
        return
    for scale in _SCALES:
        value = figure.number.scaleb(scale)
        if any(each < _NEAR * value and value < _NEAR * each for each in usual):
            yield scale
