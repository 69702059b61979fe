"""Rules of the EDGAR filer manual on a filer's own schema (6.7): its prefix, roles, axes and members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from xbrlgen.findings import Finding
from xbrlgen.validating.files.shelf import is_remote
from xbrlgen.validating.names import local, namespace
from xbrlgen.validating.taxonomy.dts import Declared
from xbrlgen.validating.telling.describing import listed
from xbrlgen.validating.telling.reporting import Reporter

# How names of structural elements end, and in which substitution group such elements are (6.7.21 to 6.7.25)
_GROUPS: Mapping[str, str] = MappingProxyType({"Axis": "dimensionItem", "Table": "hypercubeItem"})
# Elements with these endings hold no facts (6.7.26 to 6.7.30)
_ABSTRACT = ("Axis", "Table", "LineItems", "Abstract")
_MEMBERS = ("Domain", "Member")
_STRUCTURES = (
    "Declare an Axis as a dimension, a Table as a hypercube, these, LineItems and Abstracts as abstract, and "
    "members as of domainItemType."
)
# Roles that every filing may use
_STANDARD = ("http://www.xbrl.org/", "http://xbrl.us/", "http://fasb.org/", "http://xbrl.sec.gov/")


def own_concepts(reporter: Reporter) -> list[str]:
    """The extension concepts of a report: those declared in files that stand beside it."""
    dts = reporter.loaded.dts
    return [name for name, one in dts.concepts.items() if not is_remote(dts.files[one.file])]


def prefixes(reporter: Reporter) -> Iterator[Finding]:
    """The prefix of an extension namespace has no underscore (6.7.7)."""
    known = reporter.loaded.instance.prefixes
    odd = sorted({known.get(namespace(name), "") for name in own_concepts(reporter)})
    odd = [prefix for prefix in odd if "_" in prefix]
    if odd:
        words = f"The prefix of an extension namespace has an underscore: {listed(odd)}"
        yield reporter.finding("filer.names", words, about=odd, remedy="Choose one without.")


def role_addresses(reporter: Reporter) -> Iterator[Finding]:
    """Roles of one's own begin as the extension namespace does: with the filer's own address (6.7.9)."""
    owners = {_owner(namespace(name)) for name in own_concepts(reporter)} - {""}
    roles = (uri for uri in reporter.loaded.dts.roles if not uri.startswith(_STANDARD))
    odd = sorted(uri for uri in roles if _owner(uri) not in owners)
    if owners and odd:
        words = f"{len(odd)} roles are not under the address of the extension namespace: {listed(odd)}"
        yield reporter.finding(
            "filer.names", words, about=odd, remedy="Let them begin as the namespace does."
        )


def _owner(address: str) -> str:
    return address.partition("://")[2].partition("/")[0] if is_remote(address) else ""


def structures(reporter: Reporter) -> Iterator[Finding]:
    """Axes, tables, domains, members and headings are declared as what their names say (6.7.21 to 6.7.32)."""
    concepts = reporter.loaded.dts.concepts
    odd = sorted(reporter.name(name) for name in own_concepts(reporter) if _is_odd(concepts[name]))
    if odd:
        words = f"{len(odd)} extension elements are not what their names say: {listed(odd)}"
        yield reporter.finding("filer.names", words, about=odd, remedy=_STRUCTURES)


def _is_odd(one: Declared) -> bool:
    name, group = local(one.name), local(one.substitution_group)
    wrong_group = any(name.endswith(ending) != (group == wanted) for ending, wanted in _GROUPS.items())
    is_member = name.endswith(_MEMBERS) and group == "item"
    wrong_type = is_member != (local(one.type) == "domainItemType")
    return wrong_group or wrong_type or (name.endswith(_ABSTRACT) and not one.abstract)
