"""Whose release it is: the name over its statements, or the one its first sentences give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final

from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.words import title_words

_NAME: Final = re.compile(
    rf"(?:[A-Z][\w&.’'-]*,?\s+(?:(?:of|and|the|&)\s+)?){{1,6}}?{title_words.LEGAL_FORM}"
)
_TICKER: Final = re.compile(r"\(\s*(?:NYSE|NASDAQ|AMEX|OTC|TSX|CBOE|“|\")", re.IGNORECASE)
# Who stands before the verb of a headline, where the name is given without a legal form.
_ANNOUNCER: Final = re.compile(
    r"((?:[A-Z][\w&.’'-]*\s+){0,3}[A-Z][\w&.’'-]*)[®™]?\s+(?:Reports|Announces|Reported|Announced|Releases|Posts)\s"
)
_SUBSIDIARIES: Final = re.compile(
    r",?\s*(?:and|&)\s+(?:its\s+)?(?:consolidated\s+)?subsidiar(?:ies|y)\b.*", re.IGNORECASE
)


def company_of(captions: Sequence[Sequence[str]], blocks: Sequence[Block]) -> str:
    """The name that stands over most statements; else the first one with a ticker; else the first name."""
    counts: Counter[str] = Counter()
    for lines in captions:
        counts.update(dict.fromkeys(filter(None, map(name_in, lines)), 1))
    if counts:
        return counts.most_common(1)[0][0]
    texts = [block.text for block in islice(blocks, 40) if isinstance(block, Paragraph)]
    named = _with_ticker(texts) or next(filter(None, map(name_in, texts)), "") or _named_most(blocks)
    return named or next((found[1] for found in map(_ANNOUNCER.match, texts) if found), "")


_DIGIT: Final = re.compile(r"\d")
_WHOLE: Final = re.compile(rf"\b{title_words.LEGAL_FORM}$", re.IGNORECASE)


def name_in(text: str) -> str:
    """The name of a company that a line is, or begins with; empty where it is none."""
    # Names stand in captions and first sentences; patterns over longer texts find names of others, slowly.
    if len(text) > 400:
        return ""
    text = text.removeprefix("SOURCE:").removeprefix("Source:").strip()
    line = _SUBSIDIARIES.sub("", text)
    if title_words.NOT_A_TITLE.search(line) or _DIGIT.search(line, 0, 80) or line.lower() == "the company":
        return ""
    # Names in full, with all their forms, come to about 60 letters; more is a sentence.
    if line != text and len(line) < 80:
        return line
    whole = len(line) < 80 and _WHOLE.search(line)
    found = _NAME.match(line)
    return line if whole else found[0] if found and found[0].lower() != "the company" else ""


def _named_most(blocks: Sequence[Block]) -> str:
    names = Counter(
        name for block in blocks if isinstance(block, Paragraph) for name in _NAME.findall(block.text[:2000])
    )
    return next((name for name, _ in names.most_common() if name.lower() != "the company"), "")


def _with_ticker(texts: Sequence[str]) -> str:
    for text in texts:
        ticker = _TICKER.search(text)
        if ticker is None:
            continue
        names = list(_NAME.finditer(text[: ticker.start()]))
        bare = _BARE_NAME.search(text[: ticker.start()])
        if names or bare:
            return names[-1][0] if names else bare[1] if bare else ""
    return ""


_BARE_NAME: Final = re.compile(r"((?:[A-Z][\w&.’'-]*\s+(?:(?:of|and|&)\s+)?){0,5}[A-Z][\w&.’'-]*)[\s,®™]*$")
