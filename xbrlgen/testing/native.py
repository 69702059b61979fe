"""The native calculation engine as a judge of cases."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from xbrlgen.model import Fact
from xbrlgen.testing.cases import Case, Network, Sum, Verdict
from xbrlgen.validating import outcomes as engine
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Outcome, Status
from xbrlgen.validating.sums.calculation import check


def native(case: Case, mode: str = "c11r") -> Verdict:
    """The sums of a case that the native engine finds inconsistent."""
    outcomes = native_outcomes(case, mode)
    return frozenset(_sum(case, each) for each in outcomes if each.status is Status.INCONSISTENT)


def native_outcomes(case: Case, mode: str = "c11r") -> tuple[Outcome, ...]:
    """All that the native engine says of a case; facts are told apart by their index in it."""
    return check(_reported(case.facts), [_network(each) for each in case.networks], Mode(mode))


def _reported(facts: Sequence[Fact]) -> list[Reported]:
    contexts: dict[object, int] = {}
    units: dict[object, int] = {}
    return [
        Reported(
            index=index,
            concept=fact.concept.name.expanded,
            aspects=contexts.setdefault((fact.entity, fact.period, fact.dimensions), len(contexts)),
            measure=units.setdefault(fact.unit, len(units)),
            value=fact.value if isinstance(fact.value, Decimal) else None,
            decimals=fact.decimals,
            is_nil=fact.is_nil,
            is_numeric=fact.is_numeric,
        )
        for index, fact in enumerate(facts)
    ]


def _network(network: Network) -> engine.Network:
    arcs = tuple(engine.Arc(arc.child.expanded, arc.weight) for arc in network.arcs)
    return engine.Network(network.role, network.total.expanded, arcs, network.version)


def _sum(case: Case, outcome: Outcome) -> Sum:
    total = case.facts[outcome.total[0].index]
    network = outcome.network
    assert total.unit is not None  # noqa: S101, the engine takes numbers only
    return Sum(network.role, total.concept.name, total.entity, total.period, total.unit, total.dimensions)
