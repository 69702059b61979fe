"""The trees of a filing: a role for each statement, as it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from xbrlgen.filing import Arc, Hypercube, Node, Role, Sum
from xbrlgen.model import Balance, Concept, Member, QName
from xbrlgen.reading.statement import Statement, StatementKind
from xbrlgen.tagging.adding import Values
from xbrlgen.tagging.extending import Namespace, element_name
from xbrlgen.tagging.sums import RowName, Sums

LABEL = "http://www.xbrl.org/2003/role/label"
TOTAL = "http://www.xbrl.org/2003/role/totalLabel"
TERSE = "http://www.xbrl.org/2003/role/terseLabel"
START = "http://www.xbrl.org/2003/role/periodStartLabel"
END = "http://www.xbrl.org/2003/role/periodEndLabel"
NEGATED = "http://www.xbrl.org/2009/role/negatedLabel"
NEGATED_TOTAL = "http://www.xbrl.org/2009/role/negatedTotalLabel"
_STATEMENTS = frozenset(
    {
        StatementKind.INCOME,
        StatementKind.BALANCE,
        StatementKind.CASH_FLOW,
        StatementKind.EQUITY,
        StatementKind.COMPREHENSIVE,
    }
)
_OPENING = ("beginning", "opening", "start")


@frozen
class Printed:
    """A row as it will stand in a tree: its concept, whether it is turned, the members its facts have."""

    row: RowName
    concept: Concept
    label: str
    words: str
    section: tuple[str, ...]
    turn: int
    is_total: bool
    members: tuple[Member, ...]

    @property
    def preferred(self) -> str:
        """The role of the label it is shown with."""
        if self.concept.period_type.value == "instant" and any(word in self.words for word in _OPENING):
            return START
        if self.turn < 0:
            return NEGATED_TOTAL if self.is_total else NEGATED
        return TOTAL if self.is_total else ""


@frozen
class Trees:
    """Roles with the concepts they need and the labels they show."""

    roles: tuple[Role, ...]
    concepts: tuple[Concept, ...]
    labels: Mapping[QName, tuple[tuple[str, str], ...]] = field(factory=dict)


def trees(
    statements: Sequence[tuple[Statement, tuple[Printed, ...]]],
    loose: Sequence[Printed],
    sums: Sums,
    space: Namespace,
    axes: Mapping[QName, QName],
    values: Values,
) -> Trees:
    """A role for each statement with facts, and one for figures in sentences."""
    roles: list[Role] = []
    concepts: dict[QName, Concept] = {}
    for number, (statement, rows) in enumerate((pair for pair in statements if pair[1]), start=2):
        role, made = _role(number, _definition(statement), rows, sums, space, axes)
        roles.append(role)
        concepts |= {concept.name: concept for concept in made}
    if loose:
        role, made = _role(len(roles) + 2, "Disclosure - Figures in the Text", loose, sums, space, axes)
        roles.append(role)
        concepts |= {concept.name: concept for concept in made}
    printed = [row for _, rows in statements for row in rows] + list(loose)
    sound = tuple(evolve(role, sums=tuple(filter(values.bears, role.sums))) for role in roles)
    return Trees(sound, tuple(concepts.values()), _labels(printed))


def _definition(statement: Statement) -> str:
    kind = "Statement" if statement.kind in _STATEMENTS else "Disclosure"
    title = " ".join(statement.title.split()).replace("<", "").replace(">", "")
    return f"{kind} - {title[:160] or statement.kind.value.capitalize()}"


def _role(
    number: int,
    definition: str,
    rows: Sequence[Printed],
    sums: Sums,
    space: Namespace,
    axes: Mapping[QName, QName],
) -> tuple[Role, tuple[Concept, ...]]:
    stem = f"{element_name(definition.split(' - ', 1)[1])[:80]}{number}"
    root = space.abstract(f"{stem}Abstract", definition.split(" - ", 1)[1])
    children, made = _lines(rows, space, stem)
    cube, made_cube, tree = _cube(stem, root, children, rows, space, axes)
    uri = f"{space.uri}/role/{stem}"
    role = Role(uri, f"{number:04d} - {definition}", tree, _sums(rows, sums), cube)
    return role, (root, *made, *made_cube)


def _lines(
    rows: Sequence[Printed], space: Namespace, stem: str
) -> tuple[tuple[Node, ...], tuple[Concept, ...]]:
    """The rows under their headings, each concept once with each of its labels."""
    made: dict[str, Concept] = {}

    def level(items: Sequence[Printed], depth: int) -> Iterator[Node]:
        for heading, group in _runs(items, depth):
            if not heading:
                yield from (Node(row.concept.name, row.preferred) for row in group)
                continue
            path = " ".join(group[0].section[: depth + 1])
            name = f"{stem}{element_name(path)[:100]}Abstract"
            made.setdefault(name, space.abstract(name, heading))
            yield Node(made[name].name, "", tuple(level(group, depth + 1)))

    nodes = tuple(_merged(level(rows, 0)))
    return nodes, tuple(made.values())


def _runs(items: Sequence[Printed], depth: int) -> Iterator[tuple[str, list[Printed]]]:
    run: list[Printed] = []
    heading = ""
    for item in items:
        own = item.section[depth] if len(item.section) > depth else ""
        if run and own != heading:
            yield heading, run
            run = []
        heading = own
        run.append(item)
    if run:
        yield heading, run


def _merged(nodes: Iterable[Node]) -> Iterator[Node]:
    """Without a line that stands twice in a row under the same parent with the same label."""
    seen: set[tuple[QName, str]] = set()
    for node in nodes:
        if (node.concept, node.preferred_label) not in seen:
            seen.add((node.concept, node.preferred_label))
            yield Node(node.concept, node.preferred_label, tuple(_merged(node.children)))


def _cube(
    stem: str,
    root: Concept,
    children: tuple[Node, ...],
    rows: Sequence[Printed],
    space: Namespace,
    axes: Mapping[QName, QName],
) -> tuple[Hypercube | None, tuple[Concept, ...], tuple[Node, ...]]:
    members: dict[QName, list[QName]] = {}
    for row in rows:
        for member in row.members:
            listed = members.setdefault(member.axis, [])
            if member.member not in listed:
                listed.append(member.member)
    known = [axis for axis in members if axis in axes]
    if not known:
        return None, (), (Node(root.name, "", children),)
    table = space.abstract(f"{stem}Table", f"{root.label} [Table]", group="hypercubeItem")
    items = space.abstract(f"{stem}LineItems", f"{root.label} [Line Items]")
    cube = Hypercube(
        table.name, items.name, tuple((axis, axes[axis], tuple(members[axis])) for axis in known)
    )
    shown = tuple(
        Node(axis, "", (Node(axes[axis], "", tuple(Node(member) for member in members[axis])),))
        for axis in known
    )
    tree = Node(root.name, "", (Node(table.name, "", (*shown, Node(items.name, "", children))),))
    return cube, (table, items), (tree,)


def _sums(rows: Sequence[Printed], sums: Sums) -> tuple[Sum, ...]:
    """The sums of the release whose weights the balance rules allow, one for each total."""
    known = {row.row: row for row in rows}
    found: dict[QName, Sum] = {}
    for total, terms in sums.terms.items():
        if total not in known or any(row not in known for row, _ in terms):
            continue
        arcs = tuple(_arc(known[row], weight, known[total]) for row, weight in terms)
        children = {arc.child for arc in arcs}
        name = known[total].concept.name
        if (
            len(children) == len(arcs)
            and name not in children
            and name not in found
            and _legal(total, terms, known)
        ):
            found[name] = Sum(name, arcs)
    return tuple(found.values())


def _arc(row: Printed, weight: int, total: Printed) -> Arc:
    return Arc(row.concept.name, weight * row.turn * total.turn)


def _legal(total: RowName, terms: Iterable[tuple[RowName, int]], known: Mapping[RowName, Printed]) -> bool:
    parent = known[total]
    if parent.members or parent.concept.type != "monetaryItemType":
        return not parent.members and all(known[row].concept.type == parent.concept.type for row, _ in terms)
    for row, weight in terms:
        child = known[row]
        same_time = child.concept.period_type is parent.concept.period_type
        law = _law(child.concept.balance, parent.concept.balance)
        if child.members or not same_time or law not in (0, _arc(child, weight, parent).weight):
            return False
    return True


def _law(child: Balance | None, parent: Balance | None) -> int:
    if child is None or parent is None:
        return 0
    return 1 if child is parent else -1


def _labels(printed: Iterable[Printed]) -> dict[QName, tuple[tuple[str, str], ...]]:
    """The labels as printed: the first is the standard one, others go by their role."""
    found: dict[QName, dict[str, str]] = {}
    for row in printed:
        if row.label:
            texts = found.setdefault(row.concept.name, {})
            if not row.members:
                texts.setdefault(row.preferred or LABEL, row.label)
                texts.setdefault(LABEL, row.label)
    return {name: tuple(texts.items()) for name, texts in found.items() if texts}
