"""The cover page of an 8-K as facts of dei."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve

from xbrlgen.filing import Placement
from xbrlgen.model import Concept, Entity, Fact, Period
from xbrlgen.period_words import MONTH_NAMES, MONTHS
from xbrlgen.places import Place
from xbrlgen.reading.document import Block, CoverItem, Document, Grid, Paragraph
from xbrlgen.reading.given.runs import runs
from xbrlgen.tagging.facts.marking import text_id
from xbrlgen.taxonomy.asking.index import Taxonomy

_DAY = re.compile(r"([A-Za-z]+)\s+(\d{1,2})\s*,?\s*(\d{4})")
_TAX_ID = "EntityTaxIdentificationNumber"
# From this year on dei has the number with its hyphen (employerIdItemType); before, nine digits.
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
            fact = _fact(concept, value, entity, day)
            place = _where(document, name, value)
            yield fact, Placement(fact.id, place, _print(document, place)) if place else None


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


def _where(document: Document, name: str, value: str) -> Place | None:
    """Where the company's name or the day the report is for is printed first, a sentence before a table."""
    pattern = _pattern(name, value)
    if pattern is None:
        return None
    paragraphs = (block for block in document.blocks if isinstance(block, Paragraph))
    return _first(document, pattern, paragraphs) or _first(document, pattern, _cells(document, pattern))


def _first(document: Document, pattern: re.Pattern[str], blocks: Iterable[Block]) -> Place | None:
    """The first print that follows words which tell what it is, else the first."""
    found: Place | None = None
    for run in (run for block in blocks for run in runs(document.sources, (block,))):
        for match in pattern.finditer(run.text):
            place = run.place(document.sources[run.anchor.source], *match.span(2))
            if match[1] is not None:
                return place
            found = found or place
    return found


def _cells(document: Document, pattern: re.Pattern[str]) -> Iterator[Grid]:
    """Each cell that has the print, as a table of its own."""
    for grid in (block for block in document.blocks if isinstance(block, Grid)):
        for row in grid.rows:
            yield from (evolve(grid, rows=((cell,),)) for cell in row if pattern.search(cell.text))


def _pattern(name: str, value: str) -> re.Pattern[str] | None:
    """How an item is printed: after words that tell what it is, if any are needed, then itself."""
    if name == "EntityRegistrantName":
        return re.compile(rf"()(?<!\w)({re.escape(value)})(?!\w)")
    if name != _EVENT:
        return None
    day = date.fromisoformat(value)
    month = MONTH_NAMES[day.month - 1]
    words = rf"(?:{month}|{month[:3]}\.?)"
    return re.compile(rf"(?i)((?:ended|ending|as of|at)\s+)?\b({words}\s+0?{day.day},\s+{day.year})\b")


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
    month = MONTHS.get(found[1].lower()) if found else None
    return date(int(found[3]), month, int(found[2])) if found and month else None


def _print(document: Document, place: Place) -> str:
    return document.sources[place.source].text[place.start : place.end]
