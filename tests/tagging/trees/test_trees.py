"""The trees that statements make."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from attrs import evolve

from tests.proving.building import NINE, NINE_BEFORE, statement
from tests.tagging.making import filed
from xbrlgen.filing import Filing, Node
from xbrlgen.reading.statement import StatementKind
from xbrlgen.tagging.trees.printed import without_moment
from xbrlgen.writing.taxonomy.soundness import sound
from xbrlgen.writing.taxonomy.trees import walk

LONG = (
    "Operating activities and all that a heading may say at length "
    "of cash that came in and of cash that went out and of cash that stayed where it was before"
)


def flows(*rows: tuple[str, ...]) -> Filing:
    return filed(statement(StatementKind.CASH_FLOW, [NINE, NINE_BEFORE], rows))


def lines(filing: Filing) -> Iterator[tuple[str, list[str]]]:
    """Each heading of the first tree with what stands right below it."""
    labels = {concept.name: concept.label for concept in filing.extensions}

    def walk(node: Node) -> Iterator[tuple[str, list[str]]]:
        if node.children:
            yield labels[node.concept], [child.concept.local for child in node.children]
        for child in node.children:
            yield from walk(child)

    for root in filing.roles[0].tree:
        yield from walk(root)


def test_headings_of_one_long_beginning_are_not_one_heading() -> None:
    filing = flows(
        (f"{LONG}:",),
        ("Net income", "500", "410"),
        ("  Changes in operating assets and liabilities:",),
        ("Accounts receivable", "(20)", "15"),
    )
    _, findings = sound(filing)
    assert findings == ()
    assert {LONG, "Changes in operating assets and liabilities"} <= {
        concept.label.removesuffix(":") for concept in filing.extensions if concept.abstract
    }


def test_lines_under_a_heading_that_comes_back_stay_under_it() -> None:
    filing = flows(
        ("Operating activities:",),
        ("Net income", "500", "410"),
        ("Investing activities:",),
        ("Purchases of property and equipment", "(90)", "(80)"),
        ("Operating activities:",),
        ("Depreciation and amortization", "120", "115"),
    )
    below = {heading.rstrip(":"): names for heading, names in lines(filing)}
    assert len(below["Operating activities"]) == 2
    assert len(below["Investing activities"]) == 1


def test_what_a_period_begins_with_is_what_it_ends_with() -> None:
    filing = flows(
        ("Net increase in cash and cash equivalents", "70", "30"),
        ("Cash and cash equivalents, at beginning of period", "130", "100"),
        ("Cash and cash equivalents, at end of period", "200", "130"),
    )
    shown = {node.preferred_label.rsplit("/", 1)[-1]: node.concept for node in walk(filing.roles[0].tree)}
    assert shown["periodStartLabel"] == shown["periodEndLabel"]
    assert {role.rsplit("/", 1)[-1]: text for role, text in filing.labels[shown["periodEndLabel"]]} == {
        "label": "Cash and cash equivalents",
        "periodStartLabel": "Cash and cash equivalents, at beginning of period",
        "periodEndLabel": "Cash and cash equivalents, at end of period",
    }


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Cash at end of year", "Cash"),
        ("Cash - beginning of the three months", "Cash"),
        ("Balances (end of period)", "Balances"),
        ("Cash and restricted cash, ending balances", "Cash and restricted cash"),
        ("Ending balance", "balance"),
        ("End of life provision", "End of life provision"),
        ("Friendship", "Friendship"),
        ("Weekend", "Weekend"),
    ],
)
def test_a_label_without_its_moment(label: str, shown: str) -> None:
    assert without_moment(label) == shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Balance Sheets (in millions, except share data) (Unaudited)", "Balance Sheets (Unaudited)"),
        ("Balance Sheets(Unaudited)(Dollars in Thousands)", "Balance Sheets (Unaudited)"),
        ("(B) Compensation was as follows:", "Compensation was as follows"),
        ("(2) Amounts (000s) include", "Amounts include"),
        ("Income (loss) of a million homes", "Income (loss) of a million homes"),
        ("(in thousands)", "Balance sheet"),
    ],
)
def test_a_role_is_named_by_its_title_alone(title: str, shown: str) -> None:
    rows = [("Cash and cash equivalents", "200", "130"), ("Total assets", "500", "410")]
    filing = filed(evolve(statement(StatementKind.BALANCE, [NINE, NINE_BEFORE], rows), title=title))
    assert filing.roles[0].definition.split(" - ", 2)[2] == shown


def test_rows_of_members_are_shown_by_the_line_of_their_whole() -> None:
    rows = [
        ("Revenues:",),
        ("  Products", "300", "250"),
        ("  Services", "200", "160"),
        ("Total revenues", "500", "410"),
        ("Net income", "50", "41"),
    ]
    filing = filed(statement(StatementKind.INCOME, [NINE, NINE_BEFORE], rows))
    shown = [node for node in walk(filing.roles[0].tree) if node.concept.local.startswith("Revenue")]
    assert {
        len(fact.dimensions) for fact in filing.report.facts if fact.concept.name == shown[0].concept
    } == {0, 1}
    assert [node.preferred_label.rsplit("/", 1)[-1] for node in shown] == ["totalLabel"]


@pytest.mark.parametrize("letters", range(148, 168))
def test_a_title_of_any_length_ends_with_a_word(letters: int) -> None:
    long = ("costs, of the " * 20)[:letters]
    titled = evolve(statement(StatementKind.OTHER, [NINE], [("Sales", "500")]), title=f"{long}")
    definition = filed(titled).roles[0].definition
    assert re.fullmatch(r"\d{4} - Disclosure - \w.*\w", definition)
