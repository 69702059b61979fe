"""Words of labels with letters that recognition of characters took for others: "receivabIe", "lncome", "T0tal"."""

from __future__ import annotations

import re
from typing import Final

# Words of labels, from statements of many companies, that hold a letter which is often misread.
_WORDS: Final = frozenset({
    "accumulated", "additional", "allowance", "applicable", "assets", "attributable", "available",
    "before", "borrowings", "capital", "collected", "collection", "common", "comprehensive",
    "consolidated", "contributions", "controlling", "cost", "costs", "cumulative", "current",
    "declared", "deferred", "depletion", "depreciation", "development", "diluted", "dilutive",
    "disposal", "dividends", "doubtful", "employee", "equivalents", "exploration", "financial", "flow",
    "flows", "foreign", "from", "fuel", "general", "global", "goodwill", "held", "holders",
    "impairment", "in", "including", "income", "increase", "industrial", "information", "insurance",
    "intangible", "intangibles", "interest", "international", "inventories", "inventory", "invested",
    "investing", "investment", "investments", "issuance", "issued", "joint", "labor", "lease", "leased",
    "leasehold", "leases", "legal", "less", "liabilities", "liability", "liquidation", "loan", "loans",
    "long", "loss", "losses", "marketable", "material", "materials", "minority", "monetary", "natural",
    "noncontrolling", "noncurrent", "nonoperating", "noninterest", "obligations", "occupancy", "of",
    "oil", "operating", "operation", "operations", "other", "outstanding", "payable", "payables",
    "plant", "plus", "policy", "policyholder", "policyholders", "premium", "principal", "proceeds",
    "production", "professional", "profit", "property", "provided", "provision", "provisions", "real",
    "realized", "reclassification", "receivable", "receivables", "reclamation", "rental", "research",
    "restricted", "retail", "retained", "revenue", "revenues", "royalties", "royalty", "sale", "sales",
    "selling", "settlement", "shareholders", "short", "sold", "stock", "stockholders", "technology",
    "term", "territorial", "total", "treasury", "unrealized", "utilities", "valuation", "weighted",
    "wholesale", "working",
})  # fmt: skip
# A word with what stands for an l or an o in it, or before a word that begins with I.
_SUSPECT: Final = re.compile(
    r"(?<![\w|])(?:[A-Za-z|]*[A-Za-z][I1|0][A-Za-z1|0]*|[l1|][a-z|10]+|0[a-z]+)(?![\w|])"
)
_MISREAD: Final = str.maketrans("I1|0", "lllo")


def mended_label(label: str) -> str:
    """The label with the words put right that are known once their misread letters are.

    >>> mended_label("lncome taxes receivabIe, net of VelImpex"), mended_label("T0taI")
    ('Income taxes receivable, net of VelImpex', 'Total')
    """
    return _SUSPECT.sub(_mended, label)


def _mended(found: re.Match[str]) -> str:
    word = found[0]
    if word.isupper() or word.lower() in _WORDS:
        return word
    zero = "o" if found.start() else "O"
    first = "I" if word[0] in "l1|" else zero if word[0] == "0" else word[0]
    for mended in (first + word[1:].translate(_MISREAD), word.translate(_MISREAD)):
        if mended.lower() in _WORDS:
            return mended
    return word
