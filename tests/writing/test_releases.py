"""Real releases: written, read back by Arelle fact by fact, and looked at in a browser."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.shared import shared
from tests.writing.browsing import seen
from tests.writing.conftest import Judge
from tests.writing.judging import standin_of
from tests.writing.reading_back import printed_text, problems, source_text
from xbrlgen import build
from xbrlgen.filing import Filing
from xbrlgen.writing import write

# A release of each shape, with the official-shaped package of its taxonomy where there is one.
RELEASES = {
    "seed/liveperson-2013q3.md": "taxonomies/us-gaap-2013-rebuilt.zip",
    "releases/BKE_FY2024Q3.html": "taxonomies/us-gaap-2024.zip",
    "releases/AAPL_FY2004Q3.html": "",
    "releases/COST_FY2023Q1.txt": "",
    "releases/CRM_FY2024Q1.txt": "",
    "releases/PSEM_FY2005Q4.txt": "",
}
# What may be true of a release: its numbers contradict each other.
_OF_THE_RELEASE = re.compile(r"calc11e:inconsistent|xbrl\.5\.2\.5\.2|arelle:duplicateFacts")


@pytest.fixture(scope="module", params=sorted(RELEASES))
def release(request: pytest.FixtureRequest) -> tuple[str, Filing]:
    """The path of a release and its filing."""
    return request.param, build(shared(request.param))


@pytest.mark.parametrize("calcs", ["c11r", "c10d"])
def test_arelle_has_no_word_about_how_it_is_written(
    release: tuple[str, Filing], arelle: Judge, tmp_path: Path, calcs: str
) -> None:
    path, filing = release
    package = shared(RELEASES[path]) if RELEASES[path] else standin_of(filing, tmp_path)
    written = write(filing, tmp_path / "out")
    verdict = arelle(written.paths[0], [package], calcs)
    told = {about for finding in (*filing.findings, *written.findings) for about in finding.about}
    untold = [message for code, message in verdict.messages if not _is_told(code, message, told)]
    assert untold == []


def _is_told(code: str, message: str, told: set[str]) -> bool:
    """Whether a message is about numbers of the release that a finding of ours is about too."""
    named = re.match(r"Calculation inconsistent from (\S+)|Duplicate fact set.*?\(s\) (\S+):", message)
    return bool(_OF_THE_RELEASE.match(code) and named and (named[1] or named[2]) in told)


def test_arelle_reads_the_report_fact_by_fact(
    release: tuple[str, Filing], arelle: Judge, tmp_path: Path
) -> None:
    _, filing = release
    written = write(filing, tmp_path / "out")
    packages = [standin_of(filing, tmp_path)]
    wanted = {
        fact.id: (str(fact.concept.name), fact.value, "INF" if fact.decimals is None else str(fact.decimals))
        for fact in filing.report.facts
    }
    for ending in (".htm", ".xbri"):
        page = next(path for path in written.paths if path.suffix == ending)
        facts = arelle(page, packages).facts
        read = {str(fact[5]): (fact[0], fact[3], str(fact[4] or "INF")) for fact in facts}
        # A fact printed again has an id with a point; where it is printed with fewer digits it says less.
        first = {identity: fact for identity, fact in read.items() if "." not in identity}
        assert first.keys() == wanted.keys()
        assert {i: fact[:2] for i, fact in first.items() if fact[2] == wanted[i][2]} == {
            i: fact[:2] for i, fact in wanted.items() if first[i][2] == fact[2]
        }


def test_nothing_printed_is_lost_and_the_page_is_valid(release: tuple[str, Filing], tmp_path: Path) -> None:
    path, filing = release
    page = write(filing, tmp_path / "out").paths[0].read_bytes()
    assert problems(page) == []
    # What stands between the rows of a text table (a page number) is printed beside the table.
    same = str if path.endswith(".html") else Counter
    assert same(printed_text(page)) == same(source_text(filing))


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
