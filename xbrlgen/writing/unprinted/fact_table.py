"""Facts from a table with the columns of ``facts.csv``; concept, value and end are enough."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache

from xbrlgen.collecting import without_collecting
from xbrlgen.model import Concept, Entity, Fact, Member, Period, QName, Report, TypedMember, Unit
from xbrlgen.writing.folder import WriteError

Lookup = Callable[[str], Concept | None]

# How xBRL-JSON and instances name units, which is as good.
_PREFIXES = re.compile(r"\b(?:iso4217|xbrli):")
_NEEDED = ("concept", "value", "end")


@without_collecting()
def report_from_csv(text: str, concept: Lookup, *, entity: Entity | None = None) -> Report:
    """The facts of a CSV; ``concept`` finds the concept of a name such as ``us-gaap:Assets``.

    Columns: concept, value, end; where they apply id, start, unit, decimals, dimensions, entity, language.
    An empty value is nil; ``decimals`` empty means exact; a dimension is written ``axis=member``.
    """
    reader = csv.DictReader(io.StringIO(text))
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        msg = f"a table of facts needs the columns {', '.join(_NEEDED)}; there is no {', '.join(missing)}"
        raise WriteError(msg)
    rows = [(reader.line_num, row) for row in reader]
    concept = cache(concept)
    return Report(
        tuple(_fact(row, number, line, concept, entity) for number, (line, row) in enumerate(rows, 1))
    )


def _fact(
    row: Mapping[str, str | None], number: int, line: int, concept: Lookup, entity: Entity | None
) -> Fact:
    cells = {name: _plain(cell or "") for name, cell in row.items() if name is not None}
    try:
        return _fact_of(cells, number, concept, entity)
    except (ValueError, InvalidOperation) as error:
        msg = f"line {line} of the table of facts ({cells.get('concept', '')}): {error}"
        raise WriteError(msg) from error


def _fact_of(cells: Mapping[str, str], number: int, concept: Lookup, entity: Entity | None) -> Fact:
    found = concept(cells["concept"])
    if found is None:
        msg = f"no concept {cells['concept']!r}; name one of the taxonomy, or give own ones as xBRL-JSON"
        raise ValueError(msg)
    identity = cells.get("entity", "")
    whom = _entity(identity) if identity else entity
    if whom is None:
        msg = "whom is it about? Give an entity, or a column of that name"
        raise ValueError(msg)
    return Fact(
        id=cells.get("id") or f"f{number}",
        concept=found,
        entity=whom,
        period=_period(cells.get("start", ""), cells["end"]),
        value=_value(found, cells["value"]),
        unit=_unit(cells["unit"]) if cells.get("unit") else None,
        dimensions=tuple(_dimensions(cells.get("dimensions", ""), concept)),
        decimals=int(cells["decimals"]) if cells.get("decimals") else None,
        language=cells.get("language") or None,
    )


def _plain(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@\t\r\n＝＋－＠" else cell


# What rows share is made once, so that facts share the objects, which makes them quick to write.
_entity = lru_cache(maxsize=256)(Entity)


@lru_cache(maxsize=256)
def _unit(text: str) -> Unit:
    return Unit.of(_PREFIXES.sub("", text))


@lru_cache(maxsize=16_384)
def _period(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


def _value(concept: Concept, text: str) -> Decimal | str | None:
    if concept.is_numeric:
        return Decimal(text) if text else None
    return text or None


def _dimensions(text: str, concept: Lookup) -> Iterable[Member | TypedMember]:
    for part in filter(None, (part.strip() for part in text.split(";"))):
        axis, mark, member = part.partition("=")
        if not mark:
            msg = f"a dimension is written axis=member, not {part!r}"
            raise ValueError(msg)
        found = concept(member)
        yield Member(_name(axis, concept), found.name) if found else TypedMember(_name(axis, concept), member)


def _name(name: str, concept: Lookup) -> QName:
    found = concept(name)
    if found is None:
        msg = f"there is no dimension {name!r}"
        raise ValueError(msg)
    return found.name
