"""Which texts of a line are the label at its margin, and which stand over or beside columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.texts.blanks.headings import Span
from xbrlgen.reading.texts.cutting.lines import is_head
from xbrlgen.reading.texts.cutting.tiles import is_year
from xbrlgen.reading.texts.cutting.torn_heads import torn_heads


def head_label(texts: Sequence[Piece], spans: Sequence[Span]) -> list[Piece]:
    """The text at the left margin of a row of headings, unless the margin was lost and all are headings."""
    border = spans[0].left
    alike = len({is_year(piece.text) for piece in texts}) == 1 and all(is_head(piece.text) for piece in texts)
    if alike and len(texts) > 1 and len(spans) % len(texts) == 0 and not texts[0].text.startswith("("):
        return []
    if len(texts) == len(spans) > 1 and (is_year(texts[0].text) or all(_is_dated(piece) for piece in texts)):
        return []
    if len(texts) > 1 and len(spans) % len(texts) == 0 and torn_heads(" ".join(each.text for each in texts)):
        return []
    first = texts[:1]
    if len(texts) == len(spans) + 1:
        return [piece for piece in first if piece.right <= border]
    return [piece for piece in first if piece.right <= border and piece.left < max(12, border / 4)]


def _is_dated(piece: Piece) -> bool:
    """Whether a heading is a year or ends with one, so that it can't be what stands over the labels."""
    return _DATED.search(piece.text) is not None


_DATED = re.compile(r"(?:^|\d,?\s+)(?:19|20)\d\d$")


def is_label(piece: Piece, columns: dict[Piece, int], border: int) -> bool:
    """Whether a text left of the figures is the label of their row, or of a row without any."""
    if columns:
        return piece.start < min(value.start for value in columns) and (
            piece.left < border or len(piece.text) > 3
        )
    # Texts set near the figures are orphans of these; labels begin well before them, even when indented.
    return piece.left < border * 0.6 or (piece.right <= border and not piece.text.startswith("("))


def joined_label(pieces: Sequence[Piece]) -> Piece:
    """The parts of one label, which wide spaces may have cut."""
    first, last = pieces[0], pieces[-1]
    text = " ".join(piece.text for piece in pieces)
    return evolve(first, text=text, end=last.end, left=0, right=1, indent=first.left / 2)
