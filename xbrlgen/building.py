"""From a release to a filing: read, prove, tag."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from xbrlgen.filing import Filing
from xbrlgen.proving import prove
from xbrlgen.reading import read
from xbrlgen.tagging import tag
from xbrlgen.tagging.profile import Profile


def build(
    source: Path | str | bytes,
    *,
    repair: bool = True,
    year: int | None = None,
    entity: str | None = None,
    prior: Iterable[Path | str] = (),
    profile: Path | str | Profile | None = None,
) -> Filing:
    """The filing that a release becomes.

    ``source`` is a path, the bytes or the text of a release. ``repair=False`` refuses damaged figures instead
    of repairing them. ``year`` names the taxonomy, ``entity`` is a CIK, ``prior`` are earlier filings of the
    company, ``profile`` is the user's own decisions (`xbrlgen.toml`).
    """
    proved = prove(read(source), repair=repair)
    return tag(proved, year=year, entity=entity, prior=prior, profile=profile)
