"""A validation as JUnit XML: one suite a report, one case a check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.codes import BY_ARELLE, CODES
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Outcome, Status
from xbrlgen.validating.rendering.shared import detail, relative, spots
from xbrlgen.validating.validation import Judged, Validation

_SUMS = "calculation.inconsistent"


def to_junit(validation: Validation) -> str:
    """All reports as suites."""
    root = etree.Element("testsuites", name="xbrlgen validate")
    for report in validation.reports:
        _suite(root, report, validation)
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _suite(root: etree._Element, report: Judged, validation: Validation) -> None:
    suite = etree.SubElement(root, "testsuite", name=relative(report.name))
    for mode, outcomes in report.outcomes.items():
        for role, held in _by_role(outcomes).items():
            failed = [one for one in report.findings if _is_of(one, mode, role)]
            _case(suite, f"{mode.value}: {role}", "calculation", failed, validation, _unchecked(held))
    absent = "" if report.arelle and not report.broken else "Arelle did not judge the report"
    for code in CODES:
        found = [one for one in report.findings if one.code == code and code != _SUMS]
        told = [one for one in found if one.severity >= validation.fail_on]
        if code != _SUMS:
            _case(suite, code, code.partition(".")[0], told, validation, absent if code in BY_ARELLE else "")
    if report.unjudged:
        case = etree.SubElement(suite, "testcase", name="judged", classname="judge")
        etree.SubElement(case, "error", message=_clean(report.unjudged))
    suite.set("tests", str(len(suite)))
    for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(kind, str(sum(1 for case in suite if case.find(tag) is not None)))


def _by_role(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    held: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        held[outcome.network.role].append(outcome)
    return held


def _is_of(finding: Finding, mode: Mode, role: str) -> bool:
    return finding.code == _SUMS and (detail(finding, "mode"), detail(finding, "role")) == (mode.value, role)


def _unchecked(outcomes: Sequence[Outcome]) -> str:
    """Why nothing of a role was checked, empty where something was."""
    if any(outcome.status is not Status.SKIPPED for outcome in outcomes):
        return ""
    return "; ".join(sorted({outcome.reason.value for outcome in outcomes if outcome.reason}))


def _case(
    suite: etree._Element, name: str, group: str, failed: list[Finding], validation: Validation, skipped: str
) -> None:
    case = etree.SubElement(suite, "testcase", name=_clean(name), classname=group)
    if failed:
        worst = max(finding.severity for finding in failed)
        tag = "error" if worst is Severity.ERROR else "failure"
        element = etree.SubElement(case, tag, message=_clean(failed[0].message), type=failed[0].code)
        element.text = _clean("\n\n".join(_lines(failed, validation)))
    elif skipped:
        etree.SubElement(case, "skipped", message=_clean(skipped))


def _lines(failed: list[Finding], validation: Validation) -> Iterator[str]:
    for finding in failed:
        where = next(iter(spots(finding, validation)), None)
        yield "\n".join(filter(None, [str(where) if where else "", finding.message, finding.remedy]))


def _clean(text: str) -> str:
    """Text without characters that XML can't hold."""
    return (
        "".join(letter for letter in text if letter in "\t\n" or letter >= " ")
        .replace("\ufffe", "")
        .replace("\uffff", "")
    )
