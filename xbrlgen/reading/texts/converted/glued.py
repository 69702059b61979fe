"""Tables that a conversion ran together on one line: label, numbers, label, numbers.

How many numbers a full row has is what most rows show. Numbers that lost the blank between them are parted
only where a single parting gives a full row (``42,556,75744,460,091``, ``214221`` for two columns); where
none or several do, the print stays whole in a cell that spans the columns it may stand for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from attrs import evolve, frozen

from xbrlgen.reading.given.folding import folded, trimmed
from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.converted.glued_rows import in_rows, unparted
from xbrlgen.reading.texts.cutting.number_runs import (
    DAY,
    PERIOD,
    Run,
    fitted,
    least_count,
    runs_of,
    without_note,
)
from xbrlgen.reading.texts.cutting.parting import Value, parted_values
from xbrlgen.reading.texts.cutting.tiles import is_year

Span = tuple[int, int]

_NOT_AMOUNT_AFTER = re.compile(
    r"\s*(?:shares?|issued|authorized|outstanding|par|in|and|or|of|to|was|were|for|at|million|billion|thousand)\b",
    re.IGNORECASE,
)
_NOT_AMOUNT_BEFORE = re.compile(
    r"(?:of|value|to|and|was|at|than|from|or|note|section|item|\(|\$|approximately)\s*$", re.IGNORECASE
)
# Where one label ends and the next begins with no number between: wide gaps, colons, a capital in a word.
_JOINT = re.compile(
    r"\s{2,}|(?<=:)\s*(?=\S)|(?<=[a-z]{3})(?=[A-Z][a-z])|(?<=[A-Z]{4})(?=[A-Z][a-z])|(?<=\S)\s(?=Total\s[a-z])"
)
_SHORTEST, _LONGEST = 120, 100_000
# Runs of as many numbers: with two, sentences and notes become tables; with four, short tables are lost.
_FEWEST_ROWS = 3


@frozen
class GluedTable:
    """A table found in one line: its run, its rows, and whether they say in words what the columns are."""

    start: int
    end: int
    wide: int
    rows: list[list[Piece]]
    has_heads: bool


def glued_tables(text: str, start: int, end: int) -> list[GluedTable]:
    """The tables that stand in one line of text, or none."""
    digits = sum(map(str.isdigit, text[start:end])) if _SHORTEST <= end - start <= _LONGEST else 0
    if digits * 12 < max(end - start, _SHORTEST):
        return []
    parts = list(_parts(text, runs_of(text, start, end)))
    begins = [start, *(part[-1].end for part in parts)]
    found = [_table(text, begin, part) for begin, part in zip(begins, parts, strict=False)]
    return [table for table in found if table is not None]


def with_heads(text: str, table: GluedTable, before: Sequence[Span]) -> GluedTable:
    """The table with headings from the short paragraphs before it, each ending in a period or date."""
    if table.has_heads:
        return table
    heads: list[Span] = []
    for start, end in reversed(before):
        found = list(_heading_end().finditer(text, start, end))
        if end - start > 200 or not found or len(heads) == table.wide:
            break
        heads.insert(0, trimmed(text, found[-1].start(), end))
    if not heads or table.wide % len(heads):
        return table
    row = [_over(text, span, number, len(heads), table.wide) for number, span in enumerate(heads)]
    return evolve(table, start=heads[0][0], rows=[row, *table.rows], has_heads=True)


@cache
def _heading_end() -> re.Pattern[str]:
    """A period or date at the end of a line: compiled where a table is glued, as months take long."""
    return re.compile(
        rf"(?:as\s+of\s+)?(?:{PERIOD.pattern})?{DAY.pattern}(?=\s*(?:\((?:un)?audited\)|\*)?\s*$)"
        rf"|(?:{PERIOD.pattern})(?:{DAY.pattern})?(?=\s*$)",
        re.IGNORECASE | re.MULTILINE,
    )


def _wide(runs: Sequence[Run]) -> int:
    """How many numbers a full row has: as many as there are years over them, where sums lack labels.

    Numbers of a row and of the sum below it, which has no label, follow on one another.
    """
    counts: Counter[int] = Counter()
    for run in runs:
        least = least_count(without_note(run))
        if least > 1 and not run.is_years:
            counts[least] += 1
    if not counts:
        return 0
    least = min(counts)
    headed = any(run.is_years and sum(len(value.blob) // 4 for value in run.values) == least for run in runs)
    if headed and sum(counts.values()) >= _FEWEST_ROWS and not any(count % least for count in counts):
        return least
    wide, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return wide if times >= _FEWEST_ROWS and times * 2 >= sum(counts.values()) else 0


def _is_one_column(text: str, runs: Sequence[Run]) -> bool:
    """Whether single amounts, each glued to the label before it and to the next behind it, make a column."""
    amounts = [run for run in runs if len(run.values) == 1 and _is_amount(run.values[0])]
    if len(amounts) < _FEWEST_SINGLE or len(amounts) * 4 < len(runs) * 3:
        return False
    glued = [
        run
        for run in amounts
        if text[run.start - 1 : run.start].isalpha() or text[run.end : run.end + 1].isupper()
    ]
    return len(glued) * 4 > len(amounts) * 3


# Single amounts touch words in prose too, where a blank was lost; so many of them don't.
_FEWEST_SINGLE = 5


def _parts(text: str, runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs of each table: a row of years behind words of a period begins another."""
    part: list[Run] = []
    filled = 0
    for number, run in enumerate(runs):
        between = text[runs[number - 1].end if number else max(run.start - 200, 0) : run.start]
        if filled > 1 and _heads_a_table(between, run):
            yield part
            part, filled = [], 0
        part.append(run)
        filled += not run.is_years and len(run.values) > 1
    if part:
        yield part


def _heads_a_table(between: str, run: Run) -> bool:
    """Whether what stands before a run, or the run itself, heads the columns of another table."""
    days = DAY.findall(between)
    if run.is_years and len(run.values) > 1:
        return bool(days or PERIOD.search(between))
    return len(days) > 1 and PERIOD.search(between) is not None


def _table(text: str, start: int, runs: Sequence[Run]) -> GluedTable | None:
    wide = _wide(runs) or int(_is_one_column(text, runs))
    if not wide:
        return None
    runs = [run if run.is_years else fitted(run, wide) for run in runs]
    full = [number for number, run in enumerate(runs) if not run.is_years and parted_values(run.values, wide)]
    if len(full) < _FEWEST_ROWS:
        return None
    head_runs = [run for run in runs[: full[0]] if run.is_years]
    stop = runs[full[0]].start
    head_end = head_runs[-1].end if head_runs else _heads_end(text, start, stop)
    body = [run for run in runs if run.start >= head_end]
    rows = list(_body_rows(text, head_end, body, wide))
    labels = [row[0].text for row in rows if row[0].left == 0]
    if sum(re.search("[A-Za-z]{3}", label) is not None for label in labels) < _FEWEST_ROWS:
        return None
    heads = list(_head_rows(text, start, head_end, head_runs, _places(rows, wide)))
    worded = any(not is_year(piece.text) for row in heads for piece in row)
    first = min((piece.start for row in [*heads, *rows] for piece in row), default=start)
    return GluedTable(first, max(piece.end for row in rows for piece in row), wide, [*heads, *rows], worded)


def _places(rows: Sequence[Sequence[Piece]], wide: int) -> list[int]:
    """The columns in this table, those that hold mostly percents last."""
    percents = Counter(piece.left for row in rows for piece in row if piece.left and piece.text.endswith("%"))
    values = Counter(piece.left for row in rows for piece in row if piece.left)
    return sorted(range(1, wide + 1), key=lambda column: (percents[column] * 2 > values[column], column))


def _heads_end(text: str, start: int, stop: int) -> int:
    """Where dates that head the columns end, when no row of years follows."""
    found = [match.end() for match in DAY.finditer(text, start, stop)]
    return found[-1] if found else start


def _head_rows(
    text: str, start: int, end: int, years: Sequence[Run], places: Sequence[int]
) -> Iterator[list[Piece]]:
    """Periods, days and years over their columns."""
    wide = len(places)
    days = [match.span() for match in DAY.finditer(text, start, end)]
    periods = [match.span() for match in PERIOD.finditer(text, start, end)]
    if len(periods) >= len(days):
        periods = [_with_day(span, days) for span in periods]
    days = [day for day in days if not any(a <= day[0] < b for a, b in periods)]
    for spans in (periods, days):
        if spans:
            yield [_over(text, span, number, len(spans), wide) for number, span in enumerate(spans)]
    numbers = [item for run in years for value in run.values for item in _printed_years(value)]
    if 0 < len(numbers) <= wide:
        yield [
            Piece(year, *span, place, place + 1) for place, (year, span) in zip(places, numbers, strict=False)
        ]
    elif numbers:
        yield [Piece(year, *span, 1, wide + 1) for year, span in numbers]


def _with_day(span: Span, days: Sequence[Span]) -> Span:
    return next(((span[0], day[1]) for day in days if 0 <= day[0] - span[1] < 3), span)


def _printed_years(value: Value) -> Iterator[tuple[str, Span]]:
    for number in range(0, len(value.blob), 4):
        start = value.end - len(value.blob) + number
        yield value.blob[number : number + 4], (start, start + 4)


def _over(text: str, span: Span, number: int, count: int, wide: int) -> Piece:
    a, b = trimmed(text, *span)
    if wide % count == 0:
        share = wide // count
        return Piece(folded(text[a:b]), a, b, number * share + 1, (number + 1) * share + 1)
    return Piece(folded(text[a:b]), a, b, 1, wide + 1)


def _body_rows(text: str, start: int, runs: Sequence[Run], wide: int) -> Iterator[list[Piece]]:
    """Labels and their numbers."""
    position = start
    for number, run in enumerate(runs):
        parted = None if run.is_years else parted_values(run.values, wide)
        if parted is None and not _is_row(text, run, runs[number + 1 : number + 2]):
            continue
        labels = _labels(text, position, run.start)
        yield from ([section] for section in labels[:-1])
        rows = unparted(text, run, wide) if parted is None else in_rows(parted, wide)
        for first, row in enumerate(rows):
            yield [*labels[-1:], *row] if first == 0 else row
        position = run.end


def _is_row(text: str, run: Run, after: Sequence[Run]) -> bool:
    """Whether a run that makes no full row still is one: amounts, and not numbers within a label."""
    if run.is_years or not (len(run.values) > 1 or any(_is_amount(value) for value in run.values)):
        return False
    behind = text[run.end : after[0].start if after else run.end + 40]
    before = text[max(run.start - 30, 0) : run.start]
    return not (_NOT_AMOUNT_AFTER.match(behind) or _NOT_AMOUNT_BEFORE.search(before))


def _is_amount(value: Value) -> bool:
    return bool("," in value.blob or value.lead or len(value.blob) > 3)


def _labels(text: str, start: int, end: int) -> list[Piece]:
    """The texts before the numbers: sections first, the label of the row last."""
    cuts = [start, *(joint.end() for joint in _JOINT.finditer(text, start, end)), end]
    found = []
    for a, b in pairwise(cuts):
        first, last = trimmed(text, a, b)
        if last > first and re.search(r"\w", text[first:last]):
            found.append(Piece(folded(text[first:last]), first, last, 0, 1))
    return _merged(found)


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Labels with the parts put back that begin in the middle of one: small letters, brackets."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and (piece.text[0].islower() or piece.text[0] in "(&,"):
            before = merged.pop()
            piece = evolve(before, text=f"{before.text} {piece.text}", end=piece.end)  # noqa: PLW2901 (grown in place)
        merged.append(piece)
    return merged
