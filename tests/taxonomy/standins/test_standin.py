from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from tests.shared import shared
from tests.taxonomy.seeing import see
from xbrlgen.model import Concept, PeriodType, QName
from xbrlgen.taxonomy import (
    Taxonomy,
    TaxonomyError,
    UnknownConceptError,
    standin_files,
    taxonomy_of_namespace,
    write_standin,
)

PACKAGES = {2013: "taxonomies/us-gaap-2013-rebuilt.zip", 2024: "taxonomies/us-gaap-2024.zip"}
FAMILIES = {2013: ("us-gaap", "dei"), 2024: ("us-gaap", "srt", "dei", "country", "currency", "stpr")}
EVERY_YEAR = (2009, *range(2011, 2026))


@pytest.mark.parametrize(
    ("year", "family"), [(year, family) for year in PACKAGES for family in FAMILIES[year]]
)
def test_arelle_sees_the_same_through_a_standin_as_through_the_package(
    tmp_path: Path, year: int, family: str
) -> None:
    package = shared(PACKAGES[year])
    taxonomy = Taxonomy.of(family, year)
    names = [taxonomy.qname(name) for name in taxonomy.names()]
    chosen = random.Random(f"{family} {year}").sample(names, min(400, len(names)))  # noqa: S311 - no secret
    write_standin(chosen, tmp_path / "standin.zip")
    official, _ = see(taxonomy.schema_location, [package])
    ours, complaints = see(taxonomy.schema_location, [tmp_path / "standin.zip"])
    assert not complaints
    assert {name: ours[name] for name in chosen} == {name: official[name] for name in chosen}


@pytest.mark.parametrize("year", EVERY_YEAR)
def test_a_standin_of_any_year_is_valid(tmp_path: Path, year: int) -> None:
    gaap = Taxonomy.of("us-gaap", year)
    families = [gaap, gaap.sibling("dei"), *([gaap.sibling("srt")] if year >= 2018 else [])]
    chosen = [taxonomy.qname(name) for taxonomy in families for name in list(taxonomy.names())[::97]]
    write_standin(chosen, tmp_path / "standin.zip")
    seen, complaints = see(gaap.schema_location, [tmp_path / "standin.zip"], validate=True)
    assert complaints == []
    assert {name for name in chosen if name.namespace == gaap.namespace} <= set(seen)


def test_both_schemes_of_an_address_lead_to_the_standin(tmp_path: Path) -> None:
    revenues = Taxonomy.of("us-gaap", 2013).qname("Revenues")
    write_standin([revenues], tmp_path / "standin.zip")
    for scheme in ("http", "https"):
        address = f"{scheme}://xbrl.fasb.org/us-gaap/2013/elts/us-gaap-2013-01-31.xsd"
        seen, complaints = see(address, [tmp_path / "standin.zip"])
        assert revenues in seen
        assert not complaints


def test_the_same_concepts_make_the_same_bytes(tmp_path: Path) -> None:
    gaap = Taxonomy.of("us-gaap", 2024)
    names = [
        gaap.qname(name) for name in ("Revenues", "Assets", "EarningsPerShareBasic", "ClassOfStockDomain")
    ]
    names = [name for name in names if gaap.concept(name.local)]
    write_standin(names, tmp_path / "one.zip")
    (tmp_path / "again").mkdir()
    write_standin(reversed([*names, *names]), tmp_path / "again" / "one.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "again" / "one.zip").read_bytes()


def test_a_folder_holds_what_the_zip_holds(tmp_path: Path) -> None:
    names = [Taxonomy.of("us-gaap", 2013).qname("Revenues")]
    write_standin(names, tmp_path / "folder")
    write_standin(names, tmp_path / "standin.zip")
    with zipfile.ZipFile(tmp_path / "standin.zip") as archive:
        zipped = {name.removeprefix("standin/"): archive.read(name) for name in archive.namelist()}
    files = (path for path in (tmp_path / "folder").rglob("*") if path.is_file())
    assert {path.relative_to(tmp_path / "folder").as_posix(): path.read_bytes() for path in files} == zipped


def test_every_file_says_that_it_is_a_standin() -> None:
    files, _, _ = standin_files([Taxonomy.of("us-gaap", 2024).qname("Revenues")])
    said = {file for file, content in files.items() if b"no copy of the official taxonomy" in content}
    assert said == set(files) - {"META-INF/catalog.xml"}


def test_an_unknown_concept_is_refused_with_the_nearest_names() -> None:
    name = QName("us-gaap", "GrosProfit", "http://fasb.org/us-gaap/2024")
    with pytest.raises(
        UnknownConceptError, match="us-gaap 2024 has no concept us-gaap:GrosProfit; nearest: GrossProfit"
    ):
        standin_files([name])
    _, declared, missing = standin_files([name], strict=False)
    assert (declared, missing) == ((), (name,))


def test_an_unknown_namespace_is_refused() -> None:
    name = QName("ecd", "Thing", "http://xbrl.sec.gov/ecd/2023")
    with pytest.raises(UnknownConceptError, match=r"namespace http://xbrl\.sec\.gov/ecd/2023"):
        standin_files([name])


def test_a_concept_of_another_taxonomy_brings_its_attributes_along(tmp_path: Path) -> None:
    namespace, address = "http://xbrl.sec.gov/ecd/2023", "https://xbrl.sec.gov/ecd/2023/ecd-2023.xsd"
    concept = Concept(QName("ecd", "ThingFlag", namespace), "booleanItemType", PeriodType.DURATION)
    with pytest.raises(TaxonomyError, match="Give its address in imports"):
        standin_files([concept])
    roles = {f"{address}#AwardTypeOnly": "http://xbrl.sec.gov/ecd/AwardTypeOnly"}
    write_standin([concept], tmp_path / "standin.zip", imports={address: namespace}, roles=roles)
    seen, complaints = see(address, [tmp_path / "standin.zip"], validate=True)
    assert not complaints
    assert seen[concept.name].type == ("http://www.xbrl.org/2003/instance", "booleanItemType")


def test_values_of_own_types_keep_their_rules() -> None:
    dei = Taxonomy.of("dei", 2024)
    files, _, _ = standin_files([dei.qname("EntityFilerCategory")])
    schema = next(text for file, text in files.items() if file.endswith("dei-2024.xsd")).decode()
    assert '<xs:enumeration value="Large Accelerated Filer"/>' in schema


def test_a_quarter_of_a_year_is_found_by_its_namespace() -> None:
    taxonomy = taxonomy_of_namespace("http://xbrl.sec.gov/dei/2021q4")
    assert taxonomy is not None
    assert taxonomy.schema_location == "https://xbrl.sec.gov/dei/2021q4/dei-2021q4.xsd"
    assert taxonomy.concept("EntityRegistrantName")


def _report(folder: Path, taxonomy: Taxonomy, period: str, name: str, value: str) -> Path:
    path = folder / "report.xml"
    path.write_text(
        "<xbrl xmlns='http://www.xbrl.org/2003/instance' xmlns:link='http://www.xbrl.org/2003/linkbase' "
        f"xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:g='{taxonomy.namespace}'>"
        f"<link:schemaRef xlink:type='simple' xlink:href='{taxonomy.schema_location}'/>"
        "<context id='c'><entity><identifier scheme='http://example.com'>A</identifier></entity>"
        f"<period>{period}</period></context><g:{name} contextRef='c'>{value}</g:{name}></xbrl>"
    )
    return path


_MOMENT = "<instant>2024-01-31</instant>"
_MONTH = "<startDate>2024-01-01</startDate><endDate>2024-01-31</endDate>"


@pytest.mark.parametrize(("value", "is_fine"), [("CostOfRevenue", True), ("NotDeclared", False)])
def test_an_extensible_enumeration_may_have_any_concept_of_the_report(
    tmp_path: Path, value: str, *, is_fine: bool
) -> None:
    gaap = Taxonomy.of("us-gaap", 2024)
    name = next(name for name in gaap.names() if gaap.domain(name) == "us-gaap:IncomeStatementAbstract")
    write_standin([gaap.qname(name), gaap.qname("CostOfRevenue")], tmp_path / "standin.zip")
    period = _MONTH if gaap.require(name).period_type is PeriodType.DURATION else _MOMENT
    report = _report(tmp_path, gaap, period, name, f"{gaap.namespace}#{value}")
    _, complaints = see(report, [tmp_path / "standin.zip"], validate=True)
    assert (complaints == []) is is_fine


@pytest.mark.parametrize(("value", "is_fine"), [("Accelerated Filer", True), ("Enormous Filer", False)])
def test_a_value_that_the_official_type_forbids_is_refused(
    tmp_path: Path, value: str, *, is_fine: bool
) -> None:
    dei = Taxonomy.of("dei", 2024)
    write_standin([dei.qname("EntityFilerCategory")], tmp_path / "standin.zip")
    report = _report(tmp_path, dei, _MONTH, "EntityFilerCategory", value)
    _, complaints = see(report, [tmp_path / "standin.zip"], validate=True)
    assert (complaints == []) is is_fine


def test_a_concept_that_is_given_wins_over_the_index() -> None:
    name = Taxonomy.of("us-gaap", 2024).qname("Revenues")
    given = Concept(name, "sharesItemType", PeriodType.INSTANT)
    files, declared, _ = standin_files([name, given])
    schema = next(text for file, text in files.items() if file.endswith("us-gaap-2024.xsd")).decode()
    assert declared == (name,)
    assert schema.count("us-gaap_Revenues") == 1
    assert 'type="xbrli:sharesItemType"' in schema
