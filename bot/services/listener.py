"""The seam between feeds and those who wait for their stories: who is told, in which transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.chat import Space
from bot.model import Story
from bot.store import Connection
from bot.store.feed_subscriptions import FeedSubscription
from bot.store.feeds import StoredFeed


class Listener(Protocol):
    """What it writes belongs to the caller's transaction: a story is kept, told and its entry marked, or none of it.

    It may be called twice for the same story of a space; the second time nothing must be told anew.
    """

    async def spaces(self, c: Connection) -> Sequence[Space]:
        """All spaces that wait for stories: they get those of the feeds in the settings."""
        ...

    async def ready(self, space: Space) -> None:
        """Stories of `space` are about to come: what takes its time is done now, outside of any transaction."""
        ...

    async def in_feed(self, c: Connection, space: Space, story: Story) -> None:
        """`story` is news in a feed that `space` has."""
        ...

    async def feed_changed(self, c: Connection, subscription: FeedSubscription, feed: StoredFeed) -> None:
        """A feed began to fail (`feed.told`, with `feed.problem`) or works again: who added it is to know."""
        ...
