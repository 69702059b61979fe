"""The cover page of an 8-K as facts of dei."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from xbrlgen.filing import Placement
from xbrlgen.model import Concept, Entity, Fact, Period
from xbrlgen.places import Place
from xbrlgen.reading.document import CoverItem, Document
from xbrlgen.tagging.marking import text_id
from xbrlgen.taxonomy.index import Taxonomy

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY = re.compile(r"([A-Za-z]+)\s+(\d{1,2})\s*,?\s*(\d{4})")
_EVENT = "DocumentPeriodEndDate"


def cover_facts(document: Document, taxonomy: Taxonomy, entity: Entity) -> Iterator[tuple[Fact, Placement]]:
    """A fact for each item of the cover that the year's dei has an element for."""
    dei = taxonomy.sibling("dei")
    day = _event(document)
    for item in document.cover:
        concept = None if dei.is_deprecated(item.name) else dei.possible(item.name)
        value = _value(item, concept) if concept else ""
        if concept and value and day:
            name = text_id(item.name, value, day.isoformat())
            fact = Fact(name, concept, entity, Period.duration(day, day), value)
            yield fact, Placement(name, item.place, _print(document, item.place) or item.value)


def _event(document: Document) -> date | None:
    return next((_date(item.value) for item in document.cover if item.name == _EVENT), None)


def _value(item: CoverItem, concept: Concept) -> str:
    if concept.type == "dateItemType":
        day = _date(item.value)
        return day.isoformat() if day else ""
    return item.value.strip()


def _date(text: str) -> date | None:
    found = _DAY.search(text)
    if not found or found[1].lower() not in _MONTHS:
        return None
    return date(int(found[3]), _MONTHS.index(found[1].lower()) + 1, int(found[2]))


def _print(document: Document, place: Place) -> str:
    return document.sources[place.source].text[place.start : place.end]
