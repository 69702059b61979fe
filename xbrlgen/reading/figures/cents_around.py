"""Small amounts to the cent, and what stands around them that makes them amounts per share or not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from xbrlgen.figures import Figure
from xbrlgen.reading.figures import looks
from xbrlgen.reading.figures.excepted import amounts_of, is_price
from xbrlgen.reading.statement import Kind
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.words import price_words, row_words, unit_words


def speak_of_shares_alone(captions: Sequence[str]) -> bool:
    """Whether captions name amounts per share, and no scale of others: "(Per share in U.S. $)"."""
    named = any(row_words.PER_SHARE.search(unit_words.EXCEPT_CLAUSE.sub(" ", each)) for each in captions)
    return named and not any(unit_words.SCALE_PHRASE.search(each) for each in captions)


def are_all_cents(kinds: Iterable[Kind | None], cents: Iterable[bool]) -> bool:
    """Whether all rows of money hold small amounts to the cent, and several do."""
    told = [cent for kind, cent in zip(kinds, cents, strict=True) if kind is Kind.MONEY]
    return len(told) > 1 and all(told)


def is_money_in_cents(rows: Iterable[Labelled], kinds: Iterable[Kind | None], cents: Iterable[bool]) -> bool:
    """Whether money that doesn't look like amounts per share is printed to the cent as well."""
    others = (
        row for row, kind, cent in zip(rows, kinds, cents, strict=True) if kind is Kind.MONEY and not cent
    )
    return any(figure.places == 2 for row in others for figure in looks.numbers(row.figures))


def behind_per_share(kinds: Iterable[Kind | None], cents: Iterable[bool]) -> Iterator[Kind | None]:
    """The kinds; small amounts to the cent right behind amounts per share are per share too.

    "Loss per share: from continuing operations | from discontinued operations | available to common stock"
    """
    before: Kind | None = None
    for kind, cent in zip(kinds, cents, strict=True):
        own = Kind.PER_SHARE if cent and before is Kind.PER_SHARE else kind
        before = own or before
        yield own


def between_per_share(kinds: Sequence[Kind | None], cents: Sequence[bool]) -> Iterator[Kind | None]:
    """The kinds; small amounts to the cent from one amount per share to the next lead from it to that.

    "Diluted EPS 3.24 | Amortization 0.49 | Restructuring 0.09 | Adjusted diluted EPS 3.99"
    """
    held: list[Kind | None] = []
    for kind, cent in zip(kinds, cents, strict=True):
        if kind is None or cent:
            held.append(kind)
            continue
        per_share = kind is Kind.PER_SHARE and held[:1] == [Kind.PER_SHARE]
        yield from (each and Kind.PER_SHARE if per_share else each for each in held)
        held = [kind] if kind is Kind.PER_SHARE else []
        if not held:
            yield kind
    yield from held


def may_be_per_share(
    rows: Sequence[Labelled], kinds: Sequence[Kind | None], rates: Collection[int] = ()
) -> frozenset[int]:
    """The rows of money called as amounts per share often are, with more decimals than all other money.

    Those called as a row with fewer decimals are such as well. "Net income | 31.2 | Cash dividends | 0.10";
    without other money, what is paid on a share, if it is small.
    """
    money = {at: amounts_of(rows[at], rates) for at, kind in enumerate(kinds) if kind is Kind.MONEY}
    money = {at: figures for at, figures in money.items() if figures and not is_price(rows[at])}
    large = {rows[at].label for at, each in money.items() if all(one.places < _CENTS for one in each)}
    cents = (at for at, figures in money.items() if _are_cents(figures))
    found = {at for at in cents if rows[at].label in large or _is_often_per_share(rows[at])}
    others = [each.places for at, figures in money.items() if at not in found for each in figures]
    if any(places >= _CENTS for places in others):
        return frozenset()
    return frozenset(found if others else (at for at in found if _is_small(rows[at], money[at])))


def _are_cents(figures: Sequence[Figure]) -> bool:
    """Whether amounts but for zeros are printed to the cent, and small."""
    return looks.look_per_share([(0, figure) for figure in figures if figure.number])


def _is_often_per_share(row: Labelled) -> bool:
    named = (price_words.OF_SHARES, price_words.OFTEN_PER_SHARE, row_words.NET_INCOME)
    return any(words.search(text) for words in named for text in (row.label, *row.section[-1:]))


def is_of_shares(row: Labelled) -> bool:
    """Whether a row or the heading right above it names what is paid on shares, or stands behind them."""
    return any(map(price_words.OF_SHARES.search, (row.label, *row.section[-1:])))


def _is_small(row: Labelled, figures: Iterable[Figure]) -> bool:
    return is_of_shares(row) and all(each.number is None or abs(each.number) < _FEW for each in figures)


_CENTS: Final = 2
_FEW: Final = 10


def with_shares_told(
    rows: Sequence[Labelled], kinds: Sequence[Kind | None], captions: Iterable[str]
) -> list[Kind | None]:
    """The kinds; what may be per share and is of shares is so where amounts per share stand right before it.

    It is so too where the unit line excepts amounts per share, and nothing else of the table is one.
    """
    found = {at for at in may_be_per_share(rows, kinds) if is_of_shares(rows[at])}
    excepts = any(
        row_words.PER_SHARE.search(clause)
        for text in captions
        for clause in unit_words.EXCEPT_CLAUSE.findall(text)
    )
    told = list(kinds)
    for at in sorted(found):
        before = next((kind for kind in reversed(told[:at]) if kind), None)
        if before is Kind.PER_SHARE or (excepts and Kind.PER_SHARE not in kinds):
            told[at] = Kind.PER_SHARE
    return told
