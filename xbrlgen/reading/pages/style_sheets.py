"""Style sheets read as far as style attributes can say the same: simple selectors, declarations, their order.

What needs more than an element, those around it and the one before it (states, places among many) is counted
and left; what is said for other media is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import product
from math import prod
from typing import Final

from attrs import field, frozen

# What is opened and never closed, a comment or a bracket, goes on to the end.
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_MEDIA = re.compile(r"@media", re.IGNORECASE)
# Other media are left; of widths, what is said for at least so many holds on the screen of a desk.
_SHOWN_ON = re.compile(
    r"(?:only\s+)?(?:(?:all|screen)\s*(?:\Z|and\s*(?=\()))?(?:\(\s*min-width[^()]*\)\s*)?\Z", re.IGNORECASE
)
_RULE = re.compile(r"([^{};]*)(?:;|\{([^{}]*)\}|[{}]|\Z)")
_ALTERNATIVES = re.compile(r":(?:where|is)\(([^()]*)\)", re.IGNORECASE)
_STEP = re.compile(r"\s*([>+])\s*|\s+")
_COMPOUND = re.compile(
    r"(?P<tag>\*|[A-Za-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[\s*[\w-]+\s*\]|:first-child|:link)*)\Z"
)
_PART = re.compile(r"([.#])([\w-]+)|\[\s*([\w-]+)\s*\]|(:first-child|:link)")
_DECLARATION = re.compile(r"""((?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\))+)|["'(].*""", re.DOTALL)
# Selectors that the alternatives of one may come to; by hand nobody writes so many.
_MOST_ALTERNATIVES = 100

Declaration = tuple[str, str]


@frozen(eq=False)
class Kin:
    """An element as selectors see it: name, attributes, what is around and before it, whether it is first."""

    tag: str
    attributes: Mapping[str, str]
    around: Kin | None = None
    before: Kin | None = None
    is_first: bool = False

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes it is in."""
        return frozenset(self.attributes.get("class", "").split())


@frozen
class Compound:
    """What a selector asks of one element."""

    tag: str = ""
    identity: str = ""
    classes: frozenset[str] = frozenset()
    has: frozenset[str] = frozenset()
    is_first: bool = False

    def fits(self, kin: Kin) -> bool:
        """Whether an element is such a one."""
        return (
            self.tag in ("", kin.tag)
            and self.identity in ("", kin.attributes.get("id", ""))
            and self.classes <= kin.classes
            and self.has <= kin.attributes.keys()
            and (kin.is_first or not self.is_first)
        )


@frozen
class Rule:
    """Declarations for what a chain of compounds leads to; ``links`` say how each goes with the next."""

    compounds: tuple[Compound, ...]
    links: tuple[str, ...]
    weight: tuple[int, int, int]
    declarations: tuple[Declaration, ...]

    def fits(self, kin: Kin) -> bool:
        """Whether the selector leads to an element."""
        fitting = [kin] if self.compounds[-1].fits(kin) else []
        for link, compound in zip(reversed(self.links), reversed(self.compounds[:-1]), strict=True):
            fitting = [one for one in _linked(fitting, link) if compound.fits(one)]
        return bool(fitting)


def _linked(fitting: Sequence[Kin], link: str) -> Iterator[Kin]:
    """What a link leads to from elements that are around each other, the innermost first, or before those."""
    if link != " ":
        found = (one.before if link == "+" else one.around for one in fitting)
        yield from (one for one in found if one is not None)
        return
    one = fitting[0].around if fitting else None
    while one is not None:
        yield one
        one = one.around


@frozen
class Sheet:
    """The rules of some style sheets in the order in which they win, and how many couldn't be read."""

    rules: tuple[Rule, ...] = ()
    left: int = 0
    _known: dict[tuple[str, frozenset[str]], tuple[Rule, ...]] = field(factory=dict, eq=False, repr=False)

    def style(self, kin: Kin, own: str) -> str:
        """The style attribute that shows an element as the sheets and its own style do."""
        found: dict[str, list[str]] = {}
        urgent: list[str] = []
        for rule in self._rules_for(kin.tag, kin.classes):
            if rule.fits(kin):
                for name in {name for name, _ in rule.declarations}:
                    found.pop(name, None)
                for name, value in rule.declarations:
                    listed = urgent if value.endswith("!important") else found.setdefault(name, [])
                    listed.append(f"{name}:{value}")
        plain = [one for listed in found.values() for one in listed]
        return ";".join(filter(None, (*plain, own.strip().rstrip(";"), *urgent)))

    @property
    def looks_before(self) -> bool:
        """Whether it matters for some rule which element stands before another."""
        return any("+" in rule.links for rule in self.rules)

    @cached_property
    def names(self) -> frozenset[str] | None:
        """The elements that rules speak of; None where one holds for others, too, or counts all of them."""
        asked = [one for rule in self.rules for one in rule.compounds]
        links = {link for rule in self.rules for link in rule.links}
        if links - {" "} or any(one.is_first or not one.tag for one in asked):
            return None
        return frozenset(one.tag for one in asked)

    def _rules_for(self, tag: str, classes: frozenset[str]) -> tuple[Rule, ...]:
        """The rules that may lead to elements of a name that are in some classes."""
        key = (tag, classes)
        if key not in self._known:
            last = ((rule, rule.compounds[-1]) for rule in self.rules)
            self._known[key] = tuple(
                rule for rule, one in last if one.tag in ("", tag) and one.classes <= classes
            )
        return self._known[key]


def read_sheets(texts: Iterable[str]) -> Sheet:
    """The rules of style sheets, in the order in which later ones win over earlier ones.

    >>> sheet = read_sheets(["td.n { text-align: right } @media print { td { color: red } }"])
    >>> sheet.style(Kin("td", {"class": "n b"}), "width:9%")
    'text-align:right;width:9%'
    """
    rules: list[Rule] = []
    left = 0
    for text in texts:
        for selector, body in _rules(_COMMENT.sub(" ", text)):
            declarations = tuple(_declarations(body))
            for one in _selectors(selector):
                made = _rule(one, declarations)
                left += made is None and bool(declarations)
                rules += [made] if made and declarations else []
    return Sheet(tuple(sorted(rules, key=lambda rule: rule.weight)), left)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of a sheet, those for other media left out."""
    position = 0
    while (found := _MEDIA.search(text, position)) and (opened := text.find("{", found.end())) >= 0:
        yield from _plain_rules(text[position : found.start()])
        end = _closing(text, opened + 1)
        if _SHOWN_ON.match(text[found.end() : opened].strip()):
            yield from _plain_rules(text[opened + 1 : end])
        position = end + 1
    yield from _plain_rules(text[position:])


def _closing(text: str, start: int) -> int:
    """Where the brace closes that was opened before a position."""
    depth = 1
    for found in re.compile(r"[{}]").finditer(text, start):
        depth += 1 if found.group() == "{" else -1
        if not depth:
            return found.start()
    return len(text)


def _plain_rules(text: str) -> Iterator[tuple[str, str]]:
    for found in _RULE.finditer(text):
        if found[2] is not None and not found[1].lstrip().startswith("@"):
            yield found[1].strip(), found[2]


_IMPORTANT: Final = re.compile(r"\s*!\s*important\s*\Z")
_PROPERTY: Final = re.compile(r"\s*-?[A-Za-z][\w-]*\s*")


def _declarations(body: str) -> Iterator[Declaration]:
    for part in _DECLARATION.findall(body):
        name, mark, value = part.partition(":")
        value = " ".join(value.split())
        if "!" in value:
            value = _IMPORTANT.sub(" !important", value)
        if mark and value and _PROPERTY.fullmatch(name):
            yield name.strip().lower(), value.replace('"', "'")


def _selectors(text: str) -> Iterator[str]:
    """The selectors of a rule; each alternative of ``:where`` is a selector of its own."""
    masked = _ALTERNATIVES.sub(lambda found: found.group().replace(",", "\x00"), text)
    for selector in masked.split(","):
        choices = [found.split("\x00") for found in _ALTERNATIVES.findall(selector)]
        pattern = _ALTERNATIVES.sub("\x01", selector).strip()
        if prod(map(len, choices)) > _MOST_ALTERNATIVES:
            yield pattern  # which is none that can be read, and counted as that
            continue
        for chosen in product(*choices):
            yield reduce(lambda text, one: text.replace("\x01", f"\x02{one.strip()}", 1), chosen, pattern)


def _rule(selector: str, declarations: tuple[Declaration, ...]) -> Rule | None:
    """The rule of one selector; None where it asks for more than can be told here."""
    steps = _STEP.split(selector)
    read = [_compound(part) for part in steps[::2]]
    compounds = tuple(one for one in read if one is not None)
    if len(compounds) < len(read):
        return None
    links = tuple(step or " " for step in steps[1::2])
    return Rule(compounds, links, _weight(steps[::2]), declarations)


def _compound(text: str) -> Compound | None:
    found = _COMPOUND.match(text.replace("\x02", ""))
    if not text or not found:
        return None
    parts = _PART.findall(found["rest"] or "")
    return Compound(
        (found["tag"] or "").replace("*", "").lower(),
        next((name for mark, name, _, _ in parts if mark == "#"), ""),
        frozenset(name for mark, name, _, _ in parts if mark == "."),
        frozenset(["href"] * any(pseudo == ":link" for *_, pseudo in parts))
        | frozenset(name.lower() for _, _, name, _ in parts if name),
        any(pseudo == ":first-child" for *_, pseudo in parts),
    )


def _weight(parts: Sequence[str]) -> tuple[int, int, int]:
    """How much a selector weighs: names, classes and the like, elements; alternatives weigh nothing."""
    heavy = [part for part in parts if not part.startswith("\x02")]
    together = " ".join(heavy)
    elements = sum(bool(re.match("[A-Za-z]", part)) for part in heavy)
    return together.count("#"), len(re.findall(r"[.\[:]", together)), elements
