"""xBRL-JSON reports to facts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from xbrlgen.validating.errors import UnreadableError
from xbrlgen.validating.facts import Aspects, Dimension, Instance, Reported, UnitKey
from xbrlgen.validating.instance import Registry, moment
from xbrlgen.validating.names import XBRLI
from xbrlgen.validating.numerals import decimal_of
from xbrlgen.validating.shelf import join
from xbrlgen.validating.xml import clark

# What a number without a unit is measured in (OIM 1.0).
_NO_UNIT = "xbrli:pure"
_CORE = frozenset({"concept", "entity", "period", "unit", "language", "noteId"})


def read_json(data: bytes, name: str) -> Instance:
    """All facts of an xBRL-JSON report."""
    report = _load(data, name)
    info = report.get("documentInfo")
    facts = report.get("facts", {})
    if not isinstance(info, dict) or not isinstance(facts, dict):
        msg = f"{name}: not xBRL-JSON: documentInfo and facts must be objects"
        raise UnreadableError(msg)
    spaces: dict[str | None, str] = dict(info.get("namespaces", {}))
    registry = Registry()
    held = [
        _read_fact(key, fact, index, registry, spaces)
        for index, (key, fact) in enumerate(facts.items())
        if isinstance(fact, dict)
    ]
    taxonomy = tuple(join(name, str(address)) for address in info.get("taxonomy", ()))
    return registry.instance((name,), held, taxonomy, {uri: str(prefix) for prefix, uri in spaces.items()})


def _load(data: bytes, name: str) -> Mapping[str, Any]:
    try:
        report = json.loads(data)
    except ValueError as error:
        msg = f"{name}: not valid JSON: {error}; get the whole file, or write it anew"
        raise UnreadableError(msg) from error
    if not isinstance(report, dict):
        msg = f"{name}: not xBRL-JSON: expected an object"
        raise UnreadableError(msg)
    return report


def _read_fact(
    key: str, fact: Mapping[str, Any], index: int, registry: Registry, spaces: Mapping[str | None, str]
) -> Reported:
    dimensions = {str(axis): value for axis, value in fact.get("dimensions", {}).items()}
    aspects, context = _aspects(dimensions, spaces), _context_name(dimensions)
    registry.add_context(context, aspects)
    unit, text = str(dimensions.get("unit", _NO_UNIT)), fact.get("value")
    numeric = "unit" in dimensions or "decimals" in fact
    measure = _unit(unit, {"xbrli": XBRLI, **spaces})
    if numeric:
        registry.add_unit(unit, measure)
    value = decimal_of(text) if numeric and isinstance(text, str) else None
    decimals = fact.get("decimals")
    return Reported(
        index=index,
        concept=clark(str(dimensions.get("concept", "")), spaces),
        aspects=registry.aspects[aspects],
        measure=registry.units[measure] if numeric else -1,
        value=value,
        decimals=decimals if isinstance(decimals, int) else None,
        is_nil=text is None,
        is_numeric=numeric,
        context=context,
        unit=unit if numeric else "",
        id=key,
        text="" if text is None else str(text)[:200],
        problem="its value is not a number" if numeric and text is not None and value is None else "",
    )


def _context_name(dimensions: Mapping[str, Any]) -> str:
    """A name for a context that has none: its aspects, written out."""
    held = {axis: value for axis, value in dimensions.items() if axis not in ("concept", "unit", "language")}
    return "; ".join(f"{axis}={value}" for axis, value in sorted(held.items()))


def _aspects(dimensions: Mapping[str, Any], spaces: Mapping[str | None, str]) -> Aspects:
    scheme, _, identifier = str(dimensions.get("entity", "")).partition(":")
    start, _, end = str(dimensions.get("period", "forever")).rpartition("/")
    taxonomy = {axis: value for axis, value in dimensions.items() if axis not in _CORE}
    return Aspects(
        (spaces.get(scheme, scheme), identifier),
        moment(start, is_end=False),
        moment(end, is_end=True) if "T" not in end else end,
        frozenset(_dimension(axis, value, spaces) for axis, value in taxonomy.items()),
    )


def _dimension(axis: str, value: object, spaces: Mapping[str | None, str]) -> Dimension:
    text = "" if value is None else str(value)
    is_name = re.fullmatch(r"[\w.-]+:[\w.-]+", text) is not None and text.partition(":")[0] in spaces
    return Dimension(clark(axis, spaces), clark(text, spaces) if is_name else text, typed=not is_name)


def _unit(text: str, spaces: Mapping[str | None, str]) -> UnitKey:
    above, _, below = text.partition("/")
    return UnitKey(_measures(above, spaces), _measures(below, spaces))


def _measures(text: str, spaces: Mapping[str | None, str]) -> tuple[str, ...]:
    return tuple(sorted(clark(one, spaces) for one in text.strip("()").split("*") if one))
