"""What an encyclopedia says of a person: off by default, asked politely, kept, and never mixed with the stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol
from urllib.parse import quote

import msgspec

from bot.errors import FetchError, HttpFailed
from bot.fetch import Fetcher
from bot.model import Clock
from bot.settings import People
from bot.store.adapter_values import AdapterValues

KEPT = timedelta(days=30)
LONGEST = 400
NOT_ONE = frozenset({"disambiguation", "no-extract", "mainpage"})
"""Kinds of pages that are about no one person."""


class Values(Protocol):
    """Where answers are kept."""

    async def get(self, key: str) -> str | None: ...

    async def put(self, key: str, value: str) -> None: ...


class Note(msgspec.Struct, frozen=True):
    """What is known, from where, and until when that is kept (ISO 8601); an empty text: nothing is."""

    text: str
    url: str
    until: str


class Summary(msgspec.Struct, frozen=True):
    """Of Wikipedia's answer what we use."""

    type: str = ""
    extract: str = ""
    content_urls: dict[str, dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Background:
    """Asks nothing unless `settings.enrich` says so. A failure is no answer: the stories stand by themselves."""

    settings: People
    fetcher: Fetcher
    values: AdapterValues | Values
    clock: Clock

    @property
    def on(self) -> bool:
        return self.settings.enrich == "wikipedia"

    async def of(self, name: str) -> Note | None:
        """What Wikipedia's page of exactly this name begins with; None where there is none, or it is about several."""
        if not self.on or " " not in name:
            return None
        known = await self._kept(name)
        if known is None:
            known = await self._asked(name)
            if known is None:
                return None
            await self.values.put(name, msgspec.json.encode(known).decode())
        return known if known.text else None

    async def _kept(self, name: str) -> Note | None:
        kept = await self.values.get(name)
        if kept is None:
            return None
        note = msgspec.json.decode(kept, type=Note)
        return note if self.clock().isoformat() < note.until else None

    async def _asked(self, name: str) -> Note | None:
        title = quote(name.replace(" ", "_"), safe="")
        url = f"{self.settings.wikipedia.rstrip('/')}/api/rest_v1/page/summary/{title}"
        until = (self.clock() + KEPT).isoformat()
        try:
            summary = msgspec.json.decode(await self.fetcher.json(url), type=Summary)
        except HttpFailed as error:
            return Note("", "", until) if error.status == 404 else None
        except (FetchError, msgspec.DecodeError):
            return None
        if summary.type in NOT_ONE or not summary.extract:
            return Note("", "", until)
        page = summary.content_urls.get("desktop", {}).get("page", "")
        text = summary.extract
        return Note(text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…", page, until)
