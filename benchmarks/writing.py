"""Writing: the page against lxml, a hundred thousand facts, and a whole build against a mere reading."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from lxml import etree

from benchmarks.timing import python, ratio
from tests.shared import SHARED
from xbrlgen import build
from xbrlgen.filing import Filing
from xbrlgen.writing.files import filing_files, inline_page, marked_page
from xbrlgen.writing.pages import document

Row = tuple[str, str, str, str]
_COMMAND = """
from xbrlgen.cli import main
main(["build", %r, "--output", %r, "--force"], standalone_mode=False)
"""
_READING = """
from pathlib import Path
from edgar.earnings import EarningsRelease
class Attachment:
    document = %r
    content = Path(document).read_text(encoding="utf-8", errors="replace")
EarningsRelease(Attachment()).financial_tables
"""
FACTS = 100_000

_MANY = """
import sys, tracemalloc
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from time import process_time
from lxml import etree
from xbrlgen.model import Entity, Fact, Period, Report, Unit
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.writing import filing_from_report
from xbrlgen.writing.unprinted.direct import direct_page
from xbrlgen.collecting import without_collecting
from xbrlgen.writing.files import filing_files, inline_page
from xbrlgen.writing.unprinted.plain_page import laid_out

def timed(work):
    start = process_time()
    return work(), process_time() - start

def peak(work):
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most

names = '''Revenues CostOfRevenue GrossProfit OperatingIncomeLoss NetIncomeLoss InterestExpense
IncomeTaxExpenseBenefit ResearchAndDevelopmentExpense SellingAndMarketingExpense
GeneralAndAdministrativeExpense'''.split()
concepts = [Taxonomy.of("us-gaap", 2024).require(name) for name in names]
entity, dollars = Entity("0000000001"), Unit.of("USD")
facts = []
for day in range(int(sys.argv[1]) // len(concepts)):
    start = date(1990, 1, 1) + timedelta(days=day)
    period = Period.duration(start, start + timedelta(days=90))
    for number, concept in enumerate(concepts):
        value = Decimal(1000 * (day * 7 + number))
        facts.append(Fact(f"f{day}-{number}", concept, entity, period, value, dollars, decimals=-3))
report = Report(tuple(facts))
filing, whole = timed(lambda: filing_from_report(report))
with without_collecting():
    layout, laid = timed(lambda: laid_out(filing, "facts"))
page = direct_page(filing, layout)
parsed = etree.fromstring(page, etree.XMLParser(huge_tree=True))
works = (lambda: direct_page(filing, layout), lambda: etree.tostring(parsed))
turns = [[timed(work)[1] for work in works] for _ in range(9)]
direct, lxml = map(median, zip(*turns))
(written, _), rest = timed(lambda: filing_files(filing, None))
_, tree = timed(lambda: inline_page(filing))
print(whole, laid, direct, rest, tree, lxml, len(page), sum(map(len, written.values())))
print(peak(lambda: direct_page(filing, layout)), peak(lambda: filing_files(filing, None)))
"""


def rows() -> Iterator[Row]:
    yield from _many()
    releases = sorted((SHARED / "releases").glob("*.html"))
    if not releases:
        yield ("writing: releases", "not here", "", "the shared test data is not present")
        return
    yield from _largest(max(releases, key=lambda path: path.stat().st_size))
    try:
        from edgar.earnings import EarningsRelease  # noqa: PLC0415 (an extra)
    except ImportError:
        yield ("writing: build against edgartools", "not here", "", "edgartools is not installed")
        return
    yield from _against_edgartools(releases, EarningsRelease)
    yield from _as_commands(releases)


def _many() -> Iterator[Row]:
    command = [sys.executable, "-c", _MANY, str(FACTS)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    whole, laid, direct, rest, tree, lxml, size, total, of_page, of_files = map(float, told)
    note = f"{FACTS:,} facts, page of {size / 1e6:.0f} MB, all files {total / 1e6:.0f} MB"
    yield (
        "writing: many facts to a filing",
        f"{whole:.1f} s",
        "",
        f"{note}; the layout is {laid:.1f} s of it",
    )
    yield ("writing: page of many facts", f"{direct:.2f} s", "", "of the layout")
    yield (
        "writing: page of many facts against lxml serialising it",
        f"{direct / lxml:.1f}x",
        "<= 3x",
        f"CPU time, medians of turns; out of a tree, as other pages are made, {tree / lxml:.0f}x",
    )
    yield (
        "writing: all files of many facts",
        f"{rest:.1f} s",
        "",
        "schema, linkbases, packages, records, the page for EDGAR",
    )
    yield (
        "writing: memory for the page, against it",
        f"{of_page / size:.1f}x",
        "< 3x",
        "peak over the filing and its layout",
    )
    yield (
        "writing: memory for all files, against them",
        f"{of_files / total:.1f}x",
        "< 3x",
        "peak over the filing",
    )


def _largest(path: Path) -> Iterator[Row]:
    filing = build(path)
    steps = [_steps(filing) for _ in range(7)]
    serialising, mine, lxml = (median(step[number] for step in steps) for number in range(3))
    page, _ = inline_page(filing)
    note = f"{path.name}, {len(page) / 1e6:.1f} MB, {len(filing.report.facts)} facts"
    yield (
        "writing: the marked tree to clean bytes, against lxml",
        f"{serialising / lxml:.1f}x",
        "<= 3x",
        note,
    )
    yield (
        "writing: page of the largest release",
        f"{mine * 1000:.0f} ms",
        "",
        "parse, clean, tag, serialise",
    )
    yield ("writing: page of the largest release against lxml", f"{mine / lxml:.0f}x", "<= 3x", "CPU time")
    whole = median(_cpu(lambda: filing_files(filing, None)) for _ in range(3))
    yield ("writing: all files of the largest release", f"{whole * 1000:.0f} ms", "", "")


def _steps(filing: Filing) -> tuple[float, float, float]:
    """CPU time of the last step, of the whole page, and of lxml serialising the same tree the first time."""
    marked, head, prefixes, *_ = marked_page(filing)
    serialising = _cpu(lambda: document(marked, head, prefixes))
    whole = _cpu(lambda: inline_page(filing))
    tree = etree.fromstring(inline_page(filing)[0], etree.XMLParser(huge_tree=True))
    return serialising, whole, _cpu(lambda: etree.tostring(tree))


def _against_edgartools(releases: list[Path], reader: Any) -> Iterator[Row]:
    """Build each release whole, and let edgartools read the same page, in turns."""
    ratios = {}
    for path in releases:
        ours = median(_cpu(lambda path=path: filing_files(build(path), None)) for _ in range(2))
        theirs = median(_cpu(lambda path=path: _read(reader, path)) for _ in range(2))
        ratios[path.name] = ours / theirs
    yield _row("build and write against edgartools reading", ratios, "in one process that has done it before")


def _as_commands(releases: list[Path]) -> Iterator[Row]:
    """Run the command that builds each release, and a program in which edgartools reads it, in turns."""
    with TemporaryDirectory() as folder:
        ratios = {
            path.name: ratio(python(_COMMAND % (str(path), folder)), python(_READING % str(path)), runs=3)
            for path in releases
        }
    yield _row("the command build against a program reading with edgartools", ratios, "whole processes")


def _row(name: str, ratios: Mapping[str, float], how: str) -> Row:
    slower = ", ".join(f"{path} {times:.1f}x" for path, times in ratios.items() if times > 1)
    extremes = f"{min(ratios.values()):.2f} to {max(ratios.values()):.2f}"
    note = f"{how}; median of {len(ratios)} HTML releases, {extremes}; slower: {slower or 'none'}"
    return (f"writing: {name}", f"{median(ratios.values()):.2f}x", "< 1x each", note)


def _read(reader: Any, path: Path) -> object:
    """What edgartools makes of the page: its document and financial tables."""

    class Attachment:
        content = path.read_text(encoding="utf-8", errors="replace")
        document = path.name

    return reader(Attachment()).financial_tables


def _cpu(work: Any) -> float:
    gc.collect()  # so that nobody pays for the cycles that the other left
    start = process_time()
    work()
    return process_time() - start
