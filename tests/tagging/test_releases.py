"""Face statements of real releases against tables of accepted concepts, gone through by eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
from attrs import frozen

from tests.shared import shared
from xbrlgen.filing import Filing
from xbrlgen.proving import prove
from xbrlgen.reading import read
from xbrlgen.reading.statement import FACE_KINDS
from xbrlgen.tagging import tag
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.lines import FORMS

GOLDEN = Path(__file__).parent.parent / "golden" / "tagging"
TABLES = sorted(path.stem for path in GOLDEN.glob("*.tsv"))


@frozen
class Accepted:
    form: str
    words: str
    printed: str
    value: Decimal | None
    concepts: frozenset[str]


@lru_cache(maxsize=4)
def filing(name: str) -> Filing:
    found = sorted(shared("releases").glob(f"{name}.*"), key=lambda path: path.suffix != ".html")
    return tag(prove(read(found[0])))


def accepted(name: str) -> Iterator[Accepted]:
    for line in (GOLDEN / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            form, words, printed, value, concepts = line.split("\t")
            yield Accepted(
                form, words, printed, Decimal(value) if value else None, frozenset(concepts.split("|"))
            )


def tagged(made: Filing) -> dict[tuple[str, str, str], set[tuple[str, Decimal]]]:
    """Concepts and values of each printed figure, by statement, words and print."""
    facts = {fact.id: fact for fact in made.report.facts}
    at: dict[object, list[str]] = {}
    for placement in made.placements:
        at.setdefault(placement.place, []).append(placement.fact)
    found: dict[tuple[str, str, str], set[tuple[str, Decimal]]] = {}
    assert made.proved is not None
    for statement in made.proved.document.statements:
        for entry in statement.entries if statement.kind in FACE_KINDS else ():
            label = next(row.label for row in statement.rows if row.index == entry.row)
            name = (FORMS[statement.kind], key(label)[:70], entry.figure.print.replace(" ", ""))
            found.setdefault(name, set())
            for fact in (facts[fact] for fact in at.get(entry.figure.place, ())):
                assert isinstance(fact.value, Decimal)
                local = fact.concept.name.local if fact.concept.name.prefix == "us-gaap" else "own"
                found[name].add((local, fact.value))
    return found


def outcome(row: Accepted, found: set[tuple[str, Decimal]]) -> str:
    """right, open (a question, a refusal, an own concept), wrong concept or wrong sign."""
    if not found:
        return "open"
    if not {name for name, _ in found} & row.concepts:
        return "open" if {name for name, _ in found} == {"own"} else "wrong concept"
    signs = {value < 0 for name, value in found if value and name in row.concepts}
    return "right" if row.value is None or not signs or (row.value < 0) in signs else "wrong sign"


@pytest.mark.parametrize("name", TABLES)
def test_face_statements_carry_accepted_concepts(name: str) -> None:
    found = tagged(filing(name))
    rows = list(accepted(name))
    outcomes = {
        (row.form, row.words, row.printed): outcome(row, found.get((row.form, row.words, row.printed), set()))
        for row in rows
    }
    counts = Counter(outcomes.values())
    wrong = [row for row, what in outcomes.items() if what.startswith("wrong")]
    assert len(wrong) <= 0.01 * len(rows), wrong
    assert counts["right"] >= 0.9 * len(rows), [row for row, what in outcomes.items() if what == "open"]


def test_the_tables_cover_at_least_eight_trades() -> None:
    assert len(TABLES) >= 8
