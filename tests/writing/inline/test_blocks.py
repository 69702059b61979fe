"""Text blocks, footnotes, nil and nested facts, read back by Arelle."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from attrs import evolve

from tests.writing.judging import Judge, Verdict, standin_of
from tests.writing.making import END, ENTITY, QUARTER, USD, filing_of, gaap, money, place_of
from tests.writing.reading_back import parsed, problems
from xbrlgen.filing import Filing, Placement
from xbrlgen.model import Fact, Footnote, Link, Report
from xbrlgen.writing import write
from xbrlgen.writing.files import inline_page

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
PAGE = """<html><body><h2>Note 1</h2><p>Revenue was <b>1,301</b> in all.</p>
<table><tr><td>Revenue</td><td>1,301</td></tr></table><p>The end of it.</p>
<div><p>Page 2</p></div><div><p>More of note 1.</p><p>After all.</p></div></body></html>"""


def read_by(arelle: Judge, filing: Filing, tmp_path: Path) -> Verdict:
    """What Arelle says of the written filing."""
    written = write(filing, tmp_path / "out")
    assert [finding.code for finding in written.findings] == []
    page = next(path for path in written.paths if path.suffix == ".htm")
    assert problems(page.read_bytes()) == []
    return arelle(page, [standin_of(filing, tmp_path)])


def span(filing: Filing, fact: str, first: str, last: str) -> Placement:
    """A placement from one print to the end of another."""
    assert filing.proved is not None
    text = filing.proved.document.sources[0].text
    start, end = place_of(text, first), place_of(text, last)
    return Placement(fact, evolve(start, end=end.end), text[start.start : end.end])


def block_filing(spans: Sequence[tuple[str, str, str]], facts: Sequence[Fact]) -> Filing:
    """A filing of the page with facts over spans."""
    filing = filing_of(PAGE.encode(), [(fact, "") for fact in facts])
    return evolve(filing, placements=tuple(span(filing, *given) for given in spans))


def text_block(identity: str) -> Fact:
    """A text block fact; its value is what is marked."""
    return Fact(identity, gaap("RevenueFromContractWithCustomerTextBlock"), ENTITY, QUARTER, "<p>…</p>")


def test_a_text_block_holds_whole_paragraphs_and_tables(arelle: Judge, tmp_path: Path) -> None:
    facts = [text_block("t1"), money("f1", gaap("Revenues"), "1301", 0)]
    filing = block_filing([("t1", "Revenue was", "The end of it."), ("f1", "1,301", "1,301")], facts)
    verdict = read_by(arelle, filing, tmp_path)
    assert verdict.messages == ()
    block = str(next(fact[3] for fact in verdict.facts if fact[5] == "t1"))
    assert block.count("<p") == 2
    assert "<table" in block
    assert "</table>" in block
    assert "Note 1" not in block
    assert "Page 2" not in block
    assert "ix:" not in block


def test_a_text_block_is_continued_where_the_page_cuts_it(arelle: Judge, tmp_path: Path) -> None:
    filing = block_filing([("t1", "Revenue was", "More of note 1.")], [text_block("t1")])
    page, _ = inline_page(filing)
    assert len(list(parsed(page).iter(f"{IX}continuation"))) == 1
    verdict = read_by(arelle, filing, tmp_path)
    assert verdict.messages == ()
    assert "More of note 1." in str(verdict.facts[0][3])
    assert "After all." not in str(verdict.facts[0][3])


def test_a_text_block_inside_a_paragraph_is_that_text(arelle: Judge, tmp_path: Path) -> None:
    filing = block_filing([("t1", "was", "in all")], [text_block("t1")])
    verdict = read_by(arelle, filing, tmp_path)
    assert verdict.messages == ()
    assert "".join(str(verdict.facts[0][3]).split("<b")[0].split()) == "was"


def test_footnotes_printed_and_unprinted_hang_on_their_facts(arelle: Judge, tmp_path: Path) -> None:
    fact = money("f1", gaap("Revenues"), "1301", 0)
    filing = block_filing([("f1", "1,301", "1,301"), ("n1", "The end of it.", "The end of it.")], [fact])
    notes = (Footnote.of_text("n1", "The end of it."), Footnote("n2", "Not <b>printed</b> &amp; so on"))
    report = Report((fact,), footnotes=notes, links=(Link("f1", "n1"), Link("f1", "n2")))
    filing = evolve(filing, report=report)
    page, _ = inline_page(filing)
    tree = parsed(page)
    assert ["".join(note.itertext()) for note in tree.iter(f"{IX}footnote")] == [
        "Not printed & so on",
        "The end of it.",
    ]
    assert [(r.get("fromRefs"), r.get("toRefs")) for r in tree.iter(f"{IX}relationship")] == [
        ("f1", "n1"),
        ("f1", "n2"),
    ]
    assert read_by(arelle, filing, tmp_path).messages == ()


def test_what_a_footnote_says_is_harmless() -> None:
    fact = money("f1", gaap("Revenues"), "1301", 0)
    note = Footnote("n1", '<script>alert(1)</script><a href="http://a.example">x</a>')
    filing = evolve(
        block_filing([("f1", "1,301", "1,301")], [fact]),
        report=Report((fact,), footnotes=(note,), links=(Link("f1", "n1"),)),
    )
    page, _ = inline_page(filing)
    assert b"<script" not in page
    assert b"a.example" not in page


def test_one_number_in_two_facts_is_nested(arelle: Judge, tmp_path: Path) -> None:
    facts = [money("f1", gaap("Revenues"), "1301", 0), money("f2", gaap("GrossProfit"), "1301", 0)]
    filing = block_filing([("f1", "1,301", "1,301"), ("f2", "1,301", "1,301")], facts)
    verdict = read_by(arelle, filing, tmp_path)
    assert verdict.messages == ()
    assert {fact[5]: fact[3] for fact in verdict.facts} == {"f1": Decimal(1301), "f2": Decimal(1301)}


def test_nil_facts_and_facts_that_are_not_printed(arelle: Judge, tmp_path: Path) -> None:
    nil = Fact("f1", gaap("Revenues"), ENTITY, QUARTER, None, USD)
    hidden = Fact("f2", gaap("Assets"), ENTITY, END, Decimal("-5.25"), USD, decimals=2)
    words = Fact("f3", gaap("dei:EntityRegistrantName"), ENTITY, QUARTER, 'A & B <c> "d"')
    verdict = read_by(arelle, block_filing([("f1", "After", "After")], [nil, hidden, words]), tmp_path)
    assert verdict.messages == ()
    values = {fact[5]: fact[3] for fact in verdict.facts}
    assert values == {"f1": None, "f2": Decimal("-5.25"), "f3": 'A & B <c> "d"'}


def test_a_name_over_two_lines_is_one_name(arelle: Judge, tmp_path: Path) -> None:
    page = "<html><body><p><b>Example\n  Holdings,</b> <i>Inc.</i> of Delaware</p></body></html>"
    fact = Fact("f1", gaap("dei:EntityRegistrantName"), ENTITY, QUARTER, "Example Holdings, Inc.")
    state = Fact("f2", gaap("dei:EntityIncorporationStateCountryCode"), ENTITY, QUARTER, "DE")
    filing = filing_of(page.encode(), [(fact, ""), (state, "")])
    filing = evolve(
        filing, placements=(span(filing, "f1", "Example", "Inc."), span(filing, "f2", "Delaware", "Delaware"))
    )
    written = write(filing, tmp_path / "out")
    assert [finding.severity.name for finding in written.findings] == ["INFO"]
    verdict = arelle(written.paths[0], [standin_of(filing, tmp_path)])
    assert verdict.messages == ()
    assert {f[5]: f[3] for f in verdict.facts} == {"f1": "Example Holdings, Inc.", "f2": "DE"}
    assert b'<span style="-sec-ix-hidden:f2">Delaware</span>' in written.paths[0].read_bytes()
