"""Ratios a release prints beside their parts: per share, margins, tax rates, growth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, permutations
from typing import Final, TypeVar

from xbrlgen.proving.claims import Claim, Law, growth_holds, holds
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.figures.series import Series
from xbrlgen.proving.figures.subjects import subject_of
from xbrlgen.proving.figures.words import are_contrary, is_totalish
from xbrlgen.proving.identity import IdentityKind, Ref, Term
from xbrlgen.reading.statement import Basis, Column, ColumnKind, Kind, Row, Statement

# Percent rows and what they are quotients of, by the known names of rows.
_QUOTIENTS: Final = (
    (re.compile(r"gross\W+(?:profit\W+)?margin|gross\sprofit\s(?:as\s)?(?:a\s)?(?:%|percent)", re.I),
     "gross profit", "revenue"),
    (re.compile(r"operating\W+(?:income\W+)?margin", re.IGNORECASE), "operating income", "revenue"),
    (re.compile(r"(?:effective\s)?tax\srate", re.IGNORECASE), "income tax", "pretax income"),
    (re.compile(r"net\s(?:income\s|profit\s)?margin", re.IGNORECASE), "net income", "revenue"),
)  # fmt: skip

_EARNINGS: Final = re.compile(r"\b(?:income|loss|earnings|ebitda|profit)\b", re.IGNORECASE)


Option = TypeVar("Option")


def ratios_of(ledger: Ledger, series: Sequence[Series]) -> Iterator[Claim]:
    """Every ratio claim to be made of the rows and columns."""
    by_statement: dict[int, list[Series]] = defaultdict(list)
    for one in series:
        by_statement[one.statement.index].append(one)
    for rows in by_statement.values():
        yield from _per_share(ledger, rows)
        yield from _quotients(rows)
    for statement in ledger.document.statements:
        yield from _growth_columns(ledger, statement)
        yield from _percent_columns(ledger, statement)


def _per_share(ledger: Ledger, rows: Sequence[Series]) -> Iterator[Claim]:
    """Amounts a share, by the earnings and the shares that fit in the most columns."""
    shares = [row for row in rows if row.kind is Kind.SHARES]
    earnings = [row for row in rows if row.kind is Kind.MONEY and _is_earnings(row.row)]
    for amount in rows:
        if amount.kind is not Kind.PER_SHARE:
            continue
        options = [
            _per_share_claims(amount, money, count)
            for money in _likely_earnings(amount, earnings)
            for count in _likely_shares(amount, shares)
        ]
        yield from _best(ledger, options)


def _is_earnings(row: Row) -> bool:
    """Whether a row may be what an amount a share is of: earnings by name, adjusted or summed up."""
    return bool(_EARNINGS.search(row.label)) or row.basis is Basis.ADJUSTED or is_totalish(row.label)


def _likely_earnings(amount: Series, earnings: Sequence[Series]) -> list[Series]:
    """Earnings above the row, the last first: those a share are of the earnings just printed."""
    above = [row for row in earnings if row.row.index < amount.row.index]
    return above[::-1][:12]


def _likely_shares(amount: Series, shares: Sequence[Series]) -> list[Series]:
    label = f"{amount.row.label} {' '.join(amount.row.section)}"
    fitting = [row for row in shares if not are_contrary(label, row.row.label)]
    return sorted(fitting, key=lambda row: abs(row.row.index - amount.row.index))[:6]


def _per_share_claims(amount: Series, money: Series, count: Series) -> list[Claim]:
    words = f"“{amount.name}” is “{money.name}” over “{count.name}” shares"
    family = f"per share {amount.statement.index}:{amount.row.index}"
    return [
        Claim(IdentityKind.RATIO, ref, (Term(money.refs[key]), Term(count.refs[key], -1)), family, words,
              law=Law.QUOTIENT, firm=False, unsigned=True)
        for key, ref in amount.refs.items()
        if key in money.refs and key in count.refs
    ]  # fmt: skip


def _best(ledger: Ledger, options: Sequence[list[Claim]]) -> list[Claim]:
    """The option that holds most often, if it holds more often than not; the first of equals."""
    return _most_often(options, lambda claim: holds(ledger, claim))


def _most_often(options: Iterable[list[Option]], comes_out: Callable[[Option], bool]) -> list[Option]:
    best: list[Option] = []
    most = 0
    for each in options:
        held = _held_above(most, each, comes_out)
        if held > most:
            best, most = each, held
    return best if most * 2 > len(best) else []


def _held_above(least: int, option: Sequence[Option], comes_out: Callable[[Option], bool]) -> int:
    """How many come out; nought as soon as they can't be more than the least."""
    may_fail = len(option) - least - 1
    if may_fail < 0:
        return 0
    for one in option:
        if not comes_out(one):
            may_fail -= 1
            if may_fail < 0:
                return 0
    return least + 1 + may_fail


def _quotients(rows: Sequence[Series]) -> Iterator[Claim]:
    named: Mapping[str, Series] = {row.subject: row for row in reversed(rows) if row.kind is Kind.MONEY}
    for amount in rows:
        if amount.kind is not Kind.PERCENT:
            continue
        for pattern, upper, lower in _QUOTIENTS:
            if pattern.search(amount.row.label) and upper in named and lower in named:
                yield from _quotient_claims(amount, named[upper], named[lower])


def _quotient_claims(amount: Series, upper: Series, lower: Series) -> Iterator[Claim]:
    words = f"“{amount.name}” is “{upper.name}” over “{lower.name}”"
    family = f"quotient {amount.statement.index}:{amount.row.index}"
    for key, ref in amount.refs.items():
        if key in upper.refs and key in lower.refs:
            terms = (Term(upper.refs[key]), Term(lower.refs[key], -1))
            yield Claim(
                IdentityKind.RATIO, ref, terms, family, words, Law.QUOTIENT, firm=False, unsigned=True
            )


MOST_PAIRS: Final = 30
"""Pairs of columns that a column of percent change is tried with."""


def _growth_columns(ledger: Ledger, statement: Statement) -> Iterator[Claim]:
    """Columns of percent change against the two columns of values they hold for in most rows."""
    values = [c for c in statement.columns if c.kind is ColumnKind.VALUE]
    for column in statement.columns:
        if column.kind is ColumnKind.PERCENT_CHANGE:
            pairs = islice(permutations(values, 2), MOST_PAIRS)
            filled = _filled(statement, [column, *values])
            options = (_rows_of(filled, column, new, old) for new, old in pairs)
            best = _most_often(options, lambda refs: growth_holds(ledger, *refs))
            family = f"growth {statement.index}:{column.index}"
            yield from (_growth_claim(family, *refs) for refs in best)


def _filled(statement: Statement, columns: Sequence[Column]) -> Mapping[int, Mapping[int, Ref]]:
    """The figures of these columns by row."""
    return {
        column.index: {
            row.index: Ref(statement.index, row.index, column.index)
            for row in statement.rows
            if statement.entry(row.index, column.index) is not None
        }
        for column in columns
    }


def _rows_of(filled: Mapping[int, Mapping[int, Ref]], *columns: Column) -> list[tuple[Ref, Ref, Ref]]:
    """The figures of the rows that have one in each of three columns."""
    rates, new, old = (filled[column.index] for column in columns)
    return [(rate, new[row], old[row]) for row, rate in rates.items() if row in new and row in old]


def _growth_claim(family: str, total: Ref, new: Ref, old: Ref) -> Claim:
    words = "the percent change between two columns"
    terms = (Term(new), Term(old, -1))
    return Claim(IdentityKind.GROWTH, total, terms, family, words, Law.GROWTH, firm=False, unsigned=True)


def _percent_columns(ledger: Ledger, statement: Statement) -> Iterator[Claim]:
    """Columns of percents of a base row, which is the revenue where there is one."""
    values = [c for c in statement.columns if c.kind is ColumnKind.VALUE]
    bases = [row.index for row in statement.rows if subject_of(row.label) == "revenue"][:4]
    for column in statement.columns:
        if column.kind is ColumnKind.PERCENT:
            options = [_of_base(statement, column, value, base) for value in values for base in bases]
            yield from _best(ledger, options)


def _of_base(statement: Statement, column: Column, value: Column, base: int) -> list[Claim]:
    words = "the percent of the revenue"
    family = f"percent {statement.index}:{column.index}"
    whole = Term(Ref(statement.index, base, value.index), -1)
    if statement.entry(base, value.index) is None:
        return []
    return [
        Claim(IdentityKind.RATIO, Ref(statement.index, row.index, column.index),
              (Term(Ref(statement.index, row.index, value.index)), whole), family, words, Law.QUOTIENT,
              firm=False, unsigned=True)
        for row in statement.rows
        if statement.entry(row.index, column.index) and statement.entry(row.index, value.index)
    ]  # fmt: skip
