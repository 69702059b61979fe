"""Pages in XML whose elements have a prefix (``<h:html>``): the prefix goes, and every place stays."""

from __future__ import annotations

import re

# Bytes before the root of a page and in it: declarations, comments and some tens of namespaces.
_HEAD = 20_000
_ROOT = re.compile(
    rb"""<([A-Za-z][\w.-]*):html\b[^>]{0,2000}?\sxmlns:\1\s*=\s*["']http://www\.w3\.org/1999/xhtml["']"""
)


def without_prefix(raw: bytes) -> bytes:
    """The page with blanks behind the names of its elements for the prefix before them.

    >>> without_prefix(b'<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:p>a</h:p></h:html>')
    b'<html   xmlns:h="http://www.w3.org/1999/xhtml"><p  >a</p  ></html  >'
    """
    head = raw[:_HEAD]
    root = _ROOT.search(head) if b":html" in head else None
    if root is None:
        return raw
    tags = re.compile(rb"<(/?)" + re.escape(root[1]) + rb":([A-Za-z][\w-]*)")
    return tags.sub(rb"<\1\2" + b" " * (len(root[1]) + 1), raw)
