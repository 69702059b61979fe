"""Finds the smallest explanation for claims that fail.

Failing claims that share a figure are explained together. First one figure is tried, then two. A figure
may be taken for damaged only if some other value of it makes every failing claim hold that it is part of
and breaks none that held. With ``f`` failing claims of at most ``t`` figures of ``d`` digits, one figure
costs O(f * t * 20d) trials, two cost that squared; ``limit`` trials end the search.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from xbrlgen.proving.budget import Budget
from xbrlgen.proving.claims import Claim, Law, judge
from xbrlgen.proving.figures.intervals import Interval
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.identity import Identity, IdentityKind, Outcome, Ref
from xbrlgen.proving.repairing.damage import COST, Damage, Original, originals

EVERYWHERE: Final = Interval(Decimal("-1E30"), Decimal("1E30"))

WIDEST: Final = 16
"""Failing claims in a group beyond which no two figures are looked for."""


@frozen
class Change:
    """One figure taken to be something else than printed."""

    ref: Ref
    value: Decimal
    damage: Damage


@frozen
class Explanation:
    """Changes after which every claim of a group holds."""

    changes: tuple[Change, ...]

    @property
    def cost(self) -> float:
        """How unlikely it is; only the order matters."""
        return sum(COST[change.damage] for change in self.changes) + len(self.changes)

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The figures it changes."""
        return tuple(change.ref for change in self.changes)


@frozen
class Case:
    """The claims of a document by figure, with their outcomes on the printed values."""

    ledger: Ledger = field(repr=False)
    claims: tuple[Claim, ...] = field(repr=False)
    identities: tuple[Identity, ...] = field(repr=False)
    by_ref: Mapping[Ref, tuple[int, ...]] = field(repr=False)

    @property
    def failing(self) -> tuple[int, ...]:
        """The claims that do not hold and should."""
        return tuple(i for i, one in enumerate(self.identities) if one.outcome is Outcome.FAILS)

    def is_held(self, ref: Ref) -> bool:
        """Whether a claim that a figure is part of holds."""
        return any(self.identities[number].outcome is Outcome.HOLDS for number in self.by_ref.get(ref, ()))


def case_of(ledger: Ledger, claims: Sequence[Claim]) -> Case:
    """The claims judged."""
    by_ref: dict[Ref, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        for ref in claim.refs:
            by_ref[ref].append(number)
    identities = tuple(judge(ledger, claim) for claim in claims)
    return Case(ledger, tuple(claims), identities, {ref: tuple(numbers) for ref, numbers in by_ref.items()})


def groups(case: Case) -> list[tuple[int, ...]]:
    """The failing claims, those together that share a figure."""
    rest = list(case.failing)
    result = []
    while rest:
        group = [rest.pop(0)]
        refs = set(case.claims[group[0]].refs)
        grown = True
        while grown:
            joined = [number for number in rest if refs & set(case.claims[number].refs)]
            grown = bool(joined)
            for number in joined:
                rest.remove(number)
                group.append(number)
                refs |= set(case.claims[number].refs)
        result.append(tuple(sorted(group)))
    return result


def explanations(case: Case, group: Sequence[int], budget: Budget) -> list[Explanation]:
    """All explanations of the least number of figures, one or two, in order of cost."""
    singles = [Explanation((change,)) for change in _single(case, group, {}, budget)]
    if any(one.changes[0].damage is not Damage.UNKNOWN for one in singles):
        wider = list(_wider(case, group, singles, budget))
        return sorted(wider or singles, key=_order)
    swaps = list(_swaps(case, group, budget))
    if swaps or not 1 < len(group) <= WIDEST:
        return sorted([*singles, *swaps], key=_order)
    return sorted([*singles, *_double(case, group, budget)], key=_order)


def _wider(
    case: Case, group: Sequence[int], singles: Sequence[Explanation], budget: Budget
) -> Iterator[Explanation]:
    """Exchanges that explain this group and another one at once, which no change of one figure does."""
    for one in sorted({one.refs[0] for one in singles}):
        for other in _neighbours(case, one):
            elsewhere = [n for n in case.by_ref.get(other, ()) if case.identities[n].outcome is Outcome.FAILS]
            if not set(elsewhere) <= set(group):
                yield from _swap(case, (*group, *elsewhere), one, other, budget)


def _swaps(case: Case, group: Sequence[int], budget: Budget) -> Iterator[Explanation]:
    """Figures that are exchanged with the next one of their row or column."""
    refs = sorted({ref for number in group for ref in case.claims[number].refs if ref.statement >= 0})
    for one in refs:
        for other in _neighbours(case, one):
            if other not in refs or one < other:
                yield from _swap(case, group, one, other, budget)


def _swap(case: Case, group: Sequence[int], one: Ref, other: Ref, budget: Budget) -> Iterator[Explanation]:
    """The exchange of two figures, if it makes the group hold."""
    first, second = case.ledger.interval(one), case.ledger.interval(other)
    if first is None or second is None or not budget.spend():
        return
    values = {one: second.middle, other: first.middle}
    if not all(any(case.claims[number].firm for number in case.by_ref.get(ref, ())) for ref in values):
        return  # nothing would prove one of the two
    if first.middle != second.middle and _works(case, values, group):
        yield Explanation(tuple(Change(ref, value, Damage.SWAPPED) for ref, value in sorted(values.items())))


def _neighbours(case: Case, ref: Ref) -> Iterator[Ref]:
    """The next figures of the same row and of the same column, of the same kind."""
    for row, column in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        other = Ref(ref.statement, ref.row + row, ref.column + column)
        amount = case.ledger.amounts.get(other)
        if amount is not None and amount.kind is case.ledger.amounts[ref].kind:
            yield other


def _order(explanation: Explanation) -> tuple[float, tuple[Ref, ...], tuple[Decimal, ...]]:
    return explanation.cost, explanation.refs, tuple(change.value for change in explanation.changes)


def _single(
    case: Case, group: Sequence[int], given: Mapping[Ref, Decimal], budget: Budget
) -> Iterator[Change]:
    """The changes of one figure that make the group hold, which all its claims must share."""
    shared = set.intersection(*(set(case.claims[number].refs) for number in group))
    for ref in sorted(shared - set(given)):
        yield from _changes(case, group, ref, given, budget)


def _changes(
    case: Case, group: Sequence[int], ref: Ref, given: Mapping[Ref, Decimal], budget: Budget
) -> Iterator[Change]:
    allowed = _allowed_values(case, group, ref, given)
    if allowed is None:
        return
    found = False
    for original in _values(case, group, ref, allowed):
        if not budget.spend():
            return
        if _works(case, {**given, ref: original.value}, group):
            found = True
            yield Change(ref, original.value, original.damage)
    bounded = allowed.high < EVERYWHERE.high
    if not found and bounded and budget.spend() and _works(case, {**given, ref: allowed.middle}, group):
        yield Change(ref, allowed.middle, Damage.UNKNOWN)


def _allowed_values(
    case: Case, group: Sequence[int], ref: Ref, given: Mapping[Ref, Decimal]
) -> Interval | None:
    """Where a figure must lie for the sums of the group to hold; None where they leave nothing."""
    ledger = case.ledger.with_values(given) if given else case.ledger
    allowed: Interval | None = EVERYWHERE
    for number in group:
        claim = case.claims[number]
        if claim.law is Law.SUM and not claim.unsigned and allowed is not None:
            solved = solve(ledger, claim, ref)
            allowed = None if solved is None else allowed.meet(solved)
    return allowed


def solve(ledger: Ledger, claim: Claim, ref: Ref) -> Interval | None:
    """The values of one figure for which a sum holds; None where another of its figures is unreadable."""
    amount = ledger.amounts.get(ref)
    if amount is None:
        return None
    value = amount.value if amount.value is not None else Decimal(0)
    identity = judge(ledger.with_values({ref: value}), claim)
    if identity.difference is None or identity.slack is None:
        return None
    weight = sum(term.weight for term in claim.terms if term.ref == ref) - (1 if claim.total == ref else 0)
    if not weight:
        return None
    return Interval.around(value + identity.difference / weight, identity.slack / abs(weight))


def _values(case: Case, group: Sequence[int], ref: Ref, allowed: Interval) -> Iterator[Original]:
    """The named originals of a figure within bounds, each value once, and what ties say it is."""
    seen = set()
    for original in (*_tied(case, group, ref), *originals(case.ledger.amounts[ref])):
        if allowed.holds(original.value) and original.value not in seen:
            seen.add(original.value)
            yield original


def _tied(case: Case, group: Sequence[int], ref: Ref) -> Iterator[Original]:
    """The value of a figure where it is printed again."""
    for number in group:
        claim = case.claims[number]
        if claim.kind not in {IdentityKind.REPETITION, IdentityKind.TIE} or len(claim.terms) != 1:
            continue
        other = claim.terms[0].ref if claim.total == ref else claim.total
        amount = case.ledger.amounts[other]
        if (
            amount.value is not None
            and not amount.lost_digit
            and amount.scale == case.ledger.amounts[ref].scale
        ):
            yield Original(amount.value * claim.terms[0].weight, Damage.REPEATED)


def _works(case: Case, values: Mapping[Ref, Decimal], group: Iterable[int]) -> bool:
    """Whether every claim of the group holds with these values, and every other that held before."""
    ledger = case.ledger.with_values(values)
    wanted = set(group)
    touched = {number for ref in values for number in case.by_ref.get(ref, ())} | wanted
    return all(
        judge(ledger, case.claims[number]).outcome is Outcome.HOLDS
        for number in sorted(touched)
        if number in wanted or case.identities[number].outcome is Outcome.HOLDS
    )


def _double(case: Case, group: Sequence[int], budget: Budget) -> Iterator[Explanation]:
    """Two figures that together explain the group: the first by one claim, the second by what is left."""
    seen = set()
    for number in group:
        for ref in sorted(set(case.claims[number].refs)):
            for first in _changes(case, (number,), ref, {}, budget):
                if first.damage is Damage.UNKNOWN:
                    continue
                for second in _rest(case, group, first, budget):
                    pair = frozenset((first, second))
                    if pair not in seen:
                        seen.add(pair)
                        yield Explanation(tuple(sorted(pair, key=lambda change: change.ref)))


def _rest(case: Case, group: Sequence[int], first: Change, budget: Budget) -> Iterator[Change]:
    """The second figures that make the whole group hold once the first is changed."""
    given = {first.ref: first.value}
    ledger = case.ledger.with_values(given)
    left = [n for n in group if judge(ledger, case.claims[n]).outcome is not Outcome.HOLDS]
    if not left:
        return
    for change in _single(case, left, given, budget):
        if _works(case, {**given, change.ref: change.value}, group):
            yield change
