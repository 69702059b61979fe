"""What Arelle said to findings; echoes of a broken fact go to their cause."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from attrs import evolve

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.arelle.judging import Message, Object
from xbrlgen.validating.facts import Instance
from xbrlgen.validating.names import XBRLI
from xbrlgen.validating.opened.opening import Notation
from xbrlgen.validating.telling.describing import SHOWN, listed
from xbrlgen.validating.telling.reporting import Details, Reporter

_LEVELS: Mapping[str, Severity] = MappingProxyType(
    {
        "CRITICAL": Severity.ERROR,
        "FATAL": Severity.ERROR,
        "ERROR": Severity.ERROR,
        "ERROR-SEMANTIC": Severity.ERROR,
        "INCONSISTENCY": Severity.INCONSISTENCY,
        "WARNING": Severity.WARNING,
        "WARNING-SEMANTIC": Severity.WARNING,
        "ASSERTION-NOT-SATISFIED": Severity.INCONSISTENCY,
        "ASSERTION-SATISFIED": Severity.INFO,
        "INFO": Severity.INFO,
    }
)
_MISSING = "taxonomy.file-missing"
_DUPLICATES = "arelle:duplicateFacts"
_UNITS = "units.invalid"
# How the codes of the specifications begin, and which of our codes speaks for them
_KINDS: tuple[tuple[str, str], ...] = (
    (_DUPLICATES, "duplicates.conflicting"),
    (r"xbrldte:|xbrldie:", "dimensions.invalid"),
    (r"ix\d|ixt|ixe|inline|lxml\.", "inline.invalid"),
    (r"utre?:", _UNITS),
    (r"IOerror|FileNotLoadable|arelle:fileNotFound", _MISSING),
    (r"calc11e:(duplicateCalculationRelationships|nonDecimalItemNode)", "calculation.invalid-arc"),
    (r"xbrl\.5\.2\.5\.2(\.1:zeroWeight|:nonNumeric)|xbrl\.5\.1\.1\.2:balanceCalc", "calculation.invalid-arc"),
    (
        r"xbrl\.|xbrl:|xmlSchema|xml[.:]|link:|xbrlxe:|xlink:|oime?:|oim[ct]e:|xbrl[cj]e:|enum|rpe:|tpe:|err:|calc11e:",
        "xbrl.invalid",
    ),
)
# What Arelle says besides when a schema or linkbase is missing
_ECHOES = frozenset(
    {
        "ix11.12.1.2:missingReferences",
        "xbrl:schemaImportMissing",
        "xbrl.4.11.1.1:footnoteLinkLocTarget",
        "xbrl.5.2.4.2.1:preferredLabelMissing",
        "xbrl.3.5.3.9.4:locatorTarget",
    }
)
_LABEL = "xbrl.5.2.4.2.1:preferredLabelMissing"
# Letters; longer arguments of a message are whole texts of facts.
_LONG = 200
# Errors on the identifiers of facts, which leave what they say as it is
_ONLY_NAMES = (":uniqueIxId", ":idMustBeUnique")
_SUMS = re.compile(
    r"xbrl\.5\.2\.5\.2:calcInconsistency|calc11e:(inconsistent|excessDigits|disallowed)|oime:disallowedDuplicateFacts"
)
# The objects of what lxml says are whole documents; the line is in its words.
_SAID_LINE = re.compile(r"\bline (\d+)")
_REMEDIES: Mapping[str, str] = MappingProxyType(
    {
        _MISSING: "Put the document beside the report, or give with --package the taxonomy that has it.",
        "dimensions.invalid": "Put the member under its axis in the definition linkbase, or take it out.",
        "duplicates.conflicting": "Correct the wrong copy.",
        "xbrldie:DefaultValueUsedInInstanceError": "Leave the default member out; having no axis says it.",
        "xbrldie:RepeatedDimensionInInstanceError": "Give the context one member of the axis, in one place.",
        "xbrldie:PrimaryItemDimensionallyInvalidError": (
            "Give the context a member for each axis that the definition linkbase demands of the concept, "
            "or put the member under its axis there."
        ),
        _UNITS: "Give the fact a unit that the units registry has for the type of its concept.",
    }
)
_SEC_FORMATS = re.compile(r"http://www\.sec\.gov/inlineXBRL/transformation/")


def is_sum(message: Message) -> bool:
    """Whether a message is a verdict on a sum; those are compared with our own, not repeated."""
    return bool(_SUMS.match(message.code)) and bool(message.mode)


def _is_noise(message: Message) -> bool:
    """Whether a message says nothing of the report: progress, or a format Arelle has in a plug-in only."""
    if message.code in ("info", "") and message.level == "INFO":
        return True
    return message.code.endswith("invalidTransformation") and bool(_SEC_FORMATS.search(message.text))


def broken_facts(messages: Iterable[Message], instance: Instance) -> frozenset[int]:
    """The facts that can't be read or that an error of Arelle is about.

    Their echoes in sums are not counted again.
    """
    unread = frozenset(fact.index for fact in instance.facts if fact.problem)
    about = [
        one
        for message in messages
        if _LEVELS.get(message.level, Severity.INFO) is Severity.ERROR
        and not _is_noise(message)
        and not is_sum(message)
        and not message.code.endswith(_ONLY_NAMES)
        for one in message.objects
        if _is_fact(one)
    ]
    if not about:
        return unread
    by_id = {fact.id: fact.index for fact in instance.facts if fact.id}
    by_line: dict[tuple[str, str, int], set[int]] = defaultdict(set)
    for fact in instance.facts:
        by_line[fact.concept, fact.context, fact.line].add(fact.index)
    found = [
        {by_id[one.id]} if one.id in by_id else by_line[one.name, one.context, one.line] for one in about
    ]
    return unread.union(*found)


def _file(name: str, reporter: Reporter) -> str:
    """The file that Arelle names by its path or, in some messages, by its last part only.

    Of xBRL-JSON it makes an instance of another name in memory, which is what it then speaks of.
    """
    entry, files = reporter.loaded.entry, reporter.loaded.instance.files
    if entry.notation is Notation.JSON and Path(name).stem == Path(files[0]).stem:
        return files[0]
    known = (*files, *reporter.loaded.dts.files)
    by_name = (file for file in known if "/" not in name and file.rpartition("/")[2] == name)
    return next(by_name, name)


def lacks_a_label(message: Message, names: Container[str]) -> bool:
    """Whether a message misses a label of one of the concepts."""
    return message.code == _LABEL and message.argument("target") in names


def _is_fact(one: Object) -> bool:
    return bool(one.context) and not one.name.startswith(f"{{{XBRLI}}}")


def message_findings(messages: Iterable[Message], reporter: Reporter) -> Iterator[Finding]:
    """A finding for each message that is no verdict on a sum and no duplicate (those are our own).

    What follows from a missing document is told with that document, counted by kind.
    """
    told = [one for one in messages if not (is_sum(one) or _is_noise(one) or _is_numeric_duplicate(one))]
    missing = {_document(one): one for one in told if _ours(one.code) == _MISSING}
    echoes = Counter(one.code for one in told if missing and one.code in _ECHOES)
    for message in missing.values():
        said = [("follows", f"{count} times {code}") for code, count in sorted(echoes.items())]
        yield _finding(message, reporter, said)
    rest = [one for one in told if _ours(one.code) != _MISSING and one.code not in echoes]
    for group in _by_unit(rest):
        yield _finding(_joined(group), reporter)


def _by_unit(messages: Iterable[Message]) -> Iterable[list[Message]]:
    """The messages, those about one unit of one type of facts together."""
    groups: dict[tuple[str, ...], list[Message]] = {}
    for number, message in enumerate(messages):
        is_unit = _ours(message.code) == _UNITS and message.argument("unitID")
        about = (message.argument("unitID"), message.argument("typeName")) if is_unit else (str(number),)
        groups.setdefault((message.code, *about), []).append(message)
    return groups.values()


def _joined(messages: Sequence[Message]) -> Message:
    """One message for several that say the same of different facts."""
    first = messages[0]
    if len(messages) == 1:
        return first
    concepts = listed(dict.fromkeys(one.argument("element") for one in messages))
    kind, unit = first.argument("typeName"), first.argument("unitID")
    told = f"Unit {unit} disallowed on {len(messages)} facts of type {kind}: {concepts}"
    said = [(key, value) for key, value in first.arguments if key != "element"]
    arguments = (*said, ("facts", str(len(messages))))
    objects = tuple(chain.from_iterable(one.objects for one in messages[:SHOWN]))
    return evolve(first, text=told, arguments=arguments, objects=objects)


def _is_numeric_duplicate(message: Message) -> bool:
    """Whether a message is about numbers reported twice; those we tell ourselves, with their values."""
    return message.code == _DUPLICATES and any(one.unit for one in message.objects)


def _document(message: Message) -> str:
    return message.argument("url") or message.text


def _ours(code: str) -> str:
    """Our code for a code of Arelle."""
    return next((ours for start, ours in _KINDS if re.match(start, code)), "judge.message")


def _finding(message: Message, reporter: Reporter, more: Details = ()) -> Finding:
    code = _ours(message.code)
    severity = _severity(message, code)
    line = _SAID_LINE.search(message.text) if message.code.startswith("lxml.") else None
    places = [
        reporter.placer.place(_file(one.file, reporter), int(line[1]) if line else one.line, one.id)
        for one in message.objects
        if one.file
    ]
    about = [reporter.name(one.name) for one in message.objects if one.name]
    said = ((key, value) for key, value in message.arguments if len(value) < _LONG)
    return reporter.finding(
        code, message.text, places=places, about=dict.fromkeys(about),
        details=(("arelle", message.code), *said, *more), severity=severity,
        remedy=_remedy(code, message.code),
    )  # fmt: skip


def _severity(message: Message, code: str) -> Severity:
    """As Arelle says; units that the registry doesn't know are no errors by XBRL 2.1."""
    said = _LEVELS.get(message.level, Severity.WARNING)
    return min(said, Severity.WARNING) if code == _UNITS else said


def _remedy(code: str, rule: str) -> str:
    """What to do; where only the place and the rule can tell, they do."""
    otherwise = f"Correct it there; the rule broken is {rule}." if rule else ""
    return _REMEDIES.get(rule) or _REMEDIES.get(code, otherwise)
