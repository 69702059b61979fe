"""How much of a release arithmetic proves, and what becomes of damage, measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import process_time

from hypothesis import HealthCheck, Phase, given, seed, settings

import xbrlgen
from tests.properties.strategies_consistent import releases
from tests.proving.building import NOW, YEAR_END, document, statement
from tests.shared import SHARED
from xbrlgen.findings import Severity
from xbrlgen.proving import prove
from xbrlgen.proving.identity import Outcome, Proved, Ref
from xbrlgen.reading.document import Document
from xbrlgen.reading.statement import FACE_KINDS, StatementKind
from xbrlgen.testing.fates import Fate, fate_of
from xbrlgen.testing.spoiled import Spoiled
from xbrlgen.testing.spoiling import MANNERS
from xbrlgen.testing.strategies.spoiled import spoiled

Row = tuple[str, str, str, str]
SOUND = 150
DAMAGED = 100
TRIED = 50


def rows() -> Iterator[Row]:
    """The rows of the benchmark."""
    yield from _on_releases()
    yield from _on_sound()
    for manner in MANNERS:
        yield from _on_damage(manner)
    yield from _on_digits()
    yield _long_table()


def _on_releases() -> Iterator[Row]:
    folder = SHARED / "releases"
    if not folder.exists():
        yield ("proving: releases", "not measured", "", "the releases are not present")
        return
    files = sorted(path for path in folder.iterdir() if path.suffix in {".html", ".txt", ".md"})
    files = [path for path in files if path.stem not in {"README", "TRAPS"}]
    counts: Counter[str] = Counter()
    for path in files:
        _count(path, counts)
    share = counts["proved"] / max(counts["figures"], 1)
    note = f"{counts['figures']} figures of face statements in {counts['releases']} releases"
    yield ("proving: face figures proved", f"{share:.1%}", ">= 85%", note)
    yield ("proving: releases with a sum that fails", str(counts["alarmed"]), "0", f"of {counts['releases']}")
    ratio = counts["proving µs"] / max(counts["reading µs"], 1)
    yield ("proving: time against reading", f"{ratio:.1f}", "<= 3", "all releases")
    yield ("proving: slowest release against its reading", f"{counts['worst %'] / 100:.1f}", "<= 10", "")


def _count(path: Path, counts: Counter[str]) -> None:
    start = process_time()
    read = xbrlgen.read(path)
    middle = process_time()
    proved = prove(read)
    end = process_time()
    faces = [one for one in read.statements if one.kind in FACE_KINDS]
    refs = [Ref(s.index, e.row, e.column) for s in faces for e in s.entries if not e.figure.is_dash]
    counts["releases"] += 1
    counts["figures"] += len(refs)
    counts["proved"] += sum(ref in proved.proved for ref in refs)
    counts["alarmed"] += any(one.outcome is Outcome.FAILS for one in proved.identities)
    counts["reading µs"] += round((middle - start) * 1e6)
    counts["proving µs"] += round((end - middle) * 1e6)
    counts["worst %"] = max(counts["worst %"], round(100 * (end - middle) / (middle - start)))


def _examples(count: int) -> settings:
    """As many examples as asked for, drawn anew each time."""
    checks = list(HealthCheck)
    return settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=checks,
    )


def _on_sound() -> Iterator[Row]:
    called: Counter[str] = Counter()

    @seed(1)
    @_examples(SOUND)
    @given(releases())
    def run(sound: Document) -> None:
        result = prove(sound)
        called["releases"] += 1
        called["inconsistent"] += any(finding.severity > Severity.INFO for finding in result.findings)
        called["figures"] += sum(len(one.entries) for one in sound.statements)
        called["proved"] += sum(ref.statement >= 0 for ref in result.proved)

    run()
    note = f"random releases with all kinds of rounding, {called['figures']} figures"
    yield (
        "proving: consistent called inconsistent",
        str(called["inconsistent"]),
        "0",
        f"{called['releases']} {note}",
    )
    yield ("proving: consistent figures proved", f"{called['proved'] / called['figures']:.1%}", ">= 85%", "")


def _on_damage(manner: str) -> Iterator[Row]:
    became: Counter[Fate] = Counter()

    @seed(2)
    @_examples(DAMAGED)
    @given(spoiled(manners=[manner]))
    def run(made: Spoiled) -> None:
        read = xbrlgen.read(made.after.page())
        became[fate_of(made, read, prove(read))] += 1

    run()
    count = max(sum(became.values()), 1)
    shares = [f"{became[fate] / count:.0%} {fate.value}" for fate in Fate if fate is not Fate.WRONG]
    note = f"{', '.join(shares)}, of {count} random releases"
    yield (f"proving: wrong after {manner}", str(became[Fate.WRONG]), "0", note)


CHANGED = ("ASFI_FY2005Q3.txt", "COST_FY2023Q3.txt", "EBAY_2023Q2.txt", "PEP_2023Q1.txt", "PSEM_FY2006Q4.txt")


def _on_digits() -> Iterator[Row]:
    """One digit changed in the text of a release, many times, each time in another number of a statement."""
    files = [path for name in CHANGED if (path := SHARED / "releases" / name).exists()]
    if not files:
        yield (
            "proving: wrong after a digit in a release",
            "not measured",
            "",
            "the releases are not present",
        )
        return
    became: Counter[str] = Counter()
    for path in files:
        became.update(_digit_fates(path))
    count = sum(became.values())
    note = ", ".join(f"{became[fate]} {fate}" for fate in sorted(became) if fate != "wrong")
    yield ("proving: wrong after a digit in a release", str(became["wrong"]), "0", f"of {count}: {note}")


def _digit_fates(path: Path) -> Iterator[str]:
    """What becomes of a changed digit in about fifty numbers of a release."""
    choice = Random(path.name)  # noqa: S311, a draw and no secret
    text = path.read_text(encoding="utf-8", errors="replace")
    sound = prove(xbrlgen.read(text.encode()))
    entries = {
        entry.figure.place.start: (Ref(one.index, entry.row, entry.column), entry)
        for one in sound.document.statements
        if one.kind in FACE_KINDS
        for entry in one.entries
        if entry.figure.number and len(entry.figure.print) > 4
    }
    for start in sorted(choice.sample(sorted(entries), min(TRIED, len(entries)))):
        ref, entry = entries[start]
        end = entry.figure.place.end
        places = [place for place in range(start, end) if text[place].isdigit()]
        place = choice.choice(places)
        digit = choice.choice([digit for digit in "0123456789" if digit != text[place]])
        other = text[:place] + digit + text[place + 1 :]
        yield _digit_fate(sound, ref, prove(xbrlgen.read(other.encode())))


def _digit_fate(sound: Proved, ref: Ref, result: Proved) -> str:
    was, figure = sound.figure(ref), result.figure(ref)
    if was is None or figure is None:
        return "read otherwise"
    wrong = [one for one in result.repairs if one.ref != ref or one.taken != was.value]
    if wrong and not sound.repairs:
        return "wrong"
    if result.repair(ref):
        return "repaired"
    if result.refusal(ref):
        return "refused"
    return "not found, of those proved" if ref in sound.proved else "in nothing proved"


def _long_table() -> Row:
    """A table twice and four times as long: the time grows by the square of its longest section at most."""
    short, long = _time(40), _time(160)
    return (
        "proving: table of 160 rows against 40",
        f"{long / short:.1f}",
        "<= 16",
        "sections of 20 rows, two columns",
    )


def _time(count: int) -> float:
    table = [row for section in range(count // 20) for row in _section(section)]
    whole = document(statement(StatementKind.OTHER, (NOW, YEAR_END), table))
    best = []
    for _ in range(3):
        start = process_time()
        prove(whole)
        best.append(process_time() - start)
    return min(best)


def _section(number: int) -> list[tuple[str, ...]]:
    values = [(1_000 * number + 37 * line + 11, 2_000 * number + 91 * line + 7) for line in range(19)]
    sums = [sum(column) for column in zip(*values, strict=True)]
    lines = [(f"Item {number} {line}", *(f"{value:,}" for value in pair)) for line, pair in enumerate(values)]
    return [(f"Section {number}:",), *lines, (f"Total section {number}", *(f"{value:,}" for value in sums))]
