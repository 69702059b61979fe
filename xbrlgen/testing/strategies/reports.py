"""Strategies for whole reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import EXPLANATORY, FOOTNOTE, Concept, Dimension, Entity, Fact, Footnote, Link, Report
from xbrlgen.testing.strategies.aspects import dimensions
from xbrlgen.testing.strategies.concepts import concepts
from xbrlgen.testing.strategies.facts import facts_of
from xbrlgen.testing.strategies.names import languages, namespaces, qnames, texts, tokens


@st.composite
def reports(
    draw: st.DrawFn,
    *,
    concept: SearchStrategy[Concept] | None = None,
    fact: Callable[[Concept], SearchStrategy[Fact]] = facts_of,
    taxonomy: Sequence[str] = ("standin.xsd",),
    max_facts: int = 8,
    footnotes: bool = True,
) -> Report:
    """Reports of a few facts of a few concepts, some of them duplicates, with footnotes and links."""
    known = draw(
        st.lists(
            concepts() if concept is None else concept,
            min_size=1,
            max_size=4,
            unique_by=lambda each: each.name,
        )
    )
    of_known = st.sampled_from(known).flatmap(fact)
    drawn = draw(st.lists(of_known, min_size=1, max_size=max_facts))
    facts = _numbered([*drawn, *draw(st.lists(st.sampled_from(drawn), max_size=2))])
    notes = draw(_notes()) if footnotes else ()
    links = draw(_links(facts, notes)) if footnotes else ()
    return Report(facts, taxonomy, notes, links)


def declarable(*, footnotes: bool = True, max_facts: int = 8) -> SearchStrategy[Report]:
    """Reports whose schemas can be written: each name is one kind of thing, in a namespace for that kind.

    Typed dimensions have no space around their values, which readers may strip.
    """
    spaces = st.sampled_from(("http://example.com/c1", "http://example.com/c2"))
    known = concepts(names=qnames(namespace=spaces))
    schemes = st.builds(Entity, st.integers(1, 10**10 - 1).map("{:010}".format), namespaces())
    fact = partial(facts_of, entity=schemes, dimension_sets=_dimensions())
    return reports(concept=known, fact=fact, footnotes=footnotes, max_facts=max_facts)


def _dimensions() -> SearchStrategy[tuple[Dimension, ...]]:
    return dimensions(
        axes=qnames(namespace=st.just("http://example.com/axes")),
        members=qnames(namespace=st.just("http://example.com/members")),
        typed_axes=qnames(namespace=st.just("http://example.com/typed")),
        typed_values=st.none() | tokens(),
    )


def _numbered(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple(evolve(fact, id=f"f{number}") for number, fact in enumerate(facts, 1))


def _notes() -> SearchStrategy[tuple[Footnote, ...]]:
    contents = st.lists(st.tuples(texts(), languages()), max_size=2)
    return contents.map(
        lambda drawn: tuple(Footnote.of_text(f"n{n}", *content) for n, content in enumerate(drawn, 1))
    )


@st.composite
def _links(draw: st.DrawFn, facts: Sequence[Fact], notes: Sequence[Footnote]) -> tuple[Link, ...]:
    """At least one link to each footnote, and perhaps some between facts."""
    sources = st.sampled_from([fact.id for fact in facts])
    to_notes = [Link(draw(sources), note.id, FOOTNOTE) for note in notes]
    between = draw(st.lists(_pairs(facts), max_size=2)) if len(facts) > 1 else []
    return (*to_notes, *(Link(source, target, EXPLANATORY) for source, target in between))


def _pairs(facts: Sequence[Fact]) -> SearchStrategy[tuple[str, str]]:
    """Two facts, the earlier first: facts may not explain each other in a circle."""
    numbers = st.tuples(st.integers(0, len(facts) - 1), st.integers(0, len(facts) - 1))
    different = numbers.filter(lambda pair: pair[0] != pair[1])
    return different.map(lambda pair: (facts[min(pair)].id, facts[max(pair)].id))
