"""Sums found the wrong way round: a part told as what is left of its total.

Where a total is printed above its parts, or far below them, the last part is as well the total less the other
parts. It is the total that the release adds up; so the claim is turned, or left where it can't be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from attrs import evolve

from xbrlgen.proving.identity import Identity, IdentityKind, Ref, Term
from xbrlgen.reading.statement import Row, Statement
from xbrlgen.tagging.known.tables import lines
from xbrlgen.tagging.rows.sums import RowName

_TOTAL = re.compile(r"^(?:grand |sub-?)?totals?\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _remainders() -> re.Pattern[str]:
    return re.compile("|".join(lines("rules-remainders.tsv")), re.IGNORECASE)


def turned_round(identities: Iterable[Identity], statements: Iterable[Statement]) -> Iterator[Identity]:
    """The identities, those turned that tell a part as what is left.

    Left out is what can't be turned, or would tell anew what adds up to a total.
    """
    rows = {(statement.index, row.index): row for statement in statements for row in statement.rows}
    odd: list[Identity] = []
    told: set[RowName] = set()
    for identity in identities:
        if _is_suspicious(identity, rows):
            odd.append(identity)
        else:
            told |= {_name(identity.total)} if identity.kind is IdentityKind.SUM else set()
            yield identity
    turned = filter(None, (_turned(identity, rows) for identity in odd))
    yield from (one for one in turned if _name(one.total) not in told)


def _is_suspicious(identity: Identity, rows: Mapping[RowName, Row]) -> bool:
    """Whether something is taken off, and what is left bears the name of a part."""
    taken = any(term.weight < 0 for term in identity.terms)
    return taken and identity.kind is IdentityKind.SUM and _is_part(rows.get(_name(identity.total)))


def _turned(identity: Identity, rows: Mapping[RowName, Row]) -> Identity | None:
    added = [term for term in identity.terms if term.weight > 0]
    taken = [term for term in identity.terms if term.weight < 0]
    left = [term for term in taken if _is_left(rows.get(_name(term.ref)))]
    if len(added) == 1 and len(left) == 1 and left[0].ref.row > identity.total.row:
        others = [term for term in taken if term is not left[0]]
        return evolve(identity, total=left[0].ref, terms=(*added, Term(identity.total, -1), *others))
    if len(added) == 1 and not left and _is_whole(identity, added[0], rows):
        parts = (*(evolve(term, weight=1) for term in taken), Term(identity.total, 1))
        return evolve(identity, total=added[0].ref, terms=parts)
    return None if any(_is_total(rows.get(_name(term.ref))) for term in taken) else identity


def _name(ref: Ref) -> RowName:
    return ref.statement, ref.row


def _is_whole(identity: Identity, term: Term, rows: Mapping[RowName, Row]) -> bool:
    """Whether a row can be what the parts add up to: of their nature, or below them."""
    return not _is_left(rows.get(_name(term.ref))) or term.ref.row > identity.total.row


def _is_part(row: Row | None) -> bool:
    return row is not None and bool(row.label) and not _is_left(row) and not _is_total(row)


def _is_left(row: Row | None) -> bool:
    return row is not None and _remainders().search(row.label) is not None


def _is_total(row: Row | None) -> bool:
    return row is not None and _TOTAL.search(row.label) is not None


__all__ = ["turned_round"]
