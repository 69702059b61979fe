"""The sums of a statement that its calculation tree may hold, and why others are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from xbrlgen.filing import Arc, Sum
from xbrlgen.findings import Finding, Severity
from xbrlgen.model import Balance, QName
from xbrlgen.tagging.rows.sums import RowName, Sums, Terms
from xbrlgen.tagging.trees.adding import RATES, Values
from xbrlgen.tagging.trees.printed import Printed

_MONEY = "monetaryItemType"
_PER_SHARE = "perShareItemType"
# Periods named in a message.
_SHOWN = 3


@frozen
class Adder:
    """What adds up in a release, and the numbers of the report that it must hold for."""

    sums: Sums
    values: Values

    def calculations(self, rows: Sequence[Printed]) -> Calculations:
        """One sum for each total of a statement that holds in every context it would be checked in."""
        known = {row.row: row for row in rows}
        kept: dict[QName, Sum] = {}
        left: dict[QName, Sum] = {}
        for total in filter(known.__contains__, self.sums.terms):
            name = known[total].concept.name
            ways = tuple(_ways(self.sums.ways(total), total, known))
            sound = next(filter(self.values.bears, ways), None)
            if sound and name not in kept:
                kept[name] = sound
            elif ways and not sound and known[total].concept.type not in RATES:
                left.setdefault(name, ways[0])
        return Calculations(
            tuple(kept.values()), tuple(one for name, one in left.items() if name not in kept)
        )

    def left_out(self, claim: Sum, definition: str) -> Finding:
        """That a sum of a statement is not in its calculation tree, and where it would not hold."""
        against = self.values.against(claim)
        shown = "; ".join(str(period) for period, _, _ in against[:_SHOWN])
        more = f" and {len(against) - _SHOWN} more" if len(against) > _SHOWN else ""
        return Finding(
            "tagging.sum-left-out",
            Severity.INFO,
            f"The sum of {claim.total} in {definition!r} is not in the calculations: it would be checked for "
            f"{shown}{more}, and not hold",
            about=(str(claim.total), *(str(arc.child) for arc in claim.arcs)),
            remedy="nothing, where other parts are reported for that time; else correct the release",
        )


@frozen
class Calculations:
    """The sums of a statement, and those that don't hold everywhere."""

    kept: tuple[Sum, ...] = ()
    left: tuple[Sum, ...] = ()


def _ways(ways: Iterable[Terms], total: RowName, known: Mapping[RowName, Printed]) -> Iterator[Sum]:
    """The sums of a total that XBRL can hold."""
    for terms in ways:
        if all(row in known for row, _ in terms) and _is_legal(total, terms, known):
            arcs = tuple(_arc(known[row], weight, known[total]) for row, weight in terms)
            children = {arc.child for arc in arcs}
            if len(children) == len(arcs) and known[total].concept.name not in children:
                yield Sum(known[total].concept.name, arcs)


def _arc(row: Printed, weight: int, total: Printed) -> Arc:
    return Arc(row.concept.name, weight * row.turn * total.turn)


def _is_legal(total: RowName, terms: Terms, known: Mapping[RowName, Printed]) -> bool:
    whole = known[total]
    parts = [known[row] for row, _ in terms]
    if whole.members or any(part.members for part in parts):
        return False
    if whole.concept.type != _MONEY:
        alike = all(part.concept.type == whole.concept.type for part in parts)
        return alike and not _mixes_shares(whole, parts)
    return all(_is_lawful(known[row], weight, whole) for row, weight in terms)


def _is_lawful(part: Printed, weight: int, whole: Printed) -> bool:
    """Whether the weight of a part agrees with its balance and that of the total."""
    law = _law(part.concept.balance, whole.concept.balance)
    same_time = part.concept.period_type is whole.concept.period_type
    return same_time and law in (0, _arc(part, weight, whole).weight)


def _law(part: Balance | None, whole: Balance | None) -> int:
    if part is None or whole is None:
        return 0
    return 1 if part is whole else -1


def _mixes_shares(whole: Printed, parts: Sequence[Printed]) -> bool:
    """Whether numbers on basic and on diluted shares would be added, which only accident can make right.

    The count of diluted shares is that of basic shares and what dilutes them.
    """
    counted = [whole, *parts] if whole.concept.type == _PER_SHARE else parts
    return len({kind for one in counted for kind in _share_kind(one)}) > 1


def _share_kind(row: Printed) -> Iterator[str]:
    name = row.concept.name.local.lower()
    is_basic, is_diluted = "basic" in name, "dilut" in name
    if is_basic != is_diluted:
        yield "basic" if is_basic else "diluted"


__all__ = ["Adder", "Calculations"]
