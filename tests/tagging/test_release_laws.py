"""Laws of tagging on real releases: a few in a normal run, all of them in a long one."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from attrs import evolve

from tests.effort import EFFORT
from tests.shared import SHARED, shared
from xbrlgen.filing import Filing
from xbrlgen.places import Place
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Proved
from xbrlgen.reading import read
from xbrlgen.reading.statement import Statement
from xbrlgen.tagging import tag
from xbrlgen.tagging.decisions.profile import draft_profile
from xbrlgen.writing import write

_USUAL = ("GMGI_2025Q3.md", "MGM_2022Q4.txt", "PGC_2025Q3.md")
_PAGES = (".txt", ".md", ".html")
_NO_RELEASES = ("README.md", "TRAPS.md")
ALL = sorted(path.name for path in (SHARED / "releases").glob("*") if path.suffix in _PAGES)
NAMES = _USUAL if EFFORT == "normal" else tuple(name for name in ALL if name not in _NO_RELEASES)
Said = dict[Place, set[tuple[str, str]]]


def proved(name: str) -> Proved:
    return prove(read(shared(f"releases/{name}")))


def said(filing: Filing) -> Said:
    """The concept and value at each figure of a table."""
    facts = {fact.id: fact for fact in filing.report.facts}
    assert filing.proved is not None
    figures = {entry.figure.place for one in filing.proved.document.statements for entry in one.entries}
    found: Said = defaultdict(set)
    for placement in filing.placements:
        if placement.place in figures:
            fact = facts[placement.fact]
            found[placement.place].add((str(fact.concept.name), str(fact.value)))
    return found


def changed(before: Said, after: Said) -> list[str]:
    places = sorted({*before, *after})
    return [f"{at}: {before.get(at)} {after.get(at)}" for at in places if before.get(at) != after.get(at)]


@pytest.mark.parametrize("name", NAMES)
def test_with_its_own_filing_as_prior_one_a_release_says_the_same(name: str, tmp_path: Path) -> None:
    release = proved(name)
    first = tag(release)
    write(first, tmp_path / "filing")
    assert not changed(said(first), said(tag(release, prior=[tmp_path / "filing"])))


@pytest.mark.parametrize("name", _USUAL)
def test_a_draft_profile_answers_all_questions(name: str, tmp_path: Path) -> None:
    release = proved(name)
    asked = tag(release)
    draft = tmp_path / "xbrlgen.toml"
    draft.write_text(draft_profile(asked), encoding="utf-8")
    answered = tag(release, profile=draft)
    codes = {finding.code for finding in answered.findings}
    assert "tagging.question" in {finding.code for finding in asked.findings}
    assert not codes & {"tagging.question", "tagging.profile"}


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_tables_changes_nothing(name: str) -> None:
    document = read(shared(f"releases/{name}"))
    turned = evolve(document, statements=tuple(reversed(document.statements)))
    assert not changed(said(tag(prove(document))), said(tag(prove(turned))))


@pytest.mark.parametrize("name", NAMES)
def test_wrapping_labels_changes_nothing(name: str) -> None:
    release = proved(name)
    wrapped = evolve(release.document, statements=tuple(map(_wrapped, release.document.statements)))
    assert not changed(said(tag(release)), said(tag(evolve(release, document=wrapped))))


def _wrapped(statement: Statement) -> Statement:
    rows = tuple(evolve(row, label=row.label.replace(" ", "\n  ")) for row in statement.rows)
    return evolve(statement, rows=rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_the_file_changes_nothing(name: str, tmp_path: Path) -> None:
    release = shared(f"releases/{name}")
    renamed = tmp_path / f"other{release.suffix}"
    renamed.write_bytes(release.read_bytes())
    first, second = said(tag(prove(read(release)))), said(tag(prove(read(renamed))))
    assert [*_by_start(first)] == [*_by_start(second)]


def _by_start(found: Said) -> list[tuple[int, list[tuple[str, str]]]]:
    """What is said, by where it starts, with the names of own concepts without their prefix."""
    return sorted(
        (place.start, sorted((name.rpartition(":")[2], value) for name, value in names))
        for place, names in found.items()
    )
