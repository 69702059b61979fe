"""The one word a reader sees for each printed number, and how it is marked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from attrs import frozen

from xbrlgen.filing import Filing
from xbrlgen.places import Place
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.document import Outcome, Verdict


class State(Enum):
    """What became of a printed number, as the page shows it."""

    PROVED = "proved"
    TAGGED = "tagged"
    REPEATS = "repeats"
    REPAIRED = "repaired"
    QUESTION = "question"
    REFUSED = "refused"
    UNMAPPED = "unmapped"
    NOT_A_FACT = "not-a-fact"


_BY_OUTCOME: Mapping[Outcome, State] = {
    Outcome.READ: State.UNMAPPED,
    Outcome.TAGGED: State.TAGGED,
    Outcome.REPEATS: State.REPEATS,
    Outcome.REFUSED: State.REFUSED,
    Outcome.NOT_A_FACT: State.NOT_A_FACT,
    Outcome.UNMAPPED: State.UNMAPPED,
}
_FACTS = frozenset({State.TAGGED, State.REPEATS})


@frozen
class Shown:
    """One printed number of the page: its verdict, its name in the statements, its state."""

    number: int
    verdict: Verdict
    state: State
    ref: Ref | None = None


def shown_figures(filing: Filing) -> tuple[Shown, ...]:
    """List every printed number of a filing's release in source order."""
    refs, asked = _refs_by_start(filing), _asked(filing)
    proved = filing.proved.proved if filing.proved else frozenset()
    repaired = {repair.ref for repair in filing.proved.repairs} if filing.proved else set()
    result = []
    for number, verdict in enumerate(filing.verdicts):
        key = _key(verdict.place)
        ref = refs.get(key)
        state = _BY_OUTCOME[verdict.outcome]
        if state is State.UNMAPPED and key in asked:
            state = State.QUESTION
        elif state in _FACTS and ref in repaired:
            state = State.REPAIRED
        elif state is State.TAGGED and ref in proved:
            state = State.PROVED
        result.append(Shown(number, verdict, state, ref))
    return tuple(result)


def _asked(filing: Filing) -> set[tuple[int, int]]:
    """Where the numbers stand that there are questions about."""
    questions = (each for each in filing.findings if each.code == "tagging.question")
    return {_key(place) for finding in questions for place in finding.places}


def _refs_by_start(filing: Filing) -> dict[tuple[int, int], Ref]:
    if filing.proved is None:
        return {}
    document = filing.proved.document
    found = {_key(mention.figure.place): Ref(-1, index) for index, mention in enumerate(document.mentions)}
    for statement in document.statements:
        for entry in statement.entries:
            found[_key(entry.figure.place)] = Ref(statement.index, entry.row, entry.column)
    return found


def _key(place: Place) -> tuple[int, int]:
    return place.source, place.start
