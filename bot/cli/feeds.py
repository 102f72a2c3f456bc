"""`feeds`: the feeds of all spaces, or of one, from the command line; also while the bot runs."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

import msgspec

from bot import log
from bot.app.parts import Parts, assemble
from bot.cards.feeds import (
    FeedLine,
    added_card,
    fixed_card,
    here_already_card,
    imported_card,
    removed_card,
    status_card,
)
from bot.chat import Card, Place, Speaker
from bot.cli.context import Context
from bot.errors import ConfigError, NotAFeed
from bot.model import Page
from bot.services.find_feed import FindFeed
from bot.services.space_feeds import Owner, name_of

LARGEST = 5_000_000


def show(context: Context, space: str | None, as_json: bool) -> int:
    """Exit code 1 where a feed fails."""

    async def step(parts: Parts, owner: Owner | None) -> int:
        lines = await parts.feeds.lines(owner)
        if as_json:
            sys.stdout.write(msgspec.json.format(msgspec.json.encode([_json(line) for line in lines])).decode() + "\n")
        else:
            _print(status_card(lines))
        return int(any(line.problem for line in lines))

    return asyncio.run(_with_parts(context, space, step))


def add(context: Context, address: str, space: str | None) -> int:
    async def step(parts: Parts, owner: Owner | None) -> int:
        known = await parts.feeds.known(owner, address)
        if known is not None:
            _print(here_already_card(name_of(known)))
            return 0
        found = await FindFeed(parts.fetcher, parts.reader, parts.clock).find(address)
        async with parts.store.transaction() as c:
            feed, _ = await parts.feeds.add(c, owner, found)
        _print(added_card(name_of(feed), feed.url, found.feed.format, len(found.feed.entries), followed=True))
        return 0

    return asyncio.run(_with_parts(context, space, step))


def remove(context: Context, feed: str, space: str | None) -> int:
    async def step(parts: Parts, owner: Owner | None) -> int:
        async with parts.store.transaction() as c:
            gone, removed = await parts.feeds.remove(c, owner, feed)
        _print(removed_card(name_of(gone)) if removed else fixed_card(name_of(gone)))
        return int(not removed)

    return asyncio.run(_with_parts(context, space, step))


def take_over(context: Context, file: str, space: str | None) -> int:
    """All feeds of an OPML file."""
    body = _read(file)

    async def step(parts: Parts, owner: Owner | None) -> int:
        seen = await parts.reader.feed(Page(None, body, "text/xml"))
        if seen.kind != "opml":
            raise NotAFeed("no_opml")
        done = await parts.feeds.import_links(owner, seen.links)
        _print(imported_card(done.added, done.here, done.refused))
        return int(done.refused > 0)

    return asyncio.run(_with_parts(context, space, step))


def hand_over(context: Context, file: str, space: str | None) -> int:
    """An OPML file of all feeds."""

    async def step(parts: Parts, owner: Owner | None) -> int:
        _, text = await parts.feeds.opml(owner, "Standfirst")
        if file == "-":
            sys.stdout.write(text)
        else:
            await asyncio.to_thread(Path(file).write_text, text, encoding="utf-8")
        return 0

    return asyncio.run(_with_parts(context, space, step))


def owner_of(space: str | None) -> Owner | None:
    """`discord/1234` -> the feeds of that space, None -> those of all. Raises `ConfigError` for what is neither."""
    if space is None:
        return None
    platform, slash, name = space.partition("/")
    if not (platform and slash and name):
        raise ConfigError("--space", f"“{space}” names no space", "Write platform and id, such as discord/1234.")
    return Owner(Place(platform, name, ""), Speaker(platform, "", "the command line", can_manage=True))


async def _with_parts(
    context: Context, space: str | None, step: Callable[[Parts, Owner | None], Awaitable[int]]
) -> int:
    settings = context.settings()
    log.configure("error", settings.log.format)
    owner = owner_of(space)
    async with assemble(settings) as parts:
        return await step(parts, owner)


def _read(file: str) -> bytes:
    try:
        if file == "-":
            return sys.stdin.buffer.read(LARGEST)
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST)
    except OSError as error:
        raise ConfigError(file, f"it cannot be read ({error.strerror})", "Name a file that exists.") from error


def _print(card: Card) -> None:
    from bot.cli.layout import show_card

    show_card(card)


def _json(line: FeedLine) -> dict[str, object]:
    return {
        "name": line.name,
        "url": line.url,
        "last": _iso(line.last),
        "next": _iso(line.next),
        "problem": line.problem or None,
        "gone": line.gone,
        "everywhere": line.fixed,
    }


def _iso(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
