"""xBRL-JSON: what is written, and what is refused on reading."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from tests.model.test_refusals import NAME, REVENUES, SALES, YEAR
from xbrlgen.model import Concept, Entity, Fact, Footnote, Link, ModelError, QName, Report, Unit

NOTE = Footnote.of_text("n1", "Restated & audited")
REPORT = Report([SALES], ["acme-20131231.xsd"], [NOTE], [Link("f1", "n1")])


def known(name: QName) -> Concept | None:
    return {each.name: each for each in (REVENUES, NAME)}.get(name)


def document(**fact: Any) -> str:
    whole = json.loads(REPORT.to_json())
    whole["facts"]["f1"] |= fact
    return json.dumps(whole)


def with_dimension(**dimensions: Any) -> str:
    held = json.loads(REPORT.to_json())["facts"]["f1"]["dimensions"]
    return document(dimensions=held | dimensions)


def test_a_fact_is_written_as_the_open_information_model_says() -> None:
    assert json.loads(REPORT.to_json())["facts"]["f1"] == {
        "value": "44255000",
        "decimals": -3,
        "dimensions": {
            "concept": "us-gaap:Revenues",
            "entity": "cik:0001102993",
            "period": "2013-01-01T00:00:00/2014-01-01T00:00:00",
            "unit": "iso4217:USD",
        },
        "links": {"footnote": {"_": ["n1"]}},
    }


def test_exact_numbers_have_no_decimals_and_no_exponent() -> None:
    fact = json.loads(Report([evolve(SALES, value=Decimal("1E+6"), decimals=None)]).to_json())["facts"]["f1"]
    assert fact["value"] == "1000000"
    assert "decimals" not in fact


def test_pure_numbers_have_no_unit() -> None:
    share = Concept(QName("a", "Share", "urn:a"), "percentItemType", REVENUES.period_type)
    fact = Fact("f", share, Entity("1"), YEAR, Decimal("0.25"), Unit.of("pure"))
    report = Report([fact])
    assert "unit" not in json.loads(report.to_json())["facts"]["f"]["dimensions"]
    assert Report.from_json(report.to_json()) == report


def test_products_of_measures_are_in_brackets_and_in_order() -> None:
    rate = Concept(QName("a", "Rate", "urn:a"), "decimalItemType", REVENUES.period_type)
    unit = Unit.of("USD*JPY/shares*pure")
    report = Report([Fact("f", rate, Entity("1"), YEAR, Decimal(1), unit)])
    written = json.loads(report.to_json())["facts"]["f"]["dimensions"]["unit"]
    assert written == "(iso4217:JPY*iso4217:USD)/(xbrli:pure*xbrli:shares)"
    assert Report.from_json(report.to_json()) == report


def test_prefixes_that_clash_are_told_apart() -> None:
    twin = evolve(REVENUES, name=QName("us-gaap", "Revenues", "http://fasb.org/us-gaap/2024"))
    report = Report([SALES, evolve(SALES, id="f2", concept=twin)])
    names = {fact["dimensions"]["concept"] for fact in json.loads(report.to_json())["facts"].values()}
    assert names == {"us-gaap:Revenues", "us-gaap0:Revenues"}
    assert Report.from_json(report.to_json()) == report


def test_a_footnote_saved_as_bare_words_is_read_as_words() -> None:
    text = REPORT.to_json().replace("Restated &amp; audited", "Restated & audited")
    assert Report.from_json(text) == REPORT


def test_relative_schemas_are_found_from_the_base() -> None:
    whole = json.loads(REPORT.to_json())
    whole["documentInfo"]["baseURL"] = "http://example.com/filing/report.json"
    assert Report.from_json(json.dumps(whole)).taxonomy == ("http://example.com/filing/acme-20131231.xsd",)


def test_bytes_are_read_too() -> None:
    assert Report.from_json(REPORT.to_json().encode()) == REPORT


def test_concepts_may_come_from_elsewhere() -> None:
    whole = {key: each for key, each in json.loads(REPORT.to_json()).items() if "xbrlgen:" not in key}
    assert Report.from_json(json.dumps(whole), known) == REPORT
    with pytest.raises(ModelError, match=r"^/facts/f1: dimensions/concept: given us-gaap:Revenues"):
        Report.from_json(json.dumps(whole))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("{", "^/: given no JSON", id="no JSON"),
        pytest.param("[]", "^/: given .*; allowed: a dict", id="a list"),
        pytest.param('{"a": 1, "a": 2}', "^a: given the key twice", id="a key twice"),
        pytest.param("{}", "^/documentInfo: given None", id="an empty object"),
        pytest.param(
            '{"documentInfo": {"documentType": "x"}}', "^/documentInfo/documentType", id="another type"
        ),
        pytest.param(document(value=3), "^/facts/f1: value: given 3", id="a bare number"),
        pytest.param(
            document(value="1,301"), "^/facts/f1: value: given '1,301'; allowed: a number", id="commas"
        ),
        pytest.param(document(decimals="INF"), r"^/facts/f1: Fact\.decimals", id="decimals in words"),
        pytest.param(document(links={"odd": {"_": ["n1"]}}), "^/facts/f1/links: given odd", id="odd link"),
        pytest.param(
            document(links={"footnote": {"x": ["n1"]}}), "^/facts/f1/links: given x", id="odd group"
        ),
        pytest.param(with_dimension(period="2013"), "dimensions/period: given '2013'", id="a bare year"),
        pytest.param(
            with_dimension(period="2013-02-30T00:00:00"),
            "dimensions/period: given '2013-02-30",
            id="no such day",
        ),
        pytest.param(
            with_dimension(period="2013-01-01T00:00:00Z/2014-01-01T00:00:00Z"),
            "dimensions/period",
            id="a zone",
        ),
        pytest.param(with_dimension(entity="1102993"), "dimensions/entity: given '1102993'", id="no scheme"),
        pytest.param(with_dimension(unit="USD"), "dimensions/unit: given 'USD'", id="a bare unit"),
        pytest.param(with_dimension(unit="a/b/c"), "dimensions/unit: given 'a/b/c'", id="divided twice"),
        pytest.param(
            with_dimension(concept="x:Revenues"), "dimensions/concept: given 'x:Revenues'", id="prefix"
        ),
        pytest.param(document(dimensions=None), "^/facts/f1: dimensions: given None", id="no dimensions"),
    ],
)
def test_what_is_no_report_is_refused_with_its_path(text: str, words: str) -> None:
    with pytest.raises(ModelError, match=words):
        Report.from_json(text)
