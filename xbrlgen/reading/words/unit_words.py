"""The words of unit lines: scales, currencies, what they are for, as data.

Origin: the headings and captions of statements in American earnings releases and quarterly reports since
the nineties (regulation S-X articles 5, 7 and 9 set most of the names; newswires and OCR vary them).
"""

from __future__ import annotations

from typing import Final

from xbrlgen.reading.words.patterns import any_case

# The unit line: what stands after "in", and for which kind of number.
_UNIT_WORD: Final = r"thousands|millions|billions|trillions|hundreds|000['’]?s|000,000['’]?s"
# What is counted in thousands or millions and is no money: "(millions of kWh)".
_NO_GOODS: Final = (
    r"(?!\s+(?:of\s+)?(?:[kmgt]wh|kilowatts?|megawatts?|barrels|bbls?|cubic|mm?cf|therms|dekatherms|dth|mm?btu|tons|tonnes"
    r"|ounces|pounds|gallons|square|acres|hours|miles|passengers|customers|units)\b)"
)
SCALE_PHRASE: Final = any_case(
    rf"(?:\(|\b)(?:[$€£¥]|u\.?s\.? |rmb|usd|eur)?\s*(?:all |dollar |dollars?|amounts?|figures|stated|expressed|presented|data|numbers?|except)?[^().;]{{0,45}}?"
    rf"\bin\s+(?:u\.?s\.?\s+|us\s+)?[$€£¥]?\s*(?P<unit>{_UNIT_WORD})\b{_NO_GOODS}"
    rf"|\(\s*[$€£¥]?\s*(?P<bare>{_UNIT_WORD}|thousands|millions)\b{_NO_GOODS}|[$€£¥]\s*(?P<dollars>000(?:['’]?s)?|millions?|mm|m|thousands|billions|b|k)\b"
    rf"|\b(?P<omitted>000['’]?s?) omitted|\b(?P<of>thousands|millions|billions) of (?:u\.?s\.? )?(?:dollars|euros|yen|\$)"
    r"|(?:^|[(,;:–—-]\s?|\bin )(?P<named>thousand|million|billion)s? (?:nis|rmb|u\.?s\.?\s?\$|us\b|euros?|usd|eur|cad|gbp|yen|dollars)(?!\w)"
    r"|\((?P<single>000['’]?s|in 000['’]?s|['’‘]000s?)\)|\((?P<cut>000|000,000|thousands?|millions?|mil|bil)(?=,?\s+except\b)"
    r"|\(\s*(?:in\s+)?[$€£¥]?\s*(?P<short>mil|bil)s?\.?\s*\)"
    rf"|\b(?P<alone>thousands|millions|billions)(?=,?\s+except\s+(?:for\s+)?(?:per|share|earnings|where|as)\b)"
    r"|(?:\b(?:usd|eur|gbp|cad|aud|chf|sek|nok|dkk|ils|nis|rmb|cny|inr|us\$)|[$€£¥₪₹])\s?"
    r"\(?(?P<coded>thousands?|millions?|billions?|mm|mn|m|bn|['‘’]?000['’]?s?)(?!\w|[,.]\d)"
)

# No phrase of a scale is without one of these.
MAY_SCALE: Final = any_case(
    r"000|thousand|million|billion|trillion|hundreds|[(\s$€£¥][mb]ils?\b"
    r"|(?:[$€£¥₪₹]|\b(?:usd|eur|gbp|cad|aud|chf|sek|nok|dkk|ils|rmb|cny|inr))\s*(?:m|bn?|k)"
)
SCALES: Final = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "bil": 9,
    "mil": 6,
    "hundred": 2,
    "000,000": 6,
    "000": 3,
    "mm": 6,
    "m": 6,
    "bn": 9,
    "b": 9,
    "k": 3,
}
SHARES_IN: Final = any_case(
    rf"(?:shares?|units)(?: (?:data|amounts?|information|counts?|outstanding))?,?(?: (?:which|and|are|is|reflected|stated|presented|used|shown|expressed|also|also))*\s*\(?in\s+(?P<unit>{_UNIT_WORD})"
    rf"|(?P<before>{_UNIT_WORD}) of shares|(?P<also>{_UNIT_WORD}) except per share"
)
PER_SHARE_PHRASE: Final = any_case(
    r"\b(?:earnings |income |loss |net )*per[- ](?:\w+ )?(?:share|unit|ads)s?(?:[- ](?:data|amounts?|figures|information))?"
)
# Partnerships have units, and foreign companies depositary shares, where others have shares.
EXCEPT_SHARES: Final = any_case(r"except[^)]*?\b(?:shares?|units?|adss?)\b")
EXCEPT_COUNTS: Final = any_case(
    r"except[^)]*\b(?:counts?|headcount|number of|customers?|employees|subscribers?|members?|accounts?|stores?|units|homes|vehicles|rooms|properties|vessels|lots|orders|patients"
    r"|metrics|statistics|statistical|operating data|ratios?|rates?|days)\b"
)
WHOLE_UNITS: Final = any_case(
    r"\bin (?:whole )?(?:u\.?s\.? )?dollars\b|\bwhole dollars\b|\bin dollars and cents\b|actual (?:dollars|amounts)"
)
CURRENCIES: Final = (
    ("CAD", any_case(r"canadian dollars|\bCAD\b|\bCDN\b|C\$")), ("EUR", any_case(r"\beuros?\b|€|\bEUR\b")),
    ("GBP", any_case(r"pounds? sterling|£|\bGBP\b")), ("JPY", any_case(r"\byen\b|¥|\bJPY\b")),
    ("CNY", any_case(r"renminbi|\bRMB\b|\bCNY\b")), ("ILS", any_case(r"new israeli shekels?|\bNIS\b|₪")),
    ("CHF", any_case(r"swiss francs?|\bCHF\b")), ("AUD", any_case(r"australian dollars|A\$|\bAUD\b")),
    ("BRL", any_case(r"\breais\b|R\$|\bBRL\b")), ("INR", any_case(r"\brupees?\b|₹|\bINR\b")),
    ("MXN", any_case(r"mexican pesos|\bMXN\b")), ("KRW", any_case(r"korean won|₩|\bKRW\b")),
    ("TWD", any_case(r"new taiwan|NT\$")), ("HKD", any_case(r"hong kong dollars|HK\$")),
)  # fmt: skip
# A heading that names a currency, maybe with its scale, and nothing else: "Yen", "Thousands of U.S. dollars".
CURRENCY_NAMED: Final = any_case(
    r"\W*(?:(?:stated |expressed )?in )?(?:(?:thousands|millions|billions)(?: of)? )?(?:japanese |new taiwan |hong kong "
    r"|u\.?\s?s\.?\s?|american |canadian |australian |swiss |mexican |korean )?"
    r"(?:(?:cad|usd|us|cdn|aud|nzd|hkd|sgd)\s?\$?|yen|euros?|dollars?|rmb|renminbi|yuan|pounds?(?: sterling)?|francs|pesos|won|reais|rupees|nis|shekels)(?!\w)\W*(?:000['’]?s?\W*)?"
)
# What parts the currencies of a unit line: "(Yen in millions, U.S. dollars in thousands)".
CLAUSES: Final = any_case(r"[;,()]|\band\b")
# Behind a number, it says how much that is: "US$2.1 million" in a sentence above the table.
SCALE_WORD: Final = any_case(r"(?<![\d.])(?<!\d\s)\b(thousands?|millions?|billions?|trillions?)\b")
US_DOLLARS: Final = any_case(r"\bu\.?\s?s\.?\s?dollars?\b|\bus\s?\$|\bu\.s\.\s?\$|\busd\b")

# What says that a document's amounts are dollars, wherever it stands; other currencies are told by CURRENCIES.
DOLLARS_SAID: Final = any_case(r"\$|\bdollars?\b|\busd\b|¢|\bcents?\b")

# Currencies whose amounts are printed with a dollar sign alone.
DOLLARS: Final = frozenset({"", "USD", "CAD", "AUD", "HKD", "TWD", "SGD", "NZD", "MXN", "BRL"})

# What a unit line is not for: its clause, what parts the things in it, and words that name none of them.
EXCEPT_CLAUSE: Final = any_case(r"\bexcept(?:ing)?\b(?: for\b| where\b| as\b)?([^();]{3,150})")
EXCEPT_PARTS: Final = any_case(r",|\band\b|\bor\b|/")
EXCEPT_FILLERS: Final = any_case(
    r"\b(?:amounts?|data|information|figures?|metrics?|otherwise|noted|indicated|stated|specified|where|unless|as|for|of"
    r"|the|which|are|is|in|thousands|millions|billions|dollars?|actual)\b"
)
EXCEPT_COUNTED: Final = any_case(
    r"\bpar\b|\bnumbers?\b|counts?\b|percent|\bratios?\b|footnote|statistic|employees|stores|restaurants|customers|subscribers|members"
)

# A unit line that speaks of money alone, not of things counted.
OF_MONEY: Final = any_case(r"[$€£¥]|dollars|euros|\b(?:usd|eur|gbp|rmb)\b")
CENTS: Final = any_case(
    r"\bin (?:u\.?s\.? )?cents\b|\(\s*(?:u\.?s\.? )?(?:cents|pence)\b|\bpence per\b|, cents\b"
)
# Rates in hundredths of a percent, and numbers that no unit line is for.
BASIS_POINTS: Final = any_case(r"\(?\b(?:in )?(?:basis points|bps)\)?\W*$")
AS_THEY_ARE: Final = any_case(
    r"\(actual(?: amounts?| numbers?)?\)|\(in (?:whole|actual) \w+\)|\(not in (?:thousands|millions)\)"
)
SCALE_HINT: Final = any_case(
    r"000|thousands|millions|billions|trillions|hundreds|[(\s$€£¥][mb]ils?\b|[$€£¥]\s?(?:mm|[bmk])\b"
)
LABEL_SCALE: Final = any_case(
    rf"\(\s*(?:in\s+)?[$]?\s*({_UNIT_WORD}\b|000(?=\s*\)))|,\s*in ({_UNIT_WORD})|\b(?:in|\$) ({_UNIT_WORD})\b"
)
