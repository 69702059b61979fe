"""A filing made by hand, written whole and judged by Arelle."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from tests.writing.judging import Judge, standin_of
from tests.writing.making import ENTITY, QUARTER, filing_of, gaap, money, simple
from xbrlgen.filing import Placement
from xbrlgen.model import Fact
from xbrlgen.places import Place
from xbrlgen.writing import WriteError, write


@pytest.mark.parametrize("calcs", ["c11r", "c10d"])
def test_arelle_reads_the_facts_without_a_word(tmp_path: Path, arelle: Judge, calcs: str) -> None:
    filing = simple()
    write(filing, tmp_path / "out")
    verdict = arelle(tmp_path / "out" / "ex-20240930.htm", [standin_of(filing, tmp_path)], calcs)
    assert verdict.messages == ()
    assert {fact[0]: fact[3] for fact in verdict.facts} == {
        str(fact.concept.name): fact.value for fact in filing.report.facts
    }


def test_arelle_finds_a_wrong_total(tmp_path: Path, arelle: Judge) -> None:
    filing = simple()
    facts = [evolve(f, value=Decimal("1099000")) if f.id == "f3" else f for f in filing.report.facts]
    wrong = evolve(filing, report=evolve(filing.report, facts=tuple(facts)))
    write(wrong, tmp_path / "out")
    verdict = arelle(tmp_path / "out" / "ex-20240930.htm", [standin_of(filing, tmp_path)])
    assert [code for code, _ in verdict.messages] == ["calc11e:inconsistentCalculationUsingRounding"]


def test_another_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(WriteError, match=r"mine\.txt"):
        write(simple(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    write(simple(), tmp_path, force=True)
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_the_same_filing_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write(simple(), tmp_path / name) for name in ("a", "b"))
    assert [p.read_bytes() for p in first.paths] == [p.read_bytes() for p in second.paths]


@pytest.mark.parametrize(
    "printed",
    [
        "Larkspur<br>Instruments, Inc.",
        "Larkspur<br>\n  Instruments,<br>Inc.",
        "Larkspur\n <br> \n Instruments, <b> Inc.</b>",
        "<b>Larkspur</b> <i>Instruments, Inc.</i>",
        "Larkspur</p><p>Instruments, Inc.",
    ],
)
def test_a_name_over_a_line_break_is_read_with_a_blank(printed: str, tmp_path: Path, arelle: Judge) -> None:
    name = "Larkspur Instruments, Inc."
    fact = Fact("f1", gaap("dei:EntityRegistrantName"), ENTITY, QUARTER, name)
    source = f"<html><body><p>{printed}</p><p>reports.</p></body></html>"
    filing = filing_of(source.encode(), [])
    assert filing.proved is not None
    text = filing.proved.document.sources[0].text
    start, end = text.index("Larkspur"), text.index("Inc.") + 4
    report = evolve(filing.report, facts=(fact,))
    place = Place(0, start, end, 1, 1)
    filing = evolve(filing, report=report, placements=(Placement("f1", place, name),))
    written = write(filing, tmp_path / "out")
    assert written.findings == ()
    verdict = arelle(written.paths[0], [standin_of(filing, tmp_path)])
    assert [fact[3] for fact in verdict.facts] == [name]


def test_a_fact_that_is_printed_with_fewer_digits_only_keeps_its_own(tmp_path: Path, arelle: Judge) -> None:
    filing = filing_of(
        "Revenue was $1.2 billion.", [(money("f1", gaap("Revenues"), "1234567000"), "$1.2 billion")]
    )
    written = write(filing, tmp_path / "out")
    assert [one.code for one in written.findings] == ["writing.not-as-printed"]
    verdict = arelle(written.paths[0], [standin_of(filing, tmp_path)])
    assert [fact[3] for fact in verdict.facts] == [Decimal(1234567000)]
