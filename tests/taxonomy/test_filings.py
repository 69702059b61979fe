"""Filings of real companies load and validate offline through stand-ins of what they use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.shared import shared
from tests.taxonomy.seeing import see
from xbrlgen.model import QName
from xbrlgen.taxonomy import taxonomy_of_namespace, write_standin

_SPACE = re.compile(r'xmlns:([\w-]+)="(http://(?:fasb\.org|xbrl\.sec\.gov)/[^"]+)"')
_NAME = re.compile(r"\b(us-gaap|srt|dei|country)[:_]([A-Z][A-Za-z0-9]+)")
_IMPORT = re.compile(r'namespace="(http://(?:fasb\.org|xbrl\.sec\.gov)[^"]*)"\s+schemaLocation="([^"]*)"')


@pytest.mark.parametrize("filing", ["cmg-10q-2020", "fizz-10k-2020"])
def test_a_filing_validates_through_its_standin(tmp_path: Path, filing: str) -> None:
    files = sorted(shared(f"filings/{filing}").iterdir())
    texts = [file.read_text(encoding="utf-8") for file in files]
    spaces = {prefix: space for text in texts for prefix, space in _SPACE.findall(text)}
    names = {found for text in texts for found in _NAME.findall(text)}
    wanted = [QName(prefix, local, spaces[prefix]) for prefix, local in names if prefix in spaces]
    imports = {address: space for text in texts for space, address in _IMPORT.findall(text)}
    known = [name for name in wanted if taxonomy_of_namespace(name.namespace)]
    standin = write_standin(known, tmp_path / "standin.zip", imports=imports, strict=False)
    instance = next(file for file in files if file.name.endswith("_htm.xml"))
    seen, complaints = see(instance, [standin.path], validate=True)
    assert set(standin.declared) <= set(seen)
    assert complaints == []
