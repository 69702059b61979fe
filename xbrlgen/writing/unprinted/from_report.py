"""Filings from facts that a program has: a `Report`, xBRL-JSON or a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from xbrlgen.collecting import without_collecting
from xbrlgen.filing import Filing, Placement, Role
from xbrlgen.model import Concept, Entity, Member, PeriodType, QName, Report
from xbrlgen.places import Format, Place, Source
from xbrlgen.proving.identity import Proved
from xbrlgen.reading.document import Document
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.taxonomy.asking.index import taxonomy_of_namespace
from xbrlgen.writing.folder import WriteError
from xbrlgen.writing.taxonomy.addresses import schema_of
from xbrlgen.writing.taxonomy.labels import Labels
from xbrlgen.writing.taxonomy.standard_roles import other_facts, standard_roles
from xbrlgen.writing.taxonomy.trees import concepts_used
from xbrlgen.writing.unprinted.direct import printed_directly
from xbrlgen.writing.unprinted.plain_page import laid_out

_NAME = "EntityRegistrantName"


@without_collecting()
def filing_from_report(  # noqa: PLR0913 (all but the report have defaults that a caller may know better)
    report: Report,
    *,
    prefix: str = "",
    namespace: str = "",
    date: str = "",
    title: str = "",
    roles: Sequence[Role] = (),
    labels: Mapping[QName, Labels] | None = None,
    standard: Sequence[Concept] = (),
    extensions: Sequence[Concept] = (),
) -> Filing:
    """A filing of facts alone, with a page laid out from the presentation tree.

    Concepts of namespaces that are no standard taxonomy become extensions and must share one namespace.
    Without ``roles`` the statements of the taxonomy that show the concepts are taken.
    """
    entity, own = _entity(report), _own(report, extensions)
    prefix = prefix or next((concept.name.prefix for concept in own), "filer")
    date = date or _last_day(report)
    namespace = namespace or next((c.name.namespace for c in own), f"http://{prefix}.example/{date}")
    taxonomy = _taxonomy(report)
    filing = Filing(
        report=report,
        prefix=prefix,
        namespace=namespace,
        entity=entity,
        date=date,
        taxonomy_year=taxonomy.year if taxonomy else 0,
        extensions=tuple(own),
        labels=labels or {},
        roles=tuple(roles),
    )
    if not roles and taxonomy:
        filing = _with_standard_roles(filing, taxonomy)
    filing = evolve(filing, standard=tuple(standard) or _standard(filing))
    return _printed(filing, title or _company(report) or f"{prefix}-{date}")


def _entity(report: Report) -> Entity:
    """Whom the facts are about; raises `WriteError` where there are none."""
    if not report.facts:
        msg = "a report without facts makes no filing"
        raise WriteError(msg)
    return report.facts[0].entity


def _company(report: Report) -> str:
    """The name of the company, where it is a fact."""
    names = (fact.value for fact in report.facts if fact.concept.name.local == _NAME)
    return next((name for name in names if isinstance(name, str)), "")


def _last_day(report: Report) -> str:
    """The last day that any fact is about, as file names write it."""
    ends = [fact.period.end.isoformat()[:10] for fact in report.facts if fact.period.end]
    if not ends:
        msg = "no fact has a date to name the files by; give one: date='20241231'"
        raise WriteError(msg)
    return max(ends).replace("-", "")


def _own(report: Report, extensions: Sequence[Concept]) -> list[Concept]:
    used = _dimensions(report) | {fact.concept.name: fact.concept for fact in report.facts}
    given = {concept.name: concept for concept in extensions}
    own = {name: c for name, c in used.items() if schema_of(name.namespace, report.taxonomy) is None} | given
    homes = sorted({name.namespace for name in own})
    if len(homes) > 1:
        msg = (
            f"concepts of {len(homes)} namespaces have no known schema: {', '.join(homes)}; "
            "name their schemas in Report.taxonomy, or put all extensions into one namespace"
        )
        raise WriteError(msg)
    return [own[name] for name in sorted(own)]


def _dimensions(report: Report) -> dict[QName, Concept]:
    """The axes and members that facts name, as they would be declared."""
    found: dict[QName, Concept] = {}
    for value in (value for fact in report.facts for value in fact.dimensions):
        found[value.axis] = Concept(
            value.axis,
            "stringItemType",
            PeriodType.DURATION,
            abstract=True,
            substitution_group="dimensionItem",
        )
        if isinstance(value, Member):
            found[value.member] = Concept(value.member, "domainItemType", PeriodType.DURATION, abstract=True)
    return found


def _taxonomy(report: Report) -> Taxonomy | None:
    namespaces = [fact.concept.name.namespace for fact in report.facts]
    known = [taxonomy_of_namespace(namespace) for namespace in dict.fromkeys(namespaces)]
    return next((taxonomy for taxonomy in known if taxonomy and taxonomy.family == "us-gaap"), None)


def _with_standard_roles(filing: Filing, taxonomy: Taxonomy) -> Filing:
    names = filing.namespace, filing.prefix
    made = standard_roles(filing.report.facts, *names, taxonomy)
    return evolve(filing, roles=made, extensions=(*filing.extensions, *_headings(made, *names)))


def _headings(roles: Iterable[Role], namespace: str, prefix: str) -> list[Concept]:
    heading = other_facts(namespace, prefix)
    return [heading] if any(node.concept == heading.name for role in roles for node in role.tree) else []


def _standard(filing: Filing) -> tuple[Concept, ...]:
    """The concepts of standard taxonomies that facts and trees name, as far as the index knows them."""
    found = {fact.concept.name: fact.concept for fact in filing.report.facts}
    for name in concepts_used(filing):
        taxonomy = taxonomy_of_namespace(name.namespace) if name not in found else None
        if taxonomy and (concept := taxonomy.concept(name.local)):
            found[name] = concept
    return tuple(c for name, c in sorted(found.items()) if name.namespace != filing.namespace)


def _printed(filing: Filing, title: str) -> Filing:
    """The filing with the page its facts are printed on."""
    layout = laid_out(filing, title)
    raw = layout.page.encode("ascii", "xmlcharrefreplace")
    source = Source(f"{title}.html", Format.HTML, layout.text, raw, "ascii", layout.segments)
    placements = tuple(
        Placement(
            each.fact.id, Place(0, each.start, each.end, each.line, 1), layout.text[each.start : each.end]
        )
        for each in layout.prints
        if each.end > each.start
    )
    filing = evolve(filing, proved=Proved(Document((source,))), placements=placements)
    return printed_directly(filing, layout)
