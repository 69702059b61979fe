"""All claims to be made of a document, gathered in two rounds.

Sums that hold only once a damaged figure is read as where it is printed again are found in the second
round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve

from xbrlgen.proving.across import across_of
from xbrlgen.proving.budget import Budget
from xbrlgen.proving.claims import Claim, holds, judge
from xbrlgen.proving.damage import Damage, originals
from xbrlgen.proving.diagnosis import solve
from xbrlgen.proving.finding_sums import sum_claims
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref
from xbrlgen.proving.ledger import Ledger
from xbrlgen.proving.prose import prose_claims
from xbrlgen.proving.ratios import ratios_of
from xbrlgen.proving.series import Series
from xbrlgen.proving.smears import unlabelled_claims
from xbrlgen.proving.ties import balance_claims, ties_of


def claims_of(ledger: Ledger, series: Sequence[Series], effort: Budget) -> list[Claim]:
    """The claims of a document, with firm ratios firm where the rest of their family holds."""
    others = [
        *ties_of(ledger, series),
        *balance_claims(series),
        *ratios_of(ledger, series),
        *across_of(ledger),
        *prose_claims(ledger, series),
        *unlabelled_claims(ledger),
    ]
    sums = list(sum_claims(ledger, effort))
    borrowed = {**misread_totals(ledger, sums), **borrowed_values(ledger, [*sums, *others])}
    if borrowed:
        sums = _united(sums, list(sum_claims(ledger.with_values(borrowed), effort)))
    return [*sums, *_hardened(ledger, _softened(ledger, sums, others))]


FAR: Final = Decimal("0.15")
"""How far a ratio must be off to be no matter of participating shares or of who the earnings belong to."""


def _hardened(ledger: Ledger, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, ratios a share being firm in a column where all the others hold and this is far off."""
    failing = Counter(c.family for c in claims if c.kind is IdentityKind.RATIO and not holds(ledger, c))
    held = Counter(c.family for c in claims if c.kind is IdentityKind.RATIO and holds(ledger, c))
    return [
        evolve(claim, firm=True)
        if claim.kind is IdentityKind.RATIO
        and claim.family.startswith("per share")
        and failing[claim.family] == 1
        and held[claim.family]
        and _is_far(ledger, claim)
        else claim
        for claim in claims
    ]


def _is_far(ledger: Ledger, claim: Claim) -> bool:
    one = judge(ledger, claim)
    if one.difference is None or one.computed is None or one.slack is None:
        return False
    return abs(one.difference) - one.slack > FAR * abs(one.computed)


def _softened(ledger: Ledger, sums: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    """The claims, no tie firm between two figures that each hold elsewhere: they mean two things."""
    held = _held(ledger, [*sums, *others])
    return [
        evolve(claim, firm=claim.firm and not all(held[ref] for ref in claim.refs))
        if claim.kind in {IdentityKind.REPETITION, IdentityKind.TIE} and not holds(ledger, claim)
        else claim
        for claim in others
    ]


def _held(ledger: Ledger, claims: Sequence[Claim]) -> Counter[Ref]:
    """In how many claims that hold each figure takes part."""
    holding = (claim for claim in claims if holds(ledger, claim))
    return Counter(ref for claim in holding for ref in claim.refs)


def misread_totals(ledger: Ledger, sums: Sequence[Claim]) -> Mapping[Ref, Decimal]:
    """For totals that fail in more columns than they hold in: what one other digit makes of them."""
    failing = [claim for claim in sums if judge(ledger, claim).outcome is Outcome.FAILS]
    held = Counter(claim.family for claim in sums if holds(ledger, claim))
    found = {}
    for claim in failing:
        allowed = solve(ledger, claim, claim.total)
        if allowed is None or held[claim.family]:
            continue
        values = [o.value for o in originals(ledger.amounts[claim.total]) if o.damage is Damage.DIGIT]
        fitting = [value for value in values if allowed.holds(value)]
        if len(fitting) == 1:
            found[claim.total] = fitting[0]
    return found


def borrowed_values(ledger: Ledger, claims: Sequence[Claim]) -> Mapping[Ref, Decimal]:
    """For figures that nothing proves and a tie denies: the amount where it is printed again."""
    held = _held(ledger, claims)
    denied = [
        claim
        for claim in claims
        if claim.kind is IdentityKind.REPETITION and len(claim.terms) == 1 and not holds(ledger, claim)
    ]
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
