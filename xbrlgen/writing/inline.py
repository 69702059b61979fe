"""Facts put on the page as inline XBRL, and those that aren't printed into its header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import Factory, frozen, mutable

from xbrlgen.filing import Filing
from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Fact, Unit
from xbrlgen.writing import names
from xbrlgen.writing.contexts import Context, context_ids, context_of, unit_ids
from xbrlgen.writing.marking import Page
from xbrlgen.writing.transformations import Numeric
from xbrlgen.writing.wrapping import Refused, Wrap, find_wrap, nest


@frozen
class Aspects:
    """The ids under which facts name their contexts and units."""

    contexts: Mapping[Context, str]
    units: Mapping[Unit, str]

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> Aspects:
        """The ids for all facts of a report."""
        return cls(context_ids(facts), unit_ids(facts))

    def attributes(self, fact: Fact, identity: str) -> str:
        """The attributes that every element of a fact has."""
        unit = f' unitRef="{self.units[fact.unit]}"' if fact.unit else ""
        context = self.contexts[context_of(fact)]
        return f' id="{identity}" name="{fact.concept.name}" contextRef="{context}"{unit}'


@mutable
class Inliner:
    """Marks the facts of one filing on one page; what can't be printed is collected for the header."""

    page: Page
    aspects: Aspects
    hidden: list[str] = Factory(list)
    findings: list[Finding] = Factory(list)
    _times: dict[str, int] = Factory(dict)

    def run(self, filing: Filing) -> None:
        """Mark every fact where it is printed; hide the rest."""
        facts = {fact.id: fact for fact in filing.report.facts}
        wraps = []
        for placement in filing.placements:
            found = find_wrap(self.page, facts[placement.fact], placement)
            if isinstance(found, Refused):
                self._tell(found)
            else:
                wraps.append(found)
        kept, left = nest(wraps)
        self._mark(kept)
        shown = {wrap.fact.id for wrap in kept}
        self.findings += [_overlap(wrap, filing) for wrap in left if wrap.fact.id not in shown]
        self.hidden += [self._hidden(fact) for fact in filing.report.facts if fact.id not in shown]

    def _mark(self, wraps: Iterable[Wrap]) -> None:
        for rank, wrap in enumerate(wraps):
            identity = self._identity(wrap.fact)
            if wrap.is_numeric:
                self._mark_number(wrap, rank, numeric_tag(self.aspects, wrap.fact, wrap.reading, identity))
            else:
                self._mark_text(wrap, rank, identity)

    def _identity(self, fact: Fact) -> str:
        """The fact's id where it is first printed, with a number added where it is printed again."""
        times = self._times[fact.id] = self._times.get(fact.id, 0) + 1
        identity = names.identifier(fact.id)
        return identity if times == 1 else f"{identity}.{times}"

    def _mark_number(self, wrap: Wrap, rank: int, tag: str) -> None:
        first = wrap.spots[0]
        for spot in wrap.spots[1:]:
            self.page.move(spot, first)
        self.page.open(first.node, first.start, tag, rank, tail=first.tail)
        self.page.close(first.node, first.end, "</ix:nonFraction>", rank, tail=first.tail)

    def _mark_text(self, wrap: Wrap, rank: int, identity: str) -> None:
        """One element a stretch of text, each continued at the next."""
        parts = [identity, *(f"{identity}-{number}" for number in range(2, len(wrap.spots) + 1))]
        for number, spot in enumerate(wrap.spots):
            at = f' continuedAt="{parts[number + 1]}"' if number + 1 < len(parts) else ""
            kind = "continuation" if number else "nonNumeric"
            tag = (
                f'<ix:continuation id="{parts[number]}"{at}>'
                if number
                else textual_tag(self.aspects, wrap, identity, at)
            )
            self.page.open(spot.node, spot.start, tag, rank, tail=spot.tail)
            self.page.close(spot.node, spot.end, f"</ix:{kind}>", rank, tail=spot.tail)

    def _hidden(self, fact: Fact) -> str:
        identity = names.identifier(fact.id)
        if not fact.is_numeric:
            nil = ' xsi:nil="true"' if fact.value is None else ""
            text = names.escape(str(fact.value or ""))
            return f"<ix:nonNumeric{self.aspects.attributes(fact, identity)}{nil}>{text}</ix:nonNumeric>"
        reading = Numeric(
            0, 0, "", 0, "-" if isinstance(fact.value, Decimal) and fact.value < 0 else "", fact.decimals
        )
        digits = f"{abs(fact.value):f}" if isinstance(fact.value, Decimal) else ""
        return f"{numeric_tag(self.aspects, fact, reading, identity)}{digits}</ix:nonFraction>"

    def _tell(self, refused: Refused) -> None:
        self.findings.append(
            Finding(
                "writing.not-as-printed",
                Severity.WARNING,
                f"The fact {refused.placement.fact} can't be tagged where it is printed: {refused.reason}.",
                places=(refused.placement.place,),
                about=(refused.placement.fact,),
                remedy="It is tagged at its other places or, where it has none, in the hidden header.",
            )
        )


def _overlap(wrap: Wrap, filing: Filing) -> Finding:
    places = tuple(placement.place for placement in filing.placements if placement.fact == wrap.fact.id)
    return Finding(
        "writing.overlap",
        Severity.WARNING,
        f"The fact {wrap.fact.id} shares its place with another that it can't be nested in; it is hidden.",
        places=places,
        about=(wrap.fact.id,),
    )


def numeric_tag(aspects: Aspects, fact: Fact, reading: Numeric | None, identity: str) -> str:
    """The start tag of an ``ix:nonFraction``."""
    common = aspects.attributes(fact, identity)
    if fact.value is None or reading is None:
        return f'<ix:nonFraction{common} xsi:nil="true">'
    form = f' format="{reading.format}"' if reading.format else ""
    scale = f' scale="{reading.scale}"' if reading.scale else ""
    sign = f' sign="{reading.sign}"' if reading.sign else ""
    decimals = "INF" if reading.decimals is None else reading.decimals
    return f'<ix:nonFraction{common} decimals="{decimals}"{form}{scale}{sign}>'


def textual_tag(aspects: Aspects, wrap: Wrap, identity: str, continued: str) -> str:
    """The start tag of an ``ix:nonNumeric``."""
    nil = ' xsi:nil="true"' if wrap.fact.value is None else ""
    form = f' format="{wrap.format}"' if wrap.format else ""
    return f"<ix:nonNumeric{aspects.attributes(wrap.fact, identity)}{form}{nil}{continued}>"
