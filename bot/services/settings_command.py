"""`/settings`: shows how the bot behaves in a channel, and changes it for who may."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from bot.cards.settings import EVERYWHERE, HERE, RESET, WHERE, changed_card, settings_card, value_label
from bot.channels import TABLE, Chosen, Manner
from bot.chat import Card, Checked, CommandCalled, Reply
from bot.errors import MayNotSetUp, MayNotSetUpSpace, NotAChoice
from bot.locale import speaking
from bot.model import Clock
from bot.services.channels import Channels
from bot.services.draft import Draft, Step
from bot.store import channel_settings, events


@dataclass(frozen=True, slots=True)
class SettingsCommand:
    """Answers privately. Anyone may look; the platform's word on who may change is checked here again."""

    channels: Channels
    clock: Clock

    async def called(self, event: CommandCalled, _: Manner) -> AsyncIterator[Step]:
        async with self.channels.store.transaction() as c:
            if not await events.first_time(c, event.place.platform, event.event_id, self.clock()):
                return
        wanted = {name: value.strip().casefold() for name, value in event.options.items() if name in TABLE}
        for name, value in wanted.items():
            chosen(name, value)
        everywhere = whole_space(event.options.get(WHERE, HERE))
        may_change(event, wanted, everywhere=everywhere)
        card = await self._change(event, wanted, everywhere=everywhere) if wanted else await self._show(event)
        yield Draft(Reply(f"settings:{event.event_id}", card, event.place, private_to=event.speaker), event.speaker)

    async def _show(self, event: CommandCalled) -> Card:
        held, deaf = await self.channels.held(event.place), self.channels.deaf(event.place)
        return settings_card(held, manages=event.speaker.can_manage or event.place.direct, deaf=deaf)

    async def _change(self, event: CommandCalled, wanted: Mapping[str, str], *, everywhere: bool) -> Card:
        async with self.channels.store.transaction() as c:
            for name, value in wanted.items():
                channel = "" if everywhere or TABLE[name].whole_space else event.place.channel
                if value == RESET:
                    await channel_settings.drop(c, event.place.tenant, channel, name)
                else:
                    own = Chosen(name, value, channel, event.speaker.name, self.clock())
                    await channel_settings.put(c, event.place.tenant, own)
        now = await self.channels.held(event.place)
        with speaking(self.channels.language_of(now, event.locale)):
            return changed_card(now, tuple(wanted), everywhere=everywhere, deaf=self.channels.deaf(event.place))


def may_change(event: CommandCalled, wanted: Mapping[str, str], *, everywhere: bool) -> None:
    """Who talks to the bot alone may set that up. Raises `MayNotSetUp`, `MayNotSetUpSpace`."""
    if not wanted:
        return
    if not (event.speaker.can_manage or event.speaker.manages_space or event.place.direct):
        raise MayNotSetUp
    whole = everywhere or any(TABLE[name].whole_space for name in wanted)
    if whole and not event.speaker.manages_space:
        raise MayNotSetUpSpace


def whole_space(where: str) -> bool:
    """Raises `NotAChoice`: a change must never hold elsewhere than was meant."""
    wanted = where.strip().casefold()
    if wanted not in (HERE, EVERYWHERE):
        raise NotAChoice(wanted, WHERE, (HERE, EVERYWHERE))
    return wanted == EVERYWHERE


def chosen(name: str, value: str) -> str:
    """`value`, if `name` can be set to it. Raises `NotAChoice`."""
    values = (*TABLE[name].values, RESET)
    if value not in values:
        raise NotAChoice(value, name, values)
    return value


def check(name: str, value: str) -> Checked:
    """What a form may say of `value` at once: what it means, or what there is to choose from."""
    try:
        value = chosen(name, value.strip().casefold())
    except NotAChoice as error:
        return Checked(ok=False, text=", ".join(error.choices))
    return Checked(ok=True, text="" if value == RESET else value_label(name, value))
