"""The user's profile and the company's prior filings have the word before the rules."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from tests.proving.building import NOW, Q3, Q3_BEFORE, statement
from tests.shared import shared
from tests.tagging.making import facts_at, filed, name_at
from xbrlgen.findings import Severity
from xbrlgen.model import Member
from xbrlgen.proving import prove
from xbrlgen.reading import read
from xbrlgen.reading.statement import StatementKind
from xbrlgen.tagging import tag
from xbrlgen.tagging.decisions.prior import PriorError, read_prior
from xbrlgen.tagging.decisions.profile import ProfileError, draft_profile, read_profile

INCOME = StatementKind.INCOME
ROWS = [
    ("Revenue", "45,192", "39,670"),
    ("Cost of revenue", "10,597", "9,036"),
    ("Bookings", "9,999", "8,888"),
]


def profile(folder: Path, text: str) -> Path:
    path = folder / "xbrlgen.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_profile_wins_over_all(tmp_path: Path) -> None:
    chosen = profile(
        tmp_path,
        '[entity]\ncik = "1102993"\nprefix = "lpsn"\n'
        '[concepts]\n"Revenue" = "us-gaap:SalesRevenueServicesNet"\n'
        '"Bookings" = "own:ContractedValue"\n"Cost of revenue" = "skip"\n',
    )
    made = filed(statement(INCOME, [Q3, Q3_BEFORE], ROWS), profile=chosen)
    assert name_at(made, "45,192") == "SalesRevenueServicesNet"
    assert name_at(made, "9,999") == "own:ContractedValue"
    assert name_at(made, "10,597") == ""
    told = next(verdict for verdict in made.verdicts if verdict.print == "10,597")
    assert (told.kind, told.reason) == ("skipped", "decided in the profile")
    assert (made.prefix, made.entity.identifier) == ("lpsn", "0001102993")


def test_a_profile_can_name_the_section_above_a_label(tmp_path: Path) -> None:
    rows = [("Current assets:",), ("Other", "10"), ("Current liabilities:",), ("Other", "20")]
    chosen = profile(tmp_path, '[concepts]\n"Current assets > Other" = "own:SpareParts"\n')
    made = filed(statement(StatementKind.BALANCE, [NOW], rows), profile=chosen)
    assert name_at(made, "10") == "own:SpareParts"
    assert name_at(made, "20") != "own:SpareParts"


def test_a_concept_the_year_lacks_is_a_finding_with_the_nearest(tmp_path: Path) -> None:
    chosen = profile(tmp_path, '[concepts]\n"Revenue" = "us-gaap:Revenuez"\n')
    made = filed(statement(INCOME, [Q3, Q3_BEFORE], ROWS), profile=chosen)
    wrong = [finding for finding in made.findings if finding.code == "tagging.profile"]
    assert "Revenues" in wrong[0].message
    assert name_at(made, "45,192") == "Revenues"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[concept]\n", "concept"),
        ("[concepts]\nRevenue = 1\n", "Revenue"),
        ("[taxonomy]\nyear = '2013'\n", "year"),
        ("[concepts\n", "no TOML"),
        ("[entity]\ncik = 'acme'\n", "up to 10 digits, not 'acme'"),
        ("[entity]\ncikk = '1'\n", "cikk under .entity. is unknown; known are cik"),
    ],
)
def test_a_wrong_profile_names_its_fault(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ProfileError, match=told):
        read_profile(profile(tmp_path, text))


def test_open_questions_become_a_profile_that_settles_them(tmp_path: Path) -> None:
    rows = [
        ("Current assets:",),
        ("Cash", "100"),
        ("Receivable from affiliates", "6,197"),
        ("Total current assets", "6,297"),
    ]
    balance = statement(StatementKind.BALANCE, [NOW], rows)
    drafted = profile(tmp_path, draft_profile(filed(balance)))
    made = filed(balance, profile=drafted)
    assert name_at(made, "6,197")
    assert "tagging.question" not in {finding.code for finding in made.findings}


def test_a_prior_filing_teaches_labels_concepts_and_entity() -> None:
    release = prove(read(shared("releases/AAPL_FY2024Q1.html")))
    alone, taught = tag(release), tag(release, prior=[shared("filings/aapl-10k-2023")])
    assert name_at(alone, "(9,780)") == "PaymentsToAcquireMarketableSecurities"
    assert name_at(taught, "(9,780)") == "PaymentsToAcquireAvailableForSaleSecuritiesDebt"
    assert (taught.entity.identifier, taught.prefix) == ("0000320193", "aapl")
    choice = {choice.fact: choice for choice in taught.choices}[facts_at(taught)["(9,780)"][0].id]
    assert "prior filing" in choice.reasons[0]


def test_what_is_no_filing_is_told(tmp_path: Path) -> None:
    with pytest.raises(PriorError, match="no XBRL instance"):
        read_prior([tmp_path])
    with pytest.raises(PriorError, match="neither a folder nor a zip"):
        read_prior([profile(tmp_path, "")])
    with zipfile.ZipFile(tmp_path / "f.zip", "w") as archive:
        archive.writestr("f.htm", "<html/>")
    whole = (tmp_path / "f.zip").read_bytes()
    (tmp_path / "f.zip").write_bytes(whole.replace(b"<html/>", b"<htmm/>", 1))
    with pytest.raises(PriorError, match=r"can't be unpacked .*; get it anew"):
        read_prior([tmp_path / "f.zip"])


PARTS = """Segment results for the three months ended March 31, 2024 (in thousands)

| | Cloud | Devices | Total |
|---|---|---|---|
| Revenue | $ 1,200 | $ 800 | $ 2,000 |

Condensed Consolidated Statements of Income (in thousands)

| | Three Months Ended March 31, 2024 | Three Months Ended March 31, 2023 |
|---|---|---|
| Revenue: | | |
| Subscriptions | $ 1,500 | $ 1,300 |
| Hardware | 500 | 450 |
| Total revenue | 2,000 | 1,750 |
| Cost of revenue | 900 | 800 |
| Gross profit | 1,100 | 950 |
"""


def test_the_profile_names_the_members_of_columns_and_rows(tmp_path: Path) -> None:
    chosen = profile(
        tmp_path,
        '[entity]\nprefix = "acme"\nname = "Acme Holdings"\n[members]\n"Cloud" = "own:NimbusMember"\n'
        '"Subscriptions" = "own:Plans"\n"Hardware" = "us-gaap:ServiceMember"\n',
    )
    made = tag(prove(read(PARTS)), profile=chosen)
    members = {
        int(fact.value) // 1000: str(fact.dimensions[0].member)
        for fact in made.report.facts
        if fact.dimensions and isinstance(fact.value, Decimal) and isinstance(fact.dimensions[0], Member)
    }
    assert members == {
        1200: "acme:NimbusMember",
        800: "acme:DevicesMember",
        1500: "acme:PlansMember",
        1300: "acme:PlansMember",
        500: "us-gaap:ServiceMember",
        450: "us-gaap:ServiceMember",
    }
    own = {each.name.local for each in made.extensions}
    assert {"NimbusMember", "PlansMember", "DevicesMember"} <= own
    assert "CloudMember" not in own
    assert "Acme Holdings" in {fact.value for fact in made.report.facts}


def test_lines_of_the_profile_that_decide_nothing_are_told(tmp_path: Path) -> None:
    chosen = profile(
        tmp_path,
        '[concepts]\n"Gros profit" = "us-gaap:GrossProfit"\n"Hardware" = "skip"\n'
        '[members]\n"Cloud" = "us-gaap:NoSuchMember"\n"Rain" = "own:RainMember"\n',
    )
    made = tag(prove(read(PARTS)), profile=chosen)
    error, note = (each for each in made.findings if each.code.startswith("tagging.profile"))
    assert (error.severity, error.about) == (Severity.ERROR, ("us-gaap:NoSuchMember",))
    assert (note.severity, note.about) == (Severity.INFO, ("Gros profit", "Rain"))
    assert "2 of the profile's lines" in note.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[calendar]\nyear_end = "06-30"\n', "[calendar] is unknown; known are"),
        ("[taxonomy]\nyaer = 2024\n", "yaer under [taxonomy] is unknown; known are packages, year"),
        ("taxonomy = 2024\n", "taxonomy must be a table"),
    ],
)
def test_what_a_profile_does_not_know_is_refused(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=re.escape(said)):
        read_profile(profile(tmp_path, text))


def test_a_draft_has_no_number_for_a_company_whose_number_is_not_known(tmp_path: Path) -> None:
    drafted = profile(tmp_path, draft_profile(tag(prove(read(PARTS)))))
    assert "0000000000" not in drafted.read_text("utf-8")
    again = tag(prove(read(PARTS)), profile=drafted)
    assert "tagging.no-entity" in {each.code for each in again.findings}
    with pytest.raises(ProfileError, match="cik under"):
        read_profile(profile(tmp_path, '[entity]\ncik = "0000000000"\n'))
