"""Attributes of a page made those of XHTML 1.1, with nothing that runs, loads or leads away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import Factory, mutable

from xbrlgen.reading.given.pictures import is_local
from xbrlgen.writing.html.hints import hint
from xbrlgen.writing.html.marking import Element
from xbrlgen.writing.html.words import KEPT, MUTE, VALUES
from xbrlgen.writing.names import clean, identifier, is_name

_NAME_TOKEN = re.compile(r"[\w.\-:]+", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE_NAMES = frozenset(["lang", "xml:lang", XML_LANGUAGE.lower()])
_VALUES = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in VALUES.items()}
# In a style: what loads from elsewhere or runs.
_UNSAFE_STYLE = re.compile(
    r"@import|expression\s*\(|javascript:|vbscript:|behaviou?r\s*:|-moz-binding|"
    r"url\s*\(\s*['\"]?\s*(?!data:image/(?:gif|jpeg|png);|#)(?:[a-z][a-z0-9+.\-]*:|//)",
    re.IGNORECASE,
)
# One of these is in all that the expressions above and below look for.
_SUSPECT = ("(", "@", "\\", "*", "script:", "behavio", "binding")
_URL = re.compile(r"url\s*\(\s*(\"[^\"]*\"|'[^']*'|[^()]*?)\s*\)", re.IGNORECASE)
_DECLARATION = re.compile(r"(?:[^;(]|\([^()]*\)|\()+")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.DOTALL | re.IGNORECASE)
_IMPORT = re.compile(r"@import(?:[^;{}\"'(]|\"[^\"]*\"|'[^']*'|\([^)]*\))*;?", re.IGNORECASE)
_DECLARATIONS = re.compile(r"\{([^{}]*)\}")
_MEDIA = re.compile(r"[\w\s(),:./\-]*", re.ASCII)
_ALWAYS = frozenset(["", "all"])
# What hides a sheet from browsers that know none.
_NO_COMMENT = re.compile("<!--|-->")
# One beyond the last character of Unicode.
_CODES = 0x110000
_PLAIN = re.compile(r"[\w./%\-]+", re.ASCII)
_NOWHERE = "url(about:invalid)"
_PICTURE = re.compile(r"data:image/(?:gif|jpeg|png);base64,[A-Za-z0-9+/=\s]+\Z", re.IGNORECASE)
_IN_PAGE = re.compile(r"data:image/(?:gif|jpeg|png);", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"https?://(?:www\.)?sec\.gov/Archives/edgar/data/[\w\-./]*\Z", re.IGNORECASE | re.ASCII
)
# Attributes whose meaning hangs on the rest of the page.
_ONE_OF_A_KIND = frozenset(["id", "name", "href"])
_LINK_LOOK = "color:#0000ee;text-decoration:underline"
# A number a browser can't hold, or one that would only blow up the table.
_MOST_SPAN = 1000


@mutable
class Attributes:
    """Cleans the attributes of the elements of one page, and counts what it takes away."""

    taken: set[str] = Factory(set)
    pictures: Mapping[str, str] = Factory(dict)
    renamed: dict[str, str] = Factory(dict)
    links: list[tuple[Element, str]] = Factory(list)
    removed: Counter[str] = Factory(Counter)
    _known: dict[tuple[Sequence[str], ...], dict[str, str] | None] = Factory(dict)

    def of(
        self, tag: str, given: Sequence[tuple[str, str]], shown_as: str = "", element: Element = None
    ) -> dict[str, str] | None:
        """The attributes an element has in XHTML, None if those ``given``; ``tag`` is its old name."""
        key = (tag, shown_as, *given)
        if key in self._known:
            return self._known[key]
        before = self.removed.total()
        found = self.cleaned(tag, given, shown_as, element)
        changed = None if list(found.items()) == given else found
        if self.removed.total() == before and not any(name in _ONE_OF_A_KIND for name, _ in given):
            self._known[key] = changed
        return changed

    def take_removed(self) -> Counter[str]:
        """What was taken away since this was asked for the last time."""
        removed = self.removed
        if removed:
            self.removed = Counter()
        return removed

    def cleaned(
        self, tag: str, given: Sequence[tuple[str, str]], shown_as: str = "", element: Element = None
    ) -> dict[str, str]:
        """The attributes an element has in XHTML; the element itself is needed where it may be a link."""
        found: dict[str, str] = {}
        styles = [shown_as] if shown_as else []
        style = ""
        for raw, value in given:
            name = raw.lower()
            if name == "style":
                style = self.style(value)
            elif name == "hidden":
                styles.append("display:none")
            elif (meant := hint(tag, name, value)) is not None:
                styles.append(self.style(meant) if "url(" in meant else meant)
            else:
                self._keep(found, tag, name, value)
        if tag == "a" and element.get("href") is not None:
            self._link(element, element.get("href"), styles)
        if together := ";".join(part for part in (*styles, style) if part):
            found["style"] = together
        return found

    def _keep(self, found: dict[str, str], tag: str, name: str, value: str) -> None:
        if name == "id" or (name == "name" and tag == "a" and "id" not in found):
            self._name(found, tag, value)
        elif name == "class":
            if tokens := " ".join(_NAME_TOKEN.findall(value)):
                found["class"] = tokens
        elif name in _LANGUAGE_NAMES:
            if _LANGUAGE.fullmatch(value):
                found[XML_LANGUAGE] = value
        elif name in KEPT and (tag in KEPT[name] or "*" in KEPT[name]):
            if (good := _checked(name, value)) is not None:
                found[name] = good
        elif name.startswith("on"):
            self.removed["event handler"] += 1
        elif (
            name not in MUTE
            and name not in {"href", "src"}
            and not name.startswith(("data-", "aria-", "xmlns:"))
        ):
            self.removed["attribute without meaning"] += 1

    def _name(self, found: dict[str, str], tag: str, value: str) -> None:
        """An id that is a name and not taken; where it is changed, links to it are led to the new one."""
        if tag.startswith("ix:"):  # the facts of the filing that the page was have names like ours
            return
        wish = value if is_name(value) else identifier(value)
        name, count = wish, 1
        while name in self.taken:
            count += 1
            name = f"{wish}_{count}"
        self.taken.add(name)
        self.renamed.setdefault(value, name)
        found["id"] = name

    def _link(self, element: Element, address: str, styles: list[str]) -> None:
        address = address.strip()
        if address.startswith("#") and len(address) > 1:
            self.links.append((element, address[1:]))
        elif _LEADS_ON.match(address):
            self.links.append((element, address))
        else:
            styles.insert(0, _LINK_LOOK)
            self.removed["link out of the filing"] += 1

    def lead(self) -> None:
        """Set the addresses of links, now that all names are known."""
        for element, target in self.links:
            if "/" in target:
                element.set("href", target)
            elif target in self.renamed:
                element.set("href", f"#{self.renamed[target]}")

    def style(self, text: str) -> str:
        """The declarations of a style without those that load or run."""
        if _is_plain(text):
            return clean(text.strip().rstrip(";"))
        text = _URL.sub(self._led, text)
        if not _is_unsafe(text):
            return clean(text.strip().rstrip(";"))
        parts = [part for part in _DECLARATION.findall(text) if part.strip()]
        good = [part for part in parts if not _is_unsafe(part)]
        self.removed["style that loads or runs"] += len(parts) - len(good)
        return "" if _is_unsafe(";".join(good)) else clean(";".join(good))

    def sheet(self, text: str, media: str = "") -> str:
        """A style sheet without what loads or runs, for the media it is for."""
        text = clean(self._safe(_URL.sub(self._led, text)))
        media = media.strip() if _MEDIA.fullmatch(media) else "not all"
        return text if media.lower() in _ALWAYS else f"@media {media} {{{_NO_COMMENT.sub('', text)}}}"

    def _safe(self, text: str) -> str:
        """A style sheet without the declarations that load or run, nor rules that still do."""
        if not _is_unsafe(text):
            return text
        text, imports = _IMPORT.subn("", _COMMENT.sub("", text))
        self.removed["style that loads or runs"] += imports
        text = _DECLARATIONS.sub(lambda found: f"{{{self.style(found[1])}}}", text)
        rules = re.split(r"(?<=\})|(?<=;)(?=\s*@)", text)
        good = [rule for rule in rules if not _is_unsafe(rule)]
        self.removed["style that loads or runs"] += len(rules) - len(good)
        return "".join(good)

    def _led(self, found: re.Match[str]) -> str:
        """The address of a picture in a style, by the name that the picture goes under."""
        address = found[1].strip("\"' ")
        if address.startswith("#") or _IN_PAGE.match(address):
            return found.group()
        name = self.pictures.get(address) or (address if is_local(address) else "")
        return f"url({name})" if _PLAIN.fullmatch(name) else _NOWHERE


def _is_plain(text: str) -> bool:
    """Whether a style has nothing that even looks like what `_URL` and `_is_unsafe` search for."""
    return text.isascii() and not any(map(text.lower().__contains__, _SUSPECT))


def _is_unsafe(text: str) -> bool:
    """Whether a style loads from elsewhere or runs, also behind comments and escapes."""
    if _UNSAFE_STYLE.search(text):
        return True
    if "\\" not in text and "/*" not in text:
        return False
    return _UNSAFE_STYLE.search(_ESCAPE.sub(_unescaped, _COMMENT.sub("", text))) is not None


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else ord(found[2])
    return chr(code) if code < _CODES else "\ufffd"


def picture_in_page(address: str) -> str | None:
    """The address of a picture that is in the page itself, in the form in which it can stay."""
    address = address.strip()
    return "".join(address.split()) if _PICTURE.match(address) else None


def _checked(name: str, value: str) -> str | None:
    pattern = _VALUES.get(name)
    if pattern is None:
        return clean(value)
    value = value.strip().lower()
    if name == "border" and not value:
        return "1"
    found = pattern.match(value)
    if not found:
        return None
    return str(_spanned(name, int(found.group()))) if "span" in name else found.group()


def _spanned(name: str, number: int) -> int:
    """How far a cell spans; over no rows is over all that follow, over no columns is over one."""
    return min(max(number, 0 if name == "rowspan" else 1), _MOST_SPAN)
