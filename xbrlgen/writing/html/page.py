"""The page of an HTML source, made well-formed: nothing that runs, everything that shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import Factory, mutable
from lxml import etree

from xbrlgen.places import Source
from xbrlgen.reading.given.pictures import is_local
from xbrlgen.reading.pages.parsing import parse_html
from xbrlgen.writing.html.attributes import Attributes, picture_in_page
from xbrlgen.writing.html.marking import Element
from xbrlgen.writing.html.selectors import PRELUDE, ask_classes, by_class
from xbrlgen.writing.html.shape import Mender
from xbrlgen.writing.html.words import (
    ACTIVE,
    FINISHED,
    HAS_TYPE,
    KNOWN,
    OF_OLD_TYPE,
    RENAMED,
    SHELLS,
    SHOWN_AS,
    SILENT,
    VOID,
    becomes,
    names_of,
)

_OF_BREAKS = frozenset(["id", "class", "title"])
# What is looked at one by one in the tree, as is what has an id: it hangs on the rest of the page.
_UNUSUAL = (ACTIVE | SILENT | SHELLS | FINISHED | names_of(["pre", "ul"])) - {"pre", "ul"}
_CSS = "text/css"
# Elements that get another name, where a selector of a style sheet speaks of them.
_RENAMED = re.compile(
    rf"(?<![\w.#:@\[\"'=-])(?:{'|'.join(sorted(RENAMED.keys() - KNOWN - {'html', 'body'}))})(?![\w(-])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*-?\d{1,9}\s*", re.ASCII)
_BEGINS_WITH_TABLE = re.compile(rb"<p(?:\s[^>]*)?>\s*<table[\s>]", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")


@mutable
class HtmlPage:
    """A page of a source: its content, its elements as segments count them, its style sheets.

    ``dead`` are elements that leave the page once all marks are set, as only then texts may be joined;
    ``moved`` names the elements that took over a text node; ``asked`` are the classes for what style sheets
    ask of attributes.
    """

    content: Element
    elements: Sequence[Element]
    attributes: Attributes
    pictures: Mapping[str, str]
    sheets: list[str] = Factory(list)
    dead: list[Element] = Factory(list)
    moved: dict[tuple[int, bool], Element] = Factory(dict)
    body: dict[str, str] = Factory(dict)
    breaks: dict[str, str] = Factory(dict)
    finished: set[Element] = Factory(set)
    asked: Mapping[str, str] = Factory(dict)
    has_type: bool = False
    is_standard: bool = False


def html_page(source: Source, taken: set[str], pictures: Mapping[str, str]) -> HtmlPage:
    """The page of a source as XHTML; ``taken`` are ids it must not use, ``pictures`` new names by address."""
    root = parse_html(source.raw, source.encoding)
    page = HtmlPage(root, list(root.iter()), Attributes(taken, pictures), pictures)
    if _UNPRINTABLE.search(etree.tostring(root, encoding="unicode", method="text")):
        _clean_text(page.elements)
    _number_items(root)
    page.has_type = re.search(HAS_TYPE, source.raw[:2000], re.IGNORECASE) is not None
    page.is_standard = page.has_type and not re.search(OF_OLD_TYPE, source.raw[:2000], re.IGNORECASE)
    if not page.has_type:
        _hold_tables(root, source.raw)
    page.asked = ask_classes(root)
    _name_renamed(root)
    finish(page, [each for each in page.elements if each.tag in _UNUSUAL or each.get("id") is not None])
    page.sheets += [f"br.{name} {{{style}}}" for style, name in page.breaks.items()]
    page.attributes.lead()
    mender = Mender(page.dead, lambda element: finish(page, [element]))
    mender.mend(root)
    page.dead += root.iter(etree.Comment, etree.ProcessingInstruction)
    if mender.moved:
        numbers = {element: number for number, element in enumerate(page.elements)}
        page.moved = {
            (numbers[element], tail): new for element, tail, new in mender.moved if element in numbers
        }
    return page


def _clean_text(elements: Sequence[Element]) -> None:
    for element in elements:
        if element.text:
            element.text = _UNPRINTABLE.sub("\ufffd", element.text)
        if element.tail:
            element.tail = _UNPRINTABLE.sub("\ufffd", element.tail)


def _name_renamed(root: Element) -> None:
    """Give elements that get another name a class of the old one, where style sheets speak of that."""
    sheets = "{".join(style.text or "" for style in root.iter("style"))
    named = {tag.lower() for prelude in PRELUDE.findall(sheets) for tag in _RENAMED.findall(prelude)}
    for element in root.iter(*named) if named else ():
        element.set("class", f"{element.get('class', '')} was-{element.tag}".strip())


def _renamed(prelude: str) -> str:
    return _RENAMED.sub(lambda found: f":where(.was-{found.group().lower()})", prelude)


def _hold_tables(root: Element, raw: bytes) -> None:
    """Put tables back into paragraphs that begin with them: on pages without type browsers keep them there.

    The parser ends a paragraph at a table; where others were ended by hand, which are which can't be told.
    """
    wanted = len(_BEGINS_WITH_TABLE.findall(raw))
    found = [each for each in root.iter("p") if _is_before_table(each)] if wanted else []
    if len(found) == wanted:
        for paragraph in found:
            paragraph.append(paragraph.getnext())
            paragraph.tag = "div"
            paragraph.set("style", ";".join(filter(None, (SHOWN_AS["p"], paragraph.get("style")))))


def _is_before_table(paragraph: Element) -> bool:
    """Whether an empty paragraph stands right before a table."""
    following = paragraph.getnext()
    is_empty = not len(paragraph) and not (paragraph.text or "").strip()
    return (
        is_empty and following is not None and following.tag == "table" and not (paragraph.tail or "").strip()
    )


def _number_items(root: Element) -> None:
    """Give the items of a list that doesn't count from one, or counts down, the numbers they show."""
    for found in root.iter("ol"):
        start, falls = found.get("start"), found.get("reversed") is not None
        if start is None and not falls:
            continue
        items = found.findall("li")
        number = _whole(start, len(items) if falls else 1)
        for item in items if falls else items[:1]:
            number = _whole(item.get("value"), number)
            item.set("value", str(number))
            number -= 1


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and _NUMBER.fullmatch(text) else otherwise


def finish(page: HtmlPage, elements: Iterable[Element]) -> None:
    """Give elements the name and attributes they have in XHTML before all others get them."""
    for element in elements:
        if element not in page.finished:
            page.finished.add(element)
            _finish_one(page, element, element.tag)


def _finish_one(page: HtmlPage, element: Element, tag: str) -> None:
    if tag in ACTIVE or tag in SILENT:
        _silence(page, element, tag)
        return
    new, shown_as = becomes(tag)
    page.attributes.removed[tag] += tag in SHELLS
    found = page.attributes.of(tag, element.items(), shown_as, element)
    if found is not None:
        _set(element, found)
    if tag == "body":
        page.body |= element.attrib
        element.attrib.clear()
    element.tag = new
    if tag == "br":
        _class_for_style(page, element)
    elif tag == "img":
        _keep_picture(page, element)
    elif new not in VOID and element.text is None and not len(element):
        element.text = ""


def _set(element: Element, attributes: dict[str, str]) -> None:
    source = element.get("src") if element.tag == "img" else None
    element.attrib.clear()
    for name, value in attributes.items():
        element.set(name, value)
    if source is not None:
        element.set("src", source)


def _silence(page: HtmlPage, element: Element, tag: str) -> None:
    """Empty what doesn't show; it leaves the page later, as the text after it counts from it."""
    if tag == "style":
        _keep_sheet(page, element)
    elif tag == "link":
        kinds = (element.get("rel") or "").lower().split()
        page.attributes.removed["style sheet from elsewhere"] += "stylesheet" in kinds
    elif tag in ACTIVE:
        page.attributes.removed[tag] += 1
    if tag not in {"head", "ix:header"}:
        element.text = None
    page.dead.append(element)


def _keep_sheet(page: HtmlPage, element: Element) -> None:
    """Keep a style sheet that browsers follow."""
    kind = (element.get("type") or _CSS).strip().lower()
    if kind == _CSS and not any(around.tag in ACTIVE for around in element.iterancestors()):
        text = PRELUDE.sub(lambda found: _renamed(by_class(found.group(), page.asked)), element.text or "")
        page.sheets.append(page.attributes.sheet(text, element.get("media") or ""))


def _class_for_style(page: HtmlPage, element: Element) -> None:
    """Let a class carry the style of a line break, which has no attribute for it."""
    style = element.attrib.pop("style", None)
    for name in element.keys():  # noqa: SIM118 (the keys change)
        if name not in _OF_BREAKS:
            del element.attrib[name]
    if style:
        names = page.breaks
        name = names.setdefault(style, f"break-{len(names) + 1}")
        element.set("class", f"{element.get('class', '')} {name}".strip())


def _keep_picture(page: HtmlPage, element: Element) -> None:
    given = (element.get("src") or "").strip()
    address = page.pictures.get(given) or picture_in_page(given) or (given if is_local(given) else None)
    if address is None:
        page.attributes.removed["picture from elsewhere"] += 1
        page.dead.append(element)
        return
    element.set("src", address)
    element.set("alt", element.get("alt") or "")
