"""Extension concepts that say what a standard concept says already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.validating.missing.standins import taxonomy_of
from xbrlgen.validating.names import local, namespace
from xbrlgen.validating.taxonomy.dts import Declared
from xbrlgen.validating.telling.reporting import Reporter


def twins_of_standard(reporter: Reporter) -> Iterator[Finding]:
    """A finding for each extension concept whose name a standard taxonomy of the report has as well."""
    dts = reporter.loaded.dts
    spaces = sorted({need.namespace for need in dts.needs})
    own = [concept for concept in dts.concepts.values() if namespace(concept.name) not in spaces]
    standard = [one for one in map(taxonomy_of, spaces) if one is not None]
    for concept in own:
        for taxonomy in standard:
            twin = taxonomy.concept(local(concept.name)) or taxonomy.concept(_plain(local(concept.name)))
            if twin is not None and _alike(concept, twin.type, twin.period_type.value):
                yield _finding(concept, str(twin.name), reporter)


def _plain(name: str) -> str:
    """A name without a tail that only tells it apart.

    >>> _plain("RevenuesCustom1")
    'Revenues'
    """
    return re.sub(r"(Custom|Extension|Company|1)*\d*$", "", name)


def _alike(concept: Declared, item_type: str, period_type: str) -> bool:
    return not concept.abstract and local(concept.type) == item_type and concept.period_type == period_type


def _finding(concept: Declared, twin: str, reporter: Reporter) -> Finding:
    return reporter.finding(
        "extension.duplicates-standard",
        f"{reporter.name(concept.name)} has the name, type and period type of {twin}",
        places=[reporter.placer.place(reporter.loaded.dts.files[concept.file], concept.line)],
        about=[reporter.name(concept.name)],
        remedy=f"Use {twin}, unless it means something else; then give the extension another name.",
    )
