"""The Discord lane of the page draws the payload that the adapter would send, in a real Chromium."""

from __future__ import annotations

from dataclasses import replace

from playwright.async_api import Browser, expect

from adapters.discord.render import preview
from bot.chat import Kind, Paragraph, Span, Style
from tests.adapters.web.demo import PUBLISHED
from tests.adapters.web.stage import open_web
from tests.adapters.web.test_page import say, window
from tests.contract.platform_contract import BRIEFING, HOSTILE
from tests.fakes import ScriptedCore, says

LINK = Span("a [link]", href="https://courier.example/a")
BODY = (
    *BRIEFING.body,
    Paragraph((Span(HOSTILE),)),
    Paragraph((Span("Said: ", Style.STRONG), LINK, Span(" on "), Span("23 Nov 2026", instant=PUBLISHED)), Kind.QUOTE),
)


async def test_the_payload_is_drawn_as_discord_draws_it(browser: Browser) -> None:
    core = ScriptedCore(says(replace(BRIEFING, body=BODY)))
    async with open_web(core, previews={"discord": preview}) as web, window(browser, web, width=1600) as page:
        await say(page, "look")
        lane = page.locator('.turn-bot [data-panel="discord"]')
        title = lane.get_by_role("link", name="Eastmouth to rebuild its harbour bridge")
        await expect(title).to_have_attribute("href", "https://courier.example/bridge")
        await expect(lane.locator(".dc-small")).to_have_text("Coast Courier")
        await expect(lane.locator(".dc-point")).to_have_text("The work will cost 48 million crowns.")
        await expect(lane.locator(".dc-footer")).to_have_text("2 min read")
        await expect(lane.locator(".dc-button")).to_have_text("Delete")
        await expect(lane.locator(".dc-description")).to_contain_text(
            "@everyone <!channel> <@U1> [bank](http://evil.example) `x` **b** ||s||"
        )
        await expect(lane.locator(".dc-quote a")).to_have_attribute("href", "https://courier.example/a")
        await expect(lane.locator(".dc-quote a")).to_have_text("a [link]")
        await expect(lane.locator(".dc-quote time")).to_have_text("November 23, 2026")
        await expect(lane).to_contain_text("drawn as Discord draws it")
