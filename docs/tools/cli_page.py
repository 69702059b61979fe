"""Write the reference of the command line, from the commands themselves.

python docs/tools/cli_page.py
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from xbrlgen.cli import main

PAGE = Path(__file__).resolve().parents[1] / "reference" / "cli.md"
_START = """\
# Command line

Every command takes `--help`. Output is coloured and wrapped on a terminal; piped, or with `NO_COLOR` set,
it is plain. Progress, and what `build` finds, go to standard error. Progress is shown on a terminal;
elsewhere only `batch` tells of it, in lines. Files appear whole or not at all, also after Ctrl-C.

How commands end:

| code | meaning |
|---|---|
| 0 | done; of `validate`: all is clean |
| 1 | `build --strict`: a warning or worse; `validate`: findings of weight; `batch`: a document failed |
| 2 | wrong usage, or an input that can't be used; the message names the file, the place and the remedy |
| 3 | `validate`: there was nothing to judge by |
| 130 | stopped by Ctrl-C |
| 141 | the program that read the output has gone, as `head` does |
| 143 | told to end (SIGTERM), as by `timeout` |
"""


def page() -> str:
    """The whole reference."""
    return "\n".join([_START, *(line for name, each in commands() for line in _command(name, each))])


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with its full name."""
    for name, command in main.commands.items():
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in command.commands.items())
        else:
            yield name, command


def _command(name: str, command: click.Command) -> Iterator[str]:
    arguments = [_argument(each) for each in command.params if isinstance(each, click.Argument)]
    yield f"## {name}\n"
    yield f"```text\nxbrlgen {' '.join([name, '[OPTIONS]', *arguments])}\n```\n"
    yield inspect.cleandoc(command.help or "") + "\n"
    yield "| option | what it does |"
    yield "|---|---|"
    for option in command.params:
        if isinstance(option, click.Option):
            yield f"| {_names(option)} | {_text(option)} |"
    yield ""


def _argument(argument: click.Argument) -> str:
    name = str(argument.name).upper()
    return f"[{name}]" if not argument.required else f"{name}..." if argument.nargs == -1 else name


def _names(option: click.Option) -> str:
    value = "" if option.is_flag else f" {option.metavar or _value(option.type)}"
    return ", ".join(f"`{name}{value}`" for name in option.opts)


def _value(kind: click.ParamType[Any]) -> str:
    if isinstance(kind, click.Choice):
        return "|".join(map(str, kind.choices)).replace("|", "\\|")
    return {"integer range": "NUMBER", "integer": "NUMBER", "float range": "NUMBER", "float": "NUMBER"}.get(
        kind.name, kind.name.upper()
    )


def _text(option: click.Option) -> str:
    text = option.help or ""
    if not option.show_default or option.default in (None, (), ""):
        return text
    default = option.default if not isinstance(option.default, tuple) else ", ".join(option.default)
    return f"{text} Default: `{default}`."


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
