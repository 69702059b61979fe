"""Contexts and units: each once, with an id that tells what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from xbrlgen.model import Entity, Fact, Member, Period, QName, TypedMember, Unit
from xbrlgen.writing import names

_LONGEST_ID = 80


@frozen
class Context:
    """What facts share besides concept and unit."""

    entity: Entity
    period: Period
    dimensions: tuple[Member | TypedMember, ...] = ()


def context_of(fact: Fact) -> Context:
    """The context of a fact."""
    return Context(fact.entity, fact.period, fact.dimensions)


def context_ids(facts: Iterable[Fact]) -> tuple[Mapping[Context, str], Mapping[str, str]]:
    """An id for every context of the facts, in order of first use, and which one each fact has."""
    ids: dict[Context, str] = {}
    of_fact: dict[str, str] = {}
    known: dict[tuple[int, int, int], str] = {}
    taken: set[str] = set()
    for fact in facts:
        # Facts of one report share the objects of their aspects: to hash an address is ten times faster.
        key = (id(fact.entity), id(fact.period), id(fact.dimensions) if fact.dimensions else 0)
        if key not in known:
            context = context_of(fact)
            if context not in ids:
                ids[context] = _free(_describe(context), taken)
            known[key] = ids[context]
        of_fact[fact.id] = known[key]
    return ids, of_fact


def unit_ids(facts: Iterable[Fact]) -> Mapping[Unit, str]:
    """An id for every unit of the facts, in order of first use."""
    ids: dict[Unit, str] = {}
    taken: set[str] = set()
    for fact in facts:
        if fact.unit is not None and fact.unit not in ids:
            sides = [side for side in (fact.unit.numerators, fact.unit.denominators) if side]
            ids[fact.unit] = _free(
                "u-" + "-per-".join("-".join(m.local for m in side) for side in sides), taken
            )
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
    days = [day.isoformat().replace("-", "").replace(":", "") for day in _days(context.period)]
    members = [
        v.member.local if isinstance(v, Member) else f"{v.axis.local}-{v.value or ''}"
        for v in context.dimensions
    ]
    return "-".join(["c", *(days or ["forever"]), *(member.removesuffix("Member") for member in members)])


def _days(period: Period) -> list[date]:
    return [day for day in (period.start, period.end) if day is not None]


def context_xml(context: Context, identity: str) -> Iterator[str]:
    """The element of a context."""
    entity = context.entity
    scheme = names.attribute(entity.scheme)
    yield f'<xbrli:context id="{identity}"><xbrli:entity><xbrli:identifier scheme="{scheme}">'
    yield f"{names.escape(entity.identifier)}</xbrli:identifier>"
    if context.dimensions:
        yield from ("<xbrli:segment>", *map(_member_xml, context.dimensions), "</xbrli:segment>")
    yield f"</xbrli:entity><xbrli:period>{_period_xml(context.period)}</xbrli:period></xbrli:context>"


def _member_xml(value: Member | TypedMember) -> str:
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
