"""Lines of plain text: what each one is, and the pieces that gaps cut it into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from attrs import evolve, frozen

from xbrlgen.period_words import MONTH
from xbrlgen.reading.given.folding import folded
from xbrlgen.reading.grids.pieces import Piece, is_range, is_value, rejoined
from xbrlgen.reading.texts.cutting.remains import is_lettered, is_valuish
from xbrlgen.reading.texts.cutting.tiles import is_year, tiles, unspaced
from xbrlgen.reading.texts.cutting.torn_heads import torn_heads
from xbrlgen.reading.words.title_words import LEGAL_NAME


class LineKind(Enum):
    """What a line of plain text is."""

    BLANK = "nothing on it"
    RULE = "dashes only"
    PAGE = "page number or page mark"
    VALUES = "figures, with or without a label"
    HEADS = "column headings"
    TEXT = "anything else"


@frozen
class Line:
    """One line: its run in the text, its kind, and its pieces with their columns as left and right.

    ``is_tight`` says that only single blanks part its label and figures, as in a sentence; ``page`` is the
    number of a page that fell onto the line.
    """

    start: int
    end: int
    kind: LineKind
    pieces: tuple[Piece, ...] = ()
    is_tight: bool = False
    page: Piece | None = None

    @property
    def values(self) -> list[Piece]:
        """The pieces that are figures, or what is left of them."""
        return [
            piece for number, piece in enumerate(self.pieces) if is_valuish(piece.text, first=number == 0)
        ]

    @property
    def left(self) -> int:
        """Where the print begins."""
        return self.pieces[0].left if self.pieces else 0

    @property
    def right(self) -> int:
        """Where the print ends."""
        return self.pieces[-1].right if self.pieces else 0


# Longer lines hold no row, and finding gaps in them costs time; tables that lost their line ends are found
# elsewhere.
_LONGEST = 1000
# Where labels begin at the latest: deeper ones stand over columns.
_MARGIN = 20
_CHUNK = re.compile(r"\S+(?:[ \xa0]\S+)*")
_PAGE = re.compile(
    r"^\s*(?:<PAGE>.*|[-–—(\s]*more[-–—)\s]*|[-–—]+\s*\d{1,3}\s*[-–—]+|page\s+\d+(?:\s+of\s+\d+)?|[A-Z]-\d{1,2}|\d{1,2}|#+)\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[\s\-=_–—|:+*]*(?:[-=_–—]{3,}|\.{5,})[\s\-=_–—|:+*.]*$")
_INNER_RULE = re.compile(r"^[-=_]{4,}$")
_SHORT_RULE = re.compile(r"^\s*(?:[-=_]{2,}\s+)+[-=_]{2,}\s*$")
_TAG = re.compile(
    r"^\s*</?(?:TABLE|CAPTION|S|C|FN|F\d|R|BTB|HEADING|TEXT|DOCUMENT)>(?:\s*</?(?:S|C|FN|R|BTB)>)*\s*$",
    re.IGNORECASE,
)
# Words that stand at the head of columns in statements: periods, measures, bases of measurement.
_HEAD_WORDS = re.compile(
    rf"\b{MONTH}(?:\s+\d|,|$)|\b(?:months?|weeks?|quarters?|years?|periods?|days)\s+(?:\w+\s+)?(?:ended|ending|to\b)"
    r"|\b(?:three|six|nine|twelve|\d{1,2})[- ](?:months?|weeks?)\b"
    r"|\b(?:quarter|ytd)\b|\b(?:fiscal|calendar|year)\s+(?:19|20)\d\d|^(?:19|20)\d\d\b|\b[1-4]q\d\d|\bq[1-4]\b|^fy\W?\d\d"
    r"|\b\d{1,2}/\d{1,2}/\d{2,4}|^(?:as of|at|%|\$|change|variance|actual|amount|total|percent|gaap|non-gaap"
    r"|adjust\w*|as reported|\(?unaudited\)?|\(audited\)|\(?restated\)?|low|high"
    r"|pro forma|increase|\(decrease\)|inc\.?)(?!\w)",
    re.IGNORECASE,
)
_HEAD_LABEL = re.compile(
    r"(?:,|\bended|:|\)|\bof)$|^\(|months|weeks|quarter|years? ended|in (?:thousands|millions)", re.I
)


def is_head(text: str) -> bool:
    """Whether the text is one that heads columns: a period, a measure, a basis."""
    # "Three Months Ended September 30, 2013 (unaudited)" has 50 letters; sentences have more.
    return len(text) < 60 and _HEAD_WORDS.search(text) is not None and not _CUT_LABEL.search(text)


# A label whose rest stands on the next line: "Total current", "Total liabilities and".
_CUT_LABEL = re.compile(r"^total\s+(?:(?:non-?)?current$|.*\s(?:and|or|in|of)$)", re.IGNORECASE)


def line_of(text: str, start: int, end: int) -> Line:
    """One line of text, by what it holds."""
    content = text[start:end]
    if not content:
        return Line(start, end, LineKind.BLANK)
    if len(content) > _LONGEST and content.strip():
        return Line(start, end, LineKind.TEXT, (Piece(folded(content[:80]), start, end, 0, len(content)),))
    kind = _bare_kind(content)
    if kind is LineKind.RULE:
        return Line(start, end, kind, tuple(_plain_pieces(content, start)))
    pieces = tuple(rejoined(_off_label(list(_pieces(content, start))), near=1)) if kind is None else ()
    kind = kind or (kind_of(pieces) if pieces else LineKind.BLANK)
    if kind is LineKind.HEADS and _ends_with_page(pieces):
        return Line(start, end, kind, pieces[:-1], page=pieces[-1])
    return Line(start, end, kind, pieces, kind is LineKind.VALUES and _is_tight(pieces))


def whole_line(content: str, start: int, end: int, left: int) -> Piece:
    """A line as one text."""
    return Piece(folded(content), start, end, left, left + len(content))


def is_running_head(pieces: tuple[Piece, ...]) -> bool:
    """Whether a line is the name of the company with the number of the page behind it: "Acme Corp. - 5 -"."""
    figures = " ".join(piece.text for piece in pieces[1:])
    return _PAGE.match(figures) is not None and LEGAL_NAME.match(pieces[0].text) is not None


def _is_tight(pieces: tuple[Piece, ...]) -> bool:
    """Whether the first figure stands one blank behind its label."""
    return len(pieces) > 1 and pieces[1].left - pieces[0].right == 1


def _bare_kind(content: str) -> LineKind | None:
    """The kind of a line that shows neither text nor figures, or None."""
    if not content.strip():
        return LineKind.PAGE if "\f" in content else LineKind.BLANK
    if _TAG.match(content):
        return LineKind.BLANK
    if _PAGE.match(content):
        return LineKind.PAGE
    is_rule = len(content) > 3 and (_RULE.match(content) or _SHORT_RULE.match(content))
    return LineKind.RULE if is_rule else None


def _ends_with_page(pieces: tuple[Piece, ...]) -> bool:
    """Whether the number of the page fell onto a line of years."""
    years = sum(is_year(piece.text) for piece in pieces)
    return years > 1 and re.fullmatch(r"\d{1,2}", pieces[-1].text) is not None


def _plain_pieces(content: str, start: int) -> Iterator[Piece]:
    for found in re.finditer(r"\S+", content):
        yield Piece(found.group(), start + found.start(), start + found.end(), found.start(), found.end())


def _pieces(content: str, start: int) -> Iterator[Piece]:
    columns = _columns(content)
    for chunk in _CHUNK.finditer(content):
        for left, right in tiles(chunk.group(), chunk.start()):
            shown = unspaced(folded(content[left:right]))
            if shown and not _INNER_RULE.match(shown):
                yield Piece(shown, start + left, start + right, columns[left], columns[right - 1] + 1)


_BEHIND_LABEL = re.compile(r"(?P<label>.*[A-Za-z):,.])\s(?P<figure>\$\s?\(?[\d,.]*\d\)?)")


def _off_label(pieces: list[Piece]) -> list[Piece]:
    """The pieces; a first figure only a blank behind its label, others following, is taken off it."""
    match = _BEHIND_LABEL.fullmatch(pieces[0].text) if len(pieces) > 1 else None
    first = pieces[0] if pieces else None
    if match is None or first is None or len(first.text) != first.end - first.start:
        return pieces
    if not all(is_value(piece.text) or piece.text == "$" for piece in pieces[1:]):
        return pieces
    cut, stop = match.start("figure"), match.end("label")
    label = evolve(first, text=match["label"], end=first.start + stop, right=first.left + stop)
    figure = evolve(first, text=match["figure"], start=first.start + cut, left=first.left + cut)
    return [label, figure, *pieces[1:]]


def _columns(content: str) -> Sequence[int]:
    """For each character the column it is shown in, tabs being eight wide."""
    if "\t" not in content:
        return range(len(content))
    columns = []
    column = 0
    for character in content:
        columns.append(column)
        column = (column // 8 + 1) * 8 if character == "\t" else column + 1
    return columns


def kind_of(pieces: tuple[Piece, ...]) -> LineKind:
    """What a line with these pieces is."""
    values = [piece for piece in pieces[1:] if is_value(piece.text) or is_range(piece.text)]
    remains = sum(is_valuish(piece.text) for piece in pieces[1:])
    if not values and remains > 1 and remains >= len(pieces) - 1:
        return LineKind.VALUES
    # A number at the margin is a label (a year, an item); one set in is a figure without its label.
    if is_value(pieces[0].text) and (values or pieces[0].left > 20):
        values.insert(0, pieces[0])
    years = [piece for piece in pieces if is_year(piece.text)]
    if values and _are_days(pieces, values):
        return LineKind.HEADS
    of_years = len(years) > 1 or len(years) == len(values)
    if values and (of_years or _are_marks_over(pieces, values)) and _heads(pieces, values):
        return LineKind.HEADS
    lettered = sum(is_lettered(piece.text) for piece in pieces[1:] if piece not in values)
    if values and not _is_sentence(pieces, len(values) + lettered):
        return LineKind.VALUES
    aside = [piece for number, piece in enumerate(pieces) if number or piece.left >= 20]
    if any(is_head(piece.text) for piece in aside) or _are_torn(pieces):
        return LineKind.HEADS
    return LineKind.TEXT


def _are_torn(pieces: tuple[Piece, ...]) -> bool:
    return len(pieces) > 1 and bool(torn_heads(" ".join(piece.text for piece in pieces)))


def _are_days(pieces: tuple[Piece, ...], values: list[Piece]) -> bool:
    """Whether the figures are days whose months stand a line above, beside dates that are whole."""
    rest = [piece for piece in pieces if piece not in values]
    return (
        all(_DAY.fullmatch(piece.text) for piece in values)
        and bool(rest)
        and all(_DATED.match(piece.text) for piece in rest)
    )


_DAY = re.compile(r"(?:[12]?\d|3[01]),")
_DATED = re.compile(rf"^{MONTH}\s+\d{{1,2}},?", re.IGNORECASE)


def _are_marks_over(pieces: tuple[Piece, ...], values: list[Piece]) -> bool:
    """Whether a line shows note marks alone, over columns: with no label, or none at the left margin."""
    if pieces[0] not in values and pieces[0].left <= _MARGIN:
        return False
    return all(_NOTE.match(piece.text) and piece.text.startswith(("(", "*")) for piece in values)


def _is_sentence(pieces: tuple[Piece, ...], values: int) -> bool:
    """Whether wide spaces only set a line of prose: more texts than figures, no gap that parts columns."""
    gaps = [after.left - before.right for before, after in pairwise(pieces)]  # of up to three in prose
    return len(pieces) - values > max(values, 1) and bool(gaps) and max(gaps) < 4


def _heads(pieces: tuple[Piece, ...], values: list[Piece]) -> bool:
    """Whether years head columns: no label at the left margin, or one that goes with headings."""
    if not all(is_year(piece.text) or _NOTE.match(piece.text) for piece in values):
        return False
    label = pieces[0]
    return (
        label in values
        or label.left > 20
        or bool(_HEAD_LABEL.search(label.text) or _HEAD_WORDS.search(label.text))
    )


_NOTE = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}|\*+)$")


def with_columns(piece: Piece, left: int, right: int) -> Piece:
    """The piece put into columns of a grid."""
    return evolve(piece, left=left, right=right)
