"""All claims to be made of a document, gathered in two rounds.

Sums that hold only once a damaged figure is read as where it is printed again are found in the second
round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from xbrlgen.proving.across import across_of
from xbrlgen.proving.claims import Claim, judge
from xbrlgen.proving.finding_sums import sum_claims
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref
from xbrlgen.proving.ledger import Ledger
from xbrlgen.proving.prose import prose_claims
from xbrlgen.proving.ratios import ratios_of
from xbrlgen.proving.series import Series
from xbrlgen.proving.ties import balance_claims, ties_of


def claims_of(ledger: Ledger, series: Sequence[Series]) -> list[Claim]:
    """The claims of a document, with firm ratios firm where the rest of their family holds."""
    others = [
        *ties_of(ledger, series),
        *balance_claims(series),
        *ratios_of(ledger, series),
        *across_of(ledger),
        *prose_claims(ledger, series),
    ]
    sums = list(sum_claims(ledger))
    borrowed = borrowed_values(ledger, [*sums, *others])
    if borrowed:
        sums = _united(sums, list(sum_claims(ledger.with_values(borrowed))))
    return [*sums, *others]


def borrowed_values(ledger: Ledger, claims: Sequence[Claim]) -> Mapping[Ref, Decimal]:
    """For figures that nothing proves and a tie denies: the amount where it is printed again."""
    held: dict[Ref, int] = defaultdict(int)
    denied = []
    for claim in claims:
        outcome = judge(ledger, claim).outcome
        if outcome is Outcome.HOLDS:
            for ref in claim.refs:
                held[ref] += 1
        elif claim.kind is IdentityKind.REPETITION and len(claim.terms) == 1:
            denied.append(claim)
    return dict(_borrowed(ledger, denied, held))


def _borrowed(
    ledger: Ledger, denied: Sequence[Claim], held: Mapping[Ref, int]
) -> Iterator[tuple[Ref, Decimal]]:
    for claim in denied:
        first, second = claim.refs
        weight = claim.terms[0].weight
        for damaged, sound in ((first, second), (second, first)):
            interval = ledger.interval(sound)
            if not held.get(damaged) and held.get(sound) and interval is not None and damaged.statement >= 0:
                yield damaged, interval.middle * weight


def _united(first: Sequence[Claim], second: Sequence[Claim]) -> list[Claim]:
    """The sums of the second round, and those of the first whose totals it does not explain."""
    totals = {claim.family for claim in second}
    return [*second, *(claim for claim in first if claim.family not in totals)]
