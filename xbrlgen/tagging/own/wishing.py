"""Which cells want a concept of the filer's own, and how prints are turned to values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from xbrlgen.model import Concept
from xbrlgen.reading.statement import EXPECTED, Basis, Kind
from xbrlgen.tagging.concepts.meanings import Meaning
from xbrlgen.tagging.facts.cells import Cell, fits_kind, period_for
from xbrlgen.tagging.filer.extending import UNNAMED, element_name
from xbrlgen.tagging.own.owning import Wish
from xbrlgen.tagging.own.sides import Sides
from xbrlgen.tagging.rows.sums import RowName

_OPEN = frozenset({"question", "skip"})
_PLAIN = EXPECTED | {Basis.REPORTED}


@frozen
class Turning:
    """How rows are turned: by the signs of standard concepts, and by the sides of own ones."""

    turned: Mapping[RowName, int]
    sides: Sides

    def of(self, cell: Cell, own: Concept | None) -> int:
        """By what a cell's print is multiplied to be a fact, of the filer's own concept if it gets one."""
        if own is None:
            return self.turned.get(cell.line.name, 1)
        if own.balance is None or not has_side(cell, self.sides):
            return 1
        side = self.sides[cell.line.name]
        return side.turn if side.balance is own.balance else -side.turn


def _is_own(cell: Cell, meaning: Meaning) -> bool:
    if cell.measure:
        return True
    if meaning.source in _OPEN:
        return False
    fits = meaning.concept is not None and fits_kind(meaning.concept, cell.entry.kind)
    return (
        not fits or cell.basis not in _PLAIN or period_for(_concept(meaning), cell.line, cell.period) is None
    )


def _concept(meaning: Meaning) -> Concept:
    if meaning.concept is None:
        msg = "a meaning without a concept was asked for one"
        raise ValueError(msg)
    return meaning.concept


def has_side(cell: Cell, sides: Sides) -> bool:
    """Whether a cell's own concept would have a side of the books."""
    return (
        not cell.measure
        and cell.line.name in sides
        and cell.basis in _PLAIN
        and cell.entry.kind is Kind.MONEY
    )


def wishes_of(cells: Sequence[Cell], meanings: Mapping[RowName, Meaning], sides: Sides) -> Iterator[Wish]:
    """A wish for each cell that no standard concept serves and that has words to be named by."""
    above, several, twice = _labels_above(cells), _several(cells), _twice(cells)
    for cell in cells:
        meaning = meanings[cell.line.name]
        is_prior = meaning.source == "prior"
        if _is_own(cell, meaning) and (element_name(cell.row.label) != UNNAMED or meaning.named):
            yield Wish(
                cell,
                balance=sides[cell.line.name].balance if has_side(cell, sides) else None,
                before=above[cell.line.name],
                twice=_told(cell) in twice,
                apart=meaning.source == "apart" or _told(cell) in several,
                named="" if cell.measure or (cell.basis not in _PLAIN and is_prior) else meaning.named,
                declared=None if cell.measure else meaning.declared,
            )


def _several(cells: Iterable[Cell]) -> frozenset[Told]:
    """What says several things under as many headings: a segment under each measure, each with a value."""
    found: dict[tuple[Told, int], dict[str, Decimal]] = {}
    for cell in cells:
        if not cell.line.form and cell.row.section:
            spot = (_told(cell), cell.column.index)
            found.setdefault(spot, {}).setdefault(cell.row.section[-1], cell.value)
    return frozenset(told for (told, _), values in found.items() if len(set(values.values())) > 1)


def _twice(cells: Iterable[Cell]) -> frozenset[Told]:
    """What several rows of one table say."""
    rows: dict[Told, set[RowName]] = {}
    for cell in cells:
        rows.setdefault(_told(cell), set()).add(cell.line.name)
    return frozenset(told for told, names in rows.items() if len(names) > 1)


Told = tuple[int, str, Kind]


def _told(cell: Cell) -> Told:
    """What a row says it is, in its table."""
    return cell.line.statement, cell.line.words, cell.entry.kind


def _labels_above(cells: Sequence[Cell]) -> dict[RowName, str]:
    """The label of the row before each row, in its statement."""
    found: dict[RowName, str] = {}
    last: dict[int, str] = {}
    for cell in cells:
        if cell.line.name not in found:
            found[cell.line.name] = last.get(cell.statement.index, "")
            last[cell.statement.index] = cell.row.label
    return found
