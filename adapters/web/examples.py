"""The example news site: a few pages of our own on a second loopback port, so that the try-out needs no internet."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from adapters.web.render import Json

SITE = Path(__file__).parent / "example_site"

STORY = "/island/diesel-plant-vote"
AMP = f"{STORY}/amp"
TEXT = f"{STORY}.txt"
UPDATE = "/island/diesel-plant-last-day"
NOT_FOUND = "/island/lighthouse-sold"
SHORT = "/s/tide71"

FILES = {
    "/": ("home.html", "text/html"),
    STORY: ("story.html", "text/html"),
    AMP: ("story_amp.html", "text/html"),
    TEXT: ("story.txt", "text/plain"),
    UPDATE: ("update.html", "text/html"),
    NOT_FOUND: ("not_found.html", "text/html"),
    "/style.css": ("style.css", "text/css"),
    "/images/plant.svg": ("plant.svg", "image/svg+xml"),
    "/images/harbour.svg": ("harbour.svg", "image/svg+xml"),
}
"""What is served where. The page that is not found answers 200, as many do."""

FEED = "/feed.xml"
LATER = 60.0
"""Seconds after somebody first asked for the feed, until it has one story more: time to follow a topic."""

SHORT_LINKS = {SHORT: f"{STORY}?utm_source=share&utm_medium=short"}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'none'",
    "Cache-Control": "max-age=300",
}


@dataclass(frozen=True, slots=True)
class Try:
    """One thing to try: `label` and `hint` explain it, `text` goes into the chat; `long` is put in the composer."""

    label: str
    hint: str
    text: str
    long: bool = False

    def json(self) -> Json:
        return {"label": self.label, "hint": self.hint, "text": self.text, "long": self.long}


def things_to_try(origin: str) -> list[Json]:
    """The lessons of an empty channel; `origin` is where the example site answers."""
    text = (SITE / "story.txt").read_text(encoding="utf-8")
    again = f"{origin}{AMP}?utm_source=newsletter"
    lessons = (
        Try("Paste a link", "An example article becomes a briefing", f"{origin}{STORY}"),
        Try("Paste it again, disguised", "Its AMP page with a tracker: you get a pointer, not a repeat", again),
        Try("Paste a whole text", "No link at hand? The words of an article will do", text, long=True),
        Try("Ask what I can do", "Every command in one card", "/help"),
        Try("See how I behave here", "Every setting of the channel; Mara may change them", "/settings"),
    )
    return [lesson.json() for lesson in lessons]


def example_app() -> web.Application:
    app = web.Application()
    for path, (name, content_type) in FILES.items():
        app.router.add_get(path, page(SITE / name, content_type))
    app.router.add_get(FEED, feed())
    for path, target in SHORT_LINKS.items():
        app.router.add_get(path, short_link(target))
    return app


def page(file: Path, content_type: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Serves a file in which `{{origin}}` stands for the site's own address."""
    template = file.read_text(encoding="utf-8")

    async def serve(request: web.Request) -> web.Response:
        text = template.replace("{{origin}}", origin_of(request))
        return web.Response(text=text, content_type=content_type, charset="utf-8", headers=HEADERS)

    return serve


def feed() -> Callable[[web.Request], Awaitable[web.Response]]:
    """A feed that brings a story while you watch."""
    before, after = (page(SITE / name, "application/rss+xml") for name in ("feed.xml", "feed_later.xml"))
    first: list[float] = []

    async def serve(request: web.Request) -> web.Response:
        now = time.monotonic()
        first.append(now)
        del first[1:]
        answer = await (before if now - first[0] < LATER else after)(request)
        answer.headers["Cache-Control"] = "no-cache"
        return answer

    return serve


def short_link(target: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def serve(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target, **HEADERS})

    return serve


def origin_of(request: web.Request) -> str:
    """From the socket, not from the `Host` header, which anyone can write."""
    assert request.transport is not None
    host, port = request.transport.get_extra_info("sockname")[:2]
    return f"http://{host}:{port}"
