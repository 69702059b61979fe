"""What a company's earlier filings teach: its labels, its concepts, its own elements, its figures."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from attrs import field, frozen
from lxml import etree

from xbrlgen.model import Concept, Period
from xbrlgen.tagging.decisions.prior_parts import declared, facts_of, labels_of, statements_of
from xbrlgen.tagging.filer.days import end_of
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.lines import Line

# Digits of a figure that is hardly there twice by chance.
_LONG = 4


class PriorError(ValueError):
    """A prior filing can't be used: give a folder or zip with an instance and its label linkbase."""


@frozen
class Known:
    """A figure of an earlier filing: concept (prefix and local name), period, value."""

    concept: str
    period: Period
    value: Decimal


@frozen
class Prior:
    """What earlier filings say: concepts by label, concepts by figure, the company's own concepts, its names.

    Concepts are written ``us-gaap:Name`` and ``own:Name``.
    """

    labels: Mapping[tuple[str, str], Mapping[str, int]] = field(factory=dict)
    figures: Mapping[tuple[Period, Decimal], frozenset[str]] = field(factory=dict, repr=False)
    own: Mapping[str, Concept] = field(factory=dict)
    cik: str = ""
    prefix: str = ""
    names: tuple[str, ...] = ()

    def choice(self, line: Line) -> tuple[str, str]:
        """The concept the company used for such a line, and why; empty where it is not sure."""
        if not self.labels and not self.figures:
            return "", ""
        by_figure = self._by_figures(line)
        both = self._labelled("", line) & set(by_figure)
        if len(both) == 1:
            return both.pop(), "the company's prior filing has this label and these figures under it"
        by_label = self._by_label(line)
        if len(by_label) == 1:
            return next(iter(by_label)), "the company's prior filing has this label for it"
        sure = [name for name, count in by_figure.items() if count >= 2]
        if len(sure) == 1 and line.label.strip() and not by_label:
            return sure[0], "the company's prior filing has these figures under it"
        return "", ""

    def _by_figures(self, line: Line) -> Counter[str]:
        found: Counter[str] = Counter()
        for period, value in line.values:
            if period and len(value.normalize().as_tuple().digits) >= _LONG:
                for when in _times(period):
                    found.update(self.figures.get((when, abs(value)), ()))
        return found

    def _by_label(self, line: Line) -> set[str]:
        """What the label stands for in such a statement; anywhere, if the filings tell no such statement."""
        told = any(form == line.form for form, _ in self.labels)
        return self._labelled(line.form if told else "", line)

    def _labelled(self, form: str, line: Line) -> set[str]:
        return set(self.labels.get((form, line.words), {}))


def _times(period: Period) -> Iterator[Period]:
    yield period
    if not period.is_instant and period.end:
        yield end_of(period.end)


def read_prior(paths: Iterable[Path | str]) -> Prior:
    """What all given filings teach together; the first names the company's prefix and CIK."""
    found = [_read(Path(path)) for path in paths]
    if not found:
        return Prior()
    labels: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    figures: dict[tuple[Period, Decimal], set[str]] = defaultdict(set)
    own: dict[str, Concept] = {}
    for prior in found:
        for name, counts in prior.labels.items():
            labels[name].update(counts)
        for spot, names in prior.figures.items():
            figures[spot] |= names
        own |= {name: concept for name, concept in prior.own.items() if name not in own}
    sets = {spot: frozenset(names) for spot, names in figures.items()}
    given = tuple(name for prior in found for name in prior.names)
    return Prior(dict(labels), sets, own, found[0].cik, found[0].prefix, given)


def _read(path: Path) -> Prior:
    documents = _parsed(path)
    schemas = [root for _, root in documents if etree.QName(root).localname == "schema"]
    own, prefix, namespace = declared(schemas)
    linkbases = [root for _, root in documents if etree.QName(root).localname == "linkbase"]
    instances = [root for _, root in documents if etree.QName(root).localname in ("xbrl", "html")]
    if not instances:
        msg = f"{path} holds no XBRL instance; give the folder or zip of a whole filing"
        raise PriorError(msg)
    texts, places = labels_of(linkbases, prefix), statements_of(schemas, linkbases, prefix)
    labels: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for concept, words in texts.items():
        for form in places.get(concept, {""}) | {""}:
            for label in words:
                labels[form, key(label)][concept] += 1
    cik = next(filter(None, map(_cik, instances)), "")
    return Prior(dict(labels), _figures(instances, namespace), own, cik, prefix, (path.name,))


def _figures(
    instances: Iterable[etree._Element], namespace: str
) -> dict[tuple[Period, Decimal], frozenset[str]]:
    """The concepts reported with each value, whatever its sign, for each period."""
    figures: dict[tuple[Period, Decimal], set[str]] = defaultdict(set)
    for instance in instances:
        for concept, period, value in facts_of(instance, namespace):
            figures[period, abs(value)].add(concept)
    return {spot: frozenset(names) for spot, names in figures.items()}


def _cik(instance: etree._Element) -> str:
    found = instance.find(".//{http://www.xbrl.org/2003/instance}identifier")
    text = (found.text or "").strip() if found is not None else ""
    return text if text.isdigit() and int(text) else ""


def _parsed(path: Path) -> list[tuple[str, etree._Element]]:
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    found: list[tuple[str, etree._Element]] = []
    for name, content in _files(path):
        try:
            found.append((name, etree.parse(io.BytesIO(content), parser).getroot()))
        except etree.XMLSyntaxError as error:
            msg = f"{path}: {name} is no well-formed XML: {error}"
            raise PriorError(msg) from error
    return found


def _files(path: Path) -> list[tuple[str, bytes]]:
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if _wanted(file.name))
        return [(file.name, file.read_bytes()) for file in files]
    if zipfile.is_zipfile(path):
        try:
            with zipfile.ZipFile(path) as archive:
                return [(name, archive.read(name)) for name in sorted(archive.namelist()) if _wanted(name)]
        except (zipfile.BadZipFile, zlib.error, RuntimeError) as error:  # the last is for a password
            msg = f"{path} can't be unpacked ({error}); get it anew, or give the folder of it"
            raise PriorError(msg) from error
    msg = f"{path} is neither a folder nor a zip; a prior filing is the folder or zip of a whole filing"
    raise PriorError(msg)


def _wanted(name: str) -> bool:
    low = name.lower().rsplit("/", 1)[-1]
    helpers = ("catalog.xml", "taxonomypackage.xml", "review.html", "filingsummary.xml")
    return low.endswith((".xml", ".xsd", ".htm", ".xhtml")) and low not in helpers
