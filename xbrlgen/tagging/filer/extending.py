"""Concepts of the filer's own, for what the standard taxonomy has no element for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from xbrlgen.model import Balance, Concept, PeriodType, QName
from xbrlgen.reading.statement import Basis, Kind
from xbrlgen.tagging.known.words import LIST_LEAD, plain

_TYPES: Mapping[Kind, str] = {
    Kind.MONEY: "monetaryItemType",
    Kind.PER_SHARE: "perShareItemType",
    Kind.SHARES: "sharesItemType",
    Kind.PERCENT: "percentItemType",
    Kind.PURE: "pureItemType",
}
_SPELLED: Mapping[str, str] = {"&": " and ", "%": " percent ", "+": " plus ", "$": " "}
_SMALL = frozenset({"the", "an", "a"})
_PAR = re.compile(
    r"[,;(]*\s*(?:\$?[\d.]+\s+)?(?:par value|no par|authorized|issued)\b.*", re.IGNORECASE | re.DOTALL
)
# Marks of footnotes, and notes that are pointed at: "Share capital (Note 8)".
_NOTE = re.compile(r"\s*(?:\((?:\d+|[a-z])\)|\((?i:(?:see )?notes?) \d[^()]*(?:\([^()]*\)[^()]*)*\))\s*$")
# Remarks on the unit of the numbers: "Backlog (in millions)".
_UNIT = re.compile(
    r"\s*\((?:(?:(?:\$|amounts?|dollars?) ?)?in )?(?:thousand|million|billion)s?\)|\s*\(\$? ?000'?s\)",
    re.IGNORECASE,
)
_BASES: Mapping[Basis, str] = {
    Basis.ADJUSTED: "NonGaap",
    Basis.ADJUSTMENT: "NonGaapAdjustmentOf",
    Basis.PRO_FORMA: "ProForma",
}
_PER_SHARE = re.compile(r"per(common|ordinary|diluted|basic|the)*(share|unit|ads)", re.IGNORECASE)
# Letters; EDGAR takes 200 (filer manual, 6.8), and what tells names apart comes behind.
_LONGEST = 120
# What words without a letter or digit come to: no concept bears this name.
UNNAMED = "Unlabelled"


@lru_cache(maxsize=8192)
def element_name(words: str) -> str:
    """A well-formed element name from printed words.

    >>> element_name("Adjusted EBITDA, excl. R&D (1)")
    'AdjustedEBITDAExclRAndD'
    >>> element_name("Backlog (in millions)")
    'Backlog'
    """
    shown = _in_small_letters(words)
    text = unicodedata.normalize("NFKD", LIST_LEAD.sub("", shown)).encode("ascii", "ignore").decode()
    text = _PAR.sub("", _UNIT.sub("", text) or text) or text
    text = _NOTE.sub("", text.replace("'", "")) or text
    for mark, spelled in _SPELLED.items():
        text = text.replace(mark, spelled)
    parts = [part for part in re.findall(r"[A-Za-z0-9]+", text) if part not in _SMALL]
    name = "".join(part[0].upper() + part[1:] for part in parts)
    name = name[:_LONGEST] or UNNAMED
    return name if name[0].isalpha() else f"Item{name}"


def _in_small_letters(words: str) -> str:
    """Words as printed; several that are all in capitals as titles set them, but for the first letters."""
    line = " ".join(words.split())
    return line.title() if line.isupper() and " " in line else line


# Words of time that element names mustn't have, and what names of companies end with (filer manual, 6.8.6).
_TIMES = re.compile(
    r"(?:(?:First|Second|Third|Fourth)Quarter|[1-4]Qtr|Qtr[1-4]|Q[1-4]|Ytd|YTD|HalfYear)(?=$|[A-Z])"
)
_LEGAL = "(?:Inc|INC|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|Llc|LLC|Plc|PLC|AndSubsidiaries)"


@lru_cache(maxsize=256)
def _whole(owner: str) -> re.Pattern[str]:
    """The name of a filer where it is whole words of an element name; one in other letters never is."""
    squashed = re.sub(r"[^A-Za-z0-9]", "", owner)
    return re.compile(rf"(?=[A-Z0-9])(?i:{squashed}){_LEGAL}*(?=$|[A-Z0-9])" if squashed else r"(?!)")


@lru_cache(maxsize=4096)  # asked again and again for the same rows
def _named(owner: str, name: str) -> str:
    rest = _whole(owner).sub("", name) if len(owner.split()) > 1 else name
    rest = _TIMES.sub("", rest)
    return rest if rest[:1].isalpha() else name


@frozen
class Namespace:
    """The filer's prefix and namespace, and its name, which no element name has."""

    prefix: str
    uri: str
    owner: str = ""

    def named(self, name: str) -> str:
        """An element name without the filer's name of several words, and without quarters.

        >>> Namespace("ex", "http://x/", "Example Inc.").named("ExampleIncAndSubsidiariesBalanceSheetsQ1")
        'BalanceSheets'
        >>> Namespace("ex", "http://x/", "Example Inc.").named("EXAMPLEIncCondensedStatements")
        'CondensedStatements'
        """
        return _named(self.owner, name)

    def qname(self, name: str) -> QName:
        """A name in it."""
        return QName(self.prefix, name, self.uri)

    def concept(
        self, name: str, kind: Kind, period: PeriodType, label: str, balance: Balance | None = None
    ) -> Concept:
        """A concept for figures of a kind."""
        side = balance if kind is Kind.MONEY else None
        return Concept(self.qname(name), _TYPES[kind], period, side, label=label)

    def abstract(self, name: str, label: str, group: str = "item", type: str = "stringItemType") -> Concept:  # noqa: A002 - the name of the attribute
        """A heading, member, axis or table."""
        return Concept(
            self.qname(name), type, PeriodType.DURATION, abstract=True, substitution_group=group, label=label
        )

    def member(self, name: str, label: str) -> Concept:
        """A member of a dimension."""
        full = name if name.endswith("Member") else f"{name}Member"
        return self.abstract(full, label, type="domainItemType")


def own_name(label: str, above: tuple[str, ...], basis: Basis, kind: Kind) -> str:
    """The element name for a row: its words, those above it where its own say too little, its basis."""
    words = label if _says_enough(label) or not above else f"{_in_small_letters(above[-1])} {label}"
    name = element_name(words)
    prefix = _BASES.get(basis, "")
    if prefix and not name.lower().startswith(("nongaap", "adjusted", "proforma")):
        name = prefix + name
    return f"{name}PerShare" if kind is Kind.PER_SHARE and not _PER_SHARE.search(name) else name


def _says_enough(label: str) -> bool:
    text = plain(label)
    return len(text.split()) > 1 or text not in {
        *("", "total", "other", "basic", "diluted", "net", "low", "high", "actual", "balance", "subtotal"),
    }
