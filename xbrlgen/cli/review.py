"""``xbrlgen review``: the review page of a release, without a filing."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.building import STEPS, OneSource, built, how_to_build
from xbrlgen.cli.console import progress, refuse, spare, writing_to
from xbrlgen.cli.filings import need_viewer, refuse_filing, refuse_options_for_releases
from xbrlgen.cli.paths import existing, target
from xbrlgen.collecting import in_one_go

if TYPE_CHECKING:
    from xbrlgen.filing import Filing


@click.command(cls=OneSource)
@click.argument("source", type=existing)
@click.option(
    "-o",
    "--output",
    type=target,
    help="The page to write; by default SOURCE's name with -review.html. With --viewer a folder.",
)
@how_to_build
@click.option(
    "--viewer", is_flag=True, help="Write Arelle's viewer of a filing, of any maker, instead (extra: viewer)."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print what is on the page as JSON.")
@in_one_go()
def review(
    source: Path, *, output: Path | None, viewer: bool, quiet: bool, as_json: bool, **options: Any
) -> None:
    """Write the review page of the release SOURCE.

    The page shows each printed number with its verdict, concept and proof, and needs no network. A filing
    that xbrlgen made has its page beside it; --viewer shows any. Ends with 0 when the page was written, with
    2 when the input can't be used.
    """
    if viewer:
        said = _viewed(source, output, options, quiet=quiet)
    else:
        said = _reviewed(source, output, options, quiet=quiet)
    if as_json:
        click.echo(json.dumps(said))
    elif not quiet:
        click.echo(f"{said['page']} written; open it in a browser")


def _reviewed(source: Path, output: Path | None, options: dict[str, Any], *, quiet: bool) -> dict[str, Any]:
    """Write the review page of a release, and say what is on it."""
    from xbrlgen.reviewing import review_page
    from xbrlgen.writing.folder import write_file

    refuse_filing(source)
    page = output or Path(f"{source.stem}-review.html")
    spare(source, page)
    with progress(f"Reviewing {source.name}", quiet=quiet, steps=STEPS) as step:
        filing = built(source, options, step, empty=True)
        step("writing")
        with writing_to(page):
            write_file(page, review_page(filing))
    return _summary(filing, page)


def _viewed(source: Path, output: Path | None, options: dict[str, Any], *, quiet: bool) -> dict[str, Any]:
    """Write Arelle's viewer of a filing."""
    from xbrlgen.reviewing.viewer import write_viewer
    from xbrlgen.validating.errors import UnreadableError

    refuse_options_for_releases(source, options)
    need_viewer()
    folder = output or Path(f"{source.resolve().stem}-viewer")
    try:
        with progress(f"Arelle makes the viewer of {source.name}", quiet=quiet), writing_to(folder):
            return {"page": str(write_viewer(source, folder))}
    except UnreadableError as error:
        refuse(error)


def _summary(filing: Filing, page: Path) -> dict[str, Any]:
    """Say what the page shows, as plain values."""
    from xbrlgen.reviewing.states import shown_figures

    states = Counter(one.state.value for one in shown_figures(filing))
    return {"page": str(page), "printed": states.total(), "states": dict(sorted(states.items()))}
