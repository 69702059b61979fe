"""Real filings of other makers: Arelle's counts by mode from stand-ins alone, and planted errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared import shared
from tests.validating.planting import in_sums, loaded, plant, repeated
from xbrlgen.findings import Finding, Severity
from xbrlgen.validating import validate
from xbrlgen.validating.arelle.judging import Judge
from xbrlgen.validating.options import checked_modes
from xbrlgen.validating.validate_reports import Settings, validate_paths
from xbrlgen.validating.validation import Exit

# What Arelle 2.47 counts in modes c10, c10d and c11r with the official declarations
COUNTS = {
    "cmg-10q-2020": (0, 0, 0),
    "aapl-10q-2023": (0, 0, 0),
    "aapl-10k-2023": (0, 0, 0),
    "wk-10q-2022": (4, 8, 7),
    "fizz-10k-2020": (10, 11, 9),
}
MODES = ("c10", "c10d", "c11r")


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as court:
        yield court


@pytest.mark.parametrize("name", COUNTS)
def test_a_real_filing_gives_the_counts_of_the_judge(name: str, judge: Judge) -> None:
    folder = shared(f"filings/{name}")
    validation = validate_paths([folder], Settings(checked_modes(MODES)), judge)
    (report,) = validation.reports
    assert tuple(held.inconsistent for held in report.coverage) == COUNTS[name]
    told = Counter(_mode(one) for one in report.findings if one.code == "calculation.inconsistent")
    assert tuple(told[mode] for mode in MODES) == COUNTS[name]
    assert all(held.checked > 15 for held in report.coverage)
    assert validation.exit_code is (Exit.FINDINGS if any(COUNTS[name]) else Exit.CLEAN)


@pytest.mark.parametrize("name", COUNTS)
def test_stand_ins_give_the_judge_nothing_else_to_say(name: str, judge: Judge) -> None:
    validation = validate_paths([shared(f"filings/{name}")], Settings(), judge)
    sums = {"calculation.inconsistent", "calculation.other-context", "calculation.rounding"}
    allowed = sums | {"taxonomy.inferred", "filer.unused"}
    assert {finding.code for finding in validation.findings} <= allowed


def _mode(finding: Finding) -> str:
    return dict(finding.details)["mode"]


def _new(planted: Path, before: Counter[str]) -> list[Finding]:
    found = validate(planted, arelle=False).findings
    return [one for one in found if one.severity >= Severity.INCONSISTENCY and one.message not in before]


@pytest.mark.parametrize("name", ["cmg-10q-2020", "wk-10q-2022", "aapl-10q-2023"])
@pytest.mark.parametrize(("choose", "code"), [(repeated, "duplicates."), (in_sums, "calculation.")])
def test_a_planted_error_is_found(name: str, choose, code: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def] # two choosers
    folder = shared(f"filings/{name}")
    held = loaded(folder, tmp_path)
    before = Counter(finding.message for finding in validate(folder, arelle=False).findings)
    facts = choose(held, 12)
    assert len(facts) == 12
    for number, fact in enumerate(facts):
        planted = plant(folder, fact, held.instance.files[fact.file], tmp_path / str(number))
        about = [one for one in _new(planted, before) if fact.concept.rpartition("}")[2] in str(one.about)]
        assert any(one.code.startswith(code) for one in about), fact


def test_a_planted_error_is_found_by_both_engines(tmp_path: Path, judge: Judge) -> None:
    folder = shared("filings/cmg-10q-2020")
    held = loaded(folder, tmp_path)
    (fact,) = in_sums(held, 1)
    planted = plant(folder, fact, held.instance.files[fact.file], tmp_path / "planted")
    validation = validate_paths([planted], Settings(), judge)
    codes = {finding.code for finding in validation.findings}
    assert "calculation.inconsistent" in codes
    assert "judge.disagreement" not in codes
