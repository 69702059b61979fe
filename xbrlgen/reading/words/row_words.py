"""What the labels of rows mean: shares, rates, counts, sums, sections, as data.

Origin: the headings and captions of statements in American earnings releases and quarterly reports since
the nineties (regulation S-X articles 5, 7 and 9 set most of the names; newswires and OCR vary them).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from xbrlgen.reading.statement import Basis
from xbrlgen.reading.words.patterns import any_case

# No label is about shares without one of these; they are looked for first because that is quick.
_SHARE_HINT: Final = re.compile(r"share|unit|\beps\b|\bads|warrant|average|dilut|basic|equivalents")


@lru_cache(maxsize=1024)
def hints_at_shares(text: str) -> bool:
    """Whether a label or section may be about shares; asked of the same ones again and again."""
    return _SHARE_HINT.search(text.lower()) is not None


# Units are shares where partnerships earn and pay out for one; what is sold or costs so much a unit is a thing.
_OF_A_PARTNERSHIP: Final = (
    r"\b(?:net|income|earnings|loss|distribut\w+|dividends?|dcf|ffo|affo|cash flows?|book value|asset value|basic|diluted)\b[^$]{0,60}?"
    r"\bper\b[\w\s,()&/-]{0,45}?\bunits?\b(?!.*\bin \$)"
    r"|\bper\b(?: [\w-]+){0,3}? (?:limited|general|lp|common|class \w|preferred|subordinated|partner\w*|trust|depositary|outstanding|diluted)\b"
    r"[\w\s,()&/-]{0,30}?\bunits?\b|^\W*per (?:\w+ ){0,1}units?\b"
)
# What is measured by the thing whatever stands before it: "Net revenue per unit", "Average price per unit".
_BY_THE_THING: Final = (
    r"(?!.*\b(?:revenues?|sales|prices?|costs?|expenses?|rent|margin|profit|spend|fees?|volume|ebit(?:d?a)?|noi|operating (?:income|loss))\b"
    r"[^,;]{0,60}\bper (?:[\w-]+ ){0,3}units?\b)(?!.*\bunits? (?:sold|retailed|shipped|delivered|produced|leased)\b)"
)
PER_SHARE: Final = any_case(
    r"\bper\b(?!\s+(?:100|1,000|hundred|thousand)\b)[\w\s,()&/-]{0,45}?\b(?:shares?|ads|adss|warrants?)\b"
    rf"|^(?=.*\bunit){_BY_THE_THING}.*(?:{_OF_A_PARTNERSHIP})|\beps\b|(?:income|earnings|loss|book value|dividends?)\W{{0,2}}/\s?share|\$ per share"
)
SHARES: Final = any_case(
    r"^(?:\(?(?:basic|diluted)\)?\W+)?(?:(?:weighted|adjusted|number|total|shares|common|diluted|basic|average|avg|outstanding|ordinary|class \w)\W+)*"
    r"(?:(?:weighted[- ]?average|number of|average|avg\.?|diluted|basic)\b[^$]{0,60}\b(?:shares?|adss?)\b"
    r"|(?:weighted[- ]?average|diluted|basic)\b[^$]{0,60}\bunits\b|(?:number of|average)\b[^$]{0,60}\bunits outstanding\b)"
    r"|\b(?:trust|lp|partner(?:ship)?|common|subordinated) units?\b[^$.]{0,30}\boutstanding\b"
    r"|shares? (?:used|outstanding|issued|repurchased|in computing|for)|\bshares\b[^.]{0,50}\b(?:used|outstanding)"
    r"|weighted[- ]average[\w\s,-]{0,60}outstanding|^(?:diluted |basic |common )*shares\b|shares \(?(?:basic|diluted|in )"
    r"|\bshares\)?:?$|average (?:common )?(?:shares|equivalents|adss?)|anti-?\s?dilutive\b|(?:share|stock) equivalents"
    r"|\b(?:(?:effect|impact) of (?:potentially )?dilutive|dilutive (?:(?:effect|impact) of"
    r"|(?:potential |common |stock )*(?:shares|securities|options)))\b(?!.*(?:interest|income|note))"
)

# What dilution adds back to income, under a heading that else speaks of shares.
ADDED_BACK: Final = any_case(r"\binterest\b|\bdividends\b|\bincome\b")

# The heading of amounts per share that doesn't say so: "Basic and diluted share data:".
SHARE_DATA: Final = any_case(r"\b(?:common |ordinary )?share data\b")
# Words by which a label that says "per share" is still about the shares that are divided by.
BY_THE_SHARE: Final = any_case(r"\bper\b[\w\s,()&/-]{0,45}?\b(?:share|unit)s?\b(?:\s+outstanding)?")
COUNTED_SHARES: Final = any_case(
    r"\bshares\b.{0,30}(?:used|outstanding|computing|calculat)|weighted|\baverage\b|number of|outstanding"
)
SHARES_ROW_OF_BALANCE: Final = any_case(
    r"^(?:number of |total |common |class [ab] )*shares (?:issued|outstanding)|shares outstanding"
)

# What tells of a class of stock in the label of its amount: its par value, how many shares of it there are.
STOCK_DESCRIBED: Final = any_case(
    r"\bpar\b|at cost|authorized|stated value|\d{3}(?: and [\d,.]+)?(?:,? respectively,?)? (?:\w+ )?shares"
)
_RATE: Final = "[\\d¼½¾⅛⅜⅝⅞]"  # the end of a rate that is part of a name: "4 ½% notes"
PERCENT_ROW: Final = any_case(
    rf"(?<!{_RATE})(?<!{_RATE}\s)%|\bpercent(?:age)?\b(?! (?:rents?|leases?))|\btax rate\b|\bgrowth rate\b|\byield\b|\b(?<!absorption )(?<!daily )(?<!day )(?<!room )(?<!exchange )(?<!hourly )(?<!run )(?<!charter )(?<!hire )rate\b$|return on|margin \("
)
# What is said of working capital: days and turns of it, ratios; none of it is money, be it below a balance sheet.
_MEASURED_IN_DAYS: Final = (
    r"\bdays(?:['’]|\b)(?: of| in)? (?:sales|billings|revenues?|payables?|receivables?|inventor(?:y|ies)|working capital)\b"
    r"(?! (?:in|of) \$)|\b(?:dso|dio|dpo|dsi)s?\W*$|\b(?:inventor(?:y|ies)|receivables?|assets?|capital|payables?) (?:turn(?:s|over)?)\b"
)
# What carriers carry and how far; what they earn for one mile is money.
_TRAFFIC: Final = (
    r"^(?!.*\bper\b).*\b(?:(?:passenger|seat|ton|freight)[- ](?:miles|kilomet(?:er|re)s)|revenue passengers|passengers (?:flown|carried)"
    r"|block hours|(?:aircraft|flights?|scheduled|revenue|daily|weekly|system)[- ]departures)\b|^(?:total )?departures\W*$"
)
COUNTED_LAST: Final = any_case(
    rf"{_MEASURED_IN_DAYS}|{_TRAFFIC}|\b(?:transactions|customers|subscribers|subscriptions|employees|members|users|locations|branches)$|^ratio of\b"
    r"|\((?:in )?(?:homes|units|lots)\)\W*$"
)
PERCENT_LABEL: Final = any_case(
    r"%|\brate\b|\bmargin\b|\bgrowth\b|return on|\byield\b|percent(?:age)? (?:of|change)|as a percent"
)

# Rates of banks and insurers, which they print without percent signs more often than with.
RATE_ROW: Final = any_case(
    r"\binterest (?:rate )?(?:margin|spread)\b|\b(?:efficiency|overhead|combined|loss|expense|payout|tier (?:1|one|2)|capital|cet1"
    r"|charge-?offs?|allowance|non-?performing|loans?[- ]to[- ]deposits?)\b[^$]{0,40}\bratios?\b"
    r"|^(?:adjusted |core |annualized |operating )*ro(?:a|e|aa|ae|ace|tce|atce|te)\b"
)

# What else is told in percent: costs of money, and shares of what there is that is used, lent, lost or kept.
NAMED_RATE: Final = any_case(
    r"^(?:total |average )?(?:cost|yields?) (?:of|on) (?:total |interest[- ]bearing |average )*(?:funds|deposits|liabilities|loans|borrow\w+|securit\w+"
    r"|repurchase|assets|earning)|\boccupancy\b|\bleased\b|\bchurn\b|\bretention\b|\butili[sz]ation\b|\bratio\b|\bload factor\b|\bmargins?\b|\bspread\b"
    r"|\bloans?(?: |-)?(?:to|/)(?: |-)?(?:deposits?|assets)|\w\s?/\s?(?:total |average |net )*(?:portfolio )?(?:loans|assets|deposits|equity|revenues?|sales)\b"
)

# Days of what ships, hospitals, hotels and rental fleets have; not the rates and costs of one.
_DAYS_COUNTED: Final = (
    r"(?<!per )\b(?:voyage|operating|available|ownership|vessel|calendar|fleet|off-?hire|charter|patient|resident|rental|room|rig|trading|selling)"
    r"[- ]days\b(?! (?:sales|revenue|cost|of (?:sales|inventory)))"
)

# What stands below balance sheets, whose other lines are amounts.
NEVER_MONEY: Final = any_case(
    rf"{_MEASURED_IN_DAYS}"
    r"|^(?:current|quick|acid[- ]test|leverage|liquidity|cash|debt|equity|net debt|capital)\b[\w\s/-]{0,30}\bratios?\W*$"
    r"|^(?:number of|total|full[- ]time|part[- ]time|permanent|average|worldwide|global)?\s*(?:full[- ]time )?(?:number of )?"
    r"(?:employees|headcount|associates|stores|locations|branches|restaurants)(?: \(?(?:at|end|open|fte)\b.*)?\W*$"
)
PERCENT_OF_BALANCE: Final = any_case(
    r"^return on\b|-to-[\w-]+\s?(?:%|percent)|^(?:net )?debt (?:to|/) (?:total )?(?:\w+ )?(?:equity|capital(?:ization)?)\W*(?:%|\(%\)|percent\w*)"
)

# Things that are counted wherever they stand, and headings under which no amounts stand as a matter of course.
SURELY_COUNTED: Final = any_case(
    rf"{_MEASURED_IN_DAYS}|\b(?:passenger|seat|ton|freight)[- ](?:miles|kilomet(?:er|re)s)\b|\bblock hours\b|\brevenue passengers\b"
    rf"|{_DAYS_COUNTED}"
    r"|\bnumber of\b|\bratios?\b|\bheadcount\b|\bfull[- ]time\b|\b(?:stores?|restaurants?|branches|locations|offices|units|rooms"
    r"|hotels|properties|clubs|warehouses|customers|subscribers|members|accounts|employees|vessels|rigs|wells|sites|agents)\b"
    r".{0,20}\b(?:open|operation|end of|(?:period|year|quarter)[- ]end|at end)\b"
)

# One amount over another: those of banks are printed in percent, those of debt as a multiple or in percent.
RATIO_IN_PERCENT: Final = any_case(
    r"\b(?:allowance|non-?performing|non-?accrual|charge-?offs?|delinquen\w+|equity|capital|loans)\b.*(?:\s/\s?|/\s|\bto\b|-to-)"
    r".*\b(?:assets|loans|capital|deposits|receivables|equity)\b"
)
RATIO_OF_DEBT: Final = any_case(
    r"\b(?:debt|leverage|borrowings|ebitdar?|ffo|earnings)\b.*(?:\s/\s?|/\s|\bto\b|-to-)"
    r".*\b(?:ebitdar?|equity|capital(?:ization)?|interest|fixed charges|ffo|assets)\b"
)

# Units of the physical world; a price "per Mcf" is no quantity of gas.
PHYSICAL: Final = any_case(
    r"(?<!per )(?<!/)\b(?:[kmgt]wh|mm?bbls?|bbls?|barrels|mm?cfe?|bcfe?|mm?boe|boe|mm?btu|dth|dekatherms|therms|tons|tonnes"
    r"|ounces|gallons|acres|acreage|tonnage|square (?:feet|meters|metres|footage)|sq\.? ?(?:ft|footage)|teus?|carats"
    r"|[km]?bpd|[km]?boepd|bopd|mm?b/d|mmcfd|[mg]w|megawatts?|kilowatts?|gigawatts?|throughputs?)\b"
)

# What a whole table is measured in: "(millions of kWh)"; beside money it says nothing of a row.
PHYSICAL_UNIT_LINE: Final = any_case(
    r"\((?:(?:in )?(?:hundreds|thousands|millions|billions)(?: of)?|in) (?![^()]*(?:[$€£¥,]|dollars|except))[^()]*\)"
)
COUNTS_SECTION: Final = any_case(
    r"\bratios?\b|\bstatistic|\boperating data\b|\bother data\b|\boperating metrics\b"
)

# What only counts are of, wherever it stands in a label.
THINGS: Final = (
    r"(?:homes|households|subscribers?|subscriptions|customers?|users|passengers?|members(?:hip)?|lives|patients|visits?|visitors|guests|nights"
    r"|(?<!\d )days|hours|miles|kilomet(?:er|re)s|tickets|orders|shipments|deliveries|packages|pieces|loads|cases|units|vehicles|devices|handsets"
    r"|lines|connections|accounts|policies|claims|contracts|participants|employees|transactions|trades|downloads|impressions|seats|rooms"
    r"|stores|lots|shares|messages|searches|clicks|buyers|sellers|merchants|drivers|rides|trips|students|enrollments?"
    r"|admissions|discharges|surgeries|procedures|births|beds|encounters|prescriptions|advis[eo]rs|brokers|consultants|franchisees"
    r"|apartments|homesites|flights|listings|viewers|listeners)"
)
THINGS_COUNTED: Final = any_case(rf"\b{THINGS}\b")

# A label that ends with them, but for marks and brackets: "Intermodal loads", no "Interest on customer accounts".
THINGS_LAST: Final = any_case(rf"^(?:[\w-]+ ){{0,3}}{THINGS}\W*$")

# What is owed or given to those that are counted is money: "Due from brokers", "Loans to customers".
OWED: Final = any_case(
    r"^(?:(?:net|total|amounts?) )?(?:due|owed|loans?|advances|credits?|rebates|refunds|commissions|compensation|severance"
    r"|settlements?)(?: \w+){0,2} (?:to|from|with|for)\b"
)

# A scale in a label without any currency beside it.
SCALED_COUNT: Final = any_case(
    r"(?<![$€£¥] )\((?:in )?(?:thousands|millions|billions|000['’]?s|['’‘]000s?|mils?|bils?)\.?\)\s*$"
)
# A scale in a label with a mark of currency: "Commission on trades ($ thousands)".
SCALED_MONEY: Final = any_case(
    r"\((?:in )?[$€£¥]\s?(?:in )?(?:thousands|millions|billions|trillions|000['’]?s|mm|mils?|bils?)\.?\)\W*$"
)
PURE_ROW: Final = any_case(
    r"\bnumber of\b|\bheadcount\b|^(?:total )?(?:customers|employees|subscribers|users|members|stores)\b|\bratio\b|\btimes\b|\bmultiple\b|\b(?:employees|stores?|restaurants?|customers?|subscribers?|subscriptions"
    r"|users|members|accounts|locations|branches|rooms|(?<!\d )days|transactions|units|trades|clients|patients|vehicles|aircraft|bitcoin"
    r"|barrels|tons|gallons|buyers|sites|warehouses|ftes?|communities|agencies|consultants|tractors|trailers|beds)\b(?=\W*(?:\(|$|at\b|end|per (?:day|month|year)|open|as of))"
    r"|^(?:net |new |total )*(?:homes?|lots?|units?) (?:orders|closed|closings|delivered|deliveries|sold|(?:in|under) \w+)\W*$"
    r"|\((?:in )?(?:homes|units|lots)\)\W*$"
    rf"|{_DAYS_COUNTED}|{_MEASURED_IN_DAYS}|{_TRAFFIC}"
)
MONEY_ROW: Final = any_case(
    r"revenue|sales|income|expense|cost|cash|profit|receivable|payable|assets|liabilit|equity|loss|earnings|debt|ebitda|deposits|accounts (?:rec|pay)|\btax(?:es)?\b|translation|unrealized|pension|\bgains?\b|accretion|redemption|fees|proceeds|purchase|payment|billings|volume|dividends"
    r"|\bdepreciation\b|\bamortization\b(?! (?:periods?|years|terms?))"
    r"|\binventor(?:y|ies)\b(?! (?:turn|days|homes|lots|units))|\bgoodwill\b|\bborrowings\b|\bexpenditures\b"
)

# What else is money wherever it stands, though rows of statistics have words like it.
MONEY_TOO: Final = any_case(
    r"\bloans?\b|\bsecurities\b|\binvestments?\b|\bcapital\b|\bbacklog\b|\b(?:aum|noi|ffo|affo|mffo|arr|gmv|gpv|tpv|upb|rpo|capex)\b|\ballowance|\bpremiums?\b"
    r"|\breserves?\b|charge-?offs|originations?|\bcommitments?\b|\bbalances?\b|\bprovision|\bvalue\b|\bprices?\b|\bwages\b|\bsalaries\b|\bbenefits?\b"
    r"|\binterest\b|\brents?\b|\broyalt|\bspend(?:ing)?\b|\bmargin\b|\bproperty\b|\bleases?\b|\bobligations?\b|\bliquidity\b|\bcompensation\b|\bbookings\b"
    r"|\bcontribution\b|\boperating (?:data|results)\b|\badvances\b|\bnotes\b|\bmortgages?\b|\bcredit\b|\bimpairment|\bcharges?\b|\badjustments?\b|\bamortized\b"
)

# Labels of sums that do not begin with "Total".
TOTALS: Final = any_case(
    r"^(?:sub)?totals?\b|\btotal$|^net (?:cash|income|loss|earnings|\(|interest (?:income|margin) after|increase|decrease|change|operating|property)"
    r"|^(?:gross|operating) (?:profit|margin|income|loss|\()|^(?:income|loss|earnings|\(loss\)|profit)\b.{0,20}\b(?:before|from (?:operations|continuing))"
    r"|^(?:adjusted |non-gaap )|^comprehensive (?:income|loss)|^cash.*end(?:ing)? of|^working capital"
)

# A line that ends so goes on: joints of labels that a page was too narrow for.
OPEN_END: Final = any_case(
    r"(?:,|;|-|–|—|/|&|\b(?:of|to|and|in|from|for|per|the|by|on|with|or|at|(?<!class )(?<!series )a|an|its|less|attributable|before|after|including|as|related|used|than)|\bper (?:average|common|diluted)|(?:holders|owners)[’'])$"
)

# By which measure a row is stated, by its label.
ROW_BASES: Final = (
    (Basis.PRO_FORMA, any_case(r"pro[- ]?forma")),
    (Basis.ADJUSTED, any_case(r"\bnon-?\s?gaap\b(?!.*adjustment)|^adjusted\b|\bas adjusted\b|^core (?:net|earnings|operating)|\(adjusted\)|^free cash flow")),
    (Basis.FORECAST, any_case(r"\bguidance\b|\bforecast\b")),
)  # fmt: skip
AT_ITS_BEGINNING: Final = any_case(
    r"\b(?:beginning|start) of (?:the )?(?:period|quarter|year|month)\b|\bbalance\W+(?:at )?beginning\b"
    r"|^(?:beginning|opening) (?:balance|assets|aum|backlog|inventory|units?|stores?|count|number|total)\b"
)
# A balance before a time that says not of what: the title of its table may.
UNNAMED_BEGINNING: Final = any_case(
    r"\W*(?:balances?|number|total|count)?\W*(?:at |as of )?(?:the )?(?:beginning|start|opening)(?: balances?)?"
    r"(?:,? of (?:the )?(?:period|quarter|year|month))?\W*"
)
_UNIT_SAID: Final = r"(?:\s*\((?:in |[$€£¥0])[^()]*\))?\W*$"
# By which a label says at which end of a time its balance stands, besides what it is.
EDGE: Final = any_case(
    r"[\s,(–—-]*\b(?:(?:at|as of) )?(?:the )?(?:beginning|start|end) of (?:the )?(?:period|quarter|year|month)"
    rf"{_UNIT_SAID}|[\s,(–—-]*\b(?:at )?(?:period|quarter|year)[- ]end{_UNIT_SAID}"
    r"|^(?:beginning|opening|ending|closing|(?:end of )?(?:period|quarter|year)[- ]end|end of (?:period|quarter|year))\s+(?=\w{3})"
)
AS_REPORTED: Final = any_case(
    r"(?<!previously )(?<!originally )\bas reported\b|(?<!non-)(?<!non )\bgaap\b(?!.*\badjust)"
)
FLAVOUR: Final = any_case(
    r"^\W*(?:(?:basic|diluted|assuming dilution|fully diluted)\b"
    r"|primary(?=\W*$|\s+(?:earnings|eps|net|income|loss|and|shares|weighted|average|common)\b))"
)
# What is lent and owed, as the heading of its kinds: "Non-accruing loans:" over "Land and lots".
LENT: Final = any_case(r"\b(?:loans|leases|deposits|charge-?offs|recoveries)\W*$")
ONE_DILUTION: Final = any_case(r"\b(?:basic|diluted)\b")
BALANCE_ROW: Final = any_case(r"^(?:beginning |ending |opening |closing )?balances?\b")
# Gains on sales of assets, impairments of them and costs of debt are told per share, the things themselves never.
NEVER_PER_SHARE: Final = any_case(
    r"(?<!deferred )\brevenues?\b|(?<!of )(?<!on )\bsales\b(?! of)|cash flow|ebitda|^(?:total |net |current )*assets\b|expenditures"
    r"|^(?:(?:total|net|long-term|short-term|average) )*debt\b(?! (?:issuance|issue|extinguish|discount|retire|refinanc|modif|offer"
    r"|conver|amend|repurchase|financing|redemption|prepay|cost))"
)

# Lines of an income statement that stand in no section of it, wherever they are printed.
OWN_LINE: Final = any_case(
    r"^(?:income|loss|earnings|profit|\(loss\)|pre-?tax)\b.{0,30}\b(?:before|from (?:continuing )?operations)\b|^pre-?tax income"
    r"|^net interest (?:income|margin)|^(?:total )?comprehensive (?:income|loss|\()"
    r"|^net \(?(?:income|loss|earnings)(?!(?:es)?\)?,? (?:and |or )?\(?(?:gains?\b|on\b|(?:from|of) (?:sales?|disposals?)\b))"
    r"|^operating (?:income|loss|profit|\()|^gross (?:profit|margin|\()"
    r"|^(?:provision|benefit|\(?benefit|\(?provision).{0,30}\btax|^income tax (?:expense|benefit|provision)"
)

# The outermost sections of statements: only another of them ends one.
MAIN_SECTION: Final = any_case(
    r"^cash flows?\b.*activities|^(?:operating|investing|financing) activities|^assets\W*$|^liabilities\b.*(?:equity|deficit|capital)"
)

# Headings of lists of balances, in which totals are lines like others: "Period-end balances: total assets, loans".
LIST_OF_BALANCES: Final = any_case(
    r"^(?:selected |summary |consolidated |average |period[- ]end |year[- ]end |quarter[- ]end |end[- ]of[- ](?:period|quarter|year) )*"
    r"(?:balance sheets?(?: data| highlights| items| information)?|(?:average )?balances|statements? of financial (?:condition|position)"
    r"|financial (?:condition|position)(?: data)?|at (?:period|quarter|year)[- ]end|(?:period|quarter|year)[- ]end(?: data)?)"
    r"(?:,? (?:at|as of|end of)\b.*)?(?: \([^)]*\))?\W*$"
)

# Headings over a few lines that are taken off or put on; and lines without figures that head nothing.
SMALL_SECTION: Final = any_case(r"^(?:less|add|plus|deduct|including|of which|minus)\W*$")
NO_SECTION: Final = any_case(
    r"^commitments\b|contingencies\b|^subsequent events?\b|^see (?:accompanying )?notes|^\(?continued\)?$|^page \d"
    r"|^\(?\d(?:,\d)*\)?$"
)

# What a share of is its book value.
NET_WORTH: Final = any_case(r"\bequity\b|\bnet assets\b|^(?:tangible )?book value$")
BOOK_VALUE: Final = any_case(r"\b(?:book|net asset) value\b")
NET_INCOME: Final = any_case(
    r"\bnet\s+\(?(?:income|loss|earnings|profit)|^\(?(?:loss|income)\)?[^a-z]*(?:loss|income)?[^a-z]*attributable"
    r"|(?:income|loss|earnings) (?:available|attributable|applicable)"
)
