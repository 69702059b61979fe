"""What a sentence says of its own numbers: a rate of growth between two of them, parts that make up a whole.

Only what comes out is claimed. A sentence has many numbers and few words; that they make no sum says nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product
from typing import Final

from xbrlgen.proving.claims import Claim, Law, growth_holds, holds
from xbrlgen.proving.comparisons.prose import year_before
from xbrlgen.proving.figures.ledger import Ledger, is_comparable
from xbrlgen.proving.figures.subjects import subject_of
from xbrlgen.proving.figures.words import words_of
from xbrlgen.proving.identity import IdentityKind, Ref, Term
from xbrlgen.reading.statement import Kind, Mention, Role

# What says that the amounts after it make up the one before it.
_PARTS: Final = re.compile(
    r"\bof\swhich\b|\bconsist|\bcompris|\bcomposed\b|\bmade\sup\b|\binclud(?:ing|es|ed)\b|:", re.IGNORECASE
)
_FINE: Final = 100
"""Units the whole must reach: smaller numbers add up by chance."""

Said = tuple[int, Mention]
"""A mention with its number in the document."""


def sentence_claims(ledger: Ledger) -> Iterator[Claim]:
    """The claims between numbers of one sentence."""
    sentences: dict[tuple[str, str, int], list[Said]] = defaultdict(list)
    for index, mention in enumerate(ledger.document.mentions):
        if mention.sentence and not mention.in_label:
            place = mention.figure.place
            sentences[mention.section, mention.sentence, place.source].append((index, mention))
    for said in sentences.values():
        amounts = [one for one in said if is_comparable(one[1]) and one[1].kind is Kind.MONEY]
        yield from _growths(ledger, said, amounts)
        yield from _whole(ledger, amounts)


def _growths(ledger: Ledger, said: Sequence[Said], amounts: Sequence[Said]) -> Iterator[Claim]:
    """Rates between the amount of their own time and that of the time they are measured against."""
    for index, rate in said:
        if rate.role is not Role.GROWTH or rate.kind is not Kind.PERCENT or rate.period is None:
            continue
        before = rate.compared or year_before(rate.period)
        own = [one for one in amounts if _is_one(rate, one[1])]
        news = [Ref(-1, number) for number, one in own if one.period == rate.period]
        olds = [Ref(-1, number) for number, one in own if one.period == before]
        found = [pair for pair in product(news, olds) if growth_holds(ledger, Ref(-1, index), *pair)]
        if len(found) == 1:
            words = f"the sentence on “{rate.subject.strip()}” states the growth between two of its amounts"
            terms = (Term(found[0][0]), Term(found[0][1], -1))
            yield Claim(IdentityKind.GROWTH, Ref(-1, index), terms, f"said growth {index}", words,
                        Law.GROWTH, firm=False, unsigned=True)  # fmt: skip


def _is_one(rate: Mention, amount: Mention) -> bool:
    """Whether a rate and an amount are of one measure."""
    if rate.basis is not amount.basis:
        return False
    one, two = subject_of(rate.subject), subject_of(amount.subject)
    return one == two if one or two else words_of(rate.subject) == words_of(amount.subject)


def _whole(ledger: Ledger, amounts: Sequence[Said]) -> Iterator[Claim]:
    """The first amount of a sentence as the sum of all others of its time."""
    if len(amounts) < 3 or not _PARTS.search(amounts[0][1].sentence):
        return
    index, whole = amounts[0]
    fine = abs(whole.figure.number or Decimal(0)).scaleb(whole.figure.places) >= _FINE
    alike = all(one.period == whole.period and one.basis is whole.basis for _, one in amounts)
    claim = Claim(IdentityKind.SUM, Ref(-1, index), tuple(Term(Ref(-1, number)) for number, _ in amounts[1:]),
                  f"said sum {index}", f"the sentence on “{whole.subject.strip()}” states its parts",
                  firm=False)  # fmt: skip
    if fine and alike and whole.period is not None and holds(ledger, claim):
        yield claim
