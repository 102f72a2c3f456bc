"""Text becomes a tree: by libxml2, without comments, and as deep as a page goes."""

from __future__ import annotations

import re

from lxml import etree

from bot.errors import NotAnArticle

DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
BOXES = re.compile(r"</?(?:div|span|section|center|font|b|i|u|em|strong|table|tbody|tr|td|ul|li|blockquote)\b[^<>]*>")
PARSER_DEPTH = 2000
"""libxml2 drops all that lies deeper than 2048 elements."""


def parsed(text: str) -> etree._Element:
    """The tree; of a page nested deeper than the parser goes, the tree without its boxes. Raises `NotAnArticle`."""
    root = _tree(text)
    if _last_depth(root) >= PARSER_DEPTH:
        root = _tree(BOXES.sub(" ", text))
    return root


def _tree(text: str) -> etree._Element:
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = etree.fromstring(DECLARATION.sub("", text).encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError as error:
        if "unknown error" in str(error):  # libxml2 ran out of memory: the reader process tells that apart
            raise
        raise NotAnArticle("empty") from error
    if root is None:
        raise NotAnArticle("empty")
    return root


def _last_depth(root: etree._Element) -> int:
    """How deep the last element lies: where the parser gave up, if it did."""
    last, depth = root, 0
    while len(last):
        last, depth = last[-1], depth + 1
    return depth
