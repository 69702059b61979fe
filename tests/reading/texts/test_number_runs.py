"""Runs of numbers in lines of text: what is a date in them, and what only begins like one."""

from __future__ import annotations

import pytest

from xbrlgen.reading.texts.cutting.number_runs import runs_of


def numbers(text: str) -> list[str]:
    return [value.blob for run in runs_of(text, 0, len(text)) for value in run.values]


@pytest.mark.parametrize("word", ["Marketing", "Margin", "Decorating", "Augers", "Mayfield", "Octane"])
def test_words_that_begin_like_months_date_no_figure(word: str) -> None:
    assert numbers(f"{word} 12 14") == ["12", "14"]


@pytest.mark.parametrize("day", ["March 31", "MARCH 31", "Sept. 30", "Dec 31", "May 5", "EndedSeptember 30"])
def test_days_are_no_numbers(day: str) -> None:
    assert numbers(f"{day}, 2013") == []
    assert numbers(f"{day}, 2013 2012") == ["2013", "2012"]
    assert numbers(f"{day} 1,234") == ["1,234"]
