"""What a file is, decided from its content: format and encoding."""

from __future__ import annotations

import codecs
import re

from xbrlgen.places import Format

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
# What browsers take these names for (WHATWG Encoding Standard).
_BROWSER_NAMES = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "windows-1252": "cp1252",
}
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|body|table\b(?=[^>]*\b(?:border|cell|width|style))|t[dr]\b|p\b|div|font|span|br)\b",
    re.IGNORECASE,
)


def encoding_of(raw: bytes) -> str:
    """The encoding: by its mark, by being valid UTF-8, by what the head declares, else windows-1252."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    if _is_utf8(raw):
        return "utf-8"
    declared = _DECLARED.search(raw, 0, 4096)
    name = declared.group(1).decode("ascii").lower() if declared else "cp1252"
    name = _BROWSER_NAMES.get(name, name)
    return name if name not in ("utf-8", "utf8") and _is_known(name) else "cp1252"


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_known(name: str) -> bool:
    try:
        b"".decode(name)
    except LookupError:
        return False
    return True


def format_of(text: str) -> Format:
    """The format of a decoded text."""
    head = text[:200_000]
    if len(_HTML.findall(head)) > 3 or re.search(r"<(?:!doctype\s+html|html\b|body\b)", head, re.IGNORECASE):
        return Format.HTML
    if re.search(r"^<(?:S|CAPTION)>", head, re.MULTILINE | re.IGNORECASE):
        return Format.SGML
    if re.search(r"^\s*\|.*\|\s*$|^#{1,6} |\t.*\t|^\*\*", head, re.MULTILINE):
        return Format.MARKDOWN
    return Format.TEXT
