"""Statements of a part of the company, or of another one, which say nothing of the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from xbrlgen.reading.filer.company import name_in
from xbrlgen.reading.statement import FACE_KINDS, ColumnKind, Statement, StatementKind
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
