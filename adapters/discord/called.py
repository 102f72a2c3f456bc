"""Interactions as events of the core: slash commands, menu entries, buttons and what is being typed. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord.inbound import locale, words_of
from adapters.discord.places import author_of, personal, place_of, speaker
from bot.chat import (
    ButtonPressed,
    CommandCalled,
    CommandSpec,
    MessageChosen,
    MessageCommandSpec,
    MessageRef,
    Place,
    Speaker,
)

ATTACHMENT = 11
PARTS = (1, 2)


@dataclass(frozen=True, slots=True)
class Typing:
    """An option that is being typed: `command` as the core names it, `option`, and what is there so far."""

    command: str
    option: str
    prefix: str


def where(interaction: discord.Interaction) -> Place:
    """In a kind of channel that this version does not know, the answer is the person's own, as with their own app."""
    if interaction.channel is None:
        return personal(interaction.user.id, 0)
    if interaction.context.private_channel or (interaction.guild_id and not interaction.is_guild_integration()):
        return personal(interaction.user.id, interaction.channel.id)
    return place_of(interaction.channel, interaction.guild if interaction.guild_id else None)


def who(interaction: discord.Interaction, place: Place) -> Speaker:
    """A guild's rights count for the guild only, not where the app is a person's own."""
    here = place.space == str(interaction.guild_id)
    may = interaction.permissions if here else discord.Permissions.none()
    return speaker(interaction.user, may, own=place.direct)


def language(interaction: discord.Interaction) -> str:
    """The guild's, as it names it; in a direct conversation the person's own."""
    if interaction.guild_id is None or interaction.guild_locale is None:
        return str(interaction.locale)
    return str(interaction.guild_locale) or locale(interaction.guild)


def command(interaction: discord.Interaction, place: Place, files: Mapping[str, str]) -> CommandCalled:
    """`files` are the texts of the attached files, by option."""
    name, given = called(data_of(interaction))
    options = {each["name"]: str(each["value"]).strip() for each in given if each["type"] != ATTACHMENT}
    options = {key: value for key, value in (options | dict(files)).items() if value.strip()}
    event_id = f"discord:interaction:{interaction.id}"
    return CommandCalled(event_id, place, who(interaction, place), name, options, language(interaction))


def chosen(
    interaction: discord.Interaction, place: Place, entries: Iterable[MessageCommandSpec], me: discord.ClientUser
) -> MessageChosen | None:
    """None for an entry that is registered no more."""
    data = data_of(interaction)
    action = next((entry.action for entry in entries if entry.label == data["name"]), None)
    if action is None:
        return None
    target = str(data["target_id"])
    raw = data.get("resolved", {}).get("messages", {}).get(target, {})
    return MessageChosen(
        f"discord:interaction:{interaction.id}",
        MessageRef(place, target),
        who(interaction, place),
        action,
        words_of(raw, me),
        author_of(raw),
        language(interaction),
    )


def pressed(interaction: discord.Interaction, place: Place, action: str, value: str) -> ButtonPressed | None:
    if interaction.message is None:
        return None
    return ButtonPressed(
        f"discord:interaction:{interaction.id}",
        MessageRef(place, str(interaction.message.id)),
        who(interaction, place),
        action,
        value,
        language(interaction),
    )


def typing(interaction: discord.Interaction) -> Typing | None:
    name, given = called(data_of(interaction))
    focused = next((each for each in given if each.get("focused")), None)
    return Typing(name, focused["name"], str(focused["value"])) if focused else None


def called(data: Mapping[str, Any]) -> tuple[str, Sequence[Mapping[str, Any]]]:
    """`topics follow` and the options given to it."""
    names, options = [str(data["name"])], data.get("options") or ()
    while options and options[0]["type"] in PARTS:
        names.append(str(options[0]["name"]))
        options = options[0].get("options") or ()
    return " ".join(names), options


def attached(data: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The attached files by option, as Discord describes them."""
    _, given = called(data)
    files = data.get("resolved", {}).get("attachments", {})
    return {
        each["name"]: files[each["value"]] for each in given if each["type"] == ATTACHMENT and each["value"] in files
    }


def is_private(name: str, commands: Iterable[CommandSpec]) -> bool:
    """Whether all that a command answers is for the person who asked: `topics list` as its part says, or the whole."""
    first, *rest = name.split(" ")
    spec = next((spec for spec in commands if spec.name == first), None)
    private = spec is not None and spec.private
    for part in rest:
        spec = next((each for each in spec.parts if each.name == part), None) if spec else None
        private = private or (spec is not None and spec.private)
    return private


def data_of(interaction: discord.Interaction) -> dict[str, Any]:
    return dict(interaction.data or {})
