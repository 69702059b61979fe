"""One session of Arelle: the only place of the package that loads it."""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Iterable, Iterator
from typing import Any

from xbrlgen.validating.notations.sec_formats import FORMATS, NAMESPACE

_CALCULATION = {
    "c10": "XBRL_v2_1",
    "c10d": "XBRL_v2_1_DEDUPLICATE",
    "c11r": "ROUND_TO_NEAREST",
    "c11t": "TRUNCATION",
}
_DEMANDS = frozenset(
    {"http://www.xbrl.org/2003/arcrole/essence-alias", "http://www.xbrl.org/2003/arcrole/requires-element"}
)
# Letters shown of each of several texts.
_SHOWN_TEXT = 64
_QUIET = frozenset({"DEBUG", "INFO-SEMANTIC"})


def preload() -> None:
    """Load what every session needs, so that forks have it."""
    import arelle.api.Session
    import arelle.formula.ValidateFormula
    import arelle.Validate
    import arelle.ValidateUtr
    import arelle.ValidateXbrl
    import arelle.ValidateXbrlCalcs
    import arelle.ValidateXbrlDimensions  # noqa: F401 - loading is all that is wanted


class _Records(logging.Handler):
    """Keeps the records of a session."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def run_job(job: dict[str, Any]) -> dict[str, Any]:
    """Judge one report and tell all that was said."""
    from arelle.api.Session import Session

    started = time.perf_counter()
    if job["sec_formats"]:
        _know_sec_formats()
    handler = _Records()
    with Session() as session:
        session.run(_options(job), logHandler=handler)
        model: Any = next(iter(session.get_models()), None)
        trouble = _trouble(model, handler.records, job["path"])
        if trouble:
            return {"error": trouble, "messages": _said(model, handler.records)}
        messages, failures = _messages(model, handler.records, job["modes"])
        return {
            "messages": messages,
            "failures": failures,
            "facts": sum(not fact.isTuple for fact in model.factsInInstance),
            "values": _values(model),
            "seconds": time.perf_counter() - started,
        }


def _trouble(model: Any, records: list[logging.LogRecord], path: str) -> str:
    """Why what was said is no verdict; empty where it is one."""
    if model is None or model.modelDocument is None:
        grave = [record for record in records if record.levelno >= logging.WARNING]
        said = "; ".join(record.getMessage() for record in (grave or records)[-3:])
        return f"Arelle could not load {path}: {said}"
    crash = crash_in(records)
    return f"Arelle failed on {path}: {crash}" if crash else ""


def _messages(
    model: Any, records: Iterable[logging.LogRecord], modes: list[str]
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """What was said while the report was validated and by each mode, and in which modes Arelle failed."""
    said = [*_said(model, records), *_repeated_words(model)]
    failures = {}
    for mode in modes:
        try:
            said += [_validation(found, mode) for found in _checked(model, mode)]
        except Exception as error:  # noqa: BLE001 - a mode that breaks Arelle down must not hide the rest
            failures[mode] = crash_words(error)
    return [*said, *_definitions(model, {*modes} - {*failures})], failures


def crash_words(error: Exception) -> str:
    """An error of Arelle's own and where it happened."""
    trace = traceback.extract_tb(error.__traceback__)[-1]
    return f"{error!r} ({trace.name}, line {trace.lineno})"


def crash_in(records: Iterable[logging.LogRecord]) -> str:
    """What Arelle says of an error of its own that it caught and went on after; empty where there is none."""
    crashed = (one for one in records if _is_crash(one))
    return next((f"{one.getMessage()} ({_code(one).partition(':')[2]})" for one in crashed), "")


def _code(record: logging.LogRecord) -> str:
    return str(getattr(record, "messageCode", "") or "")


def _is_crash(record: logging.LogRecord) -> bool:
    return _code(record).startswith("exception:")


def _options(job: dict[str, Any]) -> Any:
    from arelle.RuntimeOptions import RuntimeOptions

    pages = job["pages"]
    together = json.dumps([{"ixds": [{"file": page} for page in pages]}]) if pages else ""
    return RuntimeOptions(
        entrypointFile=together or job["path"],
        plugins="inlineXbrlDocumentSet" if pages else None,
        internetConnectivity="online" if job["online"] else "offline",
        disablePersistentConfig=True,
        validate=True,
        calcs="none",  # each mode by itself: one that breaks Arelle down would end all other checks
        utrValidate=True,
        validateDuplicateFacts="none",  # those of words are asked for below; of numbers we tell ourselves
        baseTaxonomyValidationMode="none",
        packages=list(job["packages"]),
        keepOpen=True,
        validationExitCode=True,
        logRefObjectProperties=False,
    )


def _know_sec_formats() -> None:
    """Let Arelle know the formats of the SEC.

    That is what a plug-in would do; but to load one, Arelle parses all that it carries, which takes as
    long as a small report.
    """
    from arelle.ModelManager import ModelManager
    from arelle.ModelValue import qname

    plain = ModelManager.loadCustomTransforms

    def load(manager: Any) -> None:
        plain(manager)
        ours = {qname(NAMESPACE, f"ixt-sec:{name}"): read for name, read in FORMATS.items()}
        manager.customTransforms = {**ours, **manager.customTransforms}

    ModelManager.loadCustomTransforms = load


def _checked(model: Any, mode: str) -> list[Any]:
    """The findings of a calculation mode on a model that is loaded."""
    from arelle.ValidateXbrlCalcs import ValidateCalcsMode, validate

    return list(validate(model, getattr(ValidateCalcsMode, _CALCULATION[mode])))


def _said(model: Any, records: Iterable[logging.LogRecord]) -> list[dict[str, Any]]:
    """What Arelle said of the report, not of itself."""
    kept = (one for one in records if one.levelname not in _QUIET and not _is_crash(one))
    return [_record(one, model) for one in kept]


def _repeated_words(model: Any) -> list[dict[str, Any]]:
    """Words reported twice that differ; numbers given by precision are what Arelle breaks down on here."""
    from arelle.ValidateDuplicateFacts import DuplicateType, getDuplicateFactSetsWithType

    words = [
        fact
        for fact in model.facts
        if fact.concept is not None and fact.concept.isItem and not (fact.isNumeric or fact.isFraction)
    ]
    sets = getDuplicateFactSetsWithType(words, DuplicateType.INCONSISTENT)
    return [_differing(list(found.facts)) for found in sets]


def _differing(facts: list[Any]) -> dict[str, Any]:
    values = dict.fromkeys(" ".join(str(fact.value).split())[:_SHOWN_TEXT] for fact in facts)
    contexts = ", ".join(sorted({str(fact.contextID) for fact in facts}))
    return {
        "code": "arelle:duplicateFacts",
        "level": "WARNING",
        "text": f"{facts[0].qname} is reported as {', '.join(values)} in the same context ({contexts})",
        "arguments": [],
        "objects": [_object(fact) for fact in facts],
        "mode": "",
    }


def _definitions(model: Any, modes: set[str]) -> list[dict[str, Any]]:
    """What definition relationships demand of facts; Arelle looks at them in its modes of XBRL 2.1 only."""
    if {"c10", "c10d"} & modes or not any(key[0] in _DEMANDS for key in model.baseSets):
        return []
    found = (_validation(one, "") for one in _checked(model, "c10"))
    return [one for one in found if one["code"].startswith("xbrl.5.2.6.2.")]


def _record(record: logging.LogRecord, model: Any) -> dict[str, Any]:
    arguments = record.args if isinstance(record.args, dict) else {}
    about = [_by_reference(reference, model) for reference in getattr(record, "refs", ())]
    return {
        "code": _code(record),
        "level": record.levelname,
        "text": record.getMessage(),
        "arguments": _plain(arguments),
        "objects": [one for one in about if one is not None],
        "mode": "",
    }


def _validation(found: Any, mode: str) -> dict[str, Any]:
    arguments = dict(found.args)
    about = arguments.pop("modelObject", ())
    codes = found.codes if isinstance(found.codes, str) else found.codes[0]
    return {
        "code": codes,
        "level": found.level.name,
        "text": found.msg % {key: str(value) for key, value in arguments.items()},
        "arguments": _plain(arguments),
        "objects": [_object(one) for one in _flat(about)],
        "mode": mode,
    }


def _plain(arguments: dict[str, Any]) -> list[list[str]]:
    return [
        [key, _name(value)] for key, value in arguments.items() if key != "modelObject" and value is not None
    ]


def _name(value: Any) -> str:
    return value.clarkNotation if hasattr(value, "clarkNotation") else str(value)[:500]


def _flat(about: Any) -> Iterator[Any]:
    if isinstance(about, (list, tuple, set)):
        for one in about:
            yield from _flat(one)
    elif about is not None:
        yield getattr(about, "modelObject", about)


def _by_reference(reference: dict[str, Any], model: Any) -> dict[str, Any] | None:
    known = reference.get("objectId") if model is not None else None
    found = model.modelObject(known) if known else None
    if found is not None:
        return _object(found)
    file, _, ident = str(reference.get("href", "")).partition("#")
    line = int(reference.get("sourceLine") or 0)
    return {"file": file, "line": line, "kind": "document", "id": ident} if file else None


def _object(found: Any) -> dict[str, Any]:
    from arelle.ModelInstanceObject import ModelFact

    document = getattr(found, "modelDocument", None)
    plain = {
        "file": str(getattr(document, "filepath", "") or getattr(document, "uri", "")),
        "line": int(getattr(found, "sourceline", 0) or 0),
        "kind": type(found).__name__,
        "id": str(getattr(found, "id", "") or ""),
    }
    if isinstance(found, ModelFact):
        plain |= {
            "name": found.qname.clarkNotation if found.qname is not None else "",
            "context": str(found.contextID or ""),
            "unit": str(found.unitID or ""),
            "value": str(getattr(found, "xValue", None) if not found.isNil else ""),
        }
    elif getattr(found, "qname", None) is not None:
        plain["name"] = _name(found.qname)
    return plain


def _values(model: Any) -> list[list[str]]:
    """The numeric facts as Arelle understood them."""
    return [
        [
            fact.qname.clarkNotation,
            str(fact.contextID),
            str(fact.unitID),
            str(fact.decimals),
            str(getattr(fact, "xValue", None)),  # what is wrong in a tuple was never read
        ]
        for fact in model.factsInInstance
        if fact.isNumeric and not fact.isNil and fact.qname is not None
    ]
