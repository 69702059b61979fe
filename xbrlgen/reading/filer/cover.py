"""The cover page of a form 8-K: who reports, from where, and under which numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xbrlgen.places import Source
from xbrlgen.reading.document import CoverItem
from xbrlgen.reading.filer.cover_words import CAPTIONS, END, EXCHANGES, FORM, TICKER
from xbrlgen.reading.given.runs import Run
from xbrlgen.sec_words import EDGAR_PLACES

# Runs of text: covers of 8-Ks come to some tens, and a form begins no further down.
_LONGEST_COVER = 160
# Runs between an item and the caption below it: captions of a row of the form stand behind all its items.
_NEAR = 8
# "West Virginia" before "Virginia".
_LONGEST_FIRST = sorted(EDGAR_PLACES.items(), key=lambda each: -len(each[0]))


def cover_page(runs: Sequence[Run]) -> range:
    """Say which runs are the form's cover page; none where there is no form or no end of its cover."""
    start = next((index for index, run in enumerate(runs[:_LONGEST_COVER]) if FORM.search(run.text)), None)
    if start is None:
        return range(0)
    page = runs[start : start + _LONGEST_COVER]
    stop = next((index for index, run in enumerate(page) if END.search(run.text)), 0)
    return range(start, start + stop)


def read_cover(sources: Sequence[Source], page: Sequence[Run], runs: Sequence[Run]) -> tuple[CoverItem, ...]:
    """Read what the cover page says, each item once; the ticker also from the release itself."""
    items: dict[str, CoverItem] = {}
    for item in (*_captioned(sources, page), *_tickers(sources, runs)):
        items.setdefault(item.name, item)
    return tuple(items.values())


def _captioned(sources: Sequence[Source], page: Sequence[Run]) -> Iterator[CoverItem]:
    for name, caption, shape in CAPTIONS:
        asked = re.compile(caption, re.IGNORECASE)
        spot = next((index for index, run in enumerate(page) if asked.search(run.text)), None)
        if spot is None:
            continue
        if name == "EntityIncorporationStateCountryCode":
            yield from _state(sources, page, spot)
        elif name == "EntityRegistrantName":
            yield from _registrant(sources, page, spot, asked)
        else:
            yield from _shaped(sources, page, spot, (name, re.compile(shape)))


def _around(page: Sequence[Run], spot: int) -> list[Run]:
    """List the runs near a caption, the caption's own first, then by distance, those before it first."""
    near = sorted(
        range(max(0, spot - _NEAR), min(len(page), spot + 3)), key=lambda at: (abs(at - spot), at > spot)
    )
    return [page[at] for at in near]


def _item(
    sources: Sequence[Source], run: Run, name: str, span: tuple[int, int], value: str = ""
) -> CoverItem:
    place = run.place(sources[run.anchor.source], *span)
    return CoverItem(name, value or run.text[span[0] : span[1]], place)


def _shaped(
    sources: Sequence[Source], page: Sequence[Run], spot: int, want: tuple[str, re.Pattern[str]]
) -> Iterator[CoverItem]:
    name, shape = want
    for run in _around(page, spot):
        found = shape.search(run.text)
        if found:
            yield _item(sources, run, name, found.span())
            return


def _state(sources: Sequence[Source], page: Sequence[Run], spot: int) -> Iterator[CoverItem]:
    for run in _around(page, spot):
        for state, code in _LONGEST_FIRST:
            found = re.search(rf"(?<![\w]){state}(?![\w])", run.text, re.IGNORECASE)
            if found and not re.search(r"d\.\s?c\.", run.text, re.IGNORECASE):
                yield _item(sources, run, "EntityIncorporationStateCountryCode", found.span(), code)
                return


def _registrant(
    sources: Sequence[Source], page: Sequence[Run], spot: int, caption: re.Pattern[str]
) -> Iterator[CoverItem]:
    own = page[spot].text
    before = own[: found.start()].strip(" (\n\t") if (found := caption.search(own)) else ""
    if len(before) > 2:
        yield _item(
            sources,
            page[spot],
            "EntityRegistrantName",
            (own.index(before[0]), own.index(before) + len(before)),
        )
        return
    for run in reversed(page[max(0, spot - 3) : spot]):
        if re.search(r"[A-Za-z]{2}", run.text) and len(run.text) < 120:
            yield _item(sources, run, "EntityRegistrantName", (0, len(run.text)))
            return


def _tickers(sources: Sequence[Source], runs: Sequence[Run]) -> Iterator[CoverItem]:
    for run in runs:
        found = TICKER.search(run.text)
        if found:
            yield _item(sources, run, "TradingSymbol", found.span("symbol"))
            yield _item(
                sources, run, "SecurityExchangeName", found.span("exchange"), exchange(found["exchange"])
            )
            return


def exchange(words: str) -> str:
    """Give the EDGAR code of a stock exchange."""
    return next(code for pattern, code in EXCHANGES if re.search(pattern, words, re.IGNORECASE))
