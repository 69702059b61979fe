"""The rows of a table: labels joined, notes taken off, sections, depth and sums told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from xbrlgen.reading.rows.misread_words import mended_label
from xbrlgen.reading.rows.sections import with_sections
from xbrlgen.reading.statement import Basis, Kind, Row
from xbrlgen.reading.tables.labels import SUBLABELS, Labelled, is_sum
from xbrlgen.reading.tables.table import Line
from xbrlgen.reading.words import row_words

# No label is longer than a paragraph, which keeps the work in bounds.
_LONGEST_LABEL: Final = 400
_HEADED: Final = re.compile(r"(?P<heads>[A-Z][A-Z’'&,()/\- ]{7,}:)\s+(?P<label>[A-Z][a-z].*)")


def labelled_rows(lines: Sequence[Line], width: int) -> tuple[Labelled, ...]:
    """The rows of a table's body, joined, with their sections and depths."""
    read = [
        evolve(line, label=mended) if (mended := mended_label(line.label)) != line.label else line
        for line in lines
    ]
    joined = [part for line in _join(read) for part in _headed(line)]
    whole = _without_orphans(joined, width)
    return with_sections(whole)


def _headed(line: Line) -> tuple[Line, ...]:
    """A line whose label begins with headings in capitals, as recognition runs them together, taken apart."""
    found = _HEADED.match(line.label) if line.figures else None
    if found is None:
        return (line,)
    return (evolve(line, label=found["heads"], figures=()), evolve(line, label=found["label"]))


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
    between = "" if _CUT_WORD.search(f"{first.label} {second.label}", max(len(first.label) - 2, 0)) else " "
    label = f"{first.label}{between}{second.label}".strip()
    return evolve(
        first, label=label, figures=(*first.figures, *second.figures), places=(*first.places, *second.places)
    )


# A word cut at its hyphen ("long-" over "term"), unlike that of "short- and long-term".
_CUT_WORD = re.compile(r"[a-z]- (?!and\b|or\b|to\b)[a-z]")


def _goes_on(before: Line, line: Line, after: Line | None) -> bool:
    if (before.figures and line.figures) or len(before.label) > _LONGEST_LABEL:
        return False
    if before.figures:
        return bool(line.label) and _belongs_up(before, line, after)
    if not before.label or before.label.endswith(":"):
        return False
    if not line.label:
        return bool(line.figures) and not row_words.NO_SECTION.search(before.label)
    set_in = line.label[0] == "(" and line.indent >= before.indent
    counted = (
        line.label[0].isdigit() and line.indent > before.indent and _COUNTS.search(line.label) is not None
    )
    is_end = _is_tail(line) or _is_in_capitals(before, line, after) or _is_lone_end(line, after)
    if is_open(before.label) or set_in or counted or is_end:
        return True
    return _must_have_figures(before.label) and not _heads_rows(before, line, after)


# What a line with the rest of a label on stock speaks of: "6,204 and 6,198 shares outstanding".
_COUNTS: Final = re.compile(r"\b(?:shares?|issued|outstanding|authorized|par)\b", re.IGNORECASE)


def is_open(label: str) -> bool:
    """Whether a label is cut short: it ends with a joint or an open bracket."""
    if label.endswith(":") or row_words.SMALL_SECTION.match(label):
        return False
    return bool(row_words.OPEN_END.search(label)) or label.count("(") > label.count(")")


def _is_in_capitals(before: Line, line: Line, after: Line | None) -> bool:
    """Whether a row is the only one set in under a longer line, both in capitals: one label on two lines.

    "DIVIDENDS ON PREFERRED" over "STOCK": sections have more rows than one.
    """
    capitals = before.label.isupper() and line.label.isupper() and bool(line.figures)
    alone = after is None or not after.label or after.indent <= before.indent
    words, rest = len(before.label.split()), len(line.label.split())
    return capitals and alone and line.indent > before.indent and rest < _FEW_WORDS <= words


# Words of the rest of a label, and no fewer of its beginning.
_FEW_WORDS: Final = 3


# What no label begins with, be all of them in capitals: "AVERAGE COMMON SHARES" over "OUTSTANDING (000'S)".
_TAILS: Final = ("& ", "OUTSTANDING (", "SHARES OUTSTANDING (")


# What labels go on with rather than begin, in titles where all words have capitals: "Basic Earnings" over
# "Per Share", "Weighted Average Shares" over "Used in Computing Basic Earnings".
_ENDS: Final = re.compile(
    r"(?:and|applicable|attributable|by|computation|of|or|outstanding|per|than|to|used)\b", re.IGNORECASE
)


def _is_lone_end(line: Line, after: Line | None) -> bool:
    """Whether a line begins with what ends the label above it, and the next one doesn't begin so too."""
    first = _ENDS.match(line.label)
    if first is None or not (line.figures or (after is not None and after.figures)):
        return False
    return after is None or not after.label.lower().startswith(first[0].lower())


def _is_tail(line: Line) -> bool:
    begins = line.label[:1].islower() or line.label.startswith(_TAILS)
    return begins and not (line.figures and SUBLABELS.fullmatch(line.label))


def _must_have_figures(label: str) -> bool:
    # "Total assets" may head what follows; longer names of totals are of sums whose figures went astray.
    return bool(re.match(r"total\b(?!.*:$)", label, re.IGNORECASE)) and len(label) > 15


def _heads_rows(before: Line, line: Line, after: Line | None) -> bool:
    """Whether a line says what the rows set in under it are parts of: "Total revenues by segment"."""
    set_in = line.indent > before.indent and after is not None and after.indent == line.indent
    return set_in and bool(line.figures and after and after.figures and _PARTED_BY.search(before.label))


_PARTED_BY: Final = re.compile(r"\bby\s+\w+(?:\s+\w+)?$", re.IGNORECASE)


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


def as_row(index: int, row: Labelled, kind: Kind | None) -> Row:
    """The row without its figures; only amounts of money are sums."""
    label = row.label
    has = bool(row.figures)
    return Row(
        index,
        label,
        row.section,
        row.depth,
        kind=kind,
        is_total=kind is Kind.MONEY and (not label or is_sum(label)),
        is_heading=not has,
        basis=_row_basis(row),
        notes=row.notes,
        places=row.places,
        doubt=_doubt_of(label) if has else "",
    )


def _doubt_of(label: str) -> str:
    """Why figures may not be those of the label that they stand beside."""
    if _AMOUNT.fullmatch(label):
        return _SHIFTED
    return _APART if _REMARK.fullmatch(label) else ""


# What is said of a column, and no row: below it, columns may be set one below the other, without labels.
_REMARK: Final = re.compile(r"\(?(?:un)?audited\)?", re.IGNORECASE)
_APART: Final = "a remark stands where the label belongs; labels and figures may be set apart"
# A figure with a mark of thousands or decimals, which names nothing.
_AMOUNT: Final = re.compile(r"\(?[$€£]?\s?\(?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)\)?")
_SHIFTED: Final = "a figure stands where the label belongs, so that the others may stand in columns of others"


def bases_apart(rows: tuple[Row, ...], basis: Basis) -> tuple[tuple[Row, ...], Basis]:
    """The rows and the basis of their statement; where some are as reported, each row has its own.

    Under a title of pro forma results, "As reported: net income" is no pro forma one.
    """
    reported = frozenset(row.index for row in rows if any(map(_is_as_reported, (row.label, *row.section))))
    if basis is Basis.REPORTED or not reported:
        return rows, basis
    apart = (row.basis is not Basis.REPORTED or row.index in reported for row in rows)
    told = (row if own else evolve(row, basis=basis) for row, own in zip(rows, apart, strict=True))
    return tuple(told), Basis.REPORTED


@lru_cache(maxsize=1024)
def _is_as_reported(text: str) -> bool:
    """Whether a label or section says so, found once, as a section is that of many rows."""
    return row_words.AS_REPORTED.search(text) is not None


def _row_basis(row: Labelled) -> Basis:
    told = map(_told_basis, (row.label, *reversed(row.section)))
    return next((basis for basis in told if basis), Basis.REPORTED)


@lru_cache(maxsize=1024)
def _told_basis(text: str) -> Basis | None:
    """The basis that a label or section names, found once, as a section is that of many rows."""
    return next((basis for basis, pattern in row_words.ROW_BASES if pattern.search(text)), None)
