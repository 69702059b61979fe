"""Pages on which statements are printed: every format, in many layouts, with the habits of real releases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from html import escape

from attrs import frozen
from hypothesis import strategies as st

from tests.properties.strategies_releases import LENGTHS, PrintedRow, PrintedStatement
from xbrlgen.figures import print_figure
from xbrlgen.model import Period

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@frozen
class Layout:
    """How a page is set; each switch is a habit, or a trap, of real releases."""

    heading: str = "span over dates"
    dollar_cells: bool = False
    bracket_cells: bool = False
    spacers: bool = False
    title_inside: bool = False
    unaudited: bool = False
    dash: str = "—"
    wrapped: bool = False
    cut_at: int = 0


layouts = st.builds(
    Layout,
    heading=st.sampled_from(["span over dates", "span over years", "three rows", "whole"]),
    dollar_cells=st.booleans(),
    bracket_cells=st.booleans(),
    spacers=st.booleans(),
    title_inside=st.booleans(),
    unaudited=st.booleans(),
    dash=st.sampled_from(["—", "-", "–"]),
    wrapped=st.booleans(),
    cut_at=st.sampled_from([0, 0, 9, 12]),
)

PROSE = (
    "WIDGETVILLE - Example Widgets, Inc. (NASDAQ: XMPL) today announced its results. The company "
    "makes widgets, small and large, for makers of larger things, and has done so for long. "
    "The statements below were prepared by people who care for them. They speak of the past, say nothing of "
    "the future, which is uncertain, and should be read together with the notes that belong to them, "
    "wherever these may be found, and with the reports that the company has filed or is about to file."
)


def label_lines(row: PrintedRow, layout: Layout) -> list[str]:
    """The lines a label is printed on: cut after "and", "of" or "from" where labels are wrapped."""
    if not layout.wrapped or not row.numbers:
        return [row.label]
    for joint in (" and ", " of ", " from ", " before "):
        first, found, rest = row.label.partition(joint)
        if found:
            return [first + joint.rstrip(), rest]
    return [row.label]


Head = list[tuple[str, int]]
"""One heading row: texts and how many columns each spans."""


def heading_rows(statement: PrintedStatement, layout: Layout) -> list[Head]:
    """The heading rows over the columns of a statement."""
    if not statement.months:
        return _dates_over(statement.periods, layout)
    if layout.heading == "whole":
        pairs = zip(statement.periods, statement.months, strict=True)
        return [[(f"{LENGTHS[months]} Months Ended {_day(period)}", 1) for period, months in pairs]]
    spans = _spans(statement)
    if layout.heading == "span over years":
        texts = [
            (f"{LENGTHS[months]} Months Ended {_month_day(period)}", count) for period, months, count in spans
        ]
        return [texts, [(str(_end(period).year), 1) for period in statement.periods]]
    span = [(f"{LENGTHS[months]} Months Ended", count) for _, months, count in spans]
    return [span, *_dates_over(statement.periods, layout)]


def _dates_over(periods: Sequence[Period], layout: Layout) -> list[Head]:
    if layout.heading == "three rows":
        return [[(_month_day(each), 1) for each in periods], [(str(_end(each).year), 1) for each in periods]]
    return [[(_day(each), 1) for each in periods]]


def _spans(statement: PrintedStatement) -> list[tuple[Period, int, int]]:
    found: list[tuple[Period, int, int]] = []
    for period, months in zip(statement.periods, statement.months, strict=True):
        if found and found[-1][1] == months:
            found[-1] = (found[-1][0], months, found[-1][2] + 1)
        else:
            found.append((period, months, 1))
    return found


def _end(period: Period) -> date:
    assert isinstance(period.end, date)
    return period.end


def _month_day(period: Period) -> str:
    end = _end(period)
    return f"{MONTHS[end.month - 1]} {end.day},"


def _day(period: Period) -> str:
    return f"{_month_day(period)} {_end(period).year}"


def cell_text(row: PrintedRow, number: Decimal | None, layout: Layout, *, first: bool) -> str:
    """A number as printed in its cell."""
    if number is None:
        return ""
    mark = "$" if first and row.unit != "shares" else ""
    if number == 0 and row.unit != "USD/shares":
        return f"{mark}{layout.dash}"
    return print_figure(number, places=row.places, mark=mark)


# ---------------------------------------------------------------- HTML


def html_page(statements: Sequence[PrintedStatement], layout: Layout) -> str:
    """The statements as an exhibit in HTML."""
    body = "".join(_html_statement(statement, layout) for statement in statements)
    return f"<html><body><p>Example Widgets, Inc. reports results.</p>{body}</body></html>"


def _html_statement(statement: PrintedStatement, layout: Layout) -> str:
    lines = [statement.title, statement.unit_line] + (["(Unaudited)"] if layout.unaudited else [])
    width = 1 + len(statement.periods) * _cells_a_column(layout)
    inside = "".join(f'<tr><td colspan="{width}">{escape(line)}</td></tr>' for line in lines)
    above = "".join(f"<p>{escape(line)}</p>" for line in lines)
    heads = "".join(_html_head(head, layout) for head in heading_rows(statement, layout))
    rows = [_html_row(row, index, layout, len(statement.periods)) for index, row in enumerate(statement.rows)]
    cut = layout.cut_at or len(rows)
    table = f"<table>{inside if layout.title_inside else ''}{heads}{''.join(rows[:cut])}</table>"
    if rows[cut:]:
        table += f"<p>7</p><table>{''.join(rows[cut:])}</table>"
    return table if layout.title_inside else above + table


def _cells_a_column(layout: Layout) -> int:
    return 1 + layout.dollar_cells + layout.bracket_cells + layout.spacers


def _html_head(head: Head, layout: Layout) -> str:
    each = _cells_a_column(layout) - layout.spacers
    spacer = "<td>&nbsp;</td>" if layout.spacers else ""
    cells = "".join(
        f'{spacer}<td colspan="{count * each + (count - 1) * layout.spacers}">{text}</td>'
        for text, count in head
    )
    return f"<tr><td>&nbsp;</td>{cells}</tr>"


def _html_row(row: PrintedRow, index: int, layout: Layout, width: int) -> str:
    *above, last = label_lines(row, layout)
    numbers = row.numbers or (None,) * width
    cells = "".join(_html_cells(cell_text(row, each, layout, first=index < 3), layout) for each in numbers)
    blank = "".join(_html_cells("", layout) for _ in range(width))
    lines = [f"<tr>{_html_label(line, row.indent)}{blank}</tr>" for line in above]
    return "".join([*lines, f"<tr>{_html_label(last, row.indent)}{cells}</tr>"])


def _html_label(text: str, indent: int) -> str:
    return f'<td><p style="padding-left:{indent}em">{escape(text)}</p></td>'


def _html_cells(text: str, layout: Layout) -> str:
    cells = ["&nbsp;"] if layout.spacers else []
    if layout.dollar_cells:
        cells.append("$" if text.startswith("$") else "")
        text = text.removeprefix("$")
    if layout.bracket_cells:
        cells += [text.removesuffix(")"), ")" if text.endswith(")") else ""]
    else:
        cells.append(text)
    return "".join(f"<td>{cell}</td>" for cell in cells)


# ---------------------------------------------------------------- plain formats


def text_page(statements: Sequence[PrintedStatement], layout: Layout) -> str:
    """The statements as text with aligned columns."""
    return "\n".join([PROSE, *(_text_statement(statement, layout) for statement in statements)])


def _text_statement(statement: PrintedStatement, layout: Layout) -> str:
    label, wide = 48, 40 if layout.heading == "whole" else 22
    width = label + wide * len(statement.periods)
    lines = ["", statement.title.center(width).rstrip(), statement.unit_line.center(width).rstrip()]
    lines += ["(Unaudited)".center(width).rstrip()] if layout.unaudited else []
    lines.append("")
    for head in heading_rows(statement, layout):
        lines.append(" " * label + "".join(_over(text, wide * count, count) for text, count in head).rstrip())
    for index, row in enumerate(statement.rows):
        cells = [cell_text(row, each, layout, first=index < 3) for each in row.numbers]
        printed = "".join(
            cell.rjust(wide) if cell.endswith(")") else f"{cell} ".rjust(wide) for cell in cells
        )
        *above, last = label_lines(row, layout)
        lines += ["  " * row.indent + text for text in above]
        lines.append(("  " * row.indent + last).ljust(label) + printed.rstrip())
    return "\n".join(line.rstrip() for line in [*lines, "", ""])


def _over(text: str, width: int, count: int) -> str:
    return text.center(width) if count > 1 else text.rjust(width - 1) + " "


def markdown_page(statements: Sequence[PrintedStatement], layout: Layout) -> str:
    """The statements as pipe tables."""
    return "\n\n".join([PROSE, *(_markdown_statement(statement, layout) for statement in statements)])


def _markdown_statement(statement: PrintedStatement, layout: Layout) -> str:
    heads = heading_rows(statement, layout)
    lines = [f"**{statement.title}**", "", statement.unit_line, ""]
    for index, head in enumerate(heads):
        cells = [text for text, count in head for text in [text] + [""] * (count - 1)]
        lines.append("| | " + " | ".join(cells) + " |")
        if index == 0:
            lines.append("|---" * (len(statement.periods) + 1) + "|")
    for index, row in enumerate(statement.rows):
        numbers = row.numbers or (None,) * len(statement.periods)
        cells = [cell_text(row, each, layout, first=index < 3) for each in numbers]
        lines.append(f"| {row.label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def csv_page(statements: Sequence[PrintedStatement], layout: Layout) -> str:
    """The statements as comma-separated values."""
    return "\n".join(_csv_statement(statement, layout) for statement in statements)


def _csv_statement(statement: PrintedStatement, layout: Layout) -> str:
    width = len(statement.periods)
    lines = [[statement.title] + [""] * width, [statement.unit_line] + [""] * width]
    lines += [
        ["", *(text for text, count in head for text in [text] + [""] * (count - 1))]
        for head in heading_rows(statement, layout)
    ]
    for index, row in enumerate(statement.rows):
        numbers = row.numbers or (None,) * width
        lines.append([row.label, *(cell_text(row, each, layout, first=index < 3) for each in numbers)])
    return "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in line) for line in lines) + "\n"
