"""What could not be decided, asked in words with the line of the profile that would settle it."""

from __future__ import annotations

from xbrlgen.findings import Finding, Severity
from xbrlgen.tagging.cells import Cell
from xbrlgen.tagging.meanings import Meaning


def profile_line(cell: Cell, meaning: Meaning) -> str:
    """The line under ``[concepts]`` of a profile that would choose the best candidate."""
    best = f"{meaning.runners_up[0][0]}" if meaning.runners_up else "own:NameOfYourOwn"
    label = cell.row.label.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{label}" = "{best}"'


def question(cell: Cell, meaning: Meaning) -> Finding:
    """Which of several concepts a row stands for."""
    ranked = ", ".join(f"{name} ({score:.0%})" for name, score in meaning.runners_up[:4])
    return Finding(
        "tagging.question",
        Severity.WARNING,
        f"'{cell.row.label}' in '{cell.statement.title}' may be {ranked}; it is not tagged",
        (cell.entry.figure.place,),
        tuple(str(name) for name, _ in meaning.runners_up[:4]),
        f"decide it in the profile, under [concepts]: {profile_line(cell, meaning)}",
        (("profile", profile_line(cell, meaning)),),
    )
