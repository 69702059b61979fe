"""Whom a filing is about, and the names its own schema goes by."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Entity, ModelError
from xbrlgen.reading.document import Document
from xbrlgen.tagging.filer.extending import Namespace

PLACEHOLDER = "0000000000"
_CIK = re.compile(r"\d{1,10}")
_HEADER_NAMES = ("central index key", "cik")


@frozen
class Identity:
    """The entity, the filer's namespace, the day, and what is to be said about them."""

    entity: Entity
    space: Namespace
    day: str
    findings: tuple[Finding, ...] = ()


def cik_of(text: str) -> str:
    """A CIK in its ten digits; empty where the text is none, as the placeholder."""
    digits = text.strip()
    return digits.zfill(10) if _CIK.fullmatch(digits) and digits.strip("0") else ""


def checked_cik(given: str | int) -> str:
    """A CIK that was given, in its ten digits; raises `ModelError` for what is none."""
    cik = cik_of(str(given))
    if not cik:
        raise ModelError("entity", repr(given), "a CIK, the company's number at the SEC, of up to 10 digits")
    return cik


def header_cik(document: Document) -> str:
    """The CIK in the submission header, where there is one."""
    for name, value in document.header:
        if name.strip().casefold() in _HEADER_NAMES and cik_of(value):
            return cik_of(value)
    return ""


def prefix_of(company: str) -> str:
    """A prefix from the first telling word of a company's name.

    >>> prefix_of("The Example Company, Inc.")
    'example'
    """
    parts = [
        part for part in re.findall(r"[a-z]+", company.lower()) if part not in {"the", "a", "inc", "corp"}
    ]
    return parts[0][:12] if parts else "filer"


def identified(document: Document, cik: str, names: tuple[str, str], day: date | None) -> Identity:
    """The identity under a CIK (or the placeholder), a prefix (or the ticker, or name) and namespace."""
    prefix, uri = names
    stamp = f"{day:%Y%m%d}" if day else "undated"
    short = prefix or _ticker(document) or prefix_of(document.company)
    space = Namespace(short, uri or f"http://www.{short}.com/{stamp}", document.company)
    findings = () if cik else (_unknown(document),)
    return Identity(Entity(cik or PLACEHOLDER), space, stamp, findings)


def _ticker(document: Document) -> str:
    symbols = (item.value.lower() for item in document.cover if item.name == "TradingSymbol")
    return next((symbol for symbol in symbols if symbol.isalpha()), "")


def _unknown(document: Document) -> Finding:
    who = document.company or "this company"
    return Finding(
        "tagging.no-entity",
        Severity.WARNING,
        f"the CIK of {who} is not known, so that {PLACEHOLDER} stands in its place",
        remedy='say whom it is about with --entity CIK, or with cik = "..." under [entity] in the profile',
    )
