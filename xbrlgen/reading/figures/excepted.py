"""Rows that the unit line of their table is not for: it excepts them by name, or their print tells it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from xbrlgen.figures import Figure
from xbrlgen.reading.figures import looks
from xbrlgen.reading.statement import FACE_KINDS, ColumnKind, Kind, StatementKind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.words import price_words, row_words, unit_words

# Amounts to the cent are looked at only beside several that are not, and if these are more.
_SEVERAL: Final = 2
_CENTS: Final = 2


def excepted_rows(rows: Sequence[Labelled], statement: StatementKind, captions: str) -> dict[int, int]:
    """The rows that the unit line names as exceptions, each with its power of ten.

    "(in thousands, except ARPU, amounts per ounce and AUM in billions)"; what is said of a heading holds for
    the rows below it. Prices are excepted without a word; where statistics are, amounts apiece below them.
    """
    things = [] if statement in FACE_KINDS else list(_things_excepted(captions))
    found = {at: _excepted(row, things) for at, row in enumerate(rows) if row.figures}
    if _excepts_statistics(captions):
        found |= {at: 0 for at, row in enumerate(rows) if row.figures and _is_statistic(row)}
    return {at: scale for at, scale in found.items() if scale is not None}


def _excepts_statistics(captions: str) -> bool:
    return any(map(price_words.STATISTICS.search, unit_words.EXCEPT_CLAUSE.findall(captions)))


def _is_statistic(row: Labelled) -> bool:
    """Whether a row is an amount for each of something, and stands below a heading of statistics."""
    told = any(map(price_words.STATISTICS.search, row.section))
    return told and price_words.APIECE.search(row.label) is not None


def _excepted(row: Labelled, things: Sequence[tuple[frozenset[str], int]]) -> int | None:
    """The power of ten of a row that is excepted: of its own words, or of the heading right above it."""
    said = [_words_of(text) for text in (row.label, *row.section[-1:])] if things else []
    told = (scale for thing, scale in things if any(_is_one_of([thing], words) for words in said))
    return next(told, 0 if is_price(row) else None)


def unmarked_rows(rows: Sequence[Labelled], excepted: Iterable[int]) -> frozenset[int]:
    """Those of the excepted rows of which neither a mark nor their words say that they are money."""
    return frozenset(
        at
        for at in excepted
        if not any(figure.mark for _, figure in rows[at].figures)
        and not any(unit_words.OF_MONEY.search(text) for text in (rows[at].label, *rows[at].section[-1:]))
    )


def _is_dear(figure: Figure) -> bool:
    """Whether a price is so large that in thousands no one would pay it for one of anything."""
    return figure.number is not None and figure.number >= _DEAR


_DEAR: Final = 100_000


def names_things_sold(text: str) -> bool:
    """Whether a text names things sold by the piece, and not what they cost or bring.

    >>> names_things_sold("Retail unit sales"), names_things_sold("Cost of homes sold")
    (True, False)
    """
    if not price_words.SOLD_BY_THE_PIECE.search(text) or " per " in text.lower():
        return False
    rest = price_words.SOLD_BY_THE_PIECE.sub(" ", text)
    return not (row_words.MONEY_ROW.search(rest) or price_words.BROUGHT_BY_THINGS.search(rest))


def are_counted_singly(row: Labelled) -> bool:
    """Whether a row counts what no table counts in thousands, and prints it without decimals."""
    known = looks.numbers(row.figures)
    if not price_words.COUNTED_SINGLY.search(row.label) or any(each.places for each in known):
        return False
    is_staff = price_words.STAFF.search(row.label) is not None
    return not (is_staff and any(each.number is not None and abs(each.number) < _FEW for each in known))


# A company that tells how many work for it has more, unless these are thousands.
_FEW: Final = 100


def is_price(row: Labelled) -> bool:
    """Whether a row names the price of one thing; some are told from amounts only by their cents."""
    if price_words.PRICE.search(row.label) or any(
        map(price_words.PRICED.search, (row.label, *row.section[-1:]))
    ):
        return True
    amounts = looks.numbers([each for each in row.figures if not each[1].is_percent])
    if amounts and price_words.AVERAGE_PRICE.search(row.label) and all(map(_is_dear, amounts)):
        return True
    in_cents = bool(amounts) and all(each.places == _CENTS for each in amounts)
    return in_cents and price_words.PRICE_IN_CENTS.search(row.label) is not None


def rows_apiece(rows: Sequence[Labelled], captions: str) -> frozenset[int]:
    """The rows of amounts a day or for each thing that no unit line names: "Sales per selling day".

    Nothing tells whether they are of dollars or of thousands, as the table is.
    """
    things = [thing for thing, _ in _things_excepted(captions)]
    statistics = _excepts_statistics(captions)
    return frozenset(
        at
        for at, row in enumerate(rows)
        if row.figures
        and _is_apiece(row)
        and not _is_one_of(things, _words_of(row.label))
        and not (statistics and _is_statistic(row))
    )


def _is_apiece(row: Labelled) -> bool:
    if price_words.SOLD_A_DAY.search(row.label):
        return True
    named = price_words.APIECE.search(row.label) or price_words.PRICE_IN_CENTS.search(row.label)
    return named is not None and not is_price(row)


def _things_excepted(captions: str) -> Iterator[tuple[frozenset[str], int]]:
    """The words and the scale of each thing that is excepted, but for shares, par values and counts."""
    for clause in unit_words.EXCEPT_CLAUSE.findall(captions):
        for part in unit_words.EXCEPT_PARTS.split(clause):
            words = frozenset(_words(unit_words.EXCEPT_FILLERS.sub(" ", part)))
            if words and not (row_words.hints_at_shares(part) or unit_words.EXCEPT_COUNTED.search(part)):
                told = unit_words.SCALE_WORD.search(part)
                yield words, unit_words.SCALES[told[1].lower().removesuffix("s")] if told else 0


def _words_of(label: str) -> list[str]:
    """The words of a label but for those in brackets."""
    return _words(re.sub(r"\([^()]*\)", " ", label))


def _is_one_of(things: Iterable[frozenset[str]], words: Sequence[str]) -> bool:
    """Whether a label has all words of a thing; a thing of one word must be what the label ends with."""
    return any(thing <= set(words) and (len(thing) > 1 or words[-1] in thing) for thing in things)


def _words(text: str) -> list[str]:
    """The words of a text in small letters and without the mark of the plural."""
    found = re.findall(r"[a-z]{2,}", text.lower())
    return [word[:-1] if len(word) > len("gas") and word[-1] == "s" else word for word in found]


def rows_in_decimals(
    rows: Sequence[Labelled], kinds: Sequence[Kind | None], rates: frozenset[int], captions: str = ""
) -> frozenset[int]:
    """The rows of money with more decimals than any other amount of their table: prices, bare margins.

    Where the unit line excepts what is "otherwise indicated", amounts to the cent beside any that are not.
    """
    money = {at: amounts_of(rows[at], rates) for at, kind in enumerate(kinds) if kind is Kind.MONEY}
    places = {at: {each.places for each in figures} for at, figures in money.items() if figures}
    found: set[int] = set()
    for least in (_CENTS, 1):
        finer = {at for at, each in places.items() if min(each) >= least and max(each) <= _CENTS}
        others = [each for at, each in places.items() if at not in finer]
        if len(others) >= max(_SEVERAL, len(finer) + 1) and all(max(each) < least for each in others):
            found |= finer
    if excepts_at_will(captions):
        cents = {at for at, each in places.items() if min(each) == max(each) == _CENTS}
        found |= cents if cents != places.keys() or len(cents) <= _SEVERAL else set()
    return frozenset(found)


def excepts_at_will(captions: str) -> bool:
    """Whether a unit line leaves open what it is not for: "except as otherwise indicated"."""
    return _EXCEPTS_AT_WILL.search(captions) is not None


_EXCEPTS_AT_WILL: Final = re.compile(
    r"\b(?:except|unless)\b[^()]{0,40}\b(?:noted|indicated|stated|specified)\b", re.IGNORECASE
)


def amounts_of(row: Labelled, rates: Collection[int] = ()) -> list[Figure]:
    """The numbers of a row that are no rates and have no scale of their own."""
    values = [(key, figure) for key, figure in row.figures if key not in rates and not figure.is_percent]
    return [figure for figure in looks.numbers(values) if not figure.scale]


def numbers_behind_dashes(
    rows: Sequence[Labelled], headings: Sequence[Heading]
) -> frozenset[tuple[int, int]]:
    """The cells, by row and column, of numbers right behind a column of nothing but dashes without a name.

    Such a dash may be the minus of the number, set in a cell of its own.
    """
    cells = [dict(row.figures) for row in rows]
    found: set[tuple[int, int]] = set()
    for at, (before, after) in enumerate(pairwise(headings), 1):
        dashes = [row for row, figures in enumerate(cells) if before.key in figures]
        only = len(dashes) >= _SEVERAL and all(cells[row][before.key].is_dash for row in dashes)
        unnamed = set(before.texts) <= set(after.texts) and before.kind is after.kind is ColumnKind.VALUE
        if only and unnamed and all(_is_number(cells[row].get(after.key)) for row in dashes):
            found |= {(row, at) for row in dashes}
    return frozenset(found)


def _is_number(figure: Figure | None) -> bool:
    return figure is not None and not figure.is_dash
