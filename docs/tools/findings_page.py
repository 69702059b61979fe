"""Write the list of all findings, from the first lines of their pages.

python docs/tools/findings_page.py
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "findings"
PAGE = FOLDER / "index.md"
STAGES = {
    "reading": "Reading",
    "proving": "Proving",
    "tagging": "Tagging",
    "writing": "Writing",
}
_START = """\
# Findings

What there is to tell has a code, a severity, a message, places and, where there is one, a remedy. The code
stays the same from version to version. `findings.json` of a filing has those of reading, proving, tagging and
writing; `xbrlgen validate` has its own.

Severities, the worst first: **error** (something can't be read or breaks a specification), **inconsistency**
(numbers contradict each other), **warning** (something to decide or to check), **note**.
"""
_HEAD = re.compile(r"# (?P<code>\S+)\n\n(?P<title>.+)\. Severity: (?P<severity>\w+)\.\n")


def page() -> str:
    """The list, by stage."""
    rows: dict[str, list[str]] = {}
    for path in sorted(FOLDER.glob("*.*.md")):
        found = _HEAD.match(path.read_text(encoding="utf-8"))
        if found is None:
            msg = f"{path}: expected '# code', a blank line and 'Title. Severity: word.'"
            raise SystemExit(msg)
        stage = STAGES.get(found["code"].partition(".")[0], "Validating")
        row = f"| [{found['code']}]({path.name}) | {found['title']} | {found['severity']} |"
        rows.setdefault(stage, []).append(row)
    order = [*STAGES.values(), "Validating"]
    parts = [
        "\n".join([f"## {stage}\n", "| code | what it says | severity |", "|---|---|---|", *rows[stage]])
        for stage in order
    ]
    return "\n\n".join([_START.rstrip(), *parts]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
