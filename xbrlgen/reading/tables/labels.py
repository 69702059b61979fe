"""Labels of rows: their footnote marks, and what kind of line they are."""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from xbrlgen.figure_marks import LOWERED
from xbrlgen.figures import Figure
from xbrlgen.places import Place
from xbrlgen.reading.words import row_words

_NOTES: Final = re.compile(
    r"\s*(?:\s*\((?:\d{1,2}|[a-z]{1,2})\),?|[*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?:,\s?[¹²³⁴⁵⁶⁷⁸⁹⁰]+)*|\[\w\])+\s*$"
)
_ENDS_OF_NOTES: Final = frozenset("),]*†‡¹²³⁴⁵⁶⁷⁸⁹⁰")
_ONE_NOTE: Final = re.compile(r"\((\d{1,2}|[a-z]{1,2})\)|([*†‡]+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)|\[(\w)\]")
_GLUED_NOTE: Final = re.compile(r"(?<=[a-z]{3})(\d)$")
SUBLABELS: Final = re.compile(
    r"(?:-|–|—)?\s*(?:basic|diluted|basic and diluted)\W*(?:\([^)]*\)|shares)?", re.IGNORECASE
)


@frozen
class Labelled:
    """A row before it is understood: its joined label, its place in the sections, its figures."""

    label: str
    figures: tuple[tuple[int, Figure], ...] = ()
    indent: float = 0
    section: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    depth: int = 0

    @property
    def path(self) -> str:
        """Section and label as one text."""
        return " > ".join((*self.section, self.label))


def is_sum(label: str) -> bool:
    """Whether a label is that of a sum."""
    return bool(row_words.TOTALS.search(label))


def split_notes(label: str) -> tuple[str, tuple[str, ...]]:
    """A label without its footnote marks, and the marks.

    >>> split_notes("Cost of revenue(1)")
    ('Cost of revenue', ('1',))
    """
    found = _NOTES.search(label) if label.rstrip()[-1:] in _ENDS_OF_NOTES else None
    if found and found.start() > 0 and not re.fullmatch(r"\W*", label[: found.start()]):
        marks = tuple(next(filter(None, groups)).translate(LOWERED) for groups in _ONE_NOTE.findall(found[0]))
        return label[: found.start()].strip(), marks
    glued = _GLUED_NOTE.search(label) if label[-1:].isdigit() else None
    if glued:
        return label[: glued.start()], (glued[1],)
    return label.strip(), ()
