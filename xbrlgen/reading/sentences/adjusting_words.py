"""Words that say of a figure of a sentence that something was left out of it."""

from __future__ import annotations

import re
from typing import Final

_ITEMS: Final = r"(?:[\w-]+ ){0,3}(?:items?|charges?|costs?|gains?|expenses?|impairments?|adjustments?)\b"
_LEAVING: Final = rf"(?:excluding|exclusive of|adjust(?:ed|ing) for|before {_ITEMS})"
# "Excluding a $2 million charge, net income was $9 million": what comes behind the comma is adjusted.
LEAVES_OUT: Final = re.compile(rf"\W*{_LEAVING}\b(?:[^.;]|\.\d)*?,\s", re.IGNORECASE)
# "Net income was $9 million, excluding special items"; debt without what is current is reported so.
LEFT_OUT_OF_IT: Final = re.compile(
    rf"\s*,?\s*\(?(?:excluding|exclusive of|before)\s+(?:an? |the )?(?:[$€£]\s?[\d.]+ )?{_ITEMS}",
    re.IGNORECASE,
)
# What was left out is another measure than the one that it was left out of.
LEFT_OUT: Final = re.compile(
    r"\b(?:excluding|exclusive of|net of|before)\s+(?:an? |the )?(?:about |approximately )?$", re.IGNORECASE
)
