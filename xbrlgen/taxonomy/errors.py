"""What can go wrong with taxonomies, each naming what was asked and what is near it."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "DamagedIndexError",
    "DamagedPackageError",
    "TaxonomyError",
    "UnknownConceptError",
    "UnknownFamilyError",
    "UnknownRoleError",
    "UnknownYearError",
]


class TaxonomyError(ValueError):
    """A question to a taxonomy that it can't answer; the message says what was asked and what is near."""


class UnknownFamilyError(TaxonomyError):
    """The family is none of those the index holds: take one of the names in the message."""


class UnknownYearError(TaxonomyError):
    """The year is no year of this era: give a year of four digits or a date."""


class UnknownConceptError(TaxonomyError):
    """The taxonomy of that year has no such concept: take one of the nearest names, or another year.

    ``nearest`` are the nearest names of the year, best first.
    """

    def __init__(self, message: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.nearest = nearest


class UnknownRoleError(TaxonomyError):
    """The taxonomy has no such link role: take one of those in the message."""


class DamagedIndexError(TaxonomyError):
    """A file of the index is missing or a line of it can't be read: compile the index anew."""


class DamagedPackageError(TaxonomyError):
    """A taxonomy package can't be read: the message names the file in it and what is wrong there."""


def nearest_words(names: Iterable[str]) -> str:
    """The tail of a message that offers near names, or nothing when there are none."""
    listed = ", ".join(names)
    return f"; nearest: {listed}" if listed else ""
