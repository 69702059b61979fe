"""Totals without a label get the words that a reader would put there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from attrs import evolve

from xbrlgen.period_words import MONTH_NAMES
from xbrlgen.tagging.known.tables import pairs
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName, Sums

_MONTHS = "|".join(MONTH_NAMES)
_CASH_AT = re.compile(rf"^(total )?cash\b(?!.*(paid|provided|used|beginning|end)).*\b({_MONTHS})$")
_BLANK = ("", "total")


@lru_cache(maxsize=1)
def _told() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), words) for pattern, words in pairs("rules-subtotals.tsv"))


def named_totals(lines: Sequence[Line], sums: Sums) -> tuple[Line, ...]:
    """The lines, those without words given words by what they add up or by the heading above."""
    by_name = {line.name: line for line in lines}
    for line in lines:
        if line.words in _BLANK:
            by_name[line.name] = evolve(line, words=_words(line, sums, by_name))
    first = [by_name[line.name] for line in lines]
    assets = {line.values for line in first if line.words == _ASSETS and line.form == "BS"}
    told = [
        _told_by_assets(line, named, assets, sums, by_name)
        if line.words in _BLANK and line.form == "BS"
        else named
        for line, named in zip(lines, first, strict=True)
    ]
    return tuple(_opening([_headed(line) for line in told]))


def _opening(lines: Sequence[Line]) -> Iterator[Line]:
    """Cash at two dates in a cash flow statement: the first opens, the last closes."""
    dated = [line.name for line in lines if line.form == "CF" and _CASH_AT.search(line.bare)]
    for line in lines:
        if line.name in dated and sum(name[0] == line.statement for name in dated) == 2:
            is_first = next(name for name in dated if name[0] == line.statement) == line.name
            yield evolve(line, words=f"{line.words} {'beginning' if is_first else 'end'}")
        else:
            yield line


def _told_by_assets(
    line: Line, named: Line, assets: Set[tuple[object, ...]], sums: Sums, by_name: Mapping[RowName, Line]
) -> Line:
    """A blank total of a balance sheet: equal to all assets, it closes it; without equity it does not."""
    if named.words == _ASSETS:
        return named
    if line.values in assets:
        return evolve(line, words="total liability stockholder equity")
    if not assets or not _BOTH.search(named.words) or any(map(_EQUITY.search, _parts(line, sums, by_name))):
        return named
    return evolve(named, words="total liability")


_ASSETS = "total asset"
_EQUITY = re.compile(r"\b(equity|deficit|capital)\b")
_BOTH = re.compile(rf"^total liability.*{_EQUITY.pattern}$")


def _headed(line: Line) -> Line:
    """A line whose label is only its par value gets the heading above as its words."""
    if line.words.startswith("par value") and line.above:
        return evolve(line, words=f"{line.above.rsplit(' > ', 1)[-1]} {line.words}")
    return line


def _words(line: Line, sums: Sums, by_name: Mapping[RowName, Line]) -> str:
    """What a total without words is; a row without any letter only where a sum shows that it is one."""
    parts = _parts(line, sums, by_name)
    for pattern, words in _told():
        if any(pattern.search(text) for text in (*parts, " + ".join(parts))):
            return words
    heading = line.above.rsplit(" > ", 1)[-1]
    if heading and (len(parts) > 1 or line.words):
        return f"total {heading}"
    return _of_inner(line, sums, by_name) or line.words


def _of_inner(line: Line, sums: Sums, by_name: Mapping[RowName, Line]) -> str:
    """The words of a total without a label that another one adds something to: this is the whole of it."""
    if line.form != "IS":
        return ""
    rows = (by_name[row] for row, weight in sums.terms.get(line.name, ()) if weight > 0 and row in by_name)
    return next((row.words for row in rows if not row.label.strip() and row.words.startswith("total ")), "")


def _parts(line: Line, sums: Sums, by_name: Mapping[RowName, Line]) -> list[str]:
    """The words of the rows that add up to a line."""
    return [by_name[row].bare for row, _ in sums.terms.get(line.name, ()) if row in by_name]
