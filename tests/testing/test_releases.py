"""Printed statements are read back, whatever the format and the traps."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import tries
from xbrlgen import read
from xbrlgen.reading.statement import ColumnKind, Kind
from xbrlgen.testing.parts import TRAPS
from xbrlgen.testing.printing import FORMS, Release
from xbrlgen.testing.strategies.releases import releases
from xbrlgen.testing.together import drawn


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=tries(25), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_our_reader_finds_every_number_and_no_other_but_with_a_doubt(form: str, data: st.DataObject) -> None:
    release = data.draw(releases(forms=[form], max_statements=3))
    entries = [
        (entry.value, entry.doubt or statement.columns[entry.column].doubt)
        for statement in read(release.content).statements
        for entry in statement.entries
        if entry.kind is Kind.MONEY and statement.columns[entry.column].kind is ColumnKind.VALUE
    ]
    due = Counter(value for row in release.numbers for value in row)
    assert not due - Counter(value for value, _ in entries if value is not None)
    assert not Counter(value for value, doubt in entries if not doubt and value is not None) - due


# What adds columns that are no amounts, or a mark that could be a number; and a heading which, where it
# stands over the labels and lost its blank, leaves the end of the fiscal year unsaid.
DOUBTFUL = {"percent column", "note column", "note mark", "glued heading"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("trap", [None, *(trap for trap in TRAPS if trap not in DOUBTFUL)])
def test_most_traps_leave_no_doubt(form: str, trap: str | None) -> None:
    """Else doubting everything would do."""
    for release in drawn(releases(forms=[form], traps=[trap] if trap else []), 6 if trap is None else 12):
        entries = [
            (entry.value, entry.doubt or statement.columns[entry.column].doubt)
            for statement in read(release.content).statements
            for entry in statement.entries
        ]
        assert Counter(entries) == Counter((value, "") for row in release.numbers for value in row)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=tries(15), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_our_reader_finds_the_periods_of_every_statement(form: str, data: st.DataObject) -> None:
    release = data.draw(releases(forms=[form], max_statements=3))
    found = [
        tuple(column.period for column in statement.columns if column.kind is ColumnKind.VALUE)
        for statement in read(release.content).statements
    ]
    assert found == list(release.columns)


@given(releases())
def test_a_release_says_how_it_was_printed(release: Release) -> None:
    assert release.traps <= TRAPS.keys()
    words = " ".join(release.text.split())
    assert all(label in words for label in release.labels)
    assert ("—" in release.text) == ("dash" in release.traps and any(0 in row for row in release.numbers))
