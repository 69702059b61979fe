"""The door of everything before understanding: what was given becomes sources and blocks.

Contract for who builds on it:

- Every `Place` counts in ``sources[place.source].text``. In HTML, texts of neighbouring cells, lines and
  paragraphs are kept apart by separators (tab, U+2028, U+2029) that stand in no segment.
- Blocks come in the order of the document. A table is a `Grid`; its rows keep header rows and rows without
  a label; wrapped labels are still on rows of their own; titles and unit lines above it are `Paragraph`s
  unless they are printed inside the table.
- `Cell.text` is folded and rejoined (``$(257)``); `xbrlgen.reading.folding.print_offsets` leads from its
  characters to the source. `Cell.column` is shared by the numbers of one printed column.
- A table that goes on after a page break may arrive as two grids with paragraphs (page number, running
  head) between them.
"""

from __future__ import annotations

from pathlib import Path

from xbrlgen.findings import Finding
from xbrlgen.places import Format, Source
from xbrlgen.reading.detect import encoding_of, format_of
from xbrlgen.reading.document import Block
from xbrlgen.reading.errors import ReadError
from xbrlgen.reading.html import read_html
from xbrlgen.reading.locating import locator_of_text
from xbrlgen.reading.plain import read_plain

Read = tuple[tuple[Source, ...], tuple[Block, ...], tuple[Finding, ...]]


def read_sources(given: Path | str | bytes) -> Read:
    """The sources, blocks and findings of a file, of its bytes or of its text."""
    raw, name = _content(given)
    encoding = encoding_of(raw)
    text = raw.decode(encoding, errors="replace")
    found = format_of(text)
    if found is Format.HTML:
        source, blocks = read_html(raw, encoding, name=name)
    else:
        source = Source(name, found, text, raw, encoding)
        blocks = list(read_plain(text, 0, len(text), locator_of_text(0, text)))
    return (source,), tuple(blocks), ()


def _content(given: Path | str | bytes) -> tuple[bytes, str]:
    if isinstance(given, bytes):
        return given, ""
    if isinstance(given, str) and ("\n" in given or "<" in given or len(given) > 1000):
        return given.encode("utf-8", errors="replace"), ""
    path = Path(given)
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        raise ReadError(
            "no such file can be read", where=str(path), remedy="give an existing file, bytes or text"
        ) from error
