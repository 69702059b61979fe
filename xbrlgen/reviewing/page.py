"""The review page put together: the marked release, the data, the styles and the script in one file."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from importlib.resources import files

from xbrlgen.filing import Filing
from xbrlgen.reviewing.data import review_data
from xbrlgen.reviewing.states import Shown, shown_figures
from xbrlgen.writing.html.marking import Page
from xbrlgen.writing.html.serialising import serialise
from xbrlgen.writing.pages import source_page

_HOLE = re.compile(r"@([A-Z]+)@")


def assemble(filing: Filing) -> bytes:
    """Put the review page of a filing together."""
    shown = shown_figures(filing)
    data = json.dumps(review_data(filing, shown), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    page, _ = source_page(filing, ())
    release = _release(page, shown).decode("ascii")
    parts = {
        "TITLE": html.escape(f"Review: {filing.prefix}, {filing.date}"),
        "STYLE": _asset("review.css") + _asset("marks.css"),
        "SCRIPT": _asset("review.js"),
        "DATA": data.replace("<", "\\u003c"),
        "RELEASE": html.escape(release, quote=True),
    }
    pieces = _HOLE.split(_asset("review.html"))
    pieces[1::2] = [parts[name] for name in pieces[1::2]]
    return "".join(pieces).encode("utf-8")


def _asset(name: str) -> str:
    return files("xbrlgen.reviewing").joinpath(name).read_text(encoding="utf-8")


def _release(page: Page, shown: Sequence[Shown]) -> bytes:
    """Mark every printed number of the release with its state."""
    for one in shown:
        place = one.verdict.place
        spots = page.spots(place.source, place.start, place.end)
        for spot in spots:
            part = " xg-part" if spot is not spots[-1] else ""
            tag = f'<span class="xg xg-{one.state.value}{part}" data-f="{one.number}">'
            page.wrap(spot, tag, "</span>", 1)
    style = _asset("marks.css").encode("ascii")
    content = serialise(page).content.replace(b"</head>", b"<style>" + style + b"</style></head>", 1)
    return b"<!DOCTYPE html>" + content
