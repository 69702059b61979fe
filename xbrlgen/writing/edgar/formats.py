"""The SEC's own formats, on the page for EDGAR alone: readers elsewhere take them for errors."""

from __future__ import annotations

import re
from html import unescape

from xbrlgen.writing import names
from xbrlgen.writing.inline.transformations import sec_format

_HEADER = re.compile(rb"<ix:header>.*?</ix:header>", re.DOTALL)
_HINT = re.compile(rb'<span style="-sec-ix-hidden:([\w.-]+)">([^<>]*)</span>')
_EMPTY_HIDDEN = re.compile(rb"<ix:hidden>\s*</ix:hidden>\s*")


def with_sec_formats(page: bytes) -> bytes:
    """Facts hidden because no general format reads their print, tagged there where one of the SEC's does."""
    header = _HEADER.search(page)
    if header is None or not _HINT.search(page):
        return page
    hidden = {
        identity: (opening, value)
        for opening, identity, value in re.findall(
            rb'(<ix:nonNumeric id="([\w.-]+)"[^>]*>)([^<]*)</ix:nonNumeric>', header.group()
        )
    }
    shown: list[bytes] = []

    def read(hint: re.Match[bytes]) -> bytes:
        identity, printed = hint.groups()
        opening, value = hidden.get(identity, (b"", b""))
        form = sec_format(unescape(printed.decode("ascii")), unescape(value.decode("ascii"))) if value else ""
        if not form:
            return hint[0]
        shown.append(opening + value + b"</ix:nonNumeric>")
        return b'%s format="%s">%s</ix:nonNumeric>' % (opening[:-1], form.encode(), printed)

    page = _HINT.sub(read, page)
    for element in shown:
        page = page.replace(element, b"", 1)
    declared = b'<html xmlns:ixt-sec="%s" ' % names.IXT_SEC.encode()
    return _EMPTY_HIDDEN.sub(b"", page).replace(b"<html ", declared, 1) if shown else page
