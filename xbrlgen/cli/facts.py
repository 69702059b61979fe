"""``xbrlgen facts``: the facts of a release or of anyone's filing, for a person or a program."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from xbrlgen.cli.console import built, console, existing, how_to_build, progress, refuse, target

Row = Mapping[str, Any]
_LONGEST = 60
_SHOWN = ("concept", "value", "unit", "start", "end", "dimensions", "line")


@click.command()
@click.argument("source", type=existing)
@click.option(
    "--format",
    "output",
    type=click.Choice(["table", "csv", "json", "xbrl-json", "parquet"]),
    default="table",
    show_default=True,
    help="How to print them.",
)
@click.option("-o", "--to", type=target, help="A file to write to; needed for Parquet.")
@how_to_build
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def facts(source: Path, *, output: str, to: Path | None, quiet: bool, **options: Any) -> None:
    """Print the facts of SOURCE: a release, or a filing (page, instance, xBRL-JSON, package, folder)."""
    with progress(f"Reading {source.name}", quiet=quiet):
        content = _content(source, output, options)
    if isinstance(content, bytes):
        _deliver(content, to)
    elif output == "parquet":
        _parquet(content, to)
    else:
        _table(content)


def _content(source: Path, output: str, options: dict[str, Any]) -> bytes | list[Row]:
    """Give the bytes to print, or the rows where they need more than printing."""
    from xbrlgen.writing.records import fact_rows, rows_csv

    report = ""
    if _is_filing(source):
        rows = _rows_of_filing(source)
    else:
        filing = built(source, options)
        rows, report = list(fact_rows(filing)), filing.report.to_json() if output == "xbrl-json" else ""
    if output == "xbrl-json":
        return (report + "\n").encode() if report else refuse("a filing is XBRL already; ask for json")
    if output == "csv":
        return rows_csv(rows)
    if output == "json":
        plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
        return (json.dumps(plain, indent=1, ensure_ascii=False) + "\n").encode()
    return rows


def _is_filing(source: Path) -> bool:
    """Whether there is XBRL at a path already."""
    from xbrlgen.validating.errors import UnreadableError
    from xbrlgen.validating.opening import open_path

    if not source.is_dir() and source.suffix.lower() in {".md", ".csv", ".txt", ".xlsx"}:
        return False
    try:
        with tempfile.TemporaryDirectory(prefix="xbrlgen-") as folder:
            return bool(open_path(source, Path(folder)))
    except UnreadableError:
        return False


def _rows_of_filing(source: Path) -> list[Row]:
    from xbrlgen.validating.errors import UnreadableError
    from xbrlgen.validating.fact_rows import filing_rows

    try:
        return list(filing_rows(source))
    except UnreadableError as error:
        refuse(error)


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _deliver(content: bytes, to: Path | None) -> None:
    if to is None:
        click.echo(content, nl=False)
        return
    from xbrlgen.writing.folder import write_file

    write_file(to, content)


def _parquet(rows: list[Row], to: Path | None) -> None:
    from xbrlgen.writing import WriteError
    from xbrlgen.writing.parquet import write_rows

    if to is None:
        refuse("--format parquet needs a file to write to: add --to FILE")
    try:
        write_rows(rows, to)
    except WriteError as error:
        refuse(error)


def _table(rows: list[Row]) -> None:
    out = console()
    if not out.is_terminal:
        for row in rows:
            click.echo("\t".join(_cell(row.get(name)) for name in _SHOWN))
        return
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for name in _SHOWN:
        table.add_column(name, justify="right" if name == "value" else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(name))) for name in _SHOWN))
    out.print(table)


def _cell(value: object) -> str:
    text = f"{value:,f}" if isinstance(value, Decimal) else "" if value is None else str(value)
    folded = " ".join(text.split())
    return folded if len(folded) <= _LONGEST else folded[: _LONGEST - 1] + "…"
