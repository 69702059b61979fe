"""Statements as filing agents set them in the years when results were first furnished in HTML."""

from __future__ import annotations

import xbrlgen
from xbrlgen.reading.statement import Basis, Entry, Kind, Statement, StatementKind


def _page(captions: list[str], head: list[str], rows: list[list[str]]) -> str:
    """A page of one table whose amounts have their mark and their bracket in cells of their own."""
    above = "".join(f'<P ALIGN="center"><FONT SIZE="2"><B>{line}</B></FONT></P>\n' for line in captions)
    first = "".join(
        f'<TD>&nbsp;</TD><TD COLSPAN="2"><B>{text}</B><HR SIZE="1"></TD><TD>&nbsp;</TD>' for text in head
    )
    body = "".join(f"<TR><TD>{row[0]}</TD>{''.join(map(_cells, row[1:]))}</TR>\n" for row in rows)
    return f"{above}<TABLE>\n<TR><TD>&nbsp;</TD>{first}</TR>\n{body}</TABLE>\n"


def _cells(text: str) -> str:
    mark, number = ("$", text[1:]) if text.startswith("$") else ("&nbsp;", text)
    close = ")" if number.endswith(")") else "&nbsp;"
    return f"<TD>&nbsp;</TD><TD>{mark}</TD><TD>{number.removesuffix(')')}</TD><TD NOWRAP>{close}</TD>"


def _read(*pages: str) -> tuple[Statement, ...]:
    return xbrlgen.read(f"<HTML><BODY>{''.join(pages)}</BODY></HTML>").statements


def _row(statement: Statement, label: str) -> Entry:
    (row,) = (row for row in statement.rows if row.label == label)
    return next(entry for entry in statement.entries if entry.row == row.index)


_YEARS = ["Year Ended<BR>December 31, 2004", "Year Ended<BR>December 31, 2003"]
_INCOME = [
    ["Licenses", "$7,100", "$6,400"],
    ["Services", "2,900", "2,600"],
    ["Total revenues", "10,000", "9,000"],
    ["Cost of revenues", "4,000", "3,500"],
    ["Gross profit", "6,000", "5,500"],
    ["Operating expenses", "7,000", "6,000"],
    ["Loss from operations", "(1,000)", "(500)"],
    ["Provision for income taxes", "100", "200"],
    ["Net loss", "$(1,100)", "$(700)"],
]


def test_what_a_title_leaves_out_goes_on_with_it() -> None:
    titles = [
        "Pro Forma Statements of Operations",
        "Excluding Amortization of developed technology",
        "(in thousands)",
    ]
    (statement,) = _read(_page(titles, _YEARS, _INCOME))
    assert (statement.kind, statement.basis) == (StatementKind.RECONCILIATION, Basis.PRO_FORMA)


def test_results_recast_for_discontinued_operations_are_of_the_whole_company() -> None:
    titles = ["Selected Financial Data Recast for Discontinued Operations", "(in thousands)"]
    (statement,) = _read(_page(titles, _YEARS, _INCOME))
    assert not any(column.doubt for column in statement.columns)


def test_a_statement_of_discontinued_operations_is_of_a_part() -> None:
    (statement,) = _read(_page(["Statements of Operations of Discontinued Operations"], _YEARS, _INCOME))
    assert all(column.doubt for column in statement.columns)


def test_the_rows_of_a_titled_statement_without_a_title_are_the_same_statement_of_other_years() -> None:
    earlier = ["Year Ended<BR>December 31, 2002", "Year Ended<BR>December 31, 2001"]
    pages = (_page(["Statements of Operations", "(in thousands)"], _YEARS, _INCOME), "<P>1</P>")
    assert [each.kind for each in _read(*pages, _page([], earlier, _INCOME))] == [StatementKind.INCOME] * 2
    summary = _page([], earlier, [*_INCOME[2:5], *_INCOME[6:]])
    assert [each.kind for each in _read(*pages, summary)] == [StatementKind.INCOME, StatementKind.METRICS]


def test_an_amount_for_each_of_something_may_be_in_another_unit_than_its_table() -> None:
    rows = [["Revenue", "$53.6", "$50.9"], ["Revenue per employee per week", "$2,870", "$2,760"]]
    (statement,) = _read(_page(["Statistics", "(in millions)"], _YEARS, rows))
    assert _row(statement, "Revenue per employee per week").doubt.startswith("an amount a day or apiece")
    assert not _row(statement, "Revenue").doubt


def test_statistics_that_the_unit_line_excepts_are_in_dollars() -> None:
    rows = [
        *_INCOME,
        ["Statistical data:"],
        ["Revenues per leased employee per month", "$1,340", "$1,260"],
        ["Gross profit per leased employee per month", "245", "226"],
    ]
    titles = ["Statements of Operations", "(in thousands, except statistical data)"]
    (statement,) = _read(_page(titles, _YEARS, rows))
    marked = _row(statement, "Revenues per leased employee per month")
    assert (marked.scale, marked.doubt) == (0, "")
    assert _row(statement, "Gross profit per leased employee per month").doubt


def test_amounts_to_the_cent_below_share_data_are_per_share() -> None:
    rows = [*_INCOME, ["Basic & Diluted Share Data:"], ["Net (loss) income", "$(.37)", "$(.18)"]]
    (statement,) = _read(_page(["Statements of Operations", "(in thousands)"], _YEARS, rows))
    earnings = _row(statement, "Net (loss) income")
    assert (earnings.kind, earnings.unit, earnings.doubt) == (Kind.PER_SHARE, "USD/shares", "")


def test_days_in_brackets_are_the_weeks_of_a_column() -> None:
    heads = ["November 19,<BR>2008<BR>(84 days)", "November 21,<BR>2007<BR>(84 days)"]
    (statement,) = _read(
        _page(["Statements of Operations", "Quarter Ended", "(in thousands)"], heads, _INCOME)
    )
    assert [str(column.period) for column in statement.columns] == [
        "2008-08-28 to 2008-11-19",
        "2007-08-30 to 2007-11-21",
    ]
    assert not any(column.segment for column in statement.columns)


def test_costs_of_debt_are_told_per_share_where_all_else_is() -> None:
    titles = [
        "Reconciliation of diluted EPS to adjusted diluted EPS",
        "(in thousands, except per share amounts)",
    ]
    rows = [
        ["Diluted EPS - GAAP basis", "$1.20", "$1.05"],
        ["Debt issuance cost amortization", "0.04", "0.07"],
        ["Loss on sale of assets", "0.06", "0.03"],
        ["Adjusted diluted EPS", "$1.30", "$1.15"],
    ]
    (statement,) = _read(_page(titles, _YEARS, rows))
    assert {entry.unit for entry in statement.entries} == {"USD/shares"}


def test_amounts_to_the_cent_between_amounts_per_share_are_per_share() -> None:
    rows = [
        ["Total revenue", "$2,140", "$1,960"],
        ["Diluted EPS", "$4.10", "$3.05"],
        ["Amortization of intangibles", "0.35", "0.30"],
        ["Adjusted diluted EPS", "$4.45", "$3.35"],
    ]
    (statement,) = _read(_page(["Highlights", "(dollars in millions)"], _YEARS, rows))
    assert _row(statement, "Amortization of intangibles").unit == "USD/shares"
    assert _row(statement, "Total revenue").unit == "USD"


def test_what_columns_leave_out_is_over_these_alone_though_it_names_a_year() -> None:
    page = """<P><B>Highlights (in millions)</B></P><TABLE>
    <TR><TD></TD><TD COLSPAN="2">Year Ended December 31,</TD><TD COLSPAN="2">Year Ended December 31,</TD></TR>
    <TR><TD></TD><TD></TD><TD></TD><TD COLSPAN="2">Excluding 2003 Settlements</TD></TR>
    <TR><TD></TD><TD>2004</TD><TD>2003</TD><TD>2004</TD><TD>2003</TD></TR>
    <TR><TD>Sales</TD><TD>$512.4</TD><TD>$548.3</TD><TD>$512.4</TD><TD>$438.1</TD></TR>
    <TR><TD>Net income</TD><TD>31.7</TD><TD>42.6</TD><TD>31.7</TD><TD>5.4</TD></TR></TABLE>"""
    (statement,) = _read(page)
    assert [column.basis for column in statement.columns] == [Basis.REPORTED] * 2 + [Basis.ADJUSTED] * 2
    assert not any(column.doubt for column in statement.columns)


_HEADLINE = "<P>Acme Freight announced results for the quarter and six months ended June 30, 2007.</P>"


def _said(sentence: str) -> list[tuple[str, str, str]]:
    """What the mentions of a sentence say: print, unit and period."""
    found = xbrlgen.read(f"<HTML><BODY>{_HEADLINE}<P>{sentence}</P></BODY></HTML>").mentions
    return [(each.figure.print, each.unit, str(each.period)) for each in found]


def test_the_quarter_of_a_year_is_the_one_reported_of_that_year() -> None:
    sentence = "Revenue rose to $147.2 million in the 2007 quarter from $140.5 million in the 2006 quarter."
    assert _said(sentence) == [
        ("$147.2 million", "USD", "2007-04-01 to 2007-06-30"),
        ("$140.5 million", "USD", "2006-04-01 to 2006-06-30"),
    ]


def test_the_period_of_a_year_is_the_stretch_spoken_of_before() -> None:
    sentence = (
        "For the six months ended June 30, 2007, interest expense was $1.3 million, and net income was $9.6"
        " million compared with $14.1 million in the 2006 period."
    )
    assert _said(sentence)[-1] == ("$14.1 million", "USD", "2006-01-01 to 2006-06-30")


def test_cents_of_a_diluted_share_are_per_share() -> None:
    sentence = "For the second quarter of 2007, net income was $5.1 million, or 23 cents per diluted share."
    assert _said(sentence)[-1] == ("23", "USD/shares", "2007-04-01 to 2007-06-30")


def test_weeks_of_a_year_behind_a_quarter_are_not_those_of_the_quarter() -> None:
    sentence = (
        "Net sales for the 14-week fourth quarter ended February 3, 2007 rose to $518.2 million from"
        " $447.5 million for the 13-week fourth quarter ended January 28, 2006. For the 53-week fiscal year"
        " ended February 3, 2007, earnings were $73.4 million, compared to $66.9 million for the 52-week"
        " fiscal year ended January 28, 2006."
    )
    found = xbrlgen.read(f"<HTML><BODY><P>{sentence}</P></BODY></HTML>").mentions
    assert [str(each.period) for each in found] == [
        "2006-10-29 to 2007-02-03",
        "2005-10-30 to 2006-01-28",
        "2006-01-29 to 2007-02-03",
        "2005-01-30 to 2006-01-28",
    ]


def test_a_quarter_of_a_fiscal_year_of_which_nothing_says_when_it_ends_is_no_period() -> None:
    sentence = "During the first quarter of fiscal 2005, the net loss was $114.2 million, or $0.79 per share."
    found = xbrlgen.read(f"<HTML><BODY><P>{sentence}</P></BODY></HTML>").mentions
    assert [(bool(each.doubt), each.period) for each in found] == [(True, None)] * 2


def test_brackets_between_an_amount_and_its_share_leave_the_next_amount_whole() -> None:
    sentence = (
        "The net loss for the second quarter of 2007 was $871,340 or $.05 (basic and diluted) per share,"
        " compared to a net loss of $1,318,270 or $0.08 (basic and diluted) per share, for the second"
        " quarter of 2006."
    )
    units = [unit for _, unit, _ in _said(sentence)]
    assert units == ["USD", "USD/shares", "USD", "USD/shares"]


def test_sales_in_units_are_counts() -> None:
    rows = [["Home sales", "$1,218,430", "$1,197,260"], ["Sales (Units)", "4,310", "4,385"]]
    (statement,) = _read(_page(["Operating Information", "(in thousands)"], _YEARS, rows))
    assert _row(statement, "Sales (Units)").kind is Kind.PURE


def test_quarters_of_two_years_tell_how_a_fiscal_year_is_called() -> None:
    headline = "<P>ACME SHOE REPORTS THIRD QUARTER 2005 RESULTS</P>"
    heads = ["39 Weeks Ended<BR>October 29, 2005", "39 Weeks Ended<BR>October 30, 2004"]
    page = headline + _page(["Statements of Operations", "(in thousands)"], heads, _INCOME)
    said = "<P>Net earnings were $24.3 million in the third quarter of 2005 and $17.8 million in the third"
    found = xbrlgen.read(f"<HTML><BODY>{page}{said} quarter of 2004.</P></BODY></HTML>").mentions
    assert [str(each.period) for each in found] == ["2005-07-31 to 2005-10-29", "2004-08-01 to 2004-10-30"]
