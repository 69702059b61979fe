from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

from tests.taxonomy.official import write_official
from xbrlgen.taxonomy import DamagedIndexError, DamagedPackageError, Taxonomy, compile_index
from xbrlgen.taxonomy.editions import data_folder

_COLUMNS = (
    "prefix name type substitution_group abstract balance period years label origin attr_source "
    "deprecated_years other_attributes"
)
_ROWS = (
    "srt A monetaryItemType item 0 debit instant 2019,2020,2022 _ declared _ 2022 2019=pureItemType||instant",
    "srt B stringItemType hypercubeItem 1 _ duration 2008 _ declared 2024 _ _",
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    compile_index(write_official(tmp_path / "gaap.zip"), tmp_path / "index")
    return tmp_path / "index"


def test_a_package_of_a_new_year_becomes_a_taxonomy(index: Path) -> None:
    taxonomy = Taxonomy.of("us-gaap", 2031, folder=index)
    assert (taxonomy.year, taxonomy.note) == (2031, "")
    assert taxonomy.schema_location == "https://xbrl.fasb.org/us-gaap/2031/elts/us-gaap-2031.xsd"
    net = taxonomy.require("WidgetsNet")
    assert (str(net.name), net.type, net.label) == ("us-gaap:WidgetsNet", "monetaryItemType", "Widgets Net")
    assert [(arc.child, arc.weight) for arc in taxonomy.children("WidgetsNet")] == [
        ("WidgetsGross", 1),
        ("WidgetsAllowance", -1),
    ]
    assert taxonomy.tree("StatementOfWidgets").names == (
        "WidgetsAbstract",
        "WidgetsGross",
        "WidgetsAllowance",
        "WidgetsNet",
    )
    assert taxonomy.tree("StatementOfWidgets").definition == "104999 - Statement - Statement of Widgets"


def test_what_is_deprecated_names_its_successor(index: Path) -> None:
    taxonomy = Taxonomy.of("us-gaap", 2031, folder=index)
    assert taxonomy.is_deprecated("OldWidgets")
    assert not taxonomy.is_deprecated("WidgetsNet")
    fate = taxonomy.became("OldWidgets")
    assert [(one.new, one.manner) for one in fate.successors] == [("WidgetsNet", "replaced")]


def test_compiling_again_changes_nothing(tmp_path: Path, index: Path) -> None:
    before = {path.name: path.read_bytes() for path in index.iterdir()}
    compile_index(tmp_path / "gaap.zip", index)
    assert {path.name: path.read_bytes() for path in index.iterdir()} == before


def test_a_new_year_leaves_the_other_years_as_they_are(tmp_path: Path) -> None:
    target = tmp_path / "index"
    shutil.copytree(data_folder(), target, ignore=shutil.ignore_patterns("labels-*", "rules-*"))
    compile_index(write_official(tmp_path / "gaap.zip"), target)
    for year in (2009, 2025):
        old, new = Taxonomy.of("us-gaap", year), Taxonomy.of("us-gaap", year, folder=target)
        assert list(old.names()) == list(new.names())
        assert old.children("AssetsCurrent") == new.children("AssetsCurrent")
        assert old.tree("StatementOfIncome") == new.tree("StatementOfIncome")
        assert old.require("Revenues") == new.require("Revenues")
    assert Taxonomy.of("us-gaap", 2031, folder=target).concept("WidgetsNet")
    assert Taxonomy.of("us-gaap", 2031, folder=target).concept("Revenues") is None
    assert Taxonomy.of("us-gaap", 2013, folder=target).concept("WidgetsNet") is None


def test_pieced_together_attributes_are_marked(tmp_path: Path) -> None:
    compile_index(write_official(tmp_path / "gaap.zip"), tmp_path / "index", is_official=False)
    text = (tmp_path / "index" / "concepts-us-gaap.tsv").read_text()
    assert "WidgetsNet\t?monetary debit instant@2031\n" in text


def test_tables_tell_many_years(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "concepts.tsv.gz", "wt") as table:
        for line in (_COLUMNS, *_ROWS):
            table.write("\t".join("" if cell == "_" else cell for cell in line.split()) + "\n")
    compile_index(tmp_path, tmp_path / "index")
    text = (tmp_path / "index" / "concepts-srt.tsv").read_text()
    assert text == "# covered: 2019 2020 2022\nA\tpure instant@2019;monetary debit instant@2020-2022\t2022\n"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"us_gaap_2031": "<xs:schema"}, "us-gaap-2031.xsd in it can't be read"),
        ({"us_gaap_2031": ""}, "holds no schema with concepts"),
        ({"catalog": ""}, "catalog.xml in it can't be read"),
        ({"taxonomyPackage": ""}, "0 files META-INF/taxonomyPackage.xml"),
    ],
)
def test_a_damaged_package_says_what_is_wrong_where(
    tmp_path: Path, changes: dict[str, str], complaint: str
) -> None:
    package = write_official(tmp_path / "gaap.zip", **changes)
    with pytest.raises(DamagedPackageError, match=complaint):
        compile_index(package, tmp_path / "index")
    assert not (tmp_path / "index").exists()


def test_what_is_no_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(DamagedPackageError, match=r"broken\.zip: can't be read as a taxonomy package"):
        compile_index(tmp_path / "broken.zip", tmp_path / "index")
    with pytest.raises(DamagedPackageError, match="neither a taxonomy package"):
        compile_index(tmp_path / "missing.zip", tmp_path / "index")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("concepts-us-gaap.tsv", "no table at all\n"),
        ("concepts-us-gaap.tsv", "# covered: 2031\nWidgetsNet\n"),
        ("editions.tsv", "us-gaap\n"),
    ],
)
def test_a_damaged_index_names_the_file(index: Path, file: str, text: str) -> None:
    (index / file).write_text(text)
    with pytest.raises(DamagedIndexError, match=file):
        Taxonomy.of("us-gaap", 2031, folder=index).require("WidgetsNet")
