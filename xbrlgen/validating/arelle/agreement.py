"""Where Arelle and the native engine differ on a sum."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.arelle.judging import Message, Verdict
from xbrlgen.validating.arelle.messages import is_sum
from xbrlgen.validating.facts import Instance, Reported
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.notations.numerals import decimal_of
from xbrlgen.validating.outcomes import Outcome, Reason, Status
from xbrlgen.validating.telling.describing import number
from xbrlgen.validating.telling.reporting import Reporter

Sum = tuple[Mode, str, str, int, int]
_ERRORS = frozenset({"ERROR", "CRITICAL", "FATAL", "ERROR-SEMANTIC"})
_REMEDY = "Trust Arelle, and report this to the makers of xbrlgen."
# How the codes begin by which Arelle says that a sum does not hold.
INCONSISTENT = ("xbrl.5.2.5.2:calcInconsistency", "calc11e:inconsistentCalculation")


def judged_sums(messages: Iterable[Message], instance: Instance) -> dict[Sum, Message]:
    """The sums that Arelle calls inconsistent, by mode, role, total, context and unit."""
    found = {}
    for message in messages:
        if is_sum(message) and message.code.startswith(INCONSISTENT):
            context, unit = _where(message, instance)
            role = message.argument("linkrole")
            found[Mode(message.mode), role, _total(message), context, unit] = message
    return found


def _total(message: Message) -> str:
    """The concept of the total: the first fact a message is about; the argument may have a prefix only."""
    return message.objects[0].name if message.objects else message.argument("concept")


def _where(message: Message, instance: Instance) -> tuple[int, int]:
    """The context and unit of the total, by the identifiers in the message, or else by the fact's own."""
    context = instance.contexts.get(message.argument("contextID"), -1)
    unit = instance.units_by_id.get(message.argument("unitID"), -1)
    if context >= 0 and unit >= 0:
        return context, unit
    named = {one.id for one in message.objects if one.id}
    total = _total(message)
    fact = next((fact for fact in instance.facts if fact.id in named and fact.concept == total), None)
    return (fact.aspects, fact.measure) if fact else (context, unit)


def disagreements(
    outcomes: Mapping[Mode, tuple[Outcome, ...]], verdict: Verdict, reporter: Reporter, broken: frozenset[int]
) -> Iterator[Finding]:
    """A finding for each sum on which the two engines differ without a known reason.

    Sums in different tuples that share context and unit are compared together: Arelle says the same of both.
    """
    theirs = judged_sums(verdict.messages, reporter.loaded.instance)
    unfit = set(_unfit(verdict.messages))
    doubtful = {_at(fact) for fact in reporter.loaded.instance.facts if fact.index in broken}
    failed = {mode for mode, _ in verdict.failures}
    ours: dict[Sum, list[Outcome]] = {}
    for outcome in (one for mode, found in outcomes.items() if mode.value not in failed for one in found):
        ours.setdefault(_key(outcome), []).append(outcome)
    for key, same in ours.items():
        found_wrong = any(outcome.status is Status.INCONSISTENT for outcome in same)
        pardoned = key[:3] in unfit or any(excused(one) or _takes(one, doubtful) for one in same)
        if found_wrong != (key in theirs) and not pardoned:
            yield _differ(same[0], reporter, theirs=key in theirs)
    for key, message in theirs.items():
        if key not in ours:
            yield reporter.finding(
                "judge.disagreement", f"Only Arelle finds: {message.text}", about=[reporter.name(key[2])],
                remedy=_REMEDY, details=[("mode", key[0].value)], severity=Severity.INCONSISTENCY,
            )  # fmt: skip


def _at(fact: Reported) -> tuple[str, int, int]:
    return fact.concept, fact.aspects, fact.measure


def _takes(outcome: Outcome, doubtful: Container[tuple[str, int, int]]) -> bool:
    """Whether one of the facts stands where a sum looks for its own."""
    names = (outcome.network.total, *(arc.item for arc in outcome.network.arcs))
    return any((name, *outcome.key[1:]) in doubtful for name in names)


def _unfit(messages: Iterable[Message]) -> Iterator[tuple[Mode, str, str]]:
    """Sums of floating-point numbers, which Calculations 1.1 forbids and Arelle takes for inexact."""
    for message in messages:
        if message.code == "calc11e:nonDecimalItemNode" and message.mode:
            yield Mode(message.mode), message.argument("linkrole"), message.argument("sumConcept")


def _key(outcome: Outcome) -> Sum:
    _, aspects, measure = outcome.key
    return outcome.mode, outcome.network.role, outcome.network.total, aspects, measure


def excused(outcome: Outcome) -> bool:
    """Whether the engines may differ on a sum for a documented reason.

    Arelle takes the first of two facts that contradict each other at equal accuracy, and in mode c11t it
    loses which end of an interval is open; see ``docs/findings/judge.disagreement.md``.
    """
    if outcome.mode.is_11 and outcome.reason is Reason.CONFLICT:
        return True
    if outcome.mode is Mode.C11T and outcome.reported is not None and outcome.computed is not None:
        both = outcome.reported.meet(outcome.computed)
        return both.low == both.high
    return outcome.reason is Reason.UNREADABLE


def _differ(outcome: Outcome, reporter: Reporter, *, theirs: bool) -> Finding:
    """What Arelle alone finds wrong weighs as much as if both did."""
    said = "inconsistent" if theirs else "not inconsistent"
    total = reporter.name(outcome.network.total)
    why = f" ({outcome.reason.value})" if outcome.reason else ""
    return reporter.finding(
        "judge.disagreement",
        f"On the sum of {total} in mode {outcome.mode.value} we say {outcome.status.value}{why}, "
        f"Arelle says {said} ({reporter.context(outcome.key[1])})",
        facts=outcome.total,
        about=[total],
        remedy=_REMEDY,
        details=[("mode", outcome.mode.value), ("role", outcome.network.role)],
        severity=Severity.INCONSISTENCY if theirs else None,
    )


def miscounted(verdict: Verdict, reporter: Reporter) -> Iterator[Finding]:
    """A finding where Arelle sees more facts or fewer, unless errors of the report may be why."""
    instance = reporter.loaded.instance
    errors = any(message.level in _ERRORS for message in verdict.messages)
    if not errors and verdict.facts != len(instance.facts):
        words = f"The native reader sees {len(instance.facts)} facts, Arelle {verdict.facts}"
        yield reporter.finding("judge.disagreement", words, remedy=_REMEDY)


def misread(verdict: Verdict, reporter: Reporter, broken: frozenset[int]) -> Iterator[Finding]:
    """A finding for each numeric fact whose value Arelle understands otherwise than we do."""
    theirs: dict[tuple[str, str, str], set[object]] = {}
    for concept, context, unit, _, value in verdict.values:
        theirs.setdefault((concept, context, unit), set()).add(decimal_of(value))
    for fact in reporter.loaded.instance.facts:
        values = theirs.get((fact.concept, fact.context, fact.unit))
        if (
            values
            and fact.value is not None
            and fact.value not in values
            and None not in values
            and fact.index not in broken
        ):
            yield _misread(fact, values, reporter)


def _misread(fact: Reported, values: set[object], reporter: Reporter) -> Finding:
    other = ", ".join(sorted(map(str, values)))
    return reporter.finding(
        "judge.disagreement",
        f"{reporter.name(fact.concept)} is {number(fact.value)} to the native reader and {other} to Arelle",
        facts=[fact],
        remedy=_REMEDY,
    )
