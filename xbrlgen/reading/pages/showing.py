"""How a page shows its elements: what is hidden, bold, a block of its own, indented; how far cells span."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from attrs import frozen

from xbrlgen.reading.pages.raw_table import RawCell

HIDDEN_TAGS = frozenset(
    {
        "script",
        "style",
        "head",
        "title",
        "noscript",
        "template",
        "ix:header",
        "select",
        "textarea",
        "svg",
        "iframe",
    }
)


BLOCK_TAGS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "document",
        "dt",
    }
    | {
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
    }
    | {"html", "li", "main", "nav", "ol", "p", "page", "pre", "section", "text", "ul"}
)


HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


BOLD_TAGS = frozenset({"b", "strong", "th"}) | HEADING_TAGS


_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


# What stands above the line: marks of notes.
RAISED_TAG = "sup"
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)


_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


# Values of the property ``visibility`` (CSS Display 3) and whether they keep an element from being seen,
# which has its place all the same: a cell of a table stays a cell.
VEILS: Final = {"hidden": True, "collapse": True, "visible": False}
_VEIL_STYLE = re.compile(r"(?<![\w-])visibility\s*:\s*(hidden|collapse|visible)\b", re.IGNORECASE)


_INDENT_STYLE = re.compile(
    r"(?:padding-left|margin-left|text-indent)\s*:\s*(-?[\d.]+)\s*(em|pt|px|in|%|)"
    r"|(?:padding|margin)\s*:(?:\s*-?[\d.]+\w*){3}\s+(-?[\d.]+)\s*(em|pt|px|in|%|)",
    re.IGNORECASE,
)


# A blank that does not break, which indents where no style does, in ems; and the classes of a newswire
# (Business Wire), "bwpadl3" being three steps of indent.
HARD_BLANK = 0.5
_INDENT_CLASS = re.compile(r"\bbwpadl(\d{1,2})\b")


_EMS = {"em": 1.0, "pt": 0.1, "px": 0.075, "in": 7.2, "%": 0.5, "": 0.075}


# HTML standard, "attributes common to td and th elements".
_MAX_SPAN = 1000


@frozen
class Style:
    """What a ``style`` attribute says that matters here; ``indent`` is in ems; ``veil``: there but unseen."""

    is_hidden: bool = False
    is_bold: bool = False
    indent: float = 0
    is_raised: bool = False
    veil: bool | None = None


NO_STYLE = Style()


@lru_cache(maxsize=2048)
def style_of(written: str) -> Style:
    """What is said by a style; a page has few different ones, and each of them a thousand times."""
    return Style(
        _HIDDEN_STYLE.search(written) is not None,
        _BOLD_STYLE.search(written) is not None,
        sum(
            _number(value or short) * _EMS[(unit or short_unit).lower()]
            for value, unit, short, short_unit in _INDENT_STYLE.findall(written)
        ),
        _RAISED_STYLE.search(written) is not None,
        _veil(written),
    )


def _veil(written: str) -> bool | None:
    """Whether a style keeps an element from being seen; None where it says nothing of that."""
    told = _VEIL_STYLE.findall(written)
    return VEILS[told[-1].lower()] if told else None


def indent_of(class_name: str | None) -> int:
    """The indent that a class stands for, in ems."""
    step = _INDENT_CLASS.search(class_name) if class_name else None
    return int(step[1]) if step else 0


@lru_cache(maxsize=256)
def span(written: str | None) -> int:
    """How far a cell spans: at least 1, at most what the HTML standard allows."""
    if written is None:
        return 1
    digits = re.match(r"\s*(\d{1,9})", written)
    return min(max(int(digits.group(1)), 1), _MAX_SPAN) if digits else 1


def _number(written: str) -> float:
    return float(written) if re.fullmatch(r"-?(?:\d+\.?\d*|\.\d+)", written) else 0.0


_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_MARK = re.compile(r"\s*\d{1,2}(?:\s*,\s*\d{1,2})*\s*")


def raised(text: str) -> str:
    """The text of a raised mark with raised digits, one for one: "2023" and "1" are not "20231".

    >>> raised("1,2"), raised("st")
    ('¹,²', 'st')
    """
    return text.translate(_RAISED_DIGITS) if _NOTE_MARK.fullmatch(text) else text


@lru_cache(maxsize=256)
def empty_cell(columns: str | None, rows: str | None) -> RawCell:
    """A cell without content; of all that span alike there is one."""
    return RawCell(0, 0, span(columns), span(rows))
