from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from xbrlgen.model import Balance, PeriodType
from xbrlgen.taxonomy import Evidence, Taxonomy, UnknownConceptError, UnknownFamilyError, UnknownYearError
from xbrlgen.taxonomy.asking.memory import forget


def test_a_concept_is_found_by_its_local_name() -> None:
    revenues = Taxonomy.of("us-gaap", 2013).require("Revenues")
    assert (revenues.type, revenues.balance, revenues.period_type) == (
        "monetaryItemType",
        Balance.CREDIT,
        PeriodType.DURATION,
    )
    assert revenues.name.namespace == "http://fasb.org/us-gaap/2013-01-31"


def test_a_date_takes_the_edition_of_its_year() -> None:
    assert Taxonomy.of("us-gaap", date(2024, 6, 30)).schema_location == (
        "https://xbrl.fasb.org/us-gaap/2024/elts/us-gaap-2024.xsd"
    )


@pytest.mark.parametrize(
    ("asked", "taken", "word"),
    [
        (2031, 2025, "newest"),
        (1999, 2009, "oldest"),
        (2010, 2009, "no edition"),
        (2018, 2018, "2017 and 2019"),
    ],
)
def test_what_was_taken_instead_is_said(asked: int, taken: int, word: str) -> None:
    taxonomy = Taxonomy.of("us-gaap", asked)
    assert taxonomy.year == taken
    assert word in taxonomy.note


def test_a_covered_year_has_nothing_to_say() -> None:
    assert Taxonomy.of("us-gaap", 2013).note == ""


def test_unknown_things_are_named_with_what_is_near() -> None:
    with pytest.raises(UnknownConceptError, match=r"'Revenus'; nearest: Revenues"):
        Taxonomy.of("us-gaap", 2013).require("Revenus")
    with pytest.raises(UnknownFamilyError, match="'ifrs'; there are country"):
        Taxonomy.of("ifrs", 2013)
    with pytest.raises(UnknownYearError, match="13"):
        Taxonomy.of("us-gaap", 13)


def test_what_became_of_a_concept() -> None:
    taxonomy = Taxonomy.of("us-gaap", 2013)
    fate = taxonomy.became("SalesRevenueNet")
    assert (fate.years[0], fate.years[-1], fate.deprecated) == (2009, 2020, (2019, 2020))
    assert str(taxonomy.became("CapitalizedSoftwareDevelopmentCostsForSoftwareSoldToCustomers")) == (
        "CapitalizedSoftwareDevelopmentCostsForSoftwareSoldToCustomers stands in 2009 to 2025; is deprecated "
        "from 2024; gave way to CapitalizedComputerSoftwareNet"
    )
    with pytest.raises(UnknownConceptError, match="no year of us-gaap has a concept 'SalesRevenueNett'"):
        taxonomy.became("SalesRevenueNett")


def test_a_deprecated_concept_is_there_but_says_so() -> None:
    assert not Taxonomy.of("us-gaap", 2017).is_deprecated("SalesRevenueNet")
    assert Taxonomy.of("us-gaap", 2019).is_deprecated("SalesRevenueNet")
    assert Taxonomy.of("us-gaap", 2022).concept("SalesRevenueNet") is None


def test_a_concept_says_what_it_rests_on() -> None:
    assert Taxonomy.of("us-gaap", 2024).evidence("Revenues") is Evidence.DECLARED
    assert (
        Taxonomy.of("us-gaap", 2013).evidence("CashAndCashEquivalentsPeriodIncreaseDecrease")
        is Evidence.INFERRED
    )
    assert Taxonomy.of("us-gaap", 2018).evidence("Revenues") is Evidence.NEIGHBOURS
    assert Taxonomy.of("us-gaap", 2013).evidence("NoSuchThing") is None


def test_a_year_between_has_what_both_its_neighbours_have() -> None:
    between = Taxonomy.of("us-gaap", 2018)
    after = set(Taxonomy.of("us-gaap", 2019).names()) - set(Taxonomy.of("us-gaap", 2017).names())
    only_after = min(after)
    assert between.concept(only_after) is None
    assert between.possible(only_after) is not None
    assert between.evidence(only_after) is Evidence.ONE_NEIGHBOUR


def test_attributes_are_those_of_the_nearest_declaration() -> None:
    name = "PropertyPlantAndEquipmentUsefulLife"  # a duration concept until the edition of 2022
    periods = {
        year: Taxonomy.of("us-gaap", year).require(name).period_type for year in (2013, 2020, 2022, 2024)
    }
    assert periods == {
        2013: PeriodType.DURATION,
        2020: PeriodType.DURATION,
        2022: PeriodType.DURATION,
        2024: PeriodType.INSTANT,
    }


def test_loading_a_year_takes_less_than_50_ms_of_work() -> None:
    def load() -> float:
        forget()
        start = process_time()
        Taxonomy.of("us-gaap", 2013).require("Revenues")
        return process_time() - start

    assert min(load() for _ in range(5)) < 0.05


def test_siblings_go_with_the_year() -> None:
    taxonomy = Taxonomy.of("us-gaap", 2016)
    assert taxonomy.sibling("dei").namespace == "http://xbrl.sec.gov/dei/2014-01-31"
    assert str(taxonomy.qname("dei:EntityRegistrantName")) == "dei:EntityRegistrantName"
    assert taxonomy.qname("dei:EntityRegistrantName").namespace == "http://xbrl.sec.gov/dei/2014-01-31"
