"""Which story of its space an article tells: clustering in memory, caught up with the store whenever it is asked.

Memory is only ever a copy of what is committed: an article is placed, its row is written, and at the next question it
is read back. So a transaction that fails leaves nothing behind, and several processes see the same groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.cards.lines import host
from bot.chat import Space
from bot.model import Article, Story
from bot.store import Connection, groups
from bot.store.groups import Grouped
from bot.store.spaces_lock import one_writer


@dataclass(frozen=True, slots=True)
class Placed:
    """The group of an article, known since `since`; `novel` are sentences that tell something new of a known story."""

    group_id: int
    since: datetime
    novel: tuple[str, ...] = ()


class SameStory:
    async def place(
        self, c: Connection, space: Space, story: Story, now: datetime, *, from_feed: bool = False
    ) -> Placed:
        """Put the article into its group, or a new one, unless it is in one already."""
        await one_writer(c, space)
        known = await groups.of_story(c, space, story.id)
        if known is not None:
            if from_feed and not known.from_feed:
                await groups.fed(c, story.id)
            return Placed(known.group_id, await groups.started(c, known.group_id) or known.at)
        group_id = await groups.start(c, space, now)
        article = story.reading.article
        item = Grouped(0, group_id, story.id, None, outlet(article), wire(article), from_feed, "", now)
        await groups.put(c, space, item)
        return Placed(group_id, now)

    async def look(self, c: Connection, space: Space, story: Story) -> tuple[int | None, tuple[str, ...]]:
        """The group that the article would be put into, and what it would add; it is not put there."""
        known = await groups.of_story(c, space, story.id)
        return (known.group_id if known else None), ()


def outlet(article: Article) -> str:
    """Who tells it: the site."""
    return host(article.canonical_url or article.url)


def wire(article: Article) -> str:
    """The agency whose text it may be, as it credits it."""
    return article.agencies[0] if article.agencies else ""
