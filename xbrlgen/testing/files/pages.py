"""Inline pages: the same facts as an instance tells, printed in a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from xbrlgen.model import EXPLANATORY, Fact, Report
from xbrlgen.model.itemtypes import RANGES
from xbrlgen.testing.files.instances import Layout, Writing

_SPACES: Final = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'


def page(report: Report, layout: Layout) -> str:
    """The report as an inline XBRL page."""
    writing = Writing.of(report, layout)
    rows = writing.turned([_row(writing, fact) for fact in report.facts])
    hidden = (
        f"<ix:header><ix:references>{writing.schemas()}</ix:references>"
        f"<ix:resources>{writing.arcroles()}{_relationships(report)}{writing.lines(writing.resources())}"
        "</ix:resources></ix:header>"
    )
    table = f"<table>{writing.lines(rows)}</table>" if rows else ""
    return (
        f"<html {_SPACES} {writing.spaces()}><head><title>Filing</title></head>"
        f'<body><div style="display:none">{hidden}</div>{table}{_notes(report)}</body></html>'
    )


def _row(writing: Writing, fact: Fact) -> str:
    return f"<tr><td>{escape(fact.concept.name.local)}</td><td>{_fact(writing, fact)}</td></tr>"


def _fact(writing: Writing, fact: Fact) -> str:
    about = f'name="{writing.name(fact.concept.name)}" {writing.about(fact)}'
    kind = "nonFraction" if fact.is_numeric else "nonNumeric"
    if fact.value is None:
        return f'<ix:{kind} {about} xsi:nil="true"/>'
    if not isinstance(fact.value, Decimal):
        return f"<ix:{kind} {about}>{escape(writing.value(fact))}</ix:{kind}>"
    sign = ' sign="-"' if fact.value < 0 else ""
    scale = _scale(fact, fact.value)
    shown = str(abs(int(fact.value)) // 10**scale) if scale else writing.value(fact).lstrip("-")
    return f'<ix:{kind} {about}{sign} scale="{scale}">{shown}</ix:{kind}>'


def _scale(fact: Fact, value: Decimal) -> int:
    """The power of ten of a number's accuracy, where the number is whole in it."""
    whole, parts = value.as_integer_ratio()  # exact, however many digits
    scale = max(-(fact.decimals or 0), 0)
    return scale if fact.concept.base not in RANGES and parts == 1 and not whole % 10**scale else 0


def _relationships(report: Report) -> str:
    return "".join(
        f'<ix:relationship fromRefs="{link.source}" toRefs="{link.target}" arcrole="{link.type}" '
        f'linkRole="{link.group}"/>'
        for link in report.links
        if link.type == EXPLANATORY or any(note.id == link.target for note in report.footnotes)
    )


def _notes(report: Report) -> str:
    return "".join(
        f'<ix:footnote id="{note.id}" xml:lang="{note.language}">{note.content}</ix:footnote>'
        for note in report.footnotes
    )
