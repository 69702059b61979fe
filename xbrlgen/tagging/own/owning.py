"""Which cells get a concept of the filer's own, and its name: one name for one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import chain, takewhile

from attrs import evolve, frozen

from xbrlgen.model import Balance, Concept, Period, PeriodType
from xbrlgen.reading.heads.caption_times import without_time
from xbrlgen.reading.statement import EXPECTED, Basis, Kind, StatementKind
from xbrlgen.reading.words import row_words
from xbrlgen.tagging.facts.cells import Cell
from xbrlgen.tagging.filer.extending import UNNAMED, Namespace, element_name, own_name

CellName = tuple[int, int, int]
# Lines of these tables name only where an expense went; their names say what it is.
_OF_WHAT = {
    StatementKind.STOCK_COMPENSATION: "StockBasedCompensation",
    StatementKind.AMORTIZATION: "Amortization",
}
_SAYS_IT = ("Compensation", "Amortization", "Stock", "Share")


@frozen
class Wish:
    """A cell that wants a concept of its own, with the side of the books it would be on.

    ``before`` is the label of the row above; ``twice``, that its own label stands in its table again.
    """

    cell: Cell
    balance: Balance | None = None
    before: str = ""
    twice: bool = False
    apart: bool = False
    named: str = ""
    declared: Concept | None = None

    @property
    def name(self) -> CellName:
        """The cell."""
        return (*self.cell.line.name, self.cell.column.index)

    @property
    def shape(self) -> tuple[Kind, PeriodType, Balance | None]:
        """What a concept must be like to serve it."""
        moment = PeriodType.INSTANT if self.cell.period.is_instant else PeriodType.DURATION
        return (self.cell.entry.kind, moment, self.balance if self.cell.entry.kind is Kind.MONEY else None)

    @cached_property
    def adjusted_for(self) -> str:
        """What its column adjusts for, where several columns of one period adjust, or measures."""
        column = self.cell.column
        if self.cell.measure:
            return self.cell.measure
        if column.basis is not Basis.ADJUSTMENT:
            return ""
        mates = [
            without_time(other.heading).split()
            for other in self.cell.statement.columns
            if other.basis is Basis.ADJUSTMENT and other.period == column.period
        ]
        shared = sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*mates, strict=False)))
        return " ".join(without_time(column.heading).split()[shared:]) if len(mates) > 1 else ""

    @property
    def label(self) -> str:
        """Its words for people."""
        return ", ".join(filter(None, (self._of_what, self.adjusted_for)))

    @property
    def _of_what(self) -> str:
        """The label of its row; a balance at the beginning of a time is what it is at the end."""
        label = self.cell.row.label
        return row_words.EDGE.sub("", label) or label if self.cell.period.is_instant else label

    @property
    def has_heading(self) -> bool:
        """Whether a heading stands above its row that a name can be made of."""
        return element_name("".join(self.cell.row.section[-1:])) != UNNAMED

    def words(self) -> tuple[str, ...]:
        """Names it could have, the shortest first."""
        if self.named:
            return (self.named,)
        row, basis = self.cell.row, self.cell.basis
        first = own_name(
            self._of_what, row.section, Basis.REPORTED if basis in EXPECTED else basis, self.cell.entry.kind
        )
        first += element_name(self.adjusted_for) if self.adjusted_for else ""
        of_what = _OF_WHAT.get(self.cell.statement.kind, "")
        first = first if any(word in first for word in _SAYS_IT) else f"{of_what}{first}"
        above, before = (element_name(words) for words in ("".join(row.section[-1:]), self.before))
        title = element_name(self.cell.statement.title)[:60]
        parts = (above, before, title) if self.twice else (above, title, before)
        longer = [f"{part}{first}" for part in parts if part != UNNAMED]
        return tuple(longer if self.apart and longer else (first, *longer))


def _made(wish: Wish, name: str, balance: Balance | None, space: Namespace) -> Concept:
    """The concept of that name: as an earlier filing declares it, where it is like what the cell wants."""
    kind, moment, _ = wish.shape
    known = wish.declared
    new = space.concept(name, kind, moment, wish.label or _spaced(name), balance)
    alike = known is not None and (known.name, known.type, known.period_type) == (
        new.name,
        new.type,
        new.period_type,
    )
    return evolve(known, label=new.label) if known is not None and alike else new


_Spot = tuple[Period, str, tuple[str, ...]]


def own_concepts(
    wishes: Iterable[Wish], space: Namespace, is_standard: Callable[[str], bool]
) -> dict[CellName, Concept]:
    """A concept for each wish; rows of different shape or contradicting values get different names."""
    shapes: dict[str, tuple[Kind, PeriodType, Balance | None]] = {}
    values: dict[str, dict[_Spot, Decimal]] = {}
    made: dict[str, Concept] = {}
    given: dict[tuple[int, int, str, str, Kind, PeriodType], str] = {}
    found: dict[CellName, Concept] = {}
    for wish in wishes:
        shape, spot = wish.shape, _spot(wish)
        kind, moment, _ = shape
        row = (*wish.cell.line.name, wish.cell.basis.value, wish.adjusted_for, kind, moment)
        name = given.get(row, "")
        if not name:
            names = dict.fromkeys(map(space.named, wish.words()))
            stems = _stems(wish, tuple(names), is_standard)
            name = given[row] = _free(wish, stems, spot, shapes, values)
        values.setdefault(name, {}).setdefault(spot, wish.cell.value)
        if name not in made:
            shapes[name] = shape
            made[name] = _made(wish, name, shapes[name][2], space)
        found[wish.name] = made[name]
    return found


def _spot(wish: Wish) -> _Spot:
    column = wish.cell.column
    return (wish.cell.period, wish.cell.entry.unit, (column.segment, column.basis.value, column.heading[:0]))


def _stems(wish: Wish, names: Sequence[str], is_standard: Callable[[str], bool]) -> list[str]:
    """Names that are free to be taken: a standard one is told apart by the heading above, or as a measure."""
    first, *longer = names
    if is_standard(first):
        heading = longer[: 1 if wish.has_heading else 0]
        names = (*heading, f"{first}Measure", *longer[len(heading) :])
    return [name for name in names if not is_standard(name)] or [f"{first}Measure"]


def _free(
    wish: Wish,
    stems: Sequence[str],
    spot: _Spot,
    shapes: Mapping[str, tuple[Kind, PeriodType, Balance | None]],
    values: Mapping[str, Mapping[_Spot, Decimal]],
) -> str:
    shape = wish.shape
    for name in chain(stems, (f"{stems[-1]}{number}" for number in range(2, 100))):
        known = values.get(name, {}).get(spot)
        if _serves(shapes.get(name), shape) and known in (None, wish.cell.value):
            return name
    return f"{stems[-1]}{len(shapes)}"


def _serves(
    shape: tuple[Kind, PeriodType, Balance | None] | None, wanted: tuple[Kind, PeriodType, Balance | None]
) -> bool:
    """Whether a concept of a shape can serve a wish: of its kind, and of its side if it has one."""
    kind, moment, balance = wanted
    return shape is None or (shape[:2] == (kind, moment) and balance in (None, shape[2]))


def _spaced(name: str) -> str:
    return "".join(f" {letter}" if letter.isupper() else letter for letter in name).strip()
