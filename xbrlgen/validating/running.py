"""The command behind ``xbrlgen validate``: options in, an exit code and a text out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.validating import validate
from xbrlgen.validating.errors import UnreadableError, UsageError
from xbrlgen.validating.validation import Exit

if TYPE_CHECKING:
    from xbrlgen.validating.rendering import Screen
    from xbrlgen.validating.validation import Validation


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
    screen: Screen | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> tuple[int, str]:
    """Validate, and tell the exit code and the text to print.

    ``accept`` writes all findings into a new baseline file and succeeds.
    """
    from xbrlgen.validating.rendering import check_format, render

    try:
        check_format(output)
        _check_accept(accept)
        validation = validate(
            *paths, packages=packages, modes=modes, fail_on=fail_on, baseline=baseline,
            profile=profile, online=online, arelle=arelle, timeout=timeout, step=step,
        )  # fmt: skip
    except (UnreadableError, UsageError) as error:
        return int(Exit.USAGE), f"{error}\n"
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return int(Exit.USAGE), f"{where}can't be read ({error.strerror or error}); see who may read it\n"
    if accept is not None:
        return _accepted(validation, Path(accept))
    return int(validation.exit_code), render(validation, output, screen=screen)


def _check_accept(path: str | PathLike[str] | None) -> None:
    """Refuse, before all the work, to write a baseline over a file that is none."""
    from xbrlgen.validating.baseline import read_baseline

    if path is None or not Path(path).is_file() or not Path(path).stat().st_size:
        return
    try:
        read_baseline(Path(path))
    except UsageError as error:
        msg = f"accept: {path} is no baseline file and is left as it is; name another place"
        raise UsageError(msg) from error


def _accepted(validation: Validation, path: Path) -> tuple[int, str]:
    """Write the baseline, but not one of findings that are not all."""
    from xbrlgen.validating.baseline import write_baseline

    failed = next((report for report in validation.reports if report.broken), None)
    if failed is not None:
        return int(
            Exit.NOT_JUDGED
        ), f"nothing accepted: {failed.name} could not be judged: {failed.unjudged}\n"
    try:
        write_baseline(validation, path)
    except OSError as error:
        return int(Exit.USAGE), f"{path}: can't be written ({error.strerror or error}); name another place\n"
    return int(Exit.CLEAN), f"{_count(len(validation.findings))} accepted in {path}\n"


def _count(findings: int) -> str:
    return f"{findings} finding{'s' * (findings != 1)}"
