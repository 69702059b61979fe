"""Prints of numbers as character recognition leaves them, and what was printed."""

from __future__ import annotations

import re
from typing import Final

_MISREAD_MARK: Final = re.compile(r"\(?\s*(?P<mark>[SFΨ§¢Ss8](?=[\s(]*\d))\s*(?P<rest>\(?\s*\.?\d[\d,.]*\)?)")
_LETTERED: Final = re.compile(r"(?=.*\d)[(\s$]*[\dOoIl|][\dOoIl|SB,.]*[\dOoIl|][\s)%]*")
# A grouped number in which a letter or two are seen for digits, be it at an edge: "S,177", "4A,12g".
_SEEN: Final = re.compile(
    r"[(\s$]*(?P<core>[\dOoIl|SBZbgqA]{1,3}(?:,[\dOoIl|SBZbgqA]{3})+|\d?\.\d?S|\d?\.S\d)[\s)%]*"
)
# What specks on a scanned page are read as, at the edge of a number or in its middle.
_STAINS: Final = "_'\"`‘’“”;:~|\\ "
_STAINED_EDGE: Final = re.compile(
    rf"[{_STAINS}]*[(\s$]*\d[\d,.]*\d[)\s%]*[{_STAINS}]+|[{_STAINS}]+[(\s$]*\d[\d,.]*\d[)\s%]*"
)
_STAINED: Final = re.compile(r"[(\s$]*\d[\d,.]*[/_;:'\"~|\\]+[\d,.]*\d{3}[)\s%]*")
# A dash that scanning sets behind a bracketed number.
_DASH_BEHIND: Final = re.compile(r"\(\$?\s?\d[\d,.]*\)\s?[-–—]")
# Braces that character recognition sees for brackets.
_BRACES: Final = str.maketrans("{}", "()")
_DATE: Final = re.compile(r"\d\d?/(?:\d\d?/)?(?:19|20)\d\d")
_LOOKALIKES: Final = str.maketrans("OoIl|SBZbgqA", "001115826994")
# With more, a word with a digit in it would be a number.
_MOST_LETTERS: Final = 2


def mended_print(text: str) -> tuple[str | None, bool]:
    """What a damaged print was, None where it is none of the known ways, and whether its mark was misread.

    >>> mended_print("S418"), mended_print("S,177")
    (('418', True), ('5,177', False))
    """
    misread = _MISREAD_MARK.fullmatch(text)
    if misread and sum(map(str.isdigit, misread["rest"])) > 1:
        return misread["rest"], True
    if _is_lettered(text):
        return text.translate(_LOOKALIKES), False
    braced = text.translate(_BRACES)
    if braced != text and any(map(str.isdigit, text)):
        return braced, False
    if _STAINED_EDGE.fullmatch(text) or _DASH_BEHIND.fullmatch(text):
        return text.strip(_STAINS + "-–—"), False
    return None, False


def is_stained(text: str) -> bool:
    """Whether specks stand in the middle of a number, which then can't be read."""
    return _STAINED.fullmatch(text) is not None and _DATE.fullmatch(text) is None


def _is_lettered(text: str) -> bool:
    """Whether letters stand for digits of a number."""
    seen = _SEEN.fullmatch(text)
    if seen is not None and any(map(str.isdigit, seen["core"])):
        return sum(map(str.isalpha, seen["core"])) <= _MOST_LETTERS
    return len(text) > 2 and _LETTERED.fullmatch(text) is not None
