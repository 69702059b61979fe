"""How cells show their numbers and days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xbrlgen.reading.sheets.sheet_formats import shown_day, shown_number

_ACCOUNTING = r'_($* #,##0_);_($* \(#,##0\);_($* "-"??_);_(@_)'


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        ("45192137", "#,##0,", "45,192"),
        ("45192137", "#,##0.0,,", "45.2"),
        ("45192137", '0.0,,"M"', "45.2M"),
        ("-5", r"0_);\(0\)", "(5)"),
        ("-5", "#,##0;-#,##0", "-5"),
        ("-5", "0;0", "5"),
        ("-1234", _ACCOUNTING, "$(1,234)"),
        ("1234", _ACCOUNTING, "$1,234"),
        ("0", _ACCOUNTING, "$-"),
        ("-0.1234", "0.0%;(0.0%)", "(12.3%)"),
        ("5", r"#,##0.00\ [$€-407]", "5.00 €"),
        ("5", ";;;", ""),
        ("0", "#,###", ""),
        ("2", "0.##", "2"),
        ("1500000", '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "1.5M"),
        ("-7", '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0', "-7"),
        ("-7", "General;-General", "-7"),
        ("2024", '"FY"0', "FY2024"),
        ("123", "0.00E+00", "123"),
        ("7", "@", "7"),
    ],
)
def test_a_number_shows_as_its_format_says(value: str, number_format: str, shown: str) -> None:
    assert shown_number(Decimal(value), number_format) == shown


def test_red_alone_tells_that_a_number_is_negative() -> None:
    assert shown_number(Decimal(-5), "#,##0;[Red]#,##0") == "-5"


@pytest.mark.parametrize(
    ("day", "number_format", "shown"),
    [
        (date(2024, 9, 28), "mm/dd/yyyy", "September 28, 2024"),
        (date(2024, 9, 28), "mmm-yy", "September 28, 2024"),
        (date(2024, 9, 1), r"[$-409]mmm\-yy;@", "September 2024"),
        (date(2024, 12, 31), "yyyy", "2024"),
        (date(2024, 12, 31), "mmmm d", "December 31,"),
    ],
)
def test_a_day_shows_as_its_format_says(day: date, number_format: str, shown: str) -> None:
    assert shown_day(day, number_format) == shown
