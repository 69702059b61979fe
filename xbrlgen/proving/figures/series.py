"""A row as a series: its amounts by what each column is for, so that tables can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from attrs import evolve, field, frozen

from xbrlgen.model import Period
from xbrlgen.proving.figures.ledger import is_forecast
from xbrlgen.proving.figures.subjects import subject_of
from xbrlgen.proving.figures.words import likeness, words_of
from xbrlgen.proving.identity import Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import EXPECTED, Basis, Column, ColumnKind, Kind, Row, Statement

Key = tuple[Period, str, bool]
"""The period, the segment, and whether the column is restated."""


@frozen
class Series:
    """A row of one kind with its figures by key.

    ``subject`` is the known figure that the row is for, if any; ``context`` holds the words of its label and
    of the sections it stands in.
    """

    statement: Statement = field(repr=False)
    row: Row
    kind: Kind
    refs: Mapping[Key, Ref]
    subject: str
    context: frozenset[str]

    @property
    def name(self) -> str:
        """What the row is called to a reader."""
        return self.row.label.strip() or f"the unlabelled row {self.row.index + 1}"

    def likeness(self, other: Series) -> float:
        """How alike the labels of two rows are."""
        return likeness(self.row.label, other.row.label)


@frozen
class Lookup:
    """Rows by the words that stand in them and the known figures they are for."""

    _series: Sequence[Series]
    _by_word: Mapping[str, Set[int]] = field(repr=False)
    _by_subject: Mapping[str, Set[int]] = field(repr=False)

    @classmethod
    def of(cls, series: Sequence[Series]) -> Lookup:
        """The lookup of these rows."""
        words: dict[str, set[int]] = defaultdict(set)
        subjects: dict[str, set[int]] = defaultdict(set)
        for number, one in enumerate(series):
            subjects[one.subject].add(number)
            for word in one.context:
                words[word].add(number)
        return cls(series, words, subjects)

    def sharing(self, subject: str) -> list[Series]:
        """The rows that share a word with what a sentence measures, or name the same known figure."""
        known = subject_of(subject)
        found = set(self._by_subject.get(known, ())) if known else set()
        found.update(*(self._by_word.get(word, ()) for word in words_of(subject)))
        return [self._series[number] for number in sorted(found)]


_ASIDE = EXPECTED | {Basis.PRO_FORMA, Basis.ADJUSTMENT}


def series_of(document: Document) -> tuple[Series, ...]:
    """The rows of all statements but guidance."""
    statements = [s for s in document.statements if not is_forecast(s) and s.basis not in _ASIDE]
    return tuple(series for statement in statements for series in _of_statement(statement))


def _of_statement(statement: Statement) -> Iterator[Series]:
    """The rows; what a row shows in adjusted columns is a row of its own, of that measure."""
    columns = [column for column in statement.columns if column.basis is not Basis.ADJUSTED]
    plain, adjusted = _keys(columns), _keys([c for c in statement.columns if c.basis is Basis.ADJUSTED])
    for row in statement.rows:
        if row.kind is None or row.basis in _ASIDE:
            continue
        for keys in (plain, adjusted):
            refs = _refs(statement, row, keys)
            if refs:
                measured = row if keys is plain else evolve(row, basis=Basis.ADJUSTED)
                context = words_of(" ".join((row.label, *row.section)))
                yield Series(statement, measured, row.kind, refs, subject_of(row.label), context)


def _keys(columns: Sequence[Column]) -> list[tuple[int, Key]]:
    """The columns that amounts of other tables are compared with, and what each is for."""
    return [
        (column.index, (column.period, column.segment, column.is_restated))
        for column in columns
        if column.kind is ColumnKind.VALUE and column.period is not None and column.basis not in _ASIDE
    ]


def _refs(statement: Statement, row: Row, keys: Sequence[tuple[int, Key]]) -> dict[Key, Ref]:
    """The figures of a row by what their columns are for, the first of each."""
    refs: dict[Key, Ref] = {}
    for column, key in keys:
        entry = statement.entry(row.index, column)
        if entry is not None and entry.kind is row.kind and key not in refs:
            refs[key] = Ref(statement.index, row.index, column)
    return refs
