"""A table means the same whatever elements it is made of, or blanks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from xbrlgen.reading.sources import read_sources
from xbrlgen.reading.statement import Statement
from xbrlgen.reading.understand import understand

Rows = Sequence[Sequence[str]]

_LABELS = ("Revenues", "Cost of revenues", "Gross profit", "Selling expenses", "Income taxes", "Net income")
_HEAD = "<p>Condensed Consolidated Statements of Income</p><p>(In thousands)</p>"
_SHEET = "<style>.t{display:table} .r {display: table-row;} .c{ padding:1px; display:table-cell }</style>"


def _cells(row: Sequence[str], opening: str, closing: str) -> str:
    return "".join(f"{opening}{cell}{closing}" for cell in row)


def _as_table(rows: Rows) -> str:
    return "<table>" + "".join(f"<tr>{_cells(row, '<td>', '</td>')}</tr>" for row in rows) + "</table>"


def _as_boxes(rows: Rows) -> str:
    shown = (_cells(row, "<span style='display:table-cell'>", "</span>") for row in rows)
    return "<div style='width:9em; display: table'>" + "".join(
        f"<div style='display:table-row'>{row}</div>" for row in shown
    ) + "</div>"  # fmt: skip


def _by_class(rows: Rows) -> str:
    shown = (_cells(row, "<div class='x c'>", "</div>") for row in rows)
    return _SHEET + "<div class=t>" + "".join(f"<div class='r'>{row}</div>" for row in shown) + "</div>"


def _as_grid(rows: Rows) -> str:
    columns = f"3fr repeat({len(rows[0]) - 1}, minmax(0, 1fr))"
    cells = "".join(_cells(row, "<div>", "</div>") for row in rows)
    return f"<div style='display:grid;grid-template-columns:{columns}'>{cells}</div>"


def _as_flex(rows: Rows) -> str:
    return "".join(f"<div style='display:flex'>{_cells(row, '<div>', '</div>')}</div>" for row in rows)


def _line(row: Sequence[str]) -> str:
    """The row as a typewriter sets it, in hard blanks."""
    label, *cells = row
    if not label and not cells[-1]:
        return "\xa0" * 36 + cells[0]
    return (label.ljust(32) + "".join(cell.rjust(14) for cell in cells)).replace(" ", "\xa0")


def _as_paragraphs(rows: Rows) -> str:
    return "".join(f"<p><font face=Courier>{_line(row)}</font></p>" for row in rows)


def _as_lines(rows: Rows) -> str:
    return f"<p>{'<br>'.join(map(_line, rows))}</p>"


FORMS: tuple[Callable[[Rows], str], ...] = (
    _as_boxes,
    _by_class,
    _as_grid,
    _as_flex,
    _as_paragraphs,
    _as_lines,
)
_numbers = st.one_of(
    st.just("—"), st.integers(-99_999, 999_999).map(lambda n: f"{n:,}" if n >= 0 else f"({-n:,})")
)


@st.composite
def _tables(draw: st.DrawFn) -> Rows:
    years = ("2024", "2023", "2022")[: draw(st.integers(2, 3))]
    width = len(years)
    labels = draw(st.lists(st.sampled_from(_LABELS), min_size=3, unique=True))
    rows = [[each, *draw(st.lists(_numbers, min_size=width, max_size=width))] for each in labels]
    return [["", "Year Ended June 30,", *[""] * (width - 1)], ["", *years], *rows]


def _read(page: str) -> tuple[Statement, ...]:
    sources, blocks, _ = read_sources(f"<html><body>{_HEAD}{page}</body></html>".encode())
    return understand(sources, blocks).statements


def _meant(statements: Sequence[Statement]) -> list[object]:
    return [
        (each.kind, [column.period for column in each.columns], [row.label for row in each.rows],
         [(entry.row, entry.column, entry.value, entry.unit, entry.doubt) for entry in each.entries])
        for each in statements
    ]  # fmt: skip


@settings(max_examples=tries(25))
@given(_tables(), st.sampled_from(FORMS))
def test_other_elements_shown_as_a_table_are_read_as_one(rows: Rows, form: Callable[[Rows], str]) -> None:
    expected = _meant(_read(_as_table(rows)))
    assert expected
    assert _meant(_read(form(rows))) == expected
