"""The command line: one command a module, each loading what it needs when it runs."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from signal import SIGTERM, signal
from threading import current_thread, main_thread
from types import FrameType
from typing import Any, NoReturn

import click

from xbrlgen.cli.batch import batch
from xbrlgen.cli.build import build
from xbrlgen.cli.concepts import concepts
from xbrlgen.cli.console import refuse
from xbrlgen.cli.facts import facts
from xbrlgen.cli.init import init
from xbrlgen.cli.review import review
from xbrlgen.cli.taxonomy import taxonomy
from xbrlgen.cli.validate import validate

__all__ = ["main"]

_FIRST = "Start with: xbrlgen build release.htm"
# What a shell gives for a program that a signal ended: 128 and the number of the signal. The second is what
# a program gets that writes to one which has gone, as to `head`; the last, what `kill` and `timeout` send.
_INTERRUPTED = 130
_UNHEARD = 141
_ENDED = 143


class _Commands(click.Group):
    """The commands, in the order they are used, any of which may be interrupted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(self.commands)

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command; what the screen or the file behind it can't take is told without a traceback."""
        try:
            return super().main(*args, **options)
        except OSError as error:
            told = f"{error.filename} can't be used" if error.filename else "the output can't be written"
            refuse(f"{told} ({error.strerror or error})")

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nStopped; nothing half-written is left.", err=True)
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to say goes nowhere
            ctx.exit(_UNHEARD)


@contextmanager
def _tidied() -> Iterator[None]:
    """Let a program that is told to end take its temporary files along."""

    def end(_number: int, _frame: FrameType | None) -> NoReturn:
        sys.exit(_ENDED)

    if current_thread() is not main_thread():  # no other may set what a signal does
        yield
        return
    before = signal(SIGTERM, end)
    try:
        yield
    finally:
        signal(SIGTERM, before)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_FIRST)
@click.version_option(package_name="xbrlgen")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn printed earnings releases into inline XBRL filings, proved by arithmetic and judged by Arelle."""
    ctx.with_resource(_tidied())
    atexit.register(gc.freeze)  # so that nothing is looked through for cycles when all of it goes
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a release may hold what the terminal can't show


for command in (build, validate, facts, review, concepts, taxonomy, batch, init):
    main.add_command(command)
