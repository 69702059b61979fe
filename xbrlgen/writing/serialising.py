"""A marked tree as bytes: marks become the tags they stand for, tags of the source those of XHTML.

lxml writes the tree as it is. What becomes of a tag is then looked up by how it is written: a page of twenty
thousand elements has some hundred ways to write one. To give each element its name and its attributes in the
tree would take ten times as long as to write it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen
from lxml import etree

from xbrlgen.writing.attributes import XML_LANGUAGE, Attributes
from xbrlgen.writing.htmlwords import FINISHED, KNOWN, VOID, becomes
from xbrlgen.writing.marking import Page
from xbrlgen.writing.names import MARK, attribute

_MARK = f"&#{ord(MARK)};".encode()
# All tags but the end tags that stay as they are, the commonest asked for first; attributes have > escaped.
_COMMON = ("td", "tr", "span", "p", "div", "b", "i", "table", "th")
_KEPT_ENDS = "|".join(sorted(KNOWN, key=lambda name: (name not in _COMMON, name)))
_SPLIT = re.compile(rb"(<(?!/(?:%b)>)[^>]*>|%b[0-9]+%b)" % (_KEPT_ENDS.encode(), _MARK, _MARK))
_NAME = re.compile(r"[\s/]")
_ATTRIBUTE = re.compile(r'\s([^\s=]+)="([^"]*)"')
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
    tags = _Tags(page.pictures, header, _marks(page.tags))
    tags[b"<html>"] = opening
    pieces[1::2] = map(tags.__getitem__, written)
    return Serialised(b"".join(pieces), tags.removed(written))


def _marks(tags: Iterable[str]) -> dict[bytes, bytes]:
    """The tag that each mark stands for."""
    encoded = _BETWEEN.join(tags).encode("ascii", "xmlcharrefreplace").split(_BETWEEN.encode())
    return {b"%b%d%b" % (_MARK, number, _MARK): tag for number, tag in enumerate(encoded)}


class _Tags(dict[bytes, bytes]):
    """What becomes of each tag, found when it is asked for the first time."""

    def __init__(self, pictures: Mapping[str, str], header: bytes, known: Mapping[bytes, bytes]) -> None:
        super().__init__(known)
        self._pictures = pictures
        self._header = header
        self._removed: dict[bytes, Counter[str]] = {}

    def __missing__(self, tag: bytes) -> bytes:
        self[tag] = self._end(tag) if tag.startswith(b"</") else self._start(tag)
        return self[tag]

    def removed(self, written: Sequence[bytes]) -> Counter[str]:
        """How often what was left out of the tags that were written."""
        found: Counter[str] = Counter()
        for tag, removed in self._removed.items():
            times = written.count(tag)
            found.update({what: count * times for what, count in removed.items()})
        return found

    def _end(self, tag: bytes) -> bytes:
        name = tag[2:-1].decode("ascii")
        return tag if name in FINISHED else f"</{becomes(name)[0]}>".encode()

    def _start(self, tag: bytes) -> bytes:
        text = tag[1:-1].decode("ascii").removesuffix("/")
        old = _NAME.split(text, maxsplit=1)[0]
        if old == "body":
            return tag + self._header
        given = [(name, _read(value)) for name, value in _ATTRIBUTE.findall(text)]
        if old in FINISHED or any(name == "id" for name, _ in given):
            return tag
        new, shown_as = becomes(old)
        attributes = Attributes(pictures=self._pictures)
        found = attributes.of(old, given, shown_as)
        if attributes.removed:
            self._removed[tag] = attributes.removed
        inside = text[len(old) :] if found is None else _written(found)
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
