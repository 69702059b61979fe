"""Elements of an instance that look like facts and have the namespace of XBRL itself.

Where the namespace of a taxonomy was forgotten, the default one holds, which mostly is that of XBRL. The
reference to a schema is lost in the same way; and without a schema Arelle passes over all this in silence, so
that a report of hundreds of such elements seems to be an empty one without fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from lxml import etree

from xbrlgen.findings import Finding
from xbrlgen.validating.files.xml import line_of
from xbrlgen.validating.names import LINK, XBRLI
from xbrlgen.validating.opened.opening import Notation
from xbrlgen.validating.telling.describing import listed
from xbrlgen.validating.telling.reporting import Reporter

# What may stand in an instance of each namespace (XBRL 2.1, section 4)
_KNOWN = MappingProxyType(
    {
        XBRLI: frozenset({"context", "unit"}),
        LINK: frozenset({"schemaRef", "linkbaseRef", "roleRef", "arcroleRef", "footnoteLink"}),
    }
)
# Places named in a finding.
_SHOWN = 3


def strays(reporter: Reporter) -> Iterator[Finding]:
    """A finding for all elements at the top of an instance without a schema that can't stand there."""
    entry = reporter.loaded.entry
    if entry.notation is not Notation.PLAIN or reporter.loaded.instance.references:
        return
    odd = [child for child in entry.roots[0].iterchildren("{*}*") if _is_stray(etree.QName(child))]
    if odd:
        names = list(dict.fromkeys(etree.QName(child).localname for child in odd))
        file = str(entry.files[0])
        yield reporter.finding(
            "xbrl.invalid",
            f"{len(odd)} elements have the namespace of XBRL itself, so they are no facts: {listed(names)}",
            places=[reporter.placer.place(file, line_of(one), one.get("id", "")) for one in odd[:_SHOWN]],
            about=names,
            remedy="Give them the namespace of the taxonomy that declares them.",
        )


def _is_stray(name: etree.QName) -> bool:
    known = _KNOWN.get(name.namespace or "")
    return known is not None and name.localname not in known
