"""Every finding code of the program has a page, and every page has its code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.tools import tool
from tests.shared import ROOT
from xbrlgen.validating.codes import CODES

PAGES = ROOT / "docs" / "findings"
STAGES = ("reading", "proving", "tagging", "writing", "reviewing", "batch")
CODE = re.compile(rf"({'|'.join(STAGES)})\.[a-z]+(-[a-z]+)*")
SEVERITIES = {"error", "inconsistency", "warning", "note"}


def texts(path: Path) -> Iterator[str]:
    """The texts of a module that aren't docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    words = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in words:
            yield node.value


def made() -> set[str]:
    """The codes that the stages before validating make."""
    rooms = [path for stage in STAGES for path in (ROOT / "xbrlgen" / stage).rglob("*.py")]
    rooms.append(ROOT / "xbrlgen" / "building.py")
    return {text for path in rooms for text in texts(path) if CODE.fullmatch(text)}


MADE = made()


def test_the_codes_are_found() -> None:
    assert {"reading.empty", "proving.repaired", "tagging.question", "writing.removed"} <= MADE


@pytest.mark.parametrize("code", sorted(MADE))
def test_a_code_has_its_page(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text("utf-8")
    head = re.match(rf"# {re.escape(code)}\n\n[A-Z].+\. Severity: (\w+)\.\n", text)
    assert head is not None
    assert head[1] in SEVERITIES
    for title in ("## What it means", "## Example", "## How to fix it"):
        assert text.partition(title)[2].partition("\n## ")[0].strip(), title


def test_every_page_has_its_code() -> None:
    pages = {path.name.removesuffix(".md") for path in PAGES.glob("*.*.md")}
    assert sorted(pages - MADE - set(CODES)) == []


def test_the_page_on_writing_lists_all_that_writing_tells() -> None:
    listed = re.findall(
        r"^\| `(writing\.[a-z-]+)` \|", (ROOT / "docs" / "writing.md").read_text("utf-8"), re.M
    )
    assert sorted(listed) == sorted(code for code in MADE if code.startswith("writing."))


def test_the_list_is_current() -> None:
    current = tool("findings_page").page()
    assert current == (PAGES / "index.md").read_text("utf-8"), "run: python docs/tools/findings_page.py"
