"""Statements made up after the manner of many trades, each row with the concepts a careful filer could use.

A file starts with ``% company ; year ; last month ; months ; months of cash flows``. ``@ IS|CI|CF|BS ;
title`` opens a statement, a line without ``;`` is a heading, others are ``label ; printed ; concepts``.
A minus before the first concept says that the fact has the other sign than the print; a plus or minus
before another is for that one alone. ``=`` computes a total: ``^`` adds the rows since the last total,
``T1`` is the first total of the statement, ``r1`` its first row, ``ISr1`` that of the income statement.
``~`` computes a row that is no total.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from attrs import evolve, frozen

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - shorter so
)
_DAYS = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_SPANS = {3: "Three Months Ended", 6: "Six Months Ended", 9: "Nine Months Ended", 12: "Year Ended"}
Amounts = tuple[Decimal, Decimal]
_FACTOR = re.compile(r"([+-]?)((?:[A-Z]{2})?[rT]\d+|\^)")


@frozen
class Row:
    """A row with what it prints now and a year before, and its concepts with the turn each asks for."""

    form: str
    label: str
    printed: Amounts | None
    concepts: Mapping[str, int]


@frozen
class Invented:
    """A release made up, with the rows of its statements."""

    name: str
    html: bytes
    rows: tuple[Row, ...]


def invented(path: Path) -> Invented:
    """The release that a file describes."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    company, year, month, months, *flows = (part.strip() for part in head.removeprefix("%").split(";"))
    parts = [f"<html><body><p>{company}</p>"]
    rows: list[Row] = []
    seen: dict[str, Amounts] = {}
    for form, title, body in _statements(lines):
        made = tuple(_even(tuple(_rows(form, body, seen))))
        rows += [row for row in made if row.printed]
        parts += [f"<p>{company}</p><p>{title}</p><p>(in millions, except per share data)</p>"]
        span = flows[0] if form == "CF" and flows else months
        parts += [_table(made, _headings(form, int(year), int(month), int(span)))]
    return Invented(path.stem, "".join([*parts, "</body></html>"]).encode(), tuple(rows))


def _statements(lines: Sequence[str]) -> Iterator[tuple[str, str, Sequence[str]]]:
    starts = [index for index, line in enumerate(lines) if line.startswith("@")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        form, title = (part.strip() for part in lines[start].removeprefix("@").split(";"))
        yield form, title, lines[start + 1 : end]


def _rows(form: str, lines: Sequence[str], seen: dict[str, Amounts]) -> Iterator[Row]:
    totals = count = 0
    since: list[Amounts] = []
    for line in lines:
        label, *rest = (part.strip() for part in line.split(" ; "))
        if not rest:
            yield Row(form, label, None, {})
            continue
        amount, concepts = rest
        if amount.startswith("~"):
            since.append(printed := _computed(amount[1:], seen, since))
        elif amount.startswith("="):
            printed = _computed(amount[1:], seen, since)
            totals += 1
            seen[f"T{totals}"] = seen[f"{form}T{totals}"] = printed
            since = []
        else:
            printed = (Decimal(amount), _before(form, label, Decimal(amount)))
            since.append(printed)
        count += 1
        seen[f"r{count}"] = seen[f"{form}r{count}"] = printed
        yield Row(form, label, printed, dict(_accepted(concepts)))


def _computed(formula: str, seen: Mapping[str, Amounts], since: Sequence[Amounts]) -> Amounts:
    known = {
        **seen,
        "^": (sum((now for now, _ in since), Decimal()), sum((was for _, was in since), Decimal())),
    }
    terms = [(-1 if sign == "-" else 1, known[name]) for sign, name in _FACTOR.findall(formula)]
    return sum((w * v[0] for w, v in terms), Decimal()), sum((w * v[1] for w, v in terms), Decimal())


def _before(form: str, label: str, now: Decimal) -> Decimal:
    factor = Decimal(80 + zlib.crc32(b"" if form == "BS" else label.encode()) % 17) / 100
    return (now * factor).quantize(now)


def _accepted(text: str) -> Iterator[tuple[str, int]]:
    default = -1 if text.startswith("-") else 1
    for name in text.split("|"):
        yield name.lstrip("+-"), {"+": 1, "-": -1}.get(name[0], default)


def _even(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with whole amounts to the tenth where others are: a statement prints all amounts alike."""
    printed = [_places(row.printed) for row in rows if row.printed]
    tenths = printed.count(1) > 2
    for row in rows:
        whole = row.printed is not None and _places(row.printed) == 0
        yield evolve(row, printed=_to_tenths(row.printed)) if row.printed and whole and tenths else row


def _places(printed: Amounts) -> int:
    exponents = [int(value.as_tuple().exponent) for value in printed]
    return -min(exponents)


def _to_tenths(printed: Amounts) -> Amounts:
    now, before = (value.quantize(Decimal("0.1")) for value in printed)
    return now, before


def _headings(form: str, year: int, month: int, months: int) -> tuple[str, str, str]:
    day = f"{_MONTHS[month - 1]} {_DAYS[month]},"
    if form == "BS":
        before = f"December 31, {year - 1}" if month < 12 else f"{day} {year - 1}"
        return "", f"{day} {year}", before
    return f"{_SPANS[months]} {day}", str(year), str(year - 1)


def _table(rows: Sequence[Row], headings: tuple[str, str, str]) -> str:
    span, now, before = headings
    top = f'<tr><td></td><td colspan="2">{span}</td></tr>' if span else ""
    body = "".join(f"<tr><td>{row.label}</td>{_cells(row)}</tr>" for row in rows)
    return f"<table>{top}<tr><td></td><td>{now}</td><td>{before}</td></tr>{body}</table>"


def _cells(row: Row) -> str:
    if row.printed is None:
        return "<td></td><td></td>"
    return "".join(f"<td>{shown(value)}</td>" for value in row.printed)


def shown(value: Decimal) -> str:
    """A number as releases print it."""
    return f"({-value:,f})" if value < 0 else f"{value:,f}" if value else "-"
