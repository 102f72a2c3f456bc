"""10,000 due alerts to a platform that takes them all: how many a second, and whether each arrived once."""

from __future__ import annotations

import resource
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bench.table import show
from bot.alerts.note import Note
from bot.alerts.topic import Delivery, State, Topic
from bot.chat import Core, MessageRef, Place, Reply, Space, Speaker
from bot.model import Article, Block, Briefing, Point, Reading, Source, Story
from bot.services.deliver import Deliver, rearm
from bot.store import Connection, Store, groups, outbox, stories, topics
from bot.store.entries import Entry, Kind, alert_key
from bot.store.entries import State as Standing
from bot.store.groups import Grouped
from bot.topics import Field, Reason
from bot.work import LeaseWork

ALERTS = 10_000
STORIES = 20
SPACE = Space("bench", "harbour")
NOW = datetime.now(UTC)


class Taker:
    """Takes everything, and counts what came under which key."""

    name = "bench"

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()

    async def run(self, core: Core) -> None: ...

    async def send(self, reply: Reply) -> MessageRef:
        self.taken[reply.key] += 1
        return MessageRef(reply.to, reply.key)

    async def edit(self, ref: MessageRef, reply: Reply) -> None: ...

    async def delete(self, ref: MessageRef) -> None: ...

    async def close(self) -> None: ...


async def run() -> None:
    rows = []
    for channels in (1_000, 10):
        with tempfile.TemporaryDirectory() as folder:
            rows.append(await measured(Path(folder), channels))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show([*rows, ("most memory of the process", f"{memory:.0f} MB", "", "")])


async def measured(folder: Path, channels: int) -> tuple[str, str, str, str]:
    store = await Store.open(f"sqlite:///{folder / 'bench.db'}")
    taker = Taker()
    deliver = Deliver(store, lambda: datetime.now(UTC), {"bench": taker}, english)
    work = LeaseWork(store, lambda: datetime.now(UTC), alone=True)
    async with store.transaction() as c:
        await fill(c, channels)
        await work.add(c, await rearm(c))
    begun, busy = time.perf_counter(), time.process_time()
    await work.drain(deliver.tasks)
    took, each = time.perf_counter() - begun, (time.process_time() - busy) / ALERTS * 1000
    async with store.reading() as c:
        waiting = await outbox.waiting(c)
    await store.close()
    lost = ALERTS - len(taker.taken) + waiting
    doubled = sum(taker.taken.values()) - len(taker.taken)
    told = f"{ALERTS / took:.0f}/s, {lost} lost, {doubled} doubled; {each:.2f} ms of processor each"
    return f"{ALERTS:,} due alerts in {channels:,} channels", told, "", "≥ 500/s, none lost or doubled"


async def english(_place: Place, _locale: str) -> str:
    return "en"


async def fill(c: Connection, channels: int) -> None:
    """Stories of a feed, and one alert for each of `ALERTS` pairs of a channel's topic and a story."""
    told = [await known(c, number) for number in range(ALERTS // channels)]
    entries = []
    for number in range(channels):
        place = Place("bench", SPACE.id, f"c{number}")
        topic = Topic(0, place, "bridge", Delivery(most=0), State.LIVE, Speaker("bench", "u1", "Ann"), NOW)
        topic = await topics.add(c, topic, NOW)
        entries += [entry(topic, story, group) for story, group in told]
    await outbox.add(c, entries)


async def known(c: Connection, number: int) -> tuple[Story, int]:
    story = await stories.save(c, SPACE, reading(number), [f"https://news.example/{number}"], NOW)
    group = await groups.start(c, SPACE, NOW)
    await groups.put(c, SPACE, Grouped(0, group, story.id, None, "news.example", "", True, b"", NOW))
    return story, group


def entry(topic: Topic, story: Story, group: int) -> Entry:
    note = Note((Reason("bridge", Field.BODY, 0, "bridge"),))
    key = alert_key(topic.id, group)
    return Entry(0, key, topic.place, Kind.STORY, topic.id, group, story.id, note, Standing.DUE, NOW, NOW)


def reading(number: int) -> Reading:
    text = f"The old bridge reopened on Monday after {number} weeks. Crowds came early and nobody was hurt."
    body = tuple(Block(text) for _ in range(12))
    points = tuple(Point(text[:49], Source(at, 0, 49)) for at in range(3))
    article = Article(f"Bridge {number} reopens", body, url=f"https://news.example/{number}", site_name="News")
    return Reading(article, Briefing(article.title, "", points, 2))
