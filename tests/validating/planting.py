"""Planting one error in a copy of a filing: a numeric fact gets another value."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from xbrlgen.validating.calculation import Mode, Outcome, Status, check
from xbrlgen.validating.duplicates import Kind, groups
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.loading import Loaded, load
from xbrlgen.validating.opening import open_path
from xbrlgen.validating.shelf import Shelf


@frozen
class Plant:
    """A fact to change, and the sums it takes part in."""

    fact: Reported
    sums: int


def loaded(folder: Path, workspace: Path) -> Loaded:
    """A filing, read."""
    (entry,) = open_path(folder, workspace)
    return load(entry, Shelf())


def repeated(held: Loaded, limit: int) -> list[Reported]:
    """Facts that are reported more than once with equal accuracy, spread over the filing."""
    found = [
        group.facts[-1]
        for group in groups(held.instance.facts)
        if group.kind is Kind.COMPLETE and group.facts[-1].value and group.facts[-1].id
    ]
    return spread(found, limit)


def in_sums(held: Loaded, limit: int) -> list[Reported]:
    """Facts that take part in a consistent sum and are reported once, spread over the filing."""
    many = {fact.index for group in groups(held.instance.facts) for fact in group.facts}
    sums = check(held.instance.facts, held.dts.networks, Mode.C11R)
    facts = {
        fact.index: fact
        for outcome in sums
        if outcome.status is Status.CONSISTENT
        for fact in members(outcome)
        if fact.id and fact.index not in many and _is_large(fact)
    }
    return spread([facts[index] for index in sorted(facts)], limit)


def _is_large(fact: Reported) -> bool:
    """Whether another first digit is more than rounding may explain in a long sum."""
    return fact.value is not None and abs(fact.value) >= 100 * Decimal((0, (1,), -(fact.decimals or 0)))


def members(outcome: Outcome) -> Iterator[Reported]:
    """All facts of a sum."""
    yield from outcome.total
    for part in outcome.parts:
        yield from part.facts


def spread(facts: Sequence[Reported], limit: int) -> list[Reported]:
    """So many facts, taken evenly."""
    step = max(1, len(facts) // limit)
    return list(facts[::step][:limit])


def plant(folder: Path, fact: Reported, file: str, target: Path) -> Path:
    """A copy of the filing in which the fact's printed digits are others."""
    shutil.copytree(folder, target, copy_function=shutil.copyfile)
    target.chmod(0o755)
    page = target / Path(file).name
    text = page.read_text("utf-8")
    pattern = re.compile(rf"""(<[^<>]*\bid="{re.escape(fact.id)}"[^<>]*>)([^<>]*)(<)""")
    changed, count = pattern.subn(lambda found: found[1] + _other(found[2]) + found[3], text, count=1)
    assert count == 1, fact
    page.write_text(changed, "utf-8")
    return target


def _other(text: str) -> str:
    """Another number: the first digit is another one, far enough away to be no rounding."""
    place = next(number for number, letter in enumerate(text) if letter in "123456789")
    digit = int(text[place])
    other = digit - 5 if digit > 5 else digit + 4
    return text[:place] + str(other) + text[place + 1 :]
