"""Which editions of a taxonomy family were published, at which addresses, and which one serves a date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from attrs import frozen

from xbrlgen.taxonomy.errors import DamagedIndexError, UnknownFamilyError, UnknownYearError

DATA = "data"


@lru_cache(maxsize=1)
def data_folder() -> Path:
    """Where the index stands: inside an installed package, or at the top of a checkout."""
    installed = Path(__file__).parent / DATA
    return installed if installed.is_dir() else Path(__file__).parents[2] / "taxonomy"


@frozen(order=True)
class Edition:
    """A published taxonomy of one family: its year, namespace and the address of its schema."""

    family: str
    year: int
    namespace: str
    address: str


@lru_cache(maxsize=4)
def read_editions(folder: Path) -> dict[str, tuple[Edition, ...]]:
    """The editions of every family, oldest first."""
    path = folder / "editions.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        editions = [Edition(family, int(year), *rest) for family, year, *rest in rows]
    except (OSError, ValueError, TypeError) as damage:
        msg = f"{path}: can't be read as the table of editions ({damage})"
        raise DamagedIndexError(msg) from damage
    families: dict[str, list[Edition]] = {}
    for edition in sorted(editions):
        families.setdefault(edition.family, []).append(edition)
    return {family: tuple(listed) for family, listed in families.items()}


def editions_of(family: str, folder: Path | None = None) -> tuple[Edition, ...]:
    """The editions of a family, oldest first."""
    families = read_editions(folder or data_folder())
    if family not in families:
        msg = f"no taxonomy family {family!r}; there are {', '.join(sorted(families))}"
        raise UnknownFamilyError(msg)
    return families[family]


def edition_for(family: str, when: int | date, folder: Path | None = None) -> tuple[Edition, str]:
    """The edition in use in a year, and in words what was taken instead where there was none."""
    year = _year(when)
    editions = editions_of(family, folder)
    found = max((edition for edition in editions if edition.year <= year), default=editions[0])
    return found, _fallback(found, year, editions)


def _year(when: int | date) -> int:
    year = when.year if isinstance(when, date) else when
    if not isinstance(year, int) or isinstance(year, bool) or not 1900 <= year <= 2200:
        msg = f"no taxonomy year {when!r}; give a year such as 2013, or a date"
        raise UnknownYearError(msg)
    return year


def _fallback(found: Edition, year: int, editions: tuple[Edition, ...]) -> str:
    if found.year == year:
        return ""
    if year < found.year:
        return f"{found.family} {year} is older than any edition known; the oldest, {found.year}, is taken"
    if found == editions[-1]:
        return f"{found.family} {year} is newer than any edition known; the newest, {found.year}, is taken"
    return f"there was no edition of {found.family} in {year}; that of {found.year} was in use and is taken"


def merge_editions(text: str, editions: Iterable[Edition]) -> str:
    """The table of editions with further ones; the address that is already known of one stays."""
    lines = text.splitlines()
    comments = [line for line in lines if line.startswith("#")]
    rows = {tuple(line.split("\t")[:2]): line for line in lines if not line.startswith("#")}
    for edition in editions:
        line = f"{edition.family}\t{edition.year}\t{edition.namespace}\t{edition.address}"
        rows.setdefault((edition.family, str(edition.year)), line)
    return "".join(f"{line}\n" for line in [*comments, *(rows[key] for key in sorted(rows))])
