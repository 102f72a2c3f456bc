from bot.feeds import Entry, Feed

expected = Feed(
    format="rss",
    title="Tom & Jerry's",
    home="https://tj.example/",
    cut=True,
    entries=(
        Entry(
            url="https://tj.example/1?a=1&b=2",
            title="Fish & chips été AT&T",
            summary="Unclosed tag and a bell",
            authors=("No Namespace",),
        ),
        Entry(url="https://tj.example/2", title="Kept & as it is"),
    ),
)
