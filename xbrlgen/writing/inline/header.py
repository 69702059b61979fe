"""The hidden header of an inline page: facts that aren't printed, references, contexts and units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from xbrlgen.model import Link, Unit
from xbrlgen.model.report import DEFAULT_LINK, EXPLANATORY, FOOTNOTE
from xbrlgen.writing import names
from xbrlgen.writing.inline.contexts import Context, context_xml, unit_xml

_EXPLANATORY_REF = (
    f'<link:arcroleRef xlink:type="simple" arcroleURI="{EXPLANATORY}"'
    ' xlink:href="http://www.xbrl.org/lrr/arcrole/factExplanatory-2009-12-16.xsd#fact-explanatoryFact">'
    "</link:arcroleRef>"
)


def header(
    schemas: Iterable[str],
    hidden: Sequence[str],
    contexts: Mapping[Context, str],
    units: Mapping[Unit, str],
    links: Iterable[Link] = (),
) -> str:
    """The ``ix:header`` in an element that isn't displayed."""
    parts = ['<div style="display:none">', "<ix:header>"]
    parts += ["<ix:hidden>", *hidden, "</ix:hidden>"] if hidden else []
    parts += ["<ix:references>", *map(_schema_ref, schemas), "</ix:references>", "<ix:resources>"]
    parts += ["".join(context_xml(context, identity)) for context, identity in contexts.items()]
    parts += [unit_xml(unit, identity) for unit, identity in units.items()]
    links = tuple(links)
    if any(link.type == EXPLANATORY for link in links):
        parts.append(_EXPLANATORY_REF)
    parts += _relationships(links)
    return "\n".join((*parts, "</ix:resources>", "</ix:header>", "</div>"))


def _schema_ref(schema: str) -> str:
    return f'<link:schemaRef xlink:type="simple" xlink:href="{names.attribute(schema)}"></link:schemaRef>'


def _relationships(links: Iterable[Link]) -> list[str]:
    """One relationship a target and kind, from all facts that lead there."""
    sources: dict[tuple[str, str, str], list[str]] = {}
    for link in links:
        sources.setdefault((link.target, link.type, link.group), []).append(names.identifier(link.source))
    return [
        f'<ix:relationship fromRefs="{" ".join(facts)}" toRefs="{names.identifier(target)}"'
        + (f' arcrole="{names.attribute(kind)}"' if kind != FOOTNOTE else "")
        + (f' linkRole="{names.attribute(group)}"' if group != DEFAULT_LINK else "")
        + "></ix:relationship>"
        for (target, kind, group), facts in sources.items()
    ]
