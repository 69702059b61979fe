"""Printed numbers and words, and the transformations that read them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from arelle import FunctionIxt

from xbrlgen.writing.inline.transformations import numeric, textual
from xbrlgen.writing.names import IXT


def read_by_arelle(form: str, text: str, scale: int, sign: str) -> Decimal:
    """The value that Arelle's registry makes of it."""
    value = Decimal(FunctionIxt.ixtNamespaceFunctions[IXT][form.removeprefix("ixt:")](text)).scaleb(scale)
    return -value if sign else value


@pytest.mark.parametrize(
    ("text", "value", "decimals", "core", "form", "scale", "sign"),
    [
        ("$(1,301)", "-1301000", -3, "1,301", "num-dot-decimal", 3, "-"),
        ("(209)", "209000", -3, "209", "num-dot-decimal", 3, ""),
        ("— ", "0", -3, "—", "fixed-zero", 0, ""),
        ("$ -", "0", -3, "-", "fixed-zero", 0, ""),
        ("nil", "0", 0, "nil", "fixed-zero", 0, ""),
        ("12.5%", "0.125", 3, "12.5", "num-dot-decimal", -2, ""),
        (".04", "0.04", 2, ".04", "num-dot-decimal", 0, ""),
        ("1.234,5", "1234.5", 1, "1.234,5", "num-comma-decimal", 0, ""),
        ("1’234", "1234", 0, "1’234", "num-dot-decimal-apos", 0, ""),
        ("1\u00a0234", "1234", 0, "1\u00a0234", "num-dot-decimal", 0, ""),
        ("(3)(a)", "-3000", -3, "3", "num-dot-decimal", 3, "-"),
        ("2013 1,234", "1234", 0, "1,234", "num-dot-decimal", 0, ""),
        ("1,234,", "1234", 0, "1,234", "num-dot-decimal", 0, ""),
    ],
)
def test_how_a_number_is_read(  # noqa: PLR0917 - the columns of the table above
    text: str, value: str, decimals: int, core: str, form: str, scale: int, sign: str
) -> None:
    reading = numeric(text, Decimal(value), decimals)
    assert reading is not None
    found = (text[reading.start : reading.end], reading.format, reading.scale, reading.sign, reading.decimals)
    assert found == (core, f"ixt:{form}", scale, sign, decimals)
    assert read_by_arelle(reading.format, core, scale, sign) == Decimal(value)


def test_a_fact_printed_again_with_fewer_digits_knows_less() -> None:
    reading = numeric("$1.2 billion", Decimal(1234567000), -3)
    assert reading is not None
    assert (reading.scale, reading.decimals) == (9, -8)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6O,204", "60204000"), ("2,9O2", "2902000"), ("16,9OO", "16900000"), ("l4,204", "14204000"),
        ("5O.l", "50.1"), ("41,92B", "41928000"), ("3S", "35"), ("$6O,33O", "60330000"), ("(7,0g2)", "-7092"),
        ("71,O42", "71042000"), ("7.l", "7.1"), ("O,204", "204"),
    ],
)  # fmt: skip
def test_digits_beside_letters_that_stand_for_digits_are_no_number(text: str, value: str) -> None:
    assert numeric(text, Decimal(value), -3) is None


@pytest.mark.parametrize(
    ("text", "value", "digits"),
    [("$1.2B", "1234000000", "1.2"), ("45.2M", "45192000", "45.2"), ("Rs1,200", "1200", "1,200"),
     ("S$45", "45", "45"), ("1Q", "1", "1"), ("2.5x", "2.5", "2.5")],
)  # fmt: skip
def test_letters_that_mean_something_else_are_no_digits(text: str, value: str, digits: str) -> None:
    reading = numeric(text, Decimal(value), 0)
    assert reading is not None
    assert text[reading.start : reading.end] == digits


@pytest.mark.parametrize(
    ("text", "value"), [("S418", "-372"), ("1,2", "5"), ("31054", "3105.5"), ("12", "0")]
)
def test_what_does_not_print_the_value_is_refused(text: str, value: str) -> None:
    assert numeric(text, Decimal(value), 0) is None


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("November 6, 2013", "2013-11-06", "ixt:date-monthname-day-year-en"),
        ("Sept. 30, 2013", "2013-09-30", "ixt:date-monthname-day-year-en"),
        ("6 November 2013", "2013-11-06", "ixt:date-day-monthname-year-en"),
        ("11/06/2013", "2013-11-06", "ixt:date-month-day-year"),
        ("13/11/2013", "2013-11-13", "ixt:date-day-month-year"),
        ("December 31", "--12-31", "ixt:date-monthname-day-en"),
        ("☒", "true", "ixt:fixed-true"),
        ("☐", "false", "ixt:fixed-false"),
        ("Example, Inc.", "Example, Inc.", ""),
        ("Delaware", "DE", None),
        ("February 30, 2013", "2013-02-30", None),
    ],
)
def test_how_words_are_read(text: str, value: str, form: str | None) -> None:
    assert textual(text, value) == form
    if form:
        read = FunctionIxt.ixtNamespaceFunctions[IXT][form.removeprefix("ixt:")](text)
        assert read == value
