"""The rules of rows whose words alone do not decide, read from a table and asked of a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from xbrlgen.reading.statement import Kind
from xbrlgen.tagging.known.literals import literals
from xbrlgen.tagging.known.tables import rows
from xbrlgen.tagging.rows.lines import Line

_UNITS: Mapping[str, Kind] = {
    "money": Kind.MONEY,
    "per": Kind.PER_SHARE,
    "shares": Kind.SHARES,
    "percent": Kind.PERCENT,
    "pure": Kind.PURE,
}


OWN = "own:"
_SPECIAL = frozenset({"airline", "bank", "broker", "insurer", "realestate", "utility"})


@frozen
class Rule:
    """A pattern on a line's words, place and unit under conditions, and the concept it speaks for.

    Most patterns are of words that a release doesn't have: only where its ``literals`` are is one compiled.
    """

    form: str
    slot: re.Pattern[str]
    unit: Kind | None
    words: str
    literals: tuple[str, ...]
    needs: tuple[str, ...]
    concept: str
    strength: float

    def speaks_of(self, words: str) -> bool:
        """Whether the pattern finds itself in words."""
        for text in self.literals:  # as this is asked of all rules for each label, in the quickest way
            if text in words:
                return _compiled(self.words).search(words) is not None
        return False


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The rules that come with the package."""
    return tuple(_rule(row) for row in rows("rules-concepts.tsv"))


def _rule(row: tuple[str, ...]) -> Rule:
    form, slot, unit, words, needs, concept, strength = row
    return Rule(
        form,
        re.compile(slot),
        _UNITS.get(unit),
        words,
        literals(words),
        tuple(needs.split()),
        concept,
        float(strength),
    )


@lru_cache(maxsize=1024)
def _rules_at(form: str, slot: str, unit: Kind) -> tuple[Rule, ...]:
    """The rules for lines of a unit in a place, before their words are looked at."""
    return tuple(
        rule
        for rule in rules()
        if rule.form in (form, "*") and rule.unit in (None, unit) and rule.slot.search(slot)
    )


@lru_cache(maxsize=8192)
def _rules_for(form: str, slot: str, unit: Kind, words: str) -> tuple[Rule, ...]:
    """The rules for these words in a place, found once: releases say most things several times."""
    return tuple(rule for rule in _rules_at(form, slot, unit) if rule.speaks_of(words))


@lru_cache(maxsize=1)
def _doubles() -> tuple[tuple[Kind, re.Pattern[str], frozenset[int], tuple[str, str]], ...]:
    return tuple(
        (_UNITS[unit], re.compile(words), _years(years), (one, other))
        for unit, words, years, one, other in rows("rules-both.tsv")
    )


# No release is from before the first year, and no taxonomy from after the last.
_FIRST, _LAST = 1990, 2100


def _years(told: str) -> frozenset[int]:
    """The years of some spans, each from one to another, either of which may be left open: "-2010,2022-"."""
    spans = (span.partition("-") for span in told.split(","))
    return frozenset(
        year for first, _, last in spans for year in range(int(first or _FIRST), int(last or _LAST) + 1)
    )


_NAMES_EITHER = re.compile("basic|dilut")


def both(line: Line, year: int) -> tuple[str, ...]:
    """The two concepts that a line's one number is for; nothing for a line that is one thing."""
    heading = line.above.rsplit(" > ", 1)[-1]
    text = line.bare if _NAMES_EITHER.search(line.bare) or not heading else f"{heading} {line.bare}"
    for unit, words, years, names in _doubles():
        if unit is line.unit and year in years and words.search(text):
            return names
    return ()


def told(line: Line, form: str, year: int, flags: frozenset[str]) -> dict[str, float]:
    """What the rules say of a line: concepts with strengths, at most one in all; a trade goes first."""
    worded = _rules_for(form, line.slot, line.unit, line.bare)
    fitting = [rule for rule in worded if all(_holds(need, line, year, flags) for need in rule.needs)]
    special = [rule for rule in fitting if _SPECIAL & set(rule.needs)]
    found: dict[str, float] = {}
    for rule in special or fitting:
        found[rule.concept] = max(found.get(rule.concept, 0.0), rule.strength)
    total = sum(found.values())
    return {concept: strength / max(total, 1.0) for concept, strength in found.items()}


def _holds(need: str, line: Line, year: int, flags: frozenset[str]) -> bool:
    name, _, value = need.lstrip("!").partition(":")
    if name == "from":
        return year >= int(value)
    if name == "until":
        return year <= int(value)
    if name in ("sub", "head"):
        present = value in (line.above if name == "sub" else line.above.rsplit(" > ", 1)[-1])
    else:
        present = name in flags
    return present is not need.startswith("!")
