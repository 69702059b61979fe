"""What is printed over one column of figures, told apart."""

from __future__ import annotations

from attrs import frozen

from xbrlgen.places import Place
from xbrlgen.reading.statement import Basis, ColumnKind, Kind
from xbrlgen.time_words import TimeWords


@frozen
class Heading:
    """What is printed over one column of figures, from top to bottom."""

    key: int
    texts: tuple[str, ...]
    time: TimeWords
    places: tuple[Place, ...]
    kind: ColumnKind
    basis: Basis
    segment: str
    unit: Kind | None = None
    currency: str = ""

    @property
    def text(self) -> str:
        """All heading text as one line."""
        return " ".join(self.texts)
