"""The fact model: the aspects of the Open Information Model as frozen values.

What can't be is refused when it is made: `ModelError`, a `ValueError`, names the field, what was given and
what is allowed.
"""

from __future__ import annotations

from xbrlgen.model.aspects import (
    ISO4217,
    PURE,
    SHARES,
    XBRLI,
    Dimension,
    Entity,
    Member,
    TypedMember,
    Unit,
)
from xbrlgen.model.checks import ModelError
from xbrlgen.model.concept import Balance, Concept, PeriodType, QName
from xbrlgen.model.duplicates import DuplicateClass, Duplicates, classify, duplicates, interval
from xbrlgen.model.fact import Fact
from xbrlgen.model.period import Period
from xbrlgen.model.report import DEFAULT_LINK, EXPLANATORY, FOOTNOTE, Footnote, Link, Report

__all__ = [
    "DEFAULT_LINK",
    "EXPLANATORY",
    "FOOTNOTE",
    "ISO4217",
    "PURE",
    "SHARES",
    "XBRLI",
    "Balance",
    "Concept",
    "Dimension",
    "DuplicateClass",
    "Duplicates",
    "Entity",
    "Fact",
    "Footnote",
    "Link",
    "Member",
    "ModelError",
    "Period",
    "PeriodType",
    "QName",
    "Report",
    "TypedMember",
    "Unit",
    "classify",
    "duplicates",
    "interval",
]
