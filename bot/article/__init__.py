"""Page bytes become an `Article`: `read(page)`, pure, the one way in."""

from __future__ import annotations

from bot.article.decode import decode
from bot.article.file_kinds import file_kind
from bot.article.text_dump import read_text
from bot.errors import NotAnArticle
from bot.model import Article, Page

__all__ = ["read"]


def read(page: Page) -> Article:
    """What `page` says. Raises `NotAnArticle`, whose detail says what it is instead."""
    if kind := file_kind(page.body):
        raise NotAnArticle(kind)
    text = decode(page)
    if not text or text.isspace():
        raise NotAnArticle("empty")
    if page.content_type == "text/plain":
        return read_text(text, page.url)
    # Imported late: a pasted text needs no HTML parser.
    from bot.article.html import read_html  # noqa: PLC0415

    try:
        return read_html(text, page.url, page.at)
    except RecursionError as error:
        raise NotAnArticle("empty") from error
