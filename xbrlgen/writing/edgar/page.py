"""The page in the form that EDGAR takes: without style sheets, elements and formats that it refuses or lacks.

The page in the folder is for browsers and for readers of inline XBRL everywhere. EDGAR takes no style sheet,
no document type, no pictures in the page and no tables in tables (filer manual, 5.2.5), and has formats of
its own for names, which other readers don't know. The page with all that said otherwise goes into the zip.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Set
from html import unescape
from itertools import count
from types import MappingProxyType

from attrs import Factory, frozen, mutable

from xbrlgen.reading.pages.style_sheets import Kin, Sheet, read_sheets
from xbrlgen.writing import names
from xbrlgen.writing.edgar.formats import with_sec_formats

_DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>\s*", re.IGNORECASE)
_SHEET = re.compile(rb"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_BODY = re.compile(rb"<body\b.*</body>", re.DOTALL)
_TAG = re.compile(rb"(</?[A-Za-z][\w.-]*(?:\s[^<>]*|/)?>)")
_PARTS = re.compile(rb"</?([A-Za-z][\w.-]*)((?:\s[^<>]*?)?)(/?)>")
_TABLE = re.compile(rb"<(/)?table[\s>]")
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_IN_PAGE = b' src="data:'
_PICTURE = re.compile(r"data:image/(gif|jpeg);base64,([A-Za-z0-9+/=\s]+)\Z", re.IGNORECASE)

# Elements that a filing mustn't have (5.2.5), under the name they get, with the style that shows the same.
_OTHERWISE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "acronym": ("abbr", ""),
        "bdo": ("span", "unicode-bidi:bidi-override"),
        "cite": ("span", "font-style:italic"),
        "del": ("span", "text-decoration:line-through"),
        "ins": ("span", "text-decoration:underline"),
        "q": ("span", ""),
        "dl": ("div", "margin:1em 0"),
        "dt": ("div", ""),
        "dd": ("div", "margin-left:40px"),
    }
)
_QUOTES = {"q": (b"&#8220;", b"&#8221;")}
_COLUMNS = frozenset({"col", "colgroup"})
# What makes a start tag another at EDGAR, also on a page without style sheets.
_OTHER = re.compile(
    rb'<(?:(?:%b)[\s/>]|a(?![^>]* href=")[\s>])' % "|".join((*_OTHERWISE, *sorted(_COLUMNS))).encode()
)
# What is looked at also on a page without style sheets; columns make others of the cells below them.
_TOUCHED = _OTHERWISE.keys() | {"a", "img"}
_WITH_COLUMNS = _COLUMNS | {"table", "tr", "td", "th"}
_UNSTYLED = frozenset({"br", "html", "head", "title", "meta"})
# The parts of a table around other tables, as boxes.
_BOXES: Mapping[str, str] = MappingProxyType(
    {
        "table": "display:table",
        "tr": "display:table-row;vertical-align:middle",
        "td": "display:table-cell;vertical-align:inherit",
        "th": "display:table-cell;vertical-align:inherit;font-weight:bold;text-align:center",
        "caption": "display:table-caption",
        **dict.fromkeys(("tbody", "thead", "tfoot"), "display:table-row-group"),
    }
)
# The width of a column is that of its cells with all that is around their content.
_WITH_PADDING = "box-sizing:border-box"
_NO_BOX_HAS = frozenset(
    {"colspan", "rowspan", "cellpadding", "cellspacing", "border", "frame", "rules", "summary"}
)


@frozen
class EdgarPage:
    """The page for EDGAR, the pictures that were in it, and how many rules of style it can't say."""

    content: bytes
    pictures: Mapping[str, bytes]
    left: int


def edgar_page(page: bytes, stem: str) -> EdgarPage:
    """The page in the form that EDGAR takes; its pictures are named after ``stem``."""
    sheet = read_sheets(text.decode("ascii") for text in _SHEET.findall(page))
    page = _DOCTYPE.sub(b"", _SHEET.sub(b"", page), count=1)
    page = with_sec_formats(page)
    around = frozenset(_around_tables(page))
    if not (sheet.rules or around or _IN_PAGE in page or _OTHER.search(page)):
        return EdgarPage(page, {}, sheet.left)
    walk = _Walk(sheet, stem, around)
    content = _BODY.sub(lambda body: walk.over(body.group()), page, count=1)
    return EdgarPage(content, walk.pictures, sheet.left)


def _around_tables(page: bytes) -> Iterator[int]:
    """The numbers of the tables that hold other tables, counted as they begin."""
    numbers = count()
    opened: list[int] = []
    for found in _TABLE.finditer(page):
        if found[1]:
            opened.pop()
        else:
            yield from opened[-1:]
            opened.append(next(numbers))


@mutable
class _Open:
    """An element whose end is still to come: the tag that ends it, how selectors see it, what it holds."""

    closing: bytes
    kin: Kin
    last: Kin | None = None
    parts: int = 0


@mutable
class _Table:
    """A table that is open: whether it becomes boxes, and how wide columns make cells of its first row."""

    is_box: bool
    widths: list[str] = Factory(list)


@mutable
class _Walk:
    """A walk over the tags of a page that gives each the form it has at EDGAR."""

    sheet: Sheet
    stem: str
    boxes: frozenset[int]
    pictures: dict[str, bytes] = Factory(dict)
    _open: list[_Open] = Factory(lambda: [_Open(b"", Kin("html", {}), None, 1)])
    _tables: list[_Table] = Factory(list)
    _count: int = 0
    _known: dict[tuple[object, ...], tuple[bytes, bytes, Kin]] = Factory(dict)
    _alike: dict[tuple[object, ...], Kin] = Factory(dict)
    looks_before: bool = Factory(lambda self: self.sheet.looks_before, takes_self=True)

    def over(self, body: bytes) -> bytes:
        """What stands at EDGAR where a body stands on the page."""
        pieces = _TAG.split(body)
        tags = pieces[1::2]
        parts = {tag: _parts(tag) for tag in set(tags)}
        touched = self._touched({name for name, *_ in parts.values()})
        changed = {tag: part for tag, part in parts.items() if touched is None or part[0] in touched}
        pieces[1::2] = [self._changed(tag, changed[tag]) if tag in changed else tag for tag in tags]
        return b"".join(pieces)

    def _changed(self, tag: bytes, part: tuple[str, bytes, bytes]) -> bytes:
        return self._end(tag) if tag.startswith(b"</") else self._start(*part)

    def _touched(self, used: Set[str]) -> Set[str] | None:
        """The names of elements that may become others, or that others hang on; None for all."""
        if self.boxes or self.sheet.names is None:
            return None
        return self.sheet.names | _TOUCHED | (_WITH_COLUMNS if used & _COLUMNS else frozenset())

    def _end(self, tag: bytes) -> bytes:
        if tag == b"</table>":
            self._tables.pop()
        elif tag == b"</tr>" and self._tables:
            self._tables[-1].widths.clear()
        return self._open.pop().closing

    def _start(self, tag: str, raw: bytes, void: bytes) -> bytes:
        around = self._open[-1]
        if tag == "table" and not void:
            self._tables.append(_Table(self._count in self.boxes))
            self._count += 1
        is_box, width = self._in_table(tag, raw) if self._tables else (False, "")
        before = around.last if self.looks_before else None
        key = (around.kin, before, tag, raw, void, around.parts == 0, is_box, width)
        around.parts += 1
        known = self._known.get(key)
        if known is None:
            kin = Kin(tag, _attributes(raw), around.kin, before, is_first=around.parts == 1)
            known = self._known[key] = (*self._written(kin, raw, void, is_box=is_box, width=width), kin)
        opening, closing, kin = known
        if self.looks_before:
            around.last = self._alike.setdefault((around.kin, tag, raw), kin)
        if not void:
            self._open.append(_Open(closing, kin))
        return opening

    def _in_table(self, tag: str, raw: bytes) -> tuple[bool, str]:
        """Whether an element is a table around tables, or a part of one; the width that a column gives it."""
        table = self._tables[-1]
        width = self._width(table, tag, raw) if table.widths or tag == "col" else ""
        return table.is_box and tag in _BOXES, width

    def _width(self, table: _Table, tag: str, raw: bytes) -> str:
        """The width that a column gives to a cell of the first row; EDGAR takes no columns themselves."""
        if tag == "col":
            given = _attributes(raw)
            width = re.search(r"(?:^|;)\s*(width:[^;]+)", given.get("style", ""))
            table.widths += [width[1] if width else ""] * int(given.get("span", "1"))
        if tag not in {"td", "th"} or not any(table.widths):
            return ""
        spanned = int(_attributes(raw).get("colspan", "1"))
        widths, table.widths = table.widths, table.widths[spanned:]
        return f"{widths[0]};{_WITH_PADDING}" if widths[0] and spanned == 1 and b"width:" not in raw else ""

    def _written(self, kin: Kin, raw: bytes, void: bytes, *, is_box: bool, width: str) -> tuple[bytes, bytes]:
        """The tags that begin and end an element."""
        if kin.tag in _COLUMNS:
            return b"", b""
        tag, look = _OTHERWISE.get(kin.tag, (kin.tag, ""))
        if kin.tag == "a" and "href" not in kin.attributes:
            tag = "span"
        if is_box:
            tag, look = "div", _box(kin)
        given = dict(kin.attributes)
        own = given.pop("style", "")
        style = "" if tag in _UNSTYLED else self.sheet.style(kin, ";".join(filter(None, (width, look, own))))
        if tag == "img":
            given["src"] = self._picture(given.get("src", ""))
        if (tag, style, given.get("src")) == (kin.tag, own, kin.attributes.get("src")):
            return b"<" + tag.encode() + raw + void + b">", f"</{tag}>".encode()
        return self._tags(kin, tag, {**given, **({"style": style} if style else {})}, void, is_box=is_box)

    def _tags(
        self, kin: Kin, tag: str, given: Mapping[str, str], void: bytes, *, is_box: bool
    ) -> tuple[bytes, bytes]:
        before, after = _QUOTES.get(kin.tag, (b"", b""))
        kept = "".join(
            f' {name}="{names.attribute(value)}"'
            for name, value in given.items()
            if not (is_box and name in _NO_BOX_HAS) and (tag == "a" or name != "cite")
        )
        opening = f"<{tag}{kept}".encode("ascii", "xmlcharrefreplace")
        return opening + void + b">" + before, after + f"</{tag}>".encode()

    def _picture(self, address: str) -> str:
        """The name of the file that a picture in the page becomes; the address of one that is a file."""
        found = _PICTURE.match(address)
        if found is None:
            return address
        ending = {"gif": "gif", "jpeg": "jpg"}[found[1].lower()]
        content = base64.b64decode("".join(found[2].split()))
        name = next((one for one, held in self.pictures.items() if held == content), "")
        name = name or f"{self.stem}-p{len(self.pictures) + 1}.{ending}"
        self.pictures[name] = content
        return name


def _box(kin: Kin) -> str:
    """The style that shows a part of a table as a box, with the space that browsers leave in tables."""
    look = _BOXES[kin.tag]
    if kin.tag == "table":
        return f"{look};border-spacing:{kin.attributes.get('cellspacing', '2')}px"
    if kin.tag not in {"td", "th"}:
        return look
    table = kin.around
    while table is not None and table.tag != "table":
        table = table.around
    padding = "1" if table is None else table.attributes.get("cellpadding", "1")
    return f"{look};padding:{padding if padding.endswith('%') else f'{padding}px'}"


def _parts(tag: bytes) -> tuple[str, bytes, bytes]:
    """The name of a tag, its attributes as they are written, and the stroke of an empty element."""
    found = _PARTS.fullmatch(tag)
    return (found[1].decode("ascii"), found[2], found[3]) if found else ("", b"", b"")


def _attributes(raw: bytes) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(raw.decode("ascii"))}
