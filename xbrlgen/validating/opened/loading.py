"""An opened report to facts and taxonomy."""

from __future__ import annotations

import re

from attrs import frozen

from xbrlgen.validating.facts import Instance
from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.names import XSI
from xbrlgen.validating.notations.inline import read_pages
from xbrlgen.validating.notations.instance import read_instance
from xbrlgen.validating.notations.numerals import decimal_of
from xbrlgen.validating.notations.oim import read_json
from xbrlgen.validating.notations.schematypes import NO_TYPES, SchemaTypes
from xbrlgen.validating.opened.opening import Entry, Notation
from xbrlgen.validating.taxonomy.dts import Dts, discover


@frozen
class Loaded:
    """A report with what its taxonomy says."""

    entry: Entry
    instance: Instance
    dts: Dts


def load(entry: Entry, shelf: Shelf) -> Loaded:
    """Read a report and discover its taxonomy."""
    instance = _read(entry, NO_TYPES)
    whole = Shelf((*entry.rules, *shelf.rules))
    starts = (
        [str(path) for path in entry.files] if entry.notation is Notation.TAXONOMY else instance.references
    )
    dts = discover(starts, whole, instance)
    return Loaded(
        entry, _read(entry, dts.types) if _needs_types(entry, instance, dts.types) else instance, dts
    )


# Numbers of a plain instance that lean on what their type says of them
_BARE = "boolean(//*[@unitRef and (not(@decimals or @precision) or not(node())) and not(@xsi:nil)])"
_ELEMENTS = re.compile(r"<((?:\{[^}]*\})?[^\s<>]+)")


def _needs_types(entry: Entry, instance: Instance, types: SchemaTypes) -> bool:
    """Whether anything in a report means what it means only by its schemas: segments, defaults."""
    if entry.notation is Notation.JSON:
        bare = any(not fact.is_numeric and decimal_of(fact.text) is not None for fact in instance.facts)
        return bare or any(axis.typed for one in instance.aspects for axis in one.dimensions)
    texts = [one.rest for one in instance.aspects if one.rest]
    texts += [axis.value for one in instance.aspects for axis in one.dimensions if axis.typed]
    if any(name in types.elements for text in texts for name in _ELEMENTS.findall(text)):
        return True
    plain = entry.roots if entry.notation is Notation.PLAIN else ()
    return any(root.xpath(_BARE, namespaces={"xsi": XSI}) for root in plain)


def _read(entry: Entry, types: SchemaTypes) -> Instance:
    names = [str(path) for path in entry.files]
    if entry.notation is Notation.TAXONOMY:
        return Instance(tuple(names), (), ())
    if entry.notation is Notation.JSON:
        return read_json(entry.files[0].read_bytes(), names[0], types)
    if entry.notation is Notation.PLAIN:
        return read_instance(entry.roots[0], names[0], types)
    return read_pages(list(zip(names, entry.roots, strict=True)), types)
