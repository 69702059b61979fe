"""What became of a spoiled release when it was read and proved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from attrs import frozen

from xbrlgen.figures import fold
from xbrlgen.model import Period
from xbrlgen.proving.identity import Proved, Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Entry, Statement
from xbrlgen.testing.spoiled import Spoiled, Truth
from xbrlgen.testing.tables import Cell, Earnings


class Fate(Enum):
    """What became of the figures that mislead."""

    REPAIRED = "repaired"
    REFUSED = "refused"
    TOLD = "told"
    MISSED = "not found"
    WRONG = "wrong"


@frozen
class Said:
    """What a figure is taken to say: its label, its period and its number as its table counts."""

    label: str
    period: Period | None
    number: Decimal | None

    def is_of(self, truth: Truth | None) -> bool:
        """Whether that is what the figure is."""
        if truth is None:
            return False
        return (self.label, self.period, self.number) == (truth.label, truth.period, truth.number)


@frozen
class Figure:
    """A printed figure as it was read, and as proving takes it; None where it is refused or doubted."""

    cell: Cell
    ref: Ref
    read: Said
    taken: Said | None


def fate_of(spoiled: Spoiled, read: Document, proved: Proved) -> Fate:
    """What became of the damage: put right, refused, told of, not found, or explained wrongly.

    Wrong is whatever proving takes otherwise than it is printed and other than it was before the damage.
    """
    figures = list(figures_of(spoiled.after, read, proved))
    if any(_is_wrong(spoiled, figure) for figure in figures):
        return Fate.WRONG
    misleading = [figure for figure in figures if figure.cell in spoiled.truth]
    standing = [one for one in misleading if one.taken and not one.taken.is_of(spoiled.meant(one.cell))]
    if misleading and not standing:
        return Fate.REPAIRED if all(one.taken for one in misleading) else Fate.REFUSED
    found = {finding.code for finding in proved.findings} & spoiled.codes
    return Fate.TOLD if found else Fate.MISSED


def _is_wrong(spoiled: Spoiled, figure: Figure) -> bool:
    """Whether proving changed what a figure says to something that it does not mean."""
    taken = figure.taken
    return taken is not None and taken != figure.read and not taken.is_of(spoiled.meant(figure.cell))


def figures_of(release: Earnings, read: Document, proved: Proved) -> Iterator[Figure]:
    """The cells of a release that were read as figures, in their order."""
    taken = {entry.figure.place: (statement, entry) for statement, entry in _entries(proved.document)}
    entries = _entries(read)
    following = next(entries, None)
    for cell in release.cells:
        if following is None:
            return
        statement, entry = following
        if fold(entry.figure.print) == fold(release.cell(cell)):
            ref = Ref(statement.index, entry.row, entry.column)
            there = taken[entry.figure.place]
            yield Figure(cell, ref, _said(statement, entry, entry.value), _taken(*there, proved))
            following = next(entries, None)


def _entries(document: Document) -> Iterator[tuple[Statement, Entry]]:
    for statement in document.statements:
        for entry in sorted(statement.entries, key=lambda entry: entry.figure.place):
            yield statement, entry


def _taken(statement: Statement, entry: Entry, proved: Proved) -> Said | None:
    """What proving takes a figure to say, None where that is not to be had."""
    value = proved.value(Ref(statement.index, entry.row, entry.column))
    doubts: Mapping[int, str] = {row.index: row.doubt for row in statement.rows}
    doubted = {column.index: column.doubt for column in statement.columns}
    if value is None or entry.doubt or doubts.get(entry.row) or doubted.get(entry.column):
        return None
    return _said(statement, entry, value)


def _said(statement: Statement, entry: Entry, value: Decimal | None) -> Said:
    row = next((row for row in statement.rows if row.index == entry.row), None)
    column = next((column for column in statement.columns if column.index == entry.column), None)
    number = None if value is None else value.scaleb(-entry.scale)
    return Said(row.label if row else "", column.period if column else None, number)
