"""Captions of a page's pictures, each once, with the credit apart."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from bot.article.furniture import split_credit
from bot.model import Caption
from bot.text.plain import plain

CREDIT_CLASS = re.compile(r"credit|copyright|source|byline|author|fotograf|quelle", re.IGNORECASE)
LONGEST = 600


def captions(tree: HtmlElement) -> tuple[Caption, ...]:
    found: dict[str, Caption] = {}
    for tag in tree.iter("figcaption"):
        caption = _caption(tag)
        if caption.text and len(caption.text) <= LONGEST:
            found.setdefault(caption.text, caption)
    return tuple(found.values())


def _caption(tag: HtmlElement) -> Caption:
    """The credit is an element of its own, or the end of the line."""
    whole = plain("".join(tag.itertext()))
    for inner in tag.iter("span", "small", "cite", "em", "p", "div"):
        if inner is not tag and CREDIT_CLASS.search(inner.get("class") or ""):
            credit = plain("".join(inner.itertext()))
            if credit and len(credit) < len(whole):
                return Caption(whole.replace(credit, "", 1).strip(" |–-()"), _bare(credit))
    return split_credit(whole) or Caption(whole)


def _bare(credit: str) -> str:
    return re.sub(r"^(?:image|photo|foto|bild|credit|©)[\w ]{0,12}\s*[:©]?\s*", "", credit, flags=re.IGNORECASE).strip(
        " ()"
    )
