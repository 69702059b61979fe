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

from xbrlgen.model import Period, QName
from xbrlgen.testing.cases import Case
from xbrlgen.testing.parts import Part, part_of


@frozen
class Release:
    """A release: its text, the ending of its file, and what it says.

    ``numbers`` are those printed, row by row, at full size; ``traps`` are names of `parts.TRAPS`; ``columns``
    are the periods that each statement's headings name; ``book`` is the file where it is no text, such as a
    workbook; ``more`` are the statements after that of ``case``.
    """

    text: str
    suffix: str
    case: Case
    numbers: tuple[tuple[Decimal, ...], ...]
    labels: tuple[str, ...]
    traps: frozenset[str]
    columns: tuple[tuple[Period, ...], ...]
    book: bytes = b""
    more: tuple[Case, ...] = ()

    @property
    def content(self) -> bytes:
        """What a file with the release holds."""
        return self.book or self.text.encode()


def printed_release(
    case: Case,
    labels: Mapping[QName, str],
    form: str,
    traps: Iterable[str] = (),
    more: Sequence[tuple[Case, Mapping[QName, str]]] = (),
) -> Release:
    """A statement, or several, as a release of a form (a name of `FORMS`) would print them."""
    chosen = frozenset(traps)
    parts = [part_of(kind, each, names, chosen) for kind, (each, names) in enumerate([(case, labels), *more])]
    numbers = tuple(tuple(values) for part in parts for _, values, _ in part.rows)
    printed = tuple(part.label(place) for part in parts for place in range(len(part.rows)))
    columns = tuple(part.periods for part in parts)
    cases = tuple(each for each, _ in more)
    made = Release(FORMS[form](parts), SUFFIXES[form], case, numbers, printed, chosen, columns, more=cases)
    return evolve(made, book=_book(parts)) if form == "xlsx" else made


_SPLIT: Final = frozenset({"dollar apart", "bracket apart", "wide values", "mark and bracket"})


def _html(parts: Sequence[Part]) -> str:
    tables = "\n".join(map(_html_part, parts))
    return f"<html><body><p>Example Corporation</p>{tables}</body></html>"


def _html_part(part: Part) -> str:
    gap = "<td></td>" if "spacers" in part.traps else ""
    width = 3 if part.traps & _SPLIT else 1
    heads = "".join(f'{gap}<td colspan="{width}">{head}</td>' for head in part.heads)
    span = len(part.heads) * (width + bool(gap))
    body = "".join(_html_row(part, place, gap) for place in range(len(part.rows)))
    above, inside = f"<p>{part.title}</p><p>{part.unit}</p>", ""
    if "title inside" in part.traps:
        rows = (f'<tr><td colspan="{span + 1}">{line}</td></tr>' for line in (part.title, part.unit))
        above, inside = "", "".join(rows)
    years = len(part.years) * (width + bool(gap))
    note = f'<tr><td></td><td colspan="{years}">(Restated)</td></tr>\n' if "header note" in part.traps else ""
    return (
        f"{above}\n<table>\n{inside}"
        f'<tr><td></td><td colspan="{years}">{part.span}</td></tr>\n'
        f"<tr><td></td>{heads}</tr>\n{note}{body}</table>"
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
    if not traps & _SPLIT:
        return f"<td>{'$' if place == 0 else ''}{number}</td>"
    mark, end = "$" if place == 0 else "", ""
    if "bracket apart" in traps and number.endswith(")"):
        number, end = number[:-1], ")"
    if "mark and bracket" in traps and number.startswith("("):
        mark, number = f"{mark}(", number[1:]
    if "wide values" in traps and not mark:
        return f'<td colspan="2">{number}</td><td>{end}</td>'
    return f"<td>{mark}</td><td>{number}</td><td>{end}</td>"


_LABEL: Final = 50
_CELL: Final = 20


def _text(parts: Sequence[Part]) -> str:
    return "\n".join(["Example Corporation", *(line for part in parts for line in _text_part(part))])


def _text_part(part: Part) -> Iterator[str]:
    columns = len(part.heads)
    heads = _LABEL * " " + "".join(f"{head:>{_CELL}}" for head in part.heads)
    rule = _LABEL * " " + columns * f"{'-' * (_CELL - 4):>{_CELL}}"
    tags = ["<TABLE>", "<CAPTION>", "<S>".ljust(_LABEL) + columns * f"{'<C>':>{_CELL}}"]
    is_tagged, is_ruled = "SGML" in part.traps, "rules" in part.traps
    yield from (part.title, part.unit, "", *(tags[:2] if is_tagged else ()))
    yield from (" " * (_LABEL + 6) + part.span, heads)
    yield from ([" " * (_LABEL + 6) + "(Restated)"] if "header note" in part.traps else ())
    yield from (*(tags[2:] if is_tagged else ()), rule if is_ruled else "")
    for place in range(len(part.rows)):
        if "page break" in part.traps and place == len(part.rows) // 2 > 1:
            yield from ("", f"{'4':>{_LABEL}}", "", part.title, "(continued)", heads, "")
        if is_ruled and part.rows[place][2]:
            yield rule
        label = part.label(place)
        first, _, rest = label.partition(" ")
        if "wrapped label" in part.traps and rest and place == 1:
            yield first
            label = f"  {rest}"
        cells = part.cells(place)
        if place == 0:
            cells = [f"$ {cell}" if at < len(part.years) else cell for at, cell in enumerate(cells)]
        yield f"{label:<{_LABEL}}{''.join(f'{cell:>{_CELL}}' for cell in cells)}"
    yield from ("</TABLE>",) if is_tagged else ()
    yield ""


def _markdown(parts: Sequence[Part]) -> str:
    return "\n".join(["Example Corporation", *(line for part in parts for line in _markdown_part(part))])


def _markdown_part(part: Part) -> Iterator[str]:
    yield from ("", f"## {part.title}", "", part.unit, "")
    yield f"| {part.span} | {' | '.join(part.heads)} |"
    yield "|---|" + "---:|" * len(part.heads)
    if "header note" in part.traps:
        yield "| |" + " (Restated) |" * len(part.years) + " |" * (len(part.heads) - len(part.years))
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
