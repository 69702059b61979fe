"""Reads the arcs of official linkbases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen
from lxml import etree

from xbrlgen.taxonomy.files.records import RoleKey, Showing, Succession, Weighing

_LINK = "{http://www.xbrl.org/2003/linkbase}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_OWNER = re.compile(r"/([a-z][a-z-]*)/role/(.*)")
_STATEMENTS = "statement/"
_DEPRECATED = "deprecated"
# How new concepts stand to the deprecated one, by the last word of the arcrole (LRR 2009-12-16, XBRL 2.1).
_MANNERS = {
    "dep-concept-deprecatedConcept": "replaced",
    "dep-aggregateConcept-deprecatedPartConcept": "joined",
    "dep-partConcept-deprecatedAggregateConcept": "split",
    "dep-mutuallyExclusiveConcept-deprecatedConcept": "either",
    "dep-dimensionallyQualifiedConcept-deprecatedConcept": "with-dimension",
    "essence-alias": "alias",
}


@frozen
class Arc:
    """An arc of any kind. ``family`` is the owner of its role; names of that family have no prefix."""

    kind: str
    family: str
    role: RoleKey
    arcrole: str
    source: str
    target: str
    order: float
    weight: float
    label: str

    @property
    def weighing(self) -> Weighing:
        """As a calculation arc; the year is filled in by who knows it."""
        return Weighing(0, self.role, self.source, self.target, round(self.weight), self.order)

    @property
    def showing(self) -> Showing:
        """As a presentation arc; the year is filled in by who knows it."""
        return Showing(0, self.role, self.source, self.target, self.order, self.label)

    @property
    def succession(self) -> Succession | None:
        """As the succession of a deprecated concept, if it is one."""
        manner = _MANNERS.get(self.arcrole)
        return Succession(self.target, self.source, manner) if manner else None

    @property
    def is_statement(self) -> bool:
        """Whether it stands in a statement."""
        return self.role.path.startswith(_STATEMENTS)

    @property
    def is_deprecation(self) -> bool:
        """Whether it lists its target as deprecated."""
        return self.kind == "presentation" and _DEPRECATED in self.role.path


def read_arcs_of(root: etree._Element, numbers: Mapping[str, str]) -> Iterator[Arc]:
    """The calculation, presentation and definition arcs of a linkbase, those of owned roles only."""
    for kind in ("calculation", "presentation", "definition"):
        for link in root.iter(f"{_LINK}{kind}Link"):
            uri = str(link.get(f"{_XLINK}role"))
            owned = _OWNER.search(uri)
            if owned:
                yield from _arcs(link, kind, owned[1], RoleKey(owned[2], numbers.get(uri, "")))


def _arcs(link: etree._Element, kind: str, family: str, role: RoleKey) -> Iterator[Arc]:
    places = {
        str(loc.get(f"{_XLINK}label")): _name(str(loc.get(f"{_XLINK}href")), family)
        for loc in link.iter(f"{_LINK}loc")
    }
    for arc in link.iter(f"{_LINK}{kind}Arc"):
        if arc.get("use") != "prohibited":
            yield Arc(
                kind=kind,
                family=family,
                role=role,
                arcrole=_last(arc.get(f"{_XLINK}arcrole", "")),
                source=places[str(arc.get(f"{_XLINK}from"))],
                target=places[str(arc.get(f"{_XLINK}to"))],
                order=float(arc.get("order", "1")),
                weight=float(arc.get("weight", "1")),
                label=_last(arc.get("preferredLabel", "")),
            )


def _last(uri: str) -> str:
    return uri.rpartition("/")[2]


def _name(href: str, family: str) -> str:
    owner, _, local = href.rpartition("#")[2].partition("_")
    return local if owner == family else f"{owner}:{local}"
