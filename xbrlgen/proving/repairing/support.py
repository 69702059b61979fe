"""What must speak for an explanation: that it is the only one, and that claims bear it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from xbrlgen.proving.figures.ledger import ADDED_UP, Ledger
from xbrlgen.proving.figures.words import expected_weight
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref
from xbrlgen.proving.repairing.damage import STRONG, Damage, is_telling_slip
from xbrlgen.proving.repairing.diagnosis import Case, Change, Explanation

_PLAIN: Final = frozenset({Damage.STRANGER, Damage.REPEATED})


def the_only(case: Case, found: Sequence[Explanation]) -> Explanation | None:
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


def is_supported(case: Case, group: Sequence[int], one: Explanation, change: Change) -> bool:
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
    return change.damage is not Damage.SIGN or shows_signs(case, number, change.ref)


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


def shows_signs(case: Case, number: int, ref: Ref) -> bool:
    """Whether other columns show with which sign a row enters a sum: two, or one that its label bears out.

    Where just one does, as well it as the column that fails may have the wrong sign.
    """
    claim = case.claims[number]
    weights = [
        weight
        for other, weight in in_other_columns(case, number, ref)
        if (interval := case.ledger.interval(other)) is not None and not interval.holds(Decimal(0))
    ]
    expected = claim.total == ref or _natural_weight(case.ledger, ref) in weights
    return len(weights) > 1 or (bool(weights) and expected)


def _natural_weight(ledger: Ledger, ref: Ref) -> int:
    """The weight a row has in sums: by its label, but where rows are added up as they are printed."""
    added = ledger.statements[ref.statement].kind in ADDED_UP if ref.statement >= 0 else False
    return 1 if added else expected_weight(ledger.amounts[ref].label)


def in_other_columns(case: Case, number: int, ref: Ref) -> Iterator[tuple[Ref, int]]:
    """The figures of the row in the other columns of a claim, with their weights."""
    for other, claim in enumerate(case.claims):
        if other != number and claim.family == case.claims[number].family:
            terms = [(term.ref, term.weight) for term in claim.terms]
            for one, weight in ((claim.total, 1), *terms):
                if (one.statement, one.row) == (ref.statement, ref.row):
                    yield one, weight
