"""What style sheets ask of attributes, asked of classes instead: attributes become styles, or go.

Each question, as in ``td[align=right]``, gets a class that the elements are given which answer it; a class
weighs as much in a selector as a question does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from xbrlgen.writing.html.marking import Element

# What stands before the declarations of a style sheet, and in it what is asked of attributes.
PRELUDE = re.compile(r"[^{}]*\{")
_QUESTION = re.compile(
    r"""\[\s*(?P<name>[\w-]+)\s*
    (?:(?P<how>[~|^$*]?=)\s*(?P<value>"[^"]*"|'[^']*'|[^\]\s"']+)\s*(?P<case>[is])?\s*)?\]""",
    re.IGNORECASE | re.VERBOSE,
)
# Attributes whose values have no small and large letters to selectors (HTML standard, 4.16.2).
_WORDS = """
    accept accept-charset align alink axis bgcolor charset checked clear codetype color compact declare
    defer dir direction disabled enctype face frame hreflang http-equiv lang language link media method
    multiple nohref noresize noshade nowrap readonly rel rev rules scope scrolling selected shape target
    text type valign valuetype vlink
"""
_ANY_CASE = frozenset(_WORDS.split())
# Attributes that pages keep, so that whether an element has them needs no class.
_STAYS = frozenset({"class", "colspan", "id", "rowspan"})
_ANSWERS: Mapping[str, Callable[[str, str], bool]] = MappingProxyType(
    {
        "=": lambda held, wanted: held == wanted,
        "~=": lambda held, wanted: wanted in held.split(),
        "|=": lambda held, wanted: held == wanted or held.startswith(f"{wanted}-"),
        "^=": lambda held, wanted: bool(wanted) and held.startswith(wanted),
        "$=": lambda held, wanted: bool(wanted) and held.endswith(wanted),
        "*=": lambda held, wanted: bool(wanted) and wanted in held,
    }
)


def ask_classes(root: Element) -> Mapping[str, str]:
    """Give each element a class for each question that it answers; the selectors of these by question."""
    sheets = [style.text for style in root.iter("style") if style.text and "[" in style.text]
    preludes = [prelude for text in sheets for prelude in PRELUDE.findall(text)]
    asked = (found for text in preludes for found in _QUESTION.finditer(text))
    questions = dict.fromkeys(found.group() for found in asked if found["how"] or found["name"] not in _STAYS)
    classes = {question: f".asked-{number}" for number, question in enumerate(questions, 1)}
    answers = [(each, name) for question, name in classes.items() for each in _answering(root, question)]
    for element, name in answers:
        element.set("class", f"{element.get('class', '')} {name[1:]}".strip())
    return classes


def _answering(root: Element, question: str) -> Iterable[Element]:
    """The elements of which a question is true."""
    found = _QUESTION.fullmatch(question)
    if found is None:
        return []
    name, how = found["name"].lower(), found["how"]
    having = (each for each in root.iter("*") if each.get(name) is not None)
    if how is None:
        return list(having)
    fold = str.lower if (found["case"] or "").lower() == "i" or name in _ANY_CASE else str
    wanted = fold(found["value"].strip("\"'"))
    return [each for each in having if _ANSWERS[how](fold(each.get(name)), wanted)]


def by_class(prelude: str, classes: Mapping[str, str]) -> str:
    """Selectors that ask for classes what they asked of attributes.

    >>> by_class("td[align=right] b {", {"[align=right]": ".asked-1"})
    'td.asked-1 b {'
    """
    return _QUESTION.sub(lambda found: classes.get(found.group(), found.group()), prelude)
