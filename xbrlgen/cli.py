"""The command line: one command a door, each loading what it needs when it runs."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from xbrlgen.filing import Filing
    from xbrlgen.findings import Finding

_WRONG_USAGE = 2
_MODES = ("c11r", "c11t", "c10", "c10d")
_FORMATS = ("text", "json", "sarif", "junit", "github")
_SEVERITIES = ("info", "warning", "inconsistency", "error")
_existing = click.Path(exists=True, path_type=Path)
_target = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="xbrlgen")
def main() -> None:
    """Turn printed earnings releases into inline XBRL filings, proved by arithmetic and judged by Arelle."""


def _tell(findings: Iterable[Finding]) -> None:
    """Each finding on a line of standard error, with its place and what would fix it."""
    for finding in findings:
        where = f"{finding.places[0]}: " if finding.places else ""
        remedy = f" ({finding.remedy})" if finding.remedy else ""
        kind = finding.severity.name.lower()
        click.echo(f"{where}{kind} {finding.code}: {finding.message}{remedy}", err=True)


def _refuse(error: ValueError | OSError) -> NoReturn:
    """Tell what is wrong with the input, without a traceback, and end."""
    click.echo(str(error), err=True)
    sys.exit(_WRONG_USAGE)


def _built(source: Path, year: int | None, cik: str | None) -> Filing:
    from xbrlgen import build

    return build(source, year=year, entity=cik)


@main.command()
@click.argument("source", type=_existing)
@click.option("-o", "--output", type=_target, required=True, help="The folder to write to.")
@click.option("--year", type=int, help="The taxonomy year; by default that of the report.")
@click.option("--cik", help="The identifier of the company at the SEC.")
@click.option("--force", is_flag=True, help="Write into a folder that holds other files.")
def build(source: Path, output: Path, *, year: int | None, cik: str | None, force: bool) -> None:
    """Build a filing from the release SOURCE."""
    from xbrlgen.reading.errors import ReadError
    from xbrlgen.taxonomy import TaxonomyError
    from xbrlgen.writing import WriteError, write

    try:
        filing = _built(source, year, cik)
        written = write(filing, output, force=force)
    except (ReadError, TaxonomyError, WriteError, OSError) as error:
        _refuse(error)
    _tell((*filing.findings, *written.findings))
    click.echo(f"{len(filing.report.facts)} facts in {len(written.paths)} files written to {output}")


@main.command()
@click.argument("source", type=_existing)
@click.option("--year", type=int, help="The taxonomy year; by default that of the report.")
@click.option("--cik", help="The identifier of the company at the SEC.")
def facts(source: Path, *, year: int | None, cik: str | None) -> None:
    """Print the facts of the release SOURCE as xBRL-JSON."""
    from xbrlgen.reading.errors import ReadError
    from xbrlgen.taxonomy import TaxonomyError

    try:
        filing = _built(source, year, cik)
    except (ReadError, TaxonomyError, OSError) as error:
        _refuse(error)
    _tell(filing.findings)
    click.echo(filing.report.to_json())


@main.command()
@click.argument("paths", type=_existing, nargs=-1, required=True)
@click.option("--package", "packages", type=_existing, multiple=True, help="A taxonomy package to use.")
@click.option(
    "--mode", "modes", type=click.Choice(_MODES), multiple=True, default=("c11r",), show_default=True
)
@click.option("--format", "output", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("--fail-on", type=click.Choice(_SEVERITIES), default="inconsistency", show_default=True)
@click.option("--baseline", type=_existing, help="A file of known findings, which don't count.")
@click.option("--accept", type=_target, help="Write all findings into a new baseline file and succeed.")
@click.option("--online", is_flag=True, help="Let Arelle fetch schemas that are not at hand.")
@click.option("--native", is_flag=True, help="Judge by the native engine alone, without Arelle.")
@click.option("--timeout", type=float, default=600, show_default=True, help="Seconds for Arelle.")
def validate(paths: tuple[Path, ...], *, native: bool, **options: object) -> None:
    """Judge the filings at PATHS: pages, instances, xBRL-JSON, packages or folders of them.

    Ends with 0 when all is clean, 1 with findings of weight, 2 when the input can't be used and 3 when
    there was nothing to judge by.
    """
    from xbrlgen.validating.running import run

    colour = sys.stdout.isatty()
    code, text = run(*paths, arelle=not native, colour=colour, **options)  # type: ignore[arg-type]  # click's
    click.echo(text, nl=False, err=code == _WRONG_USAGE)
    sys.exit(code)


@main.group()
def taxonomy() -> None:
    """Work on the taxonomy index."""


@taxonomy.command("compile")
@click.argument("source", type=_existing)
@click.option("-o", "--output", type=_target, required=True, help="The folder of the index.")
@click.option("--inferred", is_flag=True, help="Mark what the package tells as pieced together.")
def compile_taxonomy(source: Path, output: Path, *, inferred: bool) -> None:
    """Add what the official taxonomy package SOURCE tells to the index."""
    from xbrlgen.taxonomy import TaxonomyError, compile_index

    try:
        compiled = compile_index(source, output, is_official=not inferred)
    except (TaxonomyError, OSError) as error:
        _refuse(error)
    for family, years in compiled.years:
        click.echo(f"{family}: {', '.join(map(str, years))}")
