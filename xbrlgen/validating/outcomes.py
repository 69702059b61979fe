"""What became of sums: the networks they are of, what was counted, and how it came out."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from xbrlgen.validating.accuracy import Interval
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.modes import Mode


class Status(Enum):
    """What became of one sum."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    SKIPPED = "skipped"


class Reason(Enum):
    """Why a sum was not checked."""

    DUPLICATE_TOTAL = "the total is reported more than once"
    DUPLICATE_ITEM = "a contributor is reported more than once"
    CONFLICT = "facts of the sum contradict each other"
    EXCESS_DIGITS = "a fact has more digits than its decimals allow"
    NO_ITEM = "no contributor is reported beside the total"
    NO_TOTAL = "the total is not reported beside its contributors"
    OTHER_CONTEXT = "the contributors are reported in other contexts only"
    NIL_TOTAL = "the total is nil"
    NIL_ITEMS = "all contributors are nil"
    UNREADABLE = "a fact of the sum can't be read as a number"


@frozen
class Arc:
    """One contributor of a network: ``item`` with its weight; line and file of the arc for findings."""

    item: str
    weight: Decimal
    file: int = 0
    line: int = 0


@frozen
class Network:
    """One total with its contributors in one link role, and the arcs' version (``1.0`` or ``1.1``)."""

    role: str
    total: str
    arcs: tuple[Arc, ...]
    version: str = "1.0"


class Part(NamedTuple):
    """A contributor that was counted: its arc and the facts it was taken from."""

    arc: Arc
    facts: tuple[Reported, ...]
    value: Decimal | None


Key = tuple[tuple[int, ...], int, int]


@frozen
class Outcome:
    """What one sum came to under one mode.

    ``key`` is (tuples around, context, unit); ``reported`` and ``computed`` are intervals (a point where
    accuracy is exact or the mode rounds); ``difference`` is reported minus computed, of their middles.
    """

    mode: Mode
    network: Network
    key: Key
    status: Status
    reason: Reason | None = None
    total: tuple[Reported, ...] = ()
    parts: tuple[Part, ...] = ()
    missing: tuple[Arc, ...] = ()
    reported: Interval | None = None
    computed: Interval | None = None
    difference: Decimal | None = None
