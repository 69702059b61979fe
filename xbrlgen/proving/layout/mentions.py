"""Sentences read for the wrong time, or as a forecast, found because a table shows their amount elsewhere.

Only an amount of three digits or more, under the name of a row, is moved, and only to the one period of that
row that shows it. An amount that a table shows for the very period a sentence speaks of is no forecast.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.model import Period
from xbrlgen.proving.comparisons.prose import agree, fit
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.series import Key, Lookup, Series
from xbrlgen.proving.identity import Ref
from xbrlgen.proving.layout.headings import is_telling
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Basis, Mention, Role

CLOSE: Final = 0.75
"""How well the words of a sentence must fit a row for it to be of that row."""


@frozen
class Misread:
    """A sentence's figure, the period and basis it has, and the figure of a table that shows it."""

    index: int
    mention: Mention
    period: Period
    basis: Basis
    witness: Ref

    @property
    def is_moved(self) -> bool:
        """Whether it is the period that was misread."""
        return self.period != self.mention.period


def misread_mentions(ledger: Ledger, series: Sequence[Series]) -> Iterator[Misread]:
    """The sentences whose amounts tell that they were misread."""
    rows = Lookup.of(series)
    for index, mention in enumerate(ledger.document.mentions):
        if mention.role is Role.VALUE and mention.basis not in {Basis.LOW, Basis.HIGH} and mention.period:
            yield from _misread(ledger, rows, index, mention)


def _misread(ledger: Ledger, series: Lookup, index: int, mention: Mention) -> Iterator[Misread]:
    shown = list(_shown(ledger, series, index, mention))
    own = [one for one in shown if one.period == mention.period]
    if own:
        if mention.basis is Basis.FORECAST:
            yield own[0]
        return
    said = ledger.interval(Ref(-1, index))
    periods = {one.period for one in shown}
    if len(periods) == 1 and mention.basis is not Basis.FORECAST and said is not None and is_telling(said):
        yield evolve(shown[0], basis=mention.basis)


def _shown(ledger: Ledger, series: Lookup, index: int, mention: Mention) -> Iterator[Misread]:
    """Where rows of its name show the amount of a sentence."""
    said = ledger.interval(Ref(-1, index))
    if said is None or not said.middle:
        return
    for one in series.sharing(mention.subject):
        if one.kind is not mention.kind or fit(mention, one) < CLOSE or _has_namesake(one):
            continue
        for key, ref in one.refs.items():
            interval = ledger.interval(ref)
            if interval is not None and not key[1] and _is_like(key, mention) and agree(said, interval):
                yield Misread(index, mention, key[0], one.row.basis, ref)


def _has_namesake(series: Series) -> bool:
    """Whether another row of the statement has the same label, as one of revenue and one of its cost."""
    name = series.row.label.strip().lower()
    alike = [
        row for row in series.statement.rows if row.kind is series.kind and row.label.strip().lower() == name
    ]
    return len(alike) > 1


def _is_like(key: Key, mention: Mention) -> bool:
    """Whether a column and a sentence are both of a moment or both of a time."""
    return mention.period is not None and key[0].is_instant == mention.period.is_instant


def reread(document: Document, misread: Sequence[Misread], words: Sequence[str]) -> Document:
    """The document with these sentences of the time and basis that the tables show."""
    if not misread:
        return document
    mentions = list(document.mentions)
    for one, told in zip(misread, words, strict=True):
        derived = (*one.mention.derived, told)
        mentions[one.index] = evolve(one.mention, period=one.period, basis=one.basis, derived=derived)
    return evolve(document, mentions=tuple(mentions))
