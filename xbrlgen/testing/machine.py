"""A machine that builds a filing step by step, and checks it after each step.

    class TestMine(FilingMachine.TestCase):
        pass

runs it on the native engine; give a subclass of `FilingMachine` a ``check`` of its own to test other tools.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from xbrlgen.model import Fact, Period, QName, Report
from xbrlgen.testing.cases import ROLE, Arc, Case, Network, Verdict
from xbrlgen.testing.laws import NAMES, RELATIONS, judging_keeps, judging_splits, writing_round_trips
from xbrlgen.testing.native import native
from xbrlgen.testing.strategies.networks import ENTITY, USD, WEIGHTS, amount

_PLACES = st.integers(0, 30)
_AMOUNTS = st.integers(-9999, 9999).map(Decimal)
_ACCURACIES = st.sampled_from((0, -3, 2, None))


class FilingMachine(RuleBasedStateMachine):
    """Adds facts, contexts and sums, turns signs, renames and splits; after each step all laws must hold."""

    case: Case
    stem = "Item"

    def judge(self, case: Case) -> Verdict:
        """The judge under test."""
        return native(case)

    def check(self) -> None:
        """What must hold after each step; the laws of judges, and the round trip of the facts."""
        for relation in RELATIONS:
            judging_keeps(relation, self.judge, self.case)
        judging_splits(self.judge, self.case)
        writing_round_trips(lambda report: report.to_json().encode(), Report.from_json, self.case.report)

    @initialize(value=_AMOUNTS)
    def start(self, value: Decimal) -> None:
        """One fact."""
        self.case = Case([self._made(f"{self.stem}1", value, None, 0)])

    @rule(value=_AMOUNTS, decimals=_ACCURACIES, item=st.integers(1, 6), year=st.integers(0, 2))
    def add_fact(self, value: Decimal, decimals: int | None, item: int, year: int) -> None:
        """A fact, perhaps a duplicate of another."""
        fact = self._made(f"{self.stem}{item}", value.scaleb(-(decimals or 0)), decimals, year)
        self._with([*self.case.facts, fact])

    @rule(value=_AMOUNTS)
    def add_context(self, value: Decimal) -> None:
        """All concepts once more, a year earlier than any before."""
        year = max(2023 - (fact.period.end or date.max).year for fact in self.case.facts) + 1
        names = sorted({fact.concept.name.local for fact in self.case.facts})
        self._with([*self.case.facts, *(self._made(name, value, None, year) for name in names)])

    @rule(total=st.integers(1, 5), below=st.integers(1, 5), weight=st.sampled_from(WEIGHTS))
    def add_arc(self, total: int, below: int, weight: Decimal) -> None:
        """A contributor of a total; those of higher numbers only, so that there is no circle."""
        parent, child = self._name(total), self._name(min(total + below, 6))
        arcs = {arc.child: arc for each in self.case.networks if each.total == parent for arc in each.arcs}
        grown = Network(parent, [*(arcs | {child: Arc(child, weight)}).values()], ROLE)
        others = [each for each in self.case.networks if each.total != parent]
        more = [amount(f"{self.stem}{number}") for number in range(1, 7)]
        self.case = Case(self.case.facts, [*others, grown], more)

    @rule(place=_PLACES)
    def turn_sign(self, place: int) -> None:
        """One fact with the other sign."""
        self._changed(place, lambda value: -value)

    @rule(place=_PLACES)
    def lose_scale(self, place: int) -> None:
        """One fact in thousands of what it was."""
        self._changed(place, lambda value: value * 1000)

    @precondition(lambda self: len(self.case.facts) > 1)
    @rule(place=_PLACES)
    def remove_fact(self, place: int) -> None:
        """One fact less."""
        chosen = self.case.facts[place % len(self.case.facts)]
        self._with([fact for fact in self.case.facts if fact is not chosen])

    @rule()
    def rename(self) -> None:
        """All names changed for good, which changes no verdict but its names."""
        judging_keeps(NAMES, self.judge, self.case)
        self.case = NAMES.turn(self.case)
        self.stem = f"Other{self.stem}"

    @precondition(lambda self: len(self._periods()) > 1)
    @rule(place=_PLACES)
    def split(self, place: int) -> None:
        """The document cut into one a period, one of which is gone on with; each says what it said within."""
        periods = self._periods()
        judging_splits(self.judge, self.case)
        kept = periods[place % len(periods)]
        self._with([fact for fact in self.case.facts if fact.period == kept])

    @invariant()
    def laws_hold(self) -> None:
        """The laws hold after each step."""
        if hasattr(self, "case"):
            self.check()

    def _name(self, number: int) -> QName:
        return amount(f"{self.stem}{number}").name

    def _periods(self) -> list[Period]:
        return sorted({fact.period for fact in self.case.facts})

    def _made(self, local: str, value: Decimal, decimals: int | None, year: int) -> Fact:
        period = Period.duration(date(2023 - year, 1, 1), date(2023 - year, 12, 31))
        return Fact("new", amount(local), ENTITY, period, value, USD, (), decimals)

    def _with(self, facts: list[Fact]) -> None:
        numbered = [evolve(fact, id=f"f{number}") for number, fact in enumerate(facts, 1)]
        self.case = evolve(self.case, facts=numbered)

    def _changed(self, place: int, change: Callable[[Decimal], Decimal]) -> None:
        chosen = self.case.facts[place % len(self.case.facts)]
        changed = evolve(chosen, value=change(Decimal(chosen.value or 0)))
        self._with([changed if fact is chosen else fact for fact in self.case.facts])
