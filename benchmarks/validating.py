"""What validating costs, beside Arelle's own command line in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from xbrlgen.validating.arelle.judging import Job, Judge
from xbrlgen.validating.facts import Reported
from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.missing.standins import plan, write_plan
from xbrlgen.validating.modes import Mode
from xbrlgen.validating.opened.loading import Loaded, load
from xbrlgen.validating.opened.opening import open_path
from xbrlgen.validating.outcomes import Arc, Network
from xbrlgen.validating.sums.calculation import check

Row = tuple[str, str, str, str]
SHARED = Path(os.environ.get("XBRLGEN_SHARED", Path(__file__).resolve().parents[2] / "shared"))
PAGE = "filings/wk-10q-2022"
PACKAGE = "taxonomies/us-gaap-2024.zip"
RUNS = 5
FACTS = 100_000
_OURS = "from xbrlgen.cli.validate import validate; validate()"
# Arelle's own pass over sums, with what it must load for it, and nothing else
_SUMS_ONLY = """
import sys, time
from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions
import arelle.ValidateXbrl
started = time.perf_counter()
with Session() as session:
    session.run(RuntimeOptions(entrypointFile=sys.argv[1], packages=[sys.argv[2]], keepOpen=True,
        internetConnectivity="offline", disablePersistentConfig=True, logFile="logToBuffer"))
    from arelle.ValidateXbrlCalcs import ValidateCalcsMode, validate
    list(validate(session.get_models()[0], ValidateCalcsMode.ROUND_TO_NEAREST))
print(time.perf_counter() - started)
"""


def rows() -> list[Row]:
    """All rows; those that need the shared test data only where it is."""
    found = [_many_facts()]
    if (SHARED / PAGE).exists():
        with tempfile.TemporaryDirectory() as folder:
            found += _of_a_filing(Path(folder))
            if (SHARED / PACKAGE).exists():
                found.append(_standins(Path(folder)))
    return found


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """The least seconds of so many runs."""
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


def _read(path: Path, folder: Path) -> Loaded:
    (entry,) = open_path(path, folder)
    return load(entry, Shelf())


def _of_a_filing(folder: Path) -> list[Row]:
    loaded = _read(SHARED / PAGE, folder)
    page = str(loaded.entry.files[0])
    standin = str(write_plan(plan(loaded), folder / "standin.zip"))
    theirs = [
        str(Path(sys.executable).with_name("arelleCmdLine")),
        "--file", page, "--packages", standin, "--validate", "--calc", "c11r", "--utr",
        "--validateDuplicateFacts", "inconsistent", "--baseTaxonomyValidation", "none",
        "--internetConnectivity", "offline", "--disablePersistentConfig",
        "--logFile", str(folder / "log.txt"),
    ]  # fmt: skip
    ours = [sys.executable, "-c", _OURS, page]
    pairs = [(_seconds(ours, folder), _seconds(theirs, folder)) for _ in range(RUNS)]
    ratio = min(own for own, _ in pairs) / min(other for _, other in pairs)
    engine = best(lambda: check(loaded.instance.facts, loaded.dts.networks, Mode.C11R))
    arelle = min(_arelle_pass(page, standin, folder) for _ in range(3))
    return [
        ("validate against arelleCmdLine", f"{ratio:.2f}", "<= 1.1", f"{PAGE}, best of {RUNS}"),
        ("native engine against Arelle's pass and loading", f"{arelle / engine:.0f} x", ">= 100 x", PAGE),
    ]


def _seconds(command: list[str], folder: Path) -> float:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder)}
    return best(lambda: subprocess.run(command, env=environment, capture_output=True, check=False), 1)


def _arelle_pass(page: str, standin: str, folder: Path) -> float:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder)}
    command = [sys.executable, "-c", _SUMS_ONLY, page, standin]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    return float(done.stdout.split()[-1])


def many(count: int) -> tuple[list[Reported], list[Network]]:
    """So many facts: sums of four in a thousand contexts, one in a hundred of them wrong."""
    facts, networks = [], []
    for number in range(count // 5000):
        items = [f"i{number}_{place}" for place in range(4)]
        networks.append(Network("r", f"t{number}", tuple(Arc(item, Decimal(1)) for item in items)))
        for context in range(1000):
            facts += [Reported(0, item, context, 0, Decimal(context), 0) for item in items]
            total = Decimal(4 * context + (9 if context % 100 == 0 else 0))
            facts.append(Reported(0, f"t{number}", context, 0, total, 0))
    return facts, networks


def _many_facts() -> Row:
    facts, networks = many(FACTS)
    started = time.process_time()
    outcomes = check(facts, networks, Mode.C11R)
    taken = time.process_time() - started
    note = f"{len(outcomes):,} sums, c11r, processor time"
    return (f"native engine on {FACTS:,} facts", f"{taken:.2f} s", "< 1 s", note)


def _standins(folder: Path) -> Row:
    """One filing on us-gaap 2024, judged with stand-ins and with the official package, imports aside."""
    page = filing_of_2024(folder / "filing")
    standin = str(write_plan(plan(_read(page, folder)), folder / "small.zip"))
    with Judge() as judge:
        judge.judge(Job(str(page), ("c11r",), (standin,)))
        small = min(judge.judge(Job(str(page), ("c11r",), (standin,))).seconds for _ in range(3))
        package = str(SHARED / PACKAGE)
        large = min(judge.judge(Job(str(page), ("c11r",), (package,))).seconds for _ in range(2))
    note = f"{small:.2f} s against {large:.2f} s, with the official 2024 package"
    return ("judgement with stand-ins", f"{large / small:.1f} x", ">= 5 x", note)


def filing_of_2024(folder: Path) -> Path:
    """A small balance sheet on us-gaap 2024 in XML, with its schema and calculation linkbase."""
    folder.mkdir(exist_ok=True)
    here = Path(__file__).with_name("filing_2024")
    for path in here.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder / "abc-20240331.xml"
