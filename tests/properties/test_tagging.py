"""What holds of tagging whatever the release says."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import tries
from tests.properties.printing_releases import Layout, html_page
from tests.properties.strategies_consistent import releases
from tests.properties.strategies_releases import PrintedStatement, balance_sheets, income_statements
from xbrlgen.filing import Filing
from xbrlgen.model import Concept, Fact
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Proved
from xbrlgen.reading import read
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Statement
from xbrlgen.tagging import tag
from xbrlgen.taxonomy.asking.index import Taxonomy
from xbrlgen.writing import write

few = settings(
    max_examples=tries(12), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
YEARS = st.sampled_from([2009, 2013, 2018, 2021, 2024])


def filed(document: Document, year: int) -> Filing:
    return tag(prove(document), year=year)


def concepts_by_print(filing: Filing) -> dict[object, set[str]]:
    """The names of the concepts at each printed place."""
    names = {fact.id: fact.concept.name.local for fact in filing.report.facts}
    found: dict[object, set[str]] = defaultdict(set)
    for placement in filing.placements:
        found[placement.place].add(names[placement.fact])
    return found


@few
@given(releases(), YEARS)
def test_every_standard_concept_is_one_of_the_year(document: Document, year: int) -> None:
    taxonomy = Taxonomy.of("us-gaap", year)
    for fact in filed(document, year).report.facts:
        if fact.concept.name.prefix == "us-gaap":
            assert taxonomy.concept(fact.concept.name.local) == fact.concept
            assert not taxonomy.is_deprecated(fact.concept.name.local)


@few
@given(releases(), YEARS)
def test_no_two_values_on_one_concept_in_one_context(document: Document, year: int) -> None:
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in filed(document, year).report.facts:
        groups[fact.aspects].append(fact)
    for group in groups.values():
        sharpest = max(fact.decimals if fact.decimals is not None else 99 for fact in group)
        assert len({fact.value for fact in group if fact.decimals in (sharpest, None)}) == 1


@few
@given(releases(), YEARS)
def test_sums_obey_the_sides_of_the_books(document: Document, year: int) -> None:
    filing = filed(document, year)
    known: dict[object, Concept] = {fact.concept.name: fact.concept for fact in filing.report.facts}
    for total in (total for role in filing.roles for total in role.sums):
        parent = known[total.total]
        for arc in total.arcs:
            child = known[arc.child]
            if parent.balance and child.balance:
                assert arc.weight == (1 if parent.balance is child.balance else -1)


@few
@given(releases(), YEARS)
def test_every_figure_has_a_last_word(document: Document, year: int) -> None:
    filing = filed(document, year)
    said = {verdict.place for verdict in filing.verdicts}
    assert {entry.figure.place for statement in document.statements for entry in statement.entries} <= said


def changed(document: Document, year: int, change: Callable[[Statement], Statement]) -> list[str]:
    """Where concepts differ after a change of all statements that leaves the arithmetic as it was proved."""
    proved = prove(evolve(document, mentions=()))
    other = evolve(proved.document, statements=tuple(map(change, proved.document.statements)))
    before = concepts_by_print(tag(proved, year=year))
    after = concepts_by_print(tag(evolve(proved, document=other), year=year))
    return [f"{place}: {before.get(place)} {after.get(place)}" for place in before if before != after]


@few
@given(releases(), st.sampled_from([-3, 3, 6]), YEARS)
def test_the_scale_of_the_whole_never_changes_a_concept(document: Document, steps: int, year: int) -> None:
    assert not changed(document, year, lambda statement: _scaled(statement, steps))


def _scaled(statement: Statement, steps: int) -> Statement:
    entries = tuple(
        evolve(entry, scale=entry.scale + steps) if entry.unit == "USD" else entry
        for entry in statement.entries
    )
    return evolve(statement, entries=entries)


@few
@given(releases(), YEARS)
def test_wrapping_labels_anew_never_changes_a_concept(document: Document, year: int) -> None:
    assert not changed(document, year, _wrapped)


def _wrapped(statement: Statement) -> Statement:
    return evolve(
        statement, rows=tuple(evolve(row, label=row.label.replace(" ", "\n  ")) for row in statement.rows)
    )


@few
@given(releases(), YEARS, st.randoms(use_true_random=False))
def test_the_order_of_unrelated_tables_never_changes_a_concept(
    document: Document, year: int, dice: object
) -> None:
    order = list(document.statements)
    getattr(dice, "shuffle")(order)  # noqa: B009 - the random of hypothesis has no type
    proved = prove(document)
    shuffled: Proved = evolve(proved, document=evolve(proved.document, statements=tuple(order)))
    before, after = concepts_by_print(tag(proved, year=year)), concepts_by_print(tag(shuffled, year=year))
    assert not [place for place in before if before != after]


@settings(few, max_examples=tries(4))
@given(income_statements(), balance_sheets(), YEARS)
def test_with_its_own_output_as_prior_filing_a_release_gets_the_same_concepts(
    income: PrintedStatement, balance: PrintedStatement, year: int
) -> None:
    proved = prove(read(html_page([income, balance], Layout()).encode()))
    first = tag(proved, year=year)
    with tempfile.TemporaryDirectory() as folder:
        write(first, Path(folder), force=True)
        again = tag(proved, year=year, prior=[folder])
    assert concepts_by_print(again) == concepts_by_print(first)
