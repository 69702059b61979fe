"""Strategies for cases that are broken in a known way."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import Fact
from xbrlgen.testing.cases import Case
from xbrlgen.testing.damage import MANNERS, Damage
from xbrlgen.testing.files import case_files
from xbrlgen.testing.files.breaking import MANNERS as BREAKS
from xbrlgen.testing.files.breaking import BrokenFiling, broken
from xbrlgen.testing.strategies.networks import statements


@st.composite
def damages(
    draw: st.DrawFn, *, manners: Sequence[str] = tuple(MANNERS), of: SearchStrategy[Case] | None = None
) -> Damage:
    """Statements that added up until one thing was done to them; each says what, and what must be found."""
    manner = draw(st.sampled_from(manners))
    first = draw(st.integers(0, 11))
    case = draw(_sound() if of is None else of)
    made = (MANNERS[manner](case, fact) for fact in _from_concept(case, first))
    damage = next((each for each in made if each is not None), None)
    assume(damage is not None)
    assert damage is not None  # noqa: S101, as was just assumed
    return damage


def _from_concept(case: Case, first: int) -> list[Fact]:
    """The facts in their order, but beginning with those of one concept."""
    names = sorted(case.concepts)
    start = names[first % len(names)]
    return sorted(case.facts, key=lambda fact: fact.concept.name < start)


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


def broken_filings(
    *, manners: Sequence[str] = tuple(BREAKS), of: SearchStrategy[Case] | None = None
) -> SearchStrategy[BrokenFiling]:
    """Filings on disk that break the specification in one known way; each says which, and with what code."""
    sound = (_sound() if of is None else of).map(case_files)
    return st.builds(broken, sound, st.sampled_from(manners))
