"""Every printed amount of a document under its name, with the interval its print allows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeVar

from attrs import evolve, field, frozen

from xbrlgen.figures import Figure, Flaw
from xbrlgen.places import Place
from xbrlgen.proving.figures.intervals import Interval, interval_of
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import (
    EXPECTED,
    Column,
    ColumnKind,
    Entry,
    Kind,
    Mention,
    Role,
    Row,
    Statement,
    StatementKind,
)

T = TypeVar("T")


class Amount(NamedTuple):
    """One printed figure as arithmetic sees it; ``interval`` is None where its print cannot be read.

    ``odd_places`` is how many more decimal places it has than its table usually prints; ``is_doubted`` says
    that reading doubts its print.
    """

    ref: Ref
    figure: Figure
    interval: Interval | None
    kind: Kind
    label: str
    scale: int
    odd_places: int = 0
    is_doubted: bool = False

    @property
    def value(self) -> Decimal | None:
        """The number in the middle of the interval: as printed, where nothing was lost."""
        return None if self.interval is None else self.interval.middle

    @property
    def place(self) -> Place:
        """Where it is printed."""
        return self.figure.place

    @property
    def lost_digit(self) -> bool:
        """Whether its last digit is missing, so that only an interval is known."""
        return Flaw.LOST_DIGIT in self.figure.flaws

    @property
    def is_flawed(self) -> bool:
        """Whether its print shows damage: three places too many are a comma that was read as a point."""
        return bool(self.figure.flaws) or self.is_doubted or self.interval is None or self.odd_places == GROUP


@frozen
class Ledger:
    """The amounts of a document by `Ref`; ``taken`` are intervals to use instead of the printed ones."""

    document: Document
    amounts: Mapping[Ref, Amount] = field(repr=False)
    statements: Mapping[int, Statement] = field(repr=False)
    _rows: Mapping[tuple[int, int], Row] = field(repr=False)
    _columns: Mapping[tuple[int, int], Column] = field(repr=False)
    _entries: Mapping[int, Mapping[int, Sequence[Entry]]] = field(repr=False)
    taken: Mapping[Ref, Interval] = field(factory=dict)
    _made: dict[object, Any] = field(init=False, factory=dict, repr=False, eq=False)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What is made of the ledger again and again, made once."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def interval(self, ref: Ref) -> Interval | None:
        """The interval of an amount, None where it cannot be read."""
        if self.taken and ref in self.taken:
            return self.taken[ref]
        amount = self.amounts.get(ref)
        return None if amount is None else amount.interval

    def row(self, ref: Ref) -> Row | None:
        """The row a figure of a statement stands in."""
        return self._rows.get((ref.statement, ref.row))

    def column(self, ref: Ref) -> Column | None:
        """The column a figure of a statement stands in."""
        return self._columns.get((ref.statement, ref.column))

    def entries(self, statement: int) -> Mapping[int, Sequence[Entry]]:
        """All that is printed in the rows of a statement, by the index of the row."""
        return self._entries[statement]

    def with_values(self, values: Mapping[Ref, Decimal]) -> Ledger:
        """The ledger in which some amounts are other than printed, at the accuracy they were printed with."""
        changed = {
            ref: Interval.around(value, half_of(self.amounts[ref], value))
            for ref, value in values.items()
            if ref in self.amounts
        }
        return evolve(self, taken={**self.taken, **changed})

    def without(self, refs: Collection[Ref]) -> Ledger:
        """The ledger as if some figures were not printed."""
        return evolve(self, amounts={ref: a for ref, a in self.amounts.items() if ref not in refs})


ADDED_UP: Final = frozenset(
    {
        StatementKind.BALANCE,
        StatementKind.CASH_FLOW,
        StatementKind.STOCK_COMPENSATION,
        StatementKind.AMORTIZATION,
    }
)
"""Statements whose rows are added up as they are printed, so that the rows of a total are known."""

GROUP: Final = 3
"""Digits between two commas."""

NIL: Final = {
    Kind.PER_SHARE: Interval(Decimal("-0.005"), Decimal("0.005")),
    Kind.PERCENT: Interval(Decimal("-0.005"), Decimal("0.005")),
}
"""What a dash may stand for where numbers are printed to the cent or to the percent."""


def half_of(amount: Amount, value: Decimal) -> Decimal:
    """How far rounding may have moved an amount of this value: half a unit of its last digit."""
    return Decimal(5).scaleb(amount.scale - places_of(amount, value) - 1)


def places_of(amount: Amount, value: Decimal) -> int:
    """The decimal places of a value in the print of an amount; those usual in its table, if that is odd."""
    if not amount.odd_places:
        return amount.figure.places
    exponent = value.scaleb(-amount.scale).normalize().as_tuple().exponent
    return max(amount.figure.places - amount.odd_places, -int(exponent))


def ledger_of(document: Document) -> Ledger:
    """The ledger of a document."""
    amounts = [amount for statement in document.statements for amount in _entries(statement)]
    amounts += _mentions(document.mentions)
    return Ledger(
        document,
        {amount.ref: amount for amount in amounts if _is_number(amount.figure)},
        {statement.index: statement for statement in document.statements},
        {(s.index, row.index): row for s in document.statements for row in s.rows},
        {(s.index, column.index): column for s in document.statements for column in s.columns},
        {statement.index: _by_row(statement) for statement in document.statements},
    )


def _by_row(statement: Statement) -> Mapping[int, Sequence[Entry]]:
    rows: dict[int, list[Entry]] = {}
    for entry in statement.entries:
        rows.setdefault(entry.row, []).append(entry)
    return rows


def _is_number(figure: Figure) -> bool:
    """Whether a figure stands for an amount at all: "N/A" and "*" do not."""
    return figure.is_dash or figure.number is not None or any(map(str.isdigit, figure.print))


_PERCENTS: Final = frozenset({ColumnKind.PERCENT, ColumnKind.PERCENT_CHANGE})


def _entries(statement: Statement) -> Iterator[Amount]:
    labels = {row.index: row.label for row in statement.rows}
    lost = _lost_columns(statement)
    percents = {column.index for column in statement.columns if column.kind in _PERCENTS}
    usual = _usual_places(statement)
    for entry in statement.entries:
        figure = _mark_lost(entry) if entry.column in lost else entry.figure
        ref = Ref(statement.index, entry.row, entry.column)
        kind, scale = (Kind.PERCENT, -2) if entry.column in percents else (entry.kind, entry.scale)
        interval = NIL.get(kind) if figure.is_dash else None
        interval = interval or interval_of(figure, scale)
        odd = figure.places - usual.get(entry.kind, figure.places)
        doubted = entry.doubt != entry.standing
        yield Amount(ref, figure, interval, kind, labels.get(entry.row, ""), scale, odd, doubted)


def _usual_places(statement: Statement) -> dict[Kind, int]:
    """With how many decimal places amounts of each kind are mostly printed."""
    counts: dict[Kind, Counter[int]] = defaultdict(Counter)
    for entry in statement.entries:
        if entry.figure.number is not None and not entry.figure.is_dash:
            counts[entry.kind][entry.figure.places] += 1
    return {kind: places.most_common(1)[0][0] for kind, places in counts.items()}


def _mentions(mentions: tuple[Mention, ...]) -> Iterator[Amount]:
    """Those of sentences; what a label says of its row takes no part in sums or ties."""
    for index, mention in enumerate(mentions):
        if mention.in_label:
            continue
        interval = interval_of(mention.figure, mention.scale)
        yield Amount(Ref(-1, index), mention.figure, interval, mention.kind, mention.subject, mention.scale)


def _lost_columns(statement: Statement) -> frozenset[int]:
    """The columns in which at least half the larger numbers visibly lost their last digit: then all did."""
    if not any(Flaw.LOST_DIGIT in entry.figure.flaws for entry in statement.entries):
        return frozenset()
    large = [entry for entry in statement.entries if sum(map(str.isdigit, entry.figure.print)) >= 3]
    seen = Counter(entry.column for entry in large)
    lost = Counter(entry.column for entry in large if Flaw.LOST_DIGIT in entry.figure.flaws)
    return frozenset(column for column, count in lost.items() if count >= 3 and 2 * count >= seen[column])


def _mark_lost(entry: Entry) -> Figure:
    if entry.figure.is_dash or not any(map(str.isdigit, entry.figure.print)):
        return entry.figure
    return evolve(entry.figure, flaws=entry.figure.flaws | {Flaw.LOST_DIGIT})


def is_comparable(mention: Mention) -> bool:
    """Whether a mention states an amount that a table may state too."""
    return mention.role is Role.VALUE and mention.basis not in EXPECTED


def is_forecast(statement: Statement) -> bool:
    """Whether a statement looks ahead, so that its numbers are bound by nothing printed."""
    return statement.kind is StatementKind.GUIDANCE
