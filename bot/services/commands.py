"""The slash commands, as a table: platforms register them, `/help` prints them."""

from __future__ import annotations

from bot.chat import CommandSpec, MessageCommandSpec, OptionSpec

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

HELP = CommandSpec(name="help", help="What I can do and how to ask for it", usage="/help")

COMMANDS = (BRIEF, WHO, HELP)

MESSAGE_COMMANDS = (MessageCommandSpec("brief", "Brief this"), MessageCommandSpec("who", "Who's who"))
