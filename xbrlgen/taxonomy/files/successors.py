"""What the publisher put in the place of deprecated concepts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from xbrlgen.taxonomy.errors import DamagedIndexError
from xbrlgen.taxonomy.files.records import Succession


def successors_path(folder: Path, family: str) -> Path:
    """Where the successions of a family stand."""
    return folder / f"successors-{family}.tsv"


def write_successions(successions: Iterable[Succession]) -> str:
    """Successions as a table: old name, new name, in which manner."""
    return "".join(f"{one.old}\t{one.new}\t{one.manner}\n" for one in sorted(successions))


@lru_cache(maxsize=16)
def read_successions(path: Path) -> dict[str, tuple[Succession, ...]]:
    """The successions in a file by old name; none where there is no file."""
    if not path.exists():
        return {}
    found: dict[str, tuple[Succession, ...]] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            one = Succession(*line.split("\t"))
            found[one.old] = (*found.get(one.old, ()), one)
    except (OSError, ValueError, TypeError) as damage:
        msg = f"{path}: can't be read as a table of successors ({damage}); compile the index anew"
        raise DamagedIndexError(msg) from damage
    return found


def successions_of(folder: Path, family: str, name: str) -> tuple[Succession, ...]:
    """What took the place of a concept."""
    return read_successions(successors_path(folder, family)).get(name, ())
