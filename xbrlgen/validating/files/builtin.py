"""The documents that come with Arelle itself: the specifications' own schemas."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path


@lru_cache(maxsize=4096)
def is_builtin(address: str) -> bool:
    """Whether Arelle carries the document at a web address."""
    scheme, _, tail = address.partition("://")
    if not tail or ".." in tail:
        return False
    home = _home()
    return any((home / kind / tail).is_file() for kind in (scheme, "http", "https"))


@cache
def _home() -> Path:
    """The folder of the documents, found without loading Arelle."""
    spec = find_spec("arelle")
    places = [] if spec is None else list(spec.submodule_search_locations or [])
    return Path(places[0] if places else ".") / "resources" / "cache"
