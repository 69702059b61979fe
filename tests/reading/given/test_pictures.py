"""Pictures: those beside a page or in its submission come along, and nothing else does."""

from __future__ import annotations

import binascii
from pathlib import Path

import pytest

from xbrlgen import read
from xbrlgen.places import Format, Source
from xbrlgen.reading.given.pictures import decoded, shown_addresses

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;"
PAGE = "<html><body><p>x</p><img alt='logo' src='{}'></body></html>"


def uuencoded(name: str, content: bytes) -> bytes:
    """The content as it stands in a submission."""
    lines = [binascii.b2a_uu(content[start : start + 45]) for start in range(0, len(content), 45)]
    return b"begin 644 " + name.encode() + b"\n" + b"".join(lines) + b"`\nend\n"


def page_beside(folder: Path, address: str) -> Path:
    """A page that shows one picture."""
    path = folder / "page.htm"
    path.write_text(PAGE.format(address))
    return path


def test_a_picture_beside_the_page_comes_along(tmp_path: Path) -> None:
    (tmp_path / "logo.gif").write_bytes(GIF)
    (picture,) = read(page_beside(tmp_path, "logo.gif")).pictures
    assert (picture.address, picture.name, picture.content) == ("logo.gif", "logo.gif", GIF)


def test_a_picture_in_a_folder_below_gets_a_plain_name(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "our logo.gif").write_bytes(GIF)
    (picture,) = read(page_beside(tmp_path, "media/our%20logo.gif")).pictures
    assert (picture.name, picture.content) == ("our_logo.gif", GIF)


@pytest.mark.parametrize(
    "address",
    [
        "../logo.gif",
        "media/../../logo.gif",
        "%2e%2e/logo.gif",
        "/logo.gif",
        "file:///logo.gif",
        "http://a.example/logo.gif",
        "//a.example/logo.gif",
        "..\\logo.gif",
        "logo.svg",
        "page.htm",
    ],
)
def test_what_leads_out_of_the_folder_or_is_no_picture_is_not_looked_for(
    address: str, tmp_path: Path
) -> None:
    (tmp_path / "logo.gif").write_bytes(GIF)
    below = tmp_path / "below"
    below.mkdir()
    assert read(page_beside(below, address)).pictures == ()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.gif").write_bytes(GIF)
    below = tmp_path / "below"
    below.mkdir()
    (below / "logo.gif").symlink_to(tmp_path / "secret.gif")
    (picture,) = read(page_beside(below, "logo.gif")).pictures
    assert picture.content is None


@pytest.mark.parametrize("content", [None, b"", b"<html>", b"#!/bin/sh"])
def test_a_picture_that_is_absent_or_none_at_all_has_no_content(
    content: bytes | None, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "logo.gif").write_bytes(content)
    (picture,) = read(page_beside(tmp_path, "logo.gif")).pictures
    assert picture.content is None


def test_two_pictures_of_one_name_keep_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.gif").write_bytes(GIF + folder.encode())
    path = tmp_path / "page.htm"
    path.write_text("<html><body><p>x<img src='a/x.gif'><img src='b/x.gif'></p></body></html>")
    assert [picture.name for picture in read(path).pictures] == ["x.gif", "x-2.gif"]


def test_a_picture_of_a_submission_is_decoded() -> None:
    picture = uuencoded("logo.gif", GIF * 9)
    raw = (
        b"<DOCUMENT>\n<TYPE>EX-99.1\n<FILENAME>ex.htm\n<TEXT>\n"
        + PAGE.format("logo.gif").encode()
        + b"\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<FILENAME>logo.gif\n<TEXT>\n"
        + picture
        + b"</TEXT>\n</DOCUMENT>\n"
    )
    document = read(raw)
    assert [one.content for one in document.pictures] == [GIF * 9]
    assert "reading.parts-skipped" not in {finding.code for finding in document.findings}


@pytest.mark.parametrize(
    "broken", [b"", b"begin 644 x.gif\n\xff\xff\xff\nend\n", uuencoded("x.gif", b"text")]
)
def test_what_is_no_picture_is_not_decoded(broken: bytes) -> None:
    assert decoded(broken) is None


@pytest.mark.parametrize("broken", ["<img ", "<img src=", "<img src='", "<img srcsrcsrc ", "<img" + " " * 50])
def test_broken_tags_without_end_take_no_time(broken: str) -> None:
    source = Source("page.htm", Format.HTML, "", (broken * 200_000).encode())
    assert set(shown_addresses(source)) <= {"<img"}
