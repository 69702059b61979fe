"""Checks beyond sums: roll-forwards, members, negatives, twins of standard concepts, filer rules."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree

from xbrlgen.findings import Finding
from xbrlgen.validating.checks.extensions import twins_of_standard
from xbrlgen.validating.checks.members import member_sums
from xbrlgen.validating.checks.negatives import impossible_negatives
from xbrlgen.validating.checks.rollforward import roll_forwards
from xbrlgen.validating.edgar.filer import filer_findings
from xbrlgen.validating.facts import Aspects, Dimension, Instance, Reported, UnitKey
from xbrlgen.validating.names import (
    CONCEPT_LABEL,
    DIMENSION_DOMAIN,
    DOMAIN_MEMBER,
    PARENT_CHILD,
    PERIOD_END_LABEL,
    PERIOD_START_LABEL,
    PURE,
    SHARES,
    STANDARD_LABEL,
)
from xbrlgen.validating.opened.loading import Loaded
from xbrlgen.validating.opened.opening import Entry, Notation
from xbrlgen.validating.outcomes import Arc, Network
from xbrlgen.validating.taxonomy.dts import Declared, Dts, Need
from xbrlgen.validating.taxonomy.linkbase import Relation
from xbrlgen.validating.telling.placing import Placer
from xbrlgen.validating.telling.reporting import Reporter

GAAP = "http://fasb.org/us-gaap/2013-01-31"
CIK = ("http://www.sec.gov/CIK", "0000123401")
ENTITY = ("http://example.org", "E")
USD = UnitKey(("{http://www.xbrl.org/2003/iso4217}USD",))


def instant(day: str, *members: tuple[str, str], entity: tuple[str, str] = ENTITY) -> Aspects:
    return Aspects(entity, "", f"{day}T00:00:00", frozenset(Dimension(*one) for one in members))


def span(start: str, end: str, *members: tuple[str, str]) -> Aspects:
    return Aspects(
        ENTITY, f"{start}T00:00:00", f"{end}T00:00:00", frozenset(Dimension(*one) for one in members)
    )


def reporter(facts: list[tuple[str, Aspects, int]], dts: Dts | None = None, **changes: object) -> Reporter:
    aspects = list(dict.fromkeys(held for _, held, _ in facts))
    reported = tuple(
        Reported(
            index,
            name,
            aspects.index(held),
            0,
            Decimal(value),
            0,
            context=f"c{aspects.index(held)}",
            unit="u",
        )
        for index, (name, held, value) in enumerate(facts)
    )
    contexts = {f"c{number}": number for number in range(len(aspects))}
    instance = Instance(("x.xml",), reported, tuple(aspects), (USD,), (), contexts, {"u": 0}, {"urn:x": "x"})
    instance = evolve(instance, **changes)  # type: ignore[arg-type] # fields of an instance
    entry = Entry("x.xml", (Path("x.xml"),), Notation.PLAIN)
    return Reporter.of(Loaded(entry, instance, dts or Dts()), Placer())


def relation(
    arcrole: str, source: str, target: str, order: int = 1, role: str = "r", **more: str
) -> Relation:
    attributes = {"order": str(order), **more}
    return Relation(
        (arcrole, role, "l", "a"), source, target, tuple(sorted(attributes.items())), "optional", 0, 0, 0
    )


def roll(changes: list[tuple[str, str]]) -> Dts:
    rows = [("bal", PERIOD_START_LABEL), *changes, ("bal", PERIOD_END_LABEL)]
    return Dts(
        relations=tuple(
            relation(PARENT_CHILD, "top", name, order, preferredLabel=label)
            for order, (name, label) in enumerate(rows, 1)
        )
    )


def years(*rows: tuple[int, int, int, int]) -> list[tuple[str, Aspects, int]]:
    """For each year its opening balance, addition, deduction and closing balance."""
    facts = []
    for number, (opening, added, taken, closing) in enumerate(rows):
        first, last = f"{2010 + number}-01-01", f"{2011 + number}-01-01"
        facts += [("bal", instant(first), opening), ("add", span(first, last), added)]
        facts += [("take", span(first, last), taken), ("bal", instant(last), closing)]
    return list({(name, held): (name, held, value) for name, held, value in facts}.values())


NEGATED = "http://www.xbrl.org/2009/role/negatedLabel"


def test_a_roll_forward_that_fails_while_others_hold_is_told() -> None:
    facts = years((10, 5, 2, 13), (13, 4, 1, 16), (16, 4, 1, 29))
    (found,) = roll_forwards(reporter(facts, roll([("add", ""), ("take", NEGATED)])))
    assert "miss that by 10" in found.message
    assert found.code == "rollforward.mismatch"


def test_a_roll_forward_that_never_holds_is_no_evidence() -> None:
    facts = years((10, 5, 2, 99), (99, 4, 1, 16))
    assert list(roll_forwards(reporter(facts, roll([("add", ""), ("take", NEGATED)])))) == []


def test_a_restated_opening_explains_a_roll_forward() -> None:
    facts = years((10, 5, 2, 13), (13, 4, 1, 16), (16, 4, 1, 29))
    facts.append(("bal", instant("2012-01-01", ("Axis", "Adjustment")), 10))
    assert list(roll_forwards(reporter(facts, roll([("add", ""), ("take", NEGATED)])))) == []


def test_subtotals_inside_a_roll_forward_are_not_counted_twice() -> None:
    facts = years((10, 5, 2, 13), (13, 4, 1, 16), (16, 4, 1, 29))
    facts += [("net", held, 3) for name, held, _ in facts if name == "add"]
    tree = roll([("add", ""), ("take", NEGATED), ("net", "")])
    sums = (Network("r", "net", (Arc("add", Decimal(1)), Arc("take", Decimal(-1)))),)
    assert len(list(roll_forwards(reporter(facts, evolve(tree, networks=sums))))) == 1


def cash(*rows: tuple[str, str]) -> Dts:
    """A tree that ends with rows, then cash at the start and at the end."""
    ends = (("Cash", PERIOD_START_LABEL), ("Cash", PERIOD_END_LABEL))
    return Dts(
        relations=tuple(
            relation(PARENT_CHILD, "top", name, order, preferredLabel=label)
            for order, (name, label) in enumerate((*rows, *ends), 1)
        )
    )


def flows(change: str, *values: tuple[int, int, int]) -> list[tuple[str, Aspects, int]]:
    """For each year cash at its start, the change and cash at its end."""
    facts = []
    for number, (opening, moved, closing) in enumerate(values):
        first, last = f"{2010 + number}-01-01", f"{2011 + number}-01-01"
        facts += [("Cash", instant(first), opening), (change, span(first, last), moved)]
        facts += [("Cash", instant(last), closing)]
    return list({(name, held): (name, held, value) for name, held, value in facts}.values())


def test_the_net_change_above_cash_must_lead_from_its_start_to_its_end() -> None:
    tree = cash(("Spent", ""), ("CashPeriodIncreaseDecrease", ""))
    (found,) = roll_forwards(reporter(flows("CashPeriodIncreaseDecrease", (10, 5, 20)), tree))
    assert "goes from 10 to 20, but the change misses that by 5" in found.message
    assert list(roll_forwards(reporter(flows("CashPeriodIncreaseDecrease", (10, 5, 15)), tree))) == []


def test_a_net_change_of_something_like_cash_is_told_only_where_it_holds_elsewhere() -> None:
    name = "CashAndRestrictedPeriodIncreaseDecrease"
    wrong = flows(name, (10, 5, 20))
    assert list(roll_forwards(reporter(wrong, cash((name, ""))))) == []
    both = flows(name, (10, 5, 15), (15, 1, 20))
    assert len(list(roll_forwards(reporter(both, cash((name, "")))))) == 1


def test_exchange_rates_between_the_net_change_and_cash_count() -> None:
    name, rates = "CashPeriodIncreaseDecreaseExcluding", "EffectOfExchangeRateOnCash"
    facts = [*flows(name, (10, 5, 17), (17, 1, 30)), (rates, span("2010-01-01", "2011-01-01"), 2)]
    facts.append((rates, span("2011-01-01", "2012-01-01"), 4))
    (found,) = roll_forwards(reporter(facts, cash((name, ""), (rates, ""))))
    assert "the 2 changes miss that by 8" in found.message


def test_what_is_no_net_change_above_cash_is_none() -> None:
    facts = flows("Spent", (10, 5, 15), (15, 1, 20))
    assert list(roll_forwards(reporter(facts, cash(("Spent", ""))))) == []


def broken_down(values: list[tuple[int, int, int]]) -> Iterator[tuple[str, Aspects, int]]:
    for number, (total, one, other) in enumerate(values):
        yield f"c{number}", span("2010-01-01", "2011-01-01"), total
        yield f"c{number}", span("2010-01-01", "2011-01-01", ("ax", "m1")), one
        yield f"c{number}", span("2010-01-01", "2011-01-01", ("ax", "m2")), other


TREE = Dts(
    relations=(
        relation(DIMENSION_DOMAIN, "ax", "dom"),
        relation(DOMAIN_MEMBER, "dom", "m1", 1),
        relation(DOMAIN_MEMBER, "dom", "m2", 2),
    )
)


def test_members_that_add_up_elsewhere_must_add_up() -> None:
    right = [(10, 4, 6), (20, 5, 15), (7, 3, 4)]
    (found,) = member_sums(reporter(list(broken_down([*right, (30, 11, 29)])), TREE))
    assert "a difference of -10" in found.message
    assert list(member_sums(reporter(list(broken_down(right)), TREE))) == []


def test_what_no_segment_bears_stands_beside_the_segments() -> None:
    facts = list(broken_down([(10, 4, 6), (20, 5, 15), (7, 3, 4), (30, 11, 29)]))
    whole = ("c3", span("2010-01-01", "2011-01-01", ("{srt}ConsolidationItemsAxis", "m3")), -10)
    assert list(member_sums(reporter([*facts, whole], TREE))) == []


def test_a_wider_whole_with_more_members_holds_for_all_of_them() -> None:
    facts = list(broken_down([(10, 4, 6), (20, 5, 15), (7, 3, 4), (30, 11, 29)]))
    more = ("c3", span("2010-01-01", "2011-01-01", ("ax", "m3")), -10)
    assert list(member_sums(reporter([*facts, more], TREE))) == []


@pytest.mark.parametrize("unit", [UnitKey((PURE,)), UnitKey(USD.numerators, (SHARES,))])
def test_rates_and_amounts_a_share_do_not_add_up(unit: UnitKey) -> None:
    facts = list(broken_down([(10, 4, 6), (20, 5, 15), (7, 3, 4), (30, 11, 29)]))
    assert list(member_sums(reporter(facts, TREE, units=(unit,)))) == []


def test_members_that_rarely_add_up_are_no_parts_of_a_whole() -> None:
    assert list(member_sums(reporter(list(broken_down([(10, 4, 6), (20, 9, 15), (7, 9, 4)])), TREE))) == []


@pytest.mark.parametrize(
    ("name", "members", "told"),
    [("Assets", (), True), ("NetIncomeLoss", (), False), ("Assets", (("ax", "Elimination"),), False)],
)
def test_what_can_not_be_negative(name: str, members: tuple[tuple[str, str], ...], told: bool) -> None:
    held = reporter([(f"{{{GAAP}}}{name}", instant("2013-12-31", *members), -5)])
    assert [finding.code for finding in impossible_negatives(held)] == ["fact.negative"] * told


def declared(name: str, **more: object) -> Declared:
    plain = Declared(
        name, "{http://www.xbrl.org/2003/instance}monetaryItemType", period_type="duration", file=0
    )
    return evolve(plain, **more)  # type: ignore[arg-type] # fields of a declaration


@pytest.mark.parametrize(("name", "told"), [("Revenues", True), ("RevenuesCustom", True), ("Frobs", False)])
def test_extensions_that_say_what_a_standard_concept_says(name: str, told: bool) -> None:
    concept = declared(f"{{urn:x}}{name}")
    dts = Dts(("x.xsd",), {concept.name: concept}, needs=(Need("http://xbrl.fasb.org/g.xsd", GAAP),))
    found = list(twins_of_standard(reporter([], dts)))
    assert [finding.code for finding in found] == ["extension.duplicates-standard"] * told


def to_the_sec(**changes: object) -> Reporter:
    """A report to the SEC that keeps all rules, with changes to its instance."""
    dei = "{http://xbrl.sec.gov/dei/2013-01-31}"
    here = instant("2013-12-31", entity=CIK)
    held = reporter([("x", here, 1)])
    facts = [
        evolve(held.loaded.instance.facts[0], concept=f"{dei}{name}", text=CIK[1], index=index)
        for index, name in enumerate(
            ("DocumentType", "EntityRegistrantName", "EntityCentralIndexKey", "DocumentPeriodEndDate")
        )
    ]
    instance = evolve(held.loaded.instance, **{"facts": tuple(facts), **changes})  # type: ignore[arg-type] # fields of an instance
    return evolve(held, loaded=evolve(held.loaded, instance=instance))


def codes(found: Iterator[Finding]) -> list[str]:
    return [finding.code for finding in found]


def test_a_report_that_keeps_the_rules_has_no_finding() -> None:
    assert codes(filer_findings(to_the_sec())) == []


def test_a_report_to_nobody_at_the_sec_is_left_alone() -> None:
    assert codes(filer_findings(reporter([("x", instant("2013-12-31"), 1)]))) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"contexts": {"c0": 0, "d0": 0}}, "filer.contexts"),
        ({"contexts": {"c0": 0, "c1": 0}}, "filer.unused"),
        ({"units_by_id": {"u": 0, "v": 0}}, "filer.units"),
        ({"facts": ()}, "filer.cover"),
        ({"aspects": (evolve(instant("2013-12-31", entity=CIK), rest="<x>"),)}, "filer.contexts"),
        ({"aspects": (instant("2013-12-31", entity=(CIK[0], "1")),)}, "filer.contexts"),
        ({"aspects": (instant("2013-12-31", entity=CIK), instant("2013-12-31"))}, "filer.contexts"),
    ],
)
def test_broken_rules_on_contexts_units_and_cover_are_told(changes: dict[str, object], code: str) -> None:
    assert code in codes(filer_findings(to_the_sec(**changes)))


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (("http://www.sec.gov/cik", CIK[1]), "by 2 schemes: http://www.sec.gov/CIK, http://www.sec.gov/cik"),
        ((CIK[0], "0000123409"), "2 entities"),
    ],
)
def test_entities_are_told_by_what_differs(other: tuple[str, str], words: str) -> None:
    aspects = (instant("2013-12-31", entity=CIK), instant("2012-12-31", entity=other))
    told = [
        one.message for one in filer_findings(to_the_sec(aspects=aspects)) if "Contexts name" in one.message
    ]
    assert [words in message for message in told] == [True]


@pytest.mark.parametrize("number", ["0000000000", "0000000001", "9999999999"])
def test_a_number_that_no_filer_has_is_told(number: str) -> None:
    here = instant("2013-12-31", entity=(CIK[0], number))
    told = [one.message for one in filer_findings(to_the_sec(aspects=(here,)))]
    assert f"No filer has the CIK in the contexts: {number}" in told


def test_broken_rules_on_names_labels_and_roles_are_told() -> None:
    concept = declared("{urn:x}Thing", substitution_group="{http://www.xbrl.org/2003/instance}tuple")
    long = evolve(relation(CONCEPT_LABEL, "{urn:x}Thing", "", labelRole=STANDARD_LABEL), text="x" * 600)
    tree = relation(PARENT_CHILD, "a", "b", role="urn:role")
    dts = Dts(
        ("x.xsd",), {concept.name: concept}, relations=(long, tree), roles={"urn:role": "Balance Sheet"}
    )
    held = to_the_sec()
    said = [one.message for one in filer_findings(evolve(held, loaded=evolve(held.loaded, dts=dts)))]
    for words in (
        "no address with a date",
        "definition of another form",
        "511 characters",
        "tuples",
        "no presentation",
    ):
        assert any(words in message for message in said), words


def test_a_page_with_things_that_run_is_told() -> None:
    page = etree.fromstring(
        '<html xmlns="http://www.w3.org/1999/xhtml"><body onload="x()"><script>1</script>'
        '<a href="javascript:x()">x</a><img src="http://example.org/x.png"/><img src="x.png"/></body></html>'
    )
    held = to_the_sec()
    entry = evolve(held.loaded.entry, notation=Notation.INLINE, roots=(page,))
    said = [one.about[0] for one in filer_findings(evolve(held, loaded=evolve(held.loaded, entry=entry)))]
    assert said == [
        "a picture that is no JPEG, GIF or PNG beside the page",
        "an address that runs a script",
        "the attribute onload",
        "the element script",
    ]


def told_of(body: str, notation: Notation) -> list[str]:
    """What is said of blocks of text in a report to the SEC."""
    root = etree.fromstring(
        '<r xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:x="urn:x" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{body}</r>'
    )
    held = to_the_sec()
    entry = evolve(held.loaded.entry, notation=notation, roots=(root,))
    found = filer_findings(evolve(held, loaded=evolve(held.loaded, entry=entry)))
    return [one.about[0] for one in found if one.code == "filer.page"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("&lt;p&gt;Notes&amp;nbsp;to &amp;amp; fro&lt;/p&gt;", []),
        ("Plain words", []),
        ("&lt;p&gt;Notes", ["are not well-formed"]),
        ("AT&amp;T", ["are not well-formed"]),
        ("&lt;DIV&gt;&lt;SCRIPT&gt;x&lt;/SCRIPT&gt;&lt;/DIV&gt;", ["hold the element script"]),
    ],
)
def test_blocks_of_text_are_closed_markup_without_anything_that_runs(text: str, said: list[str]) -> None:
    block = f'<x:NotesTextBlock contextRef="c">{text}</x:NotesTextBlock>'
    assert told_of(block, Notation.PLAIN) == said


def test_a_block_of_text_that_is_nil_or_no_block_is_left_alone() -> None:
    body = '<x:NotesTextBlock contextRef="c" xsi:nil="true"/><x:Notes contextRef="c">&lt;p</x:Notes>'
    assert told_of(body, Notation.PLAIN) == []


@pytest.mark.parametrize(("escape", "told"), [('escape="true"', False), ("", True), ('escape="0"', True)])
def test_a_block_of_text_on_a_page_says_that_it_holds_markup(escape: str, told: bool) -> None:
    block = f'<ix:nonNumeric name="x:NotesTextBlock" {escape}><p>a</p></ix:nonNumeric>'
    assert bool(told_of(block, Notation.INLINE)) is told


def test_digits_beyond_the_decimals_are_told() -> None:
    held = to_the_sec()
    cut = evolve(held.loaded.instance.facts[0], value=Decimal("1234"), decimals=-2)
    instance = evolve(held.loaded.instance, facts=(*held.loaded.instance.facts[1:], cut))
    said = [
        one.message for one in filer_findings(evolve(held, loaded=evolve(held.loaded, instance=instance)))
    ]
    assert any("digits that their decimals call uncertain" in message for message in said)


def told_of_schema(dts: Dts, **changes: object) -> list[str]:
    held = to_the_sec(**changes)
    return [one.message for one in filer_findings(evolve(held, loaded=evolve(held.loaded, dts=dts)))]


@pytest.mark.parametrize(
    ("name", "more", "odd"),
    [
        ("ShipsAxis", {"substitution_group": "{urn:d}dimensionItem", "abstract": True}, False),
        ("ShipsAxis", {"substitution_group": "{urn:d}item", "abstract": True}, True),
        ("ShipsAxis", {"substitution_group": "{urn:d}dimensionItem"}, True),
        ("Ships", {"substitution_group": "{urn:d}hypercubeItem", "abstract": True}, True),
        ("FerryMember", {"substitution_group": "{urn:d}item", "type": "{urn:t}domainItemType"}, False),
        ("FerryMember", {"substitution_group": "{urn:d}item", "type": "{urn:t}stringItemType"}, True),
        ("Ferry", {"substitution_group": "{urn:d}item", "type": "{urn:t}domainItemType"}, True),
        ("ShipsLineItems", {"substitution_group": "{urn:d}item"}, True),
    ],
)
def test_elements_are_what_their_names_say(name: str, more: dict[str, str], odd: bool) -> None:
    concept = Declared(f"{{http://a.example/20131231}}{name}", file=0, **more)  # type: ignore[arg-type] # fields by name
    said = told_of_schema(Dts(("x.xsd",), {concept.name: concept}))
    assert any("not what their names say" in message for message in said) is odd


def test_prefixes_and_roles_of_others_are_told() -> None:
    concept = Declared("{http://a.example/20131231}Ship", file=0)
    roles = {"http://a.example/role/one": "x", "http://b.example/role": "x", "http://www.xbrl.org/r": "x"}
    said = told_of_schema(
        Dts(("x.xsd",), {concept.name: concept}, roles=roles), prefixes={"http://a.example/20131231": "a_b"}
    )
    assert any("underscore: a_b" in message for message in said)
    assert any("1 roles are not under the address" in message for message in said)


@pytest.mark.parametrize(("start", "odd"), [("2013-12-31", True), ("2014-01-01", False)])
def test_periods_that_share_a_day_are_told(start: str, odd: bool) -> None:
    spans = (span("2013-01-01", "2014-01-01"), span(start, "2014-12-31"))
    said = told_of_schema(Dts(), aspects=tuple(evolve(one, entity=CIK) for one in spans))
    assert any("on the day another one ends" in message for message in said) is odd
