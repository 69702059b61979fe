"""What stands in the way of reading, as findings: an empty file, binary data, a web server's notice."""

from __future__ import annotations

import re

from xbrlgen.findings import Finding, Severity
from xbrlgen.reading.given.detect import utf16_unmarked

_PACKAGE = b"PK\x03\x04"
# What the list of its files, at the end of a zip package, ends with (PKWARE's APPNOTE, 4.3.16).
_LIST_OF_FILES = b"PK\x05\x06"
_CUT_PACKAGE = (
    "this is a zip package or workbook that is cut off or damaged: the list of its files is missing"
)
# How files begin that are no text (their published magic numbers), and what to do about them.
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF file", "convert it to text with its layout kept, or give the HTML exhibit"),
    (b"\xd0\xcf\x11\xe0", "an old binary Office file", "save it as .xlsx or as text"),
    (_PACKAGE, "a zip package, no workbook", "unpack it and give the release inside"),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"BZh", "a bzip2 file", "unpack it first"),
    (b"\x89PNG", "an image", "run character recognition and give its text"),
    (b"\xff\xd8\xff", "an image", "run character recognition and give its text"),
    (b"GIF8", "an image", "run character recognition and give its text"),
    (b"{\\rtf", "an RTF file", "save it as HTML or text"),
)
# Bytes that no text has: but for tab, line feed, vertical tab, form feed, carriage return and escape.
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}<\?xml")
_PAGE = re.compile(rb"<html|<body|<table|<!doctype html", re.IGNORECASE)
_NOTICE = re.compile(
    r"captcha|are you a (?:human|robot)|you are (?:a )?human|unusual traffic|access denied"
    r"|request rate threshold|undeclared automated tool|enable javascript|checking your browser|403 forbidden"
    r"|404 not found|page not found|too many requests|rate limit",
    re.IGNORECASE,
)


def binary_finding(raw: bytes) -> Finding | None:
    """Why the bytes are no text, or None when they may be."""
    if not raw.strip():
        return _error("reading.empty", "there is nothing in it", "give the release itself")
    if raw.startswith(_PACKAGE) and _LIST_OF_FILES not in raw:
        return _error("reading.binary", _CUT_PACKAGE, "get the whole file")
    for magic, what, remedy in _MAGIC:
        if raw.startswith(magic):
            return _error("reading.binary", f"this is {what}, not a release as text", remedy)
    if _XML.match(raw) and not _PAGE.search(raw, 0, 20_000):
        return _error(
            "reading.binary", "this is XML data, not a release as people read it", "give the HTML page"
        )
    # Binary files show themselves at once; reading all of a large one would cost more than refusing it.
    sample = raw[:65_536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    # Two in a hundred: old text files have form feeds, a few to a page.
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_unmarked(raw) is not None
    if controls * 50 > len(sample) and not wide:
        return _error(
            "reading.binary", "this is binary data, not a release as text", "give HTML, text, CSV or XLSX"
        )
    return None


def notice_finding(text: str, *, has_tables: bool) -> Finding | None:
    """Whether a short page without tables is a notice of a web server instead of a release."""
    # Bot checks and error pages are short; a release may mention a robot.
    found = None if has_tables or len(text) > 20_000 else _NOTICE.search(text)
    if found is None:
        return None
    return Finding(
        "reading.notice-page",
        Severity.WARNING,
        f"this looks like a notice of a web server ({found.group()!r}), not like a release",
        remedy="fetch the release with a browser, or from its official archive, and give that file",
    )


def cut_finding(raw: bytes) -> Finding | None:
    """Whether an HTML page ends before it is complete."""
    if b"<html" in raw[:20_000].lower() and b"</html" not in raw[-20_000:].lower():
        return Finding(
            "reading.truncated",
            Severity.WARNING,
            "the page ends before its closing </html>: the last table may be cut off",
            remedy="get the whole file",
        )
    return None


def nested_finding(line: int) -> Finding:
    """What to tell of a page whose elements stand in each other deeper than the parser follows."""
    return Finding(
        "reading.truncated",
        Severity.WARNING,
        f"the page nests its elements too deep to read: what comes after line {line:,} was left out",
        remedy="close the elements that are left open (<font>, <b>, <div>), or save the page anew",
    )


def undecodable_finding(text: str, encoding: str) -> Finding | None:
    """Whether bytes could not be decoded."""
    lost = text.count("\ufffd")
    if lost == 0:
        return None
    return Finding(
        "reading.undecodable",
        Severity.WARNING,
        f"{lost} characters are not valid {encoding} and were replaced",
        remedy="save the file as UTF-8",
    )


def _error(code: str, message: str, remedy: str) -> Finding:
    return Finding(code, Severity.ERROR, message, remedy=remedy)
