"""What a table is put together from: units said in sentences, lines of a balance sheet below an income."""

from __future__ import annotations

from tests.reading.small_pages import printed, read_one, read_page
from xbrlgen.reading.statement import StatementKind

HEADS = "|Year Ended December 31,>2\n|2003|2002"
INCOME = """Revenues|$20,583|$20,500
Cost of revenues|19,064|17,199
General and administrative|1,105|1,068
Income before income taxes|414|2,233
Provision for income taxes|186|479
Net income|$228|$1,754
Basic earnings per share|$0.48|$3.66
Diluted earnings per share|$0.47|$3.60"""


def test_a_sentence_above_the_title_says_the_unit() -> None:
    said = (
        "The quarterly data presented below reflect all adjustments that are necessary to present fairly the"
        " results of the periods (annual amounts may not sum due to rounding. In thousands, except per share"
        " amounts)."
    )
    statement = read_one(said, "Results of operations", f"{HEADS}\n{INCOME}")
    assert printed(statement, "Revenues").value == 20_583_000
    assert not any(entry.doubt for entry in statement.entries)


def test_lines_of_a_balance_sheet_below_an_income_are_apart() -> None:
    below = "Financial position|\nTotal assets|18,280|18,880\nLong-term debt|3,488|4,148\nEquity|5,714|7,022"
    title = "Consolidated Statements of Income (in millions)"
    income, position = read_page(title, f"{HEADS}\n{INCOME}\n{below}").statements
    assert income.kind is StatementKind.INCOME
    assert position.kind is StatementKind.METRICS
    assert printed(position, "Total assets").value == 18_280_000_000


def test_lines_of_a_balance_sheet_below_a_note_to_an_income_are_apart() -> None:
    note = "Free Cash Flow\nNet income|$228|$1,754\nLess: Expenditures|(150)|(147)\nFree cash flow|$78|$1,607"
    below = (
        "Balance Sheet Data\nWorking capital|$168|$293\nTotal assets|880|890\nLong-term debt (net)|348|418"
    )
    title = "Consolidated Statements of Income (in millions)"
    income, _, position = read_page(title, f"{HEADS}\n{INCOME}\n{note}\n{below}").statements
    assert income.kind is StatementKind.INCOME
    assert position.title == "Balance Sheet Data"
    assert {row.section for row in position.rows if not row.is_heading} == {("Balance Sheet Data",)}
