from datetime import UTC, datetime

from bot.feeds import Entry, Feed

expected = Feed(
    format="atom",
    title="Le Phare",
    home="https://phare.example/",
    language="fr",
    entries=(
        Entry(
            id="tag:phare.example,2026:1",
            url="https://phare.example/ecluse",
            title="L’écluse rouvre",
            published=datetime(2026, 11, 25, 7, 0, tzinfo=UTC),
            updated=datetime(2026, 11, 25, 7, 30, tzinfo=UTC),
        ),
    ),
)
