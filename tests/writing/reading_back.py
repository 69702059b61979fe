"""What a written page says, and whether the schema of Inline XBRL 1.1 takes it."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path
from typing import Any

import arelle
from lxml import etree

from xbrlgen.filing import Filing
from xbrlgen.places import Format, Source

_CACHE = Path(arelle.__file__ or "").parent / "resources" / "cache"
_SCHEMA = _CACHE / "http/www.xbrl.org/2013/inlineXBRL/xhtml-inlinexbrl-1_1.xsd"


_WITH_REFERENCES = frozenset({Format.MARKDOWN, Format.SGML})
_MARKS = re.compile(
    r"</?(?:br|sup|sub|b|i|em|strong|u|span|font|p|div)\b[^<>\n]*>|\\(?:mathbf|mathrm|text(?:bf)?|underline)\{",
    re.IGNORECASE,
)
_Resolver: Any = etree.Resolver  # its stubs lack half its methods


class _Local(_Resolver):  # type: ignore[misc] # as above
    """Leads the schema's addresses to the copies that come with Arelle."""

    def resolve(self, system_url: str, _: str, context: Any) -> Any:
        if system_url.startswith("http"):
            return self.resolve_filename(str(_CACHE / system_url.replace("://", "/")), context)
        return None


@cache
def _schema() -> Any:
    parser = etree.XMLParser()
    parser.resolvers.add(_Local())
    return etree.XMLSchema(etree.parse(str(_SCHEMA), parser))


def parsed(page: bytes) -> Any:
    """The page as an XML tree."""
    return etree.fromstring(page, etree.XMLParser(huge_tree=True))


def problems(page: bytes) -> list[str]:
    """What the schema has to say."""
    schema = _schema()
    schema.validate(parsed(page))
    return [str(error.message) for error in schema.error_log]


def printed_text(page: bytes) -> str:
    """The words and numbers of the body that are shown: without the inline header and hidden parts."""
    body = parsed(page).find("{http://www.w3.org/1999/xhtml}body")
    for element in body.iter("{*}*"):
        if "display:none" in element.get("style", "").replace(" ", ""):
            tail = element.tail
            for inner in element.iter():
                inner.text = inner.tail = None
            element.tail = tail
    return words("".join(body.itertext()))


def source_text(filing: Filing) -> str:
    """The words and numbers that the sources print."""
    assert filing.proved is not None
    return "".join(words(_without_marks(source)) for source in filing.proved.document.sources)


def _without_marks(source: Source) -> str:
    """What a source prints of its text: what its references stand for, no tags and commands of markdown."""
    text = html.unescape(source.text) if source.format in _WITH_REFERENCES else source.text
    return _MARKS.sub("", text) if source.format in {Format.MARKDOWN, Format.TEXT} else text


def words(text: str) -> str:
    """Letters and digits only, without the tags of EDGAR's old markup."""
    return re.sub(
        r"[\W_]", "", re.sub(r"</?(?:page|table|caption|s|c|fn|f\d+)>", "", text, flags=re.IGNORECASE)
    )
