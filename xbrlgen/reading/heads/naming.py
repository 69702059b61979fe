"""What the words over a column say: kind of numbers, basis, unit, currency, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from xbrlgen.figure_marks import CURRENCY_MARKS, LOWERED, MARK, SUPERSCRIPTS
from xbrlgen.figures import Figure
from xbrlgen.reading.statement import OWN_MEASURES, Basis, ColumnKind, Kind
from xbrlgen.reading.tables.labels import split_notes
from xbrlgen.reading.words import column_words, row_words, unit_words


def in_brackets(text: str) -> str:
    """The text with raised note marks as those that stand in brackets.

    >>> in_brackets("GAAP¹,²")
    'GAAP(1)(2)'
    """
    if text[-1:] not in SUPERSCRIPTS:
        return text
    plain = text.rstrip(SUPERSCRIPTS + ", ")
    marks = re.findall(rf"[{SUPERSCRIPTS}]+", text[len(plain) :])
    return plain + "".join(f"({mark.translate(LOWERED)})" for mark in marks)


def with_whole_names(rest: Sequence[str], alone: Sequence[bool]) -> list[str]:
    """The parts of a heading; a name on two lines over a column ``alone`` as one: "Sale of | Mills"."""
    if len(rest) != len(alone):
        return list(rest)
    parts: list[str] = []
    open_name = False
    for part, is_alone in zip(rest, alone, strict=True):
        goes_on = is_alone and _may_be_of_a_name(part)
        if goes_on and open_name and not parts[-1].endswith(part):
            parts[-1] += part if re.search(r"\w-$", parts[-1]) else f" {part}"
        elif goes_on and open_name:
            continue
        else:
            parts.append(part)
        open_name = goes_on
    return parts


def _may_be_of_a_name(part: str) -> bool:
    """Whether a part is neither a unit, nor a kind of numbers, nor words that say nothing."""
    if not column_words.SAYS_NO_SEGMENT.sub("", part) or _names_unit(part) or unit_said(part):
        return False
    return not any(pattern.search(without_names(part)) for _, pattern in column_words.COLUMN_KINDS)


def without_names(part: str, measures: re.Pattern[str] = column_words.MAY_NAME) -> str:
    """The part without those words of measures that are the beginning of a name in it: "High Performance".

    >>> without_names("Core Brands"), without_names("Core earnings")
    (' Brands', 'Core earnings')
    """
    if not measures.search(part):
        return part
    others = column_words.MEASURES.sub("", measures.sub("", part))
    named = re.search(r"[A-Za-z]{3}", column_words.SAYS_NO_SEGMENT.sub("", others))
    return measures.sub("", part) if named else part


def currency_said(rest: Iterable[str]) -> str:
    """The currency that a heading cell of its own names: "US$" beside "RMB", "NT$ million"."""
    marks = (found[1] for text in rest if (found := _UNIT.fullmatch(text)) and found[1])
    return next((CURRENCY_MARKS[mark] for mark in marks if mark in CURRENCY_MARKS and mark != "$"), "")


# A currency with its scale or alone, and nothing else: "£m", "(US$ in thousands)", "€000".
_UNIT: Final = re.compile(
    rf"\(?\s*(?:in\s+)?(?:({MARK})(?![A-Za-z]{{2}})\s*)?(?:in\s+)?"
    r"(?:thousands?|millions?|billions?|['’]?000['’]?s?|mm|mn|bn|m|k)?(?:\s+(?:of\s+)?dollars)?\s*\)?",
    re.IGNORECASE,
)


def _names_unit(part: str) -> bool:
    """Whether a part is a currency, with its scale or without, and nothing else."""
    return bool(_UNIT.fullmatch(part) or unit_words.CURRENCY_NAMED.fullmatch(part))


@lru_cache(maxsize=1024)
def unit_said(said: str) -> Kind | None:
    """The kind of quantity that a heading alone gives its column: "Diluted EPS", "Shares"."""
    if row_words.PER_SHARE.search(unit_words.EXCEPT_SHARES.sub(" ", said)):
        return Kind.PER_SHARE
    return Kind.SHARES if re.fullmatch(r"(?:number of )?shares\W*", said, re.IGNORECASE) else None


def counted_said(segment: str) -> Kind | None:
    """Plain numbers, where the only name over a column is that of things counted: "Homes" beside "Value".

    >>> counted_said("Units"), counted_said("Common Units")
    (<Kind.PURE: 'pure number'>, None)
    """
    return Kind.PURE if column_words.COUNTED_ALONE.fullmatch(segment) else None


def kind_said(said: str, figures: Sequence[Figure], *, is_bare: bool, percent: bool) -> ColumnKind:
    """What the numbers of a column are, by what is said over it and by the numbers."""
    named = next((kind for kind, pattern in column_words.COLUMN_KINDS if pattern.search(said)), None)
    if named in _RATES and not percent and _are_amounts(figures):
        return ColumnKind.CHANGE if _differs(said) else ColumnKind.VALUE
    if named is ColumnKind.CHANGE and percent:
        return ColumnKind.PERCENT_CHANGE
    if named is not None:
        return named
    if percent:
        return ColumnKind.PERCENT
    return ColumnKind.NOTE if is_bare and _are_notes(figures) else ColumnKind.VALUE


def _are_notes(figures: Sequence[Figure]) -> bool:
    """Whether all figures are numbers of notes: "5", "(12)", "3,14"."""
    return bool(figures) and all(_NOTES.fullmatch(each.print) for each in figures)


_NOTES: Final = re.compile(r"\(?\d{1,2}(?:,\d{1,2})*\)?")


def _differs(said: str) -> bool:
    """Whether a heading names a difference of amounts; where it says percent, amounts are no such thing."""
    return bool(column_words.DIFFERS.search(said)) and not re.search(r"%|percent", said, re.IGNORECASE)


_RATES: Final = frozenset({ColumnKind.PERCENT, ColumnKind.PERCENT_CHANGE})
_AMOUNT: Final = re.compile(r"\$|\d,\d{3}")


def _are_amounts(figures: Sequence[Figure]) -> bool:
    """Whether figures are amounts whatever the heading says: one is grouped or marked, none a percentage."""
    return any(_AMOUNT.search(each.print) for each in figures) and not any(
        each.is_percent for each in figures
    )


def basis_said(parts: Sequence[str], texts: Sequence[str]) -> Basis:
    """By which measure a column is stated: what is said lowest is the most exact.

    A year that is marked as expected ("2024E") is a forecast.
    """
    marks = (column_words.ACTUAL_OR_EXPECTED.search(text) for text in texts)
    if any(mark and mark["expected"] for mark in marks):
        return Basis.FORECAST
    if texts and texts[-1].lower() in column_words.ENDS:
        return column_words.ENDS[texts[-1].lower()]
    said = (without_names(part) for part in (*reversed(parts), " ".join(parts)))
    named = (basis for part in said for basis, pattern in column_words.BASES if pattern.search(part))
    return next(named, Basis.REPORTED)


def segment_said(rest: Iterable[str], kind: ColumnKind, basis: Basis) -> str:
    """What the column is for beyond time, basis and kind: a segment, an entity, a component of equity.

    Of a column that is not as reported, words of measures alone are none: "Constant-currency | Net Sales".
    """
    bare = (_SCALED.sub("", part).strip() for part in rest)
    parts = [part for part in _with_beginnings(bare) if not (basis in OWN_MEASURES and _is_measure(part))]
    kept = [split_notes(part)[0] for part in parts if _names_a_segment(part, kind)]
    name = " ".join(dict.fromkeys(kept))
    return "" if column_words.PER_SHARE_ALONE.fullmatch(name) else name


# A unit in brackets behind what a column is called: "Amount ($ millions)".
_SCALED: Final = re.compile(
    r"\((?:in )?[$€£¥]?\s?(?:in )?(?:thousands|millions|billions|000['’]?s|mm|%)\)$", re.IGNORECASE
)


@lru_cache(maxsize=1024)  # the same headings stand over many tables
def _names_a_segment(part: str, kind: ColumnKind) -> bool:
    """Whether a part says more than a kind, a basis or a unit."""
    plain = without_names(part)
    if kind is ColumnKind.VALUE:  # "Growth Markets" over amounts
        plain = without_names(plain, column_words.GROWS)
    if any(pattern.search(plain) for _, pattern in (*column_words.COLUMN_KINDS, *column_words.BASES)):
        return False
    is_unit = _names_unit(part) or _is_unit(part) or unit_words.SCALE_PHRASE.fullmatch(part)
    said = part and not column_words.RELATIVE.fullmatch(part) and column_words.SAYS_NO_SEGMENT.sub("", part)
    return bool(said) and not is_unit


def _is_measure(part: str) -> bool:
    """Whether a part has words of measures alone: "Net Sales", "Diluted"."""
    return not column_words.SAYS_NO_SEGMENT.sub("", column_words.MEASURES.sub("", part))


def _is_unit(part: str) -> bool:
    """Whether a part names a unit and nothing that is measured in it: "Per Diluted Share", "EPS"."""
    return unit_said(part) is not None and _is_measure(part)


def _with_beginnings(rest: Iterable[str]) -> list[str]:
    """The parts; a word that alone names nothing ("Data") begins the name that stands below it."""
    parts: list[str] = []
    for part in rest:
        if parts and column_words.BEGINS_NAMES.fullmatch(parts[-1]) and part:
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts
