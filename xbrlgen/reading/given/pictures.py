"""The pictures that a page shows: beside it in its folder, or in the submission it came in."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from xbrlgen.places import Format, Source
from xbrlgen.reading.document import Picture
from xbrlgen.reading.given.submission import Part

# Bounded, and never over the next tag, so that a page of a million broken tags takes no longer than another.
_IMAGE: Final = re.compile(
    rb"<img\b[^<>]{0,2000}?\bsrc\s{0,9}=\s{0,9}(?:\"([^\"<>]{1,400})\"|'([^'<>]{1,400})'|([^\s\"'<>]{1,400}))",
    re.IGNORECASE,
)
# A picture behind what an element holds, and one that a style shows.
_BACKGROUND: Final = re.compile(
    rb"<(?:body|table|t[dhr])\b[^<>]{0,2000}?\bbackground\s{0,9}=\s{0,9}"
    rb"(?:\"([^\"<>]{1,400})\"|'([^'<>]{1,400})'|([^\s\"'<>]{1,400}))",
    re.IGNORECASE,
)
_IN_STYLE: Final = re.compile(rb"\burl\(\s{0,9}()()([^()<>]{1,400}?)\s{0,9}\)", re.IGNORECASE)
_BEHIND: Final = b"background"
# Bytes made small letters at a time, so that a large page isn't held twice.
_WINDOW: Final = 65_536
_IS_SET: Final = re.compile(rb"\s{0,9}=")
_LOCAL: Final = re.compile(
    r"(?![a-z][a-z0-9+.-]*:|[/\\#?])[^\\?#:*<>|\0]{1,200}\.(?:gif|jpe?g|png)", re.IGNORECASE
)
# The first bytes of the formats that browsers and EDGAR show (GIF89a, JFIF, PNG specifications).
_BEGINNINGS: Final = (b"GIF87a", b"GIF89a", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_AROUND: Final = " \t\r\n\"'"
# Bytes; pictures of pages are smaller by far.
_LARGEST: Final = 50_000_000
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_BEGIN: Final = re.compile(rb"^begin \d{3,4} [^\r\n]*\r?\n", re.MULTILINE)


def shown_addresses(source: Source) -> tuple[str, ...]:
    """The addresses of the pictures beside a page that it shows, each once, in order."""
    if source.format is not Format.HTML:
        return ()
    groups = (found.groups(b"") for found in _shown(source.raw))
    found = (b"".join(group).decode(source.encoding, "replace") for group in groups)
    addresses = (unescape(address).strip(_AROUND) for address in found)
    return tuple(dict.fromkeys(address for address in addresses if is_local(address)))


def _shown(raw: bytes) -> Iterator[re.Match[bytes]]:
    """What shows pictures, looked for by the words it has."""
    images, behind, styles = _positions(raw, (b"<img", _BEHIND, b"url("))
    yield from _matches(_IMAGE, raw, images)
    if any(_IS_SET.match(raw, at + len(_BEHIND)) for at in behind):
        yield from _BACKGROUND.finditer(raw)
    yield from _matches(_IN_STYLE, raw, styles)


def _matches(pattern: re.Pattern[bytes], raw: bytes, places: Iterable[int]) -> Iterator[re.Match[bytes]]:
    return (found for at in places if (found := pattern.match(raw, at)))


def _positions(raw: bytes, words: Sequence[bytes]) -> list[list[int]]:
    """Where each word of small letters stands, in any case; window by window, as a page may be large."""
    found: list[list[int]] = [[] for _ in words]
    for start in range(0, len(raw), _WINDOW):
        small = raw[start : start + _WINDOW + max(map(len, words)) - 1].lower()
        for word, places in zip(words, found, strict=True):
            at = small.find(word)
            while 0 <= at < _WINDOW:
                places.append(start + at)
                at = small.find(word, at + 1)
    return found


def is_local(address: str) -> bool:
    """Whether an address names a picture below the folder of its page.

    >>> is_local("logo.gif"), is_local("../logo.gif"), is_local("http://a.example/logo.gif")
    (True, False, False)
    """
    path = unquote(address)
    return _LOCAL.fullmatch(path) is not None and not {"..", "", "."} & set(path.split("/"))


def find_pictures(addresses: Iterable[str], parts: Iterable[Part], path: Path | None) -> tuple[Picture, ...]:
    """The pictures that pages show, from the parts of their submission or from files beside their own."""
    graphics = {part.name.lower(): part.raw for part in parts if not part.is_text}
    folder = path.resolve().parent if path else None
    return _named((address, _content(address, graphics, folder)) for address in addresses)


def _content(address: str, graphics: Mapping[str, bytes], folder: Path | None) -> bytes | None:
    part = graphics.get(unquote(address).lower())
    return decoded(part) if part is not None else _file(folder, address) if folder else None


def decoded(content: bytes) -> bytes | None:
    """The picture in a part of a submission: the bytes that uuencode wrote, up to the first broken line."""
    begin = _BEGIN.search(content)
    if begin is None:
        return None
    data: list[bytes] = []
    for line in content[begin.end() :].splitlines():
        if line.strip() in {b"end", b"`", b""}:
            break
        try:
            data.append(binascii.a2b_uu(line))
        except binascii.Error:
            return None
    return _checked(b"".join(data))


def _file(folder: Path, address: str) -> bytes | None:
    """The content of a file below a folder; what leads out of it, also by a link, isn't read."""
    try:
        path = (folder / unquote(address)).resolve()
        if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        return _checked(path.read_bytes())
    except (OSError, ValueError):
        return None


def _checked(content: bytes) -> bytes | None:
    return content if content.startswith(_BEGINNINGS) else None


def _named(found: Iterable[tuple[str, bytes | None]]) -> tuple[Picture, ...]:
    """Each picture with a name that is safe in any folder, and its own."""
    pictures: dict[str, Picture] = {}
    for address, content in found:
        name = _free(_UNSAFE.sub("_", unquote(address).rpartition("/")[2]).lstrip("._-"), pictures)
        pictures[name.lower()] = Picture(address, name, content)
    return tuple(pictures.values())


def _free(wish: str, taken: Mapping[str, Picture]) -> str:
    stem, dot, ending = wish.rpartition(".")
    name, count = wish, 1
    while name.lower() in taken or not stem:
        stem, count = stem or "picture", count + 1
        name = f"{stem}-{count}{dot}{ending}"
    return name
