"""A validation as text: the verdict, a table a statement, then all else grouped by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby

from attrs import frozen

from xbrlgen.findings import Finding, Severity
from xbrlgen.validating.codes import CODES
from xbrlgen.validating.rendering.shared import detail, details, spots, verdict
from xbrlgen.validating.validation import Coverage, Judged, Validation

_SUMS = "calculation.inconsistent"
_HEAD = ("total", "period", "reported", "computed", "difference", "place", "look at")
_NUMBERS = slice(2, 5)
# Findings of a kind, missing contributors of a sum: a screen holds no more, and all are in the JSON.
_MOST = 20
_MISSING_NAMED = 2
# What the total and its period need in a table, and what stands between columns.
_LEAST_WORDS = 40
_GAP = 3
_STYLES = {
    Severity.ERROR: "bold red",
    Severity.INCONSISTENCY: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "dim",
}
Row = Sequence[str]


@frozen
class Screen:
    """A terminal: how many characters fit in a line, and whether it shows colours."""

    width: int = 160
    coloured: bool = True


def to_text(validation: Validation, screen: Screen | None = None) -> str:
    """The whole validation, plain or for a terminal."""
    writer = _Plain() if screen is None else _Terminal(screen)
    for report in validation.reports:
        _report(report, validation, writer)
    if validation.accepted:
        writer.line(f"{len(validation.accepted)} findings are accepted by the baseline")
    return writer.text


class _Plain:
    """Lines and tables in nothing but characters."""

    def __init__(self) -> None:
        self.text = ""

    def line(self, text: str, severity: Severity | None = None) -> None:
        """One line."""
        del severity
        self.text += text.rstrip() + "\n"

    def table(self, title: str, rows: Sequence[Row]) -> None:
        """Rows under a title, columns aligned."""
        self.line(f"\n  {title}")
        widths = [max(len(row[column]) for row in (_HEAD, *rows)) for column in range(len(_HEAD))]
        for row in (_HEAD, *rows):
            cells = [
                text.rjust(width) if 2 <= column <= 4 else text.ljust(width)
                for column, (text, width) in enumerate(zip(row, widths, strict=True))
            ]
            self.line("    " + "  ".join(cells))


class _Terminal(_Plain):
    """Lines and tables as wide as a terminal, with its colours."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen

    def line(self, text: str, severity: Severity | None = None) -> None:
        """One line in the colour of its severity."""
        from rich.text import Text

        self._print(Text(text.rstrip(), style=_STYLES[severity] if severity else ""))

    def table(self, title: str, rows: Sequence[Row]) -> None:
        """Rows under a title, and beneath them where each was printed; one by one where all don't fit."""
        if self.screen.width < _least(rows):
            self._one_by_one(title, rows)
            return
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
        table.add_column(_HEAD[0], overflow="fold")
        table.add_column(_HEAD[1])
        for head in _HEAD[_NUMBERS]:
            table.add_column(head, justify="right", no_wrap=True)
        for total, period, *numbers, _, _ in rows:
            table.add_row(Text(total), Text(period), *numbers)
        self._print(table)
        for total, *_, place, look_at in rows:
            self.line("; ".join(filter(None, (f"  {total} at {place}" if place else "", look_at))))

    def _one_by_one(self, title: str, rows: Sequence[Row]) -> None:
        self.line(f"\n{title}")
        for total, period, *numbers, place, look_at in rows:
            self.line(f"\n  {total}")
            self.line(f"  {period}")
            for head, number in zip(_HEAD[_NUMBERS], numbers, strict=True):
                self.line(f"    {head} {number}")
            for text in filter(None, (f"at {place}" if place else "", look_at)):
                self.line(f"    {text}")

    def _print(self, what: object) -> None:
        from rich.console import Console

        buffer = StringIO()
        Console(
            file=buffer,
            force_terminal=True,
            color_system="standard" if self.screen.coloured else None,
            width=self.screen.width,
            highlight=False,
        ).print(what)
        self.text += buffer.getvalue()


def _least(rows: Sequence[Row]) -> int:
    """How wide a table must be that cuts no number."""
    numbers = zip(*(row[_NUMBERS] for row in (_HEAD, *rows)), strict=True)
    return _LEAST_WORDS + sum(_GAP + max(map(len, column)) for column in numbers)


def _report(report: Judged, validation: Validation, writer: _Plain) -> None:
    worst = max((finding.severity for finding in report.findings), default=None)
    judge = "" if report.arelle else ", native engine only"
    writer.line(f"{report.name}: {report.facts} facts{judge}; {verdict(report)}", worst)
    for held in report.coverage:
        for text in _coverage(held):
            writer.line(text)
    sums = [finding for finding in report.findings if finding.code == _SUMS]
    for (mode, statement), found in _grouped(sums).items():
        writer.table(f"{mode}: {statement}", [_row(finding, validation) for finding in found])
    for text, severity in _others(report.findings, validation):
        writer.line(text, severity)
    writer.line("")


def _coverage(held: Coverage) -> Iterator[str]:
    if not held.total:
        yield f"  {held.mode.value}: no sums to check"
        return
    yield (
        f"  {held.mode.value}: {held.checked} of {held.total} sums checked, {held.consistent} consistent, "
        f"{held.inconsistent} not"
    )
    for reason, count in sorted(held.skipped.items(), key=lambda pair: -pair[1]):
        yield f"    not checked: {count}, {reason.value}"


def _grouped(sums: Iterable[Finding]) -> dict[tuple[str, str], list[Finding]]:
    held: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in sums:
        held[detail(finding, "mode"), detail(finding, "statement")].append(finding)
    return held


def _row(finding: Finding, validation: Validation) -> Row:
    where = next(iter(spots(finding, validation)), None)
    dimensions = detail(finding, "dimensions")
    period = detail(finding, "period") + (f" [{dimensions}]" if dimensions else "")
    return (
        finding.about[0] if finding.about else "",
        period,
        detail(finding, "reported"),
        detail(finding, "computed"),
        detail(finding, "difference"),
        str(where or ""),
        _look_at(details(finding)),
    )


def _look_at(held: dict[str, list[str]]) -> str:
    """What is to be looked at first: the likeliest slip, else what is not reported where the total is."""
    likeliest = next(iter(held.get("diagnosis", ())), "")
    missing = held.get("missing", [])
    if likeliest or not missing:
        return likeliest
    more = f" and {len(missing) - _MISSING_NAMED} more" if len(missing) > _MISSING_NAMED else ""
    return f"not reported there: {', '.join(missing[:_MISSING_NAMED])}{more}"


def _others(findings: Iterable[Finding], validation: Validation) -> Iterator[tuple[str, Severity | None]]:
    held: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.code != _SUMS:
            held[finding.code].append(finding)
    for code, found in held.items():
        title = CODES[code][1] if code in CODES else code
        yield f"\n  {code}: {title} ({len(found)})", None
        for remedy, alike in groupby(found[:_MOST], key=lambda finding: finding.remedy):
            yield from _told(tuple(alike), remedy, validation)
        if len(found) > _MOST:
            yield f"    and {len(found) - _MOST} more (see the JSON output)", None


def _told(
    findings: Sequence[Finding], remedy: str, validation: Validation
) -> Iterator[tuple[str, Severity | None]]:
    """Findings with one remedy, which is told once, beneath the last."""
    for finding in findings:
        where = next(iter(spots(finding, validation)), None)
        yield f"    {finding.severity.word}: {finding.message}", finding.severity
        if where is not None:
            yield f"      at {where}", None
    if remedy:
        yield f"    {remedy}" if len(findings) > 1 else f"      {remedy}", None
