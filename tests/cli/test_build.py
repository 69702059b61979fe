"""``xbrlgen build``: what it writes, says and ends with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import CEDAR, EXHIBIT, names, run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("build") / "filing"
    done = run("build", EXHIBIT, "-o", folder, "--year", 2009)
    assert done.exit_code == 0, done.output
    return folder, done.output


def test_all_files_are_there(built: tuple[Path, str]) -> None:
    endings = (".htm", ".xsd", "_pre.xml", "_cal.xml", "_lab.xml", ".xbri", ".zip", "-taxonomy.zip")
    wanted = {f"larkspur-20240930{ending}" for ending in endings}
    wanted |= {"facts.csv", "facts.json", "findings.json", "coverage.json", "review.html"}
    assert wanted <= names(built[0])


def test_it_ends_with_a_summary(built: tuple[Path, str]) -> None:
    folder, said = built
    summary = said[said.index("larkspur-20240930 written to") :]
    heads = [line.split()[0] for line in summary.splitlines()]
    assert heads == [
        "larkspur-20240930",
        "statements",
        "figures",
        "no",
        "facts",
        "proved",
        "questions",
        "findings",
        "Look",
        "Next:",
    ]
    assert str(folder / "review.html") in summary.splitlines()[-2]
    assert summary.splitlines()[-1] == f"Next: xbrlgen validate {folder}"


def test_findings_name_file_line_column_and_remedy(built: tuple[Path, str]) -> None:
    told = built[1].splitlines()
    at = next(number for number, line in enumerate(told) if line.endswith("(tagging.question)"))
    place = (
        rf"warning {re.escape(str(EXHIBIT))}:\d+:\d+: \(table \d+, row \d+, column \d+\) '.+' in '.+' may be "
    )
    assert re.match(place, told[at])
    assert told[at + 1].startswith("    decide it in the profile")


def test_a_year_without_an_edition_is_told(tmp_path: Path) -> None:
    said = run("build", EXHIBIT, "-o", tmp_path / "filing", "--year", 1990, "--entity", 1).output
    assert "us-gaap 2009, the year nearest to 1990 that the index has" in said


def test_without_options_it_is_named_after_the_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "release.html").write_bytes(EXHIBIT.read_bytes())
    assert run("build", "release.html").exit_code == 0
    assert (tmp_path / "release-filing" / "larkspur-20240930.htm").is_file()


def test_strict_ends_with_1_where_there_is_a_warning(tmp_path: Path) -> None:
    assert run("build", EXHIBIT, "-o", tmp_path / "a", "--strict", "--quiet").exit_code == 1
    done = run("build", EXHIBIT, "-o", tmp_path / "b", "--strict", "--entity", 1234567)
    assert done.exit_code == 0, done.output


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    done = run("build", EXHIBIT, "-o", tmp_path / "filing", "--quiet")
    assert (done.exit_code, done.output) == (0, "")


def test_json_is_the_summary_and_nothing_else(tmp_path: Path) -> None:
    done = run("build", EXHIBIT, "-o", tmp_path / "filing", "--json")
    said = json.loads(done.output)
    assert (said["prefix"], said["taxonomy"], said["findings"]["warning"]) == ("larkspur", 2024, 1)
    assert said["facts"] == len(json.loads((tmp_path / "filing/facts.json").read_bytes())["facts"])


def test_a_profile_of_the_open_questions_is_written_and_then_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("build", EXHIBIT, "-o", "a", "--year", 2009, "--entity", 1234567, "--write-profile", "xbrlgen.toml")
    assert '"Other" = ' in (tmp_path / "xbrlgen.toml").read_text()
    nothing = run(
        "build", EXHIBIT, "-o", "c", "--entity", 1234567, "--year", 2024, "--write-profile", "c.toml"
    )
    assert "to decide   c.toml (no question is open)" in nothing.stdout
    done = run("build", EXHIBIT, "-o", "b")
    assert "profile     xbrlgen.toml" in done.output
    assert "questions" not in done.output
    assert "us-gaap 2009" in done.output


def test_lines_of_a_profile_that_are_of_no_use_are_counted(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text('[concepts]\n"Nothing so called" = "skip"\n', encoding="utf-8")
    done = run("build", EXHIBIT, "-o", tmp_path / "filing", "--profile", tmp_path / "p.toml")
    assert f"profile     {tmp_path / 'p.toml'}; 1 of its lines decide nothing here" in done.stdout


def test_facts_become_a_filing_too(tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text("concept,value,start,end,unit\nus-gaap:Revenues,5,2024-01-01,2024-12-31,USD\n")
    done = run("build", table, "-o", tmp_path / "filing", "--entity", 7)
    assert done.exit_code == 0, done.output
    assert "1 in us-gaap 2024" in done.output
    assert "statements" not in done.output


def test_the_viewer_lies_beside_the_filing(tmp_path: Path) -> None:
    pytest.importorskip("iXBRLViewerPlugin")
    for _ in range(2):
        done = run("build", EXHIBIT, "-o", tmp_path / "filing", "--viewer", "--entity", 1)
        assert done.exit_code == 0, done.output
    assert f"viewer      {tmp_path / 'filing-viewer' / 'index.html'}" in done.output
    assert names(tmp_path) == {"filing", "filing-viewer"}
    assert "index.html" in names(tmp_path / "filing-viewer")
    assert "viewer" not in names(tmp_path / "filing")


def test_a_filing_is_read_anew_and_that_is_told(tmp_path: Path) -> None:
    page = CEDAR.with_name("birch") / "birch-20241231.htm"
    done = run("build", page, "-o", tmp_path / "filing", "--entity", 1)
    assert done.exit_code == 0
    assert f"Note: {page} is a filing already" in done.stderr
    assert "xbrlgen facts" in done.stderr
    assert "Note" not in run("build", page, "-o", tmp_path / "filing", "--quiet").stderr


@pytest.mark.parametrize("command", ["review", "facts --format csv"])
def test_what_is_read_is_not_written_over(command: str, tmp_path: Path) -> None:
    release = tmp_path / "release.html"
    release.write_bytes(EXHIBIT.read_bytes())
    done = run(*command.split(), release, "-o", tmp_path / ".." / tmp_path.name / "release.html")
    assert done.exit_code == 2
    assert "would be written over; name another place" in done.stderr
    assert release.read_bytes() == EXHIBIT.read_bytes()


def test_a_filing_is_not_written_over_its_own_release(tmp_path: Path) -> None:
    release = tmp_path / "larkspur-20240930.htm"
    release.write_bytes(EXHIBIT.read_bytes())
    done = run("build", release, "-o", tmp_path, "--force", "--quiet")
    assert done.exit_code == 2
    assert "larkspur-20240930.htm: this is the file that is read" in done.stderr
    assert names(tmp_path) == {release.name}
    assert release.read_bytes() == EXHIBIT.read_bytes()
