"""Arelle's verdict and our own, made complete and explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.validating.errors import UsageError

if TYPE_CHECKING:
    from xbrlgen.findings import Severity
    from xbrlgen.validating.validation import Validation

__all__ = ["validate"]


def validate(  # noqa: PLR0913 - each is an option of the command line
    *paths: str | PathLike[str],
    packages: str | PathLike[str] | Iterable[str | PathLike[str]] = (),
    modes: Iterable[str] = ("c11r",),
    fail_on: Severity | str = "inconsistency",
    baseline: str | PathLike[str] | None = None,
    profile: str | PathLike[str] | None = None,
    online: bool = False,
    arelle: bool = True,
    timeout: float = 600,
    step: Callable[[str], None] = lambda _: None,
) -> Validation:
    """Judge filings: inline pages, instances, xBRL-JSON, packages or folders of them, ours or anyone's.

    ``packages`` are taxonomy packages to use instead of stand-ins, beside those that a ``profile`` names;
    ``modes`` the calculation modes (``c11r``, ``c11t``, ``c10``, ``c10d``); with ``arelle=False`` only the
    native engine judges. ``step`` is told which report is judged.
    """
    from xbrlgen.validating.arelle.judging import starting

    if not paths:
        msg = "paths: there is none; give a page, an instance, xBRL-JSON, a package or a folder of them"
        raise UsageError(msg)
    with starting(timeout, wanted=arelle) as court:  # Arelle loads while the rest is imported and read
        from xbrlgen.validating.baseline import apply_baseline, read_baseline
        from xbrlgen.validating.options import profile_packages
        from xbrlgen.validating.validate_reports import checked_settings, validate_paths

        accepted = read_baseline(Path(baseline)) if baseline is not None else None
        named = [packages] if isinstance(packages, str | PathLike) else packages
        given = [*named, *(profile_packages(profile) if profile is not None else ())]
        settings = checked_settings(modes=modes, packages=given, fail_on=fail_on, online=online)
        validation = validate_paths([Path(path) for path in paths], settings, court, step)
    return validation if accepted is None else apply_baseline(validation, accepted)
