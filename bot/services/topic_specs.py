"""`/topics` as platforms register it."""

from __future__ import annotations

from bot.chat import Choice, CommandSpec, OptionSpec

WHEN = OptionSpec("when", "at once, hourly, daily at 08:00 Europe/Berlin, or weekdays at 08:00", suggests=True)
QUIET = OptionSpec("quiet", "Hours to keep quiet, such as 22:00-07:00; what falls into them waits", suggests=True)
MOST = OptionSpec("most", "Messages an hour at most; what is more comes as one digest")
UPDATES = OptionSpec(
    "updates",
    "Whether what is new in a story follows in its thread",
    choices=(Choice("yes", "follow stories on"), Choice("no", "each story once")),
)
TOPIC = OptionSpec("topic", "Which of the topics that are followed here", required=True, suggests=True)
QUERY = OptionSpec("query", 'Such as taiwan, "climate envoy", nato OR asean, person:"Wang Yi"', True, suggests=True)

FOLLOW = CommandSpec(
    "follow",
    "Follow a topic in this channel: first you see what it would have brought",
    "/topics follow query [when:…] [quiet:…] [most:…]",
    (QUERY, WHEN, QUIET, MOST, UPDATES),
    manage=True,
    private=True,
)
LIST = CommandSpec("list", "What this channel follows", "/topics list", private=True)
MUTE = CommandSpec(
    "mute",
    "Keep a topic quiet for a while",
    "/topics mute topic [for:…]",
    (
        TOPIC,
        OptionSpec(
            "for",
            "How long",
            choices=(
                Choice("1 hour", "an hour"),
                Choice("8 hours", "eight hours"),
                Choice("1 day", "a day"),
                Choice("1 week", "a week"),
                Choice("until unmuted", "until someone ends it"),
                Choice("off", "end it now"),
            ),
        ),
    ),
    manage=True,
)
UNFOLLOW = CommandSpec("unfollow", "Follow a topic no longer", "/topics unfollow topic", (TOPIC,), manage=True)
TEST = CommandSpec(
    "test", "What a topic would have brought in the last 7 days", "/topics test query", (QUERY,), private=True
)
EDIT = CommandSpec(
    "edit",
    "Change a topic: what it looks for, or how it tells",
    "/topics edit topic [query:…] [when:…] [quiet:…] [most:…]",
    (
        TOPIC,
        OptionSpec("query", "What to look for instead", suggests=True),
        WHEN,
        QUIET,
        MOST,
        UPDATES,
    ),
    manage=True,
)

TOPICS = CommandSpec(
    name="topics",
    help="What this channel follows: each new story once, with the reason",
    usage="/topics follow | list | mute | unfollow | test | edit",
    parts=(FOLLOW, LIST, MUTE, UNFOLLOW, TEST, EDIT),
)
