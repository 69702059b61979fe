"""Anchors: which standard concept a filing's own concept is part of, or is made of, by its own sums."""

from __future__ import annotations

from collections.abc import Iterator

from xbrlgen.filing import Filing, Role
from xbrlgen.model import QName

WIDER_NARROWER = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"
# The schema of the link role registry that declares it; the SEC's list of documents has it, from 2021 on.
SCHEMA = "http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd#wider-narrower"


def anchors(filing: Filing, role: Role) -> Iterator[tuple[QName, QName]]:
    """The wider and the narrower concept of each anchor that the sums of a role tell.

    A part that is added to a standard total is narrower than it; a total of the filing's own is wider than
    the standard parts that are added to it. What is taken off is no part.
    """
    own = {concept.name for concept in filing.extensions if not concept.abstract}
    for total in role.sums:
        for arc in total.arcs:
            if arc.weight > 0 and (arc.child in own) != (total.total in own):
                yield total.total, arc.child
