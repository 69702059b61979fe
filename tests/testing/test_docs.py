"""What the documentation shows is what is run."""

from __future__ import annotations

import re

import pytest

from tests.shared import ROOT
from xbrlgen.testing import laws

TEXT = (ROOT / "docs" / "how-to" / "test-xbrl-software.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```python\n# (\S+)\n(.*?)\n```", TEXT, re.DOTALL)


@pytest.mark.parametrize(("name", "shown"), SHOWN, ids=[name for name, _ in SHOWN])
def test_an_example_is_shown_as_it_is(name: str, shown: str) -> None:
    assert shown.strip() == (ROOT / name).read_text(encoding="utf-8").strip()


def test_every_law_is_documented() -> None:
    known = {name for name in vars(laws) if name.startswith(("reading_", "writing_", "judging_"))}
    known |= {name for name, value in vars(laws).items() if isinstance(value, laws.Relation)}
    assert {name for name in known if f"`{name}`" not in TEXT} == set()
