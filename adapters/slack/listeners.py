"""What comes in over bolt: acknowledged first, then handed to what answers it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from adapters.slack.asked import chosen, command, pressed, submitted
from adapters.slack.desk import Desk
from adapters.slack.forms import CALLBACK
from adapters.slack.hearing import channel_gone, home, message, reaction, workspace_gone
from adapters.slack.scopes import COMMANDS, SHORTCUTS
from adapters.slack.workspaces import Workspace

ANY = re.compile(".*", re.DOTALL)
"""Buttons carry their meaning in their id, so no list of ids could be complete."""

Body = dict[str, Any]
Does = Callable[[Desk, Workspace, Body], Awaitable[None]]
HEARD: dict[str, Does] = {
    "message": message,
    "app_mention": message,
    "reaction_added": reaction,
    "channel_deleted": channel_gone,
    "channel_left": channel_gone,
    "group_deleted": channel_gone,
    "group_left": channel_gone,
}


def listen(app: AsyncApp, desk: Callable[[], Desk]) -> None:
    """Register everything; `desk` is asked for as things come in, when the bot runs."""
    for name, does in HEARD.items():
        app.event(name)(_event(desk, does))
    app.event("app_home_opened")(_home(desk))
    for name in ("app_uninstalled", "tokens_revoked"):
        app.event(name)(_gone(desk))
    for name in COMMANDS:
        app.command(name)(_request(desk, command))
    for name in SHORTCUTS:
        app.shortcut(name)(_request(desk, chosen))
    app.action(ANY)(_request(desk, pressed))
    app.view(CALLBACK)(_form(desk))


async def _space(desk: Desk, context: AsyncBoltContext) -> Workspace | None:
    return await desk.workspaces.addressed(context.team_id)


def _event(desk: Callable[[], Desk], does: Does) -> Callable[..., Awaitable[None]]:
    async def heard(body: Body, context: AsyncBoltContext) -> None:
        if space := await _space(desk(), context):
            await _safely(desk(), does(desk(), space, body))

    return heard


def _home(desk: Callable[[], Desk]) -> Callable[..., Awaitable[None]]:
    async def opened(body: Body, context: AsyncBoltContext) -> None:
        space = await _space(desk(), context)
        if space and body["event"].get("tab", "home") == "home":
            await _safely(desk(), home(desk(), space, str(body["event"]["user"])))

    return opened


def _gone(desk: Callable[[], Desk]) -> Callable[..., Awaitable[None]]:
    async def gone(body: Body, context: AsyncBoltContext) -> None:
        if context.team_id:
            await _safely(desk(), workspace_gone(desk(), context.team_id, body))

    return gone


def _request(desk: Callable[[], Desk], does: Does) -> Callable[..., Awaitable[None]]:
    async def asked(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
        await ack()
        if space := await _space(desk(), context):
            await _safely(desk(), does(desk(), space, body))

    return asked


def _form(desk: Callable[[], Desk]) -> Callable[..., Awaitable[None]]:
    async def sent(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
        space = await _space(desk(), context)
        if space is None:
            await ack()
            return
        await _safely(desk(), submitted(desk(), space, body, ack))

    return sent


async def _safely(desk: Desk, work: Awaitable[None]) -> None:
    """What nobody expected is logged here, by its kind: bolt would print what people wrote."""
    try:
        with desk.answering.busy():
            await work
    except Exception:
        structlog.get_logger().exception("slack_listener_failed")
