"""The rules that Discord's published description lacks: lengths that add up, unknown keys, names, who may be pinged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]

MESSAGE_KEYS = set(
    "content embeds allowed_mentions components flags attachments message_reference nonce enforce_nonce tts".split()
)
EMBED_KEYS = set("title type url description color timestamp footer image thumbnail author fields flags".split())
"""discord.py always sends `flags`, which Discord passes over."""

BUTTON_KEYS = {"type", "style", "label", "custom_id", "disabled", "url", "emoji", "id"}
COMMAND_KEYS = set(
    "name name_localizations description description_localizations options default_member_permissions contexts"
    " integration_types type nsfw".split()
)
OPTION_KEYS = set(
    "name name_localizations description description_localizations type required choices options autocomplete".split()
)
SLASH_NAME = re.compile(r"^[-_'\w\u0900-\u097f\u0e00-\u0e7f]{1,32}$")
TOO_LONG = {"title": 256, "description": 4096}


def units(text: str) -> int:
    """The length as Discord's clients count it: UTF-16 code units, the larger of the two ways to count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def message(body: Json) -> Iterator[str]:
    """What is wrong with a message to create or edit."""
    yield from (f"unknown key {key}" for key in body.keys() - MESSAGE_KEYS)
    if units(body.get("content") or "") > 2000:
        yield "content is longer than 2000"
    yield from _pings(body)
    embeds = body.get("embeds") or []
    if len(embeds) > 10:
        yield "more than 10 embeds"
    for embed in embeds:
        yield from _embed(embed)
    if sum(_size(embed) for embed in embeds) > 6000:
        yield "embeds hold more than 6000 characters"
    yield from _components(body.get("components") or [])
    if len(str(body.get("nonce") or "")) > 25:
        yield "nonce is longer than 25"


def _pings(body: Json) -> Iterator[str]:
    """Our own promise rather than Discord's rule: nobody is ever pinged."""
    allowed = body.get("allowed_mentions")
    said = any(body.get(key) for key in ("content", "embeds", "components"))
    if said and allowed is None:
        yield "no allowed_mentions"
    elif allowed and any(allowed.get(key) for key in ("parse", "users", "roles", "replied_user")):
        yield "somebody may be pinged"


def _embed(embed: Json) -> Iterator[str]:
    yield from (f"unknown key embed.{key}" for key in embed.keys() - EMBED_KEYS)
    for key, most in TOO_LONG.items():
        if units(embed.get(key) or "") > most:
            yield f"embed.{key} is longer than {most}"
    fields = embed.get("fields") or []
    if len(fields) > 25:
        yield "more than 25 fields"
    for each in fields:
        name, value = each["name"], each["value"]
        if not (name.strip() and value.strip()) or units(name) > 256 or units(value) > 1024:
            yield f"field {name[:20]!r} is empty or too long"
    if units((embed.get("footer") or {}).get("text") or "") > 2048:
        yield "footer is longer than 2048"
    for url in (embed.get("url"), *((embed.get(key) or {}).get("url") for key in ("image", "thumbnail"))):
        if url is not None and not well_formed(url):
            yield f"not a well formed URL: {url!r}"
    if not any(embed.get(key) for key in ("title", "description", "fields", "image", "footer")):
        yield "an embed that is empty"


def _size(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    texts += [part for each in embed.get("fields") or [] for part in (each["name"], each["value"])]
    return sum(units(text or "") for text in texts)


def well_formed(url: str) -> bool:
    parts = urlsplit(url)
    ascii_only = url.isascii() and not re.search(r"[\s<>\"\\^`{|}]", url)
    return ascii_only and parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) <= 2048


def _components(rows: Sequence[Json]) -> Iterator[str]:
    if len(rows) > 5:
        yield "more than 5 rows"
    ids = []
    for row in rows:
        if row.get("type") != 1 or not 1 <= len(row.get("components", ())) <= 5:
            yield "a row that is no row of 1 to 5"
            continue
        for button in row["components"]:
            yield from (f"unknown key button.{key}" for key in button.keys() - BUTTON_KEYS)
            label = button.get("label") or ""
            if not label.strip() or units(label) > 80:
                yield f"label {label[:20]!r} is empty or longer than 80"
            ids.append(button.get("custom_id") or "")
    if any(not each or units(each) > 100 for each in ids):
        yield "a custom id that is empty or longer than 100"
    if len(set(ids)) != len(ids):
        yield "two components of one custom id"


def choices(given: Sequence[Json]) -> Iterator[str]:
    if len(given) > 25:
        yield "more than 25 choices"
    for choice in given:
        if not choice["name"] or units(choice["name"]) > 100 or units(choice["value"]) > 100:
            yield f"choice {choice['name'][:20]!r} is empty or too long"


def commands(given: Sequence[Json]) -> Iterator[str]:
    slash = [command for command in given if command.get("type", 1) == 1]
    if len(slash) > 100 or len(given) - len(slash) > 15:
        yield "more than 100 commands, or more than 15 in message menus"
    if len({(command.get("type", 1), command["name"]) for command in given}) != len(given):
        yield "two commands of one name"
    for command in given:
        yield from (f"unknown key command.{key}" for key in command.keys() - COMMAND_KEYS)
        if command.get("type", 1) == 1:
            yield from _named(command)
            yield from _options(command.get("options") or (), depth=0)
        elif not 1 <= len(command["name"]) <= 32 or command.get("description"):
            yield f"menu entry {command['name']!r} is named or described wrongly"


def _named(part: Json) -> Iterator[str]:
    names = [part["name"], *(part.get("name_localizations") or {}).values()]
    told = [part.get("description") or "", *(part.get("description_localizations") or {}).values()]
    for name in names:
        if not SLASH_NAME.match(name) or name != name.lower():
            yield f"name {name!r} is none"
    if any(not 1 <= units(text) <= 100 for text in told):
        yield f"a description of {part['name']!r} is empty or longer than 100"


def _options(options: Sequence[Json], *, depth: int) -> Iterator[str]:
    if len(options) > 25:
        yield "more than 25 options"
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield "a required option after one that is not"
    for option in options:
        yield from (f"unknown key option.{key}" for key in option.keys() - OPTION_KEYS)
        yield from _named(option)
        if option.get("choices") and option.get("autocomplete"):
            yield f"option {option['name']!r} has choices and completes"
        yield from choices(option.get("choices") or ())
        if option["type"] in (1, 2):
            yield from _options(option.get("options") or (), depth=depth + 1)
    if depth > 2:
        yield "options nested too deep"
