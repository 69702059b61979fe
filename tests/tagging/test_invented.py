"""Invented statements of many trades against the concepts and signs a careful filer could use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.tagging.inventing import Row, invented, shown
from xbrlgen import read
from xbrlgen.filing import Filing
from xbrlgen.proving import prove
from xbrlgen.tagging import tag
from xbrlgen.tagging.known.words import key

GOLDEN = Path(__file__).parent.parent / "golden" / "invented-tagging"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))

Found = dict[tuple[str, str], list[set[tuple[str, Decimal]]]]


def tagged(made: Filing) -> Found:
    """Concepts and values of the first figure of each row, by words and digits, in the order of print."""
    facts = {fact.id: fact for fact in made.report.facts}
    at: dict[object, list[str]] = {}
    for placement in made.placements:
        at.setdefault(placement.place, []).append(placement.fact)
    found: Found = {}
    assert made.proved is not None
    for statement in made.proved.document.statements:
        for row in statement.rows:
            entry = statement.entry(row.index, 0)
            if entry:
                mine = [facts[name] for name in at.get(entry.figure.place, ())]
                names = {
                    (one.concept.name.local if one.concept.name.prefix == "us-gaap" else "own", one.value)
                    for one in mine
                    if isinstance(one.value, Decimal)
                }
                found.setdefault((key(row.label), digits(entry.figure.print)), []).append(names)
    return found


def digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def outcome(row: Row, names: set[tuple[str, Decimal]]) -> str:
    """right, open (a question or a refusal), extension, wrong concept or wrong sign."""
    assert row.printed is not None
    if not names:
        return "open"
    listed = {name for name, _ in names}
    if not listed & set(row.concepts):
        return "extension" if listed == {"own"} else "wrong concept"
    turned = [(value, row.printed[0] * row.concepts[name]) for name, value in names if name in row.concepts]
    is_own = listed == {"own"}
    return "right" if is_own or all((a < 0) == (b < 0) or not a for a, b in turned) else "wrong sign"


def outcomes(name: str) -> Iterator[tuple[Row, str]]:
    release = invented(GOLDEN / f"{name}.txt")
    found = tagged(tag(prove(read(release.html))))
    for row in release.rows:
        assert row.printed is not None
        if row.printed[0]:
            waiting = found.get((key(row.label), digits(shown(row.printed[0]))))
            yield row, outcome(row, waiting.pop(0)) if waiting else "missing"


@pytest.mark.parametrize("name", NAMES)
def test_rows_carry_accepted_concepts_with_accepted_signs(name: str) -> None:
    listed = list(outcomes(name))
    counts = Counter(what for _, what in listed)
    wrong = [(row.label, what) for row, what in listed if what.startswith("wrong") or what == "missing"]
    assert len(wrong) <= 0.01 * len(listed), wrong
    assert counts["right"] >= 0.85 * len(listed), [row.label for row, what in listed if what != "right"]
