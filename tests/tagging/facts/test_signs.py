"""The sign of a fact under its label, its sum and its ties."""

from __future__ import annotations

import pytest

from tests.proving.building import NINE, NINE_BEFORE, Q3, Q3_BEFORE, statement
from tests.tagging.making import filed, name_at, value_at
from xbrlgen.reading.statement import StatementKind

INCOME, CASH, RECONCILIATION = StatementKind.INCOME, StatementKind.CASH_FLOW, StatementKind.RECONCILIATION


@pytest.mark.parametrize(
    ("label", "printed", "value"),
    [
        ("Provision for income taxes", "362", 362_000),
        ("Benefit from (provision for) income taxes", "362", -362_000),
        ("Benefit from (provision for) income taxes", "(362)", 362_000),
        ("(Benefit from) provision for income taxes", "(362)", -362_000),
        ("Income tax (expense) benefit", "(362)", 362_000),
        ("Net loss", "730", -730_000),
        ("Net loss", "(730)", -730_000),
        ("Net (loss) income", "(730)", -730_000),
        ("Other (income) expense, net", "(209)", 209_000),
        ("Other expense, net", "209", -209_000),
        ("Other income, net", "209", 209_000),
        ("Interest expense", "(34)", 34_000),
        ("Interest expense", "34", 34_000),
        ("Operating loss", "1,301", -1_301_000),
    ],
)
def test_a_label_says_what_a_positive_print_means(label: str, printed: str, value: int) -> None:
    made = filed(statement(INCOME, [Q3], [("Revenue", "45,192"), (label, printed)]))
    assert value_at(made, printed) == value


@pytest.mark.parametrize(
    ("label", "printed", "name", "value"),
    [
        (
            "Purchases of property and equipment",
            "(2,000)",
            "PaymentsToAcquirePropertyPlantAndEquipment",
            2_000_000,
        ),
        ("Accounts receivable", "(2,265)", "IncreaseDecreaseInAccountsReceivable", 2_265_000),
        ("Accounts payable", "(526)", "IncreaseDecreaseInAccountsPayable", -526_000),
        ("Depreciation", "2,002", "Depreciation", 2_002_000),
    ],
)
def test_cash_flows_are_told_by_what_they_do_to_cash(label: str, printed: str, name: str, value: int) -> None:
    section = "Investing activities:" if label.startswith("Purchases") else "Operating activities:"
    made = filed(statement(CASH, [NINE], [(section,), (label, printed)]))
    assert name_at(made, printed) == name
    assert value_at(made, printed) == value


def test_a_reconciliation_that_takes_income_off_shows_the_same_fact() -> None:
    income = statement(
        INCOME,
        [Q3, Q3_BEFORE, NINE, NINE_BEFORE],
        [
            ("Other income", "209", "41", "264", "155"),
            ("Net (loss) income", "(730)", "1,600", "(2,791)", "4,863"),
        ],
    )
    rows = [
        ("Net (loss) income", "(730)", "1,600", "(2,791)", "4,863"),
        ("Other (income)", "(209)", "(41)", "(264)", "(155)"),
        ("Adjusted EBITDA", "(939)", "1,559", "(3,055)", "4,708"),
    ]
    made = filed(income, statement(RECONCILIATION, [Q3, Q3_BEFORE, NINE, NINE_BEFORE], rows, index=1))
    assert value_at(made, "(209)") == 209_000
    assert name_at(made, "(209)") == name_at(made, "209")


def test_expenses_printed_negative_are_positive_facts_and_their_sum_is_legal() -> None:
    made = filed(
        statement(
            INCOME,
            [Q3, Q3_BEFORE],
            [
                ("Revenue", "45,192", "39,670"),
                ("Cost of revenue", "(10,597)", "(9,036)"),
                ("Gross profit", "34,595", "30,634"),
            ],
        )
    )
    assert value_at(made, "(10,597)") == 10_597_000
    sums = [total for role in made.roles for total in role.sums]
    weights = {arc.child.local: arc.weight for total in sums for arc in total.arcs}
    assert weights.get("CostOfRevenue", -1) == -1


@pytest.mark.parametrize(
    ("label", "printed", "value"),
    [
        ("Less: net income attributable to noncontrolling interests", "20", 20_000),
        ("Less: net loss attributable to noncontrolling interests", "20", -20_000),
        ("Net (income) loss attributable to noncontrolling interests", "(20)", 20_000),
    ],
)
def test_the_share_of_others_is_income_though_it_is_taken_off(label: str, printed: str, value: int) -> None:
    made = filed(statement(INCOME, [Q3], [("Net income", "1,364"), (label, printed)]))
    assert name_at(made, printed) == "NetIncomeLossAttributableToNoncontrollingInterest"
    assert value_at(made, printed) == value


def test_a_loss_in_brackets_is_not_turned_by_the_share_of_others_in_it() -> None:
    rows = [
        ("Revenue", "45,192"),
        ("Loss before income taxes and minority interest", "(9,325)"),
        ("Income taxes", "1,572"),
        ("Loss before minority interest", "(7,753)"),
        ("Minority interest", "94"),
        ("Loss from continuing operations", "(7,659)"),
    ]
    made = filed(statement(INCOME, [Q3], rows), year=2009)
    assert value_at(made, "(7,659)") == -7_659_000
    assert value_at(made, "94") == -94_000
    assert value_at(made, "1,572") == -1_572_000
