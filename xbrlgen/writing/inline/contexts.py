"""Contexts and units: each once, with an id that tells what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

from xbrlgen.model import Concept, Entity, Fact, Member, Period, QName, Unit
from xbrlgen.model.aspects import Dimension
from xbrlgen.model.sharing import distinct, once_each
from xbrlgen.writing import names

# Letters of an id that is read by people; those cut alike are numbered.
_LONGEST_ID = 80


class Context(NamedTuple):
    """What facts share besides concept and unit."""

    entity: Entity
    period: Period
    dimensions: tuple[Dimension, ...] = ()


@frozen
class Aspects:
    """The ids under which facts name their contexts and units."""

    contexts: Mapping[Context, str]
    of_fact: Mapping[str, str]
    units: Mapping[Unit, str]
    _name: Callable[[Concept], str] = field(eq=False)
    _unit: Callable[[Unit | None], str] = field(eq=False)

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> Aspects:
        """The ids for all facts of a report."""
        units = _unit_ids(facts)

        def name_of(concept: Concept) -> str:
            return f' name="{concept.name}"'

        def unit_of(unit: Unit | None) -> str:
            return f' unitRef="{units[unit]}"' if unit else ""

        return cls(*_context_ids(facts), units, once_each(name_of), once_each(unit_of))

    @property
    def names(self) -> Iterator[QName]:
        """Every name that contexts and units write, with repetitions."""
        for unit in self.units:
            yield from (*unit.numerators, *unit.denominators)
        for value in (value for context in self.contexts for value in context.dimensions):
            yield value.axis
            if isinstance(value, Member):
                yield value.member

    def attributes(self, fact: Fact, identity: str) -> str:
        """The attributes that every element of a fact has."""
        name, unit = self._name(fact.concept), self._unit(fact.unit)
        return f' id="{identity}"{name} contextRef="{self.of_fact[fact.id]}"{unit}'


def _context_of(fact: Fact) -> Context:
    """The context of a fact."""
    return Context(fact.entity, fact.period, fact.dimensions)


def _context_ids(facts: Iterable[Fact]) -> tuple[Mapping[Context, str], Mapping[str, str]]:
    """An id for every context of the facts, in order of first use, and which one each fact has."""
    ids: dict[Context, str] = {}
    of_fact: dict[str, str] = {}
    known: dict[tuple[int, int, int], str] = {}
    taken: set[str] = set()
    for fact in facts:
        # Facts of one report share the objects of their aspects: to hash an address is ten times faster.
        key = (id(fact.entity), id(fact.period), id(fact.dimensions) if fact.dimensions else 0)
        name = known.get(key)
        if name is None:
            context = _context_of(fact)
            name = ids.get(context)
            if name is None:
                name = ids[context] = _free(_describe(context), taken)
            known[key] = name
        of_fact[fact.id] = name
    return ids, of_fact


def _unit_ids(facts: Iterable[Fact]) -> Mapping[Unit, str]:
    """An id for every unit of the facts, in order of first use."""
    ids: dict[Unit, str] = {}
    taken: set[str] = set()
    for unit in distinct(fact.unit for fact in facts):
        if unit is not None and unit not in ids:
            sides = [side for side in (unit.numerators, unit.denominators) if side]
            ids[unit] = _free("u-" + "-per-".join("-".join(m.local for m in side) for side in sides), taken)
    return ids


def _free(wish: str, taken: set[str]) -> str:
    wish = names.identifier(wish[:_LONGEST_ID])
    name, count = wish, 1
    while name in taken:
        count += 1
        name = f"{wish}-{count}"
    taken.add(name)
    return name


def _describe(context: Context) -> str:
    days = map(_digits, filter(None, (context.period.start, context.period.end)))
    return "-".join(("c", *(tuple(days) or ("forever",)), *map(_word, context.dimensions)))


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "").replace(":", "")


def _word(value: Dimension) -> str:
    word = value.member.local if isinstance(value, Member) else f"{value.axis.local}-{value.value or ''}"
    return word.removesuffix("Member")


def context_xml(context: Context, identity: str) -> Iterator[str]:
    """The element of a context."""
    yield f'<xbrli:context id="{identity}"><xbrli:entity>{_identifier_xml(context.entity)}'
    if context.dimensions:
        yield from ("<xbrli:segment>", *map(_member_xml, context.dimensions), "</xbrli:segment>")
    yield f"</xbrli:entity><xbrli:period>{_period_xml(context.period)}</xbrli:period></xbrli:context>"


@lru_cache(maxsize=256)
def _identifier_xml(entity: Entity) -> str:
    """The element that names an entity, made once: a report has few entities and many contexts."""
    scheme = names.attribute(entity.scheme)
    return f'<xbrli:identifier scheme="{scheme}">{names.escape(entity.identifier)}</xbrli:identifier>'


def _member_xml(value: Dimension) -> str:
    if isinstance(value, Member):
        return f'<xbrldi:explicitMember dimension="{value.axis}">{value.member}</xbrldi:explicitMember>'
    tag = f"{value.axis.prefix}:{typed_domain(value.axis)}"
    content = (
        f'<{tag} xsi:nil="true"></{tag}>'
        if value.value is None
        else f"<{tag}>{names.escape(value.value)}</{tag}>"
    )
    return f'<xbrldi:typedMember dimension="{value.axis}">{content}</xbrldi:typedMember>'


def typed_domain(axis: QName) -> str:
    """The name of the element that holds the values of an own typed dimension."""
    stem = names.identifier(axis.local.removesuffix("Axis"))
    return f"{stem}Domain" if stem.isascii() else f"Axis{stem.encode().hex()}Domain"


def _period_xml(period: Period) -> str:
    if period.end is None:
        return "<xbrli:forever/>"
    end = period.end.isoformat()
    if period.start is None:
        return f"<xbrli:instant>{end}</xbrli:instant>"
    return (
        f"<xbrli:startDate>{period.start.isoformat()}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>"
    )


def unit_xml(unit: Unit, identity: str) -> str:
    """The element of a unit."""
    above = _measures(unit.numerators)
    if unit.denominators:
        below = _measures(unit.denominators)
        above = (
            f"<xbrli:divide><xbrli:unitNumerator>{above}</xbrli:unitNumerator>"
            f"<xbrli:unitDenominator>{below}</xbrli:unitDenominator></xbrli:divide>"
        )
    return f'<xbrli:unit id="{identity}">{above}</xbrli:unit>'


def _measures(side: tuple[QName, ...]) -> str:
    return "".join(f"<xbrli:measure>{measure}</xbrli:measure>" for measure in side)
