"""The bot speaks the language of the channel, of the platform's space, or of the configuration."""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec
import pytest

from bot.app import App, Parts, assemble
from bot.chat import CommandCalled
from tests.site import Site
from tests.talk import GENERAL, JONAS, MARA, NEWSROOM, Talk, text


async def test_a_channel_is_spoken_to_in_the_language_that_was_set(talk: Talk, site: Site) -> None:
    [saved] = await talk.sets(language="de")
    assert "Gespeichert." in text(saved.card)
    assert "Sprache: Deutsch" in text(saved.card)
    ref, [reply] = await talk.says(site.story("/bridge"))
    assert [button.label for button in reply.card.buttons] == ["Wer ist wer", "Wo steht das?", "Mehr", "Löschen"]
    assert "Min. Lesezeit" in text(reply.card)
    assert "20. Nov. 2026" in text(reply.card)
    _, [pointer] = await talk.says(site.url("/bridge"), who=MARA)
    assert "wurde hier schon geteilt von Jonas Weber" in text(pointer.card)
    [receipts] = await talk.presses(talk.answer_to(ref), "Wo steht das?", who=MARA)
    assert re.search(r"Absatz \d", text(receipts.card))
    _, [other] = await talk.says(site.url("/bridge"), at=GENERAL)
    assert "First shared by Jonas Weber" in text(other.card)


async def test_failures_speak_it_too(talk: Talk, site: Site) -> None:
    await talk.sets(language="fr")
    _, [told] = await talk.says(site.url("/missing"))
    assert "indique que cette page n’existe pas" in text(told.card)
    [told] = await talk.calls("bref")
    assert "Je ne connais pas /bref" in text(told.card)


@pytest.mark.parametrize(
    ("locale", "title"), [("es-419", "Lo que puedo hacer"), ("de", "Was ich kann"), ("ja", "What I can do")]
)
async def test_else_the_language_of_the_space(talk: Talk, locale: str, title: str) -> None:
    called = CommandCalled("c1", NEWSROOM, JONAS, "help", {}, locale)
    [told] = await talk.does(called)
    assert told.card.title == title
    await talk.sets(language="en")
    [told] = await talk.does(replace(called, event_id="c2"))
    assert told.card.title == "What I can do"


async def test_else_that_of_the_configuration(talk: Talk, parts: Parts) -> None:
    brief = msgspec.structs.replace(parts.settings.brief, language="de")
    async with assemble(msgspec.structs.replace(parts.settings, brief=brief)) as again:
        talk.app = App(again)
        [told] = await talk.calls("help")
        assert "/brief [Link oder Text]" in text(told.card)


async def test_commands_are_named_and_explained_in_each_language(talk: Talk) -> None:
    [brief, *_] = talk.app.commands_in("de")
    assert (brief.name, brief.label, brief.options[1].label) == ("brief", "briefing", "länge")
    settings = next(spec for spec in talk.app.commands_in("fr") if spec.name == "settings")
    assert settings.label == "réglages"
    assert settings.options[0].choices[0].label == "seulement notés, pour que /brief les retrouve"
    assert [entry.label for entry in talk.app.message_commands_in("es")] == ["Resumir esto", "Quién es quién"]
    assert talk.app.commands_in("en")[0].label == ""
