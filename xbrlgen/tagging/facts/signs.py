"""The sign that a printed number has as a fact, told by sums, ties and labels together."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from xbrlgen.model import Balance, Concept, Period
from xbrlgen.tagging.known.knowledge import Knowledge
from xbrlgen.tagging.known.polarity import is_two_sided, turned_by_label
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName, Sums, Terms

_CASH = frozenset({"operating", "investing", "financing"})
# What a bond weighs: more than words of a label (up to 2), less than a sure side of the books (3). With 2,
# words win against the sums of some releases.
_BOND = 2.5
_BACK = re.compile(r"\((refund|refunded|received|reversal|recovery|release|benefit|income|credit)\)")
# What is taken off the interest in which it was counted, and is never less than nothing itself.
_NEVER_NEGATIVE = re.compile("InterestCostsCapitalized|(PublicUtilities)?AllowanceForFundsUsed")
_TAKEN_OUT = re.compile("Equity|Discontinued")
_UNTAXED = re.compile(r"\bbefore\b.*\btax")
_LOSS = re.compile(r"(consolidated |total )?(net |operating )*loss\b")
_SHARE = re.compile("AttributableTo(Redeemable|Nonredeemable)?NoncontrollingInterest$")
_OF_ALL = re.compile("^ProfitLoss$|IncludingPortionAttributableToNoncontrollingInterest$")
# What is a part of the result whatever the trees say: the part of operations kept, the part of some partners.
_OF_RESULT = re.compile("IncomeLossFromContinuingOperations(?!Before)|NetIncomeLossAllocatedTo")
_LAST = frozenset({"NetIncomeLoss", "ProfitLoss"})
_CHANGES = "IncreaseDecrease"
_RESULTS = ("NetIncomeLoss", "ProfitLoss", "IncomeLoss", "NetCash", "CashAndCash", "CashCash", "Effect")


@frozen
class Bond:
    """That two rows turn alike (1) or opposite (-1), and how strongly that is known."""

    one: RowName
    other: RowName
    parity: int
    strength: int


def turns(
    lines: Sequence[Line], concepts: Mapping[RowName, Concept], sums: Sums, knowledge: Knowledge
) -> dict[RowName, int]:
    """1 or -1 for each row: by what its printed numbers are multiplied to be facts."""
    known = {line.name: line for line in lines if line.name in concepts}
    faces = {name: concepts[name] for name, line in known.items() if line.form}
    bonds = [*_ties(known, concepts), *_sum_bonds(faces, sums, knowledge)]
    votes = {name: _vote(line, concepts[name]) for name, line in known.items()}
    votes |= dict(_taxed(lines, concepts, sums)) | dict(_shared(known, concepts))
    return _with_their_whole(_settled(sorted(known), bonds, votes), concepts, sums)


def _with_their_whole(
    found: dict[RowName, int], concepts: Mapping[RowName, Concept], sums: Sums
) -> dict[RowName, int]:
    """Parts that have the concept of their total turn as it does."""
    for total, terms in sums.terms.items():
        for row, weight in terms:
            if row in found and total in found and concepts[row] == concepts[total]:
                found[row] = found[total] * weight
    return found


def _sum_bonds(concepts: Mapping[RowName, Concept], sums: Sums, knowledge: Knowledge) -> Iterator[Bond]:
    for total, terms in sums.terms.items():
        if total not in concepts:
            yield from _term_bonds(terms, concepts)
            continue
        whole = _whole(total, terms, concepts, knowledge)
        for row, weight in terms:
            if row in concepts:
                law = _weight(concepts[row], concepts[total], whole, knowledge)
                if law:
                    yield Bond(total, row, law * weight, 1)


def _whole(
    total: RowName, terms: Terms, concepts: Mapping[RowName, Concept], knowledge: Knowledge
) -> Concept | None:
    """The term that the total is officially a part of: then the sum takes the rest out of that whole."""
    name = concepts[total].name.local
    above = knowledge.ancestors(name) | (_LAST if _OF_RESULT.match(name) else set())
    named = (concepts[row] for row, weight in terms if row in concepts and weight > 0)
    return next((one for one in named if one.name.local in above), None)


def _weight(child: Concept, total: Concept, whole: Concept | None, knowledge: Knowledge) -> int | None:
    """With which weight a child officially adds up to a total, or is taken out of the whole it was in."""
    if whole and child != whole:
        found = knowledge.weight(child, whole)
        return -found if found else None
    return _law(child, total) or knowledge.weight(child, total)


def _term_bonds(terms: Terms, concepts: Mapping[RowName, Concept]) -> Iterator[Bond]:
    """Terms of one sum are bound by their sides and weights even where nothing is known of the total."""
    sided = [(row, weight, concepts[row].balance) for row, weight in terms if row in concepts]
    first = next((one for one in sided if one[2]), None)
    for row, weight, balance in sided:
        if first and balance and row != first[0]:
            yield Bond(first[0], row, first[1] * weight * (1 if balance is first[2] else -1), 1)


def _law(child: Concept, total: Concept) -> int | None:
    """What holds whatever the sides of the books: results open the cash flows, owners share a result."""
    name, whole = child.name.local, total.name.local
    if whole.startswith("NetCashProvidedByUsedInOperating"):
        return 1 if name.startswith(_RESULTS[:3]) and not _TAKEN_OUT.search(name) else None
    return 1 if _SHARE.search(name) and _OF_ALL.search(whole) else None


def _ties(known: Mapping[RowName, Line], concepts: Mapping[RowName, Concept]) -> Iterator[Bond]:
    """The same concept in the same period with the same digits is one fact: both turn to one value."""
    first: dict[tuple[object, ...], tuple[RowName, Decimal]] = {}
    for name, line in sorted(known.items()):
        for period, value in line.values:
            if value and period:
                spot = _spot(concepts[name], period, value)
                other, before = first.setdefault(spot, (name, value))
                if other != name:
                    yield Bond(other, name, 1 if (before > 0) == (value > 0) else -1, 2)


def _spot(concept: Concept, period: Period, value: Decimal) -> tuple[object, ...]:
    return concept.name, period, abs(value)


@frozen
class Vote:
    """How strongly a row alone speaks for being turned (negative) or not, and whether that settles it."""

    weight: float
    sure: bool = False

    @property
    def turn(self) -> int:
        """What it comes to."""
        return 1 if self.weight >= 0 else -1


def _taxed(
    lines: Sequence[Line], concepts: Mapping[RowName, Concept], sums: Sums
) -> Iterator[tuple[RowName, Vote]]:
    """What sums say of taxes, whatever the results in them are called: those taken off are expense."""
    by_name = {line.name: line for line in lines if line.form == "IS"}
    for terms in sums.terms.values():
        if all(row in by_name for row, _ in terms):
            results = [weight for row, weight in terms if _UNTAXED.search(by_name[row].bare)]
            taxes = [one for one in terms if one[0] in concepts and _is_tax(concepts[one[0]])]
            if len(results) == len(taxes) == 1:
                ((row, weight),) = taxes
                yield row, Vote(-2.0 * weight * results[0], sure=True)


def _shared(
    known: Mapping[RowName, Line], concepts: Mapping[RowName, Concept]
) -> Iterator[tuple[RowName, Vote]]:
    """What the results above and below say of a share of others in them, whether proved or not."""
    faces = {name: line for name, line in known.items() if line.form == "IS" and len(line.values) > 1}
    for row, line in faces.items():
        if _SHARE.search(concepts[row].name.local):
            wholes, rests = (
                [one for at, one in faces.items() if at[0] == row[0] and concepts[at].name.local == name]
                for name in ("ProfitLoss", "NetIncomeLoss")
            )
            found = {turn for whole in wholes for rest in rests for turn in _left(whole, line, rest)}
            if len(found) == 1:
                yield row, Vote(2.0 * found.pop(), sure=True)


def _left(whole: Line, share: Line, rest: Line) -> Iterator[int]:
    """By what a share is multiplied that its being taken off the whole leaves the rest in every column."""
    columns = list(zip(whole.values, share.values, rest.values, strict=False))
    for turn in (1, -1):
        if any(one[1] for _, one, _ in columns) and all(
            of[1] - turn * one[1] == left[1] for of, one, left in columns
        ):
            yield turn


def _is_tax(concept: Concept) -> bool:
    return concept.name.local.startswith("IncomeTaxExpenseBenefit")


def _vote(line: Line, concept: Concept) -> Vote:
    negative = sum(value < 0 for _, value in line.values)
    positive = sum(value > 0 for _, value in line.values)
    if line.form == "CF" and line.slot in _CASH and not concept.name.local.startswith(_RESULTS):
        return Vote(3.0 if concept.balance is Balance.DEBIT else -3.0 if concept.balance else 0.5, sure=True)
    if not line.form and concept.name.local.startswith(_CHANGES) and concept.balance:
        return Vote(1.0 if concept.balance is Balance.DEBIT else -1.0)
    told = turned_by_label(line.words, concept)
    if is_two_sided(concept):
        is_loss = _says_twice(told, line) and not positive and _LOSS.match(line.words) is not None
        is_told_twice = _says_twice(told, line) and (negative > positive or _is_result_below(line, concept))
        return Vote(0.5 if is_told_twice else told * 2.0 if told else 0.5, sure=is_loss)
    if negative > positive and _NEVER_NEGATIVE.match(concept.name.local):
        return Vote(-2.0, sure=True)
    if negative > positive and _BACK.search(line.words) and told >= 0:
        return Vote(1.0)
    return Vote(2.0 if positive >= negative else -2.0, sure=positive > negative)


def _is_result_below(line: Line, concept: Concept) -> bool:
    """Whether a "net loss" of a face statement is negative first: its label was written for that number."""
    first = next((value for _, value in line.values if value), 0)
    return bool(line.form and concept.name.local.startswith(_RESULTS[:3]) and first < 0)


def _says_twice(told: int, line: Line) -> bool:
    """Whether a label of one word ("net loss") over negative prints says their sign once more, no turn."""
    return told < 0 and "(" not in line.words


def _settled(
    names: Iterable[RowName], bonds: Sequence[Bond], votes: Mapping[RowName, Vote]
) -> dict[RowName, int]:
    """Sure rows stand by themselves; the others turn together, as their votes and sure neighbours say."""
    found = {name: vote.turn for name, vote in votes.items() if vote.sure}
    neighbours: dict[RowName, list[Bond]] = defaultdict(list)
    for bond in sorted(bonds, key=lambda one: -one.strength):
        neighbours[bond.one].append(bond)
        neighbours[bond.other].append(bond)
    for name in names:
        if name not in found:
            group = _group(name, neighbours, found)
            whole = sum(_pull(row, neighbours, found, votes) * parity for row, parity in group.items())
            found |= {row: parity if whole >= 0 else -parity for row, parity in group.items()}
    return found


def _pull(
    row: RowName,
    neighbours: Mapping[RowName, Sequence[Bond]],
    sure: Mapping[RowName, int],
    votes: Mapping[RowName, Vote],
) -> float:
    """How strongly a row is drawn to not being turned, by its own vote and its sure neighbours."""
    drawn = votes[row].weight
    for bond in neighbours.get(row, ()):
        other = bond.other if bond.one == row else bond.one
        if other in sure:
            drawn += _BOND * bond.strength * bond.parity * sure[other]
    return drawn


def _group(
    start: RowName, neighbours: Mapping[RowName, Sequence[Bond]], sure: Mapping[RowName, int]
) -> dict[RowName, int]:
    """All unsure rows bound to one, with their turn relative to it; ties are followed before sums."""
    parity = {start: 1}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for bond in neighbours.get(name, ()):
            other = bond.other if bond.one == name else bond.one
            if other not in parity and other not in sure:
                parity[other] = parity[name] * bond.parity
                waiting.append(other)
    return parity
