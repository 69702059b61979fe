"""Facts put on the page as inline XBRL, and those that aren't printed into its header."""

from __future__ import annotations

import bisect
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import Factory, mutable
from lxml import etree

from xbrlgen.figures import parse_figure
from xbrlgen.filing import Filing, Placement
from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Fact
from xbrlgen.places import Format, Place
from xbrlgen.reading.document import Outcome, Verdict
from xbrlgen.writing import names
from xbrlgen.writing.html.marking import Page, Spot
from xbrlgen.writing.inline.blocks import Stretch, stretches
from xbrlgen.writing.inline.contexts import Aspects
from xbrlgen.writing.inline.transformations import Numeric, read_as
from xbrlgen.writing.inline.wrapping import Refused, Wrap, find_wrap, nest

PAGE_LANGUAGE = "en-us"


@mutable
class Inliner:
    """Marks the facts of one filing on one page; what can't be printed is collected for the header."""

    page: Page
    aspects: Aspects
    hidden: list[str] = Factory(list)
    findings: list[Finding] = Factory(list)
    _times: dict[str, int] = Factory(dict)
    _blocks: list[tuple[int, int, int, int]] = Factory(list)

    def run(self, filing: Filing) -> None:
        """Mark every fact where it is printed; hide the rest."""
        facts = {fact.id: fact for fact in filing.report.facts}
        given = [placement for placement in filing.placements if placement.fact in facts]
        tried = _exact_somewhere(
            [(placement, find_wrap(self.page, facts[placement.fact], placement)) for placement in given]
        )
        wraps = [wrap for wrap in tried if isinstance(wrap, Wrap)]
        refused = [wrap for wrap in tried if isinstance(wrap, Refused)]
        shown = {wrap.fact.id for wrap in wraps}
        hints = {it.placement.fact: it.hint for it in refused if it.hint and it.placement.fact not in shown}
        kept, left = nest([*wraps, *hints.values()])
        self._mark(kept)
        self._mark_unread(filing, kept)
        shown = {wrap.fact.id for wrap in kept if not wrap.is_hint}
        known = {place for it in filing.findings if it.code == "proving.repaired" for place in it.places}
        self.findings += [_unreadable(it, facts[it.placement.fact], known) for it in refused]
        self.findings += [_overlap(wrap, filing) for wrap in left if wrap.fact.id not in shown]
        self.hidden += [self._hidden(fact) for fact in filing.report.facts if fact.id not in shown]

    def _mark(self, wraps: Sequence[Wrap]) -> None:
        blocks: dict[str, list[Wrap]] = {}
        for wrap in wraps:
            if wrap.is_block:
                blocks.setdefault(wrap.fact.id, []).append(wrap)
        for rank, wrap in enumerate(wraps):
            if wrap.is_block:
                self._mark_block(blocks.pop(wrap.fact.id, ()), rank)
                continue
            if wrap.is_hint:
                style = f"-sec-ix-hidden:{names.identifier(wrap.fact.id)}"
                for spot in wrap.spots[:1]:
                    self.page.wrap(spot, f'<span style="{style}">', "</span>", rank)
                continue
            identity = self._identity(wrap.fact)
            if wrap.fact.value is None:
                self.page.insert(wrap.spots[0], nil_element(self.aspects, wrap.fact, identity), rank)
            elif wrap.is_numeric:
                self._mark_number(wrap, rank, numeric_tag(self.aspects, wrap.fact, wrap.reading, identity))
            else:
                self._mark_text(wrap, rank, identity)

    def _mark_unread(self, filing: Filing, kept: Sequence[Wrap]) -> None:
        """On pages that are laid out here, let numbers whose print is damaged be seen, and say why."""
        taken = sorted((wrap.source, wrap.start, wrap.end) for wrap in kept)
        sources = filing.proved.document.sources if filing.proved else ()
        for verdict in filing.verdicts:
            place = verdict.place
            if not _is_damaged(verdict) or sources[place.source].format is Format.HTML:
                continue
            after = bisect.bisect_left(taken, (place.source, place.start, 0))
            around = taken[max(after - 1, 0) : after + 1]
            if any(s == place.source and low < place.end and place.start < high for s, low, high in around):
                continue
            title = names.attribute(verdict.reason or verdict.kind)
            for spot in self.page.spots(place.source, place.start, place.end):
                self.page.wrap(spot, f'<span class="unread" title="{title}">', "</span>", len(kept))

    def _identity(self, fact: Fact) -> str:
        """The fact's id where it is first printed, with a number added where it is printed again."""
        times = self._times[fact.id] = self._times.get(fact.id, 0) + 1
        identity = names.identifier(fact.id)
        return identity if times == 1 else f"{identity}.{times}"

    def _mark_number(self, wrap: Wrap, rank: int, tag: str) -> None:
        """One element; digits that markup cuts apart are joined in the first stretch."""
        first = wrap.spots[0]
        for spot in wrap.spots[1:]:
            self.page.move(spot, first)
        self.page.wrap(first, tag, "</ix:nonFraction>", rank)

    def _mark_text(self, wrap: Wrap, rank: int, identity: str) -> None:
        """One element a stretch, each continued at the next."""
        self._fold(wrap.spots)
        for number in wrap.parted:
            self.page.part(wrap.spots[number])
        opening = textual_tag(self.aspects, wrap.fact, identity, wrap.format)
        self._chain([Stretch(spot=spot) for spot in wrap.spots], identity, ("nonNumeric", opening), rank)

    def _mark_block(self, wraps: Sequence[Wrap], rank: int) -> None:
        """One text block over all that is printed of it, with the markup of what is printed."""
        self._blocks += [(one.source, one.start, one.end, rank) for one in wraps]
        parts = [part for one in wraps for part in stretches(self.page, one.source, one.start, one.end)]
        for wrap in wraps[:1]:
            identity = self._identity(wrap.fact)
            opening = textual_tag(self.aspects, wrap.fact, identity, escape=' escape="true"')
            self._chain(parts, identity, ("nonNumeric", opening), rank)

    def _chain(self, parts: Sequence[Stretch], identity: str, element: tuple[str, str], rank: float) -> None:
        """Mark stretches as one fact or footnote: the first as what it is, the rest as its continuations."""
        ids = [identity, *(f"{identity}-{number}" for number in range(2, len(parts) + 1))]
        kind, opening = element
        for number, part in enumerate(parts):
            at = f' continuedAt="{ids[number + 1]}"' if number + 1 < len(ids) else ""
            if number:
                kind, opening = "continuation", f'<ix:continuation id="{ids[number]}">'
            part.mark(self.page, f"{opening[:-1]}{at}>", f"</ix:{kind}>", rank)

    def _fold(self, spots: Iterable[Spot]) -> None:
        """Let white space in a text fact be single spaces, which look the same."""
        before = ""
        for spot in spots:
            if any(around.tag == "pre" for around in (spot.parent, *spot.parent.iterancestors())):
                continue
            doubled = {before, spot.text[:1]} <= _BLANKS
            for found in (_WIDE_OR_FIRST if doubled else _WIDE).finditer(spot.text):
                start = spot.start + found.start()
                shown = "" if doubled and not found.start() else " "
                self.page.replace(spot._replace(start=start, end=spot.start + found.end()), shown)
            before = spot.text[-1:]

    def notes(self, filing: Filing) -> str:
        """Mark the footnotes that are printed; the others as text that isn't shown."""
        places: dict[str, list[Placement]] = {}
        for placement in filing.placements:
            places.setdefault(placement.fact, []).append(placement)
        unprinted = []
        for number, note in enumerate(filing.report.footnotes):
            identity = names.identifier(note.id)
            opening = f'<ix:footnote id="{identity}" xml:lang="{note.language}">'
            parts: list[Stretch] = []
            rank = -1.0 - number
            for placement in places.get(note.id, ())[:1]:
                place = placement.place
                parts = stretches(self.page, place.source, place.start, place.end)
                rank = max((within + 0.5 for within in self._around(place)), default=rank)
            self._chain(parts, identity, ("footnote", opening), rank)
            if not parts:
                unprinted.append(f"{opening}{harmless(note.content)}</ix:footnote>")
        return f'<div style="display:none">{"".join(unprinted)}</div>' if unprinted else ""

    def _around(self, place: Place) -> Iterator[int]:
        """The ranks of the text blocks that a place is in."""
        for source, start, end, rank in self._blocks:
            if source == place.source and start <= place.start and place.end <= end:
                yield rank

    def _hidden(self, fact: Fact) -> str:
        identity = names.identifier(fact.id)
        if fact.value is None:
            return nil_element(self.aspects, fact, identity)
        if not fact.is_numeric:
            text = names.escape(_printed_value(fact))
            return f"{textual_tag(self.aspects, fact, identity)}{text}</ix:nonNumeric>"
        reading = Numeric(
            0, 0, "", 0, "-" if isinstance(fact.value, Decimal) and fact.value < 0 else "", fact.decimals
        )
        digits = f"{fact.value.copy_abs():f}" if isinstance(fact.value, Decimal) else ""
        return f"{numeric_tag(self.aspects, fact, reading, identity)}{digits}</ix:nonFraction>"


def _is_damaged(verdict: Verdict) -> bool:
    """Whether a number was refused for how it is printed, not for what is unclear about its meaning."""
    if verdict.outcome is not Outcome.REFUSED or verdict.kind != "doubt":
        return verdict.outcome is Outcome.REFUSED
    figure = parse_figure(verdict.print, verdict.place)
    return figure is not None and bool(figure.flaws)


def _exact_somewhere(tried: Iterable[tuple[Placement, Wrap | Refused]]) -> list[Wrap | Refused]:
    """What was found, without the rounded prints of facts that no print gives with all their digits."""
    held = list(tried)
    exact = {it.fact.id for _, it in held if isinstance(it, Wrap) and not _is_rounded(it)}
    return [
        Refused(placement, "it is printed with fewer digits only")
        if isinstance(it, Wrap) and it.fact.id not in exact
        else it
        for placement, it in held
    ]


def _is_rounded(wrap: Wrap) -> bool:
    return wrap.reading is not None and wrap.reading.decimals != wrap.fact.decimals


def _unreadable(refused: Refused, fact: Fact, repaired: Container[Place]) -> Finding:
    """Why a fact isn't tagged at a place; a note only, where its repair is told already or it is text."""
    place = refused.placement.place
    return Finding(
        "writing.not-as-printed",
        Severity.WARNING if fact.is_numeric and place not in repaired else Severity.INFO,
        f"{fact.concept.name} of {fact.period} can't be tagged where it is printed: {refused.reason}.",
        places=(place,),
        about=(fact.id,),
        remedy="It is tagged at its other places or, where it has none, in the hidden header.",
    )


def _overlap(wrap: Wrap, filing: Filing) -> Finding:
    places = tuple(placement.place for placement in filing.placements if placement.fact == wrap.fact.id)
    return Finding(
        "writing.overlap",
        Severity.WARNING,
        f"{wrap.fact.concept.name} of {wrap.fact.period} shares its place with another that it can't be"
        " nested in; it is hidden.",
        places=places,
        about=(wrap.fact.id,),
    )


def numeric_tag(aspects: Aspects, fact: Fact, reading: Numeric | None, identity: str) -> str:
    """The start tag of an ``ix:nonFraction``."""
    common = aspects.attributes(fact, identity)
    if reading is None:
        return f"<ix:nonFraction{common}>"
    how = read_as(reading.format, reading.scale, reading.sign, reading.decimals)
    return f"<ix:nonFraction{common}{how}>"


def nil_element(aspects: Aspects, fact: Fact, identity: str) -> str:
    """The element of a fact without a value: it is empty, and what is printed stands behind it."""
    kind = "nonFraction" if fact.is_numeric else "nonNumeric"
    return f'<ix:{kind}{aspects.attributes(fact, identity)} xsi:nil="true"></ix:{kind}>'


def textual_tag(aspects: Aspects, fact: Fact, identity: str, form: str = "", escape: str = "") -> str:
    """The start tag of an ``ix:nonNumeric``."""
    form = f' format="{form}"' if form else ""
    language = "" if (fact.language or PAGE_LANGUAGE) == PAGE_LANGUAGE else f' xml:lang="{fact.language}"'
    return f"<ix:nonNumeric{aspects.attributes(fact, identity)}{form}{escape}{language}>"


def _printed_value(fact: Fact) -> str:
    """The text of a fact as XML holds it: names with their prefix, unless they are enumerated."""
    value = str(fact.value or "")
    if fact.concept.base == "QNameItemType" and "#" in value:
        return f"{fact.concept.name.prefix}:{value.rpartition('#')[2]}"
    return value


_WIDE = re.compile(r"[ \t\n\r]{2,}|[\t\n\r]")
_BLANKS = frozenset(" \t\n\r")
_WIDE_OR_FIRST = re.compile(rf"\A[ \t\n\r]+|{_WIDE.pattern}")
_SIMPLE = re.compile(r"(?:[^<>]|</?(?:b|i|em|strong|sub|sup|p|div|span)>|<br/>)*")


def harmless(content: str) -> str:
    """The content of a footnote with nothing in it but words and the simplest markup."""
    if _SIMPLE.fullmatch(content):
        return names.clean(content)
    fragment = etree.fromstring(f"<div>{names.clean(content)}</div>")
    return names.escape("".join(map(str, fragment.itertext())))
