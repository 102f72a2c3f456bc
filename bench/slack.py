"""Slack on loopback with the real clients: how soon an answer goes out, how soon Slack is told that we heard, and what
1,000 workspaces cost.

Peers in the same run: a bare bolt app that echoes, behind the same server, and `slack_sdk`'s own installation store,
which keeps tokens in the clear. The loopback server shares the process, so its own time is in every figure.
"""

from __future__ import annotations

import asyncio
import logging
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import structlog
from cryptography.fernet import Fernet
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncSay
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.installations import Installations, ring
from adapters.slack.platform import SlackPlatform
from adapters.slack.workspaces import Workspace
from bench.table import median_ms, show
from bot.app import App, Parts, assemble
from bot.app.serve import values_for
from bot.settings import Fetch, Settings
from tests.adapters.slack.loopback import Channel, Slack, User, open_slack
from tests.adapters.slack.loopback.people import People
from tests.adapters.slack.stage import running, workspace
from tests.site import Site, open_site

ROUNDS, LINKS, WORKSPACES = 150, 200, 1000
GAP = 0.03
"""Seconds between two messages, so that one answer's bookkeeping is not measured as the next one's wait."""

PUBLIC = "https://standfirst.example"


async def run() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.disable(logging.CRITICAL)
    async with open_site() as site, open_slack() as slack, whole_bot(site) as parts:
        space, users, channels = workspace(slack)
        people = People(slack, space, channels["newsroom"])
        echo = await echoed(slack, space.token, people, users["jonas"])
        async with running(slack, space, App(parts), values_for(parts, "slack")):
            await people.command(users["mara"], "/standfirst settings mode:automatic")
            answers = await answered(slack, people, users["jonas"], site.story("/seen", "Seenport"))
            acks = await heard_while_reading(slack, people, users["jonas"], site)
    async with open_site() as site, open_slack() as slack, whole_bot(site) as parts:
        cold, memory = await many_workspaces(slack, parts)
    acks.sort()
    p99 = acks[int(0.99 * (len(acks) - 1))] * 1000
    show(
        [
            ("event in → Web API call out, page seen", median_ms(answers), f"bolt echo {median_ms(echo)}", "≤ 15 ms"),
            (f"ack p99 while {LINKS} links are read", f"{p99:.3g} ms", f"median {median_ms(acks)}", "≤ 50 ms"),
            (
                f"install look-up among {WORKSPACES}",
                median_ms(cold),
                f"SDK's, in the clear {median_ms(sdk())}",
                "≤ 2 ms",
            ),
            (f"{WORKSPACES} workspaces heard from", f"{memory:.0f} MB with readers", "", "≤ 300 MB"),
        ]
    )


@asynccontextmanager
async def whole_bot(site: Site) -> AsyncIterator[Parts]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=folder, fetch=Fetch(allow_loopback=(site.host,), connections_per_host=32))
        async with assemble(settings) as parts:
            yield parts


async def echoed(slack: Slack, token: str, people: People, user: User) -> list[float]:
    """What bolt itself takes, to say one word."""
    app = AsyncApp(client=AsyncWebClient(token=token, base_url=slack.url))

    async def say_it(say: AsyncSay) -> None:
        await say("heard")

    app.event("message")(say_it)
    handler = AsyncSocketModeHandler(app, slack.app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        return [await until_posted(slack, people, user, "hello") for _ in range(ROUNDS)]
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def answered(slack: Slack, people: People, user: User, link: str) -> list[float]:
    for _ in range(5):
        await until_posted(slack, people, user, link)
    return [await until_posted(slack, people, user, link) for _ in range(ROUNDS)]


async def until_posted(slack: Slack, people: People, user: User, text: str) -> float:
    """Seconds from Slack's sending an event to its being asked to post the answer."""
    posted: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def called(method: str) -> None:
        if method == "chat.postMessage" and not posted.done():
            posted.set_result(time.perf_counter())

    slack.on_call = called
    begun = time.perf_counter()
    await people.post(user, text)
    took = await asyncio.wait_for(posted, 20) - begun
    await asyncio.sleep(GAP)
    return took


async def heard_while_reading(slack: Slack, people: People, user: User, site: Site) -> list[float]:
    """How long each of 200 messages with a new link, and commands among them, waits for its acknowledgement."""
    slack.on_call = lambda _: None
    slack.delivery.acks.clear()
    links = [site.story(f"/new/{number}", f"Newport {number}") for number in range(LINKS)]
    for start in range(0, LINKS, 20):
        await asyncio.gather(*(people.post(user, link) for link in links[start : start + 20]))
        await people.command(user, "/standfirst help")
    async with asyncio.timeout(120):
        while len(slack.called("chat.postMessage")) < LINKS:
            await people.command(user, "/standfirst help")
            await asyncio.sleep(0.05)
    return slack.delivery.acks


async def many_workspaces(slack: Slack, parts: Parts) -> tuple[list[float], float]:
    """Each has installed the app and is heard from once; seconds of a look-up that nothing remembers, and megabytes."""
    values, key = values_for(parts, "slack"), Fernet.generate_key().decode()

    async def who(token: str) -> Workspace:
        space = slack.by_token(token)
        assert space
        return Workspace(space.id, space.bot_user, space.bot_id, url=space.url, name=space.name, token=token)

    store = Installations(values, ring(key), who)
    everyone = [workspace(slack, f"T{number:05}") for number in range(WORKSPACES)]
    for space, _, _ in everyone:
        await store.async_save(Installation(user_id="U1", bot_token=space.token, bot_scopes=sorted(space.scopes)))
    cold = [await timed_look_up(store, space.id) for space, _, _ in everyone[:300]]
    async with running(slack, None, App(parts), values, http=True, public_url=PUBLIC, keys=key) as platform:
        for space, users, channels in everyone:
            await say_hello(slack, space.id, users["jonas"], channels["newsroom"])
        assert isinstance(platform, SlackPlatform)
        processes = [psutil.Process(), *psutil.Process().children(recursive=True)]
        return cold, sum(each.memory_info().rss for each in processes) / 1e6


async def say_hello(slack: Slack, team: str, user: User, channel: Channel) -> None:
    await People(slack, slack.workspaces[team], channel).post(user, "good morning")


async def timed_look_up(store: Installations, team: str) -> float:
    begun = time.perf_counter()
    assert await store.find(team)
    return time.perf_counter() - begun


def sdk() -> list[float]:
    """The same look-up in the SDK's own store."""
    took = []
    with tempfile.TemporaryDirectory() as folder:
        store = SQLite3InstallationStore(database=str(Path(folder) / "sdk.db"), client_id="1.2")
        store.init()  # type: ignore[no-untyped-call]
        for number in range(WORKSPACES):
            team = Installation(
                app_id="A1", user_id="U1", team_id=f"T{number:05}", bot_token="xoxb-1", bot_id="B1", bot_user_id="U2"
            )
            store.save(team)
        for number in range(300):
            begun = time.perf_counter()
            assert store.find_bot(enterprise_id=None, team_id=f"T{number:05}")
            took.append(time.perf_counter() - begun)
    return took
