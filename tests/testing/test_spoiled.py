"""Spoiled releases say what was done to them: every other figure stands as it was."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import xbrlgen
from tests.effort import tries
from xbrlgen.proving import prove
from xbrlgen.testing.fates import Fate, fate_of
from xbrlgen.testing.spoiled import Spoiled, Truth, printed_truth
from xbrlgen.testing.spoiling import MANNERS, spoil
from xbrlgen.testing.strategies import spoiled as strategies
from xbrlgen.testing.strategies.earnings import earnings
from xbrlgen.testing.tables import PAGES, Earnings

FEW = settings(
    max_examples=tries(10), derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
SHIFTED = {"missing row", "swapped rows", "ghost row", "smeared rows"}


@pytest.mark.parametrize("manner", sorted(MANNERS))
@FEW
@given(data=st.data())
def test_what_was_not_touched_is_printed_as_before(manner: str, data: st.DataObject) -> None:
    made = data.draw(strategies.spoiled(manners=[manner]))
    assert made.manner == manner
    assert made.before != made.after
    assert made.codes
    same = [cell for cell in made.after.cells if cell not in made.truth]
    printed = {printed_truth(made.before, cell) for cell in made.before.cells}
    assert all(printed_truth(made.after, cell) in printed for cell in same)


@FEW
@given(strategies.spoiled(manners=sorted(set(MANNERS) - SHIFTED)))
def test_the_truth_of_a_touched_figure_is_what_it_was(made: Spoiled) -> None:
    before = {printed_truth(made.before, cell) for cell in made.before.cells}
    assert made.truth
    assert all(truth in before for truth in made.truth.values())
    assert any(printed_truth(made.after, cell) != truth for cell, truth in made.truth.items())


@FEW
@given(earnings(), st.sampled_from(sorted(MANNERS)), st.integers())
def test_the_same_choices_spoil_alike(release: Earnings, manner: str, start: int) -> None:
    one, other = (spoil(release, manner, Random(start).choice) for _ in range(2))  # noqa: S311, no secret
    assert one == other


@FEW
@given(earnings(), st.sampled_from(sorted(PAGES)))
def test_every_print_of_a_release_is_on_its_page(release: Earnings, form: str) -> None:
    page = release.page(form)
    assert all(release.cell(cell) in page for cell in release.cells)


def test_every_manner_has_a_strategy_of_its_own() -> None:
    own = [value for name, value in vars(strategies).items() if name.endswith("s") and callable(value)]
    assert len(own) >= len(MANNERS) - 1


@FEW
@given(earnings())
def test_a_release_that_was_not_spoiled_has_nothing_to_find(release: Earnings) -> None:
    read = xbrlgen.read(release.page())
    sound = Spoiled(release, release, "none", {}, frozenset())
    assert fate_of(sound, read, prove(read)) is Fate.MISSED


@FEW
@given(strategies.flipped_signs())
def test_a_repair_to_another_value_is_wrong(made: Spoiled) -> None:
    """The judge of fates can fail: with another truth, what was repaired rightly is wrong."""
    read = xbrlgen.read(made.after.page())
    proved = prove(read)
    (cell, truth), *_ = made.truth.items()
    assert truth is not None
    lie = Spoiled(
        made.before, made.after, made.manner, {cell: Truth(truth.label, truth.period, "7")}, made.codes
    )
    repaired = fate_of(made, read, proved) is Fate.REPAIRED
    assert (fate_of(lie, read, proved) is Fate.WRONG) == repaired
