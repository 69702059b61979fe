"""All files of a filing, as bytes by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import evolve

from xbrlgen.collecting import without_collecting
from xbrlgen.filing import Filing, Printed, parts_of
from xbrlgen.findings import Finding, Severity
from xbrlgen.writing.edgar.page import EdgarPage, edgar_page
from xbrlgen.writing.folder import WriteError
from xbrlgen.writing.html.marking import Page
from xbrlgen.writing.inline.contexts import Aspects
from xbrlgen.writing.inline.escaping import block_values, has_blocks, with_markup, with_values
from xbrlgen.writing.inline.header import header
from xbrlgen.writing.inline.notes import with_notes
from xbrlgen.writing.inline.placing import Inliner
from xbrlgen.writing.names import identifier
from xbrlgen.writing.packages import archive, report_package, taxonomy_package
from xbrlgen.writing.pages import document, namespaces, source_page
from xbrlgen.writing.tables.records import coverage_json, facts_csv, facts_json, findings_json
from xbrlgen.writing.taxonomy.linkbases import SUMMATION, write_linkbases
from xbrlgen.writing.taxonomy.rounding import rounding_findings
from xbrlgen.writing.taxonomy.schema import stem, write_schema
from xbrlgen.writing.taxonomy.soundness import sound

# The first year whose us-gaap calculation linkbases have arcs of version 1.1.
_CALCULATIONS_11_FROM = 2024
# Letters of a file's name that EDGAR takes.
_LONGEST_NAME = 32


@without_collecting()
def filing_files(
    filing: Filing, calculations: str | None, *, anchoring: bool = False
) -> tuple[Mapping[str, bytes], tuple[Finding, ...]]:
    """The files of a filing, and what there is to tell about them."""
    printed = _printed(filing)
    filing, page = printed.ready, printed.page
    name = stem(filing)
    edgar = edgar_page(page, name)
    told = (*printed.changed, *_name_findings(filing), *printed.unprinted)
    told += (*_missing_pictures(filing), *_unstyled(edgar))
    if _calculations_version(filing, calculations) == "1.0":
        told += tuple(rounding_findings(filing))
    findings = (*filing.findings, *told)
    taxonomy = taxonomy_files(filing, calculations, anchoring=anchoring)
    filed = {f"{name}.htm": page, **taxonomy, **_picture_files(filing)}
    packages = {
        f"{name}.xbri": report_package(filing, filed),
        f"{name}-taxonomy.zip": taxonomy_package(filing, taxonomy),
        f"{name}.zip": archive({**filed, f"{name}.htm": edgar.content, **edgar.pictures}),
    }
    records = {
        "facts.json": facts_json(filing),
        "facts.csv": facts_csv(filing),
        "findings.json": findings_json(filing, findings),
        "coverage.json": coverage_json(filing),
    }
    return filed | packages | records, told


def _unstyled(edgar: EdgarPage) -> Iterator[Finding]:
    """What the page for EDGAR looks like without, as it mustn't have style sheets."""
    if edgar.left:
        yield Finding(
            "writing.style-left",
            Severity.INFO,
            f"{edgar.left} rules of the page's style sheets can't be said by style attributes; the page in"
            " the zip for EDGAR, which takes no style sheets, is shown without them.",
            about=(str(edgar.left),),
        )


def with_printed_blocks(filing: Filing) -> Filing:
    """The filing with text blocks that say what its page will say in them, and with that page."""
    if not has_blocks(filing):
        return filing
    printed = _printed(filing)
    filing = with_values(filing, block_values(printed.ready))
    return evolve(filing, printed=evolve(printed, made_of=parts_of(filing)))


def _printed(filing: Filing) -> Printed:
    """The page of a filing with all that comes with it; made anew unless the filing has it."""
    if filing.printed and filing.printed.holds_for(filing):
        return filing.printed
    ready, changed = sound(with_notes(filing))
    page, unprinted = inline_page(ready)
    return Printed(page, with_markup(ready, page), changed, unprinted, parts_of(filing))


def _name_findings(filing: Filing) -> Iterator[Finding]:
    """What EDGAR would not take of the files' names (filer manual, 5.1)."""
    longest = f"{stem(filing)}_pre.xml"
    if len(longest) > _LONGEST_NAME:
        yield Finding(
            "writing.long-name",
            Severity.WARNING,
            f"{longest} has {len(longest)} characters; EDGAR takes {_LONGEST_NAME}.",
            about=(longest,),
            remedy="Choose a shorter prefix.",
        )


def taxonomy_files(
    filing: Filing, calculations: str | None, *, anchoring: bool = False
) -> Mapping[str, bytes]:
    """The extension schema and its linkbases."""
    linkbases = write_linkbases(filing, _calculations_version(filing, calculations), anchoring=anchoring)
    name = stem(filing)
    files = {f"{name}.xsd": write_schema(filing, linkbases)}
    files |= {f"{name}_{kind}.xml": text for kind, text in linkbases.items()}
    return {name: text.encode("ascii", "xmlcharrefreplace") for name, text in files.items()}


def _calculations_version(filing: Filing, asked: str | None) -> str:
    """The version of the calculation arcs: the one asked for, else what EDGAR takes for the year."""
    version = asked or ("1.1" if filing.taxonomy_year >= _CALCULATIONS_11_FROM else "1.0")
    if version not in SUMMATION:
        msg = f"calculations={asked!r}: there are the versions {', '.join(SUMMATION)}"
        raise WriteError(msg)
    return version


@without_collecting()
def inline_page(filing: Filing) -> tuple[bytes, tuple[Finding, ...]]:
    """The inline XBRL page, and what there is to tell about it."""
    page, head, prefixes, findings, removed = marked_page(filing)
    written = document(page, head, prefixes)
    return written.content, (*findings, *map(_removal, sorted((removed + written.removed).items())))


def marked_page(
    filing: Filing,
) -> tuple[Page, str, dict[str, str], tuple[Finding, ...], Counter[str]]:
    """The page with all facts marked, its header and prefixes, what there is to tell, what was taken out."""
    aspects = Aspects.of(filing.report.facts)
    page, removed = source_page(filing, {*aspects.contexts.values(), *aspects.units.values(), *_ids(filing)})
    inliner = Inliner(page, aspects)
    inliner.run(filing)
    notes = inliner.notes(filing)
    schema = f"{stem(filing)}.xsd"
    head = header((schema,), inliner.hidden, aspects.contexts, aspects.units, filing.report.links)
    return page, head + notes, namespaces(filing, aspects), tuple(inliner.findings), removed


def _picture_files(filing: Filing) -> Mapping[str, bytes]:
    """The pictures that the page shows, by name."""
    pictures = filing.proved.document.pictures if filing.proved else ()
    return {picture.name: picture.content for picture in pictures if picture.content is not None}


def _missing_pictures(filing: Filing) -> Iterator[Finding]:
    """The pictures of the page that weren't found, or are no pictures."""
    for picture in filing.proved.document.pictures if filing.proved else ():
        if picture.content is None:
            yield Finding(
                "writing.missing-picture",
                Severity.WARNING,
                f"The page shows {picture.address}, which isn't there to go with it.",
                about=(picture.address,),
                remedy=f"Put the picture beside the release, or beside the page as {picture.name}.",
            )


def _ids(filing: Filing) -> Iterator[str]:
    """The ids of facts and footnotes, which ids of the page must not repeat."""
    yield from (identifier(fact.id) for fact in filing.report.facts)
    yield from (identifier(note.id) for note in filing.report.footnotes)


def _removal(removed: tuple[str, int]) -> Finding:
    what, count = removed
    return Finding(
        "writing.removed",
        Severity.INFO,
        f"Left out of the page, as a filing must not have it: {what} ({count} times).",
        about=(what,),
    )
