"""Laws of proving: what is consistent is never called inconsistent, and damage never explained wrongly."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import xbrlgen
from tests.effort import tries
from tests.proving.building import NINE, NINE_BEFORE, Q3, Q3_BEFORE, document, statement
from xbrlgen.findings import Severity
from xbrlgen.proving import prove
from xbrlgen.proving.identity import IdentityKind, Outcome, Proved, Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import StatementKind
from xbrlgen.testing.fates import Fate, Figure, fate_of, figures_of
from xbrlgen.testing.spoiled import Spoiled, printed_truth
from xbrlgen.testing.spoiling import MANNERS
from xbrlgen.testing.strategies.earnings import LARGE, earnings
from xbrlgen.testing.strategies.spoiled import spoiled
from xbrlgen.testing.tables import PAGES, Earnings, Line

# The same examples every time, and as they are: a release is large to shrink. The benchmark draws others.
SLOW = settings(
    max_examples=tries(12),
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
FIGURES = (
    "changed digit", "lost digit", "transposed digits", "flipped sign", "scale slip", "stranger",
)  # fmt: skip


@SLOW
@given(earnings(), st.sampled_from(sorted(PAGES)))
def test_consistent_release_is_never_called_inconsistent(sound: Earnings, form: str) -> None:
    result = prove(xbrlgen.read(sound.page(form)))
    assert not [one for one in result.identities if one.outcome is Outcome.FAILS]
    assert not result.repairs
    assert not result.refusals
    assert [finding for finding in result.findings if finding.severity > Severity.INFO] == []


@SLOW
@given(earnings(), st.sampled_from(sorted(PAGES)))
def test_every_figure_of_a_consistent_release_says_what_it_is_printed_to_say(
    sound: Earnings, form: str
) -> None:
    read = xbrlgen.read(sound.page(form))
    figures = list(figures_of(sound, read, prove(read)))
    assert [figure.cell for figure in figures] == list(sound.cells)
    unchanged = Spoiled(sound, sound, "nothing", {}, frozenset())
    assert all(one.taken is not None and one.taken.is_of(unchanged.meant(one.cell)) for one in figures)


@SLOW
@given(earnings(sizes=LARGE))
def test_most_figures_of_a_consistent_release_are_proved(sound: Earnings) -> None:
    assert prove(xbrlgen.read(sound.page())).share() >= Decimal("0.85")


@pytest.mark.parametrize("manner", sorted(MANNERS))
@SLOW
@given(data=st.data())
def test_damage_is_never_explained_wrongly(manner: str, data: st.DataObject) -> None:
    """What is taken otherwise than printed is what was there before the damage."""
    made = data.draw(spoiled(manners=[manner]))
    read = xbrlgen.read(made.after.page(data.draw(st.sampled_from(sorted(PAGES)))))
    assert fate_of(made, read, prove(read)) is not Fate.WRONG


@SLOW
@given(spoiled(manners=FIGURES))
def test_damage_beyond_the_rounding_of_a_sum_is_found(made: Spoiled) -> None:
    read = xbrlgen.read(made.after.page())
    if shows_in_other_columns(made) and breaks_a_sum(made):
        assert fate_of(made, read, prove(read)) in {Fate.REPAIRED, Fate.REFUSED}


def shows_in_other_columns(made: Spoiled) -> bool:
    """Whether three other columns show the sums of the figure."""
    (table, line, _), *_ = made.truth
    cells = made.after.tables[table].lines[line].cells
    return sum(any(map(str.isdigit, text)) for text in cells) > 3


def breaks_a_sum(made: Spoiled) -> bool:
    """Whether the damage moves a figure further than the sums of the sound release allow."""
    read = xbrlgen.read(made.before.page())
    sound = prove(read)
    (cell, truth), *_ = made.truth.items()
    assert truth is not None
    before = next(one for one in figures_of(made.before, read, sound) if one.cell == cell)
    return abs(truth.number - printed_truth(made.after, cell).number) > 2 * _slack(sound, before)


def _slack(sound: Proved, figure: Figure) -> Decimal:
    """The least that a sum over a figure allows it to be off, in units of its table; endless without any."""
    entry = sound.figure(figure.ref)
    assert entry is not None
    sums = [one for one in sound.identities_of(figure.ref) if one.kind is IdentityKind.SUM]
    allowed = [one.slack.scaleb(-entry.scale) for one in sums if one.slack is not None]
    return min(allowed, default=Decimal("Infinity"))


@SLOW
@given(spoiled(manners=["ghost row"]))
def test_ghosts_are_refused(made: Spoiled) -> None:
    read = xbrlgen.read(made.after.page())
    assert fate_of(made, read, prove(read)) is Fate.REFUSED


@st.composite
def cut_releases(draw: st.DrawFn) -> Earnings:
    """A consistent release in which every number of a column of the balance sheet lost its last digit."""
    sound = draw(earnings(sizes=(10_000, 100_000)))
    column = draw(st.integers(0, 1))
    tables = list(sound.tables)
    tables[1] = evolve(tables[1], lines=tuple(_cut(line, column) for line in tables[1].lines))
    return evolve(sound, tables=tuple(tables))


def _cut(line: Line, column: int) -> Line:
    cells = [_without_last(t) if c == column else t for c, t in enumerate(line.cells)]
    return evolve(line, cells=tuple(cells))


def _without_last(text: str) -> str:
    """A print without its last digit, where enough are left to see that it is gone."""
    return re.sub(r"\d(?=\D*$)", "", text) if sum(map(str.isdigit, text)) > 3 else text


@SLOW
@given(cut_releases())
def test_column_without_last_digits_is_refused_and_holds_within_its_intervals(cut: Earnings) -> None:
    result = prove(xbrlgen.read(cut.page()))
    assert not [one for one in result.identities if one.outcome is Outcome.FAILS]
    assert not result.repairs
    assert {refusal.kind for refusal in result.refusals} <= {"lost-digit"}


@SLOW
@given(spoiled())
def test_without_repair_nothing_is_taken_and_nothing_moved(made: Spoiled) -> None:
    read = xbrlgen.read(made.after.page())
    result = prove(read, repair=False)
    assert not result.repairs
    taken = [one for one in figures_of(made.after, read, result) if one.taken is not None]
    labels = {one.about for one in result.findings if one.code == "proving.label"}
    assert all(one.taken == one.read for one in taken) or labels


@SLOW
@given(spoiled())
def test_printed_figures_and_their_order_are_left_alone(made: Spoiled) -> None:
    read = xbrlgen.read(made.after.page())
    assert prove(read).document.figures == read.figures


@SLOW
@given(spoiled())
def test_proving_is_deterministic(made: Spoiled) -> None:
    read = xbrlgen.read(made.after.page())
    assert prove(read) == prove(read)


@SLOW
@given(spoiled(), st.integers(0, 50))
def test_limit_always_ends_the_search(made: Spoiled, limit: int) -> None:
    read = xbrlgen.read(made.after.page())
    assert fate_of(made, read, prove(read, limit=limit)) is not Fate.WRONG


@SLOW
@given(spoiled())
def test_refused_figures_are_not_proved_and_have_no_value(made: Spoiled) -> None:
    result = prove(xbrlgen.read(made.after.page()))
    for refusal in result.refusals:
        assert refusal.ref not in result.proved
        assert result.value(refusal.ref) is None
        assert refusal.kind
        assert refusal.reason


LABELS = st.sampled_from(
    ("Revenue", "Other", "Total assets", "Total", "Net income", "Net cash used in investing activities", "")
)
PRINTS = st.sampled_from(
    ("-", "3", "(12)", "45", "1,204", "(7,310)", "88,001", "103,33", "3 400", "17.000", "Ψ 3,130")
)


@SLOW
@given(
    st.lists(st.tuples(LABELS, PRINTS, PRINTS, PRINTS), min_size=1, max_size=14),
    st.sampled_from(StatementKind),
)
def test_unrelated_numbers_are_never_repaired_wrongly_and_never_break_it(
    rows: list[tuple[str, ...]], kind: StatementKind
) -> None:
    whole = document(statement(kind, (Q3, NINE, NINE_BEFORE), rows))
    result = prove(whole)
    assert result.document.figures == whole.figures
    assert all(result.value(refusal.ref) is None for refusal in result.refusals)


def test_long_table_of_unrelated_numbers_ends_with_a_finding() -> None:
    numbers = [(7919 * n * n + 104_729 * n) % 99_991 + 1 for n in range(600)]
    rows = [(f"Total {n}", *(f"{numbers[4 * n + c]:,}" for c in range(4))) for n in range(150)]
    result = prove(document(statement(StatementKind.OTHER, (Q3, NINE, NINE_BEFORE, Q3_BEFORE), rows)))
    assert any(finding.code == "proving.limit" for finding in result.findings)
    assert not result.repairs


@given(st.integers(-3, 10))
def test_an_unknown_name_has_no_figure(number: int) -> None:
    result = prove(Document(()))
    assert result.value(Ref(number, 0)) is None
    assert result.identities_of(Ref(number, 0)) == ()
