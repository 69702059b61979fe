"""What commands share on the screen: refusals without traceback, progress, findings as text."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from click.core import ParameterSource

from xbrlgen.cli.paths import in_the_way
from xbrlgen.severity import Severity

if TYPE_CHECKING:
    from rich.console import Console

    from xbrlgen.findings import Finding
    from xbrlgen.validating.rendering import Screen

# The exit code that click and shells use for it.
WRONG_USAGE = 2
# Findings of one code told in full, lines named for the rest, and letters of a message: a screen holds no
# more.
_TOLD_OF_A_KIND = 2
_LINES_NAMED = 10
_LONG = 600
Step = Callable[[str], None]
# By these the user may have anything taken for a terminal, or nothing; rich knows how.
_TAKEN_FOR_TERMINALS = ("FORCE_COLOR", "TTY_COMPATIBLE")
# What rings or moves about on a printer and shows nothing.
_UNSEEN = dict.fromkeys(map(ord, "\a\b\v\f\r"))
_COLOURS = {
    Severity.ERROR: "bold red",
    Severity.INCONSISTENCY: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}


def refuse(error: Exception | str) -> NoReturn:
    """Tell what is wrong with the input, without a traceback, and end."""
    click.echo(f"Error: {error}", err=True)
    sys.exit(WRONG_USAGE)


def need_pyarrow(what: str) -> None:
    """Refuse, before all the work, what can't be written without pyarrow."""
    if find_spec("pyarrow") is None:
        refuse(f"{what} needs pyarrow: pip install 'xbrlgen[parquet]'")


def format_of(output: str, *, as_json: bool) -> str:
    """Give the format that was asked for, which ``--json`` is short for."""
    asked = click.get_current_context().get_parameter_source("output")
    if as_json and output != "json" and asked is ParameterSource.COMMANDLINE:
        refuse(f"--json and --format {output} contradict each other; give one of them")
    return "json" if as_json else output


def spare(source: Path, output: Path) -> None:
    """Refuse to write over the very file that is read."""
    if output.exists() and output.samefile(source):
        refuse(f"{output}: this is the file that is read, and would be written over; name another place")


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Tell it in words where a path can't be written to."""
    from xbrlgen.writing import WriteError

    try:
        yield
    except WriteError as error:
        refuse(error)
    except OSError as error:
        blocking = in_the_way(path)
        why = f"{blocking} is no folder" if blocking else error.strerror or str(error)
        refuse(f"{path}: can't be written ({why}); name another place")


def on_terminal(*, err: bool = False) -> bool:
    """Whether what is printed is seen on a terminal, or is to be taken so; a pipe needs nothing of rich."""
    stream = sys.stderr if err else sys.stdout
    is_asked = any(name in os.environ for name in _TAKEN_FOR_TERMINALS)
    is_there = stream is not None  # a program may be given no output at all
    return is_there and (is_asked or stream.isatty()) and console(err=err).is_terminal


def say(*parts: str | tuple[str, str], err: bool = False, indent: int = 0, wraps: bool = False) -> None:
    """Print a line of parts, each plain or with the style that it has on a terminal, where it may wrap."""
    if not on_terminal(err=err):
        text = "".join(part if isinstance(part, str) else part[0] for part in parts)
        click.echo(" " * indent + text.translate(_UNSEEN).expandtabs(), err=err)
        return
    from rich.padding import Padding
    from rich.text import Text

    line = Text.assemble(*parts)
    console(err=err).print(Padding(line, (0, 0, 0, indent)) if indent else line, soft_wrap=not wraps)


def console(*, err: bool = False) -> Console:
    """Give a console that is rich on a terminal and plain when piped or when NO_COLOR is set."""
    from rich.console import Console

    plain = Console(stderr=err, highlight=False, soft_wrap=True, emoji=False, color_system=None)
    if os.environ.get("NO_COLOR") or not plain.is_terminal:
        return plain
    return Console(stderr=err, highlight=False, soft_wrap=True, emoji=False)


def screen() -> Screen | None:
    """Give the terminal that the output is shown on, if it is one that can be written all over."""
    if not on_terminal() or (out := console()).is_dumb_terminal:
        return None
    from xbrlgen.validating.rendering import Screen

    return Screen(out.width, coloured=out.color_system is not None)


@contextmanager
def progress(words: str, *, quiet: bool, steps: int | None = None) -> Iterator[Step]:
    """Show on a terminal what goes on; yields what tells the next step."""
    if quiet or not on_terminal(err=True):
        yield lambda _: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(bar_width=20), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console(err=True), transient=True) as bar:
        task = bar.add_task(words, total=steps)

        def step(name: str) -> None:
            bar.update(task, description=f"{words}: {name}", advance=1)

        yield step


def table(lines: Sequence[tuple[str, str]]) -> None:
    """Print names and what there is to say under them, wrapped on a terminal."""
    if not on_terminal():
        for name, text in lines:
            click.echo(f"  {name:<11} {text}")
        return
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=13, no_wrap=True)
    for name, text in lines:
        grid.add_row(f"  {name}", Text(text))
    console().print(grid, soft_wrap=False)


def tell(findings: Iterable[Finding], names: Sequence[str], *, least: Severity, most: int) -> None:
    """Print the findings worth a line, the worst first, with what would fix each.

    Of those of one kind the first ones stand for all; of the others their lines are named. ``names`` are
    those of the sources that the places are in.
    """
    worth = sorted((each for each in findings if each.severity >= least), key=lambda each: -each.severity)
    kinds: dict[tuple[Severity, str], list[Finding]] = {}
    for each in worth:
        kinds.setdefault((each.severity, each.code), []).append(each)
    for same in list(kinds.values())[:most]:
        for finding in same[:_TOLD_OF_A_KIND]:
            _tell_one(finding, _where(finding, names))
        _tell_others(same[_TOLD_OF_A_KIND:])
    left = sum(map(len, list(kinds.values())[most:]))
    if left:
        say((f"... and {left} more in findings.json", "dim"), err=True)


def _tell_others(others: Sequence[Finding]) -> None:
    if not others:
        return
    lines = list(dict.fromkeys(str(each.places[0].line) for each in others if each.places))
    at = f", at line{'s' * (len(lines) > 1)} {', '.join(lines[:_LINES_NAMED])}" if lines else ""
    more = " ..." if len(lines) > _LINES_NAMED else ""
    say((f"    ... and {len(others)} more like it{at}{more}", "dim"), err=True)


def _shortened(message: str) -> str:
    """Cut a long message at a word; the whole of it is in the files."""
    if len(message) <= _LONG:
        return message
    return f"{message[:_LONG].rpartition(' ')[0].rstrip(',;:')} ..."


def _where(finding: Finding, names: Sequence[str]) -> str:
    """Give the first place of a finding in the form that editors and terminals open."""
    if not finding.places:
        return ""
    place = finding.places[0]
    name = names[place.source] if place.source < len(names) else ""
    cell = f" ({place.cell})" if place.cell else ""
    return f" {name}:{place.line}:{place.column}:{cell}"


def _tell_one(finding: Finding, where: str) -> None:
    kind = (finding.severity.word, _COLOURS[finding.severity])
    code = (f"({finding.code})", "dim")
    say(kind, f"{where} {_shortened(finding.message)} ", code, err=True, wraps=True)
    if finding.remedy:
        say((finding.remedy, "dim"), err=True, indent=4, wraps=True)
