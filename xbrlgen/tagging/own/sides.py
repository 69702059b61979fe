"""On which side of the books a line stands that gets a concept of the filer's own."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from xbrlgen.model import Balance
from xbrlgen.tagging.concepts.meanings import Meaning, Sheet
from xbrlgen.tagging.elsewhere.others import is_non_gaap
from xbrlgen.tagging.known.polarity import side_of_print
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName


@frozen
class Side:
    """The side of the books of a line's own concept, and by what its prints are multiplied."""

    balance: Balance
    turn: int = 1


Sides = Mapping[RowName, Side]
_OTHER = {Balance.DEBIT: Balance.CREDIT, Balance.CREDIT: Balance.DEBIT}
_OF_SLOT = {
    "asset": Balance.DEBIT,
    "liability": Balance.CREDIT,
    "equity": Balance.CREDIT,
    "operating": Balance.DEBIT,
    "investing": Balance.DEBIT,
    "financing": Balance.DEBIT,
}


def sides_of(sheet: Sheet, meanings: Mapping[RowName, Meaning], turned: Mapping[RowName, int]) -> Sides:
    """The side of each face line, by the sum it is in, else by its place; none for non-GAAP measures."""
    found: dict[RowName, Side] = {}
    for line in sheet.lines:
        if line.form and not is_non_gaap(line.bare, on_face=True):
            side = _by_sum(line, sheet, meanings, turned) or _by_place(line)
            if side:
                found[line.name] = _said(line, side)
    return found


def _said(line: Line, balance: Balance) -> Side:
    """A gain printed in brackets among expenses is a gain: the label's side, with the sign turned."""
    label = side_of_print(line.words)
    negative = 2 * sum(value < 0 for _, value in line.values) > sum(value != 0 for _, value in line.values)
    if line.form == "IS" and label and label is not balance and negative and "(" not in line.words:
        return Side(label, -1)
    return Side(balance)


def _by_sum(
    line: Line, sheet: Sheet, meanings: Mapping[RowName, Meaning], turned: Mapping[RowName, int]
) -> Balance | None:
    for total, weight in sheet.sums.totals.get(line.name, ()):
        concept = meanings[total].concept if total in meanings else None
        if concept and concept.name.local.startswith("NetCash"):
            return Balance.DEBIT if weight * turned.get(total, 1) > 0 else Balance.CREDIT
        if concept and concept.balance:
            same = weight * turned.get(total, 1) > 0
            return concept.balance if same else _OTHER[concept.balance]
    return None


def _by_place(line: Line) -> Balance | None:
    return _OF_SLOT.get(line.slot.rpartition(" ")[2]) if line.form in ("BS", "CF") else None
