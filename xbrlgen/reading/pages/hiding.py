"""Elements that a page hides by its style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from attrs import define, field
from lxml import etree

from xbrlgen.reading.pages.showing import VEILS
from xbrlgen.reading.pages.style_sheets import Kin, Rule, Sheet, read_sheets

_Key = tuple[str, str | None, str | None]
_DISPLAY: Final = "display"
_NONE: Final = frozenset({"none"})
_VISIBILITY: Final = "visibility"
_URGENT: Final = "!important"


@define
class Hiding:
    """Rules that say how elements are shown, some of them that they are not.

    What scripts show once a page is loaded is told by rules for whole kinds of elements ("body"); those say
    nothing of the text. Rules that ask what stands before an element are left, too.
    """

    sheet: Sheet
    _fitting: dict[_Key, bool] = field(factory=dict, init=False)

    def of(self, element: etree._Element) -> tuple[bool, bool | None]:
        """Whether an element is hidden with all that is in it, and whether it is there unseen, if told."""
        key = (element.tag, element.get("class"), element.get("id"))
        known = self._fitting.get(key)
        if known is None:
            kin = _kin(element)
            known = any(rule.compounds[-1].fits(kin) for rule in self.sheet.rules)
            self._fitting[key] = known
        if not known:
            return False, None
        style = self.sheet.style(_with_around(element), element.get("style", ""))
        return _last(_DISPLAY, style) in _NONE, VEILS.get(_last(_VISIBILITY, style))


def hiding_of(text: str) -> Hiding | None:
    """What the style sheets of a page hide; None where they hide nothing.

    >>> hiding_of("<style>.draft { display: none }</style>") is None
    False
    >>> hiding_of("<style>.draft { color: red }</style>") is None
    True
    """
    rules = tuple(rule for rule in read_sheets(_sheets(text)).rules if _is_of_showing(rule))
    told = {(name, _plain(value)) for rule in rules for name, value in rule.declarations}
    hidden = any(value in _NONE if name == _DISPLAY else VEILS.get(value) for name, value in told)
    return Hiding(Sheet(rules)) if hidden else None


def _sheets(text: str) -> Iterator[str]:
    """The style sheets in a page but those for paper."""
    opened = _OPENS.search(text)
    while opened and (closed := _CLOSES.search(text, opened.end())):
        if "print" not in opened[0].lower():
            yield text[opened.end() : closed.start()]
        opened = _OPENS.search(text, closed.end())


_OPENS: Final = re.compile(r"<style[^<>]{0,2000}>", re.IGNORECASE)
_CLOSES: Final = re.compile(r"</style", re.IGNORECASE)


def _is_of_showing(rule: Rule) -> bool:
    """Whether a rule tells how elements of a name or a class are shown, whatever stands before them."""
    last = rule.compounds[-1]
    if not (last.classes or last.identity) and len(rule.compounds) == 1:
        return False
    if "+" in rule.links or any(each.is_first or each.has for each in rule.compounds):
        return False
    return any(name in (_DISPLAY, _VISIBILITY) for name, _ in rule.declarations)


def _last(name: str, style: str) -> str:
    """The last value of a property in a style."""
    parts = (one.partition(":") for one in style.split(";"))
    told = [value for each, _, value in parts if each.strip().lower() == name]
    return _plain(told[-1]) if told else ""


def _plain(value: str) -> str:
    return " ".join(value.lower().replace(_URGENT, " ").split())


def _kin(element: Any, around: Kin | None = None) -> Kin:
    return Kin(str(element.tag), dict(element.attrib), around)


def _with_around(element: etree._Element) -> Kin:
    """An element and those around it, as selectors see them."""
    kin = None
    for each in (*reversed([*islice(element.iterancestors(), _DEEPEST)]), element):
        kin = _kin(each, kin)
    return kin or _kin(element)


# Elements around one that selectors look at: pages nest some tens, and one made to cost time no end of them.
_DEEPEST: Final = 200
