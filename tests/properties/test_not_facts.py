"""What the patterns of numbers that are no facts begin with says no only where nothing would be found."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from tests.shared import SHARED
from xbrlgen.reading.numbers import not_fact_words as words
from xbrlgen.reading.numbers.not_facts import not_facts
from xbrlgen.reading.numbers.number_leads import GATES

PLAIN = {kind: re.compile(pattern, re.IGNORECASE) for kind, _, pattern in words._ROWS}
QUICK = {kind: pattern for kind, _, pattern in words.PATTERNS}


@pytest.mark.parametrize("kind", sorted(words._OPENINGS))
@given(st.data())
def test_nothing_is_passed_over(kind: str, data: st.DataObject) -> None:
    said = st.from_regex(PLAIN[kind]) | st.text("early Q3 (1) in 2013, Jan. 5", max_size=12)
    text = " ".join(data.draw(st.lists(said, max_size=3)))
    found = [one.span() for one in QUICK[kind].finditer(text)]
    assert found == [one.span() for one in PLAIN[kind].finditer(text)]


@pytest.mark.parametrize("kind", sorted(words._OPENINGS))
def test_no_word_of_a_pattern_is_passed_over(kind: str) -> None:
    tails = (
        "",
        " 2013",
        "-5",
        " No. 12(a)",
        " ended 2013",
        " quarter 2013",
        " code: 12345",
        ". 5, 2013",
        "-1",
    )
    told = sorted(set(re.findall(r"[A-Za-z]{2,}|[A-Z](?=\[)", PLAIN[kind].pattern)))
    for text in (f"{before}{word}{tail}" for before in ("", "5 ", "x") for word in told for tail in tails):
        found = [one.span() for one in QUICK[kind].finditer(text)]
        assert found == [one.span() for one in PLAIN[kind].finditer(text)], text


def test_every_opening_is_that_of_a_kind() -> None:
    assert words._OPENINGS.keys() <= PLAIN.keys()


@pytest.mark.parametrize("sign", ["1", "1,", "a", "-", "@", "www."])
def test_a_line_without_end_takes_no_time_without_end(sign: str) -> None:
    short, long = (_cost(sign * (size // len(sign))) for size in (2_000, 40_000))
    assert long < max(20 * 10 * short, 0.2)


def _cost(text: str) -> float:
    start = time.process_time()
    for pattern in QUICK.values():
        list(pattern.finditer(text))
    return time.process_time() - start


def told(text: str) -> list[tuple[int, int, str]]:
    """The stretches with digits, which alone matter."""
    return [
        (each.start, each.end, each.kind) for each in not_facts(text) if has_digit(text, each.start, each.end)
    ]


def plainly(text: str) -> list[tuple[int, int, str]]:
    found = ((*one.span(), kind) for kind, pattern in PLAIN.items() for one in pattern.finditer(text))
    return [each for each in found if has_digit(text, *each[:2])]


def has_digit(text: str, start: int, end: int) -> bool:
    return re.search(r"\d", text[start:end]) is not None


def test_every_kind_has_a_gate() -> None:
    assert GATES.keys() == PLAIN.keys()


@settings(max_examples=tries(60))
@pytest.mark.parametrize("kind", sorted(PLAIN))
@given(st.data())
def test_no_gate_is_closed_to_what_a_pattern_finds(kind: str, data: st.DataObject) -> None:
    said = st.from_regex(PLAIN[kind]) | st.text("early Q3 (1) in 2013, Jan. 5", max_size=12)
    drawn = " ".join(data.draw(st.lists(said, max_size=3)))
    text = re.sub(r"\s{3,}", "  ", drawn.translate(LIKE_LETTERS))
    assert told(text) == plainly(text)


# Letters that patterns take for others when they ignore case, and that no release has.
LIKE_LETTERS = {ord("\u017f"): "s", ord("\u0131"): "i", ord("\u0130"): "I", ord("\u212a"): "k"}


@pytest.mark.parametrize("kind", sorted(PLAIN))
def test_no_gate_is_closed_to_a_word_of_its_pattern(kind: str) -> None:
    words_of = sorted(set(re.findall(r"[A-Za-z]{2,}|[A-Z](?=\[)", PLAIN[kind].pattern)))
    for word in words_of:
        for text in (
            f"a {word}{tail}" for tail in (" 5", "-5", " No. 5", " of 2013", ", 2013", " 12345", ": 5 10-K")
        ):
            assert told(text) == plainly(text), text


@pytest.mark.skipif(not (SHARED / "releases").exists(), reason="shared test data not present")
def test_no_gate_is_closed_to_what_releases_say() -> None:
    for path in sorted((SHARED / "releases").glob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert told(line[:2_000]) == plainly(line[:2_000]), line
