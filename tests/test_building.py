"""The one way to a filing: from releases and from facts."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import xbrlgen
from tests.shared import ROOT
from xbrlgen.model import ModelError
from xbrlgen.reading import ReadError
from xbrlgen.writing.tables.records import facts_csv

RELEASE = ROOT / "examples" / "exhibit" / "release.html"
TABLE = """concept,value,unit,decimals,start,end
us-gaap:Revenues,1500000,USD,-3,2023-01-01,2023-12-31
us-gaap:CostOfRevenue,600000,USD,-3,2023-01-01,2023-12-31
us-gaap:GrossProfit,900000,USD,-3,2023-01-01,2023-12-31
"""


def test_table_of_facts_becomes_a_filing_of_its_year(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text(TABLE, encoding="utf-8")
    filing = xbrlgen.build(path, entity="1234567")
    values = {fact.concept.name.local: fact.value for fact in filing.report.facts}
    assert values == {
        "Revenues": Decimal(1500000),
        "CostOfRevenue": Decimal(600000),
        "GrossProfit": Decimal(900000),
    }
    assert filing.entity.identifier == "0001234567"
    assert filing.taxonomy_year == 2023


def test_text_and_bytes_and_path_of_facts_give_the_same_filing(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert xbrlgen.build(path, entity="1") == xbrlgen.build(TABLE, entity="1")
    assert xbrlgen.build(path, entity="1") == xbrlgen.build(TABLE.encode(), entity="1")


def test_xbrl_json_of_a_filing_of_facts_becomes_the_same_facts() -> None:
    filing = xbrlgen.build(TABLE, entity="1")
    again = xbrlgen.build(filing.report.to_json())
    assert again.report.facts == filing.report.facts


def test_release_in_a_sheet_is_no_table_of_facts() -> None:
    filing = xbrlgen.build("Item,Value at end\nConcept cars,12\n")
    assert filing.report.facts == ()
    assert filing.proved is not None


def test_facts_of_a_built_release_are_written_for_everyone() -> None:
    filing = xbrlgen.build(RELEASE)
    rows = facts_csv(filing).decode().splitlines()
    assert len(rows) >= len(filing.report.facts)


@pytest.mark.parametrize("entity", ["acme", "", "12345678901", -5])
def test_what_is_no_cik_is_refused_and_not_replaced(entity: str | int) -> None:
    with pytest.raises(ModelError, match=r"entity: given .* allowed: a CIK"):
        xbrlgen.build(RELEASE, entity=entity)


def test_a_cik_may_be_a_number_and_one_prior_a_path(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(TABLE, encoding="utf-8")
    filing = xbrlgen.build(tmp_path / "facts.csv", entity=1234567)
    assert filing.entity.identifier == "0001234567"
    filing.write(tmp_path / "prior")
    assert xbrlgen.build(RELEASE, prior=str(tmp_path / "prior")).report.facts


@pytest.mark.parametrize("content", ["{", "[]", '{"a": 1}'])
def test_json_that_is_no_report_is_told(content: str, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text(content)
    with pytest.raises(ReadError, match="is no xBRL-JSON"):
        xbrlgen.build(tmp_path / "facts.json")


def test_what_people_hold_tells_itself_in_a_line() -> None:
    filing = xbrlgen.build(RELEASE, entity=1)
    proved = filing.proved
    assert proved is not None
    told = [repr(filing), repr(proved), repr(proved.document)]
    assert all(len(text) < 250 for text in told)
    assert f"{len(filing.report.facts)} facts in us-gaap 2024" in told[0]


def test_what_says_nothing_of_facts_is_told() -> None:
    told = xbrlgen.build(TABLE, entity="1", prior="filing.zip").findings
    assert [(each.code, each.about, each.severity.name) for each in told] == [
        ("reading.not-used", ("prior",), "WARNING")
    ]
    told = xbrlgen.build(TABLE, entity="1", profile="xbrlgen.toml").findings
    assert [(each.about, each.severity.name) for each in told] == [(("profile",), "INFO")]


def test_facts_of_json_have_their_own_entity_and_year() -> None:
    content = xbrlgen.build(TABLE, entity="1").report.to_json()
    assert xbrlgen.build(content).findings == ()
    told = xbrlgen.build(content, entity="2", year=2020).findings
    assert [(each.code, each.about) for each in told] == [("reading.not-used", ("year", "entity"))]


def test_units_of_a_table_may_have_the_prefixes_of_xbrl() -> None:
    table = TABLE.replace("USD", "iso4217:USD")
    assert xbrlgen.build(table, entity="1") == xbrlgen.build(TABLE, entity="1")
