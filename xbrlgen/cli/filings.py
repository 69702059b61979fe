"""Whether what was given is a filing already, and what to say where the other is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from xbrlgen.cli.console import refuse

_NO_FILINGS = frozenset({".md", ".csv", ".txt", ".xlsx"})
# The namespaces of inline XBRL 1.0 and 1.1 begin and end so; a page names one of them at its top.
_INLINE = b"/inlineXBRL"
# Bytes at the top of a page in which its namespaces are declared.
_TOP = 1 << 16


def is_filing(source: Path) -> bool:
    """Whether there is XBRL at a path already; a broken page is told, and read as a release."""
    from tempfile import TemporaryDirectory

    from xbrlgen.validating.errors import NoReportError, UnreadableError
    from xbrlgen.validating.opened.opening import open_path

    if source.is_file() and (source.suffix.lower() in _NO_FILINGS or not source.stat().st_size):
        return False
    try:
        with TemporaryDirectory(prefix="xbrlgen-") as folder:
            return bool(open_path(source, Path(folder)))
    except NoReportError:
        return False
    except UnreadableError as error:
        if source.is_dir() or _is_named_as_package(source) or _is_zipped(source):
            refuse(error)
        click.echo(f"Note: {error}. It is read as a release.", err=True)
        return False


def is_inline(source: Path) -> bool:
    """Whether a file is a page with inline XBRL in it."""
    with source.open("rb") as content:
        return _INLINE in content.read(_TOP)


def refuse_filing(source: Path) -> None:
    """Refuse a filing, a package or a folder where a release is reviewed; say what to give instead."""
    if source.is_dir() and not is_filing(source):
        refuse(f"{source} is a folder without a filing; give one release")
    if not (source.is_dir() or is_inline(source) or (_is_package(source) and is_filing(source))):
        return
    page = (source if source.is_dir() else source.parent) / "review.html"
    where = f"open its page, {page}" if page.is_file() else "give the release that it was made from"
    others = "Arelle shows any filing with --viewer; xbrlgen facts and xbrlgen validate tell of it"
    refuse(f"{source} is a filing, and releases are reviewed; {where} ({others})")


def refuse_options_for_releases(source: Path, options: Mapping[str, Any]) -> None:
    """Refuse, with a filing, the options that say how one is built."""
    given = [f"--{name.replace('_', '-')}" for name, value in options.items() if value]
    if given:
        refuse(f"{source}: this is XBRL already, and {given[0]} is for releases; leave it out")


def need_viewer() -> None:
    """Refuse, before all the work, to write Arelle's viewer where it is not installed."""
    from xbrlgen.reviewing.viewer import check_viewer
    from xbrlgen.writing import WriteError

    try:
        check_viewer()
    except WriteError as error:
        refuse(error)


def _is_package(source: Path) -> bool:
    return _is_named_as_package(source) and _is_zipped(source)


def _is_named_as_package(source: Path) -> bool:
    from xbrlgen.validating.files.unpacking import PACKAGES

    return source.suffix.lower() in PACKAGES


def _is_zipped(source: Path) -> bool:
    from zipfile import is_zipfile

    return is_zipfile(source)
