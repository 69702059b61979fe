"""What XBRL 2.1 calls right is clean, and what it calls wrong isn't, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.effort import EFFORT
from tests.validating.specification import Case
from tests.validating.specification_cases import CASES
from xbrlgen.validating.arelle.judging import Judge
from xbrlgen.validating.errors import UnreadableError
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.validate_reports import Settings, validate_paths
from xbrlgen.validating.validation import Exit


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as court:
        yield court


def is_clean(case: Case, mode: Mode, folder: Path, judge: Judge) -> bool:
    """Whether nothing of weight is found; the two engines must agree on the way."""
    try:
        validation = validate_paths([case.write(folder)], Settings((mode,)), judge)
    except UnreadableError:
        return False
    assert "judge.disagreement" not in {finding.code for finding in validation.findings}
    return validation.exit_code is Exit.CLEAN


@pytest.mark.parametrize("name", CASES)
def test_a_case_of_the_specification(name: str, tmp_path: Path, judge: Judge) -> None:
    assert is_clean(CASES[name], Mode.C10, tmp_path, judge) is CASES[name].valid


DIFFERENT = [name for name, case in CASES.items() if case.valid is not case.by_default]


@pytest.mark.parametrize("name", CASES if EFFORT == "long" else DIFFERENT)
def test_a_case_under_calculations_1_1(name: str, tmp_path: Path, judge: Judge) -> None:
    assert is_clean(CASES[name], Mode.C11R, tmp_path, judge) is CASES[name].by_default
