"""The README's pictures, from the real bot and the real page: `make pictures` (needs Chromium)."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

PICTURES = Path(__file__).parent / "pictures"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
PORT, EXAMPLE_PORT = 8730, 8731
EXAMPLE = f"http://127.0.0.1:{EXAMPLE_PORT}/island/diesel-plant-vote"


@asynccontextmanager
async def running_bot(port: int = PORT, example_port: int = EXAMPLE_PORT) -> AsyncIterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.toml"
        config.write_text(f'data = "{folder}/data"\n[web]\nport = {port}\nexample_port = {example_port}\n')
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "--config", str(config), "run"), stdout=PIPE, stderr=DEVNULL, env=os.environ
        )
        assert bot.stdout is not None
        try:
            line = (await bot.stdout.readline()).decode()
            yield line.split()[-1]
        finally:
            bot.terminate()
            await bot.wait()


async def say(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.press("#text", "Enter")


async def answered(page: Page, count: int) -> None:
    await page.locator("#messages .card").nth(count - 1).wait_for()


async def speak_as(page: Page, name: str) -> None:
    await page.get_by_role("radio", name=name).check(force=True)


async def picture(browser: Browser, url: str, name: str, *, width: int, height: int, dark: bool = False) -> None:
    page = await browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", device_scale_factor=1
    )
    await page.goto(url)
    await page.locator("#channels li").first.wait_for(state="attached")
    await page.wait_for_timeout(700)
    await page.locator("#scroll").evaluate("log => { log.scrollTop = 0; }")
    await page.wait_for_timeout(200)
    await page.screenshot(path=PICTURES / f"{name}.png")
    await page.close()


async def receipts(browser: Browser, url: str) -> None:
    """Where does it say that?"""
    page = await browser.new_page(viewport={"width": 1000, "height": 760})
    await page.goto(url)
    await page.locator(".chat-cell .card button", has_text="Where does it say that?").first.click()
    await page.locator(".chat-cell .card", has_text="Where it says that").wait_for()
    await page.wait_for_timeout(500)
    await page.locator(".chat-cell .card", has_text="Where it says that").screenshot(path=PICTURES / "receipts.png")
    await page.close()


async def settings(browser: Browser, url: str) -> None:
    """A channel set up in German, as its moderator reads it."""
    page = await browser.new_page(viewport={"width": 1000, "height": 900})
    await page.goto(url)
    await page.locator('[data-channel="general"]').click()
    await speak_as(page, "Mara")
    await say(page, "/settings language:de length:short answers:thread")
    await answered(page, 1)
    await say(page, "/settings")
    await answered(page, 2)
    await page.wait_for_timeout(500)
    await page.locator(".chat-cell .card").last.screenshot(path=PICTURES / "settings.png")
    await page.close()


async def feeds(browser: Browser, url: str, example_port: int = EXAMPLE_PORT) -> None:
    """How a feed is doing."""
    page = await browser.new_page(viewport={"width": 900, "height": 900})
    await page.goto(url)
    await page.locator('[data-channel="editors"]').click()
    await speak_as(page, "Mara")
    before = await page.locator("#messages .card").count()
    await say(page, f"/feeds add http://127.0.0.1:{example_port}/")
    await answered(page, before + 1)
    await say(page, "/feeds status")
    await answered(page, before + 2)
    await page.wait_for_timeout(500)
    await page.locator(".chat-cell .card").last.screenshot(path=PICTURES / "feeds-status.png")
    await page.close()


async def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    async with running_bot() as url, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        await picture(browser, url, "start", width=1440, height=900)
        page = await browser.new_page()
        await page.goto(url)
        await speak_as(page, "Mara")
        await say(page, f"Tonight's lead? {EXAMPLE}")
        await answered(page, 1)
        await speak_as(page, "Jonas")
        await say(page, f"{EXAMPLE}?utm_source=newsletter")
        await page.wait_for_timeout(1500)
        await page.close()
        await picture(browser, url, "briefing", width=1600, height=1040)
        await receipts(browser, url)
        await settings(browser, url)
        await feeds(browser, url)
        await picture(browser, url, "briefing-dark", width=1600, height=1040, dark=True)
        await picture(browser, url, "briefing-phone", width=390, height=844)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
