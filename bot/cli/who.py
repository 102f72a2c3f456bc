"""`who`: the people of one article, or all that this terminal's stories tell of one person."""

from __future__ import annotations

import asyncio
import sys

import msgspec

from bot import log
from bot.app.parts import assemble, utc_now
from bot.cards.failures import sentence
from bot.cards.people import who_card
from bot.cli.context import Context
from bot.cli.reading import TERMINAL, reading
from bot.cli.sources import address_of, page_of
from bot.errors import StandfirstError
from bot.locale import speak
from bot.model import Reading, Story
from bot.services.contract import error_json, person_json, profile_json
from bot.services.who import Found, answer, look_up
from bot.settings import Settings


def who(context: Context, what: str | None, name: str | None, as_json: bool, store: bool) -> int:
    """`what` is a link, a file or `-`; with `name` the stories that this terminal has read are asked instead."""
    settings = context.settings()
    speak(settings.brief.language)
    log.configure("error", settings.log.format)
    try:
        if name is not None:
            return asyncio.run(_person(settings, name, as_json))
        return _people(asyncio.run(_read(settings, what or "-", store)), as_json)
    except StandfirstError as error:
        if not as_json:
            raise
        _print_json(error_json(error, sentence(error)))
        return 1


async def _read(settings: Settings, what: str, store: bool) -> Reading:
    address = address_of(what)
    page = page_of(what) if address is None else None
    async with reading(settings, store=store and address is not None) as desk:
        return await (desk.page(page) if page is not None else desk.address(address or ""))


def _people(read: Reading, as_json: bool) -> int:
    if as_json:
        _print_json({"ok": True, "people": [person_json(person) for person in read.people]})
        return 0
    from bot.cli.layout import show_card

    show_card(who_card(Story(0, read, utc_now())))
    return 0


async def _person(settings: Settings, name: str, as_json: bool) -> int:
    """Exit code 1 where nobody of that name was seen."""
    async with assemble(settings) as parts:
        found = await look_up(parts.store, TERMINAL, name, None)
        if as_json:
            _print_json(_found_json(found))
        else:
            from bot.cli.layout import show_card

            show_card(await answer(found, parts.background))
    return 0 if found.profiles else 1


def _found_json(found: Found) -> dict[str, object]:
    return {
        "ok": bool(found.profiles),
        "name": found.typed,
        "people": [profile_json(profile) for profile in found.profiles],
        "near": list(found.near),
    }


def _print_json(value: object) -> None:
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")
