"""How the fact model and the testing kit are meant to be called, for the type checker alone."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis.strategies import SearchStrategy

from xbrlgen.model import (
    Concept,
    Duplicates,
    Entity,
    Fact,
    ModelError,
    Period,
    PeriodType,
    QName,
    Report,
    Unit,
    duplicates,
)
from xbrlgen.testing.cases import Arc, Case, Network, Verdict
from xbrlgen.testing.damage import Damage
from xbrlgen.testing.laws import judging_passes_what_holds, reading_finds_the_facts
from xbrlgen.testing.oracle import Oracle
from xbrlgen.testing.strategies import reports
from xbrlgen.testing.strategies.damages import damages
from xbrlgen.testing.strategies.networks import statements

ASSETS = Concept(QName("ex", "Assets", "urn:ex"), "monetaryItemType", PeriodType.INSTANT)
FACT = Fact(
    "f1", ASSETS, Entity("1"), Period.instant(date(2024, 12, 31)), Decimal(1), Unit.of("USD"), decimals=0
)


def model() -> tuple[str, Report, tuple[Duplicates, ...], type[ValueError]]:
    report = Report([FACT])
    return report.to_json(), Report.from_json(report.to_json()), duplicates(report.facts), ModelError


def read(path: Path) -> Iterable[Hashable]:
    return [path.name]


def judge(case: Case) -> Verdict:
    return frozenset()


def kit() -> tuple[SearchStrategy[Report], SearchStrategy[Case], SearchStrategy[Damage]]:
    case = Case([FACT], [Network(ASSETS.name, [Arc(ASSETS.name, Decimal(-1))])])
    judging_passes_what_holds(judge, case)
    reading_finds_the_facts(read, case.report, view=lambda fact: fact.id)
    with Oracle() as oracle:
        verdicts: tuple[Verdict, ...] = oracle.judge([case], "c11r")
        assert verdicts
    return reports(max_facts=2), statements(rounding="none"), damages(manners=["scale slip"])
