"""Real releases: written, read back by Arelle fact by fact, and looked at in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.effort import EFFORT
from tests.shared import shared
from tests.writing.accepting import accepted, releases
from tests.writing.browsing import seen
from tests.writing.judging import Judge
from xbrlgen import build
from xbrlgen.writing import write

# A release of each shape, two of them of years that there are official-shaped packages of; all in a long run.
_OF_EACH_SHAPE = [
    "liveperson-2013q3.md",
    "BKE_FY2024Q3.html",
    "AAPL_FY2004Q3.html",
    "COST_FY2023Q1.txt",
    "CRM_FY2024Q1.txt",
    "PSEM_FY2005Q4.txt",
]
RELEASES = [path.name for path in releases()] if EFFORT == "long" else _OF_EACH_SHAPE


@pytest.mark.parametrize("name", RELEASES)
def test_nobody_has_a_word_against_the_filing_of_a_release(name: str, arelle: Judge, tmp_path: Path) -> None:
    folder = "seed" if name.startswith("liveperson") else "releases"
    result = accepted(shared(f"{folder}/{name}"), tmp_path, arelle)
    assert result.facts
    assert result.untold == ()
    assert result.different == ()


@pytest.mark.parametrize("path", ["releases/BKE_FY2024Q3.html", "releases/AAPL_FY2004Q3.html"])
def test_a_browser_shows_the_same_cells_in_the_same_places(path: str, tmp_path: Path) -> None:
    filing = build(shared(path))
    assert filing.proved is not None
    page = write(filing, tmp_path / "out").paths[0].read_bytes()
    before, after = seen(filing.proved.document.sources[0].raw, tmp_path), seen(page, tmp_path)
    assert after.cells == before.cells
    assert after.text == before.text
    moved = [
        (a, b) for a, b in zip(before.boxes, after.boxes, strict=True) if max(map(abs, _minus(a, b))) > 1
    ]
    assert moved == []


def _minus(one: list[int], other: list[int]) -> list[int]:
    return [a - b for a, b in zip(one, other, strict=True)]
