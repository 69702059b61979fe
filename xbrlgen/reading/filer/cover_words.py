"""What the cover page of a form 8-K looks like: captions and exchanges, as data.

Origin: the cover page of SEC form 8-K (its captions are fixed by the form); the exchanges and their EDGAR
codes (dei ``SecurityExchangeName``).
"""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.period_words import MONTH_NAMES

FORM: Final = re.compile(r"\bform\s+8-?\s?k\b|\bcurrent\s+report\b", re.IGNORECASE)
END: Final = re.compile(
    r"^\W*(?:signatures?|exhibit\s+index)\W*$|^\W*item\s+\d\.\d\d\b|for\s+immediate\s+release", re.IGNORECASE
)

# What dei calls it, the caption that stands on, under or before it, and the shape of the value.
_DATE: Final = rf"(?i:{'|'.join(MONTH_NAMES)})\s+\d{{1,2}}\s*,?\s*(?:19|20)\d\d"
CAPTIONS: Final[tuple[tuple[str, str, str], ...]] = (
    ("DocumentPeriodEndDate", r"date\s+of\s+(?:earliest\s+event\s+reported|report)", _DATE),
    ("EntityRegistrantName", r"exact\s+name\s+of\s+(?:the\s+)?registrant", r"[A-Z0-9].{1,120}"),
    (
        "EntityFileNumber",
        r"commission\s+file\s+(?:number|no)",
        r"(?<![\d-])\d{1,3}-\d{4,6}(?:-\d\d)?(?![\d-])",
    ),
    (
        "EntityTaxIdentificationNumber",
        r"(?:i\.?\s?r\.?\s?s\.?\s+)?employer\s+(?:identification|i\.?d\.?)",
        r"(?<![\d-])\d\d-\d{7}(?![\d-])",
    ),
    (
        "EntityIncorporationStateCountryCode",
        r"state\s+or\s+other\s+jurisdiction|jurisdiction\s+of\s+incorporation",
        r"",
    ),
    ("EntityAddressPostalZipCode", r"zip\s+code", r"\b\d{5}(?:-\d{4})?\b"),
    (
        "LocalPhoneNumber",
        r"telephone\s+number|one\s+number,?\s+including\s+area",
        r"\(?\d{3}\)?[\s.-]{0,3}\d{3}[\s.-]{1,2}\d{4}",
    ),
)

TICKER: Final = re.compile(
    r"\(\s*(?P<exchange>NASDAQ(?:[\s/-]?[A-Z]{2,3})?|Nasdaq(?:\s+Global(?:\s+Select)?(?:\s+Market)?)?|NYSE(?:[\s-]+"
    r"(?:American|Arca|MKT))?|New York Stock Exchange|AMEX)\s*(?:[:,]|under the symbol)\s*"
    r"[\"“]?(?P<symbol>[A-Z]{1,5}"
    r"(?:[.-][A-Z])?)[\"”]?\s*[),;]"
)

EXCHANGES: Final[tuple[tuple[str, str], ...]] = (
    (r"nyse[\s-]+(?:american|mkt)|amex", "NYSEAMER"),
    (r"nyse[\s-]+arca", "NYSEArca"),
    (r"nyse|new york stock exchange", "NYSE"),
    (r"nasdaq", "NASDAQ"),
)
