"""The facts at a place are found as if every placement were asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.filing import Placement
from xbrlgen.places import Place
from xbrlgen.reviewing.placing import facts_at


@st.composite
def places(draw: st.DrawFn) -> Place:
    start = draw(st.integers(0, 30))
    return Place(draw(st.integers(0, 1)), start, start + draw(st.integers(0, 12)), 1, 1)


placements = st.lists(
    st.builds(Placement, st.sampled_from(["a", "b", "c"]), places(), st.just("1")), max_size=12
)


@given(placements, st.lists(places(), max_size=8))
def test_a_place_has_the_facts_of_all_that_hold_it(
    all_placements: list[Placement], asked: list[Place]
) -> None:
    found = facts_at(all_placements, asked)
    assert set(found) == set(asked)
    for place in asked:
        assert found[place] == [one.fact for one in all_placements if one.place.holds(place)]
