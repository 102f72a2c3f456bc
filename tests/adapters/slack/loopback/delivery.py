"""How what happens reaches the app: over Socket Mode's sockets or as signed HTTP, again where nobody acknowledges."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

from tests.adapters.slack.loopback.state import Json

if TYPE_CHECKING:
    from tests.adapters.slack.loopback.slack import Slack

ACK = 3.0
KINDS = {"event": "events_api", "command": "slash_commands", "interactive": "interactive"}


@dataclass
class Delivery:
    """`endpoint` set: HTTP; else the sockets, in turn. `times` is how often each event is delivered, acknowledged or
    not: Slack may repeat itself. `acks` are seconds each took."""

    slack: Slack
    endpoint: str = ""
    times: int = 1
    retries: int = 3
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    acks: list[float] = field(default_factory=list)
    unacknowledged: int = 0
    _waiting: dict[str, asyncio.Future[Json]] = field(default_factory=dict)
    _turn: int = 0

    async def send(self, kind: str, payload: Json) -> Json:
        """Deliver one thing; returns what the app said in its acknowledgement."""
        answers = [await self._once(kind, payload) for _ in range(self.times if kind == "event" else 1)]
        return answers[0]

    async def _once(self, kind: str, payload: Json) -> Json:
        for attempt in range(1 + (self.retries if kind == "event" else 0)):
            begun = time.perf_counter()
            try:
                answer = await (self._http if self.endpoint else self._socket)(kind, payload, attempt)
            except (TimeoutError, ConnectionError, aiohttp.ClientError):
                continue
            self.acks.append(time.perf_counter() - begun)
            return answer
        self.unacknowledged += 1
        return {}

    async def _socket(self, kind: str, payload: Json, attempt: int) -> Json:
        open_sockets = [socket for socket in self.sockets if not socket.closed]
        if not open_sockets:
            raise ConnectionError("no socket")
        self._turn += 1
        socket = open_sockets[self._turn % len(open_sockets)]
        envelope_id = f"env-{self.slack.number()}"
        envelope: Json = {"envelope_id": envelope_id, "type": KINDS[kind], "payload": payload}
        envelope["accepts_response_payload"] = kind != "event"
        if kind == "event":
            envelope |= {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
        waiting = self._waiting[envelope_id] = asyncio.get_running_loop().create_future()
        try:
            await socket.send_str(json.dumps(envelope))
            return await asyncio.wait_for(waiting, ACK)
        finally:
            del self._waiting[envelope_id]

    def acknowledged(self, said: Json) -> None:
        waiting = self._waiting.get(said.get("envelope_id", ""))
        if waiting and not waiting.done():
            waiting.set_result(said.get("payload") or {})

    async def _http(self, kind: str, payload: Json, attempt: int) -> Json:
        if kind == "event":
            body, content = json.dumps(payload), "application/json"
        else:
            fields = payload if kind == "command" else {"payload": json.dumps(payload)}
            body, content = urlencode(fields), "application/x-www-form-urlencoded"
        again = {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_timeout"} if attempt else {}
        status, text = await self.post(body, {"Content-Type": content, **again})
        if status != 200:
            raise ConnectionError(status)
        told: Json = json.loads(text) if text.startswith("{") else {}
        return told

    async def post(self, body: str, headers: dict[str, str], *, at: float | None = None) -> tuple[int, str]:
        """A signed request; `at` is when it claims to have been signed."""
        stamp = str(int(time.time() if at is None else at))
        headers = {**headers, "X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": self.signature(body, stamp)}
        return await self.raw(body, headers)

    async def raw(self, body: str | bytes, headers: dict[str, str]) -> tuple[int, str]:
        timeout, data = aiohttp.ClientTimeout(total=ACK), BytesIO(body.encode() if isinstance(body, str) else body)
        async with (
            aiohttp.ClientSession(timeout=timeout) as http,
            http.post(self.endpoint, data=data, headers=headers) as answer,
        ):
            return answer.status, await answer.text()

    def signature(self, body: str, stamp: str) -> str:
        base = f"v0:{stamp}:{body}".encode()
        return "v0=" + hmac.new(self.slack.signing_secret.encode(), base, hashlib.sha256).hexdigest()

    async def disconnect(self, reason: str) -> None:
        """Tell the first socket that it will be closed."""
        socket = self.sockets[0]
        await socket.send_str(json.dumps({"type": "disconnect", "reason": reason, "debug_info": {"host": "loopback"}}))
