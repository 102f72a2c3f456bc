"""The bot that `bench.kills` kills: the real one, on the loopback Discord and Slack, asking its feeds every second."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from datetime import timedelta

import structlog

from adapters.discord.platform import DiscordPlatform
from adapters.discord.settings import DiscordSettings
from adapters.slack.platform import SlackPlatform
from adapters.slack.secrets import Secrets
from adapters.slack.settings import SlackSettings
from bot.app import assemble, serve
from bot.app.serve import values_for
from bot.chat import Platform, Ports
from bot.feeds.timing import Bounds
from bot.settings import Feeds, Fetch, Settings

OFTEN = Bounds(timedelta(seconds=1), timedelta(seconds=1))


async def main(given: dict[str, str]) -> None:
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(int(given.get("log", "50"))),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    discord = DiscordSettings(api_url=given["discord_api"], gateway_url=given["discord_gateway"])
    slack = SlackSettings(transport="socket", api_url=given["slack_api"], port=0, sockets=1)
    settings = Settings(
        data=given["data"],
        fetch=Fetch(allow_loopback=(given["site"],), fresh_minutes=0),
        feeds=Feeds(urls=(f"http://{given['site']}/feed",)),
        sections={"discord": discord, "slack": slack},
    )
    async with assemble(settings) as made:
        parts = replace(made, feeds=replace(made.feeds, bounds=OFTEN))
        secrets = Secrets(given["slack_token"], given["slack_app_token"], given["slack_signing"])
        platforms: list[Platform] = [
            DiscordPlatform(discord, Ports(values_for(parts, "discord")), "good-token", ready_after=0.05),
            SlackPlatform(slack, secrets, Ports(values_for(parts, "slack"))),
        ]
        print("ready", flush=True)
        await serve(parts, platforms)


if __name__ == "__main__":
    asyncio.run(main(json.loads(sys.argv[1])))
