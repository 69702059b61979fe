from __future__ import annotations

import pytest

from xbrlgen.taxonomy import Taxonomy, label_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("cost of revenues", "CostOfRevenue"),
        ("gross profit", "GrossProfit"),
        ("net income", "NetIncomeLoss"),
        ("operating income", "OperatingIncomeLoss"),
        ("cash and cash equivalents", "CashAndCashEquivalentsAtCarryingValue"),
        ("net cash provided by operating activities", "NetCashProvidedByUsedInOperatingActivities"),
        ("total current assets", "AssetsCurrent"),
        ("Income tax expense (benefit)", "IncomeTaxExpenseBenefit"),
        ("earnings per share, diluted", "EarningsPerShareDiluted"),
        ("AccountsPayableCurrent", "AccountsPayableCurrent"),
    ],
)
def test_words_find_the_concept_they_name(words: str, name: str) -> None:
    assert Taxonomy.of("us-gaap", 2013).search(words, 1)[0].name == name


def test_the_name_itself_scores_one() -> None:
    assert Taxonomy.of("us-gaap", 2024).search("GrossProfit", 1)[0].score == 1


def test_hits_are_ranked_and_limited() -> None:
    hits = Taxonomy.of("us-gaap", 2024).search("interest expense", 7)
    assert len(hits) == 7
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_abstract_concepts_are_found_only_when_asked_for() -> None:
    taxonomy = Taxonomy.of("us-gaap", 2024)
    assert "StatementTable" not in [hit.name for hit in taxonomy.search("statement table")]
    assert "StatementTable" in [hit.name for hit in taxonomy.search("statement table", abstract=True)]


def test_words_that_no_name_has_find_nothing() -> None:
    assert Taxonomy.of("us-gaap", 2024).search("xyzzy") == ()
    assert Taxonomy.of("us-gaap", 2024).search("") == ()


def test_labels_are_made_from_names() -> None:
    assert label_of("CashAndCashEquivalentsAtCarryingValue") == "Cash and Cash Equivalents at Carrying Value"
    assert label_of("LegalEntityAxis") == "Legal Entity [Axis]"


def test_deprecated_concepts_are_not_offered() -> None:
    assert "SalesRevenueNet" in [hit.name for hit in Taxonomy.of("us-gaap", 2017).search("sales revenue net")]
    assert "SalesRevenueNet" not in [
        hit.name for hit in Taxonomy.of("us-gaap", 2019).search("sales revenue net")
    ]
