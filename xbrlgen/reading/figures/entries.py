"""From the figures of rows to entries: each with its kind, unit, scale and doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from attrs import evolve, field, frozen

from xbrlgen.figure_marks import CURRENCY_MARKS
from xbrlgen.figures import Figure, Flaw
from xbrlgen.reading.figures.excepted import are_counted_singly
from xbrlgen.reading.figures.quantities import kind_of_figure
from xbrlgen.reading.rows.grouping import THOUSANDTHS, are_pointed, are_whole, is_ungrouped, ungrouped_rows
from xbrlgen.reading.statement import ColumnKind, Entry, Kind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.tables.scales import (
    Wording,
    label_scale,
    read_wording,
    scale_of,
    scale_told_for,
    unit_of,
)
from xbrlgen.reading.tables.table import Table
from xbrlgen.reading.words import column_words, unit_words


@frozen
class Units:
    """What the whole statement says of its units, and which of its rows can't be trusted as they stand.

    ``ungrouped`` rows are not grouped as the rest (True: and have holes); in ``unplaced`` rows, figures may
    belong into other columns, and in ``crowded`` ones, several have the same; what those of ``guessed`` rows
    are, nothing says; ``is_whole`` says that amounts are printed without decimals; ``captions`` is all
    that stands above; ``physical`` rows are of tons, barrels and their like;
    ``excepted`` ones are not in the unit of the table, and ``finer`` ones and those ``apiece`` may not be;
    those ``like_shares`` may be per share; the dash before a figure ``behind_dashes`` may be its minus;
    ``places`` are the decimals that all figures of a row have but one.
    """

    wording: Wording
    shares: int | None
    ungrouped: dict[int, bool]
    unplaced: frozenset[int] = frozenset()
    crowded: frozenset[int] = frozenset()
    guessed: frozenset[int] = frozenset()
    is_whole: bool = False
    captions: str = ""
    physical: frozenset[int] = frozenset()
    excepted: Mapping[int, int] = field(factory=dict)
    finer: frozenset[int] = frozenset()
    like_shares: frozenset[int] = frozenset()
    apiece: frozenset[int] = frozenset()
    behind_dashes: frozenset[tuple[int, int]] = frozenset()
    places: Mapping[int, int] = field(factory=dict)

    @classmethod
    def of(cls, table: Table, rows: Sequence[Labelled], wording: Wording, shares: int | None) -> Units:
        """The units of a statement, and the rows of its table that are in doubt."""
        short = {at for at, row in enumerate(rows) if len(row.figures) < len(table.keys)}
        ungrouped = {} if table.is_sheet else {at: at in short for at in ungrouped_rows(rows, short)}
        unplaced = _unplaced(rows, short) if table.is_ordered else frozenset()
        is_whole = not table.is_sheet and (are_whole(rows) or are_pointed(rows))
        crowded = frozenset(at for at, row in enumerate(rows) if _is_crowded(row))
        captions = f"{table.caption} {table.corner}"
        places = {} if table.is_sheet else {at: _fewest_places(row) for at, row in enumerate(rows)}
        return cls(
            wording, shares, ungrouped, unplaced, crowded, is_whole=is_whole, captions=captions, places=places
        )

    def over(self, heading: Heading, marks: Collection[str]) -> Units:
        """The units of one column: its heading and marks may give it a currency and a scale of its own."""
        own = read_wording(heading.texts)
        currency = heading.currency or own.currency or _dollars(heading.text, marks, self.wording.currency)
        told = scale_told_for(currency or self.wording.currency, self.captions)
        money = next((scale for scale in (own.money, told) if scale is not None), self.wording.money)
        if currency in {"", self.wording.currency} and money == self.wording.money:
            return self
        doubt = self._doubt_of(currency) if own.money is None and told is None else ""
        return evolve(
            self,
            wording=evolve(
                self.wording, currency=currency or self.wording.currency, money=money, doubt=doubt
            ),
        )

    def _doubt_of(self, currency: str) -> str:
        """Why the scale of the statement may not be that of a column in dollars."""
        foreign = currency == "USD" and self.wording.currency not in unit_words.DOLLARS
        named = any(pattern.search(self.captions) for _, pattern in unit_words.CURRENCIES)
        if foreign and named and self.wording.money and not unit_words.US_DOLLARS.search(self.captions):
            return "the unit line speaks of another currency"
        return self.wording.doubt


def _unplaced(rows: Sequence[Labelled], short: Collection[int]) -> frozenset[int]:
    """The rows with too few figures but those that only lack the percentages that full rows have."""
    full = [row for at, row in enumerate(rows) if row.figures and at not in short]
    rates = [{key for key, figure in row.figures if figure.is_percent} for row in full]
    amounts = [{key for key, figure in row.figures if not figure.is_percent} for row in full]
    known = amounts[0] if rates and rates[0] and all(each == rates[0] for each in rates) else set()
    return frozenset(at for at in short if {key for key, _ in rows[at].figures} != known)


def _is_crowded(row: Labelled) -> bool:
    """Whether several figures have the same column; two dashes ("- -") are one."""
    shared = Counter(key for key, _ in row.figures)
    return any(shared[key] > 1 and not figure.is_dash for key, figure in row.figures)


def _dollars(heading: str, marks: Collection[str], currency: str) -> str:
    """US dollars, where a column says so by name, or by its sign in a statement of a currency without it."""
    if unit_words.US_DOLLARS.search(heading):
        return "USD"
    marked = "$" in marks or "$" in heading.split()
    return "USD" if marked and currency not in unit_words.DOLLARS else ""


def entries_of(
    rows: Sequence[Labelled], kinds: Sequence[Kind | None], headings: Sequence[Heading], units: Units
) -> tuple[Entry, ...]:
    """One entry for each figure, in reading order."""
    marks: dict[int, set[str]] = {heading.key: set() for heading in headings}
    for row in rows:
        for key, figure in row.figures:
            marks[key].add(figure.mark)
    places = {
        heading.key: (index, heading, units.over(heading, marks[heading.key]))
        for index, heading in enumerate(_with_units(headings))
    }
    return tuple(
        _entry((index, column), figure, kind_of_figure(figure, kind, over.kind, over.unit), own, told)
        for index, (row, kind) in enumerate(zip(rows, kinds, strict=True))
        if kind is not None
        for own in [_own_scale(index, row, kind, units)]
        for key, figure in row.figures
        for column, over, told in [places[key]]
    )


def _own_scale(at: int, row: Labelled, kind: Kind, units: Units) -> int | None:
    """The scale that a row has by its label, or because the unit line of the table excepts it."""
    told = label_scale(row)
    if told is None and kind is Kind.PURE and are_counted_singly(row):
        return 0
    return units.excepted.get(at) if told is None and kind is Kind.MONEY else told


def _entry(at: tuple[int, int], figure: Figure, kind: Kind, own: int | None, units: Units) -> Entry:
    currency = CURRENCY_MARKS.get(figure.mark, "") if figure.mark not in {"", "$"} else ""
    misprint = (
        doubt_of(figure)
        or _grouping_doubt(figure, at[0], units.ungrouped)
        or _point_doubt(kind, figure, units)
        or _places_doubt(kind, figure, units.places.get(at[0], 0))
    )
    standing = (
        _standing_doubt(at[0], kind, figure, units, own)
        or _price_doubt(at[0], kind, figure, units, own)
        or ("the dash before the number may be its minus" if at in units.behind_dashes else "")
    )
    return Entry(
        *at,
        figure,
        kind,
        unit_of(kind, currency or units.wording.currency or "USD"),
        scale_of(kind, figure, units.wording, own, units.shares),
        misprint or standing,
        standing,
    )


def _standing_doubt(row: int, kind: Kind, figure: Figure, units: Units, own: int | None) -> str:
    """Why a figure is in doubt for another reason than its print."""
    if figure.mark == "p" and units.wording.currency != "GBP":
        return "a letter behind the number, which is no pence where amounts are not in pounds"
    if row in units.unplaced:
        return "which cell of the row is empty is not printed"
    if row in units.crowded:
        return "several figures of the row stand in one column"
    if _is_guessed(row, kind, figure, units):
        return _GUESSES[kind]
    if row in units.physical and kind is Kind.PURE:
        return _PHYSICAL
    return _scale_doubt(kind, figure, units, own)


def _price_doubt(row: int, kind: Kind, figure: Figure, units: Units, own: int | None) -> str:
    if row in units.apiece and kind is Kind.MONEY and units.wording.money and not (own or figure.places):
        return "an amount a day or apiece, which may be in the unit of the table or in none"
    scaled = own is None and units.wording.money and not figure.is_dash
    if row in units.like_shares and kind is Kind.MONEY and own is None and figure.number and not figure.scale:
        return "printed with more decimals than other amounts of the table, as amounts per share are"
    if row not in units.finer or not scaled or kind is not Kind.MONEY:
        return ""
    return "printed with decimals, as no other amount of the table is, which may be in another unit"


_PHYSICAL: Final = "a quantity in units of the physical world, which are not told from each other"


def _is_guessed(row: int, kind: Kind, figure: Figure, units: Units) -> bool:
    return kind in _GUESSES and row in units.guessed and not figure.is_dash


_GUESSES: Final = {
    Kind.MONEY: "nothing says that these are amounts of money",
    Kind.PURE: "nothing says whether these are counts or amounts of money",
}


def _with_units(headings: Sequence[Heading]) -> list[Heading]:
    """The headings; beside columns of shares or of amounts per share, the others of values are of money.

    Beside columns of things counted, those that are called their value or their price are.
    """
    units = {heading.unit for heading in headings}
    if Kind.PURE in units:
        headings = [
            evolve(each, unit=Kind.MONEY)
            if each.unit is None and column_words.WORTH_ALONE.fullmatch(each.segment)
            else each
            for each in headings
        ]
    if units.isdisjoint({Kind.PER_SHARE, Kind.SHARES}):
        return list(headings)
    return [
        evolve(each, unit=Kind.MONEY) if each.unit is None and each.kind is ColumnKind.VALUE else each
        for each in headings
    ]


def _point_doubt(kind: Kind, figure: Figure, units: Units) -> str:
    """A doubt about a point before three digits, which may be a comma misread."""
    if kind not in {Kind.MONEY, Kind.SHARES} or figure.places != THOUSANDTHS or not units.is_whole:
        return ""
    return "a point stands where others have commas, or parts thousands"


def _fewest_places(row: Labelled) -> int:
    """How many decimals the figures of a row have that aren't shorter than all others of it."""
    places = sorted(figure.places for _, figure in row.figures if figure.number)
    return places[1] if len(places) > 1 else 0


_CENTS: Final = 2


def _places_doubt(kind: Kind, figure: Figure, usual: int) -> str:
    """A doubt about an amount per share without the last decimal that all others of its row have."""
    lacks = kind is Kind.PER_SHARE and figure.number and figure.places < usual
    return "fewer decimals than the others of the row" if lacks and usual >= _CENTS else ""


def _grouping_doubt(figure: Figure, row: int, ungrouped: dict[int, bool]) -> str:
    if row in ungrouped and (ungrouped[row] or is_ungrouped(figure)):
        return "digits are not grouped as in the rest of the table"
    return ""


def doubt_of(figure: Figure) -> str:
    """Why the print of a figure alone forbids to take it."""
    flaws = figure.flaws - ({Flaw.UNBALANCED} if figure.print.count("(") > figure.print.count(")") else set())
    if flaws:
        return ", ".join(sorted(flaw.value for flaw in flaws))
    return "" if figure.number is not None else "no number is printed"


def _shares_doubt(figure: Figure, units: Units) -> str:
    """Why the scale of a count of shares may be another: without any, companies have more than so few."""
    is_few = figure.number is not None and abs(figure.number) < _LEAST
    if is_few and units.wording.money is None and not units.shares:
        return "nothing says whether the shares are counted in thousands or millions"
    return units.wording.doubt if units.shares is None else ""


_LEAST: Final = 100_000


def _scale_doubt(kind: Kind, figure: Figure, units: Units, own: int | None) -> str:
    if own is not None or figure.scale or figure.is_dash:
        return ""
    if kind is Kind.SHARES and units.wording.shares is None:
        return _shares_doubt(figure, units)
    counts = units.wording.money and not units.wording.counts_whole
    if kind is Kind.PURE and counts and not unit_words.OF_MONEY.search(units.wording.text):
        return "the unit line of the table may or may not be meant for things counted"
    if kind is not Kind.MONEY:
        return ""
    if units.wording.money is not None:
        return units.wording.doubt
    return "" if figure.places == 2 else "nothing says in which unit the amounts are"
