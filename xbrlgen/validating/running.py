"""The command behind ``xbrlgen validate``: options in, an exit code and a text out."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from xbrlgen.validating import validate
from xbrlgen.validating.baseline import write_baseline
from xbrlgen.validating.errors import UnreadableError, UsageError
from xbrlgen.validating.options import checked_severity
from xbrlgen.validating.rendering import FORMATS, render
from xbrlgen.validating.validation import Exit


def run(  # noqa: PLR0913 - each is an option of the command line
    *paths: str | PathLike[str],
    output: str = "text",
    packages: Iterable[str | PathLike[str]] = (),
    modes: Iterable[str] = ("c11r",),
    fail_on: str = "inconsistency",
    baseline: str | PathLike[str] | None = None,
    accept: str | PathLike[str] | None = None,
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
            render_error = f"output: {output!r} is no format; allowed are {', '.join(FORMATS)}"
            raise UsageError(render_error)
        validation = validate(
            *paths, packages=packages, modes=modes, fail_on=checked_severity(fail_on), baseline=baseline,
            online=online, arelle=arelle, timeout=timeout,
        )  # fmt: skip
        if accept is not None:
            write_baseline(validation, Path(accept))
            return int(Exit.CLEAN), f"{len(validation.findings)} findings accepted in {accept}\n"
    except (UnreadableError, UsageError, OSError) as error:
        return int(Exit.USAGE), f"{error}\n"
    return int(validation.exit_code), render(validation, output, colour=colour)
