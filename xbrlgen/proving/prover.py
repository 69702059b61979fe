"""The door: a document in, a document proved as far as arithmetic reaches out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import Final

from attrs import evolve

from xbrlgen.findings import Finding, Severity
from xbrlgen.proving.budget import Budget
from xbrlgen.proving.claims import Claim
from xbrlgen.proving.figures.ledger import Ledger, ledger_of
from xbrlgen.proving.figures.series import Series, series_of
from xbrlgen.proving.gathering import claims_of
from xbrlgen.proving.identity import Identity, Outcome, Proved, Ref, Refusal, Term
from xbrlgen.proving.layout.blurred import blurred_headings
from xbrlgen.proving.layout.exchanged import early_totals, exchanged_rows
from xbrlgen.proving.layout.ghosts import ghosts_of
from xbrlgen.proving.layout.headings import Heading, corrected, wrong_headings
from xbrlgen.proving.layout.labels import relabelled, wrong_labels
from xbrlgen.proving.layout.mentions import misread_mentions, reread
from xbrlgen.proving.layout.misdated import misdated_of
from xbrlgen.proving.layout.missing import missing_rows
from xbrlgen.proving.layout.reports import (
    early_finding,
    effort_finding,
    exchange_decision,
    ghost_decision,
    heading_decision,
    heading_words,
    label_finding,
    misread_finding,
    misread_words,
    missing_finding,
    slide_decision,
    smear_decision,
)
from xbrlgen.proving.layout.slides import put_right, slides_of
from xbrlgen.proving.layout.smears import smears_of
from xbrlgen.proving.repairing.contradicted import contradicted_decision
from xbrlgen.proving.repairing.diagnosis import Case, case_of, groups
from xbrlgen.proving.repairing.lettered import lettered_decision
from xbrlgen.proving.repairing.losses import lost_digit_decision
from xbrlgen.proving.repairing.misprints import mended_misprints, misprints_of, refused_misprints
from xbrlgen.proving.repairing.unreadable import unreadable_decision
from xbrlgen.proving.repairing.unsettled import unsettled_decision
from xbrlgen.proving.repairing.verdicts import Decision, decide, told_verdicts
from xbrlgen.proving.sums.parsing import EFFORT
from xbrlgen.reading.document import Document

LIMIT: Final = 20_000
"""Trials of values after which the search for explanations ends."""


def prove(document: Document, *, repair: bool = True, limit: int = LIMIT) -> Proved:
    """Verify what was read by the arithmetic of the release, explain what fails, repair what is certain.

    ``repair`` False refuses what would be repaired. ``limit`` bounds the search for explanations.
    """
    with localcontext() as context:
        context.prec = 50
        return _prove(document, repair=repair, limit=limit)


def _prove(document: Document, *, repair: bool, limit: int) -> Proved:
    effort = Budget(EFFORT)
    ledger, series, layout = _lay_out(document, effort, repair=repair)
    ledger = ledger.without(_apart(layout))
    claims = claims_of(ledger, series, effort)
    case = case_of(ledger, claims)
    misprints = misprints_of(ledger)
    mended = [mended_misprints(case, misprints)] if repair else []
    case = _settled(case, mended)
    budget = Budget(limit)
    decisions = [*layout, *mended, *(decide(case, group, budget, repair=repair) for group in groups(case))]
    decisions += [exchange_decision(case.ledger, one) for one in exchanged_rows(case)]
    decisions.append(unreadable_decision(_settled(case, decisions), repair=repair))
    if repair:
        decisions.append(lettered_decision(_settled(case, decisions), _refused(decisions)))
    decisions.append(lost_digit_decision(case, _refused(decisions)))
    settled = _settled(case, decisions)
    known = _refused(decisions) | frozenset(settled.ledger.taken)
    decisions.append(refused_misprints(settled, misprints, known))
    decisions.append(unsettled_decision(settled, known))
    decisions.append(contradicted_decision(settled, known))
    if effort.is_spent:
        decisions.append(Decision(findings=(effort_finding(),)))
    return _result(_settled(case, decisions), decisions)


def _lay_out(
    document: Document, effort: Budget, *, repair: bool
) -> tuple[Ledger, tuple[Series, ...], list[Decision]]:
    """The ledger of the document with its rows and columns put right, its rows, and what was decided."""
    printed = ledger_of(document)
    ghosts = [ghost_decision(printed, ghost) for ghost in ghosts_of(printed)]
    ghosts += [smear_decision(printed, smear) for smear in smears_of(printed)]
    apart = _apart(ghosts)
    ledger = printed.without(apart)
    slides = list(slides_of(ledger, effort))
    moved = [slide_decision(ledger, slide, repair=repair) for slide in slides]
    if repair and slides:
        document = put_right(document, slides)
        ledger = _renewed(ledger, document, apart)
    document, blurred = _put_headings_right(document, ledger, list(blurred_headings(ledger)), repair=repair)
    ledger = _renewed(ledger, document, apart)
    series = series_of(document)
    wrong = [*misdated_of(ledger), *wrong_headings(ledger, series)]
    document, headed = _put_headings_right(document, ledger, wrong, repair=repair)
    series = series if ledger.document is document else series_of(document)
    ledger = _renewed(ledger, document, apart)
    document, sentences = _reread(document, ledger, series, repair=repair)
    ledger = evolve(ledger, document=document)  # the same amounts, some of sentences of another time
    return ledger, series, [*ghosts, *moved, *blurred, *headed, *sentences]


def _renewed(ledger: Ledger, document: Document, apart: frozenset[Ref]) -> Ledger:
    """The ledger of the document without some figures: the one there is, where nothing was put right."""
    return ledger if ledger.document is document else ledger_of(document).without(apart)


def _reread(
    document: Document, ledger: Ledger, series: Sequence[Series], *, repair: bool
) -> tuple[Document, list[Decision]]:
    """The document with sentences of the time that the tables show, and what is to be said of them."""
    misread = list(misread_mentions(ledger, series)) if repair else []
    words = [misread_words(ledger, one) for one in misread]
    findings = [misread_finding(ledger, one, told) for one, told in zip(misread, words, strict=True)]
    return reread(document, misread, words), [Decision(findings=(finding,)) for finding in findings]


def _put_headings_right(
    document: Document, ledger: Ledger, headings: Sequence[Heading], *, repair: bool
) -> tuple[Document, list[Decision]]:
    """The document with the certain ones of these headings corrected, and what is to be said of all."""
    decisions = [heading_decision(ledger, heading, repair=repair) for heading in headings]
    if not repair:
        return document, decisions
    certain = [heading for heading in headings if heading.is_certain]
    if not certain:
        return document, decisions
    return corrected(document, certain, heading_words(ledger, certain)), decisions


def _apart(decisions: Sequence[Decision]) -> frozenset[Ref]:
    return frozenset(ref for decision in decisions for ref in decision.apart)


def _refused(decisions: Sequence[Decision]) -> frozenset[Ref]:
    return frozenset(refusal.ref for decision in decisions for refusal in decision.refusals)


def _settled(case: Case, decisions: Sequence[Decision]) -> Case:
    """The case with repairs taken and strangers left out of their sums."""
    taken = {repair.ref: repair.taken for decision in decisions for repair in decision.repairs}
    strangers = {ref for decision in decisions for ref in decision.strangers}
    if not taken and not strangers:
        return case
    claims = [_without(claim, strangers) for claim in case.claims]
    return case_of(_with(case.ledger, taken), claims)


def _with(ledger: Ledger, taken: Mapping[Ref, Decimal]) -> Ledger:
    return ledger.with_values(taken) if taken else ledger


def _without(claim: Claim, strangers: set[Ref]) -> Claim:
    terms: tuple[Term, ...] = tuple(term for term in claim.terms if term.ref not in strangers)
    return evolve(claim, terms=terms) if terms else claim


def _result(case: Case, decisions: Sequence[Decision]) -> Proved:
    document = case.ledger.document
    labels = list(wrong_labels(document, case.identities))
    refused = _refused(decisions)
    refusals = tuple(_unique(refusal for decision in decisions for refusal in decision.refusals))
    return Proved(
        relabelled(document, labels),
        case.identities,
        tuple({one.ref: one for decision in decisions for one in decision.repairs}.values()),
        refusals,
        tuple(_findings(case, decisions, [label_finding(label) for label in labels])),
        _proved_refs(case, refused),
        tuple(told_verdicts(document, refusals)),
    )


def _proved_refs(case: Case, refused: frozenset[Ref]) -> frozenset[Ref]:
    """The figures that take part in a claim that holds and are not refused."""
    held = (
        claim for claim, one in zip(case.claims, case.identities, strict=True) if one.outcome is Outcome.HOLDS
    )
    return frozenset(ref for claim in held for ref in claim.refs) - refused


def _unique(refusals: Iterator[Refusal]) -> Iterator[Refusal]:
    """The first refusal of each figure."""
    seen = set()
    for refusal in refusals:
        if refusal.ref not in seen:
            seen.add(refusal.ref)
            yield refusal


def _findings(case: Case, decisions: Sequence[Decision], others: Sequence[Finding]) -> Iterator[Finding]:
    yield from dict.fromkeys(finding for decision in decisions for finding in decision.findings)
    yield from others
    yield from (missing_finding(one, case.ledger) for one in missing_rows(case))
    yield from (early_finding(case.ledger, one) for one in early_totals(case))
    yield _summary(case.identities, case.ledger, _proved_refs(case, _refused(decisions)))


def _summary(identities: Sequence[Identity], ledger: Ledger, proved: frozenset[Ref]) -> Finding:
    held = sum(identity.outcome is Outcome.HOLDS for identity in identities)
    figures = [ref for ref in ledger.amounts if ref.statement >= 0]
    share = sum(ref in proved for ref in figures)
    return Finding(
        "proving.share",
        Severity.INFO,
        f"{share} of {len(figures)} figures of tables are proved by {held} identities that hold",
    )
