"""The rows of a table: labels joined, notes taken off, sections, depth and sums told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, field, frozen

from xbrlgen.figures import Figure
from xbrlgen.places import Place
from xbrlgen.reading import words
from xbrlgen.reading.statement import Basis, Row
from xbrlgen.reading.tables import Line

_NOTES: Final = re.compile(r"\s*(?:\s*\((?:\d{1,2}|[a-z]{1,2})\),?|[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹]+|\[\w\])+\s*$")
_ONE_NOTE: Final = re.compile(r"\((\d{1,2}|[a-z]{1,2})\)|([*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹])|\[(\w)\]")
_GLUED_NOTE: Final = re.compile(r"(?<=[a-z]{3})(\d)$")
# No label is longer than a paragraph and no section deeper than this; both keep the work in bounds.
_LONGEST_LABEL: Final = 400
_DEEPEST: Final = 8
_SUBLABELS: Final = re.compile(
    r"(?:-|–|—)?\s*(?:basic|diluted|basic and diluted)\W*(?:\([^)]*\)|shares)?", re.IGNORECASE
)


@frozen
class Labelled:
    """A row before it is understood: its joined label, its place in the sections, its figures."""

    label: str
    figures: tuple[tuple[int, Figure], ...] = ()
    indent: float = 0
    section: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    depth: int = 0

    @property
    def path(self) -> str:
        """Section and label as one text."""
        return " > ".join((*self.section, self.label))


def labelled_rows(lines: Sequence[Line], width: int) -> tuple[Labelled, ...]:
    """The rows of a table's body, joined, with their sections and depths."""
    joined = _join(lines)
    whole = _without_orphans(joined, width)
    return _with_sections(whole)


# ---------------------------------------------------------------- joining


def _join(lines: Sequence[Line]) -> list[Line]:
    """Lines whose label a page was too narrow for, as one; empty lines kept as breaks."""
    rows: list[Line] = []
    for index, line in enumerate(lines):
        before = rows[-1] if rows else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        if before is None or line.is_empty or before.is_empty:
            rows.append(line)
        elif _goes_on(before, line, after):
            rows[-1] = _joined(before, line)
        else:
            rows.append(line)
    return [row for row in rows if not row.is_empty]


def _joined(first: Line, second: Line) -> Line:
    label = f"{first.label} {second.label}".strip()
    return evolve(
        first, label=label, figures=(*first.figures, *second.figures), places=(*first.places, *second.places)
    )


def _goes_on(before: Line, line: Line, after: Line | None) -> bool:
    if (before.figures and line.figures) or len(before.label) > _LONGEST_LABEL:
        return False
    if before.figures:
        return bool(line.label) and _belongs_up(before, line, after)
    if not before.label or before.label.endswith(":"):
        return False
    if not line.label:
        return bool(line.figures)
    bracketed = line.label[0] == "(" and line.indent >= before.indent
    return is_open(before.label) or _is_tail(line) or bracketed or _must_have_figures(before.label)


def is_open(label: str) -> bool:
    """Whether a label is cut short: it ends with a joint or an open bracket."""
    if label.endswith(":") or words.SMALL_SECTION.match(label):
        return False
    return bool(words.OPEN_END.search(label)) or label.count("(") > label.count(")")


def _is_tail(line: Line) -> bool:
    return line.label[:1].islower() and not (line.figures and _SUBLABELS.fullmatch(line.label))


def _must_have_figures(label: str) -> bool:
    return bool(re.match(r"total\b(?!.*:$)", label, re.IGNORECASE)) and len(label) > 15


def _belongs_up(before: Line, line: Line, after: Line | None) -> bool:
    """Whether a line without figures ends the label of the row above it rather than begins the next one."""
    if line.label.endswith(":"):
        return False
    if is_open(before.label):
        return True
    if not _is_tail(line):
        return False
    return after is None or not after.label or not (_is_tail(after) or is_open(line.label))


def _without_orphans(rows: Sequence[Line], width: int) -> list[Line]:
    """The rows, with a figure that fell out of its row put back into the hole it left."""
    kept: list[Line] = []
    for row in rows:
        if row.label or len(row.figures) != 1 or width < 2 or not kept:
            kept.append(row)
            continue
        key = row.figures[0][0]
        above = kept[-1]
        if above.figures and above.label and len(above.figures) < width and key not in dict(above.figures):
            kept[-1] = evolve(
                above, figures=tuple(sorted((*above.figures, *row.figures), key=lambda each: each[0]))
            )
        else:
            kept.append(row)
    return kept


# ---------------------------------------------------------------- sections


@frozen
class _Section:
    text: str
    indent: float
    child: float | None = None
    used: bool = field(default=False)


def _with_sections(rows: Sequence[Line]) -> tuple[Labelled, ...]:
    stack: list[_Section] = []
    levels = sorted({round(row.indent, 1) for row in rows if row.label})
    found: list[Labelled] = []
    for row in rows:
        label, notes = split_notes(row.label)
        if row.figures:
            _close(stack, row)
        else:
            _open(stack, row)
        section = (*(each.text for each in stack), *_ditto(found, label))
        depth = levels.index(round(row.indent, 1)) if row.label else 0
        found.append(Labelled(label, row.figures, row.indent, section, notes, row.places, depth))
        if not row.figures and label and not words.NO_SECTION.search(label):
            del stack[: max(len(stack) - _DEEPEST, 0)]
            stack.append(_Section(label, row.indent))
        elif row.figures:
            _use(stack, row, label)
    return tuple(found)


def _ditto(found: Sequence[Labelled], label: str) -> tuple[str, ...]:
    """What "- Diluted" leaves out after "Net income per share - Basic", as a section."""
    if not found or not (re.match(r"[-–—]\s*[A-Za-z]", label) or _SUBLABELS.fullmatch(label)):
        return ()
    stem = re.match(r"(.{4,}?)(?:\s*[-–—:,]\s*\w+|\s+\(?basic\)?)$", found[-1].label, re.IGNORECASE)
    return (stem[1],) if stem else ()


def _open(stack: list[_Section], row: Line) -> None:
    """Leave the sections that a new heading ends."""
    while stack and _is_ended_by_heading(stack[-1], row):
        stack.pop()


def _is_ended_by_heading(top: _Section, row: Line) -> bool:
    if top.indent > row.indent + 0.01:
        return True
    if not top.used or top.indent < row.indent - 0.01:
        return False
    if words.MAIN_SECTION.match(top.text):
        return bool(words.MAIN_SECTION.match(row.label))
    if words.FLAVOUR.match(row.label):
        return bool(words.FLAVOUR.match(top.text))
    if _is_about_shares(top.text) and _is_about_shares(row.label):
        return True
    return not top.text.isupper() or row.label.isupper()


def _close(stack: list[_Section], row: Line) -> None:
    """Leave the sections that a row stands outside of, by its indent or by what it is."""
    while stack and row.label and _is_left_by(stack[-1], row):
        stack.pop()


def _is_left_by(top: _Section, row: Line) -> bool:
    if top.indent > row.indent + 0.01 or (top.used and _is_of_no_section(top, row)):
        return True
    if _counts_shares(row.label) and _is_per_share_section(top.text):
        return True
    if _is_about_shares(top.text):
        return bool(words.NET_INCOME.search(row.label)) and not _is_about_shares(row.label) and _has_long(row)
    dedented = top.child is not None and top.child > top.indent + 0.01 and row.indent < top.child - 0.01
    return dedented and row.indent <= top.indent + 0.01 and not _is_sum(row.label)


def _is_of_no_section(top: _Section, row: Line) -> bool:
    """Whether a row is a line of the statement itself, below a section that has had its rows."""
    if words.SMALL_SECTION.match(top.text):
        return _is_sum(row.label)
    if _NET_CASH.match(row.label):
        return not words.MAIN_SECTION.match(top.text)
    return bool(words.OWN_LINE.match(row.label)) and not _is_about_shares(row.label) and _has_long(row)


_NET_CASH: Final = re.compile(r"net cash\b.*activities", re.IGNORECASE)


def _counts_shares(label: str) -> bool:
    return bool(
        words.SHARE_HINT.search(label) and words.SHARES.search(label) and not words.PER_SHARE.search(label)
    )


def _is_per_share_section(text: str) -> bool:
    return bool(words.FLAVOUR.match(text) or (words.PER_SHARE.search(text) and not words.SHARES.search(text)))


def _is_about_shares(text: str) -> bool:
    return bool(words.SHARE_HINT.search(text) and (words.PER_SHARE.search(text) or words.SHARES.search(text)))


def _has_long(row: Line) -> bool:
    return any(figure.number is not None and abs(figure.number) >= 100 for _, figure in row.figures)


def _use(stack: list[_Section], row: Line, label: str) -> None:
    """Mark the open sections as used; a total, also one without label, ends the innermost."""
    used = bool(stack) and stack[-1].used
    for at, section in enumerate(stack):
        child = section.child if section.child is not None else row.indent
        stack[at] = evolve(section, used=True, child=child)
    if stack and (_ends(stack[-1], row, label) if label else used):
        stack.pop()


def _ends(section: _Section, row: Line, label: str) -> bool:
    if not re.match(r"(?:sub)?total\b|net cash\b", label, re.IGNORECASE):
        return False
    return row.indent <= (section.child or 0) + 0.01 or _names(section.text, label)


def _names(section: str, label: str) -> bool:
    return section.rstrip(":").lower() in label.lower()


def _is_sum(label: str) -> bool:
    return bool(words.TOTALS.search(label))


def split_notes(label: str) -> tuple[str, tuple[str, ...]]:
    """A label without its footnote marks, and the marks.

    >>> split_notes("Cost of revenue(1)")
    ('Cost of revenue', ('1',))
    """
    found = _NOTES.search(label)
    if found and found.start() > 0 and not re.fullmatch(r"\W*", label[: found.start()]):
        marks = tuple(next(filter(None, groups)) for groups in _ONE_NOTE.findall(found[0]))
        return label[: found.start()].strip(), marks
    glued = _GLUED_NOTE.search(label)
    if glued:
        return label[: glued.start()], (glued[1],)
    return label.strip(), ()


def as_row(index: int, row: Labelled) -> Row:
    """The row without its figures, its kind still open."""
    label = row.label
    has = bool(row.figures)
    return Row(
        index,
        label,
        row.section,
        row.depth,
        is_total=has and (not label or _is_sum(label)),
        is_heading=not has,
        basis=_row_basis(row),
        notes=row.notes,
        places=row.places,
    )


def _row_basis(row: Labelled) -> Basis:
    for text in (row.label, *reversed(row.section)):
        for basis, pattern in words.ROW_BASES:
            if pattern.search(text):
                return basis
    return Basis.REPORTED
