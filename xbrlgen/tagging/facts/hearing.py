"""Several marks heard together: one name means one concept, and who contradicts himself is not believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve

from xbrlgen.model import Concept
from xbrlgen.reading.document import Outcome, Verdict
from xbrlgen.tagging.facts.marking import Aspects, Mark, agree


def same_but_label(known: Concept | None, made: Concept) -> bool:
    """Whether two concepts of one name differ in their labels at most."""
    return known is None or evolve(known, label=made.label) == made


def consistent(marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks, one name always with one concept: the first label is kept."""
    first: dict[tuple[str, str], Concept] = {}
    for mark in marks:
        name = (mark.concept.name.namespace, mark.concept.name.local)
        known = first.setdefault(name, mark.concept)
        if known == mark.concept:
            yield mark
        elif same_but_label(known, mark.concept):
            yield evolve(mark, concept=known)


def unanimous(marks: Sequence[Mark]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The marks without those of sentences that contradict one another, and these: none of them is sure."""
    groups: dict[Aspects, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[mark.aspects].append(mark)
    torn = {
        aspects
        for aspects, group in groups.items()
        if len(group) > 1
        and all(mark.rank < 0 for mark in group)
        and not all(agree(mark, group[0]) for mark in group)
    }
    if not torn:
        return tuple(marks), ()
    kept = tuple(mark for mark in marks if mark.aspects not in torn)
    return kept, tuple(mark for mark in marks if mark.aspects in torn)


def torn_apart(mark: Mark) -> Verdict:
    """That sentences say several values of one thing, so that what they speak of is not clear."""
    reason = f"sentences give other values of '{mark.label}' for the same time"
    return Verdict(mark.place, mark.print, Outcome.UNMAPPED, "ambiguous", reason)
