"""Discovery: which schemas and linkbases a report rests on, and what they say about sums and trees."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable

from attrs import field, frozen
from lxml import etree

from xbrlgen.validating.errors import UnreadableError
from xbrlgen.validating.facts import Instance
from xbrlgen.validating.files.builtin import is_builtin
from xbrlgen.validating.files.shelf import Shelf, is_remote, join
from xbrlgen.validating.files.xml import clark, elements, line_of, parse, text_of
from xbrlgen.validating.names import LINK, XBRLI, XLINK, XS
from xbrlgen.validating.notations.instance import xml_base
from xbrlgen.validating.notations.schematypes import NO_TYPES, SchemaTypes
from xbrlgen.validating.outcomes import Network
from xbrlgen.validating.taxonomy.linkbase import Relation, networks, read_links, settle

_REFERENCES = tuple(f"{{{LINK}}}{tag}" for tag in ("linkbaseRef", "roleRef", "arcroleRef", "loc"))

_POINTERS = re.compile(r"element\(([^()]*)\)")


@frozen
class Declared:
    """A concept as a schema declares it; ``type`` and ``substitution_group`` in Clark notation."""

    name: str
    type: str = ""
    substitution_group: str = ""
    period_type: str = ""
    balance: str = ""
    abstract: bool = False
    file: int = -1
    line: int = 0


@frozen
class Need:
    """A schema that isn't at hand: its address, namespace ("" if unknown), and the names wanted of it.

    ``ids`` are identifiers linkbases point at; ``types`` the type names that schemas use of it; ``roles``
    the roles referred to there, as (identifier, URI). A schema of the filer's own that is missing has the
    ``linkbases`` beside it that point at it.
    """

    address: str
    namespace: str = ""
    ids: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    roles: frozenset[tuple[str, str]] = frozenset()
    linkbases: tuple[str, ...] = ()


@frozen
class Missing:
    """A document that should be there and isn't, and what refers to it."""

    address: str
    referrer: str


@frozen
class Dts:
    """Everything a report's schemas and linkbases say that the checks here use."""

    files: tuple[str, ...] = ()
    concepts: dict[str, Declared] = field(factory=dict, repr=False)
    namespaces: dict[str, str] = field(factory=dict, repr=False)
    relations: tuple[Relation, ...] = field(default=(), repr=False)
    networks: tuple[Network, ...] = field(default=(), repr=False)
    roles: dict[str, str] = field(factory=dict, repr=False)
    needs: tuple[Need, ...] = ()
    missing: tuple[Missing, ...] = ()
    types: SchemaTypes = field(default=NO_TYPES, repr=False, eq=False)

    def of(self, arcrole: str) -> list[Relation]:
        """All relationships with an arcrole."""
        return [relation for relation in self.relations if relation.arcrole == arcrole]


def discover(starts: Iterable[str], shelf: Shelf, instance: Instance | None = None) -> Dts:
    """Follow every reference from the given schemas and linkbases."""
    return _Discovery(shelf, instance).run(tuple(starts))


class _Discovery:
    """One walk over a taxonomy's documents."""

    def __init__(self, shelf: Shelf, instance: Instance | None) -> None:
        self.shelf = shelf
        self.prefixes = {prefix: uri for uri, prefix in (instance.prefixes if instance else {}).items()}
        self.queue: deque[tuple[str, str]] = deque()
        self.roots: dict[str, etree._Element] = {}
        self.seen: dict[str, str] = {}
        self.imported: dict[str, str] = {}
        self.concepts: dict[str, Declared] = {}
        self.ids: dict[str, str] = {}
        self.roles: dict[str, str] = {}
        self.wanted: dict[str, set[str]] = {}
        self.types: dict[str, set[str]] = {}
        self.wanted_roles: dict[str, set[tuple[str, str]]] = {}
        self.missing: list[Missing] = []
        self.beside: dict[str, tuple[str, ...]] = {}

    def run(self, starts: tuple[str, ...]) -> Dts:
        self.queue.extend((start, "the report") for start in starts)
        while self.queue:
            self._visit(*self.queue.popleft())
        files = tuple(self.roots)
        types = SchemaTypes.of((self.imported.get(name, ""), root) for name, root in self.roots.items())
        relations = settle(
            (
                relation
                for number, (name, root) in enumerate(self.roots.items())
                for relation in read_links(root, name, number, self._name)
            ),
            types,
        )
        return Dts(
            files, self.concepts, self.imported, tuple(relations), networks(relations), self.roles,
            tuple(self._need(address) for address in self.wanted), tuple(self.missing),
            types,
        )  # fmt: skip

    def _visit(self, address: str, referrer: str) -> None:
        if address in self.seen:
            return
        self.seen[address] = referrer
        if is_remote(address) and not self.shelf.knows(address):
            if not is_builtin(address):
                self.wanted.setdefault(address, set())
            return
        data = self.shelf.read(address)
        if data is None:
            self._miss(address, referrer)
            return
        try:
            root = parse(data, address)
        except UnreadableError:
            self.missing.append(Missing(address, referrer))
            return
        self.roots[address] = root
        self._follow(root, address)

    def _miss(self, address: str, referrer: str) -> None:
        """Note a document that isn't there; for a schema, take the linkbases beside it that point at it."""
        self.missing.append(Missing(address, referrer))
        beside = self.shelf.pointing_at(address) if address.endswith(".xsd") else ()
        if beside:
            self.wanted.setdefault(address, set())
            self.beside[address] = beside
            self.queue.extend((one, address) for one in beside)

    def _follow(self, root: etree._Element, address: str) -> None:
        if root.tag == f"{{{XS}}}schema":
            self._read_schema(root, address)
        for reference in elements(root, *_REFERENCES):
            where = join(xml_base(reference, address), reference.get(f"{{{XLINK}}}href", ""))
            self._refer(reference, where, address)

    def _refer(self, reference: etree._Element, where: str, address: str) -> None:
        document, _, fragment = where.partition("#")
        if document != address:
            self.queue.append((document, address))
        known = not is_remote(document) or self.shelf.knows(document) or is_builtin(document)
        if not fragment or (known and document not in self.beside):
            return
        uri = reference.get("roleURI") or reference.get("arcroleURI")
        if uri:
            self.wanted_roles.setdefault(document, set()).add((fragment, uri))
        else:
            self.wanted.setdefault(document, set()).add(fragment)

    def _read_schema(self, root: etree._Element, address: str) -> None:
        target = root.get("targetNamespace") or self.imported.get(address, "")  # that of who includes it
        self.imported.setdefault(address, target)
        for child in root.iterchildren(f"{{{XS}}}import", f"{{{XS}}}include"):
            where = child.get("schemaLocation")
            if where:
                full = join(address, where)
                space = child.get("namespace", "") if child.tag == f"{{{XS}}}import" else target
                self.imported.setdefault(full, space)
                self.queue.append((full, address))
        for child in root.iterchildren(f"{{{XS}}}element"):
            self._declare(child, target, address)
        for kind in elements(root, f"{{{LINK}}}roleType"):
            text = next((text_of(found) for found in kind.iter(f"{{{LINK}}}definition")), "")
            self.roles.setdefault(kind.get("roleURI", ""), text.strip())
        self._take_types(root)

    def _declare(self, element: etree._Element, target: str, address: str) -> None:
        name = f"{{{target}}}{element.get('name', '')}" if target else element.get("name", "")
        if element.get("id"):
            self.ids[f"{address}#{element.get('id')}"] = name
        self.concepts[name] = Declared(
            name,
            clark(element.get("type", ""), element.nsmap),
            clark(element.get("substitutionGroup", ""), element.nsmap),
            element.get(f"{{{XBRLI}}}periodType", ""),
            element.get(f"{{{XBRLI}}}balance", ""),
            element.get("abstract") in ("true", "1"),
            len(self.roots) - 1,
            line_of(element),
        )

    def _take_types(self, root: etree._Element) -> None:
        for node in root.iter(f"{{{XS}}}element", f"{{{XS}}}restriction", f"{{{XS}}}extension"):
            for attribute in ("type", "base"):
                space, _, name = clark(node.get(attribute, ""), node.nsmap).rpartition("}")
                if name and space:
                    self.types.setdefault(space.removeprefix("{"), set()).add(name)

    def _name(self, where: str) -> str:
        document, _, fragment = where.partition("#")
        known = self.ids.get(where)
        if known is not None:
            return known
        if document in self.roots:
            return self._by_pointer(document, fragment)
        space = self._namespace(document, fragment)
        return f"{{{space}}}{fragment[len(self._prefix(fragment)) :].removeprefix('_')}"

    def _prefix(self, fragment: str) -> str:
        """The prefix that an identifier begins with: one of the report's, or all before its first _."""
        known = (prefix for prefix in self.prefixes if fragment.startswith(f"{prefix}_"))
        plain = fragment.partition("_")[0] if "_" in fragment else ""
        return max(known, key=len, default=plain)

    def _by_pointer(self, address: str, fragment: str) -> str:
        """A concept named by element() pointers; the first that leads somewhere counts (XBRL 2.1, 3.5.4)."""
        for pointer in _POINTERS.findall(fragment):
            name, *steps = pointer.split("/")
            known = self.ids.get(f"{address}#{name}")
            if name and not steps:
                if known is not None:
                    return known
            elif not name and steps[0] == "1":
                found = _concept_at(self.roots[address], steps[1:])
                if found:
                    return found
        return ""

    def _namespace(self, address: str, fragment: str = "") -> str:
        known = self.imported.get(address)
        if known:
            return known
        by_prefix = self.prefixes.get(self._prefix(fragment), "")
        if by_prefix and by_prefix not in self.imported.values():
            return by_prefix
        return usual_namespace(address)

    def _need(self, address: str) -> Need:
        ids = self.wanted[address]
        space = self._namespace(address, min(ids, default=""))
        roles = self.wanted_roles.get(address, ())
        types = frozenset(self.types.get(space, ()))
        return Need(
            address, space, frozenset(ids), types, frozenset(roles), self.beside.get(address, ())
        )  # fmt: skip


def _concept_at(root: etree._Element, steps: Iterable[str]) -> str:
    """The concept whose declaration a path of child numbers leads to, empty where it leads nowhere."""
    node: etree._Element | None = root
    for step in steps:
        children = [] if node is None else list(node.iterchildren("*"))
        node = children[int(step) - 1] if step.isdigit() and 0 < int(step) <= len(children) else None
    target = root.get("targetNamespace", "")
    name = "" if node is None else str(node.get("name", ""))
    return f"{{{target}}}{name}" if name and target else name


def usual_namespace(address: str) -> str:
    """The namespace that the SEC and the FASB would give to a schema at an address.

    >>> usual_namespace("https://xbrl.sec.gov/dei/2019/dei-2019-01-31.xsd")
    'http://xbrl.sec.gov/dei/2019-01-31'
    """
    name, _, version = address.rpartition("/")[2].removesuffix(".xsd").partition("-20")
    if not version:
        return address
    owner = "http://fasb.org" if "fasb.org" in address else "http://xbrl.sec.gov"
    return f"{owner}/{name}/20{version}"
