"""Slack's events: messages written, changed and deleted, reactions, channels and workspaces that go."""

from __future__ import annotations

from dataclasses import replace

import structlog
from slack_sdk.errors import SlackApiError

from adapters.slack.desk import Desk, Json
from adapters.slack.directory import PLATFORM
from adapters.slack.errors import LOST
from adapters.slack.inbound import EMOJI, Converted, Deleted, Edited, Posted, meaning, posted
from adapters.slack.outgoing import permalink
from adapters.slack.render import blocks
from adapters.slack.spelling import spelled
from adapters.slack.workspaces import Workspace
from bot.chat import (
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    MessageRef,
    Place,
    PlaceChanged,
    PlaceRemoved,
    ReactionAdded,
    Space,
    SpaceRemoved,
    Speaker,
)


async def message(desk: Desk, space: Workspace, body: Json) -> None:
    """A message's event id is its place in Slack: however often and whichever way it is told, it is one event."""
    match meaning(body["event"], space.bot_user, space.bot_id):
        case Posted() as said:
            place, speaker, locale = await _who_and_where(desk, space, said)
            ref, event_id = MessageRef(place, said.ts), f"posted:{said.channel}:{said.ts}"
            written = MessagePosted(event_id, ref, speaker, said.text, said.automated, said.named, locale)
            desk.answering.begin(written)
        case Edited(said, at):
            place, speaker, locale = await _who_and_where(desk, space, said)
            ref, event_id = MessageRef(place, said.ts), f"edited:{said.channel}:{said.ts}:{at}"
            changed = MessageEdited(event_id, ref, speaker, said.text, said.automated, said.named, locale)
            desk.answering.begin(changed)
        case Deleted(channel, kind, ts, thread):
            place = await desk.directory.place(space, channel, kind, thread)
            desk.answering.begin(MessageDeleted(f"deleted:{channel}:{ts}", MessageRef(place, ts)))
        case Converted(channel, kind, ts):
            await _heed(desk, await desk.directory.place(space, channel, kind), ts)


async def _who_and_where(desk: Desk, space: Workspace, said: Posted) -> tuple[Place, Speaker, str]:
    place = await desk.directory.place(space, said.channel, said.kind, said.thread)
    await _heed(desk, place, said.ts)
    if said.automated:
        return place, Speaker(PLATFORM, said.name or "app", said.name or "app"), ""
    speaker, locale = await desk.directory.speaker(space, said.by, said.channel)
    return place, speaker, locale


async def _heed(desk: Desk, place: Place, ts: str) -> None:
    """A channel that became private, or public, is so before anything else is said of it."""
    if await desk.directory.turned(place):
        changed = PlaceChanged(f"turned:{place.channel}:{ts}", replace(place, thread=None))
        await desk.answering.answer(changed, None)


async def reaction(desk: Desk, space: Workspace, body: Json) -> None:
    event = body["event"]
    item, emoji = event.get("item") or {}, EMOJI.get(str(event.get("reaction", "")))
    if item.get("type") != "message" or emoji is None or emoji not in desk.core.listens_for:
        return
    channel, ts = str(item["channel"]), str(item["ts"])
    found = await _fetched(desk, space, channel, ts)
    if found is None:
        return
    said = posted(found, channel, "", space.bot_user)
    place, speaker, locale = await desk.asking(space, str(event["user"]), channel, said.thread)
    await _heed(desk, place, ts)
    author = (await desk.directory.speaker(space, said.by, channel))[0] if said.by else None
    ref = MessageRef(place, ts)
    reacted = ReactionAdded(
        str(body["event_id"]), ref, speaker, emoji, said.text, said.automated, locale, author=author
    )
    desk.answering.begin(reacted)


async def _fetched(desk: Desk, space: Workspace, channel: str, ts: str) -> Json | None:
    """A message by its place: a reaction does not say what it stands on."""
    client = desk.workspaces.client(space)
    try:
        told = await client.conversations_replies(channel=channel, ts=ts, latest=ts, oldest=ts, inclusive=True, limit=1)
    except (SlackApiError, *LOST) as error:
        structlog.get_logger().info("slack_message_unread", channel=channel, error=str(error)[:200])
        return None
    messages = told.get("messages") or []
    return messages[0] if messages and messages[0].get("ts") == ts else None


async def home(desk: Desk, space: Workspace, user: str) -> None:
    """Draw a person's home page anew."""
    speaker, locale = await desk.directory.speaker(space, user, "")
    card = await desk.core.home(Space(PLATFORM, space.id), speaker, locale)
    view = {"type": "home", "blocks": blocks(spelled(card), lambda ref: permalink(space, ref))}
    try:
        await desk.workspaces.client(space).views_publish(user_id=user, view=view)
    except (SlackApiError, *LOST) as error:
        structlog.get_logger().warning("slack_home_not_shown", error=str(error)[:200])


async def channel_gone(desk: Desk, space: Workspace, body: Json) -> None:
    """It was deleted, or the bot was shown the door: what it keeps of the channel goes."""
    channel = str(body["event"]["channel"])
    place = await desk.directory.place(space, channel, "group")
    await desk.answering.answer(PlaceRemoved(str(body["event_id"]), place), None)


async def workspace_gone(desk: Desk, team: str, body: Json) -> None:
    """The app was removed: the tenant's data first, then the token that would let it be asked for again."""
    event = body["event"]
    if event["type"] == "tokens_revoked" and not (event.get("tokens") or {}).get("bot"):
        return
    await desk.answering.answer(SpaceRemoved(str(body["event_id"]), Space(PLATFORM, team)), None)
    await desk.directory.forget(team)
    await desk.forget(team)
    desk.workspaces.forget(team)
