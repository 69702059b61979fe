"""What rows outside the face statements mean: reconciliations, expense breakdowns, metrics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import evolve

from xbrlgen.model import Concept, Member
from xbrlgen.reading.statement import OWN_MEASURES, Basis, Kind, StatementKind
from xbrlgen.tagging.columns.dimensions import Dimensions, expense_line
from xbrlgen.tagging.concepts.candidates import NEARLY, RULED, Candidate
from xbrlgen.tagging.concepts.meanings import DEFINED, Meaning, Sheet, own_meaning
from xbrlgen.tagging.elsewhere.divided import of_a_part
from xbrlgen.tagging.elsewhere.faces import ALIKE, Faces, likeness
from xbrlgen.tagging.elsewhere.portions import adjusted_line
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.tables import pairs
from xbrlgen.tagging.rows.lines import Line

# Belief from which a label outside the face statements gives a concept, as nothing adds up there to bear it
# out: with 0.68, a product called "Sales" is taken for all of them.
_SURE = 0.85
# Filers that must have been heard with the very words, where nothing else bears a label out.
_HEARD = 5
# Strength of rules for whole labels; weaker ones are for single words, which other labels have too.
_RULE_ENOUGH = 0.9
_BREAKDOWNS: Mapping[StatementKind, tuple[str, ...]] = {
    StatementKind.STOCK_COMPENSATION: ("AllocatedShareBasedCompensationExpense", "ShareBasedCompensation"),
    StatementKind.AMORTIZATION: ("AmortizationOfIntangibleAssets",),
}
_FLOW = re.compile(r"(Proceeds|Payments|Repayments|IncreaseDecrease)")
_FLOW_WORDS = re.compile(
    r"proceed|payment|paid|purchase|repay|repurchase|change|increase|decrease|expenditure|dividend"
)
_HEADINGS = (
    (re.compile(r"(stock|share|equity) based compensation"), StatementKind.STOCK_COMPENSATION),
    (re.compile(r"amortization.*intangible|intangible.*amortization"), StatementKind.AMORTIZATION),
)
_TOTAL = re.compile(
    r"^(total\b(?!.*\basset)|$)|^(stock|share|equity) based compensation( expense)?$|^amortization"
)


@lru_cache(maxsize=2)
def _undefined(*, on_face: bool) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(pattern) for pattern, where in pairs("rules-nongaap.tsv") if where == "all" or not on_face
    )


@lru_cache(maxsize=8192)
def is_non_gaap(words: str, *, on_face: bool = False) -> bool:
    """Whether words name a measure that no accounting standard defines; on a face statement, beyond doubt."""
    return any(pattern.search(words) for pattern in _undefined(on_face=on_face))


_GAAP = re.compile(r"\bgaap ")
_FORMS = {StatementKind.GUIDANCE: ("PR", "IS", "CF")}
_TELLING = frozenset({StatementKind.RECONCILIATION, StatementKind.GUIDANCE})


def other_meaning(line: Line, basis: Basis, sheet: Sheet, faces: Faces, dimensions: Dimensions) -> Meaning:
    """The meaning of a line outside the face statements; without a concept it is the filer's own."""
    kind = _breakdown_kind(line, sheet)
    if kind:
        return _breakdown(line, kind, sheet, dimensions)
    if _UNNAMED_BALANCE.search(line.bare) and not line.instant:
        return Meaning(None, 0.0, ("a balance that has no name, in a table of a time",), source="question")
    if is_non_gaap(line.bare) or basis in OWN_MEASURES:
        return own_meaning("no standard defines this measure", confidence=DEFINED)
    told = _portion(line, sheet, dimensions) or _again(line, faces)
    return told or of_a_part(line, sheet, faces, dimensions) or _by_label(line, sheet, faces)


# The first and last row of what moved in a time: balances at its ends, of what the title of the table says.
_UNNAMED_BALANCE = re.compile(
    r"^(balance )?(beginning|opening|ending|closing|end)( (period|year|quarter|balance))*$|^balance$"
)


def _again(line: Line, faces: Faces) -> Meaning | None:
    """The meaning of the face line that a line repeats; a question that is asked there stays one here."""
    repeated = faces.known(line)
    if repeated is None:
        return None
    found = faces.meanings[repeated.name]
    reasons = (f"the figures of '{repeated.label}' printed again",)
    if found.concept is None:
        return evolve(found, reasons=reasons) if likeness(line, repeated) >= ALIKE else None
    return Meaning(_flavour(found, line), found.confidence, reasons, source="tie")


def _flavour(found: Meaning, line: Line) -> Concept | None:
    """The concept of a repeated number; of two that it is there, the diluted one where the words say so."""
    told = (found.concept, *found.also) if "dilut" in f"{line.above} {line.bare}" else (found.concept,)
    return next((one for one in told if one and "Diluted" in one.name.local), found.concept)


# By which words say at which end of a time a balance stands.
_EDGE = re.compile(
    r" (beginning|start|end) (period|quarter|year|month)$| (period|quarter|year) end$"
    r"|^(beginning|opening|ending|closing|(period|quarter|year) end|end (period|quarter|year)) "
)


def _by_label(line: Line, sheet: Sheet, faces: Faces) -> Meaning:
    words = _GAAP.sub("", line.words)
    said = evolve(line, words=(_EDGE.sub("", words) if line.instant else "") or words)
    forms = ("BS",) if line.instant else _FORMS.get(line.kind, ("IS", "CF"))
    found = [
        (one, form) for form in forms for one in sheet.options(said, form)[:3] if _told_by(one, said, sheet)
    ]
    best, form = max(found, key=lambda pair: pair[0].share, default=(None, ""))
    runners = tuple((one.concept.name, round(one.share, 3)) for one, _ in found if one is not best)
    belief = best.share + _as_well(best, [one for one, _ in found]) if best else 0.0
    told = [meaning.concept for meaning in faces.meanings.values()]
    away = line.kind is StatementKind.RECONCILIATION and best and is_off_face(best.concept, sheet, told)
    if best is None or belief < _SURE or away or not _is_heard(best, belief, said, forms, sheet):
        own = tuple((one.concept.name, round(one.share, 3)) for one, _ in found)
        return own_meaning("no standard concept is sure", own)
    concept = faces.used(best.concept) if line.kind is StatementKind.GUIDANCE else best.concept
    sure = round(sheet.trusted(min(belief, 0.999), concept, said, form), 3)
    return Meaning(concept, sure, best.reasons, runners, source="label")


# Results that companies define for themselves where their income statement has no such line. Origin: insurers
# and managers of assets, whose operating income is net income without gains on investments.
_FACE_RESULTS = frozenset({"OperatingIncomeLoss"})


def is_off_face(concept: Concept, sheet: Sheet, shown: Iterable[Concept | None]) -> bool:
    """Whether a concept is a result that the income statement, which is there, doesn't show."""
    if concept.name.local not in _FACE_RESULTS or not any(line.form == "IS" for line in sheet.lines):
        return False
    return concept not in shown


def _as_well(best: Candidate, found: Iterable[Candidate]) -> float:
    """The belief in other concepts that serve as well as the best one."""
    name = best.concept.name.local
    return sum(one.share for one in found if one is not best and either(one.concept.name.local, name))


def _is_heard(best: Candidate, belief: float, line: Line, forms: Iterable[str], sheet: Sheet) -> bool:
    """Whether filers enough, or a rule that is sure, speak for a concept."""
    year = sheet.knowledge.year
    heard = any(sheet.labels.support(form, line.words, year) >= _HEARD for form in forms)
    return heard or (RULED in best.reasons and belief >= _RULE_ENOUGH)


_FACE_DATA = re.compile(
    r"\b(?:balance sheets?|income statements?|statements? of (?:income|operations|earnings)|earnings)"
    r" (?:data|information|items|highlights|summary)\b|\b(?:results of|summary of) operations\b",
    re.IGNORECASE,
)


def _told_by(one: Candidate, line: Line, sheet: Sheet) -> bool:
    """Whether a line outside the face statements names what it would have to name."""
    name = one.concept.name.local
    flows = not _FLOW.match(name) or _FLOW_WORDS.search(line.bare) is not None
    if not flows or ("Cash" in name and "cash" not in line.bare):
        return False
    per_share = line.unit is Kind.PER_SHARE and " per " in line.above and not is_non_gaap(line.above)
    placed = not line.above or line.instant is True or per_share
    balance = line.instant is True and not line.above and NEARLY not in one.reasons
    ruled = RULED in one.reasons and placed
    return line.kind in _TELLING or ruled or balance or _is_of_face_data(line, sheet)


def _is_of_face_data(line: Line, sheet: Sheet) -> bool:
    """Whether the title of its table says that it shows data of the balance sheet or income statement."""
    title = next((each.title for each in sheet.statements if each.index == line.statement), "")
    return _FACE_DATA.search(title) is not None


def _breakdown_kind(line: Line, sheet: Sheet) -> StatementKind | None:
    """Which expense a line breaks down, by its table or the heading above it."""
    if line.kind in _BREAKDOWNS:
        mates = sheet.lines_in(line.statement)
        return line.kind if any(expense_line(mate.bare) for mate in mates) else None
    for pattern, kind in _HEADINGS:
        if pattern.search(line.above) and not is_non_gaap(line.bare) and expense_line(line.bare):
            return kind
    return None


def _breakdown(line: Line, kind: StatementKind, sheet: Sheet, dimensions: Dimensions) -> Meaning:
    concept = _first(sheet, _BREAKDOWNS[kind])
    if concept is None or line.unit is not Kind.MONEY:
        return own_meaning("no concept for a breakdown of this kind")
    total = _TOTAL.search(line.bare) or (sheet.sums.is_total(line.name) and "asset" not in line.bare)
    if not total and not expense_line(line.bare) and not expense_line(line.above.rsplit(" > ", 1)[-1]):
        return own_meaning("no line of the income statement")
    if total:
        return Meaning(concept, DEFINED, ("the total of a breakdown by expense line",), source="breakdown")
    members = _by_line(line, dimensions)
    if not members:
        return own_meaning("the taxonomy of the year has no axis of expense lines")
    reasons = ("a part of the total by expense line",)
    return Meaning(concept, 0.93, reasons, members=members, source="breakdown")


def _portion(line: Line, sheet: Sheet, dimensions: Dimensions) -> Meaning | None:
    """The meaning of an expense that is added back to one line or to gross profit: a part, by that line."""
    kind = next((kind for pattern, kind in _HEADINGS if pattern.search(line.bare)), None)
    words = adjusted_line(line, sheet) if kind else ""
    concept = _first(sheet, _BREAKDOWNS[kind]) if kind and words else None
    member = dimensions.expense_line(words) if concept else None
    if concept is None or member is None:
        return None
    members = dimensions.member("IncomeStatementLocationAxis", member)
    reasons = ("the part of one expense line, as it adjusts only that line",)
    return Meaning(concept, 0.93, reasons, members=members, source="breakdown") if members else None


def _by_line(line: Line, dimensions: Dimensions) -> tuple[Member, ...]:
    member = dimensions.expense_line(line.bare) or dimensions.own_member(line.label)
    return dimensions.member("IncomeStatementLocationAxis", member)


def _first(sheet: Sheet, names: tuple[str, ...]) -> Concept | None:
    found = (sheet.knowledge.concept(name) for name in names)
    return next((concept for concept in found if concept), None)
