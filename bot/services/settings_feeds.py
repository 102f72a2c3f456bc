"""The feeds that the settings name, for all spaces: taken up at start, let go when they are no longer named."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from bot.chat import KeyValue
from bot.feeds import FeedLink
from bot.links.clean import clean, identity
from bot.services.space_feeds import SpaceFeeds
from bot.store import Store, feeds
from bot.store.feeds import key_of

KEPT = "settings"


async def take_up(store: Store, space_feeds: SpaceFeeds, values: KeyValue, urls: Sequence[str]) -> None:
    """What other ways made everyone's stays so: only what the settings themselves once named is let go."""
    named = {key_of(identity(clean(url))) for url in urls}
    before = set(msgspec.json.decode(await values.get(KEPT) or "[]", type=list[str]))
    async with store.transaction() as c:
        for key in before - named:
            if (feed := await feeds.find(c, key)) is not None:
                await feeds.set_everywhere(c, feed.id, False)
    await space_feeds.import_links(None, [FeedLink(url) for url in urls])
    await values.put(KEPT, msgspec.json.encode(sorted(named)).decode())
