"""Properties that any reader, writer or judge of XBRL should keep, as functions that take it as an argument.

Each law raises `BrokenLaw`, an `AssertionError`, with what was seen and what should have been. The facts and
cases come from `xbrlgen.testing.strategies`:

    @given(reports())
    def test_my_reader(report):
        reading_finds_the_facts(my_reader, report, view=what_it_can_tell)
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

from xbrlgen.model import Fact, QName, Report
from xbrlgen.testing.cases import Arc, Case, Network, Sum, Verdict
from xbrlgen.testing.damage import Damage
from xbrlgen.testing.files import PLAIN, Layout, report_files, write_files

Reader = Callable[[Path], Iterable[Hashable]]
"""Reads an instance and tells its facts, each as something that can be compared."""

View = Callable[[Fact], Hashable]
"""What of a fact a reader can tell."""

Judge = Callable[[Case], Verdict]
"""Tells the sums of a case that are inconsistent."""


class BrokenLaw(AssertionError):  # noqa: N818, it is no error of the kit
    """A tool does not keep a law: the message says which, and shows what differs."""


def whole(fact: Fact) -> Hashable:
    """All of a fact."""
    return fact


def _same(law: str, seen: Iterable[Hashable], due: Iterable[Hashable]) -> None:
    found, wanted = Counter(seen), Counter(due)
    if found != wanted:
        more, less = list((found - wanted).elements()), list((wanted - found).elements())
        raise BrokenLaw(f"{law}: missing {less!r}, unexpected {more!r}")


# ---- readers


def _read(read: Reader, report: Report, layout: Layout) -> list[Hashable]:
    with tempfile.TemporaryDirectory(prefix="xbrlgen-law-") as folder:
        return list(read(write_files(report_files(report, layout), Path(folder))))


def reading_finds_the_facts(
    read: Reader, report: Report, *, view: View = whole, layout: Layout = PLAIN
) -> None:
    """A reader tells the facts that were written: none is lost, added or changed."""
    _same("reading finds the facts", _read(read, report, layout), map(view, report.facts))


LAYOUTS: Final[Mapping[str, Layout]] = MappingProxyType(
    {
        "other ids of contexts and units": Layout(stem="other"),
        "a context for each fact": Layout(is_shared=False),
        "contexts, units, measures and facts in another order": Layout(is_reversed=True),
        "units before contexts": Layout(has_units_first=True),
        "line breaks between elements": Layout(is_indented=True),
    }
)

PAGES: Final[Mapping[str, Layout]] = MappingProxyType(
    {
        "an inline page": Layout(is_inline=True),
        "an inline page, all turned": Layout(is_inline=True, is_reversed=True, is_indented=True),
    }
)
"""For readers of inline XBRL; they say the same as an instance."""


def reading_ignores_the_layout(read: Reader, report: Report, layout: Layout) -> None:
    """A reader tells the same of two instances that say the same."""
    _same("reading ignores the layout", _read(read, report, layout), _read(read, report, PLAIN))


# ---- writers


def writing_round_trips(
    write: Callable[[Report], bytes], read: Callable[[bytes], Report], report: Report
) -> None:
    """What was written reads back as the same report."""
    back = read(write(report))
    if back != report:
        raise BrokenLaw(f"writing round-trips: wrote {report!r}, read {back!r}")


def writing_ignores_the_order(write: Callable[[Report], bytes], report: Report) -> None:
    """The same facts in another order give the same bytes."""
    turned = Report(report.facts[::-1], report.taxonomy, report.footnotes[::-1], report.links[::-1])
    if write(turned) != write(report):
        raise BrokenLaw(f"writing ignores the order: {report!r} came out otherwise when turned round")


# ---- judges


def judging_passes_what_holds(judge: Judge, case: Case) -> None:
    """Nothing is found in a statement that adds up."""
    _same("judging passes what holds", judge(case), ())


def judging_finds_what_is_broken(judge: Judge, damage: Damage, mode: str = "c11r") -> None:
    """The sums that a damage breaks are found."""
    missed = damage.must_under(mode) - judge(damage.after)
    if missed:
        raise BrokenLaw(f"judging finds what is broken: {damage.manner} unseen in {sorted(missed)!r}")


@frozen
class Relation:
    """A change of a case that changes no verdict: how a case is turned, and how its sums are called then."""

    name: str
    turn: Callable[[Case], Case]
    rename: Callable[[Sum], Sum] = lambda each: each


def judging_keeps(relation: Relation, judge: Judge, case: Case) -> None:
    """A judge says the same of a case and of the case turned."""
    due = map(relation.rename, judge(case))
    _same(f"judging keeps {relation.name}", judge(relation.turn(case)), due)


def _times_1000(fact: Fact) -> Fact:
    if not isinstance(fact.value, Decimal):
        return fact
    decimals = None if fact.decimals is None else fact.decimals - 3
    return evolve(fact, value=fact.value * 1000, decimals=decimals)


def _scaled(case: Case) -> Case:
    return evolve(case, facts=map(_times_1000, case.facts))


def _turned_sign(case: Case) -> Case:
    """The facts of one concept negated, and with them the weights of the arcs to and from it."""
    name = min(case.concepts)
    facts = [
        evolve(fact, value=-fact.value)
        if fact.concept.name == name and isinstance(fact.value, Decimal)
        else fact
        for fact in case.facts
    ]
    return Case(facts, [_turned_network(network, name) for network in case.networks], case.more)


def _turned_network(network: Network, name: QName) -> Network:
    as_total = -1 if network.total == name else 1
    arcs = [Arc(arc.child, arc.weight * as_total * (-1 if arc.child == name else 1)) for arc in network.arcs]
    return evolve(network, arcs=arcs)


def _reversed_arcs(case: Case) -> Case:
    networks = [evolve(network, arcs=network.arcs[::-1]) for network in reversed(case.networks)]
    return evolve(case, networks=networks)


def _all_twice(case: Case) -> Case:
    copies = [evolve(fact, id=f"{fact.id}-copy") for fact in case.facts]
    return evolve(case, facts=[*case.facts, *copies])


def _renamed(case: Case) -> Case:
    def concept(fact: Fact) -> Fact:
        return evolve(fact, concept=evolve(fact.concept, name=_other(fact.concept.name)))

    networks = [
        evolve(each, total=_other(each.total), arcs=[Arc(_other(arc.child), arc.weight) for arc in each.arcs])
        for each in case.networks
    ]
    more = [evolve(each, name=_other(each.name)) for each in case.more]
    return Case(map(concept, case.facts), networks, more)


def _other(name: QName) -> QName:
    return QName(name.prefix, f"Other{name.local}", name.namespace)


def _renamed_sum(found: Sum) -> Sum:
    return evolve(found, total=_other(found.total))


SCALING: Final = Relation("scale", _scaled)
SIGNS: Final = Relation("signs and weights turned together", _turned_sign)
ORDER: Final = Relation("the order of arcs and networks", _reversed_arcs)
NAMES: Final = Relation("names", _renamed, _renamed_sum)
COPIES: Final = Relation("complete duplicates", _all_twice)

RELATIONS: Final = (SCALING, SIGNS, ORDER, NAMES)
"""Those that hold in every calculation mode; `COPIES` does in all but ``c10``, which skips duplicates."""


def judging_splits(judge: Judge, case: Case) -> None:
    """A document says what its contexts say, each by itself."""
    contexts = dict.fromkeys((fact.entity, fact.period, fact.dimensions) for fact in case.facts)
    alone = [found for context in contexts for found in judge(_only(case, context))]
    _same("judging splits", judge(case), alone)


def _only(case: Case, context: tuple[object, ...]) -> Case:
    facts = [fact for fact in case.facts if (fact.entity, fact.period, fact.dimensions) == context]
    return Case(facts, case.networks, case.concepts.values())


def judging_merges_periods(judge: Judge, case: Case) -> None:
    """Where sums hold exactly in every period, they hold for the sums over all periods."""
    judging_passes_what_holds(judge, merged(case))


def merged(case: Case) -> Case:
    """One period with the sums of each concept over all: exact numbers of one accuracy go in."""
    held: dict[QName, Fact] = {}
    for fact in case.facts:
        first = held.get(fact.concept.name)
        if first is None:
            held[fact.concept.name] = fact
        elif isinstance(first.value, Decimal) and isinstance(fact.value, Decimal):
            held[fact.concept.name] = evolve(first, value=first.value + fact.value)
    return evolve(case, facts=[evolve(fact, period=case.facts[0].period) for fact in held.values()])
