"""Cash from one statement to the next: balance sheets show what cash flow statements begin and end with.

Nothing is claimed of rows that agree nowhere: one of them may count restricted cash in and the other not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from xbrlgen.proving.claims import Claim, holds
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.series import Key, Series
from xbrlgen.proving.figures.words import words_of
from xbrlgen.proving.identity import IdentityKind, Ref, Term
from xbrlgen.reading.statement import Basis, Kind

Moment = tuple[date, Ref]

_SHOWN: Final = frozenset({"cash", "cash end", "cash begin"})
_UNLIKE: Final = "restricted"


def cash_claims(ledger: Ledger, series: Sequence[Series]) -> Iterator[Claim]:
    """A claim for each moment that two rows show the cash of, where the statements agree at some moment."""
    rows = [one for one in series if one.subject in _SHOWN and _is_plain(one)]
    flows = [one for one in rows if one.subject != "cash"]
    together: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for number, one in enumerate(flows):
        for other in (*flows[number + 1 :], *(row for row in rows if row.subject == "cash")):
            together[(one.statement.index, other.statement.index)] += _claims(one, other)
    for claims in together.values():
        if any(holds(ledger, claim) for claim in claims):
            yield from claims


def _is_plain(one: Series) -> bool:
    return one.kind is Kind.MONEY and one.row.basis is Basis.REPORTED


def _claims(one: Series, other: Series) -> Iterator[Claim]:
    words = f"“{one.name}” and “{other.name}” show the cash of one day"
    family = f"cash {one.statement.index}:{one.row.index} {other.statement.index}:{other.row.index}"
    firm = all(_UNLIKE not in words_of(row.row.label) for row in (one, other))
    for day, ref in _moments(one):
        for moment, there in _moments(other):
            if day == moment and ref != there:
                yield Claim(IdentityKind.TIE, ref, (Term(there),), family, words, firm=firm)


def _moments(one: Series) -> Iterator[Moment]:
    """The days at whose end a row shows the cash."""
    for key, ref in one.refs.items():
        day = _day(one, key)
        if day is not None:
            yield day, ref


def _day(one: Series, key: Key) -> date | None:
    period, segment, _ = key
    if segment or period.end is None or (one.subject == "cash" and not period.is_instant):
        return None
    if one.subject == "cash begin":
        return period.start - timedelta(days=1) if period.start is not None else None
    return period.end
