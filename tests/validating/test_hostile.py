"""Damaged filings: whatever stands in their files, there is a verdict or a refusal, never a breakdown."""

from __future__ import annotations

import json
import tempfile
import zipfile
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.effort import tries
from tests.validating.filings import F, N, Sample, write_sample
from xbrlgen.validating import validate
from xbrlgen.validating.errors import UnreadableError

FACTS = (F("t", 30, "0"), F("a", 10, "0"), F("b", 20, "0"), F("b", 20, "0"))
SAMPLE = Sample(FACTS, (N("t", (("a", "1"), ("b", "1"))),))
STANDARD = "http://xbrl.fasb.org/us-gaap/2019/elts/us-gaap-2019-01-31.xsd"
JUNK = (
    "", "x", "element(/1/2)", "#", "../..", "http://[bad", "é€", "1e9", "-", "a:b", " ", "INF", "9" * 50,
    "NaN", "2020-02-31", "9999-12-31", "prohibited", "a b", f"{STANDARD}#1 b", "x.xsd#x_t",
    "http://example.org/y.xsd#element(/1/3)", "http://www.xbrl.org/2003/arcrole/summation-item",
)  # fmt: skip


def damage(path: Path, random: Random) -> None:
    root = etree.fromstring(path.read_bytes())
    for _ in range(random.randint(0, 6)):
        element = random.choice(list(root.iter(etree.Element)))
        kind = random.choice(("set", "set", "drop", "text", "remove", "remark"))
        if kind == "set" and element.attrib:
            element.set(random.choice(sorted(element.attrib)), random.choice(JUNK))
        elif kind == "drop" and element.attrib:
            del element.attrib[random.choice(sorted(element.attrib))]
        elif kind == "text":
            element.text = random.choice(JUNK)
        elif kind == "remove" and (parent := element.getparent()) is not None:
            parent.remove(element)
        elif kind == "remark":
            element.append(etree.Comment("c"))
            element.append(etree.ProcessingInstruction("p", "q"))
    path.write_bytes(etree.tostring(root))


@settings(max_examples=tries(60))
@given(st.integers(0, 10**9))
def test_a_damaged_filing_gets_a_verdict_or_is_refused(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - for damage that can be repeated
    with tempfile.TemporaryDirectory() as folder:
        path = write_sample(SAMPLE, Path(folder))
        for name in ("x.xml", "x.xsd", "x_cal.xml"):
            damage(path.with_name(name), random)
        try:
            validation = validate(path, arelle=False, modes=("c10", "c10d", "c11r", "c11t"))
        except UnreadableError:
            return
        assert len(validation.reports) == 1


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_bytes_that_are_no_filing_are_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.htm"
        path.write_bytes(data)
        with pytest.raises(UnreadableError, match=r"x\.htm"):
            validate(path, arelle=False)


REPORT = {
    "documentInfo": {
        "documentType": "https://xbrl.org/2021/xbrl-json",
        "namespaces": {"t": "http://example.org/t", "iso4217": "http://www.xbrl.org/2003/iso4217"},
        "taxonomy": ["t.xsd"],
    },
    "facts": {
        name: {
            "value": value,
            "decimals": 0,
            "dimensions": {
                "concept": f"t:{name}", "entity": "s:E", "period": "2021-01-01T00:00:00",
                "unit": "iso4217:NOK",
            },
        }
        for name, value in (("A", "30"), ("B", "10"))
    },
}  # fmt: skip
OTHER = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**30), 10**30), st.floats(), st.text(max_size=9), st.just([]),
    st.just({}), st.just(["a"]), st.just({"a": 1}),
    st.sampled_from(("a:b", "/", "(/)", "2021-99-99T00:00:00/")),
)  # fmt: skip


def spots(held: object) -> list[tuple[dict[str, object], str]]:
    """Every object within and every key of it."""
    if not isinstance(held, dict):
        return []
    return [(held, key) for key in held] + [spot for inner in held.values() for spot in spots(inner)]


@settings(max_examples=tries(80))
@given(st.data())
def test_damaged_json_gets_a_verdict_or_is_refused(data: st.DataObject) -> None:
    report = json.loads(json.dumps(REPORT))
    for _ in range(data.draw(st.integers(1, 3))):
        where, key = data.draw(st.sampled_from(spots(report)))
        where[key] = deepcopy(data.draw(OTHER))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.json"
        path.write_text(json.dumps(report))
        try:
            validation = validate(path, arelle=False, modes=("c10d", "c11r"))
        except UnreadableError:
            return
        assert len(validation.reports) == 1


def test_json_nested_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text('{"documentInfo": ' + "[" * 100_000 + "]" * 100_000 + "}")
    with pytest.raises(UnreadableError, match="nested too deep"):
        validate(path, arelle=False)


@pytest.mark.parametrize("name", ["../evil.xml", "/evil.xml", "a/../../evil.xml"])
def test_a_package_whose_names_lead_out_of_it_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "in" / "p.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("x.xml", write_sample(SAMPLE, tmp_path / "sample").read_bytes())
        package.writestr(name, "<x/>")
    with pytest.raises(UnreadableError, match=r"evil\.xml leads out"):
        validate(path, arelle=False)
    assert not list(tmp_path.rglob("evil.xml"))
