"""From the figures of rows to entries."""

from __future__ import annotations

from xbrlgen.figures import Figure, parse_figure
from xbrlgen.places import Place
from xbrlgen.reading.figures.entries import Units, entries_of
from xbrlgen.reading.statement import Basis, ColumnKind, Kind
from xbrlgen.reading.tables.heading import Heading
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.tables.scales import read_wording
from xbrlgen.reading.tables.table import Table
from xbrlgen.time_words import TimeWords


def test_several_figures_of_a_row_in_one_column_are_doubted() -> None:
    """Else the last would stand for all, whatever made one column of theirs."""
    first, second, third = (_figure(text, at) for at, text in enumerate(("17", "23", "29")))
    rows = [Labelled("Sales", ((1, first), (1, second))), Labelled("Cost", ((1, third),))]
    heading = Heading(1, ("2019",), TimeWords(year=2019), (), ColumnKind.VALUE, Basis.REPORTED, "")
    wording = read_wording(("(in thousands)",))
    table = Table((0,), ("(in thousands)",), (), "", (1,), (), ())
    entries = entries_of(rows, [Kind.MONEY] * 2, [heading], Units.of(table, rows, wording, None))
    crowded = "several figures of the row stand in one column"
    assert [entry.doubt for entry in entries] == [crowded, crowded, ""]


def _figure(text: str, line: int) -> Figure:
    figure = parse_figure(text, Place(0, 3 * line, 3 * line + 2, line, 1))
    assert figure is not None
    return figure
