"""What people ask for by name: commands, buttons, entries of menus, forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError

from adapters.slack.desk import Desk, Json, way_back
from adapters.slack.errors import LOST
from adapters.slack.forms import CALLBACK, WHERE, filled, form, part
from adapters.slack.hearing import home
from adapters.slack.inbound import button, thread_of, words_of
from adapters.slack.raw import plain
from adapters.slack.spelling import ROOT
from adapters.slack.workspaces import Workspace
from bot.chat import ButtonPressed, Checked, CommandCalled, CommandSpec, MessageChosen, MessageRef, Place, Typed, typed
from bot.errors import StandfirstError, UnknownCommand

FOLLOW = "topics follow"
"""The command whose form the global shortcut opens."""


async def command(desk: Desk, space: Workspace, body: Json) -> None:
    channel = str(body["channel_id"])
    place, speaker, locale = await desk.asking(space, str(body["user_id"]), channel)
    asked = f"{body['command']} {plain(str(body.get('text') or ''))}"
    via = way_back(body, space, channel, locale=locale, asked=asked)
    said = understood(str(body["command"]), plain(str(body.get("text") or "")), desk.core.commands_in(locale))
    spec = part(desk.core.commands_in(locale), said.name)
    if spec and " " in said.name and _unfilled(spec, said.options):
        if not await _open(desk, space, body, form(said.name, spec, channel, locale=locale)):
            await desk.answering.tell(via, StandfirstError())
        return
    event_id = f"trigger:{body['trigger_id']}"
    desk.answering.begin(CommandCalled(event_id, place, speaker, said.name, said.options, locale), via)


def understood(name: str, text: str, commands: Any) -> Typed:
    """`/standfirst settings …` calls `settings`; whatever else follows it that is no command is a call for help."""
    if name != f"/{ROOT}":
        return typed(f"{name} {text}", commands)
    said = typed(f"/{text.strip()}", commands)
    known = {spec.name for spec in commands}
    return said if said.name.partition(" ")[0] in known else Typed("help", {})


def _unfilled(spec: CommandSpec, options: Mapping[str, str]) -> bool:
    return any(option.required and option.name not in options for option in spec.options)


async def pressed(desk: Desk, space: Workspace, body: Json) -> None:
    container, user = body.get("container") or {}, str(body["user"]["id"])
    action = body["actions"][0]
    if container.get("type") == "view" or "view" in body:
        await _in_view(desk, space, body, action)
        return
    channel, ts = str(container["channel_id"]), str(container["message_ts"])
    thread = thread_of(
        {"ts": ts, "thread_ts": container.get("thread_ts") or (body.get("message") or {}).get("thread_ts")}
    )
    place, speaker, locale = await desk.asking(space, user, channel, thread)
    via = way_back(body, space, channel, locale=locale, thread=thread)
    event_id = f"trigger:{body['trigger_id']}"
    meant = ButtonPressed(event_id, MessageRef(place, ts), speaker, *button(action), locale)
    desk.answering.begin(meant, via)


async def _in_view(desk: Desk, space: Workspace, body: Json, action: Json) -> None:
    """On the home page a button answers in the person's own conversation; in a form, what is typed is checked."""
    user, view = str(body["user"]["id"]), body["view"]
    if view.get("type") == "modal":
        await _check(desk, space, body, view)
        return
    place, speaker, locale = await desk.asking(space, user, user)
    ref = MessageRef(place, str(view["id"]))
    event = ButtonPressed(f"trigger:{body['trigger_id']}", ref, speaker, *button(action), locale)
    await desk.answering.answer(event, way_back(body, space, user, locale=locale))
    await home(desk, space, user)


async def chosen(desk: Desk, space: Workspace, body: Json) -> None:
    """An entry of a message's menu, or the one that every place has."""
    if body["type"] == "shortcut":
        await _shortcut(desk, space, body)
        return
    message, channel = body["message"], str(body["channel"]["id"])
    thread = thread_of(message)
    place, speaker, locale = await desk.asking(space, str(body["user"]["id"]), channel, thread)
    by = "" if message.get("bot_id") else str(message.get("user") or "")
    author = (await desk.directory.speaker(space, by, channel))[0] if by else None
    ref, event_id = MessageRef(place, str(message["ts"])), f"trigger:{body['trigger_id']}"
    event = MessageChosen(
        event_id,
        ref,
        speaker,
        str(body["callback_id"]),
        plain(words_of(message), space.bot_user),
        author=author,
        locale=locale,
    )
    labels = {each.action: each.label for each in desk.core.message_commands_in(locale)}
    asked = labels.get(event.action, "")
    desk.answering.begin(event, way_back(body, space, channel, locale=locale, thread=thread, asked=asked))


async def _shortcut(desk: Desk, space: Workspace, body: Json) -> None:
    user = str(body["user"]["id"])
    _, _, locale = await desk.asking(space, user, user)
    spec = part(desk.core.commands_in(locale), FOLLOW)
    if spec:
        await _open(desk, space, body, form(FOLLOW, spec, locale=locale))
    else:
        await desk.answering.write_to(space.id, user, desk.core.explain(UnknownCommand(FOLLOW), locale))


async def submitted(desk: Desk, space: Workspace, body: Json, ack: AsyncAck) -> None:
    """A form is checked before it closes; what is wrong shows at its field."""
    view, user = body["view"], str(body["user"]["id"])
    given = filled(view)
    channel = given.channel or user
    place, speaker, locale = await desk.asking(space, user, channel)
    said = await _said(desk, given.command, given.values, place, locale)
    wrong = {name: checked.text or "✗" for name, checked in said.items() if not checked.ok}
    if wrong:
        await ack(response_action="errors", errors=wrong)
        return
    await ack()
    called = CommandCalled(
        f"view:{view['id']}:{view.get('hash', '')}", place, speaker, given.command, given.values, locale
    )
    desk.answering.begin(called, way_back(body, space, channel, locale=locale))


async def _open(desk: Desk, space: Workspace, body: Json, view: Json) -> bool:
    """Open a form, which Slack allows within three seconds of the press."""
    try:
        await desk.workspaces.client(space).views_open(trigger_id=body["trigger_id"], view=dict(view))
    except (SlackApiError, *LOST) as error:
        structlog.get_logger().warning("slack_form_not_opened", error=str(error)[:300])
        return False
    return True


async def _check(desk: Desk, space: Workspace, body: Json, view: Json) -> None:
    """Say what the core makes of what is typed so far; where people typed on meanwhile, the next check says it."""
    given, user = filled(view), str(body["user"]["id"])
    place, _, locale = await desk.asking(space, user, given.channel or user)
    spec = part(desk.core.commands_in(locale), given.command)
    if spec is None or view.get("callback_id") != CALLBACK:
        return
    values = dict(given.values)
    for action in body["actions"]:
        if action.get("block_id") not in (None, WHERE) and action.get("value"):
            values[str(action["block_id"])] = str(action["value"])
    said = await _said(desk, given.command, values, place, locale)
    shown = form(given.command, spec, given.channel, said, locale)
    try:
        await desk.workspaces.client(space).views_update(view_id=view["id"], hash=view.get("hash"), view=shown)
    except (SlackApiError, *LOST) as error:
        structlog.get_logger().info("slack_form_moved_on", error=str(error)[:200])


async def _said(desk: Desk, name: str, values: Mapping[str, str], place: Place, locale: str) -> Mapping[str, Checked]:
    return {each: await desk.core.check(name, each, value, place, locale) for each, value in values.items()}
