"""The extractors that ours is measured beside, each from its own library with the settings its makers recommend."""

from __future__ import annotations

import logging
from collections.abc import Callable

import lxml.html
import newspaper
import readability
import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from bench.labelled import Label

logging.getLogger("readability").setLevel(logging.CRITICAL)
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def standard(_: Label, html: bytes) -> str:
    return trafilatura.extract(html, include_comments=False) or ""


def precise(_: Label, html: bytes) -> str:
    return trafilatura.extract(html, include_comments=False, favor_precision=True) or ""


def with_metadata(label: Label, html: bytes) -> str:
    found = trafilatura.bare_extraction(html, url=label.url, include_comments=False, with_metadata=True)
    return (getattr(found, "text", None) or "") if found is not None else ""


def newspaper4k(label: Label, html: bytes) -> str:
    article = newspaper.Article(label.url or "https://news.example/", fetch_images=False)
    try:
        article.download(input_html=html.decode("utf-8", "replace"))
        article.parse()
    except Exception:
        return ""
    return str(article.text)


def readable(_: Label, html: bytes) -> str:
    try:
        summary = readability.Document(html.decode("utf-8", "replace")).summary(html_partial=True)
        return "\n".join(map(str, lxml.html.fromstring(summary).itertext()))
    except Exception:
        return ""


def resilient(_: Label, html: bytes) -> str:
    text = extract_plain_text(bytes_to_str(html, detect_encoding(html) or "utf-8"), main_content=True)
    return str(text)


PEERS: dict[str, Callable[[Label, bytes], str]] = {
    "trafilatura": standard,
    "trafilatura precision": precise,
    "trafilatura with metadata": with_metadata,
    "newspaper4k": newspaper4k,
    "readability-lxml": readable,
    "resiliparse": resilient,
}
