"""The light loader: instances, inline pages, xBRL-JSON, linkbases, schemas and addresses."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from tests.validating.filings import F, N, Sample, write_sample
from tests.validating.test_inputs import page
from xbrlgen.validating.facts import Instance, Reported
from xbrlgen.validating.files.shelf import Shelf, join, open_packages
from xbrlgen.validating.notations.inline import read_pages
from xbrlgen.validating.notations.instance import read_instance
from xbrlgen.validating.notations.numerals import shown
from xbrlgen.validating.notations.oim import read_json
from xbrlgen.validating.notations.sec_formats import FORMATS
from xbrlgen.validating.opened.loading import load
from xbrlgen.validating.opened.opening import open_path
from xbrlgen.validating.taxonomy.dts import Dts, discover, usual_namespace

HEAD = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" '
    'xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" xmlns:x="urn:x"'
)
RESOURCES = (
    '<ix:header><ix:resources><xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="s">E'
    "</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:startDate>2013-01-01</xbrli:startDate>"
    "<xbrli:endDate>2013-12-31</xbrli:endDate></xbrli:period></xbrli:context>"
    '<xbrli:unit id="u"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure>'
    "</xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure>"
    "</xbrli:unitDenominator></xbrli:divide></xbrli:unit></ix:resources></ix:header>"
)


def inline(body: str) -> Instance:
    root = etree.fromstring(f"<html {HEAD}><body>{RESOURCES}{body}</body></html>")
    return read_pages([("x.htm", root)])


def number(attributes: str, text: str) -> Reported:
    body = (
        f'<p><ix:nonFraction name="x:a" contextRef="c" unitRef="u" {attributes}>{text}</ix:nonFraction></p>'
    )
    return inline(body).facts[0]


@pytest.mark.parametrize(
    ("attributes", "text", "value", "decimals"),
    [
        ('decimals="-3" scale="3" format="ixt:num-dot-decimal"', "1,234", "1234000", -3),
        ('decimals="2" sign="-" format="ixt:num-dot-decimal"', " 12.50 ", "-12.50", 2),
        ('decimals="INF" format="ixt:num-comma-decimal"', "1.234,5", "1234.5", None),
        ('decimals="0" format="ixt:fixed-zero"', "—", "0", 0),
        ('decimals="0" format="ixt:num-dot-decimal"', "1<b>23</b><ix:exclude>(a)</ix:exclude>4", "1234", 0),
        ('decimals="0" scale="6" format="ixt:num-dot-decimal"', "1\u00a0234.5", "1234500000", 0),
        ('decimals="0"', "12", "12", 0),
    ],
)
def test_a_printed_number_means_its_fact(
    attributes: str, text: str, value: str, decimals: int | None
) -> None:
    fact = number(attributes, text)
    assert (fact.value, fact.decimals, fact.problem) == (Decimal(value), decimals, "")


@pytest.mark.parametrize("text", ["", "abc", "1.2.3"])
def test_a_number_that_can_not_be_read_says_so(text: str) -> None:
    fact = number('decimals="0" format="ixt:num-dot-decimal"', text)
    assert fact.value is None
    assert "not a number" in fact.problem


def test_one_number_in_two_facts_is_read_for_both() -> None:
    shared = 'contextRef="c" unitRef="u" decimals="0"'
    inner = f'<ix:nonFraction name="x:b" {shared} format="ixt:num-dot-decimal">1,000</ix:nonFraction>'
    facts = inline(f'<p><ix:nonFraction name="x:a" {shared} scale="3">{inner}</ix:nonFraction></p>').facts
    assert [fact.value for fact in facts] == [Decimal(1_000_000), Decimal(1000)]


def test_nil_facts_and_unknown_contexts_are_told_apart() -> None:
    nil = number('xsi:nil="true"', "")
    assert (nil.is_nil, nil.value, nil.problem) == (True, None, "")
    lost = inline(
        '<ix:nonFraction name="x:a" contextRef="d" unitRef="u" decimals="0">1</ix:nonFraction>'
    ).facts[0]
    assert "context 'd'" in lost.problem


def scopes(body: str) -> list[tuple[int, ...]]:
    """Which tuples each number stands in."""
    start = '<ix:nonFraction name="x:a" contextRef="c" unitRef="u" decimals="0" '
    written = body.replace("[", start).replace("]", ">1</ix:nonFraction>")
    return [one.scope for one in inline(written).facts]


def test_a_fact_that_points_at_its_tuple_stands_in_it() -> None:
    within, pointing, other, outside = scopes(
        '<ix:tuple name="x:t" tupleID="one"><p>[]</p></ix:tuple><p>[tupleRef="one"]</p>'
        '<ix:tuple name="x:t" tupleID="two"><p>[]</p></ix:tuple><p>[]</p>'
    )
    assert within == pointing
    assert within != other
    assert outside == ()


def test_a_tuple_that_points_at_its_tuple_stands_in_it() -> None:
    (inner, pointing) = scopes(
        '<ix:tuple name="x:t" tupleID="one"><ix:tuple name="x:t"><p>[]</p></ix:tuple></ix:tuple>'
        '<ix:tuple name="x:t" tupleRef="one"><p>[]</p></ix:tuple>'
    )
    assert len(inner) == len(pointing) == 2
    assert inner[0] == pointing[0]
    assert inner != pointing


def test_tuples_that_point_at_each_other_have_an_end() -> None:
    (within,) = scopes(
        '<ix:tuple name="x:t" tupleID="one" tupleRef="two"><p>[]</p></ix:tuple>'
        '<ix:tuple name="x:t" tupleID="two" tupleRef="one"/>'
    )
    assert len(within) == 2


def test_periods_and_units_are_normalised() -> None:
    held = inline("")
    (aspects,), (unit,) = held.aspects, held.units
    assert (aspects.start, aspects.end) == ("2013-01-01T00:00:00", "2014-01-01T00:00:00")
    assert (unit.numerators, unit.denominators) == (
        ("{http://www.xbrl.org/2003/iso4217}USD",),
        ("{http://www.xbrl.org/2003/instance}shares",),
    )


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("1'234.5", "ixt:num-dot-decimal-apos", "1234.5"),
        ("12 34", "ixt:numspacedot", "1234"),
        ("12 dollars 5 cents", "ixt:num-unit-decimal", "12.05"),
        ("Nine thousand two hundred and one", "ixt-sec:numwordsen", "9201"),
        ("no", "ixt-sec:numwordsen", "0"),
        ("12", "ixt:unknown", None),
        ("twelve apples", "ixt-sec:numwordsen", None),
        pytest.param(f"{'9' * 5000} thousand", "ixt-sec:numwordsen", None, id="words of any length"),
        pytest.param(f"{'9' * 5000} dollars", "ixt:num-unit-decimal", None, id="units of any length"),
    ],
)
def test_formats_of_all_registries(text: str, style: str, value: str | None) -> None:
    assert shown(text, style) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("durmonth", "18", "P1Y6M"),
        ("duryear", "(2)", "-P2Y"),
        ("durwordsen", "thirty days", "P30D"),
        ("boolballotbox", "☒", "true"),
        ("yesnoballotbox", "☐", "No"),
        ("stateprovnameen", "New  York", "NY"),
        ("edgarprovcountryen", "Cayman Islands", "E9"),
        ("exchnameen", "The Nasdaq Stock Market LLC", "NASDAQ"),
        ("entityfilercategoryen", "large accelerated filer", "Large Accelerated Filer"),
        ("datequarterend", "third quarter 2014", "2014-09-30"),
    ],
)
def test_formats_of_the_sec(name: str, text: str, value: str) -> None:
    assert FORMATS[name](text) == value


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"numinf", "numneginf", "numnan"}))
def test_formats_of_the_sec_refuse_what_they_can_not_read(name: str) -> None:
    with pytest.raises(ValueError, match="xyzzy"):
        FORMATS[name]("xyzzy")


def read(sample: Sample, folder: Path, edit: tuple[str, str] = ("", ""), file: str = "x_cal.xml") -> Dts:
    path = write_sample(sample, folder)
    target = folder / file
    if edit[0]:
        assert edit[0] in target.read_text()
        target.write_text(target.read_text().replace(*edit, 1))
    (entry,) = open_path(path, folder)
    return load(entry, Shelf()).dts


ONE = Sample((F("t", 1), F("a", 1)), (N("t", (("a", "1"), ("b", "-1"))),))
ARC = 'xlink:to="a" weight="1" order="1"/>'
AGAIN = (
    '<link:calculationArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item" '
    'xlink:from="t" xlink:to="a" '
)


def items(dts: Dts) -> list[tuple[str, Decimal]]:
    return [(arc.item.rpartition("}")[2], arc.weight) for network in dts.networks for arc in network.arcs]


def test_arcs_are_read_in_their_order(tmp_path: Path) -> None:
    assert items(read(ONE, tmp_path)) == [("a", Decimal(1)), ("b", Decimal(-1))]


def test_a_prohibited_arc_is_gone(tmp_path: Path) -> None:
    prohibition = f'{ARC}{AGAIN}weight="1" order="1.0" use="prohibited" priority="1"/>'
    assert items(read(ONE, tmp_path, (ARC, prohibition))) == [("b", Decimal(-1))]


def test_a_prohibition_of_lesser_priority_is_in_vain(tmp_path: Path) -> None:
    arc = 'xlink:to="a" weight="1" order="1" priority="2"/>'
    prohibition = f'{arc}{AGAIN}weight="1" order="1" use="prohibited" priority="1"/>'
    assert ("a", Decimal(1)) in items(read(ONE, tmp_path, (ARC, prohibition)))


def test_arcs_of_another_weight_are_other_arcs(tmp_path: Path) -> None:
    assert len(items(read(ONE, tmp_path, (ARC, f'{ARC}{AGAIN}weight="2" order="1"/>')))) == 3


def test_a_locator_may_point_by_position(tmp_path: Path) -> None:
    schema = read(ONE, tmp_path).files[0]
    place = [str(one.get("name", "")) for one in etree.parse(schema).getroot()].index("a") + 1
    edit = ("x.xsd#x_a", f"x.xsd#element(/1/{place})")
    assert ("a", Decimal(1)) in items(read(ONE, tmp_path, edit))


def test_addresses_start_from_the_base_in_scope(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    path = write_sample(ONE, tmp_path)
    for name in ("x.xsd", "x_cal.xml"):
        (tmp_path / name).rename(tmp_path / "deep" / name)
    text = path.read_text().replace("<link:schemaRef", '<link:schemaRef xml:base="deep/"')
    path.write_text(text)
    (entry,) = open_path(path, tmp_path)
    assert len(load(entry, Shelf()).dts.networks) == 1


def test_the_base_of_a_link_counts_once(tmp_path: Path) -> None:
    dts = read(ONE, tmp_path, ("<link:calculationLink ", '<link:calculationLink xml:base="./" '))
    assert items(dts) == [("a", Decimal(1)), ("b", Decimal(-1))]
    (tmp_path / "low").mkdir()
    (tmp_path / "x_cal.xml").rename(tmp_path / "low" / "x_cal.xml")
    edit = ('xlink:href="x_cal.xml"', 'xlink:href="low/x_cal.xml"')
    low = (tmp_path / "low" / "x_cal.xml").read_text().replace('xml:base="./"', 'xml:base="../"')
    (tmp_path / "low" / "x_cal.xml").write_text(
        low.replace('xlink:href="x.xsd#r0"', 'xlink:href="../x.xsd#r0"')
    )
    (tmp_path / "x.xsd").write_text((tmp_path / "x.xsd").read_text().replace(*edit))
    (entry,) = open_path(tmp_path / "x.xml", tmp_path)
    assert items(load(entry, Shelf()).dts) == [("a", Decimal(1)), ("b", Decimal(-1))]


@pytest.mark.parametrize(
    ("base", "href", "where"),
    [
        ("/a/b.xml", "c%20d.xsd", "/a/c d.xsd"),
        ("/a/b.xml", "http://x.org/c.xsd", "http://x.org/c.xsd"),
        ("https://x.org/a/b.xml", "../c.xsd#d", "https://x.org/c.xsd#d"),
        ("/a/b.xml", "file:///c.xsd", "/c.xsd"),
    ],
)
def test_references_are_resolved(base: str, href: str, where: str) -> None:
    assert join(base, href) == where


@pytest.mark.parametrize(
    ("address", "namespace"),
    [
        ("https://xbrl.fasb.org/us-gaap/2024/elts/us-gaap-2024.xsd", "http://fasb.org/us-gaap/2024"),
        ("http://xbrl.sec.gov/naics/2011/naics-2011-01-31.xsd", "http://xbrl.sec.gov/naics/2011-01-31"),
        ("http://example.org/x.xsd", "http://example.org/x.xsd"),
    ],
)
def test_namespaces_that_nothing_tells_are_those_of_the_publishers(address: str, namespace: str) -> None:
    assert usual_namespace(address) == namespace


def test_documents_of_a_package_are_found_by_their_addresses(tmp_path: Path) -> None:
    write_sample(ONE, tmp_path / "f")
    catalog = (
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
        '<rewriteURI uriStartString="http://x.org/t/" rewritePrefix="../files/"/></catalog>'
    )
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr("p/META-INF/catalog.xml", catalog)
        for name in ("x.xsd", "x_cal.xml"):
            archive.write(tmp_path / "f" / name, f"p/files/{name}")
    dts = discover(["http://x.org/t/x.xsd"], open_packages((tmp_path / "p.zip",)))
    assert (len(dts.networks), dts.missing) == (1, ())
    assert discover(["http://x.org/t/none.xsd"], open_packages((tmp_path / "p.zip",))).missing != ()


def test_a_missing_linkbase_is_named_with_what_refers_to_it(tmp_path: Path) -> None:
    path = write_sample(ONE, tmp_path)
    (tmp_path / "x_cal.xml").unlink()
    (entry,) = open_path(path, tmp_path)
    (missing,) = load(entry, Shelf()).dts.missing
    assert missing.address.endswith("x_cal.xml")
    assert missing.referrer.endswith("x.xsd")


def test_precision_is_turned_into_decimals(tmp_path: Path) -> None:
    facts = (F("a", 1234567, precision="4"), F("b", "0.012", precision="2"), F("c", 5, precision="0"))
    root = etree.parse(write_sample(Sample(facts), tmp_path)).getroot()
    read_facts = read_instance(root, "x.xml").facts
    assert [(one.decimals, one.has_accuracy) for one in read_facts] == [(-3, True), (3, True), (None, False)]


def test_the_page_and_the_instance_hold_the_same_facts(tmp_path: Path) -> None:
    root = etree.parse(page(tmp_path)).getroot()
    facts = read_pages([("x.htm", root)]).facts
    assert [(one.concept.rpartition("}")[2], one.value) for one in facts] == [
        ("t", Decimal(39)),
        ("a", Decimal(10)),
        ("b", Decimal(20)),
    ]


def test_json_without_units_or_values_is_read() -> None:
    data = (
        b'{"documentInfo": {"namespaces": {"x": "urn:x", "e": "urn:e"}, "taxonomy": []}, "facts": {'
        b'"a": {"value": "5", "decimals": 0, "dimensions": {"concept": "x:n", "entity": "e:E"}},'
        b'"b": {"value": null, "dimensions": '
        b'{"concept": "x:t", "entity": "e:E", "x:ax": "x:m", "x:ty": "5 5"}}}}'
    )
    held = read_json(data, "x.json")
    assert [(one.is_numeric, one.is_nil, one.value) for one in held.facts] == [
        (True, False, 5),
        (False, True, None),
    ]
    typed = {one.axis: one.typed for one in held.aspects[1].dimensions}
    assert typed == {"{urn:x}ax": False, "{urn:x}ty": True}


def test_a_fraction_is_a_fact_without_a_number() -> None:
    parts = "<ix:numerator>1</ix:numerator>/<ix:denominator>3</ix:denominator>"
    held = inline(f'<p><ix:fraction name="x:f" contextRef="c" unitRef="u">{parts}</ix:fraction></p>')
    assert [(fact.concept, fact.value, fact.is_numeric, fact.problem) for fact in held.facts] == [
        ("{urn:x}f", None, False, "")
    ]
