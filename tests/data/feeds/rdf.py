from datetime import UTC, datetime

from bot.feeds import Entry, Feed, Rhythm

expected = Feed(
    format="rdf",
    title="Küstenbote",
    home="https://bote.example/",
    language="de",
    rhythm=Rhythm(ttl=15),
    entries=(
        Entry(
            id="https://bote.example/a",
            url="https://bote.example/a",
            title="Rat stimmt zu",
            published=datetime(2026, 11, 25, 9, 14, tzinfo=UTC),
            authors=("Ida Holm", "Ole Brandt"),
        ),
        Entry(
            id="urn:bote:b",
            url="https://bote.example/b.html",
            title="Fähre fällt aus",
            published=datetime(2026, 11, 1, tzinfo=UTC),
        ),
    ),
)
