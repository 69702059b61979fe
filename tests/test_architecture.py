"""What may import what: no cycles, no stage that knows a later one, nothing heavy before it is needed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.shared import ROOT

PACKAGE = ROOT / "xbrlgen"
# Each may import those before it and those beside it. ``xbrlgen/__init__`` only names its doors.
ORDER = (
    {"places", "severity", "answering", "collecting", "loading", "openings", "sec_words"},
    {"figure_marks", "figure_damage", "figures", "tokens", "findings"},
    {"model"},
    {"period_words", "time_words", "period_atoms", "periods", "calendars", "inferring", "resolving"},
    {"taxonomy"},
    {"reading"},
    {"proving"},
    {"filing"},
    {"tagging"},
    {"writing"},
    {"building"},
    {"validating"},
    {"reviewing"},
    {"testing"},
    {"batch"},
    {"cli"},
    {"__main__"},
)
# Of a room, or of a folder of one: its folders and modules in the order in which they may import each other.
WITHIN = {
    "reading": (
        "statement",
        "errors",
        "document",
        "words",
        "given",
        "grids",
        "texts",
        "pages",
        "sheets",
        "tables",
        "rows",
        "heads",
        "filer",
        "statements",
        "times",
        "figures",
        "numbers",
        "sentences",
        "sources",
        "verdicts",
        "understand",
        "__init__",
    ),
    "reading.texts": (
        "cutting",
        "blanks",
        "converted",
        "marks",
        "plain",
        "__init__",
    ),
    "tagging": (
        "known",
        "filer",
        "columns",
        "rows",
        "concepts",
        "elsewhere",
        "facts",
        "own",
        "desk",
        "trees",
        "texts",
        "sentences",
        "decisions",
        "assembling",
        "door",
        "__init__",
    ),
    "validating": (
        "errors",
        "names",
        "modes",
        "facts",
        "accuracy",
        "codes",
        "outcomes",
        "files",
        "notations",
        "taxonomy",
        "opened",
        "telling",
        "missing",
        "sums",
        "edgar",
        "checks",
        "arelle",
        "validation",
        "baseline",
        "rendering",
        "options",
        "validate_reports",
        "__init__",
        "running",
    ),
    "proving": (
        "identity",
        "budget",
        "figures",
        "claims",
        "sums",
        "comparisons",
        "repairing",
        "layout",
        "gathering",
        "prover",
        "__init__",
    ),
    "writing": (
        "names",
        "folder",
        "html",
        "texts",
        "inline",
        "edgar",
        "taxonomy",
        "pages",
        "unprinted",
        "tables",
        "packages",
        "files",
        "__init__",
    ),
    "taxonomy": (
        "errors",
        "words",
        "editions",
        "files",
        "asking",
        "making",
        "standins",
        "__init__",
    ),
}
# Loaded only when a method that people expect there is called: `Filing.write`.
ON_CALL = {("xbrlgen.filing", "xbrlgen.writing")}
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
# Arelle and hypothesis take long to load; the rest is what a room of the package brings along.
HEAVY = (
    "arelle",
    "attrs",
    "hypothesis",
    "lxml",
    "openpyxl",
    "rapidfuzz",
    "pyarrow",
    "xbrlgen.taxonomy",
    "xbrlgen.tagging",
)
MAIN = "from xbrlgen.cli import main"


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
MODULES = sorted(PATHS.keys() - {"xbrlgen"})


def targets(node: ast.AST, within: str) -> Iterator[str]:
    """The modules of the package that an import statement loads."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "xbrlgen")
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, f"{within} imports relatively"
        if node.module and node.module.split(".")[0] == "xbrlgen":
            inner = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in PATHS else node.module for name in inner)


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def on_loading(tree: ast.AST) -> Iterator[ast.AST]:
    """The statements that run when a module is loaded."""
    for node in ast.iter_child_nodes(tree):
        if not is_for_types(node) and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            yield from on_loading(node)


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        name: {
            target
            for node in on_loading(ast.parse(path.read_text(encoding="utf-8")))
            for target in targets(node, name)
        }
        for name, path in PATHS.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_every_room_has_its_place_in_the_order() -> None:
    assert {room(name) for name in MODULES} <= RANK.keys()


@pytest.mark.parametrize("name", MODULES)
def test_no_stage_imports_a_later_one(name: str) -> None:
    tree = ast.parse(PATHS[name].read_text(encoding="utf-8"))
    found = {target for node in ast.walk(tree) for target in targets(node, name)} - {"xbrlgen"}
    allowed = {later for room_name, later in ON_CALL if room_name == name}
    later = sorted(target for target in found - allowed if RANK[room(target)] > RANK[room(name)])
    assert later == []


def is_within(module: str, folder: str) -> bool:
    return f"{module}.".startswith(f"xbrlgen.{folder}.")


def place_within(folder: str, module: str) -> str:
    """The folder inside a folder, or the module beside these, that a module is of."""
    return module.removeprefix(f"xbrlgen.{folder}").removeprefix(".").partition(".")[0] or "__init__"


@pytest.mark.parametrize("folder", WITHIN)
def test_everything_in_a_room_has_its_place_in_its_order(folder: str) -> None:
    assert set(WITHIN[folder]) == {place_within(folder, name) for name in MODULES if is_within(name, folder)}


@pytest.mark.parametrize(
    ("folder", "name"), [(folder, name) for folder in WITHIN for name in MODULES if is_within(name, folder)]
)
def test_nothing_in_a_room_imports_what_comes_later_in_it(folder: str, name: str) -> None:
    order = WITHIN[folder]
    tree = ast.parse(PATHS[name].read_text(encoding="utf-8"))
    found = {target for node in ast.walk(tree) for target in targets(node, name) if is_within(target, folder)}
    later = order[order.index(place_within(folder, name)) + 1 :]
    assert sorted(target for target in found if place_within(folder, target) in later) == []


def loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sorted(sys.modules), sep='\\n', file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import xbrlgen", id="import"),
        pytest.param(f"{MAIN}; main(['--help'], standalone_mode=False)", id="help"),
        pytest.param(f"{MAIN}; main(['build', '-h'], standalone_mode=False)", id="help of build"),
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    loaded = loaded_by(code)
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize(
    ("release", "unneeded"),
    [
        pytest.param("<html><p>Net sales were $5 million.</p></html>", {"texts", "sheets"}, id="page"),
        pytest.param("Net sales were $5 million.\n", {"pages", "sheets"}, id="text"),
    ],
)
def test_only_the_reader_of_the_format_is_loaded(release: str, unneeded: set[str]) -> None:
    loaded = loaded_by(f"import xbrlgen; xbrlgen.read({release!r})")
    assert loaded & {f"xbrlgen.reading.{name}" for name in unneeded} == set()


def test_what_is_told_into_a_pipe_needs_no_rich(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    words = ["build", str(ROOT / "examples" / "exhibit" / "release.html"), "-o", str(tmp_path / "filing")]
    assert "rich" not in loaded_by(f"{MAIN}\ntry: main({words!r})\nexcept SystemExit: pass")


def named_modules(room: str) -> set[str]:
    """The modules that the page says are in a room: under its own heading, or in the table of the last."""
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("## Inside the rooms")[2]
    own = re.search(rf"^### {room}\n(.*?)^##", page, re.MULTILINE | re.DOTALL)
    found = own or re.search(rf"^\| {room} \| (.*)$", page, re.MULTILINE)
    return set(re.findall(r"`([a-z_]+)`", found[1])) if found else set()


@pytest.mark.parametrize(
    "room",
    ["reading", "proving", "tagging", "taxonomy", "writing", "validating", "reviewing", "testing", "batch"],
)
def test_the_page_names_every_module_of_a_room_and_no_other(room: str) -> None:
    pattern = "**/*.py" if room in WITHIN else "*.py"
    modules = {path.stem for path in (PACKAGE / room).glob(pattern)} - {"__init__"}
    folders = {path.parent.name for path in (PACKAGE / room).rglob("*/__init__.py")} - {room}
    tables = {name for name in modules if name.endswith("words")}
    named = named_modules(room)
    assert (modules | folders) - tables <= named
    assert named <= modules | folders
