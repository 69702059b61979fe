"""What the rest of a release says that decides between near twins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from attrs import frozen

from xbrlgen.reading.statement import Kind
from xbrlgen.tagging.lines import Line
from xbrlgen.tagging.sums import Sums

_SHOWN: Mapping[str, tuple[frozenset[str], re.Pattern[str]]] = {
    name: (frozenset(forms.split("|")), re.compile(words))
    for name, (forms, words) in {
        "eqm": (
            r"IS",
            r"equity (method|income|earning|loss|profit|net|affiliate)|(income|earning|loss).*unconsolidated",
        ),
        "disc": (r"IS|CF", r"discontinued operation"),
        "prefdiv": (r"IS", r"preferred.*dividend|dividend.*preferred|accretion.*preferred"),
        "restricted": (r"CF|BS", r"restricted cash"),
        "ltdcurrent": (
            r"BS",
            (
                r"current (portion|maturity|installment).*(debt|note|borrowing)"
                r"|longterm debt.*(current|due|within)"
            ),
        ),
        "broker": (
            r"IS",
            r"^principal transaction|^investment banking|^(commission )?floor brokerage",
        ),
        "bank": (
            r"IS|BS",
            (
                r"interest.*deposit|^total deposit|provision.*(credit|loan) loss|net interest income after"
                r"|^total non ?interest (income|expense)"
            ),
        ),
    }.items()
}
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
class _Lines:
    """All lines of a release, by name and by statement."""

    lines: Sequence[Line]
    by_name: Mapping[tuple[int, int], Line]
    by_statement: Mapping[int, Sequence[Line]]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Lines:
        by_statement: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            by_statement[line.statement].append(line)
        return cls(lines, {line.name: line for line in lines}, by_statement)

    def mates(self, line: Line) -> Sequence[Line]:
        """The lines of its statement."""
        return self.by_statement[line.statement]

    def above(self, line: Line) -> list[Line]:
        """The lines above it in its statement."""
        return [other for other in self.mates(line) if other.row < line.row]


def surveyed(lines: Sequence[Line], sums: Sums) -> Surroundings:
    """What holds in a release with these lines and sums."""
    told = _Lines.of(lines)
    release = frozenset(name for name, (forms, words) in _SHOWN.items() if _shown(lines, forms, words))
    release |= {"nci"} if any(line.form == "IS" and _divided(line, told) for line in lines) else set()
    return Surroundings(release, {line.name: _of(line, told, sums) for line in lines})


def _shown(lines: Sequence[Line], forms: frozenset[str], words: re.Pattern[str]) -> bool:
    return any(
        line.form in forms and words.search(line.bare) and any(value for _, value in line.values)
        for line in lines
    )


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
    found |= {"opbelow"} if _is_above_operating_income(line, lines, sums) else set()
    found |= {"hascost"} if _has_cost(line, lines, sums) else set()
    return frozenset(found)


def _is_above_operating_income(line: Line, lines: _Lines, sums: Sums) -> bool:
    """Whether the operating income, worked out in a sum, stands below a line of an income statement."""
    below = (other for other in lines.mates(line) if other.row > line.row)
    return line.form == "IS" and any(
        _OPERATING.search(other.bare) and sums.is_total(other.name) for other in below
    )


def _is_sole_revenue(line: Line, lines: _Lines) -> bool:
    """Whether a line is the first of an income statement and the only one of revenue in it."""
    if line.form != "IS":
        return False
    money = [one for one in lines.mates(line) if one.unit is Kind.MONEY]
    is_first = bool(money) and money[0] is line
    return is_first and not any(_SOLD.search(one.bare) for one in money[1:])


def _is_gross(line: Line, by_name: Mapping[tuple[int, int], Line], sums: Sums) -> bool:
    """Whether depreciation is taken off the line further down."""
    for total, _ in sums.totals.get(line.name, ()):
        parts = [by_name[row].bare for row, _ in sums.terms[total] if row in by_name and row != line.name]
        if any("accumulated depreciation" in part for part in parts):
            return True
    return False


def _divided(line: Line, lines: _Lines, *, any_label: bool = False) -> bool:
    """Whether a share of noncontrolling holders is taken off, below, from a result of the same statement."""
    if not any_label and not _RESULT.search(line.bare):
        return False
    below = (other for other in lines.mates(line) if other.row > line.row)
    return any(_NCI.search(other.bare) and any(value for _, value in other.values) for other in below)


def _of_all_owners(line: Line, lines: _Lines) -> bool:
    """Whether a line is, or begins with, a result of which a noncontrolling share is taken off somewhere."""
    if _divided(line, lines, any_label=True):
        return True
    begun = next((one for one in reversed(lines.above(line)) if _RESULT.search(one.bare)), None)
    if begun is None or not _COMPREHENSIVE.search(line.bare):
        return False
    same = (one for one in lines.lines if one.form == "IS" and one.values == begun.values)
    return any(_divided(one, lines) for one in same)


def _nci_above(line: Line, lines: _Lines, sums: Sums) -> bool:
    """Whether noncontrolling interests stand above a total as a part of it."""
    parts = {row for row, _ in sums.terms.get(line.name, ())}
    return any(
        other.slot == "equity"
        and _NCI.search(other.bare)
        and (other.name in parts or other.above == line.above)
        for other in lines.above(line)
    )


def _has_cost(line: Line, lines: _Lines, sums: Sums) -> bool:
    """Whether the cost of what is sold is among what a total adds up; none is below a gross profit."""
    above = lines.above(line)
    gross = max((other.row for other in above if other.bare.startswith("gross ")), default=-1)
    if sums.is_total(line.name):
        parts = [lines.by_name[row] for row, _ in sums.terms[line.name] if row in lines.by_name]
        sold = {one.words for one in lines.mates(line) if one.slot == "revenue"}
        is_below = all(one.row > gross >= 0 for one in parts)
        return not is_below and any(_is_cost(one) or _is_of(one, sold) for one in parts)
    return gross < 0 and any(map(_is_cost, above))


def _is_of(line: Line, sold: Set[str]) -> bool:
    """Whether a line below the revenue has the words of a line of it."""
    return line.words in sold and line.slot != "revenue"


def _is_cost(line: Line) -> bool:
    return _COST.search(line.bare) is not None
