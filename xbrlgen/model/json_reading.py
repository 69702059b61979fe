"""The fact model from xBRL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from html import escape
from typing import Any, Final, TypeVar
from urllib.parse import urljoin

from attrs import field, frozen

from xbrlgen.model.aspects import PURE, Dimension, Entity, Member, TypedMember, Unit
from xbrlgen.model.checks import ModelError, must
from xbrlgen.model.concept import Balance, Concept, PeriodType, QName
from xbrlgen.model.fact import Fact
from xbrlgen.model.itemtypes import NAMES, base_of
from xbrlgen.model.json_writing import DOCUMENT_TYPE, GROUPS, OWN, TYPES
from xbrlgen.model.period import Period
from xbrlgen.model.prefixes import NO_ENTITY, OIM
from xbrlgen.model.report import Footnote, Link, Report, is_fragment

_CORE: Final = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})
_NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?")
_UNIT: Final = re.compile(r"(?P<above>\([^()/]+\)|[^()/*]+|[^()/]+)(/(?P<below>\([^()/]+\)|[^()/*]+))?")

_FOREVER: Final = Period.forever()

T = TypeVar("T")
Lookup = Callable[[QName], Concept | None]


def loads(text: str | bytes, concept: Lookup | None = None) -> Report:
    """The report that xBRL-JSON holds; ``concept`` finds the concepts that the text doesn't declare.

    A dimension is typed where the text says so, and else where its value is no name with a known prefix.
    """
    whole = _parsed(text)
    info = _expect(whole.get("documentInfo"), dict, "/documentInfo")
    kind = info.get("documentType")
    must(kind == DOCUMENT_TYPE, "/documentInfo/documentType", repr(kind), DOCUMENT_TYPE)
    return _Reading.of(whole, info, concept).report()


def _parsed(text: str | bytes) -> dict[str, Any]:
    try:
        whole = json.loads(text, object_pairs_hook=_each_key_once)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ModelError("/", f"no JSON: {error}", "an xBRL-JSON document") from error
    return _expect(whole, dict, "/")


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        must(key not in found, key, "the key twice in one object", "each key once")
        found[key] = value
    return found


def _expect(value: Any, kind: type[T], path: str) -> T:
    if not isinstance(value, kind):
        raise ModelError(path, repr(value)[:80], f"a {kind.__name__}")
    return value


def _once(known: dict[str, T], text: str, read: Callable[[str], T]) -> T:
    """What a text says, read when it is first met."""
    found = known.get(text)
    if found is None:
        found = known[text] = read(text)
    return found


@frozen
class _Reading:
    """The parsed text, what its short names stand for, and what was read by how it is written.

    So facts share the objects that say what they are about, which makes them quick to write, too.
    """

    whole: dict[str, Any]
    info: dict[str, Any]
    namespaces: dict[str, str]
    types: dict[str, str]
    groups: dict[str, str]
    concepts: dict[QName, Concept]
    typed: frozenset[QName] | None
    lookup: Lookup | None
    names: dict[str, QName] = field(init=False, factory=dict)
    entities: dict[str, Entity] = field(init=False, factory=dict)
    units: dict[str, Unit] = field(init=False, factory=dict)
    periods: dict[str, Period] = field(init=False, factory=dict)

    @classmethod
    def of(cls, whole: dict[str, Any], info: dict[str, Any], lookup: Lookup | None) -> _Reading:
        namespaces = {"xbrl": OIM} | _strings(info, "namespaces")
        own = next((prefix for prefix, uri in namespaces.items() if uri == OWN.namespace), OWN.prefix)
        types = _turned(TYPES) | _strings(info, "linkTypes")
        groups = _turned(GROUPS) | _strings(info, "linkGroups")
        bare = cls(whole, info, namespaces, types, groups, {}, None, lookup)
        declared = _expect(whole.get(f"{own}:concepts", {}), dict, f"/{own}:concepts")
        known = [bare.concept(name, about) for name, about in declared.items()]
        typed = whole.get(f"{own}:typed")
        axes = None if typed is None else frozenset(bare.name(axis, "/typed") for axis in typed)
        return cls(whole, info, namespaces, types, groups, {each.name: each for each in known}, axes, lookup)

    def report(self) -> Report:
        base = self.info.get("baseURL", "")
        taxonomy = _expect(self.info.get("taxonomy"), list, "/documentInfo/taxonomy")
        facts = _expect(self.whole.get("facts", {}), dict, "/facts")
        notes = {key for key, fact in facts.items() if self._is_note(fact)}
        return Report(
            facts=[_located(key, self.fact, fact) for key, fact in facts.items() if key not in notes],
            taxonomy=[urljoin(base, address) for address in taxonomy],
            footnotes=[_located(key, _note, facts[key]) for key in notes],
            links=[link for key, fact in facts.items() for link in self.links(key, fact)],
        )

    def _is_note(self, fact: Any) -> bool:
        dimensions = fact.get("dimensions") if isinstance(fact, dict) else None
        name = dimensions.get("concept") if isinstance(dimensions, dict) else None
        prefix, _, local = name.partition(":") if isinstance(name, str) else ("", "", "")
        return local == "note" and self.namespaces.get(prefix) == OIM

    def name(self, text: Any, path: str) -> QName:
        return _once(self.names, _expect(text, str, path), lambda text: self._named(text, path))

    def _named(self, text: str, path: str) -> QName:
        prefix, colon, local = text.partition(":")
        must(colon and prefix in self.namespaces, path, repr(text), "a name whose prefix is in /documentInfo")
        return QName(prefix, local, self.namespaces[prefix])

    def concept(self, name: str, about: Mapping[str, Any]) -> Concept:
        balance = about.get("balance")
        return Concept(
            name=self.name(name, "/concepts"),
            type=about.get("type", ""),
            period_type=PeriodType(about.get("periodType")),
            balance=Balance(balance) if balance else None,
            substitution_group=about.get("substitutionGroup", "item"),
            label=about.get("label", ""),
            nillable=about.get("nillable", True),
            base=about.get("base", base_of(about.get("type", ""))),
        )

    def fact(self, key: str, fact: dict[str, Any]) -> Fact:
        dimensions = _expect(fact.get("dimensions"), dict, "dimensions")
        concept = self._known(self.name(dimensions.get("concept"), "dimensions/concept"))
        entity, period, measures = (self._told(dimensions, name) for name in ("entity", "period", "unit"))
        pure = PURE if concept.is_numeric else None
        unit = pure if measures is None else _once(self.units, measures, self._unit)
        return Fact(
            id=key,
            concept=concept,
            entity=NO_ENTITY if entity is None else _once(self.entities, entity, self._entity),
            period=_FOREVER if period is None else _once(self.periods, period, read_period),
            value=self._value(fact.get("value"), concept, unit),
            unit=unit,
            dimensions=[self._dimension(axis, dimensions[axis]) for axis in dimensions if axis not in _CORE],
            decimals=fact.get("decimals"),
            language=dimensions.get("language"),
        )

    def _told(self, dimensions: dict[str, Any], name: str) -> str | None:
        return None if dimensions.get(name) is None else _expect(dimensions[name], str, f"dimensions/{name}")

    def _known(self, name: QName) -> Concept:
        found = self.concepts.get(name) or (self.lookup(name) if self.lookup else None)
        if found is None:
            raise ModelError("dimensions/concept", name, "a concept that the text or `concept` declares")
        return found

    def _entity(self, text: str) -> Entity:
        prefix, colon, identifier = text.partition(":")
        must(colon and prefix in self.namespaces, "dimensions/entity", repr(text), "scheme:identifier")
        return Entity(identifier, self.namespaces[prefix])

    def _unit(self, text: str) -> Unit:
        match = _UNIT.fullmatch(text)
        if match is None:
            raise ModelError("dimensions/unit", repr(text), "measures as a*b/c or (a*b)/(c*d)")
        return Unit(self._measures(match["above"]), self._measures(match["below"]))

    def _measures(self, side: str | None) -> Iterable[QName]:
        measures = (side or "").strip("()").split("*")
        return [self.name(measure, "dimensions/unit") for measure in measures if measure]

    def _value(self, value: Any, concept: Concept, unit: Unit | None) -> Decimal | str | None:
        if value is None:
            return None
        text: str = _expect(value, str, "value")
        if unit is not None:
            return _number(text)
        if concept.base in NAMES:
            return " ".join(sorted(self.name(name, "value").expanded for name in text.split()))
        return text

    def _dimension(self, axis: str, value: Any) -> Dimension:
        name = self.name(axis, "dimensions")
        prefix, _, local = value.partition(":") if isinstance(value, str) else ("", "", "")
        looks_named = bool(local) and prefix in self.namespaces
        if name in self.typed if self.typed is not None else not looks_named:
            return TypedMember(name, value)
        return Member(name, self.name(value, f"dimensions/{axis}"))

    def links(self, source: str, fact: dict[str, Any]) -> Iterator[Link]:
        for kind, groups in fact.get("links", {}).items():
            must(kind in self.types, f"/facts/{source}/links", kind, "a type of /documentInfo/linkTypes")
            for group, targets in groups.items():
                must(
                    group in self.groups,
                    f"/facts/{source}/links",
                    group,
                    "a group of /documentInfo/linkGroups",
                )
                for target in targets:
                    yield Link(source, target, self.types[kind], self.groups[group])


def _located(key: str, make: Callable[[str, dict[str, Any]], Any], fact: Any) -> Any:
    try:
        return make(key, _expect(fact, dict, ""))
    except ModelError as error:
        raise ModelError(f"/facts/{key}: {error.field}", error.given, error.allowed) from error


def _note(key: str, fact: dict[str, Any]) -> Footnote:
    content, language = fact.get("value"), fact["dimensions"].get("language")
    must(isinstance(language, str), "dimensions/language", repr(language), "the language of the note")
    text: str = _expect(content, str, "value")
    # Some writers save plain words without escaping them; what is no XHTML can only be meant so.
    return Footnote(key, text if is_fragment(text) else escape(text, quote=False), language)


def _number(text: str) -> Decimal:
    must(_NUMBER.fullmatch(text.strip()), "value", repr(text), "a number")
    try:
        return Decimal(text.strip())
    except InvalidOperation as error:
        raise ModelError("value", repr(text), "a number of a size that can be held") from error


@lru_cache(maxsize=1024)
def read_period(text: str | None) -> Period:
    """The period that the Open Information Model writes so; nothing is forever.

    >>> str(read_period("2013-01-01T00:00:00/2013-04-01T00:00:00"))
    '2013-01-01 to 2013-03-31'
    """
    if text is None:
        return Period.forever()
    start, slash, end = text.rpartition("/")
    if not slash or start == end:
        return Period.instant(_moment(end))
    return Period.duration(_moment(start), _moment(end))


def _moment(text: str) -> datetime:
    allowed = "a date and time without zone, such as 2013-04-01T00:00:00"
    must(_MOMENT.fullmatch(text), "dimensions/period", repr(text), allowed)
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise ModelError("dimensions/period", repr(text), allowed) from error


def _strings(info: dict[str, Any], key: str) -> dict[str, str]:
    found = _expect(info.get(key, {}), dict, f"/documentInfo/{key}")
    return {alias: _expect(uri, str, f"/documentInfo/{key}/{alias}") for alias, uri in found.items()}


def _turned(aliases: Mapping[str, str]) -> dict[str, str]:
    return {alias: uri for uri, alias in aliases.items()}
