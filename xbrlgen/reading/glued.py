"""Tables that a conversion ran together on one line: label, numbers, label, numbers.

How many numbers a full row has is what most rows show. Numbers that lost the blank between them are parted
only where a single parting gives a full row (``42,556,75744,460,091``, ``214221`` for two columns); where
none or several do, the print stays whole in a cell that spans the columns it may stand for.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import prod

from attrs import evolve, frozen

from xbrlgen.reading.folding import folded, trimmed
from xbrlgen.reading.grid import Piece
from xbrlgen.reading.lines import is_year

Span = tuple[int, int]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = re.compile(
    rf"(?:{_MONTH}\s*\d{{1,2}}(?:\s*,|(?=\s)|(?={_YEAR}))(?:\s*{_YEAR}(?!\s*{_YEAR}))?"
    rf"|\b\d{{1,2}}-{_MONTH}-\d{{2,4}}|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?<![A-Za-z])Q[1-4]\s*(?:FY\s?)?'?(?:20)?\d\d)"
)
_NUMERALS = "three|six|nine|twelve|thirteen|twenty[- ]six|thirty[- ]nine|fifty[- ]two|[1-9]\\d?"
_PERIOD = re.compile(
    rf"(?:for\s+the\s+)?(?:\b(?:{_NUMERALS})[- ]*)?"
    r"(?:months?|weeks?|quarters?|(?:fiscal\s+)?years?|periods?)\s*(?:period\s*)?ended\s*",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"(?P<lead>(?:\$\s{0,80})?\(?\s{0,80}(?:\$\s{0,80})?(?:-(?=[\d.$]))?\s?\$?)(?P<blob>\d[\d,.]*\d|\d|\.\d+)"
    r"(?P<tail>\s{0,80}\)?\s?%?)"
    r"|(?P<dash>(?:\$\s{0,80})?[-–—](?=[\s(\d$]|[-–—]|$))"
)
_RUN = re.compile(r"[\s$(),.%\-–—\d]+")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?P<decimals>\.\d+)?")
_SMALL = re.compile(r"(?:0|[1-9]\d{0,2})(?P<decimals>\.\d+)?")
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
_LONGEST_BLOB = 60
_MOST_WAYS = 5000
_FEWEST_ROWS = 3


@frozen
class _Value:
    """One number or dash of a run, and the digits in it that may be several numbers."""

    start: int
    end: int
    lead: str
    blob: str
    tail: str


@frozen
class _Run:
    """Numbers in a row with only blanks and marks between."""

    start: int
    end: int
    values: tuple[_Value, ...]

    @property
    def is_years(self) -> bool:
        """Whether all of it is years, glued or not."""
        return all(
            re.fullmatch(r"(?:(?:19|20)\d\d)+", value.blob) and not value.tail.strip()
            for value in self.values
        )


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
    parts = list(_parts(text, _runs(text, start, end)))
    begins = [start, *(part[-1].end for part in parts)]
    found = [_table(text, begin, part) for begin, part in zip(begins, parts, strict=False)]
    return [table for table in found if table is not None]


def with_heads(text: str, table: GluedTable, before: Sequence[Span]) -> GluedTable:
    """The table with headings from the short paragraphs before it, each ending in a period or date."""
    if table.has_heads:
        return table
    heads: list[Span] = []
    for start, end in reversed(before):
        found = list(_HEADING_END.finditer(text, start, end))
        if end - start > 200 or not found or len(heads) == table.wide:
            break
        heads.insert(0, trimmed(text, found[-1].start(), end))
    if not heads or table.wide % len(heads):
        return table
    row = [_over(text, span, number, len(heads), table.wide) for number, span in enumerate(heads)]
    return evolve(table, start=heads[0][0], rows=[row, *table.rows], has_heads=True)


_HEADING_END = re.compile(
    rf"(?:as\s+of\s+)?(?:{_PERIOD.pattern})?{_DAY.pattern}(?=\s*(?:\((?:un)?audited\)|\*)?\s*$)"
    rf"|(?:{_PERIOD.pattern})(?:{_DAY.pattern})?(?=\s*$)",
    re.IGNORECASE | re.MULTILINE,
)


def _runs(text: str, start: int, end: int) -> list[_Run]:
    """All runs of numbers, days of dates being no numbers."""
    masked = _DAY.sub(_masked, _ADDRESS.sub(_masked, text[start:end]))
    runs = []
    for found in _RUN.finditer(masked):
        values = tuple(_values(text, start + found.start(), start + found.end()))
        if any(value.blob for value in values) or len(values) > 1:
            runs.append(_Run(values[0].start, values[-1].end, values))
    return [_only_years(run) for run in runs]


_ADDRESS = re.compile(r"(?:https?:|www\.)\S+|\S{1,60}@\S{1,60}")


def _masked(found: re.Match[str]) -> str:
    return "x" * len(found.group())


def _values(text: str, start: int, end: int) -> list[_Value]:
    """The values of a run; what closes a bracket of the label before it belongs to the label."""
    values = []
    for value in _VALUE.finditer(text, start, end):
        a, b = trimmed(text, value.start(), value.end())
        blob = value["blob"] or ""
        values.append(
            _Value(a, b, (value["lead"] or value["dash"] or "").strip(), blob, (value["tail"] or "").strip())
        )
    closing = [number for number, value in enumerate(values) if ")" in value.tail and "(" not in value.lead]
    return values[closing[-1] + 1 :] if closing and closing[-1] + 1 < len(values) else values


def _only_years(run: _Run) -> _Run:
    """A run of years without the dashes of the words around it."""
    years = tuple(value for value in run.values if value.blob)
    bare = evolve(run, values=years, start=years[0].start, end=years[-1].end) if years else run
    return bare if years and bare.is_years and len(years) < len(run.values) else run


def _wide(runs: Sequence[_Run]) -> int:
    """How many numbers a full row has."""
    counts: Counter[int] = Counter()
    for run in runs:
        least = sum(min(_part_counts(value.blob), default=1) for value in run.values)
        if least > 1 and not run.is_years:
            counts[least] += 1
    if not counts:
        return 0
    wide, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    return wide if times >= _FEWEST_ROWS and times * 2 >= sum(counts.values()) else 0


def _fitted(run: _Run, wide: int) -> _Run:
    """The run without a last dash that begins the next label."""
    least = sum(min(_part_counts(value.blob), default=1) for value in run.values)
    if least > 1 and least % wide == 1 and not run.values[-1].blob:
        return evolve(run, values=run.values[:-1], end=run.values[-2].end)
    return run


def _part_counts(blob: str) -> list[int]:
    """Into how many numbers the digits can be parted: whole where they make a sound number."""
    if not blob or len(blob) > _LONGEST_BLOB or _is_sound(blob):
        return [1]
    return [count for count in range(1, 9) if next(_partings(blob, count), None)]


def _is_sound(blob: str) -> bool:
    return bool(_GROUPED.fullmatch(blob) or re.fullmatch(r"\d{0,3}(?:\.\d+)?|\d+\.\d+", blob))


def _partings(blob: str, count: int) -> Iterator[tuple[str, ...]]:
    """The ways to part digits into so many well-formed numbers."""
    if count == 1:
        if _is_sound(blob) or blob.isdigit():
            yield (blob,)
        return
    yield from (parting for parting in _all_partings(blob, count) if _alike(parting))


def _all_partings(blob: str, count: int) -> Iterator[tuple[str, ...]]:
    if count == 1:
        if _GROUPED.fullmatch(blob) or _SMALL.fullmatch(blob) or is_year(blob):
            yield (blob,)
        return
    for stop in range(1, min(len(blob) - count + 2, 16)):
        first = blob[:stop]
        if _GROUPED.fullmatch(first) or _SMALL.fullmatch(first) or is_year(first):
            for rest in _all_partings(blob[stop:], count - 1):
                yield (first, *rest)


def _alike(parting: Sequence[str]) -> bool:
    """Whether all numbers have the same decimals, and either all or none are years."""
    decimals = {len(part.partition(".")[2]) for part in parting}
    return len(decimals) == 1 and len({is_year(part) for part in parting}) == 1


def _parted(run: _Run, wide: int) -> list[tuple[str, Span]] | None:
    """The run as full rows of numbers, where just one parting gives them."""
    choices = [_choices(value) for value in run.values]
    if any(not choice for choice in choices) or len(run.values) > 4 * wide:
        return None
    if prod(map(len, choices)) > _MOST_WAYS:
        return None
    least = sum(choice[0] for choice in choices)
    wanted = -(-least // wide) * wide
    if least != wanted and len(run.values) > 2 * wide:
        return None
    ways = [way for counts in product(*choices) if sum(counts) == wanted for way in _ways(run, counts)]
    return ways[0] if len(ways) == 1 else None


def _choices(value: _Value) -> list[int]:
    """Into how many numbers a value may be parted; a minus without a bracket may be a nil before a number."""
    counts = _part_counts(value.blob)
    return [1, 2] if counts == [1] and value.lead == "-" and value.blob else counts


def _ways(run: _Run, counts: Sequence[int]) -> Iterator[list[tuple[str, Span]]]:
    """The texts and places of the numbers for given numbers of parts."""
    options = [list(_prints(value, count)) for value, count in zip(run.values, counts, strict=True)]
    for chosen in product(*options):
        yield [item for printed in chosen for item in printed]


def _prints(value: _Value, count: int) -> Iterator[list[tuple[str, Span]]]:
    """The ways to print a value as so many numbers."""
    if not value.blob:
        yield [(folded(value.lead), (value.start, value.end))]
    elif count == 2 and value.lead == "-" and _part_counts(value.blob) == [1]:
        yield [("-", (value.start, value.start + 1)), (value.blob + value.tail, (value.start + 1, value.end))]
    else:
        yield from (list(_printed(value, parting)) for parting in _partings(value.blob, count))


def _printed(value: _Value, parting: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """Each number with what is printed around it: the mark before the first, the bracket behind the last."""
    if len(parting) == 1:
        yield folded(value.lead + parting[0] + value.tail), (value.start, value.end)
        return
    position = value.start
    for number, part in enumerate(parting):
        last = number == len(parting) - 1
        shown = (value.lead if number == 0 else "") + part + (value.tail if last else "")
        end = value.end if last else _after(value, parting, number)
        yield folded(shown), (position, end)
        position = end


def _after(value: _Value, parting: Sequence[str], number: int) -> int:
    """Where the part of that number ends in the source."""
    behind = sum(len(part) for part in parting[number + 1 :]) + len(value.tail)
    return value.end - behind


def _parts(text: str, runs: Sequence[_Run]) -> Iterator[list[_Run]]:
    """The runs of each table: a row of years behind words of a period begins another."""
    part: list[_Run] = []
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


def _heads_a_table(between: str, run: _Run) -> bool:
    """Whether what stands before a run, or the run itself, heads the columns of another table."""
    days = _DAY.findall(between)
    if run.is_years and len(run.values) > 1:
        return bool(days or _PERIOD.search(between))
    return len(days) > 1 and _PERIOD.search(between) is not None


def _table(text: str, start: int, runs: Sequence[_Run]) -> GluedTable | None:
    wide = _wide(runs)
    if wide < 2:
        return None
    runs = [run if run.is_years else _fitted(run, wide) for run in runs]
    full = [number for number, run in enumerate(runs) if not run.is_years and _parted(run, wide)]
    if len(full) < _FEWEST_ROWS:
        return None
    head_runs = [run for run in runs[: full[0]] if run.is_years]
    stop = runs[full[0]].start
    head_end = head_runs[-1].end if head_runs else _heads_end(text, start, stop)
    body = [run for run in runs if run.start >= head_end]
    rows = list(_body_rows(text, head_end, body, wide))
    if (
        sum(row[0].left == 0 and re.search("[A-Za-z]{3}", row[0].text) is not None for row in rows)
        < _FEWEST_ROWS
    ):
        return None
    heads = (
        list(_head_rows(text, start, head_end, head_runs, _places(rows, wide))) if head_end > start else []
    )
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
    found = [match.end() for match in _DAY.finditer(text, start, stop)]
    return found[-1] if found else start


def _head_rows(
    text: str, start: int, end: int, years: Sequence[_Run], places: Sequence[int]
) -> Iterator[list[Piece]]:
    """Periods, days and years over their columns."""
    wide = len(places)
    days = [match.span() for match in _DAY.finditer(text, start, end)]
    periods = [match.span() for match in _PERIOD.finditer(text, start, end)]
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


def _printed_years(value: _Value) -> Iterator[tuple[str, Span]]:
    for number in range(0, len(value.blob), 4):
        start = value.end - len(value.blob) + number
        yield value.blob[number : number + 4], (start, start + 4)


def _over(text: str, span: Span, number: int, count: int, wide: int) -> Piece:
    a, b = trimmed(text, *span)
    if wide % count == 0:
        share = wide // count
        return Piece(folded(text[a:b]), a, b, number * share + 1, (number + 1) * share + 1)
    return Piece(folded(text[a:b]), a, b, 1, wide + 1)


def _body_rows(text: str, start: int, runs: Sequence[_Run], wide: int) -> Iterator[list[Piece]]:
    """Labels and their numbers."""
    position = start
    for number, run in enumerate(runs):
        parted = None if run.is_years else _parted(run, wide)
        if parted is None and not _is_row(text, run, runs[number + 1 : number + 2]):
            continue
        labels = _labels(text, position, run.start)
        yield from ([section] for section in labels[:-1])
        items = (
            parted
            if parted is not None
            else [(folded(text[v.start : v.end]), (v.start, v.end)) for v in run.values]
        )
        for first, row in enumerate(_in_rows(items, wide)):
            yield [*labels[-1:], *row] if first == 0 else row
        position = run.end


def _in_rows(items: Sequence[tuple[str, Span]], wide: int) -> Iterator[list[Piece]]:
    for first in range(0, len(items), wide):
        row = items[first : first + wide]
        slack = wide - len(row)
        yield [Piece(shown, *span, i + 1, i + 2 + slack) for i, (shown, span) in enumerate(row)]


def _is_row(text: str, run: _Run, after: Sequence[_Run]) -> bool:
    """Whether a run that makes no full row still is one: amounts, and not numbers within a label."""
    if run.is_years or not (len(run.values) > 1 or any(_is_amount(value) for value in run.values)):
        return False
    behind = text[run.end : after[0].start if after else run.end + 40]
    before = text[max(run.start - 30, 0) : run.start]
    return not (_NOT_AMOUNT_AFTER.match(behind) or _NOT_AMOUNT_BEFORE.search(before))


def _is_amount(value: _Value) -> bool:
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
