"""Any report becomes a filing out of which Arelle reads the same values."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings

from tests.effort import tries
from tests.writing.conftest import arelle as arelle  # noqa: PLC0414 (a fixture)
from tests.writing.judging import Judge
from tests.writing.reading_back import problems
from xbrlgen.filing import Filing
from xbrlgen.model import Report
from xbrlgen.testing.strategies import reports
from xbrlgen.writing import WriteError, filing_from_report, write
from xbrlgen.writing.files import inline_page
from xbrlgen.writing.inline.wrapping import ESCAPED


def filing_of(report: Report) -> Filing | None:
    """The filing of a report, unless it can't be one: namespaces without schema, prefixes used twice."""
    try:
        filing = filing_from_report(report)
        inline_page(filing)
    except WriteError:
        return None
    return filing


@settings(max_examples=tries(15), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(reports())
def test_any_report_is_printed_on_a_valid_page(report: Report) -> None:
    filing = filing_of(report)
    assume(filing is not None)
    assert filing is not None
    page, findings = inline_page(filing)
    assert problems(page) == []
    assert {finding.code for finding in findings} <= {"writing.not-as-printed", "writing.overlap"}


@settings(
    max_examples=tries(6),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(report=reports())
def test_arelle_reads_the_values_of_any_report(arelle: Judge, report: Report) -> None:
    filing = filing_of(report)
    assume(filing is not None)
    assert filing is not None
    with tempfile.TemporaryDirectory() as folder:
        page = write(filing, Path(folder) / "out").paths[0]
        read = {fact[5]: fact[3] for fact in arelle(page, []).facts}
    plain = [fact for fact in report.facts if fact.concept.type not in ESCAPED]
    assert {fact.id: _folded(fact.value) for fact in plain}.items() <= {
        k: _folded(v) for k, v in read.items()
    }.items()


def _folded(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value
