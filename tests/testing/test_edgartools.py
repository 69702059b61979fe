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
from xbrlgen.model import Concept, Entity, Fact, Period, PeriodType, QName, Report
from xbrlgen.model.itemtypes import RANGES
from xbrlgen.testing.laws import LAYOUTS, BrokenLaw, reading_finds_the_facts, reading_ignores_the_layout
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
