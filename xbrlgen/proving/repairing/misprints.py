"""Prints that no failing claim shows to be damaged, but that what stands around them does.

Three marks of character recognition, seen in real releases: the currency mark read as a digit, before a
number (``36,748`` in a row of ``$8,264`` and ``$15,917``) or alone in place of one; the decimal point lost in
a table that prints one in every number (``31054``); a last digit read as a letter that multiplies (``2B``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.claims import judge
from xbrlgen.proving.figures.intervals import is_negative
from xbrlgen.proving.figures.ledger import Amount, Ledger, is_forecast
from xbrlgen.proving.figures.words import says_total
from xbrlgen.proving.identity import Outcome, Ref, Refusal, Repair
from xbrlgen.proving.repairing.damage import digits_of
from xbrlgen.proving.repairing.diagnosis import Case
from xbrlgen.proving.repairing.repairs import repair_of
from xbrlgen.proving.repairing.verdicts import Decision
from xbrlgen.proving.repairing.wording import figure_text, like_print, proof_text
from xbrlgen.reading.statement import Entry, Kind, Statement

_MARK_BEFORE: Final = re.compile(r"[3589](?P<rest>\d{1,3}(?:,\d{3})+)")
_MARK_ALONE: Final = re.compile(r"[3589]")
_LETTER_BEHIND: Final = re.compile(r"\W*\d+[BMK]\W*")
_LONG: Final = 4
"""Digits of a number beside which a single digit is no amount, and without a comma and a point no number."""


@frozen
class Misprint:
    """A figure, what its print seems to be, what it should read (if that can be told), and the kind of it."""

    ref: Ref
    words: str
    reading: Decimal | None
    kind: str


def misprints_of(ledger: Ledger) -> tuple[Misprint, ...]:
    """The misprints of a document."""
    return tuple(
        misprint
        for statement in ledger.document.statements
        if not is_forecast(statement)
        for misprint in _misprints(ledger, statement)
    )


def mended_misprints(case: Case, misprints: Sequence[Misprint]) -> Decision:
    """The repair of the misprints whose readings the claims bear out."""
    mended = [(one, one.reading, _proof(case, one)) for one in _loose(case, misprints)]
    repairs = [
        (one, _repair(case, one, reading, proof))
        for one, reading, proof in mended
        if proof and reading is not None
    ]
    findings = tuple(_finding(case, one, "proving.repaired", repair.words) for one, repair in repairs)
    return Decision(tuple(repair for _, repair in repairs), (), findings)


def refused_misprints(case: Case, misprints: Sequence[Misprint], settled: Collection[Ref]) -> Decision:
    """The refusal of the misprints that nothing else was decided on."""
    refusals = [(one, _refusal(case, one)) for one in _loose(case, misprints) if one.ref not in settled]
    findings = tuple(_finding(case, one, "proving.refused", refusal.reason) for one, refusal in refusals)
    return Decision((), tuple(refusal for _, refusal in refusals), findings)


def _loose(case: Case, misprints: Sequence[Misprint]) -> Iterator[Misprint]:
    """The misprints that no claim holds for as printed."""
    return (one for one in misprints if not case.is_held(one.ref))


def _misprints(ledger: Ledger, statement: Statement) -> Iterator[Misprint]:
    rows = ledger.entries(statement.index)
    for entry in statement.entries:
        ref = Ref(statement.index, entry.row, entry.column)
        amount = ledger.amounts.get(ref)
        if amount is not None and not amount.lost_digit:
            yield from _misread_mark(statement, ref, entry, rows[entry.row])
            yield from _lost_point(ref, entry, amount)
            yield from _letter(statement, ref, entry, rows[entry.row])


def _beside(entry: Entry, row: Sequence[Entry]) -> list[Entry]:
    """The other figures of its row."""
    return [other for other in row if other is not entry]


def _misread_mark(statement: Statement, ref: Ref, entry: Entry, row: Sequence[Entry]) -> Iterator[Misprint]:
    """A digit where the other amounts of the row have a currency mark, as this column has in other rows."""
    figure = entry.figure
    printed = figure.print.strip()
    if entry.kind is not Kind.MONEY or figure.mark:
        return
    others = _beside(entry, row)
    if _MARK_ALONE.fullmatch(printed) and _is_dwarfed(others) and _says_total(statement, entry.row):
        words = (
            "one digit alone among amounts of many may be a currency mark; the amount beside it is not read"
        )
        yield Misprint(ref, words, None, "currency-mark-misread")
    match = _MARK_BEFORE.fullmatch(printed)
    if match is None or len(others) < 2 or not all(other.figure.mark for other in others):
        return
    if any(other.column == entry.column and other.figure.mark for other in statement.entries):
        words = "its first digit stands where the other amounts of the row have a currency mark"
        reading = Decimal(match["rest"].replace(",", "")).scaleb(entry.scale)
        yield Misprint(ref, words, reading, "currency-mark-misread")


def _is_dwarfed(row: list[Entry]) -> bool:
    return bool(row) and all(len(digits_of(other.figure)) >= _LONG for other in row)


def _says_total(statement: Statement, row: int) -> bool:
    return any(one.index == row and says_total(one.label) for one in statement.rows)


def _lost_point(ref: Ref, entry: Entry, amount: Amount) -> Iterator[Misprint]:
    """A number in doubt for its grouping, without the point that the others of its table have."""
    usual, digits = entry.figure.places - amount.odd_places, digits_of(entry.figure)
    is_doubted = bool(entry.doubt) and entry.doubt != entry.standing
    if usual < 1 or not amount.odd_places or not is_doubted or len(digits) < _LONG:
        return
    number = Decimal(-int(digits) if is_negative(entry.figure) else int(digits))
    words = "its decimal point is not where the numbers of its table have one"
    yield Misprint(ref, words, number.scaleb(entry.scale - usual), "scale-slip")


def _letter(statement: Statement, ref: Ref, entry: Entry, row: Sequence[Entry]) -> Iterator[Misprint]:
    """A letter that multiplies, in a table that says its unit and has no other such letter."""
    figure = entry.figure
    if not (figure.scale and statement.scale_text and _LETTER_BEHIND.fullmatch(figure.print)):
        return
    others = _beside(entry, row)
    if others and not any(other.figure.scale for other in others):
        words = "a letter stands behind its digits, where the table says in which unit all its amounts are"
        yield Misprint(ref, words, None, "letter-among-digits")


def _proof(case: Case, one: Misprint) -> tuple[int, ...]:
    """The claims that come out with the reading, if of two families or of one that holds in all columns."""
    if one.reading is None:
        return ()
    ledger = case.ledger.with_values({one.ref: one.reading})
    outcomes = {n: judge(ledger, case.claims[n]).outcome for n in case.by_ref.get(one.ref, ())}
    proof = [number for number, outcome in outcomes.items() if outcome is Outcome.HOLDS]
    if Outcome.FAILS in outcomes.values():
        return ()
    families = {case.claims[number].family for number in proof}
    return tuple(proof) if len(families) > 1 or any(_holds_beside(case, n) for n in proof) else ()


def _holds_beside(case: Case, number: int) -> bool:
    """Whether a claim holds in every other column, and there are two at least."""
    family = case.claims[number].family
    others = [
        one.outcome
        for other, (claim, one) in enumerate(zip(case.claims, case.identities, strict=True))
        if claim.family == family and other != number
    ]
    return len(others) > 1 and all(outcome is Outcome.HOLDS for outcome in others)


def _repair(case: Case, one: Misprint, reading: Decimal, proof: tuple[int, ...]) -> Repair:
    amount = case.ledger.amounts[one.ref]
    words = (
        f"{figure_text(case.ledger, one.ref)} is taken as {like_print(amount, reading)}: {one.words}."
        f" Shown by: {proof_text(case, proof)}"
    )
    return repair_of(amount, reading, proof, words)


def _refusal(case: Case, one: Misprint) -> Refusal:
    told = figure_text(case.ledger, one.ref)
    may = ""
    if one.reading is not None:
        may = (
            f". It may be {like_print(case.ledger.amounts[one.ref], one.reading)}, which too little bears out"
        )
    return Refusal(one.ref, one.kind, f"{told} is refused: {one.words}{may}")


def _finding(case: Case, one: Misprint, code: str, message: str) -> Finding:
    amount = case.ledger.amounts[one.ref]
    return Finding(
        code,
        Severity.WARNING,
        message,
        (amount.place,),
        (amount.label.strip(),),
        "Check the number in the original.",
        (("printed", amount.figure.print), ("damage", one.kind)),
    )
