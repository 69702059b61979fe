"""Everything that can be given to validate, and what becomes of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.validating.filings import NS, F, N, Sample, write_sample
from xbrlgen.cli.validate import validate as command
from xbrlgen.validating import validate
from xbrlgen.validating.arelle.judging import Job, Judge
from xbrlgen.validating.errors import JudgeError, UnreadableError, UsageError
from xbrlgen.validating.running import run
from xbrlgen.validating.validate_reports import Settings, validate_paths
from xbrlgen.validating.validation import Exit, Validation

RIGHT = Sample((F("t", 30, "0"), F("a", 10, "0"), F("b", 20, "0")), (N("t", (("a", "1"), ("b", "1"))),))
WRONG = Sample((F("t", 39, "0"), F("a", 10, "0"), F("b", 20, "0")), (N("t", (("a", "1"), ("b", "1"))),))


@pytest.fixture(scope="module")
def judge():  # type: ignore[no-untyped-def] # a generator fixture
    with Judge() as court:
        yield court


def judged(path: Path, judge: Judge) -> Validation:
    return validate_paths([path], Settings(), judge)


def codes(validation: Validation) -> list[str]:
    return [finding.code for finding in validation.findings]


def page(folder: Path) -> Path:
    """The wrong sample as an inline page with its schema beside it."""
    write_sample(WRONG, folder)
    (folder / "x.xml").unlink()
    facts = "".join(
        f'<p><ix:nonFraction name="x:{fact.concept}" contextRef="c0" unitRef="USD" decimals="0" '
        f'format="ixt:num-dot-decimal" id="f{number}">{fact.value}</ix:nonFraction></p>'
        for number, fact in enumerate(WRONG.facts)
    )
    text = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" '
        'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" '
        'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217" '
        f'xmlns:x="{NS}"><head><title>x</title></head><body><div style="display:none"><ix:header>'
        '<ix:references><link:schemaRef xlink:type="simple" xlink:href="x.xsd"/></ix:references>'
        '<ix:resources><xbrli:context id="c0"><xbrli:entity><xbrli:identifier scheme="http://example.org/e">E'
        "</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2020-12-31</xbrli:instant>"
        '</xbrli:period></xbrli:context><xbrli:unit id="USD"><xbrli:measure>iso4217:USD</xbrli:measure>'
        f"</xbrli:unit></ix:resources></ix:header></div>{facts}</body></html>"
    )
    (folder / "x.htm").write_text(text, "utf-8")
    return folder / "x.htm"


def as_json(folder: Path) -> Path:
    write_sample(WRONG, folder)
    (folder / "x.xml").unlink()
    facts = {
        f"f{number}": {
            "value": str(fact.value),
            "decimals": 0,
            "dimensions": {
                "concept": f"x:{fact.concept}",
                "entity": "e:E",
                "period": "2021-01-01T00:00:00",
                "unit": "iso4217:USD",
            },
        }
        for number, fact in enumerate(WRONG.facts)
    }
    spaces = {
        "x": NS,
        "e": "http://example.org/e",
        "iso4217": "http://www.xbrl.org/2003/iso4217",
        "xbrl": "https://xbrl.org/2021",
    }
    info = {"documentType": "https://xbrl.org/2021/xbrl-json", "namespaces": spaces, "taxonomy": ["x.xsd"]}
    (folder / "x.json").write_text(json.dumps({"documentInfo": info, "facts": facts}), "utf-8")
    return folder / "x.json"


def packed(folder: Path, target: Path, inside: str) -> Path:
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, f"{inside}/{path.name}")
    return target


def test_an_instance_with_a_right_sum_is_clean(tmp_path: Path, judge: Judge) -> None:
    validation = judged(write_sample(RIGHT, tmp_path), judge)
    assert (validation.exit_code, codes(validation)) == (Exit.CLEAN, [])
    assert validation.reports[0].coverage[0].checked == 1


@pytest.mark.parametrize("write", [page, as_json, lambda folder: write_sample(WRONG, folder)])
def test_every_notation_gives_the_same_verdict(tmp_path: Path, judge: Judge, write) -> None:  # type: ignore[no-untyped-def] # three writers
    validation = judged(write(tmp_path / "f"), judge)
    assert codes(validation) == ["calculation.inconsistent"]
    assert validation.exit_code is Exit.FINDINGS


def test_a_folder_and_a_zip_of_it_are_opened(tmp_path: Path, judge: Judge) -> None:
    page(tmp_path / "f")
    assert codes(judged(tmp_path / "f", judge)) == ["calculation.inconsistent"]
    zipped = packed(tmp_path / "f", tmp_path / "f.zip", "f")
    assert codes(judged(zipped, judge)) == ["calculation.inconsistent"]


def test_a_zip_that_names_its_files_with_backslashes_is_opened(tmp_path: Path) -> None:
    page(tmp_path / "f")
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        for path in sorted((tmp_path / "f").iterdir()):
            archive.write(path, f"out\\{path.name}")
    assert codes(validate(tmp_path / "f.zip", arelle=False)) == ["calculation.inconsistent"]
    with zipfile.ZipFile(tmp_path / "f.zip", "a") as archive:
        archive.writestr("..\\evil.xml", "<x/>")
    with pytest.raises(UnreadableError, match=r"evil\.xml leads out"):
        validate(tmp_path / "f.zip", arelle=False)


def test_facts_of_json_have_their_lines(tmp_path: Path) -> None:
    path = as_json(tmp_path)
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    lines = path.read_text().splitlines()
    (wrong,) = validate(path, arelle=False).findings
    assert [lines[place.line - 1].strip()[:4] for place in wrong.places] == ['"f0"', '"f1"', '"f2"']


def test_what_arelle_says_of_json_stands_in_the_json(tmp_path: Path, judge: Judge) -> None:
    path = as_json(tmp_path)
    path.write_text(path.read_text().replace('"iso4217:USD"', '"iso4217:QQQ"'))
    validation = judged(path, judge)
    assert validation.sources == (str(path),)
    assert [one.code for one in validation.findings if one.code.startswith("judge.")] == []


@pytest.mark.parametrize(
    ("period", "wrong"),
    [
        ("2021-01-01T00:00:00.000", False), ("2020-12-31", True), ("2020-12-31T24:00:00", True),
        ("2020-01-01T00:00:00/2021-01-01T00:00:00", False), ("2020", True), ("2020Q4", True),
    ],
)  # fmt: skip
def test_periods_of_json_are_dates_with_times(period: str, *, wrong: bool, tmp_path: Path) -> None:
    path = as_json(tmp_path)
    path.write_text(path.read_text().replace("2021-01-01T00:00:00", period))
    told = [one.message for one in validate(path, arelle=False).findings if one.code == "fact.unreadable"]
    assert len(told) == 3 * wrong
    assert all("its period" in one for one in told)


def test_moments_of_json_are_equal_however_fine(tmp_path: Path) -> None:
    path = as_json(tmp_path)
    path.write_text(path.read_text().replace("2021-01-01T00:00:00", "2021-01-01T00:00:00.0", 1))
    assert codes(validate(path, arelle=False)) == ["calculation.inconsistent"]


@pytest.mark.parametrize(("kind", "equal"), [("xs:decimal", True), ("xs:string", False)])
def test_typed_members_of_json_are_compared_by_their_type(
    kind: str, equal: bool, tmp_path: Path, judge: Judge
) -> None:
    path = as_json(tmp_path)
    axis = (
        '<xs:element name="Axis" id="x_Axis" type="xbrli:stringItemType" abstract="true" '
        'substitutionGroup="xbrldt:dimensionItem" xbrli:periodType="duration" '
        'xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xbrldt:typedDomainRef="#x_number"/>'
        f'<xs:element name="number" id="x_number" type="{kind}"/></xs:schema>'
    )
    taxonomy = tmp_path / "x.xsd"
    taxonomy.write_text(taxonomy.read_text().replace("</xs:schema>", axis))
    written = json.loads(path.read_text())
    for name, member in (("f0", "5"), ("f1", "5.0"), ("f2", "5.00")):
        written["facts"][name]["dimensions"]["x:Axis"] = member
    path.write_text(json.dumps(written))
    found = "calculation.inconsistent" if equal else "calculation.other-context"
    assert found in codes(judged(path, judge))
    assert "judge.disagreement" not in codes(judged(path, judge))


def test_numbers_of_json_need_neither_unit_nor_decimals(tmp_path: Path, judge: Judge) -> None:
    path = as_json(tmp_path)
    taxonomy = tmp_path / "x.xsd"
    taxonomy.write_text(taxonomy.read_text().replace("monetaryItemType", "decimalItemType"))
    written = json.loads(path.read_text())
    for fact in written["facts"].values():
        del fact["decimals"], fact["dimensions"]["unit"]
    path.write_text(json.dumps(written))
    assert codes(judged(path, judge)) == ["calculation.inconsistent"]


def test_notes_of_json_are_no_facts(tmp_path: Path, judge: Judge) -> None:
    path = as_json(tmp_path)
    written = json.loads(path.read_text())
    note = {"concept": "xbrl:note", "noteId": "n1", "language": "en"}
    written["facts"] = {"n1": {"value": "Restated.", "dimensions": note}, **written["facts"]}
    written["facts"]["f0"]["links"] = {"footnote": {"_": ["n1"]}}
    written["documentInfo"]["linkTypes"] = {"footnote": "http://www.xbrl.org/2003/arcrole/fact-footnote"}
    written["documentInfo"]["linkGroups"] = {"_": "http://www.xbrl.org/2003/role/link"}
    path.write_text(json.dumps(written))
    validation = judged(path, judge)
    assert codes(validation) == ["calculation.inconsistent"]
    assert validation.reports[0].facts == 3


def test_tables_of_comma_separated_facts_are_refused(tmp_path: Path) -> None:
    path = as_json(tmp_path)
    path.write_text(path.read_text().replace("/xbrl-json", "/xbrl-csv"))
    with pytest.raises(UnreadableError, match="xBRL-CSV isn't read; save it as xBRL-JSON"):
        validate(path, arelle=False)


def test_json_in_utf_16_is_refused(tmp_path: Path) -> None:
    path = as_json(tmp_path)
    path.write_text(path.read_text(), "utf-16")
    with pytest.raises(UnreadableError, match="write it anew in UTF-8"):
        validate(path, arelle=False)


@pytest.mark.parametrize("arelle", [True, False])
@pytest.mark.parametrize(
    ("given", "there"), [('contextRef="c0"', 'contextRef="c7"'), ('unitRef="USD"', 'unitRef="EUR"')]
)
def test_a_sum_that_lacks_a_broken_fact_waits_for_it(
    given: str,
    there: str,
    arelle: bool,
    tmp_path: Path,
) -> None:
    path = write_sample(RIGHT, tmp_path)
    lines = path.read_text().split("<x:b ")
    path.write_text("<x:b ".join([lines[0], lines[1].replace(given, there, 1)]))
    validation = validate(path, arelle=arelle)
    (waiting,) = [
        dict(one.details)["waiting sums"] for one in validation.findings if one.code == "fact.unreadable"
    ]
    assert waiting == "x:t"
    assert "calculation.inconsistent" not in codes(validation)


def test_a_contributor_that_is_nil_is_named(tmp_path: Path) -> None:
    facts = (RIGHT.facts[0], F("a", None), RIGHT.facts[2])
    (found,) = validate(write_sample(Sample(facts, RIGHT.networks), tmp_path), arelle=False).findings
    assert found.remedy.endswith("Nil there: x:a.")


def test_a_report_package_is_opened(tmp_path: Path, judge: Judge) -> None:
    page(tmp_path / "f")
    target = packed(tmp_path / "f", tmp_path / "f.xbri", "f/reports")
    with zipfile.ZipFile(target, "a") as archive:
        kind = {"documentInfo": {"documentType": "https://xbrl.org/report-package/2023/xbri"}}
        archive.writestr("f/META-INF/reportPackage.json", json.dumps(kind))
    assert codes(judged(target, judge)) == ["calculation.inconsistent"]


def test_a_folder_of_filings_gives_a_verdict_on_each(tmp_path: Path, judge: Judge) -> None:
    write_sample(RIGHT, tmp_path / "one")
    page(tmp_path / "two")
    validation = judged(tmp_path, judge)
    assert [[finding.code for finding in report.findings] for report in validation.reports] == [
        [],
        ["calculation.inconsistent"],
    ]


def test_pages_that_share_their_contexts_are_one_report(tmp_path: Path, judge: Judge) -> None:
    first = page(tmp_path / "p" / "reports" / "set")
    text = first.read_text()
    start, end = text.index("<p>"), text.index("</body>")
    facts = text[start:end].split("</p>")
    head = text[text.index("<div") : start]
    first.write_text(text[:start] + "</p>".join(facts[:1]) + "</p>" + text[end:])
    other = text[:start].replace(head, "") + "</p>".join(facts[1:]) + text[end:]
    (first.parent / "y.htm").write_text(other)
    validation = judged(tmp_path / "p", judge)
    assert [report.facts for report in validation.reports] == [3]
    assert codes(validation) == ["calculation.inconsistent"]


def test_a_taxonomy_alone_is_judged_by_arelle(tmp_path: Path, judge: Judge) -> None:
    write_sample(RIGHT, tmp_path)
    validation = judged(tmp_path / "x.xsd", judge)
    assert (validation.exit_code, codes(validation)) == (Exit.CLEAN, [])


def test_a_missing_schema_is_named_and_nothing_is_called_consistent(tmp_path: Path, judge: Judge) -> None:
    path = write_sample(RIGHT, tmp_path)
    (tmp_path / "x.xsd").unlink()
    (tmp_path / "x_cal.xml").unlink()
    validation = judged(path, judge)
    missing = [finding for finding in validation.findings if finding.code == "taxonomy.file-missing"]
    assert any("x.xsd" in finding.message for finding in missing)
    assert "--package" in missing[0].remedy
    assert "calculation.nothing-bound" in codes(validation)
    assert validation.exit_code is Exit.NOT_JUDGED


@pytest.mark.parametrize("sample", [RIGHT, WRONG])
def test_the_linkbases_beside_a_missing_schema_are_used(sample: Sample, tmp_path: Path, judge: Judge) -> None:
    path = write_sample(sample, tmp_path)
    (tmp_path / "x.xsd").unlink()
    validation = judged(path, judge)
    assert {"taxonomy.file-missing", "taxonomy.inferred"} <= set(codes(validation))
    assert ("calculation.inconsistent" in codes(validation)) is (sample is WRONG)
    assert validation.reports[0].coverage[0].checked == 1
    assert validation.exit_code is Exit.FINDINGS


def test_sums_that_meet_no_facts_need_no_check_where_the_taxonomy_is_whole(
    tmp_path: Path, judge: Judge
) -> None:
    away = Sample((F("t", 30, "0"), F("a", 10, "0", context=1)), (N("t", (("a", "1"),)),))
    validation = judged(write_sample(away, tmp_path), judge)
    assert sorted(codes(validation)) == ["calculation.no-sums", "calculation.other-context"]
    assert validation.exit_code is Exit.CLEAN


def of_another_family(sample: Sample, folder: Path) -> Path:
    """A filing on a taxonomy that is nowhere: the filing has a linkbase, and a schema that only imports."""
    path = write_sample(sample, folder)
    away = "http://taxonomy.example.org/2020/x.xsd"
    cal = (folder / "x_cal.xml").read_text().replace('xlink:href="x.xsd#x_', f'xlink:href="{away}#x_')
    (folder / "x_cal.xml").write_text(cal.replace(f"{away}#r0", "own.xsd#r0"))
    schema = (folder / "x.xsd").read_text()
    kept = schema[: schema.index("<xs:element")].replace(
        f'targetNamespace="{NS}"', 'targetNamespace="urn:own"'
    )
    (folder / "x.xsd").write_text(f'{kept}<xs:import namespace="{NS}" schemaLocation="{away}"/></xs:schema>')
    return path


def test_of_an_unknown_family_nothing_bound_is_not_consistent(tmp_path: Path, judge: Judge) -> None:
    away = Sample((F("t", 30, "0"), F("a", 10, "0", context=1)), (N("t", (("a", "1"),)),))
    validation = judged(of_another_family(away, tmp_path), judge)
    assert "calculation.nothing-bound" in codes(validation)
    assert "taxonomy.example.org" in validation.reports[0].unjudged
    assert validation.exit_code is Exit.NOT_JUDGED


def test_of_an_unknown_family_without_linkbases_nothing_is_consistent(tmp_path: Path, judge: Judge) -> None:
    path = of_another_family(Sample((F("t", 30, "0"), F("a", 10, "0"))), tmp_path)
    validation = judged(path, judge)
    assert {"calculation.nothing-bound", "taxonomy.schema-unknown"} <= set(codes(validation))
    assert validation.exit_code is Exit.NOT_JUDGED


def test_an_unknown_family_is_named_inferred_and_its_sums_are_checked(tmp_path: Path, judge: Judge) -> None:
    path = of_another_family(WRONG, tmp_path)
    validation = judged(path, judge)
    assert sorted(codes(validation)) == [
        "calculation.inconsistent",
        "taxonomy.inferred",
        "taxonomy.schema-unknown",
    ]
    assert any("taxonomy.example.org" in finding.message for finding in validation.findings)


@pytest.mark.parametrize("kept", [0, 200, 900])
def test_a_page_that_is_cut_off_is_refused_wherever_it_stands(tmp_path: Path, kept: int) -> None:
    cut = page(tmp_path / "f")
    cut.write_bytes(cut.read_bytes()[:kept])
    write_sample(RIGHT, tmp_path / "good")
    for given in (cut, cut.parent, tmp_path):
        with pytest.raises(UnreadableError, match=r"x\.htm:(\d+:\d+: not well-formed XML| there is nothing)"):
            validate(given, arelle=False)


def test_a_page_of_html_beside_a_filing_is_not_its_business(tmp_path: Path) -> None:
    page(tmp_path)
    (tmp_path / "exhibit.htm").write_text("<html><body><p>Sales rose<br>again</body></html>")
    assert codes(validate(tmp_path, arelle=False)) == ["calculation.inconsistent"]


def test_a_folder_of_packages_gives_a_verdict_on_each(tmp_path: Path) -> None:
    page(tmp_path / "loose" / "f")
    packed(tmp_path / "loose" / "f", tmp_path / "loose" / "f" / "again.zip", "f")
    packed(tmp_path / "loose" / "f", tmp_path / "packed" / "one.zip", "f")
    packaged(RIGHT, tmp_path / "scrap", tmp_path / "packages" / "taxonomy.zip")
    shutil.rmtree(tmp_path / "scrap")
    names = [report.name for report in validate(tmp_path, arelle=False).reports]
    assert names == [str(tmp_path / "loose" / "f" / "x.htm"), f"{tmp_path / 'packed' / 'one.zip'}!x.htm"]


def test_a_folder_called_reports_hides_no_other(tmp_path: Path) -> None:
    page(tmp_path / "reports" / "one")
    page(tmp_path / "two")
    assert len(validate(tmp_path, arelle=False).reports) == 2


@pytest.mark.parametrize("damage", ["cut", "changed", "no zip"])
def test_a_damaged_package_is_refused_alone_and_in_a_folder(tmp_path: Path, damage: str) -> None:
    page(tmp_path / "f")
    target = packed(tmp_path / "f", tmp_path / "in" / "f.zip", "f")
    whole = target.read_bytes()
    middle = whole.index(b"f/x.htm") + 200
    spoiled = {
        "cut": whole[: len(whole) // 2],
        "changed": whole[:middle] + b"?????" + whole[middle + 5 :],
        "no zip": b"not a zip",
    }
    target.write_bytes(spoiled[damage])
    for given in (target, target.parent):
        with pytest.raises(UnreadableError, match=r"f\.zip: this package can't be .*; get it anew"):
            validate(given, arelle=False)


def test_nothing_to_judge_is_no_verdict() -> None:
    with pytest.raises(UsageError, match="paths: there is none"):
        validate()


@pytest.mark.parametrize("content", ["", "not XML", "<a/>", "{}", "<a><b></a>"])
def test_what_is_no_report_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.xml"
    path.write_text(content)
    with pytest.raises(UnreadableError, match=r"x\.xml"):
        validate(path, arelle=False)
    assert run(path, arelle=False)[0] == Exit.USAGE


def test_wrong_options_are_named_with_what_is_allowed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"c12.*c10, c10d, c11r, c11t"):
        validate(tmp_path, modes=["c12"], arelle=False)
    with pytest.raises(UsageError, match=r"awful.*info, warning, inconsistency, error"):
        validate(tmp_path, fail_on="awful", arelle=False)
    assert run(tmp_path / "none.htm", arelle=False) == (
        2,
        f"{tmp_path / 'none.htm'}: there is no such file or folder\n",
    )


def test_a_judge_that_takes_too_long_is_an_error_of_the_run(tmp_path: Path) -> None:
    validation = validate(write_sample(RIGHT, tmp_path), timeout=0.0001)
    assert codes(validation) == ["judge.failed"]
    assert validation.exit_code is Exit.NOT_JUDGED


def test_a_judge_that_fails_is_told_and_works_again_afterwards(tmp_path: Path, judge: Judge) -> None:
    with pytest.raises(Exception, match="could not load"):
        judge.judge(Job(str(tmp_path / "none.xml"), ("c11r",)))
    assert judged(write_sample(RIGHT, tmp_path), judge).exit_code is Exit.CLEAN


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("12345")
    path = write_sample(WRONG, tmp_path / "f")
    text = path.read_text().replace(">39<", ">&e;<")
    path.write_text(f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]>{text}')
    validation = validate(path, arelle=False)
    assert "12345" not in str(validation)


def test_several_modes_at_once_agree_with_each_alone(tmp_path: Path, judge: Judge) -> None:
    path = write_sample(WRONG, tmp_path)
    modes = ("c10", "c10d", "c11r", "c11t")
    assert codes(validate(path, modes=modes)) == ["calculation.inconsistent"] * 4


def test_words_that_contradict_each_other_are_told(tmp_path: Path, judge: Judge) -> None:
    path = page(tmp_path)
    said = "".join(
        f'<p><ix:nonNumeric name="x:w" contextRef="c0" id="w{number}">{word}</ix:nonNumeric></p>'
        for number, word in enumerate(("8-K", "10-Q"))
    )
    path.write_text(path.read_text().replace("</body>", f"{said}</body>"))
    schema = tmp_path / "x.xsd"
    word = '<xs:element id="x_w" name="w" type="xbrli:stringItemType" substitutionGroup="xbrli:item" '
    declared = f'{word} xbrli:periodType="instant"/></xs:schema>'
    schema.write_text(schema.read_text().replace("</xs:schema>", declared))
    found = judged(path, judge).findings
    assert [(one.code, one.severity.name) for one in found] == [
        ("calculation.inconsistent", "INCONSISTENCY"),
        ("duplicates.conflicting", "WARNING"),
    ]


def test_packages_may_be_a_folder_and_must_be_there(tmp_path: Path) -> None:
    path = write_sample(RIGHT, tmp_path / "f")
    with pytest.raises(UsageError, match="no taxonomy package"):
        validate(path, packages=[tmp_path / "none.zip"], arelle=False)
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr(
            "p/META-INF/catalog.xml", '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"/>'
        )
    assert validate(path, packages=[tmp_path], arelle=False).exit_code is Exit.CLEAN


def test_numbers_that_are_not_finite_and_fractions_take_part_in_no_sum(tmp_path: Path) -> None:
    path = write_sample(RIGHT, tmp_path)
    text = path.read_text().replace(">20<", ">INF<")
    path.write_text(text)
    validation = validate(path, arelle=False)
    assert "fact.unreadable" not in codes(validation)
    assert validation.reports[0].coverage[0].checked == 0


def test_newer_sums_in_an_older_mode_could_not_be_judged(tmp_path: Path) -> None:
    newer = Sample(RIGHT.facts, (N("t", (("a", "1"), ("b", "1")), version="1.1"),))
    path = write_sample(newer, tmp_path)
    validation = validate(path, modes=["c10"], arelle=False)
    assert validation.exit_code is Exit.NOT_JUDGED
    assert "use c11r" in validation.findings[0].message
    assert validate(path, modes=["c10", "c11r"], arelle=False).exit_code is Exit.CLEAN


def test_the_same_remark_is_made_once_for_all_modes(tmp_path: Path) -> None:
    facts = (*RIGHT.facts, F("t", 9, "0", context=1))
    path = write_sample(Sample(facts, RIGHT.networks), tmp_path)
    assert codes(validate(path, modes=["c10", "c10d", "c11r"], arelle=False)) == ["calculation.other-context"]


@pytest.mark.parametrize(("name", "inside"), [("f.zip", "f"), ("f.xbri", "f/reports")])
def test_files_of_a_package_are_named_by_it(tmp_path: Path, judge: Judge, name: str, inside: str) -> None:
    path = page(tmp_path / "f")
    path.write_text(path.read_text().replace('decimals="0"', 'decimals="x"', 1))
    target = packed(tmp_path / "f", tmp_path / name, inside)
    validation = judged(target, judge)
    assert validation.sources == (f"{target}!{inside}/x.htm",)
    assert "unpacked" not in str(validation.findings)
    assert any(one.column > 1 for finding in validation.findings for one in finding.places)


def test_why_equal_numbers_are_inconsistent_is_told(tmp_path: Path) -> None:
    facts = (F("t", 30, precision="0"), *RIGHT.facts[1:])
    (found,) = validate(
        write_sample(Sample(facts, RIGHT.networks), tmp_path), modes="c10", arelle=False
    ).findings
    assert found.remedy == "Look first at unknown accuracy: x:t, its precision is 0."


def test_a_sum_that_only_rounding_explains_is_noted(tmp_path: Path) -> None:
    off = Sample((F("t", 31, "0"), *RIGHT.facts[1:]), RIGHT.networks)
    validation = validate(write_sample(off, tmp_path), arelle=False)
    assert (validation.exit_code, codes(validation)) == (Exit.CLEAN, ["calculation.rounding"])
    coarse = Sample((F("t", 31, "-1"), *RIGHT.facts[1:]), RIGHT.networks)
    assert "calculation.rounding" not in codes(validate(write_sample(coarse, tmp_path), arelle=False))


def test_a_judge_that_breaks_down_is_told_with_its_last_words(tmp_path: Path) -> None:
    with Judge() as court:
        os.kill(court.pid, signal.SIGKILL)
        court._words.write("ImportError: no arelle\n")
        with pytest.raises(JudgeError, match=r"ended without an answer.*no arelle"):
            court.result()
        path = write_sample(RIGHT, tmp_path)
        assert court.judge(Job(str(path), ("c11r",))).facts == 3


def packaged(sample: Sample, folder: Path, target: Path) -> Path:
    """A filing on a taxonomy of which there is a package, and that package."""
    path = of_another_family(sample, folder / "filing")
    held = folder / "held"
    write_sample(Sample(sample.facts), held)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        archive.write(held / "x.xsd", "p/x.xsd")
        archive.write(held / "x_cal.xml", "p/x_cal.xml")
        archive.writestr(
            "p/META-INF/catalog.xml",
            '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><rewriteURI '
            'uriStartString="http://taxonomy.example.org/2020/" rewritePrefix="../"/></catalog>',
        )
        archive.writestr(
            "p/META-INF/taxonomyPackage.xml",
            '<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package" xml:lang="en">'
            "<tp:identifier>http://taxonomy.example.org</tp:identifier><tp:name>x</tp:name>"
            "<tp:version>1</tp:version></tp:taxonomyPackage>",
        )
    return path


def test_a_profile_names_the_packages_to_use(tmp_path: Path) -> None:
    path = packaged(WRONG, tmp_path, tmp_path / "packages" / "x.zip")
    profile = tmp_path / "xbrlgen.toml"
    profile.write_text('[taxonomy]\npackages = ["packages"]\n')
    assert codes(validate(path, profile=profile)) == ["calculation.inconsistent"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[taxonomy]\npackages = 7", "must be paths"),
        ('[taxonomy]\npackages = ["no"]', "is no taxonomy package and no folder of them"),
        ("[taxonomy", "can't be read as TOML"),
    ],
)
def test_a_profile_that_can_not_be_used_is_refused(text: str, said: str, tmp_path: Path) -> None:
    profile = tmp_path / "xbrlgen.toml"
    profile.write_text(text)
    with pytest.raises(UsageError, match=said):
        validate(write_sample(RIGHT, tmp_path / "f"), profile=profile, arelle=False)


def test_the_profile_beside_the_filing_is_found(tmp_path: Path) -> None:
    path = packaged(WRONG, tmp_path, tmp_path / "packages" / "x.zip")
    (path.parent / "xbrlgen.toml").write_text('[taxonomy]\npackages = ["../packages/x.zip"]\n')
    done = CliRunner().invoke(command, [str(path), "--native", "--json"])
    assert [one["code"] for one in json.loads(done.stdout)["reports"][0]["findings"]] == [
        "calculation.inconsistent"
    ]


def test_a_profile_without_packages_changes_nothing(tmp_path: Path) -> None:
    profile = tmp_path / "xbrlgen.toml"
    profile.write_text('[concepts]\n"Sales" = "us-gaap:Revenues"\n')
    assert codes(validate(write_sample(RIGHT, tmp_path / "f"), profile=profile, arelle=False)) == []


def test_a_name_that_arelle_can_not_open_is_told(tmp_path: Path) -> None:
    write_sample(RIGHT, tmp_path / os.fsdecode(b"odd\xff"))
    with pytest.raises(UnreadableError, match=r"odd\ufffd/x\.xml: Arelle can't open .*rename"):
        validate(tmp_path)


def test_no_mode_is_no_judgement_and_one_package_needs_no_list(tmp_path: Path) -> None:
    path = write_sample(RIGHT, tmp_path)
    with pytest.raises(UsageError, match="modes: there is none"):
        validate(path, modes=(), arelle=False)
    with pytest.raises(UsageError, match=r"packages: none\.zip is no taxonomy package"):
        validate(path, packages="none.zip", arelle=False)
