"""The attributes of a concept written short: ``monetary credit instant``, ``domain abstract duration``.

The words are, in any line of the index: the item type without its ending ``ItemType`` (a type that ends
otherwise stands in full, with a ``!`` behind it), then only what is not plain: ``credit`` or ``debit``,
``abstract``, ``dimension`` or ``hypercube``, ``typed``, ``strict`` (not nillable), the domain of an
extensible enumeration as ``>us-gaap:AssetsAbstract``, and at last ``instant`` or ``duration``.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from xbrlgen.model import Balance, PeriodType
from xbrlgen.taxonomy.errors import DamagedIndexError

_ENDING = "ItemType"
_GROUPS = {"dimension": "dimensionItem", "hypercube": "hypercubeItem"}
_WORDS = {group: word for word, group in _GROUPS.items()}


@frozen
class Kind:
    """What an element declaration says besides its name."""

    type: str
    period: PeriodType
    balance: Balance | None = None
    abstract: bool = False
    group: str = "item"
    typed: bool = False
    nillable: bool = True
    domain: str = ""

    def __str__(self) -> str:
        words = [self.type.removesuffix(_ENDING) if self.type.endswith(_ENDING) else f"{self.type}!"]
        words += [self.balance.value] if self.balance else []
        words += ["abstract"] * self.abstract
        words += [_WORDS[self.group]] if self.group in _WORDS else []
        words += ["typed"] * self.typed + ["strict"] * (not self.nillable)
        words += [f">{self.domain}"] if self.domain else []
        return " ".join([*words, self.period.value])


@lru_cache(maxsize=1024)
def read_kind(text: str) -> Kind:
    """The attributes that stand in a line of the index.

    >>> read_kind("monetary credit instant").type
    'monetaryItemType'
    """
    head, *marks, last = text.split(" ")
    middle = [word for word in marks if not word.startswith(">")]
    known = {"debit", "credit", "abstract", "typed", "strict", *_GROUPS}
    if not set(middle) <= known or last not in {"instant", "duration"}:
        msg = f"attributes of a concept can't be read: {text!r}"
        raise DamagedIndexError(msg)
    sides = [Balance(word) for word in middle if word in {"debit", "credit"}]
    groups = [_GROUPS[word] for word in middle if word in _GROUPS]
    return Kind(
        type=head.removesuffix("!") if head.endswith("!") else head + _ENDING,
        period=PeriodType(last),
        balance=sides[0] if sides else None,
        abstract="abstract" in middle,
        group=groups[0] if groups else "item",
        typed="typed" in middle,
        nillable="strict" not in middle,
        domain="".join(word[1:] for word in marks if word.startswith(">")),
    )
