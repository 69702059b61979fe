from __future__ import annotations

from datetime import date

import pytest

from xbrlgen.model import Balance, PeriodType
from xbrlgen.taxonomy import Taxonomy, UnknownConceptError, UnknownFamilyError, UnknownYearError


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
