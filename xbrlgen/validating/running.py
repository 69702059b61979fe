"""The command behind ``xbrlgen validate``: options in, an exit code and a text out."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.validating import validate
from xbrlgen.validating.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from xbrlgen.validating.validation import Validation

FORMATS = ("text", "json", "sarif", "junit", "github")
_USAGE = 2


def run(  # noqa: PLR0913 - each is an option of the command line
    *paths: str | PathLike[str],
    output: str = "text",
    packages: Iterable[str | PathLike[str]] = (),
    modes: Iterable[str] = ("c11r",),
    fail_on: str = "inconsistency",
    baseline: str | PathLike[str] | None = None,
    accept: str | PathLike[str] | None = None,
    profile: str | PathLike[str] | None = None,
    online: bool = False,
    arelle: bool = True,
    timeout: float = 600,
    colour: bool = False,
) -> tuple[int, str]:
    """Validate, and tell the exit code and the text to print.

    ``accept`` writes all findings into a new baseline file and succeeds.
    """
    try:
        if output not in FORMATS:
            msg = f"output: {output!r} is no format; allowed are {', '.join(FORMATS)}"
            raise UsageError(msg)
        validation = validate(
            *paths, packages=packages, modes=modes, fail_on=fail_on, baseline=baseline,
            profile=profile, online=online, arelle=arelle, timeout=timeout,
        )  # fmt: skip
        if accept is not None:
            return _accepted(validation, Path(accept))
    except (UnreadableError, UsageError, OSError) as error:
        return _USAGE, f"{error}\n"
    from xbrlgen.validating.rendering import render

    return int(validation.exit_code), render(validation, output, colour=colour)


def _accepted(validation: Validation, path: Path) -> tuple[int, str]:
    from xbrlgen.validating.baseline import write_baseline

    write_baseline(validation, path)
    return 0, f"{len(validation.findings)} findings accepted in {path}\n"
