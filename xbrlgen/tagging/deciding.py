"""What the user's profile and the company's prior filings say about rows goes before what rules say."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from xbrlgen.findings import Finding
from xbrlgen.model import Concept, QName
from xbrlgen.tagging.assembling import Desk
from xbrlgen.tagging.candidates import fits
from xbrlgen.tagging.lines import Line
from xbrlgen.tagging.meanings import Meaning
from xbrlgen.tagging.prior import Prior
from xbrlgen.tagging.profile import Profile, is_skip, unknown_concept
from xbrlgen.tagging.sums import RowName

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
    findings: list[Finding] = []
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
                findings.append(unknown_concept(line.label, choice, nearest))
            else:
                found[line.name] = said
    return Decided(found, tuple(findings))


def _from_prior(line: Line, name: str, reason: str, prior: Prior, desk: Desk) -> Meaning | None:
    concept = _prior_concept(name, prior, desk)
    if concept is None or not fits(concept, line):
        return None
    return Meaning(concept, 0.99, (reason,), source="prior")


def _prior_concept(name: str, prior: Prior, desk: Desk) -> Concept | None:
    if not name.startswith(_OWN):
        return desk.sheet.knowledge.concept(name.rpartition(":")[2])
    declared = prior.own.get(name)
    space = desk.identity.space
    if declared is None or not declared.is_numeric:
        return None
    return evolve(declared, name=QName(space.prefix, declared.name.local, space.uri))


def _from_profile(line: Line, choice: str, prior: Prior, desk: Desk) -> Meaning | None:
    reason = ("decided in the profile",)
    if is_skip(choice):
        return Meaning(None, 1.0, reason, source="skip")
    if choice.startswith(_OWN):
        known = _prior_concept(choice, prior, desk)
        if known and fits(known, line):
            return Meaning(known, 1.0, reason, source="profile")
        return Meaning(None, 1.0, reason, source="profile", named=choice.removeprefix(_OWN))
    concept = desk.sheet.knowledge.concept(choice.rpartition(":")[2])
    if concept is None or not fits(concept, line):
        return None
    return Meaning(concept, 1.0, reason, source="profile")
