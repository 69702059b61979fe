"""Consistent releases, and damage done to them: to one figure, to a row or to a column."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from attrs import evolve, field, frozen
from hypothesis import strategies as st

from tests.properties.strategies_consistent import releases
from xbrlgen.figures import parse_figure
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Entry, Statement


def _digits(text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if letter.isdigit()]


def _grouped(text: str, digits: str) -> str:
    """The print with other digits, grouped anew."""
    _, _, rest = text.strip("()").partition(".")
    number, decimals = (
        (digits[: len(digits) - len(rest)], digits[len(digits) - len(rest) :]) if rest else (digits, "")
    )
    plain = f"{int(number or '0'):,}" + (f".{decimals}" if decimals else "")
    return f"({plain})" if text.startswith("(") else plain


def changed_digit(draw: st.DrawFn, text: str) -> str:
    place = draw(st.sampled_from(_digits(text)))
    return (
        text[:place]
        + draw(st.sampled_from([d for d in "0123456789" if d != text[place]]))
        + text[place + 1 :]
    )


def sign_flip(_: st.DrawFn, text: str) -> str:
    return text.strip("()") if text.startswith("(") else f"({text})"


def transposed(draw: st.DrawFn, text: str) -> str:
    digits = [letter for letter in text if letter.isdigit()]
    if len(digits) < 2:
        return sign_flip(draw, text)
    place = draw(st.integers(0, len(digits) - 2))
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return _grouped(text, "".join(digits))


def lost_digit(draw: st.DrawFn, text: str) -> str:
    digits = [letter for letter in text if letter.isdigit()]
    if len(digits) < 2:
        return changed_digit(draw, text)
    del digits[draw(st.integers(0, len(digits) - 1))]
    return _grouped(text, "".join(digits))


def scale_slip(_: st.DrawFn, text: str) -> str:
    return _grouped(text, "".join(letter for letter in text if letter.isdigit()) + "000")


KINDS: dict[str, Callable[[st.DrawFn, str], str]] = {
    "changed digit": changed_digit,
    "sign flip": sign_flip,
    "transposed": transposed,
    "lost digit": lost_digit,
    "scale slip": scale_slip,
}


@frozen
class Damaged:
    """A release with one figure damaged, and what it was."""

    sound: Document = field(repr=False)
    document: Document = field(repr=False)
    ref: Ref
    kind: str
    before: str
    after: str
    original: Decimal
    now: Decimal


class Release:
    """A release that shows its statements in few words when a law fails."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __repr__(self) -> str:
        lines = (
            f"{statement.index}.{row.index} {row.label} "
            + " ".join(entry.figure.print for entry in statement.entries if entry.row == row.index)
            for statement in self.document.statements
            for row in statement.rows
        )
        return "\n".join(lines)


EXACT = (1_000, 10_000, 100_000)


@st.composite
def numbers(draw: st.DrawFn, whole: Document, *, after: int = 0) -> tuple[Ref, Entry]:
    """The numbers of a release, in a column of this index or a later one."""
    statement = draw(st.sampled_from(whole.statements))
    found = [one for one in statement.entries if one.figure.number and one.column >= after]
    entry = draw(st.sampled_from(found))
    return Ref(statement.index, entry.row, entry.column), entry


def value(entry: Entry) -> Decimal:
    """The number of an entry that has one."""
    assert entry.value is not None
    return entry.value


@st.composite
def damaged_releases(draw: st.DrawFn, kind: str | None = None) -> Damaged:
    """A consistent release in which one figure of one statement was damaged."""
    whole = draw(releases(EXACT))
    name = kind or draw(st.sampled_from(sorted(KINDS)))
    ref, entry = draw(numbers(whole))
    before = entry.figure.print
    after = KINDS[name](draw, before)
    figure = parse_figure(after, entry.figure.place)
    assert figure is not None
    other = evolve(entry, figure=figure)
    damaged = replaced(whole, ref, other)
    return Damaged(whole, damaged, ref, name, before, after, value(entry), value(other))


@st.composite
def exchanged_releases(draw: st.DrawFn) -> Damaged:
    """A consistent release in which two neighbouring figures of a row were exchanged."""
    whole = draw(releases(EXACT))
    ref, entry = draw(numbers(whole, after=1))
    beside = ref._replace(column=ref.column - 1)
    other = whole.statements[ref.statement].entry(beside.row, beside.column)
    assert other is not None
    swapped = replaced(whole, ref, evolve(entry, figure=evolve(other.figure, place=entry.figure.place)))
    swapped = replaced(swapped, beside, evolve(other, figure=evolve(entry.figure, place=other.figure.place)))
    before, after = entry.figure.print, other.figure.print
    return Damaged(whole, swapped, ref, "exchanged", before, after, value(entry), value(other))


@st.composite
def shortened_releases(draw: st.DrawFn) -> Damaged:
    """A consistent release in which a row of figures is missing."""
    whole = draw(releases(EXACT))
    ref, entry = draw(numbers(whole))
    statement = whole.statements[ref.statement]
    shorter = evolve(
        statement,
        entries=tuple(one for one in statement.entries if one.row != ref.row),
        rows=tuple(row for row in statement.rows if row.index != ref.row),
    )
    gone = with_statement(whole, shorter)
    return Damaged(whole, gone, ref, "missing row", entry.figure.print, "", value(entry), value(entry))


@st.composite
def cut_releases(draw: st.DrawFn) -> Document:
    """A consistent release in which every number of a column of the balance sheet lost its last digit."""
    whole = draw(releases((10_000, 100_000)))
    column = draw(st.integers(0, 1))
    balance = whole.statements[1]
    entries = tuple(_cut(one) if one.column == column else one for one in balance.entries)
    return with_statement(whole, evolve(balance, entries=entries))


def _cut(entry: Entry) -> Entry:
    if len(_digits(entry.figure.print)) < 4:
        return entry
    figure = parse_figure(re.sub(r"\d(?=\D*$)", "", entry.figure.print), entry.figure.place)
    assert figure is not None
    return evolve(entry, figure=figure)


def replaced(whole: Document, ref: Ref, entry: Entry) -> Document:
    """The document with one entry put in place of another."""
    statement = whole.statements[ref.statement]
    here = (ref.row, ref.column)
    entries = tuple(entry if (one.row, one.column) == here else one for one in statement.entries)
    return with_statement(whole, evolve(statement, entries=entries))


def with_statement(whole: Document, statement: Statement) -> Document:
    """The document with a statement in place of the one of its index."""
    statements = list(whole.statements)
    statements[statement.index] = statement
    return evolve(whole, statements=tuple(statements))
