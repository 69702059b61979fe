"""Statements that stand one below the other with no empty row between them, as in exports of sheets."""

from __future__ import annotations

from xbrlgen.reading import read

_ROWS = 'Sales,"$48,310","$44,020"\nCost of sales,"31,200","29,110"\nGross profit,"17,110","14,910"\n'
_NINE = 'Sales,"$140,310","$131,020"\nCost of sales,"91,200","87,110"\nGross profit,"49,110","43,910"\n'


def _periods(text: str) -> list[list[str]]:
    return [[str(column.period) for column in each.columns] for each in read(text).statements]


def test_a_length_alone_above_days_begins_a_table() -> None:
    days = ',"June 30, 2004","June 30, 2003"\n'
    text = (
        "Marlow Tool Co.\nStatements of Operations\n(In thousands)\n"
        f",Three Months Ended:,\n{days}{_ROWS}"
        f"Statements of Operations (in thousands)\n,Nine Months Ended:,\n{days}{_NINE}"
    )
    assert _periods(text) == [
        ["2004-04-01 to 2004-06-30", "2003-04-01 to 2003-06-30"],
        ["2003-10-01 to 2004-06-30", "2002-10-01 to 2003-06-30"],
    ]


def test_a_title_with_the_time_of_both_columns_is_for_no_rows_above_it() -> None:
    text = (
        "Balance Sheet\n(In thousands)\n"
        ',"June 30, 2004","March 31, 2004"\nCash,"$2,310","$2,020"\nOther,"1,200","1,110"\n'
        'Total assets,"$3,510","$3,130"\n'
        "Statement of Operations\nFor the three months ended June 30, 2004 and 2003\n(In thousands)\n"
        f",2004,2003\n{_ROWS}"
    )
    assert _periods(text) == [
        ["2004-06-30", "2004-03-31"],
        ["2004-04-01 to 2004-06-30", "2003-04-01 to 2003-06-30"],
    ]
