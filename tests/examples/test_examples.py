"""Each example is run by the command of its README, and gives the output shown there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.tools import tool
from tests.shared import ROOT, shared
from xbrlgen import Document, Filing, build, read

OUTPUTS = tool("outputs")
EXAMPLES = sorted(path.parent for path in ROOT.glob("examples/*/README.md"))
RELEASE = ROOT / "examples" / "liveperson" / "release.md"


def test_there_are_four_at_least() -> None:
    assert {"ci", "exhibit", "liveperson", "python-data"} <= {path.name for path in EXAMPLES}


def test_each_folder_is_in_the_list() -> None:
    told = (ROOT / "examples" / "README.md").read_text("utf-8")
    folders = [path.name for path in (ROOT / "examples").iterdir() if path.is_dir()]
    assert [name for name in folders if f"| [{name}]({name}) |" not in told] == []


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=[path.name for path in EXAMPLES])
def test_an_example_gives_what_its_readme_shows(example: Path) -> None:
    readme = example / "README.md"
    assert OUTPUTS.current(readme) == readme.read_text("utf-8"), "run: python docs/tools/outputs.py"


@pytest.fixture(scope="module")
def quarter() -> Filing:
    return build(RELEASE, entity="1102993")


def values(filing: Filing, name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for fact in filing.report.facts:
        if fact.concept.name.local == name and not fact.dimensions:
            found.setdefault(str(fact.period), set()).add(f"{fact.value:f}")
    return found


def test_the_quarter_is_read_under_its_damage(quarter: Filing) -> None:
    income = set().union(*values(quarter, "NetIncomeLoss").values())
    assert income >= {"-730000", "1600000", "-2791000", "4863000"}
    assert list(values(quarter, "Assets").values()) == [{"193330000"}]


def test_what_the_scan_lost_is_refused_and_what_is_proved_is_repaired(quarter: Filing) -> None:
    codes = {finding.code for finding in quarter.findings}
    assert codes >= {
        "proving.ghost",
        "proving.heading",
        "proving.lost-digit",
        "proving.refused",
        "proving.repaired",
        "proving.smeared",
    }
    refused = {verdict.print for verdict in quarter.verdicts if verdict.outcome.value == "refused"}
    assert {"208,57", "(2,203)"} <= {text.strip("$ ") for text in refused}
    assert not any(fact.value in {20857, 208570, 208570000} for fact in quarter.report.facts)


def test_no_fact_is_of_a_day_without_sound_figures(quarter: Filing) -> None:
    assert not [fact for fact in quarter.report.facts if str(fact.period.end) == "2012-12-31"]


def test_its_figures_are_those_of_the_scan() -> None:
    scan = read(shared("seed/liveperson-2013q3.md"))
    assert _printed(read(RELEASE)) == _printed(scan)


def _printed(document: Document) -> list[str]:
    """The digits of each number in the statements, in any order, without what the layout adds."""
    figures = [entry.figure for statement in document.statements for entry in statement.entries]
    return sorted(re.sub(r"[^\d.,()]", "", figure.print) for figure in figures)
