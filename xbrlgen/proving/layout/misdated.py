"""Adjusted columns headed with a wrong period, which sums across the columns show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from xbrlgen.proving.claims import judge
from xbrlgen.proving.figures.ledger import Ledger, is_forecast
from xbrlgen.proving.identity import Outcome
from xbrlgen.proving.layout.headings import Heading
from xbrlgen.proving.sums.across import by_basis, claims_across
from xbrlgen.reading.statement import Basis, Column, ColumnKind, Statement

LEAST: Final = 3
"""Rows in which as reported and adjustments must make the adjusted amount to tell its period."""


def misdated_of(ledger: Ledger) -> Iterator[Heading]:
    """Adjusted columns headed with a period that has no other column, summed up from those of another one."""
    for statement in ledger.document.statements:
        values = [c for c in statement.columns if c.kind is ColumnKind.VALUE]
        for total in [] if is_forecast(statement) else values:
            same = [c for c in values if c.period == total.period and c.index != total.index]
            if total.basis is Basis.ADJUSTED and not same:
                yield from _misdated(ledger, statement, total, values)


def _misdated(
    ledger: Ledger, statement: Statement, total: Column, values: Sequence[Column]
) -> Iterator[Heading]:
    for reported in (c for c in values if c.basis is Basis.REPORTED and c.period is not None):
        rivals = [c for c in values if c.basis is Basis.ADJUSTED and c.period == reported.period]
        dated = evolve(total, period=reported.period)
        for parts, words in by_basis(dated, [c for c in values if c.index != total.index]):
            outcomes = [judge(ledger, claim) for claim in claims_across(statement, total, parts, words)]
            held = [one for one in outcomes if one.outcome is Outcome.HOLDS and one.computed]
            if len(held) >= LEAST and len(held) == len([one for one in outcomes if one.computed]):
                told = f"in {len(held)} rows {words} of that period"
                period = reported.period
                if period is not None:
                    yield Heading(statement.index, total, period, (), not rivals, told)
                return
