"""A table or sentence that was understood: statements, their columns, rows and entries, and mentions."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from xbrlgen.figures import Figure
from xbrlgen.model import Period
from xbrlgen.places import Place


class _Word(Enum):
    """A word of a table of few: there is one object of each, which is what it is looked up by."""

    __hash__ = object.__hash__


class StatementKind(_Word):
    """What a statement reports."""

    INCOME = "income statement"
    BALANCE = "balance sheet"
    CASH_FLOW = "cash flow statement"
    EQUITY = "statement of equity"
    COMPREHENSIVE = "statement of comprehensive income"
    RECONCILIATION = "reconciliation of non-GAAP measures"
    STOCK_COMPENSATION = "stock-based compensation by line"
    AMORTIZATION = "amortization by line"
    SEGMENTS = "segments"
    METRICS = "key metrics"
    GUIDANCE = "guidance"
    OTHER = "other table"


FACE_KINDS = frozenset(
    {
        StatementKind.INCOME,
        StatementKind.BALANCE,
        StatementKind.CASH_FLOW,
        StatementKind.EQUITY,
        StatementKind.COMPREHENSIVE,
    }
)


class ColumnKind(_Word):
    """What the numbers of a column are."""

    VALUE = "value for a period"
    PERCENT = "percent of a base"
    CHANGE = "change between periods"
    PERCENT_CHANGE = "percent change between periods"
    NOTE = "note mark"
    UNKNOWN = "unknown"


class Basis(_Word):
    """By which measure a column, row or mention is stated."""

    REPORTED = "as reported"
    ADJUSTMENT = "adjustment"
    ADJUSTED = "adjusted (non-GAAP)"
    PRO_FORMA = "pro forma"
    FORECAST = "forecast"
    LOW = "low end of a range"
    HIGH = "high end of a range"


EXPECTED = frozenset({Basis.FORECAST, Basis.LOW, Basis.HIGH})
"""The bases of what has not been yet."""

OWN_MEASURES = frozenset({Basis.ADJUSTED, Basis.PRO_FORMA})
"""The bases of results that filers measure in their own way."""


class Kind(_Word):
    """What kind of quantity a number is."""

    MONEY = "money"
    PER_SHARE = "money per share"
    SHARES = "shares"
    PERCENT = "percent"
    PURE = "pure number"


@frozen
class Column:
    """One column of a statement.

    ``heading`` is all heading text above it; ``segment`` names a segment, entity or equity component
    that the column is for; ``derived`` says in words what the heading left out and where it came from.
    """

    index: int
    kind: ColumnKind
    heading: str
    period: Period | None = None
    basis: Basis = Basis.REPORTED
    segment: str = ""
    is_restated: bool = False
    derived: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    doubt: str = ""


@frozen
class Row:
    """One row of a statement.

    ``section`` holds the headings above it, outermost first; ``is_total`` marks a sum, by its label,
    its rule or (``label`` empty) its place; ``notes`` are its footnote marks. ``kind`` may be None for
    a row without figures. ``period`` is set where rows, not columns, have periods: statements of equity.
    """

    index: int
    label: str
    section: tuple[str, ...] = ()
    depth: int = 0
    kind: Kind | None = None
    is_total: bool = False
    is_heading: bool = False
    basis: Basis = Basis.REPORTED
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    doubt: str = ""
    period: Period | None = None


class Scaled:
    """A figure with the power of ten that makes its number the value meant."""

    __slots__ = ()

    figure: Figure
    scale: int

    @property
    def value(self) -> Decimal | None:
        """The number at full size, with the printed sign; zero for a dash; None where unreadable."""
        if self.figure.number is None:
            return None
        return self.figure.number.scaleb(self.scale)

    @property
    def decimals(self) -> int:
        """To how many decimals the value is known, as in XBRL."""
        return self.figure.places - self.scale

    @property
    def half(self) -> Decimal:
        """Half a unit of the last printed digit: how far rounding may have moved the value."""
        return Decimal(5).scaleb(-self.decimals - 1)


@frozen
class Entry(Scaled):
    """One figure of a statement with what it means: number, scale, unit.

    ``value`` is ``figure.number`` times ten to the ``scale``; ``unit`` is written ``USD``,
    ``USD/shares``, ``shares``, ``pure``. The sign is the printed one. A ``doubt`` says in words why the
    entry must not be taken for sure; ``standing`` is the doubt that is left where arithmetic tells another
    number than the print.
    """

    row: int
    column: int
    figure: Figure
    kind: Kind
    unit: str
    scale: int = 0
    doubt: str = ""
    standing: str = ""


@frozen
class Statement:
    """A grid that was understood.

    ``shares_scale`` is the power of ten that its unit line gives counts of shares, None where it says none.
    """

    index: int
    kind: StatementKind
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    places: tuple[Place, ...] = ()
    grids: tuple[int, ...] = ()
    currency: str = "USD"
    basis: Basis = Basis.REPORTED
    scale_text: str = ""
    shares_scale: int | None = None
    _by_cell: dict[tuple[int, int], Entry] = field(init=False, repr=False, eq=False, hash=False)

    @_by_cell.default
    def _index_entries(self) -> dict[tuple[int, int], Entry]:
        return {(entry.row, entry.column): entry for entry in self.entries}

    def entry(self, row: int, column: int) -> Entry | None:
        """The figure in a row and column, if there is one."""
        return self._by_cell.get((row, column))


class Role(Enum):
    """What a figure says about its subject in a sentence."""

    VALUE = "value"
    GROWTH = "growth rate"
    CHANGE = "amount of change"
    SHARE = "share of something"
    LOW = "low end of a range"
    HIGH = "high end of a range"


@frozen
class Mention(Scaled):
    """A figure in a sentence with what it measures, and when.

    ``subject`` is the measured thing in the sentence's words; ``compared`` the period a growth rate is
    measured against; ``sentence`` the whole sentence, for people. ``direction`` is -1 where the words
    around a growth rate or a change say that it fell, 1 where they say that it rose; for a value it is
    -1 where a word makes it negative ("negative 7%"). ``in_label`` says that it stands in the label of a
    row, which then is the ``sentence``.
    """

    figure: Figure
    subject: str
    kind: Kind
    unit: str
    scale: int = 0
    role: Role = Role.VALUE
    basis: Basis = Basis.REPORTED
    period: Period | None = None
    compared: Period | None = None
    sentence: str = ""
    section: str = ""
    derived: tuple[str, ...] = ()
    doubt: str = ""
    direction: int = 0
    in_label: bool = False
