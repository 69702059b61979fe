"""Random networks with facts near the edge of consistency, many to a document."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from tests.validating.filings import F, N, Sample

_WEIGHTS = ("1", "1", "1", "-1", "-1", "2", "0.5", "-0.25", "1.0")
_ACCURACIES = ("INF", "0", "0", "2", "-3", "-3", "-6", "-9", "1", "5")


def sample(seed: int, count: int) -> Sample:
    """So many networks, each with a context and concepts of its own."""
    random = Random(seed)  # noqa: S311 - for tests, and must repeat
    facts: list[F] = []
    networks: list[N] = []
    for number in range(count):
        _add(random, number, facts, networks)
    random.shuffle(facts)
    return Sample(tuple(facts), tuple(networks))


def _add(random: Random, number: int, facts: list[F], networks: list[N]) -> None:
    total = f"t{number}"
    items = [(f"i{number}_{place}", random.choice(_WEIGHTS)) for place in range(random.randint(1, 4))]
    version = random.choice(("1.0", "1.0", "1.1"))
    networks.append(N(total, tuple(items), number % 5, version))
    if random.random() < 0.15:
        networks.append(
            N(total, tuple(items[:-1]) or tuple(items), 5 + number % 3, random.choice(("1.0", "1.1")))
        )
    exact = Decimal(0)
    for item, weight in items:
        value, decimals = _value(random)
        if random.random() < 0.07:
            continue
        exact += Decimal(weight) * value
        facts.extend(_reports(random, item, value, decimals, number))
    decimals = random.choice(_ACCURACIES)
    if random.random() < 0.95:
        facts.extend(_reports(random, total, _near(random, exact, decimals), decimals, number))


def _value(random: Random) -> tuple[Decimal, str]:
    decimals = random.choice(_ACCURACIES)
    places = 3 if decimals == "INF" else int(decimals)
    return Decimal(random.randint(-60, 999)).scaleb(-places), decimals


def _near(random: Random, exact: Decimal, decimals: str) -> Decimal:
    """The sum as it would be reported, or that with a slip of half, one or more units."""
    if decimals == "INF":
        return exact + random.choice((Decimal(0), Decimal(0), Decimal("0.5"), Decimal(1), Decimal(-500)))
    unit = Decimal((0, (1,), -int(decimals)))
    steps = random.choice((0, 0, 0, 1, -1, 2, -3, 40))
    rounded = exact.quantize(unit)
    return rounded + steps * unit


def _reports(  # noqa: PLR0911 - a draw for each kind
    random: Random, concept: str, value: Decimal, decimals: str, context: int
) -> list[F]:
    """A fact, sometimes nil, sometimes again: the same, coarser, finer, or in contradiction."""
    chance = random.random()
    first = F(concept, value, decimals, context)
    if chance < 0.03:
        return [F(concept, None, decimals, context)]
    if chance < 0.05:
        return [first, F(concept, None, decimals, context)]
    if chance < 0.10:
        return [first, first]
    if chance < 0.18 and decimals != "INF":
        coarse = int(decimals) - random.choice((1, 2, 3))
        unit = Decimal((0, (1,), -coarse))
        return [
            first,
            F(concept, value.quantize(unit) + random.choice((0, 0, 0, 1)) * unit, str(coarse), context),
        ]
    if chance < 0.22:
        unit = Decimal(1) if decimals == "INF" else Decimal((0, (1,), -int(decimals)))
        return [first, F(concept, value + unit * random.choice((1, 7)), decimals, context)]
    if chance < 0.25:
        return [F(concept, value + Decimal("0.0000001"), decimals, context)]
    if chance < 0.28:
        return [F(concept, value, decimals, context + 100_000)]
    return [first]
