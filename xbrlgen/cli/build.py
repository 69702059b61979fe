"""``xbrlgen build``: a filing from a release."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from xbrlgen.cli.building import STEPS, OneSource, built, how_to_build, profile_for
from xbrlgen.cli.console import progress, refuse, say, spare, table, tell, writing_to
from xbrlgen.cli.filings import is_inline, need_viewer
from xbrlgen.cli.paths import existing_file, target
from xbrlgen.collecting import in_one_go
from xbrlgen.severity import Severity

if TYPE_CHECKING:
    from xbrlgen.cli.summary import Summary
    from xbrlgen.filing import Filing
    from xbrlgen.findings import Finding
    from xbrlgen.writing import Written

_ALREADY = (
    "Note: {} is a filing already; what it prints is read anew as a release, and a new filing is made of it. "
    "xbrlgen facts prints the facts that it has."
)
# Findings told one by one; all are in the page for review.
_MOST_TOLD = 10


@click.command(cls=OneSource)
@click.argument("source", type=existing_file)
@click.option(
    "-o", "--output", type=target, help="The folder to write to; by default SOURCE's name with -filing."
)
@how_to_build
@click.option(
    "--calculations",
    type=click.Choice(["1.0", "1.1"]),
    help="The version of the calculation arcs; by default the one that EDGAR takes for the taxonomy year.",
)
@click.option(
    "--anchoring",
    is_flag=True,
    help="Tie the filing's own concepts to the standard ones that they are part or made of.",
)
@click.option("--write-profile", type=target, help="Write the open questions as a profile to edit.")
@click.option(
    "--viewer",
    is_flag=True,
    help="Write Arelle's viewer too, beside the folder, in one of its name with -viewer (extra: viewer).",
)
@click.option("--force", is_flag=True, help="Write into a folder that holds other files.")
@click.option("--strict", is_flag=True, help="End with 1 if there is a warning or worse.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
@in_one_go()
def build(source: Path, *, output: Path | None, quiet: bool, as_json: bool, **options: Any) -> None:
    """Build a filing from the release SOURCE.

    SOURCE is HTML, text, markdown, CSV, XLSX or an EDGAR submission, told apart by content; facts as
    xBRL-JSON or CSV become a filing too. Ends with 0 when a filing was written, with 1 under --strict if
    there are warnings or worse, with 2 when the input can't be used.
    """
    folder = output or Path(f"{source.stem}-filing")
    _check(options)
    if is_inline(source) and not quiet:
        click.echo(_ALREADY.format(source), err=True)
    with progress(f"Building a filing from {source.name}", quiet=quiet, steps=STEPS) as step:
        filing = built(source, options, step)
        step("writing")
        _spare(source, filing, folder)
        written = _written(filing, folder, options)
    findings = (*filing.findings, *written.findings)
    said = _summary(filing, findings, folder)
    if as_json:
        click.echo(json.dumps(said, indent=1))
    elif not quiet:
        tell(findings, _names(filing, source), least=Severity.WARNING, most=_MOST_TOLD)
        _show(said, findings, folder, source, options)
    worst = max((finding.severity for finding in findings), default=Severity.INFO)
    sys.exit(1 if options["strict"] and worst >= Severity.WARNING else 0)


def _written(filing: Filing, folder: Path, options: dict[str, Any]) -> Written:
    from xbrlgen.reviewing import review_page
    from xbrlgen.writing import write

    extra = {"review.html": review_page(filing)}
    with writing_to(folder):
        chosen = {name: options[name] for name in ("force", "calculations", "anchoring")}
        written = write(filing, folder, **chosen, extra=extra)
    if options["viewer"]:
        _write_viewer(folder)
    if options["write_profile"]:
        _write_profile(filing, options["write_profile"])
    return written


def _spare(source: Path, filing: Filing, folder: Path) -> None:
    """Refuse to write a filing over the release that it is made of."""
    name = f"{filing.prefix}-{filing.date}"
    for each in (f"{name}.htm", f"{name}.xbri", "facts.json", "facts.csv", "review.html"):
        spare(source, folder / each)


def _viewer_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-viewer")


def _write_viewer(folder: Path) -> None:
    from xbrlgen.reviewing.viewer import write_viewer

    with writing_to(_viewer_of(folder)):
        write_viewer(folder, _viewer_of(folder))


def _check(options: dict[str, Any]) -> None:
    """Refuse before all the work what would be refused after it."""
    if options["write_profile"] and options["write_profile"].exists():
        refuse(f"{options['write_profile']} exists already; name another file, or move it away")
    if options["viewer"]:
        need_viewer()


def _write_profile(filing: Filing, path: Path) -> None:
    from xbrlgen.tagging.decisions.profile import draft_profile
    from xbrlgen.writing.folder import write_file

    with writing_to(path):
        write_file(path, draft_profile(filing).encode())


def _summary(filing: Filing, findings: Sequence[Finding], folder: Path) -> Summary:
    from xbrlgen.cli.summary import summary

    return summary(filing, findings, folder)


def _show(
    said: Summary, findings: Sequence[Finding], folder: Path, source: Path, options: dict[str, Any]
) -> None:
    from xbrlgen.cli.summary import summary_lines
    from xbrlgen.findings import counted

    name = said["prefix"]
    page = next((str(path) for path in sorted(folder.glob(f"{name}-*.htm"))), str(folder))
    lines = [
        *summary_lines(said, options["year"]),
        ("findings", counted(findings) or "none"),
        ("profile", _profile(profile_for(source, options["profile"]), findings)),
        ("to decide", _to_decide(options["write_profile"], said["questions"])),
        ("viewer", str(_viewer_of(folder) / "index.html") if options["viewer"] else ""),
    ]
    say((f"{name}-{said['date']}", "bold"), f" written to {folder}")
    table([(name, text) for name, text in lines if text])
    say("Look at ", (str(folder / "review.html"), "bold"), f"; the filing is {page}")
    say(f"Next: xbrlgen validate {quote(str(folder))}")


def _to_decide(path: Path | None, questions: int) -> str:
    """Name the profile that was written, if one was, and say where it has nothing to decide."""
    return f"{path}{'' if questions else ' (no question is open)'}" if path else ""


def _profile(path: Path | None, findings: Sequence[Finding]) -> str:
    """Name the profile that was used, and tell how many of its lines were of no use."""
    if path is None:
        return ""
    idle = sum(len(each.about) for each in findings if each.code == "tagging.profile-unused")
    return f"{path}; {idle} of its lines decide nothing here, see findings.json" if idle else str(path)


def _names(filing: Filing, source: Path) -> list[str]:
    """Give the names of the sources: the path given or, of the parts of a submission, their own."""
    sources = filing.proved.document.sources if filing.proved else ()
    return [str(source)] if len(sources) <= 1 else [one.name for one in sources]
