"""Every command and option is in the docs."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from tests.docs.tools import tool
from tests.shared import ROOT
from xbrlgen.cli import main

PAGE = (ROOT / "docs" / "reference" / "cli.md").read_text("utf-8")


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_and_its_options_have_their_place(name: str) -> None:
    assert f"\n## {name}\n" in PAGE
    part = PAGE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, (name, parameter.name)
            assert parameter.help in part
            for spelling in parameter.opts:
                assert f"`{spelling}" in part, (name, spelling)


def test_the_page_names_no_command_that_is_gone() -> None:
    heads = [line.removeprefix("## ") for line in PAGE.splitlines() if line.startswith("## ")]
    assert heads == list(COMMANDS)


def test_the_page_is_current() -> None:
    assert tool("cli_page").page() == PAGE, "run: python docs/tools/cli_page.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_ends(name: str) -> None:
    said = " ".join((COMMANDS[name].help or "").split())
    assert "nds with 0" in said
