"""Errors planted in real filings, one at a time, and how many are found."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.validating.planting import (
    Change,
    in_sums,
    loaded,
    other_digit,
    other_period,
    other_scale,
    other_sign,
    other_unit,
    plant,
    repeated,
    with_other,
)
from xbrlgen.findings import Finding, Severity
from xbrlgen.validating import validate
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.opened.loading import Loaded

Row = tuple[str, str, str, str]
SHARED = Path(os.environ.get("XBRLGEN_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FILINGS = ("cmg-10q-2020", "wk-10q-2022", "aapl-10q-2023", "aapl-10k-2023", "fizz-10k-2020")
EACH = 12
Choose = Callable[[Loaded, int], list[Reported]]
Make = Callable[[Loaded, Reported], Change | None]


def _moved(attribute: str, name: str | None) -> Change | None:
    return None if name is None else with_other(attribute, name)


KINDS: tuple[tuple[str, Choose, Make, str], ...] = (
    ("a changed copy of a repeated fact", repeated, lambda _, __: other_digit, "all"),
    ("a changed total or contributor", in_sums, lambda _, __: other_digit, "all"),
    ("the other sign", in_sums, lambda _, __: other_sign, "all"),
    ("a thousand times as much", in_sums, lambda _, __: other_scale, "all"),
    (
        "the context of another period", in_sums,
        lambda held, fact: _moved("contextRef", other_period(held, fact)), "",
    ),
    ("another unit", in_sums, lambda held, fact: _moved("unitRef", other_unit(held, fact)), ""),
)  # fmt: skip


def rows() -> Iterator[Row]:
    """A row for each kind of error, where the filings are."""
    held = [SHARED / "filings" / name for name in FILINGS]
    here = [folder for folder in held if folder.is_dir()]
    for name, choose, make, target in KINDS if here else ():
        told = [one for folder in here for one in _tried(folder, choose, make)]
        found, hinted = sum(one >= Severity.INCONSISTENCY for one in told), sum(map(bool, told))
        more = f", {hinted - found} more hinted at" if hinted > found else ""
        yield (f"planted: {name}", f"{found} of {len(told)}{more}", target, f"{EACH} in each of {len(here)}")


def _tried(folder: Path, choose: Choose, make: Make) -> Iterator[int]:
    """How bad the worst finding is that each planted error brings, 0 for none."""
    before = {finding.message for finding in validate(folder, arelle=False).findings}
    with tempfile.TemporaryDirectory() as space:
        held = loaded(folder, Path(space))
        for number, fact in enumerate(choose(held, EACH)):
            change = make(held, fact)
            if change is not None:
                file = held.instance.files[fact.file]
                planted = plant(folder, fact, file, Path(space) / str(number), change)
                yield _worst(fact, validate(planted, arelle=False).findings, before)


def _worst(fact: Reported, findings: tuple[Finding, ...], before: set[str]) -> int:
    name = fact.concept.rpartition("}")[2]
    new = (one for one in findings if one.message not in before and name in f"{one.about} {one.details}")
    return max((int(one.severity) for one in new), default=0)
