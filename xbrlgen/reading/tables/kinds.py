"""Which statement a table is, by its rows first and its title next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from xbrlgen.reading.statement import EXPECTED, FACE_KINDS, Basis, ColumnKind, StatementKind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.words import title_words

# How many different proofs the rows must give before they alone name a statement, and with a title that does.
_PROOFS: Final = {
    StatementKind.BALANCE: (3, 2),
    StatementKind.CASH_FLOW: (2, 1),
    StatementKind.INCOME: (4, 2),
    StatementKind.COMPREHENSIVE: (2, 1),
    StatementKind.EQUITY: (2, 1),
}


# A line: titles are no longer, and sentences about a statement seldom shorter.
_LONGEST_TITLE: Final = 90


@frozen
class Classified:
    """What a table was found to be, the title that names it, and by which measure it is stated."""

    kind: StatementKind
    title: str
    basis: Basis = Basis.REPORTED
    by_title: bool = False


def classify(captions: Sequence[str], headings: Sequence[Heading], rows: Sequence[Labelled]) -> Classified:
    """The kind of a table from its captions, columns and rows."""
    title, named = _title(_with_asides_joined(captions))
    by_rows = proofs(headings, rows)
    kind = _decide(title, named, by_rows, headings, sum(bool(row.figures) for row in rows))
    if named not in FACE_KINDS and kind in FACE_KINDS and _has_adjusted_rows(rows):
        kind = StatementKind.RECONCILIATION
    basis = _basis(title, kind, rows)
    if basis is not Basis.REPORTED and kind in FACE_KINDS:
        kind = StatementKind.RECONCILIATION
    if kind in FACE_KINDS and (_is_percent_twin(headings) or _is_of_measures(title, rows)):
        kind = StatementKind.METRICS
    return Classified(kind, title, basis, by_title=named is not None)


def _title(captions: Sequence[str]) -> tuple[str, StatementKind | None]:
    """The caption that names the table, the last one first, and the kind it names."""
    for caption in reversed(captions):
        # Captions joined of several lines; above that, prose that names statements in passing.
        if len(caption) > 300 or _is_sentence(caption) or title_words.UNIT_LINE.fullmatch(caption):
            continue
        named = title_kind(caption)
        if named is not None:
            return caption, named
    # A title that names no kind; two lines at most, else any paragraph above would be one.
    plain = [each for each in captions if len(each) < 150 and not title_words.NOT_A_TITLE.search(each)]
    plain = [each for each in plain if not _is_sentence(each)]
    return (plain[-1] if plain else ""), None


def _with_asides_joined(captions: Sequence[str]) -> list[str]:
    """The captions; one that says what a statement leaves out goes on with the title right above it.

    "Pro Forma Statement of Operations | Excluding amortization of goodwill, stock compensation"
    """
    found: list[str] = []
    for caption in captions:
        if found and title_words.ASIDE.match(caption) and title_kind(found[-1]) is not None:
            found[-1] = f"{found[-1]} {caption}"
        else:
            found.append(caption)
    return found


def _is_sentence(caption: str) -> bool:
    """Whether a caption is a sentence that says the unit of a table and names it in passing."""
    return len(caption) > _LONGEST_TITLE and caption.endswith(".")


def title_kind(caption: str) -> StatementKind | None:
    """The kind that a title names; a face statement wins where the title names one outright."""
    found = title_words.kinds_named(caption)
    if not found:
        return None
    face = [kind for kind in found if kind in FACE_KINDS]
    if _is_of_segments(found) and not title_words.OUTRIGHT_TITLE.search(caption):
        return StatementKind.SEGMENTS
    if face and not title_words.NOT_FACE_TITLE.search(caption):
        return _first_named(caption, face)
    return found[0]


def _is_of_segments(found: Sequence[StatementKind]) -> bool:
    """Whether a title names segments, and statistics not before them: "Operating Statistics by Segment"."""
    return StatementKind.SEGMENTS in found and found[0] is not StatementKind.METRICS


def _first_named(caption: str, kinds: Sequence[StatementKind]) -> StatementKind:
    patterns = dict(title_words.TITLES)
    small = caption.lower()
    starts = {kind: match.start() for kind in kinds if (match := patterns[kind].search(small))}
    return min(starts, key=lambda kind: starts[kind])


def proofs(headings: Sequence[Heading], rows: Sequence[Labelled]) -> dict[StatementKind, int]:
    """For each face statement, how many different kinds of row prove it."""
    labels = "\n".join(["", *(row.label.lower() for row in rows if row.label)])
    counts = {
        kind: sum(bool(pattern.search(labels)) for pattern in patterns)
        for kind, patterns in title_words.FACE_ROWS.items()
    }
    components = sum(bool(title_words.EQUITY_COLUMNS.search(heading.text)) for heading in headings)
    counts[StatementKind.EQUITY] = counts[StatementKind.EQUITY] if components >= 2 else 0
    return counts


def _decide(
    title: str,
    named: StatementKind | None,
    counts: dict[StatementKind, int],
    headings: Sequence[Heading],
    length: int,
) -> StatementKind:
    if _is_reconciliation(headings):
        return StatementKind.RECONCILIATION
    if any(heading.basis in EXPECTED for heading in headings):
        return StatementKind.GUIDANCE
    whole = _whole(title, counts, length)
    if whole is not None:
        return whole
    if named in FACE_KINDS and not title_words.NOT_FACE_TITLE.search(title):
        # A table headed "Cash flows" of fewer rows is a summary: the shortest face statements have eight.
        outright = title_words.OUTRIGHT_TITLE.search(title) or length >= 8
        return _face(named, counts) if outright else StatementKind.METRICS
    if named is not None and named not in {StatementKind.METRICS, StatementKind.SEGMENTS}:
        return named if named not in FACE_KINDS else StatementKind.METRICS
    return _by_rows_alone(named, counts, title, headings)


# What the rows of a whole statement prove, and how many rows it has at least: enough under any soft title.
_WHOLE: Final = {
    StatementKind.INCOME: (5, 16),
    StatementKind.BALANCE: (4, 14),
    StatementKind.CASH_FLOW: (4, 12),
}


def _whole(title: str, counts: dict[StatementKind, int], length: int) -> StatementKind | None:
    """The statement that the rows are all of, under a title such as "Selected financial data"."""
    if not title_words.NOT_FACE_TITLE.search(title) or title_words.NEVER_FACE_TITLE.search(title):
        return None
    return next(
        (kind for kind, (least, rows) in _WHOLE.items() if counts[kind] >= least and length >= rows), None
    )


def _face(named: StatementKind, counts: dict[StatementKind, int]) -> StatementKind:
    """The face statement a title names, if rows bear it out; else the one that rows prove."""
    # Five of the six proofs: an income statement that goes on to comprehensive income.
    if named is StatementKind.COMPREHENSIVE and counts[StatementKind.INCOME] >= 5:
        return StatementKind.INCOME
    strongest = max(_PROOFS, key=lambda kind: counts[kind] - _PROOFS[kind][0])
    if counts[named] >= _PROOFS[named][1]:
        clearly_other = strongest is not named and counts[strongest] >= _PROOFS[strongest][0]
        weak = counts[named] < _PROOFS[named][0]
        return strongest if clearly_other and weak else named
    if counts[strongest] >= _PROOFS[strongest][0]:
        return strongest
    return StatementKind.OTHER


def _by_rows_alone(
    named: StatementKind | None, counts: dict[StatementKind, int], title: str, headings: Sequence[Heading]
) -> StatementKind:
    strongest = max(_PROOFS, key=lambda kind: counts[kind] - _PROOFS[kind][0])
    if not any(heading.texts for heading in headings):
        return named or StatementKind.OTHER
    if (
        named is None
        and counts[strongest] >= _PROOFS[strongest][0]
        and not title_words.NOT_FACE_TITLE.search(title)
    ):
        return strongest
    return named or StatementKind.OTHER


def _is_reconciliation(headings: Sequence[Heading]) -> bool:
    bases = {heading.basis for heading in headings if heading.kind is ColumnKind.VALUE}
    return Basis.ADJUSTED in bases or Basis.ADJUSTMENT in bases


def _has_adjusted_rows(rows: Sequence[Labelled]) -> bool:
    return (
        sum(bool(re.search(r"non-?gaap|\badjusted\b|\bgaap\b", row.label, re.IGNORECASE)) for row in rows) > 1
    )


def _is_of_measures(title: str, rows: Sequence[Labelled]) -> bool:
    """Whether a table that is called no statement mixes lines of one with measures of the trade."""
    measures = sum(bool(title_words.MEASURES_OF_TRADE.search(row.label)) for row in rows if row.figures)
    return measures >= _MEASURES and not title_words.OUTRIGHT_TITLE.search(title)


# With one, an income statement may go on below its last line.
_MEASURES: Final = 3


def _has_gaap_rows(rows: Sequence[Labelled]) -> bool:
    """Whether rows say which are by GAAP, or adjust them: then the title speaks of the last only."""
    return any(title_words.NAMES_GAAP.search(row.label) for row in rows)


def _is_percent_twin(headings: Sequence[Heading]) -> bool:
    return all(heading.kind in {ColumnKind.PERCENT, ColumnKind.PERCENT_CHANGE} for heading in headings)


def _basis(title: str, kind: StatementKind, rows: Sequence[Labelled]) -> Basis:
    if kind in FACE_KINDS or kind is StatementKind.RECONCILIATION:
        if re.search(r"pro[- ]?forma", title, re.IGNORECASE):
            return Basis.PRO_FORMA
        if title_words.ADJUSTED_STATEMENT.search(title) and kind in FACE_KINDS:
            return Basis.ADJUSTED
    of_no_other = title_words.NON_GAAP_RESULTS.match(title) and not _has_gaap_rows(rows)
    return Basis.ADJUSTED if of_no_other or title_words.ADJUSTED_RESULTS.match(title) else Basis.REPORTED
