"""The files of a filing in one file: report package, taxonomy package, and the zip that EDGAR takes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

from xbrlgen.filing import Filing
from xbrlgen.writing import names
from xbrlgen.writing.taxonomy.schema import stem

_REPORT_PACKAGE = "https://xbrl.org/report-package/2023/xbri"
_TAXONOMY_PACKAGES = "http://xbrl.org/2016/taxonomy-package"
_CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"
_DAWN = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can tell: contents have no other time


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of the files, in order, whose bytes depend on nothing else.

    Nothing is compressed, as two releases of zlib may compress the same bytes differently.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAWN)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content)
    return target.getvalue()


def report_package(filing: Filing, files: Mapping[str, bytes]) -> bytes:
    """An Inline XBRL report package (Report Packages 1.0, ``.xbri``): the page beside its taxonomy."""
    top = stem(filing)
    kind = json.dumps({"documentInfo": {"documentType": _REPORT_PACKAGE}}, indent=2)
    inside = {f"{top}/META-INF/reportPackage.json": f"{kind}\n".encode()}
    return archive(inside | {f"{top}/reports/{name}": content for name, content in files.items()})


def taxonomy_package(filing: Filing, files: Mapping[str, bytes]) -> bytes:
    """A taxonomy package of the filing's own schema and linkbases, found under its namespace."""
    top = f"{stem(filing)}-taxonomy"
    inside = {
        f"{top}/META-INF/taxonomyPackage.xml": _taxonomy_package_xml(filing).encode(),
        f"{top}/META-INF/catalog.xml": _catalog_xml(filing).encode(),
    }
    return archive(inside | {f"{top}/taxonomy/{name}": content for name, content in files.items()})


def entry_point(filing: Filing) -> str:
    """The address of the filing's schema, as its taxonomy package knows it."""
    return f"{filing.namespace.rstrip('/')}/{stem(filing)}.xsd"


def _catalog_xml(filing: Filing) -> str:
    start = names.attribute(f"{filing.namespace.rstrip('/')}/")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<catalog xmlns="{_CATALOG}">\n'
        f'  <rewriteURI uriStartString="{start}" rewritePrefix="../taxonomy/"/>\n'
        "</catalog>\n"
    )


def _taxonomy_package_xml(filing: Filing) -> str:
    name = names.escape(f"Extension taxonomy {stem(filing)}")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tp:taxonomyPackage xmlns:tp="{_TAXONOMY_PACKAGES}" xml:lang="en">\n'
        f"  <tp:identifier>{names.escape(filing.namespace)}</tp:identifier>\n"
        f"  <tp:name>{name}</tp:name>\n"
        f"  <tp:description>{name}, as filed</tp:description>\n"
        f"  <tp:version>{names.escape(filing.date)}</tp:version>\n"
        "  <tp:entryPoints>\n"
        "    <tp:entryPoint>\n"
        f"      <tp:name>{name}</tp:name>\n"
        f'      <tp:entryPointDocument href="{names.attribute(entry_point(filing))}"/>\n'
        "    </tp:entryPoint>\n"
        "  </tp:entryPoints>\n"
        "</tp:taxonomyPackage>\n"
    )
