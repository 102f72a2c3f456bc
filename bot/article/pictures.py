"""Captions of a page's pictures, each once, with the credit apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from bot.article.furniture import split_credit
from bot.article.survey import Role, Survey, outermost, text_of
from bot.model import Caption
from bot.text.plain import plain

CREDIT_CLASS = re.compile(r"credit|copyright|source|byline|author|fotograf|quelle|agenc|provider", re.IGNORECASE)
LABEL = re.compile(
    r"^(?:image|images|photo|photos|picture|foto|fotos|fotografía|bild|bilder|bildquelle|credit|crédito|crédit|copyright"
    r"|source|quelle|fonte|fuente|beeld|kuva|zdjęcie|fot\.?|фото|写真|사진)[\w ]{0,12}?\s*[:：©|]\s*|^(?:©|\(c\))\s*",
    re.IGNORECASE,
)
LONGEST, LONGEST_CREDIT = 600, 120
MOST = 400
INNER = ("span", "small", "cite", "em", "p", "div", "i", "figcaption")
BOXES = ("figure", "div", "picture", "section")
HIDDEN = frozenset(("nav", "footer", "button", "form", "video"))


def captions(seen: Survey) -> tuple[Caption, ...]:
    """Of `<figcaption>`, of elements whose class calls them captions, of slides' `data-caption`; in this order."""
    found: dict[str, Caption] = {}
    named = [element for element in seen.having(Role.CAPTION) if element.tag not in ("figcaption", "figure", "table")]
    for tag in outermost([*seen.of("figcaption")[:MOST]]) + outermost(named[:MOST]):
        if _is_of_the_story(tag):
            _keep(found, _caption(tag))
    return tuple(found.values())


def slides(seen: Survey) -> tuple[Caption, ...]:
    """What a gallery says of its pictures in attributes: `data-caption`, or else `alt`."""
    found: dict[str, Caption] = {}
    for element in seen.of("figure")[:MOST]:
        for inner in element.iter("*"):
            text = inner.get("data-caption") or inner.get("data-title") or inner.get("alt") or ""
            if len(text) > 20:
                _keep(found, split_credit(plain(text)) or Caption(plain(text)))
    return tuple(found.values())


def _keep(found: dict[str, Caption], caption: Caption) -> None:
    """Once each, with a credit if any copy has one; a caption that another one holds is its shorter copy."""
    if not caption.text or len(caption.text) > LONGEST or len(found) >= MOST:
        return
    key = caption.text.casefold().rstrip(".")
    if key not in found or (caption.credit and not found[key].credit):
        found[key] = caption


def _is_of_the_story(tag: _Element) -> bool:
    """Not under another story's link, not in a menu, and no `<div class="no-caption">` around half of the page."""
    return not any(
        above.tag in HIDDEN or (above.tag == "a" and (above.get("href") or "").endswith((".html", "/")))
        for above in tag.iterancestors()
    )


def _caption(tag: _Element) -> Caption:
    """The credit is an element of its own, in the caption or beside it in the figure, or the end of the line."""
    whole = text_of(tag, LONGEST + LONGEST_CREDIT)
    for inner in tag.iter(*INNER):
        if inner is not tag and CREDIT_CLASS.search(inner.get("class") or ""):
            credit = text_of(inner, LONGEST_CREDIT)
            if credit and len(credit) < len(whole):
                return Caption(_bare(whole.replace(credit, "", 1)), _name(credit))
    split = split_credit(whole)
    if split is not None:
        return Caption(split.text, _name(split.credit))
    return Caption(whole, next(_beside(tag), ""))


def _beside(tag: _Element) -> Iterator[str]:
    parent = tag.getparent()
    if parent is not None and parent.tag in BOXES and len(parent) < 8:
        for sibling in parent:
            if sibling is not tag and CREDIT_CLASS.search(sibling.get("class") or ""):
                credit = text_of(sibling, LONGEST_CREDIT)
                if 2 < len(credit) < LONGEST_CREDIT:
                    yield _name(credit)


def _bare(text: str) -> str:
    """What a caption leaves when its credit is taken out: without a bar, a bracket or a bare label at its end."""
    left = plain(text).strip(" |–-()")
    return re.sub(r"\s*[(|]?\s*(?:foto|photo|bild|image|credit|quelle|©)\s*[:：]?$", "", left, flags=re.IGNORECASE)


def _name(credit: str) -> str:
    name = LABEL.sub("", credit.strip(" |")).strip(" |")
    bracketed = name.startswith("(") and name.endswith(")")
    name = name[1:-1] if bracketed else name
    return name + ")" if name.count("(") > name.count(")") else name
