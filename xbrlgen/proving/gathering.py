"""All claims to be made of a document, gathered in two rounds.

Sums that hold only once a damaged figure is read as where it is printed again are found in the second
round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from attrs import evolve

from xbrlgen.proving.budget import Budget
from xbrlgen.proving.claims import Claim, holds, judge
from xbrlgen.proving.comparisons.cash import cash_claims
from xbrlgen.proving.comparisons.prose import prose_claims
from xbrlgen.proving.comparisons.ratios import ratios_of
from xbrlgen.proving.comparisons.sentences import sentence_claims
from xbrlgen.proving.comparisons.ties import balance_claims, is_balance, ties_of
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.series import Series
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref
from xbrlgen.proving.layout.smears import unlabelled_claims
from xbrlgen.proving.repairing.damage import Damage, originals
from xbrlgen.proving.repairing.diagnosis import solve
from xbrlgen.proving.sums.across import across_of
from xbrlgen.proving.sums.down import sum_claims


def claims_of(ledger: Ledger, series: Sequence[Series], effort: Budget) -> list[Claim]:
    """The claims of a document, with firm ratios firm where the rest of their family holds."""
    others = [
        *ties_of(ledger, series),
        *balance_claims(series),
        *cash_claims(ledger, series),
        *ratios_of(ledger, series),
        *across_of(ledger),
        *prose_claims(ledger, series),
        *sentence_claims(ledger),
        *unlabelled_claims(ledger),
    ]
    tested = _tested(ledger, others)
    by_statement = sum_claims(ledger, effort)
    sums = _tested(ledger, chain.from_iterable(by_statement.values()))
    borrowed = {**_misread_totals(ledger, sums), **_borrowed_values(ledger, [*sums, *tested])}
    if borrowed:
        touched = {ref.statement for ref in borrowed}
        known = {index: claims for index, claims in by_statement.items() if index not in touched}
        again = sum_claims(ledger.with_values(borrowed), effort, known)
        sums = _united(sums, _tested(ledger, chain.from_iterable(again.values())))
    softened = _softened(sums, tested)
    return [*(claim for claim, _ in sums), *_hardened(ledger, softened)]


Tested = tuple[Claim, bool]
"""A claim, and whether it holds on what is printed."""


def _tested(ledger: Ledger, claims: Iterable[Claim]) -> list[Tested]:
    return [(claim, holds(ledger, claim)) for claim in claims]


FAR: Final = Decimal("0.15")
"""How far a ratio must be off to be no matter of participating shares or of who the earnings belong to."""


def _hardened(ledger: Ledger, tested: Sequence[Tested]) -> list[Claim]:
    """The claims, ratios a share being firm in a column where all the others hold and this is far off."""
    failing = Counter(c.family for c, comes_out in tested if c.kind is IdentityKind.RATIO and not comes_out)
    held = Counter(c.family for c, comes_out in tested if c.kind is IdentityKind.RATIO and comes_out)
    return [
        evolve(claim, firm=True)
        if claim.kind is IdentityKind.RATIO
        and claim.family.startswith("per share")
        and failing[claim.family] == 1
        and held[claim.family]
        and _is_far(ledger, claim)
        else claim
        for claim, _ in tested
    ]


def _is_far(ledger: Ledger, claim: Claim) -> bool:
    one = judge(ledger, claim)
    if one.difference is None or one.computed is None or one.slack is None:
        return False
    return abs(one.difference) - one.slack > FAR * abs(one.computed)


def _softened(sums: Sequence[Tested], others: Sequence[Tested]) -> list[Tested]:
    """The claims, no tie firm between two figures that each hold elsewhere: they mean two things."""
    held = _held([*sums, *others])
    return [
        (evolve(claim, firm=claim.firm and not all(held[ref] for ref in claim.refs)), comes_out)
        if claim.kind in {IdentityKind.REPETITION, IdentityKind.TIE} and not (comes_out or is_balance(claim))
        else (claim, comes_out)
        for claim, comes_out in others
    ]


def _held(tested: Sequence[Tested]) -> Counter[Ref]:
    """In how many claims that hold each figure takes part."""
    return Counter(ref for claim, comes_out in tested if comes_out for ref in claim.refs)


def _misread_totals(ledger: Ledger, sums: Sequence[Tested]) -> Mapping[Ref, Decimal]:
    """For totals that fail in more columns than they hold in: what one other digit makes of them."""
    failing = [
        claim for claim, comes_out in sums if not comes_out and judge(ledger, claim).outcome is Outcome.FAILS
    ]
    held = Counter(claim.family for claim, comes_out in sums if comes_out)
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


def _borrowed_values(ledger: Ledger, tested: Sequence[Tested]) -> Mapping[Ref, Decimal]:
    """For figures that nothing proves and a tie denies: the amount where it is printed again."""
    held = _held(tested)
    denied = [
        claim
        for claim, comes_out in tested
        if claim.kind is IdentityKind.REPETITION and len(claim.terms) == 1 and not comes_out
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


def _united(first: Sequence[Tested], second: Sequence[Tested]) -> list[Tested]:
    """The sums of the second round, and those of the first whose totals it does not explain.

    What was no damage in the figures as printed is none in those that were borrowed.
    """
    totals = {claim.family for claim, _ in second}
    soft = {(claim.total, claim.terms) for claim, _ in first if not claim.firm}
    kept = [
        (evolve(claim, firm=False), out) if (claim.total, claim.terms) in soft else (claim, out)
        for claim, out in second
    ]
    return [*kept, *(one for one in first if one[0].family not in totals)]
