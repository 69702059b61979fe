"""The laws of readers on edgartools: what it keeps, and what it can't tell, with the smallest examples."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Hashable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from tests.effort import tries
from xbrlgen.model import (
    Concept,
    Dimension,
    Entity,
    Fact,
    Member,
    Period,
    PeriodType,
    QName,
    Report,
    Unit,
)
from xbrlgen.model.itemtypes import RANGES
from xbrlgen.testing.files import Layout
from xbrlgen.testing.laws import (
    LAYOUTS,
    PAGES,
    BrokenLaw,
    reading_finds_the_facts,
    reading_ignores_the_layout,
)
from xbrlgen.testing.strategies import declarable
from xbrlgen.testing.strategies.networks import statements

pytestmark = pytest.mark.skipif(not importlib.util.find_spec("edgar"), reason="edgartools is not installed")


@pytest.fixture(scope="module")
def reader() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of its own imports
        from edgar.xbrl.xbrl import XBRL  # noqa: PLC0415, its warnings are not ours

    def read(path: Path) -> Iterable[Hashable]:
        seen = XBRL.from_files(instance_file=path)
        return [_told(fact, seen.contexts[fact.context_ref]) for fact in seen._facts.values()]

    return read


def _told(fact: Any, context: Any) -> Hashable:
    end = context.period.get("endDate") or context.period.get("instant")
    about = (context.entity["identifier"], context.period.get("startDate"), end)
    return (fact.element_id.partition(":")[2], *about, fact.unit_ref is not None, fact.value, fact.decimals)


def tellable(fact: Fact) -> Hashable:
    start, end = (None if each is None else each.isoformat() for each in (fact.period.start, fact.period.end))
    about = (fact.concept.name.local, fact.entity.identifier, start, end, fact.is_numeric)
    return (*about, _printed(fact), _accuracy(fact))


def _printed(fact: Fact) -> str:
    if isinstance(fact.value, Decimal):
        return f"{fact.value:.0f}" if fact.concept.base in RANGES else f"{fact.value:f}"
    return fact.value or ""


def _accuracy(fact: Fact) -> str | None:
    if not isinstance(fact.value, Decimal):
        return None
    return "INF" if fact.decimals is None else str(fact.decimals)


def numbers_of(report: Report) -> Report:
    return evolve(report, facts=[fact for fact in report.facts if isinstance(fact.value, Decimal)])


HAS_NUMBERS = declarable(footnotes=False).map(numbers_of).filter(lambda report: report.facts)
FEW = settings(max_examples=tries(40))


@FEW
@given(report=HAS_NUMBERS)
def test_it_finds_every_number(reader: Any, report: Report) -> None:
    reading_finds_the_facts(reader, report, view=tellable)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@settings(max_examples=tries(20))
@given(case=statements())
def test_the_layout_makes_no_difference(reader: Any, layout: Any, case: Any) -> None:
    reading_ignores_the_layout(reader, case.report, layout)


NOTE = Concept(QName("ex", "Note", "http://example.com/c1"), "stringItemType", PeriodType.DURATION)
YEAR = Period.duration(date(2023, 1, 1), date(2023, 12, 31))


def test_it_strips_the_space_around_texts(reader: Any) -> None:
    """Known of edgartools 5.62: the text of a string fact loses its outer space."""
    with pytest.raises(BrokenLaw):
        reading_finds_the_facts(reader, Report([Fact("f1", NOTE, Entity("1"), YEAR, " x")]), view=tellable)


def test_it_can_not_tell_nil_from_an_empty_text(reader: Any) -> None:
    """Known of edgartools 5.62: a nil fact reads as an empty text."""
    nil = Report([Fact("f1", NOTE, Entity("1"), YEAR, None)])
    reading_finds_the_facts(reader, nil, view=lambda fact: tellable(evolve(fact, value="")))


# ---- inline pages, which another part of it reads


@pytest.fixture(scope="module")
def page_reader() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of its own imports
        from edgar.documents import parse_html  # noqa: PLC0415, its warnings are not ours

    def read(path: Path) -> Iterable[Hashable]:
        return [_told_on_page(fact) for fact in parse_html(path.read_text("utf-8")).xbrl_facts]

    return read


def _told_on_page(fact: Any) -> Hashable:
    end = fact.context.get("end_date") or fact.context.get("instant")
    about = (fact.context["entity"], fact.context.get("start_date"), end)
    dimensions = sorted((_local(axis), _local(on)) for axis, on in fact.context.get("dimensions", {}).items())
    value = Decimal(fact.value) if fact.unit and fact.value else fact.value
    return (
        fact.concept.partition(":")[2],
        *about,
        tuple(dimensions),
        _in_order(fact.unit),
        value,
        fact.decimals,
    )


def _local(name: str) -> str:
    """A name without its prefix, or what is left of any text when treated so."""
    return name.rpartition(":")[2].strip()


def tellable_on_page(fact: Fact) -> Hashable:
    start, end = (None if each is None else each.isoformat() for each in (fact.period.start, fact.period.end))
    about = (fact.concept.name.local, fact.entity.identifier, start, end)
    dimensions = sorted((each.axis.local, _where(each)) for each in fact.dimensions)
    value = fact.value if fact.is_numeric else _printed(fact)
    return (*about, tuple(dimensions), _measures(fact.unit), value, _accuracy(fact))


def _where(dimension: Dimension) -> str:
    return dimension.member.local if isinstance(dimension, Member) else _local(dimension.value or "")


def _measures(unit: Unit | None) -> str | None:
    if unit is None:
        return None
    above, below = (
        "*".join(sorted(each.local for each in side)) for side in (unit.numerators, unit.denominators)
    )
    return f"{above}/{below}" if below else above


def _in_order(unit: str | None) -> str | None:
    """A unit as it names it, whatever order its measures were written in."""
    return unit and "*".join(sorted(unit.split("*")))


def has_simple_unit(fact: Fact) -> bool:
    """Whether no measures are multiplied in a quotient, of which it keeps one (known of 5.62)."""
    unit = fact.unit
    return unit is None or not unit.denominators or len(unit.numerators + unit.denominators) == 2


def simple(report: Report) -> Report:
    return evolve(report, facts=[fact for fact in report.facts if has_simple_unit(fact)])


@pytest.mark.parametrize("layout", PAGES.values(), ids=PAGES.keys())
@FEW
@given(report=HAS_NUMBERS.map(simple))
def test_it_finds_every_number_on_a_page(page_reader: Any, layout: Layout, report: Report) -> None:
    reading_finds_the_facts(page_reader, report, view=tellable_on_page, layout=layout)


AMOUNT = Concept(QName("ex", "Amount", "http://example.com/c1"), "monetaryItemType", PeriodType.DURATION)
HOURS = Unit(
    (QName("u", "kWh", "http://example.com/u"),),
    (QName("u", "hour", "http://example.com/u"), QName("u", "site", "http://example.com/u")),
)
LONG = "123456789012345678901234567890"
OUTPUT = Concept(QName("ex", "Output", "http://example.com/c1"), "decimalItemType", PeriodType.DURATION)
# Known of edgartools 5.62 on inline pages: what is on the page, and the value it tells.
MISREAD = {
    "digits beyond the 28th are rounded away": (
        Fact("f1", AMOUNT, Entity("1"), YEAR, Decimal(LONG), Unit.of("USD"), (), 0),
        (Decimal("123456789012345678901234567900"), "USD"),
    ),
    "a nil number is an empty text": (
        Fact("f1", AMOUNT, Entity("1"), YEAR, None, Unit.of("USD")),
        ("", "USD"),
    ),
    "blanks within a text become one": (Fact("f1", NOTE, Entity("1"), YEAR, "a  b"), ("a b", None)),
    "of measures that are multiplied under a quotient one is kept": (
        Fact("f1", OUTPUT, Entity("1"), YEAR, Decimal(1), HOURS, (), 0),
        (Decimal(1), "kWh/hour"),
    ),
}


@pytest.mark.parametrize("misread", MISREAD.values(), ids=MISREAD.keys())
def test_on_a_page_it_misreads(page_reader: Any, misread: tuple[Fact, tuple[object, object]]) -> None:
    fact, told = misread

    def read(path: Path) -> Iterable[Hashable]:
        return [(each[-2], each[-3]) for each in page_reader(path)]

    layout = Layout(is_inline=True)
    reading_finds_the_facts(read, Report([fact]), view=lambda _: told, layout=layout)
    with pytest.raises(BrokenLaw):
        reading_finds_the_facts(
            read, Report([fact]), view=lambda each: (each.value, str(each.unit)), layout=layout
        )
