"""Real releases: written, read back by Arelle fact by fact, and looked at in a browser."""

from __future__ import annotations

import base64
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


# One without document type, one with that of old pages, one whose lines are as high as the standard has it.
_PAGES = ["BKE_FY2024Q3.html", "AMTD_FY2019Q1.html", "SQSP_2023Q4.html"]
PAGES = [path.name for path in releases() if path.suffix == ".html"] if EFFORT == "long" else _PAGES
GIF = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


@pytest.mark.parametrize("name", PAGES)
def test_a_browser_shows_the_same_cells_in_the_same_places(name: str, tmp_path: Path) -> None:
    filing = build(shared(f"releases/{name}"))
    assert filing.proved is not None
    document = filing.proved.document
    for picture in document.pictures:
        assert picture.address == picture.name
        (tmp_path / picture.name).write_bytes(GIF)
    page = write(filing, tmp_path / "out").paths[0].read_bytes()
    before, after = seen(document.sources[0].raw, tmp_path), seen(page, tmp_path)
    assert after.cells == before.cells
    assert after.text == before.text
    pairs = zip(before.boxes, after.boxes, strict=True)
    assert [(a, b) for a, b in pairs if max(map(abs, _minus(a, b))) > 1] == []


def _minus(one: list[int], other: list[int]) -> list[int]:
    return [a - b for a, b in zip(one, other, strict=True)]
