"""The commands in the language spoken now. Names stay, since events are told by them; labels are what people read."""

from __future__ import annotations

from dataclasses import replace

from bot.chat import Choice, CommandSpec, MessageCommandSpec, OptionSpec
from bot.locale import said, spoken


def translated(spec: CommandSpec) -> CommandSpec:
    return replace(
        spec,
        help=said(spec.help),
        usage=said(spec.usage),
        label=label("command", spec.name),
        options=tuple(map(translated_option, spec.options)),
        parts=tuple(map(translated, spec.parts)),
    )


def translated_option(option: OptionSpec) -> OptionSpec:
    choices = tuple(Choice(choice.value, said(choice.label)) for choice in option.choices)
    return replace(option, help=said(option.help), label=label("option", option.name), choices=choices)


def translated_entry(entry: MessageCommandSpec) -> MessageCommandSpec:
    return replace(entry, label=said(entry.label))


def label(context: str, name: str) -> str:
    """Empty where the name itself is what people read."""
    found = spoken(context, name)
    return "" if found == name else found
