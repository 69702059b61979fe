"""Outcomes of the calculation engine to findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from xbrlgen.findings import Finding
from xbrlgen.validating.accuracy import most_accurate
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.outcomes import Outcome, Part, Reason, Status
from xbrlgen.validating.sums.diagnosis import BESIDE, Diagnosis, Neighbours, diagnose
from xbrlgen.validating.telling.describing import listed, number
from xbrlgen.validating.telling.reporting import Details, Reporter

_SILENT = (Reason.DUPLICATE_TOTAL, Reason.DUPLICATE_ITEM)
# Missing contributors named in a remedy.
_SHOWN = 12


def facts_of(outcome: Outcome) -> tuple[Reported, ...]:
    """All facts of a sum, the total's first."""
    return (*outcome.total, *(fact for part in outcome.parts for fact in part.facts))


def sum_findings(
    outcomes: Iterable[Outcome], reporter: Reporter, neighbours: Neighbours, broken: frozenset[int]
) -> Iterator[Finding]:
    """The findings of one mode; sums that a broken fact takes part in are left to that fact."""
    elsewhere: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if any(fact.index in broken for fact in facts_of(outcome)):
            continue
        if outcome.status is Status.INCONSISTENT:
            slips = diagnose(outcome, neighbours)
            if not _is_echo(slips, broken):
                yield _inconsistent(outcome, reporter, slips)
        elif _is_off(outcome):
            yield _rounding(outcome, reporter)
        elif outcome.reason in _SILENT:
            yield _silent(outcome, reporter)
        elif outcome.reason is Reason.EXCESS_DIGITS:
            yield _excess(outcome, reporter)
        elif outcome.reason is Reason.OTHER_CONTEXT:
            elsewhere[outcome.network.role, outcome.network.total].append(outcome)
    for same in elsewhere.values():
        yield _elsewhere(same, reporter)


def _is_echo(slips: Sequence[Diagnosis], broken: frozenset[int]) -> bool:
    """Whether a sum fails for want of a contributor whose own context or unit is what is wrong."""
    return any(slip.slip in BESIDE and broken.issuperset(slip.facts) for slip in slips)


def _inconsistent(outcome: Outcome, reporter: Reporter, slips: Sequence[Diagnosis]) -> Finding:
    _, aspects, _ = outcome.key
    total = reporter.name(outcome.network.total)
    best = most_accurate(outcome.total).value
    computed = None if best is None or outcome.difference is None else best - outcome.difference
    message = (
        f"{total} is reported as {number(best)}, its contributors make {number(computed)}: "
        f"a difference of {number(outcome.difference)} ({reporter.context(aspects)})"
    )
    words = [f"{slip.slip.value}: {reporter.name(slip.concept)}, {slip.evidence}" for slip in slips]
    words = [*_unknown(outcome, reporter), *words]
    remedy = f"Look first at {words[0]}." if words else _plain_remedy(outcome, reporter)
    return reporter.finding(
        "calculation.inconsistent", message, facts=facts_of(outcome), about=_about(outcome, reporter),
        remedy=remedy, details=(*_sum_details(outcome, reporter), *(("diagnosis", word) for word in words)),
    )  # fmt: skip


def _unknown(outcome: Outcome, reporter: Reporter) -> Iterator[str]:
    """The facts that say by a precision of 0 that nothing is known of them: no sum with them can hold."""
    names = [reporter.name(fact.concept) for fact in facts_of(outcome) if not fact.has_accuracy]
    yield from (f"unknown accuracy: {name}, its precision is 0" for name in dict.fromkeys(names))


def _is_off(outcome: Outcome) -> bool:
    """Whether a consistent sum of equally accurate numbers would not add up by hand."""
    exact = outcome.status is not Status.CONSISTENT or not outcome.difference
    return not exact and outcome.mode.is_11 and len({fact.decimals for fact in facts_of(outcome)}) == 1


def _rounding(outcome: Outcome, reporter: Reporter) -> Finding:
    total = reporter.name(outcome.network.total)
    where = reporter.context(outcome.key[1])
    return reporter.finding(
        "calculation.rounding",
        f"{total} is {number(outcome.difference)} off the sum of its contributors, as by rounding ({where})",
        facts=facts_of(outcome),
        about=_about(outcome, reporter),
        remedy="Nothing to do if the source shows the same numbers.",
        details=_sum_details(outcome, reporter),
    )


def _about(outcome: Outcome, reporter: Reporter) -> list[str]:
    return list(
        dict.fromkeys(map(reporter.name, [outcome.network.total, *(part.arc.item for part in outcome.parts)]))
    )


def _plain_remedy(outcome: Outcome, reporter: Reporter) -> str:
    missing = ", ".join(reporter.name(arc.item) for arc in outcome.missing[:_SHOWN])
    hint = f" Not reported in this context: {missing}." if missing else ""
    there = {part.arc for part in outcome.parts} | {*outcome.missing}
    empty = ", ".join(reporter.name(arc.item) for arc in outcome.network.arcs if arc not in there)
    nil = f" Nil there: {empty}." if empty else ""
    return f"Compare the total and its contributors with the source.{hint}{nil}"


def _sum_details(outcome: Outcome, reporter: Reporter) -> Details:
    _, aspects, measure = outcome.key
    return (
        ("mode", outcome.mode.value),
        *_where(outcome, reporter),
        *reporter.aspects(aspects, measure),
        ("reported", number(most_accurate(outcome.total).value) if outcome.total else ""),
        *_differences(outcome),
        *([("reported interval", str(outcome.reported))] if outcome.reported else []),
        *([("computed interval", str(outcome.computed))] if outcome.computed else []),
        *(("contributor", _contribution(part, reporter)) for part in outcome.parts),
        *(("missing", reporter.name(arc.item)) for arc in outcome.missing),
    )


def _where(outcome: Outcome, reporter: Reporter) -> Details:
    """The tree that a sum stands in."""
    role = outcome.network.role
    return (("role", role), ("statement", reporter.role(role)))


def _contribution(part: Part, reporter: Reporter) -> str:
    return f"{reporter.name(part.arc.item)} x {part.arc.weight:f} = {number(part.facts[0].value)}"


def _differences(outcome: Outcome) -> Details:
    best = most_accurate(outcome.total).value if outcome.total else None
    if outcome.difference is None or best is None:
        return ()
    computed = best - outcome.difference
    return (("computed", number(computed)), ("difference", number(outcome.difference)))


def _silent(outcome: Outcome, reporter: Reporter) -> Finding:
    return _not_checked(
        outcome,
        reporter,
        "calculation.not-checked",
        f" in mode {outcome.mode.value}",
        remedy="Check with mode c10d or c11r, which allow for facts that are reported twice.",
    )


def _excess(outcome: Outcome, reporter: Reporter) -> Finding:
    return _not_checked(
        outcome,
        reporter,
        "calculation.excess-digits",
        remedy="Give decimals that cover all digits shown, or round the value to its decimals.",
    )


def _not_checked(outcome: Outcome, reporter: Reporter, code: str, how: str = "", *, remedy: str) -> Finding:
    """A sum that was not checked, with its reason."""
    total = reporter.name(outcome.network.total)
    reason = outcome.reason.value if outcome.reason else ""
    return reporter.finding(
        code,
        f"The sum of {total} was not checked{how}: {reason} ({reporter.context(outcome.key[1])})",
        facts=facts_of(outcome),
        about=[total],
        remedy=remedy,
        details=_sum_details(outcome, reporter),
    )


def left_in_tuples(modes: Iterable[Mode], reporter: Reporter) -> Iterator[Finding]:
    """A finding where the rules of every mode leave facts of sums out because they stand in tuples."""
    if not all(mode.is_11 for mode in modes):
        return
    held = reporter.loaded
    totals = {network.total for network in held.dts.networks}
    within = [fact for fact in held.instance.numeric if fact.scope and fact.concept in totals]
    if within:
        names = list(dict.fromkeys(reporter.name(fact.concept) for fact in within))
        counted = "1 total stands" if len(within) == 1 else f"{len(within)} totals stand"
        yield reporter.finding(
            "calculation.not-checked",
            f"{counted} in tuples, whose sums Calculations 1.1 leaves out: {listed(names)}",
            facts=within[:_SHOWN],
            about=names,
            remedy="Check with mode c10d as well, which looks into tuples.",
        )


def _elsewhere(outcomes: Sequence[Outcome], reporter: Reporter) -> Finding:
    first = outcomes[0]
    total = reporter.name(first.network.total)
    where = "; ".join(reporter.context(outcome.key[1]) for outcome in outcomes[:3])
    more = f" and {len(outcomes) - 3} more" if len(outcomes) > 3 else ""
    return reporter.finding(
        "calculation.other-context",
        f"{total} is reported where none of its contributors is, so no sum was checked there: {where}{more}",
        facts=[fact for outcome in outcomes for fact in outcome.total],
        about=[total],
        remedy="Nothing to do if the total stands alone there; else give the contributors the same context.",
        details=_where(first, reporter),
    )


def unreadable(
    facts: Iterable[Reported], outcomes: Iterable[Outcome], reporter: Reporter, neighbours: Neighbours
) -> Iterator[Finding]:
    """A finding for each fact that can't be read, with the sums that wait for it."""
    waiting: dict[int, set[str]] = defaultdict(set)
    spoiled = [fact for fact in facts if fact.problem]
    for outcome in outcomes if spoiled else ():
        beside = (one.facts for one in diagnose(outcome, neighbours) if one.slip in BESIDE)
        for index in chain((fact.index for fact in facts_of(outcome)), *beside):
            waiting[index].add(reporter.name(outcome.network.total))
    for fact in spoiled:
        echo = ", ".join(sorted(waiting.get(fact.index, ())))
        yield reporter.finding(
            "fact.unreadable",
            f"{reporter.name(fact.concept)} = {fact.text.strip()[:40]!r}: {fact.problem}",
            facts=[fact],
            remedy="Correct the fact; sums it takes part in are checked after that.",
            details=(("waiting sums", echo),) if echo else (),
        )
