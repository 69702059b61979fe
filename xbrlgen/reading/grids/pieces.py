"""Pieces of printed tables: which texts are figures, and the cells of one row that split figures rejoin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, frozen


@frozen
class Piece:
    """One printed cell before joining: its text, its run in the source, and its raw columns.

    ``reach`` is where a bracket or note mark joined behind it ended.
    """

    text: str
    start: int
    end: int
    left: int
    right: int
    rows: int = 1
    indent: float = 0
    bold: bool = False
    reach: int = 0


MARKS = r"(?:US\s?\$|U\.S\.\s?\$|C\$|CA\$|A\$|NT\$|R\$|HK\$|\$|€|£|¥|₪|₹|Rs\.?|USD|EUR|GBP|RMB|CHF)"
_OPENER = re.compile(rf"^(?:\\?{MARKS}\s*\(?|\(\s*\\?{MARKS}?|[+~<>Ψ§])$")
_CLOSER = re.compile(
    r"^(?:\)|\)?\s*%|%\s*\)|¢|\)\s*%?\s*(?:pts?\.?|bps?|x)|(?:pts?\.?|bps?|x)"
    r"|(?P<note>\)?\s*(?:\([a-z]{1,2}\))+|\)\s*\(\d{1,2}\)|\)?\s*[*†‡#]{1,3}))$"
)
_AMOUNT = r"(?:\d{1,3}(?:[ \xa0]\d{3})+(?!\d)|\d[\d,.']*|\.\d+)"
FIGURE = re.compile(
    rf"^\(?[-–—−+~<>]?\s*\(?\s*\\?{MARKS}?\s*[(\-–—−]*\s*{_AMOUNT}(?:\s*[)%¢x])*"
    r"(?:\s*(?:pts?\.?|bps?\.?|pp))?\)?(?:\s*\(?[a-z\d]{1,2}\)|[*†‡#]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹,\s]*[⁰¹²³⁴⁵⁶⁷⁸⁹])*$"
    r"|^\$?\s?(?:\d{1,3}(?:,\d{3})+|\d{2,}|\d?(?=\.\d\d))(?:\.\d+)?-$"
    r"|^\(?\d{1,3}\.\d+c\)?$|^\(?-?\d{1,4}(?:\.\d+)?(?:p\)?|\)p)$|^\(\$?\s?\d[\d,.]*\)\s?[-–—]$"
    r"|^\$?\s?<\s?\$?\s?\.?\d[\d,.]*\s?>$",
    re.IGNORECASE,
)
NIL = re.compile(
    rf"^\(?\\?{MARKS}?\s*(?:[-–—‒―−]{{1,3}}|- -|-0-|nm|n/m|n\.m\.|n/a|na|nil|\*{{1,3}})\s*%?\)?$",
    re.IGNORECASE,
)
_UNCLOSED = re.compile(r"^[^()]*\([^()]*$")


def is_figure(text: str) -> bool:
    """Whether the text of a cell is one number, however marked."""
    # The longest figures, with marks and notes, have about 30 letters; longer cells would cost time alone.
    return len(text) < 40 and FIGURE.match(text) is not None


def is_nil(text: str) -> bool:
    """Whether the text stands for no amount: a dash, NM, n/a."""
    # A mark, brackets, a dash and a note are fewer; longer cells would cost time alone.
    return len(text) < 12 and NIL.match(text) is not None


@lru_cache(maxsize=8192)
def is_value(text: str) -> bool:
    """Whether the text is a number or stands for one; of each cell it is asked several times."""
    return is_figure(text) or is_nil(text)


_SIDE = rf"\(?\\?{MARKS}?\s?\(?[\d.,]+%?\)?"
_RANGE = re.compile(
    rf"^~?(?:{_SIDE}(?:(?:\s(?:[-–—]|to)\s|\s?[–—]\s?){_SIDE}|\s?\([\d.]+\s?%\)|\s?/\s?[\d.]+\s?%)"
    rf"|\(?\\?{MARKS}[\d.,]+-{MARKS}?[\d.,]+|[\d.]+%-[\d.]+%)$",
    re.IGNORECASE,
)


def is_range(text: str) -> bool:
    """Whether the text is two figures: ``$0.79 - $0.80``, ``5,000 (25%)``."""
    return len(text) < 40 and _RANGE.match(text) is not None


def rejoined(row: Sequence[Piece], near: int = 0) -> list[Piece]:
    """The row with ``$ | (257 | )`` made one piece again; note marks only when as ``near`` as that."""
    joined: list[Piece] = []
    opener: Piece | None = None
    for piece in map(_without_leader, row):
        if opener is not None and _OPENER.match(opener.text + piece.text):
            opener = _together(opener, piece)
            continue
        if opener is not None and _continues(piece.text):
            joined.append(_together(opener, piece))
            opener = None
            continue
        if opener is not None:
            joined.append(opener)
            opener = None
        if joined and _closes(joined[-1], piece, near):
            joined[-1] = _together(joined[-1], piece)
        elif _OPENER.match(piece.text):
            opener = piece
        else:
            joined.append(piece)
    return joined if opener is None else [*joined, opener]


def _without_leader(piece: Piece) -> Piece:
    """A label without the dots that lead the eye to its figures."""
    if not piece.text.endswith(".") or (leader := _LEADER.search(piece.text)) is None:
        return piece
    return evolve(piece, text=piece.text[: leader.start()]) if leader.start() else piece


_LEADER = re.compile(r"(?:\s?\.){3,}$|(?<=[\w)])\s\.(?:\s?\.)?$")


def _continues(text: str) -> bool:
    return is_value(text) or _UNCLOSED.match(text) is not None or bool(re.match(r"^[(\-–—]?\s*[\d.]", text))


def _closes(before: Piece, piece: Piece, near: int) -> bool:
    """Whether a piece is the end of the figure before it: its bracket, its percent sign, its note mark."""
    closer = _CLOSER.match(piece.text)
    if closer is None or not _BEGUN.match(before.text):
        return False
    if closer["note"] and piece.left - max(before.right, before.reach) > near:
        return False
    if _YEAR.match(before.text) and "%" in piece.text:
        return False
    return not piece.text.startswith(")") or "(" in before.text or before.text[-1:].isdigit()


# A heading, beside one of a column of percentages.
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_BEGUN = re.compile(r"^\D{0,5}[\d.]|^\D{0,4}[-–—]+$")


def _together(first: Piece, second: Piece) -> Piece:
    """Two pieces as one; a closing mark adds nothing to the columns of its figure."""
    closing = _BEGUN.match(first.text) is not None
    return evolve(
        first,
        text=first.text + second.text,
        end=second.end,
        right=first.right if closing else second.right,
        reach=max(second.right, second.reach),
        bold=first.bold or second.bold,
        rows=max(first.rows, second.rows),
    )
