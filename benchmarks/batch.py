"""Batches: documents a minute, what a second worker brings, memory over many documents, a night's corpus."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from xbrlgen.batch import Options, Status, run_batch
from xbrlgen.batch.hands import Hand
from xbrlgen.batch.tasks import task_of

Row = tuple[str, str, str, str]
EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "exhibit" / "release.html"
CORPUS = 280_000
DOCUMENTS = 40
# A thousand documents take minutes; the long run is asked for with this variable.
MANY = int(os.environ.get("XBRLGEN_BENCH_DOCUMENTS", "150"))


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        copies = list(_copies(Path(folder) / "releases", DOCUMENTS))
        one, two = (_seconds(copies, Path(folder) / f"out-{count}", count) for count in (1, 2))
        yield ("batch: documents a minute, validated, one worker", f"{60 * DOCUMENTS / one:.0f}", "", _note())
        yield ("batch: two workers against one", f"{one / two:.2f}x", ">= 1.7x", f"{DOCUMENTS} documents")
        hours = CORPUS * one / DOCUMENTS / 3600
        yield (
            f"batch: {CORPUS:,} such exhibits",
            f"{hours:.0f} h on 1 core",
            "",
            f"computed: {hours / 16:.1f} h on 16 cores, {hours / 64:.1f} h on 64",
        )
        yield _memory(Path(folder))


def _note() -> str:
    return f"{DOCUMENTS} copies of the example exhibit, {EXAMPLE.stat().st_size // 1024} kB each"


def _copies(folder: Path, count: int) -> Iterator[Path]:
    """Yield copies that differ in one word, so that none is taken for another."""
    folder.mkdir(parents=True, exist_ok=True)
    text = EXAMPLE.read_text("utf-8")
    for number in range(count):
        path = folder / f"release-{number}.html"
        path.write_text(text.replace("</body>", f"<p>Copy {number}</p></body>"), encoding="utf-8")
        yield path


def _seconds(copies: list[Path], out: Path, workers: int) -> float:
    start = time.perf_counter()
    done = list(run_batch(copies, out, workers=workers))
    failed = [each for each in done if each.status is not Status.WRITTEN]
    if failed:
        msg = f"the batch failed on {failed[0].path}: {failed[0].status.value} {failed[0].detail}"
        raise RuntimeError(msg)
    return time.perf_counter() - start


def _memory(folder: Path) -> Row:
    options = Options(validate=False)
    sizes: list[int] = []
    with Hand(options) as hand:
        for path in _copies(folder / "many", MANY):
            hand.do(task_of(path, folder / "memory", options))
            sizes.append(_resident(hand.pid))
    early, late = sizes[MANY // 5], sizes[-1]
    return (
        "batch: memory of a worker, last against the first fifth",
        f"{late / early:.2f}x",
        "flat",
        f"{MANY} documents; {early // 1024} to {late // 1024} MB",
    )


def _resident(pid: int) -> int:
    """Give the resident memory of a process in kB."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))
