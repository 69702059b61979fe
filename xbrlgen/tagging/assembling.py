"""The filing put together: trees, labels, verdicts and findings of what was tagged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from xbrlgen.filing import Filing, Placement
from xbrlgen.findings import Finding
from xbrlgen.model import Concept, Fact, Member, QName, Report
from xbrlgen.places import Place
from xbrlgen.proving.identity import Proved
from xbrlgen.reading.document import Document, Outcome, Verdict
from xbrlgen.tagging.columns.dimensions import Dimensions
from xbrlgen.tagging.desk import Desk
from xbrlgen.tagging.facts.cells import Cell
from xbrlgen.tagging.facts.marking import Mark, Marked, contradiction
from xbrlgen.tagging.texts.schedules import Schedule
from xbrlgen.tagging.trees.adding import Values
from xbrlgen.tagging.trees.calculating import Adder
from xbrlgen.tagging.trees.printed import Printed
from xbrlgen.tagging.trees.roles import Trees, trees


@frozen
class Work:
    """What came of tagging: facts, the marks of cells and sentences, questions, what was left and why."""

    marked: Marked
    cells: tuple[tuple[Cell, Mark, int], ...]
    sentences: tuple[Mark, ...]
    members: tuple[Concept, ...]
    left: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    cover: tuple[tuple[Fact, Placement | None], ...] = ()
    schedules: tuple[Schedule, ...] = ()


def filing_of(desk: Desk, work: Work) -> Filing:
    """The filing that a run's work makes."""
    shown = _trees(desk, work)
    cover = {fact.id: fact for fact, _ in work.cover}
    facts = (*cover.values(), *work.marked.facts, *(block.fact for block in work.schedules))
    space = desk.identity.space
    taxonomy = desk.dimensions.taxonomy
    used = _used(facts, shown, work.members, desk.dimensions)
    return Filing(
        report=Report(facts, (taxonomy.schema_location,)),
        prefix=space.prefix,
        namespace=space.uri,
        entity=desk.identity.entity,
        date=desk.identity.day,
        proved=desk.proved,
        taxonomy_year=taxonomy.year,
        extensions=tuple(concept for concept in used if concept.name.namespace == space.uri),
        standard=tuple(concept for concept in used if concept.name.namespace != space.uri),
        labels=shown.labels,
        roles=shown.roles,
        placements=(
            *(placement for _, placement in work.cover if placement),
            *work.marked.placements,
            *(placement for block in work.schedules for placement in block.placements),
        ),
        choices=(*work.marked.choices, *(block.choice for block in work.schedules)),
        findings=_findings(desk, work, shown),
        verdicts=_verdicts(desk.proved, work),
    )


def _findings(desk: Desk, work: Work, shown: Trees) -> tuple[Finding, ...]:
    """What there is to tell, from reading on, each once."""
    earlier = (*desk.proved.document.findings, *desk.proved.findings)
    contradictions = (contradiction(*pair) for pair in work.marked.contradicting)
    return tuple(
        dict.fromkeys((*earlier, *desk.identity.findings, *work.findings, *contradictions, *shown.findings))
    )


def _trees(desk: Desk, work: Work) -> Trees:
    kept = {placement.place for placement in work.marked.placements}
    by_statement = _rows_by_statement(desk, work, kept)
    statements = [(statement, by_statement.get(statement.index, ())) for statement in desk.sheet.statements]
    in_tables = {row.concept.name for _, rows in statements for row in rows}
    loose = [
        _sentence(mark, in_tables)
        for mark in work.sentences
        if mark.place in kept and _apart(mark, in_tables)
    ]
    adder = Adder(desk.sheet.sums, Values.of(work.marked.facts))
    blocks = {block.fact.concept: None for block in work.schedules}
    return trees(statements, loose, tuple(blocks), adder, desk.identity.space, desk.dimensions.domains())


def _rows_by_statement(desk: Desk, work: Work, kept: Container[Place]) -> dict[int, tuple[Printed, ...]]:
    """The rows of each statement that are tagged, once for each concept, with the members of all cells."""
    found: dict[int, dict[tuple[object, ...], Printed]] = {}
    for cell, mark, turn in work.cells:
        if mark.place in kept:
            rows = found.setdefault(cell.statement.index, {})
            printed = _printed(cell, mark, turn, desk)
            known = rows.setdefault((cell.line.name, mark.concept.name), printed)
            members = _united(known, printed)
            if members != known.members:
                rows[cell.line.name, mark.concept.name] = known._replace(members=members)
    return {index: tuple(rows.values()) for index, rows in found.items()}


def _apart(mark: Mark, in_tables: set[QName]) -> bool:
    return bool(mark.members) or mark.concept.name not in in_tables


def _united(known: Printed, printed: Printed) -> tuple[Member, ...]:
    return tuple(dict.fromkeys((*known.members, *printed.members)))


def _printed(cell: Cell, mark: Mark, turn: int, desk: Desk) -> Printed:
    is_total = cell.row.is_total or desk.sheet.sums.is_total(cell.line.name)
    return Printed(
        cell.line.name,
        mark.concept,
        cell.row.label,
        cell.line.bare,
        cell.row.section,
        turn,
        is_total,
        mark.members,
    )


def _sentence(mark: Mark, in_tables: set[QName]) -> Printed:
    label = "" if mark.concept.name in in_tables else mark.label
    return Printed(
        (-1, mark.place.start), mark.concept, label, "", (), turn=1, is_total=False, members=mark.members
    )


def _used(
    facts: Iterable[Fact], shown: Trees, members: Iterable[Concept], dimensions: Dimensions
) -> tuple[Concept, ...]:
    found = {fact.concept.name: fact.concept for fact in facts}
    found |= {concept.name: concept for concept in shown.concepts}
    own = {concept.name: concept for concept in members}
    for name in _names_of_dimensions(facts, shown):
        concept = own.get(name) or dimensions.find(name.local)
        if concept:
            found.setdefault(name, concept)
    return tuple(found.values())


def _names_of_dimensions(facts: Iterable[Fact], shown: Trees) -> Iterator[QName]:
    for fact in facts:
        for value in fact.dimensions:
            yield value.axis
            if isinstance(value, Member):
                yield value.member
    for role in shown.roles:
        for axis, domain, members in role.hypercube.axes if role.hypercube else ():
            yield from (axis, domain, *members)


def _verdicts(proved: Proved, work: Work) -> tuple[Verdict, ...]:
    """The last word on every printed number: what is still only read by now was not mapped."""
    base = proved.verdicts or proved.document.verdicts
    said = {(verdict.place.source, verdict.place.start): verdict for verdict in base}
    for verdict in (*work.left, *_of_marks(work)):
        said[verdict.place.source, verdict.place.start] = verdict
    cover = tuple(_of_cover(proved.document, work))
    return tuple(_final(verdict, cover) for _, verdict in sorted(said.items()))


def _of_cover(document: Document, work: Work) -> Iterator[tuple[Place, str]]:
    """Each item of the cover with its fact, or without where the year's dei has no element for it."""
    facts = {placement.place: placement.fact for _, placement in work.cover if placement}
    for item in document.cover:
        yield item.place, facts.get(item.place, "")


def _of_marks(work: Work) -> Iterator[Verdict]:
    for mark, best in work.marked.contradicting:
        reason = f"says something else than {best.print} of '{best.label}' about the same thing"
        yield Verdict(mark.place, mark.print, Outcome.UNMAPPED, "contradiction", reason)
    done: set[Place] = set()
    for placement in work.marked.placements:
        if placement.place not in done:
            done.add(placement.place)
            again = placement.place in work.marked.repeats
            outcome = Outcome.REPEATS if again else Outcome.TAGGED
            yield Verdict(placement.place, placement.print, outcome, "fact", placement.fact)


def _final(verdict: Verdict, cover: Sequence[tuple[Place, str]]) -> Verdict:
    if verdict.outcome not in (Outcome.READ, Outcome.UNMAPPED, Outcome.NOT_A_FACT):
        return verdict
    fact = next((fact for place, fact in cover if place.holds(verdict.place)), None)
    if fact is not None:
        if fact:
            return evolve(verdict, outcome=Outcome.TAGGED, kind="cover", reason=fact)
        return evolve(verdict, outcome=Outcome.NOT_A_FACT, kind="cover", reason=_NO_ELEMENT)
    if verdict.outcome is not Outcome.READ:
        return verdict
    return evolve(verdict, outcome=Outcome.UNMAPPED, kind=verdict.kind or "sentence", reason=_UNSAID)


_NO_ELEMENT = "an item of the cover page that this year's dei shows no element for"
_UNSAID = "no concept was found for what it says"
