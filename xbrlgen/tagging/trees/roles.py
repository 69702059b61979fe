"""The trees of a filing: a role for each statement, as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from attrs import evolve, field, frozen

from xbrlgen.filing import Hypercube, Node, Role
from xbrlgen.findings import Finding
from xbrlgen.model import Concept, QName
from xbrlgen.reading.statement import FACE_KINDS, Statement
from xbrlgen.tagging.filer.extending import Namespace, element_name
from xbrlgen.tagging.trees.calculating import Adder
from xbrlgen.tagging.trees.printed import LABEL, Printed, with_closing, without_moment

# The roles of text blocks in the order the SEC asks for (filer manual, 6.7.12), and what names don't tell.
_NOTES = "Disclosure - Notes"
_POLICIES = "Disclosure - Accounting Policies (Policies)"
_TABLES = "Disclosure - Schedules (Tables)"
# What stands in titles but doesn't name: "(1) ...", "(in millions, except per share data)".
_NOTE_MARK = re.compile(r"^\s*\(?(?:\d{1,2}|[A-Za-z])\)\s+(?=\w)")
_AROUND = " :,;"  # what ends no definition of a role (filer manual, 6.7.12)
_LONGEST_TITLE = 160  # longer ones are sentences that lead to a table, and tell by their beginning
_GLUED = re.compile(r"(?<=\w)(?=\([A-Za-z]{3})")
_UNITS = re.compile(r"\s*\((?:[^()]*\b)?(?:thousands|millions|billions|000s?)\b[^()]*\)", re.IGNORECASE)
_NOTE_BLOCKS = frozenset({"SignificantAccountingPoliciesTextBlock", "SubsequentEventsTextBlock"})
_MORE_POLICIES = frozenset({"FiscalPeriod", "UseOfEstimates"})


@frozen
class Trees:
    """Roles with the concepts they need and the labels they show."""

    roles: tuple[Role, ...]
    concepts: tuple[Concept, ...]
    labels: Mapping[QName, tuple[tuple[str, str], ...]] = field(factory=dict)
    findings: tuple[Finding, ...] = ()


def trees(
    statements: Sequence[tuple[Statement, tuple[Printed, ...]]],
    loose: Sequence[Printed],
    blocks: Sequence[Concept],
    adder: Adder,
    space: Namespace,
    axes: Mapping[QName, QName],
) -> Trees:
    """A role for each statement with facts, one for figures in sentences, one for text blocks."""
    shown = [(_definition(statement), tuple(with_closing(rows))) for statement, rows in statements if rows]
    if loose:
        shown.append(("Disclosure - Figures in the Text", tuple(loose)))
    shown += [(title, rows) for title, rows in _block_rows(blocks) if rows]
    roles: list[Role] = []
    concepts: dict[QName, Concept] = {}
    findings: list[Finding] = []
    places = _places([definition for definition, _ in shown])
    for number, (definition, rows) in enumerate(shown, start=2):
        added = adder.calculations(rows)
        role, made = _role(number, definition, rows, space, axes)
        role = evolve(role, definition=f"{places[number - 2]:04d} - {definition}", sums=added.kept)
        roles.append(role)
        concepts |= {concept.name: concept for concept in made}
        findings += [adder.left_out(claim, role.definition) for claim in added.left]
    printed = [row for _, rows in shown for row in rows]
    return Trees(tuple(roles), tuple(concepts.values()), _labels(printed), tuple(findings))


def _block_rows(blocks: Iterable[Concept]) -> Iterator[tuple[str, tuple[Printed, ...]]]:
    """The text blocks as lines, by what they hold."""
    by_title: dict[str, list[Printed]] = {_NOTES: [], _POLICIES: [], _TABLES: []}
    for concept in blocks:
        name = concept.name.local
        is_policy = "Policy" in name or name in _MORE_POLICIES
        title = _NOTES if name in _NOTE_BLOCKS else _POLICIES if is_policy else _TABLES
        by_title[title].append(Printed((-1, -1), concept, "", "", (), 1, is_total=False, members=()))
    yield from ((title, tuple(rows)) for title, rows in by_title.items())


def _places(definitions: Sequence[str]) -> list[int]:
    """The numbers of roles, in whose order statements go before disclosures (filer manual, 6.7.12)."""
    ordered = sorted(range(len(definitions)), key=lambda one: not definitions[one].startswith("Statement"))
    return [ordered.index(one) + 2 for one in range(len(definitions))]


def _definition(statement: Statement) -> str:
    kind = "Statement" if statement.kind in FACE_KINDS else "Disclosure"
    return f"{kind} - {_titled(statement.title) or statement.kind.value.capitalize()}"


def _titled(title: str) -> str:
    """A title without what isn't of it: a mark of a note, the units, the colon that leads to the table.

    >>> _titled("(1) Amounts include amortization (in millions), as follows:")
    'Amounts include amortization, as follows'
    """
    title = _UNITS.sub("", " ".join(title.replace("<", "").replace(">", "").split()))
    whole = _GLUED.sub(" ", _NOTE_MARK.sub("", title)).strip(_AROUND)
    return whole[:_LONGEST_TITLE].rstrip(_AROUND)


def _role(
    number: int,
    definition: str,
    rows: Sequence[Printed],
    space: Namespace,
    axes: Mapping[QName, QName],
) -> tuple[Role, tuple[Concept, ...]]:
    stem = f"{space.named(element_name(definition.split(' - ', 1)[1]))[:80]}{number}"
    root = space.abstract(f"{stem}Abstract", definition.split(" - ", 1)[1])
    children, made = _lines(rows, space, stem)
    cube, made_cube, tree = _cube(stem, root, children, rows, space, axes)
    uri = f"{space.uri}/role/{stem}"
    role = Role(uri, definition, tree, hypercube=cube)
    return role, (root, *made, *made_cube)


def _lines(
    rows: Sequence[Printed], space: Namespace, stem: str
) -> tuple[tuple[Node, ...], tuple[Concept, ...]]:
    """The rows under their headings, each concept once with each of its labels.

    Rows of members are shown by the line of their whole, where the table has it.
    """
    made: dict[tuple[str, ...], Concept] = {}

    def level(items: Sequence[Printed], depth: int) -> Iterator[Node]:
        for heading, group in _runs(items, depth):
            if not heading:
                yield from (Node(row.concept.name, row.preferred) for row in group)
                continue
            path = group[0].section[: depth + 1]
            if path not in made:
                below = space.named(element_name(" ".join(path)))[:100]
                made[path] = space.abstract(_free_name(f"{stem}{below}", made.values()), heading)
            yield Node(made[path].name, "", tuple(level(group, depth + 1)))

    whole = {row.concept.name for row in rows if not row.members}
    shown = [row for row in rows if not row.members or row.concept.name not in whole]
    nodes = tuple(_merged(level(shown, 0)))
    return nodes, tuple(made.values())


def _free_name(name: str, made: Iterable[Concept]) -> str:
    """A name for a heading; one of another path may be the same when cut to its length."""
    taken = {concept.name.local for concept in made}
    names = (f"{name}{number or ''}Abstract" for number in count())
    return next(one for one in names if one not in taken)


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
    """Each line once under a parent with one label; what stands under a heading twice comes together."""
    below: dict[tuple[QName, str], list[Node]] = {}
    for node in nodes:
        below.setdefault((node.concept, node.preferred_label), []).extend(node.children)
    for (concept, label), children in below.items():
        yield Node(concept, label, tuple(_merged(children)))


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


def _labels(printed: Iterable[Printed]) -> dict[QName, tuple[tuple[str, str], ...]]:
    """The labels as printed: the first is the standard one, others go by their role.

    What is shown at the beginning of a period is measured at others too, and named so.
    """
    rows = [row for row in printed if row.label]
    opened = {row.concept.name for row in rows if row.opens}
    found: dict[QName, dict[str, str]] = {row.concept.name: {} for row in rows if not row.members}
    for row in rows:
        name = row.concept.name
        if not row.members:
            found[name].setdefault(row.preferred or LABEL, row.label)
            standard = without_moment(row.label) if name in opened else row.label
            if standard:
                found[name].setdefault(LABEL, standard)
    return {name: tuple(texts.items()) for name, texts in found.items()}
