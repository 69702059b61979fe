"""What the titles of financial tables say, and the rows that prove what a table is, as data.

Origin: the headings and captions of statements in American earnings releases and quarterly reports since
the nineties (regulation S-X articles 5, 7 and 9 set most of the names; newswires and OCR vary them).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from xbrlgen.reading.statement import StatementKind
from xbrlgen.reading.words.patterns import any_case


def _rows(pattern: str) -> re.Pattern[str]:
    """A pattern over all labels of a table at once, in small letters and each behind a line feed.

    So ``^`` is a letter to look for, and there is no case to ignore, which makes it several times as fast.
    """
    return re.compile(re.sub(r"(?<!\[)\^", r"\\n", pattern), re.MULTILINE)


# Titles, the more telling kinds first: a reconciliation often names the statement it reconciles to. The patterns are for
# small letters: those are looked through several times as fast as where case is ignored.
TITLES: Final = (
    (StatementKind.GUIDANCE, re.compile(r"\bguidance\b|\boutlook\b|\btargets?\b|forward[- ]looking (?:estimate|non)")),
    (
        StatementKind.RECONCILIATION,
        re.compile(
            r"reconcil|non-?\s?gaap|\badjusted\b|\bebitda|free cash flow|pro[- ]?forma|excluding (?:special|certain)"
            r"|\bffo\b|funds from operations|core (?:earnings|results)|constant currency|organic|tangible (?:common|book)"
        ),
    ),
    (StatementKind.STOCK_COMPENSATION, re.compile(r"(?:stock|share|equity)[- ]based compensation|stock compensation")),
    (StatementKind.CASH_FLOW, re.compile(r"statements? of (?:consolidated )?cash\s?flows?|cash\s?flows? statements?|\bcash flows?\b")),
    (
        StatementKind.EQUITY,
        re.compile(
            r"statements? of (?:changes in |consolidated )*(?:(?:stock|share)holders|(?:stock|share)owners|members|owners"
            r"|partners|total)?\W{0,2}s?\W{0,2}(?:equity|deficit|capital)"
        ),
    ),
    (
        StatementKind.BALANCE,
        re.compile(
            r"balance\s?sheets?|statements? of (?:consolidated )?(?:financial )?(?:condition|position)"
            r"|financial condition data|statements? of assets and liabilities"
        ),
    ),
    (
        StatementKind.INCOME,
        re.compile(
            r"statements? of (?:consolidated |net |condensed |distributable )*(?:operations?|income|earnings|loss(?:es)?"
            r"|profit)|income statements?|(?:operations|earnings|income|operating) statements?"
            r"|consolidated (?:operations|earnings|income)\b|statements? \(?loss\)? of|profit and loss"
            r"|results of operations|operating results"
        ),
    ),
    (StatementKind.COMPREHENSIVE, re.compile(r"comprehensive (?:income|loss|\(loss\)|earnings)")),
    (StatementKind.AMORTIZATION, re.compile(r"amortization of|amortization expense")),
    (StatementKind.METRICS, re.compile(r"\b(?:operating|operational|traffic|fleet|production|property|other) (?:statistics|metrics)\b")),
    (
        StatementKind.SEGMENTS,
        re.compile(
            r"\bsegments?\b|by (?:geograph|region|country|product|business|category|channel|brand|type|subsidiar|operating compan)|disaggregat"
            r"|geographic|revenues? by|sales by|revenues analysis|net sales information|division"
        ),
    ),
    (
        StatementKind.METRICS,
        re.compile(
            r"key (?:\w+ )?(?:metrics|statistics|indicators|measures)|operating (?:metrics|data|statistics|highlights)"
            r"|highlights|selected|supplement|summary|performance|statistics|ratios|schedule|other data|dashboard"
        ),
    ),
)  # fmt: skip


@lru_cache(maxsize=512)
def kinds_named(title: str) -> tuple[StatementKind, ...]:
    """The kinds that a title names, the more telling ones first."""
    small = title.lower()
    return tuple(kind for kind, pattern in TITLES if pattern.search(small))


# Words in a title by which a table is never the statement that its other words name, and words by which
# it is only where its rows are those of a whole statement.
NEVER_FACE_TITLE: Final = any_case(
    r"reconcil|non-?\s?gaap|pro[- ]?forma|free cash flow|average (?:consolidated )?balance|analysis|\bguidance\b|\boutlook\b"
    r"|as a percent|percentage of|parent company only|adjusted|average balances|rate/volume"
)
NOT_FACE_TITLE: Final = any_case(
    NEVER_FACE_TITLE.pattern + r"|supplement|selected|highlights|\bsummary\b|excerpt|\bkey |\bdetails\b"
)

# A heading within a table below which lines of a balance sheet are quoted: "Balance Sheet Data (at year end):".
BALANCE_DATA: Final = any_case(
    r"(?:selected |summary |condensed |consolidated )*(?:balance sheets?|financial (?:position|condition))"
    r"(?: data| items| information)?\s*(?:\(.*\)|\(?(?:at|as of)\b.*)?:?$"
)

# Measures that companies of a trade tell beside lines of their statements.
MEASURES_OF_TRADE: Final = any_case(
    r"\b(?:ebitdar?|ffo|affo|funds from operations|rev ?par|adr|occupancy|same[- ]store|comparable|arpu|churn|backlog|bookings)\b"
)
# A title that names a statement in so many words, not only its subject ("Cash flows").
OUTRIGHT_TITLE: Final = any_case(r"statements?\b|balance sheets?|operations data")

# Row labels that prove what a table is: kind, what must occur, how many different ones make the proof.
FACE_ROWS: Final = {
    StatementKind.BALANCE: (
        _rows(r"^total assets"),
        _rows(r"^total (?:current )?liabilities(?!.*(?:equity|deficit|capital))"),
        _rows(r"^total.{0,40}(?:equity|deficit|capital)|liabilities.{0,50}(?:equity|deficit|capital|investment)"),
        _rows(r"^(?:cash|accounts payable|retained earnings|accumulated (?:deficit|other)|additional paid|deposits)"),
        _rows(r"^(?:inventor|accounts receivable|property|goodwill|loans|prepaid|common (?:stock|shares))"),
    ),
    StatementKind.CASH_FLOW: (
        _rows(r"operating activities"),
        _rows(r"investing activities"),
        _rows(r"financing activities"),
        _rows(r"(?:increase|decrease|change).{0,30} in cash|^cash.{0,60}(?:beginning|end) of|depreciation"),
    ),
    StatementKind.INCOME: (
        _rows(r"\b(?:revenues?|net sales|sales|interest income|premiums|fees)\b"),
        _rows(r"\b(?:net|comprehensive) (?:\(?(?:income|earnings|loss|profit)\)?)|net earnings"),
        _rows(r"^cost|expenses?\b|selling|research|general and admin|provision for (?:credit|loan)"),
        _rows(r"before (?:provision|income tax|tax|\(?benefit|equity|minority)|income tax|taxes"),
        _rows(r"per (?:\w+ ){0,2}share|\bbasic\b|\bdiluted\b|\beps\b|per (?:\w+ ){0,2}unit"),
        _rows(r"operating (?:income|profit|loss|\()|(?:income|loss|profit).{0,12} from operations|gross (?:profit|margin)"),
    ),
    StatementKind.COMPREHENSIVE: (
        _rows(r"^(?:total )?(?:other )?comprehensive (?:income|loss|\()"),
        _rows(r"translation|unrealized|pension|hedg|available[- ]for[- ]sale"),
    ),
    StatementKind.EQUITY: (
        _rows(r"^balances?\b"),
        _rows(r"repurchase|issuance|stock-based|share-based|dividends|exercise|net (?:income|loss|earnings)"),
    ),
}  # fmt: skip
EQUITY_COLUMNS: Final = any_case(
    r"paid[- ]in|retained|accumulated (?:other|deficit)|treasury|common (?:stock|shares)|preferred|noncontrolling"
)

# What the names of companies end with, in the United States and where foreign filers come from.
LEGAL_FORM: Final = (
    r"(?:Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|LLC|L\.L\.C|L\.?P|PLC|plc|N\.?V|S\.?A|A\.?G|SE|Group"
    r"|Holdings?|Bancorp|Bancshares|Trust|Partners|Technologies)\b\.?"
)
LEGAL_NAME: Final = any_case(rf"^[A-Z][\w&.,’' -]{{2,60}}\b{LEGAL_FORM}(?:,? and (?:its )?subsidiaries.*)?$")
LEGAL_WORDS: Final = any_case(
    rf"\b{LEGAL_FORM}|\b(?:the|and|of|its|subsidiar(?:y|ies)|consolidated|continued|unaudited)\b|\([^()]*\)"
)

# Titles of statements that are not of the company as a whole; and those that also head schedules of one line of it:
# "Income from unconsolidated affiliates".
OF_A_PART: Final = any_case(
    r"\bparent(?: company)?[- ]only\b|\bwholly[- ]owned subsidiar|\ba subsidiary of\b|\bnon-?guarantor"
    r"|^(?!.*(?:continuing|\b(?:recast|restated|reclassified|revised|adjusted)\b)).*\bdiscontinued operations\W*(?:\([^()]*\)\W*)?$|\bprior to (?:the )?(?:acquisition|merger)\b"
    r"|\bsame[- ](?:store|property|center|community)\b"
)
FACE_OF_A_PART: Final = any_case(
    r"\bunconsolidated (?:\w+ )?(?:joint ventures?|affiliates?|subsidiar\w+|entit\w+|investments?|propert\w+|partnerships?)\b"
    r"|^\W*(?:[\w-]+ ){0,3}joint ventures?\W*$|\bequity[- ]method investees?\b|\bvariable interest entit"
    r"|^\W*(?:[A-Z][\w&-]* ){1,4}segment\W*$"
)
# What goes on with the title of the line above: "Excluding amortization of intangibles and restructuring".
ASIDE: Final = any_case(r"\W*(?:excluding|excludes|exclusive of|before|adjusted to exclude|including)\b")
# Titles of statements by measures of the company's own, and of tables that hold nothing else.
ADJUSTED_STATEMENT: Final = any_case(
    r"non-?\s?gaap|\badjusted\b|^\W*(?:core|underlying|normalized|economic|cash[- ]basis)\b"
    r"|\bexcluding (?:[\w-]+ ){0,4}(?:items?|charges?|amortization|gains?|restructuring|impairments?|compensation|acquisitions?)\b"
)
ADJUSTED_RESULTS: Final = any_case(
    r"\W*(?:core|underlying|normalized|economic|like-for-like) (?:\w+ ){0,2}(?:results|earnings|income|performance)\b"
    r"|\W*results excluding\b"
)
# Titles of tables that hold results by such measures, unless their rows name both ("Net income, GAAP").
NON_GAAP_RESULTS: Final = any_case(
    r"\W*(?:(?:selected|quarterly|key|summary|consolidated|of) )*(?:non-?\s?gaap|adjusted) (?:(?:financial|operating|consolidated|quarterly) )*"
    r"(?:results?|comparisons?|highlights|summary|performance|information|data)(?![a-z])(?!.*\breconcil)"
)
NAMES_GAAP: Final = any_case(
    r"\bgaap\b|\badjust|\badd(?:-?back)?s?\b|\bexclud|\bstock-based|\bshare-based|\bamortization"
)
# Titles that name no part of a company: what a table is, of the whole company, or by which measure.
NO_PART: Final = any_case(
    r"gaap|adjust|pro[- ]?forma|consolidat|\btotal\b|\bcompany\b|\bresults?\b|highlight|summary|reconcil|statement|financial|information"
    r"|\bdata\b|metrics?|measures?|\bschedule|segments?\b|\bas reported\b|restated|unaudited|\bsheets?\b|\bflows?\b|\boperations\b"
    r"|income|earnings|revenues?|sales|ebitda|expenses?|guidance|outlook|%|\$|\breported\b|\bcurrency\b|\borganic\b|\bunderlying\b"
    r"|\bnormalized\b|\bactual\b|\bpreliminary\b|\brevised\b|\bbasis\b|\b(?:ex|in)cluding\b|\bbefore\b|\bafter\b|\bcomparable\b"
)
NOT_A_TITLE: Final = any_case(
    r"^\W*(?:unaudited|audited|continued|in (?:thousands|millions)|dollars in|amounts in|exhibit \d|page \d|\$ in|see |note)"
)
# A unit line in brackets, whatever it names as excepted: "(in thousands, except ratios and book value)".
UNIT_LINE: Final = any_case(r"\W*\((?:(?:all )?(?:dollars?|amounts|figures|data)(?: \w+)? )?in [^()]*\)\W*")
UNAUDITED: Final = any_case(r"\(?\s*(?:un)?audited\s*\)?")
PERCENT_TITLE: Final = any_case(
    r"as (?:a )?(?:percent|%)|percent(?:age)?s? of (?:net |total )*(?:revenue|sales)"
)
RECONCILES: Final = any_case(r"\breconciliations?\b")
CONTINUED: Final = any_case(r"\(?\s*cont(?:inued|['’]?d|\.)\s*\)?")
