"""The pages: their output is what the commands give, their Python runs, their links lead somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import xbrlgen
from tests.docs.tools import tool
from tests.shared import ROOT

OUTPUTS = tool("outputs")
PAGES = [page.relative_to(ROOT).as_posix() for page in OUTPUTS.pages() if "examples" not in page.parts]
READMES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted(ROOT.glob("examples/*/README.md"))]
RUNNING = ("docs/tutorial.md", "docs/how-to/python-data.md")


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_the_output_shown_is_what_the_commands_give(page: str) -> None:
    now = OUTPUTS.current(ROOT / page)
    assert now == (ROOT / page).read_text("utf-8"), "run: python docs/tools/outputs.py"


def test_output_that_is_not_current_is_seen(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "page.md"
    page.write_text("```console\n$ printf 'a\\nb\\n'\nold\n$ false\n$ echo $?\n0\n```\n")
    assert OUTPUTS.current(page) == ("```console\n$ printf 'a\\nb\\n'\na\nb\n$ false\n$ echo $?\n1\n```\n")


@pytest.mark.slow
@pytest.mark.parametrize("page", RUNNING)
def test_the_python_shown_runs(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    blocks = re.findall(r"^```python\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(blocks)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_queries_of_the_batch_page_run(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    text = (ROOT / "docs/how-to/batch.md").read_text("utf-8")
    (command,) = set(re.findall(r"^\$ (xbrlgen batch .+)$", text, re.MULTILINE))
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    run = f"from xbrlgen.cli import main; main({command.split()[1:]}, standalone_mode=False)"
    with_batch = f"if __name__ == '__main__':\n    try:\n        {run}\n    except SystemExit: pass\n"
    script = tmp_path / "script.py"
    script.write_text(with_batch + "\n".join("    " + line for line in "\n".join(blocks).splitlines()))
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "45192000.0000" in done.stdout


@pytest.mark.parametrize("readme", READMES, ids=[str(path.relative_to(ROOT)) for path in READMES])
def test_links_of_the_readmes_lead_somewhere(readme: Path) -> None:
    links = re.findall(r"\]\(((?!http)[^)#]+)", readme.read_text("utf-8"))
    assert [link for link in links if not (readme.parent / link).exists()] == []


@pytest.mark.slow
def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "findings" / "index.html").is_file()


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert "font: false" in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_every_public_name_is_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
    listed = set(re.findall(r"^::: \S*?(\w+)$", page, re.MULTILINE))
    assert sorted(set(xbrlgen.__all__) - listed) == []


def test_the_modules_that_architecture_names_are_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    inside = text.partition("## Inside the rooms")[2].partition("\n## ")[0]
    told = {
        name for row in re.findall(r"^\|.*\|$", inside, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
    there = {path.stem for path in (ROOT / "xbrlgen").rglob("*.py")}
    there |= {path.name for path in (ROOT / "xbrlgen").rglob("*") if path.is_dir()}
    assert told
    assert told - there == set()
