"""Reports: facts, their footnotes, and the schemas that declare their concepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from html import escape
from operator import attrgetter
from typing import Any, Final

from attrs import Attribute, field, frozen
from lxml import etree

from xbrlgen.model.checks import ModelError, is_language, is_word, kind_of, must, printable
from xbrlgen.model.concept import Concept, QName
from xbrlgen.model.fact import Fact
from xbrlgen.model.ordering import Ordered
from xbrlgen.model.sharing import once_each

FOOTNOTE: Final = "http://www.xbrl.org/2003/arcrole/fact-footnote"
EXPLANATORY: Final = "http://www.xbrl.org/2009/arcrole/fact-explanatoryFact"
DEFAULT_LINK: Final = "http://www.xbrl.org/2003/role/link"


def is_fragment(content: str) -> bool:
    """Whether a text is well-formed XHTML content."""
    try:
        etree.fromstring(f'<body xmlns="http://www.w3.org/1999/xhtml">{content}</body>')
    except etree.XMLSyntaxError:
        return False
    return True


def _lower(language: str) -> str:
    return language.lower()


@frozen(order=False, repr=False)
class Footnote(Ordered):
    """Words about facts: an XHTML fragment in a language."""

    id: str = field(validator=is_word)
    content: str = field(validator=[kind_of(str), printable])
    language: str = field(default="en-us", converter=_lower, validator=is_language)

    @content.validator
    def _check_content(self, _: object, content: str) -> None:
        must(is_fragment(content), "Footnote.content", repr(content), "well-formed XHTML content")

    @classmethod
    def of_text(cls, id: str, text: str, language: str = "en-us") -> Footnote:  # noqa: A002, the field's name
        """A footnote of plain words.

        >>> Footnote.of_text("n1", "R&D only").content
        'R&amp;D only'
        """
        return cls(id, escape(text, quote=False), language)

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        return (self.id, self.language, self.content)


@frozen(order=False, repr=False)
class Link(Ordered):
    """A tie from a fact to a footnote or another fact; ``type`` is its arcrole, ``group`` its link role."""

    source: str = field(validator=is_word)
    target: str = field(validator=is_word)
    type: str = field(default=FOOTNOTE, validator=is_word)
    group: str = field(default=DEFAULT_LINK, validator=is_word)

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        return (self.source, self.type, self.group, self.target)


def _facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts in their order, which what they are about and their id decide, as no two have one id.

    Facts share what they are about, so that the keys of that are made once.
    """
    concept, about = once_each(attrgetter("name.key")), once_each(attrgetter("key"))

    def order(fact: Fact) -> tuple[object, ...]:
        period, entity, unit = about(fact.period), about(fact.entity), about(fact.unit) if fact.unit else ()
        dimensions = tuple([dimension.key for dimension in fact.dimensions])
        return (*concept(fact.concept), period, entity, unit, dimensions, fact.language or "", fact.id)

    return tuple(sorted(facts, key=order))


def _footnotes(footnotes: Iterable[Footnote]) -> tuple[Footnote, ...]:
    return tuple(sorted(footnotes))


def _links(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(frozenset(links)))


def _sorted_set(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(frozenset(addresses)))


@frozen(order=False, repr=False)
class Report(Ordered):
    """A set of facts with the schemas that declare their concepts.

    Facts, footnotes, links and schemas are kept in their own order, however they were given, so that reports
    of the same content are equal.
    """

    facts: tuple[Fact, ...] = field(converter=_facts)
    taxonomy: tuple[str, ...] = field(default=(), converter=_sorted_set)
    footnotes: tuple[Footnote, ...] = field(default=(), converter=_footnotes)
    links: tuple[Link, ...] = field(default=(), converter=_links)

    @footnotes.validator
    def _check_ids(self, _: Attribute[Any], footnotes: tuple[Footnote, ...]) -> None:
        counts = Counter([*(fact.id for fact in self.facts), *(note.id for note in footnotes)])
        twice = ", ".join(name for name, count in counts.items() if count > 1)
        must(not twice, "Report.facts", f"{twice} twice", "each id once, footnotes included")

    @facts.validator
    def _check_concepts(self, _: Attribute[Any], facts: tuple[Fact, ...]) -> None:
        first: dict[QName, Concept] = {}
        for fact in facts:
            known = first.setdefault(fact.concept.name, fact.concept)
            if known is not fact.concept and known != fact.concept:
                raise ModelError("Report.facts", f"two concepts named {known.name}", "one concept by a name")

    @links.validator
    def _check_links(self, _: Attribute[Any], links: tuple[Link, ...]) -> None:
        facts, notes = {fact.id for fact in self.facts}, {note.id for note in self.footnotes}
        targets = facts | notes
        for link in links:
            must(link.source in facts, "Link.source", link.source, "the id of a fact of the report")
            must(link.target in targets, "Link.target", link.target, "the id of a fact or footnote")
        loose = notes - {link.target for link in links}
        must(not loose, "Report.footnotes", ", ".join(sorted(loose)), "footnotes that a link leads to")

    @property
    def key(self) -> tuple[object, ...]:
        """What it is ordered by."""
        parts = (self.facts, self.footnotes, self.links)
        return (self.taxonomy, *(tuple(each.key for each in part) for part in parts))

    def to_json(self) -> str:
        """The report as xBRL-JSON, complete: what the format has no word for stands under ``xbrlgen:``."""
        from xbrlgen.model.json_writing import dumps  # noqa: PLC0415, it needs the report

        return dumps(self)

    @classmethod
    def from_json(cls, text: str | bytes, concept: Callable[[QName], Concept | None] | None = None) -> Report:
        """The report that xBRL-JSON holds; ``concept`` finds the concepts that the text doesn't declare."""
        from xbrlgen.model.json_reading import loads  # noqa: PLC0415, it needs the report

        return loads(text, concept)
