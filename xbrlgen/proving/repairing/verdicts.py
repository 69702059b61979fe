"""Decides what an explanation is good for: a repair, or the refusal of the figures it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Place
from xbrlgen.proving.budget import Budget
from xbrlgen.proving.identity import IdentityKind, Ref, Refusal, Repair
from xbrlgen.proving.repairing.damage import Damage
from xbrlgen.proving.repairing.diagnosis import Case, Change, Explanation, explanations
from xbrlgen.proving.repairing.repairs import repair_of, repair_told
from xbrlgen.proving.repairing.support import in_other_columns, is_supported, shows_signs, the_only
from xbrlgen.proving.repairing.wording import change_text, deed_text, failure_text, figure_text, like_print
from xbrlgen.reading.document import Document, Verdict
from xbrlgen.reading.document import Outcome as Fate
from xbrlgen.reading.statement import Statement

MANY: Final = 4
"""Explanations named in a finding; of more only the number is told."""

KINDS: Final = {
    Damage.DIGIT: "changed-digit", Damage.SIGN: "wrong-sign", Damage.TRANSPOSED: "transposed-digits",
    Damage.LOST: "lost-digit", Damage.EXTRA: "extra-digit", Damage.SCALE: "scale-slip",
    Damage.STRANGER: "does-not-belong", Damage.SWAPPED: "exchanged", Damage.REPEATED: "contradicted",
    Damage.UNKNOWN: "inconsistent",
}  # fmt: skip


@frozen
class Decision:
    """What became of a group of failing claims, or of rows and columns that are not what they seem.

    ``strangers`` are left out of their sums, figures ``apart`` of every claim.
    """

    repairs: tuple[Repair, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    findings: tuple[Finding, ...] = ()
    strangers: tuple[Ref, ...] = ()
    apart: tuple[Ref, ...] = ()


def told_verdicts(document: Document, refusals: Sequence[Refusal]) -> Iterator[Verdict]:
    """The verdicts on printed numbers, those of refused figures with the reason."""
    statements = {statement.index: statement for statement in document.statements}
    refused = {_span(_place(document, statements, one.ref)): one for one in refusals}
    for verdict in document.verdicts:
        refusal = refused.get(_span(verdict.place))
        if refusal is None:
            yield verdict
        else:
            yield evolve(verdict, outcome=Fate.REFUSED, kind=refusal.kind, reason=refusal.reason)


def _place(document: Document, statements: Mapping[int, Statement], ref: Ref) -> Place:
    """Where a figure is printed."""
    if ref.statement < 0:
        return document.mentions[ref.row].figure.place
    entry = statements[ref.statement].entry(ref.row, ref.column)
    if entry is None:
        raise KeyError(ref)
    return entry.figure.place


def _span(place: Place) -> tuple[int, int, int]:
    return place.source, place.start, place.end


def decide(case: Case, group: Sequence[int], budget: Budget, *, repair: bool) -> Decision:
    """Explain a group of failing claims, and act on it where only one explanation is left."""
    found = explanations(case, group, budget)
    if budget.is_spent:
        return _refuse(case, group, [], limit=True)
    named = [one for one in found if all(change.damage is not Damage.UNKNOWN for change in one.changes)]
    one = the_only(case, named)
    if one is None or not (all(is_supported(case, group, one, change) for change in one.changes)):
        return _refuse(case, group, found, limit=False)
    return _act(case, one, repair=repair)


def _act(case: Case, one: Explanation, *, repair: bool) -> Decision:
    """Repair what is certain; refuse the figures that do not belong, and all where repair is switched off."""
    repairs, refusals, findings, strangers = [], [], [], []
    for change in one.changes:
        proof = tuple(number for number in case.by_ref.get(change.ref, ()) if case.claims[number].firm)
        reason = deed_text(case, change, proof)
        if change.damage is Damage.STRANGER:
            strangers.append(change.ref)
        if change.damage is Damage.STRANGER or change.ref.statement < 0 or not repair:
            told = f"{figure_text(case.ledger, change.ref)}: {reason}"
            refusals.append(Refusal(change.ref, KINDS[change.damage], told))
            findings.append(_refused_finding(case, change, reason))
        else:
            repairs.append(_repair(case, change, proof, reason))
            findings.append(_repaired_finding(case, change, reason))
    return Decision(tuple(repairs), tuple(refusals), tuple(findings), tuple(strangers))


def _repair(case: Case, change: Change, proof: tuple[int, ...], words: str) -> Repair:
    amount = case.ledger.amounts[change.ref]
    taken = f"{figure_text(case.ledger, change.ref)} is {like_print(amount, change.value)}: {words}"
    return repair_of(amount, change.value, proof, taken)


def _repaired_finding(case: Case, change: Change, reason: str) -> Finding:
    amount = case.ledger.amounts[change.ref]
    taken = like_print(amount, change.value)
    words = f"{figure_text(case.ledger, change.ref)} is taken as {taken}: {reason}"
    return repair_told(amount, change.value, words, change.damage.value)


def _refused_finding(case: Case, change: Change, reason: str) -> Finding:
    amount = case.ledger.amounts[change.ref]
    return Finding(
        "proving.refused",
        Severity.WARNING,
        f"{figure_text(case.ledger, change.ref)} is refused: {reason}",
        (amount.place,),
        (amount.label.strip(),),
        "Check the number in the original.",
        (("damage", change.damage.value),),
    )


def _refuse(case: Case, group: Sequence[int], found: Sequence[Explanation], *, limit: bool) -> Decision:
    """Refuse every figure that may be the damaged one."""
    suspects = _suspects(case, group, found)
    failures = "; ".join(failure_text(case.ledger, case.claims[n], case.identities[n]) for n in group[:3])
    more = f" (and {len(group) - 3} more)" if len(group) > 3 else ""
    reason = f"{failures}{more}"
    kind = "limit" if limit else "inconsistent"
    refusals = tuple(
        Refusal(ref, kind, f"{reason}. {_readings(case, group, found, limit=limit)}") for ref in suspects
    )
    finding = Finding(
        "proving.limit" if limit else "proving.inconsistent",
        Severity.INCONSISTENCY,
        f"{reason}. {_readings(case, group, found, limit=limit)}",
        tuple(case.ledger.amounts[ref].place for ref in suspects),
        tuple(dict.fromkeys(case.ledger.amounts[ref].label.strip() for ref in suspects)),
        "Compare these figures with the original; a corrected source decides it.",
    )
    return Decision((), refusals, (finding,))


def _suspects(case: Case, group: Sequence[int], found: Sequence[Explanation]) -> list[Ref]:
    """The figures of the explanations; without any, those that no claim holds for, or else all."""
    named = {ref for one in found for ref in one.refs}
    if named:
        return sorted(named | set(_unsure_signs(case, group, found)))
    refs = {ref for number in group for ref in case.claims[number].refs}
    loose = {ref for ref in refs if not case.is_held(ref)}
    return sorted(loose or refs)


def _unsure_signs(case: Case, group: Sequence[int], found: Sequence[Explanation]) -> Iterator[Ref]:
    """The figures of the row in other columns, where nothing shows in which the sign is wrong."""
    for change in (change for one in found for change in one.changes if change.damage is Damage.SIGN):
        for number in group:
            if change.ref in case.claims[number].refs and not shows_signs(case, number, change.ref):
                yield from (ref for ref, _ in in_other_columns(case, number, change.ref))


def _readings(case: Case, group: Sequence[int], found: Sequence[Explanation], *, limit: bool) -> str:
    if limit:
        return "The search for an explanation was ended by its limit."
    if not found:
        return "No single damaged number explains it: a row may be missing, or several numbers are damaged."
    named = "; or ".join(_explained(case, one) for one in found[:MANY])
    more = f"; or one of {len(found) - MANY} others" if len(found) > MANY else ""
    return f"Possible: {named}{more}; or a row{_missing(case, group)} is missing."


def _missing(case: Case, group: Sequence[int]) -> str:
    """What a missing row would say if it were the reason: known where one sum fails."""
    sums = [number for number in group if case.claims[number].kind is IdentityKind.SUM]
    if len(sums) != 1:
        return ""
    claim, difference = case.claims[sums[0]], case.identities[sums[0]].difference
    return f" of {like_print(case.ledger.amounts[claim.total], difference)}" if difference is not None else ""


def _explained(case: Case, one: Explanation) -> str:
    return " and ".join(_possible(case, change) for change in one.changes)


def _possible(case: Case, change: Change) -> str:
    if change.damage is Damage.UNKNOWN:
        amount = case.ledger.amounts[change.ref]
        about = like_print(amount, change.value)
        return f"{figure_text(case.ledger, change.ref)} may be about {about}"
    return change_text(case.ledger, change)
