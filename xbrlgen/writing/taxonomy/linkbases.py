"""The presentation, calculation, definition and label linkbases of a filing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from attrs import field, mutable

from xbrlgen.filing import Filing, Hypercube, Node, Role
from xbrlgen.model import QName
from xbrlgen.model.sharing import once_each
from xbrlgen.writing import names
from xbrlgen.writing.taxonomy.anchoring import SCHEMA as ANCHOR_SCHEMA
from xbrlgen.writing.taxonomy.anchoring import WIDER_NARROWER, anchors
from xbrlgen.writing.taxonomy.labels import Labels, labels_of
from xbrlgen.writing.taxonomy.schema import element_id, href, role_id, stem
from xbrlgen.writing.taxonomy.telling_apart import told_apart, with_print_shown
from xbrlgen.writing.taxonomy.trees import walk

PARENT_CHILD = "http://www.xbrl.org/2003/arcrole/parent-child"
CONCEPT_LABEL = "http://www.xbrl.org/2003/arcrole/concept-label"
SUMMATION = {
    "1.0": "http://www.xbrl.org/2003/arcrole/summation-item",
    "1.1": "https://xbrl.org/2023/arcrole/summation-item",
}
_SUMMATION_SCHEMA = "https://www.xbrl.org/2023/calculation-1.1.xsd"
_DIMENSIONS = "http://xbrl.org/int/dim/arcrole/"
_DIMENSION_ARCS = ("all", "dimension-default", "dimension-domain", "domain-member", "hypercube-dimension")

_ANCHOR_REF = (
    f'  <link:arcroleRef arcroleURI="{WIDER_NARROWER}" xlink:type="simple" xlink:href="{ANCHOR_SCHEMA}"/>',
)

# Label roles of the link role registry, by the ending of the role, with the schema that declares them.
_REGISTRY = "http://www.xbrl.org/lrr/role/"
_REGISTERED = {
    "net": "net-2009-12-16",
    "negated": "negated-2009-12-16",
}


@mutable
class _Link:
    """One extended link being written: its locators, once each, and its arcs.

    ``address`` says where a concept is declared.
    """

    filing: Filing
    address: Callable[[QName], str]
    kind: str
    role: str
    lines: list[str] = field(factory=list)
    located: set[str] = field(factory=set)
    arcs: dict[tuple[QName, QName], set[tuple[str, str]]] = field(factory=dict)

    def locate(self, name: QName, number: int = 0) -> str:
        """The locator's label for a concept, written when first used."""
        label = f"{element_id(name)}-{number + 1}" if number else element_id(name)
        if label not in self.located:
            self.located.add(label)
            address = self.address(name)
            self.lines.append(
                f'    <link:loc xlink:type="locator" xlink:href="{address}" xlink:label="{label}"/>'
            )
        return label

    def arc(self, arcrole: str, parent: QName, child: QName, order: int, more: str = "") -> None:
        """Write one arc, with ``more`` attributes; the same arc a second time is the same statement.

        Two arcs of a link mustn't join the same two labels, so a second one gets a locator of its own.
        """
        arcs = self.arcs.setdefault((parent, child), set())
        number = len(arcs)
        arcs.add((arcrole, more))
        if number == len(arcs):
            return
        ends = f'xlink:from="{self.locate(parent)}" xlink:to="{self.locate(child, number)}" order="{order}"'
        self.lines.append(
            f'    <link:{self.kind}Arc xlink:type="arc" xlink:arcrole="{arcrole}" {ends}{more}/>'
        )

    def text(self) -> list[str]:
        """The link's lines; none when it has no arcs."""
        if not self.arcs:
            return []
        opening = f'  <link:{self.kind}Link xlink:type="extended" xlink:role="{names.attribute(self.role)}">'
        return [opening, *self.lines, f"  </link:{self.kind}Link>"]


def write_linkbases(filing: Filing, calculations: str, *, anchoring: bool = False) -> Mapping[str, str]:
    """The texts of the linkbases there is something for, by kind: ``lab``, ``pre``, ``cal``, ``def``."""
    define = _define_anchored if anchoring else _define
    printed = labels_of(filing)
    labels = told_apart(filing, printed)
    filing = with_print_shown(filing, labels, printed)
    texts = {
        "pre": _linkbase(filing, "presentation", _present, _preferred_role_refs(filing)),
        "cal": _linkbase(filing, "calculation", _calculate(calculations), _summation_ref(calculations)),
        "def": _linkbase(
            filing, "definition", define, [*_dimension_refs(), *(_ANCHOR_REF if anchoring else ())]
        ),
        "lab": _label_linkbase(filing, labels),
    }
    return {kind: text for kind, text in texts.items() if text}


def _linkbase(filing: Filing, kind: str, fill: Callable[[_Link, Role], None], refs: Iterable[str]) -> str:
    written: list[str] = []
    used: list[Role] = []
    address = once_each(partial(_address, filing))
    for role in filing.roles:
        link = _Link(filing, address, kind, role.uri)
        fill(link, role)
        if lines := link.text():
            used.append(role)
            written += lines
    return _document([*_role_refs(filing, used), *refs], written) if written else ""


def _address(filing: Filing, name: QName) -> str:
    return names.attribute(href(filing, name))


def _document(refs: Iterable[str], lines: Iterable[str]) -> str:
    declared = f'xmlns:link="{names.LINK}" xmlns:xlink="{names.XLINK}" xmlns:xbrldt="{names.XBRLDT}"'
    opening = f"<link:linkbase {declared}>"
    return "\n".join(
        ('<?xml version="1.0" encoding="UTF-8"?>', opening, *refs, *lines, "</link:linkbase>", "")
    )


def _role_refs(filing: Filing, roles: Iterable[Role]) -> list[str]:
    return [
        f'  <link:roleRef roleURI="{names.attribute(role.uri)}" xlink:type="simple"'
        f' xlink:href="{stem(filing)}.xsd#{role_id(role)}"/>'
        for role in roles
    ]


def _present(link: _Link, role: Role) -> None:
    for parent in walk(role.tree):
        for order, child in enumerate(parent.children, start=1):
            label = child.preferred_label
            more = f' preferredLabel="{names.attribute(label)}"' if label else ""
            link.arc(PARENT_CHILD, parent.concept, child.concept, order, more)


def _calculate(version: str) -> Callable[[_Link, Role], None]:
    def fill(link: _Link, role: Role) -> None:
        for total in role.sums:
            for order, arc in enumerate(total.arcs, start=1):
                link.arc(SUMMATION[version], total.total, arc.child, order, f' weight="{arc.weight}"')

    return fill


def _define(link: _Link, role: Role) -> None:
    if cube := role.hypercube:
        _cube_arcs(link, cube)
        _line_items(link, next((n for n in walk(role.tree) if n.concept == cube.line_items), None), set())


def _define_anchored(link: _Link, role: Role) -> None:
    _define(link, role)
    for order, (wider, narrower) in enumerate(anchors(link.filing, role), start=1):
        link.arc(WIDER_NARROWER, wider, narrower, order)


def _cube_arcs(link: _Link, cube: Hypercube) -> None:
    closed = ' xbrldt:closed="true" xbrldt:contextElement="segment"'
    link.arc(f"{_DIMENSIONS}all", cube.line_items, cube.table, 1, closed)
    for order, (axis, domain, members) in enumerate(cube.axes, start=1):
        link.arc(f"{_DIMENSIONS}hypercube-dimension", cube.table, axis, order)
        link.arc(f"{_DIMENSIONS}dimension-domain", axis, domain, 1)
        link.arc(f"{_DIMENSIONS}dimension-default", axis, domain, 1)
        for place, member in enumerate((m for m in members if m != domain), start=1):
            link.arc(f"{_DIMENSIONS}domain-member", domain, member, place)


def _line_items(link: _Link, node: Node | None, seen: set[QName]) -> None:
    """Hang every concept under the line items once, so that the table holds for all of them."""
    if node is None:
        return
    for order, child in enumerate(node.children, start=1):
        if child.concept not in seen:
            seen.add(child.concept)
            link.arc(f"{_DIMENSIONS}domain-member", node.concept, child.concept, order)
        _line_items(link, child, seen)


def _dimension_refs() -> list[str]:
    return [
        f'  <link:arcroleRef arcroleURI="{_DIMENSIONS}{name}" xlink:type="simple"'
        f' xlink:href="http://www.xbrl.org/2005/xbrldt-2005.xsd#{name}"/>'
        for name in _DIMENSION_ARCS
    ]


def _summation_ref(version: str) -> list[str]:
    ref = (
        f'  <link:arcroleRef arcroleURI="{SUMMATION[version]}" xlink:type="simple"'
        f' xlink:href="{_SUMMATION_SCHEMA}#summation-item"/>'
    )
    return [ref] if version == "1.1" else []


def _preferred_role_refs(filing: Filing) -> list[str]:
    used = {node.preferred_label for role in filing.roles for node in walk(role.tree)}
    return [line for role in sorted(used) for line in _registered(role)]


def _registered(role: str) -> Iterator[str]:
    ending = role.rsplit("/", 1)[-1]
    schema = next((s for start, s in _REGISTERED.items() if ending.startswith(start)), None)
    if schema and role.startswith("http://www.xbrl.org/2009/role/"):
        href_of_role = f"{_REGISTRY}{schema}.xsd#{ending}"
        yield f'  <link:roleRef roleURI="{role}" xlink:type="simple" xlink:href="{href_of_role}"/>'


def _label_linkbase(filing: Filing, labels: Mapping[QName, Labels]) -> str:
    if not labels:
        return ""
    used = sorted({role for given in labels.values() for role, _ in given})
    lines = [f'  <link:labelLink xlink:type="extended" xlink:role="{names.LINK_ROLE}">']
    for name in sorted(labels, key=lambda n: (n.prefix, n.local)):
        lines += _label_lines(filing, name, labels[name])
    return _document([line for role in used for line in _registered(role)], [*lines, "  </link:labelLink>"])


def _label_lines(filing: Filing, name: QName, labels: Labels) -> Iterator[str]:
    here = element_id(name)
    address = _address(filing, name)
    yield f'    <link:loc xlink:type="locator" xlink:href="{address}" xlink:label="{here}"/>'
    for role, text in labels:
        label = f"{here}_{names.identifier(role.rsplit('/', 1)[-1])}"
        resource = f'xlink:type="resource" xlink:label="{label}" xlink:role="{names.attribute(role)}"'
        yield (f'    <link:label {resource} xml:lang="en-US" id="{label}">{names.escape(text)}</link:label>')
        yield (
            f'    <link:labelArc xlink:type="arc" xlink:arcrole="{CONCEPT_LABEL}"'
            f' xlink:from="{here}" xlink:to="{label}" order="1"/>'
        )
