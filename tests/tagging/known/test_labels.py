"""What the table of labels says: counts that go by the era, and answers that nobody can change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.shared import shared
from xbrlgen.tagging.known.compiling import Seen, compile_labels, written
from xbrlgen.tagging.known.labels import LabelTable, label_table, read_group
from xbrlgen.tagging.known.words import loose
from xbrlgen.taxonomy.editions import data_folder

SEEN = [
    Seen("Old", "BS", "cash at hand", 9, 0),
    Seen("New", "BS", "cash at hand", 0, 9),
    Seen("Other", "BS", "cash at hand restricted", 4, 4),
]
TABLE = LabelTable.of(written(SEEN))


def test_the_filers_of_the_era_count_for_more() -> None:
    before, after = (TABLE.shares("BS", "cash at hand", year) for year in (2010, 2024))
    assert before["Old"] > before["New"]
    assert after["New"] > after["Old"]


def test_a_label_on_another_statement_says_nothing() -> None:
    assert TABLE.shares("IS", "cash at hand", 2024) == {}


def test_a_label_is_no_neighbour_of_itself() -> None:
    shares, likeness, heard = TABLE.near("BS", "cash at hand", 2024)
    assert set(shares) == {"Other"}
    assert likeness < 1
    assert heard > 0


@pytest.mark.parametrize("year", [2010, 2024])
def test_what_is_remembered_for_all_who_ask_is_not_theirs_to_change(year: int) -> None:
    answers: list[Any] = [TABLE.shares("BS", "cash at hand", year), TABLE.near("BS", "cash at hand", year)[0]]
    for shares in answers:
        with pytest.raises(TypeError, match="item assignment"):
            shares["Mine"] = 1.0


def test_the_table_that_is_shipped_can_be_asked_for_every_label() -> None:
    lost = [
        (head, label)
        for head, rows in label_table().groups.items()
        for label in read_group(rows)
        if loose(label) != head.partition("\t")[2]
    ]
    assert not lost


def test_the_table_that_is_shipped_is_compiled_by_these_rules(tmp_path: Path) -> None:
    compile_labels(shared("taxonomies/filer-labels.tsv.gz"), tmp_path / "labels.tsv")
    assert (tmp_path / "labels.tsv").read_bytes() == (data_folder() / "labels-filers.tsv").read_bytes()
