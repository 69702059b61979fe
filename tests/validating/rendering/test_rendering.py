"""A validation in every format, and baselines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from click import Choice
from lxml import etree

from tests.shared import ROOT
from tests.validating.filings import F, N, Sample, write_sample
from tests.validating.sarif_schema import SCHEMA, official_schema
from xbrlgen.cli.validate import validate as command
from xbrlgen.findings import Finding, Severity
from xbrlgen.validating import validate
from xbrlgen.validating.baseline import apply_baseline, fingerprint, read_baseline, write_baseline
from xbrlgen.validating.codes import BY_ARELLE
from xbrlgen.validating.errors import UsageError
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.rendering import FORMATS, Screen, render
from xbrlgen.validating.rendering.shared import detail
from xbrlgen.validating.running import run
from xbrlgen.validating.validation import Exit, Judged, Validation

SUMS = (N("t", (("a", "1"), ("b", "1"))), N("u", (("a", "1"),), role=1))
WRONG = Sample((F("t", 45, "0"), F("a", 30, "0"), F("b", 24, "0"), F("u", 30, "0"), F("u", 31, "0")), SUMS)


@pytest.fixture(scope="module")
def validation(tmp_path_factory: pytest.TempPathFactory) -> Validation:
    return validate(write_sample(WRONG, tmp_path_factory.mktemp("wrong")), arelle=False)


def test_the_command_knows_every_format_and_mode() -> None:
    allowed = {each.name: each.type.choices for each in command.params if isinstance(each.type, Choice)}
    assert list(allowed["output"]) == list(FORMATS)
    assert set(allowed["modes"]) == {mode.value for mode in Mode}


@pytest.mark.parametrize("width", [30, 40, 70, 200])
def test_no_number_of_a_sum_is_cut_however_narrow_the_terminal(validation: Validation, width: int) -> None:
    (big,) = (one for one in validation.findings if one.code == "calculation.inconsistent")
    amounts = {"reported": "12,345,678,901", "computed": "12,345,678,902", "difference": "-1"}
    details = tuple((key, amounts.get(key, value)) for key, value in big.details)
    report = evolve(validation.reports[0], findings=(evolve(big, details=details),))
    shown = render(evolve(validation, reports=(report,)), screen=Screen(width, coloured=False))
    assert "\x1b" not in shown
    assert {*amounts.values(), "x:t"} <= set(shown.split())
    assert detail(big, "period") in " ".join(shown.split())


def test_a_filing_that_could_not_be_judged_is_not_accepted(tmp_path: Path) -> None:
    path = write_sample(WRONG, tmp_path)
    code, text = run(path, timeout=0.0001, accept=tmp_path / "known.json")
    assert (code, text.split(":")[0]) == (Exit.NOT_JUDGED, "nothing accepted")
    assert not (tmp_path / "known.json").exists()


def test_a_baseline_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    path = write_sample(WRONG, tmp_path)
    (tmp_path / "folder").mkdir()
    code, text = run(path, arelle=False, accept=tmp_path / "folder")
    assert (code, text) == (
        2,
        f"{tmp_path / 'folder'}: can't be written (Is a directory); name another place\n",
    )


def test_text_says_what_was_checked_what_failed_by_how_much_and_where(validation: Validation) -> None:
    text = render(validation)
    assert "5 facts, native engine only; 2 inconsistencies" in text
    assert "c11r: 1 of 2 sums checked, 0 consistent, 1 not" in text
    assert "not checked: 1, facts of the sum contradict each other" in text
    row = next(line for line in text.splitlines() if line.strip().startswith("x:t "))
    assert re.search(
        r"45 +54 +-9 +\S+x\.xml:\d+:\d+ +transposed digits: x:t, the sum holds with 54 for 45", row
    )
    assert "0 - Statement - Number 0" in text
    assert "\x1b" not in text


def test_text_on_a_terminal_is_coloured_and_says_the_same(validation: Validation) -> None:
    coloured = render(validation, screen=Screen())
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert coloured != plain
    assert "transposed digits" in re.sub(r"[\s│]+", " ", plain)
    assert "c11r: 1 of 2 sums checked" in plain


def test_text_tells_a_remedy_once_for_findings_beside_each_other(validation: Validation) -> None:
    said = [Finding("fact.negative", Severity.INFO, name, remedy=name[0]) for name in ("a1", "a2", "b")]
    report = evolve(validation.reports[0], findings=tuple(said))
    text = render(evolve(validation, reports=(report,)))
    assert text.splitlines()[0].endswith("; 3 notes")
    assert text.endswith("    note: a1\n    note: a2\n    a\n    note: b\n      b\n\n")


def test_text_names_what_is_not_reported_where_the_total_is(tmp_path: Path) -> None:
    alone = Sample((F("t", 45, "0"), F("a", 30, "0"), F("b", 900, "0", context=1)), SUMS[:1])
    text = render(validate(write_sample(alone, tmp_path), arelle=False))
    row = next(line for line in text.splitlines() if line.strip().startswith("x:t "))
    assert row.endswith("  not reported there: x:b")


@pytest.mark.parametrize("how", [{"arelle": False}, {"timeout": 0.0001}], ids=["native", "stopped"])
def test_junit_passes_nothing_that_was_not_looked_for(tmp_path: Path, how: dict[str, Any]) -> None:
    path = write_sample(WRONG, tmp_path)
    cases = etree.fromstring(render(validate(path, **how), "junit")).iter("testcase")
    skipped = {case.get("name") for case in cases if case.find("skipped") is not None}
    assert skipped >= BY_ARELLE
    cases = etree.fromstring(render(validate(path), "junit")).iter("testcase")
    assert not any(case.find("skipped") is not None for case in cases if case.get("name") in BY_ARELLE)


def test_json_follows_its_documented_schema(validation: Validation) -> None:
    schema = json.loads((ROOT / "docs" / "validation.schema.json").read_text("utf-8"))
    held = json.loads(render(validation, "json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(held, schema)
    assert held["exitCode"] == 1
    finding = held["reports"][0]["findings"][0]
    assert finding["code"] == "calculation.inconsistent"
    assert finding["details"]["difference"] == ["-9"]
    assert {one["status"] for one in held["reports"][0]["sums"]} == {"inconsistent", "skipped"}


def test_sarif_is_valid_and_places_results(validation: Validation) -> None:
    held = json.loads(render(validation, "sarif"))
    jsonschema.validate(held, SCHEMA, format_checker=jsonschema.FormatChecker())
    (result, *_) = (one for one in held["runs"][0]["results"] if one["ruleId"] == "calculation.inconsistent")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] >= 1
    assert region["charLength"] > 10
    rules = held["runs"][0]["tool"]["driver"]["rules"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert len(result["relatedLocations"]) == 2


def test_sarif_follows_the_whole_schema(validation: Validation) -> None:
    schema = official_schema()
    unjudged = Validation((Judged("x.htm", (), unjudged="Arelle failed", broken=True),))
    for one in (validation, unjudged, Validation(), accepted_in_part(validation)):
        jsonschema.validate(json.loads(render(one, "sarif")), schema)


def accepted_in_part(validation: Validation) -> Validation:
    """The same, with its first finding accepted."""
    (report,) = validation.reports
    kept = evolve(report, findings=report.findings[1:])
    return evolve(validation, reports=(kept,), accepted=report.findings[:1])


def test_sarif_says_when_nothing_could_be_judged() -> None:
    unjudged = Validation((Judged("x.htm", (), unjudged="Arelle failed", broken=True),))
    held = json.loads(render(unjudged, "sarif"))
    jsonschema.validate(held, SCHEMA)
    invocation = held["runs"][0]["invocations"][0]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    assert "Arelle failed" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_junit_has_a_case_for_every_check(validation: Validation) -> None:
    root = etree.fromstring(render(validation, "junit").encode())
    suite = root[0]
    named = {case.get("name"): case for case in suite}
    sums = named["c11r: http://example.org/role/0"]
    assert sums.find("failure") is not None
    assert named["c11r: http://example.org/role/1"].find("skipped") is not None
    assert named["duplicates.conflicting"].find("failure") is not None
    assert len(named["fact.negative"]) == 0
    assert suite.get("tests") == str(len(suite))
    assert suite.get("failures") == root.get("failures") == "2"


def test_github_annotations_are_one_escaped_line_each(validation: Validation) -> None:
    lines = render(validation, "github").splitlines()
    assert len(lines) == len(validation.findings)
    assert all(
        re.match(r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[^:]+::\S", one)
        for one in lines
    )


def test_github_annotations_escape_what_the_runner_would_take_for_its_own() -> None:
    finding = Finding("fact.unreadable", Severity.ERROR, "50%\n::set-output", remedy="")
    (line,) = render(Validation((Judged("x", (finding,)),)), "github").splitlines()
    assert line == "::error title=fact.unreadable%3A A fact cannot be read::50%25%0A::set-output"


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    finding = Finding("fact.unreadable", Severity.ERROR, "\x00[red]<script>]]>\x1b", about=("[bold]",))
    hostile = Validation((Judged("[x]", (finding,), unjudged="\x0b"),))
    for output in FORMATS:
        assert "script" in render(hostile, output)
    etree.fromstring(render(hostile, "junit").encode())
    assert "[red]" in render(hostile, screen=Screen())


@pytest.mark.parametrize("output", FORMATS)
def test_output_is_the_same_every_time(output: str, tmp_path: Path) -> None:
    path = write_sample(WRONG, tmp_path)
    assert run(path, output=output, arelle=False) == run(path, output=output, arelle=False)


def test_an_unknown_format_is_wrong_usage(validation: Validation, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="yaml"):
        render(validation, "yaml")
    assert run(tmp_path, output="yaml", arelle=False)[0] == 2


@pytest.mark.parametrize(
    ("fail_on", "code"), [("info", 1), ("warning", 1), ("inconsistency", 1), ("error", 0)]
)
def test_fail_on_decides_the_exit_code(fail_on: str, code: int, tmp_path: Path) -> None:
    assert run(write_sample(WRONG, tmp_path), fail_on=fail_on, arelle=False)[0] == code


def test_a_baseline_accepts_known_findings_and_no_others(tmp_path: Path) -> None:
    path = write_sample(WRONG, tmp_path / "f")
    baseline = tmp_path / "known.json"
    assert run(path, accept=baseline, arelle=False) == (0, f"2 findings accepted in {baseline}\n")
    accepted = validate(path, baseline=baseline, arelle=False)
    assert (accepted.exit_code, accepted.findings, len(accepted.accepted)) == (0, (), 2)
    worse = Sample((*WRONG.facts, F("b", 99, "0")), SUMS)
    assert validate(write_sample(worse, tmp_path / "f"), baseline=baseline, arelle=False).exit_code == 1


def test_a_baseline_tells_what_no_longer_occurs(tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    run(write_sample(WRONG, tmp_path / "f"), accept=baseline, arelle=False)
    mended = Sample((F("t", 54, "0"), *WRONG.facts[1:4]), SUMS)
    after = validate(write_sample(mended, tmp_path / "f"), baseline=baseline, arelle=False)
    assert [finding.code for finding in after.findings] == ["baseline.stale"] * 2
    assert after.exit_code == 0


def test_a_baseline_survives_new_line_numbers_and_values(tmp_path: Path) -> None:
    path = write_sample(WRONG, tmp_path / "f")
    before = validate(path, arelle=False)
    path.write_text("\n\n" + path.read_text().replace(">45<", ">46<"))
    after = validate(path, arelle=False)
    assert [fingerprint(one) for one in before.findings] == [fingerprint(one) for one in after.findings]
    assert before.findings[0].places != after.findings[0].places


def test_what_is_no_baseline_is_refused(tmp_path: Path, validation: Validation) -> None:
    path = tmp_path / "b.json"
    path.write_text("[]")
    with pytest.raises(UsageError, match=r"b\.json"):
        read_baseline(path)
    write_baseline(validation, path)
    assert apply_baseline(validation, read_baseline(path)).findings == ()
