"""Where in its file something stands: line and column, found by its identifier."""

from __future__ import annotations

import bisect
import re
from pathlib import Path

from attrs import frozen

from xbrlgen.places import Place
from xbrlgen.validating.telling.origins import Origin

_TAG = re.compile(r"""<[^<>]*?\sid\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>""")
# An object of JSON with its name; a report's facts are such.
_MEMBER = re.compile(r""""((?:[^"\\]|\\.)*)"\s*:\s*\{""")


@frozen
class _Text:
    """Where the lines of a file start and where the elements with identifiers stand."""

    starts: tuple[int, ...]
    tags: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, path: Path) -> _Text:
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
        starts = (0, *(found.end() for found in re.finditer("\n", text)))
        if path.suffix.lower() == ".json":
            return cls(starts, _members(text))
        return cls(starts, {(tag[1] or tag[2]): (tag.start(), tag.end()) for tag in _TAG.finditer(text)})


def _members(text: str) -> dict[str, tuple[int, int]]:
    """Where the facts of xBRL-JSON begin, by their identifiers."""
    found = list(_MEMBER.finditer(text, text.find('"facts"') + len('"facts"')))
    return {member[1]: (member.start(), member.end()) for member in reversed(found)}


class Placer:
    """Finds places in the files of a run; files are numbered in the order of their first mention."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self.unpacked: dict[str, str] = {}
        self._texts: dict[str, _Text] = {}

    def place(self, file: str, line: int = 0, ident: str = "") -> Place:
        """The place of the element with an identifier, else the start of the line."""
        file = self._real(file)
        source = self.files.setdefault(file, len(self.files))
        if file not in self._texts:
            self._texts[file] = _Text.of(Path(file))
        text = self._texts[file]
        found = text.tags.get(ident)
        if found is None:
            start = text.starts[line - 1] if 0 < line <= len(text.starts) else 0
            return Place(source, start, start, max(line, 1), 1)
        row = bisect.bisect_right(text.starts, found[0])
        return Place(source, *found, row, found[0] - text.starts[row - 1] + 1)

    def say(self, text: str) -> str:
        """A text in which files of packages are named by their package, not by where they were unpacked."""
        for folder, package in self.unpacked.items():
            text = text.replace(f"{folder}/", f"{package}!").replace(folder, package)
        return text

    def _real(self, file: str) -> str:
        """Where a file of a package was unpacked to."""
        for folder, package in self.unpacked.items():
            for written in (package, str(Path(package).resolve())):
                if file.startswith(f"{written}/"):
                    return folder + file.removeprefix(written)
        return file

    @property
    def sources(self) -> tuple[str, ...]:
        """The files in the order of their numbers, as people know them."""
        return tuple(map(self.say, self.files))

    def given(self, origin: Origin) -> Place:
        """The place that the writer of a filing tells."""
        source = self.files.setdefault(origin.source, len(self.files))
        return Place(source, 0, 0, max(origin.line, 1), max(origin.column, 1), origin.cell)
