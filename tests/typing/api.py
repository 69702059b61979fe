"""The public names as a program uses them: mypy reads this, nothing runs it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import xbrlgen
from xbrlgen.model import PeriodType
from xbrlgen.writing import Written, filing_from_report, report_from_csv


def uses() -> None:
    document = xbrlgen.read(Path("release.htm"))
    assert_type(document, xbrlgen.Document)
    assert_type(xbrlgen.read(b"<p>text</p>"), xbrlgen.Document)

    filing = xbrlgen.build("release.htm", repair=False, entity="1102993", year=2013, prior=["before"])
    assert_type(filing, xbrlgen.Filing)
    assert_type(filing.report, xbrlgen.Report)
    assert_type(filing.findings, tuple[xbrlgen.Finding, ...])
    assert_type(filing.write("out", force=True), Written)

    validation = xbrlgen.validate("out", Path("other"), modes=("c11r", "c10d"), timeout=30)
    assert_type(validation, xbrlgen.Validation)
    assert_type(validation.is_clean, bool)
    for finding in validation.findings:
        assert_type(finding.severity, xbrlgen.Severity)
        assert_type(finding.places, tuple[xbrlgen.Place, ...])

    revenues = xbrlgen.Concept(
        xbrlgen.QName("us-gaap", "Revenues", "http://fasb.org/us-gaap/2024"),
        "monetaryItemType",
        PeriodType.DURATION,
    )
    fact = xbrlgen.Fact(
        "f1",
        revenues,
        xbrlgen.Entity("1234567"),
        xbrlgen.Period.duration(date(2024, 1, 1), date(2024, 3, 31)),
        Decimal(1000),
        xbrlgen.Unit.of("USD"),
        decimals=-3,
    )
    report = xbrlgen.Report((fact,))
    assert_type(report.facts, tuple[xbrlgen.Fact, ...])
    assert_type(filing_from_report(report), xbrlgen.Filing)
    assert_type(report_from_csv("", lambda _: revenues), xbrlgen.Report)
