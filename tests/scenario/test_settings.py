"""People look at how the bot behaves in a channel, and change it."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from bot.app import App, Parts, assemble
from bot.chat import Managers, Place, Space, SpaceRemoved, Speaker, Tone
from tests.scenario.test_receipts import points
from tests.site import Site
from tests.talk import GENERAL, JONAS, MARA, NEWSROOM, OTHER_SPACE, Talk, kinds, text

DIRECT = Place("test", "harbour", "jonas", direct=True)
HEAD_OF_CHANNEL = Speaker("test", "u3", "Aiko Tanaka", can_manage=True)


async def test_anyone_may_look_and_sees_that_nobody_chose_anything(talk: Talk) -> None:
    [card] = await talk.sets(who=JONAS)
    assert card.private_to == JONAS
    said = text(card.card)
    assert "Pasted links: briefed at once · default" in said
    assert "Language: as the platform says · default" in said
    assert "Someone who may manage this channel can change them" in said


async def test_a_change_is_read_back_and_shows_who_made_it(talk: Talk) -> None:
    [saved] = await talk.sets(mode="reaction", length="short")
    assert saved.private_to == MARA
    assert "briefed when someone reacts with 📰" in text(saved.card)
    [card] = await talk.sets()
    assert "set by Mara Lind on" in text(card.card)
    assert "default: briefed at once" in text(card.card)
    assert "/settings mode:automatic" in text(card.card)


async def test_a_choice_can_be_taken_back(talk: Talk) -> None:
    await talk.sets(mode="off")
    [saved] = await talk.sets(mode="default")
    assert "Pasted links: briefed at once · default" in text(saved.card)


async def test_who_may_not_manage_changes_nothing(talk: Talk, site: Site) -> None:
    [refused] = await talk.sets(who=JONAS, mode="off")
    assert refused.card.tone is Tone.PROBLEM
    assert "Only someone who may manage this channel" in text(refused.card)
    _, replies = await talk.says(site.story("/bridge"))
    assert kinds(replies) == [Tone.BRIEFING]


async def test_the_whole_space_is_for_who_runs_it(talk: Talk) -> None:
    [refused] = await talk.sets(who=HEAD_OF_CHANNEL, mode="off", where="everywhere")
    assert "Only someone who runs this whole space" in text(refused.card)
    [refused] = await talk.sets(who=HEAD_OF_CHANNEL, managers="anyone")
    assert "Only someone who runs this whole space" in text(refused.card)
    [saved] = await talk.sets(who=HEAD_OF_CHANNEL, mode="off")
    assert saved.card.tone is Tone.NOTICE


async def test_a_choice_for_the_whole_space_holds_where_a_channel_has_none(talk: Talk, site: Site) -> None:
    await talk.sets(at=GENERAL, mode="automatic")
    [saved] = await talk.sets(mode="off", where="everywhere")
    assert "Saved for this whole space" in text(saved.card)
    _, here = await talk.says(site.story("/bridge"))
    _, there = await talk.says(site.story("/tunnel", "Westhaven"), at=GENERAL)
    _, elsewhere = await talk.says(site.story("/quay", "Northport"), at=OTHER_SPACE)
    assert (here, kinds(there), kinds(elsewhere)) == ([], [Tone.BRIEFING], [Tone.BRIEFING])
    [shown] = await talk.sets(at=GENERAL, mode="automatic", where="everywhere")
    assert "This channel has a choice of its own" in text(shown.card)


@pytest.mark.parametrize("value", ["loud", "", "  "])
async def test_a_value_that_there_is_not(talk: Talk, value: str) -> None:
    [refused] = await talk.sets(mode=value)
    assert refused.card.tone is Tone.PROBLEM
    assert "off, reaction, automatic, default" in text(refused.card)


async def test_a_change_never_holds_elsewhere_than_was_meant(talk: Talk, site: Site) -> None:
    [refused] = await talk.sets(mode="off", where="everwhere")
    assert "here, everywhere" in text(refused.card)
    _, replies = await talk.says(site.story("/bridge"))
    assert kinds(replies) == [Tone.BRIEFING]


async def test_ones_own_talk_with_the_bot_is_ones_own_to_set(talk: Talk, site: Site) -> None:
    await talk.sets(who=JONAS, at=DIRECT, length="short")
    _, [reply] = await talk.says(site.story("/bridge"), at=DIRECT)
    assert points(reply.card.body) == 1


async def test_a_channels_length_and_thread_hold_for_its_briefings(talk: Talk, site: Site) -> None:
    await talk.sets(length="full", answers="thread")
    _, [reply] = await talk.says(site.story("/bridge"))
    assert reply.in_thread
    _, [other] = await talk.says(site.story("/bridge"), at=GENERAL)
    assert not other.in_thread
    assert points(reply.card.body) > points(other.card.body)
    [asked] = await talk.calls("brief", site.url("/bridge"))
    assert points(asked.card.body) == points(reply.card.body)


async def test_settings_survive_a_restart_and_go_with_their_space(talk: Talk, parts: Parts, site: Site) -> None:
    await talk.sets(mode="off")
    async with assemble(parts.settings) as again:
        talk.app = App(again)
        _, replies = await talk.says(site.story("/bridge"))
        assert replies == []
        await talk.does(SpaceRemoved("gone", Space("test", "harbour")))
        _, replies = await talk.says(site.story("/bridge"))
        assert kinds(replies) == [Tone.BRIEFING]


async def test_a_platform_may_ask_who_sets_channels_up(talk: Talk) -> None:
    space = Space("test", "harbour")
    assert await talk.app.managers(space) is Managers.ADMINS
    await talk.sets(managers="creators")
    assert await talk.app.managers(space) is Managers.CREATORS
    assert await talk.app.managers(Space("test", "elsewhere")) is Managers.ADMINS


async def test_who_sets_up_a_channel_that_the_bot_cannot_hear_is_told(talk: Talk, parts: Parts) -> None:
    class Section(msgspec.Struct):
        mode: str = "off"
        message_content: bool = False

    deaf = msgspec.structs.replace(parts.settings, sections={"test": Section()})
    async with assemble(deaf) as again:
        talk.app = App(again)
        [shown] = await talk.sets()
        assert "I may not read messages here" not in text(shown.card)
        [saved] = await talk.sets(mode="automatic")
        assert "I may not read messages here" in text(saved.card)
        [saved] = await talk.sets(length="short")
        assert "I may not read messages here" not in text(saved.card)


async def test_help_says_how_to_ask_in_this_channel(talk: Talk) -> None:
    for mode, words in (("off", "I read articles"), ("reaction", "React with 📰"), ("automatic", "Paste a link")):
        await talk.sets(mode=mode)
        [told] = await talk.calls("help")
        assert words in text(told.card)


async def test_a_form_is_told_at_once_what_an_option_takes(talk: Talk) -> None:
    understood = await talk.app.check("settings", "mode", "Off", NEWSROOM, "de")
    assert (understood.ok, understood.text) == (True, "nur vermerkt, damit /brief sie findet")
    checked = await talk.app.check("settings", "mode", "loud", NEWSROOM)
    assert not checked.ok
    assert "automatic" in checked.text


async def test_the_same_command_twice_changes_once(talk: Talk, parts: Parts) -> None:
    from bot.chat import CommandCalled

    event = CommandCalled("same", NEWSROOM, MARA, "settings", {"mode": "off"})
    assert len(await talk.does(event)) == 1
    assert await talk.does(replace(event, options={"mode": "automatic"})) == []
    [card] = await talk.sets()
    assert "only noted" in text(card.card)
