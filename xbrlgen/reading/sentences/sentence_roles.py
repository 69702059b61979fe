"""What the words around a figure of a sentence make of it: a value, a change, one it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from xbrlgen.reading.sentences.adjusting_words import LEAVES_OUT, LEFT_OUT_OF_IT
from xbrlgen.reading.sentences.amounts import POINT_MARKS, Quantity
from xbrlgen.reading.sentences.prose_words import (
    ADJUSTED,
    AFTER_CHANGE,
    ANOTHER_CLAUSE,
    BEFORE_CHANGE,
    BOUND,
    CHANGE_OF_AMOUNT,
    COMPANION_GLUE,
    COMPARE,
    COMPARED,
    FALLS,
    IMPROVES,
    LESS_IS_BETTER,
    NEGATIVE_BEFORE,
    OUTSIDE,
    PART_BEFORE,
    POINTS_AFTER,
    RAISED_TO,
    REPLACED,
    SHARE_OF_AFTER,
    SUPPOSED,
)
from xbrlgen.reading.statement import Basis, Kind, Mention, Role

# How the period of a figure is derived that another one is compared with.
COMPARED_WITH_YEAR: Final = ("the comparison is taken to be with the year before",)
_PART_NAMED: Final = re.compile(r"\s*(?:is|was) (?:classified as )?current\b", re.IGNORECASE)
_DIVIDEND: Final = re.compile(r"\bdividends?\b", re.IGNORECASE)
# How far before a figure the words stand that say what it does: "increased by approximately".
_NEAR: Final = 90


def is_compared(before: str, *, is_first: bool) -> bool:
    """Whether the figure after these words is what another one is compared with."""
    found = list((COMPARE if is_first else COMPARED).finditer(before))
    return bool(found) and ANOTHER_CLAUSE.search(before, found[-1].end()) is None


def role_of(quantity: Quantity, before: str, after: str) -> Role:
    """The role of a figure by the words before and after it."""
    changed, changes = BEFORE_CHANGE.search(before[-_NEAR:]), AFTER_CHANGE.match(after)
    if quantity.kind is Kind.PERCENT:
        if changed or changes:
            return Role.CHANGE if _is_in_points(quantity, after) else Role.GROWTH
        return Role.SHARE if SHARE_OF_AFTER.match(after) else Role.VALUE
    by = changed or (changes and CHANGE_OF_AMOUNT.fullmatch(changes["word"]))
    return Role.CHANGE if by and not _TO_IT.search(before[-_NEAR:]) else Role.VALUE


_TO_IT: Final = re.compile(r"\bto\s+(?:[a-z]+\s+){0,3}$")


def _is_in_points(quantity: Quantity, after: str) -> bool:
    """Whether a figure is in points: what a margin rose by is the difference of two, no rate of growth."""
    return quantity.figure.mark in POINT_MARKS or POINTS_AFTER.match(after) is not None


def moves(role: Role, kind: Kind) -> bool:
    """Whether a figure is by how much another moves, in percent or in points of it."""
    return role is Role.GROWTH or (role is Role.CHANGE and kind is Kind.PERCENT)


def direction_of(role: Role, before: str, after: str, subject: str) -> int:
    """Which way words turn a figure without a sign: -1 where it falls, or is said to be negative."""
    if role not in {Role.GROWTH, Role.CHANGE}:
        return -1 if NEGATIVE_BEFORE.search(before) else 0
    found = BEFORE_CHANGE.search(before[-_NEAR:]) or AFTER_CHANGE.match(after)
    word = found["word"] if found else ""
    shrinks = IMPROVES.fullmatch(word) and LESS_IS_BETTER.search(subject)
    return -1 if shrinks or FALLS.fullmatch(word) else 1


def doubt_by_others(previous: Mention | None, subject: str, role: Role, derived: tuple[str, ...]) -> str:
    """The doubt of the figure before that is one of this, too; a dividend before, of no period told."""
    if derived == COMPARED_WITH_YEAR and _DIVIDEND.search(subject):
        return "the dividend that was paid before, which may be that of any period"
    if previous is None or previous.doubt not in {ABOVE_BOUND, PART_OF}:
        return ""
    goes_on = role is not Role.VALUE if previous.doubt == ABOVE_BOUND else subject == previous.subject
    return previous.doubt if goes_on else ""


def _doubt_of_what_is_to_come(before: str) -> str:
    """Why a dividend is of no time that has been: it was raised to an amount, and is still to be paid."""
    return "a dividend from now on, of no period that is told" if RAISED_TO.search(before) else ""


def doubt_of_wording(before: str, lead: str, after: str) -> str:
    """Why what is said around a figure makes it none of a time that has been: supposed, or still to come."""
    return unreal(before, lead, after) or _doubt_of_what_is_to_come(before)


def basis_of(text: str, quantity: Quantity, subject: str) -> Basis:
    """Whether a figure is an adjusted one: by its name, or by what a sentence says is left out of it."""
    led = LEAVES_OUT.match(text)
    left_out = (led and led.end() <= quantity.start) or LEFT_OUT_OF_IT.match(text, quantity.end)
    return Basis.ADJUSTED if left_out or ADJUSTED.search(subject) else Basis.REPORTED


def behind_lead(text: str, subject: str) -> str:
    """The subject without what a sentence says first is left out: "Excluding a charge, net income"."""
    return subject.rsplit(", ", 1)[-1] if LEAVES_OUT.match(text) else subject


def is_companion(quantity: Quantity, before: str) -> bool:
    """Whether a figure is the one before it in other terms: "$4 million, or $0.20 per share"."""
    return bool(COMPANION_GLUE.fullmatch(before.lstrip(" )"))) and quantity.kind in {
        Kind.PER_SHARE,
        Kind.MONEY,
        Kind.PERCENT,
    }


ABOVE_BOUND: Final = "the sentence names it as a bound that things are above"


PART_OF: Final = "a part of what the sentence speaks of"


def unreal(before: str, sentence: str, after: str) -> str:
    """Why a figure is no fact of the period: only supposed, replaced by another, of a time outside of it."""
    if SUPPOSED.search(before):
        return "the sentence only supposes it"
    if BOUND.search(before):
        return ABOVE_BOUND
    if REPLACED.search(before):
        return "the sentence names it as an earlier value"
    if PART_BEFORE.search(before) and not _PART_NAMED.match(after):
        return PART_OF
    return "the sentence speaks of a time outside the period" if OUTSIDE.search(sentence) else ""


def unit_doubt(quantity: Quantity, earlier: Sequence[Mention]) -> str:
    """Why the unit may be another: counts say none; cents behind an amount per share may be so too."""
    if quantity.kind is Kind.PURE:
        return "a plain count; the sentence says of what, but not by which measure"
    figure = quantity.figure
    small = figure.number is not None and figure.places == 2 and abs(figure.number) < _PER_SHARE_BELOW
    bare = quantity.kind is Kind.MONEY and not quantity.scale and small
    return _MAY_BE_PER_SHARE if bare and any(each.kind is Kind.PER_SHARE for each in earlier) else ""


# No amounts per share but those of a few companies are larger.
_PER_SHARE_BELOW: Final = 1000
_MAY_BE_PER_SHARE: Final = "the sentence speaks of amounts per share, and does not say that this is none"
