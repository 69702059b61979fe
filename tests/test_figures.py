"""Printed numbers, one example a trap."""

from __future__ import annotations

from decimal import Decimal

import pytest

from xbrlgen.figure_marks import SCALE_WORDS
from xbrlgen.figures import Figure, Flaw, parse_figure, print_figure
from xbrlgen.places import Place

HERE = Place(0, 0, 1, 1, 1)


def parse(text: str, *, european: bool = False) -> Figure:
    figure = parse_figure(text, HERE, european=european)
    assert figure is not None
    return figure


@pytest.mark.parametrize(
    ("text", "number", "places"),
    [
        ("$ (1,301", "-1301", 0),
        ("(1,301)", "-1301", 0),
        ("-1,301", "-1301", 0),
        ("$-1,301", "-1301", 0),
        ("(282,370 )", "-282370", 0),
        ("1 270", "1270", 0),
        ("1\xa0270", "1270", 0),
        (".05", "0.05", 2),
        ("$ (0.12)", "-0.12", 2),
        ("2,000,000", "2000000", 0),
        ("1,234(a)", "1234", 0),
        ("+5%", "5", 0),
        ("(4%)", "-4", 0),
        ("(14)%", "-14", 0),
    ],
)
def test_a_number_is_read_with_its_sign(text: str, number: str, places: int) -> None:
    figure = parse(text)
    assert (figure.number, figure.places) == (Decimal(number), places)


@pytest.mark.parametrize("text", ["—", "-", "- -", "--", "$—", "$ -", "$(—)", "-0-", "—%", "nil"])
def test_a_dash_is_nil(text: str) -> None:
    figure = parse(text)
    assert figure.is_dash
    assert figure.number == 0


@pytest.mark.parametrize("text", ["NM", "n/m", "N/A", "*"])
def test_what_is_not_meaningful_has_no_number(text: str) -> None:
    assert parse(text).number is None
    assert not parse(text).is_dash


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("103,33", Flaw.LOST_DIGIT),
        ("208,57", Flaw.LOST_DIGIT),
        ("1,2345", Flaw.BAD_GROUPING),
        ("1.234,5", Flaw.BAD_GROUPING),
        ("53,43749,417", Flaw.GLUED),
        ("1,234 5,678", Flaw.GLUED),
        ("3.073.07", Flaw.GLUED),
        ("1O5", Flaw.LETTER),
        ("S,177", Flaw.LETTER),
        ("(1,17B)", Flaw.LETTER),
        ("4A,12g", Flaw.LETTER),
        ("$0.0S", Flaw.LETTER),
        ("Ψ 12", Flaw.MARK_MISREAD),
        ("§ 3,456", Flaw.MARK_MISREAD),
        ("S418", Flaw.MARK_MISREAD),
        ("6/481", Flaw.LETTER),
        ("2.84_", Flaw.LETTER),
        ("$ (1,301", Flaw.UNBALANCED),
        ("1,301)", Flaw.UNBALANCED),
    ],
)
def test_damage_is_a_flaw(text: str, flaw: Flaw) -> None:
    assert parse(text).flaws == {flaw}


@pytest.mark.parametrize("text", ["<1,315>", "$<1,315>", "< $1,315 >", "$1,315-"])
def test_old_forms_of_negative_numbers(text: str) -> None:
    assert (parse(text).number, parse(text).flaws) == (Decimal(-1315), frozenset())
    assert [parse(small).number for small in ("<.05>", ".05-")] == [Decimal("-0.05")] * 2


def test_letters_at_the_edges_are_read_for_the_digits_they_look_like() -> None:
    """But a "B" behind decimals multiplies."""
    read = [parse(text).number for text in ("S,177", "1,17S", "(B,746)", "$0.0S", "1.5B")]
    assert read == [5177, 1175, -8746, Decimal("0.05"), Decimal("1.5")]


@pytest.mark.parametrize("text", ["103,33", "1,2345", "53,43749,417", "1,234 5,678"])
def test_a_damaged_number_is_not_guessed(text: str) -> None:
    assert parse(text).number is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Q1",
        "A,BCD",
        "Q,12Z,ABg",
        "8-K",
        "Note 4",
        "12/31/2013",
        "12/2013",
        "1/2",
        "November 20, 2022",
        "()",
        "%",
        "$",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_figure(text, HERE) is None


def test_european_forms_are_read_only_where_asked_for() -> None:
    assert parse("1.234,56", european=True).number == Decimal("1234.56")
    assert parse("1.234,56").number is None


def test_marks_notes_and_words_are_kept() -> None:
    assert parse("54.5¢").mark == "¢"
    assert parse("US$ 12").mark == "US$"
    assert parse("(1,925)(1)").notes == ("1",)
    assert parse("1,234*").notes == ("*",)
    assert parse("$45.2 million").scale == 6
    assert parse("150 bps").mark == "bps"


def test_a_number_is_printed_as_a_release_would() -> None:
    assert print_figure(Decimal("-1301"), mark="$") == "$(1,301)"
    assert print_figure(Decimal("1234.5"), places=2, european=True) == "1.234,50"


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("thousand thousands k", 3),
        ("million millions mm mn m", 6),
        ("billion billions bn b", 9),
        ("trillion", 12),
    ],
)
def test_a_word_of_scale_is_a_power_of_ten(words: str, scale: int) -> None:
    assert {parse(f"$1.5 {word}").scale for word in words.split()} == {scale}
    assert SCALE_WORDS.keys() >= set(words.split())


@pytest.mark.parametrize("text", ["1,301", "$ (1,301)", "US$ 1,301", "+1,301", "1,301*", "—"])
def test_a_number_without_a_word_is_in_whole_units_and_no_percent(text: str) -> None:
    figure = parse(text)
    assert (figure.scale, figure.is_percent, figure.places) == (0, False, 0)


def test_a_figure_made_by_hand_is_a_bare_number() -> None:
    figure = Figure("5", HERE, Decimal(5))
    assert (figure.places, figure.mark, figure.is_percent, figure.is_dash) == (0, "", False, False)
    assert (figure.flaws, figure.notes, figure.scale) == (frozenset(), (), 0)


@pytest.mark.parametrize("text", ["5%", "5 percent", "US$ 5%", "(5)%*", "—%", "-%"])
def test_a_percent_is_one_however_it_is_said(text: str) -> None:
    assert parse(text).is_percent


@pytest.mark.parametrize(
    ("text", "is_dash", "mark"), [("—", True, ""), ("$ —", True, "$"), ("€-", True, "€"), ("0", False, "")]
)
def test_a_dash_is_nothing_with_its_mark(text: str, is_dash: bool, mark: str) -> None:
    figure = parse(text)
    assert (figure.number, figure.is_dash, figure.mark) == (Decimal(0), is_dash, mark)


def test_a_dash_keeps_its_note() -> None:
    assert parse("— (1)").notes == ("1",)


@pytest.mark.parametrize("text", ["1 ,234", "1, 234", "1 , 234"])
def test_blanks_beside_a_comma_are_no_part_of_a_number(text: str) -> None:
    assert parse(text).number == Decimal(1234)
    assert not parse(text).flaws


@pytest.mark.parametrize("text", ["\xa01\u200b,301\u2009", "\u202f1,301\ufeff"])
def test_spaces_and_what_is_not_seen_are_folded(text: str) -> None:
    assert parse(text).print == "1,301"


def test_a_cell_as_long_as_a_line_is_no_number() -> None:
    assert parse("1" * 80).number == Decimal("1" * 80)
    assert parse_figure("1" * 81, HERE) is None


@pytest.mark.parametrize(
    ("text", "flaw"),
    [("53,43749,417", Flaw.GLUED), ("103,33", Flaw.LOST_DIGIT), ("1,2345", Flaw.BAD_GROUPING)],
)
def test_a_number_that_can_not_be_read_has_no_places(text: str, flaw: Flaw) -> None:
    figure = parse(text)
    assert (figure.number, figure.places) == (None, 0)
    assert figure.flaws == {flaw}


def test_a_misread_mark_needs_two_digits_behind_it() -> None:
    assert parse("S36").flaws == {Flaw.MARK_MISREAD}
    assert parse("S36").number == 36
    assert parse_figure("S3", HERE) is None


def test_two_letters_that_look_like_digits_are_no_number() -> None:
    assert parse("1O3").flaws == {Flaw.LETTER}
    assert parse("1O3").number == 103
    assert parse_figure("1O", HERE) is None


def test_a_mended_number_is_not_read_as_a_european_one() -> None:
    assert parse("S1,234", european=True).number == 1234


def test_nothing_and_less_than_nothing_are_printed() -> None:
    assert print_figure(Decimal(0), mark="$") == "$0"
    assert print_figure(Decimal(-5), mark="$", brackets=False) == "-$5"


@pytest.mark.parametrize(
    ("text", "number", "mark"),
    [("15.86c", "15.86", "¢"), ("(2.5c)", "-2.5", "¢"), ("(1,004)-", "-1004", ""), ("(7) –", "-7", "")],
)
def test_cents_as_a_letter_and_a_dash_behind_brackets(text: str, number: str, mark: str) -> None:
    figure = parse_figure(text, HERE)
    assert figure is not None
    assert (figure.number, figure.mark, bool(figure.flaws)) == (Decimal(number), mark, not mark)


@pytest.mark.parametrize("text", ["412c", "5.0 c", "15.86cm"])
def test_a_letter_that_may_be_a_note_makes_no_cents(text: str) -> None:
    assert parse_figure(text, HERE) is None
