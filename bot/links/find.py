"""Finding the web links in a message, the way chats write them."""

from __future__ import annotations

import re

from bot.errors import NotAnAddress
from bot.links.address import parse
from bot.links.code import without_code
from bot.links.edges import link_end

_MARKS = re.compile(
    # `<…>`: mentions and dates of chats, any scheme, Slack's label after a bar.
    r"<(?:[!@#][^<>]*|(?P<wrapped>[a-z][a-z0-9+.-]{0,30}:[^\s<>|]*)(?P<label>\|[^<>]*)?)>"
    # The beginning of a bare link; `edges` says where it ends.
    r"|(?P<bare>(?<![a-z0-9])https?://(?=[^\s/?#<>\"'()\\.,:;])|(?<![a-z0-9@/:.\-])www\.(?=[^\s/?#<>.]+\.[^\s/?#<>.]))",
    re.IGNORECASE,
)
_LABEL_OF_LINK = re.compile(r"\]\(<?(?:https?://|www\.)", re.IGNORECASE)
_ENTITIES = re.compile(r"&(amp|lt|gt);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">"}
_ESCAPED_BRACKET = re.compile(r"&[lg]t;")


def find(text: str, *, wrapped_are_links: bool = False) -> tuple[str, ...]:
    """The http(s) links in `text`, each once, in order, as a browser would open them. Code is left alone.

    `<https://…>` is left alone too: people write it to say "no preview". With
    `wrapped_are_links` the text is Slack's raw spelling, where every link stands
    so and `&`, `<`, `>` are escaped. `<https://…|label>` is Slack's in any case.
    Never raises; takes time in proportion to the text.
    """
    body = without_code(text)
    links: dict[str, None] = {}
    place = 0
    while mark := _MARKS.search(body, place):
        place = mark.end()
        if mark["bare"]:
            raw, place = _bare(body, mark, slack=wrapped_are_links)
        else:
            raw = _wrapped(mark, slack=wrapped_are_links)
        if link := _opened(raw):
            links[link] = None
    return tuple(links)


def _wrapped(mark: re.Match[str], *, slack: bool) -> str:
    if mark["wrapped"] is None or not (slack or mark["label"]):
        return ""
    return _ENTITIES.sub(lambda entity: _MEANT[entity[1]], mark["wrapped"])


def _bare(body: str, mark: re.Match[str], *, slack: bool) -> tuple[str, int]:
    """The link that begins at `mark`, and where to go on. The label of a Markdown link is no link of its own."""
    start = mark.start()
    end, beyond = link_end(body, start)
    raw = body[start:end]
    if _LABEL_OF_LINK.match(body, end) and body[start - 1 : start] == "[":
        return "", beyond
    if slack:
        raw = _ENTITIES.sub(lambda entity: _MEANT[entity[1]], _ESCAPED_BRACKET.split(raw, maxsplit=1)[0])
    return (f"https://{raw}" if mark["bare"].lower() == "www." else raw), beyond


def _opened(raw: str) -> str:
    try:
        return parse(raw).text() if raw else ""
    except NotAnAddress:
        return ""
