"""One error of a kind in a good filing: it is found, at its line, with the rule and what to do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.shared import ROOT
from xbrlgen.findings import Severity
from xbrlgen.validating.arelle.judging import Judge
from xbrlgen.validating.validate_reports import Settings, validate_paths
from xbrlgen.validating.validation import Exit

GOOD = ROOT / "examples" / "ci" / "filings" / "birch"
FACT = r'(<ix:nonFraction id="GrossProfit"[^>]*?)'
# What is planted, as a pattern and what stands in its place, and our code and words for it.
PLANTED = {
    "a unit that is not there": (
        FACT + r'unitRef="[^"]+"',
        r'\1unitRef="no"',
        "fact.unreadable",
        "its unit 'no'",
    ),
    "a context that is not there": (
        FACT + r'contextRef="[^"]+"',
        r'\1contextRef="no"',
        "fact.unreadable",
        "its context 'no'",
    ),
    "no accuracy": (FACT + r' decimals="[^"]+"', r"\1", "fact.unreadable", "neither decimals nor precision"),
    "an accuracy that is none": (
        FACT + r'decimals="[^"]+"',
        r'\1decimals="two"',
        "fact.unreadable",
        "its accuracy 'two'",
    ),
    "a scale that is none": (FACT + r'scale="[^"]+"', r'\1scale="k"', "fact.unreadable", "its scale 'k'"),
    "a sign that is none": (FACT + ">", r'\1 sign="+">', "fact.unreadable", "its sign '+' is none"),
    "letters for a number": (FACT + r">[\d,]+", r"\1>12x4", "fact.unreadable", "its value is not a number"),
    "an unknown format": (
        FACT + r'format="[^"]+"',
        r'\1format="ixt:no"',
        "inline.invalid",
        "transformation name no",
    ),
    "an id twice": (r'id="GrossProfit"', 'id="Revenues"', "xbrl.invalid", "is duplicated"),
    "an attribute that breaks the schema": (
        FACT + ">",
        r'\1 order="x">',
        "inline.invalid",
        "attribute 'order'",
    ),
    "an unknown name": (
        r'name="us-gaap:GrossProfit"',
        'name="us-gaap:GrossProfitt"',
        "taxonomy.no-such-concept",
        "has no",
    ),
    "an unknown prefix": (
        r'name="us-gaap:GrossProfit"',
        'name="no:GrossProfit"',
        "inline.invalid",
        "schema definition",
    ),
}


@pytest.fixture(scope="module")
def judge():  # type: ignore[no-untyped-def] # a generator fixture
    with Judge() as court:
        yield court


@pytest.mark.parametrize("kind", PLANTED)
def test_it_is_found_at_its_line_with_what_to_do(kind: str, judge: Judge, tmp_path: Path) -> None:
    pattern, instead, code, words = PLANTED[kind]
    (page,) = Path(shutil.copytree(GOOD, tmp_path / "birch")).glob("*.htm")
    text, times = re.subn(pattern, instead, page.read_text("utf-8"), count=1)
    assert times == 1
    page.write_text(text, "utf-8")
    line = next(
        number
        for number, row in enumerate(text.splitlines(), 1)
        if 'padding-left:1.4em">Gross Profit<' in row
    )
    validation = validate_paths([tmp_path], Settings(), judge)
    assert validation.exit_code in {Exit.FINDINGS, Exit.NOT_JUDGED}
    errors = [one for one in validation.findings if one.severity is Severity.ERROR]
    assert any(one.code == code and words in one.message for one in errors)
    assert "judge.disagreement" not in {one.code for one in validation.findings}
    for one in errors:
        assert one.remedy
        assert one.code == "judge.failed" or line in {place.line for place in one.places}


def test_the_good_filing_has_none_of_them(judge: Judge) -> None:
    assert validate_paths([GOOD], Settings(), judge).findings == ()
