"""A row is known again as one of a face statement by its figures, and never against them."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.proving.building import Q3, Q3_BEFORE
from xbrlgen.model import Period
from xbrlgen.reading.statement import Kind, StatementKind
from xbrlgen.tagging.concepts.meanings import Meaning
from xbrlgen.tagging.elsewhere.faces import Faces, likeness
from xbrlgen.tagging.filer.days import end_of
from xbrlgen.tagging.rows.lines import Line

LABELS = ("restructuring", "restructuring related", "total profit", "gross profit", "profit", "total")
labels = st.sampled_from(LABELS)
amounts = st.dictionaries(st.sampled_from([Q3, Q3_BEFORE]), st.sampled_from(["145", "85", "128"]), min_size=1)


def line(statement: int, label: str, values: dict[Period, str], row: int = 0) -> Line:
    printed = tuple((period, Decimal(value)) for period, value in values.items())
    kind = StatementKind.OTHER if statement else StatementKind.INCOME
    form = "" if statement else "IS"
    return Line(
        statement,
        row,
        kind,
        form,
        label,
        label,
        "",
        "",
        Kind.MONEY,
        is_total=False,
        instant=False,
        values=printed,
    )


@given(st.lists(st.tuples(labels, amounts), min_size=1, max_size=4), labels, amounts)
def test_no_line_is_known_as_one_that_has_another_amount_at_the_time(
    shown: list[tuple[str, dict[Period, str]]], label: str, values: dict[Period, str]
) -> None:
    faces = [line(0, name, said, row) for row, (name, said) in enumerate(shown)]
    spots = defaultdict(list)
    for face in faces:
        for period, value in face.values:
            assert period is not None
            spots[Kind.MONEY, period, value].append(face)
    meanings = {face.name: Meaning(None, 0.5, (), source="question") for face in faces}
    asked = line(1, label, values)
    known = Faces(meanings, {spot: tuple(lines) for spot, lines in spots.items()}).known(asked)
    if known is not None and likeness(asked, known) < 1:
        theirs = dict(known.values)
        assert all(theirs.get(period, value) == value for period, value in asked.values)


def at_its_end(period: Period) -> Period:
    assert period.end is not None
    return end_of(period.end)


@given(labels, amounts, labels, amounts)
def test_no_line_of_moments_is_known_as_one_of_times_that_end_with_another_amount(
    name: str, shown: dict[Period, str], label: str, values: dict[Period, str]
) -> None:
    face = line(0, name, shown)
    asked = line(1, label, {at_its_end(period): value for period, value in values.items()})
    spots = {
        (Kind.MONEY, moment, value): (face,)
        for period, value in face.values
        if period is not None
        for moment in (period, at_its_end(period))
    }
    known = Faces({face.name: Meaning(None, 0.5, (), source="question")}, spots).known(asked)
    if known is not None and likeness(asked, known) < 1:
        theirs = {at_its_end(period): value for period, value in face.values if period is not None}
        assert all(period and theirs.get(period, value) == value for period, value in asked.values)
