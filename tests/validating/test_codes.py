"""Every finding code has a page in the docs, with all that a page has; and no page lacks its code."""

from __future__ import annotations

import re

import pytest

from tests.shared import ROOT
from xbrlgen.validating.codes import CODES

PAGES = ROOT / "docs" / "findings"
ROOMS = ROOT / "xbrlgen" / "validating"
WORDS = {"info": "note"}


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_its_page(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text("utf-8")
    severity = CODES[code][0].name.lower()
    assert text.startswith(f"# {code}\n\n{CODES[code][1]}. Severity: {WORDS.get(severity, severity)}.\n")
    for head in ("## What it means", "## Example", "## How to fix it"):
        body = text.partition(head)[2].partition("\n## ")[0]
        assert len(body.split()) > 3, head


def test_findings_are_made_with_codes_of_the_table() -> None:
    told = {code for path in ROOMS.rglob("*.py") for code in _made(path.read_text("utf-8"))}
    assert told <= set(CODES)
    assert len(told) > 15


def test_no_code_of_the_table_is_idle() -> None:
    text = "".join(path.read_text("utf-8") for path in ROOMS.rglob("*.py") if path.name != "codes.py")
    assert [code for code in CODES if f'"{code}"' not in text] == []


def _made(text: str) -> list[str]:
    return re.findall(r"""\.finding\(\s*"([^"]+)\"""", text)
