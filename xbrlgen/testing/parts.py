"""A statement as a release prints it: headings, labels and numbers, with the traps of real layouts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from attrs import frozen

from xbrlgen.model import Period, QName
from xbrlgen.testing.cases import Case

SCALES: Final[Mapping[int, str]] = MappingProxyType({0: "In dollars", -3: "In thousands", -6: "In millions"})
TRAPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dollar apart": "the currency mark in a cell of its own, on the first row",
        "bracket apart": "the closing bracket in the next cell",
        "spacers": "empty columns between the columns",
        "dash": "a dash for nothing",
        "note mark": "a footnote mark behind a label",
        "bold total": "totals in bold",
        "prior year first": "the latest year at the right",
        "percent column": "the change in percent behind the numbers",
        "note column": "a column of bare footnote numbers at the right",
        "glued heading": "a heading that lost its blank",
        "unit twice": "the line of units printed twice",
        "title inside": "title and units as rows of the table (HTML)",
        "wrapped label": "a label over two lines, its numbers on the last (text)",
        "weeks": "quarters of thirteen weeks, each column headed by its last day",
        "bare total": "totals without a label",
        "wide values": "numbers over the cell of the currency mark too, where there is none (HTML)",
        "mark and bracket": "the currency mark and the opening bracket in one cell (HTML)",
        "header note": "a row between headings and numbers that says (Restated)",
        "rules": "rules of dashes under the headings and over totals (text)",
        "SGML": "the tags of old filings: TABLE, CAPTION, S and C (text)",
        "page break": "the foot of a page, and title and headings again, in the middle (text)",
    }
)
# The statements of a release, in order: the title, and whether its columns are moments.
STATEMENTS: Final[Sequence[tuple[str, bool]]] = (
    ("CONSOLIDATED STATEMENTS OF OPERATIONS", False),
    ("CONSOLIDATED STATEMENTS OF CASH FLOWS", False),
    ("CONSOLIDATED BALANCE SHEETS", True),
)
_QUARTER: Final = timedelta(weeks=13)
Row = tuple[str, Sequence[Decimal], bool]


@frozen
class Part:
    """A statement as it is to be printed."""

    title: str
    rows: Sequence[Row]
    years: Sequence[int]
    decimals: int
    traps: frozenset[str]
    is_at_once: bool = False

    @property
    def periods(self) -> tuple[Period, ...]:
        """What the headings of its columns name."""
        ends = [_last_day(year, in_weeks="weeks" in self.traps) for year in self.years]
        if self.is_at_once:
            return tuple(map(Period.instant, ends))
        if "weeks" in self.traps:
            return tuple(Period.duration(end - _QUARTER + timedelta(days=1), end) for end in ends)
        return tuple(Period.duration(date(end.year, 1, 1), end) for end in ends)

    @property
    def unit(self) -> str:
        """The line that says what the numbers count."""
        said = f"({SCALES[min(self.decimals, 0)]}, unaudited)"
        return f"{said} {said}" if "unit twice" in self.traps else said

    @property
    def span(self) -> str:
        """The heading over the years."""
        blank = "" if "glued heading" in self.traps else " "
        if "weeks" in self.traps:
            return "" if self.is_at_once else "Thirteen Weeks Ended"
        return "December 31," if self.is_at_once else f"Year Ended{blank}December 31,"

    @property
    def heads(self) -> list[str]:
        """The heading of each column."""
        shown = [str(year) for year in self.years]
        if "weeks" in self.traps:
            blank = "" if "glued heading" in self.traps else " "
            shown = [f"{_last_day(year, in_weeks=True):%B %d},{blank}{year}" for year in self.years]
        return [*shown, *(head for trap, head, _ in _COLUMNS if trap in self.traps)]

    def cells(self, place: int) -> list[str]:
        """What a row prints, its label aside."""
        numbers = [_number(value, self.decimals, self.traps) for value in self.rows[place][1]]
        return [*numbers, *(cell(place) for trap, _, cell in _COLUMNS if trap in self.traps)]

    def label(self, place: int) -> str:
        """The label of a row."""
        label, _, is_total = self.rows[place]
        if is_total and self._is_bare(place):
            return ""
        return f"{label} (1)" if "note mark" in self.traps and place == 0 else label

    def _is_bare(self, place: int) -> bool:
        """Whether a total goes without its label: never the last, nor one of nothing."""
        is_inside = "bare total" in self.traps and place < len(self.rows) - 1
        return is_inside and all(self.rows[place][1])


def _last_day(year: int, *, in_weeks: bool) -> date:
    """The end of the year, or the last Saturday of its September."""
    end = date(year, 9, 30)
    return end - timedelta(days=(end.weekday() - 5) % 7) if in_weeks else date(year, 12, 31)


# Columns that are no numbers of the statement: the trap, the heading, the cell of a row.
_COLUMNS: Final[Sequence[tuple[str, str, Callable[[int], str]]]] = (
    ("percent column", "% Change", lambda place: f"{place * 7 + 3}%"),
    ("note column", "Notes", lambda place: str(place % 3 + 1)),
)


def part_of(kind: int, case: Case, labels: Mapping[QName, str], traps: Iterable[str]) -> Part:
    """A case as the statement of a kind (a place in `STATEMENTS`)."""
    traps = frozenset(traps)
    turned = "prior year first" in traps
    years = sorted({fact.period.end.year for fact in case.facts if fact.period.end}, reverse=not turned)
    decimals = next(fact.decimals for fact in case.facts) or 0
    rows = [(label, values[::-1] if turned else values, bold) for label, values, bold in _rows(case, labels)]
    title, is_at_once = STATEMENTS[kind]
    return Part(title, rows, years, decimals, traps, is_at_once)


def _rows(case: Case, labels: Mapping[QName, str]) -> list[Row]:
    """Parts above their totals, the outermost total last; the latest year first."""
    totals = {network.total for network in case.networks}
    names = sorted(case.concepts, key=lambda name: (len(name.local), name.local), reverse=True)
    rows: list[Row] = []
    for name in names:
        facts = sorted((each for each in case.facts if each.concept.name == name), reverse=True)
        values = [each.value for each in facts if isinstance(each.value, Decimal)]
        rows.append((labels[name], values, name in totals))
    return rows


def _number(value: Decimal, decimals: int, traps: frozenset[str]) -> str:
    shown = value.scaleb(min(decimals, 0))
    if not shown:
        return "—" if "dash" in traps else "0"
    text = f"{abs(shown):,.{max(decimals, 0)}f}"
    return f"({text})" if shown < 0 else text
