"""Laws of printed numbers."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.figures import parse_figure, print_figure
from xbrlgen.places import Place
from xbrlgen.tokens import find_tokens

HERE = Place(0, 0, 1, 1, 1)
numbers = st.integers(0, 4).flatmap(
    lambda places: st.tuples(
        st.integers(-(10**12), 10**12).map(lambda n: Decimal(n).scaleb(-places)), st.just(places)
    )
)


@given(numbers, st.sampled_from(["", "$", "€", "US$"]), st.booleans(), st.booleans())
def test_what_is_printed_is_read_back(
    printed: tuple[Decimal, int], mark: str, brackets: bool, european: bool
) -> None:
    number, places = printed
    text = print_figure(number, places=places, mark=mark, brackets=brackets, european=european)
    figure = parse_figure(text, HERE, european=european)
    assert figure is not None
    assert (figure.number, figure.places, figure.mark, figure.flaws) == (number, places, mark, frozenset())


@given(st.integers(1000, 10**9), st.data())
def test_a_lost_digit_never_reads_as_another_number(number: int, data: st.DataObject) -> None:
    text = f"{number:,}"
    lost = data.draw(st.integers(text.index(",") + 1, len(text) - 1).filter(lambda at: text[at] != ","))
    figure = parse_figure(text[:lost] + text[lost + 1 :], HERE)
    assert figure is not None
    assert figure.number is None
    assert figure.flaws


@given(st.text(alphabet="0123456789.,()$%- —aNMS§\xa0", max_size=20))
def test_reading_a_cell_never_raises_and_keeps_its_print(text: str) -> None:
    figure = parse_figure(text, HERE)
    assert figure is None or figure.print == " ".join(text.split())


@given(st.integers(1000, 10**9), st.sampled_from([" ,", ", ", " , "]), st.booleans())
def test_blanks_at_commas_change_no_number(number: int, comma: str, brackets: bool) -> None:
    text = print_figure(Decimal(-number if brackets else number), places=0, brackets=brackets)
    figure = parse_figure(text.replace(",", comma), HERE)
    assert figure is not None
    assert figure.number == (-number if brackets else number)
    assert not figure.flaws


@given(st.text(alphabet="0123456789.,()$%- aQ\n", max_size=40))
def test_every_digit_of_a_text_lies_in_exactly_one_token(text: str) -> None:
    tokens = list(find_tokens(text))
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    covered = {at for token in tokens for at in range(token.digits_start, token.digits_end)}
    assert {at for at, letter in enumerate(text) if letter.isdigit()} <= covered
