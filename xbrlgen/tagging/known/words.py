"""Printed labels to plain words, so that labels that mean the same compare equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from xbrlgen.tagging.known.tables import pairs

_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "in",
        "on",
        "to",
        "from",
        "by",
        "or",
        "our",
        "its",
        "their",
        "at",
        "as",
        "with",
        "and",
        "this",
        "that",
        "which",
        "is",
        "are",
    ]
)
# By which a row says that it is of the beginning of its period.
OPENING = ("beginning", "opening", "start")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"})
_NOTE = re.compile(
    r"\s*(?:\((?:\d{1,2}|[a-h]|(?:see )?notes? [^()]*(?:\([^()]*\)[^()]*)*)\)|\[\w{1,2}\]|[*†‡§¹²³⁴]+)\s*$",
    re.I,
)
# What a list leads its items with: "(a)", "2)", "iii)".
LIST_LEAD = re.compile(r"^\s*\(?(?:[a-k]|\d{1,2}|i{1,3}v?)\)\s+", re.I)
_UNITS = re.compile(
    r"\((?:in|\$ in|amounts in|dollars in)\b[^)]*\)|\(000'?s\)|\(unaudited\)|\(audited\)", re.I
)
_ASIDE = re.compile(r",?\s*\(?\bnet of\b[^,$\d]*\btax(?:es)?\b[^,$\d]*\bof\b[\s$€£(]*(?:[\d.].*)?$")
_DUE = re.compile(r"\bdue (from|to)\b")
_TERM = re.compile(r"\b(long|short) term\b")
_CLASS = re.compile(r"\b(class) ([a-z])\b")
_AMOUNT = re.compile(r"[$€£]?\s*\d[\d,.]*%?")
_IRREGULAR = {
    "taxes": "tax",
    "losses": "loss",
    "expenses": "expense",
    "securities": "security",
    "business": "business",
}
_KEEP_S = ("ss", "us", "is")


def singular(word: str) -> str:
    """The word without its plural ending.

    >>> singular("liabilities"), singular("taxes"), singular("loss")
    ('liability', 'tax', 'loss')
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(_KEEP_S):
        return word[:-1]
    return word


@lru_cache(maxsize=65536)
def plain(label: str) -> str:
    """The label in lower case with plain marks, without its note marks, list letters, unit and scale remarks.

    >>> plain("(a) Cost of revenue(1)")
    'cost of revenue'
    """
    text = " ".join(unicodedata.normalize("NFKC", label).translate(_QUOTES).casefold().split())
    for broken, pattern, whole in _ligatures():
        if broken in text:
            text = pattern.sub(whole, text)
    text = _TERM.sub(r"\1-term", _DUE.sub(r"due\1", text))
    text = _CLASS.sub(r"\1\2", _UNITS.sub(" ", LIST_LEAD.sub("", text)))
    text = _ASIDE.sub("", text) or text
    while (shorter := _NOTE.sub("", text)) != text:
        text = shorter
    return " ".join(text.split()).strip(" .:;,-*")


@lru_cache(maxsize=1)
def _synonyms() -> Mapping[str, str]:
    return dict(pairs("labels-words.tsv"))


@lru_cache(maxsize=1)
def _ligatures() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    rows = pairs("labels-ligatures.tsv")
    return tuple((broken, re.compile(rf"\b{broken}\b"), whole) for broken, whole in rows)


def _written(word: str) -> tuple[str, ...]:
    bare = word.strip("'.-/").removesuffix("'s")
    for form in (bare, bare.replace("-", "")):
        if form in _synonyms():
            return tuple(_synonyms()[form].split())
    if bare.startswith("non-"):
        bare = bare.replace("-", "", 1)
    return tuple(singular(part.strip("'")) for part in re.split(r"[-/]", bare) if part.strip("'"))


@lru_cache(maxsize=65536)
def words(label: str) -> tuple[str, ...]:
    """The telling words of a label in order; words of a bracket keep it, for they turn a sign.

    >>> words("Net (loss) income per share")
    ('net', '(loss)', 'income', 'per', 'share')
    >>> words("Accounts receivable, net of allowance of $82 and $86")
    ('account', 'receivable', 'net', 'allowance')
    """
    found: list[str] = []
    depth = 0
    for part in re.findall(r"[()]|[a-z][a-z'&/.-]*", _AMOUNT.sub(" ", plain(label))):
        if part in "()":
            depth = max(0, depth + (1 if part == "(" else -1))
            continue
        if part in _SMALL:
            continue
        found += [f"({word})" if depth else word for word in _written(part) if word not in _SMALL]
    return tuple(found)


@lru_cache(maxsize=65536)
def key(label: str) -> str:
    """The words of a label as one string, to look it up by."""
    return " ".join(words(label))


@lru_cache(maxsize=16384)
def unbracketed(label: str) -> str:
    """The key of a label, what stands in brackets as part of the words.

    >>> unbracketed("Cash (used in) operations")
    'cash used operation'
    """
    return key(label).replace("(", "").replace(")", "")


@lru_cache(maxsize=1024)
def loose(label_key: str) -> str:
    """A key without its bracketed words, in alphabetical order: a second try where the first finds nothing."""
    kept = sorted({word for word in label_key.split() if not word.startswith("(")})
    return " ".join(kept) or label_key
