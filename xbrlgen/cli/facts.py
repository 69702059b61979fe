"""``xbrlgen facts``: the facts of a release or of anyone's filing, for a person or a program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.building import STEPS, OneSource, built, how_to_build
from xbrlgen.cli.console import (
    Step,
    format_of,
    need_pyarrow,
    on_terminal,
    progress,
    refuse,
    spare,
    writing_to,
)
from xbrlgen.cli.filings import is_filing, refuse_options_for_releases
from xbrlgen.cli.paths import existing, target

if TYPE_CHECKING:
    from xbrlgen.cli.fact_tables import Row


@click.command(cls=OneSource)
@click.argument("source", type=existing)
@click.option(
    "--format",
    "output",
    type=click.Choice(["table", "csv", "json", "xbrl-json", "parquet"]),
    default="table",
    show_default=True,
    help="How to print them.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("-o", "--to", type=target, help="A file to write to; needed for Parquet.")
@how_to_build
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def facts(source: Path, *, output: str, as_json: bool, to: Path | None, quiet: bool, **options: Any) -> None:
    """Print the facts of SOURCE.

    SOURCE is a release, or a filing of any maker: page, instance, xBRL-JSON, package or folder. Ends with 0
    when it was read, with 2 when the input can't be used.
    """
    chosen = format_of(output, as_json=as_json)
    if chosen == "parquet":
        _check_parquet(to)
    if to is not None:
        spare(source, to)
    with progress(f"Reading {source.name}", quiet=quiet, steps=STEPS) as step:
        rows, report = _facts(source, options, step)
    if not rows:
        click.echo(f"Note: {source} is XBRL, and has no facts.", err=True)
    if chosen == "xbrl-json" and not report:
        refuse(f"{source}: this is XBRL already; ask for json, csv, table or parquet")
    if chosen == "table" and to is None and on_terminal():
        _show(rows)
    else:
        _deliver(rows, report, chosen, to)


def _show(rows: Sequence[Row]) -> None:
    from xbrlgen.cli.fact_tables import show

    show(rows)


def _check_parquet(to: Path | None) -> None:
    if to is None:
        refuse("--format parquet needs a file to write to: add --to FILE")
    need_pyarrow("Parquet")


def _facts(source: Path, options: dict[str, Any], step: Step) -> tuple[Sequence[Row], str]:
    """Give the facts as rows, and those of a release as xBRL-JSON too."""
    from xbrlgen.writing.tables.records import fact_rows

    if is_filing(source):
        refuse_options_for_releases(source, options)
        return _rows_of_filing(source), ""
    if source.is_dir():
        refuse(f"{source}: no XBRL report in this folder; give the folder of a filing, or one release")
    filing = built(source, options, step)
    return list(fact_rows(filing)), filing.report.to_json()


def _rows_of_filing(source: Path) -> Sequence[Row]:
    from xbrlgen.validating.errors import UnreadableError
    from xbrlgen.validating.telling.fact_rows import filing_rows

    try:
        return list(filing_rows(source))
    except UnreadableError as error:
        refuse(error)


def _deliver(rows: Sequence[Row], report: str, chosen: str, to: Path | None) -> None:
    from xbrlgen.cli.fact_tables import for_programs
    from xbrlgen.writing.folder import write_file
    from xbrlgen.writing.tables.parquet import write_rows

    if to is None:
        click.echo(for_programs(rows, report, chosen), nl=False)
        return
    with writing_to(to):
        if chosen == "parquet":
            write_rows(list(rows), to)
        else:
            write_file(to, for_programs(rows, report, chosen))
