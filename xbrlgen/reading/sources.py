"""The door of everything before understanding: what was given becomes sources and blocks.

Contract for who builds on it:

- Every `Place` counts in ``sources[place.source].text``. In HTML, texts of neighbouring cells, lines and
  paragraphs are kept apart by separators (tab, U+2028, U+2029) that stand in no segment.
- Blocks come in the order of the document. A table is a `Grid`; its rows keep header rows and rows without
  a label; wrapped labels are still on rows of their own; titles and unit lines above it are `Paragraph`s
  unless they are printed inside the table. A row may be empty: its orphan went home to the row above.
- `Cell.text` is folded and rejoined (``$(257)``); `xbrlgen.reading.given.folding.print_offsets` leads from
  its characters to the source. `Cell.column` is shared by the numbers of one printed column; labels are in
  column 0, also when several columns hold their parts; a small number in column 0 after a label is its
  note mark.
- A value in a cell that spans several columns may stand in any of them (empty cells got lost, or numbers are
  glued and can be parted in more than one way): it must not be taken for sure.
- A table that goes on after a page break may arrive as two grids with paragraphs (page number, running
  head) between them.
- What was given never raises for its content: damage is told in findings. `ReadError` is for a path that
  can't be read and for more bytes than can be a release.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from xbrlgen.findings import Finding, Severity
from xbrlgen.places import Format, Source, readable_path
from xbrlgen.reading.document import Block, Grid, Picture
from xbrlgen.reading.errors import ReadError
from xbrlgen.reading.given.detect import encoding_of, format_of
from xbrlgen.reading.given.locating import Locate, locator_of_text
from xbrlgen.reading.given.pictures import find_pictures, shown_addresses
from xbrlgen.reading.given.prefixed import without_prefix
from xbrlgen.reading.given.submission import Part, header_fields, is_submission, parts
from xbrlgen.reading.given.unreadable import binary_finding, cut_finding, notice_finding, undecodable_finding

Read = tuple[tuple[Source, ...], tuple[Block, ...], tuple[Finding, ...]]

# A release with pictures in it has some tens of millions of bytes; this is what a bomb is stopped at.
_MAX_BYTES = 200_000_000


def read_sources(given: Path | str | bytes) -> Read:
    """The sources, blocks and findings of a file, of its bytes or of its text."""
    raw, name = _content(given)
    if is_submission(raw):
        return _read_submission(raw, name)
    source, blocks, findings = _read_one(Part("", name, raw, 1), 0, 0)
    return (source,), tuple(blocks), tuple(findings)


def read_pictures(given: Path | str | bytes, sources: tuple[Source, ...]) -> tuple[Picture, ...]:
    """The pictures that the sources of what was given show, with those bytes that can be found."""
    addresses = dict.fromkeys(address for source in sources for address in shown_addresses(source))
    if not addresses:
        return ()
    raw, name = _content(given)
    own = parts(raw) if is_submission(raw) else ()
    return find_pictures(addresses, own, Path(given) if name and not isinstance(given, bytes) else None)


def _read_submission(raw: bytes, name: str) -> Read:
    """The documents of a submission that may hold the release; the others are named in a finding."""
    found = list(parts(raw))
    wanted = [part for part in found if part.is_wanted] or [part for part in found if part.is_text]
    header = header_fields(raw)
    sources: list[Source] = []
    blocks: list[Block] = []
    shown = b"".join(part.raw for part in wanted)
    skipped = [part for part in found if part not in wanted]
    findings = _skipped([part for part in skipped if not _is_shown(part, shown)], name)
    for part in wanted:
        grids = sum(isinstance(block, Grid) for block in blocks)
        source, more, told = _read_one(evolve(part, name=part.name or name), len(sources), grids)
        sources.append(evolve(source, kind=part.kind, header=header))
        blocks += more
        findings += told
    if not sources:
        findings.append(_nothing_readable())
        sources.append(Source(name, Format.TEXT, "", raw, header=header))
    return tuple(sources), tuple(blocks), tuple(findings)


def _read_one(part: Part, number: int, grids: int) -> tuple[Source, list[Block], list[Finding]]:
    """One document by its format."""
    part = evolve(part, raw=without_prefix(part.raw))
    raw = part.raw
    if raw.startswith(b"PK\x03\x04") and b"xl/" in raw:
        return _read_workbook(part, number, grids)
    binary = binary_finding(raw)
    if binary is not None:
        return Source(part.name, Format.TEXT, "", raw, "binary"), [], [binary]
    encoding = encoding_of(raw)
    text = _with_lines(raw.decode(encoding, errors="replace"))
    undecodable = undecodable_finding(text, encoding)
    found = format_of(text)
    if found is Format.HTML:
        del text  # parsing is where reading needs most memory
        return _read_page(part, encoding, number, grids, undecodable)
    source = Source(part.name, found, text, raw, encoding)
    locate = locator_of_text(number, text, part.first_line)
    blocks = list(_records(text, locate, grids) if found is Format.CSV else _text(text, locate, grids))
    return source, blocks, _told(undecodable, _notice(source, blocks))


def _with_lines(text: str) -> str:
    """The text with line feeds where it has but carriage returns, as on old Macs; every place stays."""
    return text if "\n" in text else text.replace("\r", "\n")


def _read_workbook(part: Part, number: int, grids: int) -> tuple[Source, list[Block], list[Finding]]:
    from xbrlgen.reading.sheets.workbook import read_xlsx  # noqa: PLC0415 (a reader is loaded when it is needed)

    return read_xlsx(part.raw, part.name, number, grids)


def _records(text: str, locate: Locate, grids: int) -> Iterator[Block]:
    from xbrlgen.reading.sheets.sheet import read_csv  # noqa: PLC0415 (as above)

    return read_csv(text, locate, grids)


def _text(text: str, locate: Locate, grids: int) -> Iterator[Block]:
    from xbrlgen.reading.texts.plain import read_plain  # noqa: PLC0415 (as above)

    return read_plain(text, 0, len(text), locate, first_grid=grids)


def _read_page(
    part: Part, encoding: str, number: int, grids: int, undecodable: Finding | None
) -> tuple[Source, list[Block], list[Finding]]:
    from xbrlgen.reading.pages.html import read_html  # noqa: PLC0415 (as above)

    source, blocks, nested = read_html(
        part.raw, encoding, name=part.name, number=number, first_line=part.first_line, first_grid=grids
    )
    return source, blocks, _told(undecodable, cut_finding(source.raw), nested, _notice(source, blocks))


def _notice(source: Source, blocks: list[Block]) -> Finding | None:
    return notice_finding(source.text, has_tables=any(isinstance(block, Grid) for block in blocks))


def _told(*findings: Finding | None) -> list[Finding]:
    return [finding for finding in findings if finding is not None]


def _is_shown(part: Part, pages: bytes) -> bool:
    """Whether a part of a submission is a picture that a page shows."""
    return part.kind.upper() == "GRAPHIC" and bool(part.name) and part.name.encode() in pages


def _skipped(skipped: list[Part], name: str) -> list[Finding]:
    if not skipped:
        return []
    kinds = ", ".join(sorted({part.kind or "unnamed" for part in skipped}))
    message = f"{len(skipped)} documents of the submission were left out: {kinds}"
    return [Finding("reading.parts-skipped", Severity.INFO, message, about=(name,) if name else ())]


def _nothing_readable() -> Finding:
    return Finding(
        "reading.no-document",
        Severity.ERROR,
        "the submission holds no document that can be read",
        remedy="give the exhibit with the release on its own",
    )


def _content(given: Path | str | bytes) -> tuple[bytes, str]:
    """The bytes, and the name when they came from a file."""
    # Longer than any path that systems allow in practice.
    if isinstance(given, str) and ("\n" in given or "<" in given or len(given) > 1000 or not given.strip()):
        given = given.encode("utf-8", errors="replace")
    if isinstance(given, bytes):
        raw, name = given, ""
    else:
        raw, name = _file(Path(given)), readable_path(Path(given).name)
    if len(raw) > _MAX_BYTES:
        raise _too_large(name, len(raw))
    return raw, name


def _file(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _MAX_BYTES:
            raise _too_large(str(path), size)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        if isinstance(error, ReadError):
            raise
        why = getattr(error, "strerror", None) or error
        remedy = "give an existing file, or its bytes or text"
        raise ReadError(f"can't be read ({why})", where=str(path), remedy=remedy) from error


def _too_large(name: str, size: int) -> ReadError:
    return ReadError(
        f"{size:,} bytes are more than a release can have ({_MAX_BYTES:,})",
        where=name,
        remedy="give the exhibit with the release on its own",
    )
