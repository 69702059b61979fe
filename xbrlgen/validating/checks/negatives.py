"""Values that are negative though the concept can't be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xbrlgen.findings import Finding
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.names import local
from xbrlgen.validating.telling.describing import number
from xbrlgen.validating.telling.reporting import Reporter

# Counts and measures that are no differences of anything: by the words of the concept's name. From the
# definitions of the us-gaap taxonomy and the data quality rule DQC_0015 on negative values.
_NEVER = re.compile(
    r"^(Assets|AssetsCurrent|Liabilities|LiabilitiesCurrent|LiabilitiesAndStockholdersEquity|Revenues"
    r"|CommonStock(Value|SharesIssued|SharesOutstanding|SharesAuthorized|ParOrStatedValuePerShare)"
    r"|PreferredStock(Value|SharesIssued|SharesOutstanding|SharesAuthorized|ParOrStatedValuePerShare)"
    r"|TreasuryStock(Common)?Shares|TreasuryStock(Common)?Value|SharesOutstanding|SharesIssued"
    r"|WeightedAverageNumberOf(SharesOutstandingBasic|DilutedSharesOutstanding)"
    r"|EntityCommonStockSharesOutstanding|EntityPublicFloat"
    r"|CashAndCashEquivalentsAtCarryingValue|InventoryNet|InventoryGross|AccountsReceivableNetCurrent"
    r"|PropertyPlantAndEquipment(Net|Gross)|Goodwill|FiniteLivedIntangibleAssets(Net|Gross)"
    r"|AllowanceForDoubtfulAccountsReceivable(Current)?"
    r"|AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"
    r"|PaymentsToAcquire\w+|PaymentsOfDividends\w*|RepaymentsOf\w+|ProceedsFromIssuanceOf\w+"
    r"|PaymentsForRepurchaseOf\w+|ShareBasedCompensation|Depreciation|InterestPaid\w*)$"
)
_MAY = re.compile(r"(IncreaseDecrease|Net[A-Z]|GainLoss|Adjustment|Reclassif|Eliminat)")


def impossible_negatives(reporter: Reporter) -> Iterator[Finding]:
    """A finding for each negative value of a concept that is never negative.

    Facts with dimensions are left out: eliminations and adjustments turn anything negative.
    """
    instance = reporter.loaded.instance
    for fact in instance.facts:
        plain = fact.aspects >= 0 and not instance.aspects[fact.aspects].dimensions
        if plain and fact.value is not None and fact.value < 0 and _is_never_negative(local(fact.concept)):
            yield _finding(fact, reporter)


def _is_never_negative(name: str) -> bool:
    """Whether a concept of that name can't have a negative value.

    >>> _is_never_negative("Assets"), _is_never_negative("NetIncomeLoss")
    (True, False)
    """
    return bool(_NEVER.match(name)) and not _MAY.search(name)


def _finding(fact: Reported, reporter: Reporter) -> Finding:
    return reporter.finding(
        "fact.negative",
        f"{reporter.name(fact.concept)} is {number(fact.value)}, but it can't be negative "
        f"({reporter.context(fact.aspects)})",
        facts=[fact],
        remedy="Report it as positive; a payment, cost or holding in brackets is positive still.",
        details=reporter.aspects(fact.aspects, fact.measure),
    )
