"""``xbrlgen concepts``: the search for a concept."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.console import console, refuse

if TYPE_CHECKING:
    from xbrlgen.taxonomy import Taxonomy

# A year beyond every edition: the newest known is taken.
_ANY = 2100
_COLUMNS = ("concept", "type", "balance", "period", "adds to", "statements", "years")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--year", type=int, help="The taxonomy year; by default the newest known.")
@click.option("--family", type=click.Choice(["us-gaap", "srt", "dei"]), default="us-gaap", show_default=True)
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many to show.")
@click.option("--abstract", is_flag=True, help="Show headings, axes and members too.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def concepts(
    words: tuple[str, ...], *, year: int | None, family: str, limit: int, abstract: bool, as_json: bool
) -> None:
    """Search the concepts of a taxonomy year by WORDS, the best first."""
    from xbrlgen.taxonomy import Taxonomy, TaxonomyError

    try:
        taxonomy = Taxonomy.of(family, year or date(_ANY, 1, 1))
    except TaxonomyError as error:
        refuse(error)
    found = taxonomy.search(" ".join(words), limit, abstract=abstract)
    hits = [_row(taxonomy, hit.name) for hit in found]
    if as_json:
        click.echo(json.dumps(hits, indent=1))
        return
    if not hits:
        click.echo(f"no concept of {family} {taxonomy.year} has these words in its name")
        return
    _show(hits, f"{family} {taxonomy.year}")


def _row(taxonomy: Taxonomy, name: str) -> dict[str, Any]:
    concept = taxonomy.require(name)
    sums = taxonomy.parents(name)
    return {
        "concept": str(concept.name),
        "label": concept.label,
        "type": concept.type.removesuffix("ItemType"),
        "balance": concept.balance.value if concept.balance else "",
        "period": concept.period_type.value,
        "years": str(taxonomy.became(name)),
        "adds to": list(dict.fromkeys(each.parent for each in sums))[:3],
        "statements": list(dict.fromkeys(role.rpartition("/")[2] for each in sums for role in each.roles))[
            :3
        ],
    }


def _show(hits: list[dict[str, Any]], title: str) -> None:
    from rich.table import Table

    out = console()
    if not out.is_terminal:
        for hit in hits:
            click.echo(
                "\t".join(str(hit[name]) for name in ("concept", "type", "balance", "period", "years"))
            )
        return
    table = Table(title=title, title_justify="left")
    for name in _COLUMNS:
        table.add_column(name, overflow="fold")
    for hit in hits:
        table.add_row(
            *(", ".join(hit[name]) if isinstance(hit[name], list) else hit[name] for name in _COLUMNS)
        )
    out.print(table)
