"""Namespaces, roles and addresses that the XBRL specifications fix."""

from __future__ import annotations

XBRLI = "http://www.xbrl.org/2003/instance"
LINK = "http://www.xbrl.org/2003/linkbase"
XLINK = "http://www.w3.org/1999/xlink"
XS = "http://www.w3.org/2001/XMLSchema"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"
XBRLDI = "http://xbrl.org/2006/xbrldi"
XBRLDT = "http://xbrl.org/2005/xbrldt"
PURE = f"{{{XBRLI}}}pure"
SHARES = f"{{{XBRLI}}}shares"
ISO4217 = "http://www.xbrl.org/2003/iso4217"
CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
INLINE = frozenset({"http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL"})

SUMMATION_10 = "http://www.xbrl.org/2003/arcrole/summation-item"
SUMMATION_11 = "https://xbrl.org/2023/arcrole/summation-item"
PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"
CONCEPT_LABEL = "http://www.xbrl.org/2003/arcrole/concept-label"
DIMENSION_DOMAIN = "http://xbrl.org/int/dim/arcrole/dimension-domain"
DIMENSION_DEFAULT = "http://xbrl.org/int/dim/arcrole/dimension-default"
HYPERCUBE_DIMENSION = "http://xbrl.org/int/dim/arcrole/hypercube-dimension"
DOMAIN_MEMBER = "http://xbrl.org/int/dim/arcrole/domain-member"
ALL = "http://xbrl.org/int/dim/arcrole/all"
NOT_ALL = "http://xbrl.org/int/dim/arcrole/notAll"

STANDARD_LABEL = "http://www.xbrl.org/2003/role/label"
PERIOD_START_LABEL = "http://www.xbrl.org/2003/role/periodStartLabel"
PERIOD_END_LABEL = "http://www.xbrl.org/2003/role/periodEndLabel"


def local(clark: str) -> str:
    """The local part of a name in Clark notation.

    >>> local("{http://fasb.org/us-gaap/2024}Assets")
    'Assets'
    """
    return clark.rpartition("}")[2]


def namespace(clark: str) -> str:
    """The namespace of a name in Clark notation, empty where there is none."""
    return clark.rpartition("}")[0].removeprefix("{")
