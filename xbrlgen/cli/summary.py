"""What was built: as plain values, and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any

from xbrlgen.filing import Filing
from xbrlgen.findings import Finding

Summary = dict[str, Any]
# Reasons told one by one; the page for review has all.
_MOST_REASONS = 3
_THOUSANDTH = Decimal("0.001")
# The outcomes that leave a number without a fact, and what they are called in the summary.
_LEFT = {"refused": "refused", "unmapped": "no concept"}
_OUTCOMES = (
    ("tagged", "tagged"),
    ("repeats", "repeat a fact"),
    ("refused", "refused"),
    ("unmapped", "without a concept"),
)


def summary(filing: Filing, findings: Sequence[Finding], folder: Path) -> Summary:
    """Say what was built, as plain values."""
    outcomes = Counter(verdict.outcome.value for verdict in filing.verdicts)
    statements = filing.proved.document.statements if filing.proved else ()
    return {
        "filing": str(folder),
        "prefix": filing.prefix,
        "date": filing.date,
        "taxonomy": filing.taxonomy_year,
        "statements": [{"kind": one.kind.value, "title": one.title} for one in statements],
        "printed": len(filing.verdicts),
        "outcomes": dict(sorted(outcomes.items())),
        "reasons": {name: _reasons(filing, name) for name in _LEFT if outcomes.get(name)},
        "facts": len(filing.report.facts),
        "proved": str(_share(filing)),
        "repaired": len(filing.proved.repairs) if filing.proved else 0,
        "questions": sum(finding.code == "tagging.question" for finding in findings),
        "findings": dict(sorted(Counter(finding.severity.name.lower() for finding in findings).items())),
    }


def _share(filing: Filing) -> Decimal:
    """Give how many of the figures in tables are proved, never more than are."""
    share = filing.proved.share() if filing.proved else Decimal(0)
    return share.quantize(_THOUSANDTH, ROUND_DOWN).normalize()


def _reasons(filing: Filing, outcome: str) -> dict[str, int]:
    """Give why numbers came out so, the commonest reason first."""
    reasons = Counter(each.reason for each in filing.verdicts if each.outcome.value == outcome)
    return dict(sorted(reasons.items(), key=lambda one: (-one[1], one[0])))


def summary_lines(said: Summary, year: int | None) -> list[tuple[str, str]]:
    """Say it in words, with a name for each line; ``year`` is the taxonomy year that was asked for."""
    edition = f"us-gaap {said['taxonomy']}"
    if year not in {None, said["taxonomy"]}:
        edition += f", the year nearest to {year} that the index has"
    facts = ("facts", f"{said['facts']} in {edition}")
    return [*_of_release(said, facts), *_open(said)] if said["printed"] else [facts]


def _of_release(said: Summary, facts: tuple[str, str]) -> list[tuple[str, str]]:
    outcomes = said["outcomes"]
    kinds = Counter(one["kind"] for one in said["statements"])
    listed = [kind if count == 1 else f"{kind} ({count})" for kind, count in kinds.items()]
    figures = [f"{outcomes[name]} {word}" for name, word in _OUTCOMES if outcomes.get(name)]
    printed = said["printed"] - outcomes.get("not a fact", 0)
    return [
        ("statements", ", ".join(listed) or "none found"),
        ("figures", f"{printed} that may be facts: {', '.join(figures)}"),
        *(
            (name, _most(said["reasons"][outcome]))
            for outcome, name in _LEFT.items()
            if outcomes.get(outcome)
        ),
        facts,
        ("proved", f"{_percent(Decimal(said['proved']))} of the figures in tables, by arithmetic"),
    ]


def _percent(share: Decimal) -> str:
    """Give a share in percent, rounded down: all are only called all where they are."""
    return f"{int(share * 100)}%"


def _most(reasons: dict[str, int]) -> str:
    """Give the reasons that several numbers share, and how many have another."""
    if sum(reasons.values()) == 1:
        return f"1: {next(iter(reasons))}"
    shared = [(reason, count) for reason, count in reasons.items() if count > 1][:_MOST_REASONS]
    told = [f"{count}: {reason}" for reason, count in shared]
    left = sum(reasons.values()) - sum(count for _, count in shared)
    if left:
        told.append(f"{left} for other reasons" if told else f"{left}, the review page says why each")
    return "; ".join(told)


def _open(said: Summary) -> list[tuple[str, str]]:
    lines = []
    if said["repaired"]:
        lines.append(("repaired", f"{said['repaired']} of the damaged figures, each by what proves it"))
    if said["questions"]:
        lines.append(("questions", f"{said['questions']} (--write-profile FILE makes them lines to decide)"))
    return lines
