"""Where the facts of a filing were printed in the release it was built from, as its writer tells."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

_TOLD = "facts.csv"


@frozen
class Origin:
    """A place in the source of a filing."""

    source: str
    line: int
    column: int
    cell: str = ""


def origins(page: Path) -> Mapping[str, Origin]:
    """The origin of each fact by its identifier; none for filings of other makers."""
    told = page.with_name(_TOLD)
    if not told.is_file():
        return {}
    try:
        with told.open(encoding="utf-8-sig", newline="") as rows:
            return {row["id"]: _origin(row) for row in csv.DictReader(rows) if row.get("line", "").isdigit()}
    except (KeyError, ValueError, csv.Error):
        return {}


def _origin(row: Mapping[str, str]) -> Origin:
    column = row["column"]
    return Origin(
        row["source"], int(row["line"]), int(column) if column.isdigit() else 1, row.get("cell", "")
    )


def origin_of(ident: str, known: Mapping[str, Origin]) -> Origin | None:
    """The origin of a fact; another copy of the same fact has a number behind its identifier.

    >>> origin_of("f-1-2", {"f-1": Origin("a.htm", 3, 4)})
    Origin(source='a.htm', line=3, column=4, cell='')
    """
    return known.get(ident) or known.get(re.sub(r"[-.]\d+$", "", ident))
