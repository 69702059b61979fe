"""Arelle's verdict and our own, made complete and explained."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xbrlgen.findings import Severity
    from xbrlgen.validating.validation import Validation

__all__ = ["validate"]


def validate(  # noqa: PLR0913 - each is an option of the command line
    *paths: str | PathLike[str],
    packages: Iterable[str | PathLike[str]] = (),
    modes: Iterable[str] = ("c11r",),
    fail_on: Severity | str = "inconsistency",
    baseline: str | PathLike[str] | None = None,
    profile: str | PathLike[str] | None = None,
    online: bool = False,
    arelle: bool = True,
    timeout: float = 600,
) -> Validation:
    """Judge filings: inline pages, instances, xBRL-JSON, packages or folders of them, ours or anyone's.

    ``packages`` are taxonomy packages to use instead of stand-ins, beside those that a ``profile`` names;
    ``modes`` the calculation modes (``c11r``, ``c11t``, ``c10``, ``c10d``); with ``arelle=False`` only the
    native engine judges.
    """
    from xbrlgen.validating.judging import starting

    with starting(timeout, wanted=arelle) as court:  # Arelle loads while the rest is imported and read
        from xbrlgen.validating.options import profile_packages
        from xbrlgen.validating.validate_reports import checked_settings, validate_paths

        given = [*packages, *(profile_packages(profile) if profile is not None else ())]
        settings = checked_settings(modes=modes, packages=given, fail_on=fail_on, online=online)
        validation = validate_paths([Path(path) for path in paths], settings, court)
    if baseline is None:
        return validation
    from xbrlgen.validating.baseline import apply_baseline, read_baseline

    return apply_baseline(validation, read_baseline(Path(baseline)))
