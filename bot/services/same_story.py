"""Which story of its space an article tells: clustering in memory, caught up with the store whenever it is asked.

Memory is only ever a copy of what is committed: an article is placed, its row is written, and at the next question it
is read back. So a transaction that fails leaves nothing behind, and several processes see the same groups.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.cards.lines import host
from bot.chat import Space
from bot.model import Article, Story
from bot.store import Connection, Store, groups
from bot.store.groups import Grouped
from bot.store.spaces_lock import one_writer
from bot.stories import Kept, Stories, Trace, telling
from bot.stories import Placed as Look

WINDOW = timedelta(days=10)
"""What was told longer ago is another story, or at least news again."""

MOST_REMEMBERED = 100_000
"""Articles over all spaces; the space that was asked about longest ago is dropped first, and read again when needed."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The group of an article, known since `since`; `novel` are sentences that tell something new of a known story."""

    group_id: int
    since: datetime
    novel: tuple[str, ...] = ()


@dataclass(slots=True)
class Remembered:
    """A space's articles of the last days; `last` is the id and the story of the row up to which they were read."""

    stories: Stories[int] = field(default_factory=Stories)
    last: tuple[int, int] = (0, 0)


class SameStory:
    def __init__(self) -> None:
        self._spaces: OrderedDict[Space, Remembered] = OrderedDict()

    async def ready(self, store: Store, space: Space, now: datetime) -> None:
        """Read what is known of `space` before a transaction asks for it: at a start that may take a moment."""
        if space not in self._spaces:
            async with store.reading() as c:
                await self._caught_up(c, space, now)

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
        look = await self._look(c, space, story, now)
        since = None if look.story is None else await groups.started(c, look.story)
        group_id, copy_of, novel = look.story, look.copy_of, look.novel
        if group_id is None or since is None:
            group_id, since, copy_of, novel = await groups.start(c, space, now), now, None, ()
        article = story.reading.article
        traits = look.trace.to_bytes()
        await groups.put(
            c, space, Grouped(0, group_id, story.id, copy_of, outlet(article), wire(article), from_feed, traits, now)
        )
        return Placed(group_id, since, novel)

    async def look(
        self, c: Connection, space: Space, story: Story, now: datetime
    ) -> tuple[int | None, tuple[str, ...]]:
        """The group that the article would be put into, and what it would add; it is not put there."""
        known = await groups.of_story(c, space, story.id)
        if known is not None:
            return known.group_id, ()
        look = await self._look(c, space, story, now)
        return look.story, look.novel

    async def _look(self, c: Connection, space: Space, story: Story, now: datetime) -> Look[int]:
        remembered = await self._caught_up(c, space, now)
        look = remembered.stories.look(telling(story.reading.article, story.reading.people), now)
        if look.story is None or await groups.started(c, look.story) is not None:
            return look
        del self._spaces[space]  # the space was forgotten, and came again: so is what is remembered of it
        return await self._look(c, space, story, now)

    async def _caught_up(self, c: Connection, space: Space, now: datetime) -> Remembered:
        remembered = self._spaces.setdefault(space, Remembered())
        self._spaces.move_to_end(space)
        since = now - WINDOW
        items = await groups.newer(c, space, remembered.last[0] - 1, since)
        if remembered.last[0]:
            if not items or (items[0].id, items[0].story_id) != remembered.last:  # it was read, and then rolled back
                del self._spaces[space]
                return await self._caught_up(c, space, now)
            del items[0]
        for item in items:
            if trace := Trace.from_bytes(item.traits):
                remembered.stories.restore([Kept(item.id, item.group_id, item.at, trace)])
            remembered.last = item.id, item.story_id
        remembered.stories.forget(since)
        while len(self._spaces) > 1 and sum(len(one.stories) for one in self._spaces.values()) > MOST_REMEMBERED:
            self._spaces.popitem(last=False)
        return remembered


def outlet(article: Article) -> str:
    """Who tells it: the site."""
    return host(article.canonical_url or article.url)


def wire(article: Article) -> str:
    """The agency whose text it may be, as it credits it."""
    return article.agencies[0] if article.agencies else ""
