"""``xbrlgen build``: a filing from a release."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.console import (
    built,
    console,
    counted,
    existing,
    how_to_build,
    profile_for,
    progress,
    refuse,
    target,
    tell,
)
from xbrlgen.findings import Finding, Severity

if TYPE_CHECKING:
    from xbrlgen.filing import Filing
    from xbrlgen.writing import Written

_MOST_TOLD = 20


@click.command()
@click.argument("source", type=existing)
@click.option(
    "-o", "--output", type=target, help="The folder to write to; by default SOURCE's name with -filing."
)
@how_to_build
@click.option(
    "--calculations", type=click.Choice(["1.0", "1.1"]), help="The version of the calculation arcs."
)
@click.option("--write-profile", type=target, help="Write the open questions as a profile to edit.")
@click.option("--viewer", is_flag=True, help="Write Arelle's viewer page too (extra: viewer).")
@click.option("--force", is_flag=True, help="Write into a folder that holds other files.")
@click.option("--strict", is_flag=True, help="End with 1 if there is a warning or worse.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def build(source: Path, *, output: Path | None, quiet: bool, as_json: bool, **options: Any) -> None:
    """Build a filing from the release SOURCE (HTML, text, markdown, CSV, XLSX, EDGAR submission).

    Ends with 0 when a filing was written, with 1 under --strict if there are warnings or worse, with 2
    when the input can't be used.
    """
    folder = output or Path(f"{source.stem}-filing")
    with progress(f"Building a filing from {source.name}", quiet=quiet):
        filing = built(source, options)
        written = _written(filing, folder, options)
    findings = (*filing.findings, *written.findings)
    if options["write_profile"]:
        _write_profile(filing, options["write_profile"])
    if as_json:
        click.echo(json.dumps(summary(filing, findings, folder), indent=1))
    elif not quiet:
        _show(filing, findings, folder, profile_for(source, options["profile"]))
    worst = max((finding.severity for finding in findings), default=Severity.INFO)
    sys.exit(1 if options["strict"] and worst >= Severity.WARNING else 0)


def _written(filing: Filing, folder: Path, options: dict[str, Any]) -> Written:
    from xbrlgen.reviewing import review_page
    from xbrlgen.writing import WriteError, write

    extra = {"review.html": review_page(filing)}
    try:
        written = write(
            filing, folder, force=options["force"], calculations=options["calculations"], extra=extra
        )
        if options["viewer"]:
            from xbrlgen.reviewing.viewer import write_viewer

            write_viewer(folder)
    except (WriteError, OSError) as error:
        refuse(error)
    return written


def _write_profile(filing: Filing, path: Path) -> None:
    from xbrlgen.tagging.profile import draft_profile

    if path.exists():
        refuse(f"{path} exists already; name another file, or move it away")
    path.write_text(draft_profile(filing), encoding="utf-8")


def summary(filing: Filing, findings: Sequence[Finding], folder: Path) -> dict[str, Any]:
    """Say what was built, as plain values."""
    outcomes = Counter(verdict.outcome.value for verdict in filing.verdicts)
    statements = filing.proved.document.statements if filing.proved else ()
    return {
        "filing": str(folder),
        "prefix": filing.prefix,
        "date": filing.date,
        "taxonomy": filing.taxonomy_year,
        "statements": [{"kind": one.kind.value, "title": one.title} for one in statements],
        "printed": len(filing.verdicts),
        "outcomes": dict(sorted(outcomes.items())),
        "facts": len(filing.report.facts),
        "proved": str(round(filing.proved.share(), 3)) if filing.proved else "0",
        "repaired": len(filing.proved.repairs) if filing.proved else 0,
        "questions": sum(finding.code == "tagging.question" for finding in findings),
        "findings": dict(sorted(Counter(finding.severity.name.lower() for finding in findings).items())),
    }


def _show(filing: Filing, findings: Sequence[Finding], folder: Path, profile: Path | None) -> None:
    from rich.markup import escape

    out, said = console(), summary(filing, findings, folder)
    outcomes = said["outcomes"]
    kinds = Counter(one["kind"] for one in said["statements"])
    listed = ", ".join(kind if count == 1 else f"{count} {kind}" for kind, count in kinds.items())
    printed = said["printed"] - outcomes.get("not a fact", 0)
    figures = ", ".join(
        f"{outcomes[name]} {word}"
        for name, word in (
            ("tagged", "tagged"),
            ("repeats", "repeat a fact"),
            ("refused", "refused"),
            ("unmapped", "without a concept"),
        )
        if outcomes.get(name)
    )
    rows = [
        ("statements", listed or "none found"),
        ("figures", f"{printed} that may be facts: {figures}"),
        ("facts", f"{said['facts']} in us-gaap {said['taxonomy']}"),
        ("proved", f"{float(said['proved']):.0%} of the figures in tables, by arithmetic"),
        ("repaired", f"{said['repaired']} figures" if said["repaired"] else ""),
        ("questions", f"{said['questions']} (--write-profile FILE makes them lines to decide)"),
        ("findings", counted(findings)),
        ("profile", str(profile or "")),
    ]
    page = next((str(path) for path in sorted(folder.glob(f"{filing.prefix}-*.htm"))), str(folder))
    out.print(f"[bold]{escape(filing.prefix)}-{filing.date}[/] written to {escape(str(folder))}")
    for name, text in rows:
        if text and not (name == "questions" and not said["questions"]):
            out.print(f"  {name:<11} {escape(text)}")
    out.print(f"Look at [bold]{escape(str(folder / 'review.html'))}[/]; the filing is {escape(page)}")
    tell(findings, least=Severity.WARNING, most=_MOST_TOLD)
