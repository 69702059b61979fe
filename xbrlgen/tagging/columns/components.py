"""Which figures of a statement of equity can be facts: columns are components, and rows have the periods."""

from __future__ import annotations

import re

from xbrlgen.reading.document import Outcome
from xbrlgen.reading.statement import Column, Entry, Kind, Statement, StatementKind
from xbrlgen.tagging.columns.headings import is_whole
from xbrlgen.tagging.known.words import key

_SHARES = re.compile(r"\bshare$")
_OTHERS = re.compile(r"noncontrolling")


def reason_against(statement: Statement, column: Column, entry: Entry) -> tuple[Outcome, str, str] | None:
    """Why a figure of a statement of equity can't be a fact, if it can't."""
    if statement.kind is not StatementKind.EQUITY:
        return None
    if entry.kind is Kind.SHARES or _SHARES.search(key(column.heading)):
        return Outcome.UNMAPPED, "share-column", "a count of shares beside the amount that the row is for"
    if not is_whole(column.segment):
        nothing = (Outcome.NOT_A_FACT, "no-component", "nothing of this component of equity")
        return None if entry.value else nothing
    if _is_of_parent(statement, column):
        return Outcome.UNMAPPED, "parent-column", "a total of the parent's owners beside that of all owners"
    return None


def _is_of_parent(statement: Statement, column: Column) -> bool:
    """Whether a total comes before the one that takes in the noncontrolling interest."""
    last = [one.index for one in statement.columns if is_whole(one.segment)][-1]
    shared = any(_OTHERS.search(key(one.segment)) for one in statement.columns)
    return shared and column.index != last
