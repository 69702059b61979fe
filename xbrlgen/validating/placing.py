"""Where in its file something stands: line and column, found by its identifier."""

from __future__ import annotations

import bisect
import re
from pathlib import Path

from attrs import frozen

from xbrlgen.places import Place
from xbrlgen.validating.origins import Origin

_TAG = re.compile(r"""<[^<>]*?\sid\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>""")


@frozen
class _Text:
    """Where the lines of a file start and where the elements with identifiers stand."""

    starts: tuple[int, ...]
    tags: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, path: Path) -> _Text:
        text = path.read_text("utf-8", "replace") if path.is_file() else ""
        starts = (0, *(found.end() for found in re.finditer("\n", text)))
        return cls(starts, {(tag[1] or tag[2]): (tag.start(), tag.end()) for tag in _TAG.finditer(text)})


class Placer:
    """Finds places in the files of a run; files are numbered in the order of their first mention."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self._texts: dict[str, _Text] = {}

    def place(self, file: str, line: int = 0, ident: str = "") -> Place:
        """The place of the element with an identifier, else the start of the line."""
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

    def given(self, origin: Origin) -> Place:
        """The place that the writer of a filing tells."""
        source = self.files.setdefault(origin.source, len(self.files))
        return Place(source, 0, 0, max(origin.line, 1), max(origin.column, 1), origin.cell)
