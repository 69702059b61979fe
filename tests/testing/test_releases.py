"""Printed statements are read back, whatever the format and the traps."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from xbrlgen import read
from xbrlgen.testing.printing import FORMS, TRAPS, Release
from xbrlgen.testing.strategies.releases import releases


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=tries(25))
@given(data=st.data())
def test_our_reader_finds_every_number(form: str, data: st.DataObject) -> None:
    release = data.draw(releases(forms=[form]))
    document = read(release.text.encode())
    found = Counter(entry.value for statement in document.statements for entry in statement.entries)
    assert found == Counter(value for row in release.numbers for value in row)


@given(releases())
def test_a_release_says_how_it_was_printed(release: Release) -> None:
    assert release.traps <= TRAPS.keys()
    assert all(label in release.text for label in release.labels)
    assert ("—" in release.text) == ("dash" in release.traps and any(0 in row for row in release.numbers))
