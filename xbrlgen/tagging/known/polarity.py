"""Which way a label turns a number: whether a positive print is income or expense."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from xbrlgen.model import Balance, Concept
from xbrlgen.tagging.known.tables import pairs

_TAX = re.compile(r"\btax\b")


def _sides() -> Mapping[str, Balance]:
    return {word: Balance(side) for word, side in pairs("rules-polarity.tsv")}


SIDES: Mapping[str, Balance] = _sides()


@lru_cache(maxsize=8192)
def side_of_print(label_words: str) -> Balance | None:
    """On which side of the books a positive print stands, by the label's first unbracketed telling word.

    >>> side_of_print("(benefit) provision income tax")
    Balance.DEBIT
    >>> side_of_print("other (income) expense")
    Balance.DEBIT
    """
    tax = bool(_TAX.search(label_words)) and "before" not in label_words
    told = [word for word in label_words.split() if word.strip("()") in SIDES and _tells(word, tax=tax)]
    plain = [word for word in told if not word.startswith("(")]
    return SIDES[plain[0]] if plain else None


def _tells(word: str, *, tax: bool) -> bool:
    return word.strip("()") not in {"income", "tax"} if tax else True


_INCOME = re.compile(r"(NetIncomeLoss|ProfitLoss|ComprehensiveIncome|MinorityInterestIn).*")
_TWO_SIDED = re.compile(
    r"(Income(Loss|Expense)|ProfitLoss|GainLoss|GainsLosses|ExpenseBenefit|ExpenseIncome|LossIncome|EarningsLoss|"
    r"EarningsPer|ExpenseReversal|NetCash|(?<!And)StockholdersEquity|PeriodIncreaseDecrease|EffectOfExchange|GrossProfit|Comprehensive|IncreaseDecrease|"
    r"MinorityInterest|Deferred|Proceeds(From)?Payments|ProceedsFromRepayments|PaymentsForProceeds|"
    r"FairValueAdjustment|ChangeInAmountOf|IncomeTaxesNet|InvestmentIncomeNet|RetainedEarningsAccumulatedDeficit|NetOfTax)"
)


def is_two_sided(concept: Concept) -> bool:
    """Whether a concept is made for values of both signs, as gains and losses are."""
    return _is_two_sided(concept.name.local)


@lru_cache(maxsize=8192)
def _is_two_sided(name: str) -> bool:
    return _TWO_SIDED.search(name) is not None


def _meant(concept: Concept) -> Balance | None:
    """On which side a positive value is what the name says: a share of income is income, even taken off."""
    if concept.name.local.startswith("NetCash"):
        return Balance.DEBIT
    if concept.balance and _INCOME.match(concept.name.local):
        return Balance.CREDIT
    return concept.balance


def turned_by_label(label_words: str, concept: Concept) -> int:
    """1 where a positive print is a positive value, -1 where the label turns it, 0 where it does not tell."""
    side = side_of_print(label_words)
    if concept.type == "perShareItemType":
        return 1 if side is not Balance.DEBIT else -1
    balance = _meant(concept)
    if side is None or balance is None:
        return 0
    return 1 if side is balance else -1
