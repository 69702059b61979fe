"""What could not be decided, asked in words with the line of the profile that would settle it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import QName
from xbrlgen.reading.document import Outcome, Verdict
from xbrlgen.tagging.concepts.meanings import Meaning
from xbrlgen.tagging.facts.cells import Cell, period_for
from xbrlgen.tagging.filer.extending import element_name
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName

# A share of belief that makes a concept worth naming in a draft; it is the user who decides.
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
    told = f"may be {ranked}" if ranked else "does not say of what it is"
    line = profile_line(cell, meaning, taken, shared=shared)
    return Finding(
        "tagging.question",
        Severity.WARNING,
        f"'{cell.row.label}' in '{cell.statement.title}' {told}; it is not tagged",
        (cell.entry.figure.place,),
        tuple(str(name) for name, _ in meaning.runners_up[:4]),
        f"decide it in the profile, under [concepts]: {line}",
        (("profile", line),),
    )


def asked_of(cells: Iterable[Cell], meanings: Mapping[RowName, Meaning]) -> list[Cell]:
    """The cells whose concept is an open question, in the order of print."""
    asked = (cell for cell in cells if not cell.measure and meanings[cell.line.name].source == "question")
    return sorted(asked, key=lambda cell: cell.entry.figure.place)


def questions_of(
    asked: Iterable[Cell], meanings: Mapping[RowName, Meaning], lines: Iterable[Line]
) -> tuple[Finding, ...]:
    """A question for each row asked for, with its heading where other rows have its label."""
    return tuple(dict.fromkeys(_questions(asked, meanings, lines)))


def _questions(
    asked: Iterable[Cell], meanings: Mapping[RowName, Meaning], lines: Iterable[Line]
) -> Iterator[Finding]:
    labels = Counter(line.words for line in lines)
    taken: dict[int, set[QName]] = defaultdict(set)
    for (statement, _), meaning in meanings.items():
        taken[statement] |= {meaning.concept.name} if meaning.concept else set()
    for cell in _first_of_row(asked):
        name = cell.line.name
        yield question(cell, meanings[name], taken[name[0]], shared=labels[cell.line.words] > 1)


def _first_of_row(cells: Iterable[Cell]) -> list[Cell]:
    first: dict[RowName, Cell] = {}
    for cell in cells:
        first.setdefault(cell.line.name, cell)
    return list(first.values())


def open_question(cell: Cell) -> Verdict:
    """What becomes of a number whose concept is asked for."""
    return _unmapped(cell, "question", "its concept is an open question")


def not_marked(cell: Cell, meaning: Meaning) -> Verdict:
    """What becomes of a number of a row with a concept that it can't be a fact of."""
    concept = meaning.concept
    if meaning.source == "skip":
        return _unmapped(cell, "skipped", "; ".join(meaning.reasons))
    if concept is None:
        return _unmapped(cell, "no-concept", "its row has no concept, and no name that one could be made of")
    if period_for(concept, cell.line, cell.period) is None:
        return _unmapped(cell, "no-period", f"{concept.name} has no value for such a time")
    return _unmapped(cell, "two-parts", "row and column are parts by one axis; which one it is, none says")


def _unmapped(cell: Cell, kind: str, reason: str) -> Verdict:
    figure = cell.entry.figure
    return Verdict(figure.place, figure.print, Outcome.UNMAPPED, kind, reason)
