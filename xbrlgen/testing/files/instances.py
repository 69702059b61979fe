"""Instances in any of the layouts that mean the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from xbrlgen.model import Dimension, Fact, Member, Period, QName, Report, Unit
from xbrlgen.model.itemtypes import RANGES
from xbrlgen.model.prefixes import prefixes

LRR: Final = "http://www.xbrl.org/lrr/arcrole/factExplanatory-2009-12-16.xsd#fact-explanatoryFact"
_SPACES: Final = """xmlns:x="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance\""""


@frozen
class Layout:
    """How an instance is laid out; none of it changes what the instance says.

    ``stem`` begins the ids of contexts and units; ``is_shared`` gives facts of the same context one context;
    ``is_reversed`` turns the order of contexts, units, measures and facts; ``has_units_first`` and
    ``is_indented`` speak for themselves. ``is_inline`` makes it an inline page, whose numbers are printed in
    the unit of their accuracy where they can be.
    """

    stem: str = "c"
    is_shared: bool = True
    is_reversed: bool = False
    has_units_first: bool = False
    is_indented: bool = False
    is_inline: bool = False


PLAIN: Final = Layout()
Context = tuple[object, ...]


def instance(report: Report, layout: Layout = PLAIN) -> str:
    """The report as an XBRL 2.1 instance."""
    return Writing.of(report, layout).written()


@frozen
class Writing:
    """What the parts of an instance are written from."""

    report: Report
    layout: Layout
    prefixes: Mapping[str, str]
    contexts: Mapping[Context, str]
    units: Mapping[Unit, str]

    @classmethod
    def of(cls, report: Report, layout: Layout) -> Writing:
        """With ids for contexts and units, and prefixes."""
        contexts = dict.fromkeys(_context_of(fact, layout) for fact in report.facts)
        units = dict.fromkeys(fact.unit for fact in report.facts if fact.unit)
        return cls(
            report,
            layout,
            prefixes(report),
            {context: f"{layout.stem}{number}" for number, context in enumerate(contexts, 1)},
            {unit: f"{layout.stem}-u{number}" for number, unit in enumerate(units, 1)},
        )

    def written(self) -> str:
        """The whole instance."""
        facts = self.turned([self._fact(fact) for fact in self.report.facts])
        body = self.lines([*self.resources(), *facts, self._footnotes()])
        return f"<x:xbrl {self.spaces()}>{self.schemas()}{self.arcroles()}{body}</x:xbrl>"

    def spaces(self) -> str:
        """The namespaces that all parts need."""
        return _SPACES + "".join(f" xmlns:{prefix}={quoteattr(uri)}" for uri, prefix in self.prefixes.items())

    def schemas(self) -> str:
        """The schemas the instance refers to."""
        return "".join(
            f'<link:schemaRef xlink:type="simple" xlink:href={quoteattr(address)}/>'
            for address in self.report.taxonomy
        )

    def arcroles(self) -> str:
        """Where the arc roles of its links are declared that the specification itself doesn't know."""
        special = sorted({link.type for link in self.report.links if "explanatoryFact" in link.type})
        return "".join(
            f'<link:arcroleRef xlink:type="simple" arcroleURI="{role}" xlink:href="{LRR}"/>'
            for role in special
        )

    def resources(self) -> list[str]:
        """Contexts and units."""
        contexts = self.turned([self._context(fact) for fact in _firsts(self.report.facts, self.layout)])
        units = self.turned([self._unit(unit) for unit in self.units])
        return [*units, *contexts] if self.layout.has_units_first else [*contexts, *units]

    def lines(self, parts: Sequence[str]) -> str:
        """Parts after each other."""
        return ("\n" if self.layout.is_indented else "").join(parts)

    def turned(self, parts: list[str]) -> list[str]:
        """Parts in the order of the layout."""
        return parts[::-1] if self.layout.is_reversed else parts

    def name(self, name: QName) -> str:
        """A name with its prefix."""
        return f"{self.prefixes[name.namespace]}:{name.local}"

    def _context(self, fact: Fact) -> str:
        key = self.contexts[_context_of(fact, self.layout)]
        dimensions = "".join(self.turned([self._dimension(each) for each in fact.dimensions]))
        scenario = f"<x:scenario>{dimensions}</x:scenario>" if dimensions else ""
        scheme, identifier = quoteattr(fact.entity.scheme), escape(fact.entity.identifier)
        entity = f"<x:entity><x:identifier scheme={scheme}>{identifier}</x:identifier></x:entity>"
        period = f"<x:period>{_period(fact.period)}</x:period>"
        return f'<x:context id="{key}">{entity}{period}{scenario}</x:context>'

    def _dimension(self, dimension: Dimension) -> str:
        axis = self.name(dimension.axis)
        if isinstance(dimension, Member):
            member = self.name(dimension.member)
            return f'<xbrldi:explicitMember dimension="{axis}">{member}</xbrldi:explicitMember>'
        nil = ' xsi:nil="true"' if dimension.value is None else ""
        domain = f"{self.prefixes[dimension.axis.namespace]}:typed.domain"
        value = f"<{domain}{nil}>{escape(dimension.value or '')}</{domain}>"
        return f'<xbrldi:typedMember dimension="{axis}">{value}</xbrldi:typedMember>'

    def _unit(self, unit: Unit) -> str:
        above, below = map(self._measures, (unit.numerators, unit.denominators))
        if below:
            above = f"<x:unitNumerator>{above}</x:unitNumerator>"
            above = f"<x:divide>{above}<x:unitDenominator>{below}</x:unitDenominator></x:divide>"
        return f'<x:unit id="{self.units[unit]}">{above}</x:unit>'

    def _measures(self, side: tuple[QName, ...]) -> str:
        return "".join(self.turned([f"<x:measure>{self.name(each)}</x:measure>" for each in side]))

    def _fact(self, fact: Fact) -> str:
        name, about = self.name(fact.concept.name), self.about(fact)
        if fact.value is None:
            return f'<{name} {about} xsi:nil="true"/>'
        return f"<{name} {about}>{escape(self.value(fact))}</{name}>"

    def about(self, fact: Fact) -> str:
        """The attributes of a fact's element, here and on a page."""
        about = f'id="{fact.id}" contextRef="{self.contexts[_context_of(fact, self.layout)]}"'
        if fact.unit:
            about += f' unitRef="{self.units[fact.unit]}"'
        if isinstance(fact.value, Decimal):
            about += f' decimals="{"INF" if fact.decimals is None else fact.decimals}"'
        if fact.language:
            about += f' xml:lang="{fact.language}"'
        return about

    def value(self, fact: Fact) -> str:
        """A fact's value as text."""
        if isinstance(fact.value, Decimal):
            return f"{fact.value:.0f}" if fact.concept.base in RANGES else f"{fact.value:f}"
        text = fact.value or ""
        if fact.concept.base != "QNameItemType":
            return text
        namespace, _, local = text.rpartition("#")
        return f"{self.prefixes[namespace]}:{local}"

    def _footnotes(self) -> str:
        """One extended link a group: locators for the facts, resources for the notes, arcs between them."""
        groups = sorted({link.group for link in self.report.links})
        return "".join(self._group(group) for group in groups)

    def _group(self, group: str) -> str:
        links = [link for link in self.report.links if link.group == group]
        notes = {note.id: note for note in self.report.footnotes}
        ends = dict.fromkeys(end for link in links for end in (link.source, link.target))
        parts = [
            f'<link:footnote xlink:type="resource" xlink:label="e_{end}" id="{end}" '
            f'xlink:role="http://www.xbrl.org/2003/role/footnote" xml:lang="{notes[end].language}" '
            f'xmlns="http://www.w3.org/1999/xhtml">{notes[end].content}</link:footnote>'
            if end in notes
            else f'<link:loc xlink:type="locator" xlink:href="#{end}" xlink:label="e_{end}"/>'
            for end in ends
        ]
        parts += [
            f'<link:footnoteArc xlink:type="arc" xlink:arcrole="{link.type}" xlink:from="e_{link.source}" '
            f'xlink:to="e_{link.target}"/>'
            for link in links
        ]
        head = f'<link:footnoteLink xlink:type="extended" xlink:role="{group}">'
        return f"{head}{''.join(parts)}</link:footnoteLink>"


def _context_of(fact: Fact, layout: Layout) -> Context:
    shared = (fact.entity, fact.period, fact.dimensions)
    return shared if layout.is_shared else (*shared, fact.id)


def _firsts(facts: Sequence[Fact], layout: Layout) -> Iterator[Fact]:
    """One fact of each context."""
    yield from {_context_of(fact, layout): fact for fact in reversed(facts)}.values()


def _period(period: Period) -> str:
    if period.is_forever:
        return "<x:forever/>"
    if period.is_instant:
        return f"<x:instant>{_moment(period, 'end')}</x:instant>"
    start = f"<x:startDate>{_moment(period, 'start')}</x:startDate>"
    return f"{start}<x:endDate>{_moment(period, 'end')}</x:endDate>"


def _moment(period: Period, side: str) -> str:
    moment = getattr(period, side)
    return str(moment.isoformat())
