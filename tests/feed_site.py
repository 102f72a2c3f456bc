"""A site with feeds on loopback: a test says what each address answers, and reads what it was asked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from aiohttp import web

from tests.site import article


@dataclass(frozen=True)
class Item:
    """An entry of a feed; `path` is its story's."""

    path: str
    title: str
    at: datetime | None = None
    guid: str = ""


@dataclass
class Reply:
    body: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "application/rss+xml"
    etag: str = ""


@dataclass
class FeedSite:
    """`replies` by path; stories are made up for every other path below `/story/`."""

    port: int = 0
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def publish(self, path: str, *items: Item, ttl: int = 0, etag: str = "", title: str = "Coast Courier") -> str:
        """Let `path` be a feed of `items`; returns its address."""
        listed = "".join(self._item(item) for item in items)
        pause = f"<ttl>{ttl}</ttl>" if ttl else ""
        channel = f"<title>{escape(title)}</title><link>{self.url('/')}</link>{pause}{listed}"
        self.replies[path] = Reply(f"<rss version='2.0'><channel>{channel}</channel></rss>", etag=etag)
        return self.url(path)

    def _item(self, item: Item) -> str:
        date = f"<pubDate>{format_datetime(item.at)}</pubDate>" if item.at else ""
        guid = f"<guid isPermaLink='false'>{escape(item.guid)}</guid>" if item.guid else ""
        link = f"<link>{self.url(item.path)}</link>" if item.path else ""
        return f"<item><title>{escape(item.title)}</title>{link}{guid}{date}</item>"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        self.asked.append((path, dict(request.headers)))
        reply = self.replies.get(path)
        if reply is None and path.startswith("/story/"):
            return web.Response(text=article(path.rpartition("/")[2].title()), content_type="text/html")
        if reply is None:
            return web.Response(status=404, text="not here")
        headers = {**reply.headers, **({"ETag": reply.etag} if reply.etag else {})}
        if reply.etag and request.headers.get("If-None-Match") == reply.etag:
            return web.Response(status=304, headers=headers)
        return web.Response(text=reply.body, status=reply.status, headers=headers, content_type=reply.kind)


@asynccontextmanager
async def open_feed_site() -> AsyncIterator[FeedSite]:
    site = FeedSite()
    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", site.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    site.port = runner.addresses[0][1]
    try:
        yield site
    finally:
        await runner.cleanup()
