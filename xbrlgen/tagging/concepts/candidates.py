"""The concepts a row may stand for, with a share of belief and the reasons for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from xbrlgen.model import Concept, PeriodType
from xbrlgen.reading.statement import Kind
from xbrlgen.reading.words.price_words import PRICE
from xbrlgen.tagging.concepts.rules import OWN, told
from xbrlgen.tagging.filer.extending import element_name
from xbrlgen.tagging.known.knowledge import Knowledge
from xbrlgen.tagging.known.labels import LabelTable, in_shares
from xbrlgen.tagging.rows.lines import Line

ITEM_TYPES: Mapping[Kind, frozenset[str]] = {
    Kind.MONEY: frozenset({"monetaryItemType"}),
    Kind.PER_SHARE: frozenset({"perShareItemType", "perUnitItemType"}),
    Kind.SHARES: frozenset({"sharesItemType"}),
    Kind.PERCENT: frozenset({"percentItemType", "pureItemType"}),
    Kind.PURE: frozenset({"pureItemType", "integerItemType", "decimalItemType", "percentItemType"}),
}
_INCOME = re.compile("Comprehensive|NetIncomeLoss|ProfitLoss")
_ENDINGS = {"current": ("Current",), "noncurrent": ("Noncurrent",)}
RULED = "a rule for these words in this place"
NEARLY = "filers with nearly these words use it"
# Concepts a row may choose among: those further down have hardly a share, and each costs the auction time.
_LIMIT = 12
# Belief left to a concept whose official place is another than the row's.
_ALIEN = 0.25
# How much of the belief in such concepts none of the others gets.
_LOST = 0.7
# Filers that a label must be heard of from before it outweighs all else: with one filer, it has 1 / 1.7 of
# the belief. Less takes labels of a single filer at their word; more loses labels that few have.
_DOUBT = 0.7
# So little belief left is not worth a search for labels like the row's.
_LITTLE = 0.02
# How much of the belief that is left a concept gets whose name is the label itself.
_NAMED = 0.6
_PLACES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "current asset": (frozenset({"AssetsCurrent"}), frozenset({"AssetsNoncurrent", "Liabilities"})),
    "noncurrent asset": (
        frozenset({"Assets"}),
        frozenset({"AssetsCurrent", "Liabilities", "StockholdersEquity"}),
    ),
    "asset": (frozenset({"Assets"}), frozenset({"Liabilities", "StockholdersEquity"})),
    "current liability": (frozenset({"LiabilitiesCurrent"}), frozenset({"LiabilitiesNoncurrent", "Assets"})),
    "noncurrent liability": (frozenset({"Liabilities"}), frozenset({"LiabilitiesCurrent", "Assets"})),
    "liability": (frozenset({"Liabilities"}), frozenset({"Assets", "StockholdersEquity"})),
    "equity": (frozenset({"StockholdersEquity"}), frozenset({"Assets", "Liabilities"})),
    "supplemental": (
        frozenset(),
        frozenset(
            {"NetCashProvidedByUsedInInvestingActivities", "NetCashProvidedByUsedInFinancingActivities"}
        ),
    ),
    "operating": (
        frozenset({"NetCashProvidedByUsedInOperatingActivities"}),
        frozenset(
            {"NetCashProvidedByUsedInInvestingActivities", "NetCashProvidedByUsedInFinancingActivities"}
        ),
    ),
    "investing": (
        frozenset({"NetCashProvidedByUsedInInvestingActivities"}),
        frozenset(
            {"NetCashProvidedByUsedInOperatingActivities", "NetCashProvidedByUsedInFinancingActivities"}
        ),
    ),
    "financing": (
        frozenset({"NetCashProvidedByUsedInFinancingActivities"}),
        frozenset(
            {"NetCashProvidedByUsedInOperatingActivities", "NetCashProvidedByUsedInInvestingActivities"}
        ),
    ),
}


class Candidate(NamedTuple):
    """A concept for a row with the share of belief in it, and why."""

    concept: Concept
    share: float
    reasons: tuple[str, ...] = ()


def is_only_near(one: Candidate) -> bool:
    """Whether nothing but labels with nearly the same words speaks for a concept."""
    return NEARLY in one.reasons and RULED not in one.reasons


def fits(concept: Concept, line: Line) -> bool:
    """Whether item type and period type allow the concept for the line's figures."""
    if concept.type not in ITEM_TYPES[line.unit]:
        return False
    if line.unit is Kind.MONEY and line.slot == "comprehensive" and not _INCOME.search(concept.name.local):
        return False
    if line.unit in _BY_DILUTION and _is_of_the_other(concept.name.local, line):
        return False
    return not (line.instant and concept.period_type is PeriodType.DURATION)


_BY_DILUTION: Final = frozenset({Kind.PER_SHARE, Kind.SHARES})
_DILUTION: Final = re.compile(r"basic|dilut", re.IGNORECASE)


def _is_of_the_other(name: str, line: Line) -> bool:
    """Whether a concept is of diluted shares and the row, by the nearest words that tell, of basic ones."""
    told, named = _told_dilutions(line), _dilutions(name)
    return len(told) == 1 and bool(named) and not named & told


def are_of_two(line: Line, other: Line) -> bool:
    """Whether, by the nearest words that tell, one of two rows is of basic amounts and one of diluted."""
    mine, theirs = _told_dilutions(line), _told_dilutions(other)
    return len(mine) == len(theirs) == 1 and mine != theirs


def _told_dilutions(line: Line) -> frozenset[str]:
    texts = (line.words, *reversed(line.above.split(" > ")))
    return next((found for text in texts if (found := _dilutions(text))), frozenset[str]())


@lru_cache(maxsize=4096)  # asked of a line for each of its candidates
def _dilutions(text: str) -> frozenset[str]:
    return frozenset(found.lower() for found in _DILUTION.findall(text))


def candidates(
    line: Line, form: str, knowledge: Knowledge, table: LabelTable, flags: frozenset[str]
) -> tuple[Candidate, ...]:
    """The concepts that fit a line, most believed first; shares add up to at most one."""
    found: dict[str, float] = defaultdict(float)
    said = told(line, form, knowledge.year, flags)
    by_rule = _usable(said, line, knowledge)
    shares = _of_trade(table.shares(form, line.words, knowledge.year), flags)
    seen = _usable(shares, line, knowledge)
    filers = table.filers(form, line.words)
    trust = filers / (filers + _DOUBT) if seen else 0.0
    own = said.get(OWN, 0.0)
    belief = min(sum(by_rule.values()) + own, 1.0)
    rest = (1 - belief) * (1 - trust)
    near, likeness, heard = table.near(form, line.words, knowledge.year) if rest > _LITTLE else ({}, 0.0, 0.0)
    near = _usable(near, line, knowledge)
    named = {} if seen or not form else _usable({element_name(line.label): 1.0}, line, knowledge)
    _pour(found, named, rest * _NAMED)
    near_trust = heard / (heard + _DOUBT)
    _pour(found, by_rule, 1.0)
    _pour(found, in_shares(seen), (1 - belief) * trust)
    _pour(found, in_shares(near), (rest - _NAMED * rest * bool(named)) * likeness**2 * near_trust)
    placed = _placed(found, line, knowledge)
    listed = sorted(placed.items(), key=lambda pair: (-pair[1], pair[0]))[:_LIMIT]
    return tuple(
        Candidate(_known(knowledge, name), share, tuple(_why(name, by_rule, seen, near, line)))
        for name, share in listed
    )


# What only filers of a trade mean by a word that others use of something else: "Production".
_TRADES: Final[Mapping[str, tuple[str, ...]]] = {"driller": ("ResultsOfOperations",)}


def _of_trade(shares: Mapping[str, float], flags: frozenset[str]) -> Mapping[str, float]:
    """The shares without concepts of a trade of which the release shows nothing."""
    alien = tuple(start for trade, starts in _TRADES.items() if trade not in flags for start in starts)
    return {name: share for name, share in shares.items() if not name.startswith(alien)} if alien else shares


def ruled(line: Line, form: str, knowledge: Knowledge, flags: frozenset[str]) -> tuple[Candidate, ...]:
    """The concepts that rules alone speak for."""
    said = _usable(told(line, form, knowledge.year, flags), line, knowledge)
    listed = sorted(said.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Candidate(_known(knowledge, name), share, (RULED,)) for name, share in listed)


def _known(knowledge: Knowledge, name: str) -> Concept:
    concept = knowledge.concept(name)
    if concept is None:
        msg = f"{name} is no concept of the year {knowledge.year}"
        raise KeyError(msg)
    return concept


def _pour(found: dict[str, float], shares: Mapping[str, float], amount: float) -> None:
    for name, share in shares.items():
        found[name] += share * amount


def _usable(shares: Mapping[str, float], line: Line, knowledge: Knowledge) -> dict[str, float]:
    usable: dict[str, float] = {}
    if line.unit is Kind.MONEY and PRICE.search(line.label):
        return usable
    types = ITEM_TYPES[line.unit]
    for name, share in shares.items():
        concept = knowledge.concept(name)
        if concept is not None and concept.type in types and fits(concept, line):
            usable[name] = share
    return usable


def _placed(found: Mapping[str, float], line: Line, knowledge: Knowledge) -> dict[str, float]:
    """Belief moved to the concepts whose official place is the row's; what stood in alien places is lost."""
    factors = {name: _at_place(name, line.slot, knowledge) for name in found}
    weighed = {name: share * factors[name] for name, share in found.items()}
    before, after = sum(found.values()), sum(weighed.values())
    if not before or not after:
        return {}
    alien = sum(share for name, share in found.items() if factors[name] <= _ALIEN) / before
    return {name: share * before / after * (1 - _LOST * alien) for name, share in weighed.items()}


def _at_place(name: str, slot: str, knowledge: Knowledge) -> float:
    wanted, alien = _PLACES.get(slot, (frozenset(), frozenset()))
    if slot.startswith(("current", "noncurrent")) and name.endswith(_ENDINGS[slot.split(maxsplit=1)[0]]):
        return 1.0
    if slot.startswith("noncurrent") and name.endswith("Current"):
        return _ALIEN
    if not (wanted or alien):
        return 1.0
    above = knowledge.ancestors(name)
    is_alien = name in alien or not above.isdisjoint(alien)
    if not wanted:
        return 0.15 if is_alien else 1.0
    if name in wanted or not above.isdisjoint(wanted):
        return 0.9 if is_alien else 1.0
    return 0.08 if is_alien else 0.5


def _why(name: str, *evidence: Mapping[str, float] | Line) -> Iterable[str]:
    ruled, seen, near, line = evidence
    if isinstance(ruled, Mapping) and name in ruled:
        yield RULED
    if isinstance(seen, Mapping) and name in seen:
        yield f"{round(100 * seen[name])}% of filers with these words use it"
    elif isinstance(near, Mapping) and name in near:
        yield NEARLY
    if isinstance(line, Line) and line.slot:
        yield f"stands in: {line.slot}"
