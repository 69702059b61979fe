"""Filings made by hand, for tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve

from xbrlgen.filing import Arc, Filing, Hypercube, Node, Placement, Role, Sum
from xbrlgen.model import Balance, Concept, Entity, Fact, Member, Period, PeriodType, QName, Report, Unit
from xbrlgen.places import Format, Place, Source
from xbrlgen.proving.identity import Proved
from xbrlgen.reading.document import Document, Paragraph
from xbrlgen.reading.sources import read_sources
from xbrlgen.taxonomy import Taxonomy

OWN = "http://example.com/20240930"
ENTITY = Entity("0000000001")
QUARTER = Period.duration(date(2024, 7, 1), date(2024, 9, 30))
END = Period.instant(date(2024, 9, 30))
USD = Unit.of("USD")
TOTAL = "http://www.xbrl.org/2003/role/totalLabel"
NEGATED = "http://www.xbrl.org/2009/role/negatedLabel"


def gaap(name: str, year: int = 2024) -> Concept:
    """A concept of us-gaap, srt or dei."""
    family, _, local = name.rpartition(":")
    return Taxonomy.of(family or "us-gaap", year).require(local)


def own(local: str, type_name: str = "monetaryItemType", **given: Any) -> Concept:
    """An extension concept."""
    return Concept(QName("ex", local, OWN), type_name, PeriodType.DURATION, **given)


def place_of(text: str, print_: str, source: int = 0, after: int = 0) -> Place:
    """Where a text is printed in a source."""
    start = text.index(print_, after)
    line = text.count("\n", 0, start) + 1
    return Place(source, start, start + len(print_), line, start - text.rfind("\n", 0, start))


def money(identity: str, concept: Concept, value: str, decimals: int = -3, period: Period = QUARTER) -> Fact:
    """A fact in dollars."""
    return Fact(identity, concept, ENTITY, period, Decimal(value), USD, decimals=decimals)


def filing_of(
    source: str | bytes,
    facts: list[tuple[Fact, str]],
    **given: Any,
) -> Filing:
    """A filing of a source and facts, each with the text it is printed as (empty for none)."""
    sources, blocks, _ = read_sources(source if isinstance(source, bytes) else source.encode())
    text = sources[0].text
    placements = tuple(Placement(fact.id, place_of(text, print_), print_) for fact, print_ in facts if print_)
    filing = Filing(
        report=Report(tuple(fact for fact, _ in facts)),
        prefix="ex",
        namespace=OWN,
        entity=ENTITY,
        date="20240930",
        proved=Proved(Document(sources, blocks)),
        taxonomy_year=2024,
        placements=placements,
    )
    return evolve(filing, **given)


TEXT = """Example Corp.

Example Corp. announces results for the quarter ended September 30, 2024.

| (in thousands) | Three months ended September 30, 2024 |
|---|---|
| Revenue | $ 1,301 |
| Cost of revenue | (209) |
| Gross profit | $ 1,092 |
| Other income | — |
"""


def simple() -> Filing:
    """Revenue, cost and gross profit of one quarter, from markdown."""
    revenue, cost, gross = gaap("Revenues"), gaap("CostOfRevenue"), gaap("GrossProfit")
    other = own("OtherThings", balance=Balance.CREDIT, label="Other things")
    facts = [
        (money("f1", revenue, "1301000"), "$ 1,301"),
        (money("f2", cost, "209000"), "(209)"),
        (money("f3", gross, "1092000"), "$ 1,092"),
        (money("f4", other, "0"), "—"),
    ]
    head = gaap("IncomeStatementAbstract")
    role = Role(
        "http://example.com/role/StatementsOfOperations",
        "0002 - Statement - Statements of Operations",
        (
            Node(
                head.name,
                children=(
                    Node(revenue.name),
                    Node(cost.name, NEGATED),
                    Node(gross.name, TOTAL),
                    Node(other.name),
                ),
            ),
        ),
        (Sum(gross.name, (Arc(revenue.name, 1), Arc(cost.name, -1))),),
    )
    return filing_of(TEXT, facts, extensions=(other,), standard=(revenue, cost, gross, head), roles=(role,))


__all__ = ["Document", "Format", "Hypercube", "Member", "Paragraph", "Source", "filing_of", "simple"]
