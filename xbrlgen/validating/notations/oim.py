"""xBRL-JSON reports to facts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from xbrlgen.validating.errors import UnreadableError
from xbrlgen.validating.facts import Aspects, Dimension, Instance, Reported, UnitKey
from xbrlgen.validating.files.shelf import join
from xbrlgen.validating.files.xml import clark
from xbrlgen.validating.names import XBRLI
from xbrlgen.validating.notations.instance import Registry, accuracy, moment
from xbrlgen.validating.notations.numerals import decimal_of
from xbrlgen.validating.notations.schematypes import NO_TYPES, SchemaTypes

# What a number without a unit is measured in (OIM 1.0).
_NO_UNIT = "xbrli:pure"
# Dates with times, one or two of them (xBRL-JSON 1.0, 3.2).
_MOMENT = r"\d{4,}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?"
_PERIOD = re.compile(rf"{_MOMENT}(?:/{_MOMENT})?")
_NOTE = "{https://xbrl.org/2021}note"
_CORE = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})


def read_json(data: bytes, name: str, types: SchemaTypes = NO_TYPES) -> Instance:
    """All facts of an xBRL-JSON report, understood by what its schemas say of values."""
    report = _object(_load(data, name), name, "the report")
    info = _object(report.get("documentInfo"), name, "documentInfo")
    facts = _object(report.get("facts", {}), name, "facts")
    spaces: dict[str | None, str] = {
        prefix: str(uri) for prefix, uri in _object(info.get("namespaces", {}), name, "namespaces").items()
    }
    registry = Registry(types)
    said = ((key, _dimensions(key, fact, name), fact) for key, fact in facts.items())
    numbered = enumerate(one for one in said if not _is_note(one[1], spaces))
    held = [
        _read_fact(key, dimensions, fact, index, registry, spaces)
        for index, (key, dimensions, fact) in numbered
    ]
    taxonomy = info.get("taxonomy", ())
    if isinstance(taxonomy, str) or not isinstance(taxonomy, Iterable):
        msg = f"{name}: not xBRL-JSON: taxonomy must be an array"
        raise UnreadableError(msg)
    addresses = tuple(join(name, str(address)) for address in taxonomy)
    return registry.instance((name,), held, addresses, {uri: str(prefix) for prefix, uri in spaces.items()})


def _load(data: bytes, name: str) -> object:
    try:
        return json.loads(data)
    except ValueError as error:
        msg = f"{name}: not valid JSON: {error}; get the whole file, or write it anew"
        raise UnreadableError(msg) from error
    except RecursionError as error:
        msg = f"{name}: nested too deep to be xBRL-JSON; write it anew"
        raise UnreadableError(msg) from error


def _object(given: object, name: str, what: str) -> Mapping[str, Any]:
    """An object of JSON, which this must be."""
    if isinstance(given, dict):
        return given
    msg = f"{name}: not xBRL-JSON: {what} must be an object"
    raise UnreadableError(msg)


def _is_note(dimensions: Mapping[str, Any], spaces: Mapping[str | None, str]) -> bool:
    """Whether a fact is the text of a footnote, which in xBRL-XML is none."""
    return clark(str(dimensions.get("concept", "")), spaces) == _NOTE


def _dimensions(key: str, fact: object, name: str) -> Mapping[str, Any]:
    where = f"facts.{key}"
    return _object(_object(fact, name, where).get("dimensions", {}), name, f"{where}.dimensions")


def _read_fact(
    key: str,
    dimensions: Mapping[str, Any],
    fact: Mapping[str, Any],
    index: int,
    registry: Registry,
    spaces: Mapping[str | None, str],
) -> Reported:
    aspects, context = _aspects(dimensions, spaces, registry.types), _context_name(dimensions)
    registry.add_context(context, aspects)
    unit, text = str(dimensions.get("unit", _NO_UNIT)), fact.get("value")
    concept = clark(str(dimensions.get("concept", "")), spaces)
    numeric = "unit" in dimensions or "decimals" in fact or registry.types.is_number(concept)
    value, decimals, problem = _amount(fact) if numeric else (None, None, "")
    return Reported(
        index=index,
        concept=concept,
        aspects=registry.aspects[aspects],
        measure=_measure(unit, registry, spaces) if numeric else -1,
        value=value,
        decimals=decimals,
        is_nil=text is None,
        is_numeric=numeric,
        context=context,
        unit=unit if numeric else "",
        id=key,
        text="" if text is None else str(text)[:200],
        problem=_unread(dimensions) or problem,
    )


def _measure(unit: str, registry: Registry, spaces: Mapping[str | None, str]) -> int:
    """The number of a unit, which the registry now has."""
    measure = _unit(unit, {"xbrli": XBRLI, **spaces})
    registry.add_unit(unit, measure)
    return registry.units[measure]


def _amount(fact: Mapping[str, Any]) -> tuple[Decimal | None, int | None, str]:
    """The value of a numeric fact, its accuracy, and what is wrong with them."""
    text = fact.get("value")
    value = decimal_of(text) if isinstance(text, str) else None
    decimals, wrong = _accuracy(fact.get("decimals"))
    return value, decimals, "its value is not a number" if text is not None and value is None else wrong


def _unread(dimensions: Mapping[str, Any]) -> str:
    """What is wrong with the period of a fact."""
    given = dimensions.get("period")
    well = given is None or (isinstance(given, str) and _PERIOD.fullmatch(given))
    return (
        "" if well else f"its period {given!r} is none of xBRL-JSON, which has dates with times, parted by /"
    )


def _accuracy(given: object) -> tuple[int | None, str]:
    """Decimals (None: exact) and what is wrong with them."""
    if given is None:
        return None, ""
    if not isinstance(given, int):
        return None, f"its decimals {given!r} are no number"
    found, _, wrong = accuracy(str(given), None, None)
    return found, wrong


def _context_name(dimensions: Mapping[str, Any]) -> str:
    """A name for a context that has none: its aspects, written out."""
    held = {axis: value for axis, value in dimensions.items() if axis not in ("concept", "unit", "language")}
    return "; ".join(f"{axis}={value}" for axis, value in sorted(held.items()))


def _aspects(dimensions: Mapping[str, Any], spaces: Mapping[str | None, str], types: SchemaTypes) -> Aspects:
    scheme, _, identifier = str(dimensions.get("entity", "")).partition(":")
    start, _, end = str(dimensions.get("period", "forever")).rpartition("/")
    taxonomy = {axis: value for axis, value in dimensions.items() if axis not in _CORE}
    return Aspects(
        (spaces.get(scheme, scheme), identifier),
        moment(start, is_end=False),
        moment(end, is_end=True),
        frozenset(_dimension(axis, value, spaces, types) for axis, value in taxonomy.items()),
    )


def _dimension(axis: str, value: object, spaces: Mapping[str | None, str], types: SchemaTypes) -> Dimension:
    text = "" if value is None else str(value)
    is_name = re.fullmatch(r"[\w.-]+:[\w.-]+", text) is not None and text.partition(":")[0] in spaces
    name = clark(axis, spaces)
    return Dimension(
        name, clark(text, spaces) if is_name else types.typed_value(name, text), typed=not is_name
    )


def _unit(text: str, spaces: Mapping[str | None, str]) -> UnitKey:
    above, _, below = text.partition("/")
    return UnitKey(_measures(above, spaces), _measures(below, spaces))


def _measures(text: str, spaces: Mapping[str | None, str]) -> tuple[str, ...]:
    return tuple(sorted(clark(one, spaces) for one in text.strip("()").split("*") if one))
