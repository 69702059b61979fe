"""What all formats need: where a finding stands, and one detail of it."""

from __future__ import annotations

import os
from pathlib import Path

from attrs import frozen

from xbrlgen.findings import Finding, counted
from xbrlgen.places import Place
from xbrlgen.validating.validation import Judged, Validation


@frozen
class Spot:
    """A place with its file, relative to the working folder where it is inside that."""

    file: str
    line: int
    column: int
    start: int
    end: int
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


def spots(finding: Finding, validation: Validation) -> tuple[Spot, ...]:
    """Where a finding stands, the most telling first, each place once."""
    return tuple(dict.fromkeys(_spot(place, validation) for place in finding.places))


def _spot(place: Place, validation: Validation) -> Spot:
    known = 0 <= place.source < len(validation.sources)
    file = relative(validation.sources[place.source]) if known else ""
    return Spot(file, place.line, place.column, place.start, place.end, place.cell)


def relative(file: str) -> str:
    """A file as seen from the working folder, with slashes; as given where it is elsewhere."""
    path = Path(file)
    here = Path.cwd()
    inside = path.is_absolute() and path.is_relative_to(here)
    return (path.relative_to(here) if inside else path).as_posix().replace(os.sep, "/")


def detail(finding: Finding, key: str) -> str:
    """One detail of a finding, empty where it has none of that name."""
    return next((value for name, value in finding.details if name == key), "")


def details(finding: Finding) -> dict[str, list[str]]:
    """All details by name, in order."""
    held: dict[str, list[str]] = {}
    for key, value in finding.details:
        held.setdefault(key, []).append(value)
    return held


def verdict(report: Judged) -> str:
    """The verdict on a report in one line."""
    if report.broken or report.unjudged:
        return f"could not be judged: {report.unjudged}"
    return counted(report.findings) or "nothing found"
