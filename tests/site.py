"""A small news site on loopback: pages of our own, short links, redirects, and a count of who asked for what."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

from tests.reports import REPORTS

SENTENCES = (
    "The council of {place} voted on Tuesday to rebuild the old harbour bridge, ending four years of argument.",
    "Mayor Ines Calder said the work would cost 48 million crowns and take until the spring of 2028.",
    "Two of the nine councillors voted against the plan because it closes the ferry pier for 14 months.",
    "The bridge was shut in 2022 after divers found cracks in three of its seven stone piers.",
    "Engineers from the technical university had warned that a fourth pier was close to failing.",
    "Shop owners on the east bank say they lost a third of their customers while the crossing was closed.",
    "A temporary footbridge for pedestrians and cyclists is due to open before the end of March.",
    "The national road agency will pay half of the cost, the town and the port company share the rest.",
)


def article(place: str, *, canonical: str = "", amp: str = "", extra: str = "") -> str:
    """A whole page in the shape of a real one; `place` makes it another story."""
    paragraphs = "".join(f"<p>{sentence.format(place=place)}</p>" for sentence in SENTENCES)
    head = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    head += f'<link rel="amphtml" href="{amp}">' if amp else ""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{place} to rebuild its harbour bridge | Coast Courier</title>{head}
<meta property="og:type" content="article"><meta property="og:site_name" content="Coast Courier">
<meta property="og:title" content="{place} to rebuild its harbour bridge">
<meta name="description" content="After four years of argument {place} has decided: the old bridge comes back.">
<meta property="article:published_time" content="2026-11-20T09:30:00+01:00">
</head><body><header><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>{place} to rebuild its harbour bridge</h1>
<p class="standfirst">After four years of argument {place} has decided: the old bridge comes back.</p>
{paragraphs}{extra}</article></main><footer><p>© Coast Courier. All rights reserved.</p></footer></body></html>"""


def report(number: int, *, extra: str = "", outlet: str = "Coast Courier") -> str:
    """A page of another story; `extra` are more paragraphs."""
    title, sentences = REPORTS[number]
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="{outlet}">
<meta property="og:title" content="{title}"></head>
<body><main><article><h1>{title}</h1>{paragraphs}{extra}</article></main></body></html>"""


@dataclass
class Site:
    """`pages` by path; a value is HTML, a status, a redirect target or a whole handler's answer. `answers` are JSON."""

    port: int = 0
    pages: dict[str, str] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    answers: dict[str, object] = field(default_factory=dict)
    delays: dict[str, float] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    agents: list[str] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def story(self, path: str, place: str = "Eastmouth", **more: str) -> str:
        """Publish a story at `path`; returns its address."""
        self.pages[path] = article(place, **more)
        return self.url(path)

    def report(self, number: int, path: str = "", **more: str) -> str:
        """Publish one of the stories that are nothing like each other; returns its address."""
        self.pages[path or f"/report/{number}"] = report(number, **more)
        return self.url(path or f"/report/{number}")

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        self.asked[path] += 1
        self.agents.append(request.headers.get("User-Agent", ""))
        await asyncio.sleep(self.delays.get(path, 0))
        if path in self.redirects:
            return web.Response(status=302, headers={"Location": self.redirects[path]})
        if path in self.answers:
            return web.json_response(self.answers[path])
        if path in self.pages:
            status = self.statuses.get(path, 200)
            return web.Response(text=self.pages[path], content_type="text/html", status=status)
        return web.Response(text="not here", status=self.statuses.get(path, 404))


@asynccontextmanager
async def open_site() -> AsyncIterator[Site]:
    site = Site()
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
