"""An opened report to facts and taxonomy."""

from __future__ import annotations

from attrs import frozen

from xbrlgen.validating.dts import Dts, discover
from xbrlgen.validating.facts import Instance
from xbrlgen.validating.inline import read_pages
from xbrlgen.validating.instance import read_instance
from xbrlgen.validating.oim import read_json
from xbrlgen.validating.opening import Entry, Notation
from xbrlgen.validating.shelf import Shelf


@frozen
class Loaded:
    """A report with what its taxonomy says."""

    entry: Entry
    instance: Instance
    dts: Dts


def load(entry: Entry, shelf: Shelf) -> Loaded:
    """Read a report and discover its taxonomy."""
    instance = _read(entry)
    whole = Shelf((*entry.rules, *shelf.rules))
    starts = (
        [str(path) for path in entry.files] if entry.notation is Notation.TAXONOMY else instance.references
    )
    return Loaded(entry, instance, discover(starts, whole, instance))


def _read(entry: Entry) -> Instance:
    names = [str(path) for path in entry.files]
    if entry.notation is Notation.TAXONOMY:
        return Instance(tuple(names), (), ())
    if entry.notation is Notation.JSON:
        return read_json(entry.files[0].read_bytes(), names[0])
    if entry.notation is Notation.PLAIN:
        return read_instance(entry.roots[0], names[0])
    return read_pages(list(zip(names, entry.roots, strict=True)))
