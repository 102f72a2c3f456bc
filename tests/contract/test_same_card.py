"""One process, one store, both platforms: the same story is the same card on Discord and on Slack."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.adapters.discord.stage import Town, discord_for
from tests.adapters.slack.loopback import Slack, open_slack
from tests.adapters.slack.loopback.people import People as SlackPeople
from tests.adapters.slack.loopback.shown import visible
from tests.adapters.slack.loopback.shown import words as on_slack
from tests.adapters.slack.stage import until, workspace
from tests.discord.people import People as DiscordPeople
from tests.discord.people import words as on_discord
from tests.discord.server import Discord
from tests.site import Site, open_site

TITLE = "Eastmouth to rebuild its harbour bridge"
SAID = (
    TITLE,
    "After four years of argument Eastmouth has decided: the old bridge comes back.",
    "Coast Courier",
    "127.0.0.1",
    "Ines Calder",
    "min read",
    "Who's who",
    "Where does it say that?",
    "More",
    "Delete",
)


def config(folder: Path, site: Site, slack: Slack, discord: Discord) -> Path:
    file = folder / "config.toml"
    file.write_text(
        f"""platforms = ["discord", "slack"]
data = "{folder}/data"
[fetch]
allow_loopback = ["{site.host}"]
[discord]
message_content = true
mode = "automatic"
api_url = "{discord.api_url}"
gateway_url = "{discord.gateway_url}"
[slack]
mode = "automatic"
api_url = "{slack.url}"
""",
        encoding="utf-8",
    )
    return file


@asynccontextmanager
async def one_process(file: Path, slack: Slack, token: str) -> AsyncIterator[None]:
    """`standfirst run`, with the tokens of both in its environment."""
    secrets = {
        "STANDFIRST_DISCORD_TOKEN": "good-token",
        "STANDFIRST_SLACK_BOT_TOKEN": token,
        "STANDFIRST_SLACK_APP_TOKEN": slack.app_token,
    }
    command = (sys.executable, "-m", "bot", "--config", str(file), "run")
    bot = await asyncio.create_subprocess_exec(*command, stdout=DEVNULL, env={**os.environ, **secrets})
    try:
        yield
    finally:
        bot.terminate()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(bot.wait(), 20)


async def test_the_same_story_is_the_same_card_on_both(tmp_path: Path) -> None:
    async with open_site() as site, open_slack() as slack, discord_for() as (town, discord):
        space, users, channels = workspace(slack)
        async with one_process(config(tmp_path, site, slack, discord), slack, space.token):
            await both_are_there(slack, discord)
            link = site.story("/bridge")
            await SlackPeople(slack, space, channels["newsroom"]).post(users["jonas"], link)
            await DiscordPeople(discord).post(town.newsroom, town.jonas, link)

            async def there() -> tuple[str, str] | None:
                slacks = [on_slack(m) for m in visible(channels["newsroom"], users["jonas"].id) if m.bot_id]
                discords = seen_on_discord(town, discord)
                found = [next((text for text in texts if TITLE in text), "") for texts in (slacks, discords)]
                return (found[0], found[1]) if all(found) else None

            slack_card, discord_card = await until(there)
    for words in SAID:
        assert words in slack_card
        assert words in discord_card
    points = [line.strip("•- ") for line in slack_card.splitlines() if line.startswith("•")]
    assert points
    for point in points:
        assert point in discord_card
    assert site.asked["/bridge"] == 1  # one process asks for a page once, whoever pastes it


def seen_on_discord(town: Town, discord: Discord) -> list[str]:
    return [on_discord(message) for message in DiscordPeople(discord).seen(town.newsroom, town.jonas)]


async def both_are_there(slack: Slack, discord: Discord) -> None:
    async def ready() -> bool:
        return len(slack.delivery.sockets) == 2 and bool(discord.gateway.sessions)

    await until(ready)
