"""The commands that show: facts, concepts, review, init, validate."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import EXHIBIT, names, run
from tests.shared import ROOT
from tests.taxonomy.official import write_official

FILINGS = ROOT / "examples" / "ci" / "filings"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    done = run("facts", EXHIBIT, "--format", "csv")
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_facts_of_a_release_have_place_and_proof(rows: list[dict[str, str]]) -> None:
    (cash,) = [
        row
        for row in rows
        if row["concept"] == "us-gaap:CashAndCashEquivalentsAtCarryingValue"
        and row["end"] == "2024-09-30"
        and row["decimals"] == "-3"
    ]
    assert cash["source"] == "release.html"
    assert cash["value"].endswith("000")
    assert cash["line"].isdigit()
    assert cash["proof"]


def test_every_format_tells_the_same_facts(rows: list[dict[str, str]], tmp_path: Path) -> None:
    as_json = json.loads(run("facts", EXHIBIT, "--json").stdout)
    plain = run("facts", EXHIBIT).stdout.splitlines()
    oim = json.loads(run("facts", EXHIBIT, "--format", "xbrl-json").stdout)["facts"]
    assert len(rows) == len(as_json) == len(plain) - 1 == len(oim)
    assert plain[0].split("\t") == ["concept", "value", "unit", "start", "end", "dimensions", "line"]
    assert [row["concept"] for row in as_json] == [line.split("\t")[0] for line in plain[1:]]


def test_parquet_goes_to_a_file(rows: list[dict[str, str]], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert run("facts", EXHIBIT, "--format", "parquet", "--to", tmp_path / "f.parquet").exit_code == 0
    assert parquet.read_table(tmp_path / "f.parquet").num_rows == len(rows)


def test_facts_of_a_filing() -> None:
    done = run("facts", FILINGS / "birch")
    assert "us-gaap:Assets\t4,100,000\tUSD\t\t2024-12-31" in done.stdout


def test_facts_of_what_has_none_are_none_and_that_is_told(tmp_path: Path) -> None:
    done = run("facts", FILINGS / "birch" / "birch-20241231_cal.xml")
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 1)
    assert done.stderr == f"Note: {FILINGS / 'birch' / 'birch-20241231_cal.xml'} is XBRL, and has no facts.\n"


def test_a_zip_with_a_release_in_it_is_no_filing(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "release.zip", "w") as package:
        package.write(EXHIBIT, "release.html")
    done = run("review", tmp_path / "release.zip")
    assert done.exit_code == 2
    assert "unpack it and give the release inside" in done.stderr


def test_concepts_tell_type_balance_years_and_place() -> None:
    (hit,) = json.loads(run("concepts", "gross", "profit", "--year", 2013, "--limit", 1, "--json").stdout)
    assert hit["concept"] == "us-gaap:GrossProfit"
    assert (hit["type"], hit["balance"], hit["period"]) == ("monetary", "credit", "duration")
    assert hit["years"].startswith("2009-")
    assert "Statement of Income" in hit["statements"]
    assert hit["adds to"]


def test_concepts_that_are_not_there_are_not_an_error() -> None:
    done = run("concepts", "zzzqqq")
    assert (done.exit_code, "try others" in done.stdout) == (0, True)


def test_concepts_of_a_year_to_come_say_what_was_taken() -> None:
    assert "2030 is newer" in run("concepts", "revenue", "--year", 2030).stderr
    assert run("concepts", "revenue").stderr == ""


def test_review_writes_one_page(tmp_path: Path) -> None:
    done = run("review", EXHIBIT, "-o", tmp_path / "page.html")
    assert done.exit_code == 0, done.output
    assert "Larkspur" in (tmp_path / "page.html").read_text("utf-8")


def test_review_shows_a_filing_of_any_maker_in_the_viewer_of_arelle(tmp_path: Path) -> None:
    pytest.importorskip("iXBRLViewerPlugin")
    done = run("review", FILINGS / "birch", "--viewer", "-o", tmp_path / "viewer")
    assert done.stdout == f"{tmp_path / 'viewer' / 'index.html'} written; open it in a browser\n"
    assert "Birch Canoes" in (tmp_path / "viewer" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ((FILINGS,), "the viewer shows one inline page, and there are 2; name one"),
        ((EXHIBIT,), "no XBRL report in it"),
        ((FILINGS / "birch", "--year", 2020), "--year is for releases; leave it out"),
    ],
)
def test_what_the_viewer_can_not_show_is_refused(
    source: tuple[object, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xbrlgen.reviewing.viewer.find_spec", lambda name: name)
    done = run("review", *source, "--viewer", "-o", tmp_path / "viewer")
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert names(tmp_path) == set()


@pytest.mark.parametrize("what", [".", "birch-20241231.htm"])
def test_review_of_a_filing_says_what_to_open_or_to_give(what: str, tmp_path: Path) -> None:
    folder = shutil.copytree(FILINGS / "birch", tmp_path / "birch")
    done = run("review", folder / what)
    assert done.exit_code == 2
    assert f"{folder / what} is a filing" in done.stderr
    assert "give the release that it was made from" in done.stderr
    (folder / "review.html").write_text("<html></html>", encoding="utf-8")
    assert f"open its page, {folder / 'review.html'}" in run("review", folder / what).stderr


def test_parquet_is_refused_before_the_work_where_it_can_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xbrlgen.cli.console.find_spec", lambda _: None)
    (tmp_path / "empty.html").touch()
    for command in ("facts", "--format", "parquet"), ("batch",):
        done = run(*command, tmp_path / "empty.html", "-o", tmp_path / "out")
        assert done.exit_code == 2
        assert "needs pyarrow: pip install 'xbrlgen[parquet]'" in done.stderr
    assert names(tmp_path) == {"empty.html"}


def test_review_tells_a_program_what_is_on_the_page(tmp_path: Path) -> None:
    said = json.loads(run("review", EXHIBIT, "-o", tmp_path / "page.html", "--json").stdout)
    assert said["page"] == str(tmp_path / "page.html")
    assert sum(said["states"].values()) == said["printed"]
    assert said["states"]["proved"] > 0


def test_init_can_be_read_by_a_program_or_be_quiet(tmp_path: Path) -> None:
    said = json.loads(run("init", tmp_path / "x.toml", "--json").stdout)
    assert said == {"profile": str(tmp_path / "x.toml")}
    assert run("init", tmp_path / "y.toml", "--quiet").stdout == ""
    assert (tmp_path / "y.toml").read_bytes() == (tmp_path / "x.toml").read_bytes()


def test_a_compiled_index_can_be_told_to_a_program(tmp_path: Path) -> None:
    package = write_official(tmp_path / "gaap.zip")
    said = json.loads(run("taxonomy", "compile", package, "-o", tmp_path / "index", "--json").stdout)
    assert 2031 in said["us-gaap"]
    assert run("taxonomy", "compile", package, "-o", tmp_path / "index", "--quiet").output == ""


def test_a_new_profile_changes_nothing_until_it_is_edited(tmp_path: Path) -> None:
    assert run("init", tmp_path / "x.toml").exit_code == 0
    with_it = run("facts", EXHIBIT, "--profile", tmp_path / "x.toml").stdout
    assert with_it == run("facts", EXHIBIT).stdout


def test_validate_ends_as_it_says() -> None:
    assert run("validate", FILINGS / "birch", "--native").exit_code == 0
    assert run("validate", FILINGS / "cedar", "--native").exit_code == 1
    assert run("validate", FILINGS / "cedar", "--native", "--fail-on", "error").exit_code == 0
    assert run("validate", FILINGS / "cedar", "--native", "--quiet").stdout == ""
