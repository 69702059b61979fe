"""Complete submission text files: several documents in one, each opened by ``<DOCUMENT>``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

_DOCUMENT = b"<DOCUMENT>"
_END = b"</DOCUMENT>"
_REST_OF_LINE = re.compile(rb"[ \t]*\r?$", re.MULTILINE)
_FIELD = re.compile(rb"^[ \t]*<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_TEXT = re.compile(rb"<TEXT>[ \t]*\r?\n?", re.IGNORECASE)
_WRAPPER = re.compile(rb"\A\s*<(XBRL|PDF|XML|JSON)>\s*", re.IGNORECASE)
_UUENCODED = re.compile(rb"^begin \d{3,4} \S", re.MULTILINE)
_HEADER_LINE = re.compile(r"^[ \t]*([A-Z][A-Z0-9 /.&'()-]{1,80}):[ \t]*(\S.*)$", re.MULTILINE)
_HEADER_END = re.compile(rb"</(?:SEC|IMS)-HEADER>|<DOCUMENT>", re.IGNORECASE)
_HEADER_MARK = re.compile(
    rb"\A[\s\S]{0,200}?(?:<SEC-(?:DOCUMENT|HEADER)>|<IMS-|-----BEGIN PRIVACY|ACCESSION NUMBER:)",
    re.IGNORECASE,
)

# The documents that hold a release: exhibits 99 and their like, and the report, which may be one itself.
_WANTED = re.compile(r"EX-99|EX-20|EX-13|8-K|6-K", re.IGNORECASE)


@frozen
class Part:
    """One document of a submission: its type and name, its content, and where it begins."""

    kind: str
    name: str
    raw: bytes
    first_line: int
    is_text: bool = True

    @property
    def is_wanted(self) -> bool:
        """Whether it is of a type that may hold a release."""
        return self.is_text and (not self.kind or _WANTED.search(self.kind) is not None)


def is_submission(raw: bytes) -> bool:
    """Whether the bytes are a complete submission, or one document cut out of one."""
    return next(_opened(raw, 100_000), None) is not None


def parts(raw: bytes) -> Iterator[Part]:
    """The documents of a submission in order; a last one that is cut off ends with the file."""
    starts = list(_opened(raw, len(raw)))
    line = 1
    counted = 0
    for number, start in enumerate(starts):
        limit = starts[number + 1] if number + 1 < len(starts) else len(raw)
        stop = next(_lines(raw, _END, start, limit), (limit, limit))[0]
        opened = _TEXT.search(raw, start, min(start + 4000, stop))
        begin = opened.end() if opened else start
        line += raw.count(b"\n", counted, begin)
        counted = begin
        yield _part(raw[start:begin], raw[begin:stop], line)


def _opened(raw: bytes, limit: int) -> Iterator[int]:
    """Where documents begin: behind a line that says so and nothing else."""
    lines = (_REST_OF_LINE.match(raw, end, limit) for _, end in _lines(raw, _DOCUMENT, 0, limit))
    return (rest.end() for rest in lines if rest)


def _lines(raw: bytes, tag: bytes, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """Where lines begin with a tag, and where it ends; it is looked for as it is, as that is quick."""
    written = tag if raw.find(tag, start, limit) >= 0 else tag.lower()
    at = raw.find(written, start, limit)
    while at >= 0:
        begin = at
        while begin > start and raw[begin - 1] in b" \t":
            begin -= 1
        if begin == 0 or raw[begin - 1] == _LINE_FEED:
            yield begin, at + len(tag)
        at = raw.find(written, at + 1, limit)


_LINE_FEED = ord("\n")


def _part(head: bytes, content: bytes, line: int) -> Part:
    fields = {name.upper().decode(): value.decode("latin-1").strip() for name, value in _FIELD.findall(head)}
    content = _without_end(content, b"</TEXT>")
    is_text = not _UUENCODED.search(content, 0, 2000)
    wrapper = _WRAPPER.match(content)
    if wrapper is not None:
        is_text = is_text and wrapper.group(1).upper() == b"XBRL" and b"<html" in content[:20_000].lower()
        line += content[: wrapper.end()].count(b"\n")
        content = _without_end(content[wrapper.end() :], b"</XBRL>")
    return Part(fields.get("TYPE", ""), fields.get("FILENAME", ""), content, line, is_text)


def _without_end(content: bytes, tag: bytes) -> bytes:
    """The content without a closing tag at its very end."""
    shown = content.rstrip()
    return shown[: -len(tag)] if shown[-len(tag) :].upper() == tag else content


def header_fields(raw: bytes) -> tuple[tuple[str, str], ...]:
    """The fields of the submission header: ``CENTRAL INDEX KEY``, company name and their like."""
    # Headers begin within the first lines.
    if not _HEADER_MARK.match(raw[:4000]):
        return ()
    ended = _HEADER_END.search(raw)
    head = raw[: ended.start() if ended else 20_000][:100_000].decode("latin-1")
    return tuple((name.strip(), value.strip()) for name, value in _HEADER_LINE.findall(head))
