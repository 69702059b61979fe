"""Run the commands that the documentation shows, and put their output beneath them.

    python docs/tools/outputs.py          rewrite all blocks
    python docs/tools/outputs.py --check  say which blocks are not current, and end with 1

A block is fenced with ``console``. A line that starts with ``$ `` is a command, the lines after it are its
output. The commands of a page run one after the other in a folder of their own: those of ``docs/`` beside a
copy of ``examples/``, those of an example's README in a copy of its folder. ``$ echo $?`` tells how the
command before ended.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = "echo $?"
_SECONDS = 120


def pages() -> list[Path]:
    """All pages with commands in them."""
    found = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md"), ROOT / "README.md"]
    return sorted(page for page in found if _BLOCK.search(page.read_text(encoding="utf-8")))


def current(page: Path) -> str:
    """The text of a page with the output its commands give now."""
    with tempfile.TemporaryDirectory(prefix="xbrlgen-docs-") as folder:
        home = Path(folder) / "here"
        shutil.copytree(*_material(page, home), ignore=shutil.ignore_patterns("out", "__pycache__"))
        text = page.read_text(encoding="utf-8")
        return _BLOCK.sub(lambda found: _block(found, home), text)


def _material(page: Path, home: Path) -> tuple[Path, Path]:
    if page.parent.parent == ROOT / "examples":
        return page.parent, home
    return ROOT / "examples", home / "examples"


def _block(found: re.Match[str], home: Path) -> str:
    return "\n".join(["```console", *_run(found[1], home), "```"])


def _run(block: str, home: Path) -> Iterator[str]:
    code = 0
    for line in block.splitlines():
        if not line.startswith("$ "):
            continue
        yield line
        if line[2:] == _EXIT:
            yield str(code)
            continue
        code, output = _output(line[2:], home)
        yield from output


def _output(command: str, home: Path) -> tuple[int, list[str]]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {"PATH": path, "HOME": str(home), "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=home,
        env=env,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=_SECONDS,
    )
    return done.returncode, [line.rstrip() for line in done.stdout.replace(str(home), "~").splitlines()]


def main(arguments: list[str]) -> int:
    """Rewrite what is not current, or only name it."""
    stale = []
    for page in pages():
        new = current(page)
        if new != page.read_text(encoding="utf-8"):
            stale.append(page.relative_to(ROOT))
            if "--check" not in arguments:
                page.write_text(new, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'not current' if '--check' in arguments else 'written'}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
