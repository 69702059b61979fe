"""What HTML writes and XHTML 1.1 (the language of inline XBRL) doesn't, and the CSS that shows the same.

From the HTML standard ("rendering", the styles of user agents and the mapping of presentational hints) and
from the schema of Inline XBRL 1.1, which takes XHTML 1.1 without its legacy module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

# What runs, loads or asks: nothing of it is printed.
ACTIVE = frozenset(
    {
        "script",
        "noscript",
        "template",
        "iframe",
        "frame",
        "param",
        "input",
        "select",
        "textarea",
        "svg",
        "area",
    }
)
# What runs too, but holds text to show where it can't; the parser lets three hold what stands behind them.
SHELLS = frozenset(["object", "applet", "canvas", "audio", "video", "math", "map", "frameset"])
SHELLS |= {"embed", "source", "track"}
# What says something about the page, or holds the facts of an earlier filing.
SILENT = frozenset({"meta", "link", "base", "title", "style", "head", "ix:header", "bgsound", "basefont"})

# Elements under another name: the new name and the style that shows the same.
RENAMED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "font": ("span", ""),
        "u": ("span", "text-decoration:underline"),
        "s": ("span", "text-decoration:line-through"),
        "strike": ("span", "text-decoration:line-through"),
        "nobr": ("span", "white-space:nowrap"),
        "blink": ("span", ""),
        "mark": ("span", "background-color:yellow;color:black"),
        "label": ("span", ""),
        "button": ("span", ""),
        "legend": ("div", ""),
        "center": ("div", "text-align:center;text-align:-webkit-center;text-align:-moz-center"),
        "dir": ("ul", ""),
        "menu": ("ul", ""),
        "xmp": ("pre", ""),
        "listing": ("pre", ""),
        "plaintext": ("pre", ""),
        "form": ("div", ""),
        "fieldset": ("div", ""),
        "blockquote": ("div", "margin:1em 40px"),
        "figure": ("div", "margin:1em 40px"),
    }
    | dict.fromkeys(
        [
            "article",
            "aside",
            "details",
            "figcaption",
            "footer",
            "header",
            "hgroup",
            "main",
            "nav",
            "section",
            "summary",
        ],
        ("div", ""),
    )
    | dict.fromkeys(["document", "text", "page", "body", "html"], ("div", ""))
)

_SPAN = ("span", "")  # what a name that isn't in the tables becomes
_INLINE = "a abbr acronym b bdo big cite code del dfn em i ins kbd q samp small span strong sub sup tt var"
_BLOCKS = "address div dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul"
_TABLE_PARTS = "caption col colgroup tbody td tfoot th thead tr"
_INLINE_BLOCKS = "address dt h1 h2 h3 h4 h5 h6 p pre"

INLINE = frozenset(_INLINE.split())
BLOCKS = frozenset(_BLOCKS.split())
TABLE_PARTS = frozenset(_TABLE_PARTS.split())
LIST_PARTS = frozenset(["dd", "dt", "li"])
VOID = frozenset(["br", "col", "hr", "img"])
KNOWN = INLINE | BLOCKS | TABLE_PARTS | LIST_PARTS | VOID
# Elements that can hold text and inline elements only; `ins` and `del` can't hold blocks at EDGAR.
INLINE_ONLY = INLINE | frozenset(_INLINE_BLOCKS.split())
# What is as it must be before the page is serialised: its frame, and what is mended one by one in the tree.
FINISHED = frozenset(["html", "head", "meta", "title", "style", "body", "a", "br", "img"])


def becomes(tag: str) -> tuple[str, str]:
    """The name that an element has in XHTML, and the style that shows what its old name says.

    >>> becomes("td"), becomes("u"), becomes("o:p")
    (('td', ''), ('span', 'text-decoration:underline'), ('span', ''))
    """
    return (tag, "") if tag in KNOWN else RENAMED.get(tag, _SPAN)


def names_of(kinds: Iterable[str]) -> frozenset[str]:
    """The names in a source of what is of these kinds in XHTML.

    >>> "center" in names_of(["div"])
    True
    """
    wanted = frozenset(kinds)
    return wanted | {old for old, (new, _) in RENAMED.items() if new in wanted and old not in KNOWN}


# How a browser shows an element, for one that becomes a `div` because it holds blocks.
SHOWN_AS: Mapping[str, str] = MappingProxyType(
    {
        "p": "margin:1em 0",
        "h1": "margin:.67em 0;font-size:2em;font-weight:bold",
        "h2": "margin:.83em 0;font-size:1.5em;font-weight:bold",
        "h3": "margin:1em 0;font-size:1.17em;font-weight:bold",
        "h4": "margin:1.33em 0;font-weight:bold",
        "h5": "margin:1.67em 0;font-size:.83em;font-weight:bold",
        "h6": "margin:2.33em 0;font-size:.67em;font-weight:bold",
        "pre": "margin:1em 0;white-space:pre;font-family:monospace",
        "address": "font-style:italic",
        "dt": "",
        "b": "display:inline;font-weight:bolder",
        "strong": "display:inline;font-weight:bolder",
        "i": "display:inline;font-style:italic",
        "em": "display:inline;font-style:italic",
        "cite": "display:inline;font-style:italic",
        "dfn": "display:inline;font-style:italic",
        "var": "display:inline;font-style:italic",
        "tt": "display:inline;font-family:monospace",
        "code": "display:inline;font-family:monospace",
        "kbd": "display:inline;font-family:monospace",
        "ins": "display:inline;text-decoration:underline",
        "del": "display:inline;text-decoration:line-through",
        "samp": "display:inline;font-family:monospace",
        "big": "display:inline;font-size:larger",
        "small": "display:inline;font-size:smaller",
        "sub": "display:inline;font-size:smaller;vertical-align:sub",
        "sup": "display:inline;font-size:smaller;vertical-align:super",
    }
)

# A page without document type is shown in quirks mode (HTML standard, "the DOCTYPE"; WHATWG, "Quirks Mode"). One
# that had a type for which browsers only keep the old rule for pictures in cells gets by with rules that undo the
# other quirks; for one with a type that asks for the standard, no rules can undo how high lines are: it keeps it.
HAS_TYPE = rb"<!doctype\s+html(?:\s*>|\s+public\s+[^>]*(?:xhtml|strict|4\.01[^>]*http)|\s+system)"
OF_OLD_TYPE = rb"<!doctype\s+html\s+public\s+[^>]*(?:transitional|frameset)"
STANDARD_TYPE = b"<!DOCTYPE html>\n"
UNDO_QUIRKS = """table { font-size: inherit; font-weight: inherit; font-style: inherit; font-variant: inherit;
  line-height: inherit; white-space: inherit; text-align: inherit; color: inherit; }
:where(p, ul, ol, dl, blockquote, pre) { margin-top: 1em; margin-bottom: 1em; }
:where(ul, ol, dl) :where(ul, ol, dl) { margin-top: 0; margin-bottom: 0; }
:where(h1) { margin-top: .67em; margin-bottom: .67em; }
:where(h2) { margin-top: .83em; margin-bottom: .83em; }
:where(h3) { margin-top: 1em; margin-bottom: 1em; }
:where(h4) { margin-top: 1.33em; margin-bottom: 1.33em; }
:where(h5) { margin-top: 1.67em; margin-bottom: 1.67em; }
:where(h6) { margin-top: 2.33em; margin-bottom: 2.33em; }"""

# Attributes that stay as they are, if their value is one the schema takes.
KEPT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "title": frozenset("*"),
        "dir": frozenset("*"),
        "summary": frozenset(["table"]),
        "cellpadding": frozenset(["table"]),
        "cellspacing": frozenset(["table"]),
        "border": frozenset(["table"]),
        "frame": frozenset(["table"]),
        "rules": frozenset(["table"]),
        "colspan": frozenset(["td", "th"]),
        "rowspan": frozenset(["td", "th"]),
        "span": frozenset(["col", "colgroup"]),
        "alt": frozenset(["img"]),
        "cite": frozenset(["q"]),
    }
)
VALUES: Mapping[str, str] = MappingProxyType(
    {
        "dir": r"ltr|rtl",
        "cellpadding": r"\d+%?",
        "cellspacing": r"\d+%?",
        "border": r"\d+",
        "frame": r"void|above|below|hsides|lhs|rhs|vsides|box|border",
        "rules": r"none|groups|rows|cols|all",
        "colspan": r"\d{1,4}",
        "rowspan": r"\d{1,4}",
        "span": r"\d{1,4}",
    }
)
FONT_SIZES = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
LIST_STYLES: Mapping[str, str] = MappingProxyType(
    {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
    | {word: word for word in ("disc", "circle", "square", "none")}
)
# Attributes that say nothing about how the page looks or what it says.
_MUTE = """abbr accesskey alink align alt axis border bordercolor char charoff charset clear compact content controls
coords datetime draggable for headers height hreflang http-equiv ismap lang link loading longdesc media method name
profile prompt rel rev reversed role scheme scope shape sizes srcset start tabindex target type usemap version vlink
width xmlns"""
MUTE = frozenset(_MUTE.split())
