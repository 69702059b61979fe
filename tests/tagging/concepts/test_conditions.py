"""What rules ask of the rest of a release, and what a single count of shares is the count of."""

from __future__ import annotations

import inspect
import re

import pytest

from tests.tagging.test_trades import concepts, of_table
from xbrlgen.reading.statement import Kind, StatementKind
from xbrlgen.tagging.concepts import rules, shown, surroundings
from xbrlgen.tagging.known.tables import rows
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.taxonomy import Taxonomy

RESULTS = """
Net sales ; 900 ; 800
Cost of goods sold ; 500 ; 450
Gross profit ; 400 ; 350
Income tax expense ; 150 ; 125
Net income ; 250 ; 225
"""


def test_no_rule_asks_what_is_never_said() -> None:
    """A condition that nothing sets would hold always, or never."""
    said = inspect.getsource(surroundings) + inspect.getsource(shown)
    with_words = re.compile(r"(from|until|sub|head):.")
    asked = {need.removeprefix("!") for rule in rules.rules() for need in rule.needs}
    assert not [need for need in asked if not with_words.match(need) and f'"{need}"' not in said]


def test_all_rules_name_concepts_that_are_in_the_taxonomy() -> None:
    """A name that no year has is no rule: the row would go on to what is next best."""
    known = Taxonomy.of("us-gaap", 2013).table.lines
    named = {rule.concept for rule in rules.rules()} - {"own:"}
    named |= {name for row in rows("rules-both.tsv") for name in row[3:]}
    assert sorted(named - set(known)) == []


@pytest.mark.parametrize("year", [2010, 2022])
@pytest.mark.parametrize(
    ("label", "is_for_both"),
    [
        ("Net loss per share, basic and diluted", True),
        ("Book value per share, basic and diluted", False),
        ("Restructuring charge per share, basic and diluted", False),
        ("Pro forma net loss per share, basic and diluted", False),
    ],
)
def test_results_per_share_alone_are_two_facts(label: str, is_for_both: bool, year: int) -> None:
    kind = StatementKind.INCOME
    line = Line(
        0, 0, kind, "IS", label, key(label), "", "", Kind.PER_SHARE, is_total=False, instant=False, values=()
    )
    assert bool(rules.both(line, year)) is is_for_both


@pytest.mark.parametrize(
    ("results", "concept"),
    [
        (
            "Basic and diluted earnings per share ; $.25 ; $.23",
            "WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
        ),
        ("Diluted earnings per share ; $.25 ; $.23", "WeightedAverageNumberOfDilutedSharesOutstanding"),
        ("Basic earnings per share ; $.25 ; $.23", "WeightedAverageNumberOfSharesOutstandingBasic"),
        (
            "Basic earnings per share ; $.25 ; $.23\nDiluted earnings per share ; $.24 ; $.22",
            "WeightedAverageNumberOfSharesOutstandingBasic",
        ),
        (
            "Diluted earnings per share ; $.25 ; $.23\nDividends per share ; $.10 ; $.09",
            "WeightedAverageNumberOfDilutedSharesOutstanding",
        ),
    ],
)
def test_the_one_count_of_shares_is_that_of_the_results_per_share(results: str, concept: str) -> None:
    rows = f"{RESULTS}{results}\nAverage shares outstanding ; 1,000 ; 978"
    assert concepts(
        of_table("CONSOLIDATED STATEMENTS OF INCOME", rows, 2014), "Average shares outstanding"
    ) == {concept}


def test_beside_diluted_shares_a_count_is_of_the_shares_there_are() -> None:
    rows = (
        f"{RESULTS}Diluted earnings per share ; $.25 ; $.23\nAverage shares outstanding ; 980 ; 950\n"
        "Diluted average shares outstanding ; 1,000 ; 978"
    )
    assert concepts(
        of_table("CONSOLIDATED STATEMENTS OF INCOME", rows, 2014), "Average shares outstanding"
    ) == {"WeightedAverageNumberOfSharesOutstandingBasic"}


@pytest.mark.parametrize("year", [2010, 2013, 2023])
def test_a_charge_per_share_takes_no_concept_from_the_result(year: int) -> None:
    result = "Net income per share, basic and diluted"
    charge = result.replace("Net income", "Restructuring charge")
    told = f"{RESULTS}{result} ; $1.25 ; $1.10\n{charge} ; $(.05) ; $(.02)"
    found = of_table("CONSOLIDATED STATEMENTS OF OPERATIONS", told, year)
    results = {"EarningsPerShareBasic", "EarningsPerShareDiluted", "EarningsPerShareBasicAndDiluted"}
    assert concepts(found, result) & results == concepts(found, result) != set()
    assert not concepts(found, charge) & results
