"""What it costs to import the package and to ask for help."""

from __future__ import annotations

from benchmarks.timing import RUNS, python, ratio

Row = tuple[str, str, str, str]
YARDSTICK = python("import lxml.etree, attrs")
WORKS = {
    "import xbrlgen": "import xbrlgen",
    "import xbrlgen.model": "import xbrlgen.model",
    "xbrlgen --help": "from xbrlgen.cli import main; main(['--help'], standalone_mode=False)",
    "import xbrlgen.reading": "import xbrlgen.reading",
}
TARGETS = {"import xbrlgen": "<= 1.0", "xbrlgen --help": "<= 1.5"}


def rows() -> list[Row]:
    """Each import as a ratio to that of lxml.etree and attrs."""
    note = f"median of {RUNS}"
    return [
        (f"importing: {name}", f"{ratio(python(code), YARDSTICK):.2f}", TARGETS.get(name, ""), note)
        for name, code in WORKS.items()
    ]
