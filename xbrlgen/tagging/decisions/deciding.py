"""What the user's profile and the company's prior filings say about rows goes before what rules say."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from xbrlgen.findings import Finding
from xbrlgen.model import QName
from xbrlgen.tagging.concepts.candidates import fits
from xbrlgen.tagging.concepts.meanings import Meaning
from xbrlgen.tagging.decisions.prior import Prior
from xbrlgen.tagging.decisions.profile import Profile, is_skip, unknown_concept
from xbrlgen.tagging.desk import Desk
from xbrlgen.tagging.rows.lines import Line
from xbrlgen.tagging.rows.sums import RowName

_OWN = "own:"
_KEPT = frozenset({"part", "breakdown", "tie"})


@frozen
class Decided:
    """Meanings after the user's and the company's own word, and decisions that could not be followed."""

    meanings: dict[RowName, Meaning]
    findings: tuple[Finding, ...]


def decided(meanings: Mapping[RowName, Meaning], profile: Profile, prior: Prior, desk: Desk) -> Decided:
    """The meanings with the prior filing's concepts, then the profile's, in place of the rules'.

    Parts of a whole, and what repeats a face statement of this release, keep what their whole or face has.
    """
    found = dict(meanings)
    refused: dict[str, Finding] = {}
    followed: set[str] = set()
    for line in (line for line in desk.sheet.lines if line.name in found):
        name, reason = prior.choice(line)
        told = _from_prior(line, name, reason, prior, desk) if name else None
        if told and found[line.name].source not in _KEPT and not found[line.name].also:
            found[line.name] = evolve(told, members=found[line.name].members)
        choice = profile.choice(line)
        if choice:
            said = _from_profile(line, choice, prior, desk)
            if said is None:
                nearest = desk.dimensions.taxonomy.nearest(choice.rpartition(":")[2])
                refused.setdefault(choice, unknown_concept(line.label, choice, nearest))
            else:
                followed.add(choice)
                found[line.name] = said
    left = (finding for choice, finding in refused.items() if choice not in followed)
    return Decided(found, tuple(left))


def _from_prior(line: Line, name: str, reason: str, prior: Prior, desk: Desk) -> Meaning | None:
    if name.startswith(_OWN):
        return _again(line, name, Meaning(None, 0.99, (reason,), source="prior"), prior, desk)
    concept = desk.sheet.knowledge.concept(name.rpartition(":")[2])
    return Meaning(concept, 0.99, (reason,), source="prior") if concept and fits(concept, line) else None


def _again(line: Line, name: str, meaning: Meaning, prior: Prior, desk: Desk) -> Meaning | None:
    """A meaning whose concept is the one of the company's own that an earlier filing declares."""
    declared = prior.own.get(name)
    if declared is None or not declared.is_numeric or not fits(declared, line):
        return None
    space = desk.identity.space
    ours = evolve(declared, name=QName(space.prefix, declared.name.local, space.uri))
    return evolve(meaning, named=declared.name.local, declared=ours)


def _from_profile(line: Line, choice: str, prior: Prior, desk: Desk) -> Meaning | None:
    reason = ("decided in the profile",)
    if is_skip(choice):
        return Meaning(None, 1.0, reason, source="skip")
    if choice.startswith(_OWN):
        new = Meaning(None, 1.0, reason, source="profile", named=choice.removeprefix(_OWN))
        return _again(line, choice, new, prior, desk) or new
    concept = desk.sheet.knowledge.concept(choice.rpartition(":")[2])
    if concept is None or not fits(concept, line):
        return None
    return Meaning(concept, 1.0, reason, source="profile")
