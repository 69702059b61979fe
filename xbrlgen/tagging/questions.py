"""What could not be decided, asked in words with the line of the profile that would settle it."""

from __future__ import annotations

from collections.abc import Set

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import QName
from xbrlgen.tagging.cells import Cell
from xbrlgen.tagging.extending import element_name
from xbrlgen.tagging.meanings import Meaning

_LIKELY = 0.2


def profile_line(cell: Cell, meaning: Meaning, taken: Set[QName], *, shared: bool = False) -> str:
    """The line under ``[concepts]`` of a profile that would choose the best candidate no other row has.

    Where none is likely it is one of the filer's own. A label that other rows ``shared`` is named with the
    heading above it.
    """
    free = (name for name, share in meaning.runners_up if share >= _LIKELY and name not in taken)
    best = next(map(str, free), f"own:{element_name(cell.row.label)}")
    heading = f"{cell.row.section[-1]} > " if shared and cell.row.section else ""
    label = f"{heading}{cell.row.label}".replace("\\", "\\\\").replace('"', '\\"')
    return f'"{label}" = "{best}"'


def question(
    cell: Cell, meaning: Meaning, taken: Set[QName] = frozenset(), *, shared: bool = False
) -> Finding:
    """Which of several concepts a row stands for; those other rows have ``taken`` are no good advice."""
    ranked = ", ".join(f"{name} ({score:.0%})" for name, score in meaning.runners_up[:4])
    line = profile_line(cell, meaning, taken, shared=shared)
    return Finding(
        "tagging.question",
        Severity.WARNING,
        f"'{cell.row.label}' in '{cell.statement.title}' may be {ranked}; it is not tagged",
        (cell.entry.figure.place,),
        tuple(str(name) for name, _ in meaning.runners_up[:4]),
        f"decide it in the profile, under [concepts]: {line}",
        (("profile", line),),
    )
