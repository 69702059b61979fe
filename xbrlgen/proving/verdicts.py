"""Decides what an explanation is good for: a repair, or the refusal of the figures it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Place
from xbrlgen.proving.budget import Budget
from xbrlgen.proving.damage import STRONG, Damage, is_telling_slip
from xbrlgen.proving.diagnosis import Case, Change, Explanation, explanations
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref, Refusal, Repair
from xbrlgen.proving.intervals import plain
from xbrlgen.proving.ledger import ADDED_UP, Ledger
from xbrlgen.proving.wording import change_text, deed_text, failure_text, figure_text, like_print
from xbrlgen.proving.words import expected_weight
from xbrlgen.reading.document import Outcome as Fate
from xbrlgen.reading.document import Verdict

MANY: Final = 4
"""Explanations named in a finding; of more only the number is told."""

KINDS: Final = {
    Damage.DIGIT: "changed-digit", Damage.SIGN: "wrong-sign", Damage.TRANSPOSED: "transposed-digits",
    Damage.LOST: "lost-digit", Damage.EXTRA: "extra-digit", Damage.SCALE: "scale-slip",
    Damage.STRANGER: "does-not-belong", Damage.SWAPPED: "exchanged", Damage.REPEATED: "contradicted",
    Damage.UNKNOWN: "inconsistent",
}  # fmt: skip


_PLAIN: Final = frozenset({Damage.STRANGER, Damage.REPEATED})


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


def told_verdicts(printed: Ledger, refusals: Sequence[Refusal]) -> Iterator[Verdict]:
    """The verdicts on printed numbers, those of refused figures with the reason."""
    refused = {_span(printed.amounts[one.ref].place): one for one in refusals if one.ref in printed.amounts}
    for verdict in printed.document.verdicts:
        refusal = refused.get(_span(verdict.place))
        if refusal is None:
            yield verdict
        else:
            yield evolve(verdict, outcome=Fate.REFUSED, kind=refusal.kind, reason=refusal.reason)


def _span(place: Place) -> tuple[int, int, int]:
    return place.source, place.start, place.end


def decide(case: Case, group: Sequence[int], budget: Budget, *, repair: bool) -> Decision:
    """Explain a group of failing claims, and act on it where only one explanation is left."""
    found = explanations(case, group, budget)
    if budget.is_spent:
        return _refuse(case, group, [], limit=True)
    named = [one for one in found if all(change.damage is not Damage.UNKNOWN for change in one.changes)]
    one = _only(case, named)
    if one is None or not (all(_is_supported(case, group, one, change) for change in one.changes)):
        return _refuse(case, group, found, limit=False)
    return _act(case, one, repair=repair)


def _only(case: Case, found: Sequence[Explanation]) -> Explanation | None:
    """The one explanation that is left: no other takes other figures or values, or prints so damaged.

    That a number does not belong, or is printed again, goes before its being a thousand times too large.
    """
    left = [one for one in found if _is_visible(case, one)] or list(found)
    telling = [one for one in left if not any(_is_slight(case, change) for change in one.changes)]
    if len(telling) == 1 and all(change.damage in _PLAIN for change in telling[0].changes):
        return telling[0]
    return left[0] if len(left) == 1 else None


def _is_slight(case: Case, change: Change) -> bool:
    amount = case.ledger.amounts[change.ref]
    return change.damage is Damage.SCALE and not is_telling_slip(amount, change.value)


def _is_visible(case: Case, one: Explanation) -> bool:
    """Whether the print of every figure it changes shows damage."""
    return all(case.ledger.amounts[ref].is_flawed for ref in one.refs)


def _is_supported(case: Case, group: Sequence[int], one: Explanation, change: Change) -> bool:
    """Whether two independent claims speak for a change, or one that holds in every other column."""
    if change.damage is Damage.SWAPPED:
        failing = {n for ref in one.refs for n in case.by_ref.get(ref, ()) if n in case.failing}
        return len(failing) > 1 and not any(_may_have_slid(case, one, number) for number in failing)
    touched = [number for number in group if change.ref in case.claims[number].refs]
    if change.damage is Damage.STRANGER:
        return bool(touched)
    if _is_slight(case, change) or (change.damage is Damage.REPEATED and not _is_summed(case, touched)):
        return False
    several = len({case.claims[number].family for number in touched}) > 1
    return several or (bool(touched) and _is_shown_by_one(case, one, change, touched[0]))


def _is_shown_by_one(case: Case, one: Explanation, change: Change, number: int) -> bool:
    """Whether one claim is enough: it holds in every other column, and the damage is one that shows."""
    narrow = change.damage in STRONG or case.ledger.amounts[change.ref].is_flawed
    alone = len(one.changes) == 1 or _is_visible(case, one)
    if not narrow or not alone or not _holds_elsewhere(case, number):
        return False
    return change.damage is not Damage.SIGN or _shows_signs(case, number, change.ref)


def _may_have_slid(case: Case, one: Explanation, number: int) -> bool:
    """Whether a figure beside an empty cell would, in that cell, mend a sum as well as two exchanged ones."""
    identity, columns = case.identities[number], {ref.column for ref in one.refs}
    off, slack = identity.difference or Decimal(0), identity.slack or Decimal(0)
    for claim in (
        case.claims[n] for n in case.failing if case.claims[n].family == case.claims[number].family
    ):
        for ref in claim.refs:
            beside = {Ref(ref.statement, ref.row, column) for column in columns} - {ref}
            interval = case.ledger.interval(ref)
            empty = all(other not in case.ledger.amounts for other in beside) and ref.column in columns
            if empty and interval is not None and abs(abs(interval.middle) - abs(off)) <= slack:
                return True
    return False


def _is_summed(case: Case, touched: Sequence[int]) -> bool:
    """Whether a sum is among the claims: prints elsewhere alone may be of another time or measure."""
    return any(case.claims[number].kind is IdentityKind.SUM for number in touched)


def _holds_elsewhere(case: Case, number: int) -> bool:
    """Whether a claim holds in every other column, and there is one."""
    family = case.claims[number].family
    others = [
        identity.outcome
        for other, (claim, identity) in enumerate(zip(case.claims, case.identities, strict=True))
        if claim.family == family and other != number
    ]
    return bool(others) and all(outcome is Outcome.HOLDS for outcome in others)


def _shows_signs(case: Case, number: int, ref: Ref) -> bool:
    """Whether other columns show with which sign a row enters a sum: two, or one that its label bears out.

    Where just one does, as well it as the column that fails may have the wrong sign.
    """
    claim = case.claims[number]
    weights = [
        weight
        for other, weight in _in_other_columns(case, number, ref)
        if (interval := case.ledger.interval(other)) is not None and not interval.holds(Decimal(0))
    ]
    expected = claim.total == ref or _natural_weight(case.ledger, ref) in weights
    return len(weights) > 1 or (bool(weights) and expected)


def _natural_weight(ledger: Ledger, ref: Ref) -> int:
    """The weight a row has in sums: by its label, but where rows are added up as they are printed."""
    added = ledger.statements[ref.statement].kind in ADDED_UP if ref.statement >= 0 else False
    return 1 if added else expected_weight(ledger.amounts[ref].label)


def _in_other_columns(case: Case, number: int, ref: Ref) -> Iterator[tuple[Ref, int]]:
    """The figures of the row in the other columns of a claim, with their weights."""
    for other, claim in enumerate(case.claims):
        if other != number and claim.family == case.claims[number].family:
            terms = [(term.ref, term.weight) for term in claim.terms]
            for one, weight in ((claim.total, 1), *terms):
                if (one.statement, one.row) == (ref.statement, ref.row):
                    yield one, weight


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
    return Repair(change.ref, amount.figure.print, plain(change.value), proof, taken, amount.place)


def _repaired_finding(case: Case, change: Change, reason: str) -> Finding:
    amount = case.ledger.amounts[change.ref]
    taken = like_print(amount, change.value)
    return Finding(
        "proving.repaired",
        Severity.WARNING,
        f"{figure_text(case.ledger, change.ref)} is taken as {taken}: {reason}",
        (amount.place,),
        (amount.label.strip(),),
        "Check the number in the original; switch repairs off to refuse it instead.",
        (
            ("printed", amount.figure.print),
            ("taken", str(plain(change.value))),
            ("damage", change.damage.value),
        ),
    )


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
    loose = {ref for ref in refs if not _is_held(case, ref)}
    return sorted(loose or refs)


def _unsure_signs(case: Case, group: Sequence[int], found: Sequence[Explanation]) -> Iterator[Ref]:
    """The figures of the row in other columns, where nothing shows in which the sign is wrong."""
    for change in (change for one in found for change in one.changes if change.damage is Damage.SIGN):
        for number in group:
            if change.ref in case.claims[number].refs and not _shows_signs(case, number, change.ref):
                yield from (ref for ref, _ in _in_other_columns(case, number, change.ref))


def _is_held(case: Case, ref: Ref) -> bool:
    return any(case.identities[number].outcome is Outcome.HOLDS for number in case.by_ref[ref])


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
