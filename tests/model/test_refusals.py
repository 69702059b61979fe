"""What can't be is refused with words that help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from xbrlgen.model import (
    Balance,
    Concept,
    Entity,
    Fact,
    Footnote,
    Link,
    ModelError,
    Period,
    PeriodType,
    QName,
    Report,
    Unit,
)

GAAP = "http://fasb.org/us-gaap/2013-01-31"
USD = Unit.of("USD")
YEAR = Period.duration(date(2013, 1, 1), date(2013, 12, 31))
END = Period.instant(date(2013, 12, 31))


def concept(name: str, kind: str, period_type: PeriodType = PeriodType.DURATION, **more: Any) -> Concept:
    return Concept(QName("us-gaap", name, GAAP), kind, period_type, **more)


REVENUES = concept("Revenues", "monetaryItemType", balance=Balance.CREDIT)
SHARES = concept("WeightedAverageShares", "sharesItemType")
WORKERS = concept("EntityNumberOfEmployees", "nonNegativeIntegerItemType", PeriodType.INSTANT)
NAME = concept("EntityRegistrantName", "normalizedStringItemType")
AMENDED = concept("AmendmentFlag", "booleanItemType")
SALES = Fact("f1", REVENUES, Entity("0001102993"), YEAR, Decimal(44_255_000), USD, decimals=-3)


def said(make: Callable[[], object]) -> str:
    with pytest.raises(ModelError) as caught:
        make()
    assert isinstance(caught.value, ValueError)
    return str(caught.value)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        pytest.param(
            lambda: evolve(SALES, period=END),
            "Fact.period: given 2013-12-31; allowed: a duration for us-gaap:Revenues",
            id="an instant for a duration concept",
        ),
        pytest.param(
            lambda: evolve(SALES, unit=Unit.of("shares")),
            "Fact.unit: given shares; allowed: a currency for us-gaap:Revenues (monetary)",
            id="shares for a monetary concept",
        ),
        pytest.param(
            lambda: evolve(SALES, unit=Unit.of("USD/shares")),
            "Fact.unit: given USD/shares; allowed: a currency for us-gaap:Revenues (monetary)",
            id="money per share for a monetary concept",
        ),
        pytest.param(
            lambda: evolve(SALES, concept=SHARES),
            "Fact.unit: given USD; allowed: shares for us-gaap:WeightedAverageShares",
            id="money for shares",
        ),
        pytest.param(
            lambda: evolve(SALES, unit=None),
            "Fact.value: given 44255000; allowed: a string, as there is no unit",
            id="a number without a unit",
        ),
        pytest.param(
            lambda: evolve(SALES, value=Decimal("NaN")),
            "Fact.value: given NaN; allowed: a finite number",
            id="not a number",
        ),
        pytest.param(
            lambda: evolve(SALES, value=44.0),  # type: ignore[arg-type]  # the very mistake
            "Fact.value: given 44.0 (float); allowed: Decimal or str or None",
            id="a float",
        ),
        pytest.param(
            lambda: evolve(SALES, decimals=True),
            "Fact.decimals: given True; allowed: a whole number, or None for exact",
            id="a truth value for accuracy",
        ),
        pytest.param(
            lambda: Fact("f", WORKERS, Entity("1"), END, Decimal("-3"), Unit.of("pure")),
            "Fact.value: given -3; allowed: a whole number from 0 for us-gaap:EntityNumberOfEmployees",
            id="fewer than no employees",
        ),
        pytest.param(
            lambda: Fact("f", WORKERS, Entity("1"), END, Decimal("1.5"), Unit.of("pure")),
            "Fact.value: given 1.5; allowed: a whole number from 0 for us-gaap:EntityNumberOfEmployees",
            id="half an employee",
        ),
        pytest.param(
            lambda: Fact("f", AMENDED, Entity("1"), YEAR, "yes"),
            "Fact.value: given 'yes'; allowed: what booleanItemType can be",
            id="yes for true",
        ),
        pytest.param(
            lambda: Fact("f", AMENDED, Entity("1"), YEAR, "true", language="en"),
            "Fact.language: given en; allowed: None for booleanItemType",
            id="a language for a truth value",
        ),
        pytest.param(
            lambda: Fact("f", NAME, Entity("1"), YEAR, "Acme\x00"),
            "Fact.value: given '\\x00'; allowed: characters that XML can hold",
            id="a character that XML can't hold",
        ),
        pytest.param(
            lambda: evolve(SALES, concept=evolve(REVENUES, abstract=True)),
            "Fact.concept: given us-gaap:Revenues, abstract; allowed: a concept that isn't abstract",
            id="a fact of an abstract concept",
        ),
        pytest.param(
            lambda: Entity(""),
            "Entity.identifier: given ''; allowed: a word without space, not empty",
            id="an empty identifier",
        ),
        pytest.param(
            lambda: QName("us-gaap", "Net income", GAAP),
            "QName.local: given 'Net income'; allowed: an XML name without a colon",
            id="a space in a name",
        ),
        pytest.param(
            lambda: Unit.of("dollars"),
            "Unit.of: given 'dollars'; allowed: a currency of three letters, shares or pure",
            id="a unit in words",
        ),
        pytest.param(
            lambda: Unit(()),
            "Unit.numerators: given nothing; allowed: at least one measure",
            id="a unit of nothing",
        ),
        pytest.param(
            lambda: Period.instant(datetime(2013, 1, 1, 9, tzinfo=UTC)),
            "Period.end: given datetime.datetime(2013, 1, 1, 9, 0, tzinfo=datetime.timezone.utc); "
            "allowed: a day up to 9998-12-31, or a time without zone, or None",
            id="a time in a zone",
        ),
        pytest.param(
            lambda: Period(date(2013, 1, 1), None),
            "Period.end: given None; allowed: an end, as there is a start",
            id="a start without an end",
        ),
        pytest.param(
            lambda: evolve(SHARES, balance=Balance.DEBIT),
            "Concept.balance: given Balance.DEBIT of sharesItemType; allowed: monetary concepts only",
            id="a balance for shares",
        ),
        pytest.param(
            lambda: Footnote("n", "R&D", "en"),
            "Footnote.content: given 'R&D'; allowed: well-formed XHTML content",
            id="a footnote that is no XHTML",
        ),
        pytest.param(
            lambda: Report([SALES], footnotes=[Footnote("n", "x")]),
            "Report.footnotes: given n; allowed: footnotes that a link leads to",
            id="a footnote to nothing",
        ),
        pytest.param(
            lambda: Report([SALES], links=[Link("f1", "n")]),
            "Link.target: given n; allowed: the id of a fact or footnote",
            id="a link to nothing",
        ),
        pytest.param(
            lambda: Report([SALES], links=[Link("f2", "f1")]),
            "Link.source: given f2; allowed: the id of a fact of the report",
            id="a link from nothing",
        ),
        pytest.param(
            lambda: Report([SALES, SALES]),
            "Report.facts: given f1 twice; allowed: each id once, footnotes included",
            id="an id twice",
        ),
        pytest.param(
            lambda: Report([SALES, evolve(SALES, id="f2", concept=evolve(REVENUES, balance=None))]),
            "Report.facts: given two concepts named us-gaap:Revenues; allowed: one concept by a name",
            id="a concept that is two things",
        ),
    ],
)
def test_a_refusal_names_the_field_what_was_given_and_what_is_allowed(
    make: Callable[[], object], words: str
) -> None:
    assert said(make) == words


def test_a_nil_needs_a_unit_but_has_no_accuracy() -> None:
    assert evolve(SALES, value=None, decimals=None).is_nil
    assert said(lambda: evolve(SALES, value=None)).startswith("Fact.decimals")
    assert said(lambda: evolve(SALES, value=None, decimals=None, unit=None)).startswith("Fact.unit")


def test_a_type_that_nobody_told_about_takes_numbers_with_a_unit_and_words_without() -> None:
    strange = concept("Strange", "houseItemType")
    assert evolve(SALES, concept=strange).is_numeric
    assert not Fact("f", strange, Entity("1"), YEAR, "words").is_numeric


def test_the_base_of_a_type_may_be_told() -> None:
    strange = concept("Strange", "houseItemType", base="monetaryItemType")
    assert said(lambda: evolve(SALES, concept=strange, unit=Unit.of("pure"))).startswith("Fact.unit")
