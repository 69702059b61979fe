"""What labels of balance sheets say in numbers: par values, counts of shares, allowances; no meaning of time yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from xbrlgen.periods import TimeSpan, find_times


@frozen
class Number:
    """One number of a label: where its digits run, with its mark, and a word of scale behind it."""

    start: int
    end: int
    text: str


@frozen
class Said:
    """Numbers that a label gives for one thing, with the times named for them, if any.

    ``unclear`` says why they can't be taken.
    """

    what: str
    numbers: tuple[Number, ...]
    times: tuple[TimeSpan, ...] = ()
    unclear: str = ""


# What numbers in labels are of. Origin: the lines that Regulation S-X (5-02) asks for on the face of a balance sheet.
PAR: Final = "par value"
COUNTS: Final = ("authorized", "issued", "outstanding")
TREASURY: Final = "held"
ALLOWANCE: Final = "allowance"
DEPRECIATION: Final = "accumulated depreciation"
AMORTIZATION: Final = "accumulated amortization"

_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_WORD: Final = r"(?:\s(?:thousand|million|billion))?"
_MONEY: Final = rf"(?:US\$|[$€£])\s?(?:{_NUMBER}){_WORD}(?:\s?¢)?"
_PAR_WORDS: Final = r"(?:par|stated|nominal)(?:\s(?:or\s(?:stated|par)\s)?value)?"
_PAR: Final = (
    re.compile(rf"(?P<n>{_MONEY})\s(?:per\sshare\s)?{_PAR_WORDS}", re.IGNORECASE),
    re.compile(rf"{_PAR_WORDS}[,:]?\s(?:of\s)?(?P<n>{_MONEY})", re.IGNORECASE),
)
_LIST: Final = rf"{_MONEY}(?:\s?(?:,\s?and|and|,|;)\s{_MONEY})*"
_NET_OF: Final = {
    ALLOWANCE: re.compile(
        rf"\b(?:allowances?|reserves?)(?:\s(?!of\b)[a-z,-]+){{0,6}}\s(?:of\s|\()(?P<n>{_LIST})", re.IGNORECASE
    ),
    DEPRECIATION: re.compile(
        rf"\baccumulated\sdepreciation(?:\s(?!of\b)[a-z,-]+){{0,5}}\s(?:of\s|\()(?P<n>{_LIST})", re.IGNORECASE
    ),
    AMORTIZATION: re.compile(rf"\baccumulated\samortization\s(?:of\s|\()(?P<n>{_LIST})", re.IGNORECASE),
}
_KEY: Final = r"issued\s(?:and|or|&)\s(?:fully paid\sand\s)?outstanding|outstanding\sand\sissued|authori[sz]ed|issued|outstanding"
_SHARES: Final = rf"(?:{_NUMBER}){_WORD}(?:\sshares)?"
_TOKEN: Final = re.compile(
    rf"(?P<time>\x00+)|(?P<count>{_SHARES}(?:\s?(?:,\s?and|and|,)\s(?={_SHARES})(?:{_SHARES}))*)"
    rf"|(?P<key>{_KEY})|(?P<end>[;,.](?!\d))",
    re.IGNORECASE,
)
# Numbers that are of something else: rates, notes, amounts of money, what a series or a class is called.
_OTHER: Final = re.compile(
    rf"{_MONEY}|(?:{_NUMBER})\s?%|\(?notes?\s\d+(?:\s?(?:,|and)\s?\d+)*\)?|\(\w{{1,2}}\)$", re.IGNORECASE
)
_DIGITS: Final = re.compile(rf"(?:(?:US\$|[$€£])\s?)?(?:{_NUMBER}){_WORD}", re.IGNORECASE)
_UNCLEAR: Final = "which of the numbers in the label is of what is not clear"


def said_of_stock(label: str) -> Iterator[Said]:
    """Par value and counts of shares that a label gives.

    >>> [(said.what, len(said.numbers)) for said in said_of_stock("$.01 par value; 900 shares authorized")]
    [('par value', 1), ('authorized', 1)]
    """
    text = label
    for pattern in _PAR:
        for found in pattern.finditer(text):
            yield Said(PAR, _numbers(label, *found.span("n")))
            text = _blanked(text, *found.span())
    yield from _counts(label, text)


def said_of_treasury(label: str) -> Iterator[Said]:
    """How many shares a label of treasury stock says are held."""
    times = _times_in(label)
    rest = _without_others(_masked(label, times))
    found = [match for match in _TOKEN.finditer(rest) if match["count"] and "share" in match["count"].lower()]
    if len(found) == 1:
        yield Said(TREASURY, _numbers(label, *found[0].span()), times)


def said_net_of(label: str) -> Iterator[Said]:
    """Allowances and accumulated charges that a label says an amount is net of."""
    times = _times_in(label)
    for what, pattern in _NET_OF.items():
        for found in pattern.finditer(_masked(label, times)):
            yield Said(what, _numbers(label, *found.span("n")), times)


def _times_in(label: str) -> tuple[TimeSpan, ...]:
    return tuple(each for each in find_times(label) if each.words.year or each.words.month)


def _numbers(label: str, start: int, end: int) -> tuple[Number, ...]:
    return tuple(Number(*each.span(), each.group()) for each in _DIGITS.finditer(label, start, end))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _masked(text: str, times: Sequence[TimeSpan]) -> str:
    for each in times:
        text = text[: each.start] + "\0" * (each.end - each.start) + text[each.end :]
    return text


def _without_others(text: str) -> str:
    return _OTHER.sub(lambda found: " " * len(found.group()), text)


def _counts(label: str, text: str) -> Iterator[Said]:
    """Counts of shares by what is said of them; all unclear where one is."""
    times = _times_in(label)
    rest = _without_others(_masked(text, times))
    claims = list(_Clauses(label, times).read(rest))
    unclear = any(claim.unclear for claim in claims)
    for claim in claims:
        told = evolve(claim, unclear=_UNCLEAR) if unclear else claim
        for what in COUNTS:
            if what[:-2] in claim.what or unclear:
                yield evolve(told, what=what)
                if unclear:
                    break


@frozen
class _Clauses:
    """The clauses of a label, each of counts and of words for what they are."""

    label: str
    times: tuple[TimeSpan, ...]

    def read(self, text: str) -> Iterator[Said]:
        """The claims of all clauses; a dated count goes on about what was said before it."""
        clauses: list[list[re.Match[str]]] = [[]]
        for token in _TOKEN.finditer(text):
            if token["end"]:
                clauses.append([])
            else:
                clauses[-1].append(token)
        claims: list[Said] = []
        key = ""
        for clause in clauses:
            found, key = self._clause(clause, key)
            claims += found
        named = [each for token in clauses[-1] if token["time"] for each in self._times(token)]
        for claim in claims:
            whole = not claim.times and len(named) == len(claim.numbers) > 1
            yield evolve(claim, times=tuple(named)) if whole else claim

    def _clause(self, tokens: Sequence[re.Match[str]], key: str) -> tuple[list[Said], str]:
        """What one clause says, and what its last words were."""
        counts = [at for at, token in enumerate(tokens) if token["count"]]
        keys = [at for at, token in enumerate(tokens) if token["key"]]
        told = self._dated(tokens, counts, tokens[keys[0]]["key"].lower() if keys else key)
        if len(keys) <= 1 and told:
            return told, told[0].what
        last = tokens[keys[-1]]["key"].lower() if keys else key
        order = [token.lastgroup for token in tokens if token.lastgroup != "time"]
        if not counts:
            return [], last
        if order not in (["count", "key"] * len(counts), ["key", "count"] * len(counts)):
            return [self._said("", tokens[at], (), _UNCLEAR) for at in counts], last
        pairs = zip(counts, keys, strict=True)
        return [
            self._said(tokens[key]["key"].lower(), tokens[count], self._behind(tokens, max(count, key)))
            for count, key in pairs
        ], last

    def _dated(self, tokens: Sequence[re.Match[str]], counts: Sequence[int], key: str) -> list[Said]:
        """Counts of which each has a time of its own behind it, all of one thing; else none."""
        behind = [self._behind(tokens, at, past_key=True) for at in counts]
        if not key or not counts or any(len(each) != 1 for each in behind):
            return []
        numbers = [_numbers(self.label, *tokens[at].span()) for at in counts]
        if any(len(each) != 1 for each in numbers):
            return []
        return [
            Said(key, tuple(each[0] for each in numbers), tuple(time for each in behind for time in each))
        ]

    def _behind(
        self, tokens: Sequence[re.Match[str]], at: int, *, past_key: bool = False
    ) -> tuple[TimeSpan, ...]:
        """The times named right behind a token."""
        found: list[TimeSpan] = []
        for token in tokens[at + 1 :]:
            if token["time"]:
                found += self._times(token)
            elif not (past_key and token["key"] and not found):
                break
        return tuple(found)

    def _times(self, token: re.Match[str]) -> list[TimeSpan]:
        return [each for each in self.times if token.start() <= each.start < token.end()]

    def _said(self, what: str, token: re.Match[str], times: tuple[TimeSpan, ...], unclear: str = "") -> Said:
        return Said(what, _numbers(self.label, *token.span()), times, unclear)
