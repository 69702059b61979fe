"""Statements printed as releases print them: in several formats, with the traps of real layouts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from html import escape
from types import MappingProxyType
from typing import Final

from attrs import frozen

from xbrlgen.model import QName
from xbrlgen.testing.cases import Case

SCALES: Final[Mapping[int, str]] = MappingProxyType({0: "In dollars", -3: "In thousands", -6: "In millions"})
TRAPS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dollar apart": "the currency mark in a cell of its own, on the first row",
        "bracket apart": "the closing bracket in the next cell",
        "spacers": "empty columns between the columns",
        "dash": "a dash for nothing",
        "note mark": "a footnote mark behind a label",
        "bold total": "totals in bold",
    }
)
Row = tuple[str, Sequence[Decimal], bool]


@frozen
class Release:
    """A release: its text, the ending of its file, and what it says.

    ``numbers`` are those printed, row by row, at full size; ``traps`` are names of `TRAPS`.
    """

    text: str
    suffix: str
    case: Case
    numbers: tuple[tuple[Decimal, ...], ...]
    labels: tuple[str, ...]
    traps: frozenset[str]


def printed_release(case: Case, labels: Mapping[QName, str], form: str, traps: Iterable[str] = ()) -> Release:
    """A statement as a release of a form (``html``, ``text``, ``markdown`` or ``csv``) would print it."""
    chosen = frozenset(traps)
    rows = _rows(case, labels)
    years = sorted({fact.period.end.year for fact in case.facts if fact.period.end}, reverse=True)
    decimals = next(fact.decimals for fact in case.facts) or 0
    text = FORMS[form](rows, years, decimals, chosen)
    numbers = tuple(tuple(values) for _, values, _ in rows)
    return Release(text, SUFFIXES[form], case, numbers, tuple(label for label, _, _ in rows), chosen)


def _rows(case: Case, labels: Mapping[QName, str]) -> list[Row]:
    """Parts above their totals, the outermost total last; the latest year first."""
    totals = {network.total for network in case.networks}
    names = sorted(case.concepts, key=lambda name: (len(name.local), name.local), reverse=True)
    rows: list[Row] = []
    for name in names:
        facts = sorted((each for each in case.facts if each.concept.name == name), reverse=True)
        values = [each.value for each in facts if isinstance(each.value, Decimal)]
        rows.append((labels[name], values, name in totals))
    return rows


def _number(value: Decimal, decimals: int, traps: frozenset[str]) -> str:
    shown = value.scaleb(min(decimals, 0))
    if not shown:
        return "—" if "dash" in traps else "0"
    text = f"{abs(shown):,.{max(decimals, 0)}f}"
    return f"({text})" if shown < 0 else text


def _title(decimals: int) -> tuple[str, str]:
    return "CONSOLIDATED STATEMENTS OF OPERATIONS", f"({SCALES[min(decimals, 0)]}, unaudited)"


def _label(label: str, place: int, traps: frozenset[str]) -> str:
    return f"{label} (1)" if "note mark" in traps and place == 0 else label


def _html(rows: Sequence[Row], years: Sequence[int], decimals: int, traps: frozenset[str]) -> str:
    title, unit = _title(decimals)
    gap = "<td></td>" if "spacers" in traps else ""
    width = 3 if traps & {"dollar apart", "bracket apart"} else 1
    heads = "".join(f'{gap}<td colspan="{width}">{year}</td>' for year in years)
    span = len(years) * (width + bool(gap))
    body = "".join(_html_row(row, place, decimals, traps, gap) for place, row in enumerate(rows))
    return (
        f"<html><body><p>Example Corporation</p><p>{title}</p><p>{unit}</p>\n<table>\n"
        f'<tr><td></td><td colspan="{span}">Year Ended December 31,</td></tr>\n'
        f"<tr><td></td>{heads}</tr>\n{body}</table></body></html>"
    )


def _html_row(row: Row, place: int, decimals: int, traps: frozenset[str], gap: str) -> str:
    label, values, is_total = row
    name = escape(_label(label, place, traps))
    shown = f"<b>{name}</b>" if is_total and "bold total" in traps else name
    cells = "".join(gap + _html_cells(_number(value, decimals, traps), place, traps) for value in values)
    return f"<tr><td>{shown}</td>{cells}</tr>\n"


def _html_cells(number: str, place: int, traps: frozenset[str]) -> str:
    if not traps & {"dollar apart", "bracket apart"}:
        return f"<td>{'$' if place == 0 else ''}{number}</td>"
    apart = "bracket apart" in traps and number.endswith(")")
    mark = "<td>$</td>" if place == 0 and "dollar apart" in traps else "<td></td>"
    return f"{mark}<td>{number[:-1] if apart else number}</td><td>{')' if apart else ''}</td>"


def _text(rows: Sequence[Row], years: Sequence[int], decimals: int, traps: frozenset[str]) -> str:
    title, unit = _title(decimals)
    heads = " " * 50 + "".join(f"{year:>16}" for year in years)
    lines = ["Example Corporation", title, unit, "", " " * 56 + "Year Ended December 31,", heads, ""]
    for place, (label, values, _) in enumerate(rows):
        figures = "".join(f"{_marked(_number(value, decimals, traps), place):>16}" for value in values)
        lines.append(f"{_label(label, place, traps):<50}{figures}")
    return "\n".join([*lines, ""])


def _marked(number: str, place: int) -> str:
    return f"$ {number}" if place == 0 else number


def _markdown(rows: Sequence[Row], years: Sequence[int], decimals: int, traps: frozenset[str]) -> str:
    title, unit = _title(decimals)
    lines = ["Example Corporation", "", f"## {title}", "", unit, ""]
    lines += ["| Year Ended December 31, | " + " | ".join(map(str, years)) + " |"]
    lines += ["|---|" + "---:|" * len(years)]
    for place, (label, values, is_total) in enumerate(rows):
        name = _label(label, place, traps)
        shown = f"**{name}**" if is_total and "bold total" in traps else name
        lines.append(f"| {shown} | " + " | ".join(_number(value, decimals, traps) for value in values) + " |")
    return "\n".join([*lines, ""])


def _csv(rows: Sequence[Row], years: Sequence[int], decimals: int, traps: frozenset[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    title, unit = _title(decimals)
    writer.writerows([["Example Corporation"], [title], [unit], ["Year Ended December 31,", *years]])
    for place, (label, values, _) in enumerate(rows):
        numbers = (_number(value, decimals, traps) for value in values)
        writer.writerow([_label(label, place, traps), *numbers])
    return out.getvalue()


Form = Callable[[Sequence[Row], Sequence[int], int, frozenset[str]], str]
FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {"html": _html, "text": _text, "markdown": _markdown, "csv": _csv}
)
SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {"html": ".html", "text": ".txt", "markdown": ".md", "csv": ".csv"}
)
