"""Figures in sentences: a fact of a table said again, a standard concept, or a measure of the filer's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from attrs import evolve, frozen

from xbrlgen.model import Concept, Period, PeriodType
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.document import Outcome, Verdict
from xbrlgen.reading.statement import EXPECTED, OWN_MEASURES, Basis, Kind, Mention, Role, StatementKind
from xbrlgen.tagging.columns.dimensions import NO_RANGES
from xbrlgen.tagging.concepts.candidates import Candidate, ruled
from xbrlgen.tagging.concepts.meanings import NONE_SURE
from xbrlgen.tagging.desk import Desk
from xbrlgen.tagging.elsewhere.others import is_non_gaap, is_off_face
from xbrlgen.tagging.facts.cells import period_for
from xbrlgen.tagging.facts.hearing import same_but_label
from xbrlgen.tagging.facts.marking import Mark, agree, half_of, unit_of
from xbrlgen.tagging.filer.days import end_of, last_day
from xbrlgen.tagging.filer.extending import own_name
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.polarity import is_two_sided, turned_by_label
from xbrlgen.tagging.known.tables import lines as table_lines
from xbrlgen.tagging.known.words import key, loose
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.moments import at_moment
from xbrlgen.tagging.sentences.in_labels import mark_in_label
from xbrlgen.tagging.sentences.naming import is_no_name, named
from xbrlgen.tagging.sentences.repeating import Tables, again, repeated, times_of

# Belief from which rules for a sentence's words give a concept: two that disagree have half of it each.
_SURE = 0.65
_RATES = re.compile(r"\b(rate|margin|yield|ratio|return|percent|percentage|utilization|occupancy|churn)\b")
# No company tells of less money, with decimals, than a thousand in a sentence.
_SMALL = 1_000
# Less than half a year apart, a period is compared with the one right before it.
_SEQUENTIAL = 180
_SUFFIXES: Mapping[Role, str] = {Role.GROWTH: "GrowthRate", Role.CHANGE: "Change", Role.SHARE: "Share"}
_GAAP = re.compile(r"^(gaap|reported|total|record) ")


@lru_cache(maxsize=1)
def _measures() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in table_lines("rules-measures.tsv"))


@frozen
class Told:
    """What sentences said: marks, and what was left and why."""

    marks: tuple[Mark, ...]
    left: tuple[Verdict, ...]


def told(desk: Desk, marks: Sequence[Mark]) -> Told:
    """The marks of all figures in sentences that are clear enough."""
    tables = Tables.of(marks, desk.identity.space.uri)
    refused = {refusal.ref: refusal for refusal in desk.proved.refusals}
    taken = {repair.ref: repair.taken for repair in desk.proved.repairs}
    last = last_day(desk.proved.document)
    found: list[Mark] = []
    left: list[Verdict] = []
    for index, mention in enumerate(desk.proved.document.mentions):
        ref = Ref(-1, index)
        if ref in refused:
            left.append(_left(mention, Outcome.REFUSED, refused[ref].kind, refused[ref].reason))
            continue
        value = _directed(mention, taken.get(ref, mention.value))
        reason = _unclear(mention, value, last)
        mark = reason or _mark_or_reason(mention, value, desk, tables)
        if isinstance(mark, Mark):
            found.append(mark)
        else:
            left.append(_left(mention, Outcome.UNMAPPED, "sentence", mark))
    return Told(tuple(found), tuple(left))


def _mark_or_reason(mention: Mention, value: Decimal | None, desk: Desk, tables: Tables) -> Mark | str:
    if mention.in_label:
        return mark_in_label(mention, desk, tables.marks)
    if not desk.dimensions.tells(_expected(mention, desk)):
        return NO_RANGES
    return (_mark(mention, value, desk, tables) if value is not None else None) or "no concept is sure for it"


def _directed(mention: Mention, value: Decimal | None) -> Decimal | None:
    """The value with the sign that words give it where the print has none."""
    return -value if value is not None and value > 0 and mention.direction < 0 else value


def _left(mention: Mention, outcome: Outcome, kind: str, reason: str) -> Verdict:
    return Verdict(mention.figure.place, mention.figure.print, outcome, kind, reason)


def _unclear(mention: Mention, value: Decimal | None, last: date | None) -> str:
    if mention.doubt:
        return mention.doubt
    if value is None or mention.figure.flaws:
        return "the print is damaged"
    if mention.kind is Kind.MONEY and not mention.scale and mention.figure.places and abs(value) < _SMALL:
        return "so small an amount of money must have lost its scale"
    if mention.period is None or mention.period.end is None:
        return "the sentence tells no period"
    if mention.basis in EXPECTED and last and mention.period.end <= last:
        return "it is said to be expected for a time that is over"
    return "" if key(mention.subject) else "the sentence does not say what it measures"


def _mark(mention: Mention, value: Decimal, desk: Desk, tables: Tables) -> Mark | None:
    line = _line(mention, value)
    if mention.role in _SUFFIXES:
        return _own(mention, value, line, desk, tables)
    known = repeated(mention, value, line, tables)
    if known:
        return again(mention, value, known)
    if mention.basis in OWN_MEASURES or is_non_gaap(line.bare):
        return _own(mention, value, line, desk, tables)
    best = None if _is_of_a_charge(line) else _best(line, desk)
    if best is None or is_off_face(best.concept, desk.sheet, tables.concepts.values()):
        return _own(mention, value, line, desk, tables)
    return _standard(mention, value, line, best, desk, tables)


def _line(mention: Mention, value: Decimal) -> Line:
    words = key(mention.subject)
    return Line(
        statement=-1,
        row=0,
        kind=StatementKind.OTHER,
        form="",
        label=mention.subject,
        words=_GAAP.sub("", words),
        above="",
        slot="",
        unit=mention.kind,
        is_total=False,
        instant=mention.period.is_instant if mention.period else None,
        values=((mention.period, value),),
    )


# What is told per share and is no result: "expense of $1.9 million, or $0.05 per diluted share".
_CHARGE = re.compile(
    r"\b(expense|charge|cost|compensation|impairment|restructuring|amortization|write ?(off|down)|settlement"
    r"|severance)\b"
)
_RESULT = re.compile(r"\b(earning|income|loss|profit|eps|dividend|distribution|book value)\b")


def _is_of_a_charge(line: Line) -> bool:
    """Whether an amount per share is that of a charge alone, and not the result of the company."""
    words = f"{line.words} {line.bare}"
    return line.unit is Kind.PER_SHARE and bool(_CHARGE.search(words)) and not _RESULT.search(words)


def _best(line: Line, desk: Desk) -> Candidate | None:
    """The surest concept for a subject, if one is sure enough."""
    forms = ("PR", "BS") if line.instant else ("PR", "IS", "CF")
    flags = desk.sheet.around.of(line)
    found = [one for form in forms for one in ruled(line, form, desk.sheet.knowledge, flags)]
    best = max(found, key=lambda one: one.share, default=None)
    if best is None:
        return None
    names: dict[str, float] = {}
    for one in found:
        if either(_name(one), _name(best)):
            names[_name(one)] = max(names.get(_name(one), 0.0), one.share)
    return best if sum(names.values()) >= _SURE else None


def _name(candidate: Candidate) -> str:
    return candidate.concept.name.local


def _standard(
    mention: Mention, value: Decimal, line: Line, best: Candidate, desk: Desk, tables: Tables
) -> Mark | None:
    concept = _as_in_tables(best.concept, tables)
    period = period_for(concept, line, mention.period) if mention.period else None
    if period is None:
        return None
    turn = turned_by_label(line.words, concept) if value > 0 and is_two_sided(concept) else 1
    mark = _base(mention, value * (turn or 1), concept, period, desk)
    if any(not agree(mark, other) for other in tables.said.get(mark.aspects, ())):
        return None
    return evolve(mark, confidence=round(best.share, 3), reasons=best.reasons)


def _as_in_tables(concept: Concept, tables: Tables) -> Concept:
    """The twin that the tables use, where they use one."""
    used = tables.whole
    twin = next((name for name in used if either(name, concept.name.local)), "")
    return used.get(concept.name.local) or used.get(twin) or concept


def _base(mention: Mention, value: Decimal, concept: Concept, period: Period, desk: Desk) -> Mark:
    return Mark(
        place=mention.figure.place,
        print=mention.figure.print,
        label=mention.subject,
        concept=concept,
        period=period,
        unit=unit_of(mention.unit),
        value=value,
        decimals=mention.decimals,
        members=desk.dimensions.forecast(_expected(mention, desk)),
        rank=-1,
    )


def _expected(mention: Mention, desk: Desk) -> Basis:
    """The basis of a figure; what ends after the report's last day can only be expected."""
    ends = {Role.LOW: Basis.LOW, Role.HIGH: Basis.HIGH}
    day = last_day(desk.proved.document)
    future = mention.period and mention.period.end and day and mention.period.end > day
    return ends.get(mention.role, Basis.FORECAST if future else mention.basis)


def _own(mention: Mention, value: Decimal, line: Line, desk: Desk, tables: Tables) -> Mark | None:
    measured = any(pattern.search(line.bare) for pattern in _measures())
    if not measured or is_no_name(mention.subject) or _misread(mention, value, line, tables):
        return None
    period = _when(mention)
    moment = PeriodType.INSTANT if period and period.is_instant else PeriodType.DURATION
    concept = _own_concept(mention, line, moment, desk, tables)
    if concept is None or period is None:
        return None
    mark = _base(mention, value, concept, period, desk)
    if any(not agree(mark, other) for other in tables.said.get(mark.aspects, ())):
        return None
    return evolve(
        mark, confidence=NONE_SURE, reasons=("no standard concept is sure, so it is the filer's own",)
    )


def _when(mention: Mention) -> Period | None:
    """The period of a figure, or its end where the words name what stands at a moment."""
    period = mention.period
    if period is None or period.end is None or period.is_instant or mention.role in _SUFFIXES:
        return period
    return end_of(period.end) if at_moment(mention.subject, ()) else period


def _misread(mention: Mention, value: Decimal, line: Line, tables: Tables) -> bool:
    """Whether a subject can't be what the figure measures: a share that is no rate, a line that says else."""
    if mention.role in _SUFFIXES:
        return False
    if mention.kind is Kind.PERCENT and not _RATES.search(line.bare):
        return True
    if mention.kind is Kind.PER_SHARE and not is_non_gaap(line.bare) and "dividend" not in line.bare:
        return True
    half = half_of(mention.decimals)
    unit = unit_of(mention.unit)
    near = (mark for when in times_of(mention) for mark in tables.times.get((when, unit), ()))
    same = [mark for mark in near if not mark.members and loose(key(mark.label)) == loose(line.words)]
    return any(abs(abs(mark.value) - abs(value)) > half + mark.half for mark in same)


def _suffix(mention: Mention) -> str:
    """What the role adds to a name; growth over the quarter before is told from growth over a year."""
    suffix = _SUFFIXES.get(mention.role, "")
    now, before = mention.period, mention.compared
    if not suffix or now is None or before is None or now.end is None or before.end is None:
        return suffix
    return f"Sequential{suffix}" if (now.end - before.end).days < _SEQUENTIAL else suffix


def _own_concept(
    mention: Mention, line: Line, moment: PeriodType, desk: Desk, tables: Tables
) -> Concept | None:
    suffix = _suffix(mention)
    basis = mention.basis if mention.basis in OWN_MEASURES else Basis.REPORTED
    kind = mention.kind if mention.kind is not Kind.PERCENT or not suffix else Kind.PERCENT
    words = named(mention.subject, grows=mention.role is Role.GROWTH)
    plain = own_name(words, (), basis, kind) + suffix
    name = f"{plain}Measure" if desk.dimensions.taxonomy.possible(plain) else plain
    made = desk.identity.space.concept(name, kind, moment, mention.subject)
    if not suffix:
        known = tables.own.get((loose(line.words), made.type, moment))
        if known:
            return known
    taken = tables.concepts.get(name)
    return made if (taken or made).type == made.type and same_but_label(taken, made) else None
