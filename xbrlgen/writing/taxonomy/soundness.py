"""Trees and sums made such that XBRL can hold them; what can't be is left out and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from xbrlgen.filing import Arc, Filing, Node, Role, Sum
from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Concept, QName
from xbrlgen.model.sharing import distinct
from xbrlgen.writing.taxonomy.standard_roles import cover_heading, other_facts
from xbrlgen.writing.taxonomy.trees import walk

_Arcs = dict[QName, set[QName]]


def sound(filing: Filing) -> tuple[Filing, tuple[Finding, ...]]:
    """The filing with trees and sums that can be written, and what was changed."""
    known = _concepts_by_name(filing)
    findings: list[Finding] = []
    roles = tuple(
        evolve(role, tree=_tree(role, findings), sums=tuple(_sums(role, known, findings)))
        for role in filing.roles
    )
    return _with_rest(evolve(filing, roles=roles)), tuple(findings)


def _concepts_by_name(filing: Filing) -> Mapping[QName, Concept]:
    """Every concept the filing declares or uses."""
    found = {concept.name: concept for concept in distinct(fact.concept for fact in filing.report.facts)}
    return found | {concept.name: concept for concept in (*filing.standard, *filing.extensions)}


def _tree(role: Role, findings: list[Finding]) -> tuple[Node, ...]:
    """The tree without a line below itself; such a line moves to the end of the tree."""
    arcs: _Arcs = {}
    moved: list[Node] = []
    tree = tuple(_straight(node, arcs, moved) for node in role.tree)
    if not moved or not tree:
        return tree
    findings += [_circle(role, node) for node in moved]
    top = tree[0]
    known = {node.concept for node in top.children} | {top.concept}
    loose = tuple(Node(node.concept, node.preferred_label) for node in moved if node.concept not in known)
    return (evolve(top, children=(*top.children, *loose)), *tree[1:])


def _straight(node: Node, arcs: _Arcs, moved: list[Node]) -> Node:
    if not node.children:
        return node
    children = []
    for child in node.children:
        if _reaches(arcs, child.concept, node.concept):
            moved.append(child)
        else:
            arcs.setdefault(node.concept, set()).add(child.concept)
            children.append(_straight(child, arcs, moved))
    return evolve(node, children=tuple(children))


def _reaches(arcs: _Arcs, start: QName, goal: QName) -> bool:
    seen: set[QName] = set()
    left = [start]
    while left:
        name = left.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            left += arcs.get(name, ())
    return False


def _circle(role: Role, node: Node) -> Finding:
    return Finding(
        "writing.circular-tree",
        Severity.WARNING,
        f"{node.concept} stands below itself in the tree of {role.definition!r}; it moves to its end.",
        about=(str(node.concept),),
    )


def _sums(role: Role, known: Mapping[QName, Concept], findings: list[Finding]) -> Iterator[Sum]:
    arcs: _Arcs = {}
    for claim in role.sums:
        reason = next(filter(None, (_illegal(claim.total, arc, known) for arc in claim.arcs)), "")
        if not reason and any(_reaches(arcs, arc.child, claim.total) for arc in claim.arcs):
            reason = "it would make a circle of sums"
        if not reason:
            arcs.setdefault(claim.total, set()).update(arc.child for arc in claim.arcs)
            yield claim
        else:
            findings.append(_unlawful(role, claim, reason))


def _illegal(total: QName, arc: Arc, known: Mapping[QName, Concept]) -> str:
    """Why XBRL doesn't let a contributor stand in a sum (2.1, section 5.1.1.2; filer manual, 6.14)."""
    one, other = known.get(total), known.get(arc.child)
    if total == arc.child:
        return f"{total} would be part of itself"
    if one is None or other is None:
        return ""
    if one.period_type is not other.period_type:
        return f"{arc.child} is measured at other times than {total}"
    if one.balance and other.balance and (arc.weight > 0) != (one.balance is other.balance):
        return f"{arc.child} ({other.balance.value}) can't have weight {arc.weight} in a {one.balance.value}"
    return ""


def _unlawful(role: Role, claim: Sum, reason: str) -> Finding:
    return Finding(
        "writing.illegal-sum",
        Severity.WARNING,
        f"The sum of {claim.total} in {role.definition!r} is not written: {reason}.",
        about=(str(claim.total), *(str(arc.child) for arc in claim.arcs)),
        remedy="Choose concepts whose balance agrees with how the release adds them.",
    )


def _with_rest(filing: Filing) -> Filing:
    """The filing with roles for concepts that no tree shows: those of the cover first, others last."""
    shown = {node.concept for role in filing.roles for node in _shown(role.tree)}
    used = dict.fromkeys(concept.name for concept in distinct(fact.concept for fact in filing.report.facts))
    left = [name for name in used if name not in shown]
    cover = [name for name in left if name.prefix == "dei"]
    rest = [name for name in left if name.prefix != "dei"]
    numbers = [_number(role) for role in filing.roles]
    if cover:
        heading = cover_heading(filing)
        first = _role(filing, "Cover", f"{int(1 not in numbers):04} - Document - Cover", heading, cover)
        filing = _declaring(evolve(filing, roles=(first, *filing.roles)), heading)
    if rest:
        heading = other_facts(filing.namespace, filing.prefix)
        definition = f"{max(numbers, default=1) + 1:04} - Disclosure - Other Facts (Details)"
        last = _role(filing, "OtherFacts", definition, heading, rest)
        filing = _declaring(evolve(filing, roles=(*filing.roles, last)), heading)
    return filing


def _role(filing: Filing, name: str, definition: str, heading: Concept, shown: Iterable[QName]) -> Role:
    uri = f"{filing.namespace.rstrip('/')}/role/{name}"
    return Role(uri, definition, (Node(heading.name, children=tuple(map(Node, shown))),))


def _declaring(filing: Filing, heading: Concept) -> Filing:
    """The filing with one more heading, of its own or of the standard taxonomy."""
    if heading.name.namespace == filing.namespace:
        return evolve(filing, extensions=tuple(dict.fromkeys((*filing.extensions, heading))))
    return evolve(filing, standard=tuple(dict.fromkeys((*filing.standard, heading))))


def _shown(tree: Iterable[Node]) -> Iterator[Node]:
    """The lines that a presentation linkbase holds: a root without children makes no arc."""
    for root in tree:
        if root.children:
            yield from walk((root,))


def _number(role: Role) -> int:
    digits = role.definition.partition(" ")[0]
    return int(digits) if digits.isdigit() else 0
