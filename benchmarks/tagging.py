"""How well tagging chooses, measured on what real filers chose."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from decimal import Decimal
from statistics import median
from time import process_time

from attrs import evolve

from tests.shared import SHARED
from tests.tagging.test_releases import TABLES, accepted, filing, outcome, tagged
from xbrlgen.filing import Filing
from xbrlgen.model import Concept, PeriodType
from xbrlgen.proving import prove
from xbrlgen.reading import read
from xbrlgen.reading.statement import FACE_KINDS, Kind, StatementKind
from xbrlgen.tagging import tag
from xbrlgen.tagging.concepts.candidates import ITEM_TYPES, candidates
from xbrlgen.tagging.concepts.trust import trusted
from xbrlgen.tagging.known.compiling import Seen, counted, read_source, written
from xbrlgen.tagging.known.either import either
from xbrlgen.tagging.known.labels import LabelTable
from xbrlgen.tagging.known.standard import knowledge_of
from xbrlgen.tagging.known.words import key, loose
from xbrlgen.tagging.rows.lines import FORMS, Line

Row = tuple[str, str, str, str]
# What the concept that most filers use for the very same words comes to.
BASELINES = {"BS": "> 60.8%", "IS": "> 54.5%", "CF": "> 56.3%"}
_KINDS = {"BS": StatementKind.BALANCE, "IS": StatementKind.INCOME, "CF": StatementKind.CASH_FLOW}
_SAMPLE = 1500


def rows() -> list[Row]:
    """The rows of the benchmark, or one that says what is missing."""
    source = SHARED / "taxonomies" / "filer-labels.tsv.gz"
    if not source.exists():
        return [("tagging: label to concept", "not measured", "", "the label table is not present")]
    seen = counted(read_source(source))
    table = LabelTable.of(written(seen))
    left_out = [row for statement in BASELINES for row in _left_out(statement, seen, table)]
    return [*left_out, *_by_eye(), *_speed()]


def _by_eye() -> Iterator[Row]:
    """Face statements of releases against the tables of accepted concepts."""
    counts: Counter[str] = Counter()
    sure: Counter[bool] = Counter()
    for name in TABLES:
        found, trust = tagged(filing(name)), _confidences(filing(name))
        for row in accepted(name):
            spot = (row.form, row.words, row.printed)
            what = outcome(row, found.get(spot, set()))
            counts[what] += 1
            if trust.get(spot, 0.0) >= 0.9:
                sure[what == "right"] += 1
    total = sum(counts.values())
    wrong = counts["wrong concept"] + counts["wrong sign"]
    note = f"{total} rows of {len(TABLES)} releases, the tables gone through by eye; the rest is open or own"
    yield ("tagging: face rows right", f"{counts['right'] / total:.1%}", ">= 95%", note)
    yield ("tagging: face rows wrong", f"{wrong / total:.1%}", "< 1%", "concept or sign")
    right = f"{sure[True] / sure.total():.1%} of {sure.total() / total:.0%}"
    yield ("tagging: face rows, above 0.9", right, ">= 98%", "standard concepts only")


def _confidences(made: Filing) -> dict[tuple[str, str, str], float]:
    """The confidence in the standard concept of each printed figure, by statement, words and print."""
    facts = {fact.id: fact for fact in made.report.facts}
    trust = {choice.fact: choice.confidence for choice in made.choices}
    names = {placement.place: placement.fact for placement in made.placements}
    found: dict[tuple[str, str, str], float] = {}
    for statement in made.proved.document.statements if made.proved else ():
        labels = {row.index: row.label for row in statement.rows}
        for entry in statement.entries if statement.kind in FACE_KINDS else ():
            fact = names.get(entry.figure.place, "")
            if fact and facts[fact].concept.name.prefix == "us-gaap":
                words = key(labels[entry.row])[:70]
                found[FORMS[statement.kind], words, entry.figure.print.replace(" ", "")] = trust[fact]
    return found


def _speed() -> Iterator[Row]:
    """Reading against tagging of the largest release, in turns."""
    path = SHARED / "releases" / "ORCL_FY2014Q4.html"
    proved = prove(read(path))
    tag(proved)
    pairs = [(_cpu(lambda: tag(proved)), _cpu(lambda: read(path))) for _ in range(5)]
    ours, reading = (median(times) for times in zip(*pairs, strict=True))
    measured = f"{ours:.2f} s"
    yield (
        "tagging: largest release",
        measured,
        f"<= {reading:.2f} s",
        "CPU time; no more than to read it",
    )


def _cpu(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _left_out(statement: str, seen: list[Seen], table: LabelTable) -> Iterator[Row]:
    right = alike = asked = sure = sure_right = 0
    for item in _sampled([row for row in seen if row.statement == statement]):
        answer = _answer(item, table)
        if answer is None:
            continue
        name, share = answer
        asked += 1
        right += name == item.concept
        alike += either(name, item.concept)
        sure += share >= 0.9
        sure_right += share >= 0.9 and either(name, item.concept)
    first = f"tagging: {statement} first concept"
    note = f"{asked} items, each without one of its filers; by words, unit, statement and year alone"
    yield (first, f"{right / asked:.1%}", BASELINES[statement], note)
    twins = f"tagging: {statement}, twins as one"
    yield (twins, f"{alike / asked:.1%}", "", "concepts that serve as well count")
    measured = f"{sure_right / max(sure, 1):.1%} of {sure / asked:.0%}"
    yield (f"tagging: {statement}, above 0.9", measured, ">= 98%", "twins as one")


def _sampled(seen: list[Seen]) -> Iterator[Seen]:
    """Every n-th filer's row, so that a row counts as often as filers have it."""
    step = max(sum(row.old + row.recent for row in seen) // _SAMPLE, 1)
    passed = 0
    for row in seen:
        before, passed = passed // step, passed + row.old + row.recent
        for _ in range(passed // step - before):
            yield row


def _answer(item: Seen, table: LabelTable) -> tuple[str, float] | None:
    knowledge = knowledge_of(2010 if item.old > item.recent else 2023)
    concept = knowledge.concept(item.concept)
    if concept is None:
        return None
    line, left = _line(item, concept), _without(item, table)
    found = candidates(line, item.statement, knowledge, left, frozenset())
    if not found:
        return "", 0.0
    name = found[0].concept.name.local
    belief = sum(one.share for one in found if either(one.concept.name.local, name))
    return name, trusted(belief, name, line, item.statement, labels=left, knowledge=knowledge)


def _without(item: Seen, table: LabelTable) -> LabelTable:
    """The table as if one filer of the row had not been seen."""
    head = f"{item.statement}\t{loose(item.label)}"
    rows = dict(row.split("\t") for row in table.groups[head].split("\0"))
    rows[item.label] = ",".join(_less(rows[item.label].split(","), item))
    kept = (f"{label}\t{concepts}" for label, concepts in rows.items() if concepts)
    return evolve(table, groups=ChainMap({head: "\0".join(kept)}, _as_dict(table.groups)))


def _less(concepts: Iterable[str], item: Seen) -> Iterator[str]:
    """The concepts of a label with their filers, one less for that of the row."""
    for concept in concepts:
        name, old, recent = concept.split(" ")
        is_meant = name == item.concept
        era = item.old > item.recent
        left = (int(old) - (is_meant and era), int(recent) - (is_meant and not era))
        if any(left):
            yield f"{name} {left[0]} {left[1]}"


def _as_dict(found: Mapping[str, str]) -> MutableMapping[str, str]:
    return found if isinstance(found, MutableMapping) else dict(found)


def _line(item: Seen, concept: Concept) -> Line:
    kind = next((kind for kind, types in ITEM_TYPES.items() if concept.type in types), Kind.MONEY)
    instant = item.statement == "BS" and concept.period_type is PeriodType.INSTANT
    return Line(
        statement=0,
        row=0,
        kind=_KINDS[item.statement],
        form=item.statement,
        label=item.label,
        words=item.label,
        above="",
        slot="",
        unit=kind,
        is_total=item.label.startswith("total"),
        instant=instant or None,
        values=((None, Decimal(1)),),
    )


if __name__ == "__main__":
    for row in rows():
        print(*row, sep="\t")
