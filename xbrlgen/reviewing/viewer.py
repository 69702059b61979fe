"""Arelle's own viewer page of a filing, from its extra package."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from xbrlgen.validating.loading import load
from xbrlgen.validating.opening import Notation, open_path
from xbrlgen.validating.shelf import Shelf
from xbrlgen.validating.standins import plan, write_plan
from xbrlgen.writing import WriteError

_PLUGIN = "iXBRLViewerPlugin"


def write_viewer(folder: Path) -> Path:
    """Write Arelle's viewer page into ``viewer`` in a filing's folder; its package is an extra."""
    if find_spec(_PLUGIN) is None:
        msg = "the viewer needs its package: pip install 'xbrlgen[viewer]'"
        raise WriteError(msg)
    with tempfile.TemporaryDirectory(prefix="xbrlgen-") as workspace:
        entries = [each for each in open_path(folder, Path(workspace)) if each.notation is Notation.INLINE]
        if not entries:
            msg = f"{folder}: there is no inline page to view"
            raise WriteError(msg)
        page = folder / "viewer" / "index.html"
        page.parent.mkdir(exist_ok=True)
        standin = write_plan(plan(load(entries[0], Shelf())), Path(workspace) / "standin.zip")
        said = _run(entries[0].files[0], standin, page, Path(workspace))
    if not page.exists():
        msg = f"Arelle wrote no viewer page for {folder}: {said}"
        raise WriteError(msg)
    return page


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
