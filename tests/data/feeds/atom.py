from datetime import UTC, datetime

from bot.feeds import Entry, Feed

expected = Feed(
    format="atom",
    title="The Quay Journal",
    home="https://journal.example/",
    language="en",
    entries=(
        Entry(
            id="urn:quay:1",
            url="https://journal.example/blog/piers",
            title="Why piers crack",
            summary="Divers & engineers agree.",
            published=datetime(2026, 11, 25, 4, 30, tzinfo=UTC),
            updated=datetime(2026, 11, 25, 9, 0, tzinfo=UTC),
            authors=("Mara Lind",),
        ),
        Entry(
            id="urn:quay:2",
            url="https://other.example/generics",
            title="When x < y and <T> matter",
            summary="Type theory",
            updated=datetime(2026, 11, 26, tzinfo=UTC),
            authors=("The desk",),
        ),
        Entry(id="urn:quay:3", authors=("The desk",)),
    ),
)
