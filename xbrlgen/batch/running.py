"""The run of a batch: what is left to do, handed out, and what came of it as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from attrs import evolve

from xbrlgen.batch.cluster import on_cluster
from xbrlgen.batch.dataset import read_document, write_document
from xbrlgen.batch.hands import Hand, with_idle
from xbrlgen.batch.tasks import Done, Options, Status, Task, task_of

# How many documents a worker may have waiting.
_AHEAD = 2
# What a worker that is gone could not write itself.
_LOST = frozenset({Status.TOO_SLOW, Status.BROKE_DOWN})


def run_batch(
    sources: Iterable[Path],
    out: Path,
    *,
    options: Options | None = None,
    workers: int = 2,
    scheduler: str = "",
) -> Iterator[Done]:
    """Work on every source and yield what came of each as it is done.

    ``scheduler`` is the address of a Dask scheduler; without it, ``workers`` processes of this machine work.
    Work already done in ``out``, recognised by content, is not done again.
    """
    chosen = options or Options()
    out.mkdir(parents=True, exist_ok=True)
    planned = _planned(sources, out, chosen)
    if scheduler:
        yield from _recorded(on_cluster(planned, scheduler))
    else:
        yield from _recorded(_on_this_machine(planned, chosen, workers))


def _planned(sources: Iterable[Path], out: Path, options: Options) -> Iterator[Task | Done]:
    """The task of each source, or at once what is known of it."""
    seen: set[str] = set()
    for path in sources:
        try:
            task = task_of(path, out, options)
        except OSError as error:
            yield Done(str(path), "", Status.UNREADABLE, error.strerror or str(error))
            continue
        if task.key in seen:
            yield Done(str(path), task.key, Status.SAME_CONTENT)
        elif task.marker.exists():
            yield read_document(task)
        else:
            yield task
        seen.add(task.key)


def _recorded(results: Iterable[tuple[Task | None, Done]]) -> Iterator[Done]:
    """Write the row of a document whose worker could not write it; name each as it was given."""
    for task, done in results:
        if task is not None and done.status in _LOST:
            write_document(task, done)
        yield done if task is None else evolve(done, path=task.given)


def _on_this_machine(
    planned: Iterator[Task | Done], options: Options, workers: int
) -> Iterator[tuple[Task | None, Done]]:
    with ExitStack() as stack:
        idle: SimpleQueue[Hand] = SimpleQueue()
        for _ in range(workers):
            idle.put(stack.enter_context(Hand(options)))
        pool = ThreadPoolExecutor(workers)
        # Left early, it finishes what is at work, so that nothing is half-written, and begins nothing more.
        stack.callback(pool.shutdown, cancel_futures=True)
        waiting: dict[Future[Done], Task] = {}
        for item in planned:
            if isinstance(item, Done):
                yield None, item
                continue
            waiting[pool.submit(with_idle, idle, item)] = item
            if len(waiting) >= _AHEAD * workers:
                yield from _first(waiting)
        while waiting:
            yield from _first(waiting)


def _first(waiting: dict[Future[Done], Task]) -> Iterator[tuple[Task, Done]]:
    """Wait for the next results and take them out of those waited for."""
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        yield waiting.pop(future), future.result()
