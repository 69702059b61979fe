"""What words begin with, as a pattern: a look at a letter or two tells quickly where no word can be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby


def opening(words: Iterable[str], letters: int = 3) -> str:
    """A pattern for the first letters of any of the words, told apart letter by letter.

    >>> opening(["march", "may", "june"])
    '(?:jun|ma(?:r|y))'
    """
    return _branches(sorted({word[:letters] for word in words}))


def _branches(words: list[str]) -> str:
    if "" in words:
        return ""
    ways = [
        re.escape(letter) + _branches([word[1:] for word in group])
        for letter, group in groupby(words, key=lambda word: word[0])
    ]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, told apart letter by letter.

    >>> any_of(["may", "mar", "march"])
    'ma(?:r(?:ch)?|y)'
    """
    return _tree(sorted(set(words)))


def _tree(words: list[str]) -> str:
    ways = [
        re.escape(letter) + _tree([word[1:] for word in group])
        for letter, group in groupby(filter(None, words), key=lambda word: word[0])
    ]
    if "" in words:
        return f"(?:{'|'.join(ways)})?" if ways else ""
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
