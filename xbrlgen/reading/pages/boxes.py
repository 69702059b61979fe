"""Elements that are parts of tables by how they are shown, and tables that only set out one cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from itertools import islice
from typing import Any, Final, cast

from attrs import Factory, frozen
from lxml import etree


class Part(Enum):
    """What part of a table an element is; ``FIRST`` is a cell that begins a row, ``INLINE`` is none."""

    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    FIRST = "first cell"
    INLINE = "inline"


@frozen
class Box:
    """An element as part of a table, and over how many columns it reaches."""

    part: Part
    columns: int = 1


Boxes = Mapping[Any, Box]


@frozen
class Setting:
    """The tables that only arrange what is in them, and elements that are no parts their names say."""

    layout: Collection[Any] = frozenset()
    boxes: Boxes = Factory(dict)


# Values of the property ``display`` (CSS Display 3) and what they make of an element.
_PARTS: Final = {
    "table": Part.TABLE, "table-row": Part.ROW, "table-cell": Part.CELL,
}  # fmt: skip
_DISPLAY: Final = re.compile(
    r"display\s*:\s*(table(?:-row|-cell)?|(?:inline-)?(?:grid|flex))\s*(?:!important\s*)?(?:;|$)",
    re.IGNORECASE,
)
_SHOWN: Final = re.compile(r"display\s*:\s*(?:table|(?:inline-)?(?:grid|flex))", re.IGNORECASE)
_COLUMNS: Final = re.compile(r"grid-template-columns\s*:\s*([^;]+)", re.IGNORECASE)
_REPEAT: Final = re.compile(r"repeat\(\s*(\d{1,3})\s*,\s*((?:[^()]|\([^()]*\))*)\)", re.IGNORECASE)
_SPAN: Final = re.compile(r"grid-column(?:-end)?\s*:\s*[^;]*span\s+(\d{1,3})", re.IGNORECASE)
_RULE: Final = re.compile(r"\.([\w-]{1,60})\s*\{([^{}]{0,2000})\}")
_NAMED: Final = frozenset({"table", "tr", "td", "th"})
_CLASSED: Final = ".//*[contains(concat(' ',normalize-space(@class),' '),$name)]"
_SELECTOR: Final = re.compile(r"\.([\w-]{1,60})\s*$")
# The text of a rule (see `_RULE`) with its selector: how far back the beginning of one is looked for.
_LONGEST_RULE: Final = 2100
# Each class is one search of the whole page; pages laid out by hand have a dozen, generated ones thousands.
_MOST_CLASSES: Final = 50
# A table that only sets out one cell has no more elements and letters than these.
_MOST_PARTS: Final = 16
# A currency mark, an amount and its bracket have about 20; with more it is a table of its own.
_MOST_LETTERS: Final = 25


def boxes_of(root: etree._Element) -> dict[Any, Box]:
    """The elements of a page that are shown as tables, rows and cells without being such by name."""
    styles = {element: style for element, style in _styled(root) if _DISPLAY.search(style)}
    found: dict[etree._Element, Box] = {}
    for element, style in styles.items():
        display = cast("re.Match[str]", _DISPLAY.search(style))[1].lower()
        if display in _PARTS:
            found.setdefault(element, Box(_PARTS[display]))
        elif not _holds_another(element, styles):
            found.update(_laid_out(element, _grid_columns(style) if "grid" in display else 0))
    return found


def may_have_boxes(text: str) -> bool:
    """Whether it is worth to look for such elements on a page; its text is given in small letters.

    Style sheets are often those of a publisher, with rules for classes that the page has none of.
    """
    classes: set[str] = set()
    for at in _shown_at(text):
        before = text[max(0, at - _LONGEST_RULE) : at]
        rule = before.rfind("{")
        if rule <= max(map(before.rfind, "}<>")) or len(classes) > _MOST_CLASSES:
            return True
        named = _SELECTOR.search(before, max(0, rule - 80), rule)
        classes.update((named[1],) if named else ())
    return any(re.search(rf"(?<![.\w-]){re.escape(name)}(?![\w-])", text) for name in classes)


def _shown_at(text: str) -> Iterator[int]:
    at = text.find("display")
    while at >= 0:
        if _SHOWN.match(text, at):
            yield at
        at = text.find("display", at + 1)


def tables_may_nest(text: str) -> bool:
    """Whether a table seems to begin before the one before it has ended; the text is in small letters."""
    opened = text.find("<table")
    while opened >= 0:
        following = text.find("<table", opened + 1)
        closed = text.find("</table", opened)
        if following >= 0 and not opened < closed < following:
            return True
        opened = following
    return False


def inline_parts(table: etree._Element) -> dict[Any, Box]:
    """The elements of a table as no parts of any, where it only sets out one cell of the table around it."""
    return dict.fromkeys(table.iter("*"), Box(Part.INLINE)) if _sets_out_a_cell(table) else {}


def _sets_out_a_cell(table: etree._Element) -> bool:
    """Whether a table of one row in a cell beside others only sets a currency sign apart from its amount."""
    cell = table.getparent()
    if cell is None or cell.tag != "td" or not _has_two_beside(cell):
        return False
    parts = [each.tag for each in islice(table.iter("*"), _MOST_PARTS + 1)]
    if len(parts) > _MOST_PARTS or parts.count("table") != 1 or parts.count("tr") != 1:
        return False
    return len(" ".join(map(str, table.itertext())).strip()) < _MOST_LETTERS


def _has_two_beside(cell: etree._Element) -> bool:
    around = [*islice(cell.itersiblings("td"), 2), *islice(cell.itersiblings("td", preceding=True), 2)]
    return len(around) > 1


def _styled(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The elements that may be shown in a way of their own, with what styles say of them."""
    rules = [
        rule
        for sheet in root.iter("style")
        for rule in _RULE.findall(sheet.text or "")
        if _DISPLAY.search(rule[1])
    ]
    for name, style in islice(rules, _MOST_CLASSES):
        for element in cast("list[Any]", root.xpath(_CLASSED, name=f" {name} ")):
            yield element, f"{style};{element.get('style', '')}"
    for element in root.iterdescendants("*"):
        style = element.get("style")
        if style and "display" in style and element.tag not in _NAMED:
            yield element, style


def _holds_another(element: etree._Element, styles: Mapping[etree._Element, str]) -> bool:
    """Whether a child lays out children of its own, or holds a table: then this one only arranges them."""
    return any(child in styles or child.find(".//table") is not None for child in element.iterchildren("*"))


def _grid_columns(style: str) -> int:
    """How many columns a grid has, 0 where it is not said."""
    written = _COLUMNS.search(style)
    if written is None:
        return 0
    whole = _REPEAT.sub(lambda match: " ".join([match[2]] * int(match[1])), written[1])
    return len(re.sub(r"\([^()]*\)|\[[^\]]*\]", "", whole).split())


def _laid_out(element: etree._Element, columns: int) -> Iterator[tuple[etree._Element, Box]]:
    """The children of a grid as cells of its rows; without ``columns`` they are one row."""
    yield element, Box(Part.TABLE)
    at = 0
    for child in element.iterchildren("*"):
        span = _SPAN.search(child.get("style", ""))
        reach = int(span[1]) if span else 1
        yield child, Box(Part.FIRST if at == 0 else Part.CELL, reach)
        at = (at + reach) % columns if columns else at + reach
