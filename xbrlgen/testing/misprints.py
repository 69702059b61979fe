"""What typing and character recognition do to the print of one number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Choose(Protocol):
    """Chooses one of several: a random generator's ``choice``, or a draw of hypothesis."""

    def __call__(self, among: Sequence[T], /) -> T:
        """One of them."""


def _places(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter.isdigit()]


def digits_of(text: str) -> list[str]:
    """The digits of a print, in order."""
    return [letter for letter in text if letter.isdigit()]


def _grouped(text: str, digits: Sequence[str]) -> str:
    """The print with other digits, grouped anew."""
    decimals = len(text.strip("()").partition(".")[2])
    whole, rest = "".join(digits[: len(digits) - decimals]), "".join(digits[len(digits) - decimals :])
    plain = f"{int(whole or '0'):,}" + (f".{rest}" if decimals else "")
    return f"({plain})" if text.startswith("(") else plain


def changed_digit(text: str, choose: Choose) -> str:
    """A print with one digit read as another."""
    place = choose(_places(text))
    other = choose([digit for digit in "0123456789" if digit != text[place]])
    return text[:place] + other + text[place + 1 :]


def lost_digit(text: str, choose: Choose) -> str:
    """A print with one digit gone, grouped as if it had never been there."""
    digits = digits_of(text)
    del digits[choose(range(len(digits)))]
    return _grouped(text, digits) if digits else text


def transposed_digits(text: str, choose: Choose) -> str:
    """A print with two neighbouring digits exchanged."""
    digits = digits_of(text)
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return text
    place = choose(places)
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return _grouped(text, digits)


def flipped_sign(text: str, _: Choose) -> str:
    """A print whose brackets are gone, or are there where none were."""
    return text.strip("()") if text.startswith("(") else f"({text})"


def scale_slip(text: str, _: Choose) -> str:
    """A print of a number in a table of thousands at full size."""
    return _grouped(text, [*digits_of(text), *"000"]) if "." not in text else text.replace(".", "")
