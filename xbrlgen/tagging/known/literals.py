"""What a pattern can't match without: where it isn't, the pattern needn't be compiled."""

from __future__ import annotations

import re
from typing import Final

_ESCAPED: Final = re.compile(r"\\.|\[\^?\]?[^\]]*\]")
_COUNTED: Final = re.compile(r"\{[^}]*\}")
_GROUP: Final = re.compile(r"\([^()]*\)")
# Letters of which the last needn't be there are no part of it without that.
_TEXT: Final = re.compile(r"[^.^$?*+]+(?![?*])")


def literals(pattern: str) -> tuple[str, ...]:
    """The longest text outside brackets of each alternative, one of which is in whatever matches.

    >>> literals("^(total )?cost (net )?revenues?$|^sales .*tax|[a-z]")
    ('revenue', 'sales ', '')
    """
    left = _COUNTED.sub("*", _ESCAPED.sub(".", pattern))
    while "(" in left:
        left = _GROUP.sub(".", left)
    return tuple(max(_TEXT.findall(each), key=len, default="") for each in left.split("|"))
