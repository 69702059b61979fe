"""Facts, contexts and numbers in words for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from attrs import frozen

from xbrlgen.validating.facts import Aspects, Instance, UnitKey
from xbrlgen.validating.names import local, namespace

# Names named in a finding.
SHOWN = 5


_WELL_KNOWN = {"http://www.xbrl.org/2003/iso4217": "", "http://www.xbrl.org/2003/instance": ""}


@frozen
class Speech:
    """How a report's names are said: with the prefixes it uses itself."""

    prefixes: Mapping[str, str]

    @classmethod
    def of(cls, instance: Instance) -> Speech:
        """The speech of a report."""
        return cls(instance.prefixes)

    def name(self, clark: str) -> str:
        """A name with its prefix."""
        prefix = self.prefixes.get(namespace(clark)) or _usual(namespace(clark))
        return f"{prefix}:{local(clark)}" if prefix else local(clark)

    def unit(self, unit: UnitKey) -> str:
        """A unit as ``USD/shares``."""
        above, below = (
            "*".join(self._measure(measure) for measure in side)
            for side in (unit.numerators, unit.denominators)
        )
        return f"{above}/{below}" if below else above

    def _measure(self, clark: str) -> str:
        return local(clark) if namespace(clark) in _WELL_KNOWN else self.name(clark)

    def dimensions(self, aspects: Aspects) -> str:
        """The dimensions of a context, sorted, empty where there are none."""
        said = sorted(
            f"{self.name(one.axis)} = {one.value if one.typed else self.name(one.value)}"
            for one in aspects.dimensions
        )
        return ", ".join(said)

    def context(self, aspects: Aspects) -> str:
        """A context in one line."""
        dimensions = self.dimensions(aspects)
        return period(aspects) + (f" [{dimensions}]" if dimensions else "")


def _usual(space: str) -> str:
    parts = [part for part in space.split("/")[3:] if part[:1].isalpha()]
    return parts[-1] if parts else ""


def period(aspects: Aspects) -> str:
    """A period with both its days included, as people write it.

    >>> period(Aspects(("", ""), "2013-01-01T00:00:00", "2014-01-01T00:00:00"))
    '2013-01-01 to 2013-12-31'
    """
    end = last_day(aspects.end)
    if not aspects.start:
        return end or "forever"
    return f"{aspects.start.removesuffix('T00:00:00')} to {end}"


def last_day(moment: str) -> str:
    """The day that a moment at midnight ends; any other moment as it is."""
    if not moment.endswith("T00:00:00"):
        return moment
    try:
        return (datetime.fromisoformat(moment) - timedelta(days=1)).date().isoformat()
    except (ValueError, OverflowError):
        return moment


def number(value: Decimal | None) -> str:
    """A number with its thousands apart, without zeros that a weight or scale left behind.

    >>> number(Decimal("-1234567.50")), number(Decimal("1.2E+6")), number(Decimal("0.0"))
    ('-1,234,567.5', '1,200,000', '0')
    """
    if value is None:
        return ""
    text = f"{value:,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) if value else "0"


def listed(names: Iterable[str]) -> str:
    """Some names, and how many more there are."""
    held = list(names)
    more = f" and {len(held) - SHOWN} more" if len(held) > SHOWN else ""
    return ", ".join(held[:SHOWN]) + more
