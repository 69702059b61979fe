"""Amounts for one of something, and what is sold or counted by the piece, as data.

Origin: statistics in earnings releases of hotels, carriers, truckers, dealers, networks, homebuilders, miners and
producers of oil and gas.
"""

from __future__ import annotations

from typing import Final

from xbrlgen.reading.words.patterns import any_case

# Amounts for one of something; no unit line in thousands is for them.
PRICE: Final = any_case(
    r"\bper (?:[\w-]+ ){0,2}(?:gallon|[apr]sm|rpm|bbl|barrel|boe|mcfe?|mmbtu|[mk]wh|ton|tonne|pound|lb|ounce|oz|day|night"
    r"|square foot|sq\.? ?ft|mile|hour|gram|kilogram|kg|carat|acre|bushel|cwt)\b|\([$€£¢]\s?/\s?[a-z]+\)"
)

# The same of what is sold, driven or sent one by one, also over rows: "Gross profit per vehicle retailed:".
PRICED: Final = any_case(
    r"^(?!.*\b(?:in )?(?:thousands|millions|000s)\b).*\bper (?:[\w-]+ ){0,2}(?:vehicle|car|truck|tractor|trailer|load|shipment|hundredweight|cwt|package"
    r"|piece|carload|container|teu|prescription|script|patient|procedure|ticket|attendee|contract|student)\b"
)

# What one is sold for on average; printed so long, it is in dollars whatever the table is in.
AVERAGE_PRICE: Final = any_case(r"\baverage (?:\w+ ){0,3}price\b")

# The same to the cent: what hotels take for a room and carriers, shops and networks of a customer.
PRICE_IN_CENTS: Final = any_case(
    r"\b(?:adr|rev ?par|rev ?por|arp[sua]|arpac|arppu|rpu|average (?:daily|room|nightly) rate|(?:stock|share|market|closing|trading) price|average (?:guest )?(?:check|ticket|fare))\b"
    r"|\bper (?:[\w-]+ ){0,3}(?:unit|room|subscriber|subscription|user|customer|passenger|visit|admission|transaction|trade|rgu|line|guest|member)\b"
)

# What is sold by the piece, as rows or headings over them: no money, whatever "sales" else are.
SOLD_BY_THE_PIECE: Final = any_case(
    r"\bunit (?:sales|shipments|deliveries|volumes?)\b(?! \(?\$)|\b(?:units|homes|vehicles|lots) (?:sold|shipped|delivered|retailed|wholesaled|closed"
    r"|purchased|acquired|settled|started|listed|(?:in|under) (?:inventory|backlog|contract|construction))\b"
)

# What things sold cost and bring, besides what is money in any row: "Gross margin on vehicles sold".
BROUGHT_BY_THINGS: Final = any_case(r"\bmargins?\b|\bvalues?\b|\bprices?\b|\bproceeds\b|\bdollars?\b|\$")

# All that is sold in a day or an hour: as much a price as an amount in the unit of the table.
SOLD_A_DAY: Final = any_case(
    r"\b(?:sales|revenues?|billings|bookings|orders)\b(?:(?! per ).){0,60} per (?:(?:selling|business|working|trading|shipping)[- ])?"
    r"(?:day|night|hour)\b(?!.*\bper\b)"
)

# An amount for each of something that is not sold: as much a price as an amount in the unit of the table.
APIECE: Final = any_case(
    r"\bper (?:[\w-]+ ){0,3}?(?:aircraft|order|delivery|employee|associate|worker|person|consultant|physician|agent|advisor"
    r"|restaurant|store|shop|location|branch|site|club|theat(?:er|re)|screen|hotel|room|bed|seat|customer|subscriber|user|member"
    r"|account|line|household|home|lot|house|guest|visit|visitor|admission|discharge|enrollment|policy|claim|loan|transaction|apartment|unit"
    r"|passenger|departure|well|foot|rig|vessel|watt|copy|week|month)s?\b"
)

# What is paid on a share or stands behind it, and is told of one as often as of all.
OF_SHARES: Final = any_case(r"\bdividends?\b|\bdistributions?\b|\b(?:book|net asset) value\b|\bnav\b")

# What else is, and what is only told of one: "Earnings | 0.42", "Price range: High | 25.10".
OFTEN_PER_SHARE: Final = any_case(
    r"\bearnings\b|\b(?:income|loss) from\b|\b[anm]{0,2}ffo\b|\bfunds from operations\b|\bprices?\b|^(?:high|low|close)\b"
)

# Headings over such amounts, and what a unit line may except.
STATISTICS: Final = any_case(r"\bstatistic|\boperating (?:data|metrics)\b|\bother data\b")

# Places, vessels and people at work, of which no table is in thousands: "Number of hotels", "Stores open".
COUNTED_SINGLY: Final = any_case(
    r"\b(?:stores?|restaurants?|hotels?|branches|offices|agencies|dealers|consultants|tractors|trailers|ftes?|(?:number of|total|owned|managed|leased|operating) properties|communities|hospitals|clinics"
    r"|warehouses|clubs|theat(?:er|re)s|vessels|rigs|aircraft|schools|campuses|dealerships|headcount|(?<!per )employees)\b"
    r"(?=\W*(?:$|\(|,|open(?:ed)?\b|closed\b|operat(?:ed|ing)\b|owned\b|leased\b|managed\b|at\b|end\b|in operation\b))"
)

# Those of them that large companies do count in thousands: "Employees | 12 | 11".
STAFF: Final = any_case(r"employees|headcount")
