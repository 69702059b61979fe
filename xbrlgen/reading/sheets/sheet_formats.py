"""How a sheet shows the numbers and days of its cells: number formats, as ECMA-376 (18.8.31) has them."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from attrs import field, frozen

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[(?P<bracket>[^\]]*)\]|(?P<end>;)|(?P<percent>%)'
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+,*)|(?P<other>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"([<>]=?|=|<>)\s*(-?\d+(?:\.\d+)?)")
_COLOUR = re.compile(r"(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*\d+)$", re.IGNORECASE)
_COMPARE: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
# Beyond these a number is written with zeros that nobody printed.
_MOST_DIGITS = 30


@frozen
class _Section:
    """One section of a format: what it shows before and after the digits, and when it is for a number.

    ``digits`` is None where it shows none, and ``is_other`` says that it shows them as fractions or powers.
    """

    before: str = ""
    digits: str | None = None
    after: str = ""
    percents: int = 0
    colour: str = ""
    condition: tuple[str, Decimal] | None = field(default=None)
    is_other: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether the condition of the section, if it has one, is true of a number."""
        return self.condition is None or _COMPARE[self.condition[0]](value, self.condition[1])

    @property
    def shows_a_sign(self) -> bool:
        """Whether the section itself shows that a number is negative."""
        return any(mark in self.before for mark in "(-−") or self.after.lstrip().startswith("-")


def shown_number(value: Decimal, number_format: str) -> str:
    r"""A number as a cell of a format shows it.

    >>> shown_number(Decimal(-1301), r"#,##0_);\(#,##0\)"), shown_number(Decimal(45192137), "#,##0,")
    ('(1,301)', '45,192')
    """
    if not value.is_finite():
        return str(value)
    sections = [_section(part) for part in _parts(number_format)]
    number, section = _chosen(value, sections)
    if section.is_other or _is_general(number_format) or value.adjusted() >= _MOST_DIGITS - 5:
        return _plain(value)
    scaled = abs(value) * 100**section.percents
    shown = section.before + (_digits(scaled, section.digits) if section.digits else "") + section.after
    return "-" * _needs_sign(value, number, sections) + shown.strip()


def _is_general(number_format: str) -> bool:
    return number_format.strip().lower() in {"general", "@", ""}


def _plain(value: Decimal) -> str:
    plain = value.normalize()
    return f"{plain:f}" if abs(plain.adjusted()) < _MOST_DIGITS else str(plain)


def _parts(number_format: str) -> list[list[re.Match[str]]]:
    """The tokens of each section."""
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(number_format):
        if token["end"]:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts[:4]


def _section(tokens: list[re.Match[str]]) -> _Section:
    runs = [token["digits"] for token in tokens if token["digits"]]
    around = ["", ""]
    for token in tokens:
        side = int(bool(runs) and token.start() > next(one.start() for one in tokens if one["digits"]))
        around[side] += _literal(token)
    brackets = [token["bracket"] for token in tokens if token["bracket"]]
    conditions = [found for bracket in brackets if (found := _CONDITION.fullmatch(bracket.strip()))]
    others = "".join(token["other"] or "" for token in tokens)
    return _Section(
        around[0],
        runs[0] if runs else None,
        around[1],
        sum(bool(token["percent"]) for token in tokens),
        next((bracket for bracket in brackets if _COLOUR.match(bracket)), ""),
        (conditions[0][1], Decimal(conditions[0][2])) if conditions else None,
        len(runs) > 1 or "E" in others or "General" in others,
    )


def _literal(token: re.Match[str]) -> str:
    """What a token shows that is no digit: of ``[$€-407]`` the mark of the currency."""
    bracket = token["bracket"] or ""
    if bracket.startswith("$"):
        return bracket[1:].partition("-")[0]
    return token["quoted"] or token["escaped"] or token["percent"] or token["other"] or ""


def _chosen(value: Decimal, sections: list[_Section]) -> tuple[int, _Section]:
    """The section that a number is shown by, and which one it is."""
    if any(section.condition for section in sections):
        held = [number for number, section in enumerate(sections[:3]) if section.holds(value)]
        number = held[0] if held else len(sections) - 1
    else:
        number = 1 if value < 0 else 2 if value == 0 else 0
        number = number if number < min(len(sections), 3) else 0
    return number, sections[number]


def _needs_sign(value: Decimal, number: int, sections: list[_Section]) -> bool:
    """Whether a minus stands before what the section shows, or its color alone tells that it is negative."""
    section = sections[number]
    if value >= 0 or section.shows_a_sign:
        return False
    is_own = number == 1 and section.condition is None
    return not is_own or bool(section.colour and section.colour != sections[0].colour)


def _digits(value: Decimal, pattern: str) -> str:
    """The digits as a pattern shows them; commas behind its last place leave out thousands."""
    kept = pattern.rstrip(",")
    whole, _, fraction = kept.partition(".")
    places = len(fraction)
    rounded = value.scaleb(-3 * (len(pattern) - len(kept))).quantize(
        Decimal(1).scaleb(-places), ROUND_HALF_UP
    )
    if rounded == 0 and "0" not in pattern:
        return ""
    shown = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    optional = len(fraction) - len(fraction.rstrip("#?"))
    return _without_zeros(shown, optional) if optional else shown


def _without_zeros(shown: str, optional: int) -> str:
    """The digits without zeros at places where a format shows none."""
    kept = shown[:-optional] + shown[-optional:].rstrip("0")
    return kept.rstrip(".")


def shown_day(day: date, number_format: str) -> str:
    """A day as a cell shows it: its year or month alone, or whole; the first of a month stands for it.

    >>> shown_day(date(2024, 1, 1), "mmm-yy"), shown_day(date(2024, 1, 28), "mmm-yy")
    ('January 2024', 'January 28, 2024')
    """
    marks = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", number_format).lower()
    if "y" in marks and "d" not in marks and "m" not in marks:
        return str(day.year)
    if "d" in marks and "y" not in marks:
        return f"{day:%B} {day.day},"
    if "d" not in marks and "m" in marks and day.day == 1:
        return f"{day:%B} {day.year}"
    return f"{day:%B} {day.day}, {day.year}"
