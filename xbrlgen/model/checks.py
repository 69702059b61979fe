"""The refusals of the fact model, and the checks of single fields they come from."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from attrs import Attribute

Check = Callable[[Any, "Attribute[Any]", Any], None]

_START: Final = (
    r"A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_PLAIN_NAME: Final = re.compile(r"[A-Z_a-z][\-.0-9A-Z_a-z]*")
_WORD: Final = re.compile(r"\S+")
_LANGUAGE: Final = re.compile(r"[a-z]{1,8}(-[a-z0-9]{1,8})*")
# All but the characters of XML 1.0; a class of what it has would take long to compile.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class ModelError(ValueError):
    """Something that can't be was to be made: change the field to what is allowed.

    ``field`` names the class and field, ``given`` is what was found there, ``allowed`` says what may be.
    """

    def __init__(self, field: str, given: object, allowed: str) -> None:
        super().__init__(f"{field}: given {given!s}; allowed: {allowed}")
        self.field = field
        self.given = given
        self.allowed = allowed

    def __reduce__(self) -> tuple[type[ModelError], tuple[str, object, str]]:
        return (type(self), (self.field, self.given, self.allowed))


def must(holds: object, field: str, given: object, allowed: str) -> None:
    """Refuse unless something holds."""
    if not holds:
        raise ModelError(field, given, allowed)


def _where(instance: object, attribute: Attribute[Any]) -> str:
    return f"{type(instance).__name__}.{attribute.name}"


def _matching(pattern: re.Pattern[str], allowed: str) -> Check:
    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not (isinstance(value, str) and pattern.fullmatch(value)):
            raise ModelError(_where(instance, attribute), repr(value), allowed)

    return check


@cache
def _any_name() -> re.Pattern[str]:
    """What every name matches; only compiled where one isn't plain, as that takes long."""
    return re.compile(rf"[{_START}][\-.0-9\xB7\u0300-\u036F\u203F-\u2040{_START}]*")


def is_ncname(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse what is no XML name without a colon."""
    if not (isinstance(value, str) and (_PLAIN_NAME.fullmatch(value) or _any_name().fullmatch(value))):
        raise ModelError(_where(instance, attribute), repr(value), "an XML name without a colon")


is_word: Final = _matching(_WORD, "a word without space, not empty")
is_language: Final = _matching(_LANGUAGE, "a language tag such as en-us")


def printable(instance: object, attribute: Attribute[Any], value: object) -> None:
    """Refuse text with characters that XML can't hold."""
    bad = _UNPRINTABLE.search(value) if isinstance(value, str) else None
    if bad is not None:
        raise ModelError(_where(instance, attribute), repr(bad.group()), "characters that XML can hold")


def kind_of(*kinds: type) -> Check:
    """A check that a value is of one of some classes."""
    names = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)

    def check(instance: object, attribute: Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):  # the words are made for a refusal alone: most values are fine
            found = f"{value!r} ({type(value).__name__})"
            raise ModelError(_where(instance, attribute), found, names)

    return check
