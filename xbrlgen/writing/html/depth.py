"""Elements nested deeper than browsers nest them, put beside what is around them.

Browsers nest 512 elements and put deeper ones beside; readers of XML refuse a page of some more thousand, and
validators that call themselves for each level fail on half of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from xbrlgen.writing.html.marking import Element
from xbrlgen.writing.html.words import TABLE_PARTS

# Levels of elements; browsers take 512 (Blink), and put what is deeper beside.
_DEEPEST = 500
# So many levels that few pages have them, told at a hundredth of what it costs to walk over a page.
_UNCOMMON = etree.XPath("boolean(" + "/".join(["*"] * 60) + ")")
_TABLES = TABLE_PARTS | {"table"}

Take = Callable[[Element], Element]


def lift_deep(root: Element, take_tail: Take) -> None:
    """Put elements that stand too deep behind an element at the top, with all that follows them in it.

    ``take_tail`` gives an element with the text behind another one, which that has no more. A table stays
    whole; one that is at the top already stays as deep as it is.
    """
    while _UNCOMMON(root) and (deep := _first_deep(root)) is not None:
        line = [deep, *deep.iterancestors()][:-2]
        tables = [at for at, element in enumerate(line) if element.tag in _TABLES]
        start = tables[-1] if tables else 0
        if start + 1 >= len(line):
            return
        _lift(line[start:], take_tail)


def _first_deep(root: Element) -> Element:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return element
    return None


def _lift(line: list[Element], take_tail: Take) -> None:
    """Move the first of a line of ancestors, and what follows up to the last of them, behind that one."""
    top = line[-1]
    parent = top.getparent()
    place = parent.index(top) + 1
    for moved in [line[0], *_followers(line, take_tail)]:
        parent.insert(place, moved)
        place += 1


def _followers(line: list[Element], take_tail: Take) -> Iterator[Element]:
    """What stands behind each of a line of ancestors, in order; the text behind the first goes with it."""
    for number, element in enumerate(line):
        after = list(element.itersiblings()) if number < len(line) - 1 else []
        if number and element.tail:
            yield take_tail(element)
        yield from after
