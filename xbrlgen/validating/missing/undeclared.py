"""What a report uses of a taxonomy though no schema at hand declares it: missing files, names, families."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xbrlgen.findings import Finding
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.validating.missing.standins import Plan, taxonomy_of
from xbrlgen.validating.names import local, namespace
from xbrlgen.validating.opened.loading import Loaded
from xbrlgen.validating.taxonomy.dts import Missing, usual_namespace
from xbrlgen.validating.telling.reporting import Reporter

# Facts named of a taxonomy that isn't imported.
_SHOWN = 12


def taxonomy_findings(
    wanted: Plan, loaded: Loaded, reporter: Reporter, labels: int, *, judged: bool
) -> Iterator[Finding]:
    """What the report needs of taxonomies and nobody declares, so far as Arelle doesn't say it itself."""
    stood_in = {parts.address for parts in wanted.schemas}
    for missing in loaded.dts.missing:
        if not judged or missing.address in stood_in:
            yield _not_there(missing, reporter)
    yield from _misnamed(loaded, reporter)
    yield from _of_other_years(wanted, loaded, reporter)
    for need in wanted.unknown:
        yield reporter.finding(
            "taxonomy.schema-unknown",
            f"The schema {need.address} is not at hand and its family is not known here",
            about=[need.address],
            remedy="Give the taxonomy package that has it with --package.",
        )
    yield from _names(wanted.inferred, reporter, labels)


def _misnamed(loaded: Loaded, reporter: Reporter) -> Iterator[Finding]:
    """A finding for each standard schema that is imported as if it were of another family or year."""
    for need in loaded.dts.needs:
        there, said = taxonomy_of(usual_namespace(need.address)), taxonomy_of(need.namespace)
        if there and said and (there.family, there.year) != (said.family, said.year):
            yield reporter.finding(
                "xbrl.invalid",
                f"{need.address} is imported as {need.namespace}, but it is {there.family} of {there.year}",
                about=[need.address],
                remedy="Import the schema of the year whose names are used.",
            )


def _of_other_years(wanted: Plan, loaded: Loaded, reporter: Reporter) -> Iterator[Finding]:
    """A finding for each edition that is used though another one of its family is what the schemas import."""
    imported = {one.family: one for need in loaded.dts.needs if (one := taxonomy_of(need.namespace))}
    for space in wanted.unreached:
        used = taxonomy_of(space)
        there = imported.get(used.family) if used else None
        if used is not None and there is not None:
            yield reporter.finding(
                "xbrl.invalid",
                f"Names of {used.family} {used.year} are used, but what the schemas import is "
                f"{there.family} {there.year}",
                facts=[fact for fact in loaded.instance.facts if namespace(fact.concept) == space][:_SHOWN],
                about=[space],
                remedy=f"Use the names of {there.year}, or import the schema of {used.year}.",
            )


def _not_there(missing: Missing, reporter: Reporter) -> Finding:
    return reporter.finding(
        "taxonomy.file-missing",
        f"{missing.address} is not there; {missing.referrer} refers to it",
        about=[missing.address],
        remedy="Put it beside the report, or give the taxonomy package that has it with --package.",
    )


def _names(inferred: Sequence[str], reporter: Reporter, labels: int) -> Iterator[Finding]:
    """The names that nobody declares: those of whole editions are wrong, the others were inferred."""
    editions = {name: _whole_edition(name) for name in inferred}
    for name, taxonomy in editions.items():
        if taxonomy is not None:
            yield _no_such_concept(name, taxonomy, reporter)
    guessed = [reporter.name(name) for name, taxonomy in editions.items() if taxonomy is None]
    if guessed:
        yield _inferred(guessed, reporter, labels)


def _whole_edition(name: str) -> Taxonomy | None:
    """The edition whose namespace a name has, where the index has every name of that edition."""
    taxonomy = taxonomy_of(namespace(name))
    return taxonomy if taxonomy is not None and taxonomy.witnesses == (taxonomy.year,) else None


def _no_such_concept(name: str, taxonomy: Taxonomy, reporter: Reporter) -> Finding:
    near = ", ".join(f"{taxonomy.family}:{one}" for one in taxonomy.nearest(local(name)))
    like = f" (the nearest: {near})" if near else ""
    return reporter.finding(
        "taxonomy.no-such-concept",
        f"{taxonomy.family} {taxonomy.year} has no {reporter.name(name)}",
        facts=[fact for fact in reporter.loaded.instance.facts if fact.concept == name],
        about=[reporter.name(name)],
        remedy=f"Correct the name{like}, or the year of the taxonomy.",
    )


def _inferred(names: Sequence[str], reporter: Reporter, labels: int) -> Finding:
    """What was declared only because the report uses it."""
    return reporter.finding(
        "taxonomy.inferred",
        f"{len(names)} declarations were inferred from the report itself: {', '.join(names[:5])}"
        + (" and more" if len(names) > 5 else ""),
        about=names,
        remedy="Give the taxonomy package that declares them with --package to be sure.",
        details=[("not judged", f"{labels} preferred labels")] if labels else (),
    )
