"""Where Arelle 2.47 departs from the specification: each departure reproduced, and ours beside it.

When one of these fails because Arelle was mended, take its excuse out of ``agreement.excused``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validating.filings import F, N, Sample, write_sample
from xbrlgen.validating import validate
from xbrlgen.validating.arelle.agreement import judged_sums
from xbrlgen.validating.arelle.judging import Job, judge
from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.opened.loading import load
from xbrlgen.validating.opened.opening import open_path


def arelle_finds(sample: Sample, mode: str, folder: Path) -> int:
    path = write_sample(sample, folder)
    (entry,) = open_path(path, folder)
    (verdict,) = judge([Job(str(path), (mode,))])
    return len(judged_sums(verdict.messages, load(entry, Shelf()).instance))


def we_find(folder: Path, mode: str) -> list[str]:
    return [finding.code for finding in validate(folder / "x.xml", modes=[mode], arelle=False).findings]


ONE = (N("t", (("a", "1"),)),)


def test_c11r_takes_the_first_of_two_facts_that_contradict_each_other(tmp_path: Path) -> None:
    conflict = Sample((F("t", 10, "0"), F("t", 99, "0"), F("a", 10, "0")), ONE)
    assert arelle_finds(conflict, "c11r", tmp_path) == 0
    assert "duplicates.conflicting" in we_find(tmp_path, "c11r")


@pytest.mark.parametrize(("total", "found"), [("-2", 0), ("-3", 0)])
def test_c11t_forgets_which_end_is_open_under_a_negative_weight(
    tmp_path: Path, total: str, found: int
) -> None:
    sample = Sample((F("t", total, "INF"), F("a", 2, "0")), (N("t", (("a", "-1"),)),))
    assert arelle_finds(sample, "c11t", tmp_path) == found
    assert ("calculation.inconsistent" in we_find(tmp_path, "c11t")) == (total == "-3")


def test_c10_is_silent_about_a_contributor_reported_twice(tmp_path: Path) -> None:
    sample = Sample((F("t", 50, "0"), F("a", 10, "0"), F("a", 10, "0")), ONE)
    assert arelle_finds(sample, "c10", tmp_path) == 0
    assert "calculation.not-checked" in we_find(tmp_path, "c10")


@pytest.mark.parametrize("mode", ["c10", "c10d", "c11r", "c11t"])
def test_no_mode_says_a_word_about_a_total_in_another_context(tmp_path: Path, mode: str) -> None:
    sample = Sample((F("t", 50, "0"), F("a", 10, "0", context=1)), ONE)
    assert arelle_finds(sample, mode, tmp_path) == 0
    assert "calculation.other-context" in we_find(tmp_path, mode)
