"""Lines that break a total down: the total's concept with a member for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import evolve, frozen

from xbrlgen.model import Concept, Member
from xbrlgen.reading.statement import Kind, StatementKind
from xbrlgen.tagging.columns.dimensions import Dimensions, place
from xbrlgen.tagging.columns.headings import told_part
from xbrlgen.tagging.concepts.candidates import RULED
from xbrlgen.tagging.concepts.meanings import Meaning, Sheet
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.tables import pairs, rows
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.lines import Line, value_columns
from xbrlgen.tagging.rows.sums import RowName

_WHOLES = ("Revenues", "CostOfRevenue")
_COSTS = ("CostOfGoodsAndServicesSold", "CostOfRevenue")
# A part keeps the concept that a rule for its words gives it, at the confidence of rules for whole labels.
_OF_ITS_OWN = 0.9
_BREAKABLE = (StatementKind.INCOME, StatementKind.SEGMENTS, StatementKind.OTHER, StatementKind.METRICS)


@lru_cache(maxsize=3)
def _patterns(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), found) for pattern, found in pairs(name))


def broken_down(
    meanings: Mapping[RowName, Meaning], sheet: Sheet, dimensions: Dimensions
) -> dict[RowName, Meaning]:
    """The meanings with the parts of revenue, of its cost and of segments' totals made members of them."""
    if "bank" in sheet.around.release:
        return dict(meanings)
    found = dict(meanings)
    lines = {line.name: line for line in sheet.lines}
    tables = {
        statement.index: _Table(key(statement.title), axes)
        for statement, axes in zip(sheet.statements, _axes_of_columns(sheet, dimensions), strict=True)
    }
    for total, terms in sorted(sheet.sums.terms.items(), reverse=True):
        whole = found.get(total)
        if total not in lines or whole is None or not _is_breakable(lines[total], whole, terms):
            continue
        axis = _axis_by_places([lines[row] for row, _ in terms if row in lines])
        for row, _ in terms:
            if row in lines and row in found and _is_part(lines[row], found[row], whole.concept):
                table = evolve(tables[row[0]], by_places=axis)
                found[row] = _part(lines[row], whole, dimensions, found[row], table)
    return _costs_of_parts(found, sheet)


@frozen
class _Table:
    """What a table says of all its rows: its title, and the axes by which its columns divide the company.

    ``by_places`` is the axis that the parts of one total tell together, where some are parts of the world.
    """

    title: str
    taken: frozenset[str]
    by_places: str = ""


def _axis_by_places(parts: Iterable[Line]) -> str:
    """Parts of the world divide by geography; where others stand among them, all are divisions."""
    named = [
        place(line.bare) is not None for line in parts if not _OTHER.search(line.bare) and not _known(line)
    ]
    if not any(named):
        return ""
    return "StatementGeographicalAxis" if all(named) else _BY_SEGMENTS


def _known(line: Line) -> str:
    return told_part(line.label)[0]


def _axes_of_columns(sheet: Sheet, dimensions: Dimensions) -> Iterator[frozenset[str]]:
    """The axes by which the columns of each statement divide the company."""
    for statement in sheet.statements:
        yield frozenset(
            member.axis.local
            for column in value_columns(statement).values()
            for member in dimensions.column(column, statement)
        )


def _costs_of_parts(meanings: dict[RowName, Meaning], sheet: Sheet) -> dict[RowName, Meaning]:
    """Lines of expense in the words of a line of revenue above them are the cost of that part."""
    found = dict(meanings)
    cost = next((one for one in map(sheet.knowledge.concept, _COSTS) if one), None)
    parts: dict[tuple[int, str], tuple[Member, ...]] = {}
    for line in sheet.lines:
        meaning = meanings[line.name]
        if line.kind is StatementKind.INCOME and meaning.source == "part":
            parts.setdefault((line.statement, line.words), meaning.members)
        elif cost and (line.statement, line.words) in parts and _is_cost_of_part(line):
            members = parts[line.statement, line.words]
            reasons = ("has the words of a line of revenue above",)
            found[line.name] = Meaning(cost, 0.9, reasons, meaning.runners_up, members, source="part")
    return found


_OTHER = re.compile(r"^(all )?other\b")
_COST_OF_SALES = re.compile(r"\bcost (of )?(revenue|sale|good|product|service)")


def _is_cost_of_part(line: Line) -> bool:
    """Whether words shared with a line of revenue tell its cost: "other" does so below a cost only."""
    named = not _OTHER.search(line.bare) or _COST_OF_SALES.search(line.above)
    return bool(named and line.form and line.unit is Kind.MONEY)


def by_class(
    meanings: Mapping[RowName, Meaning], sheet: Sheet, dimensions: Dimensions
) -> dict[RowName, Meaning]:
    """The meanings with the lines of face statements that are for one class of stock made members of it."""
    found = dict(meanings)
    for line in sheet.lines:
        name = next((one for pattern, one in _patterns("rules-classes.tsv") if pattern.search(line.bare)), "")
        members = dimensions.member("StatementClassOfStockAxis", dimensions.find(name)) if name else ()
        divisible = line.form == "BS" or line.unit is not Kind.MONEY
        if line.form and divisible and members and found[line.name].concept and not found[line.name].members:
            found[line.name] = evolve(found[line.name], members=members)
    return found


def _is_breakable(line: Line, whole: Meaning, terms: tuple[tuple[RowName, int], ...]) -> bool:
    by_segment = line.kind in _BREAKABLE or _BY_SEGMENT.search(line.above)
    if whole.concept is None or not by_segment or line.unit is not Kind.MONEY:
        return False
    added = all(weight > 0 for _, weight in terms)
    return added and (_is_whole(whole.concept) or line.kind is StatementKind.SEGMENTS)


# A heading under which the segments of a measure stand, whatever else the table is about.
_BY_SEGMENT = re.compile(r"\bsegment$")


def _is_whole(concept: Concept) -> bool:
    return any(either(concept.name.local, name) for name in _WHOLES)


def _is_part(line: Line, meaning: Meaning, whole: Concept | None) -> bool:
    """Whether a row has no sure concept of its own beside that of its total."""
    if whole is None or _NO_PRODUCT.search(line.bare) or _reconciles(line):
        return False
    if meaning.concept is None or meaning.concept == whole:
        return meaning.source != "profile"
    same_kind = _is_whole(meaning.concept) and _is_whole(whole)
    unsure = meaning.confidence < _OF_ITS_OWN or RULED not in meaning.reasons
    return unsure or (same_kind and meaning.concept.name.local in _WHOLE_NAMES) or line.unit is not Kind.MONEY


def _reconciles(line: Line) -> bool:
    """Whether a row of a table of segments is an expense of the company, which no segment is."""
    return line.kind is StatementKind.SEGMENTS and not _known(line) and _EXPENSE.search(line.bare) is not None


_EXPENSE = re.compile(
    r"\b(charge|cost|expense|restructuring|amortization|depreciation|compensation|impairment|litigation|settlement"
    r"|interest|adjustment|gain|loss|benefit|acquisition|severance)\b"
)

# What adds to revenue but is sold to nobody, or is all that is sold to others. Origin: income statements of
# insurers and property trusts; tables of segments (ASC 280-10-50-22).
_NO_PRODUCT = re.compile(
    r"\b(gain|loss|fair value|unrealized|realized|joint venture|equity method|unconsolidated)\b"
    r"|\bother income$|^less\b|\b(allowance|rebate|return|discount)$"
    r"|^(net )?(sale |revenue )*(from )?(external|unaffiliated|outside|third party)\b"
)

_WHOLE_NAMES = frozenset(
    {
        "Revenues",
        "SalesRevenueNet",
        "RevenueFromContractWithCustomerExcludingAssessedTax",
        "RevenueFromContractWithCustomerIncludingAssessedTax",
        "RevenueNotFromContractWithCustomer",
        "CostOfRevenue",
        "CostOfGoodsAndServicesSold",
    }
)


def _part(line: Line, whole: Meaning, dimensions: Dimensions, before: Meaning, table: _Table) -> Meaning:
    """The whole's concept with a member for the row; where the year has no such axis, what the row meant."""
    members = tuple(_members(line, dimensions, table))
    if not members:
        return before
    axes = {member.axis for member in members}
    reasons = (f"a part of the total that is {whole.concept.name if whole.concept else ''}",)
    return evolve(
        whole,
        members=(*(one for one in whole.members if one.axis not in axes), *members),
        reasons=reasons,
        runners_up=before.runners_up,
        source="part",
    )


@lru_cache(maxsize=1)
def _axes() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (where, re.compile(pattern), axis) for where, pattern, axis in rows("rules-breakdown-axes.tsv")
    )


def _axis(line: Line, table: _Table) -> str:
    """By what a breakdown goes, as row, headings or title say; never by what columns divide the company."""
    told = [*_told("label", line.bare), *_told("heading", line.above), *_told("heading", table.title)]
    if table.by_places and _BY_SEGMENTS not in told:
        told.insert(0, table.by_places)
    told += [_BY_SEGMENTS] if line.kind is StatementKind.SEGMENTS else []
    return next((axis for axis in (*told, _USUAL) if axis not in table.taken), _USUAL)


_BY_SEGMENTS = "StatementBusinessSegmentsAxis"
_USUAL = "ProductOrServiceAxis"


def _told(where: str, words: str) -> tuple[str, ...]:
    """The axes that a row or a heading names."""
    return tuple(axis for asked, pattern, axis in _axes() if asked == where and pattern.search(words))


def _members(line: Line, dimensions: Dimensions, table: _Table) -> Iterator[Member]:
    axis, known = told_part(line.label)
    if axis and (found := dimensions.find(known)):
        yield from dimensions.member(axis, found)
        return
    axis = _axis(line, table)
    member = next((one for one in map(dimensions.find, _names(line.bare, axis)) if one), None)
    yield from dimensions.member(axis, member or dimensions.own_member(line.label))


def _names(words: str, axis: str) -> list[str]:
    """The standard members that words may name on an axis."""
    if axis == "StatementGeographicalAxis":
        return [name for name in [place(words)] if name]
    return (
        [name for pattern, name in _patterns("rules-products.tsv") if pattern.search(words)]
        if axis == _USUAL
        else []
    )
