"""Findings of a filing that was built from a release point into the release."""

from __future__ import annotations

from pathlib import Path

from tests.validating.test_inputs import page
from xbrlgen.validating import validate
from xbrlgen.validating.telling.origins import origins

HEAD = "id,concept,source,line,column,cell\n"


def test_a_finding_points_at_the_release_first_and_at_the_page_after_that(tmp_path: Path) -> None:
    path = page(tmp_path)
    (tmp_path / "facts.csv").write_text(HEAD + 'f0,x:t,release.html,12,7,"table 1, row 2, column 3"\n')
    validation = validate(path, arelle=False)
    first, second, *_ = validation.findings[0].places
    assert validation.sources[first.source] == "release.html"
    assert (first.line, first.column, first.cell) == (12, 7, "table 1, row 2, column 3")
    assert validation.sources[second.source] == str(path)


def test_without_word_from_the_writer_a_finding_points_at_the_page(tmp_path: Path) -> None:
    path = page(tmp_path)
    validation = validate(path, arelle=False)
    assert validation.sources[validation.findings[0].places[0].source] == str(path)


def test_a_table_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = page(tmp_path)
    for text in ("", "a,b\n1,2\n", HEAD + "f0,x:t,release.html,,,\n", "\x00"):
        (tmp_path / "facts.csv").write_text(text)
        assert origins(path) == {}
