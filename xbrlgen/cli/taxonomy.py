"""``xbrlgen taxonomy``: the index of the standard taxonomies."""

from __future__ import annotations

from pathlib import Path

import click

from xbrlgen.cli.console import existing, progress, refuse, target, writing_to


@click.group()
def taxonomy() -> None:
    """Work on the taxonomy index."""


@taxonomy.command("compile")
@click.argument("source", type=existing)
@click.option("-o", "--output", type=target, required=True, help="The folder of the index.")
@click.option("--inferred", is_flag=True, help="Mark what the package tells as pieced together.")
def compile_taxonomy(source: Path, output: Path, *, inferred: bool) -> None:
    """Add what the official taxonomy package SOURCE tells to the index.

    Ends with 0 when the index was written, with 2 when the package can't be used.
    """
    from xbrlgen.taxonomy import TaxonomyError, compile_index

    try:
        with writing_to(output), progress(f"Compiling {source.name}", quiet=False):
            compiled = compile_index(source, output, is_official=not inferred)
    except TaxonomyError as error:
        refuse(error)
    for family, years in compiled.years:
        click.echo(f"{family}: {', '.join(map(str, years))}")
