"""The labels nearest by their words are the same however the search goes about it."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from xbrlgen.tagging.known.compiling import Seen, written
from xbrlgen.tagging.known.labels import LabelTable

WORDS = ("net", "total", "other", "cash", "goodwill", "lease", "warrant", "deposit")
labels = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True).map(" ".join)


def table_of(said: list[str]) -> LabelTable:
    seen = (Seen(f"Concept{number}", "BS", label, 1, 1) for number, label in enumerate(said))
    return LabelTable.of(written(seen))


def likenesses(table: LabelTable, wanted: frozenset[str]) -> dict[str, float]:
    squares = {word: table.weights.get(word, 8.0) ** 2 for word in wanted}
    length = math.sqrt(sum(squares.values()))
    return {
        label: sum(squares.get(word, 0.0) for word in label.split()) / (length * table.lengths[label])
        for label in (head.partition("\t")[2] for head in table.groups)
    }


@given(st.lists(labels, min_size=1, max_size=40), labels)
def test_no_near_label_is_passed_over(said: list[str], label: str) -> None:
    table = table_of(said)
    wanted = frozenset(label.split())
    found = dict(table.nearest("BS", wanted))
    every = likenesses(table, wanted)
    near = {one for one, likeness in every.items() if likeness > 0.5 + 1e-9}
    least = min(found.values(), default=0.0)
    assert all(math.isclose(found[one], every[one]) for one in found)
    assert near <= found.keys() or len(found) == 12
    assert all(every[one] <= least + 1e-9 for one in near - found.keys())
