"""Printed numbers to Decimal and back, and what is wrong with them."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figure_damage import is_stained, mended_print
from xbrlgen.figure_marks import (
    DASHES,
    LOWERED,
    MARK,
    NIL_WORDS,
    NO_NUMBER_WORDS,
    OLD_NEGATIVE,
    OLD_NEGATIVE_MARKS,
    SCALE_WORDS,
    SUPERSCRIPTS,
)
from xbrlgen.places import Place


class Flaw(Enum):
    """What is damaged in a printed number; there is one object of each, which is what it is looked up by."""

    __hash__ = object.__hash__

    LOST_DIGIT = "lost digit"
    BAD_GROUPING = "bad grouping"
    GLUED = "glued numbers"
    LETTER = "letter among digits"
    MARK_MISREAD = "currency mark misread"
    UNBALANCED = "bracket without its partner"


@frozen
class Figure:
    """A number as printed.

    ``print`` is the very text, rejoined when its cell was split; ``number`` carries the printed sign
    (brackets and minus give a negative) and is None where no number can be read; ``places`` counts
    the digits after the decimal mark; ``is_dash`` says that a dash or a word stood for nil; ``scale``
    is the power of ten of a word printed with the number (6 for ``$45.2 million``).
    """

    print: str
    place: Place
    number: Decimal | None
    places: int = 0
    mark: str = ""
    is_percent: bool = False
    is_dash: bool = False
    flaws: frozenset[Flaw] = frozenset()
    notes: tuple[str, ...] = ()
    scale: int = 0


_BLANKS: Final = "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r"
_INVISIBLE: Final = "\u200b\u200c\u200d\ufeff\u2060\u00ad"
_SPACES: Final = str.maketrans(dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_INVISIBLE, ""))
_NOTE: Final = (
    rf"\((?:[a-zA-Z]{{1,2}}|\d{{1,2}}|[ivx]{{1,4}})\)|\[(?:\w{{1,2}})\]|[{SUPERSCRIPTS}]+|[*†‡§#^]+"
    r"|(?<=\d\d[)\]])(?-i:[a-j])(?![a-z])"
)
_DASH_CELL: Final = re.compile(
    rf"[(\[]?\s*(?:{MARK})?\s*[(\[]?\s*[{DASHES}](?:\s*[{DASHES}])*\s*%?\s*[)\]]?\s*%?(?P<note>\s*(?:{_NOTE}))?"
)
_CELL: Final = re.compile(
    rf"""(?:[~≈]|approx(?:imately|\.)?|about)?\s*(?P<sign1>[{DASHES}+]?)\s*(?P<open1>[(\[]?)\s*(?P<mark>{MARK})?\s*
    (?P<open2>[(\[]?)\s*(?P<sign2>[{DASHES}+]?)\s*(?P<mark2>{MARK})?\s*
    (?P<body>\.?\d(?:[\d,.'’]|,?\s(?=\d))*)
    \s*(?P<percent1>%|¢)?\s*(?P<close1>[)\]]?)\s*(?P<percent2>%|¢)?\s*(?P<close2>[)\]]?)\s*
    (?P<word>thousands?|millions?|billions?|trillion|mm|mn|bn|(?(mark)|(?(mark2)|(?!(?<=\d\d[)\]])(?-i:b))))[mbk](?![a-z]))?\s*
    (?P<unit>cents?|bps|bp|basis\spoints|pts|pt|pp|ppts?|points|x|percent|per\sshare)?\s*
    (?P<notes>(?:\s*,?\s*(?:{_NOTE}))*)\.?""",
    re.VERBOSE | re.IGNORECASE,
)
# Cents as a letter: "15.86c". Without decimals the letter may be the mark of a note.
_CENTS_LETTER: Final = re.compile(r"\(?\d{1,3}\.\d+c\)?")
# Pence: "12.3p", "(4)p".
_PENCE: Final = re.compile(r"\(?-?\d{1,4}(?:\.\d+)?(?:p\)?|\)p)")
_SIMPLE: Final = re.compile(
    r"(?P<mark>\$?) ?(?P<open>\()?"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?) ?(?P<percent>%)?(?P<close>\))?"
)
_ONE_NOTE: Final = re.compile(_NOTE)
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\.?")
_PLAIN: Final = re.compile(r"(?:\d+(?:\.\d+)?|\.\d+)\.?")
_SPACED: Final = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?")
_EURO_GROUPED: Final = re.compile(r"\d{1,3}(?:[.’' ]\d{3})+(?:,\d+)?")
_EURO_PLAIN: Final = re.compile(r"\d+(?:,\d+)?")
_LOST: Final = re.compile(r"\d{1,3}(?:,\d{3})*,\d{1,2}(?:,\d{3})*(?:\.\d+)?,?|\d{1,3}(?:,\d{3})*,")
_GLUED: Final = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?){2,}|.*\d[\d,.]* +\d.*|\d+\.\d{2}(?:\d*\.\d{2})+"
)
# Blanks that scanning sets beside the comma of a number.
_BLANK_AT_COMMA: Final = re.compile(r"(?<=\d)(?: ,|, | , )(?=\d{3}(?!\d))")


def fold(text: str) -> str:
    """The text with every kind of space as one plain space and none at its ends."""
    return " ".join((text if text.isascii() else text.translate(_SPACES)).split())


def parse_figure(text: str, place: Place, *, european: bool = False) -> Figure | None:
    """The number that a cell's text prints, or None where it prints none.

    >>> here = Place(0, 0, 9, 1, 1)
    >>> parse_figure("$ (1,301)", here).number
    Decimal('-1301')
    >>> sorted(flaw.value for flaw in parse_figure("103,33", here).flaws)
    ['lost digit']
    """
    folded = fold(text)
    if not folded or len(folded) > 80:
        return None
    if " ," in folded or ", " in folded:
        closed = _read_cell(_BLANK_AT_COMMA.sub(",", folded), place, european=european)
        return evolve(closed, print=folded) if closed else None
    return _read_cell(folded, place, european=european)


def _read_cell(folded: str, place: Place, *, european: bool) -> Figure | None:
    """The number of a text without double blanks."""
    if folded[-1:] in "->" and OLD_NEGATIVE.fullmatch(folded):
        figure = _number(f"-{folded.translate(OLD_NEGATIVE_MARKS).strip()}", place, european=european)
        return evolve(figure, print=folded) if figure else None
    if folded[-1:] in "c)" and _CENTS_LETTER.fullmatch(folded):
        figure = _number(folded.replace("c", "¢"), place, european=european)
        return evolve(figure, print=folded) if figure else None
    if "p" in folded[-2:] and _PENCE.fullmatch(folded):
        figure = _number(folded.replace("p", ""), place, european=european)
        return evolve(figure, print=folded, mark="p") if figure else None
    simple = None if european else _SIMPLE.fullmatch(folded)
    if simple is not None and (simple["open"] is None) == (simple["close"] is None):
        return _of_simple(folded, place, simple)
    return (
        _dash(folded, place)
        or _number(folded, place, european=european)
        or _word(folded, place)
        or _damaged(folded, place)
    )


def _of_simple(text: str, place: Place, match: re.Match[str]) -> Figure:
    """A number in the form nearly all have: a dollar mark, brackets, groups of three, a percent sign."""
    number = Decimal(match["number"].replace(",", ""))
    return Figure(
        text,
        place,
        -number if match["open"] else number,
        len(match["number"].partition(".")[2]),
        match["mark"],
        is_percent=match["percent"] is not None,
    )


def _dash(text: str, place: Place) -> Figure | None:
    match = _DASH_CELL.fullmatch(text)
    if match is None and text.lower() not in NIL_WORDS:
        return None
    mark = re.search(MARK, text)
    notes = _notes(match["note"] or "") if match else ()
    return Figure(
        text,
        place,
        Decimal(0),
        mark=mark[0] if mark else "",
        is_percent="%" in text,
        is_dash=True,
        notes=notes,
    )


def _word(text: str, place: Place) -> Figure | None:
    return Figure(text, place, None) if text.lower() in NO_NUMBER_WORDS else None


def _number(text: str, place: Place, *, european: bool) -> Figure | None:
    match = _CELL.fullmatch(text)
    if match is None:
        return None
    number, places, flaws = _read_digits(match["body"].rstrip(), european=european)
    opened, closed = match["open1"] + match["open2"], match["close1"] + match["close2"]
    if len(opened) != len(closed):
        flaws |= {Flaw.UNBALANCED}
    if number is not None and _is_negative(match, opened or closed):
        number = -number
    word, unit = (match["word"] or "").lower(), (match["unit"] or "").lower()
    cents = "¢" in (match["percent1"], match["percent2"]) or unit.startswith("cent")
    return Figure(
        text,
        place,
        number,
        places,
        "¢" if cents else match["mark"] or match["mark2"] or _UNIT_MARKS.get(unit, ""),
        is_percent="%" in (match["percent1"], match["percent2"]) or unit == "percent",
        flaws=frozenset(flaws),
        notes=_notes(match["notes"]),
        scale=SCALE_WORDS.get(word, 0),
    )


_UNIT_MARKS: Final = {
    "bps": "bps", "bp": "bps", "basis points": "bps", "pts": "pts", "pt": "pts", "pp": "pts", "ppt": "pts",
    "ppts": "pts", "points": "pts", "x": "x",
}  # fmt: skip


def _is_negative(match: re.Match[str], brackets: str) -> bool:
    minus = any(sign and sign != "+" for sign in (match["sign1"], match["sign2"]))
    return minus or bool(brackets)


def _notes(text: str) -> tuple[str, ...]:
    return tuple(mark.strip("()[]").translate(LOWERED) for mark in _ONE_NOTE.findall(text)) if text else ()


def _read_digits(body: str, *, european: bool) -> tuple[Decimal | None, int, set[Flaw]]:
    """The number of a run of digits and marks, how many decimal places it has, and its flaws."""
    plain = _plain_digits(body, european=european)
    if plain is not None:
        return Decimal(plain), len(plain.partition(".")[2]), set()
    if _GLUED.fullmatch(body):
        return None, 0, {Flaw.GLUED}
    if _LOST.fullmatch(body):
        return None, 0, {Flaw.LOST_DIGIT}
    return None, 0, {Flaw.BAD_GROUPING}


def _plain_digits(body: str, *, european: bool) -> str | None:
    if european and (_EURO_GROUPED.fullmatch(body) or _EURO_PLAIN.fullmatch(body)):
        return re.sub(r"[.’' ]", "", body).replace(",", ".")
    if _PLAIN.fullmatch(body) or _GROUPED.fullmatch(body):
        return body.replace(",", "").rstrip(".")
    if _SPACED.fullmatch(body):
        return body.replace(" ", "")
    return None


def _damaged(text: str, place: Place) -> Figure | None:
    """A number with a misread mark, letters or specks, as character recognition leaves them."""
    mended, is_of_mark = mended_print(text)
    flaw = Flaw.MARK_MISREAD if is_of_mark else Flaw.LETTER
    if mended is None:
        return Figure(text, place, None, flaws=frozenset({flaw})) if is_stained(text) else None
    figure = _number(mended, place, european=False)
    if figure is None:
        return None
    return Figure(text, place, figure.number, figure.places, "", flaws=figure.flaws | {flaw})


def print_figure(
    number: Decimal, *, places: int = 0, mark: str = "", brackets: bool = True, european: bool = False
) -> str:
    """The number as a release would print it: grouped, with brackets (or a minus) for a negative.

    >>> print_figure(Decimal(-1301), mark="$")
    '$(1,301)'
    """
    digits = f"{abs(number):,.{places}f}"
    if european:
        digits = digits.translate(str.maketrans(",.", ".,"))
    if number >= 0:
        return f"{mark}{digits}"
    return f"{mark}({digits})" if brackets else f"-{mark}{digits}"
