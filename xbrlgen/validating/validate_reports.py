"""The way from a path to a verdict: open, read, check, let Arelle judge, compare."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.arelle.agreement import disagreements, miscounted, misread
from xbrlgen.validating.arelle.judging import BreakdownError, Job, Judge, Verdict
from xbrlgen.validating.arelle.messages import broken_facts, lacks_a_label, message_findings
from xbrlgen.validating.checks.further import further_findings
from xbrlgen.validating.checks.repeated import conflicting
from xbrlgen.validating.errors import JudgeError
from xbrlgen.validating.files.shelf import Shelf, open_packages
from xbrlgen.validating.missing.standins import Plan, plan, write_plan
from xbrlgen.validating.missing.undeclared import taxonomy_findings
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.notations.sec_formats import NAMESPACE
from xbrlgen.validating.opened.loading import Loaded, load
from xbrlgen.validating.opened.opening import Entry, Notation, open_path
from xbrlgen.validating.options import checked_modes, checked_packages, checked_severity
from xbrlgen.validating.outcomes import Outcome
from xbrlgen.validating.sums.calculation import check
from xbrlgen.validating.sums.diagnosis import Neighbours
from xbrlgen.validating.sums.findings import left_in_tuples, sum_findings, unreadable
from xbrlgen.validating.telling.placing import Placer
from xbrlgen.validating.telling.reporting import Reporter
from xbrlgen.validating.validation import Coverage, Judged, Validation, coverage

_AGAIN = "Correct first what else is found; where Arelle took too long, raise --timeout."


@frozen
class Settings:
    """How to validate: everything the user can choose, checked."""

    modes: tuple[Mode, ...] = (Mode.C11R,)
    packages: tuple[Path, ...] = ()
    online: bool = False
    fail_on: Severity = Severity.INCONSISTENCY


def checked_settings(
    *, modes: Iterable[str], packages: Iterable[str | PathLike[str]], fail_on: Severity | str, online: bool
) -> Settings:
    """Settings from what the user wrote."""
    return Settings(checked_modes(modes), checked_packages(packages), online, checked_severity(fail_on))


def validate_paths(
    paths: Sequence[Path],
    settings: Settings,
    judge: Judge | None = None,
    step: Callable[[str], None] = lambda _: None,
) -> Validation:
    """Judge every report at the paths; without a ``judge`` the native engine judges alone.

    ``step`` is told which report is judged.
    """
    placer = Placer()
    with tempfile.TemporaryDirectory(prefix="xbrlgen-") as folder:
        workspace = Path(folder)
        shelf = open_packages(settings.packages)
        entries = [entry for path in paths for entry in open_path(path, workspace)]
        placer.unpacked.update(pair for entry in entries for pair in entry.unpacked)
        judged = []
        for number, entry in enumerate(entries, 1):
            step(f"{entry.name} ({number} of {len(entries)})")
            room = _Room(settings, shelf, judge, placer, workspace / f"standin-{number}.zip")
            judged.append(_judge(entry, room))
    return Validation(tuple(judged), placer.sources, fail_on=settings.fail_on)


@frozen
class _Room:
    settings: Settings
    shelf: Shelf
    court: Judge | None
    placer: Placer
    standin: Path


def _judge(entry: Entry, room: _Room) -> Judged:
    loaded = load(entry, room.shelf)
    wanted = plan(loaded)
    job = _job(entry, room, wanted)
    if room.court is not None:
        room.court.submit(job)
    outcomes = {mode: check(loaded.instance.facts, loaded.dts.networks, mode) for mode in room.settings.modes}
    reporter = Reporter.of(loaded, room.placer)
    further = tuple(further_findings(reporter))
    verdict = _verdict(room.court)
    if isinstance(verdict, JudgeError):
        found = (*_broken_down(verdict, outcomes, reporter, room.settings), *further)
        return _result(loaded, outcomes, found, room, unjudged=str(verdict), broken=True)
    verdict, labels = _without_labels(verdict, wanted, reporter)
    broken = broken_facts(verdict.messages if verdict else (), loaded.instance)
    findings = [*_theirs(verdict, outcomes, reporter, broken)]
    failing = tuple(_failed_modes(verdict, findings, reporter))
    findings += _own_findings(outcomes, reporter, broken, room.settings)
    findings += [*taxonomy_findings(wanted, loaded, reporter, labels, judged=verdict is not None), *further]
    judged = _with_coverage(loaded, outcomes, [*findings, *failing], room, reporter, wanted)
    return evolve(judged, broken=any(one.severity is Severity.ERROR for one in failing))


def _broken_down(
    failure: JudgeError, outcomes: dict[Mode, tuple[Outcome, ...]], reporter: Reporter, settings: Settings
) -> Iterator[Finding]:
    """That Arelle failed, what it had said by then, and what the native engine finds."""
    said = failure.messages if isinstance(failure, BreakdownError) else ()
    yield reporter.finding("judge.failed", str(failure), remedy=_AGAIN)
    yield from message_findings(said, reporter)
    yield from _own_findings(outcomes, reporter, broken_facts(said, reporter.loaded.instance), settings)


def _failed_modes(verdict: Verdict | None, findings: list[Finding], reporter: Reporter) -> Iterator[Finding]:
    """A finding for each mode in which Arelle broke down; no error where errors of the report may be why."""
    excused = any(one.severity is Severity.ERROR for one in findings)
    for mode, words in verdict.failures if verdict else ():
        yield reporter.finding(
            "judge.failed", f"Arelle failed in mode {mode}, so only our engine checked its sums: {words}",
            remedy=_AGAIN, details=[("mode", mode)], severity=Severity.WARNING if excused else None,
        )  # fmt: skip


def _job(entry: Entry, room: _Room, wanted: Plan) -> Job:
    packages = [str(package.resolve()) for package in room.settings.packages]
    wanted = Plan() if room.settings.online else wanted
    own = entry.rules if entry.package is None else ()
    if wanted.schemas or own:
        packages.append(str(write_plan(wanted, room.standin, own)))
    path = entry.package if entry.package is not None else entry.files[0]
    pages = tuple(map(str, entry.files)) if len(entry.files) > 1 else ()
    sec = any(NAMESPACE in root.nsmap.values() for root in entry.roots)
    return Job(
        str(path.resolve()),
        tuple(mode.value for mode in room.settings.modes),
        tuple(packages),
        room.settings.online,
        pages,
        sec,
    )


def _verdict(court: Judge | None) -> Verdict | JudgeError | None:
    """What Arelle said, why that is no verdict, or None where it was not asked."""
    if court is None:
        return None
    try:
        return court.result()
    except JudgeError as error:
        return error


def _without_labels(verdict: Verdict | None, wanted: Plan, reporter: Reporter) -> tuple[Verdict | None, int]:
    """A verdict without the labels it misses of a taxonomy that isn't at hand, and how many these are."""
    if verdict is None or not wanted.unknown:
        return verdict, 0
    names = frozenset((*wanted.inferred, *map(reporter.name, wanted.inferred)))
    kept = tuple(one for one in verdict.messages if not lacks_a_label(one, names))
    return evolve(verdict, messages=kept), len(verdict.messages) - len(kept)


def _theirs(
    verdict: Verdict | None,
    outcomes: dict[Mode, tuple[Outcome, ...]],
    reporter: Reporter,
    broken: frozenset[int],
) -> Iterator[Finding]:
    if verdict is not None:
        yield from message_findings(verdict.messages, reporter)
        yield from disagreements(outcomes, verdict, reporter, broken)
        yield from misread(verdict, reporter, broken)
        yield from miscounted(verdict, reporter)


def _own_findings(
    outcomes: dict[Mode, tuple[Outcome, ...]], reporter: Reporter, broken: frozenset[int], settings: Settings
) -> list[Finding]:
    instance = reporter.loaded.instance
    every = [outcome for held in outcomes.values() for outcome in held]
    neighbours = Neighbours.of(instance, every)
    found = [
        finding for held in outcomes.values() for finding in sum_findings(held, reporter, neighbours, broken)
    ]
    worst = Severity.INCONSISTENCY if any(mode.is_11 for mode in settings.modes) else Severity.WARNING
    found += conflicting(reporter, severity=worst)
    found += left_in_tuples(settings.modes, reporter)
    found += _of_other_documents(reporter)
    return found + list(unreadable(instance.facts, every, reporter, neighbours))


def _of_other_documents(reporter: Reporter) -> Iterator[Finding]:
    for name, count in reporter.loaded.instance.targets:
        yield reporter.finding(
            "inline.targets",
            f"{count} facts are of the target document {name!r}, which was not judged",
            about=[name],
            remedy="Extract that document, and validate the instance.",
        )


def _with_coverage(
    loaded: Loaded,
    outcomes: dict[Mode, tuple[Outcome, ...]],
    findings: list[Finding],
    room: _Room,
    reporter: Reporter,
    wanted: Plan,
) -> Judged:
    numeric = any(fact.is_numeric for fact in loaded.instance.facts)
    missing = bool(loaded.dts.missing) or any(one.code == "taxonomy.file-missing" for one in findings)
    held = [coverage(mode, found) for mode, found in outcomes.items()]
    unjudged = ""
    if (
        numeric
        and held
        and loaded.entry.notation is not Notation.TAXONOMY
        and not any(one.checked for one in held)
    ):
        unjudged = _why_unjudged(loaded, held, wanted, missing=missing)
        code = "calculation.nothing-bound" if unjudged else "calculation.no-sums"
        words = unjudged or _why_none(loaded, held)
        findings.append(
            reporter.finding(code, words, remedy="Give the taxonomy that has the sums." if unjudged else "")
        )
    return _result(loaded, outcomes, tuple(findings), room, unjudged=unjudged, incomplete=missing)


def _why_none(loaded: Loaded, held: list[Coverage]) -> str:
    exempt = sum(one.exempt for one in held)
    if exempt:
        return f"No sum was checked: the rules exempt {exempt}, see why with each"
    if loaded.dts.networks:
        return f"No sum was checked: not one of the taxonomy's {len(loaded.dts.networks)} meets its facts"
    return "No sum was checked: the report's taxonomy has none that applies"


def _why_unjudged(loaded: Loaded, held: list[Coverage], wanted: Plan, *, missing: bool) -> str:
    """Why nothing checked is not the same as consistent; empty where the whole taxonomy was at hand."""
    networks = loaded.dts.networks
    if missing:
        return "Not one sum could be checked, because documents of the taxonomy are missing"
    if networks and not any(one.mode.is_11 for one in held) and all(one.version == "1.1" for one in networks):
        return (
            "The sums of the taxonomy are of Calculations 1.1, which modes c10 and c10d leave out: use c11r"
        )
    if any(one.exempt for one in held):
        return ""
    if wanted.unknown:
        return f"Not one sum could be checked: those of {wanted.unknown[0].address} are not at hand"
    if networks and wanted.inferred:
        return f"Not one of the {len(networks)} sums of the taxonomy meets facts to check it with"
    return ""


def _result(  # noqa: PLR0913 - the parts of the result
    loaded: Loaded,
    outcomes: dict[Mode, tuple[Outcome, ...]],
    findings: tuple[Finding, ...],
    room: _Room,
    *,
    unjudged: str,
    broken: bool = False,
    incomplete: bool = False,
) -> Judged:
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: -finding.severity))
    return Judged(
        loaded.entry.name, ordered, len(loaded.instance.facts),
        tuple(coverage(mode, found) for mode, found in outcomes.items()),
        unjudged, broken, incomplete, room.court is not None, outcomes,
    )  # fmt: skip
