"""A reader is tested by what was written: it tells the same facts, however they are laid out."""

import pytest
from hypothesis import given, settings
from reader import numbers

from xbrlgen.testing.laws import LAYOUTS, reading_finds_the_facts, reading_ignores_the_layout
from xbrlgen.testing.strategies.networks import statements


def what_it_can_tell(fact):
    return (fact.concept.name.local, fact.period.end.isoformat(), fact.value)


@settings(max_examples=50, deadline=None)
@given(statements())
def test_it_finds_every_number(case):
    reading_finds_the_facts(numbers, case.report, view=what_it_can_tell)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
@settings(max_examples=20, deadline=None)
@given(case=statements())
def test_the_layout_makes_no_difference(layout, case):
    reading_ignores_the_layout(numbers, case.report, layout)
