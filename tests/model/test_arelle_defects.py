"""What Arelle 2.47 can't load though it is allowed; the law in tests/properties leaves it out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.model.arelle_side import facts_of, loaded
from xbrlgen.model import Concept, Entity, Fact, Period, PeriodType, QName, Report
from xbrlgen.testing.files import ENTRY, report_files, write_files

EMPTY = Fact(
    "f1",
    Concept(QName("a", "Status", "http://example.com/c1"), "QNameItemType", PeriodType.INSTANT),
    Entity("0000000001"),
    Period(None, date(2013, 12, 31)),
    None,
)


def test_arelle_breaks_down_on_a_nil_fact_of_the_qname_type(tmp_path: Path) -> None:
    report = Report([EMPTY], [ENTRY])
    instance = write_files(report_files(report), tmp_path)
    with loaded(instance) as (model, complaints):
        assert complaints == []
        assert facts_of(model, report) == [EMPTY]
    path = tmp_path / "report.json"
    path.write_text(report.to_json(), encoding="utf-8")
    with loaded(path) as (_, complaints):
        assert any("has no attribute 'strip'" in each for each in complaints)
