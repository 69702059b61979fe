"""The one way to a filing: from a release (read, prove, tag) or from facts that a program has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from attrs import evolve

from xbrlgen.collecting import without_collecting
from xbrlgen.filing import Filing
from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Concept, Entity, QName, Report
from xbrlgen.proving import prove
from xbrlgen.reading import read
from xbrlgen.reading.errors import ReadError
from xbrlgen.tagging import tag
from xbrlgen.tagging.decisions.profile import Profile
from xbrlgen.tagging.filer.entity import checked_cik
from xbrlgen.taxonomy import Taxonomy, taxonomy_of_namespace
from xbrlgen.writing.files import with_printed_blocks

_FACTS_JSON: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{.*"documentInfo"', re.DOTALL)
_FACTS_CSV: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?(?=[^\n]*\bconcept\b)(?=[^\n]*\bvalue\b)(?=[^\n]*\bend\b)[\w\",;\t -]+\r?\n"
)
_JSON_REMEDY: Final = "give facts as xBRL-JSON, or the release itself"
_DATES: Final = re.compile(rb"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_HINDERS: Final = frozenset(
    {"reading.no-statements", "reading.notice-page", "reading.truncated", "reading.undecodable"}
)
# Reasons named for a release of which nothing is tagged.
_REASONS: Final = 2
_FAMILIES: Final = frozenset({"us-gaap", "srt", "dei"})


@without_collecting()
def build(  # noqa: PLR0913 (each may be left out)
    source: Path | str | bytes,
    *,
    repair: bool = True,
    year: int | None = None,
    entity: str | int | None = None,
    prior: Path | str | Iterable[Path | str] = (),
    profile: Path | str | Profile | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Filing:
    """The filing that a release becomes.

    ``source`` is a path, the bytes or the text of a release. ``repair=False`` refuses damaged figures instead
    of repairing them. ``year`` names the taxonomy, ``entity`` is a CIK, ``prior`` are earlier filings of the
    company, ``profile`` is the user's own decisions (`xbrlgen.toml`). ``step`` is told what is being done.

    Facts instead of a release, as xBRL-JSON or as a CSV with the columns concept, value and end, become a
    filing with a page laid out from the presentation tree; ``year`` and ``entity`` hold for a CSV. What else
    is given says nothing of facts, and a finding tells that it isn't used.
    """
    cik = None if entity is None else checked_cik(entity)
    facts = _facts(source)
    if facts is not None:
        from xbrlgen.writing import filing_from_report  # noqa: PLC0415 (what lays pages out isn't for releases)

        filing = filing_from_report(_report(facts, year, cik))
        is_table = _FACTS_JSON.match(facts) is None
        unused = {"prior": prior, "profile": profile, **({} if is_table else {"year": year, "entity": cik})}
        return evolve(filing, findings=(*filing.findings, *_unused(unused)))
    step("reading")
    document = read(source)
    step("proving")
    proved = prove(document, repair=repair)
    step("tagging")
    priors = [prior] if isinstance(prior, str | Path) else prior
    return with_printed_blocks(tag(proved, year=year, entity=cik, prior=priors, profile=profile))


def unreadable(filing: Filing) -> Finding | None:
    """What made a source unreadable: it is empty, no text, or damaged."""
    return next((each for each in _hindering(filing) if each.severity is Severity.ERROR), None)


def why_nothing(filing: Filing) -> str:
    """Why a release gave no fact: what kept it from being read, else the reasons that its numbers have."""
    worst = max(_hindering(filing), key=lambda each: each.severity, default=None)
    if worst is not None:
        where = f"{worst.places[0]}: " if worst.places else ""
        return f"{where}{worst.message} ({worst.code}); {worst.remedy}"
    reasons = Counter(each.reason for each in filing.verdicts).most_common(_REASONS)
    said = "; ".join(f"{count}: {reason}" for reason, count in reasons)
    return (
        f"none of its {len(filing.verdicts)} numbers became a fact ({said})" if said else "it has no number"
    )


def _hindering(filing: Filing) -> list[Finding]:
    """The findings that say why there was nothing to read; others doubt what was read."""
    return [
        each
        for each in filing.findings
        if each.code.startswith("reading.") and (each.severity is Severity.ERROR or each.code in _HINDERS)
    ]


def _facts(source: Path | str | bytes) -> bytes | None:
    """The content of what was given, where it holds facts and not a release."""
    if isinstance(source, bytes):
        content = source
    elif isinstance(source, str) and ("\n" in source or "{" in source):
        content = source.encode("utf-8", "replace")
    elif Path(source).suffix.lower() in {".json", ".csv"} and Path(source).is_file():
        content = Path(source).read_bytes()
        if Path(source).suffix.lower() == ".json" and not _FACTS_JSON.match(content):
            raise ReadError("is no xBRL-JSON: it has no documentInfo", where=str(source), remedy=_JSON_REMEDY)
    else:
        return None
    return content if _FACTS_JSON.match(content) or _FACTS_CSV.match(content) else None


def _unused(given: Mapping[str, object]) -> Iterator[Finding]:
    """What was given for a release, where facts came instead; a profile may just lie beside them."""
    names = [name for name, value in given.items() if value]
    if names:
        yield Finding(
            "reading.not-used",
            Severity.INFO if names == ["profile"] else Severity.WARNING,
            f"Not used: {', '.join(names)}. Facts were given, which say themselves what they are.",
            about=tuple(names),
            remedy="Leave it out, or give the release itself.",
        )


def _report(content: bytes, year: int | None, cik: str | None) -> Report:
    if _FACTS_JSON.match(content):
        return Report.from_json(content, _declared)
    newest = max(_DATES.findall(content), default=b"")
    when = year or (date.fromisoformat(newest.decode()) if newest else date.min)
    entity = Entity(cik) if cik else None
    from xbrlgen.writing import report_from_csv  # noqa: PLC0415 (as above)

    return report_from_csv(content.decode("utf-8-sig"), lambda name: _named(name, when), entity=entity)


def _declared(name: QName) -> Concept | None:
    """The concept of a standard taxonomy, by the namespace that names family and year."""
    taxonomy = taxonomy_of_namespace(name.namespace)
    return taxonomy.concept(name.local) if taxonomy else None


def _named(name: str, when: int | date) -> Concept | None:
    """The concept of a standard taxonomy, by a name such as ``us-gaap:Assets``."""
    family, _, local = name.partition(":")
    return Taxonomy.of(family, when).concept(local) if family in _FAMILIES else None
