"""Units and scales: what the wording says for each kind of number, checked by size."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figure_marks import HUNDREDTHS
from xbrlgen.figures import Figure
from xbrlgen.reading.statement import Kind
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.words import unit_words

_MILLION: Final = 1_000_000
# The power of ten of a cent.
_HUNDREDTH: Final = -2
# That of a hundredth of a percent.
_BASIS_POINT: Final = -4


@frozen
class Wording:
    """What the text over a table says of its units; ``money`` None means that it says nothing.

    ``doubt`` says why a scale that was taken from elsewhere is not sure; ``counts_whole`` that things counted
    are excepted; ``per_share_in_cents`` that amounts per share are in cents where no mark says otherwise.
    """

    text: str = ""
    money: int | None = None
    shares: int | None = None
    currency: str = ""
    doubt: str = ""
    counts_whole: bool = False
    per_share_in_cents: bool = False


def read_wording(captions: Iterable[str]) -> Wording:
    """The unit lines among the captions of a table.

    >>> read_wording(["(In thousands, except share and per share data)"]).shares
    0
    """
    found = Wording()
    for caption in captions:
        found = _with_caption(found, caption)
        if unit_words.CENTS.search(caption):
            found = evolve(found, per_share_in_cents=True)
    return found


def _with_caption(found: Wording, caption: str) -> Wording:
    match = scale_phrase(caption)
    shares = unit_words.SHARES_IN.search(caption)
    if match is None and shares is None and not unit_words.WHOLE_UNITS.search(caption):
        return _with_currency(found, caption)
    money = _scale_of(match.groupdict().values()) if match else (0 if shares is None else None)
    of_shares = shares is not None and not shares["also"]
    if match and shares and of_shares and match.start() >= shares.start() and match.end() <= shares.end():
        money = None
    told = _shares_told(caption, shares)
    text = match[0].strip("( ") if match else caption
    result = evolve(
        found,
        text=text if money is not None else found.text,
        money=money if money is not None else found.money,
        shares=told if told is not None else found.shares,
        counts_whole=found.counts_whole or bool(unit_words.EXCEPT_COUNTS.search(caption)),
    )
    return _with_currency(result, caption)


def scale_phrase(text: str) -> re.Match[str] | None:
    """Where a text says a scale; most texts don't, which is seen quickly."""
    return unit_words.SCALE_PHRASE.search(text) if unit_words.MAY_SCALE.search(text) else None


def scale_told_for(currency: str, text: str) -> int | None:
    """The scale that a unit line of several currencies gives one of them.

    >>> scale_told_for("USD", "(Millions of yen and thousands of U.S. dollars, except per share amounts)")
    3
    >>> scale_told_for("USD", "Up from RMB7.1 million (US$1.1 million). (In thousands of RMB and US$)")
    """
    clauses = [part for part in unit_words.CLAUSES.split(text) if unit_words.SCALE_WORD.search(part)]
    named = [(code, part) for part in clauses for code in _currencies_in(part)]
    if len({code for code, _ in named}) < _SEVERAL:
        return None
    scales = {_scale_of(unit_words.SCALE_WORD.findall(part)[:1]) for code, part in named if code == currency}
    return scales.pop() if len(scales) == 1 else None


# A unit line of one currency is for all columns.
_SEVERAL: Final = 2


@lru_cache(maxsize=1024)
def _currencies_in(text: str) -> tuple[str, ...]:
    told = [code for code, pattern in unit_words.CURRENCIES if pattern.search(text)]
    return (*told, "USD") if unit_words.US_DOLLARS.search(text) else tuple(told)


def _with_currency(found: Wording, caption: str) -> Wording:
    # Longer captions are prose, which names currencies that the table is not in.
    if len(caption) > 200:
        return found
    code = _currency_of(caption)
    return evolve(found, currency=code) if code else found


@lru_cache(maxsize=1024)
def _currency_of(caption: str) -> str:
    """The currency a caption names, found once: headings and captions say the same over and over."""
    return next((code for code, pattern in unit_words.CURRENCIES if pattern.search(caption)), "")


def _shares_told(caption: str, match: object) -> int | None:
    shares = unit_words.SHARES_IN.search(caption) if match else None
    if shares is not None:
        return _scale_of(shares.groupdict().values())
    if unit_words.EXCEPT_SHARES.search(unit_words.PER_SHARE_PHRASE.sub("", caption)):
        return 0
    return None


_WITHOUT_QUOTES: Final = str.maketrans("", "", "'‘’")


def _scale_of(groups: Iterable[str | None]) -> int | None:
    unit = next((group for group in groups if group), "").lower().translate(_WITHOUT_QUOTES)
    return next((scale for word, scale in unit_words.SCALES.items() if unit.startswith(word)), None)


def unit_of(kind: Kind, currency: str) -> str:
    """How the unit is written."""
    if kind is Kind.MONEY:
        return currency
    if kind is Kind.PER_SHARE:
        return f"{currency}/shares"
    return "shares" if kind is Kind.SHARES else "pure"


def label_scale(row: Labelled) -> int | None:
    """The scale that a row's own label or section gives: "(in thousands)", "(000s)"."""
    told = map(_told_scale, (row.label, *reversed(row.section)))
    return next((scale for is_told, scale in told if is_told), None)


@lru_cache(maxsize=1024)
def _told_scale(text: str) -> tuple[bool, int | None]:
    """Whether a label or section speaks of a scale, and of which; found once, as sections have many rows."""
    if unit_words.CENTS.search(text):
        return True, -2
    if unit_words.BASIS_POINTS.search(text):
        return True, _BASIS_POINT
    if unit_words.AS_THEY_ARE.search(text):
        return True, 0
    if not unit_words.SCALE_HINT.search(text):
        return False, None
    if match := scale_phrase(text):
        return True, _scale_of(match.groupdict().values())
    found = unit_words.LABEL_SCALE.search(text)
    return (True, _scale_of([found[1]])) if found else (False, None)


def _is_in_hundredths(figure: Figure, wording: Wording) -> bool:
    """Whether a figure is in cents: under a unit of money, "209¢" is rather "209" before a damaged "$"."""
    return figure.mark in HUNDREDTHS and (not wording.money or (figure.mark == "¢" and figure.places > 0))


def scale_of(kind: Kind, figure: Figure, wording: Wording, own: int | None, shares: int | None) -> int:
    """The power of ten of one figure; ``shares`` is what the check by size found for counts of shares."""
    if figure.scale:
        return figure.scale
    if kind is Kind.PERCENT or _is_in_hundredths(figure, wording):
        in_points = figure.mark == "bps" or (own == _BASIS_POINT and not figure.is_percent)
        return _BASIS_POINT if in_points else -2
    if kind is Kind.PER_SHARE:
        in_cents = own == _HUNDREDTH or (wording.per_share_in_cents and not figure.mark)
        return _HUNDREDTH if in_cents or figure.mark in HUNDREDTHS else 0
    if own is not None:
        return own
    if kind is Kind.SHARES:
        told = next((told for told in (shares, wording.shares) if told is not None), None)
        return _if_untold(figure, wording) if told is None else told
    return (wording.money or 0) if kind is Kind.MONEY else 0


def _if_untold(figure: Figure, wording: Wording) -> int:
    """The scale of a count of shares where only that of money is told: a unit line of dollars is for dollars.

    Counts that are printed shorter than a million are still taken to be in it, as no company has so few.
    """
    is_long = figure.number is not None and abs(figure.number) >= _MILLION
    return 0 if is_long and unit_words.OF_MONEY.search(wording.text) else wording.money or 0


def shares_scale_by_size(income: Decimal, shares: Decimal, per_share: Decimal, places: int) -> int | None:
    """The scale of a share count with which income over shares gives the printed amount per share."""
    if not shares or not income or not per_share:
        return None
    slack = Decimal("0.55").scaleb(-places) + abs(per_share) * Decimal("0.12")
    fitting = [
        scale for scale in (0, 3, 6, 9) if abs(abs(income) / shares.scaleb(scale) - abs(per_share)) <= slack
    ]
    return fitting[0] if len(fitting) == 1 else None
