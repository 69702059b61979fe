"""Facts as Parquet, for warehouses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from xbrlgen.filing import Filing
from xbrlgen.writing.folder import WriteError
from xbrlgen.writing.records import COLUMNS, Row, fact_rows

_WHOLE = frozenset({"decimals", "line", "column"})


def write_parquet(filings: Iterable[Filing], path: Path) -> Path:
    """Write the facts of filings as one table with the columns of the CSV; values are text, so exact.

    Needs pyarrow: ``pip install xbrlgen[parquet]``.
    """
    try:
        import pyarrow as arrow  # noqa: PLC0415 (an extra)
        from pyarrow import parquet  # noqa: PLC0415 (an extra)
    except ImportError as error:
        msg = "Parquet needs pyarrow: pip install 'xbrlgen[parquet]'"
        raise WriteError(msg) from error
    rows = [row for filing in filings for row in fact_rows(filing)]
    columns = {name: [_cell(name, row) for row in rows] for name in COLUMNS}
    table = arrow.table(columns, schema=_schema(arrow))
    parquet.write_table(table, path)
    return path


def _cell(name: str, row: Row) -> object:
    value = row[name]
    return f"{value:f}" if name == "value" and value is not None and not isinstance(value, str) else value


def _schema(arrow: Any) -> Any:
    kinds = {"confidence": arrow.float64(), **dict.fromkeys(_WHOLE, arrow.int64())}
    return arrow.schema([(name, kinds.get(name, arrow.string())) for name in COLUMNS])
