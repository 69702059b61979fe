"""Linkbases to relationships: locators resolved, prohibited and overridden arcs taken away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen
from lxml import etree

from xbrlgen.validating.files.shelf import join
from xbrlgen.validating.files.xml import line_of, text_of
from xbrlgen.validating.names import SUMMATION_10, SUMMATION_11, XLINK
from xbrlgen.validating.notations.instance import xml_base
from xbrlgen.validating.notations.numerals import decimal_of
from xbrlgen.validating.notations.schematypes import NO_TYPES, SchemaTypes
from xbrlgen.validating.outcomes import Arc, Network

_EXEMPT = frozenset({"use", "priority"})


@frozen
class Relation:
    """One relationship between two concepts (or from a concept to the text of a label).

    ``base`` is the base set: arcrole, link role, link and arc element; ``attributes`` are those that make
    two arcs the same or not; ``order`` sorts siblings.
    """

    base: tuple[str, str, str, str]
    source: str
    target: str
    attributes: tuple[tuple[str, str], ...]
    use: str
    priority: int
    file: int
    line: int
    text: str = ""

    @property
    def arcrole(self) -> str:
        """What the relationship means."""
        return self.base[0]

    @property
    def role(self) -> str:
        """The link role it stands in."""
        return self.base[1]

    def get(self, name: str) -> str:
        """An attribute of the arc (``weight``, ``preferredLabel``), empty where it has none."""
        return next((value for key, value in self.attributes if key == name), "")

    @property
    def order(self) -> Decimal:
        """The place among siblings."""
        return decimal_of(self.get("order") or "1") or Decimal(0)


Naming = Callable[[str], str]
Resource = tuple[str, str, str]


def read_links(root: etree._Element, name: str, file: int, naming: Naming) -> Iterator[Relation]:
    """All relationships of the extended links in a document; ``naming`` turns an address into a concept."""
    for link in root.iter(etree.Element):
        if link.get(f"{{{XLINK}}}type") == "extended":
            yield from _read_link(link, name, file, naming)


def _read_link(link: etree._Element, name: str, file: int, naming: Naming) -> Iterator[Relation]:
    ends: dict[str, list[Resource]] = defaultdict(list)
    for child in link.iterchildren("*"):
        kind = child.get(f"{{{XLINK}}}type")
        label = child.get(f"{{{XLINK}}}label", "")
        if kind == "locator":
            where = join(xml_base(child, name), child.get(f"{{{XLINK}}}href", ""))
            ends[label].append((naming(where), "", ""))
        elif kind == "resource":
            ends[label].append(("", text_of(child).strip(), child.get(f"{{{XLINK}}}role", "")))
    for child in link.iterchildren("*"):
        if child.get(f"{{{XLINK}}}type") == "arc":
            yield from _read_arc(child, link, ends, file)


def _read_arc(
    arc: etree._Element, link: etree._Element, ends: dict[str, list[Resource]], file: int
) -> Iterator[Relation]:
    base = (
        arc.get(f"{{{XLINK}}}arcrole", ""),
        link.get(f"{{{XLINK}}}role", ""),
        str(link.tag),
        str(arc.tag),
    )
    own = {str(key): str(value) for key, value in arc.attrib.items() if _counts(str(key))}
    for source, _, _ in ends.get(arc.get(f"{{{XLINK}}}from", ""), []):
        for target, text, role in ends.get(arc.get(f"{{{XLINK}}}to", ""), []):
            attributes = own | ({"labelRole": role} if text or role else {})
            yield Relation(
                base, source, target, tuple(sorted(attributes.items())), arc.get("use", "optional"),
                int(decimal_of(arc.get("priority", "0")) or 0), file, line_of(arc), text,
            )  # fmt: skip


def _counts(key: str) -> bool:
    return not key.startswith(f"{{{XLINK}}}") and key not in _EXEMPT


def settle(relations: Iterable[Relation], types: SchemaTypes = NO_TYPES) -> list[Relation]:
    """What is left when prohibitions and overrides have been applied, in the order of first mention."""
    held: dict[object, list[Relation]] = {}
    for relation in relations:
        held.setdefault(_sameness(relation, types), []).append(relation)
    winners = (max(same, key=lambda one: (one.priority, one.use == "prohibited")) for same in held.values())
    return [winner for winner in winners if winner.use != "prohibited" and winner.source]


def _sameness(relation: Relation, types: SchemaTypes) -> object:
    """What equivalent relationships share (XBRL 2.1, 3.5.3.9.7.4)."""
    arc = relation.base[3]
    attributes = tuple((key, _value(arc, key, value, types)) for key, value in relation.attributes)
    implied = () if relation.get("order") else (("order", Decimal(1)),)
    return relation.base, relation.source, relation.target, relation.text, frozenset((*attributes, *implied))


def _value(arc: str, key: str, value: str, types: SchemaTypes) -> object:
    return decimal_of(value) if key in ("order", "weight") else types.attribute_value(arc, key, value)


def networks(relations: Sequence[Relation]) -> tuple[Network, ...]:
    """The calculation networks: one for every total of every base set."""
    held: dict[tuple[tuple[str, str, str, str], str], list[Relation]] = {}
    for relation in relations:
        if relation.arcrole in (SUMMATION_10, SUMMATION_11) and relation.target:
            held.setdefault((relation.base, relation.source), []).append(relation)
    return tuple(_network(base, total, found) for (base, total), found in held.items())


def _network(base: tuple[str, str, str, str], total: str, relations: list[Relation]) -> Network:
    arcs = tuple(
        Arc(one.target, decimal_of(one.get("weight") or "1") or Decimal(0), one.file, one.line)
        for one in sorted(relations, key=lambda one: one.order)
    )
    return Network(base[1], total, arcs, "1.1" if base[0] == SUMMATION_11 else "1.0")
