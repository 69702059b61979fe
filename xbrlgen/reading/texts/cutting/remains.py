"""Whether a piece of a line is a figure, or what a conversion or character recognition left of one."""

from __future__ import annotations

import re

from xbrlgen.reading.grids.pieces import MARKS, is_range, is_value

# The mark of a currency before a figure, be it seen as a letter: "S 41,290".
_OPENING_MARK = re.compile(rf"^\\?{MARKS}\s(?=[(\dOolI])|^[S§]\s(?=\(?\d{{1,3}}(?:,\d{{3}})+)")


# A figure with letters seen for its digits, which its comma or point tells from a name.
_LETTERED = re.compile(r"\(?-?\$?[\dlOoISBZbgqA]+[.,][\dlOoISBZbgqA.,]*[\dlOoISBZbgqA]\)?%?")


# Names of quarters, halves and years in short: "4Q22", "Q4'22", "FY23", "1H24".
_NAMED_PERIOD = re.compile(
    r"(?:[1-4]Q|Q[1-4]|[12]H|H[12]|FY)[\s-]*(?:FY)?['’]?(?:(?:19|20)?\d\d)?[AEP]?", re.IGNORECASE
)


def is_lettered(text: str) -> bool:
    """Whether letters seem to stand for digits of a figure: "6O,204"."""
    return any(map(str.isdigit, text)) and _LETTERED.fullmatch(text) is not None


def is_valuish(text: str, *, first: bool = False) -> bool:
    """Whether a piece is a figure or looks like the remains of one."""
    if is_value(text) or is_range(text):
        return True
    text = _OPENING_MARK.sub("", text)
    # Remains of a figure are no longer than figures are, and no dates.
    if first or len(text) > 16 or " " in text or text.count("/") > 1:
        return False
    if _NAMED_PERIOD.fullmatch(text):
        return False
    if is_lettered(text):
        return True
    digits = sum(character.isdigit() for character in text)
    return digits * 2 >= len(text) or (len(text) <= 2 and not text.isalnum())
