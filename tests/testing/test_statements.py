"""Statements that add up do, and each damage is found: by the native engine and by Arelle."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.model import DuplicateClass, duplicates
from xbrlgen.testing.cases import Case, Verdict
from xbrlgen.testing.damage import MANNERS, Damage
from xbrlgen.testing.files import write_case, write_files
from xbrlgen.testing.files.breaking import MANNERS as BREAKS
from xbrlgen.testing.native import native, native_outcomes
from xbrlgen.testing.oracle import Oracle
from xbrlgen.testing.strategies.calendars import Calendar, calendars, comparatives, lengths
from xbrlgen.testing.strategies.damages import broken_filings, damages
from xbrlgen.testing.strategies.networks import cases, statements
from xbrlgen.testing.together import drawn
from xbrlgen.validating.arelle.agreement import excused
from xbrlgen.validating.outcomes import Status

MODES = ("c10", "c10d", "c11r", "c11t")


def every_sum(case: Case, mode: str) -> set[Status]:
    return {outcome.status for outcome in native_outcomes(case, mode)}


@given(statements(rounding="nearest"))
def test_rounded_statements_hold_within_their_accuracy(case: Case) -> None:
    assert every_sum(case, "c11r") == {Status.CONSISTENT}


@given(statements(rounding="none", versions=("1.0",)), st.sampled_from(MODES))
def test_statements_without_rounding_hold_in_every_mode(case: Case, mode: str) -> None:
    assert every_sum(case, mode) == {Status.CONSISTENT}


@pytest.mark.parametrize("manner", [each for each in MANNERS if each != "conflicting copy"])
@given(st.data())
def test_each_damage_is_found_by_the_native_engine(manner: str, data: st.DataObject) -> None:
    damage = data.draw(damages(manners=[manner]))
    assert native(damage.before) == frozenset()
    assert damage.must <= native(damage.after)
    assert damage.must


@given(damages(manners=["conflicting copy"]))
def test_a_conflicting_copy_is_an_inconsistent_duplicate(damage: Damage) -> None:
    assert duplicates(damage.before.facts) == ()
    assert [each.kind for each in duplicates(damage.after.facts)] == [DuplicateClass.INCONSISTENT]


def test_arelle_finds_each_damage_and_nothing_before_it(oracle: Oracle) -> None:
    found = drawn(damages(), 200)
    assert {damage.manner for damage in found} == MANNERS.keys()
    assert set(oracle.judge([damage.before for damage in found])) == {frozenset()}
    for mode in ("c11r", "c10d"):
        verdicts = oracle.judge([damage.after for damage in found], mode)
        missed = [
            damage
            for damage, found in zip(found, verdicts, strict=True)
            if not damage.must_under(mode) <= found
        ]
        assert missed == []


@pytest.mark.parametrize("mode", MODES)
def test_the_native_engine_agrees_with_arelle(oracle: Oracle, mode: str) -> None:
    def agrees(case: Case, verdict: Verdict) -> None:
        if not any(excused(outcome) for outcome in native_outcomes(case, mode)):
            assert native(case, mode) == verdict

    oracle.check(cases(), agrees, mode=mode, count=250)


@given(calendars(), st.integers(2009, 2025))
def test_quarters_make_the_year(calendar: Calendar, year: int) -> None:
    quarters = [calendar.quarter(year, number) for number in (1, 2, 3, 4)]
    whole = calendar.to_date(year, 4)
    assert sum(lengths(quarters)) == lengths([whole])[0]
    assert quarters[0].start == whole.start
    assert all(earlier.closes == later.opens for earlier, later in pairwise(quarters))
    assert calendar.to_date(year, 1) == quarters[0]


@given(calendars().filter(lambda calendar: calendar.weekday is not None), st.integers(2009, 2025))
def test_years_of_weeks_have_52_or_53(calendar: Calendar, year: int) -> None:
    assert calendar.weeks(year) in {52, 53}
    assert lengths([calendar.to_date(year, 4)])[0] % 7 == 0
    assert calendar.year_end(year).month == calendar.month


@given(comparatives())
def test_the_year_before_is_a_year_before(periods: tuple[object, ...]) -> None:
    assert len(periods) in {2, 4}


@pytest.mark.parametrize("manner", BREAKS)
def test_arelle_says_what_is_wrong_with_a_broken_filing(oracle: Oracle, manner: str, tmp_path: Path) -> None:
    for number, filing in enumerate(drawn(broken_filings(manners=[manner]), 4)):
        path = write_files(dict(filing.files), tmp_path / str(number))
        assert filing.code in {message.code for message in oracle.complaints(path)}


def test_arelle_says_nothing_of_a_sound_one(oracle: Oracle, tmp_path: Path) -> None:
    for number, case in enumerate(drawn(statements(), 10)):
        assert oracle.complaints(write_case(case, tmp_path / str(number))) == ()
