"""`/feeds` as platforms register it."""

from __future__ import annotations

from bot.chat import CommandSpec, OptionSpec
from bot.locale import later, word

FEED = OptionSpec(word("option", "feed"), later("Which of the feeds that are here"), required=True, suggests=True)

ADD = CommandSpec(
    word("command", "add"),
    later("Have a site's stories looked at: its feed, or the address of the site"),
    later("/feeds add address"),
    (
        OptionSpec(
            word("option", "address"), later("Such as https://www.dw.com or the address of a feed"), required=True
        ),
    ),
    manage=True,
)
LIST = CommandSpec(word("command", "list"), later("The feeds of this space"), later("/feeds list"), private=True)
REMOVE = CommandSpec(
    word("command", "remove"), later("Look at a feed no longer"), later("/feeds remove feed"), (FEED,), manage=True
)
STATUS = CommandSpec(
    word("command", "status"),
    later("How the feeds are doing: last and next look, and what goes wrong"),
    later("/feeds status [feed]"),
    (OptionSpec(word("option", "feed"), later("One feed; empty for all of them"), suggests=True),),
    private=True,
)
IMPORT = CommandSpec(
    word("command", "import"),
    later("Add all feeds of an OPML file, as other readers export it"),
    later("/feeds import file"),
    (OptionSpec(word("option", "file"), later("An OPML file"), required=True, file=True),),
    manage=True,
    private=True,
)
EXPORT = CommandSpec(
    word("command", "export"),
    later("The feeds of this space as an OPML file, for other readers"),
    later("/feeds export"),
    private=True,
)

FEEDS = CommandSpec(
    name=word("command", "feeds"),
    help=later("Where stories come from, besides the links that are shared here"),
    usage=later("/feeds add | list | remove | status | import | export"),
    parts=(ADD, LIST, REMOVE, STATUS, IMPORT, EXPORT),
)
