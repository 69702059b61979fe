"""``xbrlgen validate``: the judgement on filings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from xbrlgen.cli.building import profile_for
from xbrlgen.cli.console import WRONG_USAGE, format_of, progress, screen
from xbrlgen.cli.paths import existing, existing_file, target
from xbrlgen.severity import Severity
from xbrlgen.validating.modes import MODES

_FORMATS = ("text", "json", "sarif", "junit", "github")
_SEVERITIES = tuple(severity.name.lower() for severity in sorted(Severity))


@click.command()
@click.argument("paths", type=existing, nargs=-1, required=True)
@click.option(
    "--package", "packages", type=existing, multiple=True, help="A taxonomy package to use; repeatable."
)
@click.option(
    "--mode",
    "modes",
    type=click.Choice(MODES),
    multiple=True,
    default=("c11r",),
    show_default=True,
    help="A way to check calculations; repeatable.",
)
@click.option(
    "--format",
    "output",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How to tell it.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="inconsistency",
    show_default=True,
    help="The mildest findings that end it with 1.",
)
@click.option("--baseline", type=existing, help="A file of known findings, which don't count.")
@click.option("--accept", type=target, help="Write all findings into a new baseline file and succeed.")
@click.option(
    "--profile",
    type=existing_file,
    help="Your own decisions, which may name packages; else xbrlgen.toml beside the first path or here.",
)
@click.option("--online", is_flag=True, help="Let Arelle fetch schemas that are not at hand.")
@click.option("--native", is_flag=True, help="Judge by the native engine alone, without Arelle.")
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    default=600,
    show_default=True,
    help="Seconds for Arelle.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; the exit code tells.")
def validate(
    paths: tuple[Path, ...],
    *,
    native: bool,
    quiet: bool,
    as_json: bool,
    output: str,
    profile: Path | None,
    **options: Any,
) -> None:
    """Judge the filings at PATHS.

    PATHS are inline pages, instances, xBRL-JSON, packages or folders of them, of any maker. Ends with 0 when
    all is clean, 1 with findings of weight, 2 when the input can't be used and 3 when there was nothing to
    judge by.
    """
    from xbrlgen.validating.running import run

    chosen = format_of(output, as_json=as_json)
    options["profile"] = profile_for(paths[0], profile)
    with progress("Judging", quiet=quiet) as step:
        code, text = run(*paths, arelle=not native, screen=screen(), output=chosen, step=step, **options)
    if code == WRONG_USAGE:
        click.echo(f"Error: {text}", nl=False, err=True)
    elif not quiet:
        click.echo(text, nl=False)
    sys.exit(code)
