"""Where numbers stand in running text: the tokens that `xbrlgen.figures` then reads one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from xbrlgen.figure_marks import CURRENCY_MARKS, DASHES, MARK
from xbrlgen.openings import opening

_DIGIT: Final = re.compile(r"\d")
_SIGNS: Final = "".join(mark for mark in CURRENCY_MARKS if not mark[0].isalpha())
_CODE: Final = opening((mark for mark in CURRENCY_MARKS if mark[0].isalpha()), 2)
# What a token begins with: looked at first because that is quick.
_LOOK: Final = rf"(?=\d|[.\s](?=[\d.])|[({DASHES}{_SIGNS}A-Z])(?=[^A-Z]|(?<!\w){_CODE})"
_TOKEN: Final = re.compile(
    rf"""{_LOOK}
    (?P<lead>(?:(?<![\w)$€£¥])[{DASHES}])?(?:(?<!\w)\()?(?:(?:(?<!\w)(?:{MARK}))?\s?(?:(?<=[$€£¥])[({DASHES}]\s?)?)?)
    (?P<digits>\d+(?:[,.]\d+)*|(?<![\d.])\.\d+)
    (?P<trail>\s?(?:%|¢|\b(?i:percent|basis\spoints|bps)\b)
    |(?:\s|-)?(?i:thousand|million|billion|trillion)\b|(?:\s?[mbMB][nN]|mm|MM|[mMbBkK])(?!\w))?
    (?P<close>\)?)(?P<scale>(?<=\))\s(?i:thousand|million|billion|trillion)\b)?""",
    re.VERBOSE,
)


@frozen
class Token:
    """A numeric token of running text: where it begins and ends, and where its digits do."""

    start: int
    end: int
    digits_start: int
    digits_end: int


def find_tokens(text: str) -> Iterator[Token]:
    """Every numeric token of running text, in order; each digit of the text lies in exactly one.

    >>> [("a $45.2 million, 15% rise"[t.start : t.end]) for t in find_tokens("a $45.2 million, 15% rise")]
    ['$45.2 million', '15%']
    """
    if _DIGIT.search(text) is None:
        return
    for match in _TOKEN.finditer(text):
        start, end = match.start(), match.end()
        lead = match["lead"]
        start += len(lead) - len(lead.lstrip())
        if ("(" in lead) != bool(match["close"]):
            end = match.start("close")
            start = _after_bracket(start, lead, match)
        yield Token(start, end, match.start("digits"), match.end("digits"))


def _after_bracket(start: int, lead: str, match: re.Match[str]) -> int:
    bracket = lead.find("(")
    if bracket < 0:
        return start
    inner = lead[bracket + 1 :]
    return match.start() + bracket + 1 + len(inner) - len(inner.lstrip())
