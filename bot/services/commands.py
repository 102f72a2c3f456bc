"""The slash commands, as a table: platforms register them, `/help` prints them."""

from __future__ import annotations

from bot.cards.settings import EVERYWHERE, HERE, RESET, WHERE, value_label
from bot.channels import TABLE
from bot.chat import Choice, CommandSpec, MessageCommandSpec, OptionSpec
from bot.services.feed_specs import FEEDS
from bot.services.topic_specs import TOPICS

BRIEF = CommandSpec(
    name="brief",
    help="The story in five lines: of a link, of a text, or of the latest link here",
    usage="/brief [link or text] [short, medium or full]",
    options=(
        OptionSpec("what", "A link or the text of an article; empty for the latest link in this channel"),
        OptionSpec("length", "short, medium or full", suggests=True),
    ),
)

WHO = CommandSpec(
    name="who",
    help="Who's who in the latest story here; with a name, all that was shared here about that person",
    usage="/who [name]",
    options=(OptionSpec("name", "A person's name; empty for the people of the latest story", suggests=True),),
)

HELP = CommandSpec(name="help", help="What I can do and how to ask for it", usage="/help", private=True)

HELPS = {
    "mode": "What happens to pasted links",
    "length": "How long a briefing is where nobody asks for another length",
    "language": "What I speak",
    "answers": "Whether a briefing is a reply to the message or a thread on it",
    "preview": "Whether the platform's own preview stays beside a briefing",
    "bots": "Whether I read what other bots, webhooks and followed channels post",
    "changes": "Whether a briefing follows when its message is edited or deleted",
    "managers": "Who may set channels up, where the platform has no such right",
}


def setting_option(name: str) -> OptionSpec:
    choices = [Choice(value, value_label(name, value)) for value in TABLE[name].values]
    return OptionSpec(name, HELPS[name], choices=(*choices, Choice(RESET, "as if nobody had chosen")))


SETTINGS = CommandSpec(
    name="settings",
    help="How I behave in this channel: shows it, and changes it",
    usage="/settings [mode:…] [length:…] [language:…] …",
    options=(
        *map(setting_option, TABLE),
        OptionSpec(
            WHERE,
            "Whether that holds for this channel or for all of them",
            choices=(Choice(HERE, "this channel"), Choice(EVERYWHERE, "the whole space")),
        ),
    ),
    manage=True,
    private=True,
)

COMMANDS = (BRIEF, WHO, TOPICS, FEEDS, SETTINGS, HELP)

MESSAGE_COMMANDS = (MessageCommandSpec("brief", "Brief this"), MessageCommandSpec("who", "Who's who", private=True))

LISTENS_FOR = ("📰",)
"""Reactions that ask for a briefing, in channels that are set so."""
