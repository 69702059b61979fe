"""Strategies for cases that are broken in a known way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.testing.cases import Case
from xbrlgen.testing.damage import MANNERS, Damage, all_damages
from xbrlgen.testing.strategies.networks import statements


def damages(
    *, manners: Sequence[str] = tuple(MANNERS), of: SearchStrategy[Case] | None = None
) -> SearchStrategy[Damage]:
    """Statements that added up until one thing was done to them; each says what, and what must be found."""
    sound = _sound() if of is None else of
    return st.sampled_from(manners).flatmap(lambda manner: _in_one_manner(manner, sound))


@cache
def _in_one_manner(manner: str, sound: SearchStrategy[Case]) -> SearchStrategy[Damage]:
    return sound.map(lambda case: all_damages(case, [manner])).filter(bool).flatmap(st.sampled_from)


@cache
def _sound() -> SearchStrategy[Case]:
    return statements()


def flipped_signs() -> SearchStrategy[Damage]:
    """Numbers with the other sign."""
    return damages(manners=["flipped sign"])


def scale_slips() -> SearchStrategy[Damage]:
    """Numbers in thousands of what they should be in."""
    return damages(manners=["scale slip"])


def transposed_digits() -> SearchStrategy[Damage]:
    """Numbers with two digits swapped."""
    return damages(manners=["transposed digits"])


def lost_digits() -> SearchStrategy[Damage]:
    """Numbers without their first digit."""
    return damages(manners=["lost digit"])


def missing_contributors() -> SearchStrategy[Damage]:
    """Contributors that are not reported."""
    return damages(manners=["missing contributor"])


def wrong_weights() -> SearchStrategy[Damage]:
    """Contributors that are subtracted instead of added, or the other way round."""
    return damages(manners=["wrong weight"])


def conflicting_copies() -> SearchStrategy[Damage]:
    """Facts reported again with another value."""
    return damages(manners=["conflicting copy"])
