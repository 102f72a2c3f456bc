"""What a message holds for us: links to read, links to leave out, or an article as text. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import NotAnAddress
from bot.links.clean import clean, identity
from bot.links.find import find
from bot.services.story_keys import text_key
from bot.settings import Brief
from bot.text.words import count_words

MOST_NAMED = 10

LEAST_WORDS = 40
"""Of a text that someone asks to have briefed: fewer than of one that is briefed unasked."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to brief. `key` is what it is compared by; `url` is empty for a text."""

    key: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """`items` are to be read, `left_out` are links beyond the limit, to be named; `more` counts those beyond even that.

    `text` is set where the message is an article.
    """

    items: tuple[Item, ...] = ()
    left_out: tuple[Item, ...] = ()
    more: int = 0
    text: str = ""

    @property
    def all(self) -> tuple[Item, ...]:
        return self.items + self.left_out


def look(message: str, settings: Brief) -> Pasted:
    """Decide what `message` holds. A long text is an article even with links in it: those are its own."""
    if is_article(message, settings.min_text_words):
        return Pasted((Item(text_key(message)),), text=message)
    return within(link_items(message), settings.max_links)


def look_closer(message: str, settings: Brief) -> Pasted:
    """What someone who asks about `message` may mean: where it holds no link, a shorter text counts, too."""
    pasted = look(message, settings)
    if not pasted.items and is_article(message, LEAST_WORDS):
        return Pasted((Item(text_key(message)),), text=message)
    return pasted


def within(items: tuple[Item, ...], limit: int) -> Pasted:
    """The first `limit` links are read, some more are named, the rest is counted: a message may hold thousands."""
    beyond = items[limit:]
    return Pasted(items[:limit], beyond[:MOST_NAMED], max(0, len(beyond) - MOST_NAMED))


def link_items(message: str) -> tuple[Item, ...]:
    """The links of a message, each story address once, in order."""
    items: dict[str, Item] = {}
    for url in find(message):
        try:
            address = clean(url)
            key = identity(address)
        except NotAnAddress:
            continue
        items.setdefault(key, Item(key, address))
    return tuple(items.values())


def is_article(message: str, min_words: int) -> bool:
    """Enough words that are not addresses."""
    bare = " ".join(word for word in message.split() if "://" not in word)
    return count_words(bare) >= min_words
