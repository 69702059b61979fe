"""The labels a filing gives: those it has, and for every use in a tree one in the role asked for."""

from __future__ import annotations

from collections.abc import Mapping

from xbrlgen.filing import Filing
from xbrlgen.model import Concept, QName
from xbrlgen.model.sharing import distinct
from xbrlgen.writing import names
from xbrlgen.writing.taxonomy.trees import concepts_used, walk

# A label is at most this long at the SEC (filer manual, 6.11), the documentation excepted.
_LONGEST = 511

Labels = tuple[tuple[str, str], ...]


def labels_of(filing: Filing) -> Mapping[QName, Labels]:
    """For every concept of the filing its (role, text) pairs: one a role, the standard one first."""
    declared = _declared(filing)
    wanted = _preferred(filing)
    names_used = dict.fromkeys((*concepts_used(filing), *(concept.name for concept in filing.extensions)))
    labels = {
        name: _labels(name, filing.labels.get(name, ()), declared.get(name, ""), wanted.get(name, {}))
        for name in names_used
    }
    for concept in filing.extensions:
        labels[concept.name] += _sign_told(concept, dict(labels[concept.name]))
    return labels


def standard_labels(filing: Filing) -> Mapping[QName, str]:
    """The standard label of every concept that facts report."""
    declared = _declared(filing)
    return {
        concept.name: _labels(
            concept.name, filing.labels.get(concept.name, ()), declared.get(concept.name, ""), {}
        )[0][1]
        for concept in distinct(fact.concept for fact in filing.report.facts)
    }


def _declared(filing: Filing) -> dict[QName, str]:
    """What the concepts that a filing reports or has beside are called where they are declared."""
    reported = distinct(fact.concept for fact in filing.report.facts)
    declared = {concept.name: concept.label for concept in (*filing.standard, *filing.extensions)}
    declared |= {concept.name: concept.label for concept in reported if concept.label}
    return declared


def _sign_told(concept: Concept, labels: Mapping[str, str]) -> Labels:
    """Money without a balance needs a documentation that tells its sign (filer manual, 6.11.5)."""
    if concept.type != "monetaryItemType" or concept.balance or names.DOCUMENTATION_LABEL in labels:
        return ()
    text = (
        f"{labels[names.STANDARD_LABEL]}, as the filer defines it. A positive value is an amount as this "
        "label names it; a negative value is its opposite."
    )
    return ((names.DOCUMENTATION_LABEL, text),)


def _preferred(filing: Filing) -> dict[QName, dict[str, None]]:
    wanted: dict[QName, dict[str, None]] = {}
    for role in filing.roles:
        for node in walk(role.tree):
            if node.preferred_label:
                wanted.setdefault(node.concept, {})[node.preferred_label] = None
    return wanted


def _labels(name: QName, given: Labels, declared: str, wanted: dict[str, None]) -> Labels:
    texts = {role: tidy(text, role) for role, text in given if text.strip()}
    standard = texts.pop(names.STANDARD_LABEL, "") or tidy(declared or names.words_of(name.local))
    rest = {role: texts.get(role, standard) for role in (*texts, *wanted) if role != names.STANDARD_LABEL}
    return ((names.STANDARD_LABEL, standard), *rest.items())


def tidy(text: str, role: str = names.STANDARD_LABEL) -> str:
    """A label on one line, without marks that the SEC forbids in it, cut at the longest allowed."""
    line = " ".join(text.replace("<", "(").replace(">", ")").split())
    return line if role == names.DOCUMENTATION_LABEL or len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
