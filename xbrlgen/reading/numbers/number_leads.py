"""What stands before the numbers of a text: it tells at once which patterns can find nothing there.

A pattern of `not_fact_words` takes long to look through a sentence, and most find nothing. Each has a gate
here: what a number needs to stand after, or be like, for the pattern to begin before it. Where the gate is
closed, the pattern can only begin with a number, or with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from xbrlgen.period_words import MONTHS

_NUMBER: Final = re.compile(r"\d\d*")
# Letters before a number in which the words that lead to it stand; the longest of the tables have fewer.
_REACH: Final = 40
_BETWEEN: Final = " ,.-–/'(#:"
_CENTURIES: Final = ("19", "20")


@frozen
class Numbers:
    """The numbers of a text: where they begin, brackets included, and what is true of any of them.

    ``leads`` are what stands before them, in small letters and without the marks in between.
    """

    starts: tuple[int, ...]
    leads: frozenset[str]
    any_glued: bool
    any_year: bool
    any_zip: bool

    @classmethod
    def of(cls, text: str) -> Numbers:
        """What is known of the numbers of a text."""
        spans = [found.span() for found in _NUMBER.finditer(text)]
        opened = {start - 1 for start, _ in spans if start and text[start - 1] == "("}
        return cls(
            tuple(sorted(opened.union(start for start, _ in spans))),
            frozenset(lead for start, _ in spans for lead in _leads(text, start)),
            any(_is_glued(text, start) for start, _ in spans),
            any(end - start > 3 and text.startswith(_CENTURIES, start) for start, end in spans),
            any(end - start == 5 for start, end in spans),
        )


def _leads(text: str, start: int) -> tuple[str, ...]:
    lead = " ".join(text[max(0, start - _REACH) : start].casefold().split()).rstrip(_BETWEEN)
    return (lead, lead[:-2].rstrip(_BETWEEN)) if lead.endswith("of") else (lead,)


def _is_glued(text: str, start: int) -> bool:
    """Whether a number is part of a word, with a dash between or not, or shortened by an apostrophe."""
    before = text[max(0, start - 2) : start]
    last = before[:-1] if before[-1:] in {"-", "–"} else before[-1:]
    return last.isalpha() or last in {"&", "'"}


@frozen
class Gate:
    """What lets a pattern into a text: words before a number, words anywhere, or how its numbers look."""

    leads: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    glued: bool = False
    year: bool = False
    zip_code: bool = False
    from_start: bool = False

    def is_open(self, text: str, numbers: Numbers) -> bool:
        """Whether the pattern may begin before a number."""
        return (
            (self.glued and numbers.any_glued)
            or (self.year and numbers.any_year)
            or (self.zip_code and numbers.any_zip)
            or any(hint in text for hint in self.hints)
            or (bool(self.leads) and any(lead.endswith(self.leads) for lead in numbers.leads))
        )


def _said(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# The words are those of the patterns; "sepember" is what the pattern of months takes for one, too.
GATES: Final[Mapping[str, Gate]] = {
    "link": Gate(hints=_said(":// www. @"), from_start=True),
    "tax number": Gate(),
    "file number": Gate(),
    "phone": Gate(hints=_said("+ passcode password pin access conference replay confirmation meeting event")),
    "law": Gate(
        leads=_said(
            "rule rules section sections item items topic regulation note no release chapter act asc asu"
            " fas fasb fin fsp eitf sab sop apb ifrs ias irc statement form"
        ),
        glued=True,
    ),
    "exhibit": Gate(leads=_said("exhibit ex no"), from_start=True),
    "time": Gate(),
    "date": Gate(leads=(*MONTHS, "sepember")),
    "period": Gate(leads=_said("fy cy ytd"), glued=True, year=True),
    "copyright or page": Gate(leads=_said("© (c) copyright page"), glued=True, from_start=True),
    "year": Gate(),
    "address": Gate(leads=_said("box suite floor room building"), zip_code=True),
    "list": Gate(from_start=True),
    "note mark": Gate(hints=tuple("¹²³⁴⁵⁶⁷⁸⁹")),
    "name": Gate(
        leads=_said(
            "s&p fortune russell nasdaq jones windows web version phase class level tier series covid gen"
        ),
        glued=True,
    ),
}


def find(pattern: re.Pattern[str], kind: str, text: str, numbers: Numbers) -> Iterator[re.Match[str]]:
    """What a pattern of a kind finds in a text that has a number in it, from left to right."""
    gate = GATES[kind]
    if gate.is_open(text.casefold() if gate.hints else text, numbers):
        yield from pattern.finditer(text)
        return
    end = 0
    for start in (0,) if gate.from_start else numbers.starts:
        found = pattern.match(text, start) if start >= end else None
        if found:
            yield found
            end = found.end()
