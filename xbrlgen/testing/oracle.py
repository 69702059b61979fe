"""Arelle as the judge of many cases at once: all of them in one document.

One session of Arelle costs much more than one sum. The oracle gives each case concepts, contexts and roles of
its own, writes all into one document, has Arelle judge that, and tells what was said of each case.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen
from hypothesis.strategies import SearchStrategy

from xbrlgen.answering import Closing
from xbrlgen.model import Concept, Entity, Fact, QName
from xbrlgen.testing.cases import Arc, Case, Network, Sum, Verdict
from xbrlgen.testing.files import write_case
from xbrlgen.testing.together import check_together
from xbrlgen.validating.arelle.agreement import INCONSISTENT
from xbrlgen.validating.arelle.judging import Job, Judge, Message

SPACE: Final = "urn:xbrlgen:batch"
SCHEME: Final = "urn:xbrlgen:case"
_ALLOWED: Final = frozenset({"arelle:duplicateFacts"})  # cases may contradict themselves
_NOTED: Final = frozenset({"INFO", "INCONSISTENCY"})


class OracleError(RuntimeError):
    """Arelle found a document at fault that should be right: the cases hold what XBRL doesn't allow."""


class Oracle(Closing):
    """A warm Arelle that judges cases by the batch. Use as a context manager.

    >>> with Oracle() as oracle:                                                # doctest: +SKIP
    ...     verdicts = oracle.judge(cases, "c11r")
    """

    def __init__(self, timeout: float = 600) -> None:
        self._judge = Judge(timeout)

    @property
    def court(self) -> Judge:
        """The process of Arelle, for those who have jobs of their own."""
        return self._judge

    def close(self) -> None:
        """End the process of Arelle."""
        self._judge.close()

    def judge(self, cases: Iterable[Case], mode: str = "c11r") -> tuple[Verdict, ...]:
        """For each case the sums that Arelle finds inconsistent."""
        (verdicts,) = self.judge_modes(cases, [mode]).values()
        return verdicts

    def judge_modes(self, cases: Iterable[Case], modes: Sequence[str]) -> Mapping[str, tuple[Verdict, ...]]:
        """The same in several calculation modes, loaded once."""
        batch = Batch.of(tuple(cases))
        with tempfile.TemporaryDirectory(prefix="xbrlgen-batch-") as folder:
            path = write_case(batch.whole, Path(folder))
            messages = self._judge.judge(Job(str(path), tuple(modes))).messages
        _refuse_faults(messages)
        return {mode: batch.verdicts([each for each in messages if each.mode == mode]) for mode in modes}

    def check(
        self,
        strategy: SearchStrategy[Case],
        claim: Callable[[Case, Verdict], None],
        *,
        mode: str = "c11r",
        count: int = 1000,
    ) -> None:
        """Claim something of many random cases and Arelle's verdict; one that fails is shrunk.

        >>> oracle.check(cases(), my_claim)  # doctest: +SKIP
        """
        check_together(strategy, lambda drawn: self.judge(drawn, mode), claim, count=count)

    def complaints(self, path: Path, modes: Sequence[str] = ()) -> tuple[Message, ...]:
        """All that Arelle says of a document, progress aside."""
        messages = self._judge.judge(Job(str(path), tuple(modes))).messages
        return tuple(each for each in messages if each.level != "INFO")


def _refuse_faults(messages: Iterable[Message]) -> None:
    faults = [
        each for each in messages if each.level not in _NOTED and not each.mode and each.code not in _ALLOWED
    ]
    if faults:
        raise OracleError(f"{faults[0].code}: {faults[0].text}")


@frozen
class Batch:
    """Many cases as one, and the way back."""

    cases: tuple[Case, ...]
    whole: Case = field(repr=False)
    facts: Mapping[str, tuple[int, Fact]] = field(repr=False)

    @classmethod
    def of(cls, cases: tuple[Case, ...]) -> Batch:
        """All cases in one, told apart by names, entities and roles."""
        parts = [_Renaming.of(number, case) for number, case in enumerate(cases)]
        renamed = [
            (number, fact, part.fact(fact)) for number, part in enumerate(parts) for fact in part.case.facts
        ]
        whole = Case(
            [new for _, _, new in renamed],
            [part.network(network) for part in parts for network in part.case.networks],
            [part.concept(concept) for part in parts for concept in part.case.more],
        )
        return cls(cases, whole, {new.id: (number, old) for number, old, new in renamed})

    def verdicts(self, messages: Iterable[Message]) -> tuple[Verdict, ...]:
        """What each case was found guilty of."""
        found: list[set[Sum]] = [set() for _ in self.cases]
        for message in messages:
            if message.code.startswith(INCONSISTENT):
                number, total = self._total(message)
                role = message.argument("linkrole").partition("?")[2]
                found[number].add(_sum(role, total))
        return tuple(map(frozenset, found))

    def _total(self, message: Message) -> tuple[int, Fact]:
        name = message.objects[0].name
        return next(
            self.facts[each.id] for each in message.objects if each.id in self.facts and each.name == name
        )


def _sum(role: str, total: Fact) -> Sum:
    assert total.unit is not None  # noqa: S101, sums are of numbers
    return Sum(role, total.concept.name, total.entity, total.period, total.unit, total.dimensions)


@frozen
class _Renaming:
    """One case with names of its own."""

    number: int
    case: Case
    names: Mapping[QName, QName]
    entities: Mapping[Entity, Entity]

    @classmethod
    def of(cls, number: int, case: Case) -> _Renaming:
        networks = case.networks
        named = {network.total for network in networks} | {
            arc.child for each in networks for arc in each.arcs
        }
        names = sorted(named | case.concepts.keys())
        entities = sorted({fact.entity for fact in case.facts})
        return cls(
            number,
            case,
            {name: QName("b", f"c{number}_{place}", SPACE) for place, name in enumerate(names)},
            {entity: Entity(f"{number}-{place}", SCHEME) for place, entity in enumerate(entities)},
        )

    def concept(self, concept: Concept) -> Concept:
        return evolve(concept, name=self.names[concept.name], label="")

    def fact(self, fact: Fact) -> Fact:
        key, concept = f"f{self.number}-{fact.id}", self.concept(fact.concept)
        return evolve(fact, id=key, concept=concept, entity=self.entities[fact.entity])

    def network(self, network: Network) -> Network:
        arcs = [Arc(self.names[arc.child], arc.weight) for arc in network.arcs]
        role = f"{SPACE}:{self.number}?{network.role}"
        return Network(self.names[network.total], arcs, role, network.version)
