"""How the bot behaves in a channel, looked up where it is needed: settings may change at any moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels import Held, Manner, defaults, held, manner, spoken
from bot.chat import Managers, Place, Space
from bot.settings import Settings
from bot.store import Store, channel_settings


@dataclass(frozen=True, slots=True)
class Channels:
    store: Store
    settings: Settings

    async def manner(self, place: Place, locale: str = "") -> Manner:
        """How to behave in `place`; `locale` is the event's, as the platform names it."""
        return manner(await self.held(place), locale, self.settings.brief.language)

    def language(self, locale: str) -> str:
        """What to speak where there is no channel."""
        return spoken(locale, self.settings.brief.language)

    def language_of(self, held: Mapping[str, Held], locale: str) -> str:
        return manner(held, locale, self.settings.brief.language).language

    async def held(self, place: Place) -> Mapping[str, Held]:
        """Every setting with the value that holds in `place`."""
        async with self.store.reading() as c:
            chosen = await channel_settings.holding(c, place)
        return held(chosen, defaults(self.settings, place))

    def deaf(self, place: Place) -> bool:
        """Whether the platform keeps messages from the bot, so that it notices no link: see `bot.settings.Settings`."""
        return getattr(self.settings.sections.get(place.platform), "message_content", True) is False

    async def managers(self, space: Space) -> Managers:
        """Who may set channels up, on a platform that leaves it to us."""
        async with self.store.reading() as c:
            chosen = await channel_settings.of_space(c, space)
        return next((Managers(each.value) for each in chosen if each.name == "managers"), Managers.ADMINS)
