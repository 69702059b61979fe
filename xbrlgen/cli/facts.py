"""``xbrlgen facts``: the facts of a release or of anyone's filing, for a person or a program."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.building import STEPS, OneSource, built, how_to_build
from xbrlgen.cli.console import Step, console, format_of, need_pyarrow, progress, refuse, spare, writing_to
from xbrlgen.cli.filings import is_filing, refuse_options_for_releases
from xbrlgen.cli.paths import existing, target

if TYPE_CHECKING:
    from rich.table import Table

Row = Mapping[str, Any]
_LONGEST = 60
# The width of a terminal from which all columns fit, and the widths of what is in them.
_WIDE = 110
# What a table needs beside the value.
_NARROW = 46
_WIDEST_TEXT = 20
_NARROW_TEXT = 12
_DAY = 10
_SHOWN = ("concept", "value", "unit", "start", "end", "dimensions", "line")


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
    if chosen == "table" and to is None and console().is_terminal:
        _table(rows)
    else:
        _deliver(rows, report, chosen, to)


def _check_parquet(to: Path | None) -> None:
    if to is None:
        refuse("--format parquet needs a file to write to: add --to FILE")
    need_pyarrow("Parquet")


def _facts(source: Path, options: dict[str, Any], step: Step) -> tuple[Sequence[Row], str]:
    """Give the facts as rows, and those of a release as xBRL-JSON too."""
    from xbrlgen.writing.records import fact_rows

    if is_filing(source):
        refuse_options_for_releases(source, options)
        return _rows_of_filing(source), ""
    if source.is_dir():
        refuse(f"{source}: no XBRL report in this folder; give the folder of a filing, or one release")
    filing = built(source, options, step)
    return list(fact_rows(filing)), filing.report.to_json()


def _rows_of_filing(source: Path) -> Sequence[Row]:
    from xbrlgen.validating.errors import UnreadableError
    from xbrlgen.validating.fact_rows import filing_rows

    try:
        return list(filing_rows(source))
    except UnreadableError as error:
        refuse(error)


def _deliver(rows: Sequence[Row], report: str, chosen: str, to: Path | None) -> None:
    from xbrlgen.writing.folder import write_file
    from xbrlgen.writing.parquet import write_rows

    if to is None:
        click.echo(_bytes(rows, report, chosen), nl=False)
        return
    with writing_to(to):
        if chosen == "parquet":
            write_rows(list(rows), to)
        else:
            write_file(to, _bytes(rows, report, chosen))


def _bytes(rows: Sequence[Row], report: str, chosen: str) -> bytes:
    """Give the facts as a text for programs: tabs between columns where a table was asked for."""
    from xbrlgen.writing.records import rows_csv

    if chosen == "xbrl-json":
        return f"{report}\n".encode()
    if chosen == "csv":
        return rows_csv(rows)
    if chosen == "json":
        plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
        return (json.dumps(plain, indent=1, ensure_ascii=False) + "\n").encode()
    lines = [_SHOWN, *([_text(row.get(name)) for name in _SHOWN] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines).encode()


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _table(rows: Sequence[Row]) -> None:
    """Show the facts on a terminal; a narrow one has fewer columns, with two things in each."""
    from rich.text import Text

    out = console()
    is_wide = out.width >= _WIDE
    digits = max((len(_text(row.get("value"))) for row in rows if _is_number(row)), default=0)
    if out.width < _NARROW + max(digits, _NARROW_TEXT):
        _one_by_one(rows)
        return
    table = _columns(digits, is_wide=is_wide)
    for row in rows:
        line = [_shortened(_text(row.get(name))) for name in _SHOWN]
        table.add_row(*map(Text, line if is_wide else _stacked(line)))
    out.print(table, soft_wrap=False)


def _columns(digits: int, *, is_wide: bool) -> Table:
    """Give a table without rows, whose numbers have so many digits at most."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("concept", overflow="fold", min_width=20)
    most = _WIDEST_TEXT if is_wide else max(digits, _NARROW_TEXT)
    table.add_column("value", justify="right", overflow="fold", min_width=digits, max_width=most)
    for name in ("unit", "start", "end") if is_wide else ("period",):
        table.add_column(name, no_wrap=True, min_width=len(name) if name == "unit" else _DAY)
    if is_wide:
        table.add_column("dimensions", overflow="fold")
    table.add_column("line", justify="right", no_wrap=True, min_width=4)
    return table


def _one_by_one(rows: Sequence[Row]) -> None:
    """Show facts where not even a narrow table fits."""
    from rich.markup import escape
    from rich.padding import Padding

    out = console()
    for row in rows:
        concept, value, unit, start, end, dimensions, line = (_text(row.get(name)) for name in _SHOWN)
        out.print(escape(concept), soft_wrap=True)
        for text in (dimensions, f"{value} {unit}", f"{start} to {end}" if start else end, f"line {line}"):
            if text.strip():
                out.print(Padding(escape(text), (0, 0, 0, 4)), soft_wrap=False)


def _is_number(row: Row) -> bool:
    return isinstance(row.get("value"), Decimal)


def _stacked(line: Sequence[str]) -> list[str]:
    """Put dimensions under the concept, the unit under the value and the end under the start."""
    concept, value, unit, start, end, dimensions, place = line
    pairs = (concept, dimensions), (value, unit), (start, end)
    return [*("\n".join(filter(None, pair)) for pair in pairs), place]


def _text(value: object) -> str:
    """Give a value on one line."""
    text = f"{value:,f}" if isinstance(value, Decimal) else "" if value is None else str(value)
    return " ".join(text.split())


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
