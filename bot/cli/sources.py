"""What a person named on the command line: a link, a file or standard input, as something to read."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.errors import NotAnAddress, StandfirstError
from bot.links.clean import clean
from bot.model import Page

LARGEST = 20_000_000


class FileProblem(StandfirstError):
    code = "file"


def address_of(what: str) -> str | None:
    """The cleaned link, or None where `what` is a file. Raises `NotAnAddress` for what is neither."""
    if what.lower().startswith(("http://", "https://")):
        return clean(what)
    if what == "-" or Path(what).exists():
        return None
    if "." in what and "/" in what and not what.startswith((".", "/")):
        return clean(f"https://{what}")
    raise NotAnAddress(what)


def page_of(what: str) -> Page:
    """The bytes of a file, or of standard input for `-`. Raises `FileProblem`."""
    try:
        body = sys.stdin.buffer.read(LARGEST + 1) if what == "-" else Path(what).read_bytes()
    except OSError as error:
        raise FileProblem(f"{what} cannot be read: {error.strerror}") from error
    if len(body) > LARGEST:
        raise FileProblem(f"{what} is larger than {LARGEST // 1_000_000} MB")
    if is_html(what, body):
        return Page(None, body, "text/html")
    return Page(None, body, "text/plain")


def is_html(name: str, body: bytes) -> bool:
    if name.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    head = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head")) or b"<html" in head
