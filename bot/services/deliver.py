"""What is due goes out: one thing at a time to each channel, many channels at a time, noted as soon as it has arrived.

A channel that is slow, or wants a pause, holds nobody else up. Between sending and noting lies the one moment in which
the process may die without knowing whether a message arrived: it is then sent again under the same key, by which the
platform recognises it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import timedelta

import msgspec
import structlog

from bot.cards.alerts import silenced_card
from bot.cards.failures import sentence
from bot.chat import Place, Platform, Reply
from bot.errors import NotInvited, NotPermitted, SendLater, StandfirstError, Undeliverable
from bot.locale import speaking
from bot.model import Clock
from bot.services.due_now import Message, Round, Speaks, due_now
from bot.services.lane_orders import KIND, order
from bot.services.marks import Arrived, Marks
from bot.store import Connection, Store, outbox, places, topics
from bot.store.entries import Lane, State
from bot.store.jobs import Order
from bot.store.leases import Job
from bot.store.replies import StoredReply
from bot.work import Done, Later, Outcome, Retries, Task

AT_ONCE = 32
"""Channels of one platform that something is sent to at the same time."""

TURN = 20.0
"""Seconds after which a channel with much to hear lets others go first."""

AHEAD = 4
"""Messages of a channel that may be on their way to the disk while the next one is sent."""

DEADLINE = 120.0
FOR_EVER = Retries(attempts=2**31 - 1)
"""What is in a lane is given up one by one, each for its own reason; the lane never is."""

MOST_ATTEMPTS = 12
FIRST_PAUSE, LONGEST_PAUSE = 5.0, 3600.0


class Deliver:
    def __init__(self, store: Store, clock: Clock, platforms: Mapping[str, Platform], speaks: Speaks) -> None:
        self._store, self._clock, self._platforms, self._speaks = store, clock, platforms, speaks
        self._marks = Marks(store, clock)

    @property
    def tasks(self) -> Sequence[Task]:
        return [Task(KIND + name, self.lane, AT_ONCE, DEADLINE, FOR_EVER) for name in self._platforms]

    async def lane(self, job: Job) -> Outcome:
        """Send what is due in one channel, until nothing is or its turn is over."""
        lane = Lane(*msgspec.json.decode(job.payload, type=tuple[str, str, str]))
        ends = asyncio.get_running_loop().time() + TURN
        while True:
            found = await due_now(self._store, lane, self._clock(), self._speaks)
            notes: deque[asyncio.Future[None]] = deque()
            try:
                outcome = await self._all(found, notes, ends)
            finally:
                await asyncio.gather(*notes)  # what has arrived must not be looked at as due again
            if outcome is not None:
                return outcome

    async def _all(self, found: Round, notes: deque[asyncio.Future[None]], ends: float) -> Outcome | None:
        """None where there is more to look at."""
        for message in found.messages:
            pause = await self._send(message, notes)
            if pause is not None:
                return Later(pause, "the platform did not take it")
            if asyncio.get_running_loop().time() >= ends:
                return Done(again=self._clock())
            while len(notes) > AHEAD:
                await notes.popleft()
        return None if found.more else Done(again=found.upcoming)

    async def _send(self, message: Message, notes: deque[asyncio.Future[None]]) -> float | None:
        """Seconds to leave the channel alone for; None where all is well."""
        platform = self._platforms[message.reply.to.platform]
        try:
            ref = await platform.send(message.reply)
        except SendLater as later:
            return max(later.after, 0.05)
        except Undeliverable as never:
            await self._undeliverable(message, never)
            return None
        except (StandfirstError, OSError, TimeoutError) as error:
            return await self._failed(message, str(error) or type(error).__name__)
        except Exception as error:
            structlog.get_logger().exception("send_crashed", key=message.reply.key)
            return await self._failed(message, type(error).__name__)
        first = message.entries[0]
        made_by = message.topic.made_by.id if message.topic else ""
        reply = StoredReply(message.reply.key, ref, made_by, self._clock(), story_id=message.story_id)
        slot = first.due_at if message.digest else None
        notes.append(self._marks.arrived(Arrived(message.entries, ref, reply, slot)))
        if message.topic and message.topic.trouble:
            async with self._store.transaction() as c:
                await topics.well(c, [message.topic.id])
        return None

    async def _failed(self, message: Message, why: str) -> float | None:
        """Nobody knows what went wrong: try again, ever more rarely, and give up in the end."""
        tried = message.entries[0].attempts + 1
        pause = min(FIRST_PAUSE * 2.0 ** (tried - 1), LONGEST_PAUSE)
        log = structlog.get_logger().bind(key=message.reply.key, attempt=tried)
        async with self._store.transaction(durable=True) as c:
            if tried >= MOST_ATTEMPTS:
                log.error("alert_given_up", reason=why)
                await outbox.end(c, message.ids, State.DEAD, f"{tried} attempts; the last: {why}")
                return None
            log.warning("alert_failed", reason=why)
            await outbox.again(c, message.ids, self._clock() + timedelta(seconds=pause), why)
        return pause

    async def _undeliverable(self, message: Message, never: Undeliverable) -> None:
        """It can never arrive: that is said once, to who followed; a channel that is gone takes its topics along."""
        structlog.get_logger().warning("alert_undeliverable", key=message.reply.key, reason=never.reason)
        topic = message.topic
        async with self._store.transaction(durable=True) as c:
            if never.gone:
                await places.remove(c, message.reply.to)
                return
            await outbox.end(c, message.ids, State.DEAD, never.reason)
            news = topic is not None and await topics.failed(c, topic.id, never.reason)
        if topic is not None and news:
            with speaking(await self._speaks(topic.place, topic.locale)):
                why = sentence(never) if isinstance(never, NotInvited | NotPermitted) else ""
                card = silenced_card(topic, why)
            person = topic.made_by
            alone = Place(person.platform, topic.place.space, person.id, direct=True, private=True)
            await self._tell(Reply(f"silenced:{message.reply.key}", card, alone, private_to=person))

    async def _tell(self, reply: Reply) -> None:
        try:
            await self._platforms[reply.to.platform].send(reply)
        except StandfirstError as error:
            structlog.get_logger().info("nobody_to_tell", key=reply.key, reason=str(error))


async def rearm(c: Connection) -> list[Order]:
    """An order for every channel in which something is due: whatever happened to the orders, none is forgotten."""
    return [order(lane, at) for lane, at in await outbox.lanes(c)]
