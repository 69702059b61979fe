"""What headings and sentences say of time: "Thirteen Weeks Ended ...", "Q3 2013", "as of June 30"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache, reduce
from typing import Final

from attrs import evolve, frozen

from xbrlgen.openings import opening

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip

# Counts as headings spell them; every other number of weeks or months is printed in digits.
COUNTS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "twenty-four": 24, "twenty-five": 25, "twenty-six": 26, "twenty-seven": 27,
    "twenty-eight": 28, "thirty-six": 36, "thirty-nine": 39, "forty": 40, "forty-eight": 48,
    "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip

# "rst" is what a text layer that lost its ligatures leaves of "first".
ORDINALS: Final = {
    "first": 1, "ﬁrst": 1, "rst": 1, "second": 2, "third": 3, "fourth": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4,
}  # fmt: skip

_MONTH: Final = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_COUNT: Final = "|".join(
    [re.escape(word).replace(r"\-", r"[\s-]?") for word in sorted(COUNTS, key=len, reverse=True)]
)
_ORDINAL: Final = "|".join(ORDINALS)
_YEAR: Final = r"(?:19|20)\d\d"
_SHORT_YEAR: Final = r"['’‘]?\d\d(?!\d)"

# What an atom begins with where it is no digit: looked at first because that is quick.
_OPENING: Final = opening(
    [*MONTHS, *COUNTS, *ORDINALS, "ttm", "ltm", "trailing", "last", "ytd", "year", "q1", "q2", "q3", "q4",
     "h1", "h2", "half", "fy", "fiscal", "ﬁscal", "scal", "full", "annual", "for", "quarter", "as", "at"]
)  # fmt: skip
_ATOM: Final = re.compile(
    rf"""
    (?=\d|(?<![a-z]){_OPENING})(?:
    (?P<ttm>\b(?:TTM|LTM)\b|\b(?:trailing|last)[\s-](?:(?:12|twelve)[\s-]months?|(?:4|four)[\s-]quarters?))
    |(?<![a-z\d])(?P<count>\d\d?|{_COUNT})(?:\s*\(\d+\))?[\s-]*(?P<unit>months?|mos?\b\.?|weeks?|wks?\b\.?)
    |\b(?P<ytd>(?:(?:fi|ﬁ)?scal[\s-]+)?(?:year[\s-]to[\s-]date|YTD))\b
    |\b(?P<quarter>Q[1-4](?!\d)|[1-4]Q|(?:{_ORDINAL})[\s-]+(?:(?:fi|ﬁ)?scal[\s-]+)?(?:quarter|qtr\b))
        (?:[\s-]*(?:FY|(?:fi|ﬁ)?scal\s(?:year\s)?)?(?P<quarter_year>['’‘]\d\d|{_YEAR}|(?<=\dQ)\d\d(?!\d)|(?<=FY)\s?\d\d(?!\d)))?
    |\b(?P<half>(?:first|second|1st|2nd)[\s-]half(?:[\s-]years?)?|H[12]|[12]H)(?!['’‘]?[a-z])
        (?:[\s-]*(?:FY)?(?P<half_year>['’‘]\d\d|{_YEAR}|(?<=\dH)\d\d(?!\d)))?(?!\w)
    |\b(?P<halves>half[\s-]?years?\b)
    |(?<![a-z\d])(?P<from_month>{_MONTH})\s?(?:-|–|—|to|through)\s?(?P<to_month>{_MONTH})
        (?:[\s,]*(?P<range_year>{_YEAR}(?!\d)))?(?!\s*\d)
    |(?<![a-z\d])(?P<hmonth>{_MONTH})-(?P<hyear>\d\d)(?![\d,-]|\s*,)
    |(?<![a-z\d])(?P<month>{_MONTH})[\s-]*(?P<day>\d\d?)(?:st|nd|rd|th)?(?!\d|\s*(?:million|%))
        (?:[\s,.-]*(?P<year>{_YEAR}(?!\d)))?
    |(?<![\d/])(?P<nmonth>\d\d?)/(?P<nday>\d\d?)/(?P<nyear>\d{{4}}|\d\d)(?![\d/])
    |(?<!\d)(?P<iyear>{_YEAR})-(?P<imonth>\d\d)-(?P<iday>\d\d)(?!\d)
    |(?<!\d)(?P<dday>\d\d?)[\s-](?P<dmonth>{_MONTH})[\s,-]*(?P<dyear>{_YEAR}|{_SHORT_YEAR})?
    |(?<![a-z\d])(?P<mmonth>{_MONTH})[\s,-]*(?P<myear>{_YEAR}(?!\d)|['’‘]\d\d(?!\d))
    |(?<![a-z])(?P<fy>(?:fi|ﬁ)?scal\s(?:years?\s)?|FY[\s-]?|full[\s-]years?\s|year\s)(?P<fyear>{_YEAR}|{_SHORT_YEAR})(?:\s?[AEP]\b)?
    |\b(?P<fullyear>(?:fiscal|ﬁscal|full|annual)[\s-]years?\b|years?(?=\s+end)|years?\b(?=\s*$)|annual\b|for\sthe\syears?\b)
    |\b(?P<quarterly>quarters?(?=\s+(?:period\s+)?end)|quarters?\b(?=\s*$)|quarterly\b|for\sthe\squarter\b)
    |(?<![\d.,$/'’‘-])(?P<bare>{_YEAR})(?![\d%/]|[,.]\d)(?:\s?[AEP]\b)?
    |\b(?P<instant>as\s(?:of|at)|at(?=\s+[A-Z]))\b
    |(?<![a-z\d])(?P<lone>{_MONTH})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_GLUED_WORDS: Final = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=(?:19|20)\d\d\b)|(?<=[a-z]\s\d)(?=20\d\d\b)|(?<=[a-z]\s\d\d)(?=20\d\d\b)"
)


@frozen
class Length:
    """How long a period is, in months or in weeks."""

    count: int
    in_weeks: bool = False

    @property
    def months(self) -> int:
        """The nearest whole number of months."""
        return round(self.count * 12 / 52) if self.in_weeks else self.count


# What the name of a year says of its length; of a year to date, it says nothing.
_YEAR_NAMED: Final = Length(12)


# From the short quarters of calendars with twelve weeks to the long one of those with sixteen or seventeen.
_WEEKS_OF_QUARTER: Final = range(11, 18)


@frozen
class TimeWords:
    """What some words say of time; what they leave out is None.

    ``quarter`` counts from 1 in the fiscal year; ``length`` comes from "Nine Months", "Year" and the like;
    ``fiscal_year`` is a year named as one ("fiscal 2013"), ``year`` any other;
    ``is_trailing`` says that twelve months are meant whatever quarter they end with; ``start`` is a first
    day that is named itself.
    """

    length: Length | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    fiscal_year: int | None = None
    is_instant: bool = False
    is_to_date: bool = False
    is_trailing: bool = False
    start: date | None = None

    @property
    def end(self) -> date | None:
        """The day named, where it is named in full and exists."""
        if self.month is None or self.day is None or self.year is None:
            return None
        if not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            return None
        return date(self.year, self.month, self.day)

    @property
    def says_weeks_of_quarter(self) -> bool:
        """Whether it says no more than how many weeks a quarter has: "(13 weeks)"."""
        return (
            self.length is not None
            and self.length.in_weeks
            and self.length.count in _WEEKS_OF_QUARTER
            and self == TimeWords(length=self.length)
        )

    @property
    def says_nothing(self) -> bool:
        """Whether nothing of time was said."""
        return self == TimeWords()

    @property
    def is_whole_year(self) -> bool:
        """Whether a fiscal year is meant that nothing dates to the day."""
        twelve = self.length is not None and self.length.months == 12
        return twelve and not (self.month or self.quarter or self.fiscal_year or self.is_trailing)

    def over(self, lower: TimeWords) -> TimeWords:
        """These words completed by those printed below or after them, which are the more exact."""
        if lower.says_nothing:
            return self
        if lower.is_whole_year and self.length and self.length.months < 12:
            return evolve(self, length=None, quarter=None, month=None, day=None).over(lower)
        if lower.fiscal_year and not lower.month and self.end:
            return evolve(self, month=None, day=None, year=None).over(lower)
        names_year = lower.fiscal_year is not None and lower.quarter is None
        length = self.length if names_year and (self.length or self.quarter) else lower.length
        keeps_quarter = names_year or lower.length is None or lower.says_weeks_of_quarter
        is_to_date = lower.is_to_date or self.is_to_date
        names_its_year = (lower if lower.length else self).fiscal_year is not None
        length = length or (None if lower.quarter else self.length)
        return TimeWords(
            None if is_to_date and names_its_year and length == _YEAR_NAMED else length,
            lower.quarter or (self.quarter if keeps_quarter else None),
            lower.month or (None if lower.quarter else self.month),
            lower.day if lower.month or lower.quarter else self.day,
            lower.year or self.year,
            lower.fiscal_year or self.fiscal_year,
            lower.is_instant or (self.is_instant and lower.length is None),
            is_to_date,
            lower.is_trailing or self.is_trailing,
            lower.start or (None if lower.month or lower.quarter else self.start),
        )


@frozen
class TimeSpan:
    """A run of text that speaks of one time."""

    start: int
    end: int
    words: TimeWords


@lru_cache(maxsize=512)
def read_time(text: str) -> TimeWords:
    """What a heading says of time, all of it taken together.

    >>> read_time("Three Months Ended September 30, 2013").end
    datetime.date(2013, 9, 30)
    """
    text = unglued(text)
    words = combine(_atom(match) for match in _ATOM.finditer(text))
    named = _FROM_TO.search(text) if words.end else None
    if named is None:
        return words
    first = combine(_atom(match) for match in _ATOM.finditer(named[1] or named[2]))
    return evolve(words, start=with_year(first, first.year or words.year or 0).end)


_FROM_TO: Final = re.compile(
    rf"(?:\bfrom\s+(.{{5,60}}?)|(?<![a-z\d])((?:{_MONTH})\.?\s+\d{{1,2}}(?:,?\s*\d{{4}})?))\s+(?:through|to|until)\b",
    re.IGNORECASE,
)


def unglued(text: str) -> str:
    """The text with a blank where a line break of a heading was lost: "EndedMarch 31,", "June 302024"."""
    return _GLUED_WORDS.sub(" ", text)


def combine(parts: Iterable[TimeWords]) -> TimeWords:
    """Partial headings, from the outermost to the innermost, as one."""
    return reduce(TimeWords.over, parts, TimeWords())


_LINK: Final = re.compile(
    r"[\s,()]*(?:(?:period|periods|quarter|year|fiscal|ﬁscal|scal|full|ended|ending|ends|end|of|the|for|in|our|its|company's"
    r"|on|at|as)[\s,()]*)*",
    re.IGNORECASE,
)


def find_times(text: str) -> Iterator[TimeSpan]:
    """The runs of a sentence that speak of time, in order.

    >>> [span.words.quarter for span in find_times("up from the second quarter of fiscal 2013.")]
    [2]
    """
    yield from _times(text)


@lru_cache(maxsize=256)
def _times(text: str) -> tuple[TimeSpan, ...]:
    return tuple(_found_times(text))


def _found_times(text: str) -> Iterator[TimeSpan]:
    current: TimeSpan | None = None
    for match in _ATOM.finditer(text):
        if match["lone"]:
            continue
        atom = TimeSpan(match.start(), match.end(), _atom(match))
        if current is not None and _continues(text, current, atom):
            current = TimeSpan(current.start, atom.end, _said_on(text, current, atom))
            continue
        if current is not None:
            yield current
        current = atom
    if current is not None:
        yield current


def _said_on(text: str, before: TimeSpan, after: TimeSpan) -> TimeWords:
    """Both together; what only names the date before it ("June 30, 2013, its second quarter") adds to it."""
    apart = text[before.end : after.start].lower()
    if before.words.end and after.words.quarter and not after.words.end and _OWN.search(apart):
        return evolve(
            before.words, quarter=after.words.quarter, fiscal_year=after.words.fiscal_year or after.words.year
        )
    return before.words.over(after.words)


_OWN: Final = re.compile(r"\b(?:its|our|company's)\b")


def _continues(text: str, before: TimeSpan, after: TimeSpan) -> bool:
    said, more = before.words, after.words
    if said.length and more.length and not more.fiscal_year:
        return False
    if (said.quarter and more.length and not more.fiscal_year) or (
        said.year and more.year and not more.month
    ):
        return False
    if (said.month and more.month) or (said.quarter and more.quarter):
        return False
    return _LINK.fullmatch(text, before.end, after.start) is not None


def _atom(match: re.Match[str]) -> TimeWords:
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


def _quarter(match: re.Match[str]) -> TimeWords:
    word = match["quarter"].lower()
    digit = next((int(letter) for letter in word if letter.isdigit()), 0)
    number = digit or ORDINALS[re.split(r"[\s-]", word)[0]]
    year = _full_year(match["quarter_year"])
    if "scal" in match[0].lower() or "fy" in match[0].lower():
        return TimeWords(quarter=number, fiscal_year=year)
    return TimeWords(quarter=number, year=year)


def _half(match: re.Match[str]) -> TimeWords:
    first = "1" in match["half"] or "first" in match["half"].lower()
    return TimeWords(length=Length(6), quarter=2 if first else 4, year=_full_year(match["half_year"]))


def _months_named(match: re.Match[str]) -> TimeWords:
    """The months from the first to the last of "Jan-Mar 2022"."""
    first, last = _month(match["from_month"]), _month(match["to_month"])
    return TimeWords(length=Length((last - first) % 12 + 1), month=last, year=_full_year(match["range_year"]))


def _dated(month: str, day: str, year: str | None) -> TimeWords:
    number = int(month) if month.isdigit() else _month(month)
    if not 1 <= number <= 12 or not 1 <= int(day) <= 31:
        return TimeWords()
    return TimeWords(month=number, day=int(day), year=_full_year(year))


def _fiscal(match: re.Match[str]) -> TimeWords:
    year = _full_year(match["fyear"])
    if match["fy"].lower().startswith(("full", "year")):
        return TimeWords(length=Length(12), year=year)
    return TimeWords(length=Length(12), fiscal_year=year)


_READERS: Final[dict[str, Callable[[re.Match[str]], TimeWords]]] = {
    "ttm": lambda _: TimeWords(length=Length(12), is_trailing=True),
    "count": _counted,
    "ytd": lambda _: TimeWords(is_to_date=True),
    "quarter": _quarter,
    "half": _half,
    "halves": lambda _: TimeWords(length=Length(6)),
    "to_month": _months_named,
    "day": lambda match: _dated(match["month"], match["day"], match["year"]),
    "nday": lambda match: _dated(match["nmonth"], match["nday"], match["nyear"]),
    "iday": lambda match: _dated(match["imonth"], match["iday"], match["iyear"]),
    "dday": lambda match: _dated(match["dmonth"], match["dday"], match["dyear"]),
    "myear": lambda match: TimeWords(month=_month(match["mmonth"]), year=_full_year(match["myear"])),
    "hyear": lambda match: TimeWords(month=_month(match["hmonth"]), year=_full_year(match["hyear"])),
    "fyear": _fiscal,
    "fullyear": lambda _: TimeWords(length=Length(12)),
    "quarterly": lambda _: TimeWords(length=Length(3)),
    "bare": lambda match: TimeWords(year=int(match["bare"])),
    "instant": lambda _: TimeWords(is_instant=True),
    "lone": lambda match: TimeWords(month=_month(match["lone"])),
}


def with_year(words: TimeWords, year: int) -> TimeWords:
    """The same words with the year they left out."""
    return evolve(words, year=year)
