"""Stand-ins for one report: what to declare at which address, from the index or from its own use."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from attrs import evolve, frozen

from xbrlgen.model import Concept
from xbrlgen.taxonomy.asking.index import Taxonomy, taxonomy_of_namespace
from xbrlgen.taxonomy.editions import Edition, data_folder, editions_of
from xbrlgen.taxonomy.files.records import TypeRule
from xbrlgen.taxonomy.files.typehomes import BASE, DIMENSIONS, TypeHome, home_of
from xbrlgen.taxonomy.files.types import type_rule
from xbrlgen.taxonomy.standins.parts import catalog, manifest
from xbrlgen.taxonomy.standins.schematext import Declaration, SchemaParts, schema_text
from xbrlgen.validating.files.shelf import Rule, is_remote
from xbrlgen.validating.missing.usage import Usage, Use, infer, period_type, usage
from xbrlgen.validating.names import local, namespace
from xbrlgen.validating.opened.loading import Loaded
from xbrlgen.validating.taxonomy.dts import Dts, Need, usual_namespace


@frozen
class Plan:
    """What a stand-in package must hold.

    ``inferred`` are the names whose declaration was guessed from use; ``unknown`` the schemas of families
    the index does not know; ``unreached`` the namespaces that the report uses and no schema imports.
    """

    schemas: tuple[SchemaParts, ...] = ()
    inferred: tuple[str, ...] = ()
    unknown: tuple[Need, ...] = ()
    unreached: tuple[str, ...] = ()


# Lists that the SEC publishes as taxonomies: all concepts of theirs are members or stand above members.
_SEC_LISTS = frozenset({"country", "currency", "exch", "naics", "sic", "stpr"})
_ENUMERATIONS = frozenset({"enumerationItemType", "enumerationSetItemType"})
_NAME = re.compile(r"[^\W\d][\w.-]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a family without a year in its names is taken for: it decides only where item types are declared.
_YEAR_UNSAID = 2020


def plan(loaded: Loaded) -> Plan:
    """What to declare so that a report loads without the standard taxonomies it rests on."""
    needs = [need for need in loaded.dts.needs if need.address.endswith(".xsd")]
    if not needs:
        return Plan()
    found = usage(loaded.instance, loaded.dts)
    unreached = _unreached(needs, found, loaded)
    schemas, inferred = _schemas([*needs, *unreached], found, loaded)
    first = needs[0].address.partition("://")[2]
    homes = frozenset(TypeHome(f"ns{n}", need.namespace, need.address) for n, need in enumerate(unreached))
    schemas[first] = evolve(schemas[first], imports=schemas[first].imports | homes)
    known = {need.namespace for need in needs if taxonomy_of(need.namespace) or _is_standard(need.address)}
    return Plan(
        tuple(schemas.values()),
        tuple(inferred),
        tuple(need for need in needs if need.namespace not in known and is_remote(need.address)),
        tuple(need.namespace for need in unreached),
    )


def _schemas(needs: Iterable[Need], found: Usage, loaded: Loaded) -> tuple[dict[str, SchemaParts], list[str]]:
    """The schemas by their address without its scheme, and the names that were guessed."""
    schemas: dict[str, SchemaParts] = {}
    inferred: list[str] = []
    declared: set[str] = set()
    for need in needs:
        names = [] if need.namespace in declared else found.in_namespace(need.namespace)
        declared.add(need.namespace)
        pieces, guessed = _pieces(need, names, found, loaded)
        inferred += guessed
        for piece in pieces:
            place = piece.address.partition("://")[2]
            schemas[place] = schemas[place] + piece if place in schemas else piece
    return schemas, inferred


def _unreached(needs: Sequence[Need], found: Usage, loaded: Loaded) -> list[Need]:
    """Namespaces that are used though no schema at hand imports them: those that aren't at hand do.

    Where the schemas of a standard taxonomy are is known; for those of other families a place is made up.
    """
    reached = {need.namespace for need in needs} | set(loaded.dts.namespaces.values())
    left = [(space, taxonomy_of(space)) for space in found.namespaces if space not in reached]
    foreign = any(not (taxonomy_of(need.namespace) or _is_standard(need.address)) for need in needs)
    known = [Need(one.schema_location, space) for space, one in left if one is not None]
    others = [space for space, one in left if foreign and one is None and _is_family(space)]
    return [*known, *(Need(_made_up(space), space) for space in others)]


def _is_family(space: str) -> bool:
    """Whether a namespace is one of a taxonomy: bound, and not one of the specifications'."""
    host = space.partition("://")[2].partition("/")[0]
    return not space.startswith("unbound:") and not host.endswith(("xbrl.org", "w3.org"))


def _made_up(space: str) -> str:
    """An address for the schema of a namespace whose place nobody knows."""
    return (
        f"{space.rstrip('/#')}.xsd" if is_remote(space) else f"http://unknown.invalid/{quote(space, '')}.xsd"
    )


def taxonomy_of(space: str) -> Taxonomy | None:
    """The taxonomy of the index that a namespace is of, None where it has none."""
    return None if _usual_prefix(space) in _SEC_LISTS else taxonomy_of_namespace(space)


def side_of(name: str, dts: Dts) -> str:
    """On which side of the books a concept stands: ``debit``, ``credit`` or empty where that isn't known."""
    declared = dts.concepts.get(name)
    if declared is not None:
        return declared.balance
    taxonomy = taxonomy_of(namespace(name))
    concept = taxonomy.possible(local(name)) if taxonomy else None
    return concept.balance.value if concept and concept.balance else ""


def is_name(text: str) -> bool:
    """Whether a text can be a name in XML; a pointer into a document can't.

    >>> is_name("us-gaap_Assets"), is_name("element(/1/3)")
    (True, False)
    """
    return bool(_NAME.fullmatch(text))


def _is_standard(address: str) -> bool:
    """Whether a schema is one of the publishers of the standard taxonomies."""
    host = address.partition("://")[2].partition("/")[0]
    return host.endswith(("xbrl.fasb.org", "xbrl.sec.gov", "xbrl.us", "xbrl.org"))


def _pieces(
    need: Need, names: Iterable[str], found: Usage, loaded: Loaded
) -> tuple[list[SchemaParts], list[str]]:
    """The schemas that stand in for one that is needed, and the names in them that were guessed."""
    taxonomy = taxonomy_of(need.namespace)
    prefix = _usual_prefix(need.namespace)
    edition = taxonomy.edition if taxonomy else Edition(prefix, _year(need), need.namespace, need.address)
    known = {
        name: _known(taxonomy, name, found.uses[name], loaded) if taxonomy else None
        for name in names
        if is_name(local(name))
    }
    concepts = [
        _as_indexed(concept, edition, found.uses[name], taxonomy)
        if concept and taxonomy
        else _as_used(
            infer(name, found.uses[name], loaded.instance, _prefix(need, loaded)), edition, found.uses[name]
        )
        for name, concept in known.items()
    ]
    homes = {one.home for one in concepts}
    others = frozenset(home for home in homes if home.namespace != need.namespace)
    main = SchemaParts(
        need.address, need.namespace or usual_namespace(need.address), others,
        need.roles, _rules(prefix, edition.year, need.types), tuple(concepts),
        tuple(map(_reference, need.linkbases)),
    )  # fmt: skip
    guessed = [] if prefix in _SEC_LISTS else [name for name, concept in known.items() if concept is None]
    return [main, *_type_pieces(concepts, edition.year)], guessed


def _as_indexed(concept: Concept, edition: Edition, use: Use, taxonomy: Taxonomy) -> Declaration:
    typed = use.is_typed or taxonomy.is_typed(concept.name.local)
    return Declaration(concept, home_of(concept.type, edition), typed)


def _as_used(concept: Concept, edition: Edition, use: Use) -> Declaration:
    return Declaration(concept, home_of(concept.type, edition), use.is_typed, content=use.content)


def _reference(linkbase: str) -> str:
    """The line by which a schema refers to a linkbase."""
    return (
        f'<link:linkbaseRef xlink:type="simple" xlink:href={quoteattr(linkbase)} '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
    )


def _known(taxonomy: Taxonomy, name: str, use: Use, loaded: Loaded) -> Concept | None:
    """A concept as the index has it.

    The attributes of some years are carried over from others: where an edition of another year declares
    the period type that all facts of the report have, that one is right. What enumerations allow stands in
    trees the index hasn't, so they are declared as text.
    """
    concept = taxonomy.possible(local(name))
    if concept is None:
        return None
    if concept.type in _ENUMERATIONS:
        return evolve(concept, type="stringItemType", base="stringItemType")
    if not use.facts or use.is_axis or period_type(use.facts, loaded.instance) is concept.period_type:
        return concept
    others = (
        Taxonomy.of(taxonomy.family, one.year).possible(local(name)) for one in editions_of(taxonomy.family)
    )
    seen = {period_type((fact,), loaded.instance) for fact in use.facts}
    return next(
        (evolve(concept, period_type=one.period_type) for one in others if one and {one.period_type} == seen),
        concept,
    )


def _type_pieces(concepts: list[Declaration], year: int) -> list[SchemaParts]:
    """The schemas in which the publishers declare item types of their own."""
    pieces = []
    for home in sorted({one.home for one in concepts} - {BASE, DIMENSIONS}):
        if "xbrl.org" not in home.namespace:
            names = {one.concept.type for one in concepts if one.home == home}
            pieces.append(SchemaParts(home.address, home.namespace, types=_rules(home.prefix, year, names)))
    return pieces


def _rules(prefix: str, year: int, names: Iterable[str]) -> frozenset[TypeRule]:
    return frozenset(type_rule(data_folder(), prefix, year, name) for name in names)


def _year(need: Need) -> int:
    year = _YEAR.search(need.namespace) or _YEAR.search(need.address)
    return int(year.group()) if year else _YEAR_UNSAID


def _prefix(need: Need, loaded: Loaded) -> str:
    """The prefix that the identifiers of a schema begin with; it may have an underscore in it."""
    written = loaded.instance.prefixes.get(need.namespace, "")
    named = [found for found in sorted(need.ids) if is_name(found)]
    if written and (not named or any(found.startswith(f"{written}_") for found in named)):
        return written
    return named[0].partition("_")[0] if named else _usual_prefix(need.namespace)


def _usual_prefix(space: str) -> str:
    """The prefix a namespace would have.

    >>> _usual_prefix("http://xbrl.sec.gov/country/2017-01-31"), _usual_prefix("urn:x")
    ('country', 'ns')
    """
    parts = [part for part in space.split("/")[3:] if part[:1].isalpha()]
    return parts[-1] if parts and parts[-1].replace("-", "").isalnum() else "ns"


def _for_labels_too(schema: str) -> str:
    """A schema whose roles may be those of labels, references and footnotes as well."""
    used = "".join(f"<link:usedOn>link:{where}</link:usedOn>" for where in ("label", "reference", "footnote"))
    return schema.replace("</link:roleType>", f"{used}</link:roleType>")


def _place(address: str) -> str:
    """Where in a package the stand-in of an address is."""
    return address.partition("://")[2] if is_remote(address) else f"own/{address.lstrip('/')}"


def write_plan(wanted: Plan, path: Path, rules: Iterable[Rule] = ()) -> Path:
    """Write the stand-in package of a plan, as a zip; ``rules`` lead to files of the report's own package."""
    files = {parts.address: _place(parts.address) for parts in wanted.schemas}
    texts = {files[parts.address]: _for_labels_too(schema_text(parts)) for parts in wanted.schemas}
    remote = {address: place for address, place in files.items() if is_remote(address)}
    local = [(address, f"../{place}") for address, place in files.items() if address not in remote]
    lines = "".join(
        f"<rewriteURI uriStartString={quoteattr(start)} rewritePrefix={quoteattr(target)}/>"
        for start, target in (*local, *((rule.start, rule.target) for rule in rules))
    )
    texts["META-INF/catalog.xml"] = catalog(remote).replace("</catalog>", f"{lines}</catalog>")
    texts["META-INF/taxonomyPackage.xml"] = manifest(remote)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, text in sorted(texts.items()):
            archive.writestr(f"{path.stem}/{name}", text)
    return path
