"""Numbers inside labels: par values, counts of shares, allowances, with their concepts and members."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from xbrlgen.model import Concept, Member
from xbrlgen.reading.statement import Mention
from xbrlgen.tagging.concepts.meanings import DEFINED
from xbrlgen.tagging.desk import Desk
from xbrlgen.tagging.facts.marking import Mark, agree, unit_of
from xbrlgen.tagging.known.tables import pairs

_CLASS: Final = re.compile(r"\b(?:class|series) [a-z\d]{1,2}\b|\bnon-?voting\b", re.IGNORECASE)
_REASON: Final = "the label of the row says so, in the words of the official balance sheet"
_CLASSED: Final = "the label is of one class or series of stock, and its row has no member for it"


@lru_cache(maxsize=1)
def _concepts() -> Mapping[str, tuple[str, ...]]:
    """The names of concepts by subject."""
    return {subject: tuple(names.split()) for subject, names in pairs("rules-in-labels.tsv")}


def mark_in_label(mention: Mention, desk: Desk, marks: Sequence[Mark]) -> Mark | str:
    """The mark of a number in a label, or why it has none."""
    concept = _concept(mention, desk)
    if concept is None or mention.period is None or mention.value is None:
        return "the year has no concept for it"
    members = _members_of_row(mention, marks)
    if _CLASS.search(mention.sentence) and not members:
        return _CLASSED
    mark = Mark(
        place=mention.figure.place,
        print=mention.figure.print,
        label=mention.subject[:1].upper() + mention.subject[1:],
        concept=concept,
        period=mention.period,
        unit=unit_of(mention.unit),
        value=mention.value,
        decimals=mention.decimals,
        members=members,
        rank=0,
        confidence=DEFINED,
        reasons=(_REASON,),
    )
    named = (other for other in marks if other.concept.name.local == concept.name.local)
    said = [other for other in named if other.aspects == mark.aspects]
    return mark if all(agree(mark, other) for other in said) else "a table says something else about the same"


def _concept(mention: Mention, desk: Desk) -> Concept | None:
    found = map(desk.sheet.knowledge.concept, _concepts().get(mention.subject, ()))
    return next((concept for concept in found if concept), None)


def _members_of_row(mention: Mention, marks: Sequence[Mark]) -> tuple[Member, ...]:
    """The members that the amounts of the same row have."""
    same = {mark.members for mark in marks if mark.label == mention.sentence}
    return same.pop() if len(same) == 1 else ()
