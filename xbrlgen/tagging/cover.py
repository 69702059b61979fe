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
_TAX_ID = "EntityTaxIdentificationNumber"
_HYPHENS = 2019
_EVENT = "DocumentPeriodEndDate"


def cover_facts(
    document: Document, taxonomy: Taxonomy, entity: Entity, last: date | None
) -> Iterator[tuple[Fact, Placement | None]]:
    """A fact for each item of the cover that the year's dei has, and for what each filing must say."""
    dei = taxonomy.sibling("dei")
    day = _event(document) or last
    said: set[str] = set()
    for item in document.cover:
        concept = None if dei.is_deprecated(item.name) else dei.possible(item.name)
        value = _value(item, concept, taxonomy.year) if concept else ""
        if concept and value and day and item.name not in said:
            said.add(item.name)
            fact = _fact(concept, value, entity, day)
            shown = item.name != _TAX_ID or value == item.value
            print_ = _print(document, item.place) or item.value
            yield fact, Placement(fact.id, item.place, print_) if shown else None
    for name, value in _always(document, entity, day):
        concept = dei.possible(name)
        if concept and value and day and name not in said:
            yield _fact(concept, value, entity, day), None


def _fact(concept: Concept, value: str, entity: Entity, day: date) -> Fact:
    name = text_id(concept.name.local, value, day.isoformat())
    return Fact(name, concept, entity, Period.duration(day, day), value)


def _always(document: Document, entity: Entity, day: date | None) -> Iterator[tuple[str, str]]:
    """What the filer manual asks of every filing: a release is furnished on form 8-K."""
    yield "DocumentType", "8-K"
    yield "AmendmentFlag", "false"
    yield "EntityRegistrantName", document.company
    yield "EntityCentralIndexKey", entity.identifier
    yield _EVENT, day.isoformat() if day else ""


def _event(document: Document) -> date | None:
    return next((_date(item.value) for item in document.cover if item.name == _EVENT), None)


def _value(item: CoverItem, concept: Concept, year: int) -> str:
    if item.name == _TAX_ID and year < _HYPHENS:
        return item.value.replace("-", "").strip()
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
