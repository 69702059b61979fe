"""Where the engines differ there is a finding, and echoes of a broken fact are none."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from tests.validating.filings import F, N, Sample, write_sample
from xbrlgen.findings import Finding
from xbrlgen.validating.arelle.agreement import disagreements, judged_sums, miscounted, misread
from xbrlgen.validating.arelle.judging import Message, Object, Verdict
from xbrlgen.validating.arelle.messages import broken_facts, message_findings
from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.opened.loading import load
from xbrlgen.validating.opened.opening import open_path
from xbrlgen.validating.outcomes import Outcome
from xbrlgen.validating.sums.calculation import check
from xbrlgen.validating.sums.diagnosis import Neighbours
from xbrlgen.validating.sums.findings import sum_findings
from xbrlgen.validating.telling.placing import Placer
from xbrlgen.validating.telling.reporting import Reporter

T = "{http://example.org/x}t"
A = "{http://example.org/x}a"
WRONG = Sample((F("t", 20, "0"), F("a", 10, "0")), (N("t", (("a", "1"),)),))


def opened(folder: Path, sample: Sample = WRONG) -> tuple[Reporter, dict[Mode, tuple[Outcome, ...]]]:
    (entry,) = open_path(write_sample(sample, folder), folder)
    loaded = load(entry, Shelf())
    outcomes = {Mode.C11R: check(loaded.instance.facts, loaded.dts.networks, Mode.C11R)}
    return Reporter.of(loaded, Placer()), outcomes


def said(
    code: str = "calc11e:inconsistentCalculationUsingRounding", level: str = "INCONSISTENCY", **more: str
) -> Message:
    fact = Object("x.xml", 1, "ModelFact", T, "f0", "c0", "USD", "20")
    arguments = {
        "concept": "x:t",
        "linkrole": "http://example.org/role/0",
        "contextID": "c0",
        "unitID": "USD",
        **more,
    }
    mode = "c11r" if "calc" in code else ""
    return Message(code, level, "words", tuple(arguments.items()), (fact,), mode)


VALUES = ((T, "c0", "USD", "0", "20"), (A, "c0", "USD", "0", "10"))


def verdict(*messages: Message) -> Verdict:
    return Verdict(messages, 2, VALUES)


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


def test_agreement_is_no_finding(tmp_path: Path) -> None:
    reporter, outcomes = opened(tmp_path)
    agreed = verdict(said())
    assert len(judged_sums(agreed.messages, reporter.loaded.instance)) == 1
    assert list(disagreements(outcomes, agreed, reporter, frozenset())) == []
    assert list(misread(agreed, reporter, frozenset())) == []
    assert list(miscounted(agreed, reporter)) == []


def test_a_sum_that_only_we_find_wrong_is_told(tmp_path: Path) -> None:
    reporter, outcomes = opened(tmp_path)
    (found,) = disagreements(outcomes, verdict(), reporter, frozenset())
    assert "we say inconsistent, Arelle says not inconsistent" in found.message


def test_a_sum_that_only_arelle_finds_wrong_is_told(tmp_path: Path) -> None:
    reporter, _ = opened(tmp_path)
    (found,) = disagreements({Mode.C11R: ()}, verdict(said()), reporter, frozenset())
    assert found.message == "Only Arelle finds: words"


def test_a_value_that_is_read_in_two_ways_is_told(tmp_path: Path) -> None:
    reporter, _ = opened(tmp_path)
    other = evolve(verdict(), values=((T, "c0", "USD", "0", "21"), VALUES[1]))
    (found,) = misread(other, reporter, frozenset())
    assert "is 20 to the native reader and 21 to Arelle" in found.message
    assert "sees 2 facts, Arelle 3" in next(miscounted(evolve(other, facts=3), reporter)).message


def test_echoes_of_a_broken_fact_are_left_to_it(tmp_path: Path) -> None:
    reporter, outcomes = opened(tmp_path)
    cause = said("xbrl.4.7.2:contextPeriodType", "ERROR")
    broken = broken_facts([cause, said()], reporter.loaded.instance)
    assert broken == {0}
    assert list(sum_findings(outcomes[Mode.C11R], reporter, Neighbours({}), broken)) == []
    assert list(disagreements(outcomes, verdict(cause), reporter, broken)) == []
    assert codes(list(message_findings([cause, said()], reporter))) == ["xbrl.invalid"]


def test_what_follows_from_a_missing_document_is_counted_with_it(tmp_path: Path) -> None:
    reporter, _ = opened(tmp_path)
    missing = Message("IOerror", "ERROR", "no file", (("url", "x_lab.xml"),))
    echo = Message("xbrl.5.2.4.2.1:preferredLabelMissing", "ERROR", "no label")
    (found,) = message_findings([echo, missing, echo, missing], reporter)
    assert found.code == "taxonomy.file-missing"
    assert ("follows", "2 times xbrl.5.2.4.2.1:preferredLabelMissing") in found.details
    assert codes(list(message_findings([echo], reporter))) == ["xbrl.invalid"]


def test_messages_are_sorted_by_the_specification_they_come_from(tmp_path: Path) -> None:
    reporter, _ = opened(tmp_path)
    named = {
        "xbrldie:PrimaryItemDimensionallyInvalidError": "dimensions.invalid",
        "ix11.10.1.2:invalidTransformation": "inline.invalid",
        "utre:error-NumericFactUnitMismatch": "units.invalid",
        "calc11e:duplicateCalculationRelationships": "calculation.invalid-arc",
        "xmlSchema:valueError": "xbrl.invalid",
        "arelle:somethingElse": "judge.message",
    }
    for code, ours in named.items():
        (found,) = message_findings([Message(code, "ERROR", "words")], reporter)
        assert found.code == ours
        assert ("arelle", code) in found.details
