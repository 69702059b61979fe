"""Text, markdown, sheets and several documents: one clean page."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from tests.writing.judging import Judge, standin_of
from tests.writing.making import filing_of, gaap, money, place_of
from tests.writing.reading_back import parsed, printed_text, problems, source_text
from xbrlgen import build
from xbrlgen.filing import Filing, Placement
from xbrlgen.proving.identity import Proved
from xbrlgen.reading.document import Document, Outcome, Verdict
from xbrlgen.reading.sources import read_sources
from xbrlgen.writing import write
from xbrlgen.writing.files import inline_page

XHTML = "{http://www.w3.org/1999/xhtml}"
SHEET = """Example Corp,,
Statements of Operations (in thousands),,
,"Three months ended September 30, 2024","Three months ended September 30, 2023"
Revenue,"1,301","1,201"
Cost of revenue,209,201
Gross profit,"1,092","1,000"
Operating expenses,92,90
Net income,"1,000",(910)
"""
MARKDOWN = """# Example Corp. announces results

Net income was **high** and `fine`.

| (in thousands) | Three months ended September 30, 2024 | Three months ended September 30, 2023 |
|---|---|---|
| Revenue | $ 1,301 | $ 1,201 |
| Cost of revenue | (209) | (201) |
| Gross profit | $ 1,092 | $ 1,000 |
| Other | — | 12% |

&nbsp;&nbsp;• A point of R&amp;D

- A point
- Another & <one>

| Jane Doe | John Roe |
|---|---|
| Investors | The press |
"""


def rows_of(page: bytes) -> list[list[str]]:
    """The cells of every table row."""
    return [["".join(cell.itertext()) for cell in row] for row in parsed(page).iter(f"{XHTML}tr")]


def test_a_sheet_becomes_a_table_that_arelle_reads(arelle: Judge, tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(SHEET)
    filing = build(tmp_path / "sheet.csv")
    page = write(filing, tmp_path / "out").paths[0]
    assert ["Revenue", "1,301", "1,201"] in rows_of(page.read_bytes())
    assert printed_text(page.read_bytes()) == source_text(filing)
    assert arelle(page, [standin_of(filing, tmp_path)]).messages == ()


def test_markdown_becomes_headings_items_and_aligned_figures() -> None:
    filing = build(MARKDOWN)
    page, _ = inline_page(filing)
    assert problems(page) == []
    tree = parsed(page)
    assert ["".join(heading.itertext()) for heading in tree.iter(f"{XHTML}h2")] == [
        "Example Corp. announces results"
    ]
    items = [item.text for item in tree.iter(f"{XHTML}p") if item.get("class") == "item"]
    assert items[0] == "• A point of R&D"
    kinds = {"".join(cell.itertext()): cell.get("class") for cell in tree.iter(f"{XHTML}td")}
    assert kinds["$ 1,092"] == "n p"
    assert kinds["(209)"] == "n"
    assert kinds["—"] == "n p"
    assert kinds["Revenue"] is None
    assert [[cell.strip() for cell in row] for row in rows_of(page)][-2:] == [
        ["Jane Doe", "John Roe"],
        ["Investors", "The press"],
    ]
    assert printed_text(page) == source_text(filing)


def test_figures_stay_figures_in_narrow_and_in_print() -> None:
    page, _ = inline_page(build(MARKDOWN))
    style = "".join(element.text for element in parsed(page).iter(f"{XHTML}style"))
    assert "@media print" in style
    assert "@media (max-width" in style


def test_what_was_refused_is_marked_with_its_reason() -> None:
    filing = filing_of("Revenue was 1,3O1 thousand.", [])
    assert filing.proved is not None
    place = place_of(filing.proved.document.sources[0].text, "1,3O1")
    verdict = Verdict(place, "1,3O1", Outcome.REFUSED, "letter", 'letter "O" among digits')
    page, _ = inline_page(evolve(filing, verdicts=(verdict,)))
    assert problems(page) == []
    marked = [(span.text, span.get("title")) for span in parsed(page).iter(f"{XHTML}span")]
    assert marked == [("1,3O1", 'letter "O" among digits')]


@pytest.mark.parametrize(
    ("print_", "is_marked"), [("1,301", False), ("N/A", False), ("1,3O1", True), ("13)", True)]
)
def test_a_doubt_is_marked_only_where_the_print_is_damaged(print_: str, is_marked: bool) -> None:
    filing = filing_of(f"Revenue was {print_} thousand.", [])
    assert filing.proved is not None
    place = place_of(filing.proved.document.sources[0].text, print_)
    verdict = Verdict(place, print_, Outcome.REFUSED, "doubt", "nothing says in which unit the amounts are")
    page, _ = inline_page(evolve(filing, verdicts=(verdict,)))
    assert bool(list(parsed(page).iter(f"{XHTML}span"))) == is_marked


def two_documents() -> Filing:
    """A cover page and an exhibit, the fact in the exhibit."""
    first = read_sources(b"<html><body bgcolor=white><p id=a>Cover <a name=a>x</a></p></body></html>")[0][0]
    second = read_sources(b"<html><body><p id=a>Revenue 1,301</p></body></html>")[0][0]
    fact = money("f1", gaap("Revenues"), "1301", 0)
    place = evolve(place_of(second.text, "1,301"), source=1)
    filing = filing_of("x", [(fact, "")], placements=(Placement("f1", place, "1,301"),))
    return evolve(filing, proved=Proved(Document((first, second))))


def test_several_documents_are_one_page(arelle: Judge, tmp_path: Path) -> None:
    filing = two_documents()
    written = write(filing, tmp_path / "out")
    page = written.paths[0].read_bytes()
    assert written.findings == ()
    assert problems(page) == []
    assert printed_text(page) == "CoverxRevenue1301"
    assert arelle(written.paths[0], [standin_of(filing, tmp_path)]).messages == ()


def test_a_filing_without_documents_has_an_empty_page() -> None:
    page, findings = inline_page(evolve(filing_of("x", []), proved=Proved(Document(()))))
    assert problems(page) == []
    assert findings == ()
    assert printed_text(page) == ""


def printed_as(source: str, suffix: str, folder: Path) -> list[tuple[str, str]]:
    """The class and the text of each paragraph of a page of text, whose words are those of the source."""
    path = folder / f"release{suffix}"
    path.write_text(source)
    filing = build(path)
    page, _ = inline_page(filing)
    assert Counter(printed_text(page)) == Counter(source_text(filing))
    assert problems(page) == []
    return [(each.get("class", ""), "".join(each.itertext())) for each in parsed(page).iter(f"{XHTML}p")]


@pytest.mark.parametrize(
    ("source", "kind", "shown"),
    [
        (
            "See [our site](http://a.example) [1] & [x] (y).",
            "",
            "See our site (http://a.example) [1] & [x] (y).",
        ),
        ('A ![logo](a.png "Our logo") here', "", 'A logo (a.png "Our logo") here'),
        ("The `code` of ``two`` and a stray ` tick", "", "The code of two and a stray ` tick"),
        ("> We grew\n> by 5 > 4.", "quote", "We grew by 5 > 4."),
        ("- One point", "item", "\u2022 One point"),
        ("[Link] and (words) apart", "", "[Link] and (words) apart"),
    ],
)
def test_marks_of_markdown_arent_printed(source: str, kind: str, shown: str, tmp_path: Path) -> None:
    assert printed_as(f"# Example Corp.\n\n{source}\n", ".md", tmp_path) == [(kind, shown)]


@pytest.mark.parametrize("mark", ["# # #", "###", "* * *", "-0-"])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_mark_of_the_end_is_printed_whole(mark: str, suffix: str, tmp_path: Path) -> None:
    source = f"Example Corp. announces.\n\n    {mark}\n\nContact: Ann Lee\n"
    assert ("end", mark) in printed_as(source, suffix, tmp_path)


def test_a_fact_in_a_link_is_tagged_there(tmp_path: Path) -> None:
    text = "# Example Corp.\n\nRevenue of [$1,301 thousand](http://a.example) `grew`.\n"
    filing = filing_of(text, [(money("f1", gaap("Revenues"), "1301000"), "$1,301 thousand")])
    page, findings = inline_page(filing)
    assert findings == ()
    assert b'scale="3">1,301</ix:nonFraction> thousand (http' in page


FORMULAS = """# Example Corp. announces results

Revenue was $\\$ 1.3$ million in the quarter ended September 30, 2024.

| (in thousands) | Three months <br> ended September 30, 2024 | Three months ended September 30, 2023 |
|---|---|---|
| Revenue ${ }^{(1)}$ | $\\mathbf{1,301}$ | $1,201$ |
| Cost of revenue | $(209)$ | $(201)$ |
| Gross profit | $1,092$ | $1,000$ |

${ }^{(1)}$ Net of rebates of $\\$ 12$ thousand.
"""


def test_marks_of_formulas_and_breaks_are_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "release.md"
    path.write_text(FORMULAS)
    filing = build(path)
    page = write(filing, tmp_path / "out").paths[0].read_bytes()
    assert not [one for one in parsed(page).iter(f"{XHTML}p") if one.get("class") == "rest"]
    assert rows_of(page)[1:] == [
        ["Revenue (1)", "1,301", "1,201"],
        ["Cost of revenue", "(209)", "(201)"],
        ["Gross profit", "1,092", "1,000"],
    ]
    assert Counter(printed_text(page)) == Counter(source_text(filing))
    assert problems(page) == []


def test_tables_of_words_have_no_marks_of_markdown(tmp_path: Path) -> None:
    table = "| <u>Exhibit</u> | **What** |\n|---|---|\n| 99.1 | <u>Release of May 5</u><br>as told |\n"
    path = tmp_path / "release.md"
    path.write_text(f"# Example Corp. announces\n\n{table}\nIt was a good year.\n")
    page = write(build(path), tmp_path / "out").paths[0].read_bytes()
    assert rows_of(page) == [["Exhibit", "What"], ["99.1", "Release of May 5 as told"]]
