"""A little checker of sums, to be tested. It has a bug: only the total may be rounded, not its parts."""

from decimal import Decimal

from xbrlgen.testing.cases import sum_of


def inconsistent(case):
    return frozenset(found for network in case.networks for found in _broken(network, case))


def _broken(network, case):
    for total in (fact for fact in case.facts if fact.concept.name == network.total):
        there = {fact.concept.name: fact.value for fact in case.facts if fact.period == total.period}
        computed = sum(arc.weight * there[arc.child] for arc in network.arcs if arc.child in there)
        slack = 0 if total.decimals is None else Decimal(5).scaleb(-total.decimals - 1)
        if abs(computed - total.value) > slack:
            yield sum_of(network, total)
