"""Rules of the EDGAR filer manual (volume II, chapter 6) that need no network, for reports to the SEC.

A report counts as one to the SEC when its entity is named by a CIK. Each rule gives one finding that lists
all places; what Arelle checks anyway is left to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from xbrlgen.findings import Finding
from xbrlgen.validating.accuracy import has_excess_digits
from xbrlgen.validating.edgar.pages import pages
from xbrlgen.validating.edgar.schemas import own_concepts, prefixes, role_addresses, structures
from xbrlgen.validating.edgar.texts import text_blocks
from xbrlgen.validating.facts import Aspects, Instance
from xbrlgen.validating.files.xml import line_of
from xbrlgen.validating.names import CONCEPT_LABEL, PARENT_CHILD, STANDARD_LABEL, local, namespace
from xbrlgen.validating.opened.opening import Notation
from xbrlgen.validating.telling.describing import SHOWN, listed
from xbrlgen.validating.telling.reporting import Reporter

_CIK = "http://www.sec.gov/CIK"
# Numbers that nobody has: EDGAR counts up from small ones, and was at about two million in 2024.
_FIRST_CIK, _LAST_CIK = 2, 9_999_999
# Facts that the cover page of every periodic or current report has (6.5.20, 6.5.21)
_COVER = ("DocumentType", "EntityRegistrantName", "EntityCentralIndexKey", "DocumentPeriodEndDate")
_DEFINITION = re.compile(r"\S+ - (Statement|Disclosure|Schedule|Document) - \S.*")
# Letters that the filer manual allows in a label, and in a name (6.8).
_LONGEST_LABEL = 511
_LONGEST_NAME = 200

Rule = Callable[[Reporter], Iterator[Finding]]


def filer_findings(reporter: Reporter) -> Iterator[Finding]:
    """The findings of all rules, for reports to the SEC."""
    instance = reporter.loaded.instance
    if any(aspects.entity[0] == _CIK for aspects in instance.aspects):
        for rule in RULES:
            yield from rule(reporter)


def entities(reporter: Reporter) -> Iterator[Finding]:
    """One entity, named by ten digits (6.5.1 to 6.5.3)."""
    named = sorted({aspects.entity for aspects in reporter.loaded.instance.aspects})
    schemes = sorted({scheme for scheme, _ in named})
    if len(schemes) > 1:
        words = f"Contexts name entities by {len(schemes)} schemes: {listed(schemes)}"
        remedy = f"Name the entity by its CIK in all contexts, with the scheme {_CIK}."
        yield reporter.finding("filer.contexts", words, about=schemes, remedy=remedy)
    names = sorted({name for scheme, name in named if scheme == _CIK})
    if len(names) > 1:
        words = f"Contexts name {len(names)} entities: {listed(names)}"
        remedy = "Give all contexts the registrant's own CIK."
        yield reporter.finding("filer.contexts", words, about=names, remedy=remedy)
    odd = [one[1] for one in named if one[0] == _CIK and not re.fullmatch(r"\d{10}", one[1])]
    if odd:
        words = f"A CIK in a context has other than ten digits: {listed(odd)}"
        yield reporter.finding(
            "filer.contexts", words, about=odd, remedy="Fill it up with zeros at the left."
        )
    nobody = [name for name in names if name.isdecimal() and not _FIRST_CIK <= int(name) <= _LAST_CIK]
    if nobody:
        words = f"No filer has the CIK in the contexts: {listed(nobody)}"
        yield reporter.finding(
            "filer.contexts", words, about=nobody, remedy="Give the registrant's own CIK in its place."
        )


def scenarios(reporter: Reporter) -> Iterator[Finding]:
    """Nothing but dimensions in a context (6.5.4, 6.5.5)."""
    instance = reporter.loaded.instance
    odd = [name for name, aspects in instance.contexts.items() if instance.aspects[aspects].rest]
    if odd:
        words = f"{len(odd)} contexts hold something other than dimensions: {listed(odd)}"
        yield reporter.finding("filer.contexts", words, about=odd, remedy="Say it with dimensions.")


def _overlapping_periods(reporter: Reporter) -> Iterator[Finding]:
    """No period begins on the day on which another one ends (6.5.9)."""
    spans = [one for one in reporter.loaded.instance.aspects if one.start and one.end]
    ends = {one.end: one for one in spans if _days(one) > 1}
    odd = sorted({one.start for one in spans if _days(one) > 1 and _next_day(one.start) in ends})
    if odd:
        words = f"Periods begin on the day another one ends: {listed(day[:10] for day in odd)}"
        yield reporter.finding(
            "filer.contexts", words, about=odd, remedy="Let each begin on the day after the other's end."
        )


def _days(aspects: Aspects) -> int:
    """How many days a period has, 0 where that isn't known."""
    try:
        return (datetime.fromisoformat(aspects.end) - datetime.fromisoformat(aspects.start)).days
    except (ValueError, TypeError):
        return 0


def _next_day(moment: str) -> str:
    return (datetime.fromisoformat(moment) + timedelta(days=1)).isoformat()


def _repeated_contexts(reporter: Reporter) -> Iterator[Finding]:
    """No two contexts, and no two units, that say the same (6.5.7, 6.5.10)."""
    instance = reporter.loaded.instance
    if reporter.loaded.entry.notation is Notation.JSON:
        return
    for code, named in (("filer.contexts", instance.contexts), ("filer.units", instance.units_by_id)):
        same = _same(named)
        if same:
            words = f"{len(same)} times the same is said under several names: {listed(map(' = '.join, same))}"
            about = [name for names in same for name in names]
            yield reporter.finding(code, words, about=about, remedy="Keep one of each and refer to that.")


def _same(named: dict[str, int]) -> list[list[str]]:
    held: dict[int, list[str]] = defaultdict(list)
    for name, index in named.items():
        held[index].append(name)
    return [names for names in held.values() if len(names) > 1]


def unused(reporter: Reporter) -> Iterator[Finding]:
    """Every context and unit is used by a fact (6.5.8, 6.5.36)."""
    instance = reporter.loaded.instance
    contexts = sorted(set(instance.contexts) - {fact.context for fact in instance.facts})
    units = sorted(set(instance.units_by_id) - {fact.unit for fact in instance.facts})
    for names, what in ((contexts, "contexts"), (units, "units")):
        if names:
            words = f"{len(names)} {what} are not used by any fact: {listed(names)}"
            yield reporter.finding("filer.unused", words, about=names, remedy="Take them out.")


def cover(reporter: Reporter) -> Iterator[Finding]:
    """The facts of the cover page are there, and name the same entity as the contexts (6.5.20 to 6.5.23)."""
    instance = reporter.loaded.instance
    dei = [fact for fact in instance.facts if "/dei/" in namespace(fact.concept)]
    missing = [name for name in _COVER if name not in {local(fact.concept) for fact in dei}]
    if missing:
        words = f"The cover page misses {listed(f'dei:{name}' for name in missing)}"
        yield reporter.finding("filer.cover", words, about=missing, remedy="Tag them, hidden if not printed.")
    for fact in dei:
        if local(fact.concept) == "EntityCentralIndexKey" and not _is_entity(
            fact.text, fact.aspects, instance
        ):
            words = (
                f"dei:EntityCentralIndexKey is {fact.text.strip()!r}, which is not the entity of its context"
            )
            yield reporter.finding(
                "filer.cover", words, facts=[fact], remedy="Make both the registrant's CIK."
            )


def _is_entity(text: str, aspects: int, instance: Instance) -> bool:
    return aspects < 0 or text.strip().zfill(10) == instance.aspects[aspects].entity[1].zfill(10)


def _extension_names(reporter: Reporter) -> Iterator[Finding]:
    """Extension namespaces are addresses with a date at the end (6.7.3 to 6.7.5)."""
    spaces = sorted({namespace(name) for name in own_concepts(reporter)})
    odd = [space for space in spaces if not re.fullmatch(r"https?://[^/\s]+/.*\d{8}", space)]
    if odd:
        words = f"An extension namespace is no address with a date at its end: {listed(odd)}"
        yield reporter.finding(
            "filer.names", words, about=odd, remedy="Write it as http://company.com/20131231."
        )


def _role_definitions(reporter: Reporter) -> Iterator[Finding]:
    """Definitions of roles are ``0001 - Statement - Title`` (6.7.12)."""
    shown = {relation.role for relation in reporter.loaded.dts.of(PARENT_CHILD)}
    roles = reporter.loaded.dts.roles
    odd = sorted(uri for uri in shown if uri in roles and not _DEFINITION.fullmatch(roles[uri]))
    if odd:
        words = (
            f"{len(odd)} roles have a definition of another form: {listed(roles[uri] or uri for uri in odd)}"
        )
        yield reporter.finding(
            "filer.names", words, about=odd, remedy="Write it as '0001 - Statement - Title'."
        )


def labels(reporter: Reporter) -> Iterator[Finding]:
    """Every extension concept has one standard label, and no label is too long (6.10)."""
    standard = [
        one for one in reporter.loaded.dts.of(CONCEPT_LABEL) if one.get("labelRole") == STANDARD_LABEL
    ]
    labelled = {one.source for one in standard}
    missing = sorted(reporter.name(name) for name in own_concepts(reporter) if name not in labelled)
    if missing:
        words = f"{len(missing)} extension concepts have no standard label: {listed(missing)}"
        yield reporter.finding("filer.names", words, about=missing, remedy="Give each a standard label.")
    long = sorted({reporter.name(one.source) for one in standard if len(one.text) >= _LONGEST_LABEL})
    if long:
        words = f"{len(long)} labels have {_LONGEST_LABEL} characters or more: {listed(long)}"
        yield reporter.finding("filer.names", words, about=long, remedy="Shorten them.")


def _unused_extensions(reporter: Reporter) -> Iterator[Finding]:
    """Every extension concept stands in a presentation tree (6.12.3)."""
    arcs = reporter.loaded.dts.of(PARENT_CHILD)
    shown = {name for arc in arcs for name in (arc.source, arc.target)}
    hidden = sorted(reporter.name(name) for name in own_concepts(reporter) if name not in shown)
    if arcs and hidden:
        words = f"{len(hidden)} extension concepts stand in no presentation tree: {listed(hidden)}"
        yield reporter.finding("filer.unused", words, about=hidden, remedy="Show them, or take them out.")


def declarations(reporter: Reporter) -> Iterator[Finding]:
    """Extension elements are items, not tuples, with names of at most 200 characters (6.8)."""
    dts = reporter.loaded.dts
    tuples = sorted(
        reporter.name(name)
        for name in own_concepts(reporter)
        if local(dts.concepts[name].substitution_group) == "tuple"
    )
    if tuples:
        words = f"{len(tuples)} extension elements are tuples: {listed(tuples)}"
        yield reporter.finding("filer.names", words, about=tuples, remedy="Say it with dimensions.")
    odd = sorted(reporter.name(name) for name in own_concepts(reporter) if len(local(name)) > _LONGEST_NAME)
    if odd:
        words = f"{len(odd)} extension elements have a name of more than {_LONGEST_NAME} characters"
        yield reporter.finding("filer.names", words, about=odd, remedy="Give them shorter names.")


def precision(reporter: Reporter) -> Iterator[Finding]:
    """Accuracy is told with decimals, never with precision (6.5.17)."""
    found = [
        one
        for root in reporter.loaded.entry.roots
        for one in root.iter("*")
        if one.get("precision") is not None
    ]
    if found:
        file = reporter.loaded.instance.files[0]
        places = [reporter.placer.place(file, line_of(one), one.get("id", "")) for one in found[:SHOWN]]
        words = f"{len(found)} facts tell their accuracy with precision"
        yield reporter.finding("filer.units", words, places=places, remedy="Tell it with decimals.")


def truncated(reporter: Reporter) -> Iterator[Finding]:
    """No digit but zero stands beyond the decimals of a fact (6.5.37)."""
    cut = [fact for fact in reporter.loaded.instance.facts if has_excess_digits(fact)]
    if cut:
        words = f"{len(cut)} facts have digits that their decimals call uncertain"
        yield reporter.finding(
            "filer.units",
            words,
            facts=cut[:SHOWN],
            remedy="Round the values, or give the decimals they have.",
        )


RULES: tuple[Rule, ...] = (
    entities, scenarios, _repeated_contexts, unused, cover, _extension_names, _role_definitions, labels,
    _unused_extensions, declarations, precision, truncated, pages, text_blocks,
    _overlapping_periods, prefixes, role_addresses, structures,
)  # fmt: skip
