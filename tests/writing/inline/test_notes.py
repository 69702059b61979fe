"""Note marks of rows lead to the paragraphs that explain them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.shared import shared
from tests.writing.judging import Judge, standin_of
from tests.writing.reading_back import parsed
from xbrlgen import build
from xbrlgen.writing import write
from xbrlgen.writing.inline.notes import with_notes

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
PAGE = """<html><body><p>Example Corp. announces results for the quarter ended September 30, 2024</p>
<p>Statements of Operations (in thousands)</p>
<table><tr><td></td><td>Three months ended September 30, 2024</td>
<td>Three months ended September 30, 2023</td></tr>
<tr><td>Revenue</td><td>$ 1,301</td><td>$ 1,201</td></tr>
<tr><td>Cost of revenue (1)</td><td>209</td><td>201</td></tr>
<tr><td>Gross profit</td><td>$ 1,092</td><td>$ 1,000</td></tr>
<tr><td>Operating expenses</td><td>92</td><td>90</td></tr>
<tr><td>Net income</td><td>$ 1,000</td><td>$ 910</td></tr></table>
<p>(1) Without depreciation of 12 thousand.</p><p>(2) Of something else.</p></body></html>"""


def test_a_mark_behind_a_label_ties_its_facts_to_the_note(arelle: Judge, tmp_path: Path) -> None:
    filing = with_notes(build(PAGE))
    assert [note.content for note in filing.report.footnotes] == ["(1) Without depreciation of 12 thousand."]
    facts = {fact.id: fact for fact in filing.report.facts}
    assert {facts[link.source].value for link in filing.report.links} == {Decimal(209000), Decimal(201000)}
    page = write(filing, tmp_path / "out").paths[0]
    assert arelle(page, [standin_of(filing, tmp_path)]).messages == ()
    notes = list(parsed(page.read_bytes()).iter(f"{IX}footnote"))
    assert ["".join(note.itertext()) for note in notes] == ["(1) Without depreciation of 12 thousand."]


def test_notes_of_a_release_read_by_arelle(arelle: Judge, tmp_path: Path) -> None:
    filing = build(shared("releases/AAPL_FY2004Q3.html"))
    assert {note.content[:3] for note in with_notes(filing).report.footnotes} >= {"(a)", "(b)"}
    page = write(filing, tmp_path / "out").paths[0]
    assert arelle(page, [standin_of(filing, tmp_path)]).messages == ()


def test_a_filing_with_footnotes_keeps_its_own() -> None:
    filing = with_notes(build(PAGE))
    assert with_notes(filing) is filing
