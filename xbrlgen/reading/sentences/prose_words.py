"""The words by which sentences say what a figure is: verbs, directions, comparisons, as data.

Origin: the wording of earnings releases (headline bullets, result paragraphs, outlook lists) as commonly written.
"""

from __future__ import annotations

import re
from typing import Final


def _any(*phrases: str) -> str:
    return "(?:" + "|".join(phrase.replace(" ", r"\s+") for phrase in phrases) + ")"


# What may stand between the verb and the figure and says nothing about it.
FILLERS: Final = re.compile(
    r"(?:\s|^)"
    + _any(
        "approximately", "about", "reported", "reporting", "around", "nearly", "almost", "roughly", "over", "more than", "just over",
        "just under", "a record", "record", "a total of", "an aggregate of", "an additional", "up to",
        "at least", "in excess of", "only", "an all-time high of", "a quarterly record", "exactly", "the",
        "a", "an", "some", "approx.?", "slightly (?:above|below|over|under)", "well over", "negative",
        "positive", "another", "net", r"\(",
    )
    + r"\s*$",
    re.IGNORECASE,
)  # fmt: skip

# Verbs after which the figure is the value of what stands before them.
IS: Final = re.compile(
    r"(?:^|\s|,)(?:(?:is|are|was|were)\s+(?:now\s+|currently\s+)?(?:expected|anticipated|projected|forecast(?:ed)?"
    r"|estimated)\s+to\s+(?:be|total|reach|range|increase|decrease|grow)(?:\s+(?:in\s+the\s+range\s+of|between|from|to|by))?"
    r"|(?:(?:was|were|is|are|remained)\s+)?(?:(?:essentially|roughly|relatively|about)\s+)?(?:unchanged|flat|stable|steady)\s+at"
    r"|will be|to be|would be|was|were|is|are|be|being|has been|have been|came in at|came to|totaled"
    r"|totalled|totaling|totalling|reached|reaching|amounted to|amounts to|stood at|stands at|equaled|equalled|equals"
    r"|remained at|at|:|"
    r"(?:increased|increasing|decreased|decreasing|grew|growing|rose|rising|fell|falling|declined|declining|dropped"
    r"|improved|improving|climbed|jumped|surged|expanded|narrowed|widened|advanced|up|down|gained|higher|lower)"
    r"(?:\s[^$]{0,70}?)?,?\s+to|=)\s*$",
    re.IGNORECASE,
)
OF: Final = re.compile(r"\b(?:of|in the range of|range of|between|from|to)\s*$", re.IGNORECASE)

# Verbs whose object follows the figure: "generated $3.0 million of cash from operations".
GIVES: Final = re.compile(
    r"\b(?:generated|reported|recorded|recognized|used|paid|repurchased|returned|invested|spent|incurred|had|has|have|with"
    r"|delivered|produced|earned|received|collected|retired|acquired|purchased|sold|issued|declared|holds|held|posted"
    r"|achieved|included|includes|including|raised|repaid|added|adding|signed|opened|closed|expects?|expected|by)\s*$",
    re.IGNORECASE,
)
OBJECT: Final = re.compile(
    r"^\s*(?:\)\s*)?(?:(?:in|of|for|as|from|on)\b)?\s*(?P<object>(?:cash,\s+(?:restricted\s+cash,\s+)?cash\s+equivalents,?\s+)?[A-Za-z][^,.;:($\d]{2,80})"
)
# A change and what of: "increase in revenues".
CHANGE_IN: Final = re.compile(
    r"^(?:increases?|decreases?|declines?|rise|growth|improvement|reduction|gain|drop)\s+(?:in|of)\s+(?=\w)",
    re.IGNORECASE,
)

# Words that end a subject when one looks back from the figure for where it begins.
SUBJECT_STARTS: Final = re.compile(
    r"(?:^|(?<=[,;:(—–\s]))(?:that|which|(?<=, )and|while|with|including|reported|reports|reporting|recorded|generated|announced"
    r"|delivered|posted|achieved|had|has|excluding|included|includes|include|versus|vs\.?|compared to|compared with"
    r"|than|against|(?<!provided )(?<!generated )(?<!used )by|we|our|its|their|his|were|was|is|are|the Company(?:'s|’s)?|reflecting|driven by|representing"
    r"|expects?|expecting|anticipates?|projects?|forecasts?|incurred|resulting in|produced|recognized|(?-i:a|an)|the|or)\s+",
    re.IGNORECASE,
)

# Clauses set between a subject and its verb.
ASIDE: Final = re.compile(
    r",\s+(?:which|excluding|including|net\s+of|driven|on\s+an?|as\s+(?:reported|defined)|a\s+non-GAAP)\b[^,]*,|\([^()]*\)",
    re.IGNORECASE,
)
NEGATIVE_BEFORE: Final = re.compile(r"\b(?:negative|minus)\s+(?:approximately\s+)?$", re.IGNORECASE)

RISE: Final = _any(
    "increas(?:e|es|ed|ing)", "up", "grew", "grow(?:th|s|n|ing)?", "rose", "ris(?:e|es|ing)", "higher", "gain(?:ed|s)?",
    "improv(?:ed|ement|es|ing)", "expand(?:ed|s)?", "expansion", "jump(?:ed)?", "climb(?:ed)?", "advance[ds]?",
    "surge[ds]?", "above", "accelerat(?:ed|ion)", "more than", "widen(?:ed|ing|s)",
)  # fmt: skip
FALL: Final = _any(
    "decreas(?:e|es|ed|ing)", "down", "fell", "fall(?:s|ing|en)?", "declin(?:e|es|ed|ing)", "lower", "drop(?:s|ped)?",
    "reduc(?:ed|tion|es)", "contract(?:ed|ion)", "below", "less than", "decelerat(?:ed|ion)", "narrow(?:ed|er)",
)  # fmt: skip
BEFORE_CHANGE: Final = re.compile(
    rf"\b(?P<word>{RISE}|{FALL})(?:\s+(?:by|of|was|were|rate|in|sequentially|year[- ]over[- ]year))*\s*"
    r"(?:approximately|about|nearly|almost|over|a|an|more than)?\s*\(?$",
    re.IGNORECASE,
)
AFTER_CHANGE: Final = re.compile(
    rf"^\)?[\s-]*(?:(?:year[- ]over[- ]year|sequential|organic|unit|volume|annual|quarterly|overall|total|net|constant[- ]currency"
    rf"|point|percentage|or)[\s-]+)*(?P<word>{RISE}|{FALL})\b",
    re.IGNORECASE,
)
GOES_UP_OR_DOWN: Final = re.compile(rf"\b(?:{RISE}|{FALL})\b|;", re.IGNORECASE)
FALLS: Final = re.compile(FALL, re.IGNORECASE)

# "Sales growth of 5% to $24 billion": what grew are the sales.
GROWTH_OF: Final = re.compile(r"(?<=\w)\s+growth$", re.IGNORECASE)
# What gets smaller where it improves.
LESS_IS_BETTER: Final = re.compile(
    r"\b(?:loss(?:es)?|expenses?|costs?|debt|deficit|leverage|charge-offs?|churn)$", re.IGNORECASE
)
IMPROVES: Final = re.compile(r"improv\w*", re.IGNORECASE)
# Words of change that say nothing of what changed, and those that end a basis ("on an as-reported basis").
ONLY_CHANGE: Final = re.compile(
    r"(?:(?:billion|million|thousand|significant|strong|sharp|slight|modest|solid|substantial|increase|decrease|decline|drop|rise|gain|growth"
    r"|improvement|reduction|reported|gains|over|year|globally|worldwide|organically)\b[\s-]*)+",
    re.IGNORECASE,
)
CHANGES: Final = re.compile(
    r"\b(?:increase|decrease|decline|drop|rise|gain|growth|improvement|reduction)s?\b", re.IGNORECASE
)
BASIS_END: Final = re.compile(r"\b(?:basis|terms|currency)$", re.IGNORECASE)
# What a sentence only supposes: "net income would have been".
SUPPOSED: Final = re.compile(
    r"\b(?:would(?: not)? have|could have|would be|might have|had it not|if not for)\b", re.IGNORECASE
)

# After a comparison: another clause has begun.
ANOTHER_CLAUSE: Final = re.compile(r"\b(?:while|whereas|but|was|were|is|are)\b", re.IGNORECASE)

# Between two figures: the second is the same measure at another time.
COMPARED: Final = re.compile(
    r"\b(?:compar(?:ed?|es|ing)\s+(?:to|with)|in comparison (?:to|with)|versus|vs\.?|against|as against|(?:up|down)"
    r"(?:\s+[^$]{0,20})?\s+from|from(?!\s+(?:operat|continuing|discontinued|investing|financing|sales?\b|the\s+sale))|than|(?<!year )(?<!year-)(?<!quarter )(?<!quarter-)(?<!period )over(?![ -](?:year|quarter|period)\b)|relative to|previously)\b",
    re.IGNORECASE,
)
# The same in so many words, even where no figure stands before it.
COMPARE: Final = re.compile(r"\bcompar(?:ed?|es|ing)\s+(?:to|with)\b|\b(?:versus|vs\.?)\s", re.IGNORECASE)
PER_SHARE_AFTER: Final = re.compile(
    r"^\s*(?:,|\()?\s*(?:(?:cents|dollars)\s+)?(?:(?:in|of)\s+)?(?:(?:net\s+)?(?:loss|income|earnings)\s+)?(?:per|a|each|for each)\s+"
    r"(?:adjusted\s+)?(?:fully[\s-]+)?(?:(?P<dilution>diluted|basic)(?:\s+and\s+(?:basic|diluted))?\s+)?"
    r"(?:common\s+|ordinary\s+|outstanding\s+|limited\s+partner(?:ship)?\s+)*(?:share|unit|ADS)\b"
    r"|^\s*(?:(?:of|in)\s+)?(?:fully\s+|diluted\s+|basic\s+|net\s+)*(?:earnings|income|loss(?:es)?)\s+per\s+(?:\w+\s+){0,2}(?:share|unit|ADS)\b"
    r"|^\s*\((?:basic|diluted)(?: and (?:basic|diluted))?\)\s+per\s+(?:common\s+)?share\b|^\s*(?:EPS|(?:tangible\s+)?book\s+value\s+per\s+(?:common\s+)?share)\b",
    re.IGNORECASE,
)
PERCENT_AFTER: Final = re.compile(r"\s*(?:%|percent\b|percentage points?|basis points|bps)", re.IGNORECASE)
DILUTION_AFTER: Final = re.compile(r"^[^.;$]{0,25}?\b(?:per\s+)?(?P<dilution>diluted|basic)\b", re.IGNORECASE)
PER_SHARE_SUBJECT: Final = re.compile(r"\b(?:per\s+(?:\w+\s+){0,4}share|EPS|book value per)\b", re.IGNORECASE)
SHARES_AFTER: Final = re.compile(
    r"^\s*(?:(?:million|billion|thousand)\s+)?(?:(?:of\s+)?(?:its|our|the|additional|weighted|average|diluted|basic"
    r"|outstanding|common|ordinary|restricted|unvested|Class\s+[A-Z]|treasury|fully|and(?=\s+diluted))\s+)*shares?\b",
    re.IGNORECASE,
)
SHARES_SUBJECT: Final = re.compile(
    r"\bshare\s+count\b|\bshares\s+outstanding\b|\bweighted[\s-]average.*shares\b", re.IGNORECASE
)
MARGIN_AFTER: Final = re.compile(
    r"^\s*(?P<subject>(?:[a-z-]+\s+){0,3}(?:margin|tax rate|churn|retention(?: rate)?|utilization))\b",
    re.IGNORECASE,
)
SHARE_OF_AFTER: Final = re.compile(
    r"^\s*(?:of|as a percentage of)\s+(?:the\s+|our\s+|its\s+)?(?P<whole>[a-z][a-z ]{2,40})", re.IGNORECASE
)

WHOLE_ENDS: Final = re.compile(
    r"\s+(?:compared|versus|against|for|in|from|during|and|or|was|were|is|came|at)\b", re.IGNORECASE
)
# By how much an expected amount may be off: that is no second value of it.
OFF_BY: Final = re.compile(r"(?:\bplus(?: or |/)minus|\bgive or take|\+\s*/\s*[-−–]|±)\s*$", re.IGNORECASE)
# An amount that goes on about the one before it, but on the other side of the tax.
OF_ANOTHER_TAX: Final = re.compile(r"^\s*,?\s*(?:after|before|net of|pre)[\s-]*tax\b", re.IGNORECASE)

FORECAST: Final = re.compile(
    r"\b(?:outlook|guidance|expectations?|expects?|expected to|anticipat(?:es?|ed)|forecasts?|project(?:s|ed|ions?)"
    r"|targets?|estimates? that|will be|assum(?:es|ptions?)|raising|reaffirm\w*|reiterat\w*|looking ahead|business outlook"
    r"|financial expectations|on track (?:to|for))\b",
    re.IGNORECASE,
)
ADJUSTED: Final = re.compile(
    r"\b(?:adjusted|non-?\s?gaap|pro[\s-]?forma|core|EBITDA\w*|organic|constant[- ]currency|free cash flow|excluding"
    r"|underlying|normalized|comparable operating)\b",
    re.IGNORECASE,
)
RANGE_GLUE: Final = re.compile(r"^\s*(?:to|and|through|[-–—−]{1,2}|—)?\s*$", re.IGNORECASE)
PAIR_GLUE: Final = re.compile(r"^\s*,?\s*and\s*$", re.IGNORECASE)
COMPANION_GLUE: Final = re.compile(r"^\s*(?:,\s*or|,|or|\(|,\s*and|and|—|-)\s*$", re.IGNORECASE)

# Comparisons that name their period only by reference to the one before.
YEAR_BEFORE: Final = re.compile(
    r"\b(?:(?:same|comparable|corresponding|equivalent|similar|year[- ]ago|prior[- ]year)\s+(?:[\w-]+\s+){0,2}?(?:period|quarter|"
    r"months|weeks)s?(?:\s+(?:of|in|a|last|the))*(?:\s+(?:prior|previous|last|year|ago|fiscal))*|last year|(?:prior|previous|"
    r"preceding)[- ](?:fiscal\s+)?year(?:'s|’s)?(?:\s+(?:quarter|period))?|a year (?:ago|earlier)|year[- ]ago|year[- ]over[- ]year"
    r"|year[- ]on[- ]year|YoY|y/y|prior[- ]year)\b",
    re.IGNORECASE,
)
# Several years before; the count is the first word.
YEARS_BEFORE: Final = re.compile(
    r"\b(?:two|three|four|five|[2-5])\s+years\s+(?:ago|earlier)\b", re.IGNORECASE
)
# References that compare, and never say by themselves for when a figure is.
ONLY_COMPARES: Final = re.compile(
    r"over[- ]|year[- ]on[- ]year|\bYoY\b|\by/y\b|\bQoQ\b|\bq/q\b|sequential|linked",
    re.IGNORECASE,
)
QUARTER_BEFORE: Final = re.compile(
    r"\b(?:(?:prior|previous|preceding|last|linked|immediately preceding|sequential)\s+quarter|sequentially|quarter[- ]over[- ]"
    r"quarter|(?:a|one) quarter (?:ago|earlier)|QoQ|q/q|on a linked[- ]quarter basis)\b",
    re.IGNORECASE,
)
# Between a figure and the time right behind it that it is for.
RIGHT_BEHIND: Final = re.compile(r"\s*(?:,?\s*(?:in|for|during|at)\s+)?(?:the\s+)?", re.IGNORECASE)
# What an amount may be a change by: "a $10 million increase", not "$2.80, increasing by 8%".
CHANGE_OF_AMOUNT: Final = re.compile(
    r"increases?|decreases?|declines?|improvement|reduction|gains?|drop|growth|rise|fall|higher|lower|above|below"
    r"|(?:more|less)\s+than",
    re.IGNORECASE,
)
# What is over is said in the past, whatever the heading above promises.
PAST: Final = re.compile(
    r"\b(?:was|were|had|grew|rose|fell|totaled|totalled|generated|achieved|reached|ended|increased|decreased|declined)\b",
    re.IGNORECASE,
)
MEASURES: Final = re.compile(
    r"\b(?:revenues?|sales|income|earnings|ebitda\w*|profits?|loss(?:es)?|margins?|cash|bookings|billings|expenses?|costs?)\b",
    re.IGNORECASE,
)


# A growth that is not the reported one: "up 13% in constant currency".
OTHER_GROWTH: Final = re.compile(
    r"^[\s,(]*(?:(?:in|on an?)\s+)?(?P<how>constant[- ]currenc(?:y|ies)|CC\b|organic(?:ally)?\b|(?:FX|currency)[- ]neutral"
    r"|local currenc(?:y|ies)|operational(?:ly)?\b)",
    re.IGNORECASE,
)
# Where what is said of a figure ends and something else begins.
NEXT_CLAUSE: Final = re.compile(
    r"\band\s+(?!diluted\b|fully\b)(?:[a-z]+ly\s+)?[A-Za-z]{3,}(?:s|ed|ing)\b|\band\s+(?:for|in|during)\s+the\b|;",
    re.IGNORECASE,
)
AND: Final = re.compile(r"\b(?:and|while|whereas|but)\b", re.IGNORECASE)
# The end of the period reported, said without a date.
AT_END: Final = re.compile(
    r"\b(?:at|as\s+of)\s+(?:the\s+)?(?:(?:end|close)\s+of\s+(?:the\s+)?)?(?:fiscal\s+)?(?:year|quarter|period)(?:[’']s)?[- ]end\b"
    r"|\b(?:at|as\s+of)\s+the\s+(?:end|close)\s+of\s+the\s+(?:fiscal\s+)?(?:year|quarter|period)\b(?!\s+(?:ended|of))"
    r"|\b(?:exiting|exited|ended|ending|closed|closing|finished|finishing)\s+the\s+(?:fiscal\s+)?(?:year|quarter|period)\b",
    re.IGNORECASE,
)
# What is told of a time after the period reported, or of one without a beginning.
OUTSIDE: Final = re.compile(
    r"\b(?:subsequent\s+to|after|since|following)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+)?)?(?:fiscal\s+)?(?:quarter|year|period|inception)\b"
    r"|\bsince\s+(?:its|our|the)\s+(?:inception|beginning|start|launch)\b|\bto\s+date\b(?<!year to date)(?<!year-to-date)",
    re.IGNORECASE,
)
# A figure behind such words is a part of the one before: "$3 billion, of which $1 billion is in Europe".
PART_BEFORE: Final = re.compile(
    r"\b(?:of which|of th(?:is|at)(?: amount| total)?,)\s(?!.*[;:])", re.IGNORECASE
)
# What a measure in percent moves by is told in points of it.
POINTS_AFTER: Final = re.compile(r"\s*(?:percentage points?|basis points|bps)\b", re.IGNORECASE)
# What a company raises its dividend to is paid later: "raised its annual dividend by 10% to $0.22".
RAISED_TO: Final = re.compile(
    r"\b(?:rais|increas|boost|hik|lift)\w+\s+(?:(?:in|of|to)\s+)?(?:its|our|the|a)\s+(?:[\w-]+\s+){0,4}dividends?\b[^.;$]{0,50}\bto\s*$",
    re.IGNORECASE,
)
# A bound that customers and their like are above: "customers with more than $100,000 in annual revenue".
BOUND: Final = re.compile(
    r"\b(?:customers?|clients?|accounts?|subscribers?|users?|contracts?|deals?|loans?|orders?|transactions?|households|projects?|agreements?)\b"
    r"(?:(?!increas|decreas|grew|rose|total|contribut|declin)[^.;$]){0,60}"
    r"(?:\b(?:more\s+than|over|greater\s+than|at\s+least|exceeding|in\s+excess\s+of|above)|[>≥])\s*$",
    re.IGNORECASE,
)
# A value that another one has replaced: "(prior guidance: $410 million)".
REPLACED: Final = re.compile(
    r"\b(?:prior|previous|earlier|old|original)\s+(?:guidance|outlook|expectation|range|estimate|forecast|target)s?\b[^.;$]{0,30}$"
    r"|\bpreviously\b[^.;$]{0,20}$",
    re.IGNORECASE,
)
# Words of time: where no period was read from them, none is assumed.
SOME_TIME: Final = re.compile(r"\b(?:(?:19|20)\d\d|quarters?|months?|weeks?|half|period)\b", re.IGNORECASE)
# What makes a date the moment of a balance.
AT: Final = re.compile(r"\b(?:as\s+of|as\s+at|at)\s+(?:the\s+(?:end|close)\s+of\s+)?$", re.IGNORECASE)
# The periods the release is about, named as such.
THIS_YEAR: Final = re.compile(
    r"\b(?:current|this)\s+(?:fiscal\s+)?year\b(?!\s+(?:quarter|period))", re.IGNORECASE
)
THIS_QUARTER: Final = re.compile(
    r"\b(?:current|this)(?:[\s-]year)?\s+(?:fiscal\s+)?quarter\b"
    r"|(?<=in )the quarter\b(?! (?:ended|ending|of))|(?<=for )the quarter\b(?! (?:ended|ending|of))"
    r"|(?<=during )the quarter\b(?! (?:ended|ending|of))",
    re.IGNORECASE,
)
# References to a time, each with the words of which it has one.
REFERENCES: Final = (
    (AT_END, ("year", "quarter", "period")),
    (YEAR_BEFORE, ("year", "quarter", "period", "month", "week", "yoy", "y/y")),
    (YEARS_BEFORE, ("years",)),
    (QUARTER_BEFORE, ("quarter", "sequential", "qoq", "q/q")),
    (THIS_YEAR, ("year",)),
    (THIS_QUARTER, ("quarter",)),
)
ABBREVIATIONS: Final = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|No|Nos|vs|approx|U\.S|Mr|Ms|Mrs|Dr|St|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|L\.P|N\.A"
    r"|S\.A|plc|LLC|(?<!/)[A-Z])\.$"
)
