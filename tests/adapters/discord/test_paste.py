"""A link is pasted on Discord: it is briefed, and the briefing follows what becomes of the message."""

from __future__ import annotations

from adapters.discord.settings import DiscordSettings
from bot.app import App
from tests.adapters.discord.stage import Stage, on_stage
from tests.discord.people import until, words
from tests.discord.world import (
    EPHEMERAL,
    IS_CROSSPOST,
    MANAGE_MESSAGES,
    SUPPRESS_EMBEDS,
    Message,
    Overwrite,
    User,
)
from tests.site import Site

TITLE = "Eastmouth to rebuild its harbour bridge"


async def set_up(bot: Stage, **values: str) -> None:
    """`/settings` by Mara."""
    sent = await bot.people.command(bot.town.newsroom, bot.town.mara, "settings", options=values)
    await until(lambda: sent.original is not None and sent.original.embeds)
    assert sent.original is not None
    assert sent.original.only_for == bot.town.mara.id


async def said(bot: Stage, number: int = 1) -> list[Message]:
    answers = await bot.people.answers(bot.town.newsroom, bot.town.jonas, number)
    return [each for each in answers if not each.flags & EPHEMERAL]


async def test_a_pasted_link_is_answered_with_a_briefing_that_pings_nobody(bot: Stage, site: Site) -> None:
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, f"look: {site.story('/bridge')}")
    [answer] = await said(bot)
    assert answer.answers == message.id
    [embed] = answer.embeds
    assert embed["title"] == TITLE
    assert embed["url"] == site.url("/bridge")
    text = words(answer)
    for part in (
        "Coast Courier",
        "<t:",
        "the old bridge comes back",
        "min read",
        "Who's who",
        "Where does it say that?",
    ):
        assert part in text
    [call] = bot.discord.wire.made("POST", r"/messages$")
    assert call.body["allowed_mentions"] == {"parse": []}
    assert call.body["enforce_nonce"] is True


async def test_an_edited_message_takes_its_briefing_along(bot: Stage, site: Site) -> None:
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    [answer] = await said(bot)
    await bot.people.edit(message, site.story("/port", "Westport"))
    await until(lambda: "Westport to rebuild" in words(answer))
    assert len(await said(bot)) == 1


async def test_discords_own_preview_is_no_edit(bot: Stage, site: Site) -> None:
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    await said(bot)
    await bot.people.unfurl(message)
    await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/port", "Westport"))
    assert len(await said(bot, 2)) == 2


async def test_a_deleted_message_takes_its_briefing_along(bot: Stage, site: Site) -> None:
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    await said(bot)
    await bot.people.delete(message)
    await until(lambda: not bot.town.newsroom.messages)


async def test_what_a_moderator_clears_takes_its_briefings_along(bot: Stage, site: Site) -> None:
    news = bot.town.newsroom
    posts = [await bot.people.post(news, bot.town.jonas, site.story(f"/{n}", f"Port {n}")) for n in range(2)]
    await said(bot, 2)
    await bot.people.clear(news, posts)
    await until(lambda: not news.messages)


async def test_a_message_of_old_that_is_pinned_is_no_edit(bot: Stage, site: Site) -> None:
    """Discord sends the whole message again, the time of an edit long ago with it."""
    old = Message(bot.town.newsroom, bot.town.jonas, site.story("/old", "Oldport"), edited="2026-01-05T08:00:00+00:00")
    bot.town.newsroom.messages[old.id] = old
    await bot.discord.gateway.message("MESSAGE_UPDATE", old)
    await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/new", "Newport"))
    [answer] = await said(bot)
    assert "Newport" in words(answer)


async def test_off_is_silent_and_a_reaction_asks(bot: Stage, site: Site) -> None:
    await set_up(bot, mode="reaction")
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    await bot.people.react(message, bot.town.aiko, "🎉")
    await bot.people.react(message, bot.town.aiko, "📰")
    [answer] = await said(bot)
    assert answer.answers == message.id
    await set_up(bot, mode="off")
    other = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/port", "Westport"))
    await bot.people.react(other, bot.town.aiko, "📰")
    await bot.people.post(bot.town.newsroom, bot.town.jonas, f"<@{bot.town.world.bot.id}> {site.url('/port')}")
    assert len(await said(bot, 2)) == 2


async def test_what_programs_post_is_left_alone_unless_the_channel_reads_it(bot: Stage, site: Site) -> None:
    wire, news = User("Wire", bot=True), bot.town.newsroom
    await bot.people.post(news, wire, site.story("/one", "Onehaven"))
    await bot.people.post(news, User("Hook"), site.story("/two", "Twohaven"), webhook=77)
    await bot.people.post(news, bot.town.jonas, site.story("/three", "Threehaven"), flags=IS_CROSSPOST)
    await bot.people.post(news, bot.town.jonas, site.story("/four", "Fourhaven"))
    [answer] = await said(bot)
    assert "Fourhaven" in words(answer)
    await set_up(bot, bots="read")
    embed = {"title": "Fivehaven", "url": site.story("/five", "Fivehaven"), "description": "all about it"}
    await bot.people.post(news, User("Hook"), "", webhook=77, embeds=[embed])
    assert "Fivehaven" in words((await said(bot, 2))[-1])


async def test_answers_in_a_thread_by_setting(bot: Stage, site: Site) -> None:
    await set_up(bot, answers="thread")
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    await until(lambda: message.id in bot.town.guild.channels)
    thread = bot.town.guild.channels[message.id]
    [answer] = await bot.people.answers(thread, bot.town.jonas)
    assert thread.name == TITLE
    assert answer.embeds[0]["title"] == TITLE
    await bot.people.delete(message)
    await until(lambda: not thread.messages)


async def test_discords_own_preview_is_hidden_by_setting(bot: Stage, site: Site) -> None:
    await set_up(bot, preview="hide")
    overwrite = Overwrite(bot.town.world.bot.id, 1, allow=MANAGE_MESSAGES)
    await bot.people.set_overwrite(bot.town.newsroom, overwrite)
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
    await until(lambda: message.flags & SUPPRESS_EMBEDS)


async def test_a_preview_that_the_bot_may_not_hide_stays(app: App, site: Site) -> None:
    async with on_stage(app) as bot:
        await set_up(bot, preview="hide")
        message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
        await said(bot)
    assert not bot.discord.wire.made("PATCH", str(message.id))
    assert not message.flags


async def test_a_page_that_cannot_be_read_is_told_to_its_sharer_alone(bot: Stage, site: Site) -> None:
    message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.url("/nothing"))
    direct = bot.town.world.direct_with(bot.town.jonas)
    [told] = await bot.people.answers(direct, bot.town.jonas)
    assert "no such page" in words(told)
    assert f"/{bot.town.newsroom.id}/{message.id}" in told.content
    assert not bot.people.seen(bot.town.newsroom, bot.town.mara)[1:]


async def test_who_takes_no_direct_messages_costs_nothing_else(bot: Stage, site: Site) -> None:
    bot.town.jonas.accepts_messages = False
    await bot.people.post(bot.town.newsroom, bot.town.jonas, f"{site.url('/nothing')} {site.story('/bridge')}")
    [answer] = await said(bot)
    assert TITLE in words(answer)


async def test_without_message_content_commands_and_menus_work_and_pasting_is_silent(app: App, site: Site) -> None:
    async with on_stage(app, settings=DiscordSettings()) as bot:
        message = await bot.people.post(bot.town.newsroom, bot.town.jonas, site.story("/bridge"))
        await bot.people.choose(message, bot.town.aiko, "Brief this")
        [answer] = await said(bot)
        assert TITLE in words(answer)
        await bot.people.command(
            bot.town.newsroom, bot.town.jonas, "brief", options={"what": site.story("/port", "Westport")}
        )
        assert "Westport" in words((await said(bot, 2))[-1])
