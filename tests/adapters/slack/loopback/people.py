"""What users do in Slack: each deed changes the state and is delivered as Slack would deliver it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.adapters.slack.loopback.slack import APP_ID, Slack
from tests.adapters.slack.loopback.state import Channel, Json, Message, User, Workspace

KINDS = {"channel": "message.channels", "group": "message.groups", "im": "message.im", "mpim": "message.mpim"}
NAMES = {"im": "directmessage", "group": "privategroup", "mpim": "mpdm-a--b-1", "channel": ""}


@dataclass
class People:
    """Everyone in one workspace's `channel`; deeds in another say so."""

    slack: Slack
    space: Workspace
    channel: Channel

    async def post(
        self, user: User, text: str, *, thread: str = "", at: Channel | None = None, **more: object
    ) -> Message:
        channel = at or self.channel
        text = typed(text)
        message = Message(self.slack.ts(), user.id, text, thread_ts=thread)
        self.slack.add(channel, message)
        event = message.json() | {"channel_type": channel.kind, "team": user.team, **more}
        await self._message(channel, event)
        if f"<@{self.space.bot_user}>" in text and channel.kind != "im":
            await self.event({**event, "type": "app_mention", "channel": channel.id}, "app_mention", channel)
        return message

    async def app_posts(self, text: str, *, at: Channel | None = None, **more: object) -> Message:
        """Another app, a webhook or a workflow writes."""
        channel = at or self.channel
        message = Message(self.slack.ts(), "", text, bot_id="BOTHER")
        self.slack.add(channel, message)
        shown = message.json() | {"subtype": "bot_message", "channel_type": channel.kind, **more}
        del shown["user"]
        await self._message(channel, shown)
        return message

    async def edit(self, message: Message, text: str, *, at: Channel | None = None) -> None:
        channel, before, text = at or self.channel, message.json(), typed(text)
        message.text, message.edited = text, self.slack.ts()
        await self._changed(channel, message.json(), before)

    async def unfurl(self, message: Message) -> None:
        """Slack adds a preview to a message, which looks like an edit."""
        before = message.json()
        message.attachments = [{"from_url": "https://courier.example", "title": "x", "fallback": "x"}]
        await self._changed(self.channel, message.json(), before)

    async def delete(self, message: Message, *, at: Channel | None = None) -> None:
        channel = at or self.channel
        del channel.messages[message.ts]
        answered = any(each.thread_ts == message.ts for each in channel.messages.values())
        if answered:
            tombstone = {**message.json(), "subtype": "tombstone", "text": "This message was deleted."}
            await self._changed(channel, tombstone, message.json())
            return
        gone = {"subtype": "message_deleted", "deleted_ts": message.ts, "previous_message": message.json()}
        await self._message(channel, {"type": "message", "ts": self.slack.ts(), "channel_type": channel.kind, **gone})

    async def react(self, user: User, message: Message, name: str, *, at: Channel | None = None) -> None:
        channel = at or self.channel
        message.reactions.setdefault(name, set()).add(user.id)
        item = {"type": "message", "channel": channel.id, "ts": message.ts}
        event = {"type": "reaction_added", "user": user.id, "reaction": name, "item": item, "item_user": message.user}
        await self.event({**event, "event_ts": self.slack.ts()}, "reaction_added", channel)

    async def command(self, user: User, line: str, *, at: Channel | None = None) -> Json:
        channel = at or self.channel
        name, _, text = line.partition(" ")
        payload = {
            "command": name,
            "text": text,
            "team_id": self.space.id,
            "team_domain": self.space.name,
            "channel_id": channel.id,
            "channel_name": NAMES[channel.kind] or channel.name,
            "user_id": user.id,
            "user_name": user.name.lower(),
            "api_app_id": APP_ID,
            "token": "unused",
            "is_enterprise_install": "false",
            "response_url": self.slack.response_url(self.space.id, channel.id, user.id),
            "trigger_id": self.slack.trigger(self.space.id),
        }
        return await self.slack.delivery.send("command", payload)

    async def press(self, user: User, message: Message, label: str, *, at: Channel | None = None) -> Json:
        channel = at or self.channel
        element, block_id = button(message.blocks, label)
        where: Json = {"type": "message", "message_ts": message.ts, "channel_id": channel.id}
        where["is_ephemeral"] = bool(message.private_to)
        return await self._interactive(
            user,
            "block_actions",
            channel,
            response_url=self.slack.response_url(self.space.id, channel.id, user.id, message.ts),
            container=where | ({"thread_ts": message.thread_ts} if message.thread_ts else {}),
            actions=[{**element, "block_id": block_id, "action_ts": self.slack.ts()}],
            **({} if message.private_to else {"message": message.json()}),
        )

    async def choose(self, user: User, message: Message, shortcut: str, *, at: Channel | None = None) -> Json:
        """An entry of a message's menu."""
        channel = at or self.channel
        return await self._interactive(
            user,
            "message_action",
            channel,
            callback_id=shortcut,
            message_ts=message.ts,
            message=message.json(),
            response_url=self.slack.response_url(self.space.id, channel.id, user.id),
        )

    async def shortcut(self, user: User, callback_id: str) -> None:
        """The entry that every place has."""
        await self._interactive(user, "shortcut", None, callback_id=callback_id)

    async def types(self, user: User, view: Json, block: str, text: str) -> Json:
        """Types into a modal's field; it says so at each pause where the field asks for that."""
        found = next(each for each in view["blocks"] if each.get("block_id") == block)
        if found.get("dispatch_action"):
            action = {**found["element"], "block_id": block, "value": text}
            container = {"type": "view", "view_id": view["id"]}
            shown = self._with(view, {block: text})
            await self._interactive(user, "block_actions", None, view=shown, container=container, actions=[action])
        return self.slack.views[view["id"]]

    async def submit(self, user: User, view: Json, values: dict[str, str], *, at: Channel | None = None) -> Json:
        """Returns the errors that the form shows, empty where it closed."""
        channel = at or self.channel
        url = {"response_url": self.slack.response_url(self.space.id, channel.id, user.id), "channel_id": channel.id}
        shown = self._with(view, values)
        told = await self._interactive(user, "view_submission", None, view=shown, response_urls=[url])
        errors: Json = told.get("errors", {})
        return errors

    async def open_home(self, user: User) -> Json:
        event = {"type": "app_home_opened", "user": user.id, "channel": f"D{user.id}", "tab": "home"}
        await self.event({**event, "event_ts": self.slack.ts()}, "app_home_opened", None)
        return self.space.homes.get(user.id, {})

    async def press_home(self, user: User, label: str) -> Json:
        view = {"id": f"VHOME{user.id}", "type": "home", "team_id": self.space.id, **self.space.homes[user.id]}
        element, block_id = button(view["blocks"], label)
        container = {"type": "view", "view_id": view["id"]}
        actions = [{**element, "block_id": block_id}]
        return await self._interactive(user, "block_actions", None, view=view, container=container, actions=actions)

    async def event(self, event: Json, name: str, channel: Channel | None) -> None:
        """Deliver an event that the app has asked for and may see."""
        inside = channel is None or self.space.bot_user in channel.members
        if name not in self.slack.events or not inside:
            return
        payload = {
            "token": "unused",
            "team_id": event.get("team") or self.space.id,
            "context_team_id": self.space.id,
            "api_app_id": APP_ID,
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev{self.slack.number()}",
            "event_time": 1_763_980_000,
            "authorizations": [
                {"team_id": self.space.id, "user_id": self.space.bot_user, "is_bot": True, "enterprise_id": None}
            ],
            "is_ext_shared_channel": bool(channel and channel.shared),
        }
        await self.slack.delivery.send("event", payload)

    async def _message(self, channel: Channel, event: Json) -> None:
        await self.event({**event, "channel": channel.id, "event_ts": event["ts"]}, KINDS[channel.kind], channel)

    async def _changed(self, channel: Channel, now: Json, before: Json) -> None:
        changed = {"subtype": "message_changed", "message": now, "previous_message": before}
        event = {"type": "message", "ts": self.slack.ts(), "channel_type": channel.kind, "hidden": True}
        await self._message(channel, {**event, **changed})

    async def _interactive(self, user: User, kind: str, channel: Channel | None, **more: object) -> Json:
        payload: Json = {
            "type": kind,
            "team": {"id": self.space.id, "domain": self.space.name},
            "user": {"id": user.id, "username": user.name.lower(), "team_id": user.team},
            "api_app_id": APP_ID,
            "token": "unused",
            "trigger_id": self.slack.trigger(self.space.id),
            "enterprise": None,
            "is_enterprise_install": False,
            **more,
        }
        if channel:
            payload["channel"] = {"id": channel.id, "name": NAMES[channel.kind] or channel.name}
        return await self.slack.delivery.send("interactive", payload)

    def _with(self, view: Json, values: dict[str, str]) -> Json:
        """A view with what was typed into its fields."""
        state: Json = {}
        for block in view["blocks"]:
            if block.get("type") != "input":
                continue
            element, typed = block["element"], values.get(block["block_id"])
            value: Json = {"type": element["type"]}
            if element["type"] == "static_select":
                chosen = [each for each in element["options"] if each["value"] == typed]
                value["selected_option"] = chosen[0] if chosen else element.get("initial_option")
            elif element["type"] == "conversations_select":
                value["selected_conversation"] = typed or self.channel.id
            else:
                value["value"] = typed if typed is not None else element.get("initial_value")
            state[block["block_id"]] = {element["action_id"]: value}
        return {**view, "state": {"values": state}}


def typed(text: str) -> str:
    """What people type, as Slack hands it on; what stands in pointed brackets is Slack's own already."""
    pieces = re.split(r"(<[^>]+>|https?://[^\s<>]+)", text)
    return "".join(piece if piece.startswith("<") else raw(piece) for piece in pieces)


def raw(piece: str) -> str:
    escaped = piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{escaped}>" if piece.startswith(("http://", "https://")) else escaped


def button(blocks: list[Json], label: str) -> tuple[Json, str]:
    """A button by the words on it, and its block's id."""
    for number, block in enumerate(blocks):
        for element in block.get("elements", []):
            if element.get("type") == "button" and element["text"]["text"].startswith(label):
                return element, block.get("block_id", f"b{number}")
    raise AssertionError(f"no button {label!r}")
