"""The SEC's own inline formats (``ixt-sec``), which Arelle has in a plug-in only.

They are made known to Arelle by `xbrlgen.validating.arelle.session`; a text that a format can't read is an
error there as with any format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType

from xbrlgen.sec_words import (
    CATEGORIES,
    COUNTRIES,
    EDGAR_PLACES,
    EMPTY_BOXES,
    EXCHANGES,
    MARKED_BOXES,
    QUARTERS,
    STATES,
)
from xbrlgen.validating.notations.numerals import shown

NAMESPACE = "http://www.sec.gov/inlineXBRL/transformation/2015-08-31"
_SPANS = MappingProxyType({"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H"})


def _by_name(names: Mapping[str, str]) -> Callable[[str], str]:
    codes = frozenset(names.values())

    def read(text: str) -> str:
        bare = re.sub(r"\s+", " ", text).strip()
        found = names.get(bare.lower(), bare if bare in codes else None)
        if found is None:
            msg = f"{bare!r} is not among the names of this format"
            raise ValueError(msg)
        return found

    return read


def duration(amount: Decimal, span: str) -> str:
    """So much of a span of time as XML writes it; parts of a year become months, parts of a month days.

    >>> duration(Decimal("2.5"), "year"), duration(Decimal(2), "week"), duration(Decimal(-8), "hour")
    ('P2Y6M', 'P14D', '-PT8H')
    """
    sign, size = ("-" if amount < 0 else ""), abs(amount)
    if span == "hour":
        return f"{sign}PT{size.normalize():f}H"
    if span in ("week", "day"):
        return f"{sign}P{int((size * (7 if span == 'week' else 1)).to_integral_value())}D"
    months = size * 12 if span == "year" else size
    years, rest = divmod(int(months), 12)
    days = int(((months - int(months)) * 30).to_integral_value())
    parts = [f"{count}{letter}" for count, letter in ((years, "Y"), (rest, "M"), (days, "D")) if count]
    return f"{sign}P{''.join(parts)}" if parts else f"P0{_SPANS[span]}"


def _span(span: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        amount = shown(text.replace("(", "-").replace(")", ""), "num-dot-decimal")
        if amount is None:
            msg = f"{text!r} is not a number of {span}s"
            raise ValueError(msg)
        return duration(amount, span)

    return read


def _number_words(text: str) -> str:
    """A number in English words as digits.

    >>> _number_words("twenty-one")
    '21'
    """
    value = shown(text, "num-word-en")
    if value is None:
        msg = f"{text!r} is not a number in words"
        raise ValueError(msg)
    return f"{value:f}"


def _duration_words(text: str) -> str:
    """A span of time in words.

    >>> _duration_words("two years and six months")
    'P2Y6M'
    """
    found = re.findall(r"([\w\s-]+?|\d+)\s*(year|month|week|day)s?\b", text.lower())
    counts = {span: int(_number_words(re.sub(r"^\s*(and|,)\s*", "", words))) for words, span in found}
    if not counts:
        msg = f"{text!r} is not a span of time"
        raise ValueError(msg)
    days = counts.get("day", 0) + 7 * counts.get("week", 0)
    parts = ((counts.get("year", 0), "Y"), (counts.get("month", 0), "M"), (days, "D"))
    return "P" + ("".join(f"{count}{letter}" for count, letter in parts if count) or "0D")


def _box(marked: str, empty: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        bare = text.strip()
        if bare in MARKED_BOXES:
            return marked
        if bare in EMPTY_BOXES:
            return empty
        msg = f"{text!r} is not a ballot box"
        raise ValueError(msg)

    return read


def quarter_end(text: str) -> str:
    """The last day of a calendar quarter.

    >>> quarter_end("Second quarter of 2013")
    '2013-06-30'
    """
    found = re.search(r"(first|second|third|fourth)", text.lower()), re.search(r"(19|20)\d\d", text)
    if found[0] is None or found[1] is None:
        msg = f"{text!r} is not a quarter of a year"
        raise ValueError(msg)
    return f"{found[1].group()}-{QUARTERS[found[0].group()]}"


FORMATS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "durday": _span("day"),
        "durweek": _span("week"),
        "durmonth": _span("month"),
        "duryear": _span("year"),
        "durhour": _span("hour"),
        "numwordsen": _number_words,
        "durwordsen": _duration_words,
        "datequarterend": quarter_end,
        "boolballotbox": _box("true", "false"),
        "yesnoballotbox": _box("Yes", "No"),
        "exchnameen": _by_name(EXCHANGES),
        "stateprovnameen": _by_name(STATES),
        "countrynameen": _by_name(COUNTRIES),
        "edgarprovcountryen": _by_name(EDGAR_PLACES),
        "entityfilercategoryen": _by_name(CATEGORIES),
        "numinf": lambda _: "INF",
        "numneginf": lambda _: "-INF",
        "numnan": lambda _: "NaN",
    }
)
