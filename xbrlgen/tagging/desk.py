"""What all steps of one run of tagging share."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from xbrlgen.model import Concept
from xbrlgen.proving.identity import Proved
from xbrlgen.tagging.columns.dimensions import Dimensions
from xbrlgen.tagging.concepts.meanings import Sheet
from xbrlgen.tagging.filer.entity import Identity


@frozen
class Desk:
    """What all steps of one run share: the release, its sheet, the year's taxonomy, who files.

    ``said`` are the members that the user gives to labels, by the words of these.
    """

    proved: Proved
    sheet: Sheet
    dimensions: Dimensions
    identity: Identity
    said: Mapping[str, Concept] = field(factory=dict)
