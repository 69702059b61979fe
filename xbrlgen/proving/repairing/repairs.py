"""A repair of one figure, and the finding that tells of it."""

from __future__ import annotations

from decimal import Decimal

from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.figures.intervals import plain
from xbrlgen.proving.figures.ledger import Amount, places_of
from xbrlgen.proving.identity import Repair


def repair_of(amount: Amount, value: Decimal, proof: tuple[int, ...], words: str) -> Repair:
    """The repair that takes a value for what a figure prints, as exactly as it would have been printed."""
    decimals = places_of(amount, value) - amount.scale
    return Repair(amount.ref, amount.figure.print, plain(value), proof, words, amount.place, decimals)


def repair_told(amount: Amount, value: Decimal, words: str, damage: str) -> Finding:
    """The finding that a value was taken for what a figure prints."""
    return Finding(
        "proving.repaired",
        Severity.WARNING,
        words,
        (amount.place,),
        (amount.label.strip(),),
        "Check the number in the original; switch repairs off to refuse it instead.",
        (("printed", amount.figure.print), ("taken", str(plain(value))), ("damage", damage)),
    )
