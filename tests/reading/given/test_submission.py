"""Complete submission text files."""

from __future__ import annotations

from tests.reading.looking import table
from xbrlgen.places import Format
from xbrlgen.reading.document import Grid
from xbrlgen.reading.given.submission import header_fields, parts
from xbrlgen.reading.sources import read_sources

HEADER = """<SEC-DOCUMENT>0000000000-24-000001.txt : 20240101
<SEC-HEADER>0000000000-24-000001.hdr.sgml : 20240101
ACCESSION NUMBER:\t\t0000000000-24-000001
CONFORMED SUBMISSION TYPE:\t8-K
FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE CORP
\t\tCENTRAL INDEX KEY:\t\t\t0000012345
</SEC-HEADER>
"""
BODY = """<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>body.txt
<TEXT>
Item 2.02 Results of Operations

                      2013      2012
Revenue              1,234     1,100
Cost                   900       800
</TEXT>
</DOCUMENT>
"""
EXHIBIT = """<DOCUMENT>
<TYPE>EX-99.1
<FILENAME>release.htm
<TEXT>
<html><body>
<table><tr><td>Cash</td><td>77</td><td>66</td></tr></table>
</body></html>
</TEXT>
</DOCUMENT>
"""
PICTURE = """<DOCUMENT>
<TYPE>EX-99.2
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
M_]C_X  02D9)1@ !
end
</TEXT>
</DOCUMENT>
"""
DATA = "<DOCUMENT>\n<TYPE>EX-101.SCH\n<TEXT>\n<XBRL>\n<schema/>\n</XBRL>\n</TEXT>\n</DOCUMENT>\n"


def test_body_and_exhibits_are_read_and_the_rest_is_told() -> None:
    sources, blocks, findings = read_sources(HEADER + BODY + EXHIBIT + PICTURE + DATA)
    assert [(source.kind, source.name, source.format) for source in sources] == [
        ("8-K", "body.txt", Format.TEXT),
        ("EX-99.1", "release.htm", Format.HTML),
    ]
    found = [block for block in blocks if isinstance(block, Grid)]
    assert [(grid.index, grid.place.source) for grid in found] == [(0, 0), (1, 1)]
    assert table(found[1]) == [["Cash", "77", "66"]]
    assert [finding.code for finding in findings] == ["reading.parts-skipped"]
    assert "EX-101.SCH, EX-99.2" in findings[0].message


def test_places_count_lines_of_the_whole_file() -> None:
    text = HEADER + BODY + EXHIBIT
    _, blocks, _ = read_sources(text)
    for block in blocks:
        for cell in [cell for row in block.rows for cell in row] if isinstance(block, Grid) else []:
            assert cell.text in text.splitlines()[cell.places[0].line - 1]


def test_the_header_of_a_submission_gives_its_fields_and_a_release_none() -> None:
    fields = dict(header_fields((HEADER + BODY).encode()))
    assert fields["CENTRAL INDEX KEY"] == "0000012345"
    assert fields["COMPANY CONFORMED NAME"] == "EXAMPLE CORP"
    assert dict(read_sources(HEADER + BODY)[0][0].header) == fields
    assert header_fields(b"Revenue: 5\n") == ()


def test_a_document_that_is_cut_off_is_read_to_its_end() -> None:
    cut = (HEADER + EXHIBIT).split("</table>", maxsplit=1)[0]
    (part,) = parts(cut.encode())
    assert part.kind == "EX-99.1"
    _, blocks, findings = read_sources(cut)
    assert [table(block) for block in blocks if isinstance(block, Grid)] == [[["Cash", "77", "66"]]]
    assert "reading.truncated" in [finding.code for finding in findings]


def test_inline_documents_are_unwrapped() -> None:
    inner = "<?xml version='1.0' encoding='ASCII'?>\n<html><body><p>Revenue rose.</p></body></html>"
    page = f"<XBRL>\n{inner}\n</XBRL>"
    text = f"<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n{page}\n</TEXT>\n</DOCUMENT>\n"
    (part,) = parts(text.encode())
    assert part.raw.startswith(b"<?xml")
    assert not part.raw.endswith(b"</XBRL>")
    assert part.first_line == 5


def test_a_submission_of_pictures_only_is_told() -> None:
    sources, blocks, findings = read_sources(HEADER + PICTURE)
    assert (len(sources), blocks) == (1, ())
    assert [finding.code for finding in findings] == ["reading.parts-skipped", "reading.no-document"]
