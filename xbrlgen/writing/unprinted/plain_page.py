"""A page for facts that come without one: a table a role, laid out from its presentation tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import NamedTuple

from attrs import Factory, mutable

from xbrlgen.filing import Filing, Node, Role
from xbrlgen.model import Concept, Fact, Member, Period, QName, Unit
from xbrlgen.model.aspects import Dimension
from xbrlgen.model.sharing import distinct, once_each
from xbrlgen.period_words import MONTH_NAMES
from xbrlgen.writing import names
from xbrlgen.writing.inline.transformations import EXACT, PLAIN_FORMAT, read_as
from xbrlgen.writing.inline.wrapping import ESCAPED
from xbrlgen.writing.taxonomy.labels import Labels, labels_of
from xbrlgen.writing.unprinted.paper import Layout, Paper, read_back

_PLACES_OF = {0: "", 3: "thousands", 6: "millions", 9: "billions"}
_PERIOD_START = ("periodStartLabel", "negatedPeriodStartLabel")
_OTHER = "Other facts"
_MOST_COLUMNS = 40  # what is beyond stands in the list of other facts


class Column(NamedTuple):
    """What the facts of a column share: the time up to a day, and the dimensions."""

    period: Period
    dimensions: tuple[Dimension, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """Whole before parts, newest first, shorter before longer."""
        end = self.period.end.toordinal() if self.period.end else 0
        start = self.period.start.toordinal() if self.period.start else end
        return (len(self.dimensions), -end, -start, tuple(value.key for value in self.dimensions))


def laid_out(filing: Filing, title: str) -> Layout:
    """The page on which the facts of a filing are printed."""
    style = files("xbrlgen.writing").joinpath("page.css").read_text(encoding="utf-8")
    layout = PlainPage.of(title, filing, style).write(filing.roles)
    return layout if layout.is_plain else read_back(layout)


@mutable
class PlainPage:
    """The page of some facts being laid out; each fact is shown once."""

    title: str
    labels: Mapping[QName, Labels]
    concepts: Mapping[QName, Concept]
    listed: Sequence[Fact]
    facts: dict[QName, dict[Column, list[Fact]]]
    paper: Paper
    shown: set[str] = Factory(set)
    unit: Callable[[Unit | None], str] = Factory(lambda: once_each(lambda unit: str(unit or "")))
    time: Callable[[Period], str] = Factory(lambda: once_each(_when))

    @classmethod
    def of(cls, title: str, filing: Filing, style: str) -> PlainPage:
        """An empty page for the facts of a filing."""
        listed = filing.report.facts
        facts: dict[QName, dict[Column, list[Fact]]] = {}
        for fact in listed:
            facts.setdefault(fact.concept.name, {}).setdefault(_column(fact), []).append(fact)
        declared = (*filing.standard, *filing.extensions, *distinct(fact.concept for fact in listed))
        concepts = {concept.name: concept for concept in declared}
        return cls(title, labels_of(filing), concepts, listed, facts, Paper.of(style))

    def write(self, roles: Iterable[Role]) -> Layout:
        """The whole page."""
        self.paper.block("h1", self.title)
        for role in roles:
            self._role(role)
        self._rest()
        return self.paper.done()

    def _role(self, role: Role) -> None:
        lines = list(_lines(role.tree))
        named = [self.facts[name] for name in {node.concept for node, _ in lines} if name in self.facts]
        columns = _columns({column for by_column in named for column in by_column})
        if not columns:
            return
        wanted = [fact for by_column in named for facts in by_column.values() for fact in facts]
        scales = self._scales(wanted)
        self.paper.block("h2", role.definition.rpartition(" - ")[2])
        self._scale_line({self.unit(fact.unit) for fact in wanted if fact.unit}, scales)
        self.paper.open_table()
        self._head(columns)
        for node, depth in lines:
            self._line(node, depth, columns, scales)
        self.paper.close_table()

    def _scales(self, facts: Iterable[Fact]) -> dict[str, int]:
        """By unit the scale in which all its numbers show every digit they claim to know."""
        known: dict[str, int] = {}
        for fact in facts:
            if isinstance(fact.value, Decimal):
                unit = self.unit(fact.unit)
                digits = fact.decimals if fact.decimals is not None else _places(fact.value)
                known[unit] = max(known.get(unit, -9), digits)
        return {
            unit: max((s for s in _PLACES_OF if -digits >= s), default=0) for unit, digits in known.items()
        }

    def _scale_line(self, units: Iterable[str], scales: Mapping[str, int]) -> None:
        words = [
            f"{unit} in {_PLACES_OF[scales[unit]]}" if scales.get(unit) else unit for unit in sorted(units)
        ]
        if words:
            self.paper.block("p", ", ".join(words), ' class="rest"')

    def _head(self, columns: Sequence[Column]) -> None:
        self.paper.open_row(' class="head last"')
        self.paper.cell("")
        for column in columns:
            self.paper.cell(self._heading(*column), ' class="c"', "th")
        self.paper.close_row()

    def _line(self, node: Node, depth: int, columns: Sequence[Column], scales: Mapping[str, int]) -> None:
        concept = self.concepts.get(node.concept)
        style = f' style="padding-left:{0.4 + depth:g}em"' if depth else ""
        if node.concept in self.facts:
            is_total = node.preferred_label.lower().endswith("totallabel")
            self.paper.open_row(' class="total"' if is_total else "")
            self.paper.cell(self._label(node), style)
            for column in columns:
                self._cell(column, node, scales)
            self.paper.close_row()
        elif concept is None or concept.abstract:
            self.paper.open_row(' class="words"')
            self.paper.cell(self._label(node), f' colspan="{len(columns) + 1}"{style}')
            self.paper.close_row()

    def _name(self, concept: Concept) -> str:
        return self._label(Node(concept.name))

    def _label(self, node: Node) -> str:
        given = dict(self.labels.get(node.concept, ()))
        standard = given.get(names.STANDARD_LABEL, names.words_of(node.concept.local))
        return given.get(node.preferred_label, standard).removesuffix(" [Abstract]")

    def _cell(self, column: Column, node: Node, scales: Mapping[str, int]) -> None:
        by_column = self.facts[node.concept]
        fitting = (fact for each in _fitting(column, node) for fact in by_column.get(each, ()))
        fact = next((fact for fact in fitting if fact.id not in self.shown), None)
        if fact is None:
            self.paper.cell("")
            return
        self.shown.add(fact.id)
        self._fact(fact, scales.get(self.unit(fact.unit), 0), negated="negated" in node.preferred_label)

    def _fact(self, fact: Fact, scale: int, *, negated: bool = False) -> None:
        """The cell of a fact."""
        if fact.concept.type in ESCAPED and fact.value is not None:
            self.paper.markup(fact, str(fact.value))
        elif not isinstance(fact.value, Decimal):
            kind = ' class="n p"' if fact.is_numeric else ""
            self.paper.fact(fact, "—" if fact.value is None else fact.value, kind)
        else:
            text, is_whole = printed(fact.value, fact.decimals, scale, negated=negated)
            sign = "-" if fact.value.is_signed() else ""
            how = read_as(PLAIN_FORMAT, scale, sign, fact.decimals) if is_whole else ""
            self.paper.fact(fact, text, ' class="n"' if text.endswith(")") else ' class="n p"', how)

    def _rest(self) -> None:
        """List what no tree has a place for."""
        rest = [fact for fact in self.listed if fact.id not in self.shown]
        if not rest:
            return
        label = once_each(self._name)
        paper = self.paper
        paper.block("h2", _OTHER)
        paper.open_table()
        for fact in rest:
            paper.open_row()
            paper.cell(label(fact.concept))
            paper.cell(self._heading(fact.period, fact.dimensions))
            self._fact(fact, 0)
            paper.cell(self.unit(fact.unit))
            paper.close_row()
        paper.close_table()

    def _heading(self, period: Period, dimensions: Sequence[Dimension]) -> str:
        time = self.time(period)
        return ", ".join((time, *map(_member, dimensions))) if dimensions else time


def _lines(nodes: Iterable[Node], depth: int = 0) -> Iterator[tuple[Node, int]]:
    for node in nodes:
        yield node, depth
        yield from _lines(node.children, depth + 1)


def _column(fact: Fact) -> Column:
    return Column(fact.period, fact.dimensions)


def _columns(columns: Set[Column]) -> list[Column]:
    """The columns to show: a moment stands in the column of a time that ends or begins with it."""
    times = [column for column in columns if column.period.start is not None]
    covered = {(day, each.dimensions) for each in times for day in (each.period.end, _day_before(each))}
    kept = [
        each
        for each in columns
        if each.period.start is not None or (each.period.end, each.dimensions) not in covered
    ]
    return sorted(kept, key=lambda column: column.order)[:_MOST_COLUMNS]


def _day_before(column: Column) -> date | None:
    """The moment at which the time of a column begins."""
    start = column.period.start
    return start - timedelta(days=1) if start else None


def _fitting(column: Column, node: Node) -> tuple[Column, ...]:
    """Whose facts may stand in a column: its own, and those at the moment it begins or ends with."""
    if column.period.start is None:
        return (column,)
    starts = node.preferred_label.rpartition("/")[2] in _PERIOD_START
    moment = _day_before(column) if starts else column.period.end
    return (column, Column(Period(None, moment), column.dimensions))


def _places(value: Decimal) -> int:
    exponent = value.normalize(EXACT).as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _member(value: Dimension) -> str:
    """What the heading of a column says of a dimension."""
    if isinstance(value, Member):
        return names.words_of(value.member.local).removesuffix(" Member")
    return str(value.value)


def _when(period: Period) -> str:
    if period.end is None:
        return "at any time"
    end = f"{_day(period.end)}, {period.end.year}"
    if period.start is None:
        return end
    year = f", {period.start.year}" if period.start.year != period.end.year else ""
    return f"{_day(period.start)}{year} to {end}"


def _day(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1][:3].title()} {day.day}"


def printed(value: Decimal, decimals: int | None, scale: int, *, negated: bool = False) -> tuple[str, bool]:
    """A number in print, to the digits it claims to know or, where exact, all it has; whether that is all.

    Digits beyond what a fact claims to know are shown too, as the fact has them, unless they are very many.

    >>> printed(Decimal(-1301000), -3, 3)
    ('(1,301)', True)
    """
    signed = value.copy_negate() if negated else value
    scaled = signed.scaleb(-scale, EXACT)
    places = _places(scaled)
    claimed = places if decimals is None else decimals + scale
    digits = f"{scaled.copy_abs():,.{max(claimed, places, 0)}f}"
    is_whole = bool(value) and scaled.scaleb(scale, EXACT) == signed
    return (f"({digits})" if scaled < 0 else digits), is_whole
