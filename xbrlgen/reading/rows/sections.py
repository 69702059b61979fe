"""The sections of a statement: which headings each row stands under."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import Final

from attrs import evolve, field, frozen

from xbrlgen.reading.tables.labels import SUBLABELS, Labelled, is_sum, split_notes
from xbrlgen.reading.tables.table import Line
from xbrlgen.reading.words import row_words

# No section is deeper than this, which keeps the work in bounds.
_DEEPEST: Final = 8
# So many rows below two headings are the same where these name parts of the company.
_SAME_ROWS: Final = 2


@frozen
class _Section:
    text: str
    indent: float
    child: float | None = None
    used: bool = field(default=False)


def with_sections(rows: Sequence[Line]) -> tuple[Labelled, ...]:
    """The rows with their labels, notes, depths and the headings above them."""
    stack: list[_Section] = []
    levels = sorted({round(row.indent, 1) for row in rows if row.label})
    alike = _headings_of_parts(rows)
    found: list[Labelled] = []
    for row in rows:
        label, notes = split_notes(row.label)
        if row.figures:
            _close(stack, row, alike)
        else:
            _open(stack, row)
        section = (*(each.text for each in stack), *_ditto(found, label))
        depth = levels.index(round(row.indent, 1)) if row.label else 0
        found.append(Labelled(label, row.figures, row.indent, section, notes, row.places, depth))
        if not row.figures and label and not row_words.NO_SECTION.search(label):
            del stack[: max(len(stack) - _DEEPEST, 0)]
            stack.append(_Section(label, row.indent))
        elif row.figures:
            _use(stack, row, label)
    return tuple(found)


def _headings_of_parts(rows: Sequence[Line]) -> frozenset[str]:
    """The headings below which the same rows come again: segments, each with its sales and its profit."""
    below: list[tuple[str, list[str]]] = []
    for row in rows:
        if row.label and not row.figures:
            below.append((row.label, []))
        elif row.label and below:
            below[-1][1].append(row.label.casefold())
    firsts = Counter(tuple(labels[:_SAME_ROWS]) for _, labels in below if len(labels) >= _SAME_ROWS)
    names = (heading for heading, labels in below if firsts[tuple(labels[:_SAME_ROWS])] > 1)
    return frozenset(split_notes(name)[0] for name in names if not _is_about_shares(name))


def _ditto(found: Sequence[Labelled], label: str) -> tuple[str, ...]:
    """What "- Diluted" leaves out after "Net income per share - Basic", as a section."""
    if not found or not (_DASHED.match(label) or SUBLABELS.fullmatch(label)):
        return ()
    stem = _WITH_SUBLABEL.match(found[-1].label)
    return (stem[1],) if stem else ()


_DASHED: Final = re.compile(r"[-–—]\s*[A-Za-z]")
_WITH_SUBLABEL: Final = re.compile(r"(.{4,}?)(?:\s*[-–—:,]\s*\w+|\s+\(?basic\)?)$", re.IGNORECASE)


def _open(stack: list[_Section], row: Line) -> None:
    """Leave the sections that a new heading ends."""
    while stack and _is_ended_by_heading(stack[-1], row):
        stack.pop()


def _is_ended_by_heading(top: _Section, row: Line) -> bool:
    if top.indent > row.indent + 0.01:
        return True
    if not top.used or top.indent < row.indent - 0.01:
        return False
    if row_words.MAIN_SECTION.match(top.text):
        return bool(row_words.MAIN_SECTION.match(row.label))
    if row_words.FLAVOUR.match(row.label):
        return bool(row_words.FLAVOUR.match(top.text))
    if _is_about_shares(top.text) and _is_about_shares(row.label):
        return True
    return not top.text.isupper() or row.label.isupper()


def _close(stack: list[_Section], row: Line, parts: Set[str]) -> None:
    """Leave the sections that a row stands outside of, by its indent or by what it is."""
    while stack and row.label and _is_left_by(stack[-1], row, parts):
        stack.pop()


def _is_left_by(top: _Section, row: Line, parts: Set[str]) -> bool:
    if top.indent > row.indent + 0.01 or (top.used and _is_of_no_section(top, row, parts)):
        return True
    if _counts_shares(row.label) and _is_per_share_section(top.text) and not _is_result_a_share(row):
        return not SUBLABELS.fullmatch(top.text)
    if _is_per_share(row.label) and row_words.SHARES.search(top.text) and not _is_per_share_section(top.text):
        return True
    if _is_about_shares(top.text):
        return (
            bool(row_words.NET_INCOME.search(row.label))
            and not _is_about_shares(row.label)
            and _has_long(row)
        )
    dedented = top.child is not None and top.child > top.indent + 0.01 and row.indent < top.child - 0.01
    return dedented and row.indent <= top.indent + 0.01 and not is_sum(row.label)


def _is_of_no_section(top: _Section, row: Line, parts: Set[str]) -> bool:
    """Whether a row is a line of the statement itself, below a section that has had its rows."""
    if row_words.SMALL_SECTION.match(top.text):
        return is_sum(row.label)
    if _NET_CASH.match(row.label):
        return not row_words.MAIN_SECTION.match(top.text)
    if top.text in parts or not row_words.OWN_LINE.match(row.label):
        return False
    return not _is_about_shares(row.label) and _has_long(row)


_NET_CASH: Final = re.compile(r"net cash\b.*activities", re.IGNORECASE)


def _counts_shares(label: str) -> bool:
    return bool(
        row_words.hints_at_shares(label)
        and row_words.SHARES.search(label)
        and not row_words.PER_SHARE.search(label)
    )


def _is_result_a_share(row: Line) -> bool:
    """Whether a row is a result of holders of shares, small as an amount a share is."""
    return _RESULT.search(row.label) is not None and not _has_long(row)


_RESULT: Final = re.compile(r"\b(income|loss|earnings|profit)\b(?!.*(outstanding|average))", re.IGNORECASE)


def _is_per_share(label: str) -> bool:
    return bool(
        row_words.hints_at_shares(label)
        and row_words.PER_SHARE.search(label)
        and not row_words.COUNTED_SHARES.search(label)
    )


def _is_per_share_section(text: str) -> bool:
    return bool(
        row_words.FLAVOUR.match(text)
        or (row_words.PER_SHARE.search(text) and not row_words.SHARES.search(text))
    )


def _is_about_shares(text: str) -> bool:
    return bool(
        row_words.hints_at_shares(text)
        and (row_words.PER_SHARE.search(text) or row_words.SHARES.search(text))
    )


def _has_long(row: Line) -> bool:
    # Amounts per share are smaller; counts of shares and amounts of money in a statement are larger. One
    # that lost its point is no more than the smaller part of a row.
    known = [abs(figure.number) for _, figure in row.figures if figure.number is not None]
    long = sum(number >= _LONG for number in known)
    return 0 < len(known) <= 2 * long


_LONG: Final = 100


def _use(stack: list[_Section], row: Line, label: str) -> None:
    """Mark the open sections as used; a total, also one without label, ends the innermost."""
    used = bool(stack) and stack[-1].used
    for at, section in enumerate(stack):
        child = section.child if section.child is not None else row.indent
        stack[at] = evolve(section, used=True, child=child)
    if stack and (_ends(stack[-1], row, label) if label else used):
        stack.pop()


_SUMS_UP: Final = re.compile(r"(?:sub)?total\b|net cash\b", re.IGNORECASE)


def _ends(section: _Section, row: Line, label: str) -> bool:
    if not _SUMS_UP.match(label):
        return False
    if row_words.LIST_OF_BALANCES.match(section.text) and not _names(section.text, label):
        return False
    return row.indent <= (section.child or 0) + 0.01 or _names(section.text, label)


def _names(section: str, label: str) -> bool:
    return section.rstrip(":").lower() in label.lower()
