"""Runs of numbers in a line of text, and the dates and periods that are none."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from xbrlgen.period_words import MONTH
from xbrlgen.reading.given.folding import trimmed
from xbrlgen.reading.texts.cutting.parting import Value, part_counts

# A capital begins one even where the blank before it was lost: "EndedSeptember 30".
_MONTH = rf"(?:(?<![A-Za-z])|(?=[A-Z][a-z]))(?i:{MONTH})"


_YEAR = r"(?:19|20)\d\d"


DAY = re.compile(
    rf"(?:{_MONTH}\s*\d{{1,2}}(?:\s*,|(?=\s)|(?={_YEAR}))(?:\s*{_YEAR}(?!\s*{_YEAR}))?"
    rf"|\b\d{{1,2}}-{_MONTH}-\d{{2,4}}|\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?<![A-Za-z])Q[1-4]\s*(?:FY\s?)?'?(?:20)?\d\d)"
)


_NUMERALS = "three|six|nine|twelve|thirteen|twenty[- ]six|thirty[- ]nine|fifty[- ]two|[1-9]\\d?"


PERIOD = re.compile(
    rf"(?:for\s+the\s+)?(?:\b(?:{_NUMERALS})[- ]*)?"
    r"(?:months?|weeks?|quarters?|(?:fiscal\s+)?years?|periods?)\s*(?:period\s*)?ended\s*",
    re.IGNORECASE,
)


_VALUE = re.compile(
    r"(?P<lead>(?:\$\s{0,80})?\(?\s{0,80}(?:\$\s{0,80})?(?:[-+](?=[\d.$]))?\s?\$?)(?P<blob>\d[\d,.]*\d|\d|\.\d+)"
    r"(?P<tail>\s{0,80}(?:\)?\s?%?|%\)))"
    r"|(?P<dash>(?:\$\s{0,80})?[-–—](?=[\s(\d$]|[-–—]|$))"
)


_RUN = re.compile(r"[\s$(),.%+\-–—\d]+")


@frozen
class Run:
    """Numbers in a row with only blanks and marks between."""

    start: int
    end: int
    values: tuple[Value, ...]

    @property
    def is_years(self) -> bool:
        """Whether all of it is years, glued or not."""
        return all(
            re.fullmatch(r"(?:(?:19|20)\d\d)+", value.blob) and not value.tail.strip()
            for value in self.values
        )


def runs_of(text: str, start: int, end: int) -> list[Run]:
    """All runs of numbers, days of dates being no numbers."""
    masked = DAY.sub(_masked, _ADDRESS.sub(_masked, text[start:end]))
    runs = []
    for found in _RUN.finditer(masked):
        values = tuple(_values(text, start + found.start(), start + found.end()))
        if any(value.blob for value in values) or len(values) > 1:
            runs.append(Run(values[0].start, values[-1].end, values))
    return [_only_years(run) for run in runs]


_ADDRESS = re.compile(r"(?:https?:|www\.)\S+|\S{1,60}@\S{1,60}")


def _masked(found: re.Match[str]) -> str:
    return "x" * len(found.group())


def _values(text: str, start: int, end: int) -> list[Value]:
    """The values of a run; what closes a bracket of the label before it belongs to the label."""
    values = []
    for value in _VALUE.finditer(text, start, end):
        a, b = trimmed(text, value.start(), value.end())
        blob = value["blob"] or ""
        values.append(
            Value(a, b, (value["lead"] or value["dash"] or "").strip(), blob, (value["tail"] or "").strip())
        )
    closing = [number for number, value in enumerate(values) if ")" in value.tail and "(" not in value.lead]
    return values[closing[-1] + 1 :] if closing and closing[-1] + 1 < len(values) else values


def _only_years(run: Run) -> Run:
    """A run of years without the dashes of the words around it."""
    years = tuple(value for value in run.values if value.blob)
    bare = evolve(run, values=years, start=years[0].start, end=years[-1].end) if years else run
    return bare if years and bare.is_years and len(years) < len(run.values) else run


def fitted(run: Run, wide: int) -> Run:
    """The run without the one number too many: a note mark before or behind it, a dash of the next label."""
    if least_count(run) % wide != 1 % wide or least_count(run) < wide:
        return run
    bare = without_note(run)
    if bare is not run or run.values[-1].blob or len(run.values) < 2:
        return bare
    return evolve(run, values=run.values[:-1], end=run.values[-2].end)


def least_count(run: Run) -> int:
    """How many numbers a run has at least: those glued together count as few as they can."""
    return sum(min(part_counts(value.blob), default=1) for value in run.values)


def without_note(run: Run) -> Run:
    """The run without the mark of a note that stands before or behind it, the others being none."""
    marks = [_is_note(value) for value in run.values]
    if sum(marks) != 1 or len(marks) < 2:
        return run
    if marks[0]:
        return evolve(run, values=run.values[1:], start=run.values[1].start)
    return evolve(run, values=run.values[:-1], end=run.values[-2].end) if marks[-1] else run


def _is_note(value: Value) -> bool:
    """Whether a number is one or two digits in brackets, as marks of notes are."""
    return value.lead == "(" and value.tail == ")" and len(value.blob) <= _LONGEST_NOTE


# Digits of a note mark; in brackets, more are an amount: with three, losses of hundreds are lost.
_LONGEST_NOTE = 2
