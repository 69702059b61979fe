"""``xbrlgen review``: the review page of a release, without a filing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from xbrlgen.cli.console import built, existing, how_to_build, progress, target


@click.command()
@click.argument("source", type=existing)
@click.option(
    "-o", "--output", type=target, help="The page to write; by default SOURCE's name with -review.html."
)
@how_to_build
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def review(source: Path, *, output: Path | None, quiet: bool, **options: Any) -> None:
    """Write the page that shows each figure of the release SOURCE with its verdict, concept and proof."""
    from xbrlgen.reviewing import review_page
    from xbrlgen.writing.folder import write_file

    page = output or Path(f"{source.stem}-review.html")
    with progress(f"Reading {source.name}", quiet=quiet):
        write_file(page, review_page(built(source, options)))
    if not quiet:
        click.echo(f"{page} written; open it in a browser")
