"""`standfirst doctor` on Discord: what is missing is named, with its fix and the link that invites the app."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import msgspec
import pytest

from adapters.discord.doctor import check
from adapters.discord.settings import DiscordSettings
from bot.chat import Finding
from tests.adapters.discord.stage import Town, discord_for
from tests.discord.server import Discord
from tests.discord.wire import Fault
from tests.discord.world import EMBED, EVERYONE
from tests.fakes import ValuesInMemory

VARIABLE = "STANDFIRST_DISCORD_TOKEN"


@pytest.fixture
async def somewhere(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Town, Discord]]:
    monkeypatch.setenv(VARIABLE, "good-token")
    async with discord_for() as found:
        yield found


async def findings(discord: Discord, **settings: object) -> Sequence[Finding]:
    section = msgspec.structs.replace(DiscordSettings(**settings), api_url=discord.api_url)  # type: ignore[arg-type]
    return await check(section, ValuesInMemory())


def bad(found: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.state == "bad"]


async def test_all_is_well(somewhere: tuple[Town, Discord]) -> None:
    town, discord = somewhere
    found = await findings(discord, message_content=True, mode="automatic")
    assert bad(found) == []
    link = found[-1].found
    assert link.startswith(f"https://discord.com/oauth2/authorize?client_id={town.world.application}&permissions=")
    assert link.endswith("&scope=bot+applications.commands")
    assert "good-token" not in str(found)


async def test_no_token(somewhere: tuple[Town, Discord], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    [finding] = await findings(somewhere[1])
    assert (finding.what, finding.found) == (VARIABLE, "there is no token")
    assert "Bot page" in finding.fix


async def test_a_wrong_token(somewhere: tuple[Town, Discord], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "bad-token")
    [finding] = await findings(somewhere[1])
    assert "refuses this token" in finding.found
    assert "bad-token" not in str(finding)


async def test_an_intent_that_is_off(somewhere: tuple[Town, Discord]) -> None:
    town, discord = somewhere
    town.world.approved = 0
    [finding] = bad(await findings(discord, message_content=True))
    assert finding.what == "Message Content Intent"
    assert "Switch it on" in finding.fix


async def test_a_mode_that_cannot_work(somewhere: tuple[Town, Discord]) -> None:
    [finding] = bad(await findings(somewhere[1], mode="automatic"))
    assert "discord.message_content" in finding.fix


async def test_a_permission_and_a_scope_that_are_missing(somewhere: tuple[Town, Discord]) -> None:
    town, discord = somewhere
    town.guild.everyone.permissions = EVERYONE & ~EMBED
    discord.wire.faults.append(Fault("GET", "/guilds/.*/commands", 403))
    permission, scope = bad(await findings(discord))
    assert permission.what == scope.what == "server Harbour"
    assert permission.found == "permissions are missing: Embed Links"
    assert "applications.commands" in scope.found


async def test_discord_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "good-token")
    [finding] = await check(DiscordSettings(api_url="http://127.0.0.1:1/api"), ValuesInMemory())
    assert "cannot be reached" in finding.found
