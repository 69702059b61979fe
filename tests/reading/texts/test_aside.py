"""Values of text tables that stand aside of their columns: pushed by labels, torn off, moved by scanning."""

from __future__ import annotations

import pytest

from xbrlgen.reading import read
from xbrlgen.reading.statement import Entry, Kind, Statement

_TOP = """Farrow Pump Corp.
Statements of Operations
(In thousands, except per share data)
                                         Three Months Ended June 30,
                                              2004          2003
Net sales                                 $ 18,204      $ 17,118
Cost of sales                               11,330        10,902
Gross profit                                 6,874         6,216
"""
_END = """
Income taxes                                   919           747
Net income                                $  1,837      $  1,363
"""


def _entries(statement: Statement, label: str) -> list[Entry]:
    row = next(row for row in statement.rows if row.label.startswith(label))
    return [entry for entry in statement.entries if entry.row == row.index]


def _of_row(text: str) -> list[Entry]:
    (statement,) = read(_TOP + text + _END).statements
    return _entries(statement, "Loss on early")


def test_a_value_behind_a_long_label_and_flush_with_a_column_stands_in_it() -> None:
    (entry,) = _of_row(f"{'Loss on early extinguishment of term debt, net':<61}204")
    assert (entry.column, entry.doubt) == (1, "")


@pytest.mark.parametrize(
    "row",
    [
        "Loss on early extinguishment of term debt, net  204",
        f"{'Loss on early extinguishment':<54}204",
    ],
    ids=["pushed", "between two"],
)
def test_a_value_that_may_stand_in_either_column_is_doubted(row: str) -> None:
    assert [bool(entry.doubt) for entry in _of_row(row)] == [True]


def test_a_year_is_no_label_where_each_column_has_a_heading() -> None:
    text = (
        "Farrow Pump Corp.\nStatements of Operations (year ended December 31)\n(In thousands)\n"
        "2005 2004 Percent Change\nNet sales $ 27,690 $ 26,480 +4.6%\nGross profit 15,750 15,060 +4.6%\n"
        "Operating income 9,240 15,320 (39.7%)\nNet income 7,550 10,220 (26.1%)\n"
    )
    (statement,) = read(text).statements
    assert [str(column.period) for column in statement.columns[:2]] == [
        "2005-01-01 to 2005-12-31",
        "2004-01-01 to 2004-12-31",
    ]
    assert [entry.value for entry in _entries(statement, "Gross profit")][:2] == [15_750_000, 15_060_000]


@pytest.mark.parametrize("damaged", ["163", "1.3"])
def test_one_amount_per_share_without_its_point_makes_no_money_of_the_others(damaged: str) -> None:
    text = (
        "Farrow Pump Corp.\nStatements of Income\n(In millions, except per share data)\n"
        "Three Months Ended September 30, Nine Months Ended September 30,\n1999 1998 1999 1998\n"
        "Net sales $ 2,585.2 $ 2,359.4 $ 7,182.4 $ 6,601.4\nCost of sales 548.2 495.7 1,532.8 1,431.6\n"
        "Income before taxes 939.2 599.1 2,221.7 1,949.7\nNet income $ 738.2 $ 450.3 $ 1,873.0 $ 1,512.4\n"
        "Earnings per share:\nIncome from continuing operations $ .67 $ .40 $ 1.53 $ 1.34\n"
        f"Net income $ .67 $ .40 $ 1.69 $ {damaged}\nDividends paid per share $ .23 $ .20 $ .69 $ .60\n"
    )
    (statement,) = read(text).statements
    row = [row for row in statement.rows if row.label == "Net income"][-1]
    entries = [entry for entry in statement.entries if entry.row == row.index]
    assert {entry.kind for entry in entries} == {Kind.PER_SHARE}
    assert [bool(entry.doubt) for entry in entries] == [False, False, False, True]
