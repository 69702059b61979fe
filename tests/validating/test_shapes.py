"""Filings as other regulators ask for them, without their taxonomies: what is missing is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.validating.shapes import accounts, disclosure, esef, register
from tests.validating.specification import Case, context, fact, instance, items, schema, unit
from xbrlgen.validating.arelle.judging import Judge
from xbrlgen.validating.validate_reports import Settings, validate_paths
from xbrlgen.validating.validation import Exit, Validation


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    with Judge() as court:
        yield court


def judged(path: Path, judge: Judge) -> Validation:
    return validate_paths([path], Settings(), judge)


def codes(validation: Validation) -> set[str]:
    return {finding.code for finding in validation.findings}


GUESSED = {"taxonomy.schema-unknown", "taxonomy.inferred"}


@pytest.mark.parametrize(("write", "right"), [(esef, 1500), (disclosure, 100)])
def test_sums_on_a_taxonomy_that_is_not_at_hand(
    write: Callable[[Path, int], Path], right: int, tmp_path: Path, judge: Judge
) -> None:
    good = judged(write(tmp_path / "good", right), judge)
    assert (codes(good), good.exit_code) == (GUESSED, Exit.CLEAN)
    bad = judged(write(tmp_path / "bad", right + 300), judge)
    assert (codes(bad), bad.exit_code) == ({"calculation.inconsistent", *GUESSED}, Exit.FINDINGS)


def test_a_package_that_was_unpacked_is_read_by_its_catalog_too(tmp_path: Path, judge: Judge) -> None:
    esef(tmp_path, 1500)
    assert codes(judged(tmp_path / "acme-2022-12-31", judge)) == GUESSED


def test_the_missing_schemas_are_named(tmp_path: Path, judge: Judge) -> None:
    validation = judged(esef(tmp_path, 1500), judge)
    unknown = [one for one in validation.findings if one.code == "taxonomy.schema-unknown"]
    assert [one.about[0].rpartition("/")[2] for one in unknown] == [
        "esef_cor.xsd",
        "full_ifrs-cor_2022-03-24.xsd",
    ]
    assert all("--package" in one.remedy for one in unknown)


def test_labels_of_a_taxonomy_that_is_not_at_hand_are_not_missed(tmp_path: Path, judge: Judge) -> None:
    validation = judged(esef(tmp_path, 1500), judge)
    (guessed,) = [one for one in validation.findings if one.code == "taxonomy.inferred"]
    assert dict(guessed.details)["not judged"] == "1 preferred labels"


def test_pages_that_lean_on_another_are_one_report(tmp_path: Path, judge: Judge) -> None:
    validation = judged(disclosure(tmp_path, 100), judge)
    assert [(report.facts, report.coverage[0].checked) for report in validation.reports] == [(3, 1)]


@pytest.mark.parametrize(
    "write", [accounts, register, lambda folder: register(folder, "urn:taxonomy.example:fsa#")]
)
def test_without_any_sums_nothing_is_called_consistent(
    write: Callable[[Path], Path], tmp_path: Path, judge: Judge
) -> None:
    validation = judged(write(tmp_path), judge)
    assert codes(validation) == {"calculation.nothing-bound", *GUESSED}
    assert validation.exit_code is Exit.NOT_JUDGED


def test_facts_of_another_target_are_told(tmp_path: Path, judge: Judge) -> None:
    validation = judged(accounts(tmp_path, targets=True), judge)
    (told,) = [one for one in validation.findings if one.code == "inline.targets"]
    assert told.message.startswith("2 facts are of the target document 'tax'")


@pytest.mark.parametrize("member", ["explicitMember", "typedMember"])
def test_an_axis_in_a_taxonomy_without_dimensions_is_told(member: str, tmp_path: Path, judge: Judge) -> None:
    held = {"explicitMember": "t:Home", "typedMember": "<t:A/>"}[member]
    written = f'<d:{member} xmlns:d="http://xbrl.org/2006/xbrldi" dimension="t:Where">{held}</d:{member}>'
    files = {
        "t.xsd": schema(items("A")),
        "t.xbrl": instance(fact("A 1 0"), resources=context(scenario=written) + unit()),
    }
    validation = judged(Case(files, "t.xbrl", valid=False, by_default=False).write(tmp_path), judge)
    (told,) = [one for one in validation.findings if one.code == "dimensions.invalid"]
    assert told.message.startswith("t:Where is used as an axis by 1 facts")
    assert told.places
    assert validation.exit_code is Exit.FINDINGS


def test_a_standard_schema_imported_as_of_another_year_is_told(tmp_path: Path, judge: Judge) -> None:
    address, space = "http://xbrl.fasb.org/us-gaap/2022/elts/us-gaap-2022.xsd", "http://fasb.org/us-gaap/2023"
    amount = '<g:Assets xmlns:g="{}" contextRef="c" unitRef="u" decimals="0">5</g:Assets>'
    files = {
        "t.xsd": schema(f'<xs:import namespace="{space}" schemaLocation="{address}"/>'),
        "t.xbrl": instance(amount.format(space), resources=context() + unit("u", "iso4217:USD")),
    }
    validation = judged(Case(files, "t.xbrl", valid=False, by_default=False).write(tmp_path), judge)
    assert [one.message for one in validation.findings if one.code == "xbrl.invalid"] == [
        f"{address} is imported as {space}, but it is us-gaap of 2022"
    ]


def test_names_of_a_year_that_is_not_imported_are_told(tmp_path: Path, judge: Judge) -> None:
    address, space = "http://xbrl.fasb.org/us-gaap/2022/elts/us-gaap-2022.xsd", "http://fasb.org/us-gaap/{}"
    amount = f'<g:Assets xmlns:g="{space.format(2023)}" contextRef="c" unitRef="u" decimals="0">5</g:Assets>'
    files = {
        "t.xsd": schema(f'<xs:import namespace="{space.format(2022)}" schemaLocation="{address}"/>'),
        "t.xbrl": instance(amount, resources=context() + unit("u", "iso4217:USD")),
    }
    validation = judged(Case(files, "t.xbrl", valid=False, by_default=False).write(tmp_path), judge)
    (told,) = [one for one in validation.findings if one.code == "xbrl.invalid"]
    assert told.message == "Names of us-gaap 2023 are used, but what the schemas import is us-gaap 2022"
    assert told.places
    assert validation.exit_code is Exit.FINDINGS


def test_facts_whose_namespace_was_forgotten_are_told(tmp_path: Path, judge: Judge) -> None:
    bare = '<xbrli:CashInHand contextRef="c" unitRef="u" decimals="0">5</xbrli:CashInHand>'
    files = {"t.xsd": schema(items("A")), "t.xbrl": instance(bare + bare, schemas="")}
    validation = judged(Case(files, "t.xbrl", valid=False, by_default=False).write(tmp_path), judge)
    assert [one.message for one in validation.findings if one.code == "xbrl.invalid"] == [
        "2 elements have the namespace of XBRL itself, so they are no facts: CashInHand"
    ]
    assert validation.exit_code is Exit.FINDINGS
