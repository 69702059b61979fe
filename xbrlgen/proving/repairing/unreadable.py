"""Figures that cannot be read: taken from where they are printed again, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from xbrlgen.figures import Flaw
from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.claims import Claim, judge
from xbrlgen.proving.figures.ledger import Amount
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref, Refusal, Repair
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.proving.repairing.repairs import repair_of, repair_told
from xbrlgen.proving.repairing.verdicts import Decision
from xbrlgen.proving.repairing.wording import figure_text, like_print, proof_text


@frozen
class Reading:
    """What an unreadable figure must be, and the claims that say so."""

    value: Decimal
    proof: tuple[int, ...]


def unreadable_decision(case: Case, *, repair: bool) -> Decision:
    """What becomes of every figure that cannot be read."""
    repairs, refusals, findings = [], [], []
    for ref, amount in sorted(case.ledger.amounts.items()):
        if amount.interval is not None or ref in case.ledger.taken:
            continue
        reading = _reading(case, ref) if repair and ref.statement >= 0 else None
        if reading is None:
            refusals.append(_refusal(case, amount))
            findings.append(_refused(amount, refusals[-1].reason))
        else:
            repairs.append(_repair(case, amount, reading))
            findings.append(_repaired(amount, repairs[-1], reading))
    return Decision(tuple(repairs), tuple(refusals), tuple(findings))


def _reading(case: Case, ref: Ref) -> Reading | None:
    """The one value that the ties name and at least one sum confirms."""
    named = set(_named(case, ref))
    if len(named) != 1:
        return None
    value = named.pop()
    ledger = case.ledger.with_values({ref: value})
    proof = [n for n in case.by_ref.get(ref, ()) if judge(ledger, case.claims[n]).outcome is Outcome.HOLDS]
    denied = [n for n in case.by_ref.get(ref, ()) if judge(ledger, case.claims[n]).outcome is Outcome.FAILS]
    kinds = {case.claims[number].kind for number in proof}
    independent = IdentityKind.SUM in kinds or len({case.claims[n].family for n in proof}) > 1
    return Reading(value, tuple(proof)) if independent and not denied else None


def _named(case: Case, ref: Ref) -> Iterator[Decimal]:
    for number in case.by_ref.get(ref, ()):
        claim = case.claims[number]
        if claim.kind is IdentityKind.REPETITION and len(claim.terms) == 1:
            yield from _elsewhere(case, claim, ref)


def _elsewhere(case: Case, claim: Claim, ref: Ref) -> Iterator[Decimal]:
    other = claim.terms[0].ref if claim.total == ref else claim.total
    interval = case.ledger.interval(other)
    if interval is not None and other.statement >= 0 and not case.ledger.amounts[other].lost_digit:
        yield interval.middle * claim.terms[0].weight


def _refusal(case: Case, amount: Amount) -> Refusal:
    reason = f"{figure_text(case.ledger, amount.ref)} cannot be read as one number: {_flaws(amount)}"
    return Refusal(amount.ref, _kind(amount), reason)


def _kind(amount: Amount) -> str:
    flaws = sorted(flaw.value for flaw in amount.figure.flaws)
    return flaws[0].replace(" ", "-") if flaws else "unreadable"


def _flaws(amount: Amount) -> str:
    words: Sequence[str] = sorted(flaw.value for flaw in amount.figure.flaws)
    if Flaw.GLUED in amount.figure.flaws:
        return "two numbers seem to have run together"
    return ", ".join(words) or "its print is damaged"


def _refused(amount: Amount, reason: str) -> Finding:
    return Finding(
        "proving.unreadable",
        Severity.WARNING,
        f"{reason}. It is refused",
        (amount.place,),
        (amount.label.strip(),),
        "Supply the number from the original.",
    )


def _repair(case: Case, amount: Amount, reading: Reading) -> Repair:
    words = f"{figure_text(case.ledger, amount.ref)} must be {like_print(amount, reading.value)}:"
    return repair_of(amount, reading.value, reading.proof, f"{words} {proof_text(case, reading.proof)}")


def _repaired(amount: Amount, repair: Repair, reading: Reading) -> Finding:
    words = f"{repair.words}. {like_print(amount, reading.value)} is taken"
    return repair_told(amount, reading.value, words, "unreadable")
