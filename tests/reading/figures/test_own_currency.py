"""In which currency a document's amounts are, one example a trap."""

from __future__ import annotations

import pytest

from tests.reading.small_pages import read_page
from xbrlgen import read
from xbrlgen.reading.understand import Understood

TITLE = "Consolidated Statements of Operations"
ROWS = "Revenues|1,210|1,130\nCost of revenues|810|770\nNet income|120|110"
TIME = "|Three Months Ended June 30, 2023|Three Months Ended June 30, 2022"


def units(page: Understood) -> list[set[str]]:
    return [{entry.unit for entry in statement.entries} for statement in page.statements]


def test_a_table_without_a_currency_is_in_that_of_the_statements() -> None:
    page = read_page(
        TITLE,
        "(thousands of Canadian dollars)",
        f"{TIME}\n{ROWS}",
        "Highlights",
        "($ thousands)",
        "|Q2 2023|Q2 2022\nCapital expenditures|1,410|1,380",
    )
    assert units(page) == [{"CAD"}, {"CAD"}]


@pytest.mark.parametrize("line", ["(in thousands of U.S. dollars)", "(US$ thousands)"])
def test_us_dollars_that_are_named_stay(line: str) -> None:
    page = read_page(
        TITLE,
        "(thousands of Canadian dollars)",
        f"{TIME}\n{ROWS}",
        "Debt",
        line,
        "|Q2 2023|Q2 2022\nSenior notes|1,410|1,380",
    )
    assert units(page) == [{"CAD"}, {"USD"}]


def test_a_dollar_sign_among_euros_is_of_us_dollars() -> None:
    page = read_page(
        TITLE,
        "(thousands of euros)",
        f"{TIME}\n{ROWS}",
        "Notes",
        "(in thousands)",
        "|Q2 2023|Q2 2022\nDollar notes|$1,410|$1,380",
    )
    assert units(page) == [{"EUR"}, {"USD"}]


def test_a_sentence_tells_of_all_dollars_in_tables_and_sentences() -> None:
    rows = "".join(
        f"<tr><td>{label}</td><td>{one}</td><td>{two}</td></tr>"
        for label, one, two in (
            ("", "Three Months Ended June 30, 2023", "Three Months Ended June 30, 2022"),
            ("Revenues", "$1,210", "$1,130"),
            ("Net income", "120", "110"),
        )
    )
    page = (
        "<html><body><p>All amounts are in Canadian dollars unless otherwise noted.</p>"
        "<p>Revenue for the second quarter of 2023 was $1.2 million.</p>"
        f"<p>{TITLE}</p><p>(in thousands)</p><table>{rows}</table></body></html>"
    )
    document = read(page)
    assert {entry.unit for statement in document.statements for entry in statement.entries} == {"CAD"}
    assert {each.unit for each in document.mentions if each.figure.mark == "$"} == {"CAD"}


def test_prices_per_unit_are_doubtful() -> None:
    page = read_page(
        "Netbacks for the three months ended June 30, 2023",
        "|($000s)|($/boe)\nGas revenue|41,210|21.44\nTransportation costs|2,010|1.05",
    )
    assert ["per unit" in column.doubt for column in page.statements[0].columns] == [False, True]
