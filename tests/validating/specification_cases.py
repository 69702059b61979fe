"""Cases of XBRL 2.1, each under the section that decides it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.validating.specification import (
    LINK_ROLE,
    Case,
    a_tuple,
    calculation,
    context,
    definition,
    fact,
    instance,
    item,
    items,
    linkbase,
    schema,
    unit,
)

SUM = ("A B 1", "A C 1")


def sums(*facts: str, arcs: tuple[str, ...] = SUM, valid: bool, by_default: bool | None = None) -> Case:
    """Facts of ``A = B + C``, or of other arcs."""
    return _of_facts("".join(map(fact, facts)), arcs=arcs, valid=valid, by_default=by_default)


def _of_facts(
    body: str,
    *,
    valid: bool,
    by_default: bool | None = None,
    arcs: tuple[str, ...] = SUM,
    more: str = "",
    resources: str = "",
) -> Case:
    files = {
        "t.xsd": schema(items("A B C D") + more, "t-cal.xml"),
        "t-cal.xml": linkbase(calculation(*arcs)),
        "t.xbrl": instance(body, resources=resources),
    }
    return Case(files, "t.xbrl", valid, valid if by_default is None else by_default)


SUMS: Mapping[str, Case] = {
    "5.2.5.2 the sum is right": sums("A 30 0", "B 10 0", "C 20 0", valid=True),
    "5.2.5.2 the sum is wrong": sums("A 30 0", "B 10 0", "C 21 0", valid=False, by_default=True),
    "5.2.5.2 the sum is far off": sums("A 30 0", "B 10 0", "C 41 0", valid=False),
    "5.2.5.2 a contributor is not reported": sums("A 10 0", "B 10 0", valid=True),
    "5.2.5.2 a contributor is missed": sums("A 30 0", "B 10 0", valid=False),
    "5.2.5.2 binds with one contributor at least": sums("A 30 0", valid=True),
    "5.2.5.2 nil contributors don't count": sums("A 30 0", "B nil", "C nil", valid=True),
    "5.2.5.2 the contributor that isn't nil counts": sums("A 30 0", "B nil", "C 30 0", valid=True),
    "5.2.5.2 and may be wrong": sums("A 30 0", "B nil", "C 20 0", valid=False),
    "5.2.5.2 a nil total binds nothing": sums("A nil", "B 1 0", "C 2 0", valid=True),
    "5.2.5.2 a total reported twice binds nothing": sums(
        "A 39 0", "A 39 0", "B 10 0", "C 20 0", valid=True, by_default=False
    ),
    "5.2.5.2 nor does one that is nil once": sums(
        "A nil", "A 39 0", "B 10 0", "C 20 0", valid=True, by_default=False
    ),
    "5.2.5.2 nor a contributor reported twice": sums(
        "A 39 0", "B 10 0", "B 10 0", "C 20 0", valid=True, by_default=False
    ),
    "5.2.5.2 weights": sums("A 13 0", "B 20 0", "C 7 0", arcs=("A B 1", "A C -1"), valid=True),
    "5.2.5.2 weights, wrong": sums("A 27 0", "B 20 0", "C 7 0", arcs=("A B 1", "A C -1"), valid=False),
    "5.2.5.2 a weight is applied after rounding": sums(
        "A 1.01 2", "B 1.04 0", arcs=("A B 1.01",), valid=True, by_default=False
    ),
    "5.2.5.2 a weight that is no binary fraction": sums(
        "A 472501.35 2", "B 1050003 0", arcs=("A B 0.45",), valid=True
    ),
    "5.2.5.2 nothing is inferred for a missing total": sums(
        "A 5 0", "C 2 0", "D 3 0", arcs=("A B 1", "B C 1", "B D 1"), valid=True
    ),
    "5.2.5.2 the computed total is rounded to that of the total": sums(
        "A 100.00 p5", "B 99.996 3", valid=True
    ),
    "5.2.5.2 zero to one decimal": sums("A 0 1", "B 1.234 2", "C -1.223 2", valid=True, by_default=False),
    "4.6.7.2 half is rounded to even: down": sums(
        "A 2.8 1", "B 2.85 1", "C 0 1", valid=True, by_default=False
    ),
    "4.6.7.2 half is rounded to even: not up": sums(
        "A 2.9 1", "B 2.85 1", "C 0 1", valid=False, by_default=False
    ),
    "4.6.7.2 half is rounded to even: negative": sums(
        "A -75 0", "B -26.5 0", "C -49 0", valid=True, by_default=False
    ),
    "4.6.6 a total of precision 0": sums("A 30 p0", "B 10 0", "C 20 0", valid=False, by_default=True),
    "4.6.6 a contributor of precision 0": sums("A 30 0", "B 10 p0", "C 20 0", valid=False, by_default=True),
    "4.6.6 decimals are inferred from precision": sums("A 1230 p3", "B 1000 p4", "C 234 p3", valid=True),
    "4.6.6 decimals are inferred from precision, wrong": sums(
        "A 1230 p3", "B 1000 p4", "C 244 p3", valid=False
    ),
    "4.6.6 precision beyond the digits shown": sums("A 30 p15", "B 10 p15", "C 20 p15", valid=True),
    "4.6.6 zero to zero decimals is a number": sums("A 10 0", "B 10 0", "C 0 0", valid=True),
    "4.6.3 exact numbers": sums("A 0.3", "B 0.1", "C 0.2", valid=True),
    "4.6.3 exact numbers, wrong": sums("A 0.31", "B 0.1", "C 0.2", valid=False),
}

NEWER: Mapping[str, Case] = {
    "Calculations 1.1, each rounded on its own": sums(
        "A 58000000 -6", "B 12000000 -6", "C 45000000 -6", valid=False, by_default=True
    ),
    "Calculations 1.1, more than rounding allows": sums(
        "A 60000000 -6", "B 12000000 -6", "C 45000000 -6", valid=False
    ),
    "Calculations 1.1, a finer copy says more": sums(
        "A 58000 -3", "A 57582 0", "B 12141 0", "C 45441 0", valid=True
    ),
    "Calculations 1.1, a finer copy that is wrong": sums(
        "A 58000 -3", "A 57592 0", "B 12141 0", "C 45441 0", valid=True, by_default=False
    ),
    "Calculations 1.1, copies that can't both be": sums(
        "A 58000 -3", "A 56000 -3", "B 12141 0", "C 45441 0", valid=True, by_default=False
    ),
    "Calculations 1.1, digits beyond the decimals": sums(
        "A 57582 -3", "B 12141 0", "C 45441 0", valid=True, by_default=False
    ),
    "Calculations 1.1, a negative weight": sums(
        "A 33000000 -6", "B 45000000 -6", "C 12000000 -6", arcs=("A B 1", "A C -1"), valid=True
    ),
}

_GROUP = a_tuple("group", "A B C group")


def _nested(body: str, *, valid: bool, by_default: bool = True) -> Case:
    """Sums in tuples; Calculations 1.1 leaves facts in tuples alone (section 3)."""
    wrapped = body.replace("<g>", "<t:group>").replace("</g>", "</t:group>")
    return _of_facts(wrapped, valid=valid, by_default=by_default, more=_GROUP)


A, B, C = fact("A 39 0"), fact("B 10 0"), fact("C 20 0")
TUPLES: Mapping[str, Case] = {
    "5.2.5.2 all in one tuple": _nested(f"<g>{A}{B}{C}</g>", valid=False),
    "5.2.5.2 in two tuples": _nested(f"<g>{A}</g><g>{B}{C}</g>", valid=True),
    "5.2.5.2 contributors below": _nested(f"{A}<g>{B}</g><g>{C}</g>", valid=False),
    "5.2.5.2 contributors beside and below": _nested(f"{A}{C}<g>{B}</g>", valid=False, by_default=False),
    "5.2.5.2 the total below": _nested(f"<g>{A}</g>{B}{C}", valid=True),
    "5.2.5.2 many levels": _nested(f"<g>{fact('A 30 0')}<g>{B}<g>{C}</g></g></g>", valid=True),
    "5.2.5.2 duplicates deep within": _nested(f"<g>{A}<g><g>{B}{B}{C}</g></g></g>", valid=True),
    "5.2.5.2 in sibling tuples they are none": _nested(
        f"{fact('A 40 0')}<g>{B}</g><g>{B}</g>{C}", valid=True, by_default=False
    ),
    "4.9 something in a tuple that may not be there": _of_facts(
        f"<t:group>{A}{fact('D 1 0')}</t:group>", valid=False, more=_GROUP + items("D")
    ),
    "4.9 a nil tuple": _nested('<t:group xsi:nil="true"/>', valid=True),
}

_SEGMENTS = (
    '<xs:element name="n" type="xs:decimal"/><xs:element name="d" type="xs:double"/>'
    '<xs:element name="f" type="xs:boolean"/><xs:element name="s" type="xs:string"/>'
    '<xs:element name="i" type="xs:integer" default="7"/>'
    '<xs:element name="h"><xs:complexType><xs:sequence minOccurs="0" maxOccurs="unbounded">'
    '<xs:element ref="t:s"/></xs:sequence><xs:attribute name="k" type="xs:decimal" default="4"/>'
    '<xs:attribute name="l" type="xs:string"/></xs:complexType></xs:element>'
)


def _segments(one: str, other: str, *, same: bool, where: str = "scenario") -> Case:
    """A sum whose total has one segment or scenario and whose contributors have another."""
    contexts = context("c", **{where: one}) + context("e", **{where: other})
    body = fact("A 39 0") + fact("B 10 0", "e") + fact("C 20 0", "e")
    return _of_facts(body, valid=not same, more=_SEGMENTS, resources=contexts + unit())


def _equal(one: str, other: str, *, same: bool, where: str = "scenario") -> Mapping[str, Case]:
    return {f"4.10 in a {where} {one} {other}": _segments(one, other, same=same, where=where)}


SAME: Mapping[str, Case] = {
    **_equal("<t:n>1.50</t:n>", "<t:n>+01.5</t:n>", same=True, where="segment"),
    **_equal("<t:d>INF</t:d>", "<t:d>-INF</t:d>", same=False),
    **_equal("<t:d>1e1</t:d>", "<t:d>10</t:d>", same=True),
    **_equal("<t:d>NaN</t:d>", "<t:d>NaN</t:d>", same=False),
    **_equal("<t:f>1</t:f>", "<t:f>true</t:f>", same=True, where="segment"),
    **_equal("<t:s>1.0</t:s>", "<t:s>1</t:s>", same=False),
    **_equal("<t:s> a </t:s>", "<t:s>a</t:s>", same=False),
    **_equal("<t:n> 1 </t:n>", "<t:n>1</t:n>", same=True),
    **_equal("<t:i/>", "<t:i>7</t:i>", same=True),
    **_equal("<t:h/>", '<t:h k="4.0"/>', same=True),
    **_equal("<t:h/>", '<t:h k="5"/>', same=False),
    **_equal('<t:h k="1" l="x"/>', '<t:h l="x" k="1"/>', same=True),
    **_equal("<t:h><t:s>a</t:s><t:s>b</t:s></t:h>", "<t:h><t:s>b</t:s><t:s>a</t:s></t:h>", same=False),
    **_equal("<t:s>a</t:s>", "<t:n>1</t:n>", same=False),
}


def _elsewhere(resources: str, contexts: tuple[str, str] = ("c", "e"), units: str = "u") -> Case:
    body = fact("A 39 0") + fact("B 10 0", contexts[1], units) + fact("C 20 0", contexts[1], units)
    return _of_facts(body, valid=True, resources=resources)


_DAY = "<xbrli:instant>{}</xbrli:instant>"
OTHERS: Mapping[str, Case] = {
    "5.2.5.2 another entity": _elsewhere(context() + context("e", entity="F") + unit()),
    "5.2.5.2 another period": _elsewhere(context() + context("e", period=_DAY.format("2019-12-31")) + unit()),
    "5.2.5.2 another unit": _elsewhere(context() + unit() + unit("w", "xbrli:shares"), ("c", "c"), "w"),
    "4.7.2 the end of a day is the midnight after it": _of_facts(
        fact("A 39 0") + fact("B 10 0", "e") + fact("C 20 0", "e"),
        valid=False,
        resources=context() + context("e", period=_DAY.format("2021-01-01T00:00:00")) + unit(),
    ),
    "4.10 equal contexts of two names": _of_facts(
        fact("A 39 0") + fact("B 10 0", "e") + fact("C 20 0", "e"),
        valid=False,
        resources=context() + context("e") + unit(),
    ),
    "4.10 equal units of two names": _of_facts(
        fact("A 39 0") + fact("B 10 0", unit="w") + fact("C 20 0", unit="w"),
        valid=False,
        resources=context() + unit() + unit("w"),
    ),
}

_FIXED = (
    '<xs:complexType name="byDefault"><xs:simpleContent><xs:restriction base="xbrli:decimalItemType">'
    '<xs:attribute name="{}" type="xbrli:{}Type" {}/></xs:restriction></xs:simpleContent></xs:complexType>'
)


def _typed(kind: str, facts: str, *, valid: bool, by_default: bool | None = None, more: str = "") -> Case:
    """A sum whose items have a type, or a value, of their own."""
    declared = "".join(item(name, "t:byDefault" if kind else "xbrli:decimalItemType") for name in "AC")
    files = {
        "t.xsd": schema(kind + declared + item("B", "t:byDefault" if kind else "xbrli:decimalItemType",
                        more=more), "t-cal.xml"),
        "t-cal.xml": linkbase(calculation(*SUM)),
        "t.xbrl": instance(facts),
    }  # fmt: skip
    return Case(files, "t.xbrl", valid, valid if by_default is None else by_default)


def _bare(written: str) -> str:
    name, value = written.split()
    return f'<t:{name} contextRef="c" unitRef="u">{value}</t:{name}>'


DEFAULTS: Mapping[str, Case] = {
    "4.6 decimals by default": _typed(
        _FIXED.format("decimals", "decimals", 'default="-1"'),
        _bare("A 41") + _bare("B 10") + _bare("C 33"), valid=True, by_default=False,
    ),
    "4.6 decimals by default, wrong": _typed(
        _FIXED.format("decimals", "decimals", 'default="2"'),
        _bare("A 41") + _bare("B 10") + _bare("C 33"), valid=False,
    ),
    "4.6 decimals fixed": _typed(
        _FIXED.format("decimals", "decimals", 'fixed="2"'),
        _bare("A 43") + _bare("B 10") + _bare("C 33"), valid=True,
    ),
    "4.6 precision by default": _typed(
        _FIXED.format("precision", "precision", 'default="1"'),
        _bare("A 41") + _bare("B 10") + _bare("C 33"), valid=True, by_default=False,
    ),
    "5.1.1 a value by default": _typed(
        "", fact("A 27 0") + '<t:B contextRef="c" unitRef="u" decimals="0"/>' + fact("C 20 0"),
        valid=True, more='default="7"',
    ),
    "5.1.1 a value by default, wrong": _typed(
        "", fact("A 21 0") + '<t:B contextRef="c" unitRef="u" decimals="0"/>' + fact("C 20 0"),
        valid=False, more='default="7"',
    ),
    "5.1.1 no fact by default": _typed("", fact("A 27 0") + fact("C 20 0"), valid=False, more='default="7"'),
}  # fmt: skip

_ATTRIBUTES = (
    '<xs:attribute name="n" type="xs:decimal"/><xs:attribute name="d" type="xs:double"/>'
    '<xs:attribute name="f" type="xs:boolean"/><xs:attribute name="s" type="xs:string"/>'
    '<xs:attribute name="o" type="xs:string" default="x"/>'
)


def _prohibited(arc: str, by: str, *, valid: bool, first: str = "A C 1") -> Case:
    """A sum that is right if the arc to C is prohibited by another one."""
    files = {
        "t.xsd": schema(items("A B C") + _ATTRIBUTES, "t-1-cal.xml", "t-2-cal.xml"),
        "t-1-cal.xml": linkbase(calculation("A B 1", f"{first} order='5' {arc}")),
        "t-2-cal.xml": linkbase(calculation(f"A C {by} use='prohibited'")),
        "t.xbrl": instance(fact("A 10 0"), fact("B 10 0"), fact("C 20 0")),
    }
    return Case(files, "t.xbrl", valid, valid)


_AGAIN = "1 order='5' priority='2'"
ARCS: Mapping[str, Case] = {
    "3.5.3.9.7.5 a prohibited arc": _prohibited("", _AGAIN, valid=True),
    "3.5.3.9.7.5 of too low a priority": _prohibited("priority='3'", _AGAIN, valid=False),
    "3.5.3.9.7.5 of the same priority": _prohibited("priority='2'", _AGAIN, valid=True),
    "3.5.3.9.7.4 another weight": _prohibited("", "2 order='5' priority='2'", valid=False),
    "3.5.3.9.7.4 the weight written otherwise": _prohibited("", "1.0 order='5' priority='2'", valid=True),
    "3.5.3.9.7.4 another order": _prohibited("", "1 order='6' priority='2'", valid=False),
    "3.5.3.9.7.4 the order written otherwise": _prohibited("", "1 order='5.00' priority='2'", valid=True),
    "3.5.3.9.7.4 a title more": _prohibited("", f"{_AGAIN} xlink:title='x'", valid=True),
    "3.5.3.9.7.4 equal numbers": _prohibited("t:n='1.50'", f"{_AGAIN} t:n='1.5'", valid=True),
    "3.5.3.9.7.4 equal doubles": _prohibited("t:d='1e1'", f"{_AGAIN} t:d='10'", valid=True),
    "3.5.3.9.7.4 other doubles": _prohibited("t:d='1e1'", f"{_AGAIN} t:d='11'", valid=False),
    "3.5.3.9.7.4 equal truth": _prohibited("t:f='1'", f"{_AGAIN} t:f='true'", valid=True),
    "3.5.3.9.7.4 another text": _prohibited("t:s='a'", f"{_AGAIN} t:s='b'", valid=False),
    "3.5.3.9.7.4 an attribute more": _prohibited("", f"{_AGAIN} t:o='x'", valid=False),
}


def _defined(arcrole: str, body: str, *, valid: bool, resources: str = "", more: str = "") -> Case:
    files = {
        "t.xsd": schema(items("A B") + items("S R", "xbrli:stringItemType") + more, "t-def.xml"),
        "t-def.xml": linkbase(definition(arcrole, "A B", "S R")),
        "t.xbrl": instance(body, resources=resources),
    }
    return Case(files, "t.xbrl", valid, valid)


def _text(name: str, value: str) -> str:
    return f'<t:{name} contextRef="c">{value}</t:{name}>'


_GROUP_2 = a_tuple("group", "A B")
DEFINITIONS: Mapping[str, Case] = {
    "5.2.6.2.2 an alias of equal value": _defined(
        "essence-alias", fact("A 10 0") + fact("B 10 0"), valid=True
    ),
    "5.2.6.2.2 of another value": _defined("essence-alias", fact("A 10 0") + fact("B 11 0"), valid=False),
    "5.2.6.2.2 of another unit": _defined(
        "essence-alias", fact("A 10 0") + fact("B 10 0", unit="w"), valid=False,
        resources=context() + unit() + unit("w", "xbrli:shares"),
    ),
    "5.2.6.2.2 in another context": _defined(
        "essence-alias", fact("A 10 0") + fact("B 11 0", "e"), valid=True,
        resources=context() + context("e", entity="F") + unit(),
    ),
    "5.2.6.2.2 in another tuple": _defined(
        "essence-alias",
        f"<t:group>{fact('A 10 0')}</t:group><t:group>{fact('B 11 0')}</t:group>",
        valid=True, more=_GROUP_2,
    ),
    "5.2.6.2.2 in the same tuple": _defined(
        "essence-alias", f"<t:group>{fact('A 10 0')}{fact('B 11 0')}</t:group>", valid=False, more=_GROUP_2
    ),
    "5.2.6.2.2 texts": _defined("essence-alias", _text("S", "x") + _text("R", "x"), valid=True),
    "5.2.6.2.2 other texts": _defined("essence-alias", _text("S", "x") + _text("R", "y"), valid=False),
    "5.2.6.2.4 an item that is required": _defined(
        "requires-element", fact("A 10 0") + fact("B 11 0"), valid=True
    ),
    "5.2.6.2.4 and isn't there": _defined("requires-element", fact("A 10 0"), valid=False),
}  # fmt: skip


def _plain(body: str, *, valid: bool, resources: str = "", declared: str = "", head: str = "") -> Case:
    files = {
        "t.xsd": schema(declared or items("A B") + items("S", "xbrli:stringItemType")),
        "t.xbrl": instance(body, resources=resources, head=head),
    }
    return Case(files, "t.xbrl", valid, valid)


_MONEY = item("M", "xbrli:monetaryItemType")
_SHARES = item("H", "xbrli:sharesItemType")
_SPAN = "<xbrli:startDate>{}</xbrli:startDate><xbrli:endDate>{}</xbrli:endDate>"
INSTANCES: Mapping[str, Case] = {
    "4.6.3 decimals and precision": _plain(
        '<t:A contextRef="c" unitRef="u" decimals="0" precision="2">1</t:A>', valid=False
    ),
    "4.6.3 neither": _plain('<t:A contextRef="c" unitRef="u">1</t:A>', valid=False),
    "4.6.3 decimals of nil": _plain(
        '<t:A contextRef="c" unitRef="u" decimals="0" xsi:nil="true"/>', valid=False
    ),
    "4.6.2 no unit": _plain('<t:A contextRef="c" decimals="0">1</t:A>', valid=False),
    "4.6.2 a unit of text": _plain('<t:S contextRef="c" unitRef="u">x</t:S>', valid=False),
    "4.6.1 no context of that name": _plain(fact("A 1 0", "zz"), valid=False),
    "4.6.1 a unit instead of a context": _plain(fact("A 1 0", "u"), valid=False),
    "4.6.1 a value of another type": _plain(fact("A x 0"), valid=False),
    "4.6 exponents of a double": _plain(
        fact("D -1234.50E-2 2"), valid=True, declared=item("D", "xbrli:doubleItemType")
    ),
    "4.6 numbers without leading digits": _plain(fact("A .50 2") + fact("B +0001. 0"), valid=True),
    "4.7.2 an end before the start": _plain(
        fact("A 1 0"), valid=False, declared=item("A", period="duration"),
        resources=context(period=_SPAN.format("2020-02-01", "2020-01-01")) + unit(),
    ),
    "4.7.2 forever": _plain(
        fact("A 1 0"), valid=True, declared=item("A", period="duration"),
        resources=context(period="<xbrli:forever/>") + unit(),
    ),
    "5.1.1.1 a duration for an instant": _plain(
        fact("A 1 0"), valid=False,
        resources=context(period=_SPAN.format("2020-01-01", "2020-02-01")) + unit(),
    ),
    "4.7.3.2 an item in a segment": _plain(
        fact("A 1 0"), valid=False, resources=context(segment=fact("B 1 0")) + unit()
    ),
    "4.7.3.2 something of XBRL in a segment": _plain(
        fact("A 1 0"), valid=False, resources=context(segment="<xbrli:forever/>") + unit()
    ),
    "4.8.2 money in a currency": _plain(
        fact("M 1 0"), valid=True, declared=_MONEY, resources=context() + unit(measure="iso4217:EUR")
    ),
    "4.8.2 money in no currency": _plain(fact("M 1 0"), valid=False, declared=_MONEY),
    "4.8.2 money in no known currency": _plain(
        fact("M 1 0"), valid=False, declared=_MONEY, resources=context() + unit(measure="iso4217:QQQQ")
    ),
    "4.8.2 shares": _plain(
        fact("H 1 0"), valid=True, declared=_SHARES, resources=context() + unit(measure="xbrli:shares")
    ),
    "4.8.2 shares in something else": _plain(fact("H 1 0"), valid=False, declared=_SHARES),
    "4.8.2 a measure of no namespace": _plain(
        fact("A 1 0"), valid=False, resources=context() + unit(measure="zz:thing")
    ),
    "4.8.3 a unit that cancels": _plain(
        fact("A 1 0"), valid=False,
        resources=context()
        + '<xbrli:unit id="u"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>xbrli:pure</xbrli:measure>'
        "</xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:pure</xbrli:measure>"
        "</xbrli:unitDenominator></xbrli:divide></xbrli:unit>",
    ),
    "4.2 a schema reference that isn't one": Case(
        {"t.xsd": linkbase(), "t.xbrl": instance(fact("A 1 0"))}, "t.xbrl", False, False
    ),
    "4.2 no schema at all": Case({"t.xbrl": instance(fact("A 1 0"))}, "t.xbrl", False, False),
    "5.1.1.3 a fraction": _plain(
        '<t:F contextRef="c" unitRef="u"><xbrli:numerator>1</xbrli:numerator>'
        "<xbrli:denominator>3</xbrli:denominator></t:F>",
        valid=True, declared=item("F", "xbrli:fractionItemType"),
    ),
    "4.4 facts that are in no schema": _plain('<t:Q contextRef="c">x</t:Q>', valid=False),
    "3.1 accents in names": Case(
        {
            "año.xsd": schema(items("Año Otro"), "año-cal.xml"),
            "año-cal.xml": linkbase(calculation("Año Otro 1", schema_file="a%C3%B1o.xsd")),
            "t.xbrl": instance(fact("Año 9 0"), fact("Otro 1 0"), schemas="a%C3%B1o.xsd"),
        }, "t.xbrl", False, False,
    ),
}  # fmt: skip

_NOTE = (
    f'<link:footnoteLink xlink:type="extended" xlink:role="{LINK_ROLE}">'
    '<link:loc xlink:type="locator" xlink:label="f" xlink:href="{}"/>'
    '<link:footnoteArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/fact-footnote" '
    'xlink:from="f" xlink:to="{}" order="1"/><link:footnote xlink:type="resource" xlink:label="n" '
    'xlink:role="http://www.xbrl.org/2003/role/footnote" {}>Note</link:footnote></link:footnoteLink>'
)
_NOTED = '<t:A id="fa" contextRef="c" unitRef="u" decimals="0">1</t:A>'
_EN = 'xml:lang="en"'
FOOTNOTES: Mapping[str, Case] = {
    "4.11.1 a footnote": _plain(_NOTED + _NOTE.format("#fa", "n", _EN), valid=True),
    "4.11.1 of the instance by its name": _plain(_NOTED + _NOTE.format("t.xbrl#fa", "n", _EN), valid=True),
    "4.11.1.1 to a context": _plain(_NOTED + _NOTE.format("#c", "n", _EN), valid=False),
    "4.11.1.2 to nothing": _plain(_NOTED + _NOTE.format("#fa", "zz", _EN), valid=False),
    "4.11.1.2.1 without a language": _plain(_NOTED + _NOTE.format("#fa", "n", ""), valid=False),
}


def _taxonomy(body: str, *linkbases: str, valid: bool, entry: str = "t.xsd", **files: str) -> Case:
    held = {"t.xsd": schema(body, *linkbases)} | {
        name.replace("_", "."): text for name, text in files.items()
    }
    return Case(held, entry, valid, valid)


_LABEL = (
    f'<link:labelLink xlink:type="extended" xlink:role="{LINK_ROLE}">'
    '<link:loc xlink:type="locator" xlink:label="a" xlink:href="{}"/>'
    '<link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" '
    'xlink:from="a" xlink:to="l"/><link:label xlink:type="resource" xlink:label="l" '
    'xlink:role="http://www.xbrl.org/2003/role/label" xml:lang="en">Words</link:label></link:labelLink>'
)


def _embedded(total: str, *, valid: bool) -> Case:
    """A sum whose linkbase stands in the schema."""
    inside = linkbase(calculation(*SUM, schema_file=""))
    files = {
        "t.xsd": schema(items("A B C"), appinfo=inside),
        "t.xbrl": instance(total, fact("B 10 0"), fact("C 20 0")),
    }
    return Case(files, "t.xbrl", valid, valid)


def _pointed(pointer: str, *, valid: bool) -> Case:
    """A wrong sum whose total is named by another pointer."""
    files = {
        "t.xsd": schema(items("A B C"), "t-cal.xml"),
        "t-cal.xml": linkbase(calculation(*SUM)).replace("#t_A", f"#{pointer}"),
        "t.xbrl": instance(fact("A 39 0"), fact("B 10 0"), fact("C 20 0")),
    }
    return Case(files, "t.xbrl", valid, valid)


TAXONOMIES: Mapping[str, Case] = {
    "5.1 a schema alone": _taxonomy(items("A B"), valid=True),
    "5.1.1.1 no period type": _taxonomy(
        '<xs:element name="A" type="xbrli:decimalItemType" substitutionGroup="xbrli:item"/>', valid=False
    ),
    "5.1.1.2 a balance of a number": _taxonomy(item("A", more='xbrli:balance="debit"'), valid=False),
    "5.1.1.2 a balance of money": _taxonomy(
        item("A", "xbrli:monetaryItemType", more='xbrli:balance="debit"'), valid=True
    ),
    "5.2.5.2 balances against the weight": _taxonomy(
        item("A", "xbrli:monetaryItemType", more='xbrli:balance="debit"')
        + item("B", "xbrli:monetaryItemType", more='xbrli:balance="credit"'),
        "c.xml", valid=False, c_xml=linkbase(calculation("A B 1")),
    ),
    "5.2.5.2 a weight of 0": _taxonomy(
        items("A B"), "c.xml", valid=False, c_xml=linkbase(calculation("A B 0"))
    ),
    "5.2.5.2 a sum of texts": _taxonomy(
        items("A") + items("B", "xbrli:stringItemType"), "c.xml",
        valid=False, c_xml=linkbase(calculation("A B 1")),
    ),
    "5.2.6.2.2 an alias of another type": _taxonomy(
        items("A") + items("B", "xbrli:stringItemType"), "d.xml",
        valid=False, d_xml=linkbase(definition("essence-alias", "A B")),
    ),
    "4.3.2 a linkbase that isn't there": _taxonomy(items("A"), "zz.xml", valid=False),
    "3.5.2 a linkbase alone": _taxonomy(
        items("A"), valid=True, entry="l.xml", l_xml=linkbase(_LABEL.format("t.xsd#t_A"))
    ),
    "3.5.3.5 a locator to nothing": _taxonomy(
        items("A"), valid=False, entry="l.xml", l_xml=linkbase(_LABEL.format("t.xsd#t_Z"))
    ),
    "3.5.4 a pointer by element": _taxonomy(
        items("A"), valid=True, entry="l.xml", l_xml=linkbase(_LABEL.format("t.xsd#element(/1/4)"))
    ),
    "3.5.4 a pointer by xpointer": _taxonomy(
        items("A"), valid=False, entry="l.xml", l_xml=linkbase(_LABEL.format("t.xsd#xpointer(/1/4)"))
    ),
    "5.2.6.2.1 a circle": _taxonomy(
        items("A B"), "d.xml", valid=False, d_xml=linkbase(definition("general-special", "A B", "B A"))
    ),
    "3.5.2.4 a role that isn't declared": _taxonomy(
        items("A"), valid=False, entry="l.xml",
        l_xml=linkbase(_LABEL.format("t.xsd#t_A").replace(LINK_ROLE, "http://example.org/role")),
    ),
    "5.1 an element that redefines": _taxonomy(
        '<xs:redefine schemaLocation="t2.xsd"/>', valid=False, t2_xsd=schema(items("B"))
    ),
    "4.9 a tuple with a period type": _taxonomy(
        items("A") + a_tuple("g", "A").replace("nillable", 'xbrli:periodType="instant" nillable', 1),
        valid=False,
    ),
    "3.5.2 a linkbase in the schema": _embedded(fact("A 30 0"), valid=True),
    "3.5.2 a linkbase in the schema, wrong": _embedded(fact("A 39 0"), valid=False),
    "3.5.4 pointers by element": _pointed("element(/1/77)element(/1/4)", valid=False),
    "3.5.4 pointers by identifier": _pointed("element(t_A)", valid=False),
    "4.1 an instance in a wrapper": Case(
        {"t.xsd": schema(items("A")), "t.xml": f"<w>{instance(fact('A 1 0'))}</w>"}, "t.xml", False, False
    ),
}  # fmt: skip

CASES: Mapping[str, Case] = {
    **SUMS, **NEWER, **TUPLES, **SAME, **OTHERS, **DEFAULTS, **ARCS, **DEFINITIONS, **INSTANCES, **FOOTNOTES,
    **TAXONOMIES,
}  # fmt: skip
