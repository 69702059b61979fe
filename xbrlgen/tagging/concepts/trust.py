"""How far a choice is to be trusted: what reports as confidence was measured, not felt."""

from __future__ import annotations

from collections.abc import Mapping

from xbrlgen.tagging.concepts.candidates import fits
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.knowledge import Knowledge
from xbrlgen.tagging.known.labels import LabelTable
from xbrlgen.tagging.rows.lines import Line

# Measured with one filer of the label left out: a label misleads so much more often than filers disagree
# on it, and so much would one filer more agree. Words no filer was seen to use are trusted so far at most.
_EXCESS = 2.3
_UNSEEN = 0.25
_MOST = 0.89


def trusted(
    belief: float, name: str, line: Line, form: str, *, labels: LabelTable, knowledge: Knowledge
) -> float:
    """The confidence in a concept for a line that no sum bears out: no more than what filers do.

    What counts is the share of filers with these words that use the concept or one that serves as well.
    """
    shares = _usable(labels.shares(form, line.words, knowledge.year), line, knowledge)
    if not shares:
        return min(belief, _MOST)
    heard = labels.filers(form, line.words)
    agreed = sum(share for other, share in shares.items() if either(other, name)) / sum(shares.values())
    return min(belief, (max(0.0, 1 - _EXCESS * (1 - agreed)) * heard + _UNSEEN) / (heard + 1))


def _usable(shares: Mapping[str, float], line: Line, knowledge: Knowledge) -> dict[str, float]:
    concepts = ((name, share, knowledge.concept(name)) for name, share in shares.items())
    return {name: share for name, share, concept in concepts if concept and fits(concept, line)}
