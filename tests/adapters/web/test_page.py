"""The page in a real Chromium, as people use it: paste, keys, tabs, phones, two windows."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, expect

from bot.chat import Card, CommandCalled, MessageChosen, MessagePosted, Paragraph, ReactionAdded, Span
from tests.adapters.web.stage import WebStage, open_web
from tests.contract.platform_contract import BRIEFING, HOSTILE
from tests.fakes import BRIEF, SETTINGS, ScriptedCore, ValuesInMemory, says


@asynccontextmanager
async def window(browser: Browser, web: WebStage, *, width: int = 1400, dark: bool = False) -> AsyncIterator[Page]:
    """A fresh window on the page; whatever its scripts complain about fails the test."""
    complaints: list[str] = []
    scheme = "dark" if dark else "light"
    context = await browser.new_context(viewport={"width": width, "height": 860}, color_scheme=scheme)  # type: ignore[arg-type]
    page = await context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    await page.goto(web.platform.url)
    await page.locator("#channels li").first.wait_for(state="attached")
    yield page
    await context.close()
    assert complaints == []


async def say(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.press("#text", "Enter")


async def test_a_pasted_link_shows_live_in_every_window(browser: Browser) -> None:
    async with open_web(ScriptedCore(says(BRIEFING))) as web, window(browser, web) as one, window(browser, web) as two:
        await say(one, "look https://courier.example/bridge")
        for page in (one, two):
            card = page.locator(".turn-bot .chat-cell .card")
            await expect(card).to_contain_text("Eastmouth to rebuild its harbour bridge")
            await expect(card.get_by_role("link", name="Eastmouth")).to_have_attribute(
                "href", "https://courier.example/bridge"
            )


async def test_the_card_stands_beside_how_discord_and_slack_will_show_it(browser: Browser) -> None:
    async with open_web(ScriptedCore(says(BRIEFING))) as web, window(browser, web, width=1600) as page:
        await say(page, "look")
        for name in ("Discord", "Slack"):
            preview = page.locator(f'.turn-bot [data-panel="{name.lower()}"]')
            await expect(preview).to_be_visible()
            await expect(preview).to_contain_text("48 million")
            await expect(preview).to_contain_text("neutral card")


async def test_the_empty_page_teaches_three_things(browser: Browser) -> None:
    core = ScriptedCore()
    async with open_web(core) as web, window(browser, web) as page:
        steps = page.locator("#empty .step")
        await expect(steps).to_have_count(3)
        await steps.first.click()
        await expect(page.locator(".turn-person")).to_have_count(1)
        [event] = core.events
        assert isinstance(event, MessagePosted)
        assert web.platform.example_hosts[0] in event.text


async def test_everything_works_with_the_keyboard_alone(browser: Browser) -> None:
    core = ScriptedCore()
    async with open_web(core) as web, window(browser, web) as page:
        await page.focus("#text")
        await page.keyboard.type("/he")
        await expect(page.locator("#menu")).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(page.locator("#menu")).to_be_hidden()
        await page.fill("#text", "")
        await page.keyboard.type("first line")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("second line")
        await page.keyboard.press("Enter")
        await expect(page.locator(".turn-person .words")).to_have_text(re.compile("first line\\s+second line"))
        await expect(page.locator("#text")).to_have_value("")
        await page.keyboard.press("ArrowUp")
        await page.keyboard.type(" and more")
        await page.keyboard.press("Enter")
        await expect(page.locator(".turn-person .words")).to_contain_text("and more")
        await expect(page.locator(".turn-person")).to_contain_text("edited")


@pytest.mark.parametrize("width", [360, 768, 1600])
@pytest.mark.parametrize("dark", [False, True])
async def test_nothing_runs_over_the_edge(browser: Browser, width: int, dark: bool) -> None:
    long = Card(title="Word" * 60, url="https://courier.example/x", body=(Paragraph((Span("x" * 400),)),))
    async with open_web(ScriptedCore(says(long))) as web, window(browser, web, width=width, dark=dark) as page:
        await say(page, "https://courier.example/" + "a" * 300)
        await page.locator(".turn-bot .chat-cell .card").wait_for()
        overflow = await page.locator("body").evaluate("body => body.scrollWidth - window.innerWidth")
        assert overflow <= 0
        background = await page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        brightness = sum(map(int, re.findall(r"\d+", background)[:3]))
        assert (brightness < 200) is dark


async def test_hostile_words_do_nothing(browser: Browser) -> None:
    core = ScriptedCore(says(Card(title=HOSTILE, body=(Paragraph((Span(HOSTILE, href="javascript:alert(1)"),)),))))
    async with open_web(core) as web, window(browser, web) as page:
        await say(page, "look")
        card = page.locator(".turn-bot .chat-cell .card")
        await expect(card).to_contain_text("<img src=x onerror=alert(1)>")
        assert await page.locator(".turn-bot .card img").count() == 0
        assert await page.locator(".turn-bot .card a").count() == 0


async def test_a_private_answer_shows_to_one_person_only(browser: Browser) -> None:
    core = ScriptedCore(says(BRIEFING, private=True))
    async with open_web(core) as web, window(browser, web) as page:
        await say(page, "look")
        await expect(page.locator(".turn-bot .privacy")).to_contain_text("Only you can see this")
        await page.locator('input[name="who"][value="mara"]').check(force=True)
        await expect(page.locator(".turn-person")).to_have_count(1)
        await expect(page.locator(".turn-bot")).to_have_count(0)


async def test_a_pointer_leads_to_its_message_in_another_channel(browser: Browser) -> None:
    core = ScriptedCore()
    async with open_web(core) as web, window(browser, web) as page:
        await say(page, "the first")
        await expect(page.locator(".turn-person")).to_have_count(1)
        [event] = core.events
        assert isinstance(event, MessagePosted)
        core.script = says(Card(body=(Paragraph((Span("see that message", message=event.ref),)),)))
        await page.locator('[data-channel="general"]').click()
        await say(page, "again")
        await page.locator(".turn-bot .chat-cell").get_by_text("see that message").click()
        await expect(page.locator("#channel-name")).to_contain_text("newsroom")
        await expect(page.locator(f"#m-{event.ref.id}")).to_be_in_viewport()


async def test_the_page_says_when_the_bot_is_gone(browser: Browser) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    values = ValuesInMemory()
    async with open_web(ScriptedCore(), values) as web:
        await page.goto(web.platform.url)
        await page.locator("#channels li").first.wait_for(state="attached")
        await say(page, "still here")
        await expect(page.locator(".turn-person")).to_have_count(1)
    await expect(page.locator("#banner")).to_be_visible()
    await expect(page.locator(".turn-person")).to_have_count(1)
    await context.close()


async def test_names_of_several_words_are_completed_as_they_are_typed(browser: Browser) -> None:
    core = ScriptedCore()
    async with open_web(core) as web, window(browser, web) as page:
        await page.fill("#text", "/brief he")
        await expect(page.locator("#menu .choice")).to_have_count(2)
        await page.fill("#text", "/brief headline of")
        await expect(page.locator("#menu")).to_be_hidden()
        await page.fill("#text", "/brief head")
        await page.locator("#menu .choice").first.click()
        await expect(page.locator("#text")).to_have_value("/brief headline")


async def test_a_command_is_put_together_from_what_the_page_offers(browser: Browser) -> None:
    core = ScriptedCore(commands=(BRIEF, SETTINGS))
    async with open_web(core) as web, window(browser, web) as page:
        await page.fill("#text", "/se")
        await expect(page.locator("#menu")).to_be_hidden()
        await page.locator('input[name="who"][value="mara"]').check(force=True)
        await page.fill("#text", "/se")
        for typed, offered in (("", "/settings"), ("", "mode:"), ("a", "automatic")):
            await page.keyboard.type(typed)
            await expect(page.locator("#menu .choice code").first).to_have_text(offered)
            await page.keyboard.press("Tab")
        await expect(page.locator("#menu .choice code").first).to_have_text("length:")
        await expect(page.locator("#text")).to_have_value("/settings mode:automatic ")
        await page.keyboard.press("Enter")
        await expect(page.locator(".turn-command")).to_have_count(1)
    [event] = core.events
    assert isinstance(event, CommandCalled)
    assert dict(event.options) == {"mode": "automatic"}


async def test_a_messages_menu_has_what_the_bot_can_do_with_it(browser: Browser) -> None:
    core = ScriptedCore()
    async with open_web(core) as web, window(browser, web) as page:
        await say(page, "look")
        for entry in ("Who's who", "React with 📰"):
            await page.locator(".turn-person").hover()
            await page.get_by_role("button", name="Message actions").click()
            await page.get_by_role("menuitem", name=entry).click()
        pressed = page.locator(".turn-person .reaction")
        await expect(pressed).to_have_text("📰 1")
        await pressed.click()
        await expect(pressed).to_have_count(0)
    posted, chosen, reaction = core.events
    assert isinstance(posted, MessagePosted)
    assert isinstance(chosen, MessageChosen)
    assert isinstance(reaction, ReactionAdded)
    assert (chosen.action, chosen.text, chosen.ref) == ("who", "look", posted.ref)
    assert (reaction.emoji, reaction.text, reaction.ref) == ("📰", "look", posted.ref)
