"""Sentences of a run and the quantities printed in them: amounts, rates, counts, with their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from xbrlgen.figure_marks import CURRENCY_MARKS
from xbrlgen.figures import Figure, parse_figure
from xbrlgen.places import Place, Source
from xbrlgen.reading.given.runs import Run
from xbrlgen.reading.numbers.not_facts import NotFact, not_facts
from xbrlgen.reading.sentences.prose_words import (
    ABBREVIATIONS,
    DILUTION_AFTER,
    PER_SHARE_AFTER,
    PER_SHARE_SUBJECT,
    PERCENT_AFTER,
    SHARES_AFTER,
    SHARES_SUBJECT,
)
from xbrlgen.reading.statement import Kind
from xbrlgen.reading.words import row_words
from xbrlgen.tokens import Token, find_tokens

_STOP: Final = re.compile(
    r"[.!?;][\"”’)]*(?=\s+[\"“(]?[A-Z*•$])|\s(?=[•●▪■◦§]\s)|\s(?=(?:[-*·]\s+){1,2}[A-Z])|;\s"
)

_GROUP: Final = re.compile(r"\d{3}(?:,\d{3})*")
# Marks of hundredths of a percent and of percentage points.
POINT_MARKS: Final = frozenset({"bps", "pts"})
# A sentence with more numbers than this is a table whose lines were lost, not prose.
_MOST: Final = 30


@frozen
class Quantity:
    """A figure in a sentence: where it stands in the sentence, and what kind of number it is.

    ``per_share`` holds the words "diluted" or "basic" where they are said of it.
    """

    start: int
    end: int
    figure: Figure
    kind: Kind
    unit: str
    scale: int
    dilution: str = ""


# "approx" has six letters; a sentence full of initials is not searched from its beginning for each.
_LONGEST_ABBREVIATION: Final = 8


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and end of each sentence of a text."""
    start = 0
    for stop in _STOP.finditer(text):
        near = max(start, stop.start() - _LONGEST_ABBREVIATION)
        if stop[0].startswith(".") and ABBREVIATIONS.search(text, near, stop.start() + 1):
            continue
        if text[start : stop.end()].strip():
            yield start, stop.end()
        start = stop.end()
    if text[start:].strip():
        yield start, len(text)


def quantities(source: Source, run: Run, start: int, end: int) -> tuple[Quantity, ...]:
    """List the amounts, rates and counts of a sentence, leaving out dates, phones and other non-facts."""
    sentence = run.text[start:end]
    tokens = tuple(find_tokens(sentence))
    if not tokens or len(tokens) > _MOST:
        return ()
    spans = not_facts(sentence)
    tokens = tuple(_without_range_dash(sentence, token) for token in tokens)
    torn = _torn(sentence, tokens)
    tokens = tuple(token for token in tokens if token not in torn and not _is_no_fact(sentence, token, spans))
    found = []
    for index, token in enumerate(tokens):
        until = tokens[index + 1].start if index + 1 < len(tokens) else len(sentence)
        place = run.place(source, start + token.start, start + token.end)
        quantity = _quantity(sentence, token, until, place)
        if quantity:
            found.append(quantity)
    return _scaled_alike(sentence, tuple(found))


def _without_range_dash(sentence: str, token: Token) -> Token:
    """The number without the dash that only parts it from the one right before: "27% - 28%", "3%-5%"."""
    dash = _RANGE_DASH.match(sentence, token.start, token.digits_start)
    if dash is None or _ENDS_A_NUMBER.search(sentence, 0, token.start) is None:
        return token
    return evolve(token, start=dash.end())


_RANGE_DASH: Final = re.compile(r"\s?[-–—−]\s?")
_ENDS_A_NUMBER: Final = re.compile(r"\d\s?(?:%|percent|million|billion)?\s?$", re.IGNORECASE)


def _torn(sentence: str, tokens: Sequence[Token]) -> set[Token]:
    """Find the parts of numbers that a blank tore apart, as in "$1, 465,000"; neither is a number."""
    torn: set[Token] = set()
    for first, second in pairwise(tokens):
        mark, digits = (
            sentence[first.start : first.digits_start],
            sentence[first.digits_start : first.digits_end],
        )
        group = sentence[second.digits_start : second.digits_end]
        apart = sentence[first.digits_end : second.digits_start] == ", "
        if apart and "$" in mark and len(digits) <= 3 and _GROUP.fullmatch(group):
            torn |= {first, second}
    return torn


def _is_no_fact(sentence: str, token: Token, spans: Sequence[NotFact]) -> bool:
    if "$" in sentence[token.start : token.digits_start]:
        return False
    return any(each.start <= token.digits_start and token.digits_end <= each.end for each in spans)


def _quantity(sentence: str, token: Token, until: int, place: Place) -> Quantity | None:
    figure = parse_figure(sentence[token.start : token.end].replace("-0-", "0"), place)
    if figure is None or figure.number is None:
        return None
    after, before = sentence[token.end : until], sentence[: token.start]
    kind, dilution = _kind(figure, before, after)
    currency = CURRENCY_MARKS.get(figure.mark, "USD")
    unit = {Kind.MONEY: currency, Kind.PER_SHARE: f"{currency}/shares", Kind.SHARES: "shares"}.get(
        kind, "pure"
    )
    return Quantity(token.start, token.end, figure, kind, unit, _scale(figure, kind, after), dilution)


def _kind(figure: Figure, before: str, after: str) -> tuple[Kind, str]:
    if figure.is_percent or figure.mark in POINT_MARKS or PERCENT_AFTER.match(after):
        return Kind.PERCENT, ""
    per_share = PER_SHARE_AFTER.match(after)
    cents = figure.mark == "¢" or _CENTS_AFTER.match(after)
    if per_share and (figure.mark or cents):
        said = per_share if per_share["dilution"] else DILUTION_AFTER.match(after)
        return Kind.PER_SHARE, said["dilution"].lower() if said else ""
    if (figure.mark or cents) and not figure.scale:
        to_the_cent = not cents and figure.places == _TO_THE_CENT
        wide = _tail(_YEAR_NAMED.sub(" ", before[-120:]) if to_the_cent else before)
        if PER_SHARE_SUBJECT.search(wide):
            diluted = DILUTION_AFTER.match(after) or _DILUTION.search(wide)
            return Kind.PER_SHARE, diluted["dilution"].lower() if diluted else ""
    if figure.mark in CURRENCY_MARKS and figure.mark:
        return Kind.MONEY, ""
    if SHARES_AFTER.match(after) or SHARES_SUBJECT.search(_tail(before)):
        return Kind.SHARES, ""
    return Kind.PURE, ""


_CENTS_AFTER: Final = re.compile(r"\s*cents\b")
_POINTS_AFTER: Final = re.compile(r"\s*(?:basis points|bps)")
_DILUTION: Final = re.compile(r"\b(?P<dilution>diluted|basic)\b", re.IGNORECASE)
_BEHIND_NUMBERS: Final = re.compile(r"\d\)?")


def _lacks_mark(here: Quantity, after: Quantity) -> bool:
    """Whether the second end of a range has the mark of the first: "$0.40 - 0.50", "$4.1 to 4.3 billion"."""
    bare = after.kind is Kind.PURE and not after.figure.mark and (after.figure.places or after.scale)
    return here.kind in {Kind.MONEY, Kind.PER_SHARE} and bool(bare) and not here.scale


def _rises(here: Quantity, after: Quantity, sentence: str) -> bool:
    """Whether the second is no smaller number, and none of things: "$20 to 1.5 million customers"."""
    low, high = here.figure.number, after.figure.number
    counted = _COUNTED_BEHIND.match(sentence, after.end) is not None
    return low is not None and high is not None and low <= high and not counted


_COUNTED_BEHIND: Final = re.compile(rf"\s+(?:[a-z]+\s+)?{row_words.THINGS}\b", re.IGNORECASE)
_RANGES: Final = re.compile(r"\s*(?:to|[-–—−]{1,2})\s*", re.IGNORECASE)


def _are_per_share(here: Quantity, after: Quantity) -> bool:
    """Whether an amount to the cent is compared with one per share."""
    small = after.kind is Kind.MONEY and not after.scale and after.figure.places == _TO_THE_CENT
    return here.kind is Kind.PER_SHARE and small and here.figure.places == _TO_THE_CENT


_ONLY_COMPARES: Final = re.compile(
    r"(?:\s+(?:in|for|during)\s+(?:the|this|our)\s+(?:[a-z-]+\s+){0,2}(?:quarter|year|period))?"
    r",?\s*(?:(?:up|down)\s+)?(?:(?:as\s+)?compared\s+(?:to|with)|from|versus|vs\.?)\s*",
    re.IGNORECASE,
)


def _tail(before: str) -> str:
    """The words before a figure, back to the number before it."""
    parts = _BEHIND_NUMBERS.split(_RATE_SAID.sub(" ", before[-90:]))
    return PER_SHARE_AFTER.sub("", parts[-1]) if len(parts) > 1 else parts[0]


# "Earnings per share decreased by 40 percent to $0.61": a rate is no other amount.
_RATE_SAID: Final = re.compile(r"\b(?:by\s+)?\d+(?:\.\d+)?\s?(?:%|percent)(?=,?\s+to\s)")
_TO_THE_CENT: Final = 2
# "Earnings per share in the third quarter of 2015 were $0.23": a year is no other number.
_YEAR_NAMED: Final = re.compile(r"(?:\b[A-Z][a-z]{2,8}\s\d{1,2},\s)?\b(?:19|20)\d\d\b(?![.,]\d)")


def _scale(figure: Figure, kind: Kind, after: str) -> int:
    if kind is Kind.PERCENT:
        return -4 if _POINTS_AFTER.match(after) or figure.mark == "bps" else -2
    if figure.mark == "¢" or _CENTS_AFTER.match(after):
        return -2
    return figure.scale


def _scaled_alike(sentence: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The numbers, each two side by side with the mark and scale word that only one of them carries."""
    result = list(found)
    for index in range(len(result) - 1):
        here, after = result[index], result[index + 1]
        glue = sentence[here.end : after.start]
        if _RANGES.fullmatch(glue) and _lacks_mark(here, after) and _rises(here, after, sentence):
            result[index : index + 2] = evolve(here, scale=here.scale or after.scale), _like(after, here)
        elif _ONLY_COMPARES.fullmatch(glue) and _are_per_share(here, after):
            result[index + 1] = _like(after, here)
        elif _ONLY_COMPARES.fullmatch(glue) and _are_per_share(after, here):
            result[index] = _like(here, after)
        elif _JOINS.fullmatch(glue) and not here.scale and here.kind is not Kind.PERCENT:
            result[index : index + 2] = _joined_alike(here, after)
    return tuple(result)


_JOINS: Final = re.compile(r"\s*(?:to|and|[-–—]+)?\s*")


def _like(one: Quantity, other: Quantity) -> Quantity:
    """A number as one of the same as another."""
    return evolve(one, kind=other.kind, unit=other.unit, dilution=other.dilution)


def _joined_alike(here: Quantity, after: Quantity) -> tuple[Quantity, Quantity]:
    """Two numbers side by side, the first with what only the second carries."""
    same = here.kind is after.kind or (here.kind is Kind.PURE and here.figure.mark == "")
    if same and (after.scale or here.kind is Kind.PURE):
        return evolve(here, kind=after.kind, unit=after.unit, scale=after.scale), after
    if here.kind is Kind.MONEY and after.kind is Kind.PER_SHARE:
        return _like(here, after), after
    shared = here.kind is Kind.PER_SHARE and after.kind is Kind.MONEY and not after.scale
    return here, _like(after, here) if shared else after
