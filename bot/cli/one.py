"""`brief`: one article, laid out for a person or as JSON for a program."""

from __future__ import annotations

import asyncio
import sys

import msgspec

from bot import log
from bot.cards.failures import sentence
from bot.cli.context import Context
from bot.cli.reading import reading
from bot.cli.sources import address_of, page_of
from bot.errors import StandfirstError
from bot.locale import speak
from bot.model import Reading
from bot.services.contract import error_json, reading_json
from bot.settings import Settings


def brief_one(context: Context, what: str, as_json: bool, store: bool) -> int:
    settings = context.settings()
    speak(settings.brief.language)
    log.configure("error", settings.log.format)
    try:
        read = asyncio.run(_read(settings, what, store))
    except StandfirstError as error:
        if not as_json:
            raise
        _print_json(error_json(error, sentence(error)))
        return 1
    if as_json:
        _print_json(reading_json(read))
    else:
        from bot.cli.layout import show

        show(read)
    return 0


async def _read(settings: Settings, what: str, store: bool) -> Reading:
    address = address_of(what)
    page = page_of(what) if address is None else None
    async with reading(settings, store=store and address is not None) as desk:
        return await (desk.page(page) if page is not None else desk.address(address or ""))


def _print_json(value: object) -> None:
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")
