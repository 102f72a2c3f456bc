"""`/topics`: follow, list, mute, unfollow, test and edit what a channel follows.

Anyone may look; who may change is checked here again, whatever the platform thinks.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.alerts.due import when
from bot.alerts.topic import Delivery, State, Topic
from bot.cards.following import (
    cancelled_card,
    changed_card,
    followed_card,
    list_card,
    muted_card,
    standing_card,
    unfollowed_card,
)
from bot.cards.rehearsals import rehearsal_card
from bot.channels import Manner
from bot.chat import ButtonPressed, Card, CommandCalled, Reply, Working
from bot.errors import Gone, MayNotSetUp, NotAChoice
from bot.model import Clock
from bot.services.draft import Draft, Step
from bot.services.lane_orders import order
from bot.services.press_button import number
from bot.services.rehearsal import DAYS, Rehearsal, rehearse
from bot.services.topic_options import delivery, named
from bot.settings import Alerts
from bot.store import Connection, Store, events, outbox, topics
from bot.store.entries import Lane
from bot.topics import parse
from bot.work import Work

MUTES = {
    "1 hour": timedelta(hours=1),
    "8 hours": timedelta(hours=8),
    "1 day": timedelta(days=1),
    "1 week": timedelta(weeks=1),
    "until unmuted": None,
    "off": timedelta(0),
}
"""What `for` may be; `off` ends it."""

USUAL = Delivery()
TOPIC_COMMANDS = {f"topics {part}" for part in ("follow", "list", "mute", "unfollow", "test", "edit")}
TOPIC_BUTTONS = {"follow", "not_follow"}


def usual(settings: Alerts) -> Delivery:
    """How channels are told that say nothing of it."""
    return Delivery(zone=settings.zone, most=settings.most_per_hour)


@dataclass(frozen=True, slots=True)
class TopicsCommand:
    """`usual` is how a channel is told where nobody says otherwise."""

    store: Store
    work: Work
    clock: Clock
    usual: Delivery = USUAL

    async def called(self, event: CommandCalled, _: Manner) -> AsyncIterator[Step]:
        part = event.name.partition(" ")[2]
        steps = {
            "follow": self._follow,
            "list": self._list,
            "mute": self._mute,
            "unfollow": self._unfollow,
            "test": self._test,
            "edit": self._edit,
        }[part]
        if part not in {"list", "test"} and not event.speaker.can_manage:
            raise MayNotSetUp
        async for step in steps(event):
            yield step

    async def _follow(self, event: CommandCalled) -> AsyncIterator[Step]:
        query = parse(event.options.get("query", ""))
        wish = delivery(event.options, self.usual)
        now = self.clock()
        topic = Topic(0, event.place, str(query), wish, State.DRAFT, event.speaker, now, locale=event.locale)
        async with self.store.transaction() as c:
            if not await self._first_time(c, event):
                return
            topic = await topics.add(c, topic, now)
        if topic.state is not State.DRAFT:
            yield self._answer(event, standing_card(topic), private=True)
            return
        yield Working(event.place, private=True)
        seen = await rehearse(self.store, event.place, query, now, wish.zone)
        yield self._answer(event, rehearsed(topic.query, wish, seen, topic.id), private=True)

    async def _test(self, event: CommandCalled) -> AsyncIterator[Step]:
        query = parse(event.options.get("query", ""))
        async with self.store.transaction() as c:
            if not await self._first_time(c, event):
                return
        yield Working(event.place, private=True)
        seen = await rehearse(self.store, event.place, query, self.clock(), self.usual.zone)
        yield self._answer(event, rehearsed(str(query), self.usual, seen, None), private=True)

    async def _list(self, event: CommandCalled) -> AsyncIterator[Step]:
        now = self.clock()
        async with self.store.transaction() as c:
            if not await self._first_time(c, event):
                return
            here = await topics.here(c, event.place)
            heard = await outbox.heard(c, [topic.id for topic in here], now - timedelta(days=DAYS))
        yield self._answer(event, list_card(here, heard, now), private=True)

    async def _mute(self, event: CommandCalled) -> AsyncIterator[Step]:
        now = self.clock()
        chosen = event.options.get("for", "until unmuted").strip().casefold()
        if chosen not in MUTES:
            raise NotAChoice(chosen, "for", tuple(MUTES))
        length = MUTES[chosen]
        async with self.store.transaction(durable=True) as c:
            if not await self._first_time(c, event):
                return
            topic = muted(await self._meant(c, event), length, now)
            await topics.save(c, topic, now)
            await outbox.drop(c, topic.id)
        yield self._answer(event, muted_card(topic))

    async def _unfollow(self, event: CommandCalled) -> AsyncIterator[Step]:
        now = self.clock()
        async with self.store.transaction(durable=True) as c:
            if not await self._first_time(c, event):
                return
            topic = await self._meant(c, event)
            await topics.save(c, replace(topic, state=State.GONE), now)
            await outbox.drop(c, topic.id)
        yield self._answer(event, unfollowed_card(topic))

    async def _edit(self, event: CommandCalled) -> AsyncIterator[Step]:
        """What waits keeps waiting, until the time that the new rhythm says."""
        now = self.clock()
        query = event.options.get("query", "")
        new_query = str(parse(query)) if query else ""
        async with self.store.transaction(durable=True) as c:
            if not await self._first_time(c, event):
                return
            old = await self._meant(c, event)
            topic = replace(old, query=new_query or old.query, delivery=delivery(event.options, old.delivery))
            if topic.query != old.query:
                clash = await topics.by_query(c, old.place, topic.query)
                if clash is not None and clash.state in {State.LIVE, State.MUTED}:
                    topic = clash
                elif clash is not None:
                    await topics.clear(c, clash.id)
            if topic.id == old.id:
                await topics.save(c, topic, now)
                await self._reschedule(c, topic, now)
        yield self._answer(event, changed_card(topic) if topic.id == old.id else standing_card(topic))

    async def _reschedule(self, c: Connection, topic: Topic, now: datetime) -> None:
        at, _ = when(topic, now)
        if await outbox.reschedule(c, topic.id, at):
            await self.work.add(c, [order(Lane(topic.place.platform, topic.place.space, topic.place.channel), at)])

    async def pressed(self, event: ButtonPressed, _: Manner) -> AsyncIterator[Step]:
        """`Follow` or `Cancel` under a rehearsal. The press counts as often as it is made: it is once followed."""
        if not event.speaker.can_manage:
            raise MayNotSetUp
        now, draft = self.clock(), number(event.value)
        async with self.store.transaction(durable=True) as c:
            topic = await topics.get(c, event.ref.place.tenant, draft)
            if topic is None or topic.place.channel != event.ref.place.channel or topic.state is State.GONE:
                raise Gone
            if topic.state is State.DRAFT:
                state = State.LIVE if event.action == "follow" else State.GONE
                topic = await topics.save(c, replace(topic, state=state, since=now, made_by=event.speaker), now)
        card = followed_card(topic) if topic.state is State.LIVE else cancelled_card(topic.query)
        private = event.speaker if topic.state is State.GONE else None
        yield Draft(Reply(f"topics:{event.event_id}", card, topic.place, private_to=private), event.speaker)

    async def _first_time(self, c: Connection, event: CommandCalled) -> bool:
        return await events.first_time(c, event.place.platform, event.event_id, self.clock())

    async def _meant(self, c: Connection, event: CommandCalled) -> Topic:
        return named(event.options.get("topic", ""), await topics.here(c, event.place))

    def _answer(self, event: CommandCalled, card: Card, *, private: bool = False) -> Draft:
        """Privately what is asked; what changes is said to the channel."""
        to = event.speaker if private else None
        return Draft(Reply(f"topics:{event.event_id}", card, event.place, private_to=to), event.speaker)


def rehearsed(query: str, wish: Delivery, seen: Rehearsal, draft: int | None) -> Card:
    examples = [(example.story, example.reasons) for example in seen.examples]
    return rehearsal_card(query, wish, seen.days, examples, known=seen.known, floods=seen.floods, draft=draft)


def muted(topic: Topic, length: timedelta | None, now: datetime) -> Topic:
    """Mute for `length` (None: until it is ended), or heard again where that is nothing."""
    if length is None:
        return replace(topic, state=State.MUTED, muted_until=None)
    if not length:
        return replace(topic, state=State.LIVE, muted_until=None, since=now)
    return replace(topic, state=State.MUTED, muted_until=now + length)
