"""A checker is tested by statements that add up, and by such as were broken on purpose."""

from checker import inconsistent
from hypothesis import given, settings

from xbrlgen.testing.laws import judging_finds_what_is_broken, judging_passes_what_holds
from xbrlgen.testing.strategies.damages import damages
from xbrlgen.testing.strategies.networks import statements


@settings(max_examples=1000, deadline=None)
@given(statements())
def test_it_passes_what_holds(case):
    judging_passes_what_holds(inconsistent, case)


@settings(deadline=None)
@given(damages(manners=["flipped sign", "scale slip"]))
def test_it_finds_what_is_broken(damage):
    judging_finds_what_is_broken(inconsistent, damage)
