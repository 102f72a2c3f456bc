"""What every REST call goes through: who calls, what is wrong with it, rate limits, and faults that a test asks for."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from tests.discord import schema
from tests.discord.world import World

Json = dict[str, Any]
BODY = web.RequestKey("body", dict[str, Any])
"""What came as JSON; the commands come as a list."""


def told(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """JSON as Discord sends it: discord.py reads no body of another content type."""
    more = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(value).encode(), status=status, headers=more)


class Refusal(Exception):
    """An error answer: an HTTP status and Discord's own code."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


MISSING_ACCESS = Refusal(403, 50001, "Missing Access")
MISSING_PERMISSIONS = Refusal(403, 50013, "Missing Permissions")
CANNOT_MESSAGE = Refusal(403, 50007, "Cannot send messages to this user")
UNKNOWN_CHANNEL = Refusal(404, 10003, "Unknown Channel")
UNKNOWN_MESSAGE = Refusal(404, 10008, "Unknown Message")
UNKNOWN_WEBHOOK = Refusal(404, 10015, "Unknown Webhook")
UNKNOWN_INTERACTION = Refusal(404, 10062, "Unknown interaction")
ALREADY_ACKNOWLEDGED = Refusal(400, 40060, "Interaction has already been acknowledged.")
EMPTY_MESSAGE = Refusal(400, 50006, "Cannot send an empty message")
THREAD_EXISTS = Refusal(400, 160004, "A thread has already been created for this message")
UNAUTHORIZED = Refusal(401, 0, "401: Unauthorized")


@dataclass
class Fault:
    """The next `times` calls that match get `status` instead, after `delay` seconds; status 0 delays only."""

    method: str
    path: str
    status: int = 0
    times: int = 1
    delay: float = 0.0
    retry_after: float = 0.05
    everywhere: bool = False
    code: int = 0

    def hits(self, request: web.Request, path: str) -> bool:
        return self.times > 0 and request.method == self.method and re.search(self.path, path) is not None


@dataclass
class Call:
    """One REST call as it came in; `at` is when, by `time.perf_counter`."""

    method: str
    path: str
    body: Any
    query: dict[str, str]
    at: float = 0.0


@dataclass
class Wire:
    """`calls` are all that came, `wrong` what was against the rules: a test that ends with any has failed."""

    world: World
    prefix: str = "/api/v10"
    calls: list[Call] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    counted: Counter[str] = field(default_factory=Counter)
    strict: bool = True

    def made(self, method: str, pattern: str) -> list[Call]:
        """The calls to paths that match."""
        return [call for call in self.calls if call.method == method and re.search(pattern, call.path)]

    @property
    def middleware(self) -> Middleware:
        @web.middleware
        async def pass_on(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not request.path.startswith(self.prefix):
                return await handler(request)
            return await self._answer(request, handler)

        return pass_on

    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        path = request.path.removeprefix(self.prefix)
        at = time.perf_counter()
        body: dict[str, Any] = await request.json() if request.can_read_body else {}
        request[BODY] = body
        self.calls.append(Call(request.method, path, body, dict(request.query), at))
        for fault in self.faults:
            if fault.hits(request, path):
                fault.times -= 1
                await asyncio.sleep(fault.delay)
                if fault.status:
                    return failed(fault)
                break
        try:
            self._known(request, path)
            self._fits(request.method, path, body)
            answer = await handler(request)
        except Refusal as refusal:
            return refused(refusal)
        except web.HTTPNotFound:
            self.wrong.append(f"no such route: {request.method} {path}")
            return refused(Refusal(404, 0, "404: Not Found"))
        answer.headers.update({"X-RateLimit-Bucket": bucket(path), "X-RateLimit-Limit": "50"})
        answer.headers.update({"X-RateLimit-Remaining": "49", "X-RateLimit-Reset-After": "1.0"})
        answer.headers["Via"] = "1.1 loopback"
        return answer

    def _known(self, request: web.Request, path: str) -> None:
        """The bot's token, except where an interaction's own token is in the path."""
        if path.startswith(("/interactions/", "/webhooks/")):
            return
        if request.headers.get("Authorization") != f"Bot {self.world.token}":
            raise UNAUTHORIZED

    def _fits(self, method: str, path: str, body: object) -> None:
        if self.strict and schema.is_here():
            self.refuse(list(schema.problems(method, path, body)), path)

    def refuse(self, problems: list[str], path: str) -> None:
        """Note what is wrong and answer as Discord does."""
        if problems:
            self.wrong += [f"{path}: {problem}" for problem in problems]
            raise Refusal(400, 50035, f"Invalid Form Body: {'; '.join(problems)}")


def bucket(path: str) -> str:
    return re.sub(r"\d{5,}", "x", path)[:60].replace("/", "-")


def refused(refusal: Refusal) -> web.Response:
    return told({"code": refusal.code, "message": refusal.message}, status=refusal.status)


def failed(fault: Fault) -> web.Response:
    if fault.status != 429:
        return told({"code": fault.code, "message": "fault"}, status=fault.status)
    body = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": fault.everywhere}
    headers = {"Via": "1.1 loopback", "Retry-After": str(fault.retry_after)}
    if fault.everywhere:
        headers["X-RateLimit-Global"] = "true"
    return told(body, status=429, headers=headers)
