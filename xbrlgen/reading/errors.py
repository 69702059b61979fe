"""What can't be read, told to the person who gave it."""

from __future__ import annotations


class ReadError(ValueError):
    """A source that can't be read: what was found, where, and what to do about it."""

    def __init__(self, found: str, *, where: str = "", remedy: str = "") -> None:
        self.found = found
        self.where = where
        self.remedy = remedy
        super().__init__(f"{where + ': ' if where else ''}{found}{'; ' + remedy if remedy else ''}")
