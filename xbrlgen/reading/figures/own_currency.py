"""The currency of a document's amounts where its tables and sentences print a dollar sign, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.statement import FACE_KINDS, Kind, Mention
from xbrlgen.reading.statements.drafts import Draft
from xbrlgen.reading.tables.scales import read_wording
from xbrlgen.reading.words import unit_words


def own_currency(drafts: Sequence[Draft], blocks: Iterable[Block]) -> str:
    """The one currency that the statements name, or else a sentence about all amounts; empty without."""
    named = {draft.wording.currency for draft in drafts if draft.found.kind in FACE_KINDS} - {""}
    if not named:
        texts = (block.text for block in blocks if isinstance(block, Paragraph))
        named = {code for text in texts for code in _told_of_all(text)}
    return named.pop() if len(named) == 1 else ""


def _told_of_all(text: str) -> Iterable[str]:
    """The dollars that sentences say all amounts to be in: "All figures are in Canadian dollars"."""
    if _OF_ALL.search(text) is None:
        return
    for sentence in re.split(r"(?<=[.;])\s", text):
        told = _OF_ALL.search(sentence)
        code = read_wording([sentence[told.start() :][:_NEAR]]).currency if told else ""
        if code in unit_words.DOLLARS - {""} and not unit_words.US_DOLLARS.search(sentence):
            yield code


_OF_ALL: Final = re.compile(
    r"\b(?:all|unless otherwise)\b.{0,40}"
    r"\b(?:amounts?|figures|dollars?|numbers|stated|noted|indicated|specified)\b",
    re.IGNORECASE,
)
# What is said of all amounts names their currency soon, or speaks of something else.
_NEAR: Final = 160


def with_own_currency(drafts: Iterable[Draft], currency: str) -> list[Draft]:
    """The drafts; tables that name no currency are in that of the document."""
    return [
        evolve(draft, wording=evolve(draft.wording, currency=currency))
        if _is_open(draft, currency)
        else draft
        for draft in drafts
    ]


def _is_open(draft: Draft, currency: str) -> bool:
    if not currency or draft.wording.currency:
        return False
    texts = (*draft.table.captions, draft.table.corner, *(heading.text for heading in draft.headings))
    if any(map(unit_words.US_DOLLARS.search, texts)):
        return False
    marks = {figure.mark for row in draft.rows for _, figure in row.figures}
    return currency in unit_words.DOLLARS or not ("$" in marks or any("$" in text for text in texts))


def mentions_in(currency: str, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The figures of sentences; a dollar sign stands for the dollar that the document is in."""
    if not currency or currency not in unit_words.DOLLARS:
        return tuple(mentions)
    units = {Kind.MONEY: currency, Kind.PER_SHARE: f"{currency}/shares"}
    return tuple(
        evolve(each, unit=units[each.kind]) if each.kind in units and each.figure.mark in {"$", "¢"} else each
        for each in mentions
    )
