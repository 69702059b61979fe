"""Numbers of running text, each found once."""

from __future__ import annotations

import pytest

from xbrlgen.tokens import find_tokens


def test_tokens_of_a_sentence() -> None:
    text = "Revenue rose 15% to $45.2 million ($44 to $46), a loss of $(0.05) or ($1.2) million; $46 - $47."
    tokens = [text[token.start : token.end] for token in find_tokens(text)]
    assert tokens == ["15%", "$45.2 million", "$44", "$46", "$(0.05)", "($1.2) million", "$46", "$47"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("a ( 5 to 6", ["5", "6"]),
        ("($ 5 to 6)", ["$ 5", "6"]),
        ("(- 5, 6", ["- 5", "6"]),
        ("see ($5", ["$5"]),
    ],
)
def test_a_bracket_that_is_not_closed_is_no_part_of_a_token(text: str, tokens: list[str]) -> None:
    assert [text[token.start : token.end] for token in find_tokens(text)] == tokens
