"""Years of taxonomies written short: ``2009-2017,2019`` over the years that an index covers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache


def write_years(years: Iterable[int], covered: Sequence[int]) -> str:
    """The years as runs; a run reaches over years that aren't covered.

    >>> write_years([2009, 2011, 2013], [2009, 2011, 2012, 2013])
    '2009-2011,2013'
    """
    chosen = set(years)
    runs: list[list[int]] = []
    open_run = False
    for year in covered:
        if year not in chosen:
            open_run = False
        elif open_run:
            runs[-1][1] = year
        else:
            runs.append([year, year])
            open_run = True
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


@lru_cache(maxsize=8192)
def read_years(text: str) -> tuple[tuple[int, int], ...]:
    """The runs of a written list of years, each as first and last.

    >>> read_years("2009-2011,2013")
    ((2009, 2011), (2013, 2013))
    """
    runs = []
    for run in text.split(",") if text else ():
        first, _, last = run.partition("-")
        runs.append((int(first), int(last or first)))
    return tuple(runs)


def holds(text: str, year: int) -> bool:
    """Whether a covered year is among the written ones.

    >>> holds("2009-2011,2013", 2011), holds("2009-2011,2013", 2012)
    (True, False)
    """
    return any(first <= year <= last for first, last in read_years(text))


def years_of(text: str, covered: Sequence[int]) -> tuple[int, ...]:
    """The covered years among the written ones."""
    return tuple(year for year in covered if holds(text, year))
