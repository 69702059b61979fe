"""Where standard namespaces and item types are declared: the official addresses."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from xbrlgen.model.itemtypes import BASES
from xbrlgen.taxonomy.editions import Edition, data_folder, read_editions
from xbrlgen.taxonomy.files.typehomes import BASE, TypeHome, home_of

__all__ = ["BASE", "TypeHome", "home_of_type", "schema_of"]


# Own concepts have types of the registry, also where the standard taxonomy still had types of its own.
_REGISTRY_FROM = 2011
_FULL_REGISTRY_FROM = 2023
_FIRST = "perShare percent area volume mass weight energy power length memory domain escaped xml textBlock"
_FIRST_TYPES = frozenset(f"{word}ItemType" for word in _FIRST.split())


@lru_cache(maxsize=256)
def _edition(namespace: str) -> Edition | None:
    editions = (edition for family in read_editions(data_folder()).values() for edition in family)
    return next((edition for edition in editions if edition.namespace == namespace), None)


def schema_of(namespace: str, others: Iterable[str] = ()) -> str | None:
    """The address of the schema that declares a standard namespace, else the one of ``others`` like it.

    >>> schema_of("http://fasb.org/us-gaap/2013-01-31")
    'http://xbrl.fasb.org/us-gaap/2013/elts/us-gaap-2013-01-31.xsd'
    """
    if edition := _edition(namespace):
        return edition.address
    host = namespace.partition("://")[2].rstrip("/")
    return next((schema for schema in others if host and host in schema), None)


def home_of_type(item_type: str, year: int) -> TypeHome:
    """Where an item type is declared for a concept that extends the taxonomies of a year.

    >>> home_of_type("perShareItemType", 2024).prefix
    'dtr-types'
    """
    if item_type in BASES:
        return BASE
    first = _REGISTRY_FROM if item_type in _FIRST_TYPES else _FULL_REGISTRY_FROM
    return home_of(item_type, _us_gaap(max(year, first)))


def _us_gaap(year: int) -> Edition:
    editions = read_editions(data_folder())["us-gaap"]
    return next((edition for edition in editions if edition.year >= year), editions[-1])
