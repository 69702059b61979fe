"""The review page: the release as printed beside what is known of each of its figures."""

from __future__ import annotations

from xbrlgen.filing import Filing

__all__ = ["review_page"]


def review_page(filing: Filing) -> bytes:
    """The page for people: one self-contained HTML file, the same bytes for the same filing."""
    from xbrlgen.reviewing.page import assemble  # noqa: PLC0415 (lxml is loaded when it is needed)

    return assemble(filing)
