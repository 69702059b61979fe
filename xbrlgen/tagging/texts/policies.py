"""Notes and policies in prose under a heading that says which text block of the taxonomy they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from xbrlgen.filing import Choice, Placement
from xbrlgen.model import Concept, Entity, Fact, Period
from xbrlgen.reading.document import Block, Document, Paragraph
from xbrlgen.reading.statement import Basis, ColumnKind
from xbrlgen.tagging.concepts.meanings import DEFINED
from xbrlgen.tagging.facts.marking import text_id
from xbrlgen.tagging.filer.days import last_day
from xbrlgen.tagging.known.tables import pairs
from xbrlgen.tagging.texts.schedules import Schedule
from xbrlgen.taxonomy.asking.index import Taxonomy

_NUMBER: Final = re.compile(
    r"^\s*(?:note\s+)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]|\d{1,2}\b)?\W*", re.IGNORECASE
)
# A note says something: shorter paragraphs are lines of a table or a list of contents.
_FEWEST_WORDS: Final = 12


def policies(document: Document, taxonomy: Taxonomy, entity: Entity) -> Iterator[Schedule]:
    """The text blocks of headed prose, once each, for the longest period that ends with the report's."""
    period = _period(document)
    said: set[str] = set()
    for number, block in enumerate(document.blocks):
        if period is None or not (isinstance(block, Paragraph) and block.is_heading):
            continue
        concept = _concept(block.text, taxonomy)
        prose = tuple(_below(document.blocks[number + 1 :], block.place.source))
        if concept and concept.name.local not in said and _says_something(prose):
            said.add(concept.name.local)
            place = evolve(block.place, end=prose[-1].place.end)
            text = document.sources[place.source].text[place.start : place.end]
            name = text_id(str(concept.name), str(period))
            fact = Fact(name, concept, entity, period, " ".join(text.split()))
            reason = "its heading says that it is this note"
            choice = Choice(name, block.text, DEFINED, (reason,))
            yield Schedule(fact, (Placement(name, place, text),), choice)


@lru_cache(maxsize=1)
def _headings() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(pattern), tuple(names.split())) for pattern, names in pairs("rules-notes.tsv"))


def _concept(heading: str, taxonomy: Taxonomy) -> Concept | None:
    """The element that a whole heading names, without its number and mark."""
    words = _NUMBER.sub("", heading.casefold()).strip(" .:\u2014\u2013-")
    names = (names for pattern, names in _headings() if pattern.fullmatch(words))
    known = (taxonomy.concept(name) for name in next(names, ()) if not taxonomy.is_deprecated(name))
    return next((concept for concept in known if concept is not None), None)


def _below(blocks: Sequence[Block], source: int) -> Iterator[Paragraph]:
    """The paragraphs up to the next heading or table."""
    for block in blocks:
        if not isinstance(block, Paragraph) or block.is_heading or block.place.source != source:
            return
        yield block


def _says_something(prose: Sequence[Paragraph]) -> bool:
    return any(len(block.text.split()) >= _FEWEST_WORDS for block in prose)


def _period(document: Document) -> Period | None:
    """The longest reported period that ends with the report's."""
    last = last_day(document)
    spans = (
        column.period
        for statement in document.statements
        for column in statement.columns
        if column.kind is ColumnKind.VALUE and column.basis is Basis.REPORTED and column.period
    )
    ending = [span for span in spans if span.is_duration and span.end == last]
    return max(ending, key=lambda span: -span.opens.toordinal(), default=None)
