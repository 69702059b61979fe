"""The catalog and manifest of a stand-in package."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

MARK = (
    "Stand-in made by xbrlgen for offline use: declares only the concepts one report needs, with their "
    "official names and attributes. It is no copy of the official taxonomy and must not be taken for it."
)
_CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_PACKAGE = "http://xbrl.org/2016/taxonomy-package"


def _both_schemes(address: str) -> tuple[str, str]:
    """An address with http and with https."""
    rest = address.partition("://")[2]
    return f"http://{rest}", f"https://{rest}"


def catalog(files: Mapping[str, str]) -> str:
    """The catalog that maps addresses, in both schemes, to files of the package."""
    pairs = [(form, f"../{files[address]}") for address in sorted(files) for form in _both_schemes(address)]
    lines = [
        f"  <rewriteURI uriStartString={quoteattr(form)} rewritePrefix={quoteattr(file)}/>\n"
        for form, file in pairs
    ]
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>\n<catalog xmlns='{_CATALOG}'>\n{''.join(lines)}</catalog>\n"
    )


def manifest(files: Mapping[str, str]) -> str:
    """The manifest of the package, with each schema as an entry point."""
    points = "".join(
        f"    <tp:entryPoint>\n      <tp:name>{escape(address.rpartition('/')[2])} (stand-in)</tp:name>\n"
        f"      <tp:entryPointDocument href={quoteattr(address)}/>\n    </tp:entryPoint>\n"
        for address in sorted(files)
    )
    entries = f"  <tp:entryPoints>\n{points}  </tp:entryPoints>\n" if points else ""
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>\n<tp:taxonomyPackage xml:lang='en' xmlns:tp='{_PACKAGE}'>\n"
        "  <tp:identifier>https://xbrlgen.example/stand-in</tp:identifier>\n"
        f"  <tp:name>Stand-in taxonomies</tp:name>\n  <tp:description>{escape(MARK)}</tp:description>\n"
        f"  <tp:version>1</tp:version>\n{entries}</tp:taxonomyPackage>\n"
    )
