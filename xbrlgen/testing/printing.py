"""Statements printed as releases print them: in several formats, with the traps of real layouts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from html import escape
from types import MappingProxyType
from typing import Final

from attrs import evolve, frozen

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
        "prior year first": "the latest year at the right",
        "percent column": "the change in percent behind the numbers",
        "note column": "a column of bare footnote numbers at the right",
        "glued heading": "a heading that lost its blank",
        "unit twice": "the line of units printed twice",
        "title inside": "title and units as rows of the table (HTML)",
        "wrapped label": "a label over two lines, its numbers on the last (text)",
    }
)
Row = tuple[str, Sequence[Decimal], bool]


@frozen
class Release:
    """A release: its text, the ending of its file, and what it says.

    ``numbers`` are those printed, row by row, at full size; ``traps`` are names of `TRAPS`; ``book`` is the
    file where it is no text, such as a workbook; ``more`` are the statements after that of ``case``.
    """

    text: str
    suffix: str
    case: Case
    numbers: tuple[tuple[Decimal, ...], ...]
    labels: tuple[str, ...]
    traps: frozenset[str]
    book: bytes = b""
    more: tuple[Case, ...] = ()

    @property
    def content(self) -> bytes:
        """What a file with the release holds."""
        return self.book or self.text.encode()


@frozen
class Part:
    """A statement as it is to be printed."""

    title: str
    rows: Sequence[Row]
    years: Sequence[int]
    decimals: int
    traps: frozenset[str]

    @property
    def unit(self) -> str:
        """The line that says what the numbers count."""
        said = f"({SCALES[min(self.decimals, 0)]}, unaudited)"
        return f"{said} {said}" if "unit twice" in self.traps else said

    @property
    def span(self) -> str:
        """The heading over the years."""
        return "Year EndedDecember 31," if "glued heading" in self.traps else "Year Ended December 31,"

    @property
    def heads(self) -> list[str]:
        """The heading of each column."""
        return [*map(str, self.years), *(head for trap, head, _ in _COLUMNS if trap in self.traps)]

    def cells(self, place: int) -> list[str]:
        """What a row prints, its label aside."""
        numbers = [_number(value, self.decimals, self.traps) for value in self.rows[place][1]]
        return [*numbers, *(cell(place) for trap, _, cell in _COLUMNS if trap in self.traps)]

    def label(self, place: int) -> str:
        """The label of a row."""
        return _label(self.rows[place][0], place, self.traps)


# Columns that are no numbers of the statement: the trap, the heading, the cell of a row.
_COLUMNS: Final[Sequence[tuple[str, str, Callable[[int], str]]]] = (
    ("percent column", "% Change", lambda place: f"{place * 7 + 3}%"),
    ("note column", "Notes", lambda place: str(place % 3 + 1)),
)
TITLES: Final = ("CONSOLIDATED STATEMENTS OF OPERATIONS", "CONSOLIDATED STATEMENTS OF CASH FLOWS")


def printed_release(
    case: Case,
    labels: Mapping[QName, str],
    form: str,
    traps: Iterable[str] = (),
    more: Sequence[tuple[Case, Mapping[QName, str]]] = (),
) -> Release:
    """A statement, or several, as a release of a form (a name of `FORMS`) would print them."""
    chosen = frozenset(traps)
    parts = [
        _part(title, each, names, chosen)
        for title, (each, names) in zip(TITLES, [(case, labels), *more], strict=False)
    ]
    numbers = tuple(tuple(values) for part in parts for _, values, _ in part.rows)
    printed = tuple(label for part in parts for label, _, _ in part.rows)
    cases = tuple(each for each, _ in more)
    made = Release(FORMS[form](parts), SUFFIXES[form], case, numbers, printed, chosen, more=cases)
    return evolve(made, book=_book(parts)) if form == "xlsx" else made


def _part(title: str, case: Case, labels: Mapping[QName, str], traps: frozenset[str]) -> Part:
    turned = "prior year first" in traps
    years = sorted({fact.period.end.year for fact in case.facts if fact.period.end}, reverse=not turned)
    decimals = next(fact.decimals for fact in case.facts) or 0
    rows = [(label, values[::-1] if turned else values, bold) for label, values, bold in _rows(case, labels)]
    return Part(title, rows, years, decimals, traps)


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


def _label(label: str, place: int, traps: frozenset[str]) -> str:
    return f"{label} (1)" if "note mark" in traps and place == 0 else label


def _html(parts: Sequence[Part]) -> str:
    tables = "\n".join(map(_html_part, parts))
    return f"<html><body><p>Example Corporation</p>{tables}</body></html>"


def _html_part(part: Part) -> str:
    gap = "<td></td>" if "spacers" in part.traps else ""
    width = 3 if part.traps & {"dollar apart", "bracket apart"} else 1
    heads = "".join(f'{gap}<td colspan="{width}">{head}</td>' for head in part.heads)
    span = len(part.heads) * (width + bool(gap))
    body = "".join(_html_row(part, place, gap) for place in range(len(part.rows)))
    above, inside = f"<p>{part.title}</p><p>{part.unit}</p>", ""
    if "title inside" in part.traps:
        rows = (f'<tr><td colspan="{span + 1}">{line}</td></tr>' for line in (part.title, part.unit))
        above, inside = "", "".join(rows)
    years = len(part.years) * (width + bool(gap))
    return (
        f"{above}\n<table>\n{inside}"
        f'<tr><td></td><td colspan="{years}">{part.span}</td></tr>\n'
        f"<tr><td></td>{heads}</tr>\n{body}</table>"
    )


def _html_row(part: Part, place: int, gap: str) -> str:
    name = escape(part.label(place))
    shown = f"<b>{name}</b>" if part.rows[place][2] and "bold total" in part.traps else name
    amounts = len(part.years)
    cells = "".join(
        gap + _html_cells(cell, place if at < amounts else 1, part.traps)
        for at, cell in enumerate(part.cells(place))
    )
    return f"<tr><td>{shown}</td>{cells}</tr>\n"


def _html_cells(number: str, place: int, traps: frozenset[str]) -> str:
    if not traps & {"dollar apart", "bracket apart"}:
        return f"<td>{'$' if place == 0 else ''}{number}</td>"
    apart = "bracket apart" in traps and number.endswith(")")
    mark = "<td>$</td>" if place == 0 and "dollar apart" in traps else "<td></td>"
    return f"{mark}<td>{number[:-1] if apart else number}</td><td>{')' if apart else ''}</td>"


def _text(parts: Sequence[Part]) -> str:
    return "\n".join(["Example Corporation", *(line for part in parts for line in _text_part(part))])


def _text_part(part: Part) -> Iterator[str]:
    heads = " " * 50 + "".join(f"{head:>16}" for head in part.heads)
    yield from (part.title, part.unit, "", " " * 56 + part.span, heads, "")
    for place in range(len(part.rows)):
        label = part.label(place)
        first, _, rest = label.partition(" ")
        if "wrapped label" in part.traps and rest and place == 1:
            yield first
            label = f"  {rest}"
        cells = part.cells(place)
        if place == 0:
            cells = [f"$ {cell}" if at < len(part.years) else cell for at, cell in enumerate(cells)]
        yield f"{label:<50}{''.join(f'{cell:>16}' for cell in cells)}"
    yield ""


def _markdown(parts: Sequence[Part]) -> str:
    return "\n".join(["Example Corporation", *(line for part in parts for line in _markdown_part(part))])


def _markdown_part(part: Part) -> Iterator[str]:
    yield from ("", f"## {part.title}", "", part.unit, "")
    yield f"| {part.span} | {' | '.join(part.heads)} |"
    yield "|---|" + "---:|" * len(part.heads)
    for place, (_, _, is_total) in enumerate(part.rows):
        label = part.label(place)
        shown = f"**{label}**" if is_total and "bold total" in part.traps else label
        yield f"| {shown} | {' | '.join(part.cells(place))} |"
    yield ""


def _lines(parts: Sequence[Part]) -> Iterator[list[str]]:
    """The rows of a sheet."""
    yield ["Example Corporation"]
    for part in parts:
        yield from ([part.title], [part.unit], [part.span, *part.heads])
        yield from ([part.label(place), *part.cells(place)] for place in range(len(part.rows)))
        yield []


def _csv(parts: Sequence[Part]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(_lines(parts))
    return out.getvalue()


def _book(parts: Sequence[Part]) -> bytes:
    """The same rows as a workbook, a sheet a statement."""
    from openpyxl import Workbook  # noqa: PLC0415, only workbooks need it

    book = Workbook()
    del book["Sheet"]
    for number, part in enumerate(parts, 1):
        sheet = book.create_sheet(f"Statement {number}")
        for line in _lines([part]):
            sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


Form = Callable[[Sequence[Part]], str]
FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {"html": _html, "text": _text, "markdown": _markdown, "csv": _csv, "xlsx": _csv}
)
SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {"html": ".html", "text": ".txt", "markdown": ".md", "csv": ".csv", "xlsx": ".xlsx"}
)
