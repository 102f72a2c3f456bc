"""Pictures of a topic from follow to digest, on the try-out page with a clock that moves: part of `make pictures`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright
from take_pictures import ARGUMENTS, CHROMIUM, PICTURES, say, speak_as

sys.path.insert(0, str(Path(__file__).parent.parent))

from adapters.registry import ADAPTERS
from bot.app import assemble, serve
from bot.app.serve import values_for
from bot.chat import Ports
from bot.settings import Fetch, Settings
from tests.reports import REPORTS
from tests.site import Site, open_site

PORT, EXAMPLE_PORT = 8734, 8735
NEWS = "<p>Health minister Joana Prado said on Friday that 23 children are now waiting for the same operation.</p>"


class Clock:
    """The real one, set forward as the story goes on."""

    ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@asynccontextmanager
async def bot(clock: Clock, site: Site) -> AsyncIterator[str]:
    web = ADAPTERS["web"]
    section = web.settings_type()(port=PORT, example_port=EXAMPLE_PORT)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            data=folder,
            fetch=Fetch(allow_loopback=(site.host, *web.loopback_hosts(section))),
            sections={"web": section},
        )
        async with assemble(settings, clock=clock) as parts:
            platform = web.open(section, Ports(values_for(parts, "web")))
            serving = asyncio.create_task(serve(parts, [platform]))
            await asyncio.sleep(1.5)
            try:
                yield f"http://127.0.0.1:{PORT}/"
            finally:
                serving.cancel()
                await asyncio.gather(serving, return_exceptions=True)


async def enter(page: Page, channel: str) -> None:
    await page.locator(f'[data-channel="{channel}"]').click()
    await page.wait_for_timeout(400)


async def shares(page: Page, site: Site, number: int) -> None:
    await say(page, site.report(number))
    await page.locator(".card", has_text=REPORTS[number][0]).first.wait_for(state="attached")


async def last_card(page: Page, words: str, name: str) -> None:
    card = page.locator(".chat-cell .card", has_text=words).last
    await card.wait_for(state="attached")
    await card.scroll_into_view_if_needed()
    await page.wait_for_timeout(500)
    await card.screenshot(path=PICTURES / f"{name}.png")


async def told(page: Page, site: Site, clock: Clock) -> None:
    """A week of stories, a topic, an alert, what is new in its story, and a digest."""
    await enter(page, "general")
    await speak_as(page, "Jonas")
    for number in range(4):
        await shares(page, site, number)
    clock.ahead += timedelta(days=1)
    await enter(page, "newsroom")
    await speak_as(page, "Mara")
    await say(page, "/topics follow museum OR council when:at once quiet:22:00-07:00")
    await last_card(page, "would have brought", "topic-rehearsal")
    await page.locator(".chat-cell .card button", has_text="Follow").last.click()
    await last_card(page, "from now on", "topic-followed")
    await say(page, '/topics follow "climate envoy')
    await last_card(page, "never closed", "topic-problem")
    clock.ahead += timedelta(minutes=5)
    await enter(page, "general")
    await speak_as(page, "Aiko")
    await shares(page, site, 5)
    await enter(page, "newsroom")
    await last_card(page, "windpipe", "topic-alert")
    clock.ahead += timedelta(hours=2)
    await enter(page, "general")
    await say(page, site.report(5, "/later", extra=NEWS, outlet="Hill Herald"))
    await enter(page, "newsroom")
    await last_card(page, "New in this story", "topic-update")
    await speak_as(page, "Mara")
    await say(page, "/topics edit topic:1 when:hourly")
    await page.locator(".card", has_text="a digest every hour").first.wait_for(state="attached")
    await enter(page, "general")
    for number in (4, 6, 7):
        await shares(page, site, number)
    await say(page, site.report(6, "/again", outlet="Hill Herald"))
    await page.wait_for_timeout(3000)
    clock.ahead += timedelta(hours=1)
    await enter(page, "newsroom")
    await last_card(page, "stories on museum", "topic-digest")
    await say(page, "/topics list")
    await last_card(page, "What this channel follows", "topic-list")


async def main() -> None:
    clock = Clock()
    async with open_site() as site, bot(clock, site) as url, async_playwright() as playwright:
        browser: Browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 1000, "height": 1100})
        await page.goto(url)
        await told(page, site, clock)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
