"""``xbrlgen taxonomy``: the index of the standard taxonomies."""

from __future__ import annotations

from pathlib import Path

import click

from xbrlgen.cli.console import existing, refuse, target


@click.group()
def taxonomy() -> None:
    """Work on the taxonomy index."""


@taxonomy.command("compile")
@click.argument("source", type=existing)
@click.option("-o", "--output", type=target, required=True, help="The folder of the index.")
@click.option("--inferred", is_flag=True, help="Mark what the package tells as pieced together.")
def compile_taxonomy(source: Path, output: Path, *, inferred: bool) -> None:
    """Add what the official taxonomy package SOURCE tells to the index."""
    from xbrlgen.taxonomy import TaxonomyError, compile_index

    try:
        compiled = compile_index(source, output, is_official=not inferred)
    except (TaxonomyError, OSError) as error:
        refuse(error)
    for family, years in compiled.years:
        click.echo(f"{family}: {', '.join(map(str, years))}")
