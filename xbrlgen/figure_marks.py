"""What stands with printed numbers: marks of currencies, words of scale and of nothing, dashes."""

from __future__ import annotations

import re
from typing import Final

# ISO 4217 codes of the marks that stand with printed amounts; "$" alone is the document's own dollar.
CURRENCY_MARKS: Final = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "USD": "USD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD",
    "CAD": "CAD", "A$": "AUD", "AUD": "AUD", "HK$": "HKD", "NT$": "TWD", "S$": "SGD", "R$": "BRL",
    "MX$": "MXN", "NZ$": "NZD", "RMB": "CNY", "CNY": "CNY", "€": "EUR", "EUR": "EUR", "£": "GBP",
    "GBP": "GBP", "¥": "JPY", "JPY": "JPY", "₩": "KRW", "₹": "INR", "Rs.": "INR", "CHF": "CHF", "SEK": "SEK",
    "NOK": "NOK", "DKK": "DKK", "ILS": "ILS", "NIS": "ILS", "₪": "ILS", "$": "USD",
}  # fmt: skip

# Marks of the hundredth part of a currency: cents of whichever has them, pence of the pound alone.
HUNDREDTHS: Final = frozenset({"¢", "p"})

# Words and letters that multiply the number before them, as newswires print them.
SCALE_WORDS: Final = {
    "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12,
    "mm": 6, "mn": 6, "bn": 9, "m": 6, "b": 9, "k": 3,
}  # fmt: skip

# What is printed instead of a number: nothing to report, or nothing meaningful to say.
NIL_WORDS: Final = frozenset({"nil", "none", "-0-", "- 0 -", "— 0 —"})
NO_NUMBER_WORDS: Final = frozenset(
    {"nm", "n/m", "n.m.", "n.m", "n.m.f.", "nmf", "nm*", "nmf*", "(nm)", "(n/m)", "not meaningful", "n/a",
     "na", "n.a.", "*", "**", "***", "#", "+", "*%", "(*)", "<1"}
)  # fmt: skip

DASHES: Final = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe63\uff0d"
# Any mark of a currency, as a pattern.
MARK: Final = "|".join(re.escape(mark) for mark in sorted(CURRENCY_MARKS, key=len, reverse=True))
# Raised digits, which mark notes, and the digits that they are.
SUPERSCRIPTS: Final = "¹²³⁴⁵⁶⁷⁸⁹⁰"
LOWERED: Final = str.maketrans(SUPERSCRIPTS, "1234567890")

# A minus behind a number, as in old ledgers, and the brackets of old submissions: "1,315-", "<1,315>".
OLD_NEGATIVE: Final = re.compile(
    r"\$?\s?(?:\d{1,3}(?:,\d{3})+|\d{2,}|\d?(?=\.\d\d))(?:\.\d+)?-|\$?\s?<\s?\$?\s?(?=\.?\d)[\d,]*(?:\.\d+)?\s?>"
)
OLD_NEGATIVE_MARKS: Final = str.maketrans("", "", "<>-")
