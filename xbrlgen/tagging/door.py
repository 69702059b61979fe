"""The door of tagging: a proved release becomes a filing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from attrs import evolve

from xbrlgen.filing import Filing, Placement
from xbrlgen.model import Concept, Fact, Member
from xbrlgen.proving.identity import Proved, Ref
from xbrlgen.reading.document import Verdict
from xbrlgen.reading.statement import FACE_KINDS, Statement, StatementKind
from xbrlgen.tagging.assembling import Work, filing_of
from xbrlgen.tagging.columns.dimensions import Dimensions
from xbrlgen.tagging.concepts.assignment import Chosen
from xbrlgen.tagging.concepts.breaking import broken_down, by_class
from xbrlgen.tagging.concepts.candidates import is_only_near
from xbrlgen.tagging.concepts.meanings import DEFINED, Meaning, Sheet, face_choices, own_meaning
from xbrlgen.tagging.concepts.rules import both
from xbrlgen.tagging.decisions.deciding import decided
from xbrlgen.tagging.decisions.prior import Prior, read_prior
from xbrlgen.tagging.decisions.profile import Profile, read_profile
from xbrlgen.tagging.decisions.questions import asked_of, not_marked, open_question, questions_of
from xbrlgen.tagging.decisions.said import column_members, of_no_use, said_members, with_said_members
from xbrlgen.tagging.desk import Desk
from xbrlgen.tagging.elsewhere.faces import Faces
from xbrlgen.tagging.elsewhere.others import is_non_gaap, other_meaning
from xbrlgen.tagging.facts.cells import Cell, period_for, taken
from xbrlgen.tagging.facts.hearing import consistent, torn_apart, unanimous
from xbrlgen.tagging.facts.marking import Mark, Marked, marked, unit_of
from xbrlgen.tagging.facts.ordering import ordered
from xbrlgen.tagging.facts.settling import clashes, kept_apart
from xbrlgen.tagging.facts.signs import turns
from xbrlgen.tagging.filer.days import last_day
from xbrlgen.tagging.filer.entity import checked_cik, cik_of, header_cik, identified
from xbrlgen.tagging.known.labels import label_table
from xbrlgen.tagging.known.standard import knowledge_of
from xbrlgen.tagging.own.owning import own_concepts
from xbrlgen.tagging.own.sides import sides_of
from xbrlgen.tagging.own.wishing import Turning, wishes_of
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName, found_sums, without_echoes
from xbrlgen.tagging.rows.turning import turned_round
from xbrlgen.tagging.sentences.mentions import told
from xbrlgen.tagging.texts.cover import cover_facts
from xbrlgen.tagging.texts.policies import policies
from xbrlgen.tagging.texts.schedules import Schedule, schedules
from xbrlgen.taxonomy.asking.index import Taxonomy
from xbrlgen.taxonomy.editions import editions_of

# From which confidence on a concept is taken; less is a question.
_SURE = 0.55
_SURE_IF_NEAR = 0.62  # where only words like the printed ones speak for it
# Keeping rows apart that clash may bring new clashes: looked for so often at the most.
_ROUNDS = 4
# Where no candidate has this share of belief, no standard concept is meant.
_UNHEARD = 0.3
# A figure of a face statement wins a contradiction against any other.
_FACE_RANK = 2


def tag(
    proved: Proved,
    *,
    year: int | None = None,
    entity: str | None = None,
    prior: Iterable[Path | str] = (),
    profile: Path | str | Profile | None = None,
) -> Filing:
    """The filing of a proved release, in the taxonomy of its time or of ``year``.

    ``entity`` is a CIK; ``prior`` are earlier filings of the company, which teach its labels; ``profile`` is
    the user's own decisions, which win over all else.
    """
    decisions, before = read_profile(profile), read_prior(prior)
    desk = _desk(_named(proved, decisions.name), year or decisions.year, entity, decisions, before)
    usable = taken(proved, {line.name: line for line in desk.sheet.lines}, desk.dimensions)
    usable = evolve(usable, cells=ordered(usable.cells))
    ruled = broken_down(_meanings(desk, decisions, before), desk.sheet, desk.dimensions)
    told_by = decided(with_said_members(ruled, desk), decisions, before, desk)
    meanings, cells = _settled(usable.cells, told_by.meanings, desk)
    asked = asked_of(usable.cells, meanings)
    printed = [mark for _, mark, _ in cells]
    sentences = told(desk, printed)
    marks, torn = unanimous(list(consistent([*printed, *sentences.marks])))
    result = marked(marks, desk.identity.entity)
    bare = _not_marked(usable.cells, cells, asked, meanings)
    left = (*usable.left, *map(open_question, asked), *bare, *sentences.left, *map(torn_apart, torn))
    questions = questions_of(asked, meanings, desk.sheet.lines)
    findings = (*told_by.findings, *of_no_use(decisions, desk), *questions)
    members, cover = _members(cells, desk), _cover(desk)
    work = Work(result, cells, sentences.marks, members, left, findings, cover, _blocks(result, desk))
    return filing_of(desk, work)


def _settled(
    cells: Sequence[Cell], meanings: Mapping[RowName, Meaning], desk: Desk
) -> tuple[Mapping[RowName, Meaning], tuple[tuple[Cell, Mark, int], ...]]:
    """What the rows mean and the cells are marked with once rows that clashed are kept apart."""
    is_standard = _is_standard(desk)
    members = {
        (statement.index, column.index): column_members(column, statement, desk)
        for statement in desk.sheet.statements
        for column in statement.columns
    }
    found = _marked_cells(cells, meanings, desk, is_standard, members)
    for _ in range(_ROUNDS):
        clashing = clashes((cell, mark) for cell, mark, _ in found)
        apart = kept_apart(meanings, clashing, desk.sheet, desk.dimensions)
        if apart == meanings:
            break
        meanings = apart
        found = _marked_cells(cells, meanings, desk, is_standard, members)
    return meanings, found


def _marked_cells(
    cells: Sequence[Cell],
    meanings: Mapping[RowName, Meaning],
    desk: Desk,
    is_standard: Callable[[str], bool],
    members: Mapping[tuple[int, int], tuple[Member, ...]],
) -> tuple[tuple[Cell, Mark, int], ...]:
    """Each cell that has a concept with its mark and how its row is turned; ``members`` are of columns."""
    concepts = {name: meaning.concept for name, meaning in meanings.items() if meaning.concept}
    turned = turns(desk.sheet.lines, concepts, desk.sheet.sums, desk.sheet.knowledge)
    sides = sides_of(desk.sheet, meanings, turned)
    own = own_concepts(wishes_of(cells, meanings, sides), desk.identity.space, is_standard)
    turning = Turning(turned, sides)
    return tuple(
        (cell, mark, turn)
        for cell in cells
        for mine in [own.get((*cell.line.name, cell.column.index))]
        for of_column in [() if cell.measure else members[cell.statement.index, cell.column.index]]
        for mark, turn in _marks(cell, meanings[cell.line.name], mine, of_column, turning)
    )


def _cover(desk: Desk) -> tuple[tuple[Fact, Placement | None], ...]:
    document = desk.proved.document
    return tuple(cover_facts(document, desk.dimensions.taxonomy, desk.identity.entity, last_day(document)))


def _blocks(result: Marked, desk: Desk) -> tuple[Schedule, ...]:
    """The tables and notes that are facts as a whole."""
    document, about = desk.proved.document, (desk.dimensions.taxonomy, desk.identity.entity)
    places = (placement.place for placement in result.placements)
    return (*schedules(document, places, *about), *policies(document, *about))


# Standard families beside us-gaap whose names own concepts can't have either.
_OTHER_FAMILIES = ("srt", "dei", "country")


def _is_standard(desk: Desk) -> Callable[[str], bool]:
    """Whether a name is one of a standard taxonomy, of which no own one may be (filer manual, 6.7.16)."""
    taxonomy = desk.dimensions.taxonomy
    families = [taxonomy, *(taxonomy.sibling(family) for family in _OTHER_FAMILIES)]
    return cache(lambda name: any(family.possible(name) is not None for family in families))


def _not_marked(
    usable: Iterable[Cell],
    cells: Iterable[tuple[Cell, Mark, int]],
    asked: Iterable[Cell],
    meanings: Mapping[RowName, Meaning],
) -> Iterator[Verdict]:
    """What became of the cells that are neither facts nor asked about."""
    told = {cell.entry.figure.place for cell in (*(cell for cell, _, _ in cells), *asked)}
    left = (cell for cell in usable if cell.entry.figure.place not in told)
    yield from (not_marked(cell, meanings[cell.line.name]) for cell in left)


def _members(cells: Iterable[tuple[Cell, Mark, int]], desk: Desk) -> tuple[Concept, ...]:
    """The filer's own members that the marks use."""
    with_members = [cell for cell, mark, _ in cells if mark.members]
    texts = ((cell.column.segment, cell.row.label, *cell.row.section[-1:]) for cell in with_members)
    labels = dict.fromkeys(chain.from_iterable(texts))
    used = {member.member for _, mark, _ in cells for member in mark.members}
    chosen = (one for one in desk.said.values() if one.name.namespace == desk.identity.space.uri)
    mine = (*map(desk.dimensions.own_member, reversed(labels)), *chosen)
    made = {concept.name: concept for concept in mine}
    return tuple(made[name] for name in sorted(made) if name in used)


def _sound(proved: Proved) -> Iterator[Statement]:
    """The statements without the figures that were refused."""
    refused = {refusal.ref for refusal in proved.refusals}
    for statement in proved.document.statements:
        kept = (
            entry
            for entry in statement.entries
            if Ref(statement.index, entry.row, entry.column) not in refused
        )
        yield evolve(statement, entries=tuple(kept))


def _named(proved: Proved, name: str) -> Proved:
    """The release under the name that the user gives the company, if one."""
    return evolve(proved, document=evolve(proved.document, company=name)) if name else proved


def _desk(proved: Proved, year: int | None, entity: str | None, profile: Profile, prior: Prior) -> Desk:
    document = proved.document
    day = last_day(document)
    taxonomy = Taxonomy.of("us-gaap", year or day or editions_of("us-gaap")[-1].year)
    knowledge = knowledge_of(taxonomy.year)
    balances = frozenset(one.index for one in document.statements if one.kind is StatementKind.BALANCE)
    identities = turned_round(proved.identities, document.statements)
    aside = frozenset(one.index for one in document.statements if one.kind not in FACE_KINDS)
    sums = found_sums((without_echoes(one, proved.value) for one in identities), balances, aside)
    sheet = Sheet.of(_sound(proved), sums, knowledge, label_table())
    given = "" if entity is None else checked_cik(entity)
    cik = given or cik_of(profile.cik) or cik_of(prior.cik) or header_cik(document)
    identity = identified(document, cik, (profile.prefix or prior.prefix, profile.namespace), day)
    dimensions = Dimensions(taxonomy, identity.space)
    return Desk(proved, sheet, dimensions, identity, said_members(profile, dimensions))


def _meanings(desk: Desk, profile: Profile, prior: Prior) -> dict[RowName, Meaning]:
    sheet = desk.sheet
    by_name = {line.name: line for line in sheet.lines}
    found = {
        name: _face_meaning(chosen, by_name[name], sheet) for name, chosen in face_choices(sheet).items()
    }
    for line in desk.sheet.lines:
        if line.form and is_non_gaap(line.bare, on_face=True):
            found[line.name] = own_meaning("no standard defines this measure", confidence=DEFINED)
        elif line.form:
            found.setdefault(line.name, own_meaning("no standard concept has these words"))
    found |= dict(_doubled(desk))
    found = by_class(found, desk.sheet, desk.dimensions)
    found = decided(found, profile, prior, desk).meanings
    faces = Faces.of(desk.sheet, found)
    bases = {(of.index, row.index): row.basis for of in desk.sheet.statements for row in of.rows}
    for line in sheet.lines:
        if line.name not in found:
            found[line.name] = other_meaning(line, bases[line.name], sheet, faces, desk.dimensions)
    return found


def _doubled(desk: Desk) -> Iterator[tuple[RowName, Meaning]]:
    """Lines of face statements whose one number is two facts."""
    for line in desk.sheet.lines:
        names = both(line, desk.sheet.knowledge.year) if line.form else ()
        concepts = [one for one in map(desk.sheet.knowledge.concept, names) if one]
        if len(concepts) == 2 and not is_non_gaap(line.bare, on_face=True):
            reason = "its words name both, which the year has no joint concept for"
            yield line.name, Meaning(concepts[0], 0.97, (reason,), also=(concepts[1],), source="face")


def _face_meaning(chosen: Chosen, line: Line, sheet: Sheet) -> Meaning:
    listed = (chosen.candidate, *chosen.others)
    runners = tuple((one.concept.name, round(one.share, 3)) for one in chosen.others[:5])
    best = chosen.candidate
    if chosen.confidence >= (_SURE_IF_NEAR if is_only_near(best) else _SURE):
        sure = round(sheet.trusted(chosen.confidence, best.concept, line, line.form), 3)
        return Meaning(best.concept, sure, best.reasons, runners, source="face")
    ranked = sorted(listed, key=lambda one: -one.share)
    everything = tuple((one.concept.name, round(one.share, 3)) for one in ranked[:6])
    if max(one.share for one in listed) < _UNHEARD:
        return own_meaning("no standard concept has these words", everything)
    return Meaning(None, round(chosen.confidence, 3), chosen.candidate.reasons, everything, source="question")


def _marks(
    cell: Cell, meaning: Meaning, mine: Concept | None, of_column: tuple[Member, ...], turning: Turning
) -> Iterator[tuple[Mark, int]]:
    concept = mine or meaning.concept
    period = period_for(concept, cell.line, cell.period) if concept else None
    if concept is None or period is None:
        return
    turn = turning.of(cell, mine)
    members = of_column + (() if mine else meaning.members)
    if len({member.axis for member in members}) < len(members):  # which of two parts of one kind, none says
        return
    mark = Mark(
        place=cell.entry.figure.place,
        print=cell.entry.figure.print,
        label=cell.row.label,
        concept=concept,
        period=period,
        unit=unit_of(cell.entry.unit),
        value=cell.value * turn,
        decimals=cell.decimals,
        members=members,
        rank=_FACE_RANK if cell.statement.kind in FACE_KINDS else 0,
        confidence=meaning.confidence,
        reasons=meaning.reasons,
        runners_up=meaning.runners_up,
    )
    yield mark, turn
    yield from ((evolve(mark, concept=other), turn) for other in (() if mine else meaning.also))
