"""The page draws what Slack would get, as Slack would draw it: marks of ours count, words of the web stay words."""

from __future__ import annotations

from datetime import UTC, datetime

from playwright.async_api import Browser, expect

from adapters.slack.render import preview
from bot.chat import Button, Card, Field, Kind, Paragraph, Span, Style, Tone
from tests.adapters.web.stage import open_web
from tests.adapters.web.test_page import say, window
from tests.contract.platform_contract import HOSTILE
from tests.fakes import ScriptedCore, says

CARD = Card(
    title="R&D < Research",
    url="https://courier.example/bridge",
    source=(Span("courier.example"), Span(" · "), Span("20 Nov 2020", instant=datetime(2020, 11, 20, tzinfo=UTC))),
    body=(
        Paragraph((Span("Strong", Style.STRONG), Span(", "), Span("soft", Style.EMPHASIS), Span(" *plain* _too_"))),
        Paragraph((Span("the bank", href="https://bank.example/a?b=1&c=2"),), Kind.POINT),
        Paragraph((Span("It was said."),), Kind.QUOTE),
        Paragraph((Span(HOSTILE),)),
    ),
    fields=(Field("Who", Paragraph((Span("Ines"),))), Field("Where", Paragraph((Span("Eastmouth"),)))),
    buttons=(Button("remove", "", "Delete"),),
    tone=Tone.BRIEFING,
)


async def test_a_message_is_drawn_as_slack_draws_it(browser: Browser) -> None:
    core = ScriptedCore(says(CARD))
    async with open_web(core, previews={"slack": preview}) as web, window(browser, web, width=1900) as page:
        await say(page, "look")
        slack = page.locator('.turn-bot [data-panel="slack"] .sk-blocks')
        await expect(slack.locator(".sk-header")).to_have_text("R&D < Research")
        await expect(slack.locator("strong").first).to_have_text("Strong")
        await expect(slack.locator("em")).to_have_text("soft")
        await expect(slack).to_contain_text("*plain* _too_".replace("*", "\u200b*\u200b").replace("_", "\u200b_\u200b"))
        link = slack.get_by_role("link", name="the bank")
        await expect(link).to_have_attribute("href", "https://bank.example/a?b=1&c=2")
        await expect(slack.locator(".sk-quote")).to_have_text("It was said.")
        await expect(slack.locator(".sk-fields > div")).to_have_count(2)
        await expect(slack.locator(".sk-date")).to_contain_text("2020")
        await expect(slack.locator(".sk-button")).to_have_text("Delete")
        assert await slack.locator("a").count() == 2
        assert await slack.locator("img, code, s").count() == 0
        await expect(slack).to_contain_text("<!channel>")
