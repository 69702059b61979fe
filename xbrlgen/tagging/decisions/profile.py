"""The user's own decisions: read from `xbrlgen.toml`, and drafted from the open questions of a run."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from xbrlgen.filing import Filing
from xbrlgen.findings import Finding, Severity
from xbrlgen.tagging.filer.entity import cik_of
from xbrlgen.tagging.known.words import key
from xbrlgen.tagging.rows.lines import Line

_TABLES = frozenset({"entity", "concepts", "members", "taxonomy"})
_TAXONOMY = frozenset({"year", "packages"})
_ENTITY = frozenset({"cik", "name", "prefix", "namespace"})
_SKIP = "skip"


class ProfileError(ValueError):
    """The profile can't be used: correct the file at the place the message names."""


@frozen
class Profile:
    """Decisions on labels, members, entity and taxonomy.

    ``concepts`` maps printed labels, or ``section > label``, to ``us-gaap:Name``, ``own:Name`` or ``skip``;
    ``members`` maps labels of segments and products to members.
    """

    cik: str = ""
    name: str = ""
    prefix: str = ""
    namespace: str = ""
    year: int | None = None
    concepts: Mapping[str, str] = field(factory=dict)
    members: Mapping[str, str] = field(factory=dict)

    def choice(self, line: Line) -> str:
        """What was decided for a line: the decision for its section and label, else that for its label."""
        plain = ""
        for label, concept in self.concepts.items():
            section, _, last = label.rpartition(">")
            if key(last) != line.words:
                continue
            if section and key(section) in line.above:
                return concept
            plain = plain or ("" if section else concept)
        return plain


def read_profile(given: Path | str | Profile | None) -> Profile:
    """The profile in a file; an empty one for None."""
    if given is None or isinstance(given, Profile):
        return given or Profile()
    path = Path(given)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        msg = f"the profile {path} can't be read: {error.strerror}"
        raise ProfileError(msg) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"the profile {path} is no TOML: {error}; correct it there"
        raise ProfileError(msg) from error
    return _profile(data, path)


def _profile(data: Mapping[str, Any], path: Path) -> Profile:
    unknown = sorted(set(data) - _TABLES)
    if unknown:
        msg = f"{path}: [{unknown[0]}] is unknown; known are {', '.join(sorted(_TABLES))}"
        raise ProfileError(msg)
    entity = _texts(data, "entity", path)
    _check_entity(entity, path)
    return Profile(
        cik=entity.get("cik", ""),
        name=entity.get("name", ""),
        prefix=entity.get("prefix", ""),
        namespace=entity.get("namespace", ""),
        year=_year(data, path),
        concepts=_texts(data, "concepts", path),
        members=_texts(data, "members", path),
    )


def _year(data: Mapping[str, Any], path: Path) -> int | None:
    taxonomy = data.get("taxonomy", {})
    if not isinstance(taxonomy, dict):
        msg = f"{path}: taxonomy must be a table, written [taxonomy]"
        raise ProfileError(msg)
    _check_names(taxonomy, "taxonomy", _TAXONOMY, path)
    year = taxonomy.get("year")
    if year is not None and not isinstance(year, int):
        msg = f"{path}: year under [taxonomy] must be a number, such as 2024, not {year!r}"
        raise ProfileError(msg)
    return year


def _check_names(given: Mapping[str, Any], table: str, known: frozenset[str], path: Path) -> None:
    unknown = sorted(set(given) - known)
    if unknown:
        msg = f"{path}: {unknown[0]} under [{table}] is unknown; known are {', '.join(sorted(known))}"
        raise ProfileError(msg)


def _check_entity(entity: Mapping[str, str], path: Path) -> None:
    _check_names(entity, "entity", _ENTITY, path)
    if entity.get("cik") and not cik_of(entity["cik"]):
        number = "the company's number at the SEC, of up to 10 digits"
        msg = f"{path}: cik under [entity] must be {number}, not {entity['cik']!r}"
        raise ProfileError(msg)


def _texts(data: Mapping[str, Any], table: str, path: Path) -> dict[str, str]:
    found = data.get(table, {})
    if not isinstance(found, dict):
        msg = f"{path}: {table} must be a table, written [{table}]"
        raise ProfileError(msg)
    for name, value in found.items():
        if not isinstance(value, str):
            msg = f"{path}: {name} under [{table}] must be a text in quotes, not {value!r}"
            raise ProfileError(msg)
    return dict(found)


def unknown_concept(label: str, wanted: str, nearest: tuple[str, ...]) -> Finding:
    """That the profile asks for a concept the year does not have, or that does not fit."""
    near = f"; the nearest are {', '.join(nearest)}" if nearest else ""
    return Finding(
        "tagging.profile",
        Severity.ERROR,
        f"the profile decides '{label}' to be {wanted}, which the year lacks or the row can't be{near}",
        about=(wanted,),
        remedy="correct the line in the profile, or choose another taxonomy year",
    )


def draft_profile(filing: Filing) -> str:
    """A profile with a line for each open question of a run: the best candidate, the others beside it.

    Rows that no heading tells apart are decided together, by the line of the first.
    """
    cik = cik_of(filing.entity.identifier)
    known = (
        f'cik = "{cik}"' if cik else '# cik = "..." (the company\'s number at the SEC, which is not known)'
    )
    out = ["[entity]", known, f'prefix = "{filing.prefix}"', ""]
    out += ["[taxonomy]", f"year = {filing.taxonomy_year}", "", "[concepts]"]
    decided: set[str] = set()
    for finding in filing.findings:
        if finding.code == "tagging.question":
            line = dict(finding.details).get("profile", "")
            name = line.rpartition(" = ")[0]
            out.append(f"# {finding.message}" if finding.message.isprintable() else "#")
            out.append(f"# {line}" if name in decided else line)
            decided.add(name)
    return "\n".join(out) + "\n"


def is_skip(choice: str) -> bool:
    """Whether a decision is to leave the row untagged."""
    return choice == _SKIP
