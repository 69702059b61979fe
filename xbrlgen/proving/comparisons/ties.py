"""Finds the same amount in two rows: of two statements, or of one that prints it twice.

Rows are brought together by the leading digits of their figures, so the work grows with the number of
figures and of equal figures, not with the square of the rows.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from attrs import frozen

from xbrlgen.proving.claims import Claim
from xbrlgen.proving.figures.intervals import Interval
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.series import Key, Series
from xbrlgen.proving.figures.words import are_contrary, likeness, words_of
from xbrlgen.proving.identity import IdentityKind, Ref, Term
from xbrlgen.reading.statement import Basis, Kind, StatementKind

CROWD = 14
"""Rows with equal leading digits beyond which they say nothing."""

CERTAIN = 12.0
"""Evidence from which rows of unlike labels are taken to show one amount."""

TELLING = 2 * Decimal(1000).sqrt()
"""How often the rounding of an amount goes into twice the amount that is known to two and a half digits."""

FAMILIAR = 5.0
"""Evidence from which rows of like labels are."""

BY_LINE = frozenset({StatementKind.STOCK_COMPENSATION, StatementKind.AMORTIZATION, StatementKind.SEGMENTS})


@frozen
class Match:
    """Two rows compared: the sign between them, and where they agree, differ or cannot be read."""

    first: Series
    second: Series
    weight: int
    equal: tuple[Key, ...]
    unequal: tuple[Key, ...]
    unknown: tuple[Key, ...]
    evidence: float

    @property
    def is_same_fact(self) -> bool:
        """Whether the labels say that the rows mean the same, so that each figure repeats the other."""
        if self.first.subject and self.first.subject == self.second.subject:
            return True
        likeness = self.first.likeness(self.second)
        if likeness < 0.5 or not self._sections_agree:
            return False
        if likeness < 0.6 and (len(self.equal) < 2 or self.evidence < CERTAIN):
            return False
        return self.first.row.basis is self.second.row.basis or self._is_shorthand

    @property
    def _sections_agree(self) -> bool:
        """Whether the headings do not tell rows of short names apart, as "Other" under two headings."""
        if min(len(words_of(self.first.row.label)), len(words_of(self.second.row.label))) > 1:
            return True
        one, two = (" ".join(row.section[-1:]) for row in (self.first.row, self.second.row))
        return not one or not two or likeness(one, two) >= 0.5

    @property
    def _is_shorthand(self) -> bool:
        """Whether one label leaves out a word of the other, as "EBITDA" for "Adjusted EBITDA"."""
        one, two = words_of(self.first.row.label), words_of(self.second.row.label)
        plain = not self.first.subject and not self.second.subject and self.first.kind is Kind.MONEY
        return plain and (one < two or two < one) and self.evidence >= CERTAIN and not self.unequal


def ties_of(ledger: Ledger, series: Sequence[Series]) -> Iterator[Claim]:
    """A claim for each pair of rows that show one amount, in each column they share."""
    for match in _matches_of(ledger, series):
        yield from _claims(match)


def _matches_of(ledger: Ledger, series: Sequence[Series]) -> Iterator[Match]:
    """The pairs of rows to be believed."""
    for first, second in pairs_of(ledger, series):
        for weight in (1, -1):
            match = _match(ledger, first, second, weight)
            if match is not None:
                yield match
                break


def pairs_of(ledger: Ledger, series: Sequence[Series]) -> Iterator[tuple[Series, Series]]:
    """The pairs of rows that have a figure of equal leading digits in a column they share."""
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(series):
        for key, ref in one.refs.items():
            interval = ledger.interval(ref)
            if interval is not None and _is_known(interval):
                buckets[(one.kind, key, leading(interval))].append(number)
    pairs = {pair for bucket in buckets.values() if len(bucket) <= CROWD for pair in combinations(bucket, 2)}
    for a, b in sorted(pairs):
        yield series[a], series[b]


def leading(interval: Interval) -> str:
    """The first three digits of an amount."""
    return f"{abs(interval.middle):.2E}"


def _is_known(interval: Interval) -> bool:
    """Whether an amount is known to two and a half digits."""
    return abs(interval.low + interval.high) >= TELLING * (interval.high - interval.low or 1)


def _digits(interval: Interval) -> float:
    """How many digits an amount is known to."""
    if not interval.middle:
        return 0.0
    return math.log10(abs(interval.middle) / (2 * interval.half or 1)) + 1


def _match(ledger: Ledger, first: Series, second: Series, weight: int) -> Match | None:
    equal, unequal, unknown, evidence = [], [], [], 0.0
    for key in first.refs:
        if key not in second.refs:
            continue
        one, two = ledger.interval(first.refs[key]), ledger.interval(second.refs[key])
        if one is None or two is None:
            unknown.append(key)
        elif not (one.meets(two) if weight == 1 else one.meets_mirrored(two)):
            unequal.append(key)
        else:
            equal.append(key)
            evidence += max(0.0, min(_digits(one), _digits(two)) - 0.5) * math.log(10)
    match = Match(first, second, weight, tuple(equal), tuple(unequal), tuple(unknown), evidence)
    return match if equal and _is_believed(match) else None


def _is_believed(match: Match) -> bool:
    first, second = match.first, match.second
    if are_contrary(first.row.label, second.row.label) or _is_part(first, second):
        return False
    if match.is_same_fact:
        most = len(match.equal) >= len(match.unequal) and _is_one_name(match)
        return match.evidence >= FAMILIAR and (most or not match.unequal)
    return match.evidence >= CERTAIN and len(match.equal) > 1 and not match.unequal


def _is_part(first: Series, second: Series) -> bool:
    """Whether one row is a part, by line, of what the other shows whole."""
    return any(
        one.statement.kind in BY_LINE
        and other.statement.kind not in BY_LINE
        and not one.row.is_total
        and one.likeness(other) >= 0.5
        for one, other in ((first, second), (second, first))
    )


def _claims(match: Match) -> Iterator[Claim]:
    family = f"tie {_id(match.first)} {_id(match.second)}"
    kind = IdentityKind.REPETITION if match.is_same_fact else IdentityKind.TIE
    firm = match.is_same_fact and _is_firm(match)
    words = f"“{match.first.name}” and “{match.second.name}” show one amount"
    for key, ref in match.first.refs.items():
        other = match.second.refs.get(key)
        if other is not None:
            first, second = sorted((ref, other))
            yield Claim(kind, first, (Term(second, match.weight),), family, words, firm=firm)


def _is_firm(match: Match) -> bool:
    """Whether a difference between the rows would mean damage and not another meaning."""
    return _is_one_name(match) and match.first.kind is Kind.MONEY and _is_reported(match)


def _is_one_name(match: Match) -> bool:
    """Whether the labels are the same but for empty words, or name one known figure."""
    same = bool(match.first.subject) and match.first.subject == match.second.subject
    return same or match.first.likeness(match.second) > 0.99


def _is_reported(match: Match) -> bool:
    return match.first.row.basis is match.second.row.basis is Basis.REPORTED


def _id(series: Series) -> str:
    return f"{series.statement.index}:{series.row.index}"


_BALANCE = "balance "
_SIDES = frozenset({"total assets", "total liabilities and equity"})


def balance_claims(series: Sequence[Series]) -> Iterator[Claim]:
    """Assets equal liabilities and equity in every column of every balance sheet."""
    sides = [one for one in series if one.subject in _SIDES]
    for one, other in combinations(sides, 2):
        if one.statement is other.statement and one.subject != other.subject:
            for key in one.refs:
                if key in other.refs:
                    refs: list[Ref] = [one.refs[key], other.refs[key]]
                    words = "total assets equal total liabilities and equity"
                    family = f"{_BALANCE}{one.statement.index}"
                    yield Claim(IdentityKind.TIE, refs[0], (Term(refs[1]),), family, words)


def is_balance(claim: Claim) -> bool:
    """Whether a claim is that the two sides of a balance sheet are equal, whatever else holds for them."""
    return claim.family.startswith(_BALANCE)
