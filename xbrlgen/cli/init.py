"""``xbrlgen init``: a profile to start from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import click

from xbrlgen.cli.console import refuse, writing_to
from xbrlgen.cli.paths import target

_START: Final = """\
# Your own decisions for xbrlgen. They win over everything the program would choose.

[entity]
# The identifier of the company at the SEC, and the prefix of its own concepts.
# cik = "0001234567"
# prefix = "acme"

[taxonomy]
# The taxonomy year; without it, the year of the report.
# year = 2024
# Official taxonomy packages to validate with, or folders of them, seen from here.
# packages = ["packages"]

[concepts]
# A printed label, or "section > label", and the concept it stands for:
# "Net revenue" = "us-gaap:Revenues"
# "Operating expenses > Other" = "us-gaap:OtherCostAndExpenseOperating"
# a concept of the company's own, or no fact at all:
# "Adjusted EBITDA" = "own:AdjustedEBITDA"
# "Number of stores" = "skip"

[members]
# Labels of segments and products, and the members they stand for:
# "Cloud" = "own:CloudMember"
"""


@click.command()
@click.argument("path", type=target, default="xbrlgen.toml")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as JSON.")
def init(path: Path, *, quiet: bool, as_json: bool) -> None:
    """Write a profile to start from to PATH, by default xbrlgen.toml.

    Ends with 0 when it was written, with 2 when PATH is there already or can't be written.
    """
    from xbrlgen.writing.folder import write_file

    if path.exists():
        refuse(f"{path} exists already and is left as it is; name another, or move it away")
    with writing_to(path):
        write_file(path, _START.encode())
    if as_json:
        click.echo(json.dumps({"profile": str(path)}))
    elif not quiet:
        click.echo(f"{path} written; every line is explained in it")
