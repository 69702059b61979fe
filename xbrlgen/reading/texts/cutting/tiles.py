"""Where a stretch of a line without wide gaps is cut: figures or dates side by side, marks behind labels."""

from __future__ import annotations

import re

from xbrlgen.period_words import DAY, LENGTH_ENDED, MONTH, YEAR
from xbrlgen.reading.grids.pieces import MARKS, is_range, is_value
from xbrlgen.reading.texts.cutting.torn_heads import torn_heads

_YEAR = re.compile(r"^(?:19|20)\d\d\s*(?:\(\w{1,3}\)|[*†])?$")


# What a figure ends before: a blank, the mark of the next figure, the bracket that opens the next.
_NEXT = r"\s|\\?\$|\((?:\d{1,3},|\d*\.\d|\d{3})|$"
# A number with blanks that scanning set beside its commas.
_PARTED = r"\d{1,3}(?:\s?,\s?\d{3})+(?![\d,])(?:\.\d+)?"
_TOKEN = re.compile(
    rf"(?:\\?{MARKS}(?=\s|$)|-0-(?=\s|$)"
    rf"|\(?\\?{MARKS}?\s?(?:[-–—‒―−]{{1,3}}|nm|n/m|n/a)\s?%?\)?(?={_NEXT})"
    rf"|\(?\s?\\?{MARKS}?\s?[(\-–—+]?\s?(?:{_PARTED}|\d(?:[\d,.]*\d)?|\.\d+)(?:\s?[)%¢x]|(?<=\.\d)c|(?<=\.\d\d)c)*(?:\([a-z\d]\)|[*†‡])?(?={_NEXT}))\s*",
    re.IGNORECASE,
)


_DAMAGED = re.compile(r"[A-Z$§¢Ψ(]?\d[\d.,/)]+(?=\s|$)\s*")


_SPACED_THOUSANDS = re.compile(r"^\D{0,3}\d{1,3}(?: \d{3})+\D{0,2}$")


_TRAILING_MARK = re.compile(
    rf"^(?P<label>.*\S)(?:\s(?=\\?{MARKS}$)|(?<=[A-Za-z]{{3}})(?=\$$))(?P<mark>\\?{MARKS})$"
)


# Where narrow columns leave no blank, the next day begins right behind the comma or year: "June 28,June 30,".
_NEXT_DAY = rf"(?<=[,\d])(?={MONTH}\s+\d)"
_HEAD_TILE = re.compile(
    rf"(?:{LENGTH_ENDED}(?:\s+{MONTH}(?:\s+{DAY}(?:,\s*{YEAR}(?!\s+{YEAR})|,)?)?|\s+\d{{1,2}}/\d{{1,2}}/\d{{2,4}})?"
    rf"|{MONTH}\s+{DAY}(?:,\s*\d{{4}}|,)?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})(?=\s|$|{_NEXT_DAY})\s*",
    re.IGNORECASE,
)
# Days, years and what stands beside them over columns of changes.
_DAY_TILE = re.compile(
    rf"(?:{MONTH}\s+{DAY}(?:,\s*\d{{4}}|,)?|(?:19|20)\d\d|(?:%|percent)\s?(?:change|chg\.?|variance)"
    rf"|(?:change|variance)(?:\s?%)?|\((?:un)?audited\)|\(restated\))(?=\s|$|{_NEXT_DAY})\s*",
    re.IGNORECASE,
)


_BLANK_AT_COMMA = re.compile(r"(\D{0,4})(\d{1,3}(?:\s?,\s?\d{3})+(?:\.\d+)?)(\D{0,4})")


_BLANK_AT_POINT = re.compile(r"(\D{0,4})(\d{1,3}(?:,\d{3})*(?: \. ?|\. )\d{1,2})( ?[%)]{0,2})")


def unspaced(text: str) -> str:
    """The text; where it is one number that scanning set blanks into beside its commas, without these.

    >>> unspaced("(1 ,900 )")
    '(1,900 )'
    """
    match = (_BLANK_AT_COMMA.fullmatch(text) or _BLANK_AT_POINT.fullmatch(text)) if " " in text else None
    return match[1] + "".join(match[2].split()) + match[3] if match else text


def is_year(text: str) -> bool:
    """Whether the text is a bare year."""
    return _YEAR.match(text) is not None


def tiles(chunk: str, start: int) -> list[tuple[int, int]]:
    """Where one chunk is cut: figures or dates that stand side by side, or a mark behind a label."""
    if " " not in chunk and "\xa0" not in chunk and not _TOUCHING.search(chunk):
        return [(start, start + len(chunk))]
    if _SPACED_THOUSANDS.match(chunk) or unspaced(chunk) != chunk or is_range(chunk):
        return [(start, start + len(chunk))]
    for tile in (_TOKEN, _HEAD_TILE, _DAY_TILE, _DAMAGED):
        cuts = _cut(tile, chunk)
        if len(cuts) > 1:
            return [(start + left, start + right) for left, right in cuts]
    cuts = torn_heads(chunk) or _behind_label(chunk) or _dates_with_a_word(chunk)
    if cuts:
        return [(start + left, start + right) for left, right in cuts]
    mark = _TRAILING_MARK.match(chunk)
    if mark:
        return [(start, start + mark.end("label")), (start + mark.start("mark"), start + len(chunk))]
    return [(start, start + len(chunk))]


# The bracket or last digit of one figure right before the mark of the next: "(0.53)$ (0.91)".
_TOUCHING = re.compile(r"[\d)%—–]\\?\$|\)\((?:\d{1,3},|\d*\.\d|\d{3})")


def _behind_label(chunk: str) -> list[tuple[int, int]]:
    """A label and the figures behind it, where a conversion left one blank between columns."""
    if _TWO_SIDES.search(chunk):
        return []
    for begin in _FIGURES_BEHIND.finditer(chunk):
        cuts = _cut(_FIGURE_OR_REMAINS, chunk[begin.end() :])
        figures = [unspaced(chunk[begin.end() + left : begin.end() + right]) for left, right in cuts]
        sound = sum(is_value(figure) and not is_year(figure) for figure in figures)
        damaged = [figure for figure in figures if not (is_value(figure) or _LONE_MARK.fullmatch(figure))]
        pointed = all(map(_HAS_POINT.search, damaged))
        enough = sound > 0 and sound + len(damaged) > 1 and (pointed or sound >= max(len(damaged), 2))
        if enough and not any(map(is_year, figures)) and not _begins_with_note(figures):
            return [(0, begin.start()), *((begin.end() + left, begin.end() + right) for left, right in cuts)]
    return []


# Figures side by side before more words: the rows of two tables on one line.
_TWO_SIDES = re.compile(
    r"[A-Za-z)] (?:\$ ?)?\(?\d[\d,]*[.,]\d+\)? (?:\$ ?)?\(?\d[\d,]*[.,]\d+\)? [A-Z][a-z]+.*"
    r" (?:\$ ?)?\(?\d[\d,.]*\)?$"
)
_LONE_MARK = re.compile(rf"\\?{MARKS}")
_HAS_POINT = re.compile(r"[.,]")
# What character recognition leaves of a figure: letters among its digits.
_REMAINS = r"(?-i:\(?-?\$?\s?(?=[lOoIS.,]*\d)(?=[\d.,]*[lOoIS])[\dlOoIS.,]*[\dlOoIS]\)?%?)(?=\s|$)\s*"
_FIGURE_OR_REMAINS = re.compile(rf"{_TOKEN.pattern}|{_REMAINS}", re.IGNORECASE)


_FULL_DATE = re.compile(rf"\b{MONTH}\s+{DAY},\s*(?:19|20)\d\d\b", re.IGNORECASE)
# Names of measures in headings ("Sales", "Comparable sales") are short; more is the next sentence.
_LONGEST_WORD = 20


def _dates_with_a_word(chunk: str) -> list[tuple[int, int]]:
    """Dates with the same word behind each, a column of its own: "May 4, 2024 Sales April 29, 2023 Sales"."""
    dates = [match.span() for match in _FULL_DATE.finditer(chunk)]
    if len(dates) < 2 or dates[0][0] > 0:
        return []
    stops = [*(start for start, _ in dates[1:]), len(chunk)]
    words = {chunk[end:stop].strip() for (_, end), stop in zip(dates, stops, strict=True)}
    word = next(iter(words))
    if len(words) > 1 or not 0 < len(word) <= _LONGEST_WORD:
        return []
    behind = [chunk.index(word, end) for _, end in dates]
    return sorted([*dates, *((at, at + len(word)) for at in behind)])


_FIGURES_BEHIND = re.compile(
    rf"(?:(?<=[A-Za-z):.,%’'])|(?<=[a-z]\d))[ \xa0](?=\\?{MARKS}|[(.\d—–+-]|(?-i:[lOoI][\d,.lOoI]*\d))"
    r"|(?<=[A-Za-z]{3})(?=\$\s?[(\d])"
)
_NOTE = re.compile(r"(?:\(\d{1,2}\))+")


def _begins_with_note(figures: list[str]) -> bool:
    """Whether the first figure is a note mark: a small number in brackets before others that are not so."""
    return (
        len(figures) > 2
        and bool(_NOTE.fullmatch(figures[0]))
        and not all(figure.startswith("(") for figure in figures[1:])
    )


def _cut(tile: re.Pattern[str], chunk: str) -> list[tuple[int, int]]:
    """The chunk as a row of tiles without a rest, or nothing."""
    cuts = []
    position = 0
    while position < len(chunk):
        found = tile.match(chunk, position)
        if found is None or found.end() == position:
            return []
        cuts.append((position, position + len(found.group().rstrip())))
        position = found.end()
    return cuts
