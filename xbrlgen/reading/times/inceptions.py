"""Columns of the time since an inception, whose day stands elsewhere: "Inception to Date"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final

from attrs import evolve

from xbrlgen.period_words import MONTH
from xbrlgen.periods import read_time
from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.statement import ColumnKind
from xbrlgen.reading.statements.drafts import Draft
from xbrlgen.reading.tables.heading import Heading

_NAMED: Final = re.compile(r"\binception\b", re.IGNORECASE)
_DATE: Final = rf"(?P<{{}}>(?<![a-z]){MONTH}\s+\d{{{{1,2}}}},?\s+(?:19|20)\d\d)"


@cache
def _day() -> re.Pattern[str]:
    """The day of an inception: compiled where a column asks for it, as names of months take long."""
    return re.compile(
        rf"{_DATE.format('before')}[\s,(]*(?:(?:the|our|its)\s+)?(?:date\s+of\s+)?inception\b"
        rf"|\binception(?:\s+date|\s+of\s+(?:operations|the\s+company))?[\s,(:]*(?:on\s+)?{_DATE.format('behind')}",
        re.IGNORECASE,
    )


def with_inceptions(drafts: Sequence[Draft], blocks: Iterable[Block]) -> list[Draft]:
    """The drafts; columns since the inception begin on its day, where the document tells a single one."""
    if not any(_is_open(heading) for draft in drafts for heading in draft.headings):
        return list(drafts)
    days = set(_days(blocks))
    return [_begun(draft, next(iter(days))) for draft in drafts] if len(days) == 1 else list(drafts)


def _is_open(heading: Heading) -> bool:
    """Whether a column is of the time since the inception, and does not say since when."""
    told = heading.time.start or heading.time.length or heading.time.quarter
    return heading.kind is ColumnKind.VALUE and not told and _NAMED.search(heading.text) is not None


def _begun(draft: Draft, day: date) -> Draft:
    headings = tuple(
        evolve(heading, time=evolve(heading.time, start=day, is_to_date=True))
        if _is_open(heading)
        else heading
        for heading in draft.headings
    )
    return evolve(draft, headings=headings)


def _days(blocks: Iterable[Block]) -> Iterator[date]:
    for text in _texts(blocks):
        for found in _day().finditer(text) if _NAMED.search(text) else ():
            day = read_time(found["before"] or found["behind"]).end
            if day is not None:
                yield day


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row)
