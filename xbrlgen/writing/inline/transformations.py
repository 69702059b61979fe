"""How a printed text becomes a value: the transformation of registry 5 with its scale and sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, localcontext
from functools import lru_cache
from typing import NamedTuple

from xbrlgen.period_words import MONTHS
from xbrlgen.sec_words import CATEGORIES, COUNTRIES, EDGAR_PLACES, EXCHANGES, STATES, UNREAD

_SPACES = " \u00a0"
# Runs of digits as printed: first with spaces between them, then without.
_NUMBERS = (
    re.compile(r"(?:[0-9]|[.,](?=[0-9]))(?:[0-9.,'`´’′ \u00a0]*[0-9])?"),
    re.compile(r"(?:[0-9]|[.,](?=[0-9]))(?:[0-9.,'`´’′]*[0-9])?"),
)
# The commonest print: one number with commas and a point, perhaps a mark, brackets or a percent sign around.
_PLAIN = re.compile(r"^[ $(\u00a0]*([0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?)[ )%\u00a0]*\Z")
# Digits that go on behind a mark: no blank, no bracket, nothing that stands between numbers.
_TEARS = r"[^\w\s()\[\]/$\u20ac\u00a3\u00a5%+<>=~:;*&\u2010-\u2015\u2212-]{1,3}"
# Letters that character recognition reads for digits, where no word is that they could end or begin.
_FOR_DIGITS = "[OoIl|SZgqA]"
_GOES_ON = re.compile(rf"{_TEARS}[0-9]|[.,']?(?:{_FOR_DIGITS}(?![A-Za-z]{{2}})|[A-Za-z]{{1,2}}[.,']?[0-9])")
_WENT_ON = re.compile(rf"[0-9]{_TEARS}\Z|(?<![A-Za-z]){_FOR_DIGITS}[.,']?\Z|[0-9][A-Za-z]{{1,2}}[.,']?\Z")
_DASHES = frozenset({"-", "–", "—", "−", "‒", "―", "--", "- -", "nil", "none", "zero", "0"})

# Number formats of the registry with the marks they take: what groups, what divides.
_FORMATS = tuple(
    (name, dict.fromkeys(map(ord, groups + _SPACES)), mark)
    for name, groups, mark in (
        ("num-dot-decimal", ",", "."),
        ("num-comma-decimal", ".", ","),
        ("num-dot-decimal-apos", "'`´’′,", "."),
    )
)
_NO_SPACES = dict.fromkeys(map(ord, _SPACES))
PLAIN_FORMAT = "ixt:num-dot-decimal"  # that of digits with commas and a point
# Powers of ten between print and fact; trillions in thousandths have so many.
_FURTHEST = 15
_BILLIONS = 9
EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)  # in which no digit of a number is lost


class Numeric(NamedTuple):
    """A number in print: which characters carry it, and how they are read.

    ``decimals`` is how exact the print is, where that differs from the fact.
    """

    start: int
    end: int
    format: str
    scale: int = 0
    sign: str = ""
    decimals: int | None = None


@lru_cache(maxsize=1024)
def read_as(form: str, scale: int, sign: str, decimals: int | None) -> str:
    """The attributes that say how digits become a number; kept, as a page has few ways to read its many."""
    told = {"decimals": "INF" if decimals is None else decimals, "format": form, "scale": scale, "sign": sign}
    return "".join(f' {name}="{value}"' for name, value in told.items() if value or name == "decimals")


class _Reading(NamedTuple):
    format: str
    magnitude: Decimal
    places: int


def numeric(text: str, value: Decimal, decimals: int | None) -> Numeric | None:
    """How ``text`` prints ``value``: exactly, or rounded within the digits it shows; None where it doesn't.

    >>> numeric("$(1,301)", Decimal(-1301000), -3)
    Numeric(start=2, end=7, format='ixt:num-dot-decimal', scale=3, sign='-', decimals=-3)
    """
    sign = "-" if value < 0 else ""
    if plain := _PLAIN.search(text):
        reading = _plain(plain[1])
        if shown := _fit(reading, value.copy_abs(), decimals):
            return Numeric(*plain.span(1), f"ixt:{reading.format}", shown[0], sign, shown[1])
    for found in (found for pattern in _NUMBERS for found in pattern.finditer(text)):
        for reading in () if _is_torn(text, *found.span()) else _readings(found.group()):
            shown = _fit(reading, value.copy_abs(), decimals)
            if shown and not _is_eight(text[found.end() :], shown[0]):
                scale, exactness = shown
                return Numeric(*found.span(), f"ixt:{reading.format}", scale, sign, exactness)
    return _dash(text, decimals) if value == 0 else None


def _is_torn(text: str, start: int, end: int) -> bool:
    """Whether digits go on beside a run of them: as letters, or behind a mark that no format knows."""
    return _GOES_ON.match(text, end) is not None or _WENT_ON.search(text[:start]) is not None


def _is_eight(behind: str, scale: int) -> bool:
    """Whether a B behind digits stands for one more of them, as it doesn't for billions."""
    return behind[:1] in {"B", "b"} and not behind[1:2].isalpha() and scale != _BILLIONS


def _plain(digits: str) -> _Reading:
    return _Reading("num-dot-decimal", Decimal(digits.replace(",", "")), len(digits.partition(".")[2]))


def _dash(text: str, decimals: int | None) -> Numeric | None:
    core = text.strip(f"{_SPACES}\t\n\r$£€()")
    if core.lower() in _DASHES or (core and not any(c.isalnum() for c in core)):
        start = text.index(core)
        return Numeric(start, start + len(core), "ixt:fixed-zero", 0, "", decimals)
    return None


def _readings(core: str) -> Iterator[_Reading]:
    for name, groups, mark in _FORMATS:
        whole, _, fraction = core.partition(mark)
        whole = whole.translate(groups)
        fraction = fraction.translate(_NO_SPACES) if fraction else ""
        if (whole + fraction).isascii() and (whole + fraction).isdigit():
            yield _Reading(name, Decimal(f"{whole or 0}.{fraction or 0}"), len(fraction))


def _fit(reading: _Reading, value: Decimal, decimals: int | None) -> tuple[int, int | None] | None:
    """The scale and exactness under which a reading gives the value."""
    if reading.magnitude == 0 or value == 0:
        return (_scale_of_zero(reading, decimals), decimals) if reading.magnitude == value else None
    scale = value.adjusted() - reading.magnitude.adjusted()
    if abs(scale) <= _FURTHEST and reading.magnitude.scaleb(scale, EXACT) == value:
        return scale, decimals
    return _rounded(reading, value, decimals)


def _scale_of_zero(reading: _Reading, decimals: int | None) -> int:
    return 0 if decimals is None else min(max(reading.places - decimals, -_FURTHEST), _FURTHEST)


def _rounded(reading: _Reading, value: Decimal, decimals: int | None) -> tuple[int, int] | None:
    """The same fact printed with fewer digits: within half a unit of each."""
    nearest = value.adjusted() - reading.magnitude.adjusted()
    with localcontext(prec=60):
        for scale in (nearest, nearest + 1, nearest - 1):
            exactness = reading.places - scale
            slack = Decimal(5).scaleb(-exactness - 1)
            slack += 0 if decimals is None else Decimal(5).scaleb(-decimals - 1)
            coarser = decimals is None or exactness < decimals
            if coarser and abs(reading.magnitude.scaleb(scale) - value) <= slack < value:
                return scale, exactness
    return None


# Date formats of the registry for English print, each with what it matches and the order of its parts.
_MONTH = r"([A-Za-z]{3,9})\.?"
_DATES = (
    (
        "date-monthname-day-year-en",
        re.compile(rf"{_MONTH}[^A-Za-z0-9]+(\d\d?)\D+(\d{{4}}|\d\d)\Z"),
        (2, 0, 1),
    ),
    (
        "date-day-monthname-year-en",
        re.compile(rf"(\d\d?)[^A-Za-z0-9]+{_MONTH}[^A-Za-z0-9]*(\d{{4}}|\d\d)\Z"),
        (2, 1, 0),
    ),
    ("date-year-month-day", re.compile(r"(\d{4})\D+(\d\d?)\D+(\d\d?)\Z"), (0, 1, 2)),
    ("date-month-day-year", re.compile(r"(\d\d?)\D+(\d\d?)\D+(\d{4})\Z"), (2, 0, 1)),
    ("date-day-month-year", re.compile(r"(\d\d?)\D+(\d\d?)\D+(\d{4})\Z"), (2, 1, 0)),
)
_MONTH_DAYS = (
    ("date-monthname-day-en", re.compile(rf"{_MONTH}[^A-Za-z0-9]+(\d\d?)\Z"), (0, 1)),
    ("date-day-monthname-en", re.compile(rf"(\d\d?)[^A-Za-z0-9]+{_MONTH}\Z"), (1, 0)),
)
_TRUE = frozenset({"☒", "☑", "☓", "x", "yes", "true", "þ", "ý", "✓"})
_FALSE = frozenset({"☐", "no", "false", "o", "¨"})


def textual(text: str, value: str) -> str | None:
    """The format under which printed text gives a value: empty for none needed, None where none fits.

    >>> textual("November 6, 2013", "2013-11-06")
    'ixt:date-monthname-day-year-en'
    >>> textual("Larkspur, Inc.", "Larkspur, Inc.")
    ''
    """
    if text == value:
        return ""
    if value in {"true", "false"} and text.strip().lower() in (_TRUE if value == "true" else _FALSE):
        return f"ixt:fixed-{value}"
    for name, pattern, order in (*_DATES, *_MONTH_DAYS):
        found = pattern.match(text.strip())
        if found and _as_date([found.groups()[i] for i in order]) == value:
            return f"ixt:{name}"
    return None


def _as_date(parts: list[str]) -> str:
    month = parts[-2]
    number = int(month) if month.isdigit() else MONTHS.get(month.lower()[:3], 0)
    day = int(parts[-1])
    if len(parts) == 2:
        return f"--{number:02}-{day:02}"
    year = int(parts[0]) + (2000 if len(parts[0]) == 2 else 0)
    try:
        return date(year, number, day).isoformat()
    except ValueError:
        return ""


# The SEC's own formats that turn a name into a code, each with the names it takes.
_SEC_FORMATS = (
    ("exchnameen", EXCHANGES),
    ("stateprovnameen", STATES),
    ("edgarprovcountryen", {name: code for name, code in EDGAR_PLACES.items() if STATES.get(name) != code}),
    ("countrynameen", COUNTRIES),
    ("entityfilercategoryen", CATEGORIES),
)


def sec_format(text: str, value: str) -> str:
    """The format of the SEC's own that makes a value of printed text; empty where none does.

    It takes names as they are written in a sentence, not in capitals.

    >>> sec_format("Delaware", "DE"), sec_format("Ontario", "A6"), sec_format("the moon", "MN")
    ('ixt-sec:stateprovnameen', 'ixt-sec:edgarprovcountryen', '')
    """
    line = " ".join(text.split())
    if line.isupper() or line.lower() in UNREAD:
        return ""
    found = (name for name, codes in _SEC_FORMATS if codes.get(line.lower()) == value)
    return next((f"ixt-sec:{name}" for name in found), "")
