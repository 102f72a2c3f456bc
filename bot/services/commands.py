"""The slash commands, as a table: platforms register them, `/help` prints them."""

from __future__ import annotations

from bot.cards.settings import EVERYWHERE, HERE, RESET, VALUES
from bot.channels import TABLE
from bot.chat import Choice, CommandSpec, MessageCommandSpec, OptionSpec
from bot.locale import later, word
from bot.services.feed_specs import FEEDS
from bot.services.topic_specs import TOPICS

BRIEF = CommandSpec(
    name=word("command", "brief"),
    help=later("The story in five lines: of a link, of a text, or of the latest link here"),
    usage=later("/brief [link or text] [short, medium or full]"),
    options=(
        OptionSpec(
            word("option", "what"), later("A link or the text of an article; empty for the latest link in this channel")
        ),
        OptionSpec(word("option", "length"), later("short, medium or full"), suggests=True),
    ),
)

WHO = CommandSpec(
    name=word("command", "who"),
    help=later("Who's who in the latest story here; with a name, all that was shared here about that person"),
    usage=later("/who [name]"),
    options=(
        OptionSpec(
            word("option", "name"), later("A person's name; empty for the people of the latest story"), suggests=True
        ),
    ),
)

HELP = CommandSpec(
    name=word("command", "help"), help=later("What I can do and how to ask for it"), usage=later("/help"), private=True
)

HELPS = {
    word("option", "mode"): later("What happens to pasted links"),
    word("option", "length"): later("How long a briefing is where nobody asks for another length"),
    word("option", "language"): later("What I speak"),
    word("option", "answers"): later("Whether a briefing is a reply to the message or a thread on it"),
    word("option", "preview"): later("Whether the platform's own preview stays beside a briefing"),
    word("option", "bots"): later("Whether I read what other bots, webhooks and followed channels post"),
    word("option", "changes"): later("Whether a briefing follows when its message is edited or deleted"),
    word("option", "managers"): later("Who may set channels up, where the platform has no such right"),
}


def setting_option(name: str) -> OptionSpec:
    choices = [Choice(value, VALUES[name, value]) for value in TABLE[name].values]
    return OptionSpec(name, HELPS[name], choices=(*choices, Choice(RESET, later("as if nobody had chosen"))))


SETTINGS = CommandSpec(
    name=word("command", "settings"),
    help=later("How I behave in this channel: shows it, and changes it"),
    usage=later("/settings [mode:…] [length:…] [language:…] …"),
    options=(
        *map(setting_option, TABLE),
        OptionSpec(
            word("option", "where"),
            later("Whether that holds for this channel or for all of them"),
            choices=(Choice(HERE, later("this channel")), Choice(EVERYWHERE, later("the whole space"))),
        ),
    ),
    manage=True,
    private=True,
)

COMMANDS = (BRIEF, WHO, TOPICS, FEEDS, SETTINGS, HELP)

MESSAGE_COMMANDS = (
    MessageCommandSpec("brief", later("Brief this")),
    MessageCommandSpec("who", later("Who's who"), private=True),
)

LISTENS_FOR = ("📰",)
"""Reactions that ask for a briefing, in channels that are set so."""
