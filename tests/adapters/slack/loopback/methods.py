"""The Web API's methods: what each takes, what it needs, and what it does to the state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.adapters.slack.loopback.slack import Refused, Slack
from tests.adapters.slack.loopback.state import Channel, Json, Message, Workspace
from tests.adapters.slack.loopback.strict import ALL_TEXT, length, wrong_blocks, wrong_view

Does = Callable[[Slack, Workspace, Json], Json]
WRITTEN = "channel text blocks attachments link_names parse"


@dataclass(frozen=True)
class Method:
    """`takes` are the arguments' names, `scopes` any of which will do; `json`: a JSON body is understood."""

    does: Does
    takes: frozenset[str]
    scopes: tuple[str, ...] = ()
    json: bool = True


def post(slack: Slack, space: Workspace, args: Json) -> Json:
    channel = _writable(slack, space, args)
    _check_message(slack, args)
    thread = args.get("thread_ts", "")
    if thread and thread not in channel.messages:
        raise Refused("thread_not_found")
    message = _message(slack, space, args)
    slack.add(channel, message)
    return {"channel": channel.id, "ts": message.ts, "message": message.json()}


def post_ephemeral(slack: Slack, space: Workspace, args: Json) -> Json:
    channel = _writable(slack, space, args)
    _check_message(slack, args)
    if args.get("user") not in channel.members:
        raise Refused("user_not_in_channel")
    message = _message(slack, space, args)
    message.private_to = args["user"]
    slack.add(channel, message)
    return {"message_ts": message.ts}


def update(slack: Slack, space: Workspace, args: Json) -> Json:
    channel = _writable(slack, space, args)
    message = channel.messages.get(args.get("ts", ""))
    if message is None or message.private_to:
        raise Refused("message_not_found")
    if message.bot_id != space.bot_id:
        raise Refused("cant_update_message")
    _check_message(slack, args)
    message.text, message.blocks = args.get("text", ""), args.get("blocks", [])
    message.edited = slack.ts()
    return {"channel": channel.id, "ts": message.ts, "text": message.text}


def delete(slack: Slack, space: Workspace, args: Json) -> Json:
    channel = slack.seen_by(space, args.get("channel", ""))
    message = channel.messages.get(args.get("ts", ""))
    if message is None or message.private_to:
        raise Refused("message_not_found")
    if message.bot_id != space.bot_id:
        raise Refused("cant_delete_message")
    del channel.messages[message.ts]
    return {"channel": channel.id, "ts": message.ts}


def info(slack: Slack, space: Workspace, args: Json) -> Json:
    channel = slack.seen_by(space, args.get("channel", ""))
    _need(space, channel, "read")
    return {"channel": channel.json()}


def history(slack: Slack, space: Workspace, args: Json) -> Json:
    channel = _readable(slack, space, args)
    roots = [m for m in channel.messages.values() if not m.thread_ts or m.thread_ts == m.ts]
    return _page(roots, args, newest_first=True)


def replies(slack: Slack, space: Workspace, args: Json) -> Json:
    channel = _readable(slack, space, args)
    root = args.get("ts", "")
    if root not in channel.messages:
        raise Refused("thread_not_found")
    return _page([m for m in channel.messages.values() if root in (m.ts, m.thread_ts)], args, newest_first=False)


def user(slack: Slack, space: Workspace, args: Json) -> Json:
    for other in slack.workspaces.values():
        if found := other.users.get(args.get("user", "")):
            told = found.json()
            if other is not space:
                told |= {"is_stranger": True}
            return {"user": told}
    raise Refused("user_not_found")


def publish(slack: Slack, space: Workspace, args: Json) -> Json:
    _check_view(args.get("view"), "home")
    if args.get("user_id") not in space.users:
        raise Refused("user_not_found")
    space.homes[args["user_id"]] = args["view"]
    return {"view": {"id": f"VHOME{args['user_id']}", **args["view"]}}


def open_view(slack: Slack, space: Workspace, args: Json) -> Json:
    if slack.triggers.pop(args.get("trigger_id", ""), None) != space.id:
        raise Refused("invalid_trigger_id" if args.get("trigger_id") else "invalid_arguments")
    _check_view(args.get("view"), "modal")
    view = {"id": f"V{slack.number()}", "hash": f"{slack.number()}.h", "team_id": space.id, **args["view"]}
    slack.views[view["id"]] = view
    return {"view": view}


def update_view(slack: Slack, space: Workspace, args: Json) -> Json:
    view = slack.views.get(args.get("view_id", ""))
    if view is None:
        raise Refused("not_found")
    if args.get("hash", view["hash"]) != view["hash"]:
        raise Refused("hash_conflict")
    _check_view(args.get("view"), "modal")
    view |= {**args["view"], "hash": f"{slack.number()}.h"}
    return {"view": view}


def auth_test(slack: Slack, space: Workspace, args: Json) -> Json:
    names = {"team": space.name, "team_id": space.id, "user": "standfirst", "user_id": space.bot_user}
    return {"url": space.url, "bot_id": space.bot_id, "is_enterprise_install": False, **names}


def export_manifest(slack: Slack, space: Workspace, args: Json) -> Json:
    events = {"bot_events": sorted(slack.events)}
    return {"manifest": {"settings": {"event_subscriptions": events}}}


def _writable(slack: Slack, space: Workspace, args: Json) -> Channel:
    channel = slack.seen_by(space, args.get("channel", ""))
    if space.bot_user not in channel.members:
        raise Refused("not_in_channel")
    if channel.archived:
        raise Refused("is_archived")
    return channel


def _readable(slack: Slack, space: Workspace, args: Json) -> Channel:
    channel = slack.seen_by(space, args.get("channel", ""))
    _need(space, channel, "history")
    if space.bot_user not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _need(space: Workspace, channel: Channel, what: str) -> None:
    kind = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}[channel.kind]
    if f"{kind}:{what}" not in space.scopes:
        raise Refused("missing_scope", needed=f"{kind}:{what}", provided=",".join(sorted(space.scopes)))


def _check_message(slack: Slack, args: Json) -> None:
    blocks = args.get("blocks")
    if not args.get("text") and not blocks:
        raise Refused("no_text")
    if len(args.get("text", "")) > 40_000:
        raise Refused("msg_too_long")
    if blocks is None:
        return
    problems = wrong_blocks(blocks)
    problems += [f"downloading image failed: {url}" for url in slack.broken_images if url in str(blocks)]
    if problems:
        raise Refused("invalid_blocks", response_metadata={"messages": [f"[ERROR] {each}" for each in problems]})
    if length(blocks) > ALL_TEXT:
        raise Refused("msg_blocks_too_long")


def _check_view(view: object, kind: str) -> None:
    problems = wrong_view(view)
    if isinstance(view, dict) and view.get("type") != kind:
        problems.append(f"only {kind} views here")
    if problems:
        raise Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] {each}" for each in problems]})


def _message(slack: Slack, space: Workspace, args: Json) -> Message:
    return Message(
        slack.ts(),
        space.bot_user,
        args.get("text", ""),
        args.get("blocks") or [],
        thread_ts=args.get("thread_ts", ""),
        bot_id=space.bot_id,
        metadata=args.get("metadata"),
        unfurls=args.get("unfurl_links", True) or args.get("unfurl_media", True),
    )


def _page(messages: list[Message], args: Json, *, newest_first: bool) -> Json:
    oldest, latest = float(args.get("oldest") or 0), float(args.get("latest") or "inf")
    inclusive = str(args.get("inclusive", "")).lower() in ("1", "true")
    found = [
        m
        for m in messages
        if not m.private_to and (oldest < float(m.ts) < latest or (inclusive and oldest <= float(m.ts) <= latest))
    ]
    found.sort(key=lambda m: m.ts, reverse=newest_first)
    limit = int(args.get("limit") or 100)
    full = str(args.get("include_all_metadata", "")).lower() in ("1", "true")
    shown = [m.json() | ({"metadata": m.metadata} if full and m.metadata else {}) for m in found[:limit]]
    return {"messages": shown, "has_more": len(found) > limit}


def _method(does: Does, takes: str, scopes: str = "", *, json: bool = True) -> Method:
    return Method(does, frozenset(takes.split()), tuple(scopes.split()), json)


PAGED = "channel ts latest oldest inclusive limit cursor include_all_metadata"
HISTORY = "channels:history groups:history im:history mpim:history"
METHODS: Mapping[str, Method] = {
    "auth.test": _method(auth_test, ""),
    "chat.postMessage": _method(
        post, f"{WRITTEN} thread_ts metadata unfurl_links unfurl_media mrkdwn reply_broadcast", "chat:write"
    ),
    "chat.postEphemeral": _method(post_ephemeral, f"{WRITTEN} thread_ts user", "chat:write"),
    "chat.update": _method(update, f"{WRITTEN} ts metadata reply_broadcast", "chat:write"),
    "chat.delete": _method(delete, "channel ts", "chat:write"),
    "conversations.info": _method(info, "channel include_locale", "channels:read groups:read", json=False),
    "conversations.history": _method(history, PAGED, HISTORY, json=False),
    "conversations.replies": _method(replies, PAGED, HISTORY, json=False),
    "users.info": _method(user, "user include_locale", "users:read", json=False),
    "views.publish": _method(publish, "user_id view hash"),
    "views.open": _method(open_view, "trigger_id view"),
    "views.update": _method(update_view, "view_id view hash external_id"),
    "apps.manifest.export": _method(export_manifest, "app_id"),
}
