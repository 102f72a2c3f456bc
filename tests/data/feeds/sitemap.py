from datetime import UTC, datetime

from bot.feeds import Entry, Feed

expected = Feed(
    format="sitemap",
    title="Coast Courier",
    language="en",
    entries=(
        Entry(
            id="https://courier.example/bridge",
            url="https://courier.example/bridge",
            title="Council votes for the bridge",
            published=datetime(2026, 11, 25, tzinfo=UTC),
            updated=datetime(2026, 11, 25, 10, 0, tzinfo=UTC),
        ),
    ),
)
