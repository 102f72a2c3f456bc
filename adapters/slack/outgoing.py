"""Messages on their way out: each stands once, whatever the line does, and a busy channel holds no other up."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import LOST, code, translated, unclear
from adapters.slack.render import Message, message
from adapters.slack.spelling import spelled
from adapters.slack.workspaces import Workspace, Workspaces
from bot.chat import KeyValue, MessageRef, Place, Reply
from bot.errors import SendError, SendLater, Undeliverable

EVENT_TYPE = "standfirst_reply"
REMEMBERED = 2000
LOOK_BACK, PAGE, PAGES = 120.0, 200, 5
"""Seconds before the first try, messages a page and pages that are searched for what may stand already."""

AGAIN = 2.0
NOTED = 2 * 86_400.0
"""Seconds until an unclear message is tried again, and until nobody will."""

ARRIVED = 3
"""Words of a note of a message that stands: when, in which channel, its time stamp. Before, it is the time only."""

GONE = frozenset({"message_not_found", "channel_not_found", "not_in_channel", "is_archived"})
TOO_MUCH = frozenset({"invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format"})


class Unclear(SendLater):
    """Slack may have taken the message: look before it is sent again."""


class Outgoing:
    """`send` may be called again with the same key, also after a crash: where it is not clear whether a message was
    taken, the channel is searched for its key first."""

    def __init__(self, workspaces: Workspaces, values: KeyValue) -> None:
        self._workspaces, self._values = workspaces, values
        self._sent: OrderedDict[str, MessageRef] = OrderedDict()
        self._tried: dict[str, float] = {}
        self._busy: dict[tuple[str, str], float] = {}

    async def send(self, reply: Reply, *, lasting: bool = True) -> MessageRef:
        """Raises `SendLater`, `Undeliverable`. `lasting`: the key is noted, for who repeats it after a crash."""
        if standing := self._sent.get(reply.key):
            return standing
        space = await self._space(reply.to)
        self._not_now(reply.to)
        note = f"post:{reply.to.space}:{reply.key}" if lasting else ""
        noted = (await self._values.get(note) or "").split(" ") if note else [""]
        if len(noted) == ARRIVED:
            return MessageRef(_in_thread(reply.to, noted[1], thread_for(reply)), noted[2])
        since = self._tried.get(reply.key) or (float(noted[0]) if noted[0] else None)
        try:
            ref = await self._again(space, reply, since) if since is not None else await self._first(space, reply, note)
        except Unclear:
            raise
        except SendError:
            self._tried.pop(reply.key, None)
            if note:
                await self._values.delete(note)
            raise
        if note:
            await self._values.put(note, f"{time.time()} {ref.place.channel} {ref.id}")
        self._remember(reply.key, ref)
        return ref

    def _remember(self, key: str, ref: MessageRef) -> None:
        self._tried.pop(key, None)
        self._sent[key] = ref
        if len(self._sent) > REMEMBERED:
            self._sent.popitem(last=False)

    async def _first(self, space: Workspace, reply: Reply, note: str) -> MessageRef:
        self._tried[reply.key] = time.time()
        if note:
            await self._values.put(note, str(self._tried[reply.key]))
        return await self._post(space, reply)

    async def _again(self, space: Workspace, reply: Reply, since: float) -> MessageRef:
        self._tried[reply.key] = since
        return await self._standing(space, reply, since) or await self._post(space, reply)

    async def keep(self) -> None:
        """For ever: forget notes of messages that nobody will send again."""
        while True:
            try:
                await self._sweep()
            except Exception:
                structlog.get_logger().exception("slack_notes_not_swept")
            await asyncio.sleep(NOTED / 8)

    async def _sweep(self) -> None:
        for note, noted in await self._values.items("post:"):
            if time.time() - float(noted.partition(" ")[0]) > NOTED:
                await self._values.delete(note)

    async def forget(self, team: str) -> None:
        """Nothing of a workspace stays."""
        for note, _ in await self._values.items(f"post:{team}:"):
            await self._values.delete(note)

    async def whisper(self, reply: Reply, user: str) -> MessageRef:
        """For one person's eyes, in the thread where they are; what Slack keeps of it is nothing."""
        space = await self._space(reply.to)
        self._not_now(reply.to)
        if reply.to.direct:
            return await self.send(reply, lasting=False)
        shown = self._shown(space, reply)
        where: dict[str, Any] = {"channel": reply.to.channel, "user": user}
        if reply.to.thread:
            where["thread_ts"] = reply.to.thread
        client = self._workspaces.client(space)
        try:
            told = await client.chat_postEphemeral(**where, **_written(shown))
        except (SlackApiError, *LOST) as error:
            raise self._noted(error, reply.to) from error
        return MessageRef(reply.to, str(told["message_ts"]))

    async def edit(self, ref: MessageRef, reply: Reply) -> None:
        space = await self._space(ref.place)
        self._not_now(ref.place)
        shown = self._shown(space, reply)
        client = self._workspaces.client(space)
        for version in (shown, shown.without_image(), Message(shown.text, ())):
            try:
                # Without `blocks` Slack would leave the old ones standing.
                await client.chat_update(
                    channel=ref.place.channel, ts=ref.id, text=version.text, blocks=list(version.blocks)
                )
                return
            except (SlackApiError, *LOST) as error:
                if not (isinstance(error, SlackApiError) and code(error) in TOO_MUCH):
                    raise self._noted(error, ref.place) from error

    async def delete(self, ref: MessageRef) -> None:
        """What is gone already is as wished."""
        space = await self._space(ref.place)
        try:
            await self._workspaces.client(space).chat_delete(channel=ref.place.channel, ts=ref.id)
        except (SlackApiError, *LOST) as error:
            if not (isinstance(error, SlackApiError) and code(error) in GONE):
                raise self._noted(error, ref.place) from error

    async def _space(self, place: Place) -> Workspace:
        space = await self._workspaces.find(place.space)
        if space is None:
            raise Undeliverable(f"the workspace {place.space} does not have the app")
        return space

    def _shown(self, space: Workspace, reply: Reply) -> Message:
        return message(spelled(reply.card), lambda ref: permalink(space, ref))

    async def _post(self, space: Workspace, reply: Reply) -> MessageRef:
        """Slack refuses a whole message for a picture it cannot download: then it goes without, at last as text."""
        shown = self._shown(space, reply)
        versions = (shown, shown.without_image(), Message(shown.text, ()))
        thread = thread_for(reply)
        more: dict[str, Any] = {"thread_ts": thread} if thread else {}
        more["metadata"] = {"event_type": EVENT_TYPE, "event_payload": {"key": reply.key}}
        client = self._workspaces.client(space)
        for version in versions:
            try:
                told = await client.chat_postMessage(
                    channel=reply.to.channel, unfurl_links=False, unfurl_media=False, **_written(version), **more
                )
                return MessageRef(_in_thread(reply.to, str(told["channel"]), thread), str(told["ts"]))
            except (SlackApiError, *LOST) as error:
                if isinstance(error, SlackApiError) and code(error) in TOO_MUCH and version is not versions[-1]:
                    continue
                if unclear(error):
                    return await self._found_or_later(space, reply)
                raise self._noted(error, reply.to) from error
        raise Undeliverable(f"invalid_blocks in {reply.to.channel}")

    async def _found_or_later(self, space: Workspace, reply: Reply) -> MessageRef:
        if ref := await self._standing(space, reply, self._tried.get(reply.key, time.time())):
            return ref
        raise Unclear(AGAIN)

    async def _standing(self, space: Workspace, reply: Reply, since: float) -> MessageRef | None:
        """The message with this key that stands in the channel already, if any. Raises `SendLater` where that cannot
        be found out."""
        thread = thread_for(reply)
        client, cursor = self._workspaces.client(space), ""
        asked: dict[str, Any] = {"channel": reply.to.channel, "oldest": str(since - LOOK_BACK), "limit": PAGE}
        for _ in range(PAGES):
            try:
                told = await _history(client, thread, asked | ({"cursor": cursor} if cursor else {}))
            except (SlackApiError, *LOST) as error:
                self._noted(error, reply.to)
                raise Unclear(AGAIN) from error
            for each in told.get("messages", ()):
                if _key(each) == reply.key:
                    return MessageRef(_in_thread(reply.to, reply.to.channel, thread), str(each["ts"]))
            cursor = str((told.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                break
        return None

    def _not_now(self, place: Place) -> None:
        """A channel that Slack asked to leave alone is left alone; others go on."""
        left = self._busy.get((place.space, place.channel), 0.0) - time.monotonic()
        if left > 0:
            raise SendLater(left)
        self._busy.pop((place.space, place.channel), None)

    def _noted(self, error: Exception, place: Place) -> Exception:
        told = translated(error, place.channel)
        if isinstance(told, SendLater):
            self._busy[place.space, place.channel] = time.monotonic() + told.after
        return told


async def _history(client: AsyncWebClient, thread: str | None, asked: Mapping[str, Any]) -> Mapping[str, Any]:
    if thread:
        told = await client.conversations_replies(ts=thread, include_all_metadata=True, inclusive=True, **asked)
    else:
        told = await client.conversations_history(include_all_metadata=True, inclusive=True, **asked)
    return dict(told.data) if isinstance(told.data, dict) else {}


def _key(each: Mapping[str, Any]) -> str:
    metadata = each.get("metadata") or {}
    found = (metadata.get("event_payload") or {}).get("key") if metadata.get("event_type") == EVENT_TYPE else ""
    return str(found or "")


def _written(shown: Message) -> dict[str, Any]:
    blocks: Sequence[Any] = list(shown.blocks)
    return {"text": shown.text, "blocks": blocks} if blocks else {"text": shown.text}


def thread_for(reply: Reply) -> str | None:
    """The message that the answer hangs on: its thread's, else the message that is answered."""
    if reply.to.thread:
        return reply.to.thread
    if reply.in_reply_to and reply.in_reply_to.place.channel == reply.to.channel:
        return reply.in_reply_to.place.thread or reply.in_reply_to.id
    return None


def _in_thread(to: Place, channel: str, thread: str | None) -> Place:
    return Place(to.platform, to.space, channel, thread, to.direct, to.private)


def permalink(space: Workspace, ref: MessageRef) -> str:
    """Where Slack's own pages show a message."""
    home = (space.url or "https://slack.com/").rstrip("/")
    address = f"{home}/archives/{ref.place.channel}/p{ref.id.replace('.', '')}"
    thread = ref.place.thread
    return f"{address}?thread_ts={thread}&cid={ref.place.channel}" if thread else address
