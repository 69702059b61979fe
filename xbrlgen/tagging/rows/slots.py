"""In which part of its statement a row stands: current assets, investing activities, shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from attrs import frozen

from xbrlgen.tagging.known.tables import rows
from xbrlgen.tagging.known.words import unbracketed

_START = {"BS": "asset", "IS": "revenue", "CF": "operating"}


@frozen
class SlotRule:
    """A pattern on a heading (``heading``) or row that opens a part: ``from`` it on, ``after`` it.

    ``from`` with a part opens the other one only where the row would stand in that part.
    """

    form: str
    pattern: re.Pattern[str]
    when: str
    slot: str


@lru_cache(maxsize=1)
def _rules() -> tuple[SlotRule, ...]:
    return tuple(
        SlotRule(form, re.compile(text), when, slot) for form, text, when, slot in rows("rules-slots.tsv")
    )


@lru_cache(maxsize=8192)
def _told(form: str, label_words: str, moments: tuple[str, ...]) -> str | None:
    """The part that words open, found once: releases say most things several times."""
    for rule in _rules():
        if rule.form == form and rule.when in moments and rule.pattern.search(label_words):
            return rule.slot
    return None


@frozen
class Walk:
    """The part each row stands in, row by row."""

    slots: tuple[str, ...]

    @classmethod
    def over(cls, form: str, labelled: Iterable[tuple[str, tuple[str, ...], bool]]) -> Walk:
        """Walk down rows given as label, headings above, whether it is a heading itself."""
        bare = [
            (unbracketed(label), tuple(map(unbracketed, section)), heading)
            for label, section, heading in labelled
        ]
        listed = _with_blank_totals(bare)
        slot = _start(form, [label for label, _, _ in listed])
        slots: list[str] = []
        last: tuple[str, ...] = ()
        for label, section, heading in listed:
            new = [text for text in (*section, *([label] if heading else [])) if text not in last]
            for text in new:
                slot = _told(form, text, ("heading", "from")) or slot
            slot = (not heading and _told(form, label, ("from", f"from {slot}"))) or slot
            slots.append(slot)
            slot = (not heading and _told(form, label, ("after",))) or slot
            last = (*section, label) if heading else section
        return cls(tuple(_classified(slots) if form == "BS" else slots))


_Listed = tuple[str, tuple[str, ...], bool]


def _with_blank_totals(listed: Sequence[_Listed]) -> list[_Listed]:
    """The rows, a total without label named by the heading above it where no row has that name.

    All assets are not summed up before the last of them, which stands above the heading of liabilities.
    """
    labels = {label for label, _, _ in listed}
    last = _last_asset(listed)
    found: list[_Listed] = []
    for at, (label, section, heading) in enumerate(listed):
        named = f"total {section[-1]}" if section and not (label or heading) else ""
        is_taken = not named or named in labels or (named == "total asset" and at < last)
        found.append((label if is_taken else named, section, heading))
    return found


def _last_asset(listed: Sequence[_Listed]) -> int:
    """Where the last row stands above the heading of liabilities; 0 without such a heading."""
    below = (at for at, (label, _, heading) in enumerate(listed) if heading and "liability" in label)
    return max((at for at in range(next(below, 0)) if not listed[at][2]), default=0)


def _start(form: str, labels: Sequence[str]) -> str:
    if form == "BS" and any(re.match("total current asset", label) for label in labels):
        return "current asset"
    return _START.get(form, "")


def _classified(slots: list[str]) -> list[str]:
    """In a classified balance sheet, plain assets above the current ones' total are current, and so on."""
    if "noncurrent asset" not in slots:
        return slots
    end = slots.index("noncurrent asset")
    current = [("current asset" if slot == "asset" else slot) for slot in slots[:end]]
    rest = [("noncurrent asset" if slot == "asset" else slot) for slot in slots[end:]]
    if "noncurrent liability" in rest:
        stop = rest.index("noncurrent liability")
        rest[:stop] = ["current liability" if slot == "liability" else slot for slot in rest[:stop]]
    return current + rest
