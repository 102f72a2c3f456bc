"""The loopback server: requests come in, their form is checked, a method answers."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.adapters.slack.loopback.methods import METHODS
from tests.adapters.slack.loopback.slack import APP_ID, EVERY_SCOPE, Refused, Slack
from tests.adapters.slack.loopback.state import Call, Failure, Json, Message
from tests.adapters.slack.loopback.strict import wrong_blocks

MOST_USES = 5


@asynccontextmanager
async def open_slack() -> AsyncIterator[Slack]:
    slack = Slack()
    server = Server(slack)
    app = web.Application(client_max_size=4_000_000)
    app.add_routes(
        [
            web.route("*", "/api/{method}", server.call),
            web.get("/link", server.socket),
            web.post("/respond/{code}", server.respond),
            web.get("/oauth/v2/authorize", server.authorize),
        ]
    )
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    try:
        yield slack
    finally:
        for socket in slack.delivery.sockets:
            await socket.close()
        await runner.cleanup()


class Server:
    def __init__(self, slack: Slack) -> None:
        self.slack = slack

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        args = await arguments(request)
        token = args.pop("token", "") or request.headers.get("Authorization", "").removeprefix("Bearer ")
        space = self.slack.by_token(token)
        failure = self.slack.failing(method, str(args.get("channel", "")))
        if failure and failure.drop == "before":
            cut(request)
        self.slack.on_call(method)
        self.slack.calls.append(Call(method, space.id if space else "", args))
        if failure and not failure.drop:
            return failed(failure)
        try:
            answer, scopes = self._answer(request, method, args, token)
        except Refused as refused:
            return web.json_response({"ok": False, "error": refused.error, **refused.more})
        if failure:
            cut(request)
        return web.json_response({"ok": True, **answer}, headers={"x-oauth-scopes": scopes})

    def _answer(self, request: web.Request, method: str, args: Json, token: str) -> tuple[Json, str]:
        """What the method says, and the scopes that the token has."""
        if method == "oauth.v2.access":
            return self._access(request, args), ""
        if method == "apps.connections.open":
            if token != self.slack.app_token:
                raise Refused("invalid_auth" if token else "not_authed")
            host = self.slack.url.removeprefix("http://").removesuffix("/api/")
            return {"url": f"ws://{host}/link?ticket={self.slack.number()}&app_id={APP_ID}"}, "connections:write"
        if method == "apps.manifest.export" and token.startswith("xoxe"):
            return METHODS[method].does(self.slack, next(iter(self.slack.workspaces.values())), args), ""
        known, space = METHODS.get(method), self.slack.by_token(token)
        if known is None:
            raise Refused("unknown_method", req_method=method)
        if space is None:
            raise Refused("invalid_auth" if token else "not_authed")
        if unknown := args.keys() - known.takes - {"team_id"}:
            raise Refused("invalid_arguments", response_metadata={"messages": [f"[ERROR] {each}" for each in unknown]})
        if request.content_type == "application/json" and not known.json:
            raise Refused("invalid_arguments", warning="superfluous_charset")
        if known.scopes and not space.scopes.intersection(known.scopes):
            raise Refused("missing_scope", needed=known.scopes[0], provided=",".join(sorted(space.scopes)))
        return known.does(self.slack, space, args), ",".join(sorted(space.scopes))

    def _access(self, request: web.Request, args: Json) -> Json:
        basic = request.headers.get("Authorization", "")
        pair = f"{self.slack.client_id}:{self.slack.client_secret}".encode()
        known = f"Basic {base64.b64encode(pair).decode()}"
        if basic != known and args.get("client_secret") != self.slack.client_secret:
            raise Refused("bad_client_secret")
        team = self.slack.codes.pop(args.get("code", ""), None)
        if team is None:
            raise Refused("invalid_code")
        space = self.slack.workspaces[team]
        self.slack.install(space)
        told = {"access_token": space.token, "token_type": "bot", "scope": ",".join(sorted(space.scopes))}
        return {
            **told,
            "bot_user_id": space.bot_user,
            "app_id": APP_ID,
            "team": {"id": team, "name": space.name},
            "enterprise": None,
            "is_enterprise_install": False,
            "authed_user": {"id": next(iter(space.users))},
        }

    async def authorize(self, request: web.Request) -> web.Response:
        """The page where an admin says yes: straight back with a code, for the workspace that `team` names."""
        query = request.query
        if query.get("client_id") != self.slack.client_id or set(query["scope"].split(",")) - EVERY_SCOPE:
            return web.Response(status=400, text="invalid_client_id or invalid_scope")
        code = f"code-{self.slack.number()}"
        self.slack.codes[code] = query["team"]
        target = f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"
        return web.Response(status=302, headers={"Location": target})

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.slack.delivery.sockets.append(socket)
        hello: Json = {"type": "hello", "connection_info": {"app_id": APP_ID}, "debug_info": {"host": "loopback"}}
        await socket.send_str(json.dumps(hello | {"num_connections": len(self.slack.delivery.sockets)}))
        async for frame in socket:
            if frame.type is aiohttp.WSMsgType.TEXT:
                self.slack.delivery.acknowledged(json.loads(frame.data))
        self.slack.delivery.sockets.remove(socket)
        return socket

    async def respond(self, request: web.Request) -> web.Response:
        """A `response_url`: five uses, then it is used up."""
        code = request.match_info["code"]
        team, channel_id, user, original = self.slack.response_urls[code]
        self.slack.uses[code] += 1
        if self.slack.uses[code] > MOST_USES:
            return web.json_response({"ok": False, "error": "used_url"}, status=404)
        said: Json = await request.json()
        self.slack.calls.append(Call("response_url", team, said))
        if problems := wrong_blocks(said.get("blocks", [])):
            return web.Response(status=400, text=f"invalid_blocks: {problems}")
        space = self.slack.workspaces[team]
        channel = next(c for w in self.slack.workspaces.values() for c in w.channels.values() if c.id == channel_id)
        if said.get("delete_original") or said.get("replace_original"):
            channel.messages.pop(original, None)
        if said.get("text") or said.get("blocks"):
            message = Message(self.slack.ts(), space.bot_user, said.get("text", ""), said.get("blocks", []))
            message.bot_id, message.thread_ts = space.bot_id, said.get("thread_ts", "")
            message.private_to = "" if said.get("response_type") == "in_channel" else user
            self.slack.add(channel, message)
            self.slack.response_urls[code] = (team, channel_id, user, message.ts)
        return web.Response(text="ok")


async def arguments(request: web.Request) -> Json:
    """From the query, a form or JSON. A form carries nested values as JSON texts."""
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        args |= await request.json()
    elif request.body_exists:
        args |= dict(await request.post())
    for key in ("blocks", "attachments", "metadata", "view"):
        if isinstance(args.get(key), str):
            args[key] = json.loads(args[key])
    return args


def cut(request: web.Request) -> None:
    """End the line without an answer."""
    assert request.transport is not None
    request.transport.abort()
    raise ConnectionResetError


def failed(failure: Failure) -> web.Response:
    if failure.after:
        headers = {"Retry-After": str(failure.after)}
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)
    return web.json_response({"ok": False, "error": failure.error}, status=failure.status or 200)
