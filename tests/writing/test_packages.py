"""Packages that open elsewhere, and bytes that depend on nothing but the filing."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.shared import ROOT
from tests.writing.judging import Judge, standin_of
from tests.writing.making import simple
from xbrlgen.writing import write
from xbrlgen.writing.packages import entry_point

_PRINT_HASHES = """
import hashlib
from tests.writing.making import simple
from xbrlgen.writing.files import filing_files
for name, content in filing_files(simple(), None)[0].items():
    print(name, hashlib.sha256(content).hexdigest())
"""


def test_facts_out_of_the_report_package_equal_those_of_the_folder(arelle: Judge, tmp_path: Path) -> None:
    filing = simple()
    write(filing, tmp_path / "out")
    packages = [standin_of(filing, tmp_path)]
    page = arelle(tmp_path / "out" / "ex-20240930.htm", packages)
    package = arelle(tmp_path / "out" / "ex-20240930.xbri", packages)
    content = (tmp_path / "out" / "ex-20240930.xbri").read_bytes()
    memory = arelle("ex-20240930.xbri", packages, content=content)
    assert page.messages == package.messages == memory.messages == ()
    assert page.facts == package.facts == memory.facts
    assert len(page.facts) == len(filing.report.facts)


def test_the_edgar_zip_and_xbrl_json_hold_the_same_facts(arelle: Judge, tmp_path: Path) -> None:
    filing = simple()
    write(filing, tmp_path / "out")
    packages = [standin_of(filing, tmp_path)]
    with zipfile.ZipFile(tmp_path / "out" / "ex-20240930.zip") as package:
        assert all("/" not in name for name in package.namelist())
        package.extractall(tmp_path / "edgar")
    page = arelle(tmp_path / "edgar" / "ex-20240930.htm", packages)
    json = arelle(tmp_path / "out" / "facts.json", packages)
    assert page.messages == json.messages == ()
    assert {fact[5]: fact[3] for fact in page.facts} == {fact[5]: fact[3] for fact in json.facts}


def test_the_taxonomy_package_leads_to_the_schema(arelle: Judge, tmp_path: Path) -> None:
    filing = simple()
    write(filing, tmp_path / "out")
    packages = [standin_of(filing, tmp_path), tmp_path / "out" / "ex-20240930-taxonomy.zip"]
    assert arelle(entry_point(filing), packages, "none").messages == ()


def test_every_entry_of_a_zip_has_the_same_time_and_rights(tmp_path: Path) -> None:
    write(simple(), tmp_path / "out")
    for name in ("ex-20240930.xbri", "ex-20240930.zip", "ex-20240930-taxonomy.zip"):
        with zipfile.ZipFile(io.BytesIO((tmp_path / "out" / name).read_bytes())) as package:
            entries = {(e.date_time, e.external_attr, e.compress_type) for e in package.infolist()}
        assert entries == {((1980, 1, 1, 0, 0, 0), 0o644 << 16, zipfile.ZIP_STORED)}


def test_bytes_do_not_depend_on_hash_seed_time_zone_locale_or_folder(tmp_path: Path) -> None:
    told = []
    for seed, zone, folder in (("0", "UTC", ROOT), ("77", "Asia/Tokyo", tmp_path)):
        given = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
        command = [sys.executable, "-c", _PRINT_HASHES]
        told.append(subprocess.run(command, env=given, cwd=folder, capture_output=True, check=True).stdout)
    assert told[0] == told[1]
    written = write(simple(), tmp_path / "out")
    here = "".join(f"{p.name} {hashlib.sha256(p.read_bytes()).hexdigest()}\n" for p in written.paths)
    assert told[0].decode() == here
