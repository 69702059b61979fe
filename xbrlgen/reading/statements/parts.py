"""Statements of a part of the company, or of another one, which say nothing of the whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.periods import find_times
from xbrlgen.reading.filer.company import name_in
from xbrlgen.reading.statement import FACE_KINDS, Basis, Column, ColumnKind, Kind, Statement, StatementKind
from xbrlgen.reading.words import title_words

_OF_A_PART: Final = "the statement is of a part of the company"
_OF_ANOTHER: Final = "the statement is of another company than the others are"
# A title and what stands right above it; further up, the document goes on.
_NEAR: Final = 3
# A line; longer captions are sentences that name parts in passing.
_LONGEST: Final = 120


def with_parts_doubted(
    statements: Sequence[Statement], captions: Sequence[Sequence[str]], company: str
) -> tuple[Statement, ...]:
    """The statements; the values of those that are not of the company as a whole are in doubt."""
    names = [_named(statement, lines) for statement, lines in zip(statements, captions, strict=True)]
    own = _core(company)
    whole = {
        statement.kind
        for statement, name in zip(statements, names, strict=True)
        if statement.kind in FACE_KINDS and _is_one(name, own)
    }
    found = []
    for statement, lines, name in zip(statements, captions, names, strict=True):
        is_part = any(_names_a_part(line, statement.kind) for line in lines[-_NEAR:])
        is_other = bool(own and name) and statement.kind in whole and not _is_one(name, own)
        doubt = _OF_A_PART if is_part else _OF_ANOTHER if is_other else ""
        found.append(_doubted(statement, doubt) if doubt else statement)
    return tuple(found)


def with_parts_named(
    statements: Sequence[Statement], captions: Sequence[Sequence[str]], corners: Sequence[str]
) -> tuple[Statement, ...]:
    """The statements; tables of the same rows and times, each under the name of a part, are of that part."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, statement in enumerate(statements):
        rows = _first_rows(statement)
        if statement.kind in _OF_PARTS and statement.basis is Basis.REPORTED and len(rows) == _SAME_ROWS:
            groups[(*(column.period for column in _values(statement)), *rows)].append(index)
    found = list(statements)
    for alike in groups.values():
        names = [_part_named(captions[index], corners[index]) for index in alike]
        named = [name for name in names if name]
        if len(named) > 1 and len(set(named)) == len(named):
            for index, name in zip(alike, names, strict=True):
                found[index] = _of_part(found[index], name) if name else found[index]
    return tuple(found)


def _values(statement: Statement) -> list[Column]:
    return [column for column in statement.columns if column.kind is ColumnKind.VALUE]


def _first_rows(statement: Statement) -> tuple[str, ...]:
    """The labels of the first rows of money, where they are lines of results and stand under no heading."""
    money = [row for row in statement.rows if row.kind is Kind.MONEY and row.label]
    plain = not any(column.segment for column in _values(statement)) and not any(
        row.section for row in money[:_SAME_ROWS]
    )
    return tuple(row.label.casefold() for row in money[:_SAME_ROWS]) if plain else ()


def _part_named(captions: Sequence[str], corner: str) -> str:
    """The name over the labels or right above the table, where it can be that of a part of the company."""
    lines = [_BRACKETS.sub(" ", line).strip(" :") for line in (*captions[-_NEAR:], corner)]
    told = [line for line in lines if line and not title_words.NOT_A_TITLE.search(line)]
    name = told[-1] if told else ""
    is_name = len(name) < _LONGEST_NAME and name[:1].isupper() and not title_words.NO_PART.search(name)
    return name if is_name and not any(find_times(name)) else ""


def _of_part(statement: Statement, name: str) -> Statement:
    columns = tuple(
        evolve(column, segment=name) if column.kind is ColumnKind.VALUE else column
        for column in statement.columns
    )
    return evolve(statement, columns=columns, kind=StatementKind.SEGMENTS)


_OF_PARTS: Final = frozenset({StatementKind.SEGMENTS, StatementKind.METRICS, StatementKind.OTHER})
# Two rows alike are a table of the same lines; one may be chance.
_SAME_ROWS: Final = 2
# Names of parts are short: longer captions say something.
_LONGEST_NAME: Final = 50
_BRACKETS: Final = re.compile(r"\([^()]*\)")


def _names_a_part(caption: str, kind: StatementKind) -> bool:
    patterns = [title_words.OF_A_PART]
    if kind in FACE_KINDS:
        patterns.append(title_words.FACE_OF_A_PART)
    return len(caption) < _LONGEST and any(pattern.search(caption) for pattern in patterns)


def _named(statement: Statement, captions: Sequence[str]) -> frozenset[str]:
    """The words of the company that a face statement names as whose it is."""
    if statement.kind not in FACE_KINDS:
        return frozenset()
    whole = [line for line in captions if title_words.LEGAL_NAME.search(line)]
    return _core(name_in(whole[-1])) if whole else frozenset()


def _core(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    plain = title_words.LEGAL_WORDS.sub(" ", name)
    return frozenset(re.findall(r"\w{2,}", plain.lower()))


def _is_one(name: frozenset[str], own: frozenset[str]) -> bool:
    """Whether two names may be of one company: one leaves out words of the other, or is not given."""
    return not name or not own or name <= own or own <= name


def _doubted(statement: Statement, doubt: str) -> Statement:
    columns = tuple(
        evolve(column, doubt=column.doubt or doubt) if column.kind is ColumnKind.VALUE else column
        for column in statement.columns
    )
    return evolve(statement, columns=columns)
