"""A page written as it is laid out is, byte by byte, the one that comes out of a tree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from tests.effort import tries
from tests.properties.test_writing_reports import filing_of
from tests.writing.making import ENTITY, QUARTER, gaap, own
from xbrlgen.filing import Filing
from xbrlgen.model import Fact, Footnote, Link, Period, Report, Unit
from xbrlgen.testing.strategies import reports
from xbrlgen.writing import filing_from_report
from xbrlgen.writing.files import inline_page
from xbrlgen.writing.unprinted.paper import read_back
from xbrlgen.writing.unprinted.plain_page import laid_out

LINES = st.text(st.sampled_from("aZ9 .,&<>\"'^—é\u00a0\t\n\x85\u202e\ufdd0"), max_size=12)
NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=2) | st.none()


def facts_of(numbers: list[Decimal | None], lines: list[str], label: str) -> list[Fact]:
    """A fact a year for each number and each line."""
    years = [Period.duration(date(2000 + n, 1, 1), date(2000 + n, 12, 31)) for n in range(6)]
    facts = [
        Fact(f"n{n}", gaap("Revenues"), ENTITY, years[n], value, Unit.of("USD"))
        for n, value in enumerate(numbers)
    ]
    words = own("Words", "stringItemType", label=label)
    return facts + [Fact(f"t{n}", words, ENTITY, years[n], line) for n, line in enumerate(lines)]


@settings(max_examples=tries(15), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(reports())
def test_the_page_of_any_report_is_that_of_the_tree(report: Report) -> None:
    filing = filing_of(report)
    assume(filing is not None)
    assert filing is not None
    event(f"directly: {filing.printed is not None}")
    if filing.printed is not None:
        assert (filing.printed.page, filing.printed.unprinted) == inline_page(filing)


@given(st.lists(NUMBERS, max_size=3), st.lists(LINES, max_size=3), LINES)
def test_the_page_of_numbers_and_lines_is_that_of_the_tree(
    numbers: list[Decimal | None], lines: list[str], label: str
) -> None:
    facts = facts_of(numbers, lines, label)
    assume(facts)
    filing = filing_from_report(Report(tuple(facts)))
    if filing.printed is not None:
        assert (filing.printed.page, filing.printed.unprinted) == inline_page(filing)
    else:
        assert not all(line.isalnum() for line in lines) or not label.isprintable()


@given(st.lists(NUMBERS, max_size=3), st.lists(LINES, max_size=3), LINES)
def test_what_a_layout_says_of_its_page_is_what_reading_finds(
    numbers: list[Decimal | None], lines: list[str], label: str
) -> None:
    facts = facts_of(numbers, lines, label)
    assume(facts)
    filing = filing_of(Report(tuple(facts)))
    assume(filing is not None)
    assert filing is not None
    says_what_is_read(filing)


@settings(max_examples=tries(15), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(reports())
def test_what_the_layout_of_any_report_says_is_what_reading_finds(report: Report) -> None:
    filing = filing_of(report)
    assume(filing is not None)
    assert filing is not None
    says_what_is_read(filing)


def says_what_is_read(filing: Filing) -> None:
    """Text, segments and placements are those that reading the page, and looking for its marks, gives."""
    layout = laid_out(filing, f"{filing.prefix}-{filing.date}")
    read = read_back(layout)
    event(f"plain: {layout.is_plain}")
    (source,) = filing.proved.document.sources if filing.proved else ()
    assert (source.text, source.segments) == (read.text, read.segments)
    found = {each.fact.id: each for each in read.prints if each.end}
    assert {it.fact: (it.place.start, it.place.end, it.place.line) for it in filing.placements} == {
        fact: (each.start, each.end, each.line) for fact, each in found.items()
    }
    assert all(it.print == read.text[it.place.start : it.place.end] for it in filing.placements)


def test_a_page_with_a_footnote_is_left_to_the_tree() -> None:
    fact = Fact("f1", gaap("Revenues"), ENTITY, QUARTER, Decimal(5), Unit.of("USD"))
    plain = filing_from_report(Report((fact,)))
    noted = filing_from_report(
        Report((fact,), footnotes=(Footnote.of_text("n1", "a"),), links=(Link("f1", "n1"),))
    )
    assert plain.printed is not None
    assert noted.printed is None
