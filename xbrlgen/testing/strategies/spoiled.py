"""Strategies for releases that are spoiled in a known manner, as typing and character recognition do it."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.testing.misprints import T
from xbrlgen.testing.spoiled import Spoiled
from xbrlgen.testing.spoiling import MANNERS, spoil
from xbrlgen.testing.strategies.earnings import LARGE, earnings
from xbrlgen.testing.tables import Earnings


@st.composite
def spoiled(
    draw: st.DrawFn,
    *,
    manners: Sequence[str] = tuple(MANNERS),
    of: SearchStrategy[Earnings] | None = None,
) -> Spoiled:
    """Consistent releases to which one thing was done; each says what, and what must be found."""

    def choose(among: Sequence[T], /) -> T:
        return draw(st.sampled_from(among))

    release = draw(earnings(sizes=LARGE) if of is None else of)
    made = spoil(release, draw(st.sampled_from(manners)), choose)
    assume(made is not None)
    assert made is not None  # noqa: S101, as was just assumed
    return made


def changed_digits() -> SearchStrategy[Spoiled]:
    """Releases in which one digit was read as another."""
    return spoiled(manners=["changed digit"])


def lost_digits() -> SearchStrategy[Spoiled]:
    """Releases in which a figure lost a digit."""
    return spoiled(manners=["lost digit"])


def transposed_digits() -> SearchStrategy[Spoiled]:
    """Releases in which two digits of a figure changed places."""
    return spoiled(manners=["transposed digits"])


def flipped_signs() -> SearchStrategy[Spoiled]:
    """Releases in which a figure lost its brackets, or got some."""
    return spoiled(manners=["flipped sign"])


def scale_slips() -> SearchStrategy[Spoiled]:
    """Releases in which a figure is printed in another scale than its table."""
    return spoiled(manners=["scale slip"])


def strangers() -> SearchStrategy[Spoiled]:
    """Releases with a number where there was none."""
    return spoiled(manners=["stranger"])


def swapped_figures() -> SearchStrategy[Spoiled]:
    """Releases in which two neighbouring figures of a row changed places."""
    return spoiled(manners=["swapped figures"])


def missing_rows() -> SearchStrategy[Spoiled]:
    """Releases in which a row was not printed."""
    return spoiled(manners=["missing row"])


def swapped_rows() -> SearchStrategy[Spoiled]:
    """Releases in which two neighbouring rows changed places."""
    return spoiled(manners=["swapped rows"])


def wrong_labels() -> SearchStrategy[Spoiled]:
    """Releases in which two neighbouring rows have each other's label."""
    return spoiled(manners=["wrong label"])


def swapped_columns() -> SearchStrategy[Spoiled]:
    """Releases in which two neighbouring columns have each other's heading."""
    return spoiled(manners=["swapped columns"])


def wrong_headings() -> SearchStrategy[Spoiled]:
    """Releases in which a column has the heading of another, or one of a year that has no column."""
    return spoiled(manners=["wrong heading", "wrong year"])


def ghost_rows() -> SearchStrategy[Spoiled]:
    """Releases in which a row is printed a second time in damaged digits."""
    return spoiled(manners=["ghost row"])


def smeared_rows() -> SearchStrategy[Spoiled]:
    """Releases in which three rows ran together."""
    return spoiled(manners=["smeared rows"])


def glued_cells() -> SearchStrategy[Spoiled]:
    """Releases in which a cell ran together with the one below it."""
    return spoiled(manners=["glued cells"])


def slid_cells() -> SearchStrategy[Spoiled]:
    """Releases in which a figure slid into the empty cell beside it."""
    return spoiled(manners=["slid cell"])
