"""Making findings: the severity from the table of codes, places and words from the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Place
from xbrlgen.validating.codes import CODES
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.opened.loading import Loaded
from xbrlgen.validating.telling.describing import Speech, period
from xbrlgen.validating.telling.origins import Origin, origin_of, origins
from xbrlgen.validating.telling.placing import Placer

Details = Sequence[tuple[str, str]]


@frozen
class Reporter:
    """Makes the findings of one report."""

    loaded: Loaded
    speech: Speech
    placer: Placer
    origins: Mapping[str, Origin] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, loaded: Loaded, placer: Placer) -> Reporter:
        """The reporter of a report."""
        return cls(loaded, Speech.of(loaded.instance), placer, origins(loaded.entry.files[0]))

    def finding(  # noqa: PLR0913 - the parts of a finding
        self,
        code: str,
        message: str,
        *,
        facts: Iterable[Reported] = (),
        places: Iterable[Place] = (),
        about: Iterable[str] = (),
        remedy: str = "",
        details: Details = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding, placed at its facts."""
        held = tuple(facts)
        where = (*self.printed(held), *(self.at(fact) for fact in held), *places)
        named = tuple(about) or tuple(dict.fromkeys(self.speech.name(fact.concept) for fact in held))
        said = tuple((key, self.placer.say(value)) for key, value in (*self._report(), *details))
        return Finding(code, severity or CODES[code][0], self.placer.say(message), where, named, remedy, said)

    def _report(self) -> Details:
        return (("report", self.loaded.entry.name.replace("\\", "/").rpartition("/")[2]),)

    def printed(self, facts: Iterable[Reported]) -> Iterator[Place]:
        """Where facts were printed in the release that the filing was built from, where that is known."""
        found = (origin_of(fact.id, self.origins) for fact in facts) if self.origins else ()
        yield from (self.placer.given(origin) for origin in found if origin is not None)

    def at(self, fact: Reported) -> Place:
        """Where a fact stands in the report."""
        return self.placer.place(self.loaded.instance.files[fact.file], fact.line, fact.id)

    def name(self, clark: str) -> str:
        """A name with its prefix."""
        return self.speech.name(clark)

    def context(self, aspects: int) -> str:
        """A context in words."""
        return (
            "an unknown context"
            if aspects < 0
            else self.speech.context(self.loaded.instance.aspects[aspects])
        )

    def unit(self, measure: int) -> str:
        """A unit in words."""
        return "" if measure < 0 else self.speech.unit(self.loaded.instance.units[measure])

    def aspects(self, aspects: int, measure: int) -> Details:
        """Period, dimensions and unit as details."""
        if aspects < 0:
            return ()
        held = self.loaded.instance.aspects[aspects]
        dimensions = self.speech.dimensions(held)
        found = [("period", period(held)), ("dimensions", dimensions), ("unit", self.unit(measure))]
        return tuple(pair for pair in found if pair[1])

    def role(self, uri: str) -> str:
        """What a link role is called, else its URI."""
        return self.loaded.dts.roles.get(uri) or uri
