"""Arithmetic claims before they are judged, and the judging."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from attrs import frozen

from xbrlgen.proving.figures.intervals import Interval
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.identity import Identity, IdentityKind, Outcome, Ref, Term


class Law(Enum):
    """How the total follows from the terms."""

    SUM = "sum of weighted terms"
    QUOTIENT = "first term over second"
    GROWTH = "first term over second, less one"


@frozen
class Claim:
    """A claim about printed figures.

    ``family`` is shared by the claims that say the same of several columns. A ``firm`` claim that does not
    hold means damage; any other may just be a misunderstanding of ours. An ``unsigned`` claim compares sizes,
    because words ("loss", "decrease") carry the sign. ``words`` say what is claimed.
    """

    kind: IdentityKind
    total: Ref
    terms: tuple[Term, ...]
    family: str
    words: str
    law: Law = Law.SUM
    firm: bool = True
    unsigned: bool = False

    @property
    def refs(self) -> tuple[Ref, ...]:
        """All figures the claim is about."""
        return (self.total, *(term.ref for term in self.terms))


def judge(ledger: Ledger, claim: Claim) -> Identity:
    """The claim with its outcome on the values of the ledger."""
    total = ledger.interval(claim.total)
    computed = compute(ledger, claim)
    if total is None or computed is None:
        return Identity(
            claim.kind, claim.total, claim.terms, Outcome.UNJUDGED, reason=_unreadable(ledger, claim)
        )
    difference, slack = _distance(total, computed, unsigned=claim.unsigned)
    outcome = _outcome(difference, slack, claim)
    return Identity(
        claim.kind, claim.total, claim.terms, outcome, computed.middle, difference, slack, claim.words
    )


def holds(ledger: Ledger, claim: Claim) -> bool:
    """Whether the claim comes out on the values of the ledger."""
    total = ledger.interval(claim.total)
    computed = compute(ledger, claim) if total is not None else None
    return total is not None and computed is not None and _agrees(total, computed, unsigned=claim.unsigned)


def growth_holds(ledger: Ledger, total: Ref, new: Ref, old: Ref) -> bool:
    """Whether a rate of growth comes out between two figures, whatever its sign."""
    said, one, other = ledger.interval(total), ledger.interval(new), ledger.interval(old)
    if said is None or one is None or other is None:
        return False
    grown = _growth(one.over(other))
    return grown is not None and _agrees(said, grown, unsigned=True)


def _agrees(total: Interval, computed: Interval, *, unsigned: bool) -> bool:
    """Whether rounding may explain the difference, as it may where the intervals meet."""
    return total.meets(computed) or (unsigned and total.meets_mirrored(computed))


def _growth(quotient: Interval | None) -> Interval | None:
    return None if quotient is None else Interval(quotient.low - 1, quotient.high - 1)


def _outcome(difference: Decimal, slack: Decimal, claim: Claim) -> Outcome:
    if abs(difference) <= slack:
        return Outcome.HOLDS
    return Outcome.FAILS if claim.firm else Outcome.UNJUDGED


def _distance(total: Interval, computed: Interval, *, unsigned: bool) -> tuple[Decimal, Decimal]:
    slack = total.half + computed.half
    printed, middle = total.middle, computed.middle
    if unsigned and abs(printed + middle) < abs(printed - middle):
        return printed + middle, slack
    return printed - middle, slack


def compute(ledger: Ledger, claim: Claim) -> Interval | None:
    """What the total must be by the terms, None where one cannot be read or the quotient has no bounds."""
    intervals = [ledger.interval(term.ref) for term in claim.terms]
    known = [interval for interval in intervals if interval is not None]
    if len(known) < len(intervals):
        return None
    if claim.law is Law.SUM:
        return _sum(zip(known, claim.terms, strict=True))
    quotient = known[0].over(known[1])
    return quotient if claim.law is Law.QUOTIENT else _growth(quotient)


def _sum(weighted: Iterable[tuple[Interval, Term]]) -> Interval:
    low = high = Decimal(0)
    for interval, term in weighted:
        counted = interval if term.weight == 1 else interval.times(term.weight)
        low, high = low + counted.low, high + counted.high
    return Interval(low, high)


def _unreadable(ledger: Ledger, claim: Claim) -> str:
    damaged = [ledger.amounts[ref] for ref in claim.refs if ref in ledger.amounts]
    prints = [f"{a.figure.print.strip()!r} ({a.place})" for a in damaged if a.interval is None]
    return f"cannot be judged, unreadable: {', '.join(prints)}" if prints else "cannot be judged"
