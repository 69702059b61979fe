"""Arithmetic claims between printed numbers, and how they came out."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from attrs import field, frozen

from xbrlgen.findings import Finding
from xbrlgen.places import Place
from xbrlgen.reading.document import Document, Verdict
from xbrlgen.reading.statement import Entry, Mention, Statement


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


class Ref(NamedTuple):
    """Names a printed figure: in a statement by row and column or, ``statement`` being -1, a mention.

    A tuple, because proving looks figures up by the hundred thousand and tuples are hashed and compared in C.
    """

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
    """What is taken instead of what was printed, with its proof.

    ``decimals`` says how exactly it is known, where that differs from the print.
    """

    ref: Ref
    printed: str
    taken: Decimal
    proof: tuple[int, ...]
    words: str
    place: Place
    decimals: int | None = None


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
    _repaired: Mapping[Ref, Repair] = field(init=False, repr=False, eq=False)
    _refused: Mapping[Ref, Refusal] = field(init=False, repr=False, eq=False)
    _statements: Mapping[int, Statement] = field(init=False, repr=False, eq=False)

    def __repr__(self) -> str:
        counts = (
            f"{len(self.identities)} identities",
            f"{len(self.repairs)} repairs",
            f"{len(self.refusals)} refusals",
        )
        return f"<Proved {self.document!r}: {', '.join(counts)}>"

    @_repaired.default
    def _index_repairs(self) -> Mapping[Ref, Repair]:
        return {repair.ref: repair for repair in self.repairs}

    @_refused.default
    def _index_refusals(self) -> Mapping[Ref, Refusal]:
        return {refusal.ref: refusal for refusal in self.refusals}

    @_statements.default
    def _index_statements(self) -> Mapping[int, Statement]:
        return {statement.index: statement for statement in self.document.statements}

    def statement(self, ref: Ref) -> Statement:
        """The statement that a figure of a table stands in."""
        return self._statements[ref.statement]

    def figure(self, ref: Ref) -> Entry | Mention | None:
        """The printed figure of that name."""
        if ref.statement < 0:
            return self.document.mentions[ref.row] if 0 <= ref.row < len(self.document.mentions) else None
        statement = self._statements.get(ref.statement)
        return None if statement is None else statement.entry(ref.row, ref.column)

    def value(self, ref: Ref) -> Decimal | None:
        """The value to take: repaired or as printed; None where it is refused or cannot be read."""
        if ref in self._refused:
            return None
        if ref in self._repaired:
            return self._repaired[ref].taken
        figure = self.figure(ref)
        return None if figure is None else figure.value

    def refusal(self, ref: Ref) -> Refusal | None:
        """Why a figure must not become a fact, None where it may."""
        return self._refused.get(ref)

    def repair(self, ref: Ref) -> Repair | None:
        """What is taken instead of a printed figure, None where it stands as printed."""
        return self._repaired.get(ref)

    def identities_of(self, ref: Ref) -> tuple[Identity, ...]:
        """The claims a figure takes part in."""
        return tuple(
            one for one in self.identities if ref == one.total or any(ref == t.ref for t in one.terms)
        )

    def proofs(self, ref: Ref) -> int:
        """How many claims that hold a figure takes part in; two outweigh a doubt about its print."""
        held = (one for one in self.identities_of(ref) if one.outcome is Outcome.HOLDS)
        return len({(one.kind, one.total) for one in held})

    def sums(self, statement: int) -> tuple[Identity, ...]:
        """The sums that hold within one statement, in every column they hold in."""
        return tuple(
            one
            for one in self.identities
            if one.kind is IdentityKind.SUM
            and one.outcome is Outcome.HOLDS
            and one.total.statement == statement
        )

    def share(self, statement: int | None = None) -> Decimal:
        """The share of figures that are proved, in one statement or in all.

        >>> Proved(Document(())).share()
        Decimal('0')
        """
        chosen = [s for s in self.document.statements if statement in {None, s.index}]
        refs = [Ref(s.index, entry.row, entry.column) for s in chosen for entry in s.entries]
        return Decimal(sum(ref in self.proved for ref in refs)) / max(len(refs), 1)
