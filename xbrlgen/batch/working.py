"""One document from file to filing, dataset rows and verdict; runs in a worker process."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from xbrlgen.batch.dataset import write_document, write_facts, write_findings
from xbrlgen.batch.tasks import Done, Status, Task
from xbrlgen.building import build, unreadable, why_nothing
from xbrlgen.filing import Filing
from xbrlgen.findings import Finding
from xbrlgen.model import ModelError
from xbrlgen.reading import ReadError
from xbrlgen.writing import WriteError, write

if TYPE_CHECKING:
    from xbrlgen.validating.arelle.judging import Judge
    from xbrlgen.validating.validation import Validation


def work(task: Task) -> Done:
    """Build, write and judge one document, and write its rows of the dataset."""
    try:
        filing = build(Path(task.path), repair=task.options.repair, year=task.options.year)
    except (ReadError, ModelError, WriteError) as error:
        return finished(task, Done(task.path, task.key, Status.UNREADABLE, str(error)))
    if not filing.report.facts:
        return _nothing(task, filing)
    return _written(task, filing)


def _written(task: Task, filing: Filing) -> Done:
    """Write a filing, have it judged, and keep its facts and all that was found."""
    written = write(filing, task.folder, force=True)
    validation = _validated(task) if task.options.validate else None
    judged = validation.findings if validation else ()
    write_facts(task, filing)
    write_findings(task, (("build", filing.findings), ("write", written.findings), ("validate", judged)))
    end = filing.proved.document.period_end if filing.proved else None
    done = Done(
        task.path,
        task.key,
        Status.WRITTEN,
        filing=str(task.folder.relative_to(task.out)),
        period_end=end.isoformat() if end else "",
        counts=_counts(filing, (*filing.findings, *written.findings, *judged)),
        exit_code=int(validation.exit_code) if validation else None,
    )
    return finished(task, done)


def _nothing(task: Task, filing: Filing) -> Done:
    """Keep what was found on the way where no number became a fact; no filing is written."""
    write_findings(task, [("build", filing.findings)])
    status = Status.UNREADABLE if unreadable(filing) else Status.NOTHING
    counts = _counts(filing, filing.findings)
    return finished(task, Done(task.path, task.key, status, why_nothing(filing), counts=counts))


def finished(task: Task, done: Done) -> Done:
    """Write the document's row, which says that it need not be done again."""
    write_document(task, done)
    return done


def _counts(filing: Filing, findings: tuple[Finding, ...]) -> dict[str, int]:
    outcomes = Counter(verdict.outcome.value for verdict in filing.verdicts)
    return {"facts": len(filing.report.facts), "findings": len(findings), **outcomes}


@cache
def _judge(timeout: float) -> Judge:
    """The judge of this process: one, kept for all its documents."""
    from xbrlgen.validating.arelle.judging import Judge  # noqa: PLC0415 (only where documents are validated)

    return Judge(timeout)


def _validated(task: Task) -> Validation:
    from xbrlgen.validating.validate_reports import checked_settings, validate_paths  # noqa: PLC0415 (as above)

    settings = checked_settings(modes=("c11r",), packages=(), fail_on="inconsistency", online=False)
    return validate_paths([task.folder], settings, _judge(task.options.seconds))
