"""Reading: against parsing the same page, how it grows with it, what memory it takes, who has what share."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from lxml import html

from tests.shared import SHARED
from xbrlgen.proving import prove
from xbrlgen.reading import read
from xbrlgen.tagging import tag
from xbrlgen.writing.files import filing_files

Row = tuple[str, str, str, str]
RUNS = 5
GROWN = 4

_MEMORY = """
import re, sys
from pathlib import Path
from lxml import html
from xbrlgen.reading import read

def peak():
    return 1024 * int(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1])

read("<html><body><p>Revenue was $45.2 million.</p></body></html>")
raw = Path(sys.argv[1]).read_bytes()
before = peak()
kept = read(raw) if sys.argv[2] == "read" else html.document_fromstring(raw)
print((peak() - before) / len(raw))
"""


def rows() -> Iterator[Row]:
    """Each HTML release there is, in CPU time; work and yardstick take turns."""
    pages = {path.name: path.read_bytes() for path in sorted((SHARED / "releases").glob("*.html"))}
    if not pages:
        yield ("reading: releases", "not measured", "", "the releases are not present")
        return
    yield from _against_lxml(pages)
    yield _growth(pages)
    yield from _memory(SHARED / "releases", pages)
    yield from _shares(pages)


def _against_lxml(pages: Mapping[str, bytes]) -> Iterator[Row]:
    largest = max(pages, key=lambda name: len(pages[name]))
    ratios = {name: _ratio(raw) for name, raw in pages.items()}
    note = f"{largest}, {len(pages[largest]) / 1000:.0f} kB; lxml.html parsing it is 1"
    yield ("reading: largest release against lxml", f"{ratios[largest]:.1f}x", "<= 15x", note)
    worst = max(ratios, key=lambda name: ratios[name])
    note = f"{len(pages)} HTML releases; highest {ratios[worst]:.0f}x, {worst}"
    yield ("reading: median release against lxml", f"{median(ratios.values()):.1f}x", "", note)


def _ratio(raw: bytes) -> float:
    pairs = [(_cpu(lambda: read(raw)), _cpu(lambda: html.document_fromstring(raw))) for _ in range(RUNS)]
    return median(mine for mine, _ in pairs) / median(theirs for _, theirs in pairs)


def _growth(pages: Mapping[str, bytes]) -> Row:
    """A page of the body of a release several times over against the release."""
    name, raw = sorted(pages.items(), key=lambda page: len(page[1]))[len(pages) // 2]
    body = re.search(rb"<body[^>]*>(.*)</body>", raw, re.DOTALL | re.IGNORECASE)
    once = b"<html><body>" + (body[1] if body else raw)
    grown = once * GROWN
    pairs = [(_cpu(lambda: read(grown)), _cpu(lambda: read(once))) for _ in range(RUNS)]
    ratio = median(more for more, _ in pairs) / median(less for _, less in pairs)
    return (f"reading: a page {GROWN} times as long", f"{ratio:.1f}x", f"{GROWN}x", name)


def _memory(folder: Path, pages: Mapping[str, bytes]) -> Iterator[Row]:
    name = max(pages, key=lambda name: len(pages[name]))
    ours, theirs = (_peak(folder / name, what) for what in ("read", "parse"))
    note = f"peak of the process, {name}; parsing it with lxml.html alone takes {theirs:.1f}x"
    yield ("reading: memory, against the file", f"{ours:.1f}x", "<= 10x", note)


def _peak(path: Path, what: str) -> float:
    command = [sys.executable, "-c", _MEMORY, str(path), what]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def _shares(pages: Mapping[str, bytes]) -> Iterator[Row]:
    """How the time of building and writing all the releases is shared between the stages, once loaded."""
    spent = dict.fromkeys(("read", "prove", "tag", "write"), 0.0)
    for raw in pages.values():
        _stages(raw)
        for stage, seconds in _stages(raw).items():
            spent[stage] += seconds
    whole = sum(spent.values())
    told = ", ".join(f"{stage} {seconds / whole:.0%}" for stage, seconds in spent.items())
    yield ("reading: share of building and writing", f"{spent['read'] / whole:.0%}", "", told)


def _stages(raw: bytes) -> dict[str, float]:
    value: Any = raw
    spent = {}
    steps: tuple[tuple[str, Callable[[Any], Any]], ...] = (
        ("read", read),
        ("prove", prove),
        ("tag", tag),
        ("write", lambda filing: filing_files(filing, None)),
    )
    for stage, step in steps:
        start = process_time()
        value = step(value)
        spent[stage] = process_time() - start
    return spent


def _cpu(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start
