"""What is to be sent to a channel at this moment, as finished cards: planned, begun where several make one message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.alerts.plan import Plan, Sending, Sent, Waiting, plan
from bot.alerts.topic import Topic
from bot.chat import Place, Reply
from bot.locale import speaking
from bot.services.alert_replies import Material, reply_of
from bot.store import Connection, Store, feeds, groups, outbox, shares, stories, topics
from bot.store.entries import Entry, Kind, Lane, alert_key
from bot.store.feeds import Health
from bot.store.groups import Grouped

Speaks = Callable[[Place, str], Awaitable[str]]
"""The language of a place, of which its platform says the locale, if any."""

MOST = 500
"""Rows that are looked at in one go."""

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Message:
    """A reply ready to be sent, and the entries of the outbox that it carries."""

    reply: Reply
    entries: Sequence[Entry]
    topic: Topic | None
    digest: bool = False

    @property
    def ids(self) -> list[int]:
        return [entry.id for entry in self.entries]

    @property
    def story_id(self) -> int | None:
        return None if self.digest else self.entries[0].story_id


@dataclass(frozen=True, slots=True)
class Round:
    """`messages` are due now; the next thing falls due at `upcoming`. `more`: there was more than one look can take."""

    messages: Sequence[Message] = ()
    upcoming: datetime | None = None
    more: bool = False


@dataclass(slots=True)
class Decided:
    """What became of the due entries."""

    sendings: list[tuple[Sending, Topic | None]] = field(default_factory=list)
    held: list[Plan] = field(default_factory=list)
    void: list[int] = field(default_factory=list)


async def due_now(store: Store, lane: Lane, now: datetime, speaks: Speaks) -> Round:
    """What to send to `lane`, oldest first. What may not be told any more is dropped, what must wait is put off."""
    async with store.reading() as c:
        due = await outbox.due(c, lane, now, MOST)
        upcoming = await outbox.next_due(c, lane, now)
        material = await gathered(c, due) if due else Material()
        limited = [topic.id for topic in material.topics.values() if topic.delivery.limited]
        recent = await outbox.recent(c, limited, now - HOUR)
    decided = decide(due, material, recent, now)
    begun = [one for one, _ in decided.sendings if one.digest and fresh(one, due)]
    if begun or decided.held or decided.void:
        async with store.transaction(durable=True) as c:
            for one in begun:
                await outbox.begin(c, one.ids, one.key)
            for held in decided.held:
                assert held.until is not None
                await outbox.postpone(c, held.later, held.until)
            await outbox.remove(c, decided.void)
    times = [at for at in (upcoming, *(held.until for held in decided.held)) if at is not None]
    messages = await written(decided, {entry.id: entry for entry in due}, material, speaks)
    return Round(messages, min(times, default=None), more=len(due) == MOST)


async def written(decided: Decided, by_id: dict[int, Entry], material: Material, speaks: Speaks) -> list[Message]:
    """The cards, each in the language of its place."""
    messages = []
    for one, topic in decided.sendings:
        place, locale = (topic.place, topic.locale) if topic else (by_id[one.ids[0]].place, "")
        with speaking(await speaks(place, locale)):
            messages.append(message(one, topic, by_id, material))
    return messages


def fresh(sending: Sending, due: Sequence[Entry]) -> bool:
    """Whether this message was not begun before."""
    return any(entry.id in sending.ids and not entry.batch for entry in due)


async def gathered(c: Connection, due: Sequence[Entry]) -> Material:
    """Everything that the cards of `due` are made of."""
    space = due[0].place.tenant
    ids = list(dict.fromkeys(entry.story_id for entry in due if entry.story_id is not None))
    updates = [alert_key(e.topic_id or 0, e.group_id or 0) for e in due if e.kind is Kind.UPDATE]
    group_ids = list(dict.fromkeys(entry.group_id for entry in due if entry.group_id is not None))
    topic_ids = list({entry.topic_id for entry in due if entry.topic_id is not None})
    standing = {topic.id: topic for topic in await topics.many(c, space, topic_ids)}
    articles: dict[int, list[Grouped]] = {}
    for article in await groups.visible(c, space, group_ids):
        articles.setdefault(article.group_id, []).append(article)
    visible = {article.story_id: article for told in articles.values() for article in told}
    shared = [story_id for story_id in ids if story_id in visible and not visible[story_id].from_feed]
    digests = any(entry.held or entry.batch for entry in due) or any(
        topic.delivery.limited or topic.delivery.rhythm.digests for topic in standing.values()
    )
    return Material(
        topics=standing,
        stories={story.id: story for story in await stories.many(c, space, ids)},
        visible=frozenset(visible),
        tallies={group_id: groups.tally(told) for group_id, told in articles.items()},
        alerts={entry.key: entry for entry in await outbox.by_keys(c, list(dict.fromkeys(updates)))},
        shares=await shares.firsts_public(c, space, shared),
        checked=await feeds.health(c, space) if digests else Health(),
    )


def decide(due: Sequence[Entry], material: Material, recent: dict[int, Sent], now: datetime) -> Decided:
    """One plan for each topic; notices go out as they are."""
    decided = Decided()
    of_topic: dict[int, list[Entry]] = {}
    for entry in due:
        if entry.kind is Kind.NOTICE:
            decided.sendings.append((Sending(entry.key, (entry.id,)), None))
        elif entry.topic_id is None or not material.may_tell(entry):
            decided.void.append(entry.id)
        else:
            of_topic.setdefault(entry.topic_id, []).append(entry)
    for topic_id, entries in of_topic.items():
        topic = material.topics[topic_id]
        planned = plan([waiting(entry) for entry in entries], topic.delivery.terms, recent.get(topic_id, Sent()), now)
        decided.sendings += [(sending, topic) for sending in planned.now]
        if planned.later:
            decided.held.append(planned)
    return decided


def waiting(entry: Entry) -> Waiting:
    return Waiting(entry.id, entry.key, entry.held, entry.batch, entry.kind is Kind.UPDATE)


def message(sending: Sending, topic: Topic | None, by_id: dict[int, Entry], material: Material) -> Message:
    entries = [by_id[row_id] for row_id in sending.ids]
    return Message(reply_of(sending, entries, topic, material), entries, topic, sending.digest)
