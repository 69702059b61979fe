"""Elements put where XHTML lets them be, so that they look as browsers show them where they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from attrs import Factory, mutable
from lxml import etree

from xbrlgen.writing.html.depth import lift_deep
from xbrlgen.writing.html.marking import Element
from xbrlgen.writing.html.words import ACTIVE, BLOCKS, INLINE_ONLY, KNOWN, SHOWN_AS, SILENT, names_of

_SECTIONS = ("thead", "tfoot", "tbody")
_GROUPS = MappingProxyType({"thead": "display:table-header-group", "tfoot": "display:table-footer-group"})
_COLUMNS = ("col", "colgroup")
# Where each part of a table belongs, and where it does in a table without sections.
_HOMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"td": ("tr",), "th": ("tr",), "tr": ("table", *_SECTIONS), "col": ("table", "colgroup")}
    | dict.fromkeys((*_SECTIONS, "colgroup", "caption"), ("table",))
)
_CELLS = frozenset(["td", "th"])
# What the parts of a table may hold.
_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"table": ("tr", *_SECTIONS, *_COLUMNS, "caption"), "tr": ("td", "th"), "colgroup": ("col",)}
    | dict.fromkeys(_SECTIONS, ("tr",))
)
# What a list holds, the last being what takes up what stands loose in it, and how that looks.
_LISTS: Mapping[str, tuple[tuple[str, ...], str]] = MappingProxyType(
    {
        "ul": (("li",), "list-style:none"),
        "ol": (("li",), "list-style:none"),
        "dl": (("dt", "dd"), "margin-left:0"),
    }
)
_LOOSE_ITEMS = MappingProxyType({"li": "display:list-item", "dt": "", "dd": "margin-left:40px"})
_ANYWHERE = frozenset(["id", "class", "style", "title", "dir"])
# By their names in a source: blocks, and what may hold them.
_BLOCKS = names_of(BLOCKS)
_OPEN = names_of(KNOWN - INLINE_ONLY) | ACTIVE | SILENT
_NOT_IN_PRE = frozenset({"big", "small", "sub", "sup", "img"})


def _restyle(element: Element, style: str) -> None:
    """Put a style before the one an element has."""
    if style:
        own = element.get("style")
        element.set("style", f"{style};{own}" if own else style)


@mutable
class Mender:
    """Mends lists and tables; ``dead`` gets what must go, ``moved`` the texts that got their own element.

    ``finish`` gives an element the name and attributes it has in XHTML, before it becomes something else.
    """

    dead: list[Element]
    finish: Callable[[Element], None]
    moved: list[tuple[Element, bool, Element]] = Factory(list)

    def mend(self, body: Element) -> None:
        """Mend all that stands where it may not."""
        lift_deep(body, lambda element: self._move(element, tail=True))
        self.tables(body)
        self.lists(body)
        self.loosen_preformatted(body)
        self.open_inlines(list(body.iter(*_BLOCKS)))

    def become(self, element: Element, tag: str, style: str = "") -> None:
        """Give an element another name and look, and leave it only the attributes that any element has."""
        self.finish(element)
        element.tag = tag
        for name in element.keys():  # noqa: SIM118 (the keys change)
            if name not in _ANYWHERE and not name.endswith("}lang"):
                del element.attrib[name]
        _restyle(element, style)

    def open_inlines(self, blocks: Iterable[Element]) -> None:
        """Make a `div` of each inline element or paragraph around a block."""
        for block in blocks:
            around = block.getparent()
            while around is not None and around.tag not in _OPEN:
                self._open(around)
                around = around.getparent()
            if around is not None and around.tag == "caption":
                self.become(block, "span", "display:block")

    def _open(self, around: Element) -> None:
        self.finish(around)
        if around.tag == "dt":  # a term holds words only, what explains it holds anything
            self.become(around, "dd", "margin-left:0")
        else:
            self.become(around, "div", SHOWN_AS.get(around.tag, "display:inline"))
        around.attrib.pop("href", None)

    def loosen_preformatted(self, body: Element) -> None:
        """Make a `div` of preformatted text that holds what `pre` can't."""
        for pre in list(body.iter("pre")):
            if any(inner.tag in _NOT_IN_PRE for inner in pre.iterdescendants()):
                self.become(pre, "div", SHOWN_AS["pre"])

    def lists(self, body: Element) -> None:
        """Put what stands loose in a list into an item, and make a `div` of a list without any."""
        for element in list(body.iter(*_LISTS)):
            if not self._items(element, *_LISTS[element.tag]):
                self.become(element, "div")
        for item in list(body.iter("li", "dt", "dd")):
            around = item.getparent().tag
            if item.tag not in _LISTS.get(around, ((),))[0]:
                self.become(item, "div", _LOOSE_ITEMS[item.tag])

    def _items(self, element: Element, allowed: tuple[str, ...], style: str) -> bool:
        """Mend one list; whether it has an item then."""
        for loose in self._loose(element, allowed):
            if _shows(loose):
                item = etree.Element(allowed[-1], {"style": style})
                loose.addprevious(item)
                item.append(loose)
            else:
                self.dead.append(loose)
        return any(child.tag in allowed for child in element)

    def _loose(self, element: Element, allowed: tuple[str, ...]) -> list[Element]:
        """The children that aren't allowed, and elements for the text that stands between children."""
        if element.text and element.text.strip():
            element.insert(0, self._move(element, tail=False))
        for child in list(element):
            if child.tail and child.tail.strip():
                child.addnext(self._move(child, tail=True))
        return [child for child in element if isinstance(child.tag, str) and child.tag not in allowed]

    def _move(self, element: Element, *, tail: bool) -> Element:
        """Take the text of a node into an element of its own."""
        span = etree.Element("span")
        span.text = element.tail if tail else element.text
        if tail:
            element.tail = None
        else:
            element.text = None
        self.moved.append((element, tail, span))
        return span

    def tables(self, body: Element) -> None:
        """Give each table the order of parts it must have; what stands loose in one goes before it."""
        if _are_plain(body):
            return
        for table in list(body.iter("table")):
            self._strain(table, table)
            self._order(table)
        for part in list(body.iter(*_HOMES)):
            if part.getparent().tag not in _HOMES[part.tag]:
                self.become(part, "div")  # outside of a table it shows as a block

    def _strain(self, part: Element, table: Element) -> None:
        """Move what may not stand in a part of a table to before the table, as browsers do, in its order."""
        allowed = _PARTS[part.tag]
        self._loose(part, allowed)
        for child in list(part):
            if child.tag in allowed:
                if child.tag in _PARTS:
                    self._strain(child, table)
            elif isinstance(child.tag, str):
                if _shows(child):
                    table.addprevious(child)
                else:
                    self.dead.append(child)
        if part.tag in _NEEDS and not any(child.tag in allowed for child in part):
            part.append(_NEEDS[part.tag]())

    def _order(self, table: Element) -> None:
        """Captions, columns, then either rows or sections of rows."""
        children = [child for child in table if isinstance(child.tag, str)]
        sections = [child for child in children if child.tag in _SECTIONS]
        if sections and any(child.tag == "tr" for child in children):
            _gather_rows(table)
        self._one_order_of_sections(table)
        if not any(child.tag in (*_SECTIONS, "tr") for child in table):
            self.become(table, "div")

    def _one_order_of_sections(self, table: Element) -> None:
        """Where head and foot don't come first, or come twice, all are bodies, shown as what they are."""
        tags = [child.tag for child in table if child.tag in _SECTIONS]
        wanted = [tag for tag in ("thead", "tfoot") if tag in tags]
        if tags and (tags[: len(wanted)] != wanted or tags.count("thead") > 1 or "tbody" not in tags):
            for child in table:
                if child.tag in _GROUPS:
                    self.finish(child)
                    _restyle(child, _GROUPS[child.tag])
                    child.tag = "tbody"
        captions = [child for child in table if child.tag == "caption"]
        columns = [child for child in table if child.tag in _COLUMNS]
        for position, child in enumerate([*captions[:1], *columns]):
            if table[position] is not child:
                tail, child.tail = child.tail, None
                table.insert(position, child)
                child.tail = tail
        for child in captions[1:]:
            self.become(child, "div")
            table.addprevious(child)


def _are_plain(body: Element) -> bool:
    """Whether all tables are rows of cells and nothing else, and rows and cells stand nowhere else."""
    rows = cells = 0
    for table in body.iter("table"):
        rows += len(table)
        for row in table:
            cells += len(row)
            if row.tag != "tr" or not len(row) or _text(row.text) or _text(row.tail):
                return False
            for cell in row:
                if cell.tag not in _CELLS or _text(cell.tail):
                    return False
        if not len(table) or _text(table.text):
            return False
    parts = sum(1 for _ in body.iter(*_HOMES))
    return parts == rows + cells


def _text(text: str | None) -> bool:
    return text is not None and not text.isspace()


def _shows(element: Element) -> bool:
    return any(text.strip() for text in element.itertext()) or next(element.iter("img"), None) is not None


def _gather_rows(table: Element) -> None:
    body: Element | None = None
    for child in list(table):
        if child.tag != "tr":
            body = None
            continue
        if body is None:
            body = etree.Element("tbody")
            child.addprevious(body)
        body.append(child)


def _empty_row() -> Element:
    row = etree.Element("tr")
    row.append(_empty_cell())
    return row


def _empty_cell() -> Element:
    cell = etree.Element("td", {"style": "padding:0"})
    cell.text = ""
    return cell


_NEEDS: Mapping[str, Callable[[], Element]] = MappingProxyType(
    {"tr": _empty_cell} | dict.fromkeys(_SECTIONS, _empty_row)
)
