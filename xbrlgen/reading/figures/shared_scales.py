"""The scale of tables without a unit line of their own: what others say, and what their amounts prove."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from attrs import evolve

from xbrlgen.figures import Figure
from xbrlgen.reading.document import Block, Paragraph
from xbrlgen.reading.statement import FACE_KINDS
from xbrlgen.reading.statements.drafts import NOTE_KINDS, Draft
from xbrlgen.reading.tables.labels import Labelled
from xbrlgen.reading.tables.scales import scale_phrase, shares_scale_by_size
from xbrlgen.reading.words import row_words

# A table of these kinds right among the statements is in their units as a matter of course.
_IN_UNITS_OF_STATEMENTS: Final = FACE_KINDS | NOTE_KINDS
# So many amounts said again elsewhere are no chance.
_ENOUGH: Final = 3
# From four digits on, the same number twice is seldom chance.
_LONG: Final = 1000
# Numbers so long that tables in whole units say too show that a table is in them as well.
_VERY_LONG: Final = 100_000
_UNSAID: Final = "no unit is printed with this table; that of the statements is assumed"
_OTHERS: Final = "no unit is printed with this statement; that of another table is assumed"


def with_scales(drafts: Sequence[Draft], blocks: Sequence[Block] = ()) -> list[Draft]:
    """The drafts, those without a unit line with the scale that the face statements share.

    Where amounts prove to be whole ones, a unit line elsewhere is not for them.
    """
    drafts = _with_units_above(drafts)
    told = [draft for draft in drafts if draft.wording.money is not None]
    face = [draft for draft in told if draft.found.kind in FACE_KINDS]
    usual = Counter(draft.wording.money for draft in face or told).most_common(1)
    if not usual:
        is_open = _speaks_of_scale(blocks) and not any(map(_proves_whole, drafts))
        return list(drafts) if is_open else _in_whole_units(drafts)
    scale = usual[0][0] or 0
    known = {number for draft in told if draft.wording.money == scale for number in _long_numbers(draft)}
    whole = _in_full(drafts, scale, known) if scale else []
    return [
        draft
        if draft.wording.money is not None
        else _inheriting(draft, 0 if _is_whole(draft, whole, known) else scale, known, by_face=bool(face))
        for draft in drafts
    ]


def _in_full(drafts: Sequence[Draft], scale: int, known: Collection[Decimal]) -> list[Draft]:
    """The tables without a unit line that prove to be in whole units.

    Net income over a count of shares proves it, and amounts that others say shortened by the scale.
    """
    bare = [draft for draft in drafts if draft.wording.money is None]
    return [draft for draft in bare if _proves_whole(draft) or _says_in_full(draft, scale, known)]


def _says_in_full(draft: Draft, scale: int, known: Collection[Decimal]) -> bool:
    """Whether several amounts are those of tables in the scale, with the digits that these leave out."""
    long = _long_numbers(draft)
    unit = Decimal(1).scaleb(scale)
    shortened = {(number / unit).quantize(Decimal(1), ROUND_HALF_UP) for number in long if number >= unit}
    in_full = {number for number in shortened if number >= _LONG} & set(known)
    return len(in_full) >= _ENOUGH and len(in_full) > len(long & set(known))


def _is_whole(draft: Draft, whole: Sequence[Draft], known: Collection[Decimal]) -> bool:
    """Whether a table is in whole units as others are: a statement beside such ones, or by long amounts."""
    if draft in whole:
        return True
    long = {number for number in _long_numbers(draft) if number >= _VERY_LONG}
    in_full = {number for other in whole for number in _long_numbers(other)}
    beside = _is_long_face(draft) and any(other.found.kind in FACE_KINDS for other in whole)
    return len(long & in_full) + beside > len(long & set(known))


def _speaks_of_scale(blocks: Iterable[Block]) -> bool:
    """Whether a document says anywhere that it has amounts in thousands or millions."""
    texts = (
        [block.text] if isinstance(block, Paragraph) else [cell.text for row in block.rows for cell in row]
        for block in blocks
    )
    return any(scale_phrase(text) for each in texts for text in each)


def _with_units_above(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; a table that follows another with nothing between them is under its unit line."""
    found: list[Draft] = []
    for draft in drafts:
        bare = draft.wording.money is None and draft.table.follows and not draft.table.captions
        found.append(evolve(draft, wording=found[-1].wording) if bare and found else draft)
    return found


def _inheriting(draft: Draft, usual: int, known: set[Decimal], *, by_face: bool) -> Draft:
    """A draft in the scale of the others, doubtful where no amount in it is known from them."""
    scale = _fitting(draft, usual)
    long = _long_numbers(draft)
    is_known = 0 < len(long) <= 2 * len(long & known)
    sure = not scale or is_known or (by_face and draft.found.kind in _IN_UNITS_OF_STATEMENTS)
    doubt = "" if sure else _UNSAID if by_face else _OTHERS
    return evolve(draft, wording=evolve(draft.wording, money=scale, doubt=doubt))


def _long_numbers(draft: Draft) -> set[Decimal]:
    """The numbers of at least four digits, which hardly occur twice by chance."""
    figures = (figure for row in draft.rows for _, figure in row.figures)
    return {abs(figure.number) for figure in figures if figure.number and abs(figure.number) >= _LONG}


def _in_whole_units(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a document without any unit line: in whole units where its longest figures say so."""
    # Ten million thousands are ten billions: companies of that size print their unit.
    if any(_longest_money(draft) >= 10_000_000 or _proves_whole(draft) for draft in drafts):
        return [evolve(draft, wording=evolve(draft.wording, money=0)) for draft in drafts]
    return [
        evolve(draft, wording=evolve(draft.wording, money=0)) if _is_long_face(draft) else draft
        for draft in drafts
    ]


def _is_long_face(draft: Draft) -> bool:
    """Whether a face statement has amounts of seven digits: then all of it is in whole units as they are."""
    return draft.found.kind in FACE_KINDS and _longest_money(draft) >= 1_000_000


def _longest_money(draft: Draft) -> Decimal:
    """The longest figure outside of counts of shares, which are printed whole under any unit line."""
    rows = tuple(row for row in draft.rows if not _counts_shares(row))
    return _longest(evolve(draft, rows=rows))


# Statements have a few rows of net income, of shares and of amounts per share each; long lists prove nothing.
_MOST_OF_A_KIND: Final = 12
# No company that prints no unit has more shares, were these in thousands.
_MOST_SHARES: Final = 5_000_000


def _proves_whole(draft: Draft) -> bool:
    """Whether net income over a count of shares that must be whole is the printed amount per share."""
    income = _figures_of(draft, row_words.NET_INCOME, _is_money)
    shares = _figures_of(draft, row_words.SHARES, _counts_shares)
    per_share = _figures_of(draft, row_words.PER_SHARE, lambda row: not _counts_shares(row))
    return any(
        count.number is not None
        and count.number >= _MOST_SHARES
        and each.number is not None
        and shares_scale_by_size(total.number or Decimal(0), count.number, each.number, each.places) == 0
        for key in draft.table.keys
        for total in income.get(key, ())
        for count in shares.get(key, ())
        for each in per_share.get(key, ())
    )


def _figures_of(
    draft: Draft, named: re.Pattern[str], fits: Callable[[Labelled], bool]
) -> dict[int, list[Figure]]:
    """The figures by column of the rows that a pattern names."""
    found: dict[int, list[Figure]] = {}
    for row in draft.rows:
        if named.search(row.path) and fits(row):
            for key, figure in row.figures:
                found.setdefault(key, []).append(figure)
    return {key: figures[:_MOST_OF_A_KIND] for key, figures in found.items()}


def _is_money(row: Labelled) -> bool:
    return not (row_words.PER_SHARE.search(row.path) or _counts_shares(row))


def _counts_shares(row: Labelled) -> bool:
    return bool(row_words.hints_at_shares(row.path) and row_words.SHARES.search(row.path))


def _longest(draft: Draft) -> Decimal:
    figures = (figure for row in draft.rows for _, figure in row.figures)
    return max((abs(figure.number) for figure in figures if figure.number), default=Decimal(0))


def _fitting(draft: Draft, usual: int) -> int:
    """The document's scale, unless the figures are so long that they must be whole amounts."""
    return 0 if usual and _longest(draft) >= 10 ** (11 - usual) * 10 else usual
