"""Rows that would say different values of one thing are kept apart: twin, part, concept of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from xbrlgen.model import Concept
from xbrlgen.reading.statement import FACE_KINDS, StatementKind
from xbrlgen.tagging.columns.dimensions import Dimensions
from xbrlgen.tagging.concepts.candidates import fits
from xbrlgen.tagging.concepts.meanings import NONE_SURE, Meaning, Sheet
from xbrlgen.tagging.facts.cells import Cell
from xbrlgen.tagging.facts.marking import Aspects, Mark, agree, best_of
from xbrlgen.tagging.known.either import twins
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName

Pair = tuple[Cell, Mark]
_BREAKDOWNS = frozenset({StatementKind.STOCK_COMPENSATION, StatementKind.AMORTIZATION})
_RESULTS = frozenset({"", "NetIncomeLoss", "ProfitLoss", "Assets", "StockholdersEquity"})
_CLASHES = "its figures differ from those of"


@frozen
class Clash:
    """That a row says other values of a thing than a better row does."""

    row: RowName
    better: RowName
    pairs: tuple[tuple[Mark, Mark], ...]


def clashes(pairs: Iterable[Pair]) -> tuple[Clash, ...]:
    """The rows of which at least half the facts contradict another row's.

    Facts of parts and of the whole company are counted apart: many parts that nobody else tells don't bear
    out a whole that another row contradicts.
    """
    groups: dict[Aspects, list[Pair]] = defaultdict(list)
    sizes: Counter[tuple[RowName, bool]] = Counter()
    for cell, mark in pairs:
        groups[mark.aspects].append((cell, mark))
        sizes[cell.line.name, bool(mark.members)] += 1
    found: dict[tuple[RowName, RowName], list[tuple[Mark, Mark]]] = defaultdict(list)
    for group in groups.values():
        if len(group) == 1:
            continue
        best = best_of([mark for _, mark in group])
        winner = next(cell.line.name for cell, mark in group if mark is best)
        for cell, mark in group:
            if cell.line.name != winner and not agree(mark, best):
                found[cell.line.name, winner].append((mark, best))
    return tuple(
        Clash(row, better, tuple(marks))
        for (row, better), marks in sorted(found.items())
        if any(2 * len(same) >= sizes[row, of_part] for of_part, same in _by_part(marks).items())
    )


def _by_part(pairs: Iterable[tuple[Mark, Mark]]) -> dict[bool, list[Mark]]:
    """The marks of parts, and those of the whole company."""
    found: dict[bool, list[Mark]] = defaultdict(list)
    for mark, _ in pairs:
        found[bool(mark.members)].append(mark)
    return found


def kept_apart(
    meanings: Mapping[RowName, Meaning], found: Sequence[Clash], sheet: Sheet, dimensions: Dimensions
) -> dict[RowName, Meaning]:
    """The meanings with each clash resolved; where parts clash with their whole, only these at first."""
    changed = dict(meanings)
    lines = {line.name: line for line in sheet.lines}
    parts = [clash for clash in found if lines[clash.row].kind in _BREAKDOWNS and _is_part(clash)]
    for clash in parts:
        better = lines[clash.better]
        changed[better.name] = _as_part(meanings[better.name], better, meanings, sheet, dimensions)
    for clash in () if parts else found:
        row, better = lines[clash.row], lines[clash.better]
        if row.kind in FACE_KINDS and meanings[row.name].source == "face":
            changed[row.name] = _twin(meanings[row.name], row, better, changed, sheet)
        elif meanings[row.name].source not in ("profile", "prior"):
            changed[row.name] = _own(meanings[row.name], row, better)
    return changed


def _is_part(clash: Clash) -> bool:
    return all(abs(better.value) < abs(mark.value) for mark, better in clash.pairs)


def _as_part(
    meaning: Meaning, line: Line, meanings: Mapping[RowName, Meaning], sheet: Sheet, dimensions: Dimensions
) -> Meaning:
    """A line of the income statement that holds only a part of a whole shown elsewhere."""
    same = next(_equal_parts(line, meanings, sheet), None)
    operating = dimensions.member("IncomeStatementLocationAxis", dimensions.find("OperatingExpenseMember"))
    reasons = (*meaning.reasons, "a part of the whole that is shown by expense line elsewhere")
    return evolve(meaning, members=same.members if same else operating, reasons=reasons)


def _equal_parts(line: Line, meanings: Mapping[RowName, Meaning], sheet: Sheet) -> Iterator[Meaning]:
    mine = {(period, abs(value)) for period, value in line.values if value and period}
    for other in sheet.lines:
        theirs = {(period, abs(value)) for period, value in other.values}
        if other.kind in _BREAKDOWNS and meanings[other.name].members and mine & theirs:
            yield meanings[other.name]


def _twin(
    meaning: Meaning, line: Line, better: Line, taken: Mapping[RowName, Meaning], sheet: Sheet
) -> Meaning:
    """The next concept that serves as well and that no other row has; else an open question."""
    used = {one.concept.name.local for one in taken.values() if one.concept}
    reason = f"{_CLASHES} '{better.label}', so a concept that serves as well is taken"
    known = meaning.concept.name.local if meaning.concept else ""
    for name in () if known in _RESULTS else twins(known):
        concept = sheet.knowledge.concept(name)
        fitting = concept and name not in used and _alike(concept, meaning.concept) and fits(concept, line)
        if concept and fitting and not _is_too_narrow(name, line):
            return evolve(meaning, concept=concept, reasons=(*meaning.reasons, reason))
    runners = ((meaning.concept.name, meaning.confidence),) if meaning.concept else ()
    return evolve(meaning, concept=None, runners_up=(*runners, *meaning.runners_up), source="question")


def _is_too_narrow(name: str, line: Line) -> bool:
    """Whether a concept leaves out the restricted cash that a line says it holds."""
    return "restricted cash" in line.bare and "Restricted" not in name


def _alike(one: Concept, other: Concept | None) -> bool:
    return other is not None and (one.balance, one.period_type) == (other.balance, other.period_type)


def _own(meaning: Meaning, line: Line, better: Line) -> Meaning:
    """Another thing than the concept; where both rows are called alike, it is ``apart`` by name, too."""
    runners = ((meaning.concept.name, meaning.confidence),) if meaning.concept else ()
    reasons = (f"{_CLASHES} '{better.label}', so that it is another thing",)
    source = "apart" if line.words == better.words else "own"
    return Meaning(None, NONE_SURE, reasons, (*runners, *meaning.runners_up), source=source)
