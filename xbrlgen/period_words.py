"""The words and forms in which headings and sentences print time, as tables and patterns.

Collected from headings of earnings releases; `xbrlgen.periods` says what each form means.
"""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.openings import any_of, opening

_WRITTEN: Final = (
    "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
    "sep sept september", "oct october", "nov november", "dec december",
)  # fmt: skip
MONTH_NAMES: Final = tuple(names.split()[-1] for names in _WRITTEN)
# What recognition of characters takes one letter for, in names long enough to be known by the rest: "Decernber".
_MISREAD: Final = (
    ("m", "rn"), ("b", "h"), ("e", "c"), ("n", "ri"), ("u", "n"), ("l", "1"), ("l", "i"), ("o", "0"), ("y", "v"),
)  # fmt: skip


def _misread(name: str) -> list[str]:
    """The ways a name looks with one of its letters misread, or with a blank in it: "Dec ember"."""
    if len(name) < _LONG:
        return []
    misread = [
        name[:at] + taken + name[at + 1 :]
        for letter, taken in _MISREAD
        for at, each in enumerate(name)
        if each == letter
    ]
    return misread + [f"{name[:at]} {name[at:]}" for at in range(1, len(name))]


# Names of months misread; of "May" any misreading is another word.
_LONG: Final = 4


MONTHS: Final = {
    name: number
    for number, names in enumerate(_WRITTEN, 1)
    for name in (*names.split(), *_misread(names.split()[-1]))
}


def is_month(text: str) -> bool:
    """Whether a text is the name of a month and no more.

    >>> is_month("Sept."), is_month("Sept. 30")
    (True, False)
    """
    return text.lower().removesuffix(".") in MONTHS


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

# Quarters in Roman numerals: "IVQ 2007", "III Quarter".
ROMANS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}

# A month as a whole word, its full name or a short one, for patterns that ignore case: no "Marketing", no "Mayo".
MONTH: Final = any_of(MONTHS) + r"(?![a-z])\.?"
_COUNT: Final = "|".join(
    [re.escape(word).replace(r"\-", r"[\s-]?") for word in sorted(COUNTS, key=len, reverse=True)]
)
_ORDINAL: Final = "|".join(ORDINALS)
# What recognition of characters takes digits for: "March 3l", "April 3O", "June IO".
DIGITS_MISREAD: Final = str.maketrans("lI|iOoSsBZz", "11110055822")
_LIKE_A_DIGIT: Final = r"(?-i:[lI|iOoSBZ])"
_MISREAD_DAY: Final = rf"(?:[0-3]{_LIKE_A_DIGIT}|(?-i:[lI|])\d)(?!\w)"
MISREAD_YEAR: Final = re.compile(r"(?<![\w.,$])(?=\w{0,3}[OolI])(?:19|2[0Oo])[\dOolI]{2}(?![\w.,%])")
# The digits of a day, or what recognition leaves of them.
DAY: Final = rf"(?:{_MISREAD_DAY}|\d{{1,2}})"
YEAR: Final = r"(?:19|20)\d\d"
# How long a period is that ends on a day named elsewhere: "For the Three-Month Period Ended", "Fiscal Year Ended".
LENGTH_ENDED: Final = r"(?:for\s+the\s+)?(?:[\w-]+\s+)?(?:[a-z]+-)?(?:months?|weeks?|quarters?|years?|days)(?:\s+periods?)?\s+ended"
_SHORT_YEAR: Final = r"['’‘]?\d\d(?!\d)"

# What an atom begins with where it is no digit: looked at first because that is quick.
_OPENING: Final = opening(
    [*MONTHS, *COUNTS, *ORDINALS, "ttm", "ltm", "trailing", "last", "ytd", "year", "q1", "q2", "q3", "q4",
     "fq", "qtr", "qtd", "month", "h1", "h2", "half", "fy", "fiscal", "ﬁscal", "scal", "full", "annual", "for",
     "quarter", "as", "at", "ended", "ending", *(roman + gap + "q" for roman in ROMANS for gap in ("", " ", "-"))]
)  # fmt: skip
ATOM: Final = re.compile(
    rf"""
    (?=(?<!\d)\d|(?<![a-z]){_OPENING})(?:
    (?P<ttm>\b(?:TTM|LTM)\b|\b(?:trailing|last)[\s-](?:(?:12|twelve)[\s-]months?|(?:4|four)[\s-]quarters?))
    |(?<![a-z\d])(?P<count>\d\d?|{_COUNT})(?:\s*\(\d+\))?[\s-]*(?P<unit>months?|mos?\b\.?|mths?\b\.?|weeks?|wks?\b\.?)
    |(?<=\()(?P<days>84|91|98|112|119|16[18]|182|189|2(?:52|66|73|80)|364|371)\sdays(?=\))
    |(?<![a-z\d])(?P<quarters>two|three|four|[234])\s(?:fiscal\s)?quarters(?=\s+(?:period\s+)?(?:end|to\sdate)|\s*$)
    |(?<![\w$.,-])(?P<short>(?:6|9|12)M(?=$|\s?(?:FY)?['’‘]?\d\d(?!\d)|\s?{YEAR}(?!\d))|3M(?=['’‘]?\d\d(?!\d)))
        (?:\s?(?:FY)?(?P<short_year>{YEAR}(?!\d)|{_SHORT_YEAR}))?
    |\b(?P<ytd>(?:(?:fi|ﬁ)?scal[\s-]+)?(?:year[\s-]to[\s-]date|YTD))\b
    |\b(?P<quarter>F?Q[1-4](?!\d|['’‘]?\d{{3}})|(?-i:F?Q[1-4])(?=[0-3]\d(?!\w))|[1-4]Q|(?:quarter|qtr\.?)\s[1-4](?![\d,.%]|\s?(?:%|million|percent|basis))
        |(?-i:IV|I{{1,3}})[\s-]?(?:(?-i:Q)(?!\w)|(?<=[\s-])(?:quarter|qtr)\b)
        |(?:{_ORDINAL})[\s-]+(?:(?:fi|ﬁ)?scal[\s-]+)?(?:quarter|qtr\b))
        (?:[\s/-]*(?:FY|(?:fi|ﬁ)?scal\s(?:year\s)?)?(?P<quarter_year>['’‘]\d\d|{YEAR}|(?<=\dQ)\d\d(?!\d)|(?-i:(?<=Q[1-4]))[0-3]\d(?!\w)|(?<=FY)\s?\d\d(?!\d)
        |(?<=Q\d[/-]|\dQ[/-])\d\d(?!\d)|(?<=Q\d\s|\dQ\s)\d\d(?=\s*$))(?:[AEFP]\b)?)?
    |\b(?P<half>(?:first|second|1st|2nd)[\s-]half(?:[\s-]years?)?|H[12]|[12]H)(?!['’‘]?[a-z])
        (?:[\s-]*(?:FY)?(?P<half_year>['’‘]\d\d|{YEAR}|(?<=\dH)\d\d(?!\d)))?(?!\w)
    |\b(?P<halves>half[\s-]?years?\b)
    |(?<![a-z\d])(?P<month>{MONTH})(?:
        \s?(?:-|–|—|to|through)\s?(?P<to_month>{MONTH})(?:[\s,]*(?P<range_year>{YEAR}(?!\d)))?(?!\s*\d)
        |-(?P<hyear>\d\d)(?![\d,-]|\s*,)
        |[\s-]*(?P<day>{_MISREAD_DAY}|\d\d?(?!{_LIKE_A_DIGIT}\b))(?:st|nd|rd|th)?(?!\d|\s*(?:million|%))
            (?:[\s,.-]*(?P<year>{YEAR}(?!\d)))?
        |[\s,-]*(?P<myear>{YEAR}(?!\d)|['’‘]\d\d(?!\d))
        |(?P<lone>))
    |(?<![\d/])(?P<nmonth>\d\d?)/(?P<nday>\d\d?)/(?P<nyear>\d{{4}}|\d\d)(?![\d/])
    |\b(?P<said>as\sof|as\sat|at|ended|ending)\s(?P<smonth>\d\d?)/(?P<sday>\d\d?)(?![\d/])
    |(?<![\d.])(?P<eday>[0-3]\d)\.(?P<emonth>[01]\d)\.(?P<eyear>{YEAR})(?![\d.]\d)
    |(?<!\d)(?P<iyear>{YEAR})-(?P<imonth>\d\d)-(?P<iday>\d\d)(?!\d)
    |(?<!\d)(?P<dday>\d\d?)[\s-](?P<dmonth>{MONTH})[\s,-]*(?P<dyear>{YEAR}|{_SHORT_YEAR})?
    |(?<![a-z])(?P<fy>(?:fi|ﬁ)?scal\s(?:years?\s)?|FY[\s-]?|full[\s-]years?\s|year\s)(?P<fyear>{YEAR}|{_SHORT_YEAR})(?:[/-](?P<fend>\d\d)(?![\d/-]))?(?:\s?[AEP]\b)?
    |(?<![\d.,$/-])(?P<cyear>{YEAR})/(?P<cend>\d\d)(?![\d/])
    |\b(?P<fullyear>(?:fiscal|ﬁscal|full|annual)[\s-]years?\b|years?(?=\s+end)|(?<!this\s)(?<!last\s)(?<!prior\s)(?<!previous\s)(?<!current\s)(?<!preceding\s)years?\b(?=\s*$)|FY(?=\s*$)|annual\b|for\sthe\syears?\b)
    |\b(?P<quarterly>(?:quarters?|qtrs?\.?)(?=\s+(?:period\s+)?(?:end|to\s\d\d?\s))|QTD\b|quarters?\b(?=\s*$)|quarterly\b|for\sthe\squarter\b)
    |(?:^|\bthe\s)(?P<monthly>month)(?=\s+end)
    |(?<![\d.,$/'’‘-])(?P<bare>{YEAR})(?![\d%/]|[,.]\d)(?:\s?[AEP]\b)?
    |\b(?P<instant>as\s(?:of|at)|at(?=\s+[A-Z]))\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
GLUED_WORDS: Final = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[a-z])(?=(?:19|20)\d\d\b)|(?<=[a-z]\s\d)(?=20\d\d\b)|(?<=[a-z]\s\d\d)(?=20\d\d\b)"
)
# A period named by its first and its last day.
FROM_TO: Final = re.compile(
    rf"(?:\bfrom\s+((?:(?!\bended\b).){{5,60}}?)|(?<![a-z\d])((?:{MONTH})\.?\s+\d{{1,2}}(?:,?\s*\d{{4}})?))"
    rf"(?:\s+(?:through|to|until)\b|\s*[-–—]\s*(?={MONTH}\s*\d))",
    re.IGNORECASE,
)
# The first day of a period whose last stands below: "Period from March 2, 1999 (inception) to".
OPEN_END: Final = re.compile(r"\d{4}\)?(?:\s*\([^()]{1,40}\))?,?\s+(?:through|to|until)\s*$", re.IGNORECASE)

# What may stand between two words of one time.
LINK: Final = re.compile(
    r"(?:['’]s(?=\s))?[\s,()]*(?:(?:period|periods|quarter|year|fiscal|ﬁscal|scal|full|ended|ending|ends|end|of|the|for|in|our|its|company's"
    r"|on|at|as)[\s,()]*)*",
    re.IGNORECASE,
)

# What says that the time behind it only names the date before it.
OWN: Final = re.compile(r"\b(?:its|our|company's)\b")
