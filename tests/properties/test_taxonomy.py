"""Laws of the taxonomy index: what is written reads back, and every answer agrees with every other."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from xbrlgen.model import Balance, PeriodType
from xbrlgen.taxonomy import Evidence, Taxonomy, standin_files
from xbrlgen.taxonomy.files.arcs import read_groups, write_groups
from xbrlgen.taxonomy.files.concepts import ConceptTable, all_standings, write_table
from xbrlgen.taxonomy.files.kinds import Kind, read_kind
from xbrlgen.taxonomy.files.records import Standing
from xbrlgen.taxonomy.files.years import holds, write_years, years_of

COVERED = st.lists(st.integers(2009, 2040), min_size=1, max_size=12, unique=True).map(sorted)
YEARS = st.integers(2009, 2025)
FAMILIES = st.sampled_from(("us-gaap", "srt", "dei"))
TYPES = st.sampled_from(
    ("monetaryItemType", "perShareItemType", "invCompanyType", "domainItemType", "oddGSIB")
)
KINDS = st.builds(
    Kind,
    type=TYPES,
    period=st.sampled_from(PeriodType),
    balance=st.none() | st.sampled_from(Balance),
    abstract=st.booleans(),
    group=st.sampled_from(("item", "dimensionItem", "hypercubeItem")),
    typed=st.booleans(),
    nillable=st.booleans(),
    domain=st.sampled_from(("", "us-gaap:AssetsAbstract")),
)
STANDINGS = st.builds(Standing, KINDS, st.booleans(), st.booleans())


@given(COVERED, st.data())
def test_years_read_back(covered: list[int], data: st.DataObject) -> None:
    years = data.draw(st.sets(st.sampled_from(covered)))
    text = write_years(years, covered)
    assert set(years_of(text, covered)) == years
    assert all(holds(text, year) == (year in years) for year in covered)


@given(KINDS)
def test_attributes_read_back(kind: Kind) -> None:
    assert read_kind(str(kind)) == kind


@given(COVERED, st.data())
def test_a_table_of_concepts_reads_back(covered: list[int], data: st.DataObject) -> None:
    names = st.from_regex(r"[A-Z][A-Za-z0-9]{0,8}", fullmatch=True)
    standings = st.dictionaries(st.sampled_from(covered), STANDINGS, min_size=1)
    concepts = data.draw(st.dictionaries(names, standings, max_size=4))
    _, *lines = write_table(concepts, covered).splitlines()
    table = ConceptTable(tuple(covered), dict(line.split("\t", 1) for line in lines))
    assert all_standings(table) == concepts


@given(COVERED, st.data())
def test_groups_of_years_and_roles_read_back(covered: list[int], data: st.DataObject) -> None:
    pairs = data.draw(st.sets(st.tuples(st.sampled_from(covered), st.sampled_from("123?")), min_size=1))
    groups = read_groups(write_groups(pairs, covered))
    assert {
        (year, mark) for years, marks in groups for year in years_of(years, covered) for mark in marks
    } == pairs


@given(YEARS, FAMILIES, st.data())
@settings(max_examples=tries(60))
def test_names_and_concepts_agree(year: int, family: str, data: st.DataObject) -> None:
    taxonomy = Taxonomy.of(family, year)
    name = data.draw(st.sampled_from(list(taxonomy.names())))
    concept = taxonomy.require(name)
    assert concept.name.namespace == taxonomy.namespace
    assert taxonomy.possible(name) == concept
    assert taxonomy.evidence(name) is not None
    assert taxonomy.became(name).years


@given(YEARS, st.data())
@settings(max_examples=tries(60))
def test_no_sum_contradicts_the_balances(year: int, data: st.DataObject) -> None:
    taxonomy = Taxonomy.of("us-gaap", year)
    parent = data.draw(st.sampled_from(sorted(taxonomy.networks.calculations.blocks)))
    for arc in taxonomy.children(parent):
        above, below = taxonomy.possible(arc.parent), taxonomy.possible(arc.child)
        declared = {taxonomy.evidence(name) for name in (arc.parent, arc.child)} == {Evidence.DECLARED}
        if above and below and above.balance and below.balance and declared:
            assert (arc.weight == 1) == (above.balance is below.balance)


@given(st.text(max_size=30), st.sampled_from((2013, 2024)))
@settings(max_examples=tries(30))
def test_any_text_is_a_question_that_has_an_answer(text: str, year: int) -> None:
    taxonomy = Taxonomy.of("us-gaap", year)
    assert all(0 < hit.score <= 1 for hit in taxonomy.search(text))
    assert taxonomy.concept(text) is None or text in set(taxonomy.names())


@given(YEARS, st.randoms())
@settings(max_examples=tries(30))
def test_a_standin_depends_on_what_is_asked_for_and_not_on_its_order(year: int, random: Random) -> None:
    taxonomy = Taxonomy.of("us-gaap", year)
    names = [taxonomy.qname(name) for name in list(taxonomy.names())[::400]]
    shuffled = list(names)
    random.shuffle(shuffled)
    assert standin_files(shuffled) == standin_files(names)
