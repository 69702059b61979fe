"""Numbers with letters among their digits ("6O,33O"), taken where sums come out with what they look like."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Final

from xbrlgen.figures import Flaw
from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.figures.ledger import Amount
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref, Repair
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.proving.repairing.repairs import repair_of
from xbrlgen.proving.repairing.verdicts import Decision
from xbrlgen.proving.repairing.wording import figure_text, like_print, proof_text

# Letters for digits, and a letter or digit for the currency mark.
_SEEN: Final = frozenset({Flaw.LETTER, Flaw.MARK_MISREAD})
# Claims that come out to the last digit or not at all.
_EXACT: Final = frozenset({IdentityKind.SUM, IdentityKind.TIE, IdentityKind.REPETITION})


def lettered_decision(case: Case, refused: Collection[Ref]) -> Decision:
    """The lettered numbers that exact claims bear out, none denying them, and what is to be said of them."""
    repairs, findings = [], []
    known = _known(case)
    for ref, amount in sorted(case.ledger.amounts.items()):
        value = amount.value
        if value is None or ref in refused or ref in case.ledger.taken or not _is_lettered(ref, amount):
            continue
        proof = tuple(_proof(case, ref, known))
        if proof:
            repairs.append(_repair(case, amount, value, proof))
            findings.append(_finding(amount, repairs[-1]))
    return Decision(tuple(repairs), (), tuple(findings))


def _is_lettered(ref: Ref, amount: Amount) -> bool:
    return ref.statement >= 0 and not _SEEN.isdisjoint(amount.figure.flaws)


def _known(case: Case) -> Mapping[str, Counter[Outcome]]:
    """What came of the claims of each family, which has one in every column."""
    known: defaultdict[str, Counter[Outcome]] = defaultdict(Counter)
    for claim, identity in zip(case.claims, case.identities, strict=True):
        known[claim.family][identity.outcome] += 1
    return known


def _proof(case: Case, ref: Ref, known: Mapping[str, Counter[Outcome]]) -> Iterator[int]:
    """The exact claims that hold, where one also holds in another column, or they are of two families."""
    claims = [number for number in case.by_ref.get(ref, ()) if case.claims[number].kind in _EXACT]
    outcomes = {case.identities[number].outcome for number in claims}
    held = [number for number in claims if case.identities[number].outcome is Outcome.HOLDS]
    if Outcome.FAILS in outcomes:
        return
    families = {case.claims[number].family for number in held}
    if len(families) > 1 or any(_holds_elsewhere(known[family]) for family in families):
        yield from held


def _holds_elsewhere(outcomes: Counter[Outcome]) -> bool:
    """Whether a claim that holds does so in most of the other columns too."""
    return outcomes[Outcome.HOLDS] - 1 > outcomes[Outcome.FAILS]


def _repair(case: Case, amount: Amount, value: Decimal, proof: tuple[int, ...]) -> Repair:
    told = figure_text(case.ledger, amount.ref)
    words = f"{told} is taken as {like_print(amount, value)}, letters standing for digits or a mark."
    return repair_of(amount, value, proof, f"{words} Shown by: {proof_text(case, proof)}")


def _finding(amount: Amount, repair: Repair) -> Finding:
    return Finding(
        "proving.repaired",
        Severity.WARNING,
        repair.words,
        (amount.place,),
        (amount.label.strip(),),
        "Check the number in the original.",
        (("printed", amount.figure.print), ("damage", "letter-among-digits")),
    )
