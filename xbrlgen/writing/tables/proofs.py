"""Which claims of arithmetic a printed figure is part of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xbrlgen.places import Place
from xbrlgen.proving.identity import Outcome, Proved, Ref


def proofs_by_place(proved: Proved) -> Mapping[Place, Sequence[str]]:
    """For each figure's place the kinds of claims that hold with it, as words with their number.

    A sum of three and a tie read ``sum within a statement; same amount on two statements``.
    """
    by_ref: dict[Ref, dict[str, int]] = {}
    for identity in proved.identities:
        if identity.outcome is Outcome.HOLDS:
            kind = identity.kind.value
            for ref in {identity.total, *(term.ref for term in identity.terms)}:
                kinds = by_ref.setdefault(ref, {})
                kinds[kind] = kinds.get(kind, 0) + 1
    found = {place: by_ref[ref] for ref, place in _places(proved) if ref in by_ref}
    return {
        place: [_words(kind, count) for kind, count in sorted(kinds.items())]
        for place, kinds in found.items()
    }


def _words(kind: str, count: int) -> str:
    return kind if count == 1 else f"{kind} ({count} times)"


def _places(proved: Proved) -> list[tuple[Ref, Place]]:
    document = proved.document
    places = [
        (Ref(statement.index, entry.row, entry.column), entry.figure.place)
        for statement in document.statements
        for entry in statement.entries
    ]
    return places + [
        (Ref(-1, number), mention.figure.place) for number, mention in enumerate(document.mentions)
    ]
