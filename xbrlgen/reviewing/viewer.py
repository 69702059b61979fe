"""Arelle's own viewer page of a filing, from its extra package."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from xbrlgen.validating.files.shelf import Shelf
from xbrlgen.validating.missing.standins import plan, write_plan
from xbrlgen.validating.opened.loading import load
from xbrlgen.validating.opened.opening import Notation, open_path
from xbrlgen.writing import WriteError
from xbrlgen.writing.folder import write_folder

_PLUGIN = "iXBRLViewerPlugin"


def check_viewer() -> None:
    """Refuse where the viewer's package, an extra, is not installed."""
    if find_spec(_PLUGIN) is None:
        msg = "the viewer needs its package: pip install 'xbrlgen[viewer]'"
        raise WriteError(msg)


def write_viewer(filing: Path, folder: Path) -> Path:
    """Write the viewer page of a filing's folder into a folder of its own, whole or not at all."""
    check_viewer()
    with tempfile.TemporaryDirectory(prefix="xbrlgen-") as workspace:
        entries = [each for each in open_path(filing, Path(workspace)) if each.notation is Notation.INLINE]
        pages = [page for entry in entries for page in entry.files]
        if len(pages) != 1:
            here = f"there are {len(pages)}; name one" if pages else "there is none"
            msg = f"{filing}: the viewer shows one inline page, and {here}"
            raise WriteError(msg)
        page = Path(workspace) / "viewer" / "index.html"
        page.parent.mkdir()
        standin = write_plan(plan(load(entries[0], Shelf())), Path(workspace) / "standin.zip")
        said = _run(pages[0], standin, page, Path(workspace))
        if not page.exists():
            msg = f"Arelle wrote no viewer page for {filing}: {said}"
            raise WriteError(msg)
        write_folder(folder, {path.name: path.read_bytes() for path in sorted(page.parent.iterdir())})
    return folder / page.name


def _run(page: Path, standin: Path, target: Path, home: Path) -> str:
    command = [
        *(sys.executable, "-m", "arelle.CntlrCmdLine", "--file", str(page.resolve())),
        *("--packages", str(standin), "--internetConnectivity", "offline", "--disablePersistentConfig"),
        *("--plugins", _PLUGIN, "--save-viewer", str(target.resolve())),
    ]
    done = subprocess.run(  # noqa: S603 (our own arguments, started with this very interpreter)
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CONFIG_HOME": str(home)},
    )
    return (done.stdout + done.stderr).strip()[-500:]
