"""Arithmetic claims between printed numbers, and how they came out."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from attrs import frozen

from xbrlgen.findings import Finding
from xbrlgen.places import Place
from xbrlgen.reading.document import Document, Verdict


class IdentityKind(Enum):
    """Which law of arithmetic a claim rests on."""

    SUM = "sum within a statement"
    ACROSS = "sum across columns"
    TIE = "same amount on two statements"
    RATIO = "ratio"
    GROWTH = "growth rate"
    REPETITION = "same fact printed again"


class Outcome(Enum):
    """How a claim came out."""

    HOLDS = "holds"
    FAILS = "fails"
    UNJUDGED = "can't be judged"


@frozen(order=True)
class Ref:
    """Names a printed figure: in a statement by row and column or, ``statement`` being -1, a mention."""

    statement: int
    row: int
    column: int = 0


@frozen
class Term:
    """One contributor of a claim with its weight."""

    ref: Ref
    weight: int = 1


@frozen
class Identity:
    """A claim, as ``total = sum of weighted terms`` (or its ratio), and its outcome.

    ``difference`` is total minus computed, ``slack`` how much rounding may explain; ``reason`` says why
    it could not be judged, or in words what it claims.
    """

    kind: IdentityKind
    total: Ref
    terms: tuple[Term, ...]
    outcome: Outcome
    computed: Decimal | None = None
    difference: Decimal | None = None
    slack: Decimal | None = None
    reason: str = ""


@frozen
class Repair:
    """What is taken instead of what was printed, with its proof."""

    ref: Ref
    printed: str
    taken: Decimal
    proof: tuple[int, ...]
    words: str
    place: Place


@frozen
class Refusal:
    """A figure that must not become a fact, and why."""

    ref: Ref
    kind: str
    reason: str


@frozen
class Proved:
    """A document with its arithmetic done: identities, repairs, refusals and findings.

    ``document`` has corrected columns and rows where arithmetic moved them (a heading with the wrong
    period); printed figures are never changed. ``repairs`` give other values to take.
    """

    document: Document
    identities: tuple[Identity, ...] = ()
    repairs: tuple[Repair, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    findings: tuple[Finding, ...] = ()
    proved: frozenset[Ref] = frozenset()
    verdicts: tuple[Verdict, ...] = ()
