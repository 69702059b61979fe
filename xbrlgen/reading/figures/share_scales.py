"""The scale of counts of shares by size: an amount over shares must be the printed amount per share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from attrs import frozen

from xbrlgen.figures import Figure
from xbrlgen.reading.statement import Kind, Row
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.tables.scales import Wording, label_scale, shares_scale_by_size
from xbrlgen.reading.words import row_words


@frozen
class _Telling:
    """A row that may tell how counts of shares are printed, with its figures by column."""

    row: Row
    flavour: str
    figures: Mapping[int, Figure]


def share_scale(
    rows: Sequence[Row], labelled: Sequence[Labelled], keys: Sequence[int], wording: Wording
) -> int | None:
    """The scale of share counts by size: an amount over shares must be the printed amount per share."""
    votes: Counter[int] = Counter()
    money = wording.money or 0
    if not any(row.kind is Kind.SHARES for row in rows):
        return None
    telling = [
        _Telling(row, _flavour(source), dict(source.figures))
        for row, source in zip(rows, labelled, strict=True)
        if _may_tell(row) and label_scale(source) is None
    ]
    for key in keys:
        for amount, shares, per_share in chain(_triples(telling, key), _books(telling, key)):
            found = shares_scale_by_size(amount.scaleb(money), shares, *per_share)
            if found is not None:
                votes[found] += 1
    (best, count), (_, second) = (*votes.most_common(2), (0, 0), (0, 0))[:2]
    return best if count > second else None  # as many columns for one as for another tell nothing


def _may_tell(row: Row) -> bool:
    """Whether a row is of net income, of equity, of shares, or of amounts per share."""
    if row.kind is Kind.MONEY:
        return any(named.search(row.label) for named in (row_words.NET_INCOME, row_words.NET_WORTH))
    return row.kind in {Kind.SHARES, Kind.PER_SHARE}


def _triples(rows: Iterable[_Telling], key: int) -> Iterator[tuple[Decimal, Decimal, tuple[Decimal, int]]]:
    """Net income, share count and amount per share of one column, basic with basic, diluted with diluted.

    Counts may stand above the amounts per share or below them.
    """
    income: Decimal | None = None
    per_share: dict[str, tuple[Decimal, int]] = {}
    waiting: dict[str, tuple[Decimal, Decimal]] = {}
    for telling in rows:
        row, figure = telling.row, telling.figures.get(key)
        if figure is None or not figure.number:
            continue
        if row.kind is Kind.MONEY and row_words.NET_INCOME.search(row.label):
            income = figure.number
        elif row.kind is Kind.PER_SHARE:
            per_share[telling.flavour] = (figure.number, figure.places)
            if telling.flavour in waiting:
                yield *waiting.pop(telling.flavour), per_share[telling.flavour]
        elif row.kind is Kind.SHARES and income and telling.flavour in per_share:
            yield income, figure.number, per_share[telling.flavour]
        elif row.kind is Kind.SHARES and income:
            waiting[telling.flavour] = (income, figure.number)


def _books(rows: Iterable[_Telling], key: int) -> Iterator[tuple[Decimal, Decimal, tuple[Decimal, int]]]:
    """Equity, the count of shares and the book value of one, as they stand above one another in a column."""
    equity: Decimal | None = None
    count: Decimal | None = None
    for telling in rows:
        row, figure = telling.row, telling.figures.get(key)
        if figure is None or not figure.number:
            continue
        if row.kind is Kind.MONEY and row_words.NET_WORTH.search(row.label):
            equity = figure.number
        elif row.kind is Kind.SHARES:
            count = figure.number
        elif row.kind is Kind.PER_SHARE and row_words.BOOK_VALUE.search(row.label) and equity and count:
            yield equity, count, (figure.number, figure.places)


def _flavour(row: Labelled) -> str:
    return "diluted" if "dilut" in row.path.lower().replace("basic and diluted", "") else "basic"
