"""Content types and bodies, whatever a server says they are."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import NotAPage
from bot.fetch.body import Body, Broken
from bot.fetch.content import content_type, sniff
from tests.unit.fetch.conftest import Make
from tests.unit.fetch.web import HTML, open_raw, saying


@pytest.mark.parametrize(
    ("header", "kind", "charset"),
    [
        ("text/html", "text/html", None),
        ('Text/HTML; Charset="UTF-8"', "text/html", "utf-8"),
        ("text/html;charset=windows-1252; x=y", "text/html", "cp1252"),
        ("text/html; charset=utf8, text/html", "text/html", None),
        ("text/html; charset=", "text/html", None),
        ("text/html; charset=klingon", "text/html", None),
        ("text/html; charset=zlib", "text/html", None),
        ("text/html; charset=unicode_escape", "text/html", None),
        ("text/html; charset=utf-7", "text/html", None),
        ("text/html; charset=undefined", "text/html", None),
        ("text/html; charset=a\x00b", "text/html", None),
        ("; charset=utf-8", "", "utf-8"),
        ("", "", None),
    ],
)
def test_content_type(header: str, kind: str, charset: str | None) -> None:
    assert content_type(header) == (kind, charset)


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_any_content_type_header_can_be_read_and_its_charset_decodes(header: str) -> None:
    _, charset = content_type("text/html; charset=" + header)
    b"<p>".decode(charset or "utf-8", "replace")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (HTML.encode(), "text/html"),
        (b"\n\t <!-- hello --><html>", "text/html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "text/html"),
        (b"\xef\xbb\xbf<html>", "text/html"),
        ("\ufeff<html>".encode("utf-16"), "text/html"),
        (b"The council voted on Tuesday.", "text/plain"),
        ("Bürgermeister".encode("latin-1"), "text/plain"),
        (b"<3 from the desk", "text/plain"),
        (b"%PDF-1.7\n\x00\x01", ""),
        (b"\x89PNG\r\n\x1a\n\x00", ""),
        (b"PK\x03\x04", ""),
        (b"", ""),
        (b"  \n", ""),
    ],
)
def test_sniff(body: bytes, kind: str) -> None:
    assert sniff(body) == kind


@pytest.mark.parametrize(("body", "kind"), [(HTML.encode(), "text/html"), (b"\x00\x01\x02", None)])
async def test_a_page_without_a_type(body: bytes, kind: str | None, make: Make) -> None:
    async with open_raw(saying(b"HTTP/1.1 200 OK\r\n\r\n" + body)) as port:
        asking = make(reach=(port,)).get(f"http://127.0.0.1:{port}/")
        if kind is None:
            with pytest.raises(NotAPage):
                await asking
        else:
            assert (await asking).page.content_type == kind


def collect(data: bytes, encoding: str, limit: int, step: int) -> bytes | None:
    body = Body(encoding, limit)
    for start in range(0, len(data), step):
        if not body.feed(data[start : start + step]):
            return None
    return body.whole()


ENCODERS: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gzip": gzip.compress, "deflate": zlib.compress}


@given(st.binary(max_size=400), st.sampled_from(sorted(ENCODERS)), st.integers(1, 50))
@settings(max_examples=100)
def test_a_body_comes_out_as_it_went_in_however_it_is_cut(data: bytes, encoding: str, step: int) -> None:
    assert collect(ENCODERS[encoding](data), encoding, 1000, step) == data


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate"]), st.integers(1, 50))
@settings(max_examples=100)
def test_any_bytes_are_decoded_or_broken_and_never_over_the_limit(data: bytes, encoding: str, step: int) -> None:
    try:
        found = collect(data, encoding, 100, step)
    except Broken:
        return
    assert found is None or len(found) <= 100


@pytest.mark.parametrize("step", [1, 7, 1000])
def test_several_members_and_padding(step: int) -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + bytes(16)
    assert collect(packed, "gzip", 100, step) == b"one two"


def test_members_that_unfold_to_nothing_come_to_an_end() -> None:
    with pytest.raises(Broken):
        collect(gzip.compress(b"") * 1000, "gzip", 1_000_000, 65536)


def test_a_stream_that_unfolds_to_nothing_comes_to_an_end() -> None:
    packer = zlib.compressobj()
    packed = packer.compress(b"x") + b"".join(packer.flush(zlib.Z_FULL_FLUSH) for _ in range(3))
    assert collect(packed + b"\x00\x00\x00\xff\xff" * 100, "deflate", 100, 10) is None


def test_a_cut_body_gives_what_there_was() -> None:
    body = Body("gzip", 10)
    assert not body.feed(gzip.compress(b"0123456789abcdef"))
    assert body.so_far() == b"0123456789"
