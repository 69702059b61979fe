"""What the SEC's own rule set says of a filing, where it is installed.

The rule set was part of Arelle's wheels up to 2.30.0 (plug-ins ``validate/EFM`` and ``transforms/SEC``). It
needs an environment of its own: ``pip install "arelle-release[EFM]==2.30.0" "holidays<1" pytz``, and
``XBRLGEN_EFM_PYTHON`` naming the Python of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import frozen

from tests.shared import SHARED
from xbrlgen import build
from xbrlgen.writing import write

VARIABLE = "XBRLGEN_EFM_PYTHON"
# The newest taxonomy that both the rule set takes and the shared test data has.
YEAR = 2024
_PACKAGE = SHARED / "taxonomies/us-gaap-2024.zip"
_PLUGINS = "validate/EFM|transforms/SEC|inlineXbrlDocumentSet"
_ENTITY = "0000123456"
_SECONDS = 300

# Codes that remain, by how they begin, with the reason.
_COVER = "a fact of the 8-K's cover page, which isn't in the release"
REMAINING: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("EFM.6.05.40.", "EFM.6.05.46.", "EFM.6.05.47.", "EFM.6.05.48.", "EFM.6.05.52."), _COVER)
    | {
        "EFM.5.02.05.14.hidden-fact-eligible-for-transform": "the form's name, which isn't printed",
        "EFM.5.02.05.graphicFileError": "a picture that isn't there with the release; we tell it too",
        "DQC.US.0004.": "a total that the release prints otherwise; we tell it too",
        "DQC.US.0015.": "a sign that the release prints",
        "DQC.US.0043.": "an amount that the release prints without the one it is to go with",
        "DQC.US.0048.": "a sum that the release doesn't make, or that has a part without a concept",
        "DQC.US.0079.": "an own member for a row of a table by product that names a country",
        "DQC.US.0085.": "a sum that has a part without a concept",
        "DQC.US.0099.": "a sum not made, with a part without a concept, or that doesn't hold elsewhere",
    }
)


@frozen
class Message:
    """One message of the rule set that is more than information."""

    code: str
    level: str
    text: str

    @property
    def reason(self) -> str:
        """Why a message like this remains; empty where there is no reason."""
        return next((why for start, why in REMAINING.items() if self.code.startswith(start)), "")


def rules_python() -> Path | None:
    """The Python that has the rule set, where there is one."""
    given = os.environ.get(VARIABLE)
    return Path(given) if given and Path(given).exists() and _PACKAGE.exists() else None


def judged_by_rules(python: Path, release: Path, system: str = "efm-pragmatic") -> tuple[Message, ...]:
    """What the rule set says of the zip for EDGAR that is made of a release, with the taxonomy of `YEAR`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        filing = build(release, year=YEAR, entity=_ENTITY)
        written = write(filing, folder / "out")
        page = _unpacked(written.paths, folder / "edgar")
        return tuple(_messages(python, page, folder, system))


def _unpacked(paths: tuple[Path, ...], folder: Path) -> Path:
    package = next(path for path in paths if path.suffix == ".zip" and not path.stem.endswith("-taxonomy"))
    with zipfile.ZipFile(package) as opened:
        opened.extractall(folder)
    return next(folder.glob("*.htm"))


def _messages(python: Path, page: Path, folder: Path, system: str) -> Iterator[Message]:
    log = folder / "log.json"
    (folder / "home").mkdir()
    told = subprocess.run(
        [
            *(str(python), "-m", "arelle.CntlrCmdLine", "--file", str(page), "--validate"),
            *("--plugins", _PLUGINS, "--disclosureSystem", system, "--packages", str(_PACKAGE)),
            *("--internetConnectivity", "offline", "--logFile", str(log)),
        ],
        env={**os.environ, "XDG_CONFIG_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    entries = json.loads(log.read_text("utf-8"))["log"] if log.exists() else []
    if not any("validated in" in entry["message"]["text"] for entry in entries):
        yield Message("not-run", "error", (told.stderr or told.stdout)[-2000:])
    for entry in entries:
        if not entry["level"].startswith("info"):
            yield Message(entry["code"], entry["level"], " ".join(entry["message"]["text"].split()))


__all__ = ["REMAINING", "VARIABLE", "YEAR", "Message", "judged_by_rules", "rules_python"]
