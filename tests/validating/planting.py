"""Planting one error in a copy of a filing: a numeric fact gets another value."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from attrs import evolve

from xbrlgen.validating.facts import Reported
from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.opened.loading import Loaded, load
from xbrlgen.validating.opened.opening import open_path
from xbrlgen.validating.outcomes import Outcome, Status
from xbrlgen.validating.sums.calculation import check
from xbrlgen.validating.sums.duplicates import Kind, groups


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


Change = Callable[[str, str], tuple[str, str]]
"""The start tag and the text of a fact to those it shall have."""


def plant(folder: Path, fact: Reported, file: str, target: Path, change: Change | None = None) -> Path:
    """A copy of the filing in which one fact is another: by default, its first digit."""
    shutil.copytree(folder, target, copy_function=shutil.copyfile)
    target.chmod(0o755)
    page = target / Path(file).name
    text = page.read_text("utf-8")
    pattern = re.compile(rf"""(<[^<>]*\bid="{re.escape(fact.id)}"[^<>]*>)([^<>]*)(<)""")
    how = change or other_digit
    changed, count = pattern.subn(lambda found: "".join(how(found[1], found[2])) + found[3], text, count=1)
    assert count == 1, fact
    page.write_text(changed, "utf-8")
    return target


def other_digit(tag: str, text: str) -> tuple[str, str]:
    """Another number: the first digit is another one, far enough away to be no rounding."""
    place = next(number for number, letter in enumerate(text) if letter in "123456789")
    digit = int(text[place])
    other = digit - 5 if digit > 5 else digit + 4
    return tag, text[:place] + str(other) + text[place + 1 :]


def other_sign(tag: str, text: str) -> tuple[str, str]:
    """The same number with the other sign."""
    if "ix:" not in tag[:4]:
        bare = text.strip()
        return tag, bare[1:] if bare.startswith("-") else f"-{bare}"
    bare, count = re.subn(r"""\ssign=["']-["']""", "", tag)
    return (bare, text) if count else (_with(tag, "sign", "-"), text)


def other_scale(tag: str, text: str) -> tuple[str, str]:
    """A thousand times as much."""
    if "ix:" not in tag[:4]:
        return tag, f"{text.strip()}000"
    scale = re.search(r"""\bscale=["'](-?\d+)["']""", tag)
    return _with(tag, "scale", str(int(scale[1]) + 3 if scale else 3)), text


def with_other(attribute: str, value: str) -> Change:
    """Another unit or context."""
    return lambda tag, text: (_with(tag, attribute, value), text)


def _with(tag: str, attribute: str, value: str) -> str:
    """A tag with an attribute set."""
    bare = re.sub(rf"""\s{attribute}=(?:"[^"]*"|'[^']*')""", "", tag)
    end = -2 if bare.endswith("/>") else -1
    return f'{bare[:end]} {attribute}="{value}"{bare[end:]}'


def other_period(held: Loaded, fact: Reported) -> str | None:
    """The name of a context that differs in its period only."""
    mine = held.instance.aspects[fact.aspects]
    for name, number in held.instance.contexts.items():
        aspects = held.instance.aspects[number]
        same = evolve(mine, start="", end="") == evolve(aspects, start="", end="")
        if same and aspects != mine and aspects.is_instant is mine.is_instant:
            return name
    return None


def other_unit(held: Loaded, fact: Reported) -> str | None:
    """The name of another unit."""
    units = held.instance.units_by_id
    return next((name for name, number in units.items() if number != fact.measure), None)
