"""XLSX workbooks to grids, as their sheets show them."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Format, Segment, Source
from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.given.folding import folded
from xbrlgen.reading.given.locating import locator_of_text
from xbrlgen.reading.grids.pieces import Piece
from xbrlgen.reading.sheets.sheet import Row, blocks_of
from xbrlgen.reading.sheets.sheet_formats import shown_day, shown_number

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

# Workbooks of releases come to some millions of bytes; this is what a bomb is stopped at.
_MAX_UNPACKED = 200_000_000
_MAX_ROWS, _MAX_COLUMNS = 20_000, 200
# Names told of; a message is no list.
_MOST_PARTS = 8
# What openpyxl and the modules below it raise on packages that are damaged on purpose or by accident.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
)


def read_xlsx(
    raw: bytes, name: str = "", number: int = 0, first_grid: int = 0
) -> tuple[Source, list[Block], list[Finding]]:
    """The tables of a workbook, sheet by sheet; damage, and what it doesn't show, are told in findings."""
    try:
        book = _opened(raw)
    except _DAMAGE as error:
        return _source(name, "", raw, []), [], [_damaged(error)]
    text = ""
    segments: list[Segment] = []
    tables: list[list[Row]] = []
    for sheet in _visible(book):
        rows, printed = _sheet_rows(sheet, len(text), segments)
        text += printed
        tables.append(rows)
    locate = locator_of_text(number, text)
    blocks: list[Block] = []
    for rows in tables:
        grids = first_grid + sum(not isinstance(block, Paragraph) for block in blocks)
        blocks += blocks_of(text, rows, locate, grids)
    return _source(name, text, raw, segments), blocks, list(_told(raw, book))


def _source(name: str, text: str, raw: bytes, segments: Sequence[Segment]) -> Source:
    return Source(name, Format.XLSX, text, raw, "binary", tuple(segments))


def _opened(raw: bytes) -> Workbook:
    _check(raw)
    from openpyxl import load_workbook  # noqa: PLC0415 (only workbooks need it)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)


def _visible(book: Workbook) -> list[Worksheet]:
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def _check(raw: bytes) -> None:
    """Refuse a package that would unpack to too much or that declares entities."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        if sum(part.file_size for part in package.infolist()) > _MAX_UNPACKED:
            msg = "the workbook unpacks to more than 200 MB"
            raise ValueError(msg)
        for part in package.infolist():
            if part.filename.endswith((".xml", ".rels")):
                with package.open(part) as opened:
                    if b"<!DOCTYPE" in opened.read(4096).upper():
                        msg = f"{part.filename} declares a document type"
                        raise ValueError(msg)


def _sheet_rows(sheet: Worksheet, start: int, segments: list[Segment]) -> tuple[list[Row], str]:
    """The rows of a sheet, and its text, a line each row, which begins at a place of the whole text."""
    wide = _widths(sheet)
    hidden = _hidden_columns(sheet)
    rows: list[Row] = []
    parts: list[str] = []
    for line in _shown_lines(sheet):
        rows.append([])
        for cell in line:
            printed = shown_value(cell.value, cell.number_format) if cell.value is not None else ""
            if not printed.strip() or cell.column in hidden:
                continue
            piece = _piece(cell, printed, start, wide)
            rows[-1].append(piece)
            where = f"{sheet.title}!{cell.coordinate}"
            segments.append(Segment(piece.start, piece.end, int(cell.row or 0), cell=where))
            parts.append(printed.lstrip() + "\t")
            start = piece.end + 1
        parts.append("\n")
        start += 1
    return rows, "".join([*parts, "\n"])


def _shown_lines(sheet: Worksheet) -> Iterator[tuple[Any, ...]]:
    """The cells of each row that is not hidden."""
    last_row, last_column = min(sheet.max_row, _MAX_ROWS), min(sheet.max_column, _MAX_COLUMNS)
    hidden = _hidden_rows(sheet)
    for number, line in enumerate(sheet.iter_rows(max_row=last_row, max_col=last_column), start=1):
        if number not in hidden:
            yield line


def _hidden_rows(sheet: Worksheet) -> frozenset[int]:
    last = sheet.max_row
    return frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden and number <= last)


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    last = sheet.max_column
    spans = [(one.min or 1, one.max or last) for one in sheet.column_dimensions.values() if one.hidden]
    return frozenset(number for first, end in spans for number in range(first, min(end, last) + 1))


def _widths(sheet: Worksheet) -> Mapping[tuple[int, int], int]:
    """How many columns cells reach over: those that are merged, and those centred across others."""
    wide = {
        (span.min_row, span.min_col): span.max_col - span.min_col + 1 for span in sheet.merged_cells.ranges
    }
    for line in _shown_lines(sheet):
        first = None
        for cell in line:
            across = cell.alignment is not None and cell.alignment.horizontal == "centerContinuous"
            if cell.value is not None or not across:
                first = cell if across else None
            elif first is not None:
                wide[first.row, first.column] = cell.column - first.column + 1
    return wide


def _piece(cell: Any, printed: str, start: int, wide: Mapping[tuple[int, int], int]) -> Piece:
    """A cell with what it shows, which begins at a place of the text; blanks before it indent it."""
    shown = printed.lstrip()
    row, column = int(cell.row or 0), int(cell.column or 1)
    indent = (cell.alignment.indent or 0) + (len(printed) - len(shown)) / 2
    span = wide.get((row, column), 1)
    return Piece(
        folded(shown), start, start + len(shown), column - 1, column - 1 + span, 1, indent, bool(cell.font.b)
    )


def shown_value(value: Any, number_format: str) -> str:
    """How a sheet shows a value, as far as reading needs it: decimals, grouping, brackets, percent.

    >>> shown_value(-1301, "#,##0_);(#,##0)")
    '(1,301)'
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date):
        return shown_day(value, number_format)
    if isinstance(value, int | float | Decimal):
        return shown_number(Decimal(repr(value) if isinstance(value, float) else value), number_format)
    return str(value).strip("\n\r\t").rstrip().replace("\t", " ").replace("\n", " ").replace("\r", " ")


def _told(raw: bytes, book: Workbook) -> Iterator[Finding]:
    """What of a workbook was not read."""
    for sheet in _visible(book):
        if sheet.max_row > _MAX_ROWS or sheet.max_column > _MAX_COLUMNS:
            yield _cut(sheet.title)
    if hidden := _hidden_parts(book):
        yield _hidden(hidden)
    if formulas := _uncalculated(raw):
        yield _without_values(formulas)


def _hidden_parts(book: Workbook) -> list[str]:
    """The sheets, and the filled rows and columns of other sheets, that a workbook hides."""
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state != "visible"]
    parts = [f"sheet {sheet.title!r}" for sheet in sheets if _has_numbers(sheet.iter_rows(values_only=True))]
    for sheet in _visible(book):
        rows = [sheet.iter_rows(number, number, values_only=True) for number in sorted(_hidden_rows(sheet))]
        columns = [
            sheet.iter_cols(number, number, values_only=True) for number in sorted(_hidden_columns(sheet))
        ]
        for word, lines in (("rows", rows), ("columns", columns)):
            if filled := sum(map(_has_numbers, lines)):
                parts.append(f"{filled} {word} of sheet {sheet.title!r}")
    return parts


def _has_numbers(lines: Iterable[Iterable[object]]) -> bool:
    return any(isinstance(value, int | float | Decimal) for line in lines for value in line)


# A formula without what it came to: programs that write workbooks without calculating leave it out.
_FORMULA = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")


def _uncalculated(raw: bytes) -> int:
    """How many formulas have no value."""
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        return sum(len(_FORMULA.findall(package.read(name))) for name in sheets if name.endswith(".xml"))


def _damaged(error: BaseException) -> Finding:
    is_package = isinstance(error, zipfile.BadZipFile | zlib.error | EOFError)
    why = "its file is cut off or damaged" if is_package else str(error)[:200]
    return Finding(
        "reading.damaged-workbook",
        Severity.ERROR,
        f"the workbook can't be opened: {why}",
        remedy="open it in a spreadsheet program and save it again as .xlsx, or export it as CSV",
    )


def _cut(title: str) -> Finding:
    return Finding(
        "reading.sheet-cut",
        Severity.WARNING,
        f"sheet {title!r} is larger than {_MAX_ROWS} rows by {_MAX_COLUMNS} columns; the rest was not read",
        remedy="remove what is not part of the release",
    )


def _hidden(parts: Sequence[str]) -> Finding:
    return Finding(
        "reading.hidden-cells",
        Severity.INFO,
        f"the workbook hides numbers, which were not read: {', '.join(parts[:_MOST_PARTS])}",
        remedy="show them if they are part of the release",
    )


def _without_values(count: int) -> Finding:
    return Finding(
        "reading.formula-without-value",
        Severity.WARNING,
        f"{count} formulas of the workbook have no calculated value; their cells were read as empty",
        remedy="open it in a spreadsheet program and save it again, so that its formulas are calculated",
    )
