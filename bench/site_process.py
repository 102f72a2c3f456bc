"""A news site in a process of its own: any path under `/story/` is a story, like no other."""

from __future__ import annotations

import asyncio
import zlib

from aiohttp import web

from bench import unlike


async def main() -> None:
    async def story(request: web.Request) -> web.Response:
        return web.Response(
            text=unlike.page(zlib.crc32(request.match_info["place"].encode())), content_type="text/html"
        )

    app = web.Application()
    app.router.add_get("/story/{place}", story)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
