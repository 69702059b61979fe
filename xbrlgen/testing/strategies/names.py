"""Strategies for names, words and texts."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from xbrlgen.model import QName

# Letters of several scripts, all allowed at the start of an XML name.
_START: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_éßΩж中"
_LATER: Final = _START + "0123456789-"
_LANGUAGES: Final = ("en", "en-us", "de", "fr-ca", "zh-hant-tw", "ar", "es-419")


@cache
def ncnames(*, max_size: int = 12) -> SearchStrategy[str]:
    """XML names without a colon; the simplest is ``a``."""
    later = st.text(st.sampled_from(_LATER), max_size=max_size - 1)
    return st.builds(str.__add__, st.sampled_from(_START), later)


@cache
def _plain_words() -> SearchStrategy[str]:
    return st.text(st.sampled_from(ascii_lowercase), min_size=1, max_size=6)


@cache
def namespaces() -> SearchStrategy[str]:
    """Addresses for namespaces."""
    return st.builds("http://example.com/{}/{}".format, _plain_words(), st.integers(2009, 2025))


@cache
def qnames(*, namespace: SearchStrategy[str] | None = None) -> SearchStrategy[QName]:
    """Names in one of a few namespaces; the prefixes may clash."""
    return st.builds(
        QName, st.sampled_from(("a", "b", "ex")), ncnames(), namespaces() if namespace is None else namespace
    )


@cache
def words(*, max_size: int = 12) -> SearchStrategy[str]:
    """Runs of printable characters without a space, such as identifiers and ids."""
    printable = st.characters(min_codepoint=0x21, max_codepoint=0x17F, exclude_categories=("C", "Z"))
    return st.text(printable, min_size=1, max_size=max_size)


@cache
def texts(*, max_size: int = 40) -> SearchStrategy[str]:
    """Any text that XML can hold, markup characters and other scripts included."""
    legal = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\n&<>]\"'")
    return st.text(legal, max_size=max_size)


@cache
def tokens(*, max_size: int = 40) -> SearchStrategy[str]:
    """Texts with single spaces only between words."""
    return texts(max_size=max_size).map(lambda text: " ".join(text.split()))


@cache
def languages() -> SearchStrategy[str]:
    """Language tags in lower case."""
    return st.sampled_from(_LANGUAGES)
