"""Stand-ins: what a report needs is declared where it looks for it, from the index or from its own use."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.shared import ROOT
from xbrlgen.model import PeriodType
from xbrlgen.validating import validate
from xbrlgen.validating.facts import Aspects, Dimension, Instance, Reported, UnitKey
from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.missing.standins import Plan, plan, write_plan
from xbrlgen.validating.missing.usage import Use, infer
from xbrlgen.validating.opened.loading import Loaded, load
from xbrlgen.validating.opened.opening import Entry, Notation, open_path
from xbrlgen.validating.taxonomy.dts import Dts, Need
from xbrlgen.validating.validation import Exit

GAAP = "http://fasb.org/us-gaap/2019-01-31"
GAAP_AT = "http://xbrl.fasb.org/us-gaap/2019/elts/us-gaap-2019-01-31.xsd"
COUNTRY = "http://xbrl.sec.gov/country/2017-01-31"
SRT = "http://fasb.org/srt/2019-01-31"
USD = UnitKey(("{http://www.xbrl.org/2003/iso4217}USD",))
MOMENT = Aspects(("s", "e"), "", "2019-12-31T00:00:00")
SPAN = Aspects(("s", "e"), "2019-01-01T00:00:00", "2020-01-01T00:00:00")


def loaded(facts: tuple[Reported, ...], *aspects: Aspects, needs: tuple[Need, ...] = ()) -> Loaded:
    instance = Instance(("x.xml",), facts, aspects or (MOMENT, SPAN), (USD,))
    return Loaded(Entry("x.xml", (Path("x.xml"),), Notation.PLAIN), instance, Dts(needs=needs))


def fact(concept: str, aspects: int = 0) -> Reported:
    return Reported(0, concept, aspects, 0, context=str(aspects))


def declared(wanted: Plan) -> dict[str, tuple[str, str]]:
    """The concepts of a plan with type and period type."""
    return {
        one.concept.name.local: (one.concept.type, one.concept.period_type.value)
        for parts in wanted.schemas
        for one in parts.concepts
    }


def test_standard_concepts_come_from_the_index() -> None:
    wanted = plan(loaded((fact(f"{{{GAAP}}}Assets"),), needs=(Need(GAAP_AT, GAAP),)))
    assert declared(wanted)["Assets"] == ("monetaryItemType", "instant")
    assert (wanted.inferred, wanted.unknown) == ((), ())


def test_what_the_index_lacks_is_inferred_and_marked() -> None:
    strange = f"{{{GAAP}}}SomethingNobodyDeclared"
    wanted = plan(loaded((fact(strange, 1),), needs=(Need(GAAP_AT, GAAP),)))
    assert declared(wanted)["SomethingNobodyDeclared"] == ("monetaryItemType", "duration")
    assert wanted.inferred == (strange,)


def test_lists_of_the_sec_are_known_by_their_use() -> None:
    held = Aspects(
        ("s", "e"),
        "",
        "2019",
        frozenset({Dimension(f"{{{SRT}}}StatementGeographicalAxis", f"{{{COUNTRY}}}US")}),
    )
    needs = (Need("https://xbrl.sec.gov/country/2017/country-2017-01-31.xsd", COUNTRY), Need(GAAP_AT, GAAP))
    wanted = plan(loaded((fact(f"{{{GAAP}}}Assets"),), held, needs=needs))
    assert declared(wanted)["US"] == ("domainItemType", "duration")
    assert wanted.inferred == ()


def test_a_namespace_that_no_schema_imports_is_reached_through_another() -> None:
    held = Aspects(
        ("s", "e"), "", "2019", frozenset({Dimension(f"{{{SRT}}}RangeAxis", f"{{{SRT}}}MinimumMember")})
    )
    wanted = plan(loaded((fact(f"{{{GAAP}}}Assets"),), held, needs=(Need(GAAP_AT, GAAP),)))
    assert wanted.unreached == (SRT,)
    assert {"RangeAxis", "MinimumMember"} <= set(declared(wanted))
    (gaap,) = (parts for parts in wanted.schemas if parts.namespace == GAAP)
    assert SRT in {home.namespace for home in gaap.imports}


def test_unknown_families_are_named() -> None:
    need = Need("http://example.org/t.xsd", "urn:t")
    wanted = plan(loaded((fact("{urn:t}Thing"),), needs=(need,)))
    assert wanted.unknown == (need,)
    assert declared(wanted) == {"Thing": ("monetaryItemType", "instant")}


def test_a_plan_becomes_a_package_with_roles_and_catalog(tmp_path: Path) -> None:
    need = Need(GAAP_AT, GAAP, roles=frozenset({("r", "http://example.org/r")}))
    path = write_plan(plan(loaded((fact(f"{{{GAAP}}}Assets"),), needs=(need,))), tmp_path / "s.zip")
    with zipfile.ZipFile(path) as archive:
        schema = archive.read("s/xbrl.fasb.org/us-gaap/2019/elts/us-gaap-2019-01-31.xsd")
        assert "s/META-INF/catalog.xml" in archive.namelist()
    root = etree.fromstring(schema)
    assert [one.get("id") for one in root.iter("{http://www.w3.org/2001/XMLSchema}element")] == [
        "us-gaap_Assets"
    ]
    (role,) = root.iter("{http://www.xbrl.org/2003/linkbase}roleType")
    used = [one.text for one in role]
    assert "link:label" in used
    assert "link:calculationLink" in used


def test_a_report_that_needs_nothing_has_an_empty_plan(tmp_path: Path) -> None:
    assert plan(loaded((fact("{urn:x}a"),))) == Plan()


def test_use_tells_what_a_concept_is() -> None:
    instance = Instance(("x",), (), (MOMENT, SPAN), (USD,))
    cases = {
        "AnyTable": Use(is_table=True),
        "AnyAxis": Use(is_axis=True),
        "AnyMember": Use(is_member=True),
        "Amount": Use(facts=(fact("a"),)),
        "SomeAbstract": Use(),
    }
    found = {name: infer(f"{{urn:x}}{name}", use, instance, "x") for name, use in cases.items()}
    assert [one.substitution_group for one in found.values()] == [
        "hypercubeItem",
        "dimensionItem",
        "item",
        "item",
        "item",
    ]
    assert [one.abstract for one in found.values()] == [True, True, True, False, True]
    assert found["Amount"].period_type is PeriodType.INSTANT


def test_the_stand_in_of_a_filing_holds_no_more_than_it_uses(tmp_path: Path) -> None:
    (entry,) = open_path(ROOT / "benchmarks" / "filing_2024" / "abc-20240331.xml", tmp_path)
    assert set(declared(plan(load(entry, Shelf())))) == {"Assets", "AssetsCurrent", "AssetsNoncurrent"}


@pytest.mark.parametrize("arelle", [False, True])
def test_a_name_that_the_standard_taxonomy_does_not_have_is_an_error(tmp_path: Path, arelle: bool) -> None:
    shutil.copytree(ROOT / "examples" / "ci" / "filings" / "birch", tmp_path / "birch")
    (page,) = (tmp_path / "birch").glob("*.htm")
    page.write_text(page.read_text("utf-8").replace("us-gaap:GrossProfit", "us-gaap:GrossProfits"), "utf-8")
    validation = validate(tmp_path / "birch", arelle=arelle)
    told = [one for one in validation.findings if one.code == "taxonomy.no-such-concept"]
    assert [one.message for one in told] == ["us-gaap 2024 has no us-gaap:GrossProfits"]
    assert "us-gaap:GrossProfit" in told[0].remedy.replace(")", ",").split(": ")[1].split(", ")
    assert all(one.line > 1 for one in told[0].places)
    assert validation.exit_code is Exit.FINDINGS


def test_of_an_edition_known_from_its_neighbours_a_name_is_only_inferred(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "ci" / "filings" / "birch", tmp_path / "birch")
    for path in (tmp_path / "birch").iterdir():
        text = path.read_text("utf-8").replace("us-gaap:GrossProfit", "us-gaap:GrossProfits")
        text = text.replace("us-gaap/2024/elts/us-gaap-2024.xsd", "us-gaap/2021/elts/us-gaap-2021-01-31.xsd")
        path.write_text(text.replace("fasb.org/us-gaap/2024", "fasb.org/us-gaap/2021-01-31"), "utf-8")
    codes = [one.code for one in validate(tmp_path / "birch", arelle=False).findings]
    assert "taxonomy.inferred" in codes
    assert "taxonomy.no-such-concept" not in codes
