"""The cover page of a form 8-K, in the shapes that conversions leave it in."""

from __future__ import annotations

from xbrlgen.reading import read
from xbrlgen.reading.filer.cover import cover_page, read_cover
from xbrlgen.reading.given.runs import Run, runs
from xbrlgen.reading.sources import read_sources

COVER = """FORM 8-K

CURRENT REPORT

Date of Report (Date of earliest event reported): July 28, 2021

Quillfeather Works, Inc.

(Exact Name of Registrant as Specified in its Charter)

Delaware

(State or other jurisdiction of incorporation)

001-38291

(Commission File Number)

47-1234567

(I.R.S. Employer Identification No.)

12 Harbor Street, Portland, Maine 04101

(Address of Principal Executive Offices) (Zip Code)

Registrant's telephone number, including area code: (207) 555-0100

SIGNATURE

Quillfeather Works, Inc. (NYSE: QFW) today announced its results.
"""


def page_of(text_runs: tuple[Run, ...]) -> tuple[Run, ...]:
    form = cover_page(text_runs)
    return text_runs[form.start : form.stop]


def items(text: str) -> dict[str, str]:
    sources, blocks, _ = read_sources(text)
    text_runs = tuple(runs(sources, blocks))
    return {item.name: item.value for item in read_cover(sources, page_of(text_runs), text_runs)}


def test_cover_page_in_the_usual_order() -> None:
    assert items(COVER) == {
        "DocumentPeriodEndDate": "July 28, 2021",
        "EntityRegistrantName": "Quillfeather Works, Inc.",
        "EntityFileNumber": "001-38291",
        "EntityTaxIdentificationNumber": "47-1234567",
        "EntityIncorporationStateCountryCode": "DE",
        "EntityAddressPostalZipCode": "04101",
        "LocalPhoneNumber": "(207) 555-0100",
        "TradingSymbol": "QFW",
        "SecurityExchangeName": "NYSE",
    }


def test_every_item_stands_where_it_says() -> None:
    sources, blocks, _ = read_sources(COVER)
    text_runs = tuple(runs(sources, blocks))
    for item in read_cover(sources, page_of(text_runs), text_runs):
        printed = sources[0].text[item.place.start : item.place.end]
        assert printed == item.value or item.name in {
            "EntityIncorporationStateCountryCode",
            "SecurityExchangeName",
        }


def test_longer_name_of_a_state_goes_before_the_shorter_in_it() -> None:
    assert items(COVER.replace("Delaware", "West Virginia"))["EntityIncorporationStateCountryCode"] == "WV"


def test_release_without_a_cover_page_gives_only_the_ticker() -> None:
    found = items("Quillfeather Works, Inc. (Nasdaq: QFW) today announced its results for the quarter.\n")
    assert found == {"TradingSymbol": "QFW", "SecurityExchangeName": "NASDAQ"}


SUBMISSION = """<SEC-DOCUMENT>0000000001-21-000001.txt : 20210728
<SEC-HEADER>
CONFORMED SUBMISSION TYPE:	8-K
FILER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			QUILLFEATHER WORKS INC
		CENTRAL INDEX KEY:			0001999999
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<TEXT>
<html><body><p>Revenue for the quarter ended June 30, 2021 was $1.2 million.</p></body></html>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_header_of_a_submission_names_the_company() -> None:
    assert dict(read(SUBMISSION).header)["CENTRAL INDEX KEY"] == "0001999999"
