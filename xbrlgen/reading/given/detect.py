"""What a file is, decided from its content: format and encoding."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter

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
_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_STRUCTURE = re.compile(r"</?(?:t[drh]|p|div|center|font|span|li|h[1-6])\b", re.IGNORECASE)
_SGML = re.compile(r"^<(?:S|CAPTION)>", re.MULTILINE | re.IGNORECASE)
_MARKDOWN = re.compile(
    r"^[ \t]*\|.*\|[ \t]*$|^#{1,6} \S|^[^\t\n]*\t[^\t\n]*\t|^\*\*\S|\]\(https?:", re.MULTILINE
)


def encoding_of(raw: bytes) -> str:
    """The encoding: by its mark, by being valid UTF-8, by what the head declares, else windows-1252."""
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return name
    wide = utf16_unmarked(raw)
    if wide is not None:
        return wide
    if _is_utf8(raw):
        return "utf-8"
    declared = _DECLARED.search(raw, 0, 4096)
    name = declared.group(1).decode("ascii").lower() if declared else "cp1252"
    name = _BROWSER_NAMES.get(name, name)
    return name if name not in ("utf-8", "utf8") and _is_known(name) else "cp1252"


def utf16_unmarked(raw: bytes) -> str | None:
    """The byte order of a text in UTF-16 that has no mark of it: nearly every second byte is none.

    >>> utf16_unmarked("Net sales 5,000".encode("utf-16-be")), utf16_unmarked(b"Net sales 5,000")
    ('utf-16-be', None)
    """
    sample = raw[:_SAMPLE]
    if b"\0" not in sample or len(raw) % 2:
        return None
    first, second = sample[0::2], sample[1::2]
    for empty, full, name in ((first, second, "utf-16-be"), (second, first, "utf-16-le")):
        if empty.count(0) >= 0.9 * len(empty) and full.count(0) <= 0.01 * len(full):
            return name
    return None


# Bytes that show it; of every ten letters, nine are Latin in a text of a filing.
_SAMPLE = 4096


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_known(name: str) -> bool:
    try:
        b"a".decode(name, errors="replace")
    except LookupError:
        return False
    return True


def format_of(text: str) -> Format:
    """The format of a decoded text."""
    # Text quotes a tag or two ("<PAGE>", "<br>"); more than five are markup.
    if _PAGE.search(text, 0, _HEAD) or len(_STRUCTURE.findall(text, 0, _HEAD)) > 5:
        return Format.HTML
    if _SGML.search(text):
        return Format.SGML
    if is_csv(text):
        return Format.CSV
    return Format.MARKDOWN if _MARKDOWN.search(text) else Format.TEXT


# Letters that show what a file is; pages begin with style sheets and scripts, seldom longer than these.
_HEAD = 500_000


def is_csv(text: str) -> bool:
    """Whether the lines are records parted by commas, semicolons or pipes."""
    return csv_mark(text) is not None


def csv_mark(text: str) -> str | None:
    """What parts the fields of records, most with as many fields as others; None where lines are none."""
    # Enough records to see their width; whole files would be parsed twice.
    shown = _ENTITY.sub(" ", text[:_HEAD])
    lines = [line for line in shown.splitlines() if line.strip()][:200]
    if _are_piped(lines):
        return "|"
    commas, semicolons = shown.count(","), shown.count(";")
    if shown.count(", ") * 2 > commas + semicolons or not any(_alike(lines, mark) for mark in (",", ";")):
        return None
    return ";" if semicolons > commas else ","


def _are_piped(lines: list[str]) -> bool:
    """Whether pipes part fields, without the blanks, edges and rules that tables of markdown have."""
    piped = [line for line in lines if "|" in line]
    padded = sum(" | " in line or _EDGED.match(line) is not None for line in piped)
    return len(piped) > 0.8 * len(lines) and padded < 0.1 * len(piped) and _alike(lines, "|")


_EDGED = re.compile(r"\s*\|.*\|\s*$|[\s|:+-]*--[\s|:+-]*$")


_ENTITY = re.compile(r"&#?\w{1,10};")


def _alike(lines: list[str], mark: str) -> bool:
    try:
        records = list(csv.reader(lines, delimiter=mark))
    except csv.Error:
        return False
    widths = Counter(len(record) for record in records)
    wide = max(widths, default=0)
    many = sum(count for width, count in widths.items() if width == wide or (width > 1 and count > 1))
    # Records are short; a line of prose with commas is longer.
    shown = sum(len(line) < 400 for line in lines)
    tight = sum(bool(_TIGHT[mark].search(line)) for line in lines)
    return (
        wide > 1
        and many >= 0.5 * len(lines)
        and len(lines) > 1
        and shown == len(lines)
        and tight >= 0.5 * many
    )


# Marks that part fields, unlike those that part thousands and clauses.
_TIGHT = {",": re.compile(r"[A-Za-z)\"%],(?=\S)|,,|,$|^,"), ";": re.compile(";"), "|": re.compile(r"\|")}
