"""How findings are told: the worst first, those of one kind together, and none longer than people read."""

from __future__ import annotations

import pytest

from xbrlgen.cli.console import tell
from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Place


def finding(
    code: str, line: int, message: str = "It is so.", severity: Severity = Severity.WARNING
) -> Finding:
    return Finding(code, severity, message, (Place(0, 0, 1, line, 1),), remedy="do this")


def told(capsys: pytest.CaptureFixture[str], *findings: Finding, most: int = 10) -> list[str]:
    tell(findings, ["a.html"], least=Severity.WARNING, most=most)
    return capsys.readouterr().err.splitlines()


def test_two_of_a_kind_stand_for_all_and_the_lines_of_the_others_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = told(capsys, *(finding("a.b", number) for number in (3, 5, 8, 8, 9)))
    assert len(lines) == 5
    assert lines[-1] == "    ... and 3 more like it, at lines 8, 9"


def test_kinds_that_are_alone_are_all_told(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, finding("a.b", 3), finding("a.c", 4), finding("a.d", 5))
    assert [line for line in lines if line.startswith("warning")] == lines[::2]
    assert len(lines) == 6


def test_no_kind_hides_a_worse_one(capsys: pytest.CaptureFixture[str]) -> None:
    many = [finding("a.b", number) for number in range(1, 40)]
    lines = told(capsys, *many, finding("a.c", 50, severity=Severity.ERROR))
    assert lines[0].startswith("error a.html:50:1:")


def test_kinds_beyond_the_most_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, *(finding(f"a.{name}", 1) for name in "bcdef"), most=3)
    assert lines[-1] == "... and 2 more in findings.json"


def test_a_message_too_long_to_read_is_cut_at_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    [line, _] = told(capsys, finding("a.b", 3, "word, " * 200))
    assert line.endswith("word ... (a.b)")
    assert len(line) < 700


def test_many_lines_are_not_all_named(capsys: pytest.CaptureFixture[str]) -> None:
    last = told(capsys, *(finding("a.b", number) for number in range(1, 40)))[-1]
    assert last == "    ... and 37 more like it, at lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 ..."
