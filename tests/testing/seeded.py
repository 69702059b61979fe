"""Checkers with a bug each, which the kit must find and show in a small example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from attrs import evolve

from xbrlgen.model import Fact
from xbrlgen.testing.cases import Arc, Case, Network, Verdict, sum_of
from xbrlgen.testing.native import native

Sums = Iterator[tuple[Network, Fact, list[tuple[Arc, Fact]]]]


def sums(case: Case) -> Sums:
    """Each reported total with its contributors in the same period."""
    for network in case.networks:
        for total in (fact for fact in case.facts if fact.concept.name == network.total):
            there = {fact.concept.name: fact for fact in case.facts if fact.period == total.period}
            yield network, total, [(arc, there[arc.child]) for arc in network.arcs if arc.child in there]


def numbers(total: Fact, parts: list[tuple[Arc, Fact]]) -> tuple[Decimal, list[tuple[Decimal, Decimal]]]:
    assert isinstance(total.value, Decimal)
    values = [(arc.weight, fact.value) for arc, fact in parts if isinstance(fact.value, Decimal)]
    return total.value, values


def only_the_total_is_rounded(case: Case) -> Verdict:
    found = set()
    for network, total, parts in sums(case):
        value, values = numbers(total, parts)
        slack = Decimal(0) if total.decimals is None else Decimal(5).scaleb(-total.decimals - 1)
        if abs(sum((weight * each for weight, each in values), Decimal(0)) - value) > slack:
            found.add(sum_of(network, total))
    return frozenset(found)


def floats_are_equal(case: Case) -> Verdict:
    found = set()
    for network, total, parts in sums(case):
        value, values = numbers(total, parts)
        if sum(float(weight) * float(each) for weight, each in values) != float(value):
            found.add(sum_of(network, total))
    return frozenset(found)


def weights_are_forgotten(case: Case) -> Verdict:
    networks = [evolve(each, arcs=[Arc(arc.child) for arc in each.arcs]) for each in case.networks]
    return native(evolve(case, networks=networks))


def signs_are_dropped(case: Case) -> Verdict:
    found = set()
    for network, total, parts in sums(case):
        value, values = numbers(total, parts)
        computed = abs(sum((weight * each for weight, each in values), Decimal(0)))
        if abs(computed - abs(value)) > 10 * Decimal(1).scaleb(-(total.decimals or 0)):
            found.add(sum_of(network, total))
    return frozenset(found)


def inner_totals_are_skipped(case: Case) -> Verdict:
    inner = {arc.child for network in case.networks for arc in network.arcs}
    outer = [network for network in case.networks if network.total not in inner]
    return native(evolve(case, networks=outer))


PASSES: dict[str, Callable[[Case], Verdict]] = {
    "only the total is rounded": only_the_total_is_rounded,
    "floats are equal": floats_are_equal,
    "weights are forgotten": weights_are_forgotten,
}
FINDS: dict[str, Callable[[Case], Verdict]] = {
    "signs are dropped": signs_are_dropped,
    "inner totals are skipped": inner_totals_are_skipped,
}
