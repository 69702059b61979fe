"""What became of every printed number: the verdicts of the reading."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from xbrlgen.figures import Figure
from xbrlgen.places import Place, Source
from xbrlgen.reading.document import CoverItem, Outcome, Verdict
from xbrlgen.reading.given.runs import Run
from xbrlgen.reading.numbers.not_facts import NotFact, not_facts
from xbrlgen.reading.statement import ColumnKind, Mention, Statement
from xbrlgen.tokens import Token, find_tokens

_BY_COLUMN = {
    ColumnKind.PERCENT: ("percent column", "a percent of a base; used as proof, not a fact of its own"),
    ColumnKind.CHANGE: ("change column", "a change between periods; used as proof, not a fact of its own"),
    ColumnKind.PERCENT_CHANGE: (
        "change column",
        "a percent change between periods; used as proof, not a fact",
    ),
    ColumnKind.NOTE: ("note mark", "a footnote mark"),
}

# Letters in which words that explain a lost number are looked for; a file may be one line.
_LONGEST_LINE = 1000
_DIGITS = re.compile(r"\d\d*(?:[.,]\d+)*")


@frozen
class _Claims:
    """Verdicts that statements, mentions and headings have already given, by where they start."""

    starts: tuple[tuple[int, int], ...]
    verdicts: tuple[Verdict, ...]

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> _Claims:
        """Sort the verdicts so that they can be looked up."""
        ordered = sorted(verdicts, key=_order)
        return cls(tuple((each.place.source, each.place.start) for each in ordered), tuple(ordered))

    def claimed(self, source: int, offset: int) -> bool:
        """Whether a verdict already covers this character."""
        index = bisect.bisect_right(self.starts, (source, offset)) - 1
        if index < 0:
            return False
        place = self.verdicts[index].place
        return place.source == source and offset < place.end

    def covers(self, source: int, first: int, last: int) -> bool:
        """Whether one verdict alone covers all characters from the first to the last."""
        index = bisect.bisect_right(self.starts, (source, last)) - 1
        if index < 0 or self.starts[index] > (source, first):
            return False
        place = self.verdicts[index].place
        return place.source == source and last < place.end

    def gaps(self, source: int, length: int) -> Iterator[tuple[int, int]]:
        """Give the stretches of a source between the verdicts."""
        here = 0
        for verdict in self.verdicts:
            if verdict.place.source == source:
                yield here, verdict.place.start
                here = max(here, verdict.place.end)
        yield here, length


def judge(
    sources: Sequence[Source],
    runs: Sequence[Run],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    cover: Sequence[CoverItem],
    form: range,
) -> tuple[Verdict, ...]:
    """Give every numeric token of the document its verdict, in source order.

    ``form`` says which of the runs are the cover page of the form.
    """
    claims = _Claims.of((*_statement_verdicts(statements), *_mention_verdicts(mentions)))
    rest = [
        _on_form(verdict) if at in form else verdict
        for at, run in enumerate(runs)
        for verdict in _run_verdicts(sources[run.anchor.source], run, claims, cover)
    ]
    known = _Claims.of((*claims.verdicts, *rest))
    lost = [verdict for index, source in enumerate(sources) for verdict in _lost(index, source, known)]
    return tuple(sorted((*known.verdicts, *lost), key=_order))


def _order(verdict: Verdict) -> tuple[int, int, int]:
    """The order of places, as one key instead of many comparisons."""
    place = verdict.place
    return place.source, place.start, place.end


def _statement_verdicts(statements: Sequence[Statement]) -> Iterator[Verdict]:
    for statement in statements:
        for entry in statement.entries:
            kind, reason = _BY_COLUMN.get(statement.columns[entry.column].kind, ("", ""))
            if kind:
                yield Verdict(entry.figure.place, entry.figure.print, Outcome.NOT_A_FACT, kind, reason)
            else:
                yield _figure_verdict(entry.figure, entry.doubt)


def _mention_verdicts(mentions: Sequence[Mention]) -> Iterator[Verdict]:
    """One for each figure, for however many times it holds."""
    by_place = {mention.figure.place: mention for mention in reversed(mentions)}
    for mention in by_place.values():
        yield _figure_verdict(mention.figure, mention.doubt)


def _figure_verdict(figure: Figure, doubt: str) -> Verdict:
    if figure.number is None:
        flaws = ", ".join(sorted(flaw.value for flaw in figure.flaws))
        reason = f"no number can be read: {flaws}" if flaws else "stands for no number"
        outcome = Outcome.REFUSED if flaws else Outcome.NOT_A_FACT
        return Verdict(figure.place, figure.print, outcome, flaws or "no number", reason)
    return Verdict(figure.place, figure.print, Outcome.READ, "", doubt)


def _run_verdicts(source: Source, run: Run, claims: _Claims, cover: Sequence[CoverItem]) -> Iterator[Verdict]:
    if run.is_cell and claims.covers(run.anchor.source, run.offsets[0], run.offsets[-1]):
        return
    tokens = [
        token
        for token in find_tokens(run.text)
        if not claims.claimed(run.anchor.source, run.offsets[token.digits_start])
    ]
    if not tokens:
        return
    reasons = _reasons(tokens, not_facts(run.text))
    for at, token in enumerate(tokens):
        yield _token_verdict(source, run, token, reasons.get(at), cover)


def _reasons(tokens: Sequence[Token], spans: Iterable[NotFact]) -> dict[int, NotFact]:
    """Why tokens are no facts: for each, by its index, the first of the stretches it stands in."""
    starts = [token.digits_start for token in tokens]
    found: dict[int, NotFact] = {}
    for span in spans:
        for at in range(bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end)):
            if tokens[at].digits_end <= span.end:
                found.setdefault(at, span)
    return found


def _token_verdict(
    source: Source,
    run: Run,
    token: Token,
    reason: NotFact | None,
    cover: Sequence[CoverItem],
) -> Verdict:
    place = run.place(source, token.digits_start, token.digits_end)
    text = run.text[token.digits_start : token.digits_end]
    item = next((item for item in cover if item.place.holds(place)), None)
    if item:
        return Verdict(place, text, Outcome.READ, item.name, "an item of the cover page")
    if reason:
        return Verdict(place, text, Outcome.NOT_A_FACT, reason.kind, reason.reason)
    if run.is_cell:
        return Verdict(
            place, text, Outcome.UNMAPPED, "table", "stands in a table cell that is no figure of a statement"
        )
    return Verdict(
        place, text, Outcome.UNMAPPED, "sentence", "the sentence does not say clearly what it measures"
    )


def _on_form(verdict: Verdict) -> Verdict:
    if verdict.outcome is not Outcome.UNMAPPED:
        return verdict
    words = "part of the form's cover page, and none of its items"
    return evolve(verdict, outcome=Outcome.NOT_A_FACT, kind="form", reason=words)


def _lost(index: int, source: Source, known: _Claims) -> Iterator[Verdict]:
    """Judge what stands outside every paragraph and table that was read, so that nothing is silently lost."""
    for low, high in known.gaps(index, len(source.text)):
        for digits in _DIGITS.finditer(source.text, low, high):
            before = source.breaks_between(0, digits.start())
            start = source.breaks[before - 1] + 1 if before else 0
            end = source.breaks[before] if before < len(source.breaks) else len(source.text)
            place = Place(index, *digits.span(), before + 1, digits.start() - start + 1)
            yield _lost_verdict(
                place, digits.group(), source.text[start : min(end, start + _LONGEST_LINE)], start
            )


def _is_twin(line: str, end: int) -> bool:
    """Whether what ends there in a table of markdown is printed in the cell before as well."""
    before, mark, begun = line[:end].rpartition("|")
    whole = begun + line[end:].partition("|")[0]
    same = before.rpartition("|")[2].strip(_AROUND) == whole.strip(_AROUND)
    return bool(mark) and "|" in before and same


# Blanks, and the marks of markdown for letters set bold.
_AROUND = " \t*_"


def _lost_verdict(place: Place, text: str, line: str, start: int) -> Verdict:
    for each in not_facts(line):
        if each.start <= place.start - start and place.end - start <= each.end:
            return Verdict(place, text, Outcome.NOT_A_FACT, each.kind, each.reason)
    if _is_twin(line, place.end - start):
        return Verdict(
            place, text, Outcome.NOT_A_FACT, "twin", "a conversion printed the cell before it twice"
        )
    return Verdict(place, text, Outcome.UNMAPPED, "unread", "stands outside every paragraph and table read")
