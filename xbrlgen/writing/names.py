"""Names and addresses of XBRL, and text made safe for XML."""

from __future__ import annotations

import re

XHTML = "http://www.w3.org/1999/xhtml"
IX = "http://www.xbrl.org/2013/inlineXBRL"
IXT = "http://www.xbrl.org/inlineXBRL/transformation/2022-02-16"
IXT_SEC = "http://www.sec.gov/inlineXBRL/transformation/2015-08-31"
XBRLI = "http://www.xbrl.org/2003/instance"
XBRLDI = "http://xbrl.org/2006/xbrldi"
XBRLDT = "http://xbrl.org/2005/xbrldt"
LINK = "http://www.xbrl.org/2003/linkbase"
XLINK = "http://www.w3.org/1999/xlink"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XS = "http://www.w3.org/2001/XMLSchema"
ISO4217 = "http://www.xbrl.org/2003/iso4217"

LINK_ROLE = "http://www.xbrl.org/2003/role/link"
STANDARD_LABEL = "http://www.xbrl.org/2003/role/label"
DOCUMENTATION_LABEL = "http://www.xbrl.org/2003/role/documentation"

MARK = "\ufdd0"  # a noncharacter of Unicode: it is in no text that is clean
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HARMLESS = re.compile(r"[A-Za-z0-9 .,:;/#_()\[\]%'!?*+=@$-]*")  # most texts are made of these alone
_NOT_NAME = re.compile(r"[^A-Za-z0-9_.\-]+")
_NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*\Z")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def clean(text: str) -> str:
    r"""The text with each character that XML can't or shouldn't hold replaced by the replacement character.

    >>> clean("a\x00b")
    'a\ufffdb'
    """
    return text if text.isascii() and text.isprintable() else _NOT_XML.sub("\ufffd", text)


def escape(text: str) -> str:
    """Text for element content or a double-quoted attribute.

    >>> escape('R&D <x> "]]>"')
    'R&amp;D &lt;x&gt; &quot;]]&gt;&quot;'
    """
    if _HARMLESS.fullmatch(text):
        return text
    text = clean(text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("^", "&#94;")  # EDGAR takes no caret


def attribute(text: str) -> str:
    """Text for a double-quoted attribute, line breaks kept."""
    if _HARMLESS.fullmatch(text):
        return text
    return escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def identifier(text: str) -> str:
    """The text as an XML name without a colon; equal to it if it is one already.

    >>> identifier("f-1"), identifier("2013 (a)")
    ('f-1', '_2013_a_')
    """
    if _NCNAME.match(text):
        return text
    name = _NOT_NAME.sub("_", text)
    return name if _NCNAME.match(name) else f"_{name}"


def is_name(text: str) -> bool:
    """Whether the text is a plain XML name without a colon."""
    return bool(_NCNAME.match(text))


def words_of(local: str) -> str:
    """The words of an element name, for a concept that has no label.

    >>> words_of("StatementTable"), words_of("NonGAAPNetIncome")
    ('Statement Table', 'Non GAAP Net Income')
    """
    return " ".join(_WORDS.findall(local)) or local


def label_role(ending: str) -> str:
    """The address of a label role from its last part.

    >>> label_role("totalLabel"), label_role("negatedLabel")
    ('http://www.xbrl.org/2003/role/totalLabel', 'http://www.xbrl.org/2009/role/negatedLabel')
    """
    if not ending or "/" in ending:
        return ending
    year = 2009 if ending.startswith(("negated", "net")) else 2003
    return f"http://www.xbrl.org/{year}/role/{ending}"
