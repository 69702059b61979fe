"""Filings in the shapes that other regulators ask for, with names and figures of our own."""

from __future__ import annotations

import zipfile
from pathlib import Path

_SPACES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" '
    'xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase" '
    'xmlns:xbrldi="http://xbrl.org/2006/xbrldi" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:iso4217="http://www.xbrl.org/2003/iso4217"'
)
_RESOURCES = (
    "<ix:resources>{}"
    '<xbrli:unit id="EUR"><xbrli:measure>iso4217:EUR</xbrli:measure></xbrli:unit></ix:resources>'
)
IFRS = "https://xbrl.ifrs.org/taxonomy/2022-03-24"
_CORE = f"{IFRS}/full_ifrs/full_ifrs-cor_2022-03-24.xsd"
_ESEF = "http://www.esma.europa.eu/taxonomy/2022-03-24/esef_cor"
OWN = "http://www.acme.example/xbrl/2022"


def context(name: str = "c", member: str = "") -> str:
    """A context, with a dimension where one is given as ``axis member``."""
    axis, _, value = member.partition(" ")
    inside = f'<xbrldi:explicitMember dimension="{axis}">{value}</xbrldi:explicitMember>' if member else ""
    segment = f"<xbrli:segment>{inside}</xbrli:segment>" if member else ""
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://standards.iso.org/iso/17442">'
        f"529900ABCDEFGHIJKL01</xbrli:identifier>{segment}</xbrli:entity><xbrli:period>"
        "<xbrli:instant>2022-12-31</xbrli:instant></xbrli:period></xbrli:context>"
    )


def number(name: str, value: int, more: str = "", context: str = "c") -> str:
    """A paragraph with a number in thousands."""
    return (
        f'<p><ix:nonFraction name="{name}" contextRef="{context}" unitRef="EUR" decimals="-3" scale="3" '
        f'format="ixt:num-dot-decimal" {more}>{value:,}</ix:nonFraction></p>'
    )


def page(
    schemas: str, body: str, *, spaces: str, contexts: str = "", header: bool = True, targets: str = ""
) -> str:
    """An inline page; a later page of a set has no header."""
    references = "".join(
        f'<link:schemaRef xlink:type="simple" xlink:href="{name}"/>' for name in schemas.split()
    )
    others = "".join(
        f'<ix:references target="{target}">{references}</ix:references>' for target in targets.split()
    )
    held = (
        '<div style="display:none"><ix:header><ix:references>'
        f"{references}</ix:references>{others}{_RESOURCES.format(contexts or context())}</ix:header></div>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><html {_SPACES} {spaces}><head>'
        f"<title>Report</title></head><body>{held if header else ''}{body}</body></html>"
    )


def _calculation(total: str, *items: str) -> str:
    """A linkbase in which names are written ``address#identifier``."""
    locators = "".join(
        f'<link:loc xlink:type="locator" xlink:href="{where}" xlink:label="l{place}"/>'
        for place, where in enumerate((total, *items))
    )
    arcs = "".join(
        '<link:calculationArc xlink:type="arc" '
        'xlink:arcrole="http://www.xbrl.org/2003/arcrole/summation-item" xlink:from="l0" '
        f'xlink:to="l{place + 1}" order="{place + 1}" weight="1"/>'
        for place in range(len(items))
    )
    return (
        '<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><link:calculationLink xlink:type="extended" '
        f'xlink:role="http://www.xbrl.org/2003/role/link">{locators}{arcs}</link:calculationLink></link:linkbase>'
    )


def _reference(name: str) -> str:
    return (
        f'<link:linkbaseRef xlink:type="simple" xlink:href="{name}" '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
    )


def _trees() -> str:
    """A presentation with a label of the standard taxonomy, and an anchor of the filer's concept."""
    locators = (
        f'<link:loc xlink:type="locator" xlink:href="{_CORE}#ifrs-full_NoncurrentAssets" xlink:label="t"/>'
        f'<link:loc xlink:type="locator" xlink:href="{_CORE}#ifrs-full_Goodwill" xlink:label="g"/>'
        '<link:loc xlink:type="locator" xlink:href="acme-2022-12-31.xsd#acme_Ships" xlink:label="s"/>'
    )
    anchor = "http://www.esma.europa.eu/xbrl/esef/arcrole/wider-narrower"
    return (
        '<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><link:arcroleRef xlink:type="simple" '
        f'arcroleURI="{anchor}" '
        'xlink:href="http://www.xbrl.org/lrr/arcrole/esma-arcrole-2018-11-21.xsd#wider-narrower"/>'
        f'<link:presentationLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">{locators}'
        '<link:presentationArc xlink:type="arc" '
        'xlink:arcrole="http://www.xbrl.org/2003/arcrole/parent-child" xlink:from="t" xlink:to="g" order="1" preferredLabel="http://www.xbrl.org/2003/role/totalLabel"/>'
        "</link:presentationLink>"
        f'<link:definitionLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">{locators}'
        f'<link:definitionArc xlink:type="arc" xlink:arcrole="{anchor}" xlink:from="t" xlink:to="s" '
        'order="1"/>'
        "</link:definitionLink></link:linkbase>"
    )


def _extension(name: str, imported: str, space: str, *more: str) -> str:
    """A filer's schema with one concept of its own, a calculation linkbase and more linkbases."""
    return (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        'xmlns:link="http://www.xbrl.org/2003/linkbase" '
        'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'targetNamespace="{OWN}"><xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" '
        f'xlink:href="{name}_cal.xml" xlink:role="http://www.xbrl.org/2003/role/calculationLinkbaseRef" '
        'xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        f"{''.join(map(_reference, more))}</xs:appinfo></xs:annotation>"
        '<xs:import namespace="http://www.xbrl.org/2003/instance" '
        'schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>'
        f'<xs:import namespace="{space}" schemaLocation="{imported}"/>'
        '<xs:element id="acme_Ships" name="Ships" type="xbrli:monetaryItemType" '
        'substitutionGroup="xbrli:item" xbrli:periodType="instant" nillable="true"/></xs:schema>'
    )


def esef(folder: Path, total: int) -> Path:
    """A report package of ESMA: the page in ``reports``, the extension beside it, a catalog over both."""
    top = folder / "acme-2022-12-31"
    own = top / "www.acme.example"
    for place in (top / "META-INF", top / "reports", own):
        place.mkdir(parents=True)
    spaces = f'xmlns:ifrs-full="{IFRS}/ifrs-full" xmlns:acme="{OWN}"'
    body = (
        number("ifrs-full:NoncurrentAssets", total)
        + number("ifrs-full:Goodwill", 1200)
        + number("acme:Ships", 300)
    )
    (top / "reports" / "acme-2022-12-31-en.xhtml").write_text(
        page(f"{OWN}/acme-2022-12-31.xsd", body, spaces=spaces), "utf-8"
    )
    (own / "acme-2022-12-31.xsd").write_text(
        _extension("acme-2022-12-31", f"{_ESEF}.xsd", _ESEF, "acme-2022-12-31_pre.xml"), "utf-8"
    )
    (own / "acme-2022-12-31_pre.xml").write_text(_trees(), "utf-8")
    (own / "acme-2022-12-31_cal.xml").write_text(
        _calculation(
            f"{_CORE}#ifrs-full_NoncurrentAssets",
            f"{_CORE}#ifrs-full_Goodwill",
            f"{_CORE}#ifrs-full_InvestmentProperty",
            "acme-2022-12-31.xsd#acme_Ships",
        ),
        "utf-8",
    )
    (top / "META-INF" / "catalog.xml").write_text(
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><rewriteURI '
        f'uriStartString="{OWN}/" rewritePrefix="../www.acme.example/"/></catalog>',
        "utf-8",
    )
    (top / "META-INF" / "taxonomyPackage.xml").write_text(
        '<tp:taxonomyPackage xmlns:tp="http://xbrl.org/2016/taxonomy-package" xml:lang="en">'
        f"<tp:identifier>{OWN}</tp:identifier><tp:name>Acme</tp:name><tp:version>1</tp:version>"
        "</tp:taxonomyPackage>",
        "utf-8",
    )
    target = folder / "acme-2022-12-31.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(top.rglob("*")):
            archive.write(path, path.relative_to(folder))
    return target


_UK = "https://xbrl.uk.example/FRS-102/2023-01-01/FRS-102-2023-01-01.xsd"
_UK_SPACES = 'xmlns:core="http://xbrl.uk.example/fr/2023-01-01/core" xmlns:bus="http://xbrl.uk.example/cd/2023-01-01/business"'


def accounts(folder: Path, *, targets: bool = False) -> Path:
    """A page of small accounts: an entry point whose concepts are of other namespaces, and no linkbase."""
    body = (
        number("core:Equity", 900)
        + number("core:Equity", 500, context="d")
        + '<p><ix:nonNumeric name="bus:EntityName" contextRef="c">Acme</ix:nonNumeric></p>'
    )
    if targets:
        body += number("core:Debtors", 4, 'target="tax"') + number("core:Creditors", 5, 'target="tax"')
    contexts = context() + context("d", "core:MaturitiesDimension core:WithinOneYear")
    text = page(_UK, body, spaces=_UK_SPACES, contexts=contexts, targets="tax" if targets else "")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "accounts.html").write_text(text, "utf-8")
    return folder / "accounts.html"


_DK = "http://taxonomy.dk.example"


def register(folder: Path, space: str = f"{_DK}/fsa") -> Path:
    """An instance for a register of companies: three namespaces, a typed axis, no linkbase."""
    entity = '<xbrli:entity><xbrli:identifier scheme="http://cvr.example">12345678</xbrli:identifier></xbrli:entity>'
    held = (
        '<xbrldi:explicitMember dimension="cmn:SoloDimension">cmn:SoloMember</xbrldi:explicitMember>'
        '<xbrldi:typedMember dimension="gsd:AuditorDimension"><gsd:Auditor>1</gsd:Auditor>'
        "</xbrldi:typedMember>"
    )
    text = (
        f'<xbrli:xbrl {_SPACES} xmlns:fsa="{space}" xmlns:gsd="{_DK}/gsd" xmlns:cmn="{_DK}/cmn">'
        f'<link:schemaRef xlink:type="simple" xlink:href="{_DK}/20221001/entry20221001.xsd"/>'
        f'<xbrli:context id="c">{entity}<xbrli:period><xbrli:startDate>2022-01-01</xbrli:startDate>'
        "<xbrli:endDate>2022-12-31</xbrli:endDate></xbrli:period></xbrli:context>"
        f'<xbrli:context id="i">{entity}<xbrli:period><xbrli:instant>2022-12-31</xbrli:instant>'
        "</xbrli:period>"
        f"<xbrli:scenario>{held}</xbrli:scenario></xbrli:context>"
        '<xbrli:unit id="DKK"><xbrli:measure>iso4217:DKK</xbrli:measure></xbrli:unit>'
        '<fsa:ProfitLoss contextRef="c" unitRef="DKK" decimals="0">100</fsa:ProfitLoss>'
        '<fsa:Assets contextRef="i" unitRef="DKK" decimals="-3">900000</fsa:Assets>'
        '<gsd:NameOfReportingEntity contextRef="c">Acme</gsd:NameOfReportingEntity></xbrli:xbrl>'
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.xml").write_text(text, "utf-8")
    return folder / "report.xml"


_JP = "http://disclosure.example/taxonomy/jppfs/2022-11-01/jppfs_cor"


def disclosure(folder: Path, total: int) -> Path:
    """A folder of pages that are one report: the contexts stand on the first one."""
    place = folder / "XBRL" / "PublicDoc"
    place.mkdir(parents=True)
    spaces = f'xmlns:jppfs_cor="{_JP}" xmlns:acme="{OWN}"'
    address = f"{_JP}_2022-11-01.xsd"
    (place / "0000000_header_acme_ixbrl.htm").write_text(
        page("acme.xsd", number("jppfs_cor:Assets", total), spaces=spaces), "utf-8"
    )
    rest = number("jppfs_cor:CurrentAssets", 70) + number("jppfs_cor:FixedAssets", 30)
    (place / "0105010_statement_ixbrl.htm").write_text(page("", rest, spaces=spaces, header=False), "utf-8")
    (place / "acme.xsd").write_text(_extension("acme", address, _JP), "utf-8")
    names = [f"{address}#jppfs_cor_{name}" for name in ("Assets", "CurrentAssets", "FixedAssets")]
    (place / "acme_cal.xml").write_text(_calculation(*names), "utf-8")
    return folder
