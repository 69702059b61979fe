"""Short ways to tag statements built by hand."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tests.proving.building import document
from xbrlgen.filing import Filing
from xbrlgen.model import Fact
from xbrlgen.proving import prove
from xbrlgen.reading.statement import Mention, Statement
from xbrlgen.tagging import tag


def filed(*statements: Statement, mentions: tuple[Mention, ...] = (), **options: Any) -> Filing:
    """The filing of statements and sentences, proved and tagged."""
    return tag(prove(document(*statements, mentions=mentions)), **options)


def facts_at(filing: Filing) -> Mapping[str, list[Fact]]:
    """The facts behind each print, in the order of print."""
    by_id = {fact.id: fact for fact in filing.report.facts}
    found: dict[str, list[Fact]] = {}
    for placement in filing.placements:
        found.setdefault(placement.print, []).append(by_id[placement.fact])
    return found


def name_at(filing: Filing, printed: str) -> str:
    """The concept of the first fact behind a print: its local name, with ``own:`` if the filer's."""
    found = facts_at(filing).get(printed)
    if not found:
        return ""
    name = found[0].concept.name
    return name.local if name.prefix == "us-gaap" else f"own:{name.local}"


def value_at(filing: Filing, printed: str) -> Decimal:
    """The value of the first fact behind a print."""
    value = facts_at(filing)[printed][0].value
    assert isinstance(value, Decimal)
    return value


def members_at(filing: Filing, printed: str) -> list[str]:
    """The local names of the members of the first fact behind a print."""
    return [
        str(getattr(one, "member", "")).partition(":")[2] for one in facts_at(filing)[printed][0].dimensions
    ]
