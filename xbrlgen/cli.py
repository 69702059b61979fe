"""The command line: one command a door, each loading what it needs when it runs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from xbrlgen.filing import Filing
    from xbrlgen.findings import Finding

_MODES = ("c11r", "c11t", "c10", "c10d")
_existing = click.Path(exists=True, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="xbrlgen")
def main() -> None:
    """Turn printed earnings releases into inline XBRL filings, proved by arithmetic and judged by Arelle."""


def _tell(findings: Iterable[Finding]) -> None:
    """Each finding on a line of standard error, with its place and what would fix it."""
    for finding in findings:
        where = f"{finding.places[0]}: " if finding.places else ""
        remedy = f" ({finding.remedy})" if finding.remedy else ""
        click.echo(
            f"{where}{finding.severity.name.lower()} {finding.code}: {finding.message}{remedy}", err=True
        )


def _built(source: Path, year: int | None, cik: str | None) -> Filing:
    from xbrlgen import build
    from xbrlgen.model import Entity

    return build(source, year=year, entity=Entity(cik) if cik else None)


@main.command()
@click.argument("source", type=_existing)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The folder to write to."
)
@click.option("--year", type=int, help="The taxonomy year; by default that of the report.")
@click.option("--cik", help="The identifier of the company at the SEC.")
@click.option("--force", is_flag=True, help="Write into a folder that holds other files.")
def build(source: Path, output: Path, *, year: int | None, cik: str | None, force: bool) -> None:
    """Build a filing from the release SOURCE."""
    from xbrlgen.writing import write

    filing = _built(source, year, cik)
    write(filing, output, force=force)
    _tell(filing.findings)
    click.echo(f"{len(filing.report.facts)} facts written to {output}")


@main.command()
@click.argument("source", type=_existing)
@click.option("--year", type=int, help="The taxonomy year; by default that of the report.")
@click.option("--cik", help="The identifier of the company at the SEC.")
def facts(source: Path, *, year: int | None, cik: str | None) -> None:
    """Print the facts of the release SOURCE as xBRL-JSON."""
    filing = _built(source, year, cik)
    _tell(filing.findings)
    click.echo(filing.report.to_json())


@main.command()
@click.argument("paths", type=_existing, nargs=-1, required=True)
@click.option("--package", "packages", type=_existing, multiple=True, help="A taxonomy package to use.")
@click.option(
    "--mode", "modes", type=click.Choice(_MODES), multiple=True, default=("c11r",), show_default=True
)
def validate(paths: tuple[Path, ...], packages: tuple[Path, ...], modes: tuple[str, ...]) -> None:
    """Judge the filings at PATHS."""
    from xbrlgen import validate as judge
    from xbrlgen.findings import Severity

    validation = judge(*paths, packages=packages, modes=modes)
    _tell(validation.findings)
    failed = any(finding.severity >= Severity.INCONSISTENCY for finding in validation.findings)
    click.echo("findings" if failed else "no findings of weight")
    sys.exit(1 if failed else 0)


@main.group()
def taxonomy() -> None:
    """Work on the taxonomy index."""


@taxonomy.command("compile")
@click.argument("source", type=_existing)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The folder of the index."
)
def compile_index(source: Path, output: Path) -> None:
    """Compile the index of the official taxonomy package SOURCE."""
    from xbrlgen.taxonomy.compiling import compile_package

    compile_package(source, output)
