"""A marked tree as bytes: marks become the tags they stand for, tags of the source those of XHTML.

lxml writes the tree as it is. What becomes of its tags is then looked up by how they are written, a run of
them at once: a page of twenty thousand elements has some hundred ways to write one, and not many more to
write all that stand between two texts. To give each element its name and its attributes in the tree would
take ten times as long as to write it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen
from lxml import etree

from xbrlgen.writing.html.attributes import XML_LANGUAGE, Attributes
from xbrlgen.writing.html.marking import Page
from xbrlgen.writing.html.words import FINISHED, VOID, becomes
from xbrlgen.writing.names import MARK, attribute

_MARK = f"&#{ord(MARK)};".encode()
_NUMBERED = _MARK + b"%d" + _MARK
# Tags with nothing but space between them (attributes have > escaped), and marks.
_SPLIT = re.compile(rb"(<[^>]*+>(?:\s*+<[^>]*+>)*+|%b[0-9]+%b)" % (_MARK, _MARK))
_TAG = re.compile(rb"(<[^>]*>)")
_ATTRIBUTE = re.compile(r'\s([^\s=]+)="([^"]*)"')
_HAS_ID = ' id="'  # in no value, as quotes are escaped there
_REFERENCE = re.compile(r"&#([0-9]+);")
_BETWEEN = "\0"  # in no tag, as XML has none
_CARET, _NO_CARET = b"^", b"&#94;"  # EDGAR takes no caret


@frozen
class Serialised:
    """A page as ASCII, and how often what was left out of its tags."""

    content: bytes
    removed: Counter[str]


def serialise(page: Page, opening: bytes = b"<html>", header: bytes = b"") -> Serialised:
    """The page, with the tag that it begins with and what stands first in its body."""
    page.apply()
    content = etree.tostring(page.root, encoding="ASCII", xml_declaration=False)
    pieces = _SPLIT.split(content.replace(_CARET, _NO_CARET))
    written = pieces[1::2]
    tags = _Tags(page.pictures, header)
    tags[b"<html>"] = opening
    runs = _Runs(tags, _marks(page.tags))
    pieces[1::2] = map(runs.__getitem__, written)
    return Serialised(b"".join(pieces), runs.removed(written))


def _marks(tags: Iterable[str]) -> dict[bytes, bytes]:
    """The tag that each mark stands for."""
    encoded = _BETWEEN.join(tags).encode("ascii", "xmlcharrefreplace").split(_BETWEEN.encode())
    return {_NUMBERED % number: tag for number, tag in enumerate(encoded)}


class _Runs(dict[bytes, bytes]):
    """What becomes of each run of tags, found when it is asked for the first time; marks are among them."""

    def __init__(self, tags: _Tags, marks: Mapping[bytes, bytes]) -> None:
        super().__init__(marks)
        self._tags = tags
        self._removed: dict[bytes, Counter[str]] = {}

    def __missing__(self, run: bytes) -> bytes:
        pieces = _TAG.split(run)
        written = pieces[1::2]
        pieces[1::2] = map(self._tags.__getitem__, written)
        self[run] = new = b"".join(pieces)
        if removed := self._tags.removed(written):
            self._removed[run] = removed
        return new

    def removed(self, written: Sequence[bytes]) -> Counter[str]:
        """How often what was left out of the tags of the runs that were written."""
        found: Counter[str] = Counter()
        times = Counter(written) if self._removed else {}
        for run, removed in self._removed.items():
            found.update({what: count * times[run] for what, count in removed.items()})
        return found


class _Tags(dict[bytes, bytes]):
    """What becomes of each tag, found when it is asked for the first time."""

    def __init__(self, pictures: Mapping[str, str], header: bytes) -> None:
        super().__init__()
        self._attributes = Attributes(pictures=pictures)
        self._header = header
        self._removed: dict[bytes, Counter[str]] = {}

    def __missing__(self, tag: bytes) -> bytes:
        self[tag] = new = self._end(tag) if tag.startswith(b"</") else self._start(tag)
        return new

    def removed(self, written: Sequence[bytes]) -> Counter[str]:
        """What was left out of the tags of a run."""
        found: Counter[str] = Counter()
        if not self._removed.keys().isdisjoint(written):
            for tag in written:
                found.update(self._removed.get(tag, ()))
        return found

    def _end(self, tag: bytes) -> bytes:
        name = tag[2:-1].decode("ascii")
        return tag if name in FINISHED else f"</{becomes(name)[0]}>".encode()

    def _start(self, tag: bytes) -> bytes:
        text = tag[1:-1].decode("ascii").removesuffix("/")
        old = text.partition(" ")[0]
        if old == "body":
            return tag + self._header
        if old in FINISHED or _HAS_ID in text:
            return tag
        given = [(name, _read(value)) for name, value in _ATTRIBUTE.findall(text)]
        new, shown_as = becomes(old)
        found = self._attributes.cleaned(old, given, shown_as)
        if removed := self._attributes.take_removed():
            self._removed[tag] = removed
        inside = text[len(old) :] if list(found.items()) == given else _written(found)
        return f"<{new}{inside}{_closing(new) if tag.endswith(b'/>') else '>'}".encode(
            "ascii", "xmlcharrefreplace"
        )


def _written(attributes: Mapping[str, str]) -> str:
    """Attributes as they stand in a tag."""
    named = (("xml:lang" if name == XML_LANGUAGE else name, value) for name, value in attributes.items())
    return "".join(f' {name}="{attribute(value)}"' for name, value in named)


def _closing(name: str) -> str:
    """The end of an empty element's tag, with the end tag where it must have one."""
    return "/>" if name in VOID else f"></{name}>"


def _read(value: str) -> str:
    """A value of an attribute as it was before it was written."""
    if "&" not in value:
        return value
    value = _REFERENCE.sub(lambda found: chr(int(found[1])), value)
    return value.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
