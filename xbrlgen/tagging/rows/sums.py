"""Which rows add up to which, from the arithmetic that was found to hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from attrs import evolve, field, frozen

from xbrlgen.proving.identity import Identity, IdentityKind, Outcome, Ref, Term

RowName = tuple[int, int]
Terms = tuple[tuple[RowName, int], ...]


@frozen
class Sums:
    """The contributors of each total row with their printed weights, and the totals of each row.

    ``others`` are what else adds up to a total: the sums of single columns, and all of them taken together.
    """

    terms: Mapping[RowName, Terms]
    totals: Mapping[RowName, tuple[tuple[RowName, int], ...]]
    others: Mapping[RowName, tuple[Terms, ...]] = field(factory=dict)

    def ways(self, total: RowName) -> tuple[Terms, ...]:
        """The sums of a total, the best borne out first."""
        return (self.terms[total], *self.others.get(total, ()))

    def is_total(self, name: RowName) -> bool:
        """Whether other rows add up to this one."""
        return name in self.terms


def found_sums(
    identities: Iterable[Identity],
    added_up: frozenset[int] = frozenset(),
    aside: frozenset[int] = frozenset(),
) -> Sums:
    """The sums of rows within statements that hold; of several for one total, the one most columns have.

    In the statements ``added_up`` (balance sheets) printed numbers only ever add up: a difference found there
    is arithmetic by accident. In those ``aside`` (none of the face) what adds several rows, and takes off as
    many or more, is said by no table: it is what is left where two sums are equal.
    """
    votes: dict[RowName, Counter[Terms]] = defaultdict(Counter)
    for identity in identities:
        if _is_row_sum(identity) and not _is_by_accident(identity, added_up, aside):
            total = (identity.total.statement, identity.total.row)
            votes[total][_terms(identity)] += 1
    best = {total: _most(counts) for total, counts in sorted(votes.items())}
    above: dict[RowName, list[tuple[RowName, int]]] = defaultdict(list)
    for total, terms in best.items():
        for row, weight in terms:
            above[row].append((total, weight))
    others = {total: _rest(counts, best[total]) for total, counts in votes.items() if len(counts) > 1}
    return Sums(best, {row: tuple(totals) for row, totals in above.items()}, others)


def without_echoes(identity: Identity, value_of: Callable[[Ref], Decimal | None]) -> Identity:
    """The identity without terms that cancel: a number taken off, and added where it is printed again."""
    weights = {term.weight for term in identity.terms}
    if not any(-weight in weights for weight in weights):
        return identity
    kept: list[Term] = []
    for term in identity.terms:
        value = value_of(term.ref)
        echo = next((one for one in kept if value and _cancels(one, term, value, value_of)), None)
        if echo:
            kept.remove(echo)
        else:
            kept.append(term)
    return identity if len(kept) == len(identity.terms) else evolve(identity, terms=tuple(kept))


def _cancels(one: Term, other: Term, value: Decimal, value_of: Callable[[Ref], Decimal | None]) -> bool:
    return one.weight == -other.weight and value_of(one.ref) == value


def _is_by_accident(identity: Identity, added_up: frozenset[int], aside: frozenset[int]) -> bool:
    taken_off = sum(term.weight < 0 for term in identity.terms)
    if identity.total.statement in added_up:
        return taken_off > 0
    return identity.total.statement in aside and taken_off >= len(identity.terms) - taken_off > 1


def _is_row_sum(identity: Identity) -> bool:
    if identity.kind is not IdentityKind.SUM or identity.outcome is not Outcome.HOLDS:
        return False
    total = identity.total
    return total.statement >= 0 and all(
        term.ref.statement == total.statement and term.ref.column == total.column for term in identity.terms
    )


def _terms(identity: Identity) -> Terms:
    return tuple(sorted(((term.ref.statement, term.ref.row), term.weight) for term in identity.terms))


def _most(counts: Counter[Terms]) -> Terms:
    return min(counts, key=lambda terms: (-counts[terms], -len(terms), terms))


def _rest(counts: Counter[Terms], best: Terms) -> tuple[Terms, ...]:
    """All terms together, where no two differ in weight, then the sums with fewer votes."""
    united = tuple(sorted({term for terms in counts for term in terms}))
    ranked = sorted(counts, key=lambda terms: (-counts[terms], -len(terms), terms))
    ways = ranked if len(dict(united)) < len(united) else [united, *ranked]
    return tuple(way for way in ways if way != best)
