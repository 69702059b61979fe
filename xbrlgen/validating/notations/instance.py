"""Plain instances: an ``xbrli:xbrl`` document to facts."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from attrs import evolve
from lxml import etree

from xbrlgen.validating.facts import Aspects, Dimension, Instance, Reported, UnitKey
from xbrlgen.validating.files.shelf import join, join_folder
from xbrlgen.validating.files.xml import clark, elements, line_of, text_of
from xbrlgen.validating.names import LINK, XBRLDI, XBRLI, XLINK, XML, XSI
from xbrlgen.validating.notations.numerals import decimal_of
from xbrlgen.validating.notations.schematypes import NEVER_EQUAL, NO_TYPES, SchemaTypes

# Decimals, as numbers have (see `numerals`).
_LIMIT = 1000
# Values that floating-point types may have; they take part in no sum
_NOT_FINITE = frozenset({"INF", "-INF", "NaN"})


class Registry:
    """Contexts and units met so far, each distinct one once."""

    def __init__(self, types: SchemaTypes = NO_TYPES) -> None:
        self.types = types
        self.aspects: dict[Aspects, int] = {}
        self.units: dict[UnitKey, int] = {}
        self.contexts: dict[str, int] = {}
        self.units_by_id: dict[str, int] = {}

    def add_context(self, name: str, aspects: Aspects) -> None:
        """Remember a context under its written name."""
        self.contexts[name] = self.aspects.setdefault(aspects, len(self.aspects))

    def add_unit(self, name: str, unit: UnitKey) -> None:
        """Remember a unit under its written name."""
        self.units_by_id[name] = self.units.setdefault(unit, len(self.units))

    def instance(
        self,
        files: tuple[str, ...],
        facts: list[Reported],
        references: tuple[str, ...],
        prefixes: dict[str, str],
    ) -> Instance:
        """All of it as a value."""
        return Instance(
            files, tuple(facts), tuple(self.aspects), tuple(self.units), references,
            self.contexts, self.units_by_id, prefixes,
        )  # fmt: skip


def read_instance(root: etree._Element, name: str, types: SchemaTypes = NO_TYPES) -> Instance:
    """All facts of a plain instance, understood by what its schemas say of values."""
    registry = Registry(types)
    take_resources(root, registry)
    facts: list[Reported] = []
    _take_facts(root, registry, facts, ())
    return registry.instance((name,), facts, references(root, name), prefixes(root))


def prefixes(root: etree._Element) -> dict[str, str]:
    """Prefixes the document gives to namespaces."""
    return {uri: prefix for prefix, uri in root.nsmap.items() if prefix}


def references(root: etree._Element, name: str) -> tuple[str, ...]:
    """The schemas and linkbases a report names, as addresses, and the files of its roles and arcroles."""
    tags = [f"{{{LINK}}}{tag}" for tag in ("schemaRef", "linkbaseRef", "roleRef", "arcroleRef")]
    found = [
        join(xml_base(element, name), element.get(f"{{{XLINK}}}href", "").partition("#")[0])
        for element in elements(root, *tags)
    ]
    return tuple(dict.fromkeys(found))


def xml_base(element: etree._Element, name: str) -> str:
    """What relative addresses at an element start from: the document, or the ``xml:base`` in scope."""
    bases = [base for node in (element, *element.iterancestors()) if (base := node.get(f"{{{XML}}}base"))]
    for base in reversed(bases):
        name = join_folder(name, base)
    return name


def take_resources(root: etree._Element, registry: Registry) -> None:
    """Read every context and unit of a document."""
    for context in elements(root, f"{{{XBRLI}}}context"):
        registry.add_context(context.get("id", ""), _read_context(context, registry.types))
    for unit in elements(root, f"{{{XBRLI}}}unit"):
        registry.add_unit(unit.get("id", ""), _read_unit(unit))


def _read_context(context: etree._Element, types: SchemaTypes = NO_TYPES) -> Aspects:
    """What a context says."""
    texts = {etree.QName(node).localname: (node.text or "").strip() for node in context.iter(f"{{{XBRLI}}}*")}
    scheme = next((str(node.get("scheme", "")) for node in context.iter(f"{{{XBRLI}}}identifier")), "")
    dimensions, rest = _read_dimensions(context, types)
    return Aspects(
        (scheme, texts.get("identifier", "")),
        moment(texts.get("startDate", ""), is_end=False),
        moment(texts.get("endDate") or texts.get("instant", ""), is_end=True),
        dimensions,
        rest,
    )


def _read_dimensions(context: etree._Element, types: SchemaTypes) -> tuple[frozenset[Dimension], str]:
    dimensions, rest = [], []
    for holder in elements(context, f"{{{XBRLI}}}segment", f"{{{XBRLI}}}scenario"):
        for member in holder.iterchildren("*"):
            if etree.QName(member).namespace == XBRLDI:
                dimensions.append(_read_member(member, types))
            else:
                rest.append(etree.QName(holder).localname + _canonical(member, types))
    return frozenset(dimensions), "\n".join(rest)


def _read_member(member: etree._Element, types: SchemaTypes) -> Dimension:
    axis = clark(member.get("dimension", ""), member.nsmap)
    if etree.QName(member).localname == "explicitMember":
        return Dimension(axis, clark(member.text or "", member.nsmap))
    content = next(iter(member.iterchildren("*")), None)
    return Dimension(axis, "" if content is None else _canonical(content, types), typed=True)


def _canonical(element: etree._Element, types: SchemaTypes = NO_TYPES) -> str:
    """An element's content in a form in which equal content is equal text (XBRL 2.1, 4.10)."""
    tag = etree.QName(element).text
    written = {str(key): str(value) for key, value in element.attrib.items()}
    held = types.default_attributes(tag) | written
    values = [types.element_value(tag, element.text or types.default_text(tag))]
    values += [f"{key}={types.attribute_value(tag, key, value)}" for key, value in sorted(held.items())]
    own = "".join(element.getroottree().getpath(element) for value in values if value.endswith(NEVER_EQUAL))
    inner = "".join(_canonical(child, types) for child in element.iterchildren("*"))
    return f"<{tag}{own} {' '.join(values[1:])}>{values[0]}{inner}"


def moment(text: str, *, is_end: bool) -> str:
    """A date or time as a moment; a bare date at the end of a period is the midnight after it.

    >>> moment("2013-12-31", is_end=True), moment("2014-01-01", is_end=False), moment("forever", is_end=True)
    ('2014-01-01T00:00:00', '2014-01-01T00:00:00', 'forever')
    """
    text, is_end = (text[:10], True) if text.endswith("T24:00:00") else (text, is_end)
    try:
        when = datetime.fromisoformat(text)
        return (when + timedelta(days=1) if is_end and "T" not in text else when).isoformat()
    except (ValueError, OverflowError):
        return text


def _read_unit(unit: etree._Element) -> UnitKey:
    """What a unit says."""
    below = [
        clark(node.text or "", node.nsmap)
        for node in elements(unit, f"{{{XBRLI}}}measure")
        if any(True for _ in node.iterancestors(f"{{{XBRLI}}}unitDenominator"))
    ]
    every = [clark(node.text or "", node.nsmap) for node in elements(unit, f"{{{XBRLI}}}measure")]
    above = list(every)
    for measure in below:
        above.remove(measure)
    return UnitKey(tuple(sorted(above)), tuple(sorted(below)))


def _take_facts(
    parent: etree._Element, registry: Registry, facts: list[Reported], scope: tuple[int, ...]
) -> None:
    for element in parent.iterchildren("*"):
        name = etree.QName(element)
        if name.namespace in (XBRLI, LINK):
            continue
        if element.get("contextRef") is not None:
            facts.append(_read_fact(element, registry, len(facts), scope))
        elif not is_nil(element):
            _take_facts(element, registry, facts, (*scope, line_of(element) * 1000 + len(facts)))


def _read_fact(element: etree._Element, registry: Registry, index: int, scope: tuple[int, ...]) -> Reported:
    text = text_of(element) or ("" if is_nil(element) else registry.types.default_text(str(element.tag)))
    found = fact_by_attributes(element, registry, index, str(element.tag), decimal_of(text), text, scope)
    is_fraction = next(element.iterchildren("*"), None) is not None
    return evolve(found, is_numeric=False, value=None, problem="") if is_fraction else found


def fact_by_attributes(  # noqa: PLR0913, PLR0917 - the parts of a fact as its two notations give them
    element: etree._Element,
    registry: Registry,
    index: int,
    concept: str,
    value: Decimal | None,
    text: str,
    scope: tuple[int, ...] = (),
    file: int = 0,
) -> Reported:
    """A fact from the attributes that plain and inline notation share, and its value."""
    unit, numeric = element.get("unitRef", "").strip(), element.get("unitRef") is not None
    nil = is_nil(element)
    decimals, known, wrong = accuracy(*_given_accuracy(element, concept, registry.types), value)
    context = element.get("contextRef", "").strip()
    return Reported(
        index=index,
        concept=concept,
        aspects=registry.contexts.get(context, -1),
        measure=registry.units_by_id.get(unit, -1) if numeric else -1,
        value=value if numeric and not nil else None,
        decimals=decimals,
        is_nil=nil,
        is_numeric=numeric,
        has_accuracy=known,
        scope=scope,
        context=context,
        unit=unit,
        id=element.get("id", ""),
        text=text if numeric else text[:200],
        file=file,
        line=line_of(element),
        problem=_missing(element, registry) or (_unread(value, text) or wrong if numeric and not nil else ""),
    )


def _unread(value: Decimal | None, text: str) -> str:
    """What is wrong with a number that can't be read."""
    return "" if value is not None or text.strip() in _NOT_FINITE else "its value is not a number"


def _missing(element: etree._Element, registry: Registry) -> str:
    """What a fact refers to that is not in the report."""
    context, unit = element.get("contextRef", "").strip(), element.get("unitRef")
    if context not in registry.contexts:
        return f"its context {context!r} is not in the report"
    if unit is not None and unit.strip() not in registry.units_by_id:
        return f"its unit {unit!r} is not in the report"
    return ""


def _given_accuracy(
    element: etree._Element, concept: str, types: SchemaTypes
) -> tuple[str | None, str | None]:
    """The decimals and precision written at a fact, or else those its type gives it."""
    decimals, precision = element.get("decimals"), element.get("precision")
    if decimals is not None or precision is not None or types is NO_TYPES:
        return decimals, precision
    implied = types.default_attributes(concept)
    return implied.get("decimals"), implied.get("precision")


def is_nil(element: etree._Element) -> bool:
    """Whether an element says that it is nil."""
    return element.get(f"{{{XSI}}}nil", "").strip() in ("true", "1")


def accuracy(
    decimals: str | None, precision: str | None, value: Decimal | None
) -> tuple[int | None, bool, str]:
    """Decimals of a fact (None: exact), whether its accuracy is known, and what is wrong with it.

    >>> accuracy("-3", None, None), accuracy(None, "4", Decimal(1234567)), accuracy(None, "0", Decimal(1))
    ((-3, True, ''), (-3, True, ''), (None, False, ''))
    """
    given = decimals if decimals is not None else precision
    if given is None:
        return None, True, "it has neither decimals nor precision"
    if given.strip() == "INF":
        return None, True, ""
    number = decimal_of(given)
    if number is None or number != number.to_integral_value() or abs(number) > _LIMIT:
        return None, True, f"its accuracy {given!r} is neither a whole number (of up to {_LIMIT}) nor INF"
    if decimals is not None:
        return int(number), True, ""
    if number == 0:
        return None, False, ""
    return (int(number) - value.adjusted() - 1 if value else None), True, ""
