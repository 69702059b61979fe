"""Single printed words of time, each form read by its own reader: "Thirteen Weeks", "Q3'13", "2022/23"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from attrs import evolve

from xbrlgen.period_words import COUNTS, DIGITS_MISREAD, MONTHS, ORDINALS, ROMANS
from xbrlgen.time_words import YEAR_NAMED, Length, TimeWords


def read_atom(match: re.Match[str]) -> TimeWords:
    """What one match of `ATOM` says of time."""
    return _READERS[match.lastgroup if match.lastgroup in _READERS else _group(match)](match)


def _group(match: re.Match[str]) -> str:
    return next(name for name in _READERS if match[name])


def _full_year(text: str | None) -> int | None:
    digits = (text or "").strip(" '’‘")
    if not digits:
        return None
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


_SPELLED: Final = {key.replace("-", ""): value for key, value in COUNTS.items()}


def _counted(match: re.Match[str]) -> TimeWords:
    word = re.sub(r"\s", "-", match["count"].lower())
    count = int(word) if word.isdigit() else _SPELLED[word.replace("-", "")]
    return TimeWords(length=Length(count, in_weeks=match["unit"].lower().startswith("w")))


def _quarters(match: re.Match[str]) -> TimeWords:
    """The quarters of a year so far: "Three Quarters Ended"."""
    word = match["quarters"].lower()
    return TimeWords(length=Length(3 * (int(word) if word.isdigit() else COUNTS[word])))


def _quarter(match: re.Match[str]) -> TimeWords:
    word = match["quarter"].lower()
    digit = next((int(letter) for letter in word if letter.isdigit()), 0)
    first = re.split(r"[\s-]|(?<=[iv])(?=q)", word)[0]
    number = digit or ROMANS.get(first) or ORDINALS[first]
    year = _full_year(match["quarter_year"])
    if any(name in match[0].lower() for name in ("scal", "fy", "fq")):
        return TimeWords(quarter=number, fiscal_year=year)
    return TimeWords(quarter=number, year=year)


def _shortly(match: re.Match[str]) -> TimeWords:
    """The first months of a year as analysts write them: "6M 2019", "9M23", "12M FY22"."""
    year = _full_year(match["short_year"])
    months = Length(int(match["short"][:-1]))
    to_date = months != YEAR_NAMED
    if "fy" in match[0].lower():
        return TimeWords(length=months, quarter=months.count // 3 if to_date else None, fiscal_year=year)
    return TimeWords(length=months, quarter=months.count // 3 if to_date else None, year=year)


def _half(match: re.Match[str]) -> TimeWords:
    first = "1" in match["half"] or "first" in match["half"].lower()
    return TimeWords(length=Length(6), quarter=2 if first else 4, year=_full_year(match["half_year"]))


def _months_named(match: re.Match[str]) -> TimeWords:
    """The months from the first to the last of "Jan-Mar 2022"."""
    first, last = _month(match["month"]), _month(match["to_month"])
    return TimeWords(length=Length((last - first) % 12 + 1), month=last, year=_full_year(match["range_year"]))


def _dated(month: str, day: str, year: str | None) -> TimeWords:
    number = int(month) if month.isdigit() else _month(month)
    if month.isdigit() and number > 12:
        return _dated(day, month, year) if int(day) <= 12 else TimeWords()
    if not 1 <= number <= 12 or not 1 <= int(day) <= 31:
        return TimeWords()
    return TimeWords(month=number, day=int(day), year=_full_year(year))


def _said_of(word: str, day: TimeWords) -> TimeWords:
    """A day without its year, which words before it make the moment or the end of a period."""
    return evolve(day, is_instant=word.lower().startswith("a"))


def _fiscal(match: re.Match[str]) -> TimeWords:
    year = _full_year(match["fyear"])
    if match["fend"]:
        return _two_years(year, match["fend"])
    if match["fy"].lower().startswith(("full", "year")):
        return TimeWords(length=Length(12), year=year)
    return TimeWords(length=Length(12), fiscal_year=year)


def _two_years(first: int | None, last: str) -> TimeWords:
    """The fiscal year that two years name ("2022/23"), which is called by the one it ends in."""
    if first is None or (first + 1) % 100 != int(last):
        return TimeWords()
    return TimeWords(length=Length(12), fiscal_year=first + 1)


_READERS: Final[dict[str, Callable[[re.Match[str]], TimeWords]]] = {
    "ttm": lambda _: TimeWords(length=Length(12), is_trailing=True),
    "count": _counted,
    "days": lambda match: TimeWords(length=Length(int(match["days"]) // 7, in_weeks=True)),
    "quarters": _quarters,
    "short": _shortly,
    "ytd": lambda _: TimeWords(is_to_date=True),
    "quarter": _quarter,
    "half": _half,
    "halves": lambda _: TimeWords(length=Length(6)),
    "to_month": _months_named,
    "day": lambda match: _dated(match["month"], match["day"].translate(DIGITS_MISREAD), match["year"]),
    "nday": lambda match: _dated(match["nmonth"], match["nday"], match["nyear"]),
    "sday": lambda match: _said_of(match["said"], _dated(match["smonth"], match["sday"], None)),
    "eyear": lambda match: _dated(match["emonth"], match["eday"], match["eyear"]),
    "iday": lambda match: _dated(match["imonth"], match["iday"], match["iyear"]),
    "dday": lambda match: _dated(match["dmonth"], match["dday"], match["dyear"]),
    "myear": lambda match: TimeWords(month=_month(match["month"]), year=_full_year(match["myear"])),
    "hyear": lambda match: TimeWords(month=_month(match["month"]), year=_full_year(match["hyear"])),
    "fyear": _fiscal,
    "cyear": lambda match: _two_years(_full_year(match["cyear"]), match["cend"]),
    "fullyear": lambda _: TimeWords(length=Length(12)),
    "quarterly": lambda _: TimeWords(length=Length(3)),
    "monthly": lambda _: TimeWords(length=Length(1)),
    "bare": lambda match: TimeWords(year=int(match["bare"])),
    "instant": lambda _: TimeWords(is_instant=True),
    "lone": lambda match: TimeWords(month=_month(match["month"])),
}
