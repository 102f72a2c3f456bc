"""Several workspaces install the app, each speaks with its own token, and one that leaves takes its token along."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
from cryptography.fernet import Fernet
from yarl import URL

from adapters.slack.installations import Installations, States, ring
from adapters.slack.platform import SlackPlatform
from adapters.slack.workspaces import Workspace
from bot.chat import MessagePosted, SpaceRemoved
from bot.errors import ConfigError
from tests.adapters.slack.loopback import Slack, open_slack
from tests.adapters.slack.loopback.people import People
from tests.adapters.slack.loopback.state import Call
from tests.adapters.slack.stage import KEY, running, until, workspace
from tests.contract.platform_contract import BRIEFING
from tests.fakes import ScriptedCore, ValuesInMemory, says

# The SDK's way to send the client's secret, which its next version will have to change.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated")

PUBLIC = "https://standfirst.example"


@dataclass
class Shop:
    """The app over HTTP, open for every workspace."""

    slack: Slack
    platform: SlackPlatform
    values: ValuesInMemory
    http: aiohttp.ClientSession

    def here(self, url: str) -> URL:
        """What the proxy in front would ask of the bot."""
        return URL(url.replace(PUBLIC, f"http://127.0.0.1:{self.platform.port}"))

    async def install(self, team: str) -> int:
        """An admin installs the app; returns the last page's status."""
        async with self.http.get(self.here(f"{PUBLIC}/slack/install?team={team}"), allow_redirects=False) as page:
            text, cookie = await page.text(), page.cookies
        start = text.index(self.slack.url.removesuffix("api/"))
        authorize = text[start : text.index('"', start)].replace("&amp;", "&")
        async with self.http.get(URL(authorize, encoded=True), allow_redirects=False) as back:
            assert back.status == 302, await back.text()
            target = back.headers["Location"]
        cookies = {name: morsel.value for name, morsel in cookie.items()}
        async with self.http.get(self.here(target), cookies=cookies) as done:
            return done.status


@pytest.fixture
async def shop(core: ScriptedCore) -> AsyncIterator[Shop]:
    values = ValuesInMemory()
    async with (
        open_slack() as slack,
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
        running(slack, None, core, values, http=True, public_url=PUBLIC) as platform,
    ):
        yield Shop(slack, platform, values, http)


async def test_two_workspaces_install_and_each_gets_its_own_answers(shop: Shop, core: ScriptedCore) -> None:
    core.script = says(BRIEFING)
    for team in ("TONE", "TTWO"):
        space, users, channels = workspace(shop.slack, team)
        channels["newsroom"].id = f"C{team}"
        space.channels[f"C{team}"] = channels["newsroom"]
        space.token = ""
        assert await shop.install(team) == 200
        assert space.token
        await People(shop.slack, space, channels["newsroom"]).post(users["jonas"], "look")
    assert {call.team for call in await posts(shop, 2)} == {"TONE", "TTWO"}
    places = {event.ref.place.space for event in core.events if isinstance(event, MessagePosted)}
    assert places == {"TONE", "TTWO"}


async def posts(shop: Shop, number: int) -> list[Call]:
    async def enough() -> list[Call]:
        calls = shop.slack.called("chat.postMessage")
        return calls if len(calls) >= number else []

    return await until(enough)


async def test_tokens_are_never_written_down_in_the_clear(shop: Shop) -> None:
    space, _, _ = workspace(shop.slack, "TONE")
    await shop.install("TONE")
    kept = "".join(shop.values.kept.values())
    assert "xoxb" not in kept
    assert space.token not in kept
    assert "token" not in repr(await shop.platform.workspaces.find("TONE"))


async def test_a_workspace_that_removes_the_app_takes_its_token_along(shop: Shop, core: ScriptedCore) -> None:
    space, users, channels = workspace(shop.slack, "TONE")
    await shop.install("TONE")
    people = People(shop.slack, space, channels["newsroom"])
    await people.event({"type": "app_uninstalled"}, "app_uninstalled", None)

    async def gone() -> bool:
        return not any(key.startswith("install:") for key in shop.values.kept)

    await until(gone)
    assert isinstance(core.events[0], SpaceRemoved)
    await people.post(users["jonas"], "anybody there?")
    assert len(core.events) == 1


async def test_a_strangers_browser_cannot_finish_an_install(shop: Shop) -> None:
    workspace(shop.slack, "TONE")
    for query in ("code=x&state=forged", "state=forged", "error=access_denied", ""):
        async with shop.http.get(shop.here(f"{PUBLIC}/slack/oauth_redirect?{query}")) as page:
            assert page.status in (200, 400, 401)
    assert not [key for key in shop.values.kept if key.startswith("install:")]


async def test_a_state_is_good_once_and_for_ten_minutes() -> None:
    now = [1000.0]
    values = ValuesInMemory()
    states = States(values, ring(KEY), lambda: now[0])
    first, second = await states.async_issue(), await states.async_issue()
    assert not values.kept
    assert await states.async_consume(first)
    assert not await states.async_consume(first)
    now[0] += 601
    assert not await states.async_consume(second)
    third = await states.async_issue()
    assert await states.async_consume(third)
    assert len(values.kept) == 1
    for forged in ("", "x", "ü", third[:-2], States(values, ring(Fernet.generate_key().decode()))):
        assert not await states.async_consume(forged if isinstance(forged, str) else await forged.async_issue())


async def test_a_new_key_reads_what_the_old_one_kept() -> None:
    values, old, new = ValuesInMemory(), Fernet.generate_key().decode(), Fernet.generate_key().decode()

    async def who(token: str) -> Workspace:
        return Workspace("TONE", "UBOT", "B1", token=token)

    from slack_sdk.oauth.installation_store import Installation

    await Installations(values, ring(old), who).async_save(Installation(user_id="U1", bot_token="xoxb-1"))
    found = await Installations(values, ring(f"{new}, {old}"), who).find("TONE")
    assert found
    assert found.token == "xoxb-1"
    assert await Installations(values, ring(new), who).find("TONE") is None
    with pytest.raises(ConfigError, match="STANDFIRST_SLACK_KEYS"):
        ring("not a key")


async def test_a_workspace_that_installs_again_is_spoken_to_with_its_new_token(shop: Shop, core: ScriptedCore) -> None:
    core.script = says(BRIEFING)
    space, users, channels = workspace(shop.slack, "TONE")
    people = People(shop.slack, space, channels["newsroom"])
    for number in (1, 2):
        await shop.install("TONE")
        await people.post(users["jonas"], "look")
        await posts(shop, number)
    found = await shop.platform.workspaces.find("TONE")
    assert found
    assert found.token == space.token
