"""What the schemas of a report say of values: which texts are the same value, and what is there by default.

Two contexts are the same where their segments hold equal values (XBRL 2.1, 4.10), so that ``1.50`` and
``1.5`` differ as strings and are one number; what an element or attribute has by default counts as there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen
from lxml import etree

from xbrlgen.validating.files.xml import clark
from xbrlgen.validating.names import XBRLI, XS, local, namespace
from xbrlgen.validating.notations.numerals import decimal_of

# Steps from a type to what it is derived from; a circle would have no end.
_DEPTH = 20
_DERIVED = (f"{{{XS}}}restriction", f"{{{XS}}}extension")
_INLINE = (f"{{{XS}}}simpleType", f"{{{XS}}}complexType")
# Built-in types by what makes two texts of them equal (XML Schema Part 2, 3.2 and 3.3)
_NUMBERS = re.compile(
    r"decimal|(nonPositive|negative|nonNegative|positive)?[iI]nteger|(unsigned)?([lL]ong|[iI]nt|[sS]hort|[bB]yte)"
    r"|float|double"
)
# Item types of XBRL 2.1 (5.1.1.3) that are named otherwise than the type below them
_ITEMS: Mapping[str, str] = MappingProxyType(
    {"monetary": "decimal", "shares": "decimal", "pure": "decimal", "fraction": "string"}
)
# Where a typed axis says which element holds its values.
_DOMAIN = "{http://xbrl.org/2005/xbrldt}typedDomainRef"
_FLAGS: Mapping[str, str] = MappingProxyType({"1": "true", "0": "false"})


NEVER_EQUAL = "NaN, equal to nothing"
"""What stands for a value that isn't even equal to itself."""


def _as_number(text: str) -> str:
    if text.strip() == "NaN":
        return NEVER_EQUAL
    value = decimal_of(text)
    return text.strip() if value is None else f"{value.normalize():f}" if value else "0"


def _as_flag(text: str) -> str:
    return _FLAGS.get(text.strip(), text.strip())


def _as_written(text: str) -> str:
    return text


def _as_token(text: str) -> str:
    return " ".join(text.split())


def _form_of(name: str) -> Callable[[str], str]:
    """How texts of a built-in type are made comparable: all but strings lose what white space is around."""
    if name == "string":
        return _as_written
    return _as_number if _NUMBERS.fullmatch(name) else _as_flag if name == "boolean" else _as_token


@frozen
class SchemaTypes:
    """The declarations in schemas, given with their namespaces; looked through when first asked for."""

    schemas: tuple[tuple[str, etree._Element], ...] = field(default=(), repr=False, eq=False)

    @classmethod
    def of(cls, documents: Iterable[tuple[str, etree._Element]]) -> SchemaTypes:
        """The declarations of those documents that are schemas."""
        return cls(tuple((target, root) for target, root in documents if root.tag == f"{{{XS}}}schema"))

    @cached_property
    def elements(self) -> Mapping[str, etree._Element]:
        """Elements by name, global ones before local ones."""
        deep = {name: node for target, root in self.schemas for name, node in _named(target, root)}
        return deep | _globals(self.schemas, "element")

    @cached_property
    def by_id(self) -> Mapping[str, etree._Element]:
        """Elements by their identifiers."""
        return {node.get("id", ""): node for node in self.elements.values() if node.get("id")}

    @cached_property
    def attributes(self) -> Mapping[str, etree._Element]:
        """Global attributes by name."""
        return _globals(self.schemas, "attribute")

    @cached_property
    def types(self) -> Mapping[str, etree._Element]:
        """Types by name."""
        return _globals(self.schemas, "complexType") | _globals(self.schemas, "simpleType")

    def element_value(self, name: str, text: str) -> str:
        """A text of an element in a form that equal values share."""
        declared = self.elements.get(name)
        return text.strip() if declared is None else self._form(declared)(text)

    def is_number(self, name: str) -> bool:
        """Whether an element holds numbers; not known to where it isn't declared here."""
        declared = self.elements.get(name)
        return declared is not None and self._form(declared) is _as_number

    def typed_value(self, axis: str, text: str) -> str:
        """A text on a typed axis in a form that equal values share, by the element that holds its values."""
        declared = self.elements.get(axis)
        ident = "" if declared is None else declared.get(_DOMAIN, "").partition("#")[2]
        domain = self.by_id.get(ident)
        return text if domain is None else self._form(domain)(text)

    def attribute_value(self, element: str, name: str, text: str) -> str:
        """A text of an attribute in a form that equal values share."""
        declared = self.uses(element).get(name)
        if declared is None:
            declared = self.attributes.get(name)
        return text if declared is None else self._form(declared)(text)

    def default_text(self, name: str) -> str:
        """What an empty element stands for."""
        declared = self.elements.get(name)
        return "" if declared is None else _default(declared)

    def default_attributes(self, element: str) -> dict[str, str]:
        """The attributes an element has even where they aren't written."""
        found = ((name, _default(use)) for name, use in self.uses(element).items())
        return {name: text for name, text in found if text}

    def uses(self, element: str) -> dict[str, etree._Element]:
        """The attributes that the type of an element declares, the most derived first."""
        declared = self.elements.get(element)
        found: dict[str, etree._Element] = {}
        for kind in self._chain(declared) if declared is not None else ():
            for use in kind.iter(f"{{{XS}}}attribute"):
                reference = use.get("ref")
                name = use.get("name", "") if reference is None else clark(reference, use.nsmap)
                found.setdefault(name, use)
        return found

    def _form(self, declared: etree._Element) -> Callable[[str], str]:
        reference = declared.get("ref")
        if reference is not None:
            declared = self.attributes.get(clark(reference, declared.nsmap), declared)
        nodes = [declared, *self._chain(declared)]
        return _form_of(_builtin(nodes[-1]))

    def _chain(self, declared: etree._Element) -> list[etree._Element]:
        """The types of a declaration, the most derived first, as far as they are declared here."""
        found: list[etree._Element] = []
        node = _type_node(declared, self.types)
        while node is not None and len(found) < _DEPTH:
            found.append(node)
            node = _type_node(node, self.types)
        return found


def _named(target: str, root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for node in root.iter(f"{{{XS}}}element"):
        if node.get("name"):
            yield node.get("name", ""), node
            yield f"{{{target}}}{node.get('name')}", node


def _globals(held: Iterable[tuple[str, etree._Element]], tag: str) -> dict[str, etree._Element]:
    return {
        f"{{{target}}}{node.get('name')}" if target else node.get("name", ""): node
        for target, root in held
        for node in root.iterchildren(f"{{{XS}}}{tag}")
    }


def _default(declared: etree._Element) -> str:
    return declared.get("default") or declared.get("fixed") or ""


def _base(node: etree._Element) -> str:
    """The type that a declaration names, or that a type is derived from."""
    if node.get("type"):
        return clark(node.get("type", ""), node.nsmap)
    derived = next(node.iter(*_DERIVED), None)
    return "" if derived is None else clark(derived.get("base", ""), derived.nsmap)


def _type_node(node: etree._Element, types: Mapping[str, etree._Element]) -> etree._Element | None:
    """The declared type next to a declaration, or below a type."""
    if node.tag not in _INLINE and not node.get("type"):
        return next(node.iterchildren(*_INLINE), None)
    return types.get(_base(node))


def _builtin(node: etree._Element) -> str:
    """The built-in type that a declaration or type comes down to, empty where it is none."""
    base = _base(node)
    if namespace(base) == XBRLI:
        name = local(base).removesuffix("ItemType")
        return _ITEMS.get(name, name)
    return local(base) if namespace(base) == XS else ""


NO_TYPES = SchemaTypes()
