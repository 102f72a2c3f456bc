"""The core's commands as Discord registers them, and when to register them again. `definitions` is pure.

discord.py's command tree wants a Python function for each command; ours are one table that the core hands over,
so the payload is made here and sent through discord.py's own HTTP client.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import discord
import structlog

from adapters.discord.budget import cut
from bot.chat import CommandSpec, Core, KeyValue, MessageCommandSpec, OptionSpec

Json = dict[str, Any]
SLASH, IN_MENU, PART, STRING, FILE = 1, 3, 1, 3, 11
IN_GUILD, WITH_BOT, ELSEWHERE = 0, 1, 2
GUILD_APP, PERSONAL_APP = 0, 1
CODES = {"es": ("es-ES", "es-419"), "en": ("en-US", "en-GB")}
"""Languages that Discord knows by other names; the rest it calls as we do."""

NAME = re.compile(r"^[-_'\w]{1,32}$")
LONGEST_HELP, LONGEST_LABEL, MOST_CHOICES = 100, 32, 25
KEPT = "commands/"
EVERYWHERE = "everywhere"


def definitions(core: Core) -> list[Json]:
    """The whole registration: slash commands and menu entries, in English with their translations."""
    languages = [locale for locale in core.locales if locale != "en"]
    slash = {locale: core.commands_in(locale) for locale in languages}
    menus = {locale: core.message_commands_in(locale) for locale in languages}
    out = []
    for number, spec in enumerate(core.commands):
        out.append(_command(spec, {locale: specs[number] for locale, specs in slash.items()}))
    for number, entry in enumerate(core.message_commands):
        out.append(_entry(entry, {locale: specs[number] for locale, specs in menus.items()}))
    return out


def _command(spec: CommandSpec, others: dict[str, CommandSpec]) -> Json:
    """Who may manage is Discord's to check too: the command hides from the others. In direct messages everyone may.

    Discord knows one right for a command and all its parts, so one part that needs it hides them all: a server's
    admins can open them again under Integrations.
    """
    told = {**_described(spec, others), "type": SLASH}
    if spec.parts:
        told["options"] = [
            {
                **_described(part, mine := {locale: each.parts[number] for locale, each in others.items()}),
                "type": PART,
                "options": _options(part, mine),
            }
            for number, part in enumerate(spec.parts)
        ]
    else:
        told["options"] = _options(spec, others)
    if spec.manage or any(part.manage for part in spec.parts):
        manage = discord.Permissions(manage_channels=True).value
        return told | {
            "contexts": [IN_GUILD, WITH_BOT],
            "integration_types": [GUILD_APP],
            "default_member_permissions": manage,
        }
    return told | {"contexts": [IN_GUILD, WITH_BOT, ELSEWHERE], "integration_types": [GUILD_APP, PERSONAL_APP]}


def _entry(entry: MessageCommandSpec, others: dict[str, MessageCommandSpec]) -> Json:
    told: Json = {"name": entry.label[:LONGEST_LABEL], "type": IN_MENU}
    names = _in_codes({locale: other.label[:LONGEST_LABEL] for locale, other in others.items()})
    if names:
        told["name_localizations"] = names
    where = {"contexts": [IN_GUILD, WITH_BOT, ELSEWHERE], "integration_types": [GUILD_APP, PERSONAL_APP]}
    return told | where


def _options(spec: CommandSpec, others: dict[str, CommandSpec]) -> list[Json]:
    """Discord wants what is required first."""
    made = [
        _option(option, {locale: other.options[number] for locale, other in others.items()})
        for number, option in enumerate(spec.options)
    ]
    return sorted(made, key=lambda option: not option["required"])


def _option(option: OptionSpec, others: dict[str, OptionSpec]) -> Json:
    kind = FILE if option.file else STRING
    told = {**_described(option, others), "type": kind, "required": option.required}
    if option.choices:
        told["choices"] = [
            {
                "name": cut(choice.label, 100, written=str),
                "value": choice.value,
                "name_localizations": _in_codes(
                    {locale: cut(other.choices[number].label, 100, written=str) for locale, other in others.items()}
                ),
            }
            for number, choice in enumerate(option.choices[:MOST_CHOICES])
        ]
    elif option.suggests:
        told["autocomplete"] = True
    return told


def _described(spec: CommandSpec | OptionSpec, others: dict[str, Any]) -> Json:
    helps = _in_codes({locale: cut(other.help, LONGEST_HELP, written=str) for locale, other in others.items()})
    names = _in_codes({locale: other.label for locale, other in others.items() if is_name(other.label)})
    told: Json = {"name": spec.name, "description": cut(spec.help, LONGEST_HELP, written=str)}
    told |= {"description_localizations": helps} if helps else {}
    return told | ({"name_localizations": names} if names else {})


def is_name(label: str) -> bool:
    return bool(NAME.match(label)) and label == label.lower()


def _in_codes(texts: dict[str, str]) -> dict[str, str]:
    return {code: text for locale, text in texts.items() for code in CODES.get(locale, (locale,))}


async def register(client: discord.Client, core: Core, values: KeyValue, guilds: Sequence[int]) -> None:
    """Send the definitions where they are not yet as they are here; a stored hash says what stands there."""
    wanted = definitions(core)
    sign = blake2b(json.dumps(wanted, sort_keys=True).encode(), digest_size=16).hexdigest()
    stale = {int(key.removeprefix(KEPT)) for key, _ in await values.items(KEPT) if key != KEPT + EVERYWHERE}
    for guild in guilds:
        await _put(client, values, sign, wanted, guild)
    for guild in stale - set(guilds):
        await _put(client, values, "", [], guild)
        await values.delete(f"{KEPT}{guild}")
    if not guilds:
        await _put(client, values, sign, wanted, None)


async def _put(client: discord.Client, values: KeyValue, sign: str, wanted: list[Json], guild: int | None) -> None:
    """A guild that the bot may not register in is logged; it holds nothing else up."""
    key = f"{KEPT}{guild or EVERYWHERE}"
    application = client.application_id
    stamp = f"{application}:{sign}"
    if application is None or await values.get(key) == stamp:
        return
    log = structlog.get_logger().bind(guild=guild or EVERYWHERE, commands=len(wanted))
    try:
        if guild is None:
            await client.http.bulk_upsert_global_commands(application, payload=wanted)
        else:
            await client.http.bulk_upsert_guild_commands(application, guild, payload=wanted)
    except (discord.Forbidden, discord.NotFound) as error:
        log.warning("discord_commands_refused", error=str(error))
        return
    await values.put(key, stamp)
    log.info("discord_commands_registered")
