"""Decisions and findings on rows and columns: ghosts, wrong headings, wrong labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Period
from xbrlgen.proving.figures.ledger import Ledger
from xbrlgen.proving.identity import Ref, Refusal
from xbrlgen.proving.layout.exchanged import Early, Exchange
from xbrlgen.proving.layout.ghosts import Ghost
from xbrlgen.proving.layout.headings import Heading
from xbrlgen.proving.layout.labels import Label
from xbrlgen.proving.layout.mentions import Misread
from xbrlgen.proving.layout.missing import Missing
from xbrlgen.proving.layout.slides import Slide
from xbrlgen.proving.layout.smears import Smear
from xbrlgen.proving.repairing.verdicts import Decision
from xbrlgen.proving.repairing.wording import (
    column_text,
    figure_text,
    like_print,
    names_text,
    period_text,
    printed,
    where,
)
from xbrlgen.reading.statement import Column


def ghost_decision(ledger: Ledger, ghost: Ghost) -> Decision:
    """The refusal of a row that is a damaged copy of the row above."""
    words = (
        f"the row “{ghost.row.label.strip()}” repeats the figures of “{ghost.original.label.strip()}”"
        " above it in damaged digits"
    )
    refusals = tuple(
        Refusal(ref, "ghost", f"{figure_text(ledger, ref)} is refused: {words}") for ref in ghost.refs
    )
    finding = Finding(
        "proving.ghost",
        Severity.WARNING,
        f"{len(ghost.refs)} figures are refused: {words}",
        tuple(ledger.amounts[ref].place for ref in ghost.refs),
        (ghost.row.label.strip(),),
        "Delete the row if the original does not have it.",
    )
    return Decision((), refusals, (finding,), apart=ghost.refs)


def smear_decision(ledger: Ledger, smear: Smear) -> Decision:
    """The refusal of the figures of rows that ran together, but for the row they belong to."""
    names = ", ".join(f"“{row.label.strip()}”" for row in smear.rows)
    words = f"the rows {names} are smeared over “{smear.base.label.strip()}” and print its figures"
    like = ledger.amounts[smear.refs[0]]
    missing = " and ".join(f"{name} would be {like_print(like, value)}" for name, value in smear.unprinted)
    told = f" By the rows above {missing}, but that is not printed and nothing is derived." if missing else ""
    refusals = tuple(_smeared(ledger, ref, words) for ref in smear.refs)
    finding = Finding(
        "proving.smeared",
        Severity.WARNING,
        f"{len(smear.refs)} figures are refused: {words}.{told}",
        tuple(ledger.amounts[ref].place for ref in smear.refs),
        tuple(row.label.strip() for row in smear.rows),
        "Supply these rows from the original.",
    )
    return Decision((), refusals, (finding,), apart=smear.refs)


def _smeared(ledger: Ledger, ref: Ref, words: str) -> Refusal:
    """The refusal of a figure of a smeared row; that its last digit is lost weighs more where it is."""
    kind = "lost-digit" if ledger.amounts[ref].lost_digit else "smeared"
    return Refusal(ref, kind, f"{figure_text(ledger, ref)} is refused: {words}")


def heading_words(ledger: Ledger, headings: Sequence[Heading]) -> Mapping[tuple[int, int], str]:
    """For each column with a wrong heading, what shows it."""
    return {(heading.statement, heading.column.index): _shown(ledger, heading) for heading in headings}


def _shown(ledger: Ledger, heading: Heading) -> str:
    said = _said_by(heading.column, heading.period)
    if heading.words:
        return f"{said}, but {heading.words}, {period_text(heading.period)}"
    votes = heading.votes[:3]
    proofs = "; ".join(
        f"{printed(ledger.amounts[vote.ref])} (line {ledger.amounts[vote.ref].place.line}) is printed again"
        f" in {where(ledger, vote.witness)}"
        for vote in votes
    )
    return f"{said}, but the figures are those of {period_text(heading.period)}: {proofs}"


def _said_by(column: Column, period: Period) -> str:
    """What the heading of a column says, or that it is damaged where it says no other period."""
    segment = column.segment.strip()
    if column.period is None or (segment and column.period == period):
        return f"the heading “{' '.join(column.heading.split())}” is damaged"
    return f"the heading says {period_text(column.period)}" + (f" and “{segment}”" if segment else "")


def heading_decision(ledger: Ledger, heading: Heading, *, repair: bool) -> Decision:
    """The correction of a column's period where it is certain, the refusal of its figures otherwise."""
    title = ledger.statements[heading.statement].title.strip()
    words = f"In “{title}”, {_shown(ledger, heading)}"
    if heading.is_certain and repair:
        return Decision(
            (), (), (_heading_finding(ledger, heading, f"{words}. That period is taken", "WARNING"),)
        )
    refs = _column_refs(ledger, heading)
    refusals = tuple(Refusal(ref, "wrong-period", f"{figure_text(ledger, ref)}: {words}") for ref in refs)
    finding = _heading_finding(ledger, heading, f"{words}. The column is refused", "INCONSISTENCY")
    return Decision((), refusals, (finding,))


def _column_refs(ledger: Ledger, heading: Heading) -> list[Ref]:
    wanted = (heading.statement, heading.column.index)
    return sorted(ref for ref in ledger.amounts if (ref.statement, ref.column) == wanted)


def _heading_finding(ledger: Ledger, heading: Heading, message: str, severity: str) -> Finding:
    voting = tuple(ledger.amounts[ref].place for vote in heading.votes for ref in (vote.ref, vote.witness))
    return Finding(
        "proving.heading",
        Severity[severity],
        message,
        (*heading.column.places, *voting),
        (heading.column.heading,),
        "Compare the heading with the original.",
    )


def slide_decision(ledger: Ledger, slide: Slide, *, repair: bool) -> Decision:
    """The moving of figures to the columns they belong to, or their refusal."""
    moves = [(source, target) for source, target in slide.columns if source.index != target.index]
    refs = [Ref(slide.statement, row.index, source.index) for row in slide.rows for source, _ in moves]
    words = _slide_words(slide, moves)
    fate = "It is read so" if repair else "The figures are refused"
    left = [Ref(slide.statement, row.index, source.index) for row in slide.unsure for source, _ in moves]
    unsure = f". No sum tells of {names_text(slide.unsure)} in the same columns: refused" if left else ""
    refused = left if repair else [*refs, *left]
    refusals = tuple(
        Refusal(ref, "slid-cell", f"{words}{unsure}") for ref in refused if ref in ledger.amounts
    )
    finding = Finding(
        "proving.moved",
        Severity.WARNING,
        f"{words}. {fate}{unsure}",
        tuple(ledger.amounts[ref].place for ref in (*refs, *left) if ref in ledger.amounts),
        tuple(row.label.strip() for row in (*slide.rows, slide.total)),
        "Compare the columns with the original.",
    )
    return Decision((), refusals, (finding,), apart=tuple(left))


def _slide_words(slide: Slide, moves: Iterable[tuple[Column, Column]]) -> str:
    shifted = " and ".join(
        f"what stands under {column_text(source)} belongs to {column_text(target)}"
        for source, target in moves
    )
    total = slide.total.label.strip()
    return f"In {names_text(slide.rows)} {shifted}: “{total}” comes out in every column only so"


def misread_words(ledger: Ledger, misread: Misread) -> str:
    """What shows that a sentence is of another time, or no forecast."""
    shown = figure_text(ledger, misread.witness)
    if misread.is_moved:
        return f"it is of {period_text(misread.period)}, where {shown} is the same amount"
    return f"it is no forecast: {shown} is the same amount"


def misread_finding(ledger: Ledger, misread: Misread, words: str) -> Finding:
    """What there is to say about a sentence that was read wrongly at first."""
    amount = ledger.amounts[Ref(-1, misread.index)]
    return Finding(
        "proving.sentence",
        Severity.INFO,
        f"{printed(amount)} in the sentence on “{misread.mention.subject.strip()}”: {words}",
        (amount.place, ledger.amounts[misread.witness].place),
        (misread.mention.subject.strip(),),
    )


def missing_finding(missing: Missing, ledger: Ledger) -> Finding:
    """What there is to say about a section that falls short of its total."""
    first, total = missing.first.label.strip(), missing.total.label.strip()
    amounts = [ledger.amounts[ref] for ref in missing.refs if ref in ledger.amounts]
    short = [Decimal(value).scaleb(-missing.decimals) / 2 for value in missing.short]
    told = " and ".join(like_print(amount, abs(value)) for amount, value in zip(amounts, short, strict=False))
    return Finding(
        "proving.missing-row",
        Severity.WARNING,
        f"The rows from “{first}” do not add up to “{total}”, which is proved otherwise:"
        f" they are off by {told}. A row may be missing",
        tuple(amount.place for amount in amounts),
        (total,),
        "Compare the rows with the original.",
    )


def exchange_decision(ledger: Ledger, exchange: Exchange) -> Decision:
    """The refusal of two rows of which each seems to have the label of the other."""
    first, second = (f"“{row.label.strip()}”" for row in exchange.rows)
    words = f"the labels {first} and {second} seem to be exchanged: {exchange.words}"
    refusals = tuple(
        Refusal(ref, "wrong-label", f"{figure_text(ledger, ref)} is refused: {words}")
        for ref in exchange.refs
    )
    finding = Finding(
        "proving.label",
        Severity.WARNING,
        f"{words[0].upper()}{words[1:]}. The figures of both rows are refused",
        tuple(ledger.amounts[ref].place for ref in exchange.refs),
        tuple(row.label.strip() for row in exchange.rows),
        "Compare the labels with the original.",
    )
    return Decision((), refusals, (finding,))


def early_finding(ledger: Ledger, early: Early) -> Finding:
    """What there is to say about a total above its last row."""
    total, last = early.total.label.strip(), early.last.label.strip()
    return Finding(
        "proving.order",
        Severity.WARNING,
        f"“{total}” stands above “{last}”, which is part of it: the sum comes out only with that row."
        " The two rows seem to have changed places; each figure is read under its own label",
        tuple(ledger.amounts[ref].place for ref in early.refs),
        (total, last),
        "Compare the order of the rows with the original.",
    )


def effort_finding() -> Finding:
    """That the search for sums was cut short."""
    return Finding(
        "proving.limit",
        Severity.INFO,
        "The search for sums was ended by its limit: in the last tables only plain ones were looked for,"
        " and fewer figures may be proved than could be",
    )


def label_finding(label: Label) -> Finding:
    """What there is to say about a label on the wrong row."""
    return Finding(
        "proving.label",
        Severity.WARNING,
        f"“{label.row.label.strip()}” is the wrong label: {label.words}. It is read as “{label.right}”",
        label.row.places,
        (label.row.label.strip(),),
        "Compare the label with the original.",
    )
