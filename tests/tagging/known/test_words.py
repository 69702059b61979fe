"""Labels to words."""

from __future__ import annotations

import pytest

from xbrlgen.tagging.known.words import key, loose, plain, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shareholders’ equity", "Stockholders' equity"),
        ("Non-current liabilities", "Noncurrent liabilities"),
        ("Cost of revenue(1)", "Cost of revenues"),
        ("(b) Stock-based compensation", "Stock-based compensation"),
        ("Accounts  receivable,\nnet", "Accounts receivable, net"),
        ("Gross pro t", "Gross profit"),
        ("E ect of exchange rate changes", "Effect of exchange rate changes"),
        ("Net cash used in nancing activities", "Net cash used in financing activities"),
    ],
)
def test_labels_that_mean_the_same_have_the_same_words(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_due_from_is_not_due_to() -> None:
    assert key("Due from affiliates") != key("Due to affiliates")


def test_classes_of_stock_keep_their_letter() -> None:
    assert words("Class A common stock")[0] == "classa"


def test_brackets_stay_on_words_that_turn_a_sign() -> None:
    assert words("Benefit from (provision for) income taxes") == ("benefit", "(provision)", "income", "tax")


def test_a_note_mark_is_cut_but_a_bracketed_word_is_not() -> None:
    assert plain("Interest (income)(2)*") == "interest (income)"


def test_the_second_try_leaves_brackets_and_order_out() -> None:
    assert loose("net (loss) income") == loose("income net")
