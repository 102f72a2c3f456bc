"""`/feeds` as platforms register it."""

from __future__ import annotations

from bot.chat import CommandSpec, OptionSpec

FEED = OptionSpec("feed", "Which of the feeds that are here", required=True, suggests=True)

ADD = CommandSpec(
    "add",
    "Have a site's stories looked at: its feed, or the address of the site",
    "/feeds add address",
    (OptionSpec("address", "Such as https://www.dw.com or the address of a feed", required=True),),
    manage=True,
)
LIST = CommandSpec("list", "The feeds of this space", "/feeds list", private=True)
REMOVE = CommandSpec("remove", "Look at a feed no longer", "/feeds remove feed", (FEED,), manage=True)
STATUS = CommandSpec(
    "status",
    "How the feeds are doing: last and next look, and what goes wrong",
    "/feeds status [feed]",
    (OptionSpec("feed", "One feed; empty for all of them", suggests=True),),
    private=True,
)
IMPORT = CommandSpec(
    "import",
    "Add all feeds of an OPML file, as other readers export it",
    "/feeds import file",
    (OptionSpec("file", "An OPML file", required=True, file=True),),
    manage=True,
    private=True,
)
EXPORT = CommandSpec(
    "export", "The feeds of this space as an OPML file, for other readers", "/feeds export", private=True
)

FEEDS = CommandSpec(
    name="feeds",
    help="Where stories come from, besides the links that are shared here",
    usage="/feeds add | list | remove | status | import | export",
    parts=(ADD, LIST, REMOVE, STATUS, IMPORT, EXPORT),
)
