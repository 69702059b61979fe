"""What a real browser shows of a page."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from attrs import frozen

_SCRIPT = b"""<script>
var cells = [], boxes = [];
document.querySelectorAll("td,th").forEach(function (cell) {
  if (cell.querySelector("table")) return;
  var box = cell.getBoundingClientRect(), table = cell.closest("table").getBoundingClientRect();
  cells.push(cell.innerText.replace(/\\s+/g, " ").trim());
  boxes.push([box.left - table.left, box.top - table.top, box.width, box.height].map(Math.round));
});
var told = document.createElement("pre");
told.id = "told-by-the-test";
var text = document.body.innerText.replace(/\\s+/g, " ").trim();
told.textContent = JSON.stringify({cells: cells, boxes: boxes, text: text});
document.body.appendChild(told);
</script>"""


def chromium() -> str:
    """The browser, or a visible skip."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium here")
    return found


def _run(*options: str) -> str:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        command = [
            chromium(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ]
        given = [*command, f"--user-data-dir={home}", "--no-first-run", *options]
        done = subprocess.run(given, capture_output=True, timeout=90, check=False)
    return done.stdout.decode("utf-8", errors="replace")


@frozen
class Seen:
    """The text of each cell without a table in it, its box in its table, and the text of the page."""

    cells: list[str]
    boxes: list[list[int]]
    text: str


def seen(page: bytes, folder: Path) -> Seen:
    """What the browser shows of a page."""
    path = folder / "page.htm"
    path.write_bytes(page + _SCRIPT)
    dumped = _run("--dump-dom", path.as_uri())
    found = re.search(r'<pre id="told-by-the-test">(.*?)</pre>', dumped, re.DOTALL)
    assert found, "the browser told nothing"
    return Seen(**json.loads(html.unescape(found.group(1))))


def screenshot(page: Path, picture: Path, width: int = 1000, height: int = 1400) -> None:
    """A picture of the top of a page."""
    _run(f"--screenshot={picture}", f"--window-size={width},{height}", "--hide-scrollbars", page.as_uri())
