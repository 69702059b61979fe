"""What sentences say against what tables show."""

from __future__ import annotations

import pytest
from attrs import evolve

from tests.proving.building import NINE, Q3, Q3_BEFORE, document, mention, statement
from tests.proving.samples import income
from xbrlgen.findings import Severity
from xbrlgen.proving import prove
from xbrlgen.proving.identity import IdentityKind, Outcome, Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import Basis, Kind, Mention, Role, StatementKind


def proved_with(*mentions: Mention) -> tuple[Outcome | None, ...]:
    result = prove(document(income(), mentions=mentions))
    outcomes = [result.identities_of(Ref(-1, index)) for index in range(len(mentions))]
    return tuple(one[0].outcome if one else None for one in outcomes)


def test_amount_is_the_same_at_other_accuracy() -> None:
    assert (
        proved_with(mention("$45.2", "Revenue", Q3), mention("$0.7", "Net loss", Q3)) == (Outcome.HOLDS,) * 2
    )


def test_growth_rate_agrees_with_both_columns() -> None:
    growth = mention("14%", "Total revenue", Q3, role=Role.GROWTH, kind=Kind.PERCENT, unit="pure", scale=-2)
    result = prove(document(income(), mentions=[growth]))
    (identity,) = result.identities_of(Ref(-1, 0))
    assert identity.kind is IdentityKind.GROWTH
    assert identity.outcome is Outcome.HOLDS


def test_other_growth_rate_is_not_proved() -> None:
    growth = mention("19%", "Total revenue", Q3, role=Role.GROWTH, kind=Kind.PERCENT, unit="pure", scale=-2)
    assert Ref(-1, 0) not in prove(document(income(), mentions=[growth])).proved


def test_sentence_that_contradicts_the_table_is_refused_and_the_table_is_kept() -> None:
    result = prove(document(income(), mentions=[mention("$47.9", "Revenue", Q3)]))
    assert result.refusal(Ref(-1, 0))
    assert result.value(Ref(0, 0, 0)) == 45_192_000
    (finding,) = (one for one in result.findings if one.severity > Severity.INFO)
    assert "45.2" in finding.message


def test_sentence_on_a_result_that_a_row_of_some_owners_shows_contradicts_no_other_row() -> None:
    rows = [
        ("Consolidated net loss", "(392)", "911"),
        ("Net loss attributable to Marrow Inns Corp.", "(484)", "855"),
    ]
    shown = statement(StatementKind.INCOME, [Q3, Q3_BEFORE], rows)
    result = prove(
        document(shown, mentions=[mention("$0.484", "Net loss", Q3), mention("$0.451", "Net loss", Q3)])
    )
    assert [bool(result.refusal(Ref(-1, index))) for index in range(2)] == [False, True]


def test_sentence_on_another_subject_is_left_alone() -> None:
    result = prove(document(income(), mentions=[mention("$41.4", "Revenue from business operations", Q3)]))
    assert result.refusal(Ref(-1, 0)) is None
    assert result.identities_of(Ref(-1, 0)) == ()


def test_sentence_read_for_the_wrong_quarter_is_read_for_the_one_the_table_shows() -> None:
    result = prove(document(income(), mentions=[mention("$39.7", "Revenue", Q3)]))
    assert result.document.mentions[0].period == Q3_BEFORE
    assert result.document.mentions[0].derived
    assert Ref(-1, 0) in result.proved


def test_amount_of_a_past_period_is_no_forecast() -> None:
    result = prove(document(income(), mentions=[mention("$130.9", "Revenue", NINE, basis=Basis.FORECAST)]))
    assert result.document.mentions[0].basis is Basis.REPORTED


def test_forecast_is_not_moved_to_a_past_period() -> None:
    ahead = mention("$39.7", "Revenue", Q3, basis=Basis.FORECAST)
    assert prove(document(income(), mentions=[ahead])).document.mentions == (ahead,)


def test_without_repair_sentences_stay_as_read() -> None:
    wrong = mention("$39.7", "Revenue", Q3)
    assert prove(document(income(), mentions=[wrong]), repair=False).document.mentions == (wrong,)


def rate(text: str) -> Mention:
    return mention(text, "Bookings", Q3, role=Role.GROWTH, kind=Kind.PERCENT, unit="pure", scale=-2)


def of_one_sentence(*mentions: Mention, sentence: str) -> Document:
    """The document of these mentions, all of one sentence, each at a place of its own."""
    placed = [
        evolve(one, sentence=sentence, figure=evolve(one.figure, place=evolve(one.figure.place, start=start)))
        for start, one in enumerate(mentions)
    ]
    return document(income(), mentions=placed)


@pytest.mark.parametrize(("said", "is_proved"), [("26%", True), ("24%", False)])
def test_rate_is_proved_with_the_amounts_of_its_sentence(said: str, *, is_proved: bool) -> None:
    now, before = mention("$10.2", "Bookings", Q3), mention("$8.1", "Bookings", Q3_BEFORE)
    result = prove(of_one_sentence(now, rate(said), before, sentence="Bookings rose."))
    assert all((Ref(-1, index) in result.proved) is is_proved for index in range(3))
    assert not result.refusals


def test_rate_of_one_measure_says_nothing_of_another() -> None:
    now, before = mention("$10.2", "Backlog", Q3), mention("$8.1", "Backlog", Q3_BEFORE)
    result = prove(of_one_sentence(now, rate("26%"), before, sentence="Bookings rose."))
    assert Ref(-1, 1) not in result.proved


@pytest.mark.parametrize(
    ("parts", "sentence", "is_proved"),
    [
        (("$30.1", "$15.1"), "Revenue was $45.2 million, of which services and products", True),
        (("$30.1", "$14.1"), "Revenue was $45.2 million, of which services and products", False),
        (("$30.1", "$15.1"), "Revenue was $45.2 million, costs were and others were", False),
    ],
)
def test_parts_of_a_sentence_are_proved_by_their_whole(
    parts: tuple[str, str], sentence: str, *, is_proved: bool
) -> None:
    said = [mention("$45.2", "Revenue", Q3), *(mention(text, f"part {text}", Q3) for text in parts)]
    result = prove(of_one_sentence(*said, sentence=sentence))
    parts_proved = {Ref(-1, 1), Ref(-1, 2)} & result.proved
    assert parts_proved == ({Ref(-1, 1), Ref(-1, 2)} if is_proved else set())
    assert not result.refusals
