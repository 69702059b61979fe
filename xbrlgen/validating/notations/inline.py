"""Inline XBRL pages to facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import evolve, frozen
from lxml import etree

from xbrlgen.validating.facts import Instance, Reported
from xbrlgen.validating.files.xml import clark, elements, text_of
from xbrlgen.validating.names import INLINE
from xbrlgen.validating.notations.instance import (
    Registry,
    fact_by_attributes,
    is_nil,
    prefixes,
    references,
    take_resources,
)
from xbrlgen.validating.notations.numerals import shown
from xbrlgen.validating.notations.schematypes import NO_TYPES, SchemaTypes

_TAGS = tuple(f"{{{uri}}}{tag}" for uri in sorted(INLINE) for tag in ("nonFraction", "nonNumeric"))
_TUPLES = tuple(f"{{{uri}}}tuple" for uri in sorted(INLINE))
_EXCLUDE = tuple(f"{{{uri}}}exclude" for uri in sorted(INLINE))
_FRACTIONS = tuple(f"{{{uri}}}fraction" for uri in sorted(INLINE))
_WHOLE = re.compile(r"[+-]?\d+")
# Powers of ten; the specification has no limit, and no number of a filing needs so many.
_LARGEST_SCALE = 100


def is_inline(root: etree._Element) -> bool:
    """Whether a page has anything of inline XBRL in it."""
    return any(True for _ in root.iter(*(f"{{{uri}}}*" for uri in sorted(INLINE))))


def read_pages(pages: Sequence[tuple[str, etree._Element]], types: SchemaTypes = NO_TYPES) -> Instance:
    """All facts of a page, or of several pages that share their contexts and units."""
    registry = Registry(types)
    for _, root in pages:
        take_resources(root, registry)
    tuples = _Tuples.of(root for _, root in pages)
    facts: list[Reported] = []
    targets: Counter[str] = Counter()
    for number, (_, root) in enumerate(pages):
        for element in elements(root, *_TAGS, *_FRACTIONS):
            if element.get("target"):  # a fact of another document that the page holds beside this one
                targets[element.get("target", "")] += 1
                continue
            facts.append(_read_fact(element, registry, len(facts), number, tuples.around(element)))
    named = tuple(dict.fromkeys(found for name, root in pages for found in references(root, name)))
    known = {uri: prefix for _, root in reversed(pages) for uri, prefix in prefixes(root).items()}
    held = registry.instance(tuple(name for name, _ in pages), facts, named, known)
    return evolve(held, targets=tuple(sorted(targets.items())))


def _read_fact(
    element: etree._Element, registry: Registry, index: int, file: int, scope: tuple[int, ...]
) -> Reported:
    concept = clark(element.get("name", ""), element.nsmap)
    text = _shown_text(element)
    numeric = etree.QName(element).localname == "nonFraction"
    value = _value(element, text) if numeric and not is_nil(element) else None
    fact = fact_by_attributes(element, registry, index, concept, value, text, scope, file)
    if element.tag in _FRACTIONS:
        return evolve(fact, is_numeric=False, value=None, problem="")
    wrong = _wrong_attribute(element)
    return evolve(fact, value=None, problem=wrong) if wrong else fact


def _wrong_attribute(element: etree._Element) -> str:
    """What is wrong with how a number says that it is moved or turned."""
    scale, sign = element.get("scale", "0").strip(), element.get("sign", "-").strip()
    if not _WHOLE.fullmatch(scale) or abs(int(scale)) > _LARGEST_SCALE:
        return f"its scale {scale!r} is no whole number that can be"
    return "" if sign == "-" else f"its sign {sign!r} is none; only - is"


@frozen
class _Tuples:
    """The tuples of all pages: each one's number, and those that others point at, by their identifiers."""

    numbers: dict[etree._Element, int]
    by_id: dict[str, etree._Element]

    @classmethod
    def of(cls, roots: Iterable[etree._Element]) -> _Tuples:
        """The tuples of some pages."""
        found = [element for root in roots for element in elements(root, *_TUPLES)]
        named = {element.get("tupleID", ""): element for element in reversed(found)}
        return cls({element: number for number, element in enumerate(found)}, named)

    def around(self, element: etree._Element) -> tuple[int, ...]:
        """The numbers of the tuples around a fact, by nesting or by reference, outermost first."""
        path: list[int] = []
        outer = self._next(element) if self.numbers else None
        while outer is not None and self.numbers[outer] not in path:
            path.append(self.numbers[outer])
            outer = self._next(outer)
        return tuple(reversed(path))

    def _next(self, element: etree._Element) -> etree._Element | None:
        named = element.get("tupleRef")
        if named is not None:
            return self.by_id.get(named)
        return next(element.iterancestors(*_TUPLES), None)


def _shown_text(element: etree._Element) -> str:
    if not any(True for _ in element.iter(*_EXCLUDE)):
        return text_of(element)
    pieces = [element.text or ""]
    for child in element:
        pieces += ["" if child.tag in _EXCLUDE else _shown_text(child), child.tail or ""]
    return "".join(pieces)


def _value(element: etree._Element, text: str) -> Decimal | None:
    """The number meant: the printed one by its format, moved by its scale, turned by its sign."""
    scale = element.get("scale", "0").strip()
    number = shown(text, element.get("format", ""))
    if number is None and element.get("format") is None:
        number = _nested(element)
    if number is None or _wrong_attribute(element):
        return None
    moved = number.scaleb(int(scale))
    return -moved if element.get("sign", "").strip() == "-" else moved


def _nested(element: etree._Element) -> Decimal | None:
    """The printed number of a fact that wraps another fact: the inner one reads it by its own format."""
    inner = next((child for child in element.iterchildren("*") if child.tag in _TAGS), None)
    if inner is None:
        return None
    return shown(_shown_text(inner), inner.get("format", ""))
