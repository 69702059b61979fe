"""Roles for facts that come without any: the statements of the taxonomy that show their concepts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from xbrlgen.filing import Filing, Node, Role
from xbrlgen.model import Concept, Fact, PeriodType, QName
from xbrlgen.taxonomy import RoleTree, Taxonomy, TreeNode
from xbrlgen.writing.names import identifier, label_role
from xbrlgen.writing.taxonomy.standard_sums import standard_sums

_OTHER = "OtherFactsAbstract"
# A statement of the taxonomy is taken for at least so many concepts; fewer stand among the other facts.
_FEWEST = 2
# Endings of what frames a table of dimensions, which plain facts don't need.
_FRAMES = ("LineItems", "Table", "Axis", "Domain")


def standard_roles(
    facts: Sequence[Fact], namespace: str, prefix: str, taxonomy: Taxonomy
) -> tuple[Role, ...]:
    """The fewest statements that show what can be shown, and a last role for the rest."""
    left = {fact.concept.name: fact.concept for fact in facts}
    roles: list[Role] = []
    while best := _best(
        taxonomy.trees(), {name.local for name in left if name.namespace == taxonomy.namespace}
    ):
        tree = _under_heading(best, set(left), taxonomy)
        title = best.definition.rpartition(" - ")[2]
        role = _role(namespace, len(roles) + 1, title, tree, "Statement")
        roles.append(evolve(role, sums=standard_sums(facts, best.uri, set(left), taxonomy)))
        for local in best.names:
            left.pop(taxonomy.qname(local), None)
    if left:
        roles.append(_rest(left.values(), namespace, prefix, len(roles) + 1))
    return tuple(roles)


def _best(trees: Sequence[RoleTree], wanted: set[str]) -> RoleTree | None:
    """The statement that shows most of what is wanted; of equals the first, the later being of industries."""
    shown = {tree.uri: len(wanted & set(tree.names)) for tree in trees}
    best = max(trees, key=lambda tree: shown[tree.uri], default=None)
    return best if best and shown[best.uri] >= _FEWEST else None


def _prune(nodes: Iterable[TreeNode], wanted: set[QName], taxonomy: Taxonomy) -> Iterator[Node]:
    """The lines that are wanted, each once, under the headings that tell more than one of them."""
    for node in nodes:
        name = taxonomy.qname(node.name)
        mine = name in wanted
        wanted.discard(name)
        children = tuple(_prune(node.children, wanted, taxonomy))
        if mine or (len(children) > 1 and not node.name.endswith(_FRAMES)):
            yield Node(name, label_role(node.label), children)
        else:
            alone = len(children) == 1
            yield from (
                evolve(child, preferred_label=_alone(child)) if alone else child for child in children
            )


def _alone(node: Node) -> str:
    """What stands alone under its heading is no total there."""
    return "" if node.preferred_label.endswith("/totalLabel") else node.preferred_label


def _under_heading(best: RoleTree, wanted: set[QName], taxonomy: Taxonomy) -> tuple[Node, ...]:
    lines = tuple(_prune(best.roots, wanted, taxonomy))
    heading = taxonomy.qname(best.roots[0].name)
    if len(lines) == 1 and lines[0].children and lines[0].concept.local.endswith("Abstract"):
        return lines
    return (Node(heading, children=lines),) if heading not in {line.concept for line in lines} else lines


def _role(namespace: str, number: int, title: str, tree: tuple[Node, ...], kind: str) -> Role:
    words = identifier("".join(word[:1].upper() + word[1:] for word in re.sub("[()]", "", title).split()))
    return Role(f"{namespace.rstrip('/')}/role/{words}", f"{number:04} - {kind} - {title}", tree)


def other_facts(namespace: str, prefix: str) -> Concept:
    """The heading of facts that no statement shows."""
    return _heading(QName(prefix, _OTHER, namespace), "Other Facts [Abstract]")


def cover_heading(filing: Filing) -> Concept:
    """The heading of facts about document and company: that of dei, or one's own before it had one."""
    year = filing.taxonomy_year
    standard = Taxonomy.of("dei", year).concept("CoverAbstract") if year else None
    own = QName(filing.prefix, "DocumentAndEntityInformationAbstract", filing.namespace)
    return standard or _heading(own, "Document and Entity Information [Abstract]")


def _heading(name: QName, label: str) -> Concept:
    return Concept(name, "stringItemType", PeriodType.DURATION, abstract=True, label=label)


def _rest(concepts: Iterable[Concept], namespace: str, prefix: str, number: int) -> Role:
    lines = tuple(Node(concept.name) for concept in sorted(concepts, key=lambda concept: concept.key))
    top = Node(other_facts(namespace, prefix).name, children=lines)
    return _role(namespace, number, "Other Facts (Details)", (top,), "Disclosure")
