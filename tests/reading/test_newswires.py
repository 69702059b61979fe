"""Statements as newswires set them: in narrow columns, two blocks side by side, headings cut to fit."""

from __future__ import annotations

from datetime import date

import xbrlgen
from xbrlgen.model import Period
from xbrlgen.reading.statement import Statement
from xbrlgen.reading.times.lone_years import LONE_YEAR
from xbrlgen.reading.times.year_names import TWO_YEARS


def _statements(text: str) -> tuple[Statement, ...]:
    return xbrlgen.read(text).statements


def _periods(statement: Statement) -> list[Period | None]:
    return [column.period for column in statement.columns]


def _labels(statement: Statement) -> list[str]:
    shown = {entry.row for entry in statement.entries}
    return [row.label for row in statement.rows if row.index in shown]


_DINERS = """
                          Condensed Statements of Income
                              (In thousands)

                           Thirteen Weeks Ended     Thirty-Nine Weeks Ended
                        September 28,September 30,September 28,September 30,
                               2008         2007         2008         2007
                        -----------  -----------  -----------  -----------
Restaurant sales             $8,328       $7,329      $23,658      $21,983
Labor and benefits            5,111        4,222       15,000       13,001
Net income                    3,217        3,107        8,658        8,982
"""


def test_days_without_a_blank_between_them_are_those_of_their_columns() -> None:
    ends = [period.end if period else None for period in _periods(_statements(_DINERS)[0])]
    assert ends == [date(2008, 9, 28), date(2007, 9, 30)] * 2


def test_a_heading_that_names_several_days_is_doubted() -> None:
    """Of headings that ran together, the last day would be taken for all columns."""
    head = "| | Thirteen Weeks Ended September 28 and September 30, 2008 |\n|---|---|\n"
    grid = head + "| Sales | 71 |\n| Cost | 31 |\n"
    (statement,) = _statements("# Statements of Income\n\n" + grid)
    assert [column.doubt for column in statement.columns] == ["the heading names several days"]


_TRIAL = """
                          Statements of Operations
                              (in thousands)

                                                       Period from
                                                         Inception
                                    SIX MONTHS   (March 12, 1999) to
                                  2003      2002         2003
Grants                           $ 137     $ 119        $ 792
Research and development         6,788     5,477       34,658
Net loss                        (6,651)   (5,358)     (33,866)

                              Balance Sheets
                              (in thousands)

                                          June 30,    December 31,
                                            2003          2002
Cash                                     $  9,137      $ 15,119
Total assets                                9,888        15,988
"""


def test_a_period_since_inception_doesnt_end_on_the_day_of_inception() -> None:
    operations, _ = _statements(_TRIAL)
    end = date(2003, 6, 30)
    first = Period.duration(date(2003, 1, 1), end)
    second = Period.duration(date(2002, 1, 1), date(2002, 6, 30))
    assert _periods(operations) == [first, second, Period.duration(date(1999, 3, 12), end)]


_CLOUD = """
AUSTIN, Texas, August 29, 2024 -- Results for the second quarter of fiscal year 2025, ended July 31, 2024.

                          Statements of Operations
                              (in thousands)

                                SECOND QUARTER
                                2024      2023
Subscription                 $ 7,137   $ 6,119
Cost of subscription           6,788     5,477
Net income                       349       642

                              Balance Sheets
                              (in thousands)

                             July 31,   January 31,
                                2024          2024
Cash                        $  9,137      $ 15,119
Total assets                   9,888        15,988
"""


def test_bare_years_of_quarters_are_doubted_where_they_may_be_fiscal_or_not() -> None:
    """By fiscal years both quarters would be a year older than those the release is about."""
    operations, balance = _statements(_CLOUD)
    assert [column.doubt for column in operations.columns] == [TWO_YEARS] * 2
    assert [column.doubt for column in balance.columns] == ["", ""]


_SIDES = """
                              BALANCE SHEETS
                              (In thousands)

                        June 30,  Dec. 31,                               June 30,  Dec. 31,
                          1996      1995                                   1996      1995
ASSETS                                       LIABILITIES AND STOCKHOLDERS'
Current assets:                                EQUITY
  Cash                     2,266     1,721   Current liabilities:
  Receivables, less                            Accounts payable              553       446
    allowance              7,539     3,127     Current portion of long-
  Inventories              6,644     2,033       term debt                 1,039       522
    Total current                                Total current
      assets              16,449     6,881         liabilities             1,592       968
Plant, net                30,838    18,995   Stockholders' equity:
Goodwill                     100       100     Common stock                  40        40
Deposits                      50        60     Paid-in capital              110       120
Timber                    10,260    20,454     Retained earnings          55,955    45,362
    Total assets          57,697    46,490     Total liabilities and
                                                 equity                   57,697    46,490
"""


def test_sides_with_labels_cut_over_lines_are_read_one_after_the_other() -> None:
    (balance,) = _statements(_SIDES)
    days = [date(1996, 6, 30), date(1995, 12, 31)]
    assert _periods(balance) == [Period.instant(day) for day in days]
    assert _labels(balance) == [
        "Cash",
        "Receivables, less allowance",
        "Inventories",
        "Total current assets",
        "Plant, net",
        "Goodwill",
        "Deposits",
        "Timber",
        "Total assets",
        "Accounts payable",
        "Current portion of long-term debt",
        "Total current liabilities",
        "Common stock",
        "Paid-in capital",
        "Retained earnings",
        "Total liabilities and equity",
    ]


def test_a_line_of_a_side_that_scanning_shifted_is_parted_at_its_label() -> None:
    shifted = _SIDES.replace("Timber                    10,260    20,454", "Timber          10,260 20,454")
    (balance,) = _statements(shifted)
    timber = next(row.index for row in balance.rows if row.label == "Timber")
    earned = next(row.index for row in balance.rows if row.label == "Retained earnings")
    shown = {(entry.row, entry.column): entry.figure.print for entry in balance.entries}
    assert [shown[timber, 0], shown[timber, 1]] == ["10,260", "20,454"]
    assert [shown[earned, 0], shown[earned, 1]] == ["55,955", "45,362"]


def test_a_line_that_says_that_more_follows_is_part_of_no_label() -> None:
    torn = _DINERS.replace("Net income ", "\n                    -more-\n\nNet income ")
    assert _labels(_statements(torn)[0]) == ["Restaurant sales", "Labor and benefits", "Net income"]


def _doubts(statement: Statement) -> list[str]:
    return [entry.doubt for entry in statement.entries if entry.doubt]


_MILL = """
                          Statements of Income
                 (In thousands, except per share amounts)

                           Three Months Ended        Six Months Ended
                                June 30,                  June 30,
                            2008       2007          2008         2007
Net sales                $ 8,328    $ 7,329       $23,658      $21,983
Cost of goods              5,111      4,222        15,000       13,001
Interest                     327        285           928          900
Net income               $ 2,890    $ 2,822       $ 7,730      $ 8,082
Earnings per share       $  0.31    $  0.30       $  0.83      $  0.86
"""


def test_an_amount_per_share_without_its_last_decimal_is_doubted() -> None:
    (statement,) = _statements(_MILL.replace("$  0.83", "$  0.8 "))
    assert _doubts(statement) == ["fewer decimals than the others of the row"]
    assert _doubts(_statements(_MILL)[0]) == []


def test_figures_with_a_single_blank_between_are_doubted_with_their_row() -> None:
    """They look like thousands parted by a blank, and leave the row a figure short."""
    (statement,) = _statements(_MILL.replace("327        285", "327 285       "))
    assert _doubts(statement) == ["digits are not grouped as in the rest of the table"] * 3


def test_negative_amounts_in_angle_brackets_are_read() -> None:
    text = _MILL.replace(
        "   327        285           928          900", " <1,327>       <285>         <928>        <900>"
    )
    shown = [
        entry.figure.number for entry in _statements(text)[0].entries if entry.figure.print.startswith("<")
    ]
    assert shown == [-1327, -285, -928, -900]


def test_figures_that_a_long_label_pushed_aside_are_doubted_where_some_are_missing() -> None:
    """They stand below the columns to the right of their own."""
    row = "Average shares used in computing earnings a share     9,322   9,407       9,313\n"
    (statement,) = _statements(_MILL + row)
    told = [entry.doubt for entry in statement.entries if entry.row == statement.entries[-1].row]
    assert told == ["which cell of the row is empty is not printed"] * 3


def test_a_day_whose_month_cannot_be_read_is_doubted() -> None:
    """Else its column would be taken for the newest day of its year."""
    _, balance = _statements(_TRIAL.replace("December 31,", "Decernher 31,"))
    assert [column.doubt for column in balance.columns] == ["", "the month of its day can't be read"]


def _doubted(text: str) -> list[list[str]]:
    return [[column.doubt for column in statement.columns] for statement in _statements(text)]


def test_words_of_time_that_cannot_be_read_name_no_segment() -> None:
    words = "how long its period is can't be read"
    assert _doubted(_DINERS.replace("Thirteen Weeks Ended  ", "Thirteen Wccks Ended  ")) == [
        [words] * 2 + [""] * 2
    ]


_MILLS = """
                              Statements of Income
                                 (In thousands)

                                    Six Months Ended June 30,
                                        1999          1998
Net sales                            $ 8,328       $ 7,329
Cost of goods                          5,111         4,222
Net income                             3,217         3,107

                            Statements of Cash Flows
                                 (In thousands)

                                    Six Months Ended June 30,
                                        1999          1998
Net income                             3,217         3,107
Depreciation                             928           900
Net cash provided by operations        4,145         4,007
"""


def test_a_year_that_no_other_statement_compares_with_is_doubted() -> None:
    """A digit of it may be misread, which no sum shows."""
    head, _, tail = _MILLS.rpartition("1998")
    assert _doubted(_MILLS) == [["", ""], ["", ""]]
    assert _doubted(f"{head}1993{tail}") == [["", ""], ["", LONE_YEAR]]


def test_a_year_with_a_letter_is_doubted() -> None:
    """Else the newest year would be taken for it."""
    shown = _TRIAL.replace("2003      2002         2003", "2003      200Z         2003")
    assert [column.doubt for column in _statements(shown)[0].columns][1] == "its year can't be read"


def test_a_count_of_shares_with_a_misread_comma_gives_the_others_no_scale() -> None:
    """With millions its amount per share comes out, and with thousands that of the other column."""
    text = """
                              Statements of Income
                     (In thousands, except per share amounts)

                                    Six Months Ended June 30,
                                        2003          2002
Net loss                            $ (8,235)     $ (6,507)
Net loss per share                  $  (0.58)     $  (0.51)
Weighted average shares               14.233        12,871
"""
    (statement,) = _statements(text)
    assert [entry.scale for entry in statement.entries[-2:]] == [3, 3]
