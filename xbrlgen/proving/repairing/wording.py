"""What was found, said to someone who has only the release."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from xbrlgen.model import Period
from xbrlgen.proving.claims import Claim
from xbrlgen.proving.figures.ledger import Amount, Ledger, places_of
from xbrlgen.proving.identity import Identity, Ref
from xbrlgen.proving.repairing.damage import Damage
from xbrlgen.proving.repairing.diagnosis import Case, Change
from xbrlgen.reading.statement import Column, Kind, Row

# Rows named in a sentence.
MOST_NAMES: Final = 4


def printed(amount: Amount) -> str:
    """A figure as printed, in quotes."""
    return f"“{amount.figure.print.strip()}”"


def like_print(amount: Amount, value: Decimal) -> str:
    """A value in the units and accuracy of a print: 41,000 in a table in thousands is written 41."""
    number = value.scaleb(-amount.scale)
    places = max(places_of(amount, value), 0)
    whole = number == number.to_integral_value()
    return f"{number:,.0f}" if whole and amount.kind is Kind.MONEY else f"{number:,.{places}f}"


_SPANS = ((80, 100, "three months"), (170, 190, "six months"), (260, 285, "nine months"), (350, 380, "year"))


def period_text(period: Period | None) -> str:
    """A period in words.

    >>> from datetime import date
    >>> period_text(Period(date(2013, 1, 1), date(2013, 9, 30)))
    'the nine months to September 30, 2013'
    """
    if period is None or period.end is None:
        return "no stated period"
    end = f"{period.end:%B} {period.end.day}, {period.end.year}"
    if period.start is None:
        return end
    days = (period.end - period.start).days
    span = next((words for low, high, words in _SPANS if low <= days <= high), "")
    return f"the {span} to {end}" if span else f"the {days + 1} days to {end}"


def column_text(column: Column) -> str:
    """A column by its period, and by its heading where it is for a part of what is reported."""
    heading = column.segment.strip()
    return f"{period_text(column.period)} (“{heading}”)" if heading else period_text(column.period)


def names_text(rows: Sequence[Row]) -> str:
    """Rows by their labels, of many only the first ones."""
    names = [f"“{row.label.strip()}”" if row.label.strip() else "an unlabelled row" for row in rows]
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[: MOST_NAMES - 1])} and {len(names) - MOST_NAMES + 1} other rows"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else "no row"


def where(ledger: Ledger, ref: Ref) -> str:
    """Row, column and line of a figure."""
    amount = ledger.amounts[ref]
    line = f"line {amount.place.line}"
    if ref.statement < 0:
        return f"the sentence on “{amount.label.strip()}” ({line})"
    name = f"“{amount.label.strip()}”" if amount.label.strip() else "an unlabelled row"
    column = ledger.column(ref)
    time = f" for {period_text(column.period)}" if column is not None and column.period is not None else ""
    return f"{name}{time} ({line})"


def figure_text(ledger: Ledger, ref: Ref) -> str:
    """A figure as printed, with where it stands."""
    return f"{printed(ledger.amounts[ref])} in {where(ledger, ref)}"


_DEEDS = {
    Damage.DIGIT: "one digit changed",
    Damage.SIGN: "its sign is wrong",
    Damage.TRANSPOSED: "two neighbouring digits are exchanged",
    Damage.LOST: "a digit is missing",
    Damage.EXTRA: "it has a digit too many",
    Damage.SCALE: "its decimal mark has moved",
    Damage.STRANGER: "it does not belong here: without it the sum comes out",
    Damage.SWAPPED: "it is exchanged with its neighbour",
    Damage.REPEATED: "the same amount is printed differently elsewhere",
    Damage.UNKNOWN: "its value is another",
}


def deed_text(case: Case, change: Change, proof: Sequence[int]) -> str:
    """What happened to a figure, and which claims show it."""
    return f"{_DEEDS[change.damage]}. Shown by: {proof_text(case, proof)}"


def change_text(ledger: Ledger, change: Change) -> str:
    """What a change says happened to a figure."""
    amount = ledger.amounts[change.ref]
    told = figure_text(ledger, change.ref)
    if change.damage is Damage.STRANGER:
        return f"{told}: {_DEEDS[change.damage]}"
    return f"{told} should be {like_print(amount, change.value)}: {_DEEDS[change.damage]}"


def failure_text(ledger: Ledger, claim: Claim, identity: Identity) -> str:
    """A claim that fails: what it claims, and by how much it is off."""
    total = ledger.amounts[claim.total]
    if identity.computed is None or identity.difference is None:
        return f"{claim.words}: {identity.reason}"
    if total.kind is Kind.PERCENT:
        return f"{claim.words}, but {figure_text(ledger, claim.total)} does not agree"
    computed, off = like_print(total, identity.computed), like_print(total, abs(identity.difference))
    return (
        f"{claim.words}, but {figure_text(ledger, claim.total)} is not {computed}: they differ by {off},"
        f" more than rounding allows"
    )


def proof_text(case: Case, numbers: Sequence[int]) -> str:
    """What supports a change: the claims that come out with it."""
    words = list(dict.fromkeys(case.claims[number].words for number in numbers))
    return "; ".join(words)
