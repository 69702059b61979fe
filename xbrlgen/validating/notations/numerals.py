"""Numbers as inline pages print them: the transformation registries' numeric formats.

The formats of all registries (2010 to today, and the SEC's own) are told apart by the local part of
their name; what each means stands in the tables below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType

_SPACES = re.compile(r"[\s\u00a0\u2000-\u200b\u202f\u3000]+")
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
# Digits before or behind the point; sums of larger numbers would cost memory, and no fact has them.
_LIMIT = 1000


def decimal_of(text: str) -> Decimal | None:
    """A plain XML number, or None where the text is none (or absurdly large).

    >>> decimal_of(" -12.50 "), decimal_of("1,000")
    (Decimal('-12.50'), None)
    """
    bare = text.strip()
    if not _PLAIN.fullmatch(bare):
        return None
    try:
        value = Decimal(bare)
    except InvalidOperation:
        return None
    return value if not value or abs(value.adjusted()) < _LIMIT else None


def _with_point(text: str) -> Decimal | None:
    return decimal_of(re.sub(r"[,'`´’′]", "", _SPACES.sub("", text)))


def _with_comma(text: str) -> Decimal | None:
    return decimal_of(re.sub(r"[.'`´’′]", "", _SPACES.sub("", text)).replace(",", "."))


def _with_unit(text: str) -> Decimal | None:
    """Whole units and hundredths with words or marks between: ``12 dollars 50 cents``."""
    found = re.findall(r"\d[\d\s,.'\u00a0]*", text)
    if not found:
        return None
    whole, part = (_whole(each) for each in (*found, "0")[:2])
    return None if whole is None or part is None else decimal_of(f"{whole}.{part:02}")


def _whole(text: str) -> int | None:
    """The digits of a text, of any script; None for more than any number has."""
    digits = re.sub(r"\D", "", text)
    return int(digits) if len(digits) < _LIMIT else None


def _zero(text: str) -> Decimal | None:  # noqa: ARG001 - every format is called with the text
    return Decimal(0)


# English number words, as the formats numwordsen and num-word-en accept them
_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS: Mapping[str, int] = MappingProxyType(
    {word: value for value, word in enumerate(_SMALL.split())}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
    | {"no": 0, "none": 0, "nil": 0, "a": 1, "an": 1}
)
_SCALES: Mapping[str, int] = MappingProxyType(
    {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15}
)


def _words(text: str) -> Decimal | None:
    total, group = 0, 0
    words = re.findall(r"[a-z]+|\d+", text.lower())
    for word in words:
        if word in _SCALES:
            total, group = total + max(group, 1) * _SCALES[word], 0
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in _WORDS:
            group += _WORDS[word]
        elif word.isdigit() and len(word) < _LIMIT:
            group += int(word)
        elif word != "and":
            return None
    return Decimal(total + group) if words else None


_FORMATS: Mapping[str, Callable[[str], Decimal | None]] = MappingProxyType(
    {
        "numdotdecimal": _with_point,
        "numdotdecimalin": _with_point,
        "numdotdecimalapos": _with_point,
        "numcommadot": _with_point,
        "numspacedot": _with_point,
        "numcommadecimal": _with_comma,
        "numcommadecimalapos": _with_comma,
        "numdotcomma": _with_comma,
        "numspacecomma": _with_comma,
        "numcomma": _with_comma,
        "numunitdecimal": _with_unit,
        "numunitdecimalin": _with_unit,
        "numunitdecimalapos": _with_unit,
        "numdash": _zero,
        "zerodash": _zero,
        "fixedzero": _zero,
        "numwordsen": _words,
        "numworden": _words,
    }
)


def shown(text: str, style: str) -> Decimal | None:
    """What a printed number means under a format (its name with or without a prefix), None if unreadable.

    >>> shown("1.234,5", "ixt:num-comma-decimal"), shown("—", "ixt:fixed-zero")
    (Decimal('1234.5'), Decimal('0'))
    >>> shown("one hundred twenty one", "ixt-sec:numwordsen")
    Decimal('121')
    """
    if not style:
        return decimal_of(text)
    name = re.sub(r"[^a-z]", "", style.rpartition(":")[2].rpartition("}")[2].lower())
    reader = _FORMATS.get(name)
    return reader(text) if reader else None
