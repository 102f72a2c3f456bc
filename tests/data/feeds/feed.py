from datetime import UTC, datetime

from bot.feeds import Entry, Feed

expected = Feed(
    format="json",
    title="Harbour Log",
    home="https://log.example/",
    language="en",
    entries=(
        Entry(
            id="7",
            url="https://log.example/seven",
            title="Seven & counting",
            summary="The seventh pier.",
            published=datetime(2026, 11, 25, 8, 0, tzinfo=UTC),
            authors=("Jonas Weber",),
        ),
        Entry(
            id="https://log.example/six",
            url="https://paper.example/six",
            summary="A link elsewhere",
            authors=("Mara Lind",),
        ),
        Entry(authors=("Jonas Weber",)),
    ),
)
