"""The facts of anyone's filing as rows, for people and programs that read no XBRL."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from xbrlgen.validating.facts import Instance, Reported
from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.opened.loading import load
from xbrlgen.validating.opened.opening import Notation, open_path
from xbrlgen.validating.telling.describing import Speech, last_day

Row = dict[str, str | Decimal | int | None]


def filing_rows(path: Path) -> Iterator[Row]:
    """The facts of the reports at a path, one row each, in the order of the report.

    Where inline pages stand there, the same facts in other notations beside them are left out.
    """
    with tempfile.TemporaryDirectory(prefix="xbrlgen-") as folder:
        entries = open_path(path, Path(folder))
        pages = [entry for entry in entries if entry.notation is Notation.INLINE]
        for entry in pages or entries:
            instance = load(entry, Shelf()).instance
            speech = Speech.of(instance)
            yield from (_row(fact, instance, speech) for fact in instance.facts)


def _row(fact: Reported, instance: Instance, speech: Speech) -> Row:
    aspects = instance.aspects[fact.aspects]
    return {
        "id": fact.id,
        "concept": speech.name(fact.concept),
        "value": None if fact.is_nil else fact.value if fact.is_numeric else fact.text,
        "unit": speech.unit(instance.units[fact.measure]) if fact.measure >= 0 else "",
        "decimals": fact.decimals if fact.is_numeric else None,
        "start": aspects.start.removesuffix("T00:00:00"),
        "end": last_day(aspects.end),
        "dimensions": speech.dimensions(aspects),
        "entity": aspects.entity[1],
        "source": Path(instance.files[fact.file]).name,
        "line": fact.line,
    }
