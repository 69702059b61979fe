"""Which printed numbers are no facts, by the words around them: a table of kinds and their patterns.

Origin: the layout of form 8-K and the habits of American press releases (datelines, conference-call
details, legal references). Order matters: the first pattern that covers a number names its kind.
"""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.openings import opening
from xbrlgen.period_words import MONTH, MONTHS, YEAR

_QUARTER: Final = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|final)[\s-]+(?:fiscal[\s-]+)?quarter"

# What the patterns of a kind begin with, looked at first because that is quick; other kinds begin with anything.
_DIGIT: Final = r"(?=\d)"
_OPENINGS: Final = {
    "tax number": _DIGIT,
    "file number": _DIGIT,
    "phone": rf"(?=[+(\d]|{opening(('pass', 'pin', 'access', 'conf', 'replay', 'meeting', 'event'))})",
    "law": r"\b(?=[\dA-FINORST])",
    "time": _DIGIT,
    "date": rf"(?=\d|{opening(MONTHS)})",
    "period": r"\b(?=[\dA-IL-QSTUVWY])",
    "note mark": r"(?=[(\d¹²³⁴⁵⁶⁷⁸⁹])",
}

# kind, what to tell people, pattern
_ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    ("link", "part of an address on the web", r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+\.\w+"),
    ("tax number", "an employer identification number", r"(?<![\d-])\d\d-\d{7}(?![\d-])"),
    (
        "file number",
        "a commission file or registration number",
        r"(?<![\d-])(?:0{0,2}[01]|33[34]?)-\d{4,6}(?:-\d\d)?(?![\d-])|\b\d{10}-\d\d-\d{6}\b",
    ),
    (
        "phone",
        "a telephone number or a code to dial",
        (
            r"\+?(?<![\d.,$])(?:\d[\s.-]{1,2})?\(?\d{3}\)?[\s./-]{1,3}\d{3}[\s.-]{1,2}\d{4}(?!\d)"
            r"|\+\d{1,3}(?:[\s().-]{1,2}\d{1,4}){2,5}(?!\d)|\b\d-8(?:00|88|77|66|55|44|33)-[\dA-Z-]{7,9}"
            r"|(?:pass(?:code|word)|pin|access code|(?:conference|replay|confirmation|meeting|event)"
            r"(?:\s+(?:call|access|playback))?\s*(?:id|code|number|passcode|pin|#))(?:\s+number)?"
            r"(?:\s+(?:is|of))?\W{0,4}\d[\d\s-]*#?"
        ),
    ),
    (
        "law",
        "a reference to a law, rule, form or standard",
        (
            r"\b\d+\s*C\.?F\.?R\.?(?:\s*(?:Part|§+))?\s*\d+(?:\.\w+)*(?:[-–]\w+)?(?:\(\w+\))*"
            r"|\b(?:Rules?|Sections?|Items?|Topic|Regulation|Note|No\.|Release|Chapter|Act\s+of"
            r"|ASC|ASU|SFAS|FAS|FASB|FIN|FSP|EITF|SAB|SOP|APB|IFRS|IAS|IRC)\s*"
            r"(?:No\.?\s*|Topic\s*|Statement\s*(?:No\.?\s*)?)*\d+(?:[-–.]\d+)*[A-Za-z]?(?:-\d+)?(?:\s*\(\w{1,3}\))*"
            r"(?:\s*(?:,|and|or|through)\s*\d+[A-Za-z]?(?:\s*\(\w{1,3}\))+)*"
            r"|\b(?:Form\s+)?(?:10-?[KQ]|8-?K|20-?F|6-?K|S-?[1348]|11-?K|40-?F)(?:SB)?(?:/A)?\b"
        ),
    ),
    (
        "exhibit",
        "the number of an exhibit",
        r"\bEx(?:hibit|\.)\s*(?:No\.?\s*)?\d+(?:\.\d+)?|^\W*\d{2,3}\.\d{1,2}\W*(?=$|\s[A-Z])",
    ),
    (
        "time",
        "a time of day",
        r"\b\d{1,2}(?::\d\d)?\s*(?:a\.?m\.?|p\.?m\.?|noon|o'clock)\b|\b\d{1,2}:\d\d\b(?:\s*(?:ET|EST|EDT|PT))?",
    ),
    (
        "date",
        "a date",
        (
            rf"(?:\b|(?<=ed)|(?<=of)|(?<=at)){MONTH}(?:\s*\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:,|and|through|to|[-–])\s*"
            rf"(?:{MONTH}\s*)?\d{{1,2}})*(?:\s*,?\s*{YEAR}(?:\s*(?:,|and|&)+\s*{YEAR})*)?(?!\d)"
            rf"|\s*,?\s*(?:of\s+)?{YEAR}\b)|\b\d{{1,2}}\s+{MONTH}\s*,?\s*{YEAR}\b"
            r"|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b"
        ),
    ),
    (
        "period",
        "names a period",
        (
            rf"\b(?:{_QUARTER}|quarter|half|nine months?|six months?|months?)\s*(?:ended|of|in|for)?\s*,?\s*"
            rf"(?:the\s+)?(?:fiscal|calendar)?\s*(?:year\s*)?(?:{YEAR}|'\d\d)(?:\s*(?:,|and|&|to|[-–/])+\s*{YEAR})*"
            rf"|\b(?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY|CY|YTD)\s?[-/']?\s?(?:{YEAR}|'?\d\d)?\b(?!\s*%)"
            rf"|\b(?:fiscal|calendar|full|year|years|in|of|during|since|for|from|to|by|and|through|until|than|versus|vs\.?"
            rf"|first|prior|over|throughout|early|late|mid)[\s-]+(?:fiscal\s+|calendar\s+)?(?:year\s+)?(?:19|20)\d\d\b"
            r"(?!\s*(?:million|billion|shares|employees|%|percent|stores|[,.]\d))"
            r"|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,3}[\s-]+(?:weeks?|months?|days?|hours?|minutes?)\b"
            r"|\b(?:1st|2nd|3rd|4th)\s+quarter\b"
        ),
    ),
    (
        "copyright or page",
        "a page number or a copyright year",
        rf"(?:©|\(c\)|copyright)\s*(?:{YEAR}[-–])?{YEAR}|\bpage\s+\d+(?:\s+of\s+\d+)?\b|^\W*\d{{1,3}}\W*$|\bF-\d+\b",
    ),
    (
        "year",
        "a year",
        rf"(?<![\d$.,(-]){YEAR}(?!\s*(?:million|billion|thousand|shares|%|percent))(?![\d%])(?!,\d)(?!\.\d)",
    ),
    (
        "address",
        "part of a postal address",
        (
            r"\b(?:[A-Z]{2}|D\.C\.|[A-Z][a-z]+)\s*,?\s+\d{5}(?:-\d{4})?\b(?!,)|\bP\.?O\.?\s*Box\s+\d+"
            r"|\b\d{1,5}\s+(?:(?:North|South|East|West|N\.|S\.|E\.|W\.)\s+)?(?:[A-Z0-9][\w.'-]*\s+){1,4}"
            r"(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.|Lane|Way|Parkway|Pkwy"
            r"|Plaza|Place|Court|Square|Circle|Highway)\b|\b(?:Suite|Floor|Room|Building)\s+\d+"
        ),
    ),
    (
        "list",
        "the number of a list item",
        r"^\s*\(?\d{1,2}[.)]\s|^\s*\(\d{1,2}\)(?=\s?[A-Z])|^\s*\(\d{1,2}\)$",
    ),
    (
        "note mark",
        "a footnote mark",
        r"\(\d{1,2}\)(?=[\s,;.:(]|$)|(?<=[a-z)])\d(?:,\d)+(?=[\s(:]|$)|[¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[a-z])\(\d{1,2}\)",
    ),
    (
        "name",
        "part of a name",
        (
            r"\b[A-Za-z][A-Za-z&]*[-–]?\d[\w-]*|\b\d+[A-Za-z]{2,}[\w-]*(?<!MM)(?<!bn)|\b\d[A-Za-z](?![\w])(?<![KMBT])"
            r"|\b(?:S&P|Fortune|Russell|Nasdaq|Dow Jones|Windows|Web|Version|Phase|Class|Level|Tier|Series|COVID|Gen)"
            r"[\s-]+\d[\d.,]*"
        ),
    ),
)

PATTERNS: Final = tuple(
    (kind, reason, re.compile(f"{_OPENINGS.get(kind, '')}(?:{pattern})", re.IGNORECASE))
    for kind, reason, pattern in _ROWS
)
