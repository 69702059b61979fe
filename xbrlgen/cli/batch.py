"""``xbrlgen batch``: many releases overnight."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT, signal
from time import monotonic
from typing import TYPE_CHECKING, NoReturn

import click

from xbrlgen.cli.console import console, need_pyarrow, refuse, writing_to
from xbrlgen.cli.paths import existing, target

if TYPE_CHECKING:
    from types import FrameType

    from rich.console import Console
    from rich.progress import Progress

    from xbrlgen.batch import Done

# How often progress is told where there is no terminal to show it on, in seconds.
_EVERY = 60
Advance = Callable[["Done"], None]


@click.command()
@click.argument("sources", type=existing, nargs=-1, required=True)
@click.option("-o", "--output", type=target, required=True, help="The folder of the filings and the dataset.")
@click.option(
    "--workers", type=click.IntRange(1), default=2, show_default=True, help="Processes on this machine."
)
@click.option("--scheduler", default="", metavar="ADDRESS", help="A Dask scheduler to hand the work to.")
@click.option("--year", type=int, help="The taxonomy year of all; by default that of each report.")
@click.option("--no-repair", is_flag=True, help="Refuse damaged figures instead of repairing them.")
@click.option("--no-validate", is_flag=True, help="Leave the filings unjudged.")
@click.option(
    "--seconds",
    type=click.FloatRange(0, min_open=True),
    default=120,
    show_default=True,
    help="Time limit of each document.",
)
@click.option(
    "--megabytes",
    type=click.IntRange(1),
    default=4096,
    show_default=True,
    help="Memory limit of each worker.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each document.")
def batch(  # noqa: PLR0913 (each is an option of the command line)
    sources: tuple[Path, ...],
    *,
    output: Path,
    workers: int,
    scheduler: str,
    year: int | None,
    no_repair: bool,
    no_validate: bool,
    seconds: float,
    megabytes: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build filings and one dataset from SOURCES.

    SOURCES are releases or folders of them; the dataset is Parquet, of facts and findings by document. Work
    already done in the output folder is recognised by content and not done again. Ends with 0 when every
    document was worked on, with 1 when some could not be, with 2 when there is nothing to work on.
    """
    need_pyarrow("the dataset")
    from xbrlgen.batch import Options, SchedulerError, run_batch

    _check_year(year)
    options = Options(year, not no_repair, not no_validate, seconds, megabytes)
    paths = _found(sources)
    with writing_to(output):
        output.mkdir(parents=True, exist_ok=True)
    try:
        with _telling_of_a_stop():
            results = run_batch(paths, output, options=options, workers=workers, scheduler=scheduler)
            counts, failed = _followed(results, len(paths), quiet=quiet, as_json=as_json)
    except SchedulerError as error:
        refuse(error)
    if not quiet and not as_json:
        _sum_up(counts, output)
    sys.exit(1 if failed else 0)


def _check_year(year: int | None) -> None:
    """Refuse once, and not for each document, what can't be a taxonomy year."""
    from xbrlgen.taxonomy import Taxonomy, TaxonomyError

    try:
        if year is not None:
            Taxonomy.of("us-gaap", year)
    except TaxonomyError as error:
        refuse(error)


def _found(sources: tuple[Path, ...]) -> list[Path]:
    from xbrlgen.batch import find_sources

    paths = list(find_sources(sources))
    if not paths:
        named = ", ".join(map(str, sources))
        refuse(f"{named}: no releases in it (filings are none); give files, or folders that hold some")
    return paths


def _sum_up(counts: Counter[str], output: Path) -> None:
    for kind, count in sorted(counts.items()):
        click.echo(f"{count:>7} {kind}")
    click.echo(f"filings in {output / 'filings'}, dataset in {output / 'dataset'}")


@contextmanager
def _telling_of_a_stop() -> Iterator[None]:
    """Say at once, where it is interrupted, what is still waited for."""

    def told(_number: int, _frame: FrameType | None) -> NoReturn:
        click.echo("\nStopping when the documents at work are done; run it again to go on.", err=True)
        raise KeyboardInterrupt

    before = signal(SIGINT, told)
    try:
        yield
    finally:
        signal(SIGINT, before)


def _followed(results: Iterable[Done], total: int, *, quiet: bool, as_json: bool) -> tuple[Counter[str], int]:
    """Tell each result as it comes; count them by what came of them, and those that failed."""
    counts: Counter[str] = Counter()
    failed = 0
    out = console(err=True)
    with _progress(out, total, quiet=quiet) as advance:
        for done in results:
            counts[_kind(done)] += 1
            failed += done.is_failure
            advance(done)
            if as_json:
                click.echo(json.dumps(done.to_json()))
            elif done.detail and (done.is_failure or not quiet):
                out.print(f"{done.path}: {_kind(done)}: {done.detail}", markup=False)
    return counts, failed


def _kind(done: Done) -> str:
    """What came of a document, and where it failed before, how."""
    return f"{done.before.value} before" if done.before and done.is_failure else done.status.value


@contextmanager
def _progress(out: Console, total: int, *, quiet: bool) -> Iterator[Advance]:
    """Show how far it is: as a bar on a terminal, else as a line now and then."""
    if quiet:
        yield lambda _: None
    elif not out.is_terminal:
        yield _lines(total)
    else:
        with _bar(out) as bar:
            followed = bar.add_task("", total=total, rate="")

            def advance(done: Done) -> None:
                speed = bar.tasks[0].speed
                rate = f"{speed * 60:.0f} a minute" if speed else ""
                bar.update(followed, advance=1, description=Path(done.path).name, rate=rate)

            yield advance


def _bar(out: Console) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate, name = TextColumn("{task.fields[rate]}"), TextColumn("{task.description}", markup=False)
    return Progress(BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn(), name, console=out)


def _lines(total: int) -> Advance:
    """Give what prints a line now and then: how much is done, how fast it goes, how long the rest takes."""
    started = told = monotonic()
    number = worked = 0

    def advance(done: Done) -> None:
        nonlocal number, worked, told
        number, worked, now = number + 1, worked + (done.before is None), monotonic()
        if now - told >= _EVERY and number < total and worked:
            told, pace = now, (now - started) / worked
            left = pace * (total - number) / 60
            said = f"{number:,} of {total:,} done, {60 / pace:,.0f} a minute, about {left:,.0f} minutes left"
            click.echo(said, err=True)

    return advance
