"""The native calculation engine: what every sum of a report comes to, in all four modes.

Written from XBRL 2.1 (section 5.2.5.2, with its later rule that accuracy is inferred as decimals) and
from Calculations 1.1. Nothing in it knows XML: it takes facts and networks and gives one outcome for
every sum that has anything to say about the facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from attrs import evolve

from xbrlgen.validating.accuracy import (
    EXACT,
    WIDE,
    Interval,
    has_excess_digits,
    interval,
    most_accurate,
    rounded,
)
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Arc, Key, Network, Outcome, Part, Reason, Status
from xbrlgen.validating.sums.duplicates import Kind, classify, deduplicate

_ZERO = Decimal(0)
Held = Mapping[str, Mapping[Key, Sequence[Reported]]]
_NOTHING: Mapping[Key, Sequence[Reported]] = MappingProxyType({})


def check(facts: Iterable[Reported], networks: Iterable[Network], mode: Mode) -> tuple[Outcome, ...]:
    """Every sum the networks and facts give rise to, in the order of the networks.

    >>> check((), (), Mode.C11R)
    ()
    """
    usable = [fact for fact in facts if fact.is_numeric and (not mode.is_11 or not fact.scope)]
    items, totals = _held(usable)
    return tuple(
        outcome
        for network in networks
        if mode.is_11 or network.version == "1.0"
        for outcome in _check_network(network, items, totals, mode)
    )


def _held(facts: Iterable[Reported]) -> tuple[Held, Held]:
    """Facts by concept and key: as contributors under every tuple around them, as totals where they are."""
    items: dict[str, dict[Key, list[Reported]]] = defaultdict(lambda: defaultdict(list))
    nested = False
    for fact in facts:
        items[fact.concept][fact.scope, fact.aspects, fact.measure].append(fact)
        nested = nested or bool(fact.scope)
    if not nested:
        return items, items
    totals: Held = {
        concept: {key: list(held) for key, held in keys.items()} for concept, keys in items.items()
    }
    for fact in [fact for keys in totals.values() for held in keys.values() for fact in held]:
        for depth in range(len(fact.scope)):
            items[fact.concept][fact.scope[:depth], fact.aspects, fact.measure].append(fact)
    return items, totals


def _check_network(network: Network, items: Held, totals: Held, mode: Mode) -> Iterator[Outcome]:
    at_total = totals.get(network.total, _NOTHING)
    at_items: dict[Key, None] = {}
    for arc in network.arcs:
        at_items.update(dict.fromkeys(items.get(arc.item, _NOTHING)))
    judge = _judge_11 if mode.is_11 else _judge_10
    for key, total in at_total.items():
        if key in at_items:
            yield judge(network, key, total, items, mode)
        else:
            reason = Reason.OTHER_CONTEXT if at_items else Reason.NO_ITEM
            yield _skipped(network, key, mode, reason, total)
    if at_items.keys() <= at_total.keys():
        return
    for key in at_items:
        if key not in at_total:
            yield _skipped(network, key, mode, Reason.NO_TOTAL, ())


def _skipped(
    network: Network,
    key: Key,
    mode: Mode,
    reason: Reason,
    total: Sequence[Reported],
    parts: Sequence[Part] = (),
) -> Outcome:
    return Outcome(mode, network, key, Status.SKIPPED, reason, tuple(total), tuple(parts))


def _judge_10(network: Network, key: Key, total: Sequence[Reported], items: Held, mode: Mode) -> Outcome:
    parts, missing, blocked = _parts_10(network.arcs, key, items, mode)
    stated, conflict = _countable([fact for fact in total if not fact.is_nil], mode)
    if not stated:
        return _skipped(network, key, mode, Reason.NIL_TOTAL, total, parts)
    if conflict or (mode is Mode.C10 and len(total) > 1):
        return _skipped(network, key, mode, _why_blocked(stated, mode, Reason.DUPLICATE_TOTAL), total, parts)
    reason = blocked or _unread(stated) or (None if parts else Reason.NIL_ITEMS)
    if reason is not None:
        return _skipped(network, key, mode, reason, total, parts)
    return _compare_10(
        Outcome(mode, network, key, Status.CONSISTENT, None, tuple(stated), tuple(parts), tuple(missing))
    )


def _parts_10(
    arcs: Iterable[Arc], key: Key, items: Held, mode: Mode
) -> tuple[list[Part], list[Arc], Reason | None]:
    """The contributors that count, the items nobody reported, and what keeps them from being summed."""
    parts: list[Part] = []
    missing: list[Arc] = []
    blocked: Reason | None = None
    for arc in arcs:
        facts = items.get(arc.item, _NOTHING).get(key, ())
        if not facts:
            missing.append(arc)
        counted, conflict = _countable([fact for fact in facts if not fact.is_nil], mode)
        if conflict and blocked is None:
            blocked = _why_blocked(counted, mode, Reason.DUPLICATE_ITEM)
        blocked = blocked or _unread(counted)
        parts += [Part(arc, (fact,), rounded(fact)) for fact in counted]
    return parts, missing, blocked


def _countable(facts: Sequence[Reported], mode: Mode) -> tuple[Sequence[Reported], bool]:
    """The facts to count, and whether they stand in each other's way."""
    if mode is Mode.C10D:
        return deduplicate(facts)
    by_scope = {fact.scope for fact in facts}
    return facts, len(by_scope) < len(facts)


def _why_blocked(facts: Sequence[Reported], mode: Mode, reason: Reason) -> Reason:
    return Reason.CONFLICT if mode is Mode.C10D or classify(facts).kind is Kind.CONFLICTING else reason


def _unread(facts: Iterable[Reported]) -> Reason | None:
    return Reason.UNREADABLE if any(fact.value is None for fact in facts) else None


def _compare_10(outcome: Outcome) -> Outcome:
    (total,) = outcome.total[:1]
    reported = rounded(total)
    computed = Decimal(0)
    for part in outcome.parts:
        computed = WIDE.add(computed, WIDE.multiply(part.value or Decimal(0), part.arc.weight))
    settled = rounded(total, computed)
    known = total.has_accuracy and all(part.facts[0].has_accuracy for part in outcome.parts)
    status = Status.CONSISTENT if known and reported == settled else Status.INCONSISTENT
    return evolve(
        outcome,
        status=status,
        reported=Interval(reported, reported),
        computed=Interval(settled, settled),
        difference=_difference(outcome.total, outcome.parts),
    )


def _judge_11(network: Network, key: Key, total: Sequence[Reported], items: Held, mode: Mode) -> Outcome:
    truncate = mode is Mode.C11T
    parts, missing, computed, blocked = _parts_11(network.arcs, key, items, truncate=truncate)
    stated, reason = _agreed(total, truncate=truncate)
    if stated is None:
        return _skipped(network, key, mode, blocked or reason or Reason.NIL_TOTAL, total, parts)
    if blocked or not parts:
        return _skipped(network, key, mode, blocked or Reason.NIL_ITEMS, total, parts)
    status = Status.CONSISTENT if stated.meets(computed) else Status.INCONSISTENT
    return Outcome(
        mode, network, key, status, None, tuple(total), tuple(parts), tuple(missing), stated, computed,
        _difference(total, parts),
    )  # fmt: skip


def _parts_11(
    arcs: Iterable[Arc], key: Key, items: Held, *, truncate: bool
) -> tuple[list[Part], list[Arc], Interval, Reason | None]:
    """The contributors that aren't nil, the items nobody reported, their sum, and what keeps it from one."""
    parts: list[Part] = []
    missing: list[Arc] = []
    computed, blocked = EXACT, None
    for arc in arcs:
        facts = items.get(arc.item, _NOTHING).get(key, ())
        if not facts:
            missing.append(arc)
            continue
        agreed, reason = _agreed(facts, truncate=truncate)
        blocked = blocked or reason
        if agreed is not None:
            computed = computed.plus(agreed.times(arc.weight))
        if agreed is not None or reason is not None:  # else all are nil
            parts.append(Part(arc, tuple(facts), most_accurate(facts).value))
    return parts, missing, computed, blocked


def _agreed(facts: Sequence[Reported], *, truncate: bool) -> tuple[Interval | None, Reason | None]:
    """The interval all facts of one item agree on, None when they are nil; or why there is none."""
    if len(facts) == 1:
        return _alone(facts[0], truncate=truncate)
    if all(fact.is_nil for fact in facts):
        return None, None
    if any(fact.value is None and not fact.is_nil for fact in facts):
        return None, Reason.UNREADABLE
    if any(has_excess_digits(fact) for fact in facts):
        return None, Reason.EXCESS_DIGITS
    group = classify(facts, truncate=truncate)
    return (group.common, None) if group.kind is not Kind.CONFLICTING else (None, Reason.CONFLICT)


def _alone(fact: Reported, *, truncate: bool) -> tuple[Interval | None, Reason | None]:
    if fact.is_nil:
        return None, None
    if fact.value is None:
        return None, Reason.UNREADABLE
    if has_excess_digits(fact):
        return None, Reason.EXCESS_DIGITS
    return interval(fact, truncate=truncate), None


def _difference(total: Sequence[Reported], parts: Iterable[Part]) -> Decimal:
    """What is reported minus what its contributors make."""
    left = most_accurate(total).value or _ZERO
    for part in parts:
        weighted = most_accurate(part.facts).value or _ZERO
        weighted = weighted if part.arc.weight == 1 else WIDE.multiply(weighted, part.arc.weight)
        left = WIDE.subtract(left, weighted)
    return left
