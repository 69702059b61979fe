"""Standard labels that no two concepts share, as the SEC asks, with the print beside them.

A release prints "Diluted" for earnings per share and for shares, and "Total" under every heading. What it
prints is what the trees show; the standard label says which one is meant (filer manual, 6.10.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from attrs import evolve

from xbrlgen.filing import Filing, Node
from xbrlgen.model import QName
from xbrlgen.writing import names
from xbrlgen.writing.taxonomy.labels import Labels, tidy

TERSE_LABEL = names.label_role("terseLabel")
# How element names end by what they are for, which labels put in brackets (filer manual, 6.10.7).
_ENDINGS = ("Abstract", "Axis", "Domain", "LineItems", "Member", "Table")
# What is spelled out in element names, the articles that they leave out (6.8.5), what people write otherwise.
_MARKS = str.maketrans({"&": " and ", "%": " percent ", "+": " plus ", "'": "", "\u2019": ""})
_ARTICLES = frozenset({"a", "an", "the"})
_WRITTEN = (("Non Gaap", "Non-GAAP"), ("Non GAAP", "Non-GAAP"), ("Pro Forma", "Pro forma"))


def told_apart(filing: Filing, labels: Mapping[QName, Labels]) -> Mapping[QName, Labels]:
    """The labels, each standard one that of one concept; where that isn't the print, the terse one is."""
    alike: dict[str, list[QName]] = {}
    for name, given in labels.items():
        alike.setdefault(_standard(given), []).append(name)
    own = {concept.name for concept in filing.extensions}
    keepers = {printed: _keeper(group, own) for printed, group in alike.items()}
    taken = {printed for printed, keeper in keepers.items() if keeper}
    found: dict[QName, Labels] = {}
    for name in sorted(labels, key=lambda one: (one in own, one.prefix, one.local)):
        printed = _standard(labels[name])
        is_kept = keepers[printed] == name
        if is_kept and not (name in own and filing.proved and _says_more(name, printed)):
            found[name] = labels[name]
            continue
        label = _free(_full_label(name.local, printed), name, taken)
        taken.add(label)
        found[name] = _relabelled(labels[name], label)
    return {name: found[name] for name in labels}


def _standard(given: Labels) -> str:
    return dict(given)[names.STANDARD_LABEL]


def _keeper(group: Iterable[QName], own: Set[QName]) -> QName | None:
    """Which of the concepts printed alike keeps the print: the only one, or the only standard one."""
    every = list(group)
    standard = [name for name in every if name not in own]
    chosen = every if len(every) == 1 else standard
    return chosen[0] if len(chosen) == 1 else None


def _says_more(name: QName, printed: str) -> bool:
    """Whether an element name has the words of the print and more: a heading's, or that it is non-GAAP."""
    before, shown, after = _parted(_stem(name.local)[0], printed)
    return bool(shown and (before or after))


def _full_label(local: str, printed: str) -> str:
    """What an element name says, in the words of the print as far as they go.

    >>> _full_label("NonGaapCostOfRevenue", "Cost of revenue")
    'Non-GAAP Cost of revenue'
    >>> _full_label("EarningsPerShareDiluted", "Diluted"), _full_label("EuropeMember", "Europe [Member]")
    ('Earnings Per Share Diluted', 'Europe [Member]')
    """
    stem, ending = _stem(local)
    before, shown, after = _parted(stem, printed.removesuffix(ending).rstrip())
    return tidy(" ".join(filter(None, (_words(before), shown, _words(after), ending))))


def _stem(local: str) -> tuple[str, str]:
    """An element name without its ending, and the ending as labels have it."""
    ending = next((one for one in _ENDINGS if local.endswith(one) and local != one), "")
    return local.removesuffix(ending), f"[{names.words_of(ending)}]" if ending else ""


_WORDS: Final = re.compile("[a-z0-9]+")


def _parted(stem: str, printed: str) -> tuple[str, str, str]:
    """The element name around what is printed, and the print; the whole name first where it isn't in it."""
    words = _WORDS.findall(printed.translate(_MARKS).lower())
    key = "".join(word for word in words if word not in _ARTICLES)
    at = stem.lower().rfind(key) if key else -1
    return (stem[:at], printed, stem[at + len(key) :]) if at >= 0 else (stem, "", "")


def _words(part: str) -> str:
    text = names.words_of(part) if part else ""
    for one, other in _WRITTEN:
        text = text.replace(one, other)
    return text


def _free(label: str, name: QName, taken: Set[str]) -> str:
    return label if label not in taken else tidy(f"{label} ({name.local})")


def _relabelled(given: Labels, label: str) -> Labels:
    """The labels with another standard one; what was it becomes the terse one, if there is none yet."""
    texts = dict(given)
    printed = texts.pop(names.STANDARD_LABEL)
    texts.setdefault(TERSE_LABEL, printed)
    return ((names.STANDARD_LABEL, label), *texts.items())


def with_print_shown(
    filing: Filing, labels: Mapping[QName, Labels], printed: Mapping[QName, Labels]
) -> Filing:
    """The filing whose trees show the print where it is no longer the standard label."""
    changed = {name for name, given in labels.items() if given != printed[name]}
    roles = (evolve(role, tree=tuple(_showing(role.tree, changed))) for role in filing.roles)
    return evolve(filing, roles=tuple(roles)) if changed else filing


def _showing(nodes: Iterable[Node], changed: Set[QName]) -> Iterator[Node]:
    for node in nodes:
        shown = node.preferred_label or (TERSE_LABEL if node.concept in changed else "")
        is_same = not node.children and shown == node.preferred_label
        children = tuple(_showing(node.children, changed))
        yield node if is_same else evolve(node, preferred_label=shown, children=children)
