"""A sentence taken apart: its quantities, its times, and what was known before it began."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import field, frozen

from xbrlgen.model import Period
from xbrlgen.reading.sentences.amounts import Quantity
from xbrlgen.reading.sentences.prose_words import FORECAST, PAST
from xbrlgen.reading.sentences.sentence_times import Time

# Letters: words of a forecast right behind a figure are for it ("$5 million, expected in ..."). With 15
# some are missed; with 60 those of the next figure count.
_RIGHT_AFTER = 30


@frozen
class Setting:
    """What is known before a sentence begins: the heading above it and the time it speaks of.

    ``is_carried`` says that the time is the one of the sentence before.
    """

    section: str = ""
    period: Period | None = None
    is_forecast: bool = False
    is_carried: bool = False


@frozen
class Sentence:
    """A sentence with its quantities and times."""

    text: str
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    setting: Setting
    spans: tuple[tuple[int, int], ...] = field(default=())

    def before(self, index: int) -> str:
        """Give the words between the quantity before and this one."""
        return self.text[self.floor(index) : self.quantities[index].start]

    def after(self, index: int) -> str:
        """Give the words between this quantity and the next."""
        return self.text[self.quantities[index].end : self.until(index)]

    def said_before(self, index: int) -> tuple[int, ...]:
        """The quantities before this one that it may go on with: none in brackets that are closed again."""
        if "(" not in self.text:
            return tuple(range(index))
        open_here = self.brackets(index)
        return tuple(one for one in range(index) if set(self.brackets(one)) <= set(open_here))

    def brackets(self, index: int) -> tuple[int, ...]:
        """Where the brackets begin that are open where a quantity stands."""
        found: list[int] = []
        for mark in _BRACKETS.finditer(self.text, 0, self.quantities[index].start):
            if any(each.start <= mark.start() < each.end for each in self.quantities[:index]):
                continue
            if mark[0] == "(":
                found.append(mark.start())
            elif found:
                found.pop()
        return tuple(found)

    def is_aside(self, index: int) -> bool:
        """Whether a quantity is said in brackets of the one before it, without a time of its own."""
        open_here = self.brackets(index) if "(" in self.text else ()
        if not open_here or not any(each.end <= open_here[-1] for each in self.quantities[:index]):
            return False
        return not self.is_dated_aside(index)

    def is_dated_aside(self, index: int) -> bool:
        """Whether a quantity stands in brackets that name a time."""
        open_here = self.brackets(index) if "(" in self.text else ()
        end = self.text.find(")", self.quantities[index].end)
        return bool(open_here) and any(
            open_here[-1] < time.start and (end < 0 or time.start < end) for time in self.times
        )

    def is_again(self, index: int) -> bool:
        """Whether a quantity is the one before it at another time: "$4 million ($3 million in 2018)"."""
        alike = index > 0 and self.quantities[index].kind is self.quantities[index - 1].kind
        return alike and self.is_dated_aside(index)

    def floor(self, index: int) -> int:
        """Say where the quantity before ends."""
        return self.quantities[index - 1].end if index else 0

    def until(self, index: int) -> int:
        """Say where the next quantity begins."""
        return self.quantities[index + 1].start if index + 1 < len(self.quantities) else len(self.text)

    def is_forecast(self, index: int) -> bool:
        """Say whether a figure is expected, by its heading or by words before it or right after it."""
        if not (self.setting.is_forecast or _speaks_of_future(self.text)):
            return False
        start = self.quantities[index].start
        if FORECAST.search(self.text, 0, start) or (
            self.setting.is_forecast and not PAST.search(self.text, 0, start)
        ):
            return True
        return FORECAST.search(self.after(index)[:_RIGHT_AFTER]) is not None


_BRACKETS = re.compile(r"[()]")


@lru_cache(maxsize=64)
def _speaks_of_future(text: str) -> bool:
    """Whether a sentence has a word for what is expected; asked for each of its figures."""
    return FORECAST.search(text) is not None
