from bot.feeds import Entry, Feed

expected = Feed(
    format="rss",
    title="Der Küstenbote",
    home="http://bote.example/",
    language="de",
    entries=(
        Entry(
            url="http://bote.example/bruecke",
            title="Brücke wird gebaut – endlich",
            summary="Nach vier Jahren & vielem Streit.",
        ),
    ),
)
