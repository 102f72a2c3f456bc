from datetime import UTC, datetime

from bot.feeds import Entry, Feed, Rhythm

expected = Feed(
    format="rss",
    title="Coast Courier & Post",
    home="https://courier.example/",
    language="en-gb",
    rhythm=Rhythm(ttl=30, skip_hours=(0, 1), skip_days=(6,)),
    entries=(
        Entry(
            id="courier-1001",
            url="https://courier.example/bridge?a=1&b=2",
            title="Council votes for the harbour bridge – at last",
            summary="After four years the old bridge comes back.",
            published=datetime(2026, 11, 25, 8, 30, tzinfo=UTC),
            authors=("Ana Ruiz",),
        ),
        Entry(
            id="https://courier.example/?p=1000",
            url="https://courier.example/ferry",
            title="Ferry pier closes",
            summary="For 14 months.",
            published=datetime(2026, 11, 24, 23, 5, tzinfo=UTC),
            authors=("Tom Hale",),
        ),
        Entry(
            id="https://courier.example/?p=999",
            url="https://courier.example/three",
            title="Through a redirector",
        ),
        Entry(
            id="https://courier.example/four",
            url="https://courier.example/four",
            title="A guid that is the link",
        ),
    ),
)
