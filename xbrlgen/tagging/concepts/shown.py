"""What a release shows that tells of its trade, and of what else its company has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from xbrlgen.tagging.rows.lines import Line

# A condition of rules, the statements to look at, and the words of a row with figures that meet it.
# Origin: the lines that Regulation S-X asks of insurers (article 7) and banks (article 9), and what filers of
# the other trades print.
_SHOWN: Mapping[str, tuple[frozenset[str], re.Pattern[str]]] = {
    name: (frozenset(forms.split("|")), re.compile(words))
    for name, (forms, words) in {
        "eqm": (
            r"IS",
            r"equity (method|income|earning|loss|profit|net|affiliate)|(income|earning|loss).*unconsolidated",
        ),
        "disc": (r"IS|CF", r"discontinued operation"),
        "prefdiv": (r"IS", r"preferred.*dividend|dividend.*preferred|accretion.*preferred"),
        "restricted": (r"CF|BS", r"restricted cash"),
        "insurer": (
            r"IS",
            (
                r"^(net |total )?premium( earned| net)*$|^(net )?earned premium"
                r"|policyholder|loss adjustment expense|deferred policy acquisition"
            ),
        ),
        "realestate": (
            r"IS|BS",
            (
                r"^(total |net )*(real estate investment|investment real estate|(rental|operating) property)"
                r"|^(minimum|base) rent|^real estate tax|^(recovery tenant|tenant (recovery|reimbursement))"
                r"|^(total real estate|real estate cost)( net)?$"
            ),
        ),
        "utility": (
            r"IS",
            (
                r"^(total )?(electric|natural gas|gas) (operating |utility )?revenue|^electric$"
                r"|purchased power|power purchased|fund used during construction|^utility\b"
            ),
        ),
        "dispgroup": (r"BS", r"liability.*held (for )?sale|liability.*disposal group"),
        "airline": (r"IS", r"^aircraft fuel|^aircraft (rent|rental|lease)|\blanding fee"),
        "ltdcurrent": (
            r"BS",
            (
                r"current (portion|maturity|installment).*(debt|note|borrowing)"
                r"|longterm debt.*(current|due|within)"
            ),
        ),
        "driller": (
            r"IS|BS|CF",
            r"\boil\b|natural gas|\bgas (sale|revenue)|lease operating|exploration|dry hole|deplet|drilling",
        ),
        "broker": (
            r"IS",
            r"^principal transaction|^investment banking|^(commission )?floor brokerage",
        ),
        "bank": (
            r"IS|BS",
            (
                r"interest.*deposit|^total deposit|provision.*(credit|loan) loss|net interest income after"
                r"|^total non ?interest (income|expense)|\bnet interest (margin|spread)\b"
                r"|^(common equity )?tier (1|one)\b|^cet1\b"
            ),
        ),
    }.items()
}


def shown(lines: Sequence[Line]) -> frozenset[str]:
    """The conditions that a release with these lines meets."""
    return frozenset(name for name, (forms, words) in _SHOWN.items() if _has(lines, forms, words))


def _has(lines: Sequence[Line], forms: frozenset[str], words: re.Pattern[str]) -> bool:
    # A release of highlights alone shows its trade in them.
    among = forms if any(line.form for line in lines) else frozenset({""})
    return any(
        line.form in among and words.search(line.bare) and any(value for _, value in line.values)
        for line in lines
    )
