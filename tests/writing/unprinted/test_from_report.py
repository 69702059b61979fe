"""Filings from facts that a program has."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.writing.judging import Judge, standin_of
from tests.writing.making import END, ENTITY, OWN, QUARTER, USD, gaap, money, own
from tests.writing.reading_back import parsed, problems
from xbrlgen.model import Concept, Fact, Member, Period, PeriodType, QName, Report, Unit
from xbrlgen.taxonomy import Taxonomy
from xbrlgen.writing import WriteError, filing_from_report, report_from_csv, write
from xbrlgen.writing.files import filing_files, inline_page
from xbrlgen.writing.tables.records import facts_csv

BEFORE = Period.duration(date(2023, 7, 1), date(2023, 9, 30))
START = Period.instant(date(2024, 6, 30))


def statement_facts() -> list[Fact]:
    """Two quarters of an income statement, cash at both ends, a name, an own measure."""
    cash = gaap("CashAndCashEquivalentsAtCarryingValue")
    facts = [
        money(f"{name}-{number}", gaap(name), str(value * number), -3, period)
        for number, period in ((1, QUARTER), (2, BEFORE))
        for name, value in (("Revenues", 1301000), ("CostOfRevenue", 209000), ("GrossProfit", 1092000))
    ]
    facts += [
        money("loss", gaap("OperatingIncomeLoss"), "-500000"),
        Fact(
            "eps",
            gaap("EarningsPerShareBasic"),
            ENTITY,
            QUARTER,
            Decimal("-0.01"),
            Unit.of("USD/shares"),
            decimals=2,
        ),
        money("cash-1", cash, "5000000", -3, END),
        money("cash-0", cash, "4000000", -3, START),
        money("assets", gaap("Assets"), "9000000", -3, END),
        money("ebitda", own("AdjustedEBITDA", label="Adjusted EBITDA"), "1234567"),
        Fact("name", gaap("dei:EntityRegistrantName"), ENTITY, QUARTER, "Ex <Corp> & Co"),
        Fact("nil", gaap("InterestExpense"), ENTITY, QUARTER, None, USD),
    ]
    return facts


@pytest.mark.parametrize("calcs", ["c11r", "c10d"])
def test_arelle_reads_every_fact(arelle: Judge, tmp_path: Path, calcs: str) -> None:
    facts = statement_facts()
    filing = filing_from_report(Report(tuple(facts)))
    written = write(filing, tmp_path / "out")
    assert written.findings == ()
    verdict = arelle(written.paths[0], [standin_of(filing, tmp_path)], calcs)
    assert verdict.messages == ()
    assert {fact[5]: fact[3] for fact in verdict.facts} == {fact.id: fact.value for fact in facts}


def test_every_fact_is_printed_on_a_valid_page() -> None:
    filing = filing_from_report(Report(tuple(statement_facts())))
    page, findings = inline_page(filing)
    assert findings == ()
    assert problems(page) == []
    assert b"<ix:hidden>" not in page


def test_statements_come_from_the_taxonomy_with_the_sums_that_hold() -> None:
    filing = filing_from_report(Report(tuple(statement_facts())))
    definitions = [role.definition for role in filing.roles]
    assert definitions == [
        "0001 - Statement - Statement of Income",
        "0002 - Statement - Statement of Financial Position Classified",
        "0003 - Disclosure - Other Facts (Details)",
    ]
    sums = {
        str(claim.total): [str(arc.child) for arc in claim.arcs]
        for role in filing.roles
        for claim in role.sums
    }
    assert sums["us-gaap:GrossProfit"] == ["us-gaap:Revenues", "us-gaap:CostOfRevenue"]
    assert "us-gaap:OperatingIncomeLoss" not in sums
    assert "us-gaap:Assets" not in sums


def test_a_table_shows_whole_thousands_and_says_so() -> None:
    filing = filing_from_report(Report(tuple(statement_facts()[:6])))
    page, _ = inline_page(filing)
    text = "".join(parsed(page).itertext())
    assert "USD in thousands" in text
    assert "1,301" in text
    assert "1,301,000" not in text


def test_dimensions_make_columns(arelle: Judge, tmp_path: Path) -> None:
    axis, member = gaap("StatementBusinessSegmentsAxis"), QName("ex", "NorthMember", OWN)
    north = Concept(member, "domainItemType", PeriodType.DURATION, abstract=True, label="North [Member]")
    facts = [
        money("all", gaap("Revenues"), "1301000"),
        Fact(
            "north", gaap("Revenues"), ENTITY, QUARTER, Decimal(301000), USD, (Member(axis.name, member),), -3
        ),
    ]
    filing = filing_from_report(Report(tuple(facts)), extensions=[north])
    written = write(filing, tmp_path / "out")
    verdict = arelle(written.paths[0], [standin_of(filing, tmp_path)])
    assert verdict.messages == ()
    assert {fact[5]: fact[3] for fact in verdict.facts} == {"all": Decimal(1301000), "north": Decimal(301000)}
    assert ">Jul 1 to Sep 30, 2024, North<" in written.paths[0].read_text()


def test_xbrl_json_makes_a_filing() -> None:
    report = Report(tuple(statement_facts()))
    again = Report.from_json(report.to_json())
    assert inline_page(filing_from_report(again)) == inline_page(filing_from_report(report))


def test_a_csv_of_facts_makes_a_filing_and_comes_back() -> None:
    facts = [fact for fact in statement_facts() if fact.id != "ebitda"]
    filing = filing_from_report(Report(tuple(facts)))

    def lookup(name: str) -> Concept | None:
        family, _, local = name.partition(":")
        return Taxonomy.of(family, 2024).concept(local)

    again = report_from_csv(facts_csv(filing).decode(), lookup)
    assert again.facts == filing.report.facts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("concept,value\n", "no end"),
        ("concept,value,end\nus-gaap:Nothing,1,2024-09-30\n", "line 2.*no concept 'us-gaap:Nothing'"),
        ("concept,value,end\nus-gaap:Assets,1x,2024-09-30\n", "line 2"),
        ("concept,value,end,unit\nus-gaap:Assets,1,2024-13-30,USD\n", "line 2"),
    ],
)
def test_a_bad_table_is_told_by_its_line(text: str, told: str) -> None:
    def lookup(name: str) -> Concept | None:
        return Taxonomy.of("us-gaap", 2024).concept(name.partition(":")[2])

    with pytest.raises(WriteError, match=told):
        report_from_csv(text, lookup, entity=ENTITY)


def test_what_makes_no_filing_is_refused() -> None:
    with pytest.raises(WriteError, match="without facts"):
        filing_from_report(Report(()))
    other = Concept(QName("o", "Thing", "http://other.example/1"), "monetaryItemType", PeriodType.DURATION)
    facts = (money("f1", own("Thing"), "1"), money("f2", other, "1"))
    with pytest.raises(WriteError, match="2 namespaces"):
        filing_from_report(Report(facts))


@pytest.mark.parametrize(
    "digits", ["123456789012345678901234567890.123456", "-987654321098765432109876543210"]
)
def test_a_number_longer_than_any_keeps_its_digits(digits: str) -> None:
    fact = money("f1", own("Thing"), digits, decimals=6)
    page, findings = inline_page(filing_from_report(Report((fact, money("f2", gaap("Revenues"), "1")))))
    assert findings == ()
    shown = next(element for element in parsed(page).iter("{*}nonFraction") if element.get("id") == "f1")
    assert Decimal(f"{shown.get('sign', '')}{shown.text.replace(',', '')}") == Decimal(digits)


@pytest.mark.parametrize(
    "markup", ["<p>One &amp; <b>two</b></p><table><tr><td>1</td></tr></table>", "One <i>two</i> three", "One"]
)
def test_a_text_block_says_what_it_said(markup: str) -> None:
    fact = Fact("t1", own("NoteTextBlock", "textBlockItemType"), ENTITY, QUARTER, markup)
    filing = filing_from_report(Report((fact, money("f1", gaap("Revenues"), "1"))))
    files, _ = filing_files(filing, None)
    again = Report.from_json(files["facts.json"])
    assert [each.value for each in again.facts if each.id == "t1"] == [markup]


def test_the_page_is_headed_by_the_name_of_the_company() -> None:
    name = Fact("n1", gaap("dei:EntityRegistrantName"), ENTITY, QUARTER, "Example & Sons, Inc.")
    page, findings = inline_page(filing_from_report(Report((name, money("f1", gaap("Revenues"), "1")))))
    assert findings == ()
    assert [heading.text for heading in parsed(page).iter("{*}h1")] == ["Example & Sons, Inc."]
