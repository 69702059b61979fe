"""What can't be done is refused: exit 2; file, reason and remedy in words; and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import EXHIBIT, names, run

CONTENT = {
    "empty.html": b"",
    "binary.html": bytes(range(256)) * 20,
    "hello.html": b"<p>hello world</p>",
    "bad.toml": b"x = [\n",
    "wrong.toml": b"[food]\na = 1\n",
    "table.csv": b"concept,value,end\nus-gaap:Assets,x,2024-12-31\n",
    "out.txt": b"not a folder",
    "cut.xhtml": b'<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL">\n<p>',
    "list.json": b"[]",
    "people.csv": b"name,age\nbob,3\nann,4\n",
    "broken.zip": b"PK\3\4broken",
}
# The words of a command, and what its message must hold: the file and what to do about it.
REFUSED = {
    "an empty file": ("build empty.html", "empty.html: there is nothing in it", "give the release itself"),
    "a binary": ("build binary.html", "binary.html: this is binary", "give HTML, text, CSV or XLSX"),
    "no release": ("build hello.html", "hello.html: no financial statement", "check that this is"),
    "no release to look at": ("review hello.html", "hello.html: no financial statement", "check that"),
    "a folder to review": ("review folder", "folder is a folder without a filing", "give one release"),
    "a package to review that is none": (
        "review broken.zip",
        "broken.zip: this is a zip",
        "get the whole file",
    ),
    "a package of facts that is none": ("facts broken.zip", "can't be unpacked", "get it anew"),
    "a table of something else": (
        "build people.csv",
        "people.csv: none of its 2 numbers became a fact (2: ",
        "look at it with: xbrlgen review people.csv",
    ),
    "no facts": ("facts empty.html", "empty.html: there is nothing", "give the release itself"),
    "no such file": ("build gone.html", "'gone.html' does not exist", "check the path"),
    "a slip in a name": ("build helo.html", "'helo.html' does not exist", "Did you mean hello.html?"),
    "a folder": (
        "build folder",
        "'folder' is a directory",
        "Name one file in it or give it whole to xbrlgen batch",
    ),
    "a folder for a profile": (
        "build EXHIBIT --profile folder",
        "'folder' is a directory",
        "Name one file in it.",
    ),
    "a folder without a filing": ("facts folder", "folder: no XBRL report", "give the folder of a filing"),
    "no CIK": ("build EXHIBIT --entity acme", "'acme' is no CIK", "up to 10 digits"),
    "no TOML": ("build EXHIBIT --profile bad.toml", "bad.toml is no TOML", "correct it there"),
    "an unknown table": ("build EXHIBIT --profile wrong.toml", "wrong.toml: [food]", "known are"),
    "no prior filing": (
        "build EXHIBIT --prior hello.html",
        "hello.html",
        "a prior filing is the folder or zip",
    ),
    "a file for a folder": ("build EXHIBIT -o out.txt", "out.txt is no folder", "name another"),
    "other files": (
        "build EXHIBIT -o folder",
        "folder holds other files (a)",
        "name another folder, or use force (--force)",
    ),
    "a profile that exists": ("build EXHIBIT --write-profile bad.toml", "bad.toml exists", "move it away"),
    "no number": ("build table.csv --entity 1", "table.csv: line 2", "us-gaap:Assets"),
    "nowhere to write": (
        "facts EXHIBIT --format csv --to /proc/none/facts.csv",
        "/proc/none",
        "name another",
    ),
    "Parquet to the screen": ("facts EXHIBIT --format parquet", "needs a file", "add --to FILE"),
    "an existing profile": ("init bad.toml", "bad.toml exists already", "name another, or move it away"),
    "no filing": ("validate hello.html", "hello.html: no XBRL report in it", "xbrlgen build makes one"),
    "nothing to judge": ("validate empty.html", "empty.html: there is nothing in it", "get the whole file"),
    "a page that is cut": (
        "validate cut.xhtml",
        ": not well-formed XML: Premature end of data in tag p line 2; ",
        "get the whole file",
    ),
    "no year": ("concepts revenue --year 1800", "no taxonomy year 1800", "give a year such as"),
    "no package": (
        "taxonomy compile hello.html -o index",
        "hello.html: can't be read as a taxonomy",
        "give the zip",
    ),
    "no year of a batch": ("batch EXHIBIT -o corpus --year 1", "no taxonomy year 1", "give a year such as"),
    "no batch": ("batch folder -o corpus", "folder: no releases in it", "give files"),
    "a file for a corpus": ("batch EXHIBIT -o out.txt", "out.txt: can't be written", "name another place"),
    "a folder that is a file": (
        "build EXHIBIT -o out.txt/filing",
        "out.txt is no folder",
        "name another place",
    ),
    "a device": ("facts /dev/null", "'/dev/null' is no file", "Save in one"),
    "standard input": ("build -", "'-' does not exist", "Save in a file what is to be read"),
    "two formats": ("facts EXHIBIT --json --format csv", "--json and --format csv contradict", "give one"),
    "two formats of a judgement": (
        "validate EXHIBIT --json --format sarif",
        "--json and --format sarif contradict",
        "give one",
    ),
    "a release to judge": ("validate EXHIBIT", "no XBRL report in it", "xbrlgen build makes one"),
    "two releases": (
        "build EXHIBIT hello.html",
        "One SOURCE at a time, and 'hello.html' is another",
        "To build filings of many: xbrlgen batch",
    ),
    "a file to accept into that is no baseline": (
        "validate EXHIBIT --accept hello.html",
        "hello.html is no baseline file and is left as it is",
        "name another place",
    ),
    "a baseline that is none": (
        "validate EXHIBIT --baseline list.json",
        "list.json is no baseline file (no accepted findings in it)",
        "write one with --accept",
    ),
    "no baseline": (
        "validate EXHIBIT --baseline bad.toml",
        "bad.toml is no baseline file (no JSON",
        "write one with --accept",
    ),
    "a package that is none": (
        "validate EXHIBIT --package out.txt",
        "out.txt: not a taxonomy",
        "give the zip",
    ),
    "no such command": ("bild release.html", "No such command 'bild'", ""),
    "no such option": ("build --ear 2013 EXHIBIT", "No such option", "--year"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_in_words(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command, found, remedy = REFUSED[case]
    for name, content in CONTENT.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a").touch()
    monkeypatch.chdir(tmp_path)
    done = run(*(EXHIBIT if word == "EXHIBIT" else word for word in command.split()))
    assert done.exit_code == 2, done.output
    assert "Traceback" not in done.output
    assert "Error: " in done.stderr
    assert found in done.stderr
    assert remedy in done.stderr
    assert names(tmp_path) == {*CONTENT, "folder"}
    assert names(tmp_path / "folder") == {"a"}
