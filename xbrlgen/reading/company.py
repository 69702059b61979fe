"""Whose release it is: the name over its statements, or the one its first sentences give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from xbrlgen.reading import words
from xbrlgen.reading.document import Block, Paragraph

_NAME: Final = re.compile(rf"(?:[A-Z][\w&.’'-]*,?\s+(?:(?:of|and|the|&)\s+)?){{1,6}}?{words.LEGAL_FORM}")
_TICKER: Final = re.compile(r"\(\s*(?:NYSE|NASDAQ|AMEX|OTC|TSX|CBOE|“|\")", re.IGNORECASE)
_SUBSIDIARIES: Final = re.compile(
    r",?\s*(?:and|&)\s+(?:its\s+)?(?:consolidated\s+)?subsidiar(?:ies|y)\b.*", re.IGNORECASE
)


def company_of(captions: Sequence[Sequence[str]], blocks: Sequence[Block]) -> str:
    """The name that stands over most statements; else the first one with a ticker; else the first name."""
    counts: Counter[str] = Counter()
    for lines in captions:
        counts.update(dict.fromkeys(filter(None, map(_name_in, lines)), 1))
    if counts:
        return counts.most_common(1)[0][0]
    texts = [block.text for block in islice(blocks, 40) if isinstance(block, Paragraph)]
    return _with_ticker(texts) or next(filter(None, map(_name_in, texts)), "")


def _name_in(text: str) -> str:
    if len(text) > 400:
        return ""
    line = _SUBSIDIARIES.sub("", text.removeprefix("SOURCE:").removeprefix("Source:").strip())
    if words.NOT_A_TITLE.search(line):
        return ""
    whole = (
        len(line) < 80
        and re.search(rf"\b{words.LEGAL_FORM}$", line, re.IGNORECASE)
        and not re.search(r"\d", line)
    )
    found = _NAME.match(line)
    return line if whole else found[0] if found else ""


def _with_ticker(texts: Sequence[str]) -> str:
    for text in texts:
        ticker = _TICKER.search(text)
        names = list(_NAME.finditer(text[: ticker.start()])) if ticker else []
        if names:
            return names[-1][0]
    return ""
