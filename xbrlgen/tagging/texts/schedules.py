"""Tables of a release that are a schedule the taxonomy has a text block for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from xbrlgen.filing import Choice, Placement
from xbrlgen.model import Concept, Entity, Fact, Period
from xbrlgen.places import Place
from xbrlgen.reading.document import Block, Document, Grid, Paragraph
from xbrlgen.reading.statement import FACE_KINDS, Basis, ColumnKind, Statement, StatementKind
from xbrlgen.tagging.concepts.meanings import DEFINED
from xbrlgen.tagging.facts.marking import text_id
from xbrlgen.taxonomy.asking.index import Taxonomy

# What the titles of schedules say, and the elements of us-gaap for them ("[Table Text Block]"): the first
# that the year has is taken. Face statements have none: nobody tags them as blocks.
_SCHEDULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        r"(?:stock|share|equity)[- ]based (?:compensation|payment)": (
            "ScheduleOfEmployeeServiceShareBasedCompensationAllocationOfRecognizedPeriodCostsTextBlock",
        ),
        r"(?:estimated )?future .*amortization|expected .*amortization": (
            "ScheduleofFiniteLivedIntangibleAssetsFutureAmortizationExpenseTableTextBlock",
            "ScheduleOfExpectedAmortizationExpenseTableTextBlock",
        ),
        r"amortization of (?:\w+[- ]){0,3}intangible": (
            "FiniteLivedIntangibleAssetsAmortizationExpenseTableTextBlock",
        ),
        r"(?:revenues?|sales)\b.*\b(?:geograph|by (?:region|country))|geographic.*(?:revenue|sales)": (
            "RevenueFromExternalCustomersByGeographicAreasTableTextBlock",
            "ScheduleOfRevenueFromExternalCustomersAttributedToForeignCountriesByGeographicAreaTextBlock",
        ),
        r"\bby (?:\w+ ){0,2}segments?\b|\bsegment (?:information|results|reporting|data)": (
            "ScheduleOfSegmentReportingInformationBySegmentTextBlock",
        ),
        r"disaggregat|(?:revenues?|sales)\b.*\bby\b.*"
        r"\b(?:products?|services?|offerings?|platforms?|sources?|types?|categor)": (
            "DisaggregationOfRevenueTableTextBlock",
            "ScheduleOfEntityWideInformationRevenueFromExternalCustomersByProductsAndServicesTextBlock",
        ),
        r"(?:computation|calculation) of .*(?:earnings|income|loss)\W* per (?:common )?share": (
            "ScheduleOfEarningsPerShareBasicAndDilutedTableTextBlock",
        ),
        r"^(?:components of )?inventor(?:y|ies)\b": ("ScheduleOfInventoryCurrentTableTextBlock",),
    }
)
# What tells that a table shows something else than a schedule of the notes.
_OTHERWISE: Final = re.compile(
    r"non-?gaap|adjusted|constant currency|organic|growth|percent|\bas a %|reconcil|pro[- ]?forma|outlook"
    r"|guidance|forecast|turnover|supplemental analysis",
    re.IGNORECASE,
)
_MEASURES: Final = re.compile(r"non-?gaap|adjusted|constant currency|organic", re.IGNORECASE)
_KINDS: Final = frozenset(
    {
        StatementKind.SEGMENTS,
        StatementKind.STOCK_COMPENSATION,
        StatementKind.AMORTIZATION,
        StatementKind.METRICS,
        StatementKind.OTHER,
    }
)
# How far above its table the title of a schedule stands, in paragraphs.
_FURTHEST: Final = 3


@frozen
class Schedule:
    """A text block: its fact, the places it is printed at, why it is one."""

    fact: Fact
    placements: tuple[Placement, ...]
    choice: Choice


def schedules(
    document: Document, tagged: Iterable[Place], taxonomy: Taxonomy, entity: Entity
) -> tuple[Schedule, ...]:
    """The text blocks of a release: one an element and period, over all tables that belong to it."""
    starts = sorted((place.source, place.start) for place in tagged)
    found: dict[tuple[str, Period], list[tuple[Concept, Statement, tuple[Place, ...]]]] = {}
    shared = Counter(grid for statement in document.statements for grid in statement.grids)
    for statement in document.statements:
        concept = _concept(statement, taxonomy)
        period = _period(statement)
        if concept is None or period is None or any(shared[grid] > 1 for grid in statement.grids):
            continue
        places = tuple(_places(document.blocks, statement))
        if any(_holds(place, starts) for place in places):
            found.setdefault((concept.name.local, period), []).append((concept, statement, places))
    return tuple(_schedule(tables, period, entity, document) for (_, period), tables in found.items())


def _concept(statement: Statement, taxonomy: Taxonomy) -> Concept | None:
    """The element whose schedule a table's title says it is."""
    if statement.kind not in _KINDS or statement.kind in FACE_KINDS or statement.basis is not Basis.REPORTED:
        return None
    values = [column for column in statement.columns if column.kind is ColumnKind.VALUE]
    if not values or any(column.basis is not Basis.REPORTED for column in values):
        return None
    if _OTHERWISE.search(statement.title) or any(_OTHERWISE.search(column.heading) for column in values):
        return None
    if any(row.basis is not Basis.REPORTED or _MEASURES.search(row.label) for row in statement.rows):
        return None
    for words, names in _SCHEDULES.items():
        if re.search(words, statement.title, re.IGNORECASE):
            known = (taxonomy.concept(name) for name in names if not taxonomy.is_deprecated(name))
            return next((concept for concept in known if concept is not None), None)
    return None


def _period(statement: Statement) -> Period | None:
    """The period a table reports on: the longest of those that end last."""
    spans = {
        column.period for column in statement.columns if column.kind is ColumnKind.VALUE and column.period
    }
    durations = [period for period in spans if period.is_duration]
    return max(durations, key=lambda period: (period.closes, -period.opens.toordinal()), default=None)


def _places(blocks: Sequence[Block], statement: Statement) -> Iterator[Place]:
    """Where the tables of a statement stand, the first with its title."""
    for number, block in enumerate(blocks):
        if isinstance(block, Grid) and block.index in statement.grids:
            is_first = block.index == min(statement.grids)
            yield (
                evolve(block.place, start=_title_start(blocks, number, statement))
                if is_first
                else block.place
            )


def _title_start(blocks: Sequence[Block], number: int, statement: Statement) -> int:
    """Where the title above a table begins; the table's own start where the title is in it."""
    table = blocks[number].place
    start = table.start
    title = f" {' '.join(statement.title.split())} "
    for block in reversed(blocks[max(number - _FURTHEST, 0) : number]):
        if not isinstance(block, Paragraph) or block.place.source != table.source:
            break
        if f" {' '.join(block.text.split())} " in title:
            start = block.place.start
        elif start != table.start:
            break
    return start


def _holds(place: Place, starts: Sequence[tuple[int, int]]) -> bool:
    return any(source == place.source and place.start <= start < place.end for source, start in starts)


def _schedule(
    tables: Sequence[tuple[Concept, Statement, tuple[Place, ...]]],
    period: Period,
    entity: Entity,
    document: Document,
) -> Schedule:
    concept, first, _ = tables[0]
    printed: dict[str, Place] = {}
    for place in (place for _, _, parts in tables for place in parts):
        text = document.sources[place.source].text[place.start : place.end]
        printed.setdefault(
            " ".join(text.split()), place
        )  # what is printed again, word for word, isn't repeated
    name = text_id(str(concept.name), str(period))
    fact = Fact(name, concept, entity, period, " ".join(printed))
    reason = "its title says that it is this schedule"
    return Schedule(
        fact,
        tuple(Placement(name, place, text) for text, place in printed.items()),
        Choice(name, " ".join(first.title.split()), DEFINED, (reason,)),
    )
