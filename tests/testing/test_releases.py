"""Printed statements are read back, whatever the format and the traps."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import tries
from xbrlgen import read
from xbrlgen.reading.statement import ColumnKind, Kind
from xbrlgen.testing.printing import FORMS, TRAPS, Release
from xbrlgen.testing.strategies.releases import releases
from xbrlgen.testing.together import drawn


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=tries(25), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_our_reader_finds_every_number_and_no_other_but_with_a_doubt(form: str, data: st.DataObject) -> None:
    release = data.draw(releases(forms=[form], max_statements=2))
    entries = [
        (entry.value, entry.doubt or statement.columns[entry.column].doubt)
        for statement in read(release.content).statements
        for entry in statement.entries
        if entry.kind is Kind.MONEY and statement.columns[entry.column].kind is ColumnKind.VALUE
    ]
    due = Counter(value for row in release.numbers for value in row)
    assert not due - Counter(value for value, _ in entries if value is not None)
    assert not Counter(value for value, doubt in entries if not doubt and value is not None) - due


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("trap", [None, "prior year first", "unit twice", "title inside", "wrapped label"])
def test_most_traps_leave_no_doubt(form: str, trap: str | None) -> None:
    """Else doubting everything would do."""
    for release in drawn(releases(forms=[form], traps=[trap] if trap else []), 6):
        entries = [
            (entry.value, entry.doubt or statement.columns[entry.column].doubt)
            for statement in read(release.content).statements
            for entry in statement.entries
        ]
        assert Counter(entries) == Counter((value, "") for row in release.numbers for value in row)


@given(releases())
def test_a_release_says_how_it_was_printed(release: Release) -> None:
    assert release.traps <= TRAPS.keys()
    words = " ".join(release.text.split())
    assert all(label in words for label in release.labels)
    assert ("—" in release.text) == ("dash" in release.traps and any(0 in row for row in release.numbers))
