"""Presentational attributes of HTML as CSS."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from xbrlgen.writing.html.words import FONT_SIZES, LIST_STYLES

_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(%)?")  # of units browsers know none here
_NUMBER = re.compile(r"\s*-?\d{1,9}\s*", re.ASCII)
_COLOUR = re.compile(r"#?[0-9a-zA-Z]{3,20}")
_HEX = re.compile(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}")
_FACE = re.compile(r"[^;{}\"<>\\]+")

Hint = Callable[[str, str], str]
# Where a length of nothing is as good as none.
_NEVER_ZERO = frozenset(["table", "td", "th"])


def _length(value: str) -> str:
    found = _LENGTH.match(value)
    if not found:
        return ""
    return found.group(1) + (found.group(2) or "px")


def _sized(name: str) -> Hint:
    def hint(tag: str, value: str) -> str:
        length = _length(value)
        return "" if not length or (tag in _NEVER_ZERO and not length.strip("0.px%")) else f"{name}:{length}"

    return hint


def _both_sized(one: str, other: str) -> Hint:
    first, second = _sized(one), _sized(other)
    return lambda tag, value: ";".join(filter(None, (first(tag, value), second(tag, value))))


def _coloured(name: str) -> Hint:
    def hint(_: str, value: str) -> str:
        value = value.strip()
        if not _COLOUR.fullmatch(value):
            return ""
        return f"{name}:{'#' if _HEX.fullmatch(value) else ''}{value}"

    return hint


# A rule without a shade is a bar of its colour.
_FILLED = "border-style:solid;border-color:currentcolor;background-color:currentcolor"


def _colour(tag: str, value: str) -> str:
    colour = _coloured("color")(tag, value)
    return f"{colour};{_FILLED}" if colour and tag == "hr" else colour


def _face(_: str, value: str) -> str:
    families = (family.strip(" '\"") for family in value.split(","))
    good = [family for family in families if family and _FACE.fullmatch(family)]
    return (
        "font-family:" + ",".join(f"'{family}'" if " " in family else family for family in good)
        if good
        else ""
    )


def _font_size(tag: str, value: str) -> str:
    found = re.match(r"\s*([+-]?)(\d+)", value)
    if not found:
        return ""
    if tag == "hr":
        height = int(found.group(2))
        return "border-bottom-width:0" if height <= 1 else f"height:{height - 2}px"
    number = int(found.group(2)) if not found.group(1) else 3 + int(found.group(1) + found.group(2))
    return f"font-size:{FONT_SIZES[min(max(number, 1), 7) - 1]}"


# How `align` shows, by element; the rest set the text of what is in them.
_CENTRED = "margin-left:auto;margin-right:auto"
_TABLE_ALIGN = {"left": "float:left", "right": "float:right", "center": _CENTRED, "middle": _CENTRED}
_IMAGE_ALIGN = {
    "left": "float:left",
    "right": "float:right",
    "top": "vertical-align:top",
    "middle": "vertical-align:middle;vertical-align:-webkit-baseline-middle",
    "absmiddle": "vertical-align:middle",
    "bottom": "vertical-align:baseline",
}
_CAPTION_ALIGN = {"bottom": "caption-side:bottom"}
_RULE_ALIGN = {"left": "margin-left:0;margin-right:auto", "right": "margin-left:auto;margin-right:0"}
_BLOCK_CENTRED = "text-align:center;text-align:-webkit-center;text-align:-moz-center"
_TEXT_ALIGN = {"left": "text-align:left", "right": "text-align:right", "center": "text-align:center"}
_TEXT_ALIGN |= {"middle": "text-align:center", "justify": "text-align:justify"}
_DIV_ALIGN = _TEXT_ALIGN | {"center": _BLOCK_CENTRED, "middle": _BLOCK_CENTRED}
_DIV_ALIGN |= {
    side: f"text-align:{side};text-align:-webkit-{side};text-align:-moz-{side}" for side in ("left", "right")
}
_ALIGN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"table": _TABLE_ALIGN, "img": _IMAGE_ALIGN, "hr": _RULE_ALIGN, "caption": _TEXT_ALIGN | _CAPTION_ALIGN}
    | dict.fromkeys(["div", "td", "th", "tr", "tbody", "thead", "tfoot"], _DIV_ALIGN)
)


def _align(tag: str, value: str) -> str:
    return _ALIGN.get(tag, _TEXT_ALIGN).get(value.strip().lower(), "")


def _valign(_: str, value: str) -> str:
    value = value.strip().lower()
    value = "middle" if value == "center" else value
    return f"vertical-align:{value}" if value in {"top", "middle", "bottom", "baseline"} else ""


def _list_type(_: str, value: str) -> str:
    style = LIST_STYLES.get(value.strip()) or LIST_STYLES.get(value.strip().lower())
    return f"list-style-type:{style}" if style else ""


def _counter(_: str, value: str) -> str:
    return f"counter-set:list-item {int(value)}" if _NUMBER.fullmatch(value) else ""


def _always(style: str) -> Hint:
    return lambda _tag, _value: style


def _background(_: str, value: str) -> str:
    return "" if set(value) & set("()'\"\\;") else f"background-image:url({value.strip()})"


def _clear(_: str, value: str) -> str:
    side = {"all": "both"}.get(value.strip().lower(), value.strip().lower())
    return f"clear:{side}" if side in {"left", "right", "both"} else ""


def _image_border(_: str, value: str) -> str:
    return f"border:{_length(value)} solid" if _length(value) else ""


_CELLS = frozenset(["td", "th"])
_BODY = frozenset(["body"])
_SIZED = frozenset(["table", "td", "th", "col", "colgroup", "hr", "img"])
_ALIGNED = frozenset(
    ["p", "div", "table", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "col", "img"]
)
_ALIGNED |= frozenset(["hr", "h1", "h2", "h3", "h4", "h5", "h6", "colgroup"])

# Attribute, the elements it means something on, and the style it means.
HINTS: Mapping[str, tuple[frozenset[str], Hint]] = MappingProxyType(
    {
        "align": (_ALIGNED, _align),
        "background": (_CELLS | {"body", "table", "tr"}, _background),
        "bgcolor": (_CELLS | {"body", "table", "tr", "tbody", "thead"}, _coloured("background-color")),
        "bordercolor": (frozenset(["table"]), _coloured("border-color")),
        "border": (frozenset(["img"]), _image_border),
        "clear": (frozenset(["br"]), _clear),
        "color": (frozenset(["font", "hr"]), _colour),
        "face": (frozenset(["font"]), _face),
        "height": (_SIZED | {"tr"}, _sized("height")),
        "hspace": (
            frozenset(["img"]),
            _both_sized("margin-left", "margin-right"),
        ),
        "vspace": (
            frozenset(["img"]),
            _both_sized("margin-top", "margin-bottom"),
        ),
        "noshade": (frozenset(["hr"]), _always(_FILLED)),
        "nowrap": (_CELLS, _always("white-space:nowrap")),
        "size": (frozenset(["font", "hr"]), _font_size),
        "text": (frozenset(["body"]), _coloured("color")),
        "topmargin": (_BODY, _sized("margin-top")),
        "bottommargin": (_BODY, _sized("margin-bottom")),
        "leftmargin": (_BODY, _sized("margin-left")),
        "rightmargin": (_BODY, _sized("margin-right")),
        "marginheight": (_BODY, _both_sized("margin-top", "margin-bottom")),
        "marginwidth": (_BODY, _both_sized("margin-left", "margin-right")),
        "type": (frozenset(["ol", "ul", "li"]), _list_type),
        "valign": (_CELLS | {"tr", "tbody", "thead", "tfoot", "col"}, _valign),
        "value": (frozenset(["li"]), _counter),
        "width": (_SIZED, _sized("width")),
        "wrap": (frozenset(["pre"]), _always("white-space:pre-wrap")),
    }
)


def hint(tag: str, attribute: str, value: str) -> str | None:
    """The style an attribute means on an element; empty for none, None where the attribute is unknown there.

    >>> hint("td", "bgcolor", "CCEEFF"), hint("font", "size", "+1"), hint("p", "bgcolor", "red")
    ('background-color:#CCEEFF', 'font-size:large', None)
    """
    found = HINTS.get(attribute)
    if found is None or tag not in found[0]:
        return None
    return found[1](tag, value)
