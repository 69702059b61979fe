"""What the commands share that make a filing of a release."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from xbrlgen.cli.console import Step, refuse
from xbrlgen.cli.paths import existing, existing_file

if TYPE_CHECKING:
    from xbrlgen.filing import Filing

_Command = TypeVar("_Command", bound=Callable[..., Any])
# Reading, proving, tagging, writing and the page for review.
STEPS = 5


def _cik(_context: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from xbrlgen.tagging.filer.entity import cik_of

    if cik_of(value):
        return value
    msg = f"{value!r} is no CIK; give the company's number at the SEC, up to 10 digits"
    raise click.BadParameter(msg)


class OneSource(click.Command):
    """A command that takes one source, and says where several go."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words of the command line; raises `click.UsageError` where there are too many."""
        ctx.allow_extra_args = True
        more = super().parse_args(ctx, args)
        if more and not ctx.resilient_parsing:
            msg = (
                f"One SOURCE at a time, and {more[0]!r} is another. To build filings of many: xbrlgen batch."
            )
            raise click.UsageError(msg, ctx)
        return more


def how_to_build(command: _Command) -> _Command:
    """Add the options of everything that builds a filing from a release."""
    options = (
        click.option("--year", type=int, help="The taxonomy year; by default that of the report."),
        click.option(
            "--entity", metavar="CIK", callback=_cik, help="The identifier of the company at the SEC."
        ),
        click.option(
            "--prior",
            type=existing,
            multiple=True,
            help="An earlier filing of the company (folder or zip), which teaches its concepts; repeatable.",
        ),
        click.option(
            "--profile",
            type=existing_file,
            help="Your own decisions; by default xbrlgen.toml beside the release or here, if there is one.",
        ),
        click.option("--no-repair", is_flag=True, help="Refuse damaged figures instead of repairing them."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def profile_for(source: Path, given: Path | None) -> Path | None:
    """Give the profile to use: the one named, else the one that lies beside the release or here."""
    if given is not None:
        return given
    near = (source.parent / "xbrlgen.toml", Path("xbrlgen.toml"))
    return next((path for path in near if path.is_file()), None)


def built(source: Path, how: dict[str, Any], step: Step, *, empty: bool = False) -> Filing:
    """Build the filing of a release as the options say; refuse in words where that can't be.

    A release without a single fact is refused too, unless ``empty`` ones are of use.
    """
    from xbrlgen.model import ModelError
    from xbrlgen.reading import ReadError
    from xbrlgen.tagging.decisions.prior import PriorError
    from xbrlgen.tagging.decisions.profile import ProfileError
    from xbrlgen.taxonomy import TaxonomyError
    from xbrlgen.writing import WriteError

    try:
        filing = _built(source, how, step)
    except (ModelError, WriteError) as error:
        refuse(f"{source}: {error}")
    except (ReadError, ProfileError, PriorError, TaxonomyError, OSError) as error:
        refuse(error)
    if not filing.report.facts and not (empty and filing.verdicts):
        refuse(_nothing(source, filing))
    return filing


def _built(source: Path, how: dict[str, Any], step: Step) -> Filing:
    from xbrlgen.building import build

    return build(
        source,
        repair=not how["no_repair"],
        year=how["year"],
        entity=how["entity"],
        prior=how["prior"],
        profile=profile_for(source, how["profile"]),
        step=step,
    )


def _nothing(source: Path, filing: Filing) -> str:
    """Say why a release gave no fact, and what to do."""
    from xbrlgen.building import unreadable, why_nothing

    shows = bool(filing.verdicts) and unreadable(filing) is None
    return f"{source}: {why_nothing(filing)}{f'; look at it with: xbrlgen review {source}' * shows}"
