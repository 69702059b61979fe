"""What commands share: options of the same name, refusals without traceback, findings as text."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from xbrlgen.findings import Finding, Severity

if TYPE_CHECKING:
    from rich.console import Console

WRONG_USAGE = 2
existing = click.Path(exists=True, path_type=Path)
target = click.Path(path_type=Path)
_COLOURS = {
    Severity.ERROR: "bold red",
    Severity.INCONSISTENCY: "bold red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}
_Command = TypeVar("_Command", bound=Callable[..., Any])


def refuse(error: Exception | str) -> NoReturn:
    """Tell what is wrong with the input, without a traceback, and end."""
    click.echo(f"error: {error}", err=True)
    sys.exit(WRONG_USAGE)


def how_to_build(command: _Command) -> _Command:
    """Add the options of everything that builds a filing from a release."""
    options = (
        click.option("--year", type=int, help="The taxonomy year; by default that of the report."),
        click.option("--entity", metavar="CIK", help="The identifier of the company at the SEC."),
        click.option(
            "--prior",
            type=existing,
            multiple=True,
            help="An earlier filing of the company (folder, zip or file), which teaches its concepts.",
        ),
        click.option(
            "--profile",
            type=existing,
            help="Your own decisions; by default xbrlgen.toml beside the release or here, if there is one.",
        ),
        click.option("--no-repair", is_flag=True, help="Refuse damaged figures instead of repairing them."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def profile_for(source: Path, given: Path | None) -> Path | None:
    """Give the profile to use: the one named, else the one that lies beside the release or here."""
    if given is not None:
        return given
    return next(
        (path for path in (source.parent / "xbrlgen.toml", Path("xbrlgen.toml")) if path.is_file()), None
    )


def built(source: Path, how: dict[str, Any]) -> Any:
    """Build the filing of a release as the options say; refuse in words where that can't be."""
    from xbrlgen import build
    from xbrlgen.model import ModelError
    from xbrlgen.reading import ReadError
    from xbrlgen.tagging.prior import PriorError
    from xbrlgen.tagging.profile import ProfileError
    from xbrlgen.taxonomy import TaxonomyError

    try:
        return build(
            source,
            repair=not how["no_repair"],
            year=how["year"],
            entity=how["entity"],
            prior=how["prior"],
            profile=profile_for(source, how["profile"]),
        )
    except (ReadError, ProfileError, PriorError, TaxonomyError, ModelError, OSError) as error:
        refuse(error)


def console(*, err: bool = False) -> Console:
    """Give a console that is rich on a terminal and plain when piped."""
    from rich.console import Console

    return Console(stderr=err, highlight=False, soft_wrap=True, emoji=False)


@contextmanager
def progress(words: str, *, quiet: bool) -> Iterator[None]:
    """Show on a terminal that something goes on."""
    out = console(err=True)
    if quiet or not out.is_terminal:
        yield
        return
    with out.status(words):
        yield


def counted(findings: Iterable[Finding]) -> str:
    """Say how many findings there are of each severity, the worst first."""
    counts = Counter(finding.severity for finding in findings)
    words = {
        Severity.ERROR: "errors",
        Severity.INCONSISTENCY: "inconsistencies",
        Severity.WARNING: "warnings",
        Severity.INFO: "notes",
    }
    said = [f"{counts[severity]} {word}" for severity, word in words.items() if counts[severity]]
    return ", ".join(said) or "none"


def tell(findings: Iterable[Finding], *, least: Severity, most: int) -> None:
    """Print the findings worth a line, the worst first, with what would fix each."""
    from rich.markup import escape

    out = console(err=True)
    worth = sorted((each for each in findings if each.severity >= least), key=lambda each: -each.severity)
    for finding in worth[:most]:
        where = f" {finding.places[0]}:" if finding.places else ""
        colour, kind = _COLOURS[finding.severity], finding.severity.name.lower()
        out.print(f"[{colour}]{kind}[/]{escape(where)} {escape(finding.message)} [dim]({finding.code})[/]")
        if finding.remedy:
            out.print(f"    {escape(finding.remedy)}", style="dim")
    if len(worth) > most:
        out.print(f"... and {len(worth) - most} more in findings.json", style="dim")
