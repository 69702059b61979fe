"""A figure in a sentence is read as the sentence says, or doubted: never with another period or subject."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.sentences.test_prose import HALF, QUARTER, YEAR_AGO, mentions
from xbrlgen.model import Period

FIRST_A_YEAR_AGO = Period.duration(date(2020, 1, 1), date(2020, 3, 31))
TIMES: Final = {
    "the second quarter of 2021": QUARTER,
    "the second quarter": QUARTER,
    "the quarter": QUARTER,
    "the first half of 2021": HALF,
    "the first six months of 2021": HALF,
    "the first quarter": Period.duration(date(2021, 1, 1), date(2021, 3, 31)),
    "the second quarter of last year": YEAR_AGO,
    "last year's second quarter": YEAR_AGO,
    "the first quarter of the prior year": FIRST_A_YEAR_AGO,
    "the prior-year first quarter": FIRST_A_YEAR_AGO,
    "the fourth quarter of last year": Period.duration(date(2020, 10, 1), date(2020, 12, 31)),
    "the first six months of last year": Period.duration(date(2020, 1, 1), date(2020, 6, 30)),
    "the same quarter last year": YEAR_AGO,
}
MEASURES: Final = ("Revenue", "Adjusted EBITDA", "Free cash flow", "Net loss", "Backlog", "Gross profit")
SHAPES: Final = (
    "{one} {time} was {a}.",
    "{one} was {a} {time}.",
    "{One_time}, {one} was {a}.",
    "{one} {time} totaled {a}, while costs were not told.",
    "{one} of {a} {time} was in line with our plans.",
    "{one} was {a} {time}, compared to {b} {other_time}.",
    "{one} {time} was {a} versus {b} {other_time}.",
    "{one} {time} was {a}, and {two} was {b}.",
    "We reported {one} of {a} {time} and {two} of {b}.",
    "{one} grew 12% to {a} {time}, while {two} fell 3% to {b}.",
)
AMOUNTS = st.decimals("0.1", "990", places=1).map(lambda value: (f"${value} million", value * 1_000_000))


@given(
    st.sampled_from(SHAPES),
    st.tuples(st.sampled_from(MEASURES), st.sampled_from(MEASURES)).filter(lambda two: two[0] != two[1]),
    st.tuples(st.sampled_from(sorted(TIMES)), st.sampled_from(sorted(TIMES))),
    st.tuples(AMOUNTS, AMOUNTS),
)
def test_a_sentence_is_read_as_it_says_or_doubted(
    shape: str,
    measures: tuple[str, str],
    times: tuple[str, str],
    amounts: tuple[tuple[str, Decimal], tuple[str, Decimal]],
) -> None:
    (one, two), (time, other), ((a, first), (b, second)) = measures, times, amounts
    text = shape.format(
        one=one, two=two, a=a, b=b, time=f"in {time}", other_time=f"in {other}", One_time=f"In {time}"
    )
    figures = [each for each in mentions(text) if each.figure.print.startswith("$")]
    expected = [(one, first, TIMES[time])]
    if "{b}" in shape:
        expected.append((one, second, TIMES[other]) if "other_time" in shape else (two, second, TIMES[time]))
    assert len(figures) == len(expected)
    for figure, (subject, value, period) in zip(figures, expected, strict=True):
        said = (figure.subject.lower(), figure.value, figure.period)
        assert figure.doubt or said == (subject.lower(), value, period), text
