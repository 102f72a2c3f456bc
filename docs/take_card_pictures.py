"""Pictures of every kind of card as each platform gets it, from the real bot: part of `make pictures` (needs Chromium).

The try-out page draws the payloads of the platforms' own adapters. `python docs/take_card_pictures.py discord` takes
one platform's only.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright
from take_pictures import ARGUMENTS, CHROMIUM, PICTURES, answered, running_bot, say, speak_as

PLATFORMS = ("discord", "slack")
PORT, EXAMPLE_PORT = 8732, 8733
EXAMPLE = f"http://127.0.0.1:{EXAMPLE_PORT}/island/diesel-plant-vote"
PRESS = "press: "
CARDS = {
    "briefing-medium": EXAMPLE,
    "pointer": f"{EXAMPLE}?utm_source=newsletter",
    "briefing-short": f"/brief {EXAMPLE} length:short",
    "briefing-full": f"/brief {EXAMPLE} length:full",
    "who": "/who",
    "person": "/who Ingrid Solhaug",
    "error": f"/brief http://127.0.0.1:{EXAMPLE_PORT}/island/nothing-here",
    "help": "/help",
    "settings": "/settings",
    "topics": '/topics follow "diesel plant" OR tidal',
    "topics-followed": PRESS + "Follow",
    "topics-list": "/topics list",
    "settings-german": "/settings language:de",
    "briefing-german": f"/brief {EXAMPLE}",
    "help-german": "/help",
}
"""What is typed (or pressed on the last card), in this order, and what the card that answers is called."""


async def main(platforms: tuple[str, ...]) -> None:
    async with running_bot(PORT, EXAMPLE_PORT) as url, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = await opened(browser, url)
        for number, (name, text) in enumerate(CARDS.items(), 1):
            if text.startswith(PRESS):
                await page.locator(".chat-cell .card button", has_text=text.removeprefix(PRESS)).last.click()
            else:
                await say(page, text)
            await answered(page, number)
            await page.wait_for_timeout(400)
            for platform in platforms:
                await take(page, platform, name)
        await browser.close()


async def opened(browser: Browser, url: str) -> Page:
    """The page as Mara, who manages the channel, with room for every preview."""
    page = await browser.new_page(viewport={"width": 2000, "height": 1600}, device_scale_factor=2)
    await page.goto(url)
    await page.locator("#channels li").first.wait_for(state="attached")
    await speak_as(page, "Mara")
    await page.wait_for_timeout(300)
    return page


async def take(page: Page, platform: str, name: str) -> None:
    folder = PICTURES / platform
    folder.mkdir(parents=True, exist_ok=True)
    await page.evaluate("document.querySelectorAll('.preview-payload').forEach((each) => each.remove())")
    frame = page.locator(f".preview-{platform} .preview-frame").last
    await frame.scroll_into_view_if_needed()
    await frame.screenshot(path=folder / f"{name}.png")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    asyncio.run(main(tuple(sys.argv[1:]) or PLATFORMS))
