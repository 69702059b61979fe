"""Figures in sentences: said again, standard, the filer's own, or left out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from tests.proving.building import Q3, Q3_BEFORE, mention, statement
from tests.tagging.making import filed, name_at, value_at
from xbrlgen.places import Place
from xbrlgen.reading.statement import Basis, Kind, Mention, Role, StatementKind

INCOME_ROWS = [("Revenue", "45,192", "39,670"), ("Net (loss) income", "(730)", "1,600")]
INCOME = statement(StatementKind.INCOME, [Q3, Q3_BEFORE], INCOME_ROWS)


def at(one: Mention, start: int) -> Mention:
    place = Place(0, 9_000_000 + start, 9_000_000 + start + 5, 900, start + 1)
    return evolve(one, figure=evolve(one.figure, place=place))


def test_a_rounded_figure_is_the_tables_fact_said_again_with_its_sign() -> None:
    made = filed(INCOME, mentions=(mention("$0.7", "Net loss", Q3),))
    assert name_at(made, "$0.7") == "NetIncomeLoss"
    assert value_at(made, "$0.7") == Decimal(-700_000)


def test_of_two_amounts_beside_each_other_the_very_one_is_said_again() -> None:
    """A hundredth apart, both are near enough to be the other one rounded."""
    rows = [*INCOME_ROWS, ("eps|Basic", "1.37", "1.21"), ("eps|Diluted", "1.36", "1.20")]
    income = statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows)
    said = mention("$1.36", "EPS", Q3, scale=0, kind=Kind.PER_SHARE, unit="USD/shares")
    assert name_at(filed(income, mentions=(said,)), "$1.36") == "EarningsPerShareDiluted"


def test_a_measure_no_standard_has_is_the_filers_own() -> None:
    made = filed(INCOME, mentions=(mention("$10.2", "Bookings", Q3),))
    assert name_at(made, "$10.2") == "own:Bookings"


def test_sentences_that_contradict_each_other_are_not_believed() -> None:
    told = (at(mention("$10.2", "Bookings", Q3), 0), at(mention("$11.9", "Bookings", Q3), 50))
    made = filed(INCOME, mentions=told)
    assert name_at(made, "$10.2") == name_at(made, "$11.9") == ""
    assert {verdict.kind for verdict in made.verdicts if verdict.print in ("$10.2", "$11.9")} == {"ambiguous"}


def test_a_subject_whose_line_says_something_else_makes_no_fact() -> None:
    assert name_at(filed(INCOME, mentions=(mention("$3.8", "Revenue", Q3),)), "$3.8") == ""


def test_money_that_lost_its_scale_makes_no_fact() -> None:
    assert name_at(filed(INCOME, mentions=(mention("$8.25", "Backlog", Q3, scale=0),)), "$8.25") == ""


def test_a_growth_rate_falls_where_the_words_say_so() -> None:
    rate = mention(
        "14%", "Bookings", Q3, kind=Kind.PERCENT, unit="pure", role=Role.GROWTH, direction=-1, scale=-2
    )
    made = filed(INCOME, mentions=(rate,))
    assert name_at(made, "14%") == "own:BookingsGrowthRate"
    assert value_at(made, "14%") == Decimal("-0.14")


def test_what_was_expected_of_the_past_makes_no_fact() -> None:
    told = mention("$50.0", "Revenue", Q3_BEFORE, basis=Basis.FORECAST)
    assert name_at(filed(INCOME, mentions=(told,)), "$50.0") == ""


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("GAAP operating expenses", "OperatingExpenses"),
        (
            "Consolidated cash flow provided by operating activities",
            "NetCashProvidedByUsedInOperatingActivities",
        ),
        ("used in operations", "NetCashProvidedByUsedInOperatingActivities"),
        ("Cash paid for capital expenditures", "PaymentsToAcquirePropertyPlantAndEquipment"),
    ],
)
def test_what_sentences_call_lines_of_the_statements(subject: str, name: str) -> None:
    assert name_at(filed(INCOME, mentions=(mention("$8.2", subject, Q3),)), "$8.2") == name


def test_cash_used_is_less_than_nothing() -> None:
    made = filed(INCOME, mentions=(mention("$8.2", "used in operations", Q3),))
    assert value_at(made, "$8.2") == Decimal(-8_200_000)


def test_net_income_is_no_net_interest_income() -> None:
    rows = [
        ("Revenue", "45,192", "39,670"),
        ("Interest income (expense), net", "4,511", "3,902"),
        ("Net income", "9,014", "8,110"),
    ]
    income = statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows)
    assert name_at(filed(income, mentions=(mention("$4.5", "Net income", Q3),)), "$4.5") == ""
