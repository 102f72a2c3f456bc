"""`/topics` as platforms register it."""

from __future__ import annotations

from bot.chat import Choice, CommandSpec, OptionSpec
from bot.locale import later, word

WHEN = OptionSpec(
    word("option", "when"), later("at once, hourly, daily at 08:00 Europe/Berlin, or weekdays at 08:00"), suggests=True
)
QUIET = OptionSpec(
    word("option", "quiet"),
    later("Hours to keep quiet, such as 22:00-07:00; what falls into them waits"),
    suggests=True,
)
MOST = OptionSpec(word("option", "most"), later("Messages an hour at most; what is more comes as one digest"))
UPDATES = OptionSpec(
    word("option", "updates"),
    later("Whether what is new in a story follows in its thread"),
    choices=(Choice("yes", later("follow stories on")), Choice("no", later("each story once"))),
)
TOPIC = OptionSpec(
    word("option", "topic"), later("Which of the topics that are followed here"), required=True, suggests=True
)
QUERY = OptionSpec(
    word("option", "query"),
    later('Such as taiwan, "climate envoy", nato OR asean, person:"Wang Yi"'),
    True,
    suggests=True,
)

FOLLOW = CommandSpec(
    word("command", "follow"),
    later("Follow a topic in this channel: first you see what it would have brought"),
    later("/topics follow query [when:…] [quiet:…] [most:…]"),
    (QUERY, WHEN, QUIET, MOST, UPDATES),
    manage=True,
    private=True,
)
LIST = CommandSpec(word("command", "list"), later("What this channel follows"), later("/topics list"), private=True)
MUTE = CommandSpec(
    word("command", "mute"),
    later("Keep a topic quiet for a while"),
    later("/topics mute topic [for:…]"),
    (
        TOPIC,
        OptionSpec(
            word("option", "for"),
            later("How long"),
            choices=(
                Choice("1 hour", later("an hour")),
                Choice("8 hours", later("eight hours")),
                Choice("1 day", later("a day")),
                Choice("1 week", later("a week")),
                Choice("until unmuted", later("until someone ends it")),
                Choice("off", later("end it now")),
            ),
        ),
    ),
    manage=True,
)
UNFOLLOW = CommandSpec(
    word("command", "unfollow"),
    later("Follow a topic no longer"),
    later("/topics unfollow topic"),
    (TOPIC,),
    manage=True,
)
TEST = CommandSpec(
    word("command", "test"),
    later("What a topic would have brought in the last 7 days"),
    later("/topics test query"),
    (QUERY,),
    private=True,
)
EDIT = CommandSpec(
    word("command", "edit"),
    later("Change a topic: what it looks for, or how it tells"),
    later("/topics edit topic [query:…] [when:…] [quiet:…] [most:…]"),
    (
        TOPIC,
        OptionSpec(word("option", "query"), later("What to look for instead"), suggests=True),
        WHEN,
        QUIET,
        MOST,
        UPDATES,
    ),
    manage=True,
)

TOPICS = CommandSpec(
    name=word("command", "topics"),
    help=later("What this channel follows: each new story once, with the reason"),
    usage=later("/topics follow | list | mute | unfollow | test | edit"),
    parts=(FOLLOW, LIST, MUTE, UNFOLLOW, TEST, EDIT),
)
