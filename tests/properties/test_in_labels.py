"""What a label of a balance sheet says in numbers is read as it was meant, however it is put."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import tries
from xbrlgen import read

DAYS = (date(2013, 9, 30), date(2012, 12, 31), date(2012, 9, 30))
_counts = st.integers(1_000, 900_000_000)
_joints = st.sampled_from(["; ", ", "])


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _listed(counts: list[int]) -> str:
    return " and ".join(filter(None, (", ".join(f"{each:,}" for each in counts[:-1]), f"{counts[-1]:,}")))


@st.composite
def _issued(draw: st.DrawFn, counts: list[int]) -> str:
    """The counts in order, or each with its day, in any order of the days."""
    words = draw(st.sampled_from(["issued", "outstanding", "issued and outstanding"]))
    if draw(st.booleans()):
        days = draw(st.permutations(list(zip(counts, DAYS, strict=False))))
        return f"{words}: " + " and ".join(f"{count:,} shares at {_day(day)}" for count, day in days)
    put = draw(st.sampled_from(["{counts} shares {words}", "{words} {counts} shares", "{words}: {counts}"]))
    return put.format(counts=_listed(counts), words=words)


@st.composite
def _labels(draw: st.DrawFn) -> tuple[str, list[int], int, bool]:
    """A label, the counts in it by column, what is authorized, and whether it names a par value."""
    counts = draw(st.lists(_counts, min_size=2, max_size=3, unique=True))
    authorized, has_par = draw(_counts), draw(st.booleans())
    allowed = draw(
        st.sampled_from([f"{authorized:,} shares authorized", f"authorized {authorized:,} shares"])
    )
    parts = ["Common stock", *(["$.01 par value"] if has_par else []), allowed, draw(_issued(counts))]
    return draw(_joints).join(parts), counts, authorized, has_par


def _page(label: str, columns: int) -> str:
    rows = [
        ["", *map(_day, DAYS[:columns])],
        ["Cash and cash equivalents", *["9,100"] * columns],
        ["Total assets", *["11,000"] * columns],
        [label, *(str(24 + column) for column in range(columns))],
        ["Total liabilities and stockholders’ equity", *["11,000"] * columns],
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    unit = "(In thousands, except share data)"
    return f"<html><body><p>Balance Sheets</p><p>{unit}</p><table>{cells}</table></body></html>"


@settings(max_examples=tries(40))
@given(_labels())
def test_counts_are_read_as_meant_or_doubted(meant: tuple[str, list[int], int, bool]) -> None:
    label, counts, authorized, has_par = meant
    mentions = [each for each in read(_page(label, len(counts))).mentions if each.in_label]
    held = {
        (each.period, each.value) for each in mentions if not each.doubt and "authorized" not in each.subject
    }
    sure = {(period.end, value) for period, value in held if period and value and value > 1}
    assert sure <= set(zip(DAYS, counts, strict=False))
    allowed = {each.value for each in mentions if not each.doubt and "authorized" in each.subject}
    assert allowed <= {authorized}
    assert sum("par" in each.subject for each in mentions) == has_par * len(counts)
    if any(each.doubt for each in mentions):
        assert ", " in label
    else:
        assert len(sure) == len(counts)
