"""Rows as Parquet, for warehouses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from xbrlgen.filing import Filing
from xbrlgen.writing.folder import WriteError, writing_whole
from xbrlgen.writing.tables.records import COLUMNS, fact_rows

_WHOLE = frozenset({"decimals", "line", "column"})
_SHARES = frozenset({"confidence"})


def write_parquet(filings: Iterable[Filing], path: Path) -> Path:
    """Write the facts of filings as one table with the columns of the CSV; values are text, so exact."""
    return write_rows((row for filing in filings for row in fact_rows(filing)), path, COLUMNS)


def write_rows(
    rows: Iterable[Mapping[str, Any]], path: Path, columns: Sequence[str] = (), whole: frozenset[str] = _WHOLE
) -> Path:
    """Write rows as one Parquet file, whole or not at all; the columns in ``whole`` are integers.

    Needs pyarrow: ``pip install xbrlgen[parquet]``.
    """
    try:
        import pyarrow as arrow  # noqa: PLC0415 (an extra)
        from pyarrow import parquet  # noqa: PLC0415 (an extra)
    except ImportError as error:
        msg = "Parquet needs pyarrow: pip install 'xbrlgen[parquet]'"
        raise WriteError(msg) from error
    listed = list(rows)
    names = columns or tuple(listed[0] if listed else COLUMNS)
    types = {**dict.fromkeys(whole, arrow.int64()), **dict.fromkeys(_SHARES, arrow.float64())}
    schema = arrow.schema([(name, types.get(name, arrow.string())) for name in names])
    data = {name: [_cell(row.get(name), is_text=name not in types) for row in listed] for name in names}
    with writing_whole(path) as ready:
        parquet.write_table(arrow.table(data, schema=schema), ready, compression="zstd")
    return path


def _cell(value: object, *, is_text: bool) -> object:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if is_text and value is not None else value
