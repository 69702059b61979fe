"""What the words over columns mean: kinds, bases, what names no segment, as data.

Origin: the headings and captions of statements in American earnings releases and quarterly reports since
the nineties (regulation S-X articles 5, 7 and 9 set most of the names; newswires and OCR vary them).
"""

from __future__ import annotations

import re
from typing import Final

from xbrlgen.reading.statement import Basis, ColumnKind
from xbrlgen.reading.words.patterns import any_case

COLUMN_KINDS: Final = (
    (
        ColumnKind.PERCENT_CHANGE,
        any_case(
            r"%\s*(?:change|chg|increase|decrease|growth|variance|inc\b|b/\(?w|better|diff|fav)"
            r"|(?:change|chg|increase|growth|variance|var\.?|decrease\)?|fav\w*\W*unfav\w*|better\W{1,3}worse\)?|y/y|yoy|q/q|qoq)\W*(?:%|percent|pct)"
            r"|percent(?:age)? (?:change|increase|growth|variance)|\bgrowth\b|constant[- ]currency|\by/y\b|\bq/q\b|\byoy\b|\bqoq\b"
            r"|(?:increase|decrease|change).{0,30}\bpercent"
        ),
    ),
    (ColumnKind.PERCENT, any_case(r"%|\bpercent\b|\bpercentage\b|\bpct\b|margin %|to sales\b")),
    (ColumnKind.CHANGE, any_case(r"\bchange\b|\bvariance\b|\bvar\.?$|increase\b|decrease\)?|\bb/\(?w\)?|fav(?:orable)?\b|\bchg\b|difference"
            r"|\bbetter\W{1,3}\(?worse\b|\bover\W{1,3}\(?under\b")),
    (ColumnKind.NOTE, any_case(r"(?:^|[\d,] |\bended )\(?(?:foot)?notes?\)?s?$|^ref\.?$")),
)  # fmt: skip
BASES: Final = (
    (Basis.LOW, any_case(r"\blow(?:er)?\b(?: end)?|\bminimum\b")),
    (Basis.HIGH, any_case(r"\bhigh(?:er)?\b(?: end)?|\bmaximum\b")),
    (Basis.FORECAST, any_case(r"\bforecast|\bguidance|\boutlook|\bestimate[ds]?\b|\bprojected|\btarget|\bexpected\b|midpoint")),
    (Basis.ADJUSTMENT, any_case(r"(?<!consolidating )\badj(?:ustments?|s\b|\.)|\badj(?:ust(?:ed)? for)?\b|reconciling|special items|items affecting")),
    (Basis.PRO_FORMA, any_case(r"pro[- ]?forma")),
    (Basis.ADJUSTED, any_case(r"non-?\s?gaap|\badjusted\b|\bcore\b|excluding|\bas adjusted\b|\bnormalized\b|\bcomparable\b|organic|constant[- ]currency")),
    (Basis.ADJUSTMENT, any_case(r"\bless\b:?$|\bimpact\b|\beffect of\b|amortization of|stock[- ]based|share[- ]based|restructuring")),
    (Basis.REPORTED, any_case(r"\bgaap\b|as reported|\breported\b")),
)  # fmt: skip

# Ends of ranges that are called so and nothing else.
ENDS: Final = {"from": Basis.LOW, "to": Basis.HIGH}

# What headings say beside time without naming what a column is for.
SAYS_NO_SEGMENT: Final = re.compile(
    r"\b(?:amounts?|from|through|inception|actual|consolidated|total|totals|as|of|for|the|and|period|ended?|ending|at|in|dollars?|vs\.?|versus"
    r"|unaudited|audited|restated|revised|recast|results|data|reported|previously|originally|company|month|months|fiscal|note|notes|us"
    r"|to|half|years?|or|dates?|(?:sun|mon|tues|wednes|thurs|fri|satur)day)\b"
    r"|\((?:\d|[a-z])\)|[^\w&]|\b\d\b",
    re.IGNORECASE,
)

# Nothing but that amounts are by the share, however many lines it takes: "Per | Diluted | Share".
PER_SHARE_ALONE: Final = any_case(r"per\b[\w\s-]{0,45}\bshare")
# Things counted, as the only name of a column beside one of their value or price.
COUNTED_ALONE: Final = any_case(
    r"(?:(?:number|no\.|#) of )?(?:homes?|units?|lots?|closings|deliveries|stores?|restaurants?|properties|hotels?|rooms?|employees"
    r"|customers|subscribers|members|accounts|loans|contracts|vessels?|vehicles|count|number"
    r"|(?:homes|units|vehicles|lots) (?:sold|delivered|closed|ordered|in backlog|shipped))\W*"
)
# What the column beside it is called that tells what they are worth, or what one is.
WORTH_ALONE: Final = any_case(
    r"(?:total |sales |average |avg\.? |\$ )*(?:(?:dollar |sales |home )?values?|dollars|revenues?|amounts?|volume|(?:selling |sales |home )?price)"
    r"(?: per \w+)?\W*(?:\([^()]*\)\W*)?"
)
# Prices: "($/boe)", "$ per ton", "¢/lb".
PER_UNIT: Final = any_case(
    r"[$€£¢]\s?(?:/|per\s)\s?(?!(?:\w+\s)?(?:share|unit|ads)s?\b)[a-z]|\bper (?:boe|bbl|barrel|ton|tonne|ounce|oz|mcf|mcfe|pound|lb|gallon|mwh|kwh)\b"
)

# Things by the piece that something was done with: "Units sold (thousands)".
THINGS_DONE: Final = any_case(
    r"\b(?:units|homes|vehicles|contracts|tickets|devices|modules|packages) (?:sold|delivered|shipped|closed|produced|traded)\b"
)

# Words that say nothing more beside a time: "Prior Quarter June 30, 2023"; alone they may be names.
BESIDE_TIME: Final = any_case(
    r"\b(?:current|prior|preceding|previous|same|trailing|cumulative|date|since|quarters?|compared|linked|last)\b"
)

# Words without meaning alone over a column, with which names on two lines begin: "Data" over "Services".
BEGINS_NAMES: Final = any_case(r"data|company|results|us")

# Times that only another one tells: "Last Year", "Prior Year Quarter"; and names of the one reported.
OF_ANOTHER_TIME: Final = any_case(
    r"\b(?:last|prior|previous|preceding|linked)[- ](?:fiscal[- ])?(?:year|quarter|period)\b|\byear[- ]ago\b|\ba year (?:ago|earlier)\b"
)
RELATIVE: Final = any_case(
    r"(?:the )?(?:this|last|prior|previous|preceding|current|same|linked|year)(?:[- ](?:fiscal|years?|quarters?|periods?|months?|ago|last))+\W*"
)

# Words of measures and of ends of ranges that names of segments begin with as well: "High Performance Coatings",
# "Core Brands", "Growth Markets"; and the words beside them with which they are about a measure.
MAY_NAME: Final = any_case(
    r"\b(?:low(?:er)?|high(?:er)?|minimum|maximum|core|organic|comparable|normalized|targets?)\b"
)
GROWS: Final = any_case(r"\bgrowth\b")
MEASURES: Final = any_case(
    r"\b(?:ends?|range|guidance|outlook|estimate[ds]?|forecast|projected|expected|points?|case|midpoint|new|prior|previous|current|updated"
    r"|gaap|non|adjusted|basis|measures?|net|gross|operating|operations|operational|sales|revenues?|eps|earnings|incomes?|loss|profit|margin|ebitdar?|ebit|growth"
    r"|ffo|affo|nareit|cash|flow|tax|rate|rates|ratio|price|mix|volumes?|units?|constant|currency|currencies|exchange|percent|percentage|per|shares?|diluted"
    r"|basic|stores?|same|yoy|qoq|year|over|quarter|favorable|unfavorable|increase|decrease|impacts?|local|underlying|fx|by|on|a|b|y|q|vs)\b"
)
# What columns of differences in amounts are called; growth without a percent sign is none.
DIFFERS: Final = any_case(
    r"change|variance|\bvar\b|y/y|q/q|\byoy\b|\bqoq\b|increase|decrease|\bchg\b|fav|difference"
)
# Between two times over one column: the difference of both, "Q3 2023 vs. Q3 2022".
COMPARES: Final = any_case(r"\bvs?\.?\s|\bversus\b|\bcompared (?:to|with)\b|\bover\b")
# Years that analysts mark as actual or as expected: "2023A", "2024E", "FY25F".
ACTUAL_OR_EXPECTED: Final = re.compile(
    r"(?:\b|(?<=[QHY]))(?:FY\s?)?(?:19|20)?\d\d\s?(?:A|(?P<expected>[EF]))\b"
)
# "2022 (As Adjusted)" beside "2023": what changed was the accounting.
AS_ADJUSTED: Final = any_case(r"\W*(?:as )?adjusted\W*(?:note \d+\W*|\(?\w\)?\W*)?")
ADJUSTED: Final = any_case(r"\b(?:as )?adjusted\b")
PREVIOUSLY: Final = any_case(r"\bpreviously\b|\bas originally\b|\bbefore restatement")
GAAP: Final = any_case(r"\bgaap\b|\breported\b|\bhistorical\b|\bcore\b|\badjusted\b|pro[- ]?forma")
RESTATED: Final = any_case(r"\brestated\b|\bas revised\b|\brecast\b|as adjusted \*|\brevised\b")
