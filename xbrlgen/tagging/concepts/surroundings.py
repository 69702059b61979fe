"""What the rest of a release says that decides between near twins."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from itertools import islice

from attrs import frozen

from xbrlgen.reading.statement import Kind
from xbrlgen.tagging.concepts.shown import shown
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import Sums

_OF_LINE: Mapping[str, re.Pattern[str]] = {
    name: re.compile(words)
    for name, words in {
        "related": r"related part|affiliate",
        "apic": r"additional|paid capital|excess",
        "nclabel": r"noncontrolling",
        "effect": r"^(effect|dilutive|assumed|incremental|potential|add)",
    }.items()
}
_NCI = re.compile(r"noncontrolling|^(less )?minority")
_RESULT = re.compile(r"^(consolidated )?net (income|loss|earning)|^(net )?profit( loss)?\b(?!.*before)")
_OPERATING = re.compile(
    r"^(total )?(income|loss|profit|earning|operating)\b.*\boperati|^operating (income|profit|loss|earning)"
)
_TAKEN_OFF = re.compile(r"(?<!net )\baccumulated depreciation")
_BEFORE = re.compile(r"^(income|loss|earning|profit)\b.*\bbefore\b(?!.*(depreciation|impairment|other))")
_REDEEMABLE = re.compile(r"^redeemable|redemption feature|subject put|mandatorily redeemable")
# What is stated per share and is no result.
_NO_RESULT = re.compile(r"dividend|distribution|book value|price")
_COSTS = re.compile(r"^total (operating |benefit |loss )*(cost )?expense$")
_COMPREHENSIVE = re.compile(r"^(total )?comprehensive (income|loss|earning)")
_SOLD = re.compile(r"^(?!.*(cost|expense)).*\b(revenue|sale|fee|royalty)$|^total (net )?revenue|^net sale")
_PAY = r"compensation|employee|salar|wage|payroll|personnel|retirement"
_COST = re.compile(rf"^(total )?cost\b|^(?!.*({_PAY})).*benefit|claim|purchased|product|fuel")


@frozen
class Surroundings:
    """Conditions that hold for the whole release, and for one line of it."""

    release: frozenset[str]
    lines: Mapping[tuple[int, int], frozenset[str]]

    def of(self, line: Line) -> frozenset[str]:
        """All conditions that hold for a line."""
        mine = self.lines.get(line.name, frozenset())
        return (self.release - {"nci"} if "notnci" in mine else self.release) | mine


@frozen
class _Table:
    """The lines of a statement, with the rows that each of them is asked about, found once for all."""

    lines: Sequence[Line]
    sums: Sums

    @cached_property
    def last_share(self) -> int:
        """The last row of a share of noncontrolling holders."""
        shares = (
            one for one in self.lines if _NCI.search(one.bare) and any(value for _, value in one.values)
        )
        return max((one.row for one in shares), default=-1)

    @cached_property
    def last_operating(self) -> int:
        """The last row of an operating income that is worked out in a sum."""
        rows = (one.row for one in self.lines if self.sums.is_total(one.name) and _OPERATING.search(one.bare))
        return max(rows, default=-1)

    @cached_property
    def lends(self) -> bool:
        """Whether its first line of money is interest that is earned."""
        money = (one for one in self.lines if one.unit is Kind.MONEY)
        return any(one.bare.startswith(("interest income", "interest dividend")) for one in islice(money, 1))

    @cached_property
    def first_result(self) -> float:
        """The first row of a net result in money."""
        rows = (one.row for one in self.lines if one.unit is Kind.MONEY and _RESULT.search(one.bare))
        return min(rows, default=math.inf)

    @cached_property
    def held_by_others(self) -> Sequence[Line]:
        """The lines of equity of noncontrolling interests."""
        return [one for one in self.lines if one.slot == "equity" and _NCI.search(one.bare)]

    @cached_property
    def first_before(self) -> float:
        """The first row of a result before something: operating income can't be worked out below it."""
        return min((one.row for one in self.lines if _BEFORE.search(one.bare)), default=math.inf)

    @cached_property
    def gross(self) -> Sequence[int]:
        """The rows of gross results."""
        return [one.row for one in self.lines if one.bare.startswith("gross ")]

    @cached_property
    def first_cost(self) -> float:
        """The first row of a cost of what is sold."""
        return min((one.row for one in self.lines if _is_cost(one)), default=math.inf)

    @cached_property
    def divided(self) -> Set[str]:
        """What its one count of shares divides: results basic and diluted at once, or diluted ones only."""
        results = _all_words(
            one for one in self.lines if one.unit is Kind.PER_SHARE and not _NO_RESULT.search(one.bare)
        )
        counts = _all_words(one for one in self.lines if one.unit is Kind.SHARES)
        if not results or any("dilut" in words for words in counts):
            return frozenset()
        if not all("dilut" in words for words in results):
            return frozenset()
        are_basic = {"basic" in words for words in results}
        return {"epsboth"} if are_basic == {True} else {"epsdiluted"} if are_basic == {False} else frozenset()


def _all_words(lines: Iterable[Line]) -> list[str]:
    """The words of lines with those of their headings."""
    return [f"{line.above} {line.bare}" for line in lines]


@frozen
class _Lines:
    """All lines of a release, by name and by statement."""

    lines: Sequence[Line]
    by_name: Mapping[tuple[int, int], Line]
    by_statement: Mapping[int, _Table]

    @classmethod
    def of(cls, lines: Sequence[Line], sums: Sums) -> _Lines:
        by_statement: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            by_statement[line.statement].append(line)
        tables = {statement: _Table(mates, sums) for statement, mates in by_statement.items()}
        return cls(lines, {line.name: line for line in lines}, tables)

    def table(self, line: Line) -> _Table:
        """The lines of its statement."""
        return self.by_statement[line.statement]


def surveyed(lines: Sequence[Line], sums: Sums) -> Surroundings:
    """What holds in a release with these lines and sums."""
    told = _Lines.of(lines, sums)
    release = shown(lines)
    release |= {"nci"} if any(line.form == "IS" and _divided(line, told) for line in lines) else set()
    return Surroundings(release, {line.name: _of(line, told, sums) for line in lines})


def _of(line: Line, lines: _Lines, sums: Sums) -> frozenset[str]:
    found = {name for name, words in _OF_LINE.items() if words.search(line.bare)}
    found |= (
        {"total"} if line.is_total or line.bare.startswith("total") or sums.is_total(line.name) else set()
    )
    wholes = (lines.by_name.get(total) for total, _ in sums.totals.get(line.name, ()))
    found |= {"inner"} if any(one and one.bare.startswith("total") for one in wholes) else set()
    found |= {"istotal"} if sums.is_total(line.name) or line.bare.startswith("total") else set()
    found |= {"nciabove"} if _nci_above(line, lines, sums) else set()
    found |= {"notnci"} if line.form == "IS" and not _of_all_owners(line, lines) else set()
    found |= {"gross"} if _is_gross(line, lines.by_name, sums) else set()
    found |= {"sole"} if _is_sole_revenue(line, lines) else set()
    found |= {"opbelow"} if line.form == "IS" and lines.table(line).last_operating > line.row else set()
    found |= {"incosts"} if _is_in_costs(line, lines, sums) else set()
    found |= {"afterresult"} if line.form == "IS" and lines.table(line).first_result < line.row else set()
    found |= {"lender"} if line.form == "IS" and lines.table(line).lends else set()
    found |= {"past"} if line.form == "IS" and lines.table(line).first_before < line.row else set()
    found |= {"hascost"} if _has_cost(line, lines, sums) else set()
    found |= lines.table(line).divided if line.form == "IS" and line.unit is Kind.SHARES else set()
    return frozenset(found)


def _is_in_costs(line: Line, lines: _Lines, sums: Sums) -> bool:
    """Whether a line is added up in all operating expenses of an income statement."""
    wholes = ((lines.by_name.get(total), weight) for total, weight in sums.totals.get(line.name, ()))
    return line.form == "IS" and any(one and weight > 0 and _COSTS.search(one.bare) for one, weight in wholes)


def _is_sole_revenue(line: Line, lines: _Lines) -> bool:
    """Whether a line is the first of an income statement and the only one of revenue in it."""
    if line.form != "IS":
        return False
    money = (one for one in lines.table(line).lines if one.unit is Kind.MONEY)
    return next(money, None) is line and not any(_SOLD.search(one.bare) for one in money)


def _is_gross(line: Line, by_name: Mapping[tuple[int, int], Line], sums: Sums) -> bool:
    """Whether depreciation is taken off the line further down."""
    for total, _ in sums.totals.get(line.name, ()):
        parts = [by_name[row].bare for row, _ in sums.terms[total] if row in by_name and row != line.name]
        if any(_TAKEN_OFF.search(part) for part in parts):
            return True
    return False


def _divided(line: Line, lines: _Lines, *, any_label: bool = False) -> bool:
    """Whether a share of noncontrolling holders is taken off, below, from a result of the same statement."""
    below = lines.table(line).last_share > line.row
    return below and (any_label or _RESULT.search(line.bare) is not None)


def _of_all_owners(line: Line, lines: _Lines) -> bool:
    """Whether a line is, or begins with, a result of which a noncontrolling share is taken off somewhere."""
    if _divided(line, lines, any_label=True):
        return True
    if not _COMPREHENSIVE.search(line.bare):
        return False
    above = (one for one in reversed(lines.table(line).lines) if one.row < line.row)
    begun = next((one for one in above if _RESULT.search(one.bare)), None)
    if begun is None:
        return False
    same = (one for one in lines.lines if one.form == "IS" and one.values == begun.values)
    return any(_divided(one, lines) for one in same)


def _nci_above(line: Line, lines: _Lines, sums: Sums) -> bool:
    """Whether noncontrolling interests stand above a total as a part of it."""
    parts = {row for row, _ in sums.terms.get(line.name, ())}
    return any(
        other.row < line.row and (other.name in parts or _is_beside(other, line))
        for other in lines.table(line).held_by_others
    )


def _is_beside(other: Line, line: Line) -> bool:
    """Whether a share of others stands in the same part of equity; what may be redeemed is no part of it."""
    return other.above == line.above and not _REDEEMABLE.search(other.bare)


def _has_cost(line: Line, lines: _Lines, sums: Sums) -> bool:
    """Whether the cost of what is sold is among what a total adds up; none is below a gross profit."""
    table = lines.table(line)
    gross = max((row for row in table.gross if row < line.row), default=-1)
    if sums.is_total(line.name):
        parts = [lines.by_name[row] for row, _ in sums.terms[line.name] if row in lines.by_name]
        sold = {one.words for one in table.lines if one.slot == "revenue"}
        is_below = all(one.row > gross >= 0 for one in parts)
        return not is_below and any(_is_cost(one) or _is_of(one, sold) for one in parts)
    return gross < 0 and table.first_cost < line.row


def _is_of(line: Line, sold: Set[str]) -> bool:
    """Whether a line below the revenue has the words of a line of it."""
    return line.words in sold and line.slot != "revenue"


def _is_cost(line: Line) -> bool:
    return _COST.search(line.bare) is not None
