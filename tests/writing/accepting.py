"""Whether a release becomes a filing that nobody has a word against: Arelle, our own checks, the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

from tests.shared import SHARED
from tests.writing.judging import Judge, Verdict, judge, standin_of
from tests.writing.reading_back import printed_text, problems, source_text
from xbrlgen import build, validate
from xbrlgen.filing import Filing
from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Format
from xbrlgen.writing import Written, write

_ENTITY = "0000123456"
_OFFICIAL = {2013: "taxonomies/us-gaap-2013-rebuilt.zip", 2024: "taxonomies/us-gaap-2024.zip"}
_ENDINGS = {".html", ".txt", ".md"}
_NO_RELEASES = {"README.md", "TRAPS.md"}
# Our findings that say of a release what Arelle says of its filing.
_INCONSISTENT = {"writing.rounding", "proving.inconsistent"}
_NAMED = re.compile(r"Calculation inconsistent from (\S+)")


@frozen
class Accepted:
    """What was found out about one filing: messages that a finding of ours tells, and all that is wrong."""

    name: str
    year: int
    facts: int
    told: tuple[str, ...]
    untold: tuple[str, ...]
    different: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all was said."""
        return not (self.told or self.untold or self.different)


def releases() -> list[Path]:
    """The releases and the seed, where they are present."""
    paths = sorted(SHARED.glob("releases/*.*")) + sorted(SHARED.glob("seed/*.md"))
    return [path for path in paths if path.suffix in _ENDINGS and path.name not in _NO_RELEASES]


def accepted(path: Path, folder: Path, ask: Judge = judge) -> Accepted:
    """A release built, written, judged in both modes, and read back from the page and the package."""
    filing = build(path, entity=_ENTITY)
    written = write(filing, folder / "out")
    told = _told((*filing.findings, *written.findings))
    package = _package(filing, folder)
    page = ask(written.paths[0], [package], "c11r")
    strict = ask(written.paths[0], [package], "c10d")
    packed = ask(next(one for one in written.paths if one.suffix == ".xbri"), [package], "c11r")
    said = [*page.messages, *strict.messages, *packed.messages, *_own(written)]
    return Accepted(
        path.name,
        filing.taxonomy_year,
        len(filing.report.facts),
        tuple(f"{code} {text}" for code, text in said if _is_told(text, told)),
        tuple(f"{code} {text}" for code, text in said if not _is_told(text, told)),
        (*_different(filing, page), *_different(filing, packed), *_on_the_page(filing, written)),
    )


def _told(findings: Iterable[Finding]) -> set[str]:
    return {about for finding in findings if finding.code in _INCONSISTENT for about in finding.about}


def _is_told(text: str, told: set[str]) -> bool:
    named = _NAMED.match(text)
    return bool(named and named[1] in told)


def _package(filing: Filing, folder: Path) -> Path:
    official = SHARED / _OFFICIAL.get(filing.taxonomy_year, "none")
    return official if official.exists() else standin_of(filing, folder)


def _own(written: Written) -> Iterator[tuple[str, str]]:
    """What our own checks say, the verdict on sums being that of Calculations 1.1."""
    for finding in validate(written.paths[0], modes=("c11r",), arelle=False).findings:
        if finding.severity >= Severity.WARNING:
            yield finding.code, finding.message


def _different(filing: Filing, verdict: Verdict) -> Iterator[str]:
    """The facts that Arelle reads otherwise; one printed again has an id with a point in it."""
    wanted = {
        fact.id: (str(fact.concept.name), fact.value, "INF" if fact.decimals is None else str(fact.decimals))
        for fact in filing.report.facts
    }
    read = {str(fact[5]): (fact[0], fact[3], str(fact[4] or "INF")) for fact in verdict.facts}
    for name in sorted(wanted.keys() | {name for name in read if "." not in name}):
        if read.get(name) != wanted.get(name):
            yield f"{name}: {wanted.get(name)} is read as {read.get(name)}"


def _on_the_page(filing: Filing, written: Written) -> Iterator[str]:
    """What the schema of Inline XBRL has against the page, and whether a word is lost or new."""
    page = written.paths[0].read_bytes()
    yield from problems(page)
    # What stands between the rows of a text table (a page number) is printed beside the table.
    in_order = filing.proved is not None and filing.proved.document.sources[0].format is Format.HTML
    same = str if in_order else Counter
    if same(printed_text(page)) != same(source_text(filing)):
        yield "the text of the page is not that of the release"


def told_counts(results: Iterable[Accepted]) -> Mapping[str, int]:
    """How many filings are clean, how many have only what the release itself says, how many have more."""
    return Counter(
        "more" if one.untold or one.different else "clean" if one.is_clean else "told" for one in results
    )


__all__ = ["Accepted", "accepted", "releases", "told_counts"]
