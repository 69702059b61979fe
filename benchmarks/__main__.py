"""One table of all benchmarks: ``python -m benchmarks [NAME...]``.

Each module of this folder with a function ``rows()`` adds its rows: name, what was measured (a ratio where
seconds would depend on the machine), what it shall reach, and how often it was run or what it was run on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from rich.console import Console
from rich.table import Table

import benchmarks

Row = tuple[str, str, str, str]
HEADS = ("name", "measured", "target", "runs")


def all_rows(wanted: list[str]) -> Iterator[Row]:
    """The rows of the modules that are wanted, all where none is named."""
    for found in sorted(iter_modules(benchmarks.__path__), key=lambda each: each.name):
        if found.name.startswith("_") or (wanted and found.name not in wanted):
            continue
        module = import_module(f"benchmarks.{found.name}")
        if hasattr(module, "rows"):
            yield from module.rows()


def main() -> None:
    table = Table(*HEADS)
    for row in all_rows(sys.argv[1:]):
        table.add_row(*row)
    width = None if sys.stdout.isatty() else 160
    Console(width=width).print(table)


if __name__ == "__main__":
    main()
