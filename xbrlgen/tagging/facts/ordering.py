"""An order of tables that what they say gives, so that where they stand in a release changes no choice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from xbrlgen.reading.statement import FACE_KINDS, Statement
from xbrlgen.tagging.facts.cells import Cell
from xbrlgen.tagging.known.words import key

Order = tuple[bool, str, str, str]


def ordered(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """The cells of face statements first, then by kind, title and contents of their tables."""
    kept = tuple(cells)
    statements = {cell.statement.index: cell.statement for cell in kept}
    places = {index: order_of(statement) for index, statement in statements.items()}
    return tuple(sorted(kept, key=lambda cell: places[cell.statement.index]))


def order_of(statement: Statement) -> Order:
    """Where a table comes among others; wherever it is printed, however wrapped and scaled."""
    labels = (key(row.label) for row in statement.rows)
    prints = (entry.figure.print for entry in statement.entries)
    said = hashlib.blake2b("\n".join((*labels, *prints)).encode(), digest_size=8).hexdigest()
    return statement.kind not in FACE_KINDS, statement.kind.value, key(statement.title), said
