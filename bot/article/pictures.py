"""Captions of a page's pictures, each once, with the credit apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

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
SIGNED = re.compile(
    r"\s*[—–|(/-]?\s*(?:©|\(c\)\s|\b(?:bron|quelle|fonte|fuente|source|kilde|källa|zdroj|źródło|fot\.)\s?[:：])"
    r"\s*(?P<credit>[^©:]{2,70}?)\)?\s*$",
    re.IGNORECASE,
)
LONGEST, LONGEST_CREDIT = 600, 120
MOST, MOST_IN_BOX = 400, 12
SHORTEST = 9
WHEN = re.compile(r"\d{1,2}[:.]\d{2}(?: ?uhr)?$|^\W*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\W*$", re.IGNORECASE)
INNER = ("span", "small", "cite", "em", "p", "div", "i", "figcaption")
BOXES = ("figure", "div", "picture", "section")
HIDDEN = frozenset(("nav", "footer", "button", "form", "video"))


def captions(seen: Survey) -> tuple[Caption, ...]:
    """Of `<figcaption>`, of elements whose class calls them captions, of slides' `data-caption`; in this order."""
    found: dict[str, Caption] = {}
    named = [element for element in seen.having(Role.CAPTION) if element.tag not in ("figcaption", "figure", "table")]
    classed = outermost(element for element in named[:MOST] if _is_under_a_picture(element))
    for tag in (*outermost(seen.of("figcaption")[:MOST]), *classed):
        if _is_of_the_story(tag):
            _keep(found, _caption(tag))
    credits = {caption.credit for caption in found.values()}
    return tuple(caption for caption in found.values() if caption.text not in credits)


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
    if not SHORTEST <= len(caption.text) <= LONGEST or len(found) >= MOST or WHEN.search(caption.text):
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


def _is_under_a_picture(tag: _Element) -> bool:
    """In a picture's box, and not around it: many sites call all kinds of small print, and whole figures, captions."""
    if next(tag.iter("img", "picture", "figure", "figcaption"), None) is not None:
        return False
    for box in islice(tag.iterancestors(), 3):
        if next(box.iter("img", "picture", "figure", "amp-img", "video"), None) is not None:
            return len(box) < MOST_IN_BOX
    return False


def _caption(tag: _Element) -> Caption:
    """The credit is an element of its own, in the caption or beside it in the figure, or the end of the line."""
    whole = text_of(tag, LONGEST + LONGEST_CREDIT)
    for inner in tag.iter(*INNER):
        if inner is not tag and CREDIT_CLASS.search(inner.get("class") or ""):
            credit = text_of(inner, LONGEST_CREDIT)
            if credit and len(credit) < len(whole):
                return Caption(_bare(whole.replace(credit, "", 1)), _name(credit))
    if signed := SIGNED.search(whole):
        return Caption(_bare(whole[: signed.start()]), _name(signed["credit"]))
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
