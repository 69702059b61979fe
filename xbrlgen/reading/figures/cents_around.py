"""Small amounts to the cent, and what stands around them that makes them amounts per share or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from xbrlgen.reading.figures import looks
from xbrlgen.reading.statement import Kind
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.words import row_words, unit_words


def speak_of_shares_alone(captions: Sequence[str]) -> bool:
    """Whether captions name amounts per share, and no scale of others: "(Per share in U.S. $)"."""
    named = any(row_words.PER_SHARE.search(unit_words.EXCEPT_CLAUSE.sub(" ", each)) for each in captions)
    return named and not any(unit_words.SCALE_PHRASE.search(each) for each in captions)


def are_all_cents(kinds: Iterable[Kind | None], cents: Iterable[bool]) -> bool:
    """Whether all rows of money hold small amounts to the cent, and several do."""
    told = [cent for kind, cent in zip(kinds, cents, strict=True) if kind is Kind.MONEY]
    return len(told) > 1 and all(told)


def is_money_in_cents(rows: Iterable[Labelled], kinds: Iterable[Kind | None], cents: Iterable[bool]) -> bool:
    """Whether money that doesn't look like amounts per share is printed to the cent as well."""
    others = (
        row for row, kind, cent in zip(rows, kinds, cents, strict=True) if kind is Kind.MONEY and not cent
    )
    return any(figure.places == 2 for row in others for figure in looks.numbers(row.figures))


def behind_per_share(kinds: Iterable[Kind | None], cents: Iterable[bool]) -> Iterator[Kind | None]:
    """The kinds; small amounts to the cent right behind amounts per share are per share too.

    "Loss per share: from continuing operations | from discontinued operations | available to common stock"
    """
    before: Kind | None = None
    for kind, cent in zip(kinds, cents, strict=True):
        own = Kind.PER_SHARE if cent and before is Kind.PER_SHARE else kind
        before = own or before
        yield own


def between_per_share(kinds: Sequence[Kind | None], cents: Sequence[bool]) -> Iterator[Kind | None]:
    """The kinds; small amounts to the cent from one amount per share to the next lead from it to that.

    "Diluted EPS 3.24 | Amortization 0.49 | Restructuring 0.09 | Adjusted diluted EPS 3.99"
    """
    held: list[Kind | None] = []
    for kind, cent in zip(kinds, cents, strict=True):
        if kind is None or cent:
            held.append(kind)
            continue
        per_share = kind is Kind.PER_SHARE and held[:1] == [Kind.PER_SHARE]
        yield from (each and Kind.PER_SHARE if per_share else each for each in held)
        held = [kind] if kind is Kind.PER_SHARE else []
        if not held:
            yield kind
    yield from held
