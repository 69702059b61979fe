"""How fast and how small the taxonomy index is, each against a plain import or a plain dictionary."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from xbrlgen.taxonomy import Taxonomy, write_standin
from xbrlgen.taxonomy.asking.memory import forget
from xbrlgen.taxonomy.editions import data_folder

Row = tuple[str, str, str, str]
_RUNS = 7
_LOOKUPS = 10_000


def rows() -> list[Row]:
    """The rows of the benchmark."""
    base = _median(_import_lxml)
    return [_size(), *_loading(base), _memory(), _lookup(), _search(), *_standin(base)]


def _median(run: Callable[[], object]) -> float:
    return median(_seconds(run) for _ in range(_RUNS))


def _seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def _import_lxml() -> None:
    subprocess.run([sys.executable, "-c", "import lxml.etree, attrs"], check=True)


def _size() -> Row:
    kinds = ("concepts", "calculations", "presentations", "successors", "types", "editions")
    files = [path for kind in kinds for path in data_folder().glob(f"{kind}*.tsv")]
    total = sum(path.stat().st_size for path in files) / 1e6
    return ("taxonomy: size of the index", f"{total:.1f} MB", "a few MB", f"{len(files)} files, 2009 to 2025")


def _load() -> Taxonomy:
    forget()
    taxonomy = Taxonomy.of("us-gaap", 2013)
    taxonomy.require("Revenues")
    return taxonomy


def _loading(base: float) -> list[Row]:
    note = "against importing lxml and attrs in a new process"
    load = _median(_load)
    sums = _median(lambda: _load().parents("Revenues")) - load
    trees = _median(lambda: _load().trees()) - load
    return [
        ("taxonomy: load a year", f"{load * 1e3:.1f} ms, {load / base:.2f}x", "< 50 ms", note),
        ("taxonomy: load its sums", f"{sums * 1e3:.1f} ms, {sums / base:.2f}x", "", note),
        ("taxonomy: grow its trees", f"{trees * 1e3:.1f} ms, {trees / base:.2f}x", "", note),
    ]


def _memory() -> Row:
    forget()
    tracemalloc.start()
    _load()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (
        "taxonomy: memory of all years",
        f"{held / 1e6:.1f} MB",
        "",
        "concepts, as held after loading one year",
    )


def _lookup() -> Row:
    taxonomy = _load()
    names = list(taxonomy.names())[:_LOOKUPS]
    plain = dict.fromkeys(names)
    first = _seconds(lambda: [taxonomy.concept(name) for name in names]) / len(names)
    again = _median(lambda: [taxonomy.concept(name) for name in names]) / len(names)
    bare = _median(lambda: [plain[name] for name in names]) / len(names)
    measured = f"{first * 1e6:.0f} us first, {again * 1e6:.1f} us again"
    return ("taxonomy: concept by name", measured, "microseconds", f"a dictionary: {bare * 1e6:.2f} us")


def _search() -> Row:
    taxonomy = _load()
    first = _seconds(lambda: taxonomy.search("income tax expense"))
    again = _median(lambda: taxonomy.search("income tax expense"))
    return ("taxonomy: search by words", f"{again * 1e3:.1f} ms", "", f"the first time {first * 1e3:.0f} ms")


def _standin(base: float) -> list[Row]:
    taxonomy = _load()
    names = [taxonomy.qname(name) for name in list(taxonomy.names())[::150]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "standin.zip"
        taken = _median(lambda: write_standin(names, path))
    note = f"{len(names)} concepts, against importing lxml and attrs"
    return [("taxonomy: write a stand-in", f"{taken * 1e3:.1f} ms, {taken / base:.2f}x", "", note)]
