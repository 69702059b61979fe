"""Everything the review page knows, as plain values for JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from xbrlgen.filing import Choice, Filing, Node
from xbrlgen.findings import Finding
from xbrlgen.model import Fact, Member, QName
from xbrlgen.places import Place
from xbrlgen.proving.identity import Identity, Proved, Ref
from xbrlgen.reading.document import Outcome
from xbrlgen.reading.statement import ColumnKind, Entry, Mention, Row, Statement
from xbrlgen.reviewing.calculations import calculations
from xbrlgen.reviewing.placing import facts_at
from xbrlgen.reviewing.states import Shown, State
from xbrlgen.writing.taxonomy.labels import labels_of

Json = dict[str, Any]
Labels = Mapping[QName, Sequence[tuple[str, str]]]
_DAY = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_OFFICIAL = re.compile(r"^\d+ - \w+ - ")
# Decimals in which a share is shown.
_PLACES = 6
_WITH_FACT = {Outcome.TAGGED, Outcome.REPEATS}
STANDARD = "http://www.xbrl.org/2003/role/label"


def review_data(filing: Filing, shown: Sequence[Shown]) -> Json:
    """Gather figures, facts, sums, statements and findings with the links between them."""
    numbers = {one.ref: one.number for one in shown if one.ref is not None}
    proved = filing.proved
    identities = proved.identities if proved else ()
    uses = _uses(identities)
    starts = {_start(one.verdict.place): one.number for one in shown}
    labels = labels_of(filing)
    facts = facts_at(filing.placements, (one.verdict.place for one in shown))
    return {
        "title": _title(filing),
        "prefix": filing.prefix,
        "date": filing.date,
        "entity": filing.entity.identifier,
        "year": filing.taxonomy_year,
        "proved": str(proved.share() if proved else 0),
        "states": [state.value for state in State],
        "counts": Counter(one.state.value for one in shown),
        "figures": [_figure(filing, one, uses) | {"facts": facts[one.verdict.place]} for one in shown],
        "facts": _facts(filing, labels),
        "identities": [_identity(one, numbers, proved) for one in identities],
        "statements": _statements(proved, numbers),
        "networks": _networks(filing, labels),
        "findings": [_finding(one, starts) for one in filing.findings],
    }


def _title(filing: Filing) -> str:
    company = filing.proved.document.company if filing.proved else ""
    day = _DAY.sub(r"\1-\2-\3", filing.date)
    return f"{company or filing.prefix}, {day}"


def _uses(identities: Iterable[Identity]) -> Mapping[Ref, list[int]]:
    uses: dict[Ref, list[int]] = {}
    for number, identity in enumerate(identities):
        for ref in dict.fromkeys((identity.total, *(term.ref for term in identity.terms))):
            uses.setdefault(ref, []).append(number)
    return uses


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:,f}"


def _short(number: Decimal | None) -> str | None:
    """The text of a number that was computed, without digits that nobody reads."""
    if number is None:
        return None
    rounded = round(number, _PLACES)
    return _text(number if number == rounded else rounded.normalize())


def _figure(filing: Filing, one: Shown, uses: Mapping[Ref, list[int]]) -> Json:
    verdict = one.verdict
    result: Json = {
        "id": one.number,
        "print": verdict.print,
        "state": one.state.value,
        "kind": verdict.kind,
        "reason": "" if verdict.outcome in _WITH_FACT else verdict.reason,
        "line": verdict.place.line,
        "cell": verdict.place.cell,
    }
    if one.ref is not None and filing.proved is not None:
        result |= _meaning(filing.proved, one.ref)
        result["identities"] = uses.get(one.ref, [])
        repair = filing.proved.repair(one.ref)
        refusal = filing.proved.refusal(one.ref)
        result["repair"] = repair.words if repair else ""
        result["reason"] = refusal.reason if refusal else result["reason"]
    return result


def _meaning(proved: Proved, ref: Ref) -> Json:
    figure = proved.figure(ref)
    said = _of_mention(figure) if isinstance(figure, Mention) else _of_entry(proved, ref, figure)
    return {**said, "value": _text(proved.value(ref))}


def _of_mention(mention: Mention) -> Json:
    return {
        "where": mention.sentence,
        "label": mention.subject,
        "period": str(mention.period or ""),
        "unit": mention.unit,
        "statement": -1,
    }


def _of_entry(proved: Proved, ref: Ref, entry: Entry | None) -> Json:
    statement = proved.statement(ref)
    column, row = statement.columns[ref.column], statement.rows[ref.row]
    return {
        "where": statement.title or statement.kind.value,
        "label": row_label(statement.rows, ref.row),
        "section": " › ".join(row.section),
        "period": str(column.period or column.heading),
        "unit": entry.unit if entry else "",
        "statement": statement.index,
        "doubt": (entry.doubt if entry else "") or column.doubt or row.doubt,
    }


def row_label(rows: Sequence[Row], index: int) -> str:
    """The label of a row; an unlabelled subtotal is called so."""
    return rows[index].label or "(no label)"


def _facts(filing: Filing, labels: Labels) -> dict[str, Json]:
    choices = {choice.fact: choice for choice in filing.choices}
    own = {each.name for each in filing.extensions}
    return {
        fact.id: _fact(fact, labels, choices.get(fact.id)) | {"own": fact.concept.name in own}
        for fact in filing.report.facts
    }


def _fact(fact: Fact, labels: Labels, choice: Choice | None) -> Json:
    concept = fact.concept
    return {
        "concept": str(concept.name),
        "label": _label(labels, concept.name),
        "type": concept.type,
        "balance": concept.balance.value if concept.balance else "",
        "periodType": concept.period_type.value,
        "period": str(fact.period),
        "unit": str(fact.unit or ""),
        "value": _text(fact.value) if isinstance(fact.value, Decimal) else fact.value,
        "decimals": fact.decimals,
        "dimensions": [
            [str(each.axis), str(each.member if isinstance(each, Member) else each.value)]
            for each in fact.dimensions
        ],
        "confidence": choice.confidence if choice else None,
        "printed": choice.label if choice else "",
        "reasons": list(choice.reasons) if choice else [],
        "runnersUp": [[str(name), score] for name, score in choice.runners_up] if choice else [],
    }


def _label(labels: Labels, name: QName, role: str = STANDARD) -> str:
    """The label of a role, else the first there is, else the name."""
    given = labels.get(name, ())
    return next((text for each, text in given if each == role), "") or (given[0][1] if given else name.local)


def _identity(one: Identity, numbers: Mapping[Ref, int], proved: Proved | None) -> Json:
    return {
        "kind": one.kind.value,
        "outcome": one.outcome.value,
        "total": _operand(one.total, numbers, proved, 1),
        "terms": [_operand(term.ref, numbers, proved, term.weight) for term in one.terms],
        "computed": _short(one.computed),
        "difference": _short(one.difference),
        "slack": _short(one.slack),
        "reason": one.reason,
    }


def _operand(ref: Ref, numbers: Mapping[Ref, int], proved: Proved | None, weight: int) -> Json:
    figure = proved.figure(ref) if proved else None
    label = ""
    if isinstance(figure, Mention):
        label = figure.subject
    elif isinstance(figure, Entry) and proved is not None:
        label = row_label(proved.statement(ref).rows, ref.row)
    value = proved.value(ref) if proved else None
    return {"figure": numbers.get(ref), "label": label, "value": _text(value), "weight": weight}


def _statements(proved: Proved | None, numbers: Mapping[Ref, int]) -> list[Json]:
    if proved is None:
        return []
    return [
        {
            "index": one.index,
            "title": one.title or one.kind.value,
            "kind": one.kind.value,
            "proved": str(proved.share(one.index)),
            "figures": len(one.entries),
            "chart": _chart(one, proved, numbers),
        }
        for one in proved.document.statements
    ]


def _chart(statement: Statement, proved: Proved, numbers: Mapping[Ref, int]) -> Json:
    """Pick the main lines over the periods shown: the totals, of one unit, where several periods stand."""
    columns = [each for each in statement.columns if each.kind is ColumnKind.VALUE and each.period]
    rows = [row for row in statement.rows if row.is_total and row.label][:6]
    lines = []
    for row in rows:
        points = []
        for column in columns:
            value = proved.value(Ref(statement.index, row.index, column.index))
            figure = numbers.get(Ref(statement.index, row.index, column.index))
            points.append(
                {"value": None if value is None else str(value), "text": _text(value), "figure": figure}
            )
        if any(point["value"] is not None for point in points):
            lines.append({"label": row.label, "points": points})
    return {"periods": [str(each.period) for each in columns], "lines": lines}


def _networks(filing: Filing, labels: Labels) -> list[Json]:
    return [
        {
            "definition": _OFFICIAL.sub("", role.definition),
            "tree": [_node(labels, node) for node in role.tree],
            "sums": sums,
        }
        for role, sums in zip(filing.roles, calculations(filing), strict=True)
    ]


def _node(labels: Labels, node: Node) -> Json:
    return {
        "concept": str(node.concept),
        "label": _label(labels, node.concept, node.preferred_label),
        "children": [_node(labels, child) for child in node.children],
    }


def _start(place: Place) -> tuple[int, int]:
    return place.source, place.start


def _finding(one: Finding, starts: Mapping[tuple[int, int], int]) -> Json:
    return {
        "code": one.code,
        "severity": one.severity.name.lower(),
        "message": one.message,
        "remedy": one.remedy,
        "where": str(one.places[0]) if one.places else "",
        "figures": [starts[_start(place)] for place in one.places if _start(place) in starts],
        "profile": dict(one.details).get("profile", ""),
        "candidates": list(one.about) if one.code == "tagging.question" else [],
    }
