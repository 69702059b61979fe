"""``xbrlgen concepts``: the search for a concept."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.console import on_terminal, refuse, say

if TYPE_CHECKING:
    from xbrlgen.taxonomy import RoleTree, Taxonomy

# A year beyond every edition: the newest known is taken.
_ANY = 2100
_COLUMNS = ("concept", "label", "type", "balance", "period", "years", "statements", "adds to")
# Statements named for a concept; each industry has its own.
_MOST_PLACES = 3


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--year", type=int, help="The taxonomy year; by default the newest known.")
@click.option(
    "--family",
    type=click.Choice(["us-gaap", "srt", "dei"]),
    default="us-gaap",
    show_default=True,
    help="The taxonomy to search.",
)
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many to show.")
@click.option("--abstract", is_flag=True, help="Show headings, axes and members too.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def concepts(
    words: tuple[str, ...], *, year: int | None, family: str, limit: int, abstract: bool, as_json: bool
) -> None:
    """Search the concepts of a taxonomy year by WORDS, the best first.

    Ends with 0, or with 2 when there is no such year.
    """
    from xbrlgen.taxonomy import Taxonomy, TaxonomyError

    try:
        taxonomy = Taxonomy.of(family, year or date(_ANY, 1, 1))
    except TaxonomyError as error:
        refuse(error)
    if year and taxonomy.note:
        click.echo(f"Note: {taxonomy.note}", err=True)
    trees = taxonomy.trees()
    hits = [
        _row(taxonomy, trees, hit.name) for hit in taxonomy.search(" ".join(words), limit, abstract=abstract)
    ]
    title = f"{family} {taxonomy.year}"
    if as_json:
        click.echo(json.dumps(hits, indent=1))
    elif not hits:
        others = " or another year" if abstract else ", another year, or --abstract for axes and members"
        click.echo(f"No concept of {title} has these words; try others{others}.")
    elif on_terminal():
        _show(hits, title)
    else:
        _print(hits)


def _row(taxonomy: Taxonomy, trees: tuple[RoleTree, ...], name: str) -> dict[str, Any]:
    concept = taxonomy.require(name)
    parents = dict.fromkeys(each.parent for each in taxonomy.parents(name))
    places = [_statement(tree) for tree in trees if name in tree.names]
    return {
        "concept": str(concept.name),
        "label": concept.label,
        "type": concept.type.removesuffix("ItemType"),
        "balance": concept.balance.value if concept.balance else "",
        "period": concept.period_type.value,
        "years": _years(taxonomy, name),
        "statements": list(dict.fromkeys(places))[:_MOST_PLACES],
        "adds to": list(parents)[:_MOST_PLACES],
    }


def _statement(tree: RoleTree) -> str:
    """Give the name of a statement: of ``104000 - Statement - Income`` it is ``Income``."""
    return tree.definition.rpartition(" - ")[2]


def _years(taxonomy: Taxonomy, name: str) -> str:
    fate = taxonomy.became(name)
    said = f"{fate.years[0]}-{fate.years[-1]}"
    if fate.deprecated:
        said += f", deprecated from {fate.deprecated[0]}"
    if fate.successors:
        said += f", then {', '.join(dict.fromkeys(one.new for one in fate.successors))}"
    return said


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)


def _print(hits: list[dict[str, Any]]) -> None:
    click.echo("\t".join(_COLUMNS))
    for hit in hits:
        click.echo("\t".join(_cell(hit[name]) for name in _COLUMNS))


def _show(hits: list[dict[str, Any]], title: str) -> None:
    say((title, "dim"))
    for hit in hits:
        kind = " ".join(hit[name] for name in ("type", "balance", "period") if hit[name])
        say((hit["concept"], "bold"), f"  {kind}  ", (hit["years"], "dim"))
        lines = (
            hit["label"],
            hit["statements"] and f"in {_cell(hit['statements'])}",
            hit["adds to"] and f"adds to {_cell(hit['adds to'])}",
        )
        for line in filter(None, lines):
            say(line, indent=4, wraps=True)
