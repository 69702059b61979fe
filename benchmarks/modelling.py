"""What facts and reports cost to make, sort and write."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from benchmarks.timing import RUNS, ratio, seconds
from xbrlgen.model import Concept, Entity, Fact, Period, PeriodType, QName, Report, Unit

Row = tuple[str, str, str, str]
COUNT = 5_000
CONCEPT = Concept(QName("ex", "Amount", "urn:example"), "monetaryItemType", PeriodType.DURATION)
ENTITY, UNIT = Entity("0000000001"), Unit.of("USD")
YEAR = Period.duration(date(2013, 1, 1), date(2013, 12, 31))


def facts() -> list[Fact]:
    return [Fact(f"f{n}", CONCEPT, ENTITY, YEAR, Decimal(n), UNIT, decimals=-3) for n in range(COUNT)]


def rows() -> list[Row]:
    """Facts a second, and xBRL-JSON as a ratio to plain JSON of the same length."""
    made = facts()
    report = Report(made)
    text = report.to_json()
    plain = json.loads(text)
    writing = ratio(report.to_json, lambda: json.dumps(plain, indent=1))
    reading = ratio(lambda: Report.from_json(text), lambda: json.loads(text))
    note = f"{COUNT} facts, median of {RUNS}"
    return [
        ("model: facts made a second", f"{COUNT / seconds(facts):,.0f}", "", note),
        ("model: facts put in a report a second", f"{COUNT / seconds(lambda: Report(made)):,.0f}", "", note),
        ("model: to_json / json.dumps", f"{writing:.1f}", "", note),
        ("model: from_json / json.loads", f"{reading:.1f}", "", note),
    ]
