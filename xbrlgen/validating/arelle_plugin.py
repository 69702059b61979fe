"""A plug-in for Arelle: the SEC's inline formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xbrlgen.validating.sec_formats import FORMATS, NAMESPACE


def load_formats(transforms: dict[Any, Callable[[str], str]], *_: object, **__: object) -> None:
    """Add the formats to those that Arelle knows."""
    from arelle.ModelValue import qname

    transforms.update({qname(NAMESPACE, f"ixt-sec:{name}"): read for name, read in FORMATS.items()})


__pluginInfo__ = {
    "name": "xbrlgen: inline formats of the SEC",
    "version": "1",
    "description": "Reads the formats that the SEC adds to inline XBRL.",
    "license": "Apache-2.0",
    "author": "xbrlgen",
    "copyright": "",
    "ModelManager.LoadCustomTransforms": load_formats,
}
